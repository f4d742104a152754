"""What every reader returns: a Reading, whose offsets all refer to its own ``text``.

A reader takes a document apart into *pieces* (a heading, a paragraph, a list
item, a row of a table); ``lay_out`` writes them one below the other and notes
where each came to stand. Cleaning takes pieces out and lays the rest out
again, so offsets are never patched: they belong to the text they come with.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ingest.receipts import Notice

Kind = Literal["heading", "paragraph", "item", "row"]


@dataclass(frozen=True)
class Piece:
    """A part of a document before it has a place. ``turns``: (offset, page that begins there)."""

    text: str
    kind: Kind = "paragraph"
    level: int = 0  #: of a heading, 1 the highest
    turns: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Block:
    """A piece with its place: ``text`` is the reading's characters ``start`` to ``end``."""

    text: str
    kind: Kind
    level: int
    start: int
    end: int


@dataclass(frozen=True)
class Page:
    """A page of the original, 1-based, and the characters that stand on it."""

    number: int
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    """A document as text. Every offset counts characters of ``text``."""

    title: str  #: as the document declares it; "" if it does not
    text: str
    blocks: tuple[Block, ...] = ()
    pages: tuple[Page, ...] = ()  #: those that hold text; empty where the format has no pages
    format: str = ""
    notices: tuple[Notice, ...] = ()

    @property
    def headings(self) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.kind == "heading")

    def page_at(self, offset: int) -> int | None:
        """The page on which the character at ``offset`` stands."""
        if not self.pages:
            return None
        index = bisect_right([page.start for page in self.pages], offset) - 1
        return self.pages[max(index, 0)].number


def lay_out(
    title: str, pieces: Iterable[Piece], format: str, notices: Iterable[Notice] = ()
) -> Reading:
    """Write the pieces below one another and note where each one stands."""
    parts: list[str] = []
    blocks: list[Block] = []
    turns: list[tuple[int, int]] = []
    at = 0
    for piece in pieces:
        if not piece.text.strip():
            continue
        if blocks:
            both_items = piece.kind == "item" and blocks[-1].kind == "item"
            gap = "\n" if both_items else "\n\n"
            parts.append(gap)
            at += len(gap)
        turns += [(at + offset, page) for offset, page in piece.turns]
        parts.append(piece.text)
        end = at + len(piece.text)
        blocks.append(Block(piece.text, piece.kind, piece.level, at, end))
        at = end
    return Reading(title, "".join(parts), tuple(blocks), _pages(turns, at), format, tuple(notices))


def _pages(turns: list[tuple[int, int]], end: int) -> tuple[Page, ...]:
    if not turns:
        return ()
    first: dict[int, int] = {}
    for offset, page in turns:
        first.setdefault(page, offset)
    starts = sorted((offset, page) for page, offset in first.items())
    ends = [offset for offset, _ in starts[1:]] + [end]
    return tuple(Page(page, start, stop) for (start, page), stop in zip(starts, ends, strict=True))


def pieces_of(reading: Reading) -> list[Piece]:
    """The pieces a reading was laid out from: the way back for whoever takes some out."""
    pieces = []
    for block in reading.blocks:
        turns = tuple(
            (max(page.start - block.start, 0), page.number)
            for page in reading.pages
            if page.start < block.end and page.end > block.start
        )
        pieces.append(Piece(block.text, block.kind, block.level, turns))
    return pieces


#: Characters that change how a text looks or is ordered without being seen:
#: soft hyphen, zero-width marks, direction marks and overrides, invisible
#: operators, fillers, tag characters and the supplementary variation selectors.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
#: Joiners carry meaning in Persian, Indic scripts and emoji, none between Latin letters.
_JOINERS = re.compile(r"(?<=[\x00-\u036f])[\u200c\u200d]+|^[\u200c\u200d]+")
_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DOTS = re.compile(r"(?:[.!?…] ?){6,}")
_RULES = re.compile(r"([-_=~*·•#–—])\1{5,}")
LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)


def printable(text: str) -> str:
    """``text`` as a reader sees it: no invisible marks, no control characters.

    Every script is kept. Line ends become ``\\n``, accents are composed (NFC),
    typographic ligatures spelt out, long rows of dots and rules shortened.
    """
    text = _NEWLINES.sub("\n", text)
    text = _JOINERS.sub("", _INVISIBLE.sub("", _CONTROLS.sub("", text)))
    text = unicodedata.normalize("NFC", text).translate(LIGATURES)
    return _RULES.sub(" ", _DOTS.sub("… ", text))


def one_line(text: str) -> str:
    """Runs of spaces and line breaks become one space; no-break spaces stay."""
    return re.sub(r"[ \t\n]+", " ", text).strip(" \n\t")


def plain_title(text: str, longest: int = 200) -> str:
    """A title is a line of plain words: markup is taken out, never shown or followed."""
    text = one_line(printable(text))
    text = re.sub(r"<[^<>]{0,300}>", " ", text[: longest * 5])
    text = one_line(re.sub(r"[<>]", " ", text))
    if len(text) > longest:
        text = text[:longest].rsplit(" ", 1)[0] + " …"
    return text
