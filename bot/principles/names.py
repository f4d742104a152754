"""Who is named? Personal names in a text, with where they stand.

No list of first names: that would know some peoples' names and not others'.
A name is two to four capitalised words in a row (particles between them, a
lone initial after them) of which none is the word for a place or a body. What
the words around it say decides whether it is an attacker, a victim or the
police inspector, and that is the business of the principles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.principles.base import words_of
from bot.principles.reading import Reading

_TOKEN = r"[A-ZÀ-ÖØ-ÞŠŽČŁĐ][\w'-]{1,30}"
_PARTICLE = r"(?:de|du|da|dos|di|van|von|der|den|el|al|bin|ben|ibn|la|le|y|ter|ten)"
_NAME = re.compile(
    rf"(?<![\w-]){_TOKEN}(?: (?:{_PARTICLE} ){{0,2}}{_TOKEN}){{0,4}}(?: [A-Z]\.(?! [A-Z]))?"
)


@dataclass(frozen=True)
class Name:
    start: int
    end: int
    text: str
    role: str = ""  #: the function that stands right before it: "mayor", "imam"
    full: bool = True  #: False for a single word, which needs stronger company

    @property
    def last(self) -> str:
        return self.text.split()[-1]


def _parts(found: re.Match[str]) -> list[tuple[int, str]]:
    return [
        (found.start() + piece.start(), piece.group())
        for piece in re.finditer(r"\S+", found.group())
    ]


def names(reading: Reading) -> Iterator[Name]:
    """Personal names in the order of the text; single words too, marked as such."""
    places = words_of(reading.language, "place")
    roles = words_of(reading.language, "role")
    others = words_of(reading.language, "no_name")
    for found in _NAME.finditer(reading.cased):
        parts = _parts(found)
        role = ""
        before = re.findall(r"[\w-]+", reading.flat[max(0, found.start() - 40) : found.start()])
        if before and before[-1] in roles:
            role = before[-1]
        while parts:
            word = parts[0][1].lower().rstrip(".")
            if word in roles:
                role = word
            elif word not in others and not (word.count("'") and word.split("'")[0] in others):
                break
            parts = parts[1:]
        if not parts:
            continue
        words = [word.lower().rstrip(".") for _, word in parts]
        if len(parts) > 1 and re.fullmatch(r"[A-Z]\.", parts[-1][1]):
            words = words[:-1]
        if any(w in places or w in others or w in roles for w in words):
            continue
        if any(bit in places for w in words for bit in w.split("-")):
            continue
        start, last = parts[0][0], parts[-1]
        end = last[0] + len(last[1])
        text = reading.cased[start:end].rstrip("'-")
        # An acronym or a shouted line is no name.
        if text.isupper() and len(parts) == 1:
            continue
        yield Name(start, start + len(text), text, role, full=len(parts) > 1)
