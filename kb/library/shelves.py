"""The Library: add, remove, look up, search.

Two stores work together: the catalogue (SQLite: sources, passages, words) and
the vectors (Chroma). The catalogue decides what is shown. A new version of an
edition is embedded first, its vectors are written under ids of their own, then
the catalogue changes over in one transaction, then the old vectors go. Killed
or failing at any point, the library shows the old version, and what was left
over is cleared away at the next opening.

With a Chroma server the server is the common truth: each machine keeps a
catalogue of its own and makes it again from the server when the server's
revision has changed.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import sqlite3
import threading
import time
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from kb import lexical
from kb.admission import admitted
from kb.errors import LibraryUnavailable, ToolkitError, UnusableRequest, WrongEmbedder
from kb.gloss import GLOSSED, glossed
from kb.grams import covered
from kb.language import detect
from kb.library.catalogue import (
    Busy,
    Catalogue,
    Damaged,
    Edition,
    Row,
    write_passage,
    write_source,
)
from kb.library.chroma import ADVICE_WRONG, Vectors
from kb.marks import FILE, Marks
from kb.model import Filter, Hit, Passage, Source
from kb.ranking import Candidate, rank
from kb.subjects import filed, topics_asked

if TYPE_CHECKING:
    from kb.embedding import Embedder

#: Called with (done, total) passages while an edition is embedded.
Progress = Callable[[int, int], None]

#: Added to the embedder's name where texts it cannot read are embedded as glosses.
GLOSSING = " + gloss 1"

#: Candidates from each search. All signals are then known of all of them, so a passage
#: has only to be found by one. A passage may take four places, one for each language.
CANDIDATES = 120

#: No reader and no program needs more hits than this.
MOST_HITS = 1000

#: A question is short; of pasted pages the beginning is searched for.
LONGEST_QUERY = 2000

#: Passages embedded between two reports of progress.
STEP = 32


@dataclass(frozen=True)
class _Look:
    """What a look at both stores found."""

    asked: str  #: the language of the query
    rows: list[Row]
    words: dict[int, lexical.WordScore]
    near: dict[str, float]


class Library:
    """The shelves in ``folder``, or on the Chroma server at ``url``.

    Raises LibraryUnavailable when they cannot be reached, WrongEmbedder when
    another embedder filled them. Threads may share one Library; several
    processes may open one folder.
    """

    def __init__(
        self, folder: Path, embedder: Embedder, url: str = "", any_embedder: bool = False
    ) -> None:
        """``any_embedder``: open even what another one filled, in order to ``rebuild()`` it."""
        self.folder, self.embedder, self.url = folder, embedder, url.strip()
        self._opening, self._writing = threading.RLock(), threading.RLock()
        self._opened: Vectors | None = None
        self._seen = ""  # the revision of the catalogue that ``_opened`` is in step with
        #: What reviewers said of sources and passages; what they withdrew is not found.
        self.marks = Marks(folder / FILE)
        self._catalogue = self._open_catalogue()
        if any_embedder:
            return
        self._refuse_another_embedder()
        # A catalogue never filled may stand for one that was lost, and a server is the
        # common truth; else Chroma, slow to import, waits until it is needed.
        if self.url or (not self._catalogue.fact("filled") and self._vector_folder.exists()):
            self._vectors()

    # -- shelving --------------------------------------------------------------------

    def add(
        self, source: Source, passages: Sequence[Passage], progress: Progress | None = None
    ) -> None:
        """Shelve ``source`` in place of the edition of the same name, whole or not at all.

        Raises EmbedderUnavailable and LibraryUnavailable, and UnusableRequest if there
        are no passages or an id is taken. The old version then stays as it was.
        """
        self.add_together([(source, passages)], progress)

    def add_together(
        self,
        shelves: Sequence[tuple[Source, Sequence[Passage]]],
        progress: Progress | None = None,
    ) -> None:
        """``add`` for several editions in one go: all of them, or none.

        Each write to the vectors costs as much as many rows, so many small
        editions are shelved far sooner together. Raises what ``add`` raises.
        """
        editions = [_edition(source, passages) for source, passages in shelves]
        vectors = self._vectors()
        embedded = self._embed([p for e in editions for p in e.passages], progress)
        with self._writing:
            try:
                with self._catalogue.writing() as db:
                    stale = [v for edition in editions for v in self._catalogue.put(db, edition)]
                    vectors.put(editions, embedded)
                    self._note_change(db)
            except BaseException:
                with suppress(ToolkitError):
                    known = self._catalogue.vectors()
                    mine = [e.vector(passage) for e in editions for passage in e.passages]
                    vectors.drop(vector for vector in mine if vector not in known)
                raise
            vectors.drop(stale)
            self._mark(vectors)

    def remove(self, edition: str) -> bool:
        """Take an edition off the shelves; False if it was not there."""
        known = self._catalogue.source(edition) is not None
        if known:
            vectors = self._vectors()
            with self._writing:
                with self._catalogue.writing() as db:
                    stale = self._catalogue.drop(db, edition)
                    self._note_change(db)
                vectors.drop(stale)
                self._mark(vectors)
        return known

    def rebuild(self, progress: Progress | None = None) -> None:
        """Embed every passage again with the present embedder.

        Nothing is thrown away before all passages are embedded.
        """
        vectors = self._vectors_for_rebuilding()
        editions = self._catalogue.editions()
        if self.url or not editions:
            editions, _ = vectors.editions()
        passages = [passage for edition in editions for passage in edition.passages]
        embedded = self._embed(passages, progress)
        with self._writing:
            with self._catalogue.writing() as db:
                vectors.empty()
                for edition in editions:
                    self._catalogue.put(db, edition)
                vectors.put(editions, embedded)
                self._note_change(db)
            self._mark(vectors)
            self._opened, self._seen = vectors, self._catalogue.fact("revision")

    # -- looking up ------------------------------------------------------------------

    def sources(self) -> list[Source]:
        """Every edition on the shelves, by name."""
        return self._catalogue.sources()

    def source(self, edition: str) -> Source | None:
        return self._catalogue.source(edition)

    def passages(self, edition: str = "") -> list[Passage]:
        """The passages of an edition in their order, or all of them."""
        return self._catalogue.passages(edition)

    def passage(self, id: str) -> Passage | None:
        return self._catalogue.passage(id)

    def counts(self) -> dict[str, int]:
        """edition -> how many passages it has; quick, however large the library."""
        return self._catalogue.counts()

    def digests(self) -> dict[str, str]:
        """digest of a file -> the edition it became: tells what is here already."""
        return {source.digest: source.edition for source in self.sources() if source.digest}

    # -- search ----------------------------------------------------------------------

    def search(
        self, query: str, k: int = 10, language: str = "", only: Filter | None = None
    ) -> list[Hit]:
        """The ``k`` passages that answer ``query`` best, best first.

        ``language`` is the asker's: of a passage on the shelves in several languages
        that one is given. ``only`` says which may be found; what reviewers withdrew
        never is. There are hits as long as there are passages: whether they are near
        enough is for the caller to judge, by similarity and coverage.
        """
        query = _printable(query.strip()[:LONGEST_QUERY])
        if not query or k < 1:
            return []
        marks = self.marks.in_force()
        # What is filtered out must not use up the candidates.
        narrowed = bool(only) or any(m.standing == "withdrawn" for m in marks.values())
        limit = MOST_HITS if narrowed else min(max(CANDIDATES, k), MOST_HITS)
        admits = partial(admitted, only=only, in_force=marks) if narrowed else None
        try:
            seen = self._look(query, language, limit, k, admits)
        except LibraryUnavailable:
            # Another process may have written between two of our looks: once more, from
            # the state as it is now. What is really broken fails again.
            with self._opening:
                self._opened = None
            seen = self._look(query, language, limit, k, admits)
        rows = [row for row in seen.rows if admitted(row.passage, only, marks)]
        alike = [row for row in rows if row.passage.language in (seen.asked, "und")]
        shares = covered(query, seen.asked, [_read_aloud(row.passage) for row in alike])
        topics = topics_asked(query, seen.asked)
        spelt = {row.row: share for row, share in zip(alike, shares, strict=True)}
        candidates = [
            Candidate(
                row.passage,
                similarity=seen.near.get(row.vector, 0.0),
                words=seen.words[row.row].bm25,
                coverage=seen.words[row.row].coverage,
                grams=spelt.get(row.row, 0.0),
                topics=filed(topics, row.passage),
            )
            for row in rows
        ]
        trained = self.embedder.languages
        glossed_too = GLOSSED if "en" in trained else ()
        return rank(candidates, seen.asked, language or seen.asked, trained, glossed_too, k)

    def _look(
        self,
        query: str,
        language: str,
        limit: int,
        k: int,
        admits: Callable[[Passage], bool] | None,
    ) -> _Look:
        """The query's language, and what the searches find with the signals of each.

        Where ``admits`` leaves fewer than ``k`` of them, what it lets pass may lie
        behind a thousand nearer passages: then all the shelves are gone through.
        """
        vectors = self._vectors()
        if self.url:
            self._copy_from(vectors)
        with self._catalogue.reading() as db:
            counts = self._catalogue.languages(db)
            if not counts:
                return _Look(language, [], {}, {})
            asked = lexical.spoken(query, language, counts) if language else detect(query)
            gloss = self._gloss(query, asked)
            wanted = lexical.read_query(db, query, asked, counts, gloss)
            vector = self.embedder.embed([gloss or query])[0]
            rows = self._catalogue.with_versions(
                db, lexical.best(db, wanted, limit), vectors.nearest(vector, limit)
            )
            if admits and sum(admits(row.passage) for row in rows) < k:
                rows = [row for row in self._catalogue.rows(db) if admits(row.passage)]
            words = lexical.weigh(db, wanted, {row.row: row.passage.language for row in rows})
        near = vectors.cosines(vector, [row.vector for row in rows])
        return _Look(asked, rows, words, near)

    def _gloss(self, text: str, language: str) -> str:
        """A text in English, where the embedder reads that and not the text's language."""
        reads = self.embedder.languages
        return glossed(text, language) if "en" in reads and language not in reads else ""

    def _as_read(self, passage: Passage) -> str:
        """What is embedded: the passage under its headings, in a language the embedder reads."""
        text = _read_aloud(passage)
        return self._gloss(text, passage.language) or text

    @property
    def _made_by(self) -> str:
        """What the vectors were made with; another reading of the texts makes other vectors."""
        return self.embedder.name + (GLOSSING if "en" in self.embedder.languages else "")

    # -- the two stores, kept together -------------------------------------------------

    @property
    def _vector_folder(self) -> Path:
        return self.folder / "chroma"

    def _open_catalogue(self) -> Catalogue:
        """The catalogue's file; a damaged one is put aside and made again from the vectors."""
        # Each server has a catalogue of its own here; the folder's stays as it is.
        server = f"-{zlib.crc32(self.url.encode()):08x}" if self.url else ""
        path = self.folder / f"catalogue{server}.sqlite3"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryUnavailable(
                f"The library cannot be opened in {self.folder} ({error.strerror}).",
                "Choose a folder that can be written with TOOLKIT_LIBRARY.",
            ) from error
        try:
            return Catalogue(path)
        except Damaged:
            if not (self.url or self._vector_folder.exists()):
                raise
            for ending in ("-wal", "-shm", ""):
                with suppress(FileNotFoundError):
                    Path(f"{path}{ending}").replace(f"{path}.damaged{ending}")
            return Catalogue(path)

    def _vectors(self) -> Vectors:
        """The vectors, opened on first use and in step with the catalogue.

        Raises WrongEmbedder also when another process has rebuilt them meanwhile.
        """
        with self._opening:
            self._refuse_another_embedder()
            revision = self._catalogue.fact("revision")
            if self._opened is None or (revision != self._seen and not self.url):
                vectors = Vectors(self._vector_folder, self.url, self._made_by)
                vectors.check()
                self._seen = revision
                if self.url or not self._catalogue.fact("filled"):
                    self._copy_from(vectors)
                else:
                    self._repair(vectors)
                self._opened = vectors
            return self._opened

    def _vectors_for_rebuilding(self) -> Vectors:
        """The vectors of whatever embedder; damaged ones are put aside."""
        try:
            return Vectors(self._vector_folder, self.url, self._made_by).usable()
        except LibraryUnavailable:
            if self.url or not self._catalogue.fact("filled"):
                raise  # there is nothing else to make them from
        damaged = self.folder / "chroma.damaged"
        shutil.rmtree(damaged, ignore_errors=True)
        self._vector_folder.replace(damaged)
        return Vectors(self._vector_folder, self.url, self._made_by)

    @property
    def read_otherwise(self) -> bool:
        """Did the same embedder fill it, but with other readings of the texts?

        An earlier version embedded every language as it stands: ``rebuild()`` mends it.
        """
        made_by = self._catalogue.fact("embedder")
        return not self.url and made_by == self.embedder.name and made_by != self._made_by

    def _refuse_another_embedder(self) -> None:
        made_by = self._catalogue.fact("embedder")
        if self.url or not made_by or made_by == self._made_by:
            return
        if self._catalogue.count():
            raise WrongEmbedder(
                f"The library in {self.folder} was indexed with {made_by}, "
                f"and {self._made_by} is set.",
                ADVICE_WRONG,
            )

    def _copy_from(self, vectors: Vectors) -> None:
        """Make the catalogue agree with the vectors, which know best."""
        # Asked for before the rows are read: what is written meanwhile is read next time.
        revision = vectors.revision()
        if self._catalogue.fact("copied") == revision:
            return
        editions, left_over = vectors.editions()
        vectors.drop(left_over)
        theirs = {(e.source.edition, e.version): e for e in editions}
        with self._writing, self._catalogue.writing() as db:
            mine = self._catalogue.versions(db)
            for edition, _ in mine - set(theirs):
                self._catalogue.drop(db, edition)
            for key in set(theirs) - mine:
                self._catalogue.put(db, theirs[key])
            self._note_change(db)
            self._catalogue.note(db, "copied", revision)

    def _repair(self, vectors: Vectors) -> None:
        """Clear away what a killed process left, and embed again what a lost folder held.

        Counting is enough to notice: versions have ids of their own, so leftovers
        only ever add rows.
        """
        if self._catalogue.count() == vectors.count():
            return
        with suppress(Busy), self._catalogue.writing(patience=0):
            present, known = vectors.ids(), self._catalogue.vectors()
            vectors.drop(present - known)
            for edition in self._catalogue.editions():
                if any(edition.vector(p) not in present for p in edition.passages):
                    vectors.put([edition], self._embed(edition.passages))

    def _note_change(self, db: sqlite3.Connection) -> None:
        """Leave word of a change, for ourselves and for other processes on this folder."""
        in_step = self._catalogue.fact_in(db, "revision") == self._seen
        mark = f"{time.time_ns():x}"
        for key, value in (
            ("embedder", self._made_by),
            ("filled", "yes"),
            ("revision", mark),
        ):
            self._catalogue.note(db, key, value)
        # Our own engine knows of our own change; not of one that came before it.
        if in_step:
            self._seen = mark

    def _mark(self, vectors: Vectors) -> None:
        """Leave word of a change on the server, for other machines.

        For ourselves too: we then copy from it once more, and so cannot miss what
        another machine wrote at the same moment.
        """
        if self.url:
            vectors.mark()

    def _embed(self, passages: Sequence[Passage], progress: Progress | None = None) -> np.ndarray:
        rows = [np.zeros((0, self.embedder.dimensions), dtype=np.float32)]
        for start in range(0, len(passages), STEP):
            step = passages[start : start + STEP]
            rows.append(self.embedder.embed([self._as_read(passage) for passage in step]))
            if progress is not None:
                progress(start + len(step), len(passages))
        return np.concatenate(rows)


def _read_aloud(passage: Passage) -> str:
    """What is embedded: the passage under its headings, which say what it is about."""
    return "\n".join(part for part in (" — ".join(passage.headings), passage.text) if part)


def _edition(source: Source, passages: Sequence[Passage]) -> Edition:
    if not passages:
        raise UnusableRequest(
            f"{source.title or source.edition} holds no passages.",
            "Check that the file holds text, then add it again.",
        )
    own = tuple(_clean(replace(p, edition=source.edition)) for p in passages)
    return Edition(source, own, _version(source, own))


def _version(source: Source, passages: Sequence[Passage]) -> str:
    digest = hashlib.sha256(write_source(source).encode())
    for passage in passages:
        digest.update(write_passage(passage).encode())
    return digest.hexdigest()[:12]


def _printable(text: str) -> str:
    """Without halves of characters, which no store accepts; the length stays."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def _clean(passage: Passage) -> Passage:
    headings = tuple(_printable(heading) for heading in passage.headings)
    return replace(passage, text=_printable(passage.text), headings=headings)
