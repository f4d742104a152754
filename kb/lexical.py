"""Word search: which passages hold the words of a query, and how rare are these words?

Vectors find what is alike; words find what is named: "CERC", "Section 130", a
town. The index is SQLite's FTS5, one row a passage, updated in place. It
holds stems, each under its language ("frcommun"), so a French word never
meets an English one that is only spelled alike, and the rarity of a word is
counted within its language. A query is stemmed once for every language on the
shelves: names and borrowed words then reach across.

The functions work on a connection of the catalogue, so that a passage and its
words are written in one transaction.
"""

from __future__ import annotations

import math
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kb.model import LANGUAGES
from kb.text import fold, stems, stop_words, words

SCHEMA = """
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(
    body, headings, origin, tokenize = "unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab(words, 'row');
"""

#: Body, headings, origin (title and publisher of the source). A heading says what
#: the whole passage is about; the origin is the same for every passage of a source
#: and only decides when somebody asks for that source by name.
WEIGHTS = (1.0, 1.5, 0.5)

#: How soon a word said again stops counting, and how much a long passage is held back:
#: the usual values (Robertson and Zaragoza 2009).
_K1, _B = 1.2, 0.75

#: A query of a page (pasted notes) is searched by its rarest words, so that the
#: cost of a search has a bound.
MOST_WORDS = 64

#: SQLite's limit of values in one statement is 32766; this keeps far below.
_AT_ONCE = 5000


@dataclass(frozen=True)
class WordQuery:
    """The stems of a query, by language, each with its rarity (idf) on these shelves."""

    rarity: Mapping[str, Mapping[str, float]]

    def __bool__(self) -> bool:
        return any(self.rarity.values())


@dataclass(frozen=True)
class WordScore:
    """``bm25``: 0 or more, better is more; ``coverage``: share by rarity, 0 to 1."""

    bm25: float = 0.0
    coverage: float = 0.0


def tokens(text: str, language: str) -> list[str]:
    """The stems of ``text`` as they stand in the index: without accents, under a language."""
    mark = language[:2]
    return [mark + fold(stem) for stem in stems(text, language)]


def _written(text: str, language: str) -> str:
    """``tokens`` for the index, with those of words typed without their accents added.

    The stemmer goes by accents ("communiqué" and "communique" have different
    stems), and people in a hurry leave them out: the passage answers to both.
    """
    bare = (fold(word.text) for word in words(text) if fold(word.text) != word.text.casefold())
    return " ".join([*tokens(text, language), *tokens(" ".join(bare), language)])


def put(
    db: sqlite3.Connection, row: int, language: str, body: str, headings: str, origin: str
) -> None:
    """Index one passage under ``row``."""
    parts = (_written(part, language) for part in (body, headings, origin))
    db.execute(
        "INSERT INTO words (rowid, body, headings, origin) VALUES (?, ?, ?, ?)", (row, *parts)
    )


def drop(db: sqlite3.Connection, rows: Iterable[int]) -> None:
    db.executemany("DELETE FROM words WHERE rowid = ?", ((row,) for row in rows))


def spoken(query: str, said: str, languages: Iterable[str] = LANGUAGES) -> str:
    """The language of ``query`` by its common words, ``said`` unless they clearly differ.

    A person may ask in English under a French interface. Counting common words
    costs nothing; the detector, which is better, costs a second at every start.
    """
    found = [word.text.casefold() for word in words(query)]
    common = {code: sum(word in stop_words(code) for word in found) for code in languages}
    best = max(common, key=lambda code: (common[code], code == said), default=said)
    if common.get(best, 0) >= 2 and common[best] > 2 * common.get(said, 0):
        return best
    return said


def read_query(
    db: sqlite3.Connection, query: str, language: str, counts: Mapping[str, int], gloss: str = ""
) -> WordQuery:
    """Stem ``query``, which is in ``language``, for every language of ``counts``.

    ``counts`` says how many passages each language has. Words too common in the
    query's own language are left out for all of them. Passages in English are
    searched by the words of ``gloss``, where there is one.
    """
    common = stop_words(language)
    parts = (part for w in words(query) for part in re.split(r"['’\-]", w.text))
    content = " ".join(part for part in parts if part.casefold() not in common)
    rarity: dict[str, dict[str, float]] = {}
    for code, passages in counts.items():
        said = gloss if gloss and code == "en" else content
        known = _passages_with(db, set(tokens(said, code)))
        # The idf of BM25 in the form that never falls below zero (as in Lucene).
        weighed = {t: math.log(1 + (passages - n + 0.5) / (n + 0.5)) for t, n in known.items()}
        rarest = sorted(weighed, key=lambda t: (-weighed[t], t))[:MOST_WORDS]
        rarity[code] = {token: weighed[token] for token in rarest}
    return WordQuery(rarity)


def best(db: sqlite3.Connection, query: WordQuery, limit: int) -> list[int]:
    """The rows that match best, best first."""
    if not query:
        return []
    found = db.execute(
        "SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words, ?, ?, ?), rowid LIMIT ?",
        (_match(query), *WEIGHTS, limit),
    )
    return [row for (row,) in found]


def weigh(
    db: sqlite3.Connection, query: WordQuery, rows: Mapping[int, str]
) -> dict[int, WordScore]:
    """Score the given rows (row -> language), whether they match or not.

    BM25 over the three fields together (BM25F: Robertson, Zaragoza and Taylor
    2004), reckoned here and not by FTS5: that would search anew for every row,
    and counts the rarity of a word in all languages at once.
    """
    scores = dict.fromkeys(rows, WordScore())
    if not query:
        return scores
    held: dict[int, Counter[str]] = {}
    wanted = list(rows)
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        found = db.execute(
            "SELECT rowid, body, headings, origin FROM words "
            f"WHERE rowid IN ({','.join('?' * len(some))})",
            some,
        )
        for row, *fields in found:
            counts: Counter[str] = Counter()
            for weight, field in zip(WEIGHTS, fields, strict=True):
                for token in field.split():
                    counts[token] += weight  # type: ignore[assignment]
            held[row] = counts
    usual = sum(sum(counts.values()) for counts in held.values()) / max(1, len(held))
    for row, counts in held.items():
        scores[row] = _score(query.rarity.get(rows[row], {}), counts, usual)
    return scores


def _score(rarity: Mapping[str, float], counts: Mapping[str, float], usual: float) -> WordScore:
    total = sum(rarity.values())
    there = [token for token in rarity if token in counts]
    if not there:
        return WordScore()
    length = _K1 * (1 - _B + _B * sum(counts.values()) / usual)
    bm25 = sum(rarity[t] * counts[t] * (_K1 + 1) / (counts[t] + length) for t in there)
    return WordScore(bm25, sum(rarity[t] for t in there) / total)


def _match(query: WordQuery) -> str:
    """The query in FTS5's syntax: quoted tokens of letters and digits, nothing a person typed."""
    found = (token for rarity in query.rarity.values() for token in rarity)
    return " OR ".join(f'"{token}"' for token in found)


def _passages_with(db: sqlite3.Connection, wanted: set[str]) -> dict[str, int]:
    counts = dict.fromkeys(wanted, 0)
    listed: Sequence[str] = sorted(wanted)
    for start in range(0, len(listed), _AT_ONCE):
        some = listed[start : start + _AT_ONCE]
        marks = ",".join("?" * len(some))
        counts |= dict(
            db.execute(f"SELECT term, doc FROM vocabulary WHERE term IN ({marks})", some)
        )
    return counts
