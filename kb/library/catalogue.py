"""The catalogue: which sources and passages the library holds, and their words.

One SQLite file beside the vectors. What stands here is what the library
shows: the vectors of an edition are written first, the catalogue last and in
one transaction, so a reader sees the old edition or the new one, never a
mixture, and a killed process leaves the old one.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from kb import lexical
from kb.errors import LibraryUnavailable, UnusableRequest
from kb.model import Passage, Source
from kb.ranking import family

SCHEMA = """
CREATE TABLE IF NOT EXISTS facts (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS sources (
    edition TEXT PRIMARY KEY, version TEXT NOT NULL, card TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS passages (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, vector TEXT NOT NULL UNIQUE,
    edition TEXT NOT NULL, position INTEGER NOT NULL, language TEXT NOT NULL,
    family TEXT NOT NULL, card TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS passages_of ON passages (edition, position);
CREATE INDEX IF NOT EXISTS passages_in ON passages (language);
CREATE INDEX IF NOT EXISTS versions_of ON passages (family);
"""

#: Raised when the tables change their meaning; see ``Catalogue.form``.
FORM = "1"

#: Seconds to wait for another process that is writing. An edition's vectors are
#: made before the catalogue is locked, so a lock lasts a second or two.
PATIENCE = 30.0


@dataclass(frozen=True)
class Edition:
    """A source with its passages, as one version of it lies on the shelves."""

    source: Source
    passages: tuple[Passage, ...]
    version: str

    def vector(self, passage: Passage) -> str:
        """The passage's id among the vectors. It names the version, so that a new
        version never overwrites the vectors of the one that is still shown."""
        return f"{passage.id}@{self.version}"


@dataclass(frozen=True)
class Row:
    """A passage with its number in the catalogue and the id of its vector."""

    row: int
    vector: str
    passage: Passage


def write_source(source: Source) -> str:
    return json.dumps(asdict(source), ensure_ascii=False)


def read_source(card: str) -> Source:
    return Source(**_fields(card, Source))


def write_passage(passage: Passage) -> str:
    return json.dumps(asdict(passage), ensure_ascii=False)


def read_passage(card: str) -> Passage:
    return Passage(**_fields(card, Passage))


def _fields(card: str, kind: type) -> dict[str, Any]:
    """JSON back to fields. One that this version does not know is left out, not refused:
    a folder may have been filled by a newer toolkit."""
    known = {field.name for field in fields(kind)}
    values = {key: value for key, value in json.loads(card).items() if key in known}
    return {key: tuple(v) if isinstance(v, list) else v for key, v in values.items()}


class Busy(LibraryUnavailable):
    """Another process is writing."""


class Damaged(LibraryUnavailable):
    """The file is not a catalogue, or no longer."""


class Catalogue:
    """Tables and their reading. Every call opens its own connection: threads never share one."""

    def __init__(self, path: Path) -> None:
        """Raises LibraryUnavailable if the file cannot be made, read or written."""
        self.path = path
        with self._connection() as db:
            db.execute("PRAGMA journal_mode = WAL")  # readers go on while somebody writes
            db.executescript(SCHEMA + lexical.SCHEMA)
            # Written once only: an opening must not wait for another process that writes.
            if not self.fact_in(db, "form"):
                self.note(db, "form", FORM)
            if self.fact_in(db, "form") != FORM:
                raise LibraryUnavailable(
                    f"The library in {path.parent} was made by another version of the toolkit.",
                    "Use the version that made it, or another folder (TOOLKIT_LIBRARY).",
                )

    @contextmanager
    def _connection(self, patience: float = PATIENCE) -> Iterator[sqlite3.Connection]:
        try:
            db = sqlite3.connect(self.path, timeout=patience, isolation_level=None)
            try:
                db.execute("PRAGMA synchronous = NORMAL")
                yield db
            finally:
                db.close()
        except sqlite3.Error as error:
            raise self._unavailable(error) from error

    def _unavailable(self, error: sqlite3.Error) -> LibraryUnavailable:
        name = getattr(error, "sqlite_errorname", "") or ""
        where = self.path.parent
        if name.startswith("SQLITE_BUSY") or name.startswith("SQLITE_LOCKED"):
            return Busy(
                f"Another program is writing to the library in {where}.",
                "Wait until it has finished and try again.",
            )
        if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
            return LibraryUnavailable(
                f"The library in {where} cannot be written.",
                "Make the folder writable, or choose another one with TOOLKIT_LIBRARY.",
            )
        if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
            return LibraryUnavailable(
                f"The disk of {where} is full or failing.",
                "Make room, or choose another folder with TOOLKIT_LIBRARY.",
            )
        return Damaged(
            f"The catalogue of the library, {self.path}, is damaged ({error}).",
            "Move that file away and start again: it is made again from the vectors beside it.",
        )

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one state of the catalogue from first to last."""
        with self._connection() as db:
            db.execute("BEGIN")
            yield db

    @contextmanager
    def writing(self, patience: float = PATIENCE) -> Iterator[sqlite3.Connection]:
        """A transaction no other process can enter; undone if the block raises."""
        with self._connection(patience) as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except BaseException:
                db.execute("ROLLBACK")
                raise
            db.execute("COMMIT")

    # -- facts about the library itself ------------------------------------------

    @staticmethod
    def fact_in(db: sqlite3.Connection, key: str) -> str:
        found = db.execute("SELECT value FROM facts WHERE key = ?", (key,)).fetchone()
        return found[0] if found else ""

    def fact(self, key: str) -> str:
        with self.reading() as db:
            return self.fact_in(db, key)

    @staticmethod
    def note(db: sqlite3.Connection, key: str, value: str) -> None:
        db.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (key, value))

    # -- writing, inside a transaction -------------------------------------------

    @staticmethod
    def put(db: sqlite3.Connection, edition: Edition) -> list[str]:
        """Shelve ``edition`` in place of what it replaces; returns the vectors to delete."""
        source = edition.source
        stale = Catalogue.drop(db, source.edition)
        db.execute(
            "INSERT INTO sources VALUES (?, ?, ?)",
            (source.edition, edition.version, write_source(source)),
        )
        for position, passage in enumerate(edition.passages):
            try:
                row = db.execute(
                    "INSERT INTO passages (id, vector, edition, position, language, family, card)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (
                        passage.id,
                        edition.vector(passage),
                        source.edition,
                        position,
                        passage.language,
                        family(passage),
                        write_passage(passage),
                    ),
                ).lastrowid
            except sqlite3.IntegrityError as error:
                raise UnusableRequest(
                    f"Two passages of the library would have the same id, {passage.id!r}.",
                    "Give the file another name and add it again.",
                ) from error
            headings = " ".join(passage.headings)
            origin = f"{source.title} {source.publisher}"
            assert row is not None
            lexical.put(db, row, passage.language, passage.text, headings, origin)
        kept = {edition.vector(passage) for passage in edition.passages}
        return [vector for vector in stale if vector not in kept]

    @staticmethod
    def drop(db: sqlite3.Connection, edition: str) -> list[str]:
        """Take an edition out; returns the ids of its vectors."""
        found = db.execute(
            "SELECT row, vector FROM passages WHERE edition = ?", (edition,)
        ).fetchall()
        lexical.drop(db, (row for row, _ in found))
        db.execute("DELETE FROM passages WHERE edition = ?", (edition,))
        db.execute("DELETE FROM sources WHERE edition = ?", (edition,))
        return [vector for _, vector in found]

    # -- reading -------------------------------------------------------------------

    def sources(self) -> list[Source]:
        with self.reading() as db:
            found = db.execute("SELECT card FROM sources ORDER BY edition").fetchall()
        return [read_source(card) for (card,) in found]

    def source(self, edition: str) -> Source | None:
        with self.reading() as db:
            found = db.execute("SELECT card FROM sources WHERE edition = ?", (edition,)).fetchone()
        return read_source(found[0]) if found else None

    def passages(self, edition: str = "") -> list[Passage]:
        which, values = ("WHERE edition = ?", (edition,)) if edition else ("", ())
        with self.reading() as db:
            found = db.execute(
                f"SELECT card FROM passages {which} ORDER BY edition, position", values
            ).fetchall()
        return [read_passage(card) for (card,) in found]

    def passage(self, id: str) -> Passage | None:
        with self.reading() as db:
            found = db.execute("SELECT card FROM passages WHERE id = ?", (id,)).fetchone()
        return read_passage(found[0]) if found else None

    def editions(self) -> list[Edition]:
        """Everything, version by version: what the vectors are made again from."""
        with self.reading() as db:
            found = db.execute("SELECT edition, version, card FROM sources").fetchall()
            passages: dict[str, list[Passage]] = {}
            for edition, card in db.execute(
                "SELECT edition, card FROM passages ORDER BY edition, position"
            ):
                passages.setdefault(edition, []).append(read_passage(card))
        return [
            Edition(read_source(card), tuple(passages.get(edition, ())), version)
            for edition, version, card in found
        ]

    @staticmethod
    def versions(db: sqlite3.Connection) -> set[tuple[str, str]]:
        """(edition, version) of everything on the shelves."""
        return {
            (edition, version)
            for edition, version in db.execute("SELECT edition, version FROM sources")
        }

    def vectors(self) -> set[str]:
        with self.reading() as db:
            return {vector for (vector,) in db.execute("SELECT vector FROM passages")}

    def count(self) -> int:
        with self.reading() as db:
            return int(db.execute("SELECT count(*) FROM passages").fetchone()[0])

    def counts(self) -> dict[str, int]:
        """How many passages each edition has, without reading one."""
        with self.reading() as db:
            return dict(db.execute("SELECT edition, count(*) FROM passages GROUP BY edition"))

    @staticmethod
    def languages(db: sqlite3.Connection) -> dict[str, int]:
        """How many passages each language has."""
        return dict(db.execute("SELECT language, count(*) FROM passages GROUP BY language"))

    @staticmethod
    def rows(db: sqlite3.Connection) -> list[Row]:
        """Every passage on the shelves."""
        found = db.execute("SELECT row, vector, card FROM passages")
        return [Row(row, vector, read_passage(card)) for row, vector, card in found]

    @staticmethod
    def with_versions(
        db: sqlite3.Connection, rows: Sequence[int], vectors: Sequence[str]
    ) -> list[Row]:
        """The passages at ``rows`` and of ``vectors``, with all their translations."""
        found: Mapping[int, Row] = {
            row: Row(row, vector, read_passage(card))
            for row, vector, card in db.execute(
                "SELECT row, vector, card FROM passages WHERE family IN (SELECT family FROM"
                f" passages WHERE row IN ({_marks(rows)}) OR vector IN ({_marks(vectors)}))",
                (*rows, *vectors),
            )
        }
        return list(found.values())


def _marks(values: Iterable[Any]) -> str:
    return ",".join("?" for _ in values)
