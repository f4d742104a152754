"""From three kinds of evidence to one order: vectors, words and runs of letters.

Pure. Each candidate comes with every signal, whichever search found it, so no
passage is placed low merely because one search did not reach it. Scores are
combined as they are (a convex combination), not by rank: a passage that is
better by far should come out better by far. Bruch, Gai and Ingber (2023), "An
Analysis of Fusion Functions for Hybrid Retrieval", find this better than
reciprocal ranks.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from kb.model import Hit, Passage
from kb.text import content_words

#: What vectors, words, runs of letters and topics count where the vectors read the language
#: of the passage, and of the question or its gloss. Chosen on half of our own
#: questions (tests/bench/questions.jsonl); the order is flat around them.
TRUSTED = (0.45, 0.25, 0.2, 0.1)

#: ... where question and passage are in a language the model was not trained on:
#: it then sees shared pieces of words, which the other two see better.
ABROAD = (0.31, 0.37, 0.22, 0.1)

#: Two passages that share this much of their words are one text that was put on
#: the shelves twice; the lower one only takes the place of something else.
SAME_TEXT = 0.9


@dataclass(frozen=True)
class Candidate:
    """A passage with its signals: a cosine, a BM25 score, two shares of the question."""

    passage: Passage
    similarity: float
    words: float
    coverage: float  #: of its words, by rarity
    grams: float = 0.0  #: of its runs of letters, by rarity
    topics: float = 0.0  #: of the topics it names


def family(passage: Passage) -> str:
    """What a passage shares with its translations: its id without the language.

    An id that does not end in the passage's own language (an upload's) is its
    own family.
    """
    stem, _, ending = passage.id.rpartition(".")
    return stem if stem and ending == passage.language else passage.id


def rank(
    candidates: Sequence[Candidate],
    asked: str,
    shown: str,
    trained: Sequence[str] = (),
    glossed: Sequence[str] = (),
    most: int = 1000,
) -> list[Hit]:
    """The ``most`` best candidates in order: one hit a passage, whatever its versions.

    ``asked`` is the language of the query; of a passage that lies in several
    languages the signals of all versions count together and the one in ``shown``
    is given. ``trained`` are the languages of the embedder, none named meaning
    any; in the languages ``glossed`` it was given a gloss to read.
    """
    highest: dict[str, float] = {}
    for candidate in candidates:
        language = candidate.passage.language
        highest[language] = max(highest.get(language, 0.0), candidate.words)
    families: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        families.setdefault(family(candidate.passage), []).append(candidate)
    legible = {*trained, *glossed} if trained else None
    hits = [_one_hit(v, asked, shown, trained, legible, highest) for v in families.values()]
    hits.sort(key=lambda hit: (-hit.score, hit.passage.id))
    return _without_doubles(hits, most)


def _one_hit(
    versions: Sequence[Candidate],
    asked: str,
    shown: str,
    trained: Sequence[str],
    legible: Collection[str] | None,
    highest: Mapping[str, float],
) -> Hit:
    """The evidence of all versions, on the version a reader wants to see."""
    # A version in a language the model was trained on before one that it read as a gloss.
    read = [c for c in versions if not trained or c.passage.language in trained]
    read = read or [c for c in versions if c.passage.language in (legible or ())]
    trusted = bool(read) and (legible is None or asked in legible)
    similarity = max(c.similarity for c in (read if trusted else versions))
    by_words = [
        c.words / top if (top := highest[c.passage.language]) > 0 else 0.0 for c in versions
    ]
    # The version in the asker's language and the one the gloss meets: two looks at one text.
    looks = sorted(by_words, reverse=True)[:2]
    words = sum(looks) / len(looks)
    grams = max(c.grams for c in versions)
    signals = (
        min(max(similarity, 0.0), 1.0),
        words,
        min(grams, 1.0),
        max(c.topics for c in versions),
    )
    score = sum(w * s for w, s in zip(TRUSTED if trusted else ABROAD, signals, strict=True))

    def wanted(candidate: Candidate) -> tuple[bool, bool, float, str]:
        language = candidate.passage.language
        return language == shown, language == asked, candidate.similarity, candidate.passage.id

    return Hit(
        passage=max(versions, key=wanted).passage,
        score=score,
        similarity=similarity,
        coverage=max(c.coverage for c in versions),
        grams=grams,
    )


def _without_doubles(hits: Sequence[Hit], most: int) -> list[Hit]:
    kept: list[tuple[Hit, frozenset[str]]] = []
    for hit in hits:
        if len(kept) == most:
            break
        held = content_words(hit.passage.text, hit.passage.language)
        if not any(_same(held, other) for _, other in kept):
            kept.append((hit, held))
    return [hit for hit, _ in kept]


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    both = len(one & other)
    return both > 0 and both >= SAME_TEXT * len(one | other)
