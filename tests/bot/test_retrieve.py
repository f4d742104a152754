"""Evidence: opaque labels, sources asked by name, and papers that speak for others."""

from __future__ import annotations

import pytest

from bot.compose.answer import compose_answer
from bot.compose.engine import Engine
from bot.desk import Desk
from bot.model import Question
from bot.retrieve import bearing, label_for, named_source, retrieve
from kb.model import Hit
from kb.shipped import shipped_editions
from kb.text import sentences
from tests.factories import passage, source
from tests.fakes import MemoryLibrary


@pytest.fixture
def shelves() -> MemoryLibrary:
    return MemoryLibrary(shipped_editions())


def uploaded(shelves: MemoryLibrary, text: str, id: str = "our-plan") -> None:
    piece = passage(text, id=f"{id}/one")
    shelves.add(source(id, kind="upload", title=id, publisher="", year=None), [piece])


def test_a_label_is_made_from_the_passage_and_not_from_its_place():
    assert label_for("guide/one.en") == label_for("guide/one.en")
    assert label_for("guide/one.en") != label_for("guide/two.en")
    taken = label_for("guide/one.en")
    assert label_for("guide/one.en", [taken]) != taken


def test_no_two_passages_of_one_task_share_a_label():
    labels: list[str] = []
    for n in range(300):
        labels.append(label_for(f"guide/{n}", labels))
    assert len(set(labels)) == 300


@pytest.mark.parametrize(
    ("question", "id", "rest"),
    [
        ("What does the CERC manual say about drones?", "cdc-cerc", "drones"),
        ("What does the Debunking Handbook say about chess?", "debunking-handbook-2020", "chess"),
        ("Que dit le CERC des rumeurs ?", "cdc-cerc", "rumeurs"),
    ],
)
def test_a_question_may_name_the_source_it_asks(shelves, question, id, rest):
    named, left = named_source(question, shelves.sources())
    assert named is not None and named.id == id
    assert rest in left and "CERC" not in left and "Debunking" not in left


@pytest.mark.parametrize(
    "question", ["How do we debunk a rumour?", "Is there a handbook?", "Que faire ?"]
)
def test_ordinary_words_name_no_source(shelves, question):
    assert named_source(question, shelves.sources())[0] is None


def test_a_named_source_is_answered_from_itself_alone(shelves):
    found = retrieve(shelves, "What does the Debunking Handbook say about prebunking?", "en")
    assert {item.passage.source_id for item in found.evidence} == {"debunking-handbook-2020"}


def test_a_paper_that_speaks_for_a_source_is_not_cited_as_evidence(shelves):
    words = "The CERC manual asks mayors to publish photographs of the flood gate keys on the first day."
    uploaded(shelves, words, "circular")
    desk = Desk(shelves, Engine())

    sheet = desk.answer(Question("Should we publish photographs of the flood gate keys?", "en"))

    assert all(item.passage.source_id != "circular" for item in sheet.evidence)
    said = sheet.reason + " ".join(sheet.draft.notes if sheet.draft else ())
    assert "circular" in said


def test_a_document_of_the_office_is_quoted_as_such(shelves):
    uploaded(shelves, "The relief lantern depot is run by the Harbour Guild volunteers.")

    sheet = Desk(shelves, Engine()).answer(Question("Who runs the relief lantern depot?", "en"))

    assert "Harbour Guild" in sheet.draft.text
    assert "our-plan" in sheet.draft.text and "not checked" in sheet.draft.text


def test_an_answer_is_made_of_sentences_that_stand_in_its_evidence(shelves):
    question = Question("What should the first message contain?", "en")
    evidence = retrieve(shelves, question.text, "en").evidence
    held = {" ".join(s.text.split()) for e in evidence for s in sentences(e.passage.text)}

    draft = compose_answer(question, evidence)

    assert draft.claims and all(claim.text in held for claim in draft.claims)


def test_similarity_tells_more_in_english_and_shared_words_more_elsewhere():
    alike = Hit(passage(), 0.5, similarity=0.6, coverage=0.1)
    shared = Hit(passage(), 0.5, similarity=0.2, coverage=0.6)
    assert bearing(alike, "en") > bearing(shared, "en")
    assert bearing(shared, "fr") > bearing(alike, "fr")
