"""``toolkit marks``: the same marks as on the Library page, from a terminal."""

from __future__ import annotations

import json

import pytest

from bot.marks_command import export, listed, set_mark, take_in
from kb.errors import UnusableRequest
from kb.marks import Marks
from tests.factories import passage, source
from tests.fakes import MemoryLibrary


@pytest.fixture
def library() -> MemoryLibrary:
    return MemoryLibrary([(source("guide"), [passage(id="guide/one.en")])])


@pytest.mark.parametrize("target", ["guide/one.en", "guide/one"])
def test_a_passage_is_marked_by_its_id_in_any_language(library, target):
    set_mark(library, target, "withdrawn", "the press officer", "")
    assert library.marks.of(passage(id="guide/one.fr", language="fr")).standing == "withdrawn"


def test_a_source_is_marked_by_its_id(library):
    assert "guide: doubtful" in set_mark(library, "guide", "doubtful", "me", "Old figures.")
    assert "Old figures." in listed(library.marks, as_json=False)
    assert json.loads(listed(library.marks, as_json=True))[0]["target"] == "guide"


@pytest.mark.parametrize(
    ("target", "standing", "said"),
    [("gide", "checked", "no source or passage"), ("guide", "great", "no standing")],
)
def test_a_slip_of_the_pen_is_refused_and_marks_nothing(library, target, standing, said):
    with pytest.raises(UnusableRequest, match=said):
        set_mark(library, target, standing, "me", "")
    assert library.marks.all() == ()


def test_what_one_office_exports_another_imports(library, tmp_path):
    set_mark(library, "guide", "checked", "the press officer", "")
    export(library.marks, tmp_path / "ours.json")
    theirs = Marks()
    assert "New marks: 1" in take_in(theirs, tmp_path / "ours.json")
    assert theirs.all() == library.marks.all()


def test_files_that_cannot_be_read_or_written_are_named(library, tmp_path):
    with pytest.raises(UnusableRequest, match=r"nowhere\.json"):
        take_in(library.marks, tmp_path / "nowhere.json")
    with pytest.raises(UnusableRequest, match="cannot be written"):
        export(library.marks, tmp_path)


def test_an_empty_list_says_so(library):
    assert listed(library.marks, as_json=False) == "No mark is in force."
