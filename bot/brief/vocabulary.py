"""The words of one language, as patterns: what staff type, and what it is about.

The tables under words/ are data an editor can extend. An entry is a regular
expression held between word edges; entries of a list are alternatives. A
language without a table, or a table without a list, matches nothing: the
reader then keeps the clause as ``context`` and guesses nothing.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

WORDS = Path(__file__).parent / "words"

NOTHING = re.compile(r"(?!)")


def compiled(entries: list[str]) -> re.Pattern[str]:
    """One pattern for a list of entries, each held between word edges."""
    if not entries:
        return NOTHING
    held = []
    for entry in entries:
        # An entry that looks ahead, or ends in "qu'", says itself what may follow.
        edge = "" if "(?=" in entry or "(?!" in entry else r"(?:(?<=['’\s])|(?!\w))"
        held.append(f"(?:{entry}){edge}")
    return re.compile(rf"(?<!\w)(?:{'|'.join(held)})", re.I)


@dataclass(frozen=True)
class Rule:
    """``name`` holds where one of ``any`` is found and none of ``unless``."""

    name: str
    any: re.Pattern[str]
    unless: re.Pattern[str]
    keep: bool = False

    def holds(self, text: str) -> bool:
        return bool(self.any.search(text)) and not self.unless.search(text)


class Vocabulary:
    """The patterns of one language, compiled on first use."""

    def __init__(self, language: str, table: dict[str, Any]) -> None:
        self.language = language
        self._table = table
        self._patterns: dict[str, re.Pattern[str]] = {}

    def pattern(self, name: str) -> re.Pattern[str]:
        """``"rumour"`` or, in a section, ``"corrections.cue"``."""
        if name not in self._patterns:
            self._patterns[name] = compiled(self.entries(name))
        return self._patterns[name]

    def entries(self, name: str) -> list[str]:
        section, _, key = name.rpartition(".")
        table = self._table.get(section, {}) if section else self._table
        return list(table.get(key, []))

    def found(self, name: str, text: str) -> re.Match[str] | None:
        return self.pattern(name).search(text)

    def _rules(self, section: str, name: str) -> tuple[Rule, ...]:
        return tuple(
            Rule(
                row[name],
                compiled(row["any"]),
                compiled(row.get("unless", [])),
                row.get("keep", False),
            )
            for row in self._table.get(section, [])
        )

    @cached_property
    def kinds(self) -> tuple[Rule, ...]:
        return self._rules("kinds", "kind")

    @cached_property
    def labels(self) -> tuple[Rule, ...]:
        return self._rules("labels", "kind")

    @cached_property
    def hate(self) -> tuple[Rule, ...]:
        return self._rules("hate", "key")

    @cached_property
    def incidents(self) -> tuple[Rule, ...]:
        rows = self._table.get("incident", {})
        return tuple(Rule(name, compiled(words), NOTHING) for name, words in rows.items())


@cache
def vocabulary(language: str) -> Vocabulary:
    path = WORDS / f"{language}.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return Vocabulary(language, table)
