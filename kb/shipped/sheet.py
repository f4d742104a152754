"""A sheet, ``<language>.md``: the guidance on one publication as prose, in one language.

An editor may improve it without Python. Below the fields each passage has a
heading with its slug, a quoted line that says where in the publication it
stands, and one paragraph:

    ## Say what is not known yet {#say-what-is-not-known}

    > Chapter 3, First messages

    The text …
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.shipped.fields import read_fields
from kb.shipped.problems import Notebook

_KEYS = ("language", "licence", "verified", "note")
_FENCE = "---"
_HEADING = re.compile(r"^(#{1,6})[ \t]+(\S.*)$", re.MULTILINE)
_SLUG = re.compile(r"\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}$")
_LOCATOR = re.compile(r"\s*^> ?(\S.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Piece:
    """A passage as it stands: ``text`` is the characters ``start`` to ``end`` of the file."""

    slug: str
    heading: str
    locator: str
    text: str
    start: int
    end: int
    line: int


@dataclass(frozen=True)
class Sheet:
    language: str
    licence: str
    verified: str
    note: str
    title: str
    pieces: tuple[Piece, ...]


def read_sheet(text: str, notes: Notebook) -> Sheet:
    """The sheet in ``text``; what is wrong with it goes to ``notes``."""
    close = text.find(f"\n{_FENCE}\n", len(_FENCE))
    if not text.startswith(_FENCE + "\n") or close < 0:
        notes.note(1, "the first lines are not between two lines of ---.", "Add them.")
        return Sheet("", "", "", "", "", ())
    fields = read_fields(text[len(_FENCE) + 1 : close], notes, first_line=2)
    fields.only(_KEYS)
    title, pieces = _pieces(text, close + len(_FENCE) + 2, notes)
    return Sheet(
        language=fields.text("language"),
        licence=fields.text("licence"),
        verified=fields.text("verified"),
        note=fields.text("note", required=False),
        title=title,
        pieces=tuple(pieces),
    )


def _pieces(text: str, body: int, notes: Notebook) -> tuple[str, list[Piece]]:
    """The title, and each passage below a ``##`` heading."""
    marks = list(_HEADING.finditer(text, body))
    if not marks or marks[0][1] != "#" or text[body : marks[0].start()].strip():
        notes.note(_line(text, body), "the text does not begin with its title.", "Write # Title.")
        return "", []
    if text[marks[0].end() : marks[1].start() if len(marks) > 1 else len(text)].strip():
        notes.note(
            _line(text, marks[0].end()) + 1,
            "there is text before the first passage.",
            "Put it under a heading of its own.",
        )
    pieces: list[Piece] = []
    ends = [mark.start() for mark in marks[2:]] + [len(text)]
    for mark, stop in zip(marks[1:], ends, strict=False):
        line = _line(text, mark.start())
        slug = _SLUG.search(mark[2].strip())
        if mark[1] != "##" or not slug:
            notes.note(
                line,
                f"the heading “{mark[2].strip()}” names no passage.",
                "Write ## before it and its slug after it, as in {#first-message}.",
            )
            continue
        locator = _LOCATOR.match(text, mark.end(), stop)
        if not locator:
            notes.note(
                line,
                f"{slug[1]} does not say where in the publication it stands.",
                "Write a line with > and the place under the heading.",
            )
            continue
        start, end = _trim(text, locator.end(), stop)
        if start == end or any(piece.slug == slug[1] for piece in pieces):
            notes.note(
                line,
                f"the passage {slug[1]} is empty or stands twice.",
                "Give every passage its own slug and a text.",
            )
            continue
        heading = mark[2].strip()[: slug.start()].strip()
        pieces.append(
            Piece(slug[1], heading, locator[1].strip(), text[start:end], start, end, line)
        )
    return marks[0][2].strip(), pieces


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return start + left, max(start + left, start + len(piece.rstrip()))


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
