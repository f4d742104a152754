"""What a visit made is kept whole, comes back as it was, and is nobody else's."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import replace

import pytest

from bot.drawer import LARGEST, Drawer
from bot.model import Incident, Question, Rumour
from bot.ui.state import Conversation, Form, Refusal, Work, say, with_facts
from kb.errors import LibraryUnavailable, UnreadableDocument
from tests.ui.fakes import FakeDesk

NOTES = "Town of Alder Quay, Sunday 3 May\n02:10 fire at the hall. Police: no arrests.\nNext update 10:00"
RUMOUR = "They say the pool is closing for good, my cousin saw it, pass it on!!"


@pytest.fixture
def drawer(tmp_path) -> Drawer[Work]:
    return Drawer(tmp_path / "library" / "conversations", Work)


@pytest.fixture
def work() -> Work:
    """One turn of every task, a form with facts, a checked draft, a refusal."""
    desk, talk = FakeDesk(), Conversation()
    for said in (NOTES, "in French", "What comes first?", "Is the impossible possible, and how?"):
        talk = say(desk, talk, said, "en")
    talk = say(desk, talk, RUMOUR, "en")
    told = with_facts(desk, talk.turns[-1], ["The pool is open."], "prebunk", "parents", "x")
    talk = talk.updated(replace(told, refusal=Refusal("NotBuiltYet", "Not yet.", "Wait.")))
    notes = desk.read_notes(f"{NOTES}\nJo Attacker was seen.")
    rows = ({"use": True, "text": "02:10 fire", "kind": "event", "status": "reported", "id": "f1"},)
    return Work(
        talk,
        Form(notes, 1, desk.statement(notes), 1, rows=rows),
        desk.review("There is no reason to worry."),
        {"statement_notes": NOTES, "language": "fr"},
    )


def test_what_was_kept_comes_back_as_it_was(drawer, work):
    key, _ = drawer.keep(work)
    found, _ = drawer.find(key)
    assert found == work
    assert [type(t.sheet.request) for t in found.chat.turns] == [
        Incident,
        Question,
        Question,
        Rumour,
    ]


def test_the_evidence_is_kept_with_the_sheet(drawer, work):
    """The library may change or go; the citation still opens the same words."""
    key, _ = drawer.keep(work)
    body = json.loads((drawer.folder / f"{key}.json").read_text())
    assert "Say first what you feel for those who were hurt." in json.dumps(body)
    found, _ = drawer.find(key)
    sheet = found.chat.turns[1].sheet
    assert sheet.evidence == work.chat.turns[1].sheet.evidence


def test_only_the_owner_may_read_it(drawer, work):
    key, _ = drawer.keep(work)
    assert stat.S_IMODE(drawer.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((drawer.folder / f"{key}.json").stat().st_mode) == 0o600


def test_nothing_is_made_before_something_is_kept(drawer):
    assert drawer.find("0" * 32) is None
    assert not drawer.folder.exists()


def test_a_later_state_takes_the_place_of_the_earlier(drawer, work):
    key, mark = drawer.keep(Work())
    again, _ = drawer.keep(work, key, mark)
    assert again == key
    assert drawer.find(key)[0] == work
    assert [path.name for path in drawer.folder.iterdir()] == [f"{key}.json"]


def test_two_windows_on_one_address_never_overwrite_each_other(drawer, work):
    key, _ = drawer.keep(Work())
    (_, mine), (_, theirs) = drawer.find(key), drawer.find(key)
    drawer.keep(work, key, theirs)
    other, _ = drawer.keep(Work(fields={"check_text": "mine"}), key, mine)
    assert other != key
    assert drawer.find(key)[0] == work
    assert drawer.find(other)[0].fields == {"check_text": "mine"}


def test_a_write_that_is_cut_off_leaves_the_earlier_state(drawer, work, monkeypatch):
    key, mark = drawer.keep(work)

    def killed(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", killed)
    with pytest.raises(LibraryUnavailable, match="could not be kept"):
        drawer.keep(Work(), key, mark)
    assert drawer.find(key)[0] == work
    assert len(list(drawer.folder.iterdir())) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[]",
        b'"x"',
        b"{}",
        b'{"form": 1}',
        b'{"form": 2, "kept": {}}',
        b'{"form": 1, "kept": {"chat": {"turns": [{"id": "one"}]}}}',
        b'{"form": 1, "kept": 7}',
        b"[" * 200_000,
        b'{"form": 1, "kept": {"chat": ' + b'{"turns": [' * 50_000,
    ],
)
def test_a_damaged_or_foreign_file_costs_itself(drawer, work, body):
    key, _ = drawer.keep(work)
    other = "a" * 32
    (drawer.folder / f"{other}.json").write_bytes(body)
    with pytest.raises(UnreadableDocument, match="cannot be read"):
        drawer.find(other)
    assert (drawer.folder / f"{other}.json").read_bytes() == body
    assert drawer.find(key)[0] == work


def test_a_file_far_too_large_is_not_read(drawer, work):
    key, _ = drawer.keep(work)
    with (drawer.folder / f"{key}.json").open("r+b") as file:
        file.truncate(LARGEST + 2)
    with pytest.raises(UnreadableDocument):
        drawer.find(key)


@pytest.mark.parametrize(
    "key",
    ["", "x", "../../etc/passwd", "0" * 31, "0" * 33, "A" * 32, "0" * 31 + "/", "0" * 32 + "\n"],
)
def test_what_is_no_key_never_becomes_a_path(drawer, key):
    assert drawer.find(key) is None
    with pytest.raises(UnreadableDocument):
        drawer.remove(key)


def test_what_is_removed_is_gone(drawer, work):
    key, _ = drawer.keep(work)
    drawer.remove(key)
    drawer.remove(key)
    assert drawer.find(key) is None
    assert list(drawer.folder.iterdir()) == []


def test_signs_that_no_file_can_hold_do_not_cost_the_conversation(drawer):
    key, _ = drawer.keep(Work(fields={"check_text": "half a pair \ud800, null \x00, é, 🕊"}))
    assert drawer.find(key)[0].fields == {"check_text": "half a pair ?, null \x00, é, 🕊"}


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "conversations").write_text("a file where the folder should be")
    with pytest.raises(LibraryUnavailable, match="could not be kept"):
        Drawer(tmp_path / "conversations", Work).keep(Work())


def test_visits_that_hold_a_word_are_found_newest_first(drawer):
    keys = [
        drawer.keep(Work(fields={"check_text": text}))[0] for text in ("one", "two", "one more")
    ]
    for number, key in enumerate(keys):
        os.utime(drawer.folder / f"{key}.json", (number, number))
    (drawer.folder / f"{'0' * 32}.json").write_text('{"check_text": "one" half a file')
    found = drawer.holding("check_text", "one", 10)
    assert [key for key, _ in found] == [keys[0]]
    assert drawer.holding("check_text", "one", 1) == []


def test_a_drawer_in_which_nothing_was_kept_holds_nothing(drawer):
    assert drawer.holding("check_text", "one", 10) == []
    assert not drawer.folder.exists()
