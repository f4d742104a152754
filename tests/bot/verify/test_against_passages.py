"""A sentence with a citation stands on the passage that it cites, and on nothing else."""

from __future__ import annotations

import pytest

from bot.model import Claim
from bot.verify import verify
from tests.factories import draft, evidence

SHELF = (
    evidence(
        "K412",
        "Boil tap water for at least one minute before drinking it. Tell people when the next test "
        "results come. Never promise that the water is safe before the laboratory has confirmed it.",
        id="water/boil.en",
    ),
    evidence(
        "R207",
        "Families hear the news before reporters do. In 2019 the team of Mara Ilves found that 62 per "
        "cent of families first learned of a death from a reporter. She calls this “the second blow”.",
        id="families/first.en",
    ),
    evidence(
        "F318",
        "Les familles apprennent la nouvelle avant les journalistes.",
        id="families/first.fr",
        language="fr",
    ),
)


def judged(text, *cites, language="en"):
    [verdict] = verify(draft(Claim(text, "model", cites), language=language, channel=""), SHELF)
    return verdict


@pytest.mark.parametrize(
    ("text", "cites", "standing"),
    [
        ("Boil tap water for at least one minute.", ("K412",), "supported"),
        ("Before drinking tap water, boil it for at least one minute.", ("K412",), "supported"),
        ("Tell people when the next test results will come.", ("K412",), "supported"),
        (
            "Do not promise that the water is safe before the laboratory confirms it.",
            ("K412",),
            "supported",
        ),
        ("Families should hear the news before reporters.", ("R207",), "supported"),
        ("Mara Ilves calls this “the second blow”.", ("R207",), "supported"),
        (
            "In 2019, 62% of families first learned of a death from a reporter.",
            ("R207",),
            "supported",
        ),
        ("Families hear the news first; boil tap water.", ("R207", "K412"), "supported"),
        ("The guide says that families hear the news before reporters.", ("R207",), "supported"),
        # not what the passage says
        ("Boil tap water for one minute.", ("K412",), "unsupported"),
        ("Boil tap water for at least ten minutes.", ("K412",), "unsupported"),
        ("Never boil tap water before drinking it.", ("K412",), "unsupported"),
        ("Families do not hear the news before reporters.", ("R207",), "unsupported"),
        (
            "In 2018, 62% of families first learned of a death from a reporter.",
            ("R207",),
            "unsupported",
        ),
        (
            "In 2019, 62 families first learned of a death from a reporter.",
            ("R207",),
            "unsupported",
        ),
        ("Mara Ilves calls this “the second wound”.", ("R207",), "unsupported"),
        ("Mara Olsen found that families hear the news from reporters.", ("R207",), "unsupported"),
        ("Close all schools for a week.", ("K412",), "unsupported"),
        ("Use drones to film the area and publish maps.", ("R207",), "unsupported"),
        # the wrong source
        ("Boil tap water for at least one minute.", ("R207",), "unsupported"),
        ("Families hear the news before reporters.", ("K412",), "unsupported"),
        # another language
        ("Families hear the news before reporters.", ("F318",), "unsupported"),
        # no such source
        ("Boil tap water for at least one minute.", ("Z999",), "unknown source"),
        ("Boil tap water for at least one minute.", ("K412", "Z999"), "unknown source"),
        # no source at all
        ("Boil tap water for at least one minute.", (), "unsupported"),
        ("Speak to the press first.", (), "unsupported"),
        ("Here is what the sources say about your question.", (), "general wording"),
    ],
)
def test_a_sentence_stands_only_on_what_it_cites(text, cites, standing):
    assert judged(text, *cites).standing == standing


def test_the_quote_is_looked_up_in_the_passage_with_its_label():
    verdict = judged("Families should hear the news before reporters.", "K412", "R207")

    assert verdict.label == "R207"
    assert verdict.quote == "Families hear the news before reporters do."


def test_an_unknown_label_is_named():
    assert "Z999" in judged("Boil tap water.", "Z999").reason


def test_a_french_sentence_stands_on_the_french_passage():
    text = "Les familles apprennent la nouvelle avant les journalistes."

    assert judged(text, "F318", language="fr").standing == "supported"
    assert judged(text, "R207", language="fr").standing == "unsupported"
    assert "autre langue" in judged(text, "R207", language="fr").reason


def test_every_sentence_of_a_passage_stands_on_it():
    for item in SHELF[:2]:
        for sentence in item.passage.text.split(". "):
            assert judged(sentence.rstrip(".") + ".", item.label).standing == "supported"


def test_the_name_of_the_source_itself_is_known():
    item = evidence("B555", "Say first what is true.", id="myth/lead.en")
    item = type(item)("B555", item.passage, "The Myth Handbook 2020", "University of Norvik", 2020)
    claim = Claim("The Myth Handbook 2020 advises: say first what is true.", "model", ("B555",))

    [verdict] = verify(draft(claim, channel=""), [item])

    assert verdict.standing == "supported"
