"""What reviewers said of the sources travels into answers, exports and results."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest

from bot.compose.engine import Engine
from bot.desk import Desk
from bot.export import as_docx, as_markdown
from bot.export.rows import citations
from bot.model import Question, Sheet
from bot.result import sheet_result
from kb.errors import LibraryUnavailable
from kb.marks import Marks
from kb.model import Filter, Mark
from tests.factories import passage, source
from tests.fakes import MemoryLibrary

ASKED = Question("How should the first message name the telephone line for bereaved families?")
ONE = passage(
    "The first message should name the telephone line for bereaved families. "
    "Name the telephone line again in every later message.",
    id="guide/line.en",
    law=("BE",),
)
OTHER = passage(
    "Posters in the town hall should name the telephone line for bereaved families too.",
    id="second/posters.en",
)


@pytest.fixture
def desk() -> Desk:
    shelves = [(source("guide"), [ONE]), (source("second"), [OTHER])]
    return Desk(MemoryLibrary(shelves), Engine())


def mark(desk: Desk, target: str, standing: str, note: str = "") -> Mark:
    return desk.library.marks.mark(target, standing, "the press officer", note)


def cited(sheet: Sheet) -> set[str]:
    return {citation.evidence.passage.id for citation in citations(sheet)}


def test_without_a_mark_the_passage_is_cited(desk):
    assert ONE.id in cited(desk.answer(ASKED))


@pytest.mark.parametrize("target", ["guide/line", "guide"])
def test_what_is_withdrawn_is_never_cited_nor_shown_as_near(desk, target):
    mark(desk, target, "withdrawn")
    sheet = desk.answer(ASKED)
    assert ONE.id not in {item.passage.id for item in sheet.evidence}
    assert desk.guidance("guide", "en") == ()
    assert all(hit.passage.id != ONE.id for hit in desk.search(ASKED.text))
    assert not desk.search(ASKED.text, only=Filter(sources=("guide",)))


def test_when_everything_is_withdrawn_the_desk_abstains(desk):
    mark(desk, "guide", "withdrawn")
    mark(desk, "second", "withdrawn")
    assert desk.answer(ASKED).outcome == "abstained"


def test_a_mark_taken_back_lets_the_passage_be_cited_again(desk):
    mark(desk, "guide/line", "withdrawn")
    mark(desk, "guide/line", "open")
    assert ONE.id in cited(desk.answer(ASKED))


def test_a_translation_of_a_withdrawn_passage_is_not_cited_either(desk):
    french = replace(ONE, id="guide/line.fr", edition="guide.fr", language="fr")
    desk.library.add(source("guide", "fr", edition="guide.fr"), [french])
    mark(desk, "guide/line", "withdrawn")
    assert all(hit.passage.source_id != "guide" for hit in desk.search(ASKED.text, language="fr"))


def doubted(desk: Desk) -> Sheet:
    mark(desk, "guide/line", "doubtful", "The line was renamed.")
    return desk.answer(ASKED)


def test_what_is_doubtful_is_cited_with_the_doubt(desk):
    sheet = doubted(desk)
    found = next(c.evidence for c in citations(sheet) if c.evidence.passage.id == ONE.id)
    assert found.mark and found.mark.standing == "doubtful"
    assert sheet.draft and any("The line was renamed." in note for note in sheet.draft.notes)


def test_a_doubt_said_later_does_not_change_what_was_already_answered(desk):
    before = desk.answer(ASKED)
    doubted(desk)
    assert all(item.mark is None for item in before.evidence)


@pytest.mark.parametrize("said", ["Doubtful, says the press officer on", "The line was renamed."])
def test_the_doubt_stands_beside_the_source_in_both_files(desk, said):
    sheet = doubted(desk)
    word = docx.Document(io.BytesIO(as_docx(sheet)))
    assert said in as_markdown(sheet)
    assert said in "\n".join(p.text for p in word.paragraphs)


def test_the_country_of_law_stands_beside_the_source_in_both_files(desk):
    sheet = desk.answer(ASKED)
    word = docx.Document(io.BytesIO(as_docx(sheet)))
    told = "Law: Belgium. Not legal advice."
    assert told in as_markdown(sheet)
    assert told in "\n".join(p.text for p in word.paragraphs)


def test_a_note_with_markdown_in_it_stays_text_in_the_file(desk):
    mark(desk, "guide/line", "doubtful", "[see](javascript:alert(1)) **now**")
    assert "\\[see\\](javascript\\:alert(1)) \\*\\*now\\*\\*" in as_markdown(desk.answer(ASKED))


def test_another_program_gets_mark_and_law_with_each_citation(desk):
    result = sheet_result(doubted(desk))
    by_id = {item["passage_id"]: item for item in result["citations"]}
    assert by_id[ONE.id]["law"] == ["BE"]
    assert by_id[ONE.id]["mark"]["standing"] == "doubtful"
    assert by_id[ONE.id]["mark"]["by"] == "the press officer"
    assert by_id[ONE.id]["mark"]["note"] == "The line was renamed."
    assert any("Belgium" in note for note in result["notes"])


def test_a_citation_nobody_reviewed_carries_no_mark(desk):
    assert {item["mark"] for item in sheet_result(desk.answer(ASKED))["citations"]} == {None}


def test_a_broken_file_of_marks_refuses_rather_than_citing_what_was_withdrawn(desk, tmp_path):
    (tmp_path / "marks.json").write_text("[")
    desk.library.marks = Marks(tmp_path / "marks.json")
    with pytest.raises(LibraryUnavailable, match="marks"):
        desk.answer(ASKED)
