"""From a query to Evidence: passages admitted for one task, under opaque labels.

A label is made from the passage's id, not from its rank, so the same passage
carries the same label today and tomorrow and a model that writes "the first
source" has named nothing. What is admitted is decided here, after the last
ranking step, from three signals each hit carries: the cosine of query and
passage, and the shares of the query's informative words and of its runs of
letters that the passage holds.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from bot.model import Evidence
from kb.marks import Marks, strictest
from kb.model import LIMITS, Filter, Hit, Source
from kb.text import stems

#: What the cosine, the words and the runs of letters say about whether a passage bears
#: on a question. Shares count for more in a long question, which offers more that
#: could fail to match: so they grow with the root of its words, up to sixteen. Fitted
#: on half of our own questions in four languages (tests/bench/calibrating.py).
SIMILARITY, COVERAGE, GRAMS = 0.9, 0.6, 0.5
MOST_WORDS = 16
#: Words for a document that stand beside its name and mean nothing else.
DOCUMENT_WORDS = frozenset(
    ("manual", "handbook", "guide", "report", "plan", "document", "guidance", "manuel", "rapport")
)
#: From here on a passage may be shown as what comes nearest, though it is no answer, if
#: its meaning is at least this near: recipes share many words with everything.
NEAR, LEAST_ALIKE = 0.6, 0.3
#: A question of fewer content words is not answered by its words alone.
FEW_WORDS = 3
#: Passages of the office's own documents that are looked at beside the guidance.
OWN = 2
#: A gap of the sources is told from here on.
TOLD_GAP = 0.8
#: A passage with this share of what an answer needs may be read beside a better one.
READABLE = 0.5


class Shelves(Protocol):
    """What retrieval needs of a library."""

    @property
    def marks(self) -> Marks: ...

    def search(
        self, query: str, k: int = 10, language: str = "", only: Filter | None = None
    ) -> list[Hit]: ...

    def source(self, edition: str) -> Source | None: ...

    def sources(self) -> list[Source]: ...


@dataclass(frozen=True)
class Found:
    """Evidence, and how far it carries: "strong", "near", "weak" or "nothing".

    ``named`` are the sources the question asks about by name, if it does.
    ``hearsay`` are pairs of titles: a document of the office that speaks for a
    source on the shelves, and that source. It is not cited: the source can be
    asked itself, and a forged circular must not put words into its mouth.
    """

    evidence: tuple[Evidence, ...]
    strength: str
    named: tuple[Source, ...] = ()
    hearsay: tuple[tuple[str, str], ...] = ()


def label_for(passage_id: str, taken: Iterable[str] = ()) -> str:
    """A short opaque key for a passage: a letter and three digits, from its id."""
    taken = set(taken)
    digest = hashlib.sha256(passage_id.encode()).digest()
    for shift in range(0, 24, 2):
        number = int.from_bytes(digest[shift : shift + 4], "big")
        label = f"{'ABCDEFGHJKLMNPQRSTUVWXYZ'[number % 24]}{100 + number // 24 % 900}"
        if label not in taken:
            return label
    raise AssertionError("twelve labels for one passage were all taken")


def bearing(hit: Hit, asked: int) -> float:
    """How far a hit bears on a question of ``asked`` content words; 1.0: enough to answer from."""
    told = min(asked, MOST_WORDS) ** 0.5
    return SIMILARITY * hit.similarity + told * (COVERAGE * hit.coverage + GRAMS * hit.grams)


def admit(hits: Sequence[Hit], shelves: Shelves, asked: int = 4) -> tuple[Evidence, ...]:
    """Label hits as evidence, with the source each opens; the score is the bearing."""
    found: list[Evidence] = []
    in_force = shelves.marks.in_force()
    for hit in hits:
        source = shelves.source(hit.passage.edition)
        if source is None:  # removed between the search and now
            continue
        label = label_for(hit.passage.id, (e.label for e in found))
        found.append(
            Evidence(
                label,
                hit.passage,
                title=source.title,
                publisher=source.publisher,
                year=source.year,
                url=source.url,
                score=round(bearing(hit, asked), 3),
                kind=source.kind,
                mark=strictest(in_force, hit.passage),
            )
        )
    return tuple(found)


def named_sources(query: str, sources: Iterable[Source]) -> tuple[tuple[Source, ...], str]:
    """The sources a question names, and the question without their names.

    "What does CERC say about drones?" asks about drones, and asks CERC. Left in,
    the name alone would make every passage of that source look like an answer.
    A published source is named as its card says people call it, a document of the
    office by an acronym of its title or by two of its words in a row.
    """
    named: dict[str, Source] = {}
    parts: set[str] = set()
    for source in sources:
        names = [n for n in _names(source) if _said(n, query)]
        if names and source.id not in named:
            named[source.id] = source
        parts |= {part for name in names for part in _pieces(name)}
        if names:
            parts |= {word for word in _pieces(source.title) if word in DOCUMENT_WORDS}
    rest = [word for word in query.split() if not set(_pieces(word)) & parts]
    return tuple(named.values()), " ".join(rest) if named else query


def _names(source: Source) -> list[str]:
    if source.kind != "upload":
        return list(source.called)
    titles = re.findall(r"[^\W_]+", source.title)
    acronyms = [word for word in titles if len(word) > 2 and word.isupper()]
    pairs = [f"{a} {b}".lower() for a, b in pairwise(titles) if min(len(a), len(b)) > 3]
    return acronyms + pairs


def _said(name: str, query: str) -> bool:
    """As a word of its own; written small on the card: however it is written."""
    query, name = query.replace("'", "’"), name.replace("'", "’")
    if name == name.lower():
        query = query.lower()
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", query) is not None


def _pieces(text: str) -> list[str]:
    return [piece.casefold() for piece in re.findall(r"[^\W_]+", text)]


def _without_hearsay(
    hits: Sequence[Hit], sources: Sequence[Source]
) -> tuple[list[Hit], tuple[tuple[str, str], ...]]:
    """Hits, less the uploads that speak for a published source; and which those were."""
    uploads = {source.edition: source for source in sources if source.kind == "upload"}
    published = [source for source in sources if source.kind != "upload"]
    kept: list[Hit] = []
    hearsay: dict[tuple[str, str], None] = {}
    for hit in hits:
        upload = uploads.get(hit.passage.edition)
        spoken_for = named_sources(hit.passage.text, published)[0] if upload else ()
        if upload and spoken_for:
            hearsay[upload.title, spoken_for[0].title] = None
        else:
            kept.append(hit)
    return kept, tuple(hearsay)


def retrieve(shelves: Shelves, query: str, language: str, k: int = 8) -> Found:
    """The evidence for ``query``, best first, and whether it is enough to answer.

    A question that names a source is answered from that source alone. There the
    name finds the passages, but what else is asked must be in them as well.
    """
    sources = shelves.sources()
    named, rest = named_sources(query, (s for s in sources if s.id != LIMITS))
    only = Filter(sources=tuple(source.id for source in named)) if named else None
    hits = shelves.search(query, k, language, only)
    if own := tuple(source.id for source in sources if source.kind == "upload" and not named):
        # The shipped shelves are long: an office's own papers must not drown in them.
        beside = shelves.search(query, OWN, language, Filter(sources=own))
        hits += [hit for hit in beside if hit not in hits]
    asked = len(stems(query, language))
    best = _best(hits, asked)
    if named:
        best = (
            best + _best(shelves.search(rest, 3, language, only), len(stems(rest, language)))
        ) / 2
    readable = [hit for hit in hits if bearing(hit, asked) >= READABLE]
    readable, hearsay = _without_hearsay(readable, sources)
    alike = any(hit.similarity >= LEAST_ALIKE for hit in hits[:3])
    strength = _strength(best, asked, alike)
    found = admit(readable, shelves, asked)
    return Found(found, strength if found else "nothing", named, hearsay)


def _strength(best: float, asked: int, alike: bool) -> str:
    """How far the best bearing carries; of a short question any passage may hold the one word."""
    if best >= 1.0:
        return "strong" if alike or asked >= FEW_WORDS else "near"
    return "near" if best >= NEAR and alike else "weak"


def _best(hits: Sequence[Hit], asked: int) -> float:
    """The bearing of the best of the first three; further down, likeness is chance."""
    return max((bearing(hit, asked) for hit in hits[:3]), default=0.0)


def silence(shelves: Shelves, query: str, language: str) -> str:
    """What the library itself says it does not cover, where the question is about that; or ""."""
    hits = shelves.search(query, 3, language, Filter(sources=(LIMITS,)))
    asked = len(stems(query, language))
    closest = max(hits, key=lambda hit: bearing(hit, asked), default=None)
    return closest.passage.text if closest and bearing(closest, asked) >= TOLD_GAP else ""
