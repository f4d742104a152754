"""A publication's card, ``source.yaml``: what is true of it in every language.

Which publication it is, where it was read, and for each of our passages the
facts it rests on and the words it is found by. It stands once, not once a
language, so that translations cannot disagree about it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kb.model import LIMITS
from kb.shipped.fields import Fields, read_fields
from kb.shipped.problems import Notebook

#: How a fact was seen, weakest first; a passage has the basis of its weakest fact.
BASES = ("secondary", "copy-of-the-source", "official-page")

_KEYS = (
    "id",
    "title",
    "title_en",
    "publisher",
    "authors",
    "year",
    "published",
    "url",
    "url_is",
    "language",
    "kind",
    "called",
    "read_at",
    "fact_count",
    "passages",
    "left_out",
)
_ENTRY_KEYS = (
    "facts",
    "basis",
    "reported_by",
    "findings",
    "topics",
    "uses",
    "phases",
    "audiences",
    "law",
)


@dataclass(frozen=True)
class Entry:
    """What the card says of one passage; ``line`` is where it stands in the card."""

    line: int
    facts: tuple[str, ...]
    basis: str
    reported_by: str
    findings: tuple[int, ...]
    topics: tuple[str, ...]
    uses: tuple[str, ...]
    phases: tuple[str, ...]
    audiences: tuple[str, ...]
    law: tuple[str, ...]


@dataclass(frozen=True)
class Card:
    """A publication, the entries of its passages in order, and the facts left out."""

    id: str
    title: str
    publisher: str
    url: str
    url_is: str
    language: str
    kind: str
    called: tuple[str, ...]
    title_en: str
    authors: tuple[str, ...]
    year: int | None
    published: str
    read_at: tuple[str, ...]
    fact_count: int | None
    passages: Mapping[str, Entry]
    left_out: Mapping[str, str]


def read_card(text: str, notes: Notebook) -> Card:
    """The card in ``text``; what is wrong with it goes to ``notes``."""
    fields = read_fields(text, notes)
    fields.only(_KEYS)
    entries = fields.part("passages")
    if not entries.values:
        notes.note(
            fields.line_of("passages"),
            "the card lists no passages.",
            "Describe each under passages.",
        )
    left_out = fields.part("left_out")
    # What the sources do not cover is our own account: it rests on no publication's facts.
    ours = fields.values.get("id") == LIMITS
    return Card(
        id=fields.text("id"),
        title=fields.text("title"),
        publisher=fields.text("publisher"),
        url=fields.text("url", required=not ours),
        url_is=fields.text("url_is", required=False),
        language=fields.text("language"),
        kind=fields.text("kind"),
        called=fields.list("called", empty=True),
        title_en=fields.text("title_en", required=False),
        authors=fields.list("authors", empty=True),
        year=fields.number("year"),
        published=fields.text("published", required=False),
        read_at=fields.list("read_at", empty=True),
        fact_count=fields.number("fact_count"),
        passages={slug: _entry(entries, slug, ours) for slug in entries.values},
        left_out={fact: left_out.text(fact) for fact in left_out.values},
    )


def _entry(entries: Fields, slug: str, ours: bool) -> Entry:
    fields, notes = entries.part(slug), entries.notes
    line = entries.line_of(slug)
    fields.line = line
    fields.only(_ENTRY_KEYS)
    basis = fields.text("basis", required=not ours)
    if basis and basis not in BASES:
        notes.note(
            fields.line_of("basis"),
            f"the basis {basis} is not known.",
            f"One of {', '.join(BASES)}.",
        )
    if (basis == "secondary") != ("reported_by" in fields.values):
        notes.note(
            fields.line_of("basis"),
            f"{slug}: reported_by and the basis secondary go together.",
            "Name the page that reports it, and only where the basis is secondary.",
        )
    return Entry(
        line=line,
        facts=fields.list("facts", empty=ours),
        basis=basis,
        reported_by=fields.text("reported_by", required=False),
        findings=fields.list("findings", int, empty=True),
        topics=fields.list("topics", empty=ours),
        uses=fields.list("uses", empty=ours),
        phases=fields.list("phases", empty=ours),
        audiences=fields.list("audiences", empty=ours),
        law=fields.list("law", empty=True),
    )
