"""The entry terms of kb/words/subjects.toml lead to everything and favour nothing.

A subject nobody can enter by a word of their own is not found; a word that
leads to every subject leads nowhere.
"""

from __future__ import annotations

import tomllib
from collections import Counter

import pytest

from kb.model import LANGUAGES
from kb.text import WORDS, fold, stems
from kb.vocabulary import vocabulary

GROUPS = ("topics", "uses", "phases", "audiences", "findings")
with (WORDS / "subjects.toml").open("rb") as file:
    SUBJECTS = tomllib.load(file)


def terms(group: str, word: str, language: str) -> list[str]:
    return [term.strip() for term in SUBJECTS[group][word][language].split(",")]


@pytest.mark.parametrize("group", GROUPS)
def test_every_word_of_the_vocabulary_can_be_entered_in_every_language(group):
    assert set(SUBJECTS[group]) == set(vocabulary(group))
    few = {
        (word, language)
        for word, entry in SUBJECTS[group].items()
        for language in LANGUAGES
        if not 8 <= len(entry.get(language, "").split(",")) <= 16
    }
    assert not few


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_term_is_empty_or_stands_twice_in_one_entry(language):
    for group in GROUPS:
        for word in SUBJECTS[group]:
            listed = [fold(term) for term in terms(group, word, language)]
            assert all(listed), (group, word)
            assert len(set(listed)) == len(listed), (group, word)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_holds_a_word_that_a_search_keeps(language):
    lost = [
        (group, word, term)
        for group in GROUPS
        for word in SUBJECTS[group]
        for term in terms(group, word, language)
        if not stems(term, language)
    ]
    assert not lost


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_term_stands_in_more_than_six_entries(language):
    entries = Counter(
        read
        for group in GROUPS
        for word in SUBJECTS[group]
        for read in {tuple(stems(term, language)) for term in terms(group, word, language)}
    )
    assert not {term: count for term, count in entries.items() if count > 6}
