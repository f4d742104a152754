"""In German and Norwegian a sentence stands by the letter, or not at all."""

from __future__ import annotations

import pytest

from bot.model import Claim
from bot.verify import mend, verify, verify_headline
from bot.verify.lexicon import phrases_of
from bot.verify.verbatim import stands_in
from tests.factories import draft, evidence

RULE = "Nennen Sie nie den Namen des Täters, bevor die Angehörigen unterrichtet sind."
LINE = "Die Hotline ist um 9 Uhr besetzt."
SHELF = (
    evidence("K412", f"{RULE} {LINE}", id="guide/namen.de", language="de"),
    evidence("R207", "Ring de pårørende først.", id="guide/ring.no", language="no"),
)


def judged(text: str, *cites: str, language: str = "de", origin: str = "model", move: str = ""):
    claim = Claim(text, origin, cites, move=move)
    [verdict] = verify(draft(claim, language=language, channel=""), SHELF)
    return verdict


# ------------------------------------------------------------------ word for word


@pytest.mark.parametrize(
    "text",
    [
        RULE,
        LINE,
        f"{RULE} {LINE}",
        f"{LINE} {RULE}",
        LINE.replace(" ", "\n"),
        f"  {LINE}  ",
    ],
)
def test_whole_sentences_of_a_passage_stand(text):
    assert stands_in(text, f"{RULE} {LINE}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Nennen Sie nie den Namen des Täters.",
        RULE.removesuffix(", bevor die Angehörigen unterrichtet sind.") + ".",
        "Nennen Sie den Namen des Täters, bevor die Angehörigen unterrichtet sind.",
        LINE.replace("9", "8"),
        LINE.replace("9 Uhr", "9 Uhr nicht"),
        LINE.removesuffix("."),
        f"{LINE} Auch nachts.",
        LINE.lower(),
    ],
)
def test_half_a_sentence_or_a_changed_one_does_not_stand(text):
    assert not stands_in(text, f"{RULE} {LINE}")


def test_a_sentence_may_be_broken_over_lines_in_the_passage():
    assert stands_in(LINE, LINE.replace(" ", "\n", 2))


# ------------------------------------------------------------------ verdicts


def test_a_quoted_sentence_is_supported_and_shows_its_place():
    verdict = judged(LINE, "K412")

    assert (verdict.standing, verdict.label, verdict.quote) == ("supported", "K412", LINE)


@pytest.mark.parametrize(
    ("text", "cites", "standing"),
    [
        (LINE, (), "unsupported"),
        (LINE, ("R207",), "unsupported"),
        (LINE, ("X999",), "unknown source"),
        (LINE, ("K412", "X999"), "unknown source"),
        (LINE, ("R207", "K412"), "supported"),
        ("Die Hotline ist ab 9 Uhr erreichbar.", ("K412",), "unsupported"),
        ("Wir stehen zusammen.", (), "unsupported"),
        ("Wir stehen zusammen.", ("K412",), "unsupported"),
        ("", ("K412",), "unsupported"),
    ],
)
@pytest.mark.parametrize("origin", ["model", "evidence"])
def test_only_the_words_of_a_cited_passage_stand_whoever_says_them(origin, text, cites, standing):
    verdict = judged(text, *cites, origin=origin)

    assert verdict.standing == standing
    assert len(verdict.reason) > 10


def test_the_toolkits_own_words_around_an_answer_are_no_claim():
    assert judged("Am nächsten kommen diese Stellen.", origin="phrase").standing == (
        "general wording"
    )
    assert judged("Erfunden.", "K412", origin="phrase").standing == "unsupported"


def test_norwegian_is_judged_in_norwegian():
    verdict = judged("Ring de pårørende først.", "R207", language="no")
    refused = judged("Ring pressen først.", "R207", language="no")

    assert (verdict.standing, refused.standing) == ("supported", "unsupported")
    assert refused.reason == phrases_of("no", "reasons")["not_word_for_word"]


@pytest.mark.parametrize("language", ["de", "no"])
def test_a_headline_cites_nothing_so_a_models_headline_gives_way(language):
    said = draft(Claim(LINE, "model", ("K412",)), language=language, headline="Drei Tote.")

    refused = verify_headline(said, SHELF)

    assert refused is not None and refused.standing == "unsupported"
    assert mend(said, (refused,), draft(LINE, language=language))[0].headline == ""
    assert verify_headline(draft(LINE, language=language), SHELF) is None


def test_a_huge_text_is_judged_at_once():
    assert judged(LINE + " x" * 100_000, "K412").standing == "unsupported"


# ------------------------------------------------------------------ a paper of the office


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        (
            "Ihr Dokument „The guide“ sagt: „Die Hotline ist um 9 Uhr besetzt“ (Papier).",
            "supported",
        ),
        ("Ihr Dokument „The guide“ sagt: „Die Hotline ist besetzt“ (Papier).", "unsupported"),
        (
            "Ihr Dokument „Another“ sagt: „Die Hotline ist um 9 Uhr besetzt“ (Papier).",
            "unsupported",
        ),
        ("Ihr Dokument sagt: Die Hotline ist um 9 Uhr besetzt.", "unsupported"),
    ],
)
def test_in_the_frame_around_an_offices_paper_the_quotation_must_stand(text, standing):
    assert judged(text, "K412", move="upload").standing == standing
    assert judged(text, "K412").standing == "unsupported"
