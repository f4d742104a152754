"""Finds listed words in a text: the one way the counter-message rooms read their word lists.

A list entry is a word or a few words; a star at its end stands for any ending
("vaccin*"). Accents, capitals and the shape of an apostrophe do not count.
Every pattern starts at the edge of a word and repeats nothing but word
characters and a few blanks, so a huge text costs its length and no more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

_SHAPES = {"’": "'", "ʼ": "'", "‘": "'", "\u2011": "-", "œ": "o", "Œ": "o"}


def flat(text: str) -> str:
    """``text`` without accents and capitals, character for character: offsets stay true."""
    return "".join(_SHAPES.get(c) or unicodedata.normalize("NFD", c)[0].lower()[:1] for c in text)


@cache
def _pattern(entries: tuple[str, ...]) -> re.Pattern[str]:
    parts = []
    for entry in sorted(entries, key=len, reverse=True):
        body = r"\s{1,3}".join(re.escape(word) for word in flat(entry.rstrip("*")).split())
        start = r"(?<!\w)" if entry[:1].isalnum() else ""
        end = r"\w*" if entry.endswith("*") else (r"(?!\w)" if entry[-1:].isalnum() else "")
        parts.append(start + body + end)
    return re.compile("|".join(parts) if parts else r"(?!)")


def found(text: str, entries: Sequence[str]) -> frozenset[str]:
    """The different listed words that stand in ``text``, in flat form."""
    return frozenset(m.group() for m in _pattern(tuple(entries)).finditer(flat(text)))


def holds(text: str, entries: Sequence[str]) -> bool:
    """Does any of the listed words stand in ``text``?"""
    return _pattern(tuple(entries)).search(flat(text)) is not None


def begins(text: str, entries: Sequence[str]) -> bool:
    """Does ``text`` begin with one of the listed words?"""
    return _pattern(tuple(entries)).match(flat(text).lstrip("\"'“«( \u00a0")) is not None


def near_start(text: str, entries: Sequence[str], words: int = 3) -> bool:
    """Does a listed word stand among the first few: is it what the sentence is about?"""
    return holds(" ".join(text.split()[:words]), entries)


def without(text: str, entries: Sequence[str]) -> str:
    """``text`` in flat form with the listed words taken out."""
    return _pattern(tuple(entries)).sub(" ", flat(text))
