"""From a query to Evidence: passages admitted for one task, under opaque labels.

A label is made from the passage's id, not from its rank, so the same passage
carries the same label today and tomorrow and a model that writes "the first
source" has named nothing. What is admitted is decided here, after the last
ranking step, from two signals each hit carries: the cosine of query and
passage, and the share of the query's informative words the passage holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.model import Evidence
from kb.model import Hit, Source

#: A hit below both is about something else; one above either may be read.
#: Chosen on questions of our own (tests/bot/test_retrieve.py keeps a few);
#: the curve behind a per-language calibration belongs to the retrieval bench.
WEAK_SIMILARITY, WEAK_COVERAGE = 0.30, 0.34
#: The best hit must pass one of these pairs for an answer to be written at all.
STRONG = ((0.50, 0.20), (0.38, 0.40), (0.25, 0.60))


class Shelves(Protocol):
    """What retrieval needs of a library."""

    def search(self, query: str, k: int = 10, language: str = "") -> list[Hit]: ...

    def source(self, edition: str) -> Source | None: ...


@dataclass(frozen=True)
class Found:
    """Evidence, and how far it carries: "strong", "weak" or "nothing"."""

    evidence: tuple[Evidence, ...]
    strength: str


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


def admit(hits: Sequence[Hit], shelves: Shelves) -> tuple[Evidence, ...]:
    """Label hits as evidence, with the source each opens."""
    found: list[Evidence] = []
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
                score=hit.score,
                kind=source.kind,
            )
        )
    return tuple(found)


def _strong(hit: Hit) -> bool:
    return any(hit.similarity >= s and hit.coverage >= c for s, c in STRONG)


def _readable(hit: Hit) -> bool:
    return hit.similarity >= WEAK_SIMILARITY or hit.coverage >= WEAK_COVERAGE


def retrieve(shelves: Shelves, query: str, language: str, k: int = 8) -> Found:
    """The evidence for ``query``, best first, and whether it is enough to answer."""
    hits = shelves.search(query, k=k, language=language)
    readable = [hit for hit in hits if _readable(hit)]
    if not readable:
        return Found((), "nothing")
    strength = "strong" if any(_strong(hit) for hit in readable[:3]) else "weak"
    return Found(admit(readable, shelves), strength)
