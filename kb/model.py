"""The library's nouns: Source, Passage, Hit.

A Source is a document somebody published. The library may hold it in several
*editions* (our guidance on it in English, in French ...); an edition is what
one file brings, and what a new version of that file replaces. A Passage is a
piece of an edition under its headings; its id never depends on its position
in a result, so a citation made today still opens tomorrow.
"""

from __future__ import annotations

from dataclasses import dataclass

#: Languages of the product. ``nb`` is read as ``no`` at every door.
LANGUAGES = ("en", "fr", "de", "no")


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
    query and passage; ``coverage`` the share, weighted by rarity, of the
    query's content words that the passage holds (0 to 1).
    """

    passage: Passage
    score: float
    similarity: float
    coverage: float
