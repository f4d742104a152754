"""Plain text -> a Reading: paragraphs, list items and the few headings that are safe to see.

A text file has no marks for its structure. Two things are inferred and no
more: whether a line break is a mere wrap (the next word would not have fitted
on the line) and whether a short line standing alone is a heading.
"""

from __future__ import annotations

import re

from ingest.readers.base import Piece, Reading, lay_out, one_line, printable
from ingest.receipts import Notice

#: A file whose lines are longer than this is not wrapped by hand.
WIDEST_WRAP = 120
#: No one wraps prose narrower than this.
NARROWEST_WRAP = 50
LONGEST_HEADING = 12  #: words

_ITEM = re.compile(r"\s*(?:[-*•–—‣▪◦]|\d{1,2}[.)]|[a-z]\))\s+\S")
_UNDERLINE = re.compile(r"\s*(?:={3,5}|-{3,5}|~{3,5})\s*")
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s")


def read_plain(text: str, notices: tuple[Notice, ...] = ()) -> Reading:
    """The reading of a text file's characters."""
    pieces: list[Piece] = []
    alone: list[bool] = []
    for lines in _paragraphs(printable(text)):
        found = _logical(lines)
        pieces += found
        alone += [len(found) == 1 and len(lines) == 1] * len(found)
    return lay_out("", _with_headings(pieces, alone), "plain", notices)


def _paragraphs(text: str) -> list[list[str]]:
    groups: list[list[str]] = [[]]
    for line in text.split("\n"):
        if not line.strip() or _UNDERLINE.fullmatch(line):
            groups.append([])
        else:
            groups[-1].append(line)
    return [group for group in groups if group]


def _logical(lines: list[str]) -> list[Piece]:
    """A block's lines as paragraphs and items, wrapped lines joined."""
    width = max(len(line) for line in lines)
    pieces: list[list[str]] = []
    kinds: list[bool] = []
    before = ""
    for line in lines:
        item = bool(_ITEM.match(line))
        first_word = line.split(None, 1)[0]
        wrapped = (
            NARROWEST_WRAP <= len(before) <= WIDEST_WRAP >= width
            and len(before) + 1 + len(first_word) > width - 2
        )
        continues_item = bool(pieces) and kinds[-1] and line[:1].isspace()
        if pieces and not item and (wrapped or continues_item):
            pieces[-1].append(line)
        else:
            pieces.append([line])
            kinds.append(item)
        before = line
    return [
        Piece(one_line(" ".join(group)), "item" if item else "paragraph")
        for group, item in zip(pieces, kinds, strict=True)
    ]


def looks_like_heading(text: str) -> bool:
    """A short line that begins like a title and does not end like a sentence."""
    words = text.split()
    first = text.lstrip("«“\"'([0123456789.) ")[:1]
    return (
        0 < len(words) <= LONGEST_HEADING
        and len(text) <= 100
        and text[-1] not in ".,;:!…"
        and (first.isupper() or (first.isalpha() and first.lower() == first.upper()))
    )


def heading_level(text: str) -> int:
    """2 for "2. Who speaks" and for a line without a number, deeper for "2.1 ..."."""
    if number := _NUMBERED.match(text):
        return min(2 + number.group(1).count("."), 5)
    return 2


def _with_headings(pieces: list[Piece], alone: list[bool]) -> list[Piece]:
    """Mark the headings; none at all if nearly every line would be one (a list of names)."""
    marked: list[Piece] = []
    for index, (piece, single) in enumerate(zip(pieces, alone, strict=True)):
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        if single and after is not None and _heads(piece, after):
            piece = Piece(piece.text, "heading", heading_level(piece.text) if marked else 1)
        marked.append(piece)
    headings = sum(piece.kind == "heading" for piece in marked)
    return marked if 2 * headings <= len(marked) + 1 else pieces


def _heads(piece: Piece, after: Piece) -> bool:
    """Is a line that stands alone the heading of what follows it?"""
    if not looks_like_heading(piece.text):
        return False
    if piece.kind == "item":  # "1. Who speaks" above a paragraph; otherwise a list
        long_body = len(after.text.split()) > LONGEST_HEADING
        return bool(_NUMBERED.match(piece.text)) and after.kind == "paragraph" and long_body
    return not looks_like_heading(after.text)
