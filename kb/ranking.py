"""From two kinds of evidence to one order: words and vectors fused, doubles folded.

Pure. Each candidate comes with both signals, whichever of the two found it, so
no passage is placed low merely because one search did not reach it. Scores are
combined as they are (a convex combination), not by rank: a passage that is
better by far should come out better by far. Bruch, Gai and Ingber (2023), "An
Analysis of Fusion Functions for Hybrid Retrieval", find this better than
reciprocal ranks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.model import Hit, Passage
from kb.text import content_words

#: The share of the vectors where they read both question and passage well. Cosines
#: of related texts lie close together (0.2 to 0.7) while word scores span 0 to 1,
#: so 0.65 gives both about the same say.
VECTORS = 0.65

#: ... where question and passage are in one language the model was not trained on:
#: it then sees shared pieces of words, which the word index sees better.
VECTORS_ABROAD = 0.4

#: ... where question and passage are in different languages: words meet only in
#: names and borrowings, of which a few are false friends.
VECTORS_ACROSS = 0.85

#: Two passages that share this much of their words are one text that was put on
#: the shelves twice; the lower one only takes the place of something else.
SAME_TEXT = 0.9


@dataclass(frozen=True)
class Candidate:
    """A passage with both signals: ``similarity`` a cosine, ``words`` a BM25 score."""

    passage: Passage
    similarity: float
    words: float
    coverage: float


def family(passage: Passage) -> str:
    """What a passage shares with its translations: its id without the language.

    An id that does not end in the passage's own language (an upload's) is its
    own family.
    """
    stem, _, ending = passage.id.rpartition(".")
    return stem if stem and ending == passage.language else passage.id


def vector_share(asked: str, held: str, trained: Sequence[str]) -> float:
    """How much the vectors count for a question and a passage in these languages.

    ``trained`` are the languages of the embedder; none named means any.
    """
    if not trained or (asked in trained and held in trained):
        return VECTORS
    return VECTORS_ABROAD if asked == held else VECTORS_ACROSS


def rank(
    candidates: Sequence[Candidate], asked: str, shown: str, trained: Sequence[str] = ()
) -> list[Hit]:
    """All candidates in order, best first: one hit a passage, whatever its versions.

    ``asked`` is the language of the query; of a passage that lies in several
    languages the best version counts and the one in ``shown`` is given.
    """
    most = max((c.words for c in candidates), default=0.0)
    families: dict[str, list[tuple[float, Candidate]]] = {}
    for candidate in candidates:
        vectors = vector_share(asked, candidate.passage.language, trained)
        by_words = candidate.words / most if most > 0 else 0.0
        by_vectors = min(max(candidate.similarity, 0.0), 1.0)
        score = vectors * by_vectors + (1 - vectors) * by_words
        families.setdefault(family(candidate.passage), []).append((score, candidate))
    hits = [_one_hit(versions, shown) for versions in families.values()]
    hits.sort(key=lambda hit: (-hit.score, hit.passage.id))
    return _without_doubles(hits)


def _one_hit(versions: list[tuple[float, Candidate]], shown: str) -> Hit:
    """The best evidence of all versions, on the version a reader wants to see."""

    def wanted(version: tuple[float, Candidate]) -> tuple[bool, float, str]:
        score, candidate = version
        return candidate.passage.language == shown, score, candidate.passage.id

    return Hit(
        passage=max(versions, key=wanted)[1].passage,
        score=max(score for score, _ in versions),
        similarity=max(c.similarity for _, c in versions),
        coverage=max(c.coverage for _, c in versions),
    )


def _without_doubles(hits: Sequence[Hit]) -> list[Hit]:
    kept: list[tuple[Hit, frozenset[str]]] = []
    for hit in hits:
        held = content_words(hit.passage.text, hit.passage.language)
        if not any(_same(held, other) for _, other in kept):
            kept.append((hit, held))
    return [hit for hit, _ in kept]


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    both = len(one & other)
    return both > 0 and both >= SAME_TEXT * len(one | other)
