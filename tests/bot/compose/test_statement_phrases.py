"""The phrase books: they claim nothing, and both languages hold the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from bot.compose.statement.carry import carry
from bot.compose.statement.plans import PLANS
from bot.compose.statement.style import style
from bot.figures import figures
from bot.wording import phrases

BOOKS = ("en", "fr")
#: Sections whose every channel needs at least three variants.
MAIN = (
    "empathy.death",
    "empathy.hurt",
    "empathy.frightened",
    "empathy.community",
    "apology",
    "condemnation.hate",
    "condemnation.act",
)


def texts(table: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        name = f"{path}.{key}" if path else key
        if isinstance(value, Mapping):
            yield from texts(value, name)
        else:
            for text in [value] if isinstance(value, str) else value:
                yield name, text


@pytest.mark.parametrize("language", BOOKS)
def test_no_phrase_brings_a_figure_a_day_or_a_month_of_its_own(language):
    for name, text in texts(phrases(language, "statement")):
        bare = re.sub(r"\$\w+", "", text)
        assert not [f for f in figures(bare, language) if f.value != "1"], name
        assert not re.search(r"\d|!", bare), name


@pytest.mark.parametrize("language", BOOKS)
def test_no_phrase_relativises_or_speaks_of_war(language):
    never = {
        "en": r"\bbut\b|thoughts and prayers|\bwar\b|\bbattle\b|\bfight\b|one of|\bboth\b",
        "fr": r"\bmais\b|\bguerre\b|\bcombat|\blutte\b",
    }[language]
    for name, text in texts(phrases(language, "statement")):
        assert not re.search(never, text, re.I), name


@pytest.mark.parametrize("language", BOOKS)
@pytest.mark.parametrize("section", MAIN)
def test_main_phrases_have_three_variants(language, section):
    table: Any = phrases(language, "statement")
    for part in section.split("."):
        table = table[part]
    for channel in PLANS:
        assert len(set(table[channel])) >= 3


def test_both_books_answer_the_same_needs():
    english = {name for name, _ in texts(phrases("en", "statement"))}
    french = {name for name, _ in texts(phrases("fr", "statement"))}

    assert {n for n in english ^ french if not n.startswith(("known.", "gathering."))} <= {
        "words.by_day"
    }


def test_french_phrases_have_their_no_break_spaces():
    for name, text in texts(phrases("fr", "statement")):
        assert not re.search(r" [:;?!»]|« ", text), name


@pytest.mark.parametrize("language", BOOKS)
def test_patterns_of_notes_lead_to_a_phrase_or_an_unknown(language):
    book = phrases(language, "statement")
    for _, key in style(language)["pattern"]:
        known = key in book["known"] or key.removeprefix("unknown_") in book["unknown"]
        assert known or key == "nature", key


@pytest.mark.parametrize("language", BOOKS)
def test_an_empty_note_is_no_piece(language):
    assert carry("", language) == ()
    assert carry(" ,;: ", language) == ()
