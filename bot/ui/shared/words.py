"""The labels of the pages in one language: ``words("chat.title")``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from string import Template
from typing import Any

from bot.wording import dated, interface
from kb.errors import BrokenWording

NBSP = "\u00a0"


@cache
def _pattern(english: str) -> re.Pattern[str]:
    """``english`` with its $names as short gaps."""
    parts = re.split(r"\$([a-z]+)", english)
    return re.compile(
        "".join(f"(?P<{p}>.{{1,300}})" if n % 2 else re.escape(p) for n, p in enumerate(parts))
    )


def _figures(text: str) -> str:
    """1,000 as other languages write it."""
    return re.sub(r"(?<=\d),(?=\d{3})", NBSP, text)


@dataclass(frozen=True)
class Words:
    """Looks labels up. Raises BrokenWording on one that prompts/interface lacks."""

    language: str

    def __call__(self, key: str, **values: object) -> str:
        found: Any = interface(self.language)
        for part in key.split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
        if not isinstance(found, str):
            raise BrokenWording(f"interface/{self.language}.toml lacks {key}.", "Add it.")
        if not values:
            return found.strip()
        return Template(found).safe_substitute({k: str(v) for k, v in values.items()})

    def has(self, key: str) -> bool:
        """Is there a label of this name?"""
        try:
            return bool(self(key))
        except BrokenWording:
            return False

    def told(self, what: str) -> tuple[str, str] | None:
        """An error's English sentence and its advice as this language says them, if it does."""
        book = interface(self.language).get("refusals", {}).get("told", {})
        for known in book.values():
            if found := _pattern(known["english"]).fullmatch(what):
                values = {name: _figures(value) for name, value in found.groupdict().items()}
                parts = (Template(known[part]) for part in ("what", "advice"))
                said, advice = (part.safe_substitute(values) for part in parts)
                return said, advice
        return None

    def count(self, key: str, count: int, **values: object) -> str:
        """``key_one`` or ``key_many``, as the number asks."""
        ending = "one" if count == 1 else "many"
        return self(f"{key}_{ending}", count=count, **values)

    def date(self, at: str) -> str:
        """The day of a moment ("2026-03-01T14:05:09Z") as this language writes it."""
        return dated(at, self.language)

    def colon(self, label: str) -> str:
        """``label`` with the colon as the language sets it."""
        return f"{label}{NBSP}:" if self.language == "fr" else f"{label}:"
