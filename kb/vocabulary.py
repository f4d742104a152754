"""The words passages are found by: topics, uses, phases, audiences, findings, law.

They are data (words/vocabulary.toml), described in the languages of the pages.
Cards may use no others, so a filter never misses a passage for a synonym.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from kb.text import WORDS

#: What passages can be chosen by; each is a field of Passage too.
GROUPS = ("topics", "uses", "phases", "audiences", "findings", "law")


@cache
def vocabulary(group: str) -> Mapping[str, Mapping[str, str]]:
    """The words of a group, in order: word -> {language: description}."""
    with (WORDS / "vocabulary.toml").open("rb") as file:
        return tomllib.load(file)[group]


def described(group: str, word: str, language: str) -> str:
    """A word for readers; the word itself if nobody described it."""
    descriptions = vocabulary(group).get(word, {})
    return descriptions.get(language) or descriptions.get("en", word)
