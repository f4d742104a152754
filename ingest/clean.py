"""Takes out what is not the document's own text, and notes what it took.

A page pasted as text brings its furniture along: names of icons, menus, cookie
lines, labels of dates. The rules are data (words/furniture.toml) and look at
whole lines, so a paragraph *about* cookies stays. Headings are never taken out,
except in plain text, where being a heading is itself a guess.

Instructions that a document addresses to a program are a different matter:
they are text like any other, stay where they are, and the receipt says so.

The result is a new reading; its offsets belong to its own text.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from ingest.readers.base import Piece, Reading, lay_out, one_line, pieces_of
from ingest.receipts import notice
from kb.text import fold

WORDS = Path(__file__).parent / "words"

#: Longer lines are prose; no rule looks at them.
LONGEST_LINE = 600


@dataclass(frozen=True)
class Rules:
    """words/furniture.toml, compiled once."""

    icons: frozenset[str]
    icon_marks: frozenset[str]
    fewest_icons: int
    label_line: re.Pattern[str]
    lines: re.Pattern[str]
    inside: re.Pattern[str]
    most_words: int
    captions: re.Pattern[str]
    values: re.Pattern[str]


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


@cache
def rules() -> Rules:
    table = tomllib.loads((WORDS / "furniture.toml").read_text(encoding="utf-8"))
    return Rules(
        icons=frozenset(table["icons"]),
        icon_marks=frozenset(table["icon_marks"]),
        fewest_icons=table["fewest_icons"],
        label_line=re.compile(
            f"(?:{_any(table['labels']).pattern}) ?[:.|-]? ?"
            f"(?P<value>{_any(table['values']).pattern})?"
        ),
        lines=_any(table["lines"]),
        inside=_any(table["inside"]),
        most_words=table["most_words"],
        captions=_any(table["captions"]),
        values=_any(table["values"]),
    )


def clean(reading: Reading) -> Reading:
    """The reading without page furniture, and with a notice of what was found."""
    pieces = pieces_of(reading)
    kept, gone = _without_furniture(pieces, reading.format)
    notices = reading.notices
    if gone:
        words = sum(len(line.split()) for line in gone)
        notices = (*notices, notice("furniture", words=words, lines=len(gone)))
    if span := addressed_to_a_program(" \n".join(piece.text for piece in kept)):
        notices = (*notices, notice("addressed-to-ai", span=span))
    if not gone:
        return replace(reading, notices=notices)
    return lay_out(reading.title, kept, reading.format, notices)


def _without_furniture(pieces: list[Piece], format: str) -> tuple[list[Piece], list[str]]:
    """(what stays, the lines that go)."""
    gone = {
        index
        for index in _furniture(pieces)
        if pieces[index].kind != "heading" or format == "plain"
    }
    # Captions and bare dates count as furniture only on a page that has some.
    if gone and format in ("plain", "markdown", "html"):
        for index, piece in enumerate(pieces):
            named = piece.kind == "heading" and format != "plain"
            if not named and rules().captions.fullmatch(_folded(piece.text)):
                gone.add(index)
    kept = [piece for index, piece in enumerate(pieces) if index not in gone]
    return kept, [pieces[index].text for index in sorted(gone)]


def _furniture(pieces: list[Piece]) -> Iterator[int]:
    """The positions of pieces that a rule recognises."""
    lines = [_folded(p.text) if len(p.text) <= LONGEST_LINE else "" for p in pieces]
    below_label = False
    for index, (line, following) in enumerate(zip(lines, [*lines[1:], ""], strict=True)):
        label = _is_label(line, following)
        value = below_label and rules().values.fullmatch(line) is not None
        if label or value or (line and (_is_frame(line) or is_icons(line))):
            yield index
        # A label's value may be followed by the next label, not by a second value.
        below_label = label


def _folded(text: str) -> str:
    """A line as the rules see it: lower case, no accents, one kind of space and apostrophe."""
    return one_line(fold(text).replace("\xa0", " ")).lstrip("-*•> ").strip()


def _is_label(line: str, following: str) -> bool:
    """ "Last updated:" alone, with its date on the same line, or with it on the next."""
    found = rules().label_line.fullmatch(line)
    if not found:
        return False
    complete = bool(found.group("value")) or line.endswith(":")
    return complete or rules().values.fullmatch(following) is not None


def _is_frame(line: str) -> bool:
    if rules().lines.fullmatch(line.rstrip(" .|>»:")) or rules().lines.fullmatch(line):
        return True
    return len(line.split()) <= rules().most_words and rules().inside.search(line) is not None


def is_icons(line: str) -> bool:
    """Is a line, already folded, made of the names of icons?"""
    parts: list[str] = []
    strange = 0
    for token in re.findall(r"[^\W_]+", line):
        if found := _split_into_icons(token):
            parts += found
        else:
            strange += 1
    known = rules()
    return (
        len(parts) >= known.fewest_icons
        and strange <= len(parts) / 4
        and not known.icon_marks.isdisjoint(parts)
        and not line.endswith((".", "!", "?"))
    )


def _split_into_icons(token: str) -> list[str]:
    """The icon names a token is made of, one after the other; [] if it is anything else."""
    if len(token) > 80:
        return []
    icons = rules().icons
    ways: list[list[str] | None] = [[]] + [None] * len(token)
    for end in range(1, len(token) + 1):
        for start in range(max(0, end - 12), end):
            before = ways[start]
            # A single letter is a name only as a whole token ("x").
            whole = end - start > 1 or len(token) == 1
            if before is not None and whole and token[start:end] in icons:
                ways[end] = [*before, token[start:end]]
                break
    return ways[-1] or []


@cache
def _addresses() -> tuple[re.Pattern[str], int]:
    table = tomllib.loads((WORDS / "instructions.toml").read_text(encoding="utf-8"))
    return _any(table["patterns"]), table["shown"]


def addressed_to_a_program(text: str) -> str:
    """The first words in ``text`` that give orders to a program, "" if there are none."""
    pattern, shown = _addresses()
    for line in text.split("\n"):
        folded = fold(line)
        if found := pattern.search(folded):
            # Folding may change the length, so the span is shown from its neighbourhood.
            start = max(0, found.start() - 1) if len(folded) == len(line) else 0
            span = one_line(line[start : start + shown])
            return span + ("…" if start + shown < len(line) else "")
    return ""
