"""The one door: what a person gets for each task, and what is never lost."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.compose.engine import Engine
from bot.desk import LONGEST_TEXT, NEAREST, Desk
from bot.model import Claim, Draft, Evidence, Incident, Question, Rumour
from bot.verify import verify
from bot.wishes import Wish
from bot.wording import phrases
from kb.errors import ComposerFailed, NotBuiltYet, UnusableRequest
from kb.model import LIMITS, Hit
from kb.shipped import shipped_editions
from kb.text import sentences
from tests.factories import draft, evidence, passage, source
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


ABROAD = [
    ("de", "Reicht ein bloßes Dementi gegen ein Gerücht?"),
    ("de", "Was sagt die Bürgermeisterin den Angehörigen zuerst?"),
    ("de", "Wie spricht eine Stadt mit Glaubensgemeinschaften nach einem Anschlag?"),
    ("no", "Er det nok å bare avkrefte et rykte?"),
    ("no", "Hva sier ordføreren til de pårørende først?"),
    ("no", "Hvordan forbereder kommunen seg på en krise?"),
]


@pytest.mark.parametrize(("language", "text"), ABROAD)
def test_german_and_norwegian_answers_are_cited_word_for_word(desk, language, text):
    sheet = desk.answer(Question(text, language))

    assert sheet.outcome == "ok" and sheet.draft.claims
    shelf = {item.label: item.passage for item in sheet.evidence}
    assert {item.language for item in shelf.values()} == {language}
    for claim, verdict in zip(sheet.draft.claims, sheet.verdicts, strict=True):
        assert verdict.standing == "supported"
        assert claim.text in {s.text for s in sentences(shelf[verdict.label].text)}


class GermanModel(Engine):
    """A chat model that quotes one sentence, halves another and adds two of its own."""

    name = "test:german"

    def answer(self, question: Question, evidence: Sequence[Evidence]) -> Draft:
        quoted, halved, *_ = (s.text for s in sentences(evidence[0].passage.text))
        said = (quoted, halved[: len(halved) // 2] + ".", "Antworten Sie binnen 2 Stunden.")
        claims = [Claim(text, "model", (evidence[0].label,), move="guidance") for text in said]
        alone = Claim("Drei Menschen sind gestorben.", "model", move="guidance")
        return Draft(
            (*claims, alone), question.language, composer=self.name, headline="Drei Tote am Markt"
        )


@pytest.mark.parametrize(("language", "text"), ABROAD[::3])
def test_a_models_own_sentence_in_german_or_norwegian_is_refused_and_replaced(desk, language, text):
    model = Desk(desk.library, Engine(), GermanModel())

    sheet = model.answer(Question(text, language))

    first = sentences(sheet.evidence[0].passage.text)
    assert first[0].text in sheet.draft.text
    assert "2 Stunden" not in sheet.draft.text and "gestorben" not in sheet.draft.text
    assert sheet.draft.headline == ""
    assert {verdict.standing for verdict in sheet.verdicts} == {"supported"}
    assert any("3" in note for note in sheet.draft.notes)  # so many were replaced


# ------------------------------------------------------------------ how near is near enough


class Shelves(MemoryLibrary):
    """Shelves on which every passage is as near to every question as a test says."""

    def __init__(self, similarity: float, *texts: str, language: str = "en", **more) -> None:
        held = [
            passage(text, f"guide/{n}.{language}", language=language, **more)
            for n, text in enumerate(texts)
        ]
        super().__init__([(source("guide", language), held)])
        self.similarity = similarity

    def search(self, query, k=10, language="", only=None):
        hits = super().search(query, k, language, only)
        near = {LIMITS: 1.0}
        return [
            Hit(hit.passage, 0.5, near.get(hit.passage.source_id, self.similarity), 0.0)
            for hit in hits
        ]


RULES = ("Ring the families first.", "Open the hall at night.", "Name a second spokesperson.")


def asked(shelves: Shelves, language: str = "en", length: str = ""):
    return Desk(shelves, Engine()).answer(Question("Sirens?", language), length)


def near_shelves(language: str = "en", **more) -> Shelves:
    return Shelves(1.0, *RULES, language=language, **more)


@pytest.mark.parametrize("language", ["en", "fr", "de", "no"])
def test_what_is_only_near_is_said_to_be_no_answer(language):
    sheet = asked(near_shelves(language), language)

    first, *cited = sheet.draft.claims
    assert (sheet.outcome, sheet.reason_kind) == ("ok", "near")
    assert first.text == phrases(language, "answer")["nearest"] and not first.cites
    assert len(cited) == NEAREST
    assert all(claim.cites and claim.text in RULES for claim in cited)
    assert [v.standing for v in sheet.verdicts] == ["general wording"] + ["supported"] * NEAREST


def test_a_short_answer_from_what_is_near_still_shows_a_passage():
    sheet = asked(near_shelves(), length="short")

    assert len(sheet.draft.claims) == 2
    assert sheet.draft.claims[1].cites
    assert len(sheet.verdicts) == 2


class QuotingModel(Engine):
    """A chat model that does what it was told."""

    name = "test:quoting"


def test_the_words_that_say_near_are_not_held_against_a_model():
    sheet = Desk(near_shelves(), Engine(), QuotingModel()).answer(Question("Sirens?", "en"))

    assert sheet.reason_kind == "near" and sheet.draft.notes == ()


def test_a_model_cannot_pass_its_own_words_off_as_the_desks():
    """Only what the toolkit wrote itself may stand in an answer without a source."""
    shelf = (evidence("K7Q", "Ring the families first."),)
    for claim in (
        Claim("Sirens sound twice in Ulm.", "model", move="nearest"),
        Claim("Sirens sound twice in Ulm.", "phrase", move="guidance"),
    ):
        [verdict] = verify(draft(claim, channel=""), shelf)
        assert verdict.standing == "unsupported"


def test_what_answers_is_not_called_near():
    sheet = asked(Shelves(1.2, *RULES))

    assert sheet.reason_kind != "near"
    assert phrases("en", "answer")["nearest"] not in sheet.draft.text


def test_what_is_too_far_is_listed_and_not_answered_from():
    sheet = asked(Shelves(0.6, *RULES))

    assert (sheet.outcome, sheet.reason_kind) == ("abstained", "weak-evidence")
    assert sheet.draft is None and len(sheet.evidence) == len(RULES)


class SilentModel(Engine):
    """A chat model that finds no answer in what it was given."""

    name = "test:silent"

    def answer(self, question: Question, evidence: Sequence[Evidence]) -> Draft:
        return Draft((), question.language, composer=self.name)


def test_where_a_model_finds_nothing_the_desk_abstains():
    for shelves in (near_shelves(), Shelves(1.2, *RULES)):
        sheet = Desk(shelves, Engine(), SilentModel()).answer(Question("Sirens?", "en"))
        assert (sheet.outcome, sheet.reason_kind) == ("abstained", "weak-evidence")


@pytest.mark.parametrize("language", ["en", "fr", "de", "no"])
def test_law_is_quoted_with_the_country_it_holds_in(language):
    caution = phrases(language, "answer")["cautions"]["law"].partition("$places")[2]
    country = {"en": "Norway", "fr": "Norvège", "de": "Norwegen", "no": "Norge"}[language]

    sheet = asked(Shelves(1.2, *RULES, language=language, law=("NO",)), language)
    plain = asked(Shelves(1.2, *RULES, language=language), language)

    [note] = [note for note in sheet.draft.notes if caution in note]
    assert country in note
    assert not any(caution in note for note in plain.draft.notes)


def test_a_passage_of_law_that_is_not_cited_needs_no_caution():
    shelves = Shelves(1.0, *RULES)
    far = passage("Sirens, law of sirens.", "law/1.en", law=("NO",))
    shelves.add(source("law"), [far])
    shelves.search = lambda *a, **k: [
        Hit(p, 0.5, 1.2 if p.source_id == "guide" else 0.68, 0.0) for p in shelves.passages()
    ]

    sheet = asked(shelves)

    assert far.id in {item.passage.id for item in sheet.evidence}
    assert sheet.draft.notes == ()


@pytest.mark.parametrize("similarity", [0.2, 0.6])
def test_an_abstaining_desk_says_what_the_library_does_not_cover(similarity):
    shelves = Shelves(similarity, *RULES)
    gap = "The sources say nothing on sirens; the fire service knows."
    shelves.add(source(LIMITS), [passage(gap, f"{LIMITS}/sirens.en")])

    sheet = asked(shelves)

    assert sheet.outcome == "abstained"
    assert sheet.reason.endswith(gap) and len(sheet.reason) > len(gap) + 40
    assert all(item.passage.source_id != LIMITS for item in sheet.evidence)


def test_what_is_not_covered_is_never_an_answer(desk):
    held = {item.passage.source_id for q in ("What does it cost?", "Which sirens sound?")
            for item in desk.answer(Question(q, "en")).evidence}  # fmt: skip

    assert LIMITS not in held


def test_a_language_the_toolkit_does_not_speak_is_refused(desk):
    with pytest.raises(UnusableRequest, match="sv"):
        desk.answer(Question("Hur svarar vi på rykten?", "sv"))


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


def test_a_model_that_is_down_costs_its_text_and_not_the_request(desk):
    desk = Desk(desk.library, Engine(), FailingModel())

    sheet = desk.statement(desk.read_notes(NOTES), "holding", "en")

    assert sheet.outcome == "ok" and sheet.draft.composer == "engine"
    assert any("did not answer" in note for note in sheet.draft.notes)


def test_a_model_that_invents_is_mended_in_sight_of_the_person(desk):
    desk = Desk(desk.library, Engine(), InventingModel())

    sheet = desk.statement(desk.read_notes(NOTES), "holding", "en")

    assert "teenagers" not in sheet.draft.text and "960999" not in sheet.draft.text
    assert "Racist words were painted on the door." in sheet.draft.text
    assert sheet.draft.notes
    assert all(v.standing not in ("unsupported", "unknown source") for v in sheet.verdicts)


def test_a_model_cannot_write_past_a_gap(desk):
    desk = Desk(desk.library, Engine(), InventingModel())
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
