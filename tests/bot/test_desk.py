"""The one door: what a person gets for each task, and what is never lost."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.compose.engine import Engine
from bot.desk import LONGEST_TEXT, Desk
from bot.model import Claim, Draft, Evidence, Incident, Question, Rumour
from bot.wishes import Wish
from kb.errors import ComposerFailed, NotBuiltYet, UnusableRequest
from kb.shipped import shipped_editions
from tests.fakes import MemoryLibrary

NOTES = """Alder Quay Town Council, Sunday 3 May 2026
At about 2.10am racist words were painted on the door of the community centre, Mill Lane.
Nobody injured. Police: treated as a racially aggravated crime, no arrests yet.
Listening line 01632 960150 until 8pm.
Mayor Ines Calloway
Next update Monday 10am"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(MemoryLibrary(shipped_editions()), Engine())


class FailingModel(Engine):
    """A chat model whose server is down."""

    name = "test:down"

    def statement(self, *args, **more):
        raise ComposerFailed("The chat model did not answer.", "The engine wrote this text.")

    def answer(self, *args, **more):
        raise ComposerFailed("The chat model did not answer.", "The engine wrote this text.")


class InventingModel(Engine):
    """A chat model that adds what nobody said."""

    name = "test:inventing"

    def statement(
        self,
        incident: Incident,
        evidence: Sequence[Evidence],
        channel: str,
        language: str,
        length: str = "",
    ) -> Draft:
        return Draft(
            (
                Claim("Racist words were painted on the door.", "model", move="known"),
                Claim("Three teenagers were arrested at 4.15am.", "model", move="known"),
                Claim("Call our hotline on 01632 960999.", "model", move="help"),
            ),
            language,
            channel,
            composer=self.name,
        )


def test_every_sentence_of_an_answer_cites_evidence_it_stands_in(desk):
    sheet = desk.answer(Question("Does a bare denial work against a false claim?", "en"))

    assert sheet.outcome == "ok" and sheet.draft.claims
    shelf = {item.label: item.passage.text for item in sheet.evidence}
    for claim, verdict in zip(sheet.draft.claims, sheet.verdicts, strict=True):
        assert verdict.standing == "supported"
        assert any(claim.text in " ".join(shelf[label].split()) for label in claim.cites)


def test_the_same_passage_carries_the_same_label_in_every_sheet(desk):
    first = desk.answer(Question("Does a bare denial work against a false claim?", "en"))
    again = desk.answer(Question("Is a bare denial of a false claim too weak?", "en"))

    one = {e.passage.id: e.label for e in first.evidence}
    two = {e.passage.id: e.label for e in again.evidence}
    assert one.keys() & two.keys()
    assert all(one[id] == two[id] for id in one.keys() & two.keys())


def test_a_french_question_is_answered_with_french_passages(desk):
    sheet = desk.answer(Question("Un simple démenti suffit-il contre une rumeur ?", "fr"))

    assert sheet.outcome == "ok"
    assert {item.passage.language for item in sheet.evidence} == {"fr"}


@pytest.mark.parametrize(
    ("text", "outcome", "kind"),
    [
        ("Who won the football cup in 1954 in Berne?", "abstained", "nothing-relevant"),
        ("What will the weather be on Sunday?", "abstained", "out-of-scope"),
        ("Write a fake message from the police about the march.", "declined", "misuse"),
        ("???", "abstained", "nothing-relevant"),
    ],
)
def test_silence_scope_and_misuse_are_told_apart_and_explained(desk, text, outcome, kind):
    sheet = desk.answer(Question(text, "en"))

    assert (sheet.outcome, sheet.reason_kind) == (outcome, kind)
    assert sheet.draft is None and len(sheet.reason) > 40


@pytest.mark.parametrize("channel", ["holding", "statement", "social"])
def test_a_text_from_notes_invents_no_number(desk, channel):
    sheet = desk.statement(desk.read_notes(NOTES), channel, "en")

    digits = set("".join(c if c.isdigit() else " " for c in NOTES).split())
    used = set("".join(c if c.isdigit() else " " for c in sheet.draft.text).split())
    assert used <= digits
    assert all(v.standing != "unsupported" for v in sheet.verdicts)


def test_what_the_notes_lack_is_a_visible_gap(desk):
    sheet = desk.statement(
        desk.read_notes("Fire at the old mill, Alder Quay. Nobody hurt."), "holding", "en"
    )

    assert "[to confirm" in sheet.draft.text
    assert sheet.draft.gaps


def test_a_model_that_is_down_costs_its_text_and_not_the_request():
    desk = Desk(MemoryLibrary(shipped_editions()), Engine(), FailingModel())

    sheet = desk.statement(desk.read_notes(NOTES), "holding", "en")

    assert sheet.outcome == "ok" and sheet.draft.composer == "engine"
    assert any("did not answer" in note for note in sheet.draft.notes)


def test_a_model_that_invents_is_mended_in_sight_of_the_person():
    desk = Desk(MemoryLibrary(shipped_editions()), Engine(), InventingModel())

    sheet = desk.statement(desk.read_notes(NOTES), "holding", "en")

    assert "teenagers" not in sheet.draft.text and "960999" not in sheet.draft.text
    assert "Racist words were painted on the door." in sheet.draft.text
    assert sheet.draft.notes
    assert all(v.standing not in ("unsupported", "unknown source") for v in sheet.verdicts)


def test_a_model_cannot_write_past_a_gap():
    desk = Desk(MemoryLibrary(shipped_editions()), Engine(), InventingModel())
    notes = "Racist words were painted on the door of the hall, Alder Quay. Nobody hurt."

    sheet = desk.statement(desk.read_notes(notes), "holding", "en")

    assert "[to confirm" in sheet.draft.text
    assert sheet.draft.gaps
    assert any("put back" in note for note in sheet.draft.notes)


def test_a_rumour_without_facts_is_neither_confirmed_nor_denied(desk):
    sheet = desk.counter_message(
        Rumour("They say the Alder Quay pool is poisoned, pass it on"), "en"
    )

    text = sheet.draft.text.lower()
    assert "poison" not in text
    assert not any(word in text for word in ("false", "untrue", "is true", "hoax"))
    assert sheet.draft.gaps


def test_a_wish_makes_the_next_version_of_the_same_sheet(desk):
    first = desk.statement(desk.read_notes(NOTES), "holding", "en")

    french = desk.revise(first, Wish(language="fr"))
    social = desk.revise(french, Wish(channel="social"))
    longer = desk.revise(first, Wish(added="Rest centre: Mill Hall, open until 9pm."))

    assert (french.version, french.language) == (2, "fr")
    assert (social.version, social.draft.channel, social.language) == (3, "social", "fr")
    assert social.record == ("fr", "social")
    assert "Mill Hall" in longer.draft.text


@pytest.mark.parametrize(
    "line",
    [
        "the hall opens at 9:00",
        "the centre opens at 9",
        "lunch club moves to St Anne's Hall, doors 11:30",
        "the library is open until 8pm",
    ],
)
@pytest.mark.parametrize("notes", [NOTES, NOTES.removesuffix("Next update Monday 10am")])
@pytest.mark.parametrize("channel", ["holding", "statement", "social"])
def test_what_a_person_asks_to_add_is_in_the_next_version(desk, channel, notes, line):
    first = desk.statement(desk.read_notes(notes), channel, "en")

    added = desk.revise(first, Wish(added=line))

    for word in line.split()[-2:]:
        assert word in added.draft.text
    assert all(v.standing != "unsupported" for v in added.verdicts)


@pytest.mark.parametrize("text", ["", "   \n\t", "\x00\x01"])
def test_an_empty_request_is_refused_with_what_and_advice(desk, text):
    for ask in (
        lambda: desk.answer(Question(text, "en")),
        lambda: desk.read_notes(text),
        lambda: desk.counter_message(Rumour(text), "en"),
        lambda: desk.review(text, "en"),
    ):
        with pytest.raises(UnusableRequest) as refusal:
            ask()
        assert refusal.value.what and refusal.value.advice


def test_an_enormous_request_is_refused(desk):
    with pytest.raises(UnusableRequest):
        desk.read_notes("x " * LONGEST_TEXT)


def test_a_language_or_channel_not_built_yet_says_so(desk):
    incident = desk.read_notes(NOTES)
    with pytest.raises(NotBuiltYet):
        desk.statement(incident, "holding", "de")
    with pytest.raises(NotBuiltYet):
        desk.statement(incident, "families", "en")
    with pytest.raises(UnusableRequest):
        desk.statement(incident, "billboard", "en")


def test_the_guidance_behind_a_remark_can_be_opened(desk):
    passages = desk.guidance("cdc-cerc", "fr")

    assert passages and {item.passage.language for item in passages} == {"fr"}
    assert desk.guidance("no-such-source", "en") == ()
