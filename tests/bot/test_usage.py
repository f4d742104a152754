"""Where the toolkit rests on a source: nothing that names one is forgotten."""

from __future__ import annotations

import pytest

from bot.model import Claim, Question, Sheet, Verdict
from bot.principles import PRINCIPLES
from bot.usage import cites, used_by
from bot.wording import phrases
from tests.factories import draft, evidence


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_rule_and_every_reason_is_found_under_its_source(language):
    for rule in PRINCIPLES:
        assert (rule.name, rule.wordings[language].advice) in {
            (use.name, use.says) for use in used_by(rule.source, language) if use.kind == "rule"
        }
    for name, reason in phrases(language, "withheld").items():
        if source := reason.get("source"):
            assert (name, reason["why"]) in {
                (use.name, use.says) for use in used_by(source, language) if use.kind == "withheld"
            }


def test_a_source_that_nothing_names_is_used_nowhere():
    assert used_by("a-plan-of-the-office") == ()


def test_a_language_without_reasons_of_its_own_is_told_them_in_english():
    assert used_by("cdc-cerc", "xx") == used_by("cdc-cerc", "en")


def test_a_sheet_cites_a_source_only_if_a_sentence_does():
    item = evidence("K7Q")
    said = Claim("Say what is known.", "evidence", ("K7Q",))
    sheet = Sheet("ask", Question("What?"), draft=draft(said), evidence=(item,))
    sheet = Sheet(**{**vars(sheet), "verdicts": (Verdict(0, "supported"),)})
    assert cites(sheet, "guide")
    assert not cites(sheet, "another")
    silent = Sheet("ask", Question("What?"), draft=draft("Thank you."), evidence=(item,))
    assert not cites(silent, "guide")
