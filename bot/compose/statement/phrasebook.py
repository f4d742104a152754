"""The engine's sentences in one language, chosen the same way every time.

Which of several variants is taken depends on the notes and the move alone, so
the same notes give the same text on every machine, and two incidents do not
read like one form letter.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from string import Template
from typing import Any

from bot.wording import phrases
from kb.errors import BrokenWording

_NARROW = "\u00a0"


class Phrasebook:
    """``section`` is a dotted name in the book; ``key`` a list of variants or a string."""

    def __init__(self, language: str, seed: str) -> None:
        self.language = language
        self._seed = seed
        self._book = phrases(language, "statement")

    def entry(self, section: str, key: str) -> Any:
        """What stands under a section, as written; None if nothing does."""
        place: Any = self._book
        for name in (*section.split("."), key):
            if not isinstance(place, Mapping) or name not in place:
                return None
            place = place[name]
        return place

    def has(self, section: str, key: str) -> bool:
        return self.entry(section, key) is not None

    def say(self, section: str, key: str, turn: int = 0, **values: str) -> str:
        """A variant, filled in. ``turn`` moves on to the next variant."""
        found = self.entry(section, key)
        if found is None:
            raise BrokenWording(
                f"The phrases for statements ({self.language}) lack {section}.{key}.", "Add it."
            )
        variants = [found] if isinstance(found, str) else list(found)
        chosen = variants[(self._number(section + "." + key) + turn) % len(variants)]
        return typographic(Template(chosen).substitute(values), self.language)

    def _number(self, name: str) -> int:
        digest = hashlib.sha256(f"{self._seed}\x1f{name}".encode()).digest()
        return int.from_bytes(digest[:4], "big")


def typographic(text: str, language: str) -> str:
    """No-break spaces where French has them; nothing else is touched.

    Times (17:35) and links have no space to replace, and no letter before the
    colon gets one there: only a space that is already written is made firm,
    and a sign glued to a word is set apart when a space or the end follows.
    """
    text = re.sub(r"  +", " ", text)
    if language != "fr":
        return text
    text = re.sub(r" (?=[:;?!»])", _NARROW, text)
    text = re.sub(r"(?<=«) ", _NARROW, text)
    text = re.sub(r"«(?=[^\s\u00a0])", f"«{_NARROW}", text)
    text = re.sub(r"(?<=[^\s\u00a0])»", f"{_NARROW}»", text)
    return re.sub(r"(?<=[^\W_])(?=[:;?!](?:\s|$))", _NARROW, text)


def sentence(text: str) -> str:
    """With a full stop, unless it ends in one, a mark, or a quotation that has one."""
    text = text.rstrip(" ,;:\u00a0")
    bare = text.rstrip('"”»’ \u00a0)')
    return text if bare.endswith((".", "!", "?", "…")) else text + "."
