"""Stand-ins for the heavy rooms: an embedder without a model, a library without a disk.

Both keep the contract of the real ones (tests/contracts, tests/kb), so a test
that passes with them means the same as with the real thing, only sooner.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache

import numpy as np

from kb.admission import admitted
from kb.errors import EmbedderUnavailable
from kb.grams import covered
from kb.marks import Marks
from kb.model import Filter, Hit, Passage, Source
from kb.text import fold, stems, words

LANGUAGE_ENDINGS = (".en", ".fr", ".de", ".no")


@cache
def _direction(word: str, dimensions: int) -> np.ndarray:
    return np.random.default_rng(zlib.crc32(word.encode())).standard_normal(dimensions)


class FakeEmbedder:
    """Texts that share words get vectors that point the same way. No file, no model."""

    def __init__(self, name: str = "fake@1", dimensions: int = 64) -> None:
        self.name = name
        self.dimensions = dimensions
        self.languages: tuple[str, ...] = ()
        self.asked: list[str] = []  #: every text it was given, in order

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            self.asked.append(text)
            for word in words(text):
                row += _direction(fold(word.text), self.dimensions)
            if not row.any():
                row[0] = 1.0
            row /= np.linalg.norm(row)
        return rows


class BrokenEmbedder(FakeEmbedder):
    """Embeds ``good`` texts, then fails as a model does that runs out of memory."""

    def __init__(self, good: int = 0) -> None:
        super().__init__()
        self.good = good

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        self.good -= len(texts)
        if self.good < 0:
            raise EmbedderUnavailable("The model stopped.", "Start again.")
        return super().embed(texts)


class MemoryLibrary:
    """The Library's methods over two dictionaries, for tests of the desk and the pages."""

    def __init__(self, shelves: Iterable[tuple[Source, Sequence[Passage]]] = ()) -> None:
        self._sources: dict[str, Source] = {}
        self._passages: dict[str, Passage] = {}
        self._read: dict[str, tuple[np.ndarray, frozenset[str]]] = {}
        self._embedder = FakeEmbedder()
        self.marks = Marks()
        for source, passages in shelves:
            self.add(source, passages)

    def add(
        self,
        source: Source,
        passages: Sequence[Passage],
        progress: Callable[[int, int], None] | None = None,
    ) -> None:
        self.remove(source.edition)
        self._sources[source.edition] = source
        self._passages |= {passage.id: passage for passage in passages}
        if progress is not None:
            progress(len(passages), len(passages))

    def add_together(self, shelves: Sequence[tuple[Source, Sequence[Passage]]]) -> None:
        for source, passages in shelves:
            self.add(source, passages)

    def remove(self, edition: str) -> bool:
        for passage in self.passages(edition) if edition else []:
            del self._passages[passage.id]
            self._read.pop(passage.id, None)
        return self._sources.pop(edition, None) is not None

    def sources(self) -> list[Source]:
        return sorted(self._sources.values(), key=lambda source: source.edition)

    def source(self, edition: str) -> Source | None:
        return self._sources.get(edition)

    def passages(self, edition: str = "") -> list[Passage]:
        return [p for p in self._passages.values() if edition in ("", p.edition)]

    def passage(self, id: str) -> Passage | None:
        return self._passages.get(id)

    def counts(self) -> dict[str, int]:
        return dict(Counter(passage.edition for passage in self._passages.values()))

    def digests(self) -> dict[str, str]:
        return {s.digest: s.edition for s in self._sources.values() if s.digest}

    def search(
        self, query: str, k: int = 10, language: str = "", only: Filter | None = None
    ) -> list[Hit]:
        """Half words, half vectors; one version a passage, the asker's if there is one."""
        query = query.strip()[:2000]
        if not query or not self._passages:
            return []
        asked = self._embedder.embed([query])[0]
        in_force = self.marks.in_force()
        passages = [p for p in self._passages.values() if admitted(p, only, in_force)]
        spelt = covered(query, language or "en", [_told(p) for p in passages])
        best: dict[str, Hit] = {}
        for passage, grams in zip(passages, spelt, strict=True):
            vector, held = self._signals(passage)
            similarity = float(asked @ vector)
            wanted = set(stems(query, passage.language))
            coverage = len(wanted & held) / len(wanted) if wanted else 0.0
            score = (max(similarity, 0.0) + coverage) / 2
            family = passage.id
            if family.endswith(LANGUAGE_ENDINGS):
                family = family.rpartition(".")[0]
            known = best.get(family)
            if known is None:
                best[family] = Hit(passage, score, similarity, coverage, grams)
                continue
            shown = passage if passage.language == language else known.passage
            best[family] = Hit(
                shown,
                max(score, known.score),
                max(similarity, known.similarity),
                max(coverage, known.coverage),
                max(grams, known.grams),
            )
        return sorted(best.values(), key=lambda hit: -hit.score)[:k]

    def _signals(self, passage: Passage) -> tuple[np.ndarray, frozenset[str]]:
        """Vector and stems of a passage, made once: the shelves hold a thousand."""
        if passage.id not in self._read:
            told = _told(passage)
            vector = self._embedder.embed([told])[0]
            self._read[passage.id] = vector, frozenset(stems(told, passage.language))
        return self._read[passage.id]


def _told(passage: Passage) -> str:
    return " ".join((*passage.headings, passage.text))
