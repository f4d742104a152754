"""The entry terms of kb/words/subjects.toml lead to everything and favour nothing.

A subject nobody can enter by a word of their own is not found; a word that
leads to every subject leads nowhere.
"""

from __future__ import annotations

import tomllib
from collections import Counter

import pytest

from kb.model import LANGUAGES
from kb.ranking import Candidate, rank
from kb.subjects import filed, topics_asked
from kb.text import WORDS, fold, stems
from kb.vocabulary import vocabulary
from tests.factories import passage

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


def test_an_expression_names_its_topic_more_surely_than_a_word():
    asked = topics_asked("Who writes the first statement for journalists?", "en")

    assert asked["first-message"] == 1.0
    assert asked["media-relations"] < 1.0
    assert topics_asked("Wer schreibt die erste Mitteilung?", "de")["first-message"] == 1.0


def test_a_question_on_nothing_listed_names_no_topic():
    assert topics_asked("Blue bicycles?", "en") == {}
    assert filed({}, passage(topics=("first-message",))) == 0.0


def test_a_passage_headed_by_the_topic_comes_before_one_that_touches_on_it():
    asked = topics_asked("What belongs in the first statement?", "en")
    headed = passage(topics=("first-message",), headings=("First message: facts",))
    touching = passage(topics=("first-message",), headings=("Panic",))

    assert filed(asked, headed) > filed(asked, touching) > filed(asked, passage()) == 0.0


def test_what_is_filed_under_the_topic_asked_for_wins_a_tie():
    pair = [Candidate(passage(f"Text {n}.", f"a/{n}.en"), 0.5, 1.0, 0.5, topics=n) for n in (0, 1)]

    assert rank(pair, "en", "en")[0].passage.id == "a/1.en"
