"""Every library keeps the same promises: in memory, in a folder, on a Chroma server."""

from __future__ import annotations

import itertools
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kb.library import Library
from kb.library.catalogue import Edition
from kb.library.chroma import Vectors
from kb.model import LIMITS, Filter
from tests.factories import passage, source
from tests.fakes import FakeEmbedder, MemoryLibrary

#: A server that is not up by then counts as one that cannot be started here.
SECONDS_TO_START = 20


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The address of a Chroma server on loopback, started for these tests."""
    folder = tmp_path_factory.mktemp("server")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = Path(sys.executable).parent / "chroma"
    if not command.exists():
        pytest.skip("the command `chroma` is not installed beside this Python")
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            [command, "run", "--host", "127.0.0.1", "--port", str(port), "--path", folder],
            stdout=log,
            stderr=log,
            env=os.environ | {"ANONYMIZED_TELEMETRY": "False"},
        )
    try:
        give_up = time.monotonic() + SECONDS_TO_START
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                if process.poll() is not None or time.monotonic() > give_up:
                    said = (folder / "log").read_text()[-300:]
                    pytest.skip(f"the Chroma server does not start here: {said}")
                time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(params=["memory", "folder", "server"])
def opened(request, tmp_path):
    """A function that opens the same, at first empty, library each time from scratch."""
    if request.param == "memory":
        library = MemoryLibrary()
        return lambda: library
    if request.param == "folder":
        return lambda: Library(tmp_path / "library", FakeEmbedder())
    url = request.getfixturevalue("server")
    machines = itertools.count()

    def on_another_machine():
        return Library(tmp_path / f"machine-{next(machines)}", FakeEmbedder(), url)

    library = on_another_machine()
    for shelved in library.sources():
        library.remove(shelved.edition)
    return on_another_machine


@pytest.fixture
def library(opened):
    library = opened()
    library.add(
        source("guide", digest="d1"),
        [
            passage("Boil tap water for one minute.", "guide/water.en", headings=("Water",)),
            passage("Visit the families first.", "guide/families.en", headings=("Families",)),
        ],
    )
    library.add(
        source("guide", edition="guide.fr", language="fr", digest="d2"),
        [
            passage(
                "Faites bouillir l’eau une minute.",
                "guide/water.fr",
                edition="guide.fr",
                headings=("L’eau",),
                language="fr",
            )
        ],
    )
    return library


def texts(hits) -> list[str]:
    return [hit.passage.text for hit in hits]


def test_an_empty_library_finds_nothing(opened):
    library = opened()

    assert library.search("water") == []
    assert (library.sources(), library.passages(), library.digests()) == ([], [], {})


def test_passages_are_counted_without_being_read(library):
    assert library.counts() == {"guide": 2, "guide.fr": 1}
    library.remove("guide.fr")
    assert library.counts() == {"guide": 2}


def test_an_empty_question_finds_nothing(library):
    for query in ("", "   ", "\n\t"):
        assert library.search(query) == []


def test_a_senseless_question_does_no_harm(library):
    for query in ("\x00", "\ud800", "?!", "😀", "a" * 300_000, "«»" * 9000):
        library.search(query)

    assert len(library.sources()) == 2


def test_what_was_shelved_comes_back_as_it_was(library):
    assert [shelved.edition for shelved in library.sources()] == ["guide", "guide.fr"]
    assert library.source("guide.fr").language == "fr"
    assert library.passage("guide/water.fr").headings == ("L’eau",)
    assert [p.id for p in library.passages("guide")] == ["guide/water.en", "guide/families.en"]
    assert len(library.passages()) == 3
    assert library.digests() == {"d1": "guide", "d2": "guide.fr"}


def test_what_is_not_there_is_none(library):
    assert library.source("nothing") is None
    assert library.passage("nothing") is None
    assert library.passages("nothing") == []
    assert not library.remove("nothing")


def test_the_passage_about_the_question_comes_first(library):
    assert texts(library.search("boil the tap water", language="en"))[0] == (
        "Boil tap water for one minute."
    )


def test_a_translated_passage_is_one_hit_in_the_askers_language(library):
    hits = library.search("boil the tap water", language="fr")

    assert texts(hits)[0] == "Faites bouillir l’eau une minute."
    assert len(hits) == 2


def test_a_hit_says_how_near_it_is(library):
    near, far = library.search("boil tap water", language="en")

    assert near.coverage == pytest.approx(1.0)
    assert far.coverage == 0.0
    assert 1.0 >= near.similarity > far.similarity
    assert 1.0 >= near.score > far.score >= 0.0


def test_no_more_hits_are_given_than_asked_for(library):
    assert len(library.search("water and families", k=1, language="en")) == 1


def test_a_new_version_takes_the_place_of_the_old_one(library, opened):
    library.add(source("guide", digest="d3"), [passage("Close the school.", "guide/school.en")])

    for same in (library, opened()):
        assert [p.id for p in same.passages("guide")] == ["guide/school.en"]
        assert "Boil tap water for one minute." not in texts(
            same.search("boil water", language="en")
        )
        assert texts(same.search("close school", language="en"))[0] == "Close the school."
        assert sorted(same.digests()) == ["d2", "d3"]


def test_a_removed_edition_is_gone_and_the_other_stays(library, opened):
    assert library.remove("guide")

    for same in (library, opened()):
        assert [shelved.edition for shelved in same.sources()] == ["guide.fr"]
        assert texts(same.search("boil water", language="en")) == [
            "Faites bouillir l’eau une minute."
        ]


def test_a_library_is_found_again_as_it_was_left(library, opened):
    again = opened()

    assert again.sources() == library.sources()
    assert sorted(p.id for p in again.passages()) == sorted(p.id for p in library.passages())
    assert again.search("boil water", language="en") == library.search("boil water", language="en")


def test_one_copy_sees_what_another_adds_and_removes(library, opened):
    other = opened()
    other.search("water", language="en")
    library.add(source("plan"), [passage("Ring the prefect.", "plan/one.en")])

    assert texts(other.search("ring the prefect", language="en"))[0] == "Ring the prefect."

    other.remove("plan")

    assert "Ring the prefect." not in texts(library.search("ring the prefect", language="en"))


def test_progress_counts_up_to_every_passage(library):
    seen = []
    many = [passage(f"Line {n}.", f"long/{n}.en") for n in range(70)]

    library.add(source("long"), many, lambda done, total: seen.append((done, total)))

    assert seen[-1] == (70, 70)
    assert seen == sorted(seen)


# -- what may be found --------------------------------------------------------------------


@pytest.fixture
def filed(library):
    """The library with two passages that differ in all they can be chosen by."""
    library.add(
        source("pilot"),
        [
            passage(
                "Boil the water on board.",
                "pilot/ship.en",
                topics=("trust", "stigma"),
                uses=("media",),
                phases=("before",),
                audiences=("staff",),
                findings=(3,),
                law=("NO",),
            ),
            passage("Boil the water on land.", "pilot/land.en", topics=("trust",), findings=(4,)),
        ],
    )
    return library


def found(library, only: Filter | None = None, query="boil the water", **more) -> set[str]:
    return {hit.passage.id for hit in library.search(query, language="en", only=only, **more)}


@pytest.mark.parametrize(
    "only",
    [
        Filter(topics=("stigma",)),
        Filter(topics=("stigma", "empathy")),
        Filter(uses=("media",)),
        Filter(phases=("before",)),
        Filter(audiences=("staff",)),
        Filter(findings=(3,)),
        Filter(law=("NO", "US")),
        Filter(topics=("trust",), findings=(3,)),
        Filter(sources=("pilot",), phases=("before",)),
    ],
    ids=str,
)
def test_only_what_a_filter_lets_pass_is_found(filed, only):
    assert found(filed, only) == {"pilot/ship.en"}


def test_words_of_one_group_are_or_and_groups_are_and(filed):
    assert found(filed, Filter(findings=(3, 4))) == {"pilot/ship.en", "pilot/land.en"}
    assert found(filed, Filter(findings=(3, 4), law=("NO",))) == {"pilot/ship.en"}
    assert found(filed, Filter(findings=(4,), law=("NO",))) == set()


def test_an_empty_filter_lets_all_pass(filed):
    assert found(filed, Filter()) == found(filed) != set()


def test_a_filter_by_language_gives_that_version_whatever_the_asker_speaks(filed):
    assert found(filed, Filter(languages=("fr",))) == {"guide/water.fr"}


def test_the_filter_comes_before_the_number_of_hits(filed):
    assert found(filed, Filter(sources=("pilot",)), "boil tap water for one minute", k=1) <= {
        "pilot/ship.en",
        "pilot/land.en",
    }
    assert len(found(filed, Filter(sources=("pilot",)), "visit the families", k=2)) == 2


@pytest.mark.parametrize("target", ["pilot", "pilot/ship"])
def test_what_a_reviewer_withdrew_is_never_found_even_by_name(filed, target):
    filed.marks.mark(target, "withdrawn", "the press officer")

    for only in (None, Filter(sources=("pilot",)), Filter(law=("NO",))):
        assert "pilot/ship.en" not in found(filed, only)
    assert ("pilot/land.en" in found(filed)) is (target != "pilot")
    assert filed.passage("pilot/ship.en") is not None  # it stays on the shelves, to be judged

    filed.marks.mark(target, "open", "the press officer")
    assert "pilot/ship.en" in found(filed)


def test_a_withdrawn_passage_is_gone_in_every_language(library):
    library.marks.mark("guide/water", "withdrawn", "the press officer")

    for language in ("en", "fr"):
        hits = library.search("boil the water", language=language)
        assert {hit.passage.id for hit in hits} == {"guide/families.en"}


def test_a_doubt_withdraws_nothing(library):
    library.marks.mark("guide", "doubtful", "the press officer")

    assert "guide/water.en" in found(library)


def test_what_the_sources_do_not_cover_is_found_only_by_those_who_ask_for_it(library):
    gap = "The sources say nothing on sirens and how they sound."
    library.add(source(LIMITS), [passage(gap, f"{LIMITS}/sirens.en", topics=("trust",))])
    named = Filter(sources=(LIMITS,))

    assert found(library, named, "how do sirens sound") == {f"{LIMITS}/sirens.en"}
    for only in (None, Filter(), Filter(topics=("trust",)), Filter(languages=("en",))):
        assert f"{LIMITS}/sirens.en" not in found(library, only, "how do sirens sound")
    assert library.passage(f"{LIMITS}/sirens.en") is not None


def test_a_hit_says_how_much_of_the_spelling_it_holds(library):
    near, far = library.search("boiling tapwater", language="en")

    assert near.passage.id == "guide/water.en"
    assert 1.0 >= near.grams > far.grams >= 0.0


def test_several_editions_are_shelved_in_one_go(library, opened):
    library.add_together(
        [
            (source("plan"), [passage("Ring the prefect.", "plan/one.en")]),
            (source("rota"), [passage("Night shift first.", "rota/one.en")]),
        ]
    )

    assert {s.edition for s in opened().sources()} == {"guide", "guide.fr", "plan", "rota"}
    assert texts(opened().search("ring the prefect", language="en"))[0] == "Ring the prefect."


def test_half_an_edition_on_a_server_is_never_shown_and_later_cleared_away(
    server, tmp_path, monkeypatch
):
    """A machine was killed while it wrote: the others do not see half a plan."""
    library = Library(tmp_path / "one", FakeEmbedder(), server)
    for shelved in library.sources():
        library.remove(shelved.edition)
    passages = tuple(passage(f"Step {n}.", f"plan/{n}.en", edition="plan") for n in range(3))
    half = Edition(source("plan"), passages, "v1")
    rows = Vectors(tmp_path, server, library.embedder.name)
    rows.put([half], library.embedder.embed([p.text for p in passages]))
    rows.drop([half.vector(passages[0])])

    other = Library(tmp_path / "two", FakeEmbedder(), server)
    assert (other.sources(), other.search("step", language="en")) == ([], [])
    assert rows.count() == 2

    monkeypatch.setattr("kb.library.chroma.LONGEST_WRITING", -1)
    Library(tmp_path / "three", FakeEmbedder(), server)
    assert rows.count() == 0
