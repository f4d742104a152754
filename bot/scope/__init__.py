"""What the desk does not do, decided before anything is looked up or written.

*Misuse* is a request to deceive, harass or incite: it is declined whatever the
library holds, in every language of the product. *Out of scope* is an honest
request for something no guidance can know (tonight's hotel rooms, a supplier).
Both are patterns in ``words/<language>.toml``: an editor adds a line, no code.

A pattern asks for a making ("write", "invent", "translate") near its object,
so that a practitioner may ask *about* fake profiles or hateful leaflets as
freely as about anything else.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kb.model import LANGUAGES
from kb.text import fold

WORDS = Path(__file__).parent / "words"

#: Longer requests are judged by their beginning and their end.
LONGEST = 6_000


@cache
def _rules(language: str) -> Mapping[str, Any]:
    return tomllib.loads((WORDS / f"{language}.toml").read_text(encoding="utf-8"))


@cache
def _compiled(language: str, section: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(name, pattern) pairs; ``<making>``, ``<group>`` ... stand for lists of the language.

    Patterns are written for folded text: lower case, without accents.
    """
    rules = _rules(language)
    found = []
    for name, patterns in rules[section].items():
        for pattern in patterns:
            for part, alternatives in rules["parts"].items():
                pattern = pattern.replace(f"<{part}>", rf"\b(?:{'|'.join(alternatives)})\b")
            found.append((name, re.compile(pattern)))
    return tuple(found)


def _shortened(text: str) -> str:
    flat = re.sub(r"\s+", " ", fold(text[: 20 * LONGEST]))
    return flat if len(flat) <= LONGEST else f"{flat[: LONGEST // 2]} {flat[-LONGEST // 2 :]}"


def _matches(text: str, section: str, language: str) -> Iterator[str]:
    """Names of the rules that match, those of the language of the request first.

    All languages are tried: a request may mix them, or be detected wrongly.
    """
    flat = _shortened(text)
    for code in sorted(LANGUAGES, key=lambda code: code != language):
        for name, pattern in _compiled(code, section):
            if pattern.search(flat):
                yield name


def misuse(text: str, language: str) -> str:
    """The kind of misuse a request asks for, or ""."""
    return next(_matches(text, "misuse", language), "")


def out_of_scope(text: str, language: str) -> str:
    """The kind of thing asked for that no guidance can know, or ""."""
    return next(_matches(text, "out-of-scope", language), "")


def asks_for_a_quantity(text: str, language: str) -> bool:
    """ "How many", "what budget", "combien": the answer must hold a quantity."""
    return any(_matches(text, "quantity", language))
