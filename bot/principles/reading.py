"""A text made ready for the principles, with every offset kept true.

Patterns are matched on copies of exactly the same length as the text: straight
apostrophes, plain spaces, one of them in lower case, and a line break between
any two sentences so that no pattern runs from one into the next. What a rule
finds there is therefore found at the same place in the text as given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from kb.text import Span, sentences

#: Marks that typesetting varies; each becomes one character of the same width.
_SAME_WIDTH = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‑": "-", "‐": "-", "“": '"', "”": '"'})

#: A line no longer than this, before a capital, ends where it ends: a heading, a greeting.
SHORT_LINE = 70

#: Where a clause stops; spoken lists and brackets too.
_STOP = re.compile(r"[,;:] |[;:()\n«»\"]| [—–-] | (?:but|mais) ")

_LINE_END = re.compile(r"\n(?=[ \t]*[^\W\d_a-zß-ÿ])")

#: No clause that is worth marking is longer.
LONGEST_CLAUSE = 180

#: No sentence that a person wrote is longer; keeps reading linear on anything else.
FAR = 600


def _lower(text: str) -> str:
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _lines(span: Span) -> list[tuple[int, int]]:
    """The sentence cut once more after short lines: headings carry no full stop."""
    cuts, start = [], 0
    for end in _LINE_END.finditer(span.text):
        if 0 < len(span.text[start : end.start()].strip()) <= SHORT_LINE:
            cuts.append((span.start + start, span.start + end.start()))
            start = end.end()
    return [*cuts, (span.start + start, span.end)]


@dataclass(frozen=True)
class Reading:
    """A text, its language and channel ("" where unknown), ready to be searched."""

    text: str
    language: str
    channel: str = ""

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        return tuple(line for span in sentences(self.text) for line in _lines(span))

    @cached_property
    def cased(self) -> str:
        """The text with plain apostrophes and spaces, and a break between sentences."""
        plain = re.sub(r"\s", " ", self.text.translate(_SAME_WIDTH))
        pieces, last = [], 0
        for start, end in self.sentences:
            pieces += ["\n" * (start - last), plain[start:end]]
            last = end
        return "".join(pieces) + "\n" * (len(plain) - last)

    @cached_property
    def flat(self) -> str:
        """``cased`` in lower case: what patterns are written for."""
        return _lower(self.cased)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @cached_property
    def _gaps(self) -> tuple[tuple[int, int], ...]:
        """Placeholders in square brackets: instructions to the writer, not text."""
        return tuple(m.span() for m in re.finditer(r"\[[^\]\n]{1,160}\]", self.cased))

    def in_gap(self, start: int, end: int) -> bool:
        at = bisect_right(self._gaps, (start, len(self.text))) - 1
        return at >= 0 and end <= self._gaps[at][1]

    def sentence_number(self, at: int) -> int:
        return max(0, bisect_right(self._starts, at) - 1)

    def sentence(self, at: int) -> tuple[int, int]:
        """Start and end of the sentence around a place."""
        if not self.sentences:
            return 0, len(self.text)
        return self.sentences[self.sentence_number(at)]

    def nearby(self, at: int) -> tuple[int, int]:
        """The sentence around a place, cut where no sentence is that long."""
        low, high = self.sentence(at)
        return max(low, at - FAR), min(high, at + FAR)

    def around(self, at: int, before: int = 1, after: int = 1) -> str:
        """The sentence around a place with its neighbours, in lower case."""
        if not self.sentences:
            return ""
        number = self.sentence_number(at)
        first = self.sentences[max(0, number - before)][0]
        last = self.sentences[min(len(self.sentences) - 1, number + after)][1]
        return self.flat[max(first, at - FAR) : min(last, at + FAR)]

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The clause that holds ``start`` to ``end``."""
        low, high = self.sentence(start)
        low = max(low, start - LONGEST_CLAUSE)
        for stop in _STOP.finditer(self.flat, low, start):
            low = stop.end()
        return low, self.clause_end(end, high)

    def clause_end(self, at: int, limit: int | None = None) -> int:
        if limit is None:
            _, limit = self.sentence(max(0, at - 1))
        limit = max(at, min(limit, at + LONGEST_CLAUSE))
        stop = _STOP.search(self.flat, at, limit)
        return stop.start() if stop else limit

    @cached_property
    def headline(self) -> tuple[int, int] | None:
        """The first line, if it stands like a heading over more text."""
        if len(self.sentences) < 2:
            return None
        start, end = self.sentences[0]
        stop = self.text.find("\n", end, end + SHORT_LINE)
        line = self.text[start:end]
        # Marks and pictures may follow the words; a second sentence may not.
        if stop < 0 or "\n" in line or len(line.split()) > 16:
            return None
        if any(c.isalnum() for c in self.text[end:stop]) or not self.text[stop:].strip():
            return None
        # "Dear families," is a greeting; a line with a full stop is a sentence.
        return None if line[-1] in ".,;:…" else (start, end)
