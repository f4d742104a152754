"""The drawer: what a visit made, kept as one file, so that a reload or a crash loses nothing.

A folder of its own inside the library's, one JSON file for each visit, named by
a random key that also stands in the page's address. A file is written whole
beside the old one and then takes its place: a killed process leaves the one or
the other, never half of one. The evidence is kept with every sheet, so a
citation opens the passage it was made from, whatever became of the library.

What is kept is any tree of frozen dataclasses; pydantic writes and checks it.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from kb.errors import LibraryUnavailable, UnreadableDocument

T = TypeVar("T")
#: Changes when a file of before can no longer be read.
FORM = 1
#: Far more than a day's work; a larger file was not written here.
LARGEST = 64 * 1024 * 1024

_KEY = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Mark:
    """Which file lay in the drawer when it was last read or written: tells of other writers."""

    inode: int
    changed: int


@dataclass(frozen=True)
class Drawer(Generic[T]):
    """Keeps values of one ``kind`` in ``folder``. Nothing is made before something is kept."""

    folder: Path
    kind: type[T]

    @staticmethod
    def is_key(key: str) -> bool:
        """Could ``key`` name a file of a drawer? Nothing else ever becomes a path."""
        return bool(_KEY.fullmatch(key))

    @cached_property
    def _form(self) -> Any:
        from pydantic import TypeAdapter

        return TypeAdapter(self.kind)

    def _path(self, key: str) -> Path:
        if not self.is_key(key):
            raise UnreadableDocument(
                "This is no address of a kept conversation.", "Use the address as it was shown."
            )
        return self.folder / f"{key}.json"

    def keep(self, value: T, key: str = "", mark: Mark | None = None) -> tuple[str, Mark]:
        """Write ``value`` under ``key``; returns the key it lies under now, and its mark.

        ``mark`` is what the caller read or wrote last. If somebody else wrote or
        removed the file since (a second window on the same address), theirs stays
        and ``value`` gets a new key: two windows never overwrite each other.
        Raises LibraryUnavailable if the disk will not take it.
        """
        body = json.dumps(
            {"form": FORM, "kept": self._form.dump_python(value)}, ensure_ascii=False
        ).encode("utf-8", "replace")
        if not key or self._mark(key) != mark:
            key = secrets.token_hex(16)
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.folder.chmod(0o700)
            self._write(self._path(key), body)
        except OSError as error:
            raise LibraryUnavailable(
                f"The conversation could not be kept in {self.folder} ({error.strerror}).",
                "Download what you need, then make room or make the folder writable.",
            ) from error
        now = self._mark(key)
        assert now is not None
        return key, now

    def _write(self, path: Path, body: bytes) -> None:
        handle, name = tempfile.mkstemp(dir=self.folder, prefix=".", suffix=".part")  # mode 0600
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(body)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise

    def _mark(self, key: str) -> Mark | None:
        try:
            found = self._path(key).stat()
        except OSError:
            return None
        return Mark(found.st_ino, found.st_mtime_ns)

    def find(self, key: str) -> tuple[T, Mark] | None:
        """What is kept under ``key``, or None if nothing is.

        Raises UnreadableDocument if the file is damaged or of another kind; it stays as it is.
        """
        if not self.is_key(key):
            return None
        mark = self._mark(key)
        if mark is None:
            return None
        try:
            with self._path(key).open("rb") as file:
                body = file.read(LARGEST + 1)
            read = json.loads(body) if len(body) <= LARGEST else None
            if not isinstance(read, dict) or read.get("form") != FORM:
                raise ValueError("another form")
            return self._form.validate_python(read["kept"]), mark
        except (OSError, ValueError, KeyError, RecursionError) as error:
            raise UnreadableDocument(
                "The conversation at this address is kept in a file that cannot be read.",
                "A new one has been started; the file was left as it is.",
            ) from error

    def holding(self, name: str, value: str, most: int) -> list[tuple[str, T]]:
        """Of the ``most`` kept last those in which a field ``name`` is ``value``, newest first.

        Only these are read whole; what cannot be read is passed over.
        """
        piece = f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}"
        sought = piece.encode("utf-8", "replace")
        found: list[tuple[str, T]] = []
        for path in self._latest(most):
            with suppress(OSError, UnreadableDocument):
                if sought in path.read_bytes() and (kept := self.find(path.stem)):
                    found.append((path.stem, kept[0]))
        return found

    def _latest(self, most: int) -> list[Path]:
        """The files written last, newest first; none if nothing was ever kept."""
        dated: list[tuple[int, Path]] = []
        with suppress(OSError):
            for path in self.folder.glob("*.json"):
                with suppress(OSError):
                    stat = path.stat()
                    if self.is_key(path.stem) and stat.st_size <= LARGEST:
                        dated.append((stat.st_mtime_ns, path))
        return [path for _, path in sorted(dated, reverse=True)[:most]]

    def remove(self, key: str) -> None:
        """Take the file out for good. Raises LibraryUnavailable if it cannot be removed."""
        try:
            self._path(key).unlink(missing_ok=True)
        except OSError as error:
            raise LibraryUnavailable(
                f"The conversation in {self.folder} could not be removed ({error.strerror}).",
                "Make the folder writable and try again.",
            ) from error
