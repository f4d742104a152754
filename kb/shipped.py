"""The guidance that comes with the product: one Markdown file a source and language.

A sheet is prose an editor may improve without Python: front matter that says
which publication it is about and on which facts each passage rests, then the
passages under their headings. Reading it is strict, because a passage without
its facts, or a key nobody reads, would reach people as guidance with nothing
behind it. The format is described in kb/documents/README.md.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kb.errors import BrokenWording
from kb.front_matter import split_front_matter
from kb.model import LANGUAGES, Passage, Source

DOCUMENTS = Path(__file__).parent / "documents"

#: How a fact was seen, weakest first; a passage has the basis of its weakest fact.
BASES = ("secondary", "copy-of-the-source", "official-page")

_SHEET_TEXTS = (
    "id",
    "title",
    "publisher",
    "url",
    "language",
    "source_language",
    "licence",
    "guidance_licence",
    "kind",
    "verified",
)
_SHEET_KEYS = (*_SHEET_TEXTS, "year", "note", "passages")
_PASSAGE_KEYS = ("facts", "locator", "basis", "reported_by", "topics", "uses")

_HEADING = re.compile(r"^(#{1,6})[ \t]+(\S.*)$", re.MULTILINE)
_SLUG = re.compile(r"\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}$")


def shipped_editions(folder: Path = DOCUMENTS) -> Iterator[tuple[Source, tuple[Passage, ...]]]:
    """Every sheet of ``folder``, in the order of the file names.

    Raises BrokenWording at the first sheet that ``read_sheet`` refuses.
    """
    for path in sorted(folder.glob("*.md")):
        if path.name != "README.md":
            yield read_sheet(path.read_bytes().decode("utf-8"), path.name)


def read_sheet(text: str, name: str) -> tuple[Source, tuple[Passage, ...]]:
    """A sheet as the Source it is about and its Passages; ``name`` is the file's, for errors.

    Every passage is ``text[start:end]``. Raises BrokenWording when a key is
    missing, unknown or of the wrong kind, or when passages and their entries
    in the front matter do not match one to one.
    """
    fields, body, offset = split_front_matter(text, name)
    source = _source(fields, text, name)
    entries = _entries(fields, name)
    passages = []
    for headings, slug, start, end in _pieces(body, name):
        if slug not in entries:
            raise BrokenWording(
                f"{name}: the passage {slug} has no entry under passages.",
                "Add it to the first lines of the file, with its facts and locator.",
            )
        entry = entries.pop(slug)
        passages.append(
            Passage(
                id=f"{source.id}/{slug}.{source.language}",
                source_id=source.id,
                edition=source.edition,
                headings=headings,
                locator=entry["locator"],
                text=body[start:end],
                start=offset + start,
                end=offset + end,
                language=source.language,
                facts=tuple(entry["facts"]),
                basis=entry["basis"],
                topics=tuple(entry["topics"]),
                uses=tuple(entry["uses"]),
                reported_by=entry.get("reported_by", ""),
            )
        )
    if entries:
        raise BrokenWording(
            f"{name}: no passage is headed {{#{next(iter(entries))}}}, but an entry describes it.",
            "Write the passage, give its heading this slug, or take the entry out.",
        )
    return source, tuple(passages)


def _source(fields: Mapping[str, Any], text: str, name: str) -> Source:
    _only(fields, _SHEET_KEYS, name)
    for key in _SHEET_TEXTS:
        _text(fields, key, name)
    if fields["language"] not in LANGUAGES:
        raise BrokenWording(
            f"{name}: {fields['language']} is not a language of the product.",
            f"Use one of {', '.join(LANGUAGES)}.",
        )
    year = fields.get("year")
    if year is not None and not isinstance(year, int):
        raise BrokenWording(f"{name}: year is not a number.", "Write four digits, or leave it out.")
    note = _text(fields, "note", name) if "note" in fields else ""
    return Source(
        id=fields["id"],
        edition=f"{fields['id']}.{fields['language']}",
        title=fields["title"],
        publisher=fields["publisher"],
        year=year,
        url=fields["url"],
        language=fields["language"],
        licence=fields["licence"],
        kind=fields["kind"],
        digest=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        note=f"{fields['verified']} {note}".strip(),
    )


def _entries(fields: Mapping[str, Any], name: str) -> dict[str, Mapping[str, Any]]:
    """The entries under ``passages``, each checked; a fresh dict the caller may empty."""
    entries = fields.get("passages")
    if not isinstance(entries, dict) or not entries:
        raise BrokenWording(f"{name} lists no passages.", "Describe each one under passages.")
    for slug, entry in entries.items():
        where = f"{name}, passage {slug}"
        if not isinstance(entry, dict):
            raise BrokenWording(f"{where}: the entry is empty.", "Give its facts and locator.")
        _only(entry, _PASSAGE_KEYS, where)
        _text(entry, "locator", where)
        for key in ("facts", "topics", "uses"):
            values = entry.get(key)
            if not (
                isinstance(values, list) and values and all(isinstance(v, str) for v in values)
            ):
                raise BrokenWording(f"{where}: {key} is not a list of ids.", "Write [one, two].")
        if entry.get("basis") not in BASES:
            raise BrokenWording(
                f"{where}: the basis is not known.", f"Write one of {', '.join(BASES)}."
            )
        if (entry["basis"] == "secondary") != ("reported_by" in entry):
            raise BrokenWording(
                f"{where}: reported_by and the basis secondary go together.",
                "Name the page that reports it, and only where the basis is secondary.",
            )
        if "reported_by" in entry:
            _text(entry, "reported_by", where)
    return dict(entries)


def _pieces(body: str, name: str) -> Iterator[tuple[tuple[str, str], str, int, int]]:
    """(headings, slug, start, end) of each piece of the body below a ``##`` heading."""
    marks = list(_HEADING.finditer(body))
    if not marks or marks[0][1] != "#" or body[: marks[0].start()].strip():
        raise BrokenWording(f"{name} does not begin with its title.", "Write # and the title.")
    title, seen = marks[0][2].strip(), set()
    ends = [mark.start() for mark in marks[1:]] + [len(body)]
    for mark, stop in zip(marks, ends, strict=True):
        start, end = _trim(body, mark.end(), stop)
        if mark is marks[0]:
            if start < end:
                raise BrokenWording(
                    f"{name} has text before its first passage.", "Put it under a heading."
                )
            continue
        heading = mark[2].strip()
        slug = _SLUG.search(heading)
        if mark[1] != "##" or not slug:
            raise BrokenWording(
                f"{name}: the heading “{heading}” names no passage.",
                "Write ## before it and its slug after it, as in {#first-message}.",
            )
        if slug[1] in seen or start == end:
            raise BrokenWording(
                f"{name}: the passage {slug[1]} is empty or stands twice.",
                "Give every passage its own slug and a text.",
            )
        seen.add(slug[1])
        yield (title, heading[: slug.start()].strip()), slug[1], start, end


def _trim(body: str, start: int, end: int) -> tuple[int, int]:
    piece = body[start:end]
    left = len(piece) - len(piece.lstrip())
    return start + left, max(start + left, start + len(piece.rstrip()))


def _only(fields: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    for key in fields:
        if key not in known:
            raise BrokenWording(f"{where}: nobody reads {key}.", f"Known: {', '.join(known)}.")


def _text(fields: Mapping[str, Any], key: str, where: str) -> str:
    value = fields.get(key)
    if not isinstance(value, str) or not value.strip():
        raise BrokenWording(f"{where} has no {key}.", f"Write {key}: and a text.")
    return value
