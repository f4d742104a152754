"""What became of a file, in words a person can act on.

Every outcome has a *code*; the sentences for it stand in
prompts/phrases/<language>/receipts.toml, so an editor improves them and a page
shows them in its own language (``told_in``). CODES is the complete list: a
test holds each language's file to it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from string import Template
from typing import Literal

from kb.errors import BrokenWording, UnreadableDocument
from kb.model import Source

WORDS = Path(__file__).parent.parent / "prompts" / "phrases"

#: What the receiving door reads, named in every refusal of something else.
READABLE = "PDF, Word (.docx), HTML, Markdown (.md), plain text (.txt)"

Outcome = Literal["added", "replaced", "skipped", "refused", "removed"]

#: code -> the outcome it belongs to
CODES: Mapping[str, Outcome] = {
    "added": "added",
    "replaced": "replaced",
    "withdrawn": "removed",
    "unchanged": "skipped",
    "same-content": "skipped",
    "link-leads-out": "skipped",
    "empty": "refused",
    "too-large": "refused",
    "too-long": "refused",
    "too-many-pages": "refused",
    "unpacks-too-large": "refused",
    "unsupported": "refused",
    "picture": "refused",
    "binary": "refused",
    "encrypted": "refused",
    "damaged": "refused",
    "unsafe-xml": "refused",
    "no-text": "refused",
    "garbled": "refused",
    "missing": "refused",
    "unreadable": "refused",
    "not-a-file": "refused",
    "empty-folder": "refused",
    "too-many-files": "refused",
    "broken-sheet": "refused",
}

#: What deserves a second look before the document is relied on.
WARNINGS = (
    "furniture",
    "addressed-to-ai",
    "wrong-ending",
    "cut-short",
    "pages-without-text",
    "long-sentence",
    "also-held",
    "same-name-elsewhere",
)

#: What was done on the way in; nothing to check.
NOTES = ("hidden-text", "repeated-passages", "running-heads", "guessed-encoding")


@dataclass(frozen=True)
class Notice:
    """A warning or a note without its words: a code and the values its sentence needs."""

    code: str
    values: tuple[tuple[str, str], ...] = ()


def notice(code: str, **values: object) -> Notice:
    return Notice(code, tuple((key, str(value)) for key, value in values.items()))


@dataclass(frozen=True)
class Receipt:
    """What became of one file. ``reason``, ``advice``, ``warnings`` and ``notes`` are sentences."""

    name: str  #: as the person knows the file, made safe to show
    outcome: Outcome
    code: str
    source: Source | None = None  #: what the library now holds it as
    passages: int = 0
    reason: str = ""
    advice: str = ""
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()  #: what the sentences of ``code`` need
    notices: tuple[Notice, ...] = ()


@cache
def _book(language: str) -> Mapping[str, Mapping[str, str]]:
    path = WORDS / language / "receipts.toml"
    if not path.exists():
        path = WORDS / "en" / "receipts.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BrokenWording(f"{path.name} is not valid TOML.", str(error)) from error


def sentence(code: str, values: Mapping[str, str], language: str = "en", part: str = "") -> str:
    """The words for a code: ``part`` is "reason" or "advice", empty for a notice."""
    try:
        book = _book(language)
        kind = values.get("kind", "")
        named = {**values, "kind": book["kinds"].get(kind, kind)}
        return Template(book[code][part or "says"]).substitute(named)
    except KeyError as error:
        raise BrokenWording(f"receipts.toml lacks {error} for {code}.", "Add it.") from error


class CannotRead(UnreadableDocument):
    """A reader's refusal: a code and the values for its sentences (``name`` comes later)."""

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = tuple((key, str(value)) for key, value in values.items())
        words = {"name": "The file", "readable": READABLE} | dict(self.values)
        super().__init__(sentence(code, words, part="reason"), sentence(code, words, part="advice"))


def receipt(
    code: str,
    name: str,
    source: Source | None = None,
    passages: int = 0,
    notices: tuple[Notice, ...] = (),
    values: tuple[tuple[str, str], ...] = (),
) -> Receipt:
    """A receipt with its English sentences."""
    title = source.title if source else ""
    known = {"name": name, "title": title, "passages": str(passages), "readable": READABLE}
    values = tuple((known | dict(values)).items())
    bare = Receipt(name, CODES[code], code, source, passages, values=values, notices=tuple(notices))
    return told_in(bare, "en")


def told_in(bare: Receipt, language: str) -> Receipt:
    """The same receipt with its sentences in ``language`` (English where none is written)."""
    values = dict(bare.values)

    def said(codes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(
            sentence(item.code, values | dict(item.values), language)
            for item in bare.notices
            if item.code in codes
        )

    return replace(
        bare,
        reason=sentence(bare.code, values, language, "reason"),
        advice=sentence(bare.code, values, language, "advice"),
        warnings=said(WARNINGS),
        notes=said(NOTES),
    )
