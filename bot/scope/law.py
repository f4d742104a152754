"""Whose law does a question ask about?

Law holds in its own country. A passage on free speech in the United States
reads like an answer to a question about Dutch law, and is none; so a question
that names a country and asks about law, penalties or legal duties may only be
answered from passages of that country's law. Countries and words of law are
data (``words/law.toml``).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from kb.text import fold, sentences

WORDS = Path(__file__).parent / "words" / "law.toml"

#: A question is judged by its beginning.
LONGEST = 4_000


@cache
def _words() -> dict[str, Any]:
    with WORDS.open("rb") as file:
        return tomllib.load(file)


def _any(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


@cache
def _of_law(language: str) -> re.Pattern[str]:
    """Words of law of a language; of all of them for a language without any."""
    said = _words()["law"]
    return _any(said.get(language) or [word for words in said.values() for word in words])


@cache
def _countries() -> tuple[tuple[str, re.Pattern[str]], ...]:
    book = _words()
    known = [(code, _any(said)) for code, said in book["known"].items()]
    return (*known, *((code, _any(row["said"])) for code, row in book["elsewhere"].items()))


@cache
def _paper() -> re.Pattern[str]:
    """What makes "German" the word for a guide, or for people, and not for a law."""
    return _any(_words()["papers"]["said"])


def asks_for_law_of(text: str, language: str) -> tuple[str, ...]:
    """The countries whose law ``text`` asks about, in one of its sentences; () if none.

    A code of the vocabulary ("FR", "US") where it has one, else the country's
    name in ``language``: no passage can be marked with the law of that country.
    """
    elsewhere = _words()["elsewhere"]
    found: dict[str, None] = {}
    for sentence in sentences(text[:LONGEST]):
        flat = re.sub(r"\s+", " ", fold(sentence.text))
        if not _of_law(language).search(flat):
            continue
        for code, said in _countries():
            if any(not _paper().match(flat, named.end()) for named in said.finditer(flat)):
                row = elsewhere.get(code)
                found[(row.get(language) or row["en"]) if row else code] = None
    return tuple(found)
