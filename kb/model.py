"""The library's nouns: Source, Passage, Hit, Filter, Mark.

A Source is a document somebody published. The library may hold it in several
*editions* (our guidance on it in English, in French ...); an edition is what
one file brings, and what a new version of that file replaces. A Passage is a
piece of an edition under its headings; its id never depends on its position
in a result, so a citation made today still opens tomorrow.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Literal

#: Languages of the product. ``nb`` is read as ``no`` at every door.
LANGUAGES = ("en", "fr", "de", "no")

#: The document that says what the sources do not cover. It is on the shelves, but it
#: is no guidance: it is found only by those who ask for it.
LIMITS = "limits"


@dataclass(frozen=True)
class Source:
    """A published document, as one file brings it."""

    id: str  #: the published work: "cdc-cerc", or a slug of an uploaded file's name
    edition: str  #: what one file brings and replaces: "cdc-cerc.fr"; an upload: its id
    title: str
    publisher: str = ""
    year: int | None = None
    url: str = ""
    language: str = "en"  #: of this edition's passages, one of LANGUAGES or "und"
    licence: str = ""
    kind: str = ""  #: policy brief, guide, handbook ...; "upload" for a file of the office
    digest: str = ""  #: sha256 of the bytes this edition was made from
    note: str = ""  #: how its numbering was inferred, how to cite it ...; an upload: its file
    verified: str = ""  #: how the publication was read
    original: str = ""  #: the language of the publication
    title_en: str = ""  #: of a publication that is not in English
    authors: tuple[str, ...] = ()
    published: str = ""  #: "2024-03-22", or as much of a date as is known
    url_is: str = ""  #: what stands at ``url``: "official page", "third-party copy" ...
    read_at: tuple[str, ...] = ()  #: the pages on which it was read
    called: tuple[str, ...] = ()  #: names people use for it: "CERC", "Rabat Plan"


@dataclass(frozen=True)
class Passage:
    """A piece of an edition, with the place it stands at."""

    id: str  #: "cdc-cerc/first-message.fr"; a translation shares the part before the last dot
    source_id: str
    edition: str
    headings: tuple[str, ...]
    locator: str  #: where it stands, for a reader: "Finding 4 (our numbering)", "page 3"
    text: str
    start: int  #: characters from the beginning of the text the reader returned
    end: int
    page: int | None = None  #: 1-based, where the original has pages
    language: str = "en"
    facts: tuple[str, ...] = ()  #: ids of the fact sheet's facts it rests on
    basis: str = ""  #: "official-page", "copy-of-the-source" or "secondary"
    topics: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    reported_by: str = ""  #: who reports it, where the basis is "secondary"
    phases: tuple[str, ...] = ()  #: when one acts on it: "before", "first-hour" ...
    audiences: tuple[str, ...] = ()  #: whom the words are for: "affected", "media" ...
    findings: tuple[int, ...] = ()  #: which of the ten findings it helps with (our numbering)
    law: tuple[str, ...] = ()  #: where it is law: "US", "COE" ...; empty: it is not about law


@dataclass(frozen=True)
class Hit:
    """A passage found for a query, with the signals that placed it.

    ``score`` is the fused rank score in [0, 1]; ``similarity`` the cosine of
    query and passage (of the query's English gloss, where the embedder needs
    one); ``coverage`` the share, weighted by rarity, of the query's content words
    that the passage holds (0 to 1), ``grams`` of its runs of letters.
    """

    passage: Passage
    score: float
    similarity: float
    coverage: float
    grams: float = 0.0


@dataclass(frozen=True)
class Filter:
    """Which passages may be found. An empty group lets all pass; words of one group are "or"."""

    topics: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    findings: tuple[int, ...] = ()
    law: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()  #: ids of publications, in whatever language

    def __bool__(self) -> bool:
        return any(getattr(self, group.name) for group in fields(self))

    def admits(self, passage: Passage) -> bool:
        def share(wanted: Iterable[object], held: Iterable[object]) -> bool:
            wanted = set(wanted)
            return not wanted or bool(wanted & set(held))

        return (
            share(self.languages, (passage.language,))
            and share(self.sources, (passage.source_id,))
            and all(
                share(getattr(self, group), getattr(passage, group))
                for group in ("topics", "uses", "phases", "audiences", "findings", "law")
            )
        )


#: What a reviewer may say of a source or a passage; "open" takes an earlier mark back.
Standing = Literal["checked", "doubtful", "withdrawn", "open"]


@dataclass(frozen=True)
class Mark:
    """What somebody who reviews the sources said of one of them, or of one passage.

    ``target`` is a source's id, or what a passage shares with its translations
    (its id without the language). Of two marks on one target the later counts.
    """

    target: str
    standing: Standing
    by: str
    at: str  #: when, "2026-03-01T14:05:09Z"
    note: str = ""
    wording: str = ""  #: digest of the passage's text then: tells whether it has changed since
