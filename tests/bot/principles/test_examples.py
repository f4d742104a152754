"""Every principle keeps its own examples, in every language it speaks."""

from __future__ import annotations

import pytest

from bot.principles import PRINCIPLES
from bot.principles.register import BUILT

EVERY = [(p, language) for p in PRINCIPLES for language in p.wordings]
FLAGS = [(p, lang, text) for p, lang in EVERY for text in p.wordings[lang].flags]
PASSES = [(p, lang, text) for p, lang in EVERY for text in p.wordings[lang].passes]


def name(value):
    return getattr(value, "name", None) or str(value)[:50]


def test_every_principle_speaks_english_and_french():
    assert {"en", "fr"} <= set(BUILT)


@pytest.mark.parametrize(("principle", "language"), EVERY, ids=name)
def test_a_principle_has_a_source_an_advice_and_examples(principle, language):
    wording = principle.wordings[language]

    assert principle.source and principle.facts
    assert all(fact.startswith(principle.source + "-") for fact in principle.facts)
    assert wording.advice.endswith(".")
    assert wording.flags and wording.passes


@pytest.mark.parametrize(("principle", "language", "text"), FLAGS, ids=name)
def test_a_principle_flags_its_faults(principle, language, text):
    found = principle.findings(text, language, principle.example_channel)

    assert found
    for finding in found:
        assert finding.span == text[finding.start : finding.end]
        assert finding.source_id == principle.source


@pytest.mark.parametrize(("principle", "language", "text"), PASSES, ids=name)
def test_a_principle_passes_its_near_misses(principle, language, text):
    assert not principle.findings(text, language, principle.example_channel)
