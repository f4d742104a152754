"""What a model got wrong is replaced move by move, and the draft says so."""

from __future__ import annotations

from bot.model import Claim, Verdict
from bot.verify import mend
from tests.factories import draft

MODEL = draft(
    Claim("We are with you.", "model", move="empathy"),
    Claim("Nine windows were broken.", "model", move="event", new_paragraph=True),
    Claim("Ten were broken.", "model", move="event"),
    Claim("Call 123.", "model", move="help"),
    Claim("We are all friends of Bob.", "model"),
    composer="test",
    headline="Nine windows",
)
ENGINE = draft(
    Claim("Our hearts are with you.", "phrase", move="empathy"),
    Claim("Two windows were broken.", "fact", facts=("f1",), move="event"),
    Claim("A door was damaged.", "fact", facts=("f2",), move="event"),
    Claim("For help: [to confirm: a number].", "phrase", move="help"),
    headline="Two windows",
    gaps=("[to confirm: a number]",),
)


def verdicts(*standings: str) -> list[Verdict]:
    return [Verdict(n, s) for n, s in enumerate(standings)]


def test_a_draft_that_stands_stays_as_it_is():
    fine = verdicts(*["from the brief"] * 5)

    assert mend(MODEL, fine, ENGINE) == (MODEL, ())


def test_refused_sentences_give_way_to_the_engines_of_the_same_move():
    judged = verdicts(
        "general wording", "unsupported", "unsupported", "unknown source", "unsupported"
    )

    mended, replaced = mend(MODEL, judged, ENGINE)

    assert replaced == (1, 2, 3, 4)
    assert mended.text == (
        "We are with you.\n\nTwo windows were broken. A door was damaged. For help: [to confirm: a number]."
    )
    assert mended.gaps == ("[to confirm: a number]",)
    assert mended.notes == (
        "4 sentences of the model were not supported and were replaced or left out.",
    )
    assert mended.composer == "test"


def test_a_move_that_still_has_a_good_sentence_gets_no_second_one():
    judged = verdicts(
        "general wording", "from the brief", "unsupported", "from the brief", "general wording"
    )

    mended, replaced = mend(MODEL, judged, ENGINE)

    assert replaced == (2,)
    assert [c.text for c in mended.claims if c.move == "event"] == ["Nine windows were broken."]
    assert mended.notes[0].startswith("One sentence")


def test_where_nothing_stands_the_text_is_the_engines():
    mended, replaced = mend(MODEL, verdicts(*["unsupported"] * 5), ENGINE)

    assert replaced == (0, 1, 2, 3, 4)
    assert mended.claims == ENGINE.claims
    assert mended.composer == "engine"
    assert mended.notes == (
        "No sentence of the model was supported: this is the text composed without it.",
    )


def test_a_refused_headline_is_replaced_too():
    judged = [*verdicts(*["from the brief"] * 5), Verdict(-1, "unsupported")]

    mended, replaced = mend(MODEL, judged, ENGINE)

    assert replaced == (-1,)
    assert mended.headline == "Two windows"
    assert mended.claims == MODEL.claims
    assert mended.notes == ("The model's headline was not supported and was replaced.",)


def test_the_note_is_in_the_language_of_the_draft():
    french = draft("Dix vitres ont été brisées.", "Vous êtes chez vous.", language="fr")

    mended, _ = mend(french, verdicts("unsupported", "general wording"), draft(language="fr"))

    assert mended.notes[0].startswith("Une phrase du modèle")
