"""The library on disk: what failures, killed processes and other programs may do to it."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kb.errors import EmbedderUnavailable, LibraryUnavailable, UnusableRequest, WrongEmbedder
from kb.library import Library
from kb.library.chroma import Vectors
from kb.model import Filter
from tests.factories import passage, source
from tests.fakes import BrokenEmbedder, FakeEmbedder

OLD, NEW = "Boil tap water for one minute.", "Close the school on Friday."


def shelve(library: Library, text: str = OLD) -> None:
    library.add(source("guide"), [passage(text, "guide/one.en"), passage("Same.", "guide/two.en")])


def found(library: Library, query: str = "boil tap water close school") -> str:
    return library.search(query, language="en")[0].passage.text


def counts(folder: Path) -> tuple[int, int]:
    """Passages in the catalogue, rows among the vectors."""
    library = Library(folder, FakeEmbedder())
    library.search("anything", language="en")
    return len(library.passages()), Vectors(folder / "chroma", "", "fake@1").count()


@pytest.fixture
def folder(tmp_path):
    shelve(Library(tmp_path / "library", FakeEmbedder()))
    return tmp_path / "library"


# -- failures while something is added -------------------------------------------------


def test_an_embedder_that_fails_leaves_the_old_version(folder):
    broken = BrokenEmbedder(good=0)
    with pytest.raises(EmbedderUnavailable):
        shelve(Library(folder, broken), NEW)

    assert found(Library(folder, FakeEmbedder())) == OLD


def test_vectors_that_cannot_be_written_leave_the_old_version(folder, monkeypatch):
    library = Library(folder, FakeEmbedder())

    def half(self, editions, vectors, whole=Vectors.put):
        whole(self, editions, vectors)
        raise LibraryUnavailable("The disk is full.", "Make room.")

    monkeypatch.setattr(Vectors, "put", half)
    with pytest.raises(LibraryUnavailable):
        shelve(library, NEW)
    monkeypatch.undo()

    assert found(library) == OLD
    assert counts(folder) == (2, 2)


@pytest.mark.parametrize(
    ("method", "shown"), [("put", OLD), ("drop", NEW)], ids=["while adding", "while clearing"]
)
def test_a_killed_process_leaves_one_version_whole(folder, method, shown):
    """Killed before the change-over the old version stands, after it the new one."""
    script = f"""
import os
from pathlib import Path
from kb.library import Library
from kb.library.chroma import Vectors
from tests.fakes import FakeEmbedder
from tests.kb.test_library import NEW, shelve

def killed(self, *values, whole=Vectors.{method}):
    if "{method}" == "put":
        whole(self, *values)
    os._exit(9)

Vectors.{method} = killed
shelve(Library(Path({str(folder)!r}), FakeEmbedder()), NEW)
"""
    ended = subprocess.run([sys.executable, "-c", script], cwd=Path(__file__).parents[2])

    assert ended.returncode == 9
    assert found(Library(folder, FakeEmbedder())) == shown
    assert counts(folder) == (2, 2)


def test_a_source_without_passages_is_refused(folder):
    with pytest.raises(UnusableRequest):
        Library(folder, FakeEmbedder()).add(source("guide"), [])

    assert found(Library(folder, FakeEmbedder())) == OLD


def test_an_id_that_another_edition_holds_is_refused(folder):
    library = Library(folder, FakeEmbedder())
    with pytest.raises(UnusableRequest, match="same id"):
        library.add(source("copy"), [passage(NEW, "guide/one.en")])

    assert found(library) == OLD
    assert counts(folder) == (2, 2)


def test_half_a_character_does_not_stop_a_document(folder):
    library = Library(folder, FakeEmbedder())
    library.add(source("odd"), [passage("Broken \ud83d mark.", "odd/1.en", headings=("\udc00",))])

    assert library.passage("odd/1.en").text == "Broken \ufffd mark."


def test_adding_the_same_again_changes_nothing(folder):
    shelve(Library(folder, FakeEmbedder()))

    assert counts(folder) == (2, 2)


def test_of_several_editions_all_are_shelved_or_none(folder):
    library = Library(folder, FakeEmbedder())
    with pytest.raises(UnusableRequest, match="same id"):
        library.add_together(
            [
                (source("plan"), [passage("Ring the prefect.", "plan/one.en")]),
                (source("copy"), [passage(NEW, "guide/one.en")]),
            ]
        )

    assert [shelved.edition for shelved in library.sources()] == ["guide"]
    assert counts(folder) == (2, 2)


# -- finding ---------------------------------------------------------------------------


def test_a_filter_finds_its_passage_behind_any_number_of_nearer_ones(folder, monkeypatch):
    monkeypatch.setattr("kb.library.shelves.MOST_HITS", 3)
    library = Library(folder, FakeEmbedder())
    crowd = [passage(f"Harbour news number{n}.", f"crowd/{n}.en") for n in range(9)]
    library.add(source("crowd"), crowd)
    library.add(source("far"), [passage("Zebra crossings fade.", "far/1.en", topics=("trust",))])

    for only in (Filter(sources=("far",)), Filter(topics=("trust",))):
        hits = library.search("harbour news", language="en", only=only)
        assert [hit.passage.id for hit in hits] == ["far/1.en"]


def test_what_is_withdrawn_takes_no_place_from_what_is_not(folder, monkeypatch):
    monkeypatch.setattr("kb.library.shelves.MOST_HITS", 3)
    library = Library(folder, FakeEmbedder())
    crowd = [passage(f"Harbour news number{n}.", f"crowd/{n}.en") for n in range(9)]
    library.add(source("crowd"), crowd)
    library.marks.mark("crowd", "withdrawn", "the press officer")

    hits = library.search("harbour news", language="en")

    assert {hit.passage.source_id for hit in hits} == {"guide"}


class ReadsEnglish(FakeEmbedder):
    """An embedder that was trained on English."""

    def __init__(self) -> None:
        super().__init__()
        self.languages = ("en",)


def test_what_an_english_model_cannot_read_is_embedded_and_asked_as_its_gloss(tmp_path):
    library = Library(tmp_path / "library", embedder := ReadsEnglish())
    german = passage("Das Gerücht richtigstellen.", "guide/one.de", language="de", headings=())
    library.add(source("guide", "de"), [german])
    [read] = embedder.asked
    assert "rumour" in read and "Gerücht" not in read

    hits = library.search("Was tun gegen ein Gerücht?", language="de")

    assert "rumour" in embedder.asked[-1] and "Gerücht" not in embedder.asked[-1]
    assert hits[0].passage.text == german.text  # a gloss is for searching, never for showing
    assert hits[0].similarity > 0.3


def test_an_english_question_finds_a_passage_that_is_only_there_in_german(tmp_path):
    library = Library(tmp_path / "library", ReadsEnglish())
    told = {"one": "Das Gerücht richtigstellen.", "two": "Die Schule bleibt offen."}
    library.add(
        source("guide", "de"),
        [passage(text, f"guide/{n}.de", language="de", headings=()) for n, text in told.items()],
    )

    assert found(library, "school") == told["two"]
    assert found(library, "debunk the rumour") == told["one"]


def test_an_index_whose_texts_were_read_in_another_way_is_refused(folder):
    with pytest.raises(WrongEmbedder, match="gloss"):
        Library(folder, ReadsEnglish())


# -- another embedder ------------------------------------------------------------------


def test_an_index_made_by_another_embedder_is_refused_with_advice(folder):
    with pytest.raises(WrongEmbedder) as refusal:
        Library(folder, FakeEmbedder("other@2"))

    assert "fake@1" in refusal.value.what and "other@2" in refusal.value.what
    assert "TOOLKIT_EMBEDDING_MODEL" in refusal.value.advice


def test_the_vectors_themselves_say_who_made_them(folder):
    for file in folder.glob("catalogue*"):
        file.unlink()

    with pytest.raises(WrongEmbedder):
        Library(folder, FakeEmbedder("other@2"))


def test_rebuilding_embeds_everything_with_the_present_embedder(folder):
    library = Library(folder, FakeEmbedder("other@2", dimensions=32), any_embedder=True)
    seen = []
    library.rebuild(lambda done, total: seen.append((done, total)))

    assert found(library) == OLD
    assert found(Library(folder, FakeEmbedder("other@2", dimensions=32))) == OLD
    assert seen == [(2, 2)]


def test_rebuilding_that_fails_leaves_the_library_to_its_old_embedder(folder):
    broken = BrokenEmbedder(good=0)
    broken.name = "other@2"
    with pytest.raises(EmbedderUnavailable):
        Library(folder, broken, any_embedder=True).rebuild()

    assert found(Library(folder, FakeEmbedder())) == OLD


def test_a_library_that_another_process_rebuilt_is_not_searched_with_the_old_embedder(folder):
    library = Library(folder, FakeEmbedder())
    assert found(library) == OLD
    Library(folder, FakeEmbedder("other@2"), any_embedder=True).rebuild()

    with pytest.raises(WrongEmbedder):
        library.search("water", language="en")


def test_an_emptied_library_takes_any_embedder(folder):
    Library(folder, FakeEmbedder()).remove("guide")
    other = Library(folder, FakeEmbedder("other@2", dimensions=32))
    shelve(other, NEW)

    assert found(other) == NEW


# -- lost and damaged files --------------------------------------------------------------


def test_a_lost_catalogue_is_made_again_from_the_vectors(folder):
    before = Library(folder, FakeEmbedder()).passages()
    for file in folder.glob("catalogue*"):
        file.unlink()
    library = Library(folder, FakeEmbedder())

    assert library.passages() == before
    assert found(library) == OLD


def test_a_damaged_catalogue_is_put_aside_and_made_again(folder):
    (folder / "catalogue.sqlite3").write_bytes(b"not a database " * 500)
    library = Library(folder, FakeEmbedder())

    assert found(library) == OLD
    assert (folder / "catalogue.sqlite3.damaged").exists()


def test_lost_vectors_are_made_again_from_the_catalogue(folder):
    shutil.rmtree(folder / "chroma")

    assert found(Library(folder, FakeEmbedder())) == OLD
    assert counts(folder) == (2, 2)


def test_damaged_vectors_are_refused_with_advice_and_can_be_rebuilt(folder):
    (folder / "chroma" / "chroma.sqlite3").write_bytes(b"not a database " * 500)
    with pytest.raises(LibraryUnavailable) as refusal:
        Library(folder, FakeEmbedder()).search("water", language="en")
    assert "--rebuild" in refusal.value.advice

    library = Library(folder, FakeEmbedder(), any_embedder=True)
    library.rebuild()

    assert found(library) == OLD


def test_a_folder_that_is_a_file_is_refused_with_advice(tmp_path):
    (tmp_path / "taken").write_text("x")
    with pytest.raises(LibraryUnavailable, match="TOOLKIT_LIBRARY"):
        Library(tmp_path / "taken", FakeEmbedder())


def test_a_folder_that_cannot_be_written_is_refused_with_advice(folder):
    for path in (folder / "catalogue.sqlite3", folder):
        path.chmod(0o500 if path.is_dir() else 0o400)
    try:
        try:
            (folder / "probe").write_text("x")
        except OSError:
            with pytest.raises(LibraryUnavailable, match="TOOLKIT_LIBRARY"):
                shelve(Library(folder, FakeEmbedder()))
        else:
            pytest.skip("this user may write everywhere")
    finally:
        folder.chmod(0o700)
        (folder / "catalogue.sqlite3").chmod(0o600)


# -- servers -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9", "ftp://host", "http://host:99999999", "http://", "::::"]
)
def test_a_server_that_is_not_there_is_refused_with_advice(tmp_path, url):
    with pytest.raises(LibraryUnavailable) as refusal:
        Library(tmp_path, FakeEmbedder(), url)

    assert refusal.value.advice


def test_a_server_that_never_answers_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr("kb.library.chroma.SERVER_SECONDS", 0.3)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with pytest.raises(LibraryUnavailable, match="TOOLKIT_CHROMA_URL"):
            Library(tmp_path, FakeEmbedder(), f"http://127.0.0.1:{silent.getsockname()[1]}")


# -- many at once ------------------------------------------------------------------------------


def test_threads_may_add_and_search_at_the_same_time(folder):
    library, failed = Library(folder, FakeEmbedder()), []

    def work(number: int) -> None:
        try:
            for turn in range(3):
                text = f"Plan {number} speaks of harbour {turn}."
                library.add(source(f"plan{number}"), [passage(text, f"plan{number}/one.en")])
                assert library.search(f"harbour plan {number}", language="en")
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert not failed
    assert len(library.sources()) == 5
    assert counts(folder) == (6, 6)


def test_another_process_may_add_while_this_one_searches(folder):
    library = Library(folder, FakeEmbedder())
    assert found(library) == OLD
    script = (
        "from pathlib import Path\nfrom kb.library import Library\n"
        "from tests.fakes import FakeEmbedder\nfrom tests.factories import passage, source\n"
        f"library = Library(Path({str(folder)!r}), FakeEmbedder())\n"
        "for n in range(5):\n"
        "    library.add(source(f'plan{n}'), [passage(f'Harbour {n}.', f'plan{n}/one.en')])\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], cwd=Path(__file__).parents[2]) as other:
        while other.poll() is None:
            assert library.search("boil tap water harbour", language="en")

    assert other.returncode == 0
    assert found(library, "Harbour 4") == "Harbour 4."
