"""What reviewers said of sources and passages: checked, doubtful or withdrawn.

Marks lie in a file of their own beside the library, never in the shipped
sheets: an update of the guidance leaves them alone, and a city can pass its
file on to another. Nothing is overwritten. A mark is added, and of several on
one target the latest counts, so putting two files together is putting two sets
together, in any order, as often as one likes.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sqlite3
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, get_args

from kb.errors import LibraryUnavailable, UnusableRequest
from kb.model import Mark, Passage, Standing
from kb.ranking import family

FILE = "marks.json"
FORM = "toolkit marks 1"
STANDINGS: tuple[Standing, ...] = get_args(Standing)

#: A name, and a remark of a few sentences; more is not a mark but a report.
LONGEST_NAME, LONGEST_NOTE, LONGEST_TARGET = 120, 2_000, 300
#: A file of this many bytes holds tens of thousands of marks.
LARGEST_FILE = 20_000_000
#: Seconds to wait for another program that is adding marks; it needs a fraction of one.
PATIENCE = 20.0
#: A clock may be set to another time zone, but not to next week: a mark from the
#: future could not be taken back before then.
WRONG_CLOCK = timedelta(days=2)

#: The graver, the later: of two marks made at the same moment the graver one counts.
GRAVITY: tuple[Standing, ...] = ("open", "checked", "doubtful", "withdrawn")
_AT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?Z")

Seen = tuple[int, int, int]
NOTHING: Seen = (0, 0, 0)


def wording(passage: Passage) -> str:
    """Language and digest of a passage's text, to tell later whether it was changed."""
    digest = hashlib.sha256(passage.text.encode("utf-8", "replace")).hexdigest()
    return f"{passage.language}-{digest[:16]}"


def marked(
    target: str, standing: Standing, by: str, note: str = "", text: str = "", after: str = ""
) -> Mark:
    """A mark made now. ``text`` is the ``wording`` of the passage it is about.

    ``after``: when the last mark on the target was made; this one is later, even if
    the clock that made the other was ahead of ours.
    Raises UnusableRequest without a name, or when name or note are far too long.
    """
    now = datetime.now(UTC)
    if found := _AT.fullmatch(after):
        with suppress(ValueError, OverflowError):
            last = datetime.fromisoformat(f"{found[1]}.{found[2] or '0':0<6}+00:00")
            now = max(now, last + timedelta(microseconds=1))
    mark = Mark(target, standing, _tidy(by), f"{now:%Y-%m-%dT%H:%M:%S.%f}Z", _tidy(note), text)
    if not mark.by:
        raise UnusableRequest(
            "A mark needs a name.", "Write who looked at it, so that others can ask."
        )
    if reason := _refusal(mark):
        raise UnusableRequest(reason, "Shorten it and mark again.")
    return mark


class Marks:
    """The marks in a file; without one (``path`` None) they last as long as the process."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self._writing = threading.Lock()
        self._read: tuple[Seen, tuple[Mark, ...]] = (NOTHING, ())

    def all(self) -> tuple[Mark, ...]:
        """Every mark ever made, oldest first.

        Raises LibraryUnavailable if the file cannot be read: what was withdrawn
        must not be cited because a file is broken.
        """
        if self.path is None:
            return self._read[1]
        known = self._read
        try:
            stat = self.path.stat()
            seen = stat.st_ino, stat.st_mtime_ns, stat.st_size
            if seen != known[0]:
                known = seen, _in_order(read_marks(self.path.read_bytes()))
        except FileNotFoundError:
            known = NOTHING, ()
        except (OSError, UnusableRequest) as error:
            what = error.what if isinstance(error, UnusableRequest) else f"{error.strerror}."
            raise LibraryUnavailable(
                f"The reviewers’ marks in {self.path} cannot be read: {what}",
                "Put back a copy you exported, or move the file away to go on without marks.",
            ) from error
        self._read = known
        return known[1]

    def add(self, marks: Iterable[Mark]) -> int:
        """Put marks with the others; returns how many were new.

        Whoever adds at the same moment, in this process or another, waits for us, so
        nobody's mark is lost. Raises LibraryUnavailable if they cannot be kept.
        """
        new = tuple(marks)
        with self._writing, self._alone():
            before = self.all()
            together = _in_order((*before, *new))
            if len(together) > len(before):
                self._write(together)
            return len(together) - len(before)

    def mark(
        self, target: str, standing: Standing, by: str, note: str = "", text: str = ""
    ) -> Mark:
        """Make a mark now, which counts from now on, and keep it.

        Raises what ``marked`` and ``add`` raise.
        """
        last = max((m.at for m in self.all() if m.target == target), key=_moment, default="")
        made = marked(target, standing, by, note, text, last)
        self.add((made,))
        return made

    def take_in(self, data: bytes) -> int:
        """Add the marks of a file somebody passed on; returns how many were new.

        Raises UnusableRequest if one of them cannot be used: then none is taken.
        """
        marks = read_marks(data)
        latest = f"{datetime.now(UTC) + WRONG_CLOCK:%Y-%m-%dT%H:%M:%SZ}"
        for number, mark in enumerate(marks, start=1):
            if _moment(mark.at) > _moment(latest):
                raise UnusableRequest(
                    f"Mark number {number} of the file was made in the future ({mark.at[:10]}).",
                    "Correct its date, or the clock of the machine it comes from.",
                )
        return self.add(marks)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """No other process adds meanwhile. SQLite's lock is let go if a process dies."""
        if self.path is None:
            yield
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            lock = self.path.with_suffix(".lock")
            with closing(sqlite3.connect(lock, timeout=PATIENCE, isolation_level=None)) as door:
                door.execute("BEGIN EXCLUSIVE")
                yield
        except (OSError, sqlite3.Error) as error:
            raise self._not_kept(getattr(error, "strerror", "") or str(error)) from error

    def _write(self, marks: tuple[Mark, ...]) -> None:
        if self.path is None:
            self._read = NOTHING, marks
            return
        body = write_marks(marks)
        if len(body) > LARGEST_FILE:
            raise LibraryUnavailable(
                f"There are too many marks to keep in {self.path}.",
                "Export them, then take those out that no longer count.",
            )
        handle, name = tempfile.mkstemp(dir=self.path.parent, prefix="marks.", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(body)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(self.path)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise

    def _not_kept(self, why: str) -> LibraryUnavailable:
        return LibraryUnavailable(
            f"The mark could not be kept in {self.path} ({why}).",
            "Make room or make the folder writable, then mark again.",
        )

    def in_force(self) -> dict[str, Mark]:
        """target -> the mark that counts; what was taken back is not there."""
        latest = {mark.target: mark for mark in self.all()}
        return {target: mark for target, mark in latest.items() if mark.standing != "open"}

    def of(self, passage: Passage) -> Mark | None:
        """The mark a passage stands under: its own or its source's, the graver of the two."""
        return strictest(self.in_force(), passage)


def strictest(in_force: Mapping[str, Mark], passage: Passage) -> Mark | None:
    """The graver of the marks on a passage and on its source; of equals the passage's own."""
    found = [in_force.get(target) for target in (family(passage), passage.source_id)]
    there = [mark for mark in found if mark is not None]
    return max(there, key=lambda mark: GRAVITY.index(mark.standing), default=None)


def outdated(mark: Mark, passage: Passage) -> bool:
    """Was the passage's text changed after it was marked?

    Told only of the language in which it was read then: of a translation nobody knows.
    """
    language, _, digest = mark.wording.partition("-")
    mine = mark.target == family(passage) and language == passage.language
    return mine and bool(digest) and mark.wording != wording(passage)


# ------------------------------------------------------------------ the file


def write_marks(marks: Iterable[Mark]) -> bytes:
    """Marks as one file that can be passed on."""
    held = {"form": FORM, "marks": [asdict(mark) for mark in marks]}
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def read_marks(data: bytes) -> tuple[Mark, ...]:
    """The marks of a file, each checked. Raises UnusableRequest if it is not such a file."""
    advice = "Choose a file of marks that was exported from a library."
    if len(data) > LARGEST_FILE:
        raise UnusableRequest("The file is far too large for marks.", advice)
    try:
        held = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise UnusableRequest("The file holds no marks: it is not JSON.", advice) from error
    if not (
        isinstance(held, dict) and held.get("form") == FORM and isinstance(held.get("marks"), list)
    ):
        raise UnusableRequest(f"The file is not of the form “{FORM}”.", advice)
    return tuple(_mark(number, entry) for number, entry in enumerate(held["marks"], start=1))


def _mark(number: int, entry: Any) -> Mark:
    known = ("target", "standing", "by", "at", "note", "wording")
    good = isinstance(entry, dict) and all(isinstance(entry.get(k, ""), str) for k in known)
    mark = Mark(**{key: entry.get(key, "") for key in known}) if good else None
    if mark is None or mark.standing not in STANDINGS or not _is_moment(mark.at):
        raise UnusableRequest(
            f"Mark number {number} of the file cannot be read.",
            f"A mark has target, standing ({', '.join(STANDINGS)}), by, at and note.",
        )
    mark = replace(mark, by=_tidy(mark.by), note=_tidy(mark.note))
    reason = _refusal(mark) if mark.by else "It lacks the name of who made it."
    if reason:
        raise UnusableRequest(
            f"Mark number {number} of the file cannot be used. {reason}", "Correct the file."
        )
    return mark


def _is_moment(at: str) -> bool:
    found = _AT.fullmatch(at)
    if not found:
        return False
    try:
        datetime.fromisoformat(found[1])
    except ValueError:
        return False
    return True


def _moment(at: str) -> str:
    """A time so that earlier sorts before later, whether it names parts of a second or not."""
    found = _AT.fullmatch(at)
    return f"{found[1]}.{found[2] or '':0<6}" if found else at


def _in_order(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Each mark once, oldest first; the same order whatever order they came in."""
    return tuple(
        sorted(
            set(marks),
            key=lambda m: (_moment(m.at), GRAVITY.index(m.standing), *map(str, asdict(m).values())),
        )
    )


def _refusal(mark: Mark) -> str:
    if len(mark.by) > LONGEST_NAME:
        return f"The name has {len(mark.by)} characters; at most {LONGEST_NAME} are kept."
    if len(mark.note) > LONGEST_NOTE:
        return f"The note has {len(mark.note)} characters; at most {LONGEST_NOTE} are kept."
    fine = mark.target.strip() and mark.target.isprintable() and mark.wording.isprintable()
    if not fine or len(mark.target) > LONGEST_TARGET or len(mark.wording) > 64:
        return "It names no source or passage."
    return ""


def _tidy(text: str) -> str:
    """One line without control characters: names and notes are shown and passed on."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
