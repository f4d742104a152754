"""Law is answered from the law that was asked about, or not at all."""

from __future__ import annotations

import pytest

from bot.compose.engine import Engine
from bot.desk import Desk
from bot.model import Question
from bot.scope.law import asks_for_law_of
from kb.shipped import shipped_editions
from tests.fakes import MemoryLibrary


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(MemoryLibrary(shipped_editions()), Engine())


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("en", "What does Danish law say about insults?", ("Denmark",)),
        ("en", "Which penalty follows incitement in France or Italy?", ("FR", "Italy")),
        ("en", "Does US law let an official delete comments?", ("US",)),
        ("fr", "Quelle amende risque-t-on en Suisse ?", ("Suisse",)),
        ("fr", "Que prévoit le droit belge contre les injures ?", ("BE",)),
        ("de", "Ist das in Polen verboten?", ("Polen",)),
        ("de", "Was sagt das EU-Recht zu Plattformen?", ("EU",)),
        ("no", "Hva sier dansk lov om hets?", ("Danmark",)),
        ("no", "Hvilken straff får man i Finland?", ("Finland",)),
    ],
)
def test_a_question_about_the_law_of_a_country_names_it(language, text, places):
    assert asks_for_law_of(text, language) == places


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "What does the law let us tell families about victims?"),
        ("en", "Norwegian tourists were killed. Are we allowed to name them?"),
        ("en", "What does the UK guide say about legal risk?"),
        ("en", "How did mayors in Germany speak to families?"),
        ("fr", "Comment parler aux réfugiés ukrainiens ?"),
        ("de", "Was empfiehlt der deutsche Leitfaden zum Recht der Presse?"),
        ("no", "Er det lov å navngi en mistenkt?"),
    ],
)
def test_a_country_without_law_and_law_without_a_country_are_no_such_question(language, text):
    assert asks_for_law_of(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "What does Dutch law say about hate speech by politicians?", "the Netherlands"),
        ("fr", "Que dit le droit espagnol du discours de haine ?", "Espagne"),
        ("de", "Welche Strafe droht in Österreich für Hassrede?", "Österreich"),
        ("no", "Hva sier svensk lov om hatefulle ytringer?", "Sverige"),
        ("en", "What does Norwegian law say about hate speech?", "Norway"),
    ],
)
def test_the_law_of_a_country_the_library_does_not_hold_is_not_answered(
    desk, language, text, place
):
    sheet = desk.answer(Question(text, language))

    assert sheet.outcome == "abstained" and sheet.draft is None
    assert place in sheet.reason


def test_the_law_of_a_country_is_answered_from_its_own_passages_only(desk):
    sheet = desk.answer(
        Question("What does contempt of court mean for the police under UK law?", "en")
    )

    assert sheet.outcome == "ok"
    assert sheet.evidence and all("UK" in item.passage.law for item in sheet.evidence)


@pytest.mark.timeout(20)
def test_a_very_long_question_about_law_is_read_in_a_moment():
    asks_for_law_of("in law german " * 20_000, "en")
