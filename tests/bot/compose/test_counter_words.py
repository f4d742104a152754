"""The phrase books of counter-messages: what an editor may not put into them."""

from __future__ import annotations

import re
from string import Template

import pytest

from bot.compose.counter.signals import found, holds, near_start
from bot.figures import figures
from bot.wording import phrases

LANGUAGES = ("en", "fr")
#: Keys that hold lists of words to look for, not sentences.
LISTS = ("signals", "words", "name", "needs", "groups")


def sentences_of(entry, key: str = "") -> list[str]:
    if isinstance(entry, str):
        return [] if key in LISTS else [entry]
    if isinstance(entry, dict):
        return [s for k, v in entry.items() if k not in LISTS for s in sentences_of(v, k)]
    if isinstance(entry, list):
        return [s for v in entry for s in sentences_of(v, key)]
    return []


def public(language: str) -> list[str]:
    """Every sentence of the book that may go out."""
    book = phrases(language, "counter")
    return [s for key, v in book.items() if key not in ("errors", "notes") for s in sentences_of(v)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_brings_a_figure_or_a_day(language):
    assert not [(s, f.text) for s in public(language) for f in figures(s, language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_of_a_text_names_a_group(language):
    book, groups = phrases(language, "counter"), phrases(language, "counter_words")["groups"]
    said = [s for key, v in book.items() if key != "messenger" for s in sentences_of(v)]

    assert not [s for s in said if found(s, groups)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_insertion_is_one_the_engine_fills(language):
    allowed = {"topic", "Topic", "fact", "number", "link", "mail", "ids", "limit", "a", "b"}
    book = phrases(language, "counter")

    for sentence in sentences_of(dict(book)):
        assert Template(sentence).is_valid()
        assert set(Template(sentence).get_identifiers()) <= allowed


def test_both_languages_hold_the_same_phrases():
    english, french = phrases("en", "counter"), phrases("fr", "counter")

    assert english.keys() == french.keys()
    for section in english:
        if isinstance(english[section], dict):
            assert english[section].keys() == french[section].keys(), section
    assert [set(t) for t in english["technique"]] == [set(t) for t in french["technique"]]


def test_french_keeps_its_signs_with_their_words():
    for sentence in sentences_of(dict(phrases("fr", "counter"))):
        assert not re.search(r"(?<! )[^\S\u00a0][:;?!»]|«[^\S\u00a0]|\w[:;?!](?:\s|$)", sentence), (
            sentence
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_last_technique_and_messenger_fit_any_rumour(language):
    book = phrases(language, "counter")

    assert book["technique"][-1]["signals"] == []
    assert book["messenger"][-1]["words"] == []


def test_a_star_stands_for_any_ending_and_accents_do_not_count():
    assert found("Vaccinations et Écoles", ["vaccin*", "école*"]) == {"vaccinations", "ecoles"}
    assert not holds("a reopened hall", ["open*"])
    assert holds("they don’t want  you to know", ["they don't want you"])
    assert near_start("The letter is forged", ["letter"])
    assert not near_start("Police look into the letter", ["letter"])
