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

#: How much similarity and coverage say, by the language of the question, and the
#: sum above which a question counts as answered by the shelves. MiniLM reads
#: English: there the cosine tells most. In the other languages unrelated texts lie
#: close together, and shared words tell more. Chosen on questions of our own with
#: ``python -m tests.bench.abstaining``; to be chosen again when the shelves grow.
WEIGHTS = {"en": (1.0, 0.5, 0.58)}
WEIGHTS_ABROAD = (0.5, 1.0, 0.56)
#: A passage with this share of the threshold may be read beside a better one.
READABLE = 0.7


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


def bearing(hit: Hit, language: str) -> float:
    """How far a hit bears on a question; 1.0 and more: enough to answer from."""
    similarity, coverage, threshold = WEIGHTS.get(language, WEIGHTS_ABROAD)
    return (similarity * hit.similarity + coverage * hit.coverage) / threshold


def admit(hits: Sequence[Hit], shelves: Shelves, language: str = "en") -> tuple[Evidence, ...]:
    """Label hits as evidence, with the source each opens; the score is the bearing."""
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
                score=round(bearing(hit, language), 3),
                kind=source.kind,
            )
        )
    return tuple(found)


def retrieve(shelves: Shelves, query: str, language: str, k: int = 8) -> Found:
    """The evidence for ``query``, best first, and whether it is enough to answer."""
    hits = shelves.search(query, k=k, language=language)
    readable = [hit for hit in hits if bearing(hit, language) >= READABLE]
    if not readable:
        return Found((), "nothing")
    strong = any(bearing(hit, language) >= 1.0 for hit in readable[:3])
    return Found(admit(readable, shelves, language), "strong" if strong else "weak")
