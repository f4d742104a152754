"""The vectors, in Chroma: inside this process, or on a server. Only this file knows Chroma.

Embeddings are always passed in (``embedding_function=None``): left to itself
Chroma downloads a model. Distances are asked for as cosine, for its default
is another. Each row carries its passage and source as JSON, so that the
catalogue can be made again from the vectors alone, here or on another machine.
"""

from __future__ import annotations

import itertools
import threading
import time
import urllib.request
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from kb.errors import LibraryUnavailable, WrongEmbedder
from kb.library.catalogue import Edition, read_passage, read_source, write_passage, write_source

COLLECTION = "toolkit-passages"

#: Rows a request: far below Chroma's own limit, and a few megabytes on the wire.
AT_ONCE = 500

#: How long a server may take to say that it is there, and to answer a request
#: (500 rows with their vectors). Chroma's client would wait for ever.
SERVER_SECONDS, ANSWER_SECONDS = 5.0, 60.0

#: Seconds after which half an edition on a server is one whose writer was killed.
LONGEST_WRITING = 3600

ADVICE_WRONG = (
    "Set TOOLKIT_EMBEDDING_MODEL back to that model, or embed every passage again "
    "with `toolkit ingest --rebuild`."
)


class Vectors:
    """One collection of vectors. Every failure of Chroma comes out as LibraryUnavailable.

    Chroma in this process does not notice what another process writes to the
    folder: its index in memory stays as it was. So a Vectors is never refreshed;
    who learns of a change opens a new one, and the old one closes when the last
    thread has let go of it.
    """

    def __init__(self, folder: Path, url: str, embedder: str) -> None:
        self.folder, self.url, self._embedder = folder, url, embedder
        with self._guard():
            self._client, done = _server(url) if url else _local(folder)
            weakref.finalize(self, done).atexit = False
            self._collection: Any = None

    # -- the collection ------------------------------------------------------------

    def check(self) -> None:
        """Look the collection up anew, make it if there is none.

        Raises WrongEmbedder if another embedder filled it.
        """
        with self._guard():
            found = self._find()
            if found is not None and not self._mine(found):
                if found.count() > 0:
                    made_by = (found.metadata or {}).get("embedder", "an unknown model")
                    raise WrongEmbedder(
                        f"The library was indexed with {made_by}, and {self._embedder} is set.",
                        ADVICE_WRONG,
                    )
                self._client.delete_collection(COLLECTION)
                found = None
            self._collection = found if found is not None else self._make()

    def usable(self) -> Vectors:
        """Itself, if every row can be read, of whatever embedder."""
        with self._guard():
            self._collection = self._find() or self._make()
            for _ in self._pages(["metadatas"]):
                pass
        return self

    def revision(self) -> str:
        """Changes with every writing, whoever writes: collection, mark, number of rows.

        Raises WrongEmbedder if somebody filled it with another embedder meanwhile.
        """
        self.check()
        found = self._collection
        return f"{found.id}/{(found.metadata or {}).get('revision', '')}/{self.count()}"

    def mark(self) -> None:
        """Set a new revision, after writing."""
        mark = f"{time.time_ns():x}"
        self._use("modify", metadata={"embedder": self._embedder, "revision": mark})

    def empty(self) -> None:
        """Throw all vectors away, of whatever embedder."""
        with self._guard():
            if self._find() is not None:
                self._client.delete_collection(COLLECTION)
            self._collection = self._make()

    def _find(self) -> Any:
        from chromadb.errors import NotFoundError

        try:
            return self._client.get_collection(COLLECTION, embedding_function=None)
        except NotFoundError:
            return None

    def _make(self) -> Any:
        return self._client.get_or_create_collection(
            COLLECTION,
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine"}},
            metadata={"embedder": self._embedder},
        )

    def _mine(self, collection: Any) -> bool:
        return (collection.metadata or {}).get("embedder") == self._embedder

    # -- rows ----------------------------------------------------------------------

    def put(self, editions: Sequence[Edition], vectors: np.ndarray) -> None:
        """Write one version of each edition. Its rows are new: nothing is overwritten."""
        rows, ids, texts = [], [], []
        for edition in editions:
            now, source = time.time(), write_source(edition.source)
            for position, passage in enumerate(edition.passages):
                rows.append(
                    {
                        "edition": edition.source.edition,
                        "version": edition.version,
                        "of": len(edition.passages),
                        "position": position,
                        "language": passage.language,
                        "added": now,
                        # The text lies in the document; once is enough.
                        "passage": write_passage(replace(passage, text="")),
                        "source": source,
                    }
                )
                ids.append(edition.vector(passage))
                # An empty document is refused; a space is no text either.
                texts.append(passage.text or " ")
        for start in range(0, len(ids), AT_ONCE):
            part = slice(start, start + AT_ONCE)
            self._use(
                "upsert",
                ids=ids[part],
                embeddings=vectors[part],
                metadatas=rows[part],
                documents=texts[part],
            )

    def drop(self, ids: Iterable[str]) -> None:
        listed = list(ids)
        for start in range(0, len(listed), AT_ONCE):
            self._use("delete", ids=listed[start : start + AT_ONCE])

    def count(self) -> int:
        return int(self._use("count"))

    def ids(self) -> set[str]:
        return {id for page in self._pages([]) for id in page["ids"]}

    def editions(self) -> tuple[list[Edition], list[str]]:
        """What the rows say is on the shelves, and the ids of rows that are left over.

        Of each edition the newest version that is whole counts. Left over are older
        versions, and halves of one that nobody can still be writing.
        """
        found: dict[tuple[str, str], list[tuple[str, str, dict[str, Any]]]] = {}
        for page in self._pages(["metadatas", "documents"]):
            rows = zip(page["ids"], page["documents"], page["metadatas"], strict=True)
            for id, text, row in rows:
                key = (row["edition"], row["version"])
                found.setdefault(key, []).append((id, text or "", row))
        newest: dict[str, tuple[float, Edition]] = {}
        for (name, version), rows_of in found.items():
            first = rows_of[0][2]
            added = float(first["added"])
            if len(rows_of) != int(first["of"]) or newest.get(name, (0.0,))[0] > added:
                continue
            rows_of.sort(key=lambda row: int(row[2]["position"]))
            passages = tuple(
                replace(read_passage(row["passage"]), text=text) for _, text, row in rows_of
            )
            newest[name] = (added, Edition(read_source(first["source"]), passages, version))
        left_over = [
            id
            for (name, version), rows_of in found.items()
            for id, _, row in rows_of
            if name not in newest or newest[name][1].version != version
            if float(row["added"]) < time.time() - LONGEST_WRITING
        ]
        return [edition for _, edition in newest.values()], left_over

    def _pages(self, include: list[str]) -> Iterator[Any]:
        offset = 0
        while True:
            page = self._use("get", limit=AT_ONCE, offset=offset, include=include)
            if not page["ids"]:
                return
            yield page
            offset += len(page["ids"])

    # -- search --------------------------------------------------------------------

    def nearest(self, vector: np.ndarray, limit: int) -> list[str]:
        """The ids of the ``limit`` nearest rows. There are always some, however far."""
        found = self._use("query", query_embeddings=vector[None], n_results=limit, include=[])
        return list(found["ids"][0])

    def cosines(self, vector: np.ndarray, ids: Sequence[str]) -> dict[str, float]:
        """The exact cosine of ``vector`` with each row that exists."""
        if not ids:
            return {}
        found = self._use("get", ids=list(ids), include=["embeddings"])
        rows = np.asarray(found["embeddings"], dtype=np.float32)
        if not len(found["ids"]):
            return {}
        return dict(zip(found["ids"], (rows @ vector).tolist(), strict=True))

    # -- failures ------------------------------------------------------------------

    def _use(self, method: str, **values: Any) -> Any:
        """Ask the collection; if another process has made it anew, look it up and ask again."""
        with self._guard():
            from chromadb.errors import NotFoundError

            if self._collection is None:
                self.check()
            try:
                return getattr(self._collection, method)(**values)
            except NotFoundError:
                self.check()
                return getattr(self._collection, method)(**values)

    @contextmanager
    def _guard(self) -> Iterator[None]:
        try:
            yield
        except (LibraryUnavailable, WrongEmbedder):
            raise
        except (KeyboardInterrupt, SystemExit, GeneratorExit):
            raise
        except BaseException as error:
            # Chroma's engine is written in Rust: a damaged file can make it panic, which
            # Python sees as a BaseException of no known family. httpx has its own as well.
            raise self._unavailable(error) from error

    def _unavailable(self, error: BaseException) -> LibraryUnavailable:
        if self.url:
            return LibraryUnavailable(
                f"The Chroma server at {self.url} does not answer as it should ({_short(error)}).",
                "Start it, or correct or empty TOOLKIT_CHROMA_URL.",
            )
        return LibraryUnavailable(
            f"The vectors in {self.folder} cannot be used ({_short(error)}).",
            "Check that the folder can be written and that the disk is not full. If it is "
            "damaged, `toolkit ingest --rebuild` makes the vectors again.",
        )


#: Numbers of the engines that run on a folder in this process; see ``_local``.
_running: set[int] = set()
_numbering = threading.Lock()


def _local(folder: Path) -> tuple[Any, Callable[[], None]]:
    """An engine of its own on ``folder``, and what ends it.

    Chroma hands out one engine a path for the life of the process. The same folder
    under another spelling ("chroma/.", "chroma/./.") gets an engine that reads the
    folder as it is now.
    """
    import chromadb
    from chromadb.config import Settings

    folder.mkdir(parents=True, exist_ok=True)
    with _numbering:
        number = next(n for n in itertools.count() if n not in _running)
        _running.add(number)
    # A number whose engine failed to start is not given again: Chroma keeps the failure.
    path = str(folder) + "/." * number
    client = chromadb.PersistentClient(path, Settings(anonymized_telemetry=False))

    def end() -> None:
        with suppress(Exception):
            client.close()
        _running.discard(number)

    return client, end


def _server(url: str) -> tuple[Any, Callable[[], None]]:
    parts = urlsplit(url if "//" in url else f"//{url}")
    try:
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or parts.scheme not in ("", "http", "https"):
        raise LibraryUnavailable(
            f"TOOLKIT_CHROMA_URL is {url!r}, which is no address of a server.",
            "Write it as http://host:8000, or leave it empty to use the folder.",
        )
    ssl = parts.scheme == "https"
    port = port or (443 if ssl else 8000)
    address = f"[{host}]" if ":" in host else host
    heartbeat = f"{'https' if ssl else 'http'}://{address}:{port}/api/v2/heartbeat"
    urllib.request.urlopen(heartbeat, timeout=SERVER_SECONDS).close()
    import chromadb
    from chromadb.config import Settings

    client = chromadb.HttpClient(
        host=host, port=port, ssl=ssl, settings=Settings(anonymized_telemetry=False)
    )
    # Chroma offers no setting for this; without it a server that hangs hangs the app.
    with suppress(AttributeError):
        client._server._session.timeout = ANSWER_SECONDS
    return client, client.close


def _short(error: BaseException) -> str:
    said = " ".join(str(getattr(error, "reason", error)).split()) or type(error).__name__
    return said if len(said) <= 160 else said[:160] + "…"
