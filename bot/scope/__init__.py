"""What the desk does not do, decided before anything is looked up or written.

*Misuse* is a request to deceive, harass or incite: it is declined whatever the
library holds, in every language of the product. *Out of scope* is an honest
request for something no guidance can know (tonight's hotel rooms, a supplier).
Both are patterns in ``words/<language>.toml``: an editor adds a line, no code.

A pattern asks for a making ("write", "invent", "translate") near its object,
so that a practitioner may ask *about* fake profiles or hateful leaflets as
freely as about anything else. Much misuse is asked for without a tell-tale
phrase ("a script in the imam's own voice; he knows nothing about it"): it is
told by *signs* that stand together in any order (``words/together.toml``),
unless a sign says that others did it, or that we mean to answer it.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kb.model import LANGUAGES
from kb.text import fold, stems, words

WORDS = Path(__file__).parent / "words"

#: Longer requests are judged by their beginning and their end.
LONGEST = 6_000
#: Signs stand together when they begin within this many characters: two or three sentences.
REACH = 220


@cache
def _rules(language: str) -> Mapping[str, Any]:
    return tomllib.loads((WORDS / f"{language}.toml").read_text(encoding="utf-8"))


@cache
def _compiled(language: str, section: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(name, pattern) pairs; ``<making>``, ``<group>`` ... stand for lists of the language.

    Patterns are written for folded text: lower case, without accents.
    """
    found = []
    for name, patterns in _rules(language)[section].items():
        found += [(name, _pattern(language, pattern)) for pattern in patterns]
    return tuple(found)


def _pattern(language: str, pattern: str) -> re.Pattern[str]:
    for part, alternatives in _rules(language)["parts"].items():
        pattern = pattern.replace(f"<{part}>", rf"\b(?:{'|'.join(alternatives)})\b")
    return re.compile(pattern)


@cache
def _sign(language: str, name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(language, pattern) for pattern in _rules(language)["signs"].get(name, ()))


@cache
def _together() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """(kind, signs that must stand together, signs that must not) for every rule."""
    return tuple(
        (
            kind,
            tuple(sign for sign in signs if not sign.startswith("!")),
            tuple(sign[1:] for sign in signs if sign.startswith("!")),
        )
        for kind, rules in _rules("together")["misuse"].items()
        for signs in rules
    )


def _pardoned(flat: str, kind: str) -> bool:
    """Does the request warn against what a pattern of ``kind`` found in it?"""
    signs = _rules("together")["pardon"].get(kind, ())
    return any(
        sign.search(flat) for name in signs for code in LANGUAGES for sign in _sign(code, name)
    )


def _standing_together(flat: str, language: str) -> Iterator[str]:
    """Kinds of misuse whose signs stand within REACH of each other in ``flat``.

    A sign that excuses counts in whatever language it stands.
    """
    seen: dict[tuple[str, str], list[int]] = {}

    def at(name: str, code: str) -> list[int]:
        if (name, code) not in seen:
            found = {m.start() for sign in _sign(code, name) for m in sign.finditer(flat)}
            seen[name, code] = sorted(found)
        return seen[name, code]

    def near(name: str, code: str, place: int) -> bool:
        places = at(name, code)
        n = bisect_left(places, place - REACH)
        return n < len(places) and places[n] <= place + REACH

    for kind, wanted, unless in _together():
        for place in at(wanted[0], language):
            if all(near(name, language, place) for name in wanted[1:]) and not any(
                near(name, code, place) for name in unless for code in LANGUAGES
            ):
                yield kind
                break


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
            if pattern.search(flat) and not (section == "misuse" and _pardoned(flat, name)):
                yield name
        if section == "misuse":
            yield from _standing_together(flat, code)


def misuse(text: str, language: str) -> str:
    """The kind of misuse a request asks for, or ""."""
    return next(_matches(text, "misuse", language), "")


def out_of_scope(text: str, language: str) -> str:
    """The kind of thing asked for that no guidance can know, or ""."""
    return next(_matches(text, "out-of-scope", language), "")


def asks_for_a_quantity(text: str, language: str) -> bool:
    """ "How many", "what budget", "combien": the answer must hold a quantity."""
    return any(_matches(text, "quantity", language))


def asks_for_money(text: str, language: str) -> bool:
    """Does a question of quantity ask for a price, a budget, a salary?"""
    return any(_matches(text, "money", language))


def counted(text: str, language: str) -> frozenset[str]:
    """The stems of what "how many ..." counts: the words after it, up to a common one."""
    flat = re.sub(r"\s+", " ", text[:LONGEST].casefold().replace("’", "'"))
    found: set[str] = set()
    for pattern in _rules(language)["counting"]["before"] if language in LANGUAGES else ():
        for match in re.finditer(pattern, flat):
            noun: list[str] = []
            for word in words(flat[match.end() : match.end() + 80])[:4]:
                content = stems(word.text, language)
                if noun and not content:
                    break
                noun += content
            # In French the noun comes before what describes it; elsewhere after.
            found |= set(noun[:1] if language == "fr" else noun[:3])
    return frozenset(found)
