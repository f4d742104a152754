"""What reviewers said of sources and passages: the latest counts, and nothing is lost."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
import threading
import time
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from kb.admission import admitted
from kb.errors import LibraryUnavailable, UnusableRequest
from kb.marks import (
    LARGEST_FILE,
    LONGEST_NAME,
    LONGEST_NOTE,
    Marks,
    marked,
    outdated,
    read_marks,
    wording,
    write_marks,
)
from kb.model import Mark
from tests.factories import passage, source
from tests.fakes import MemoryLibrary

BY = "the press officer"
ROOT = Path(__file__).parent.parent.parent


def mark(standing="checked", target="guide", at="2026-03-01T14:05:09Z", **more) -> Mark:
    return Mark(target, standing, more.pop("by", BY), at, **more)


@pytest.fixture
def marks(tmp_path: Path) -> Marks:
    return Marks(tmp_path / "library" / "marks.json")


# ------------------------------------------------------------------ which mark counts


def test_the_latest_mark_on_a_target_counts(marks):
    marks.add([mark("doubtful", at="2026-03-02T00:00:00Z"), mark("checked")])
    assert marks.in_force()["guide"].standing == "doubtful"


def test_open_takes_a_mark_back_and_the_history_stays(marks):
    marks.mark("guide", "withdrawn", BY)
    marks.mark("guide", "open", BY)
    assert marks.in_force() == {}
    assert [m.standing for m in marks.all()] == ["withdrawn", "open"]


def test_a_mark_made_now_counts_even_if_another_machines_clock_was_ahead(marks):
    marks.add([mark("withdrawn", at="2999-01-01T00:00:00Z")])
    marks.mark("guide", "open", BY)
    assert marks.in_force() == {}


def test_marks_of_one_second_count_in_the_order_in_which_they_were_made(marks):
    for standing in ("withdrawn", "open", "doubtful", "checked"):
        marks.mark("guide", standing, BY)
    assert marks.in_force()["guide"].standing == "checked"


def test_of_two_marks_made_at_the_same_moment_the_graver_counts(marks):
    marks.add([mark("withdrawn"), mark("checked"), mark("open")])
    assert marks.in_force()["guide"].standing == "withdrawn"


def test_a_time_with_parts_of_a_second_is_later_than_the_second():
    marks = Marks()
    marks.add(
        [mark("doubtful", at="2026-03-01T14:05:09.5Z"), mark("checked", at="2026-03-01T14:05:09Z")]
    )
    assert marks.in_force()["guide"].standing == "doubtful"


def test_the_graver_of_the_marks_on_a_passage_and_on_its_source_holds():
    marks, item = Marks(), passage(id="guide/one.en")
    marks.add([mark("checked", "guide/one"), mark("doubtful", "guide")])
    assert marks.of(item) == mark("doubtful", "guide")
    marks.add([mark("withdrawn", "guide/one", at="2026-03-02T00:00:00Z")])
    assert marks.of(item).standing == "withdrawn"


def test_a_mark_on_a_passage_holds_for_its_translation_too():
    marks = Marks()
    marks.add([mark("withdrawn", "guide/one")])
    french = passage("Dites ce que l’on sait.", id="guide/one.fr", language="fr")
    assert not admitted(french, None, marks.in_force())


# ------------------------------------------------------------------ a text that changed


def test_a_text_changed_after_it_was_checked_is_noticed():
    read = passage("Say what is known.")
    seen = mark(target="guide/one", wording=wording(read))
    assert not outdated(seen, read)
    assert outdated(seen, replace(read, text="Say what is not known."))


def test_a_translation_is_not_called_changed_because_another_language_was_read():
    seen = mark(target="guide/one", wording=wording(passage("Say what is known.")))
    assert not outdated(seen, passage("Dites ce que l’on sait.", id="guide/one.fr", language="fr"))


def test_a_mark_on_a_source_says_nothing_of_wording():
    assert not outdated(mark(target="guide"), passage())


# ------------------------------------------------------------------ kept, exported, put together


def test_marks_are_found_again_by_the_next_process(marks):
    made = marks.mark("guide", "doubtful", BY, "The figures are from 2012.")
    assert Marks(marks.path).all() == (made,)


def test_another_process_writing_is_noticed(marks):
    assert marks.in_force() == {}
    Marks(marks.path).mark("guide", "withdrawn", BY)
    assert "guide" in marks.in_force()


SETS = (
    [mark("checked"), mark("doubtful", at="2026-03-02T00:00:00Z")],
    [mark("withdrawn", at="2026-03-02T00:00:00Z", by="a colleague"), mark(target="ours")],
    [mark("open", at="2026-03-03T00:00:00Z"), mark("checked")],
)


def test_putting_files_together_gives_the_same_in_any_order_and_as_often_as_one_likes():
    results = set()
    for order in itertools.permutations(SETS):
        together = Marks()
        for part in (*order, *order):
            together.add(part)
        results.add((together.all(), tuple(together.in_force().items())))
    assert len(results) == 1


def test_a_second_import_of_the_same_file_brings_nothing_new(marks):
    file = write_marks([mark(), mark("doubtful", "ours")])
    assert (marks.take_in(file), marks.take_in(file)) == (2, 0)


def test_what_is_exported_is_what_was_marked(marks):
    marks.mark("guide", "doubtful", BY, "Zahlen prüfen – « à vérifier »")
    assert read_marks(write_marks(marks.all())) == marks.all()


def test_a_file_saved_again_by_an_editor_with_a_byte_order_mark_is_read():
    assert read_marks(b"\xef\xbb\xbf" + write_marks([mark()])) == (mark(),)


# ------------------------------------------------------------------ what is refused


GOOD = asdict(mark())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfe\x00", "not JSON"),
        (b"", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[]", "not of the form"),
        (b'{"form": "toolkit marks 1", "marks": 3}', "not of the form"),
        (b'{"form": "another", "marks": []}', "not of the form"),
        (b"x" * (LARGEST_FILE + 1), "far too large"),
    ],
    ids=["binary", "empty", "deep", "list", "no marks", "other form", "huge"],
)
def test_what_is_no_file_of_marks_is_refused_and_changes_nothing(marks, data, said):
    marks.mark("guide", "withdrawn", BY)
    before = marks.path.read_bytes()
    with pytest.raises(UnusableRequest, match=said):
        marks.take_in(data)
    assert marks.path.read_bytes() == before


@pytest.mark.parametrize(
    "wrong",
    [
        {"standing": "great"},
        {"at": "yesterday"},
        {"at": "2026-13-45T99:00:00Z"},
        {"by": "   "},
        {"by": "x" * (LONGEST_NAME + 1)},
        {"note": "x" * (LONGEST_NOTE + 1)},
        {"target": ""},
        {"target": "a\nb"},
        {"note": 7},
        {"wording": "x" * 65},
    ],
    ids=str,
)
def test_one_bad_mark_refuses_the_whole_file_and_is_named_by_its_number(marks, wrong):
    body = json.dumps({"form": "toolkit marks 1", "marks": [GOOD, GOOD | wrong]})
    with pytest.raises(UnusableRequest, match="Mark number 2"):
        marks.take_in(body.encode())
    assert marks.all() == ()


def test_a_mark_from_the_future_is_not_taken_in(marks):
    with pytest.raises(UnusableRequest, match="in the future"):
        marks.take_in(write_marks([mark(at="2999-01-01T00:00:00Z")]))
    assert marks.all() == ()


def test_a_mark_needs_a_name():
    with pytest.raises(UnusableRequest, match="needs a name"):
        marked("guide", "checked", " \n\x00 ")


def test_control_characters_do_not_get_into_names_and_notes():
    made = marked("guide", "checked", "the\x1b[31m press\u202e desk", "one\r\ntwo\x00")
    assert (made.by, made.note) == ("the [31m press desk", "one two")


def test_a_broken_store_refuses_rather_than_citing_what_was_withdrawn(marks):
    marks.mark("guide", "withdrawn", BY)
    marks.path.write_bytes(b"{ half of a fi")
    library = MemoryLibrary()
    library.marks = marks
    library.add(source(), [passage()])
    with pytest.raises(LibraryUnavailable, match="cannot be read"):
        library.search("what is known")
    with pytest.raises(LibraryUnavailable):
        marks.mark("guide", "checked", BY)
    assert marks.path.read_bytes() == b"{ half of a fi"


def test_a_store_that_was_moved_away_starts_empty(marks):
    marks.mark("guide", "withdrawn", BY)
    marks.path.rename(marks.path.with_name("broken.json"))
    assert marks.in_force() == {}


def test_a_folder_that_cannot_be_written_refuses_the_mark(tmp_path):
    (tmp_path / "library").write_text("a file, where a folder should be")
    with pytest.raises(LibraryUnavailable):
        Marks(tmp_path / "library" / "marks.json").mark("guide", "checked", BY)


def test_no_half_written_file_is_left_when_the_disk_is_full(marks, monkeypatch):
    marks.mark("guide", "withdrawn", BY)
    before = marks.path.read_bytes()

    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kb.marks.os.fsync", full)
    with pytest.raises(LibraryUnavailable, match="No space left"):
        marks.mark("ours", "checked", BY)
    assert marks.path.read_bytes() == before
    assert not list(marks.path.parent.glob("*.tmp"))


# ------------------------------------------------------------------ several at once


def _add_ten(path: Path, name: str) -> None:
    marks = Marks(path)
    for number in range(10):
        marks.mark(f"{name}/{number}", "checked", name)


def test_processes_that_mark_at_the_same_moment_lose_nothing(marks):
    call = "import sys; from pathlib import Path; from tests.kb.test_marks import _add_ten as add; "
    call += "add(Path(sys.argv[1]), sys.argv[2])"
    running = [
        subprocess.Popen([sys.executable, "-c", call, str(marks.path), f"office {n}"], cwd=ROOT)
        for n in range(2)
    ]
    while not marks.all() and any(process.poll() is None for process in running):
        time.sleep(0.01)  # until the first of them marks
    _add_ten(marks.path, "ours")
    assert [process.wait(60) for process in running] == [0, 0]
    assert len(marks.all()) == 30


def test_threads_that_mark_at_the_same_moment_lose_nothing(marks):
    names = [f"window {n}" for n in range(6)]
    shared = [marks, Marks(marks.path)]
    running = [
        threading.Thread(target=lambda n=n, name=name: _mark_five(shared[n % 2], name))
        for n, name in enumerate(names)
    ]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join(60)
    assert len(marks.all()) == 30


def _mark_five(marks: Marks, name: str) -> None:
    for number in range(5):
        marks.mark(f"{name}/{number}", "doubtful", name)
