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
import threading
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime
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

_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def wording(passage: Passage) -> str:
    """A digest of a passage's text, to tell later whether it was changed."""
    return hashlib.sha256(passage.text.encode("utf-8", "replace")).hexdigest()[:16]


def marked(target: str, standing: Standing, by: str, note: str = "", text: str = "") -> Mark:
    """A mark made now. ``text`` is the ``wording`` of the passage it is about.

    Raises UnusableRequest without a name, or when name or note are far too long.
    """
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    mark = Mark(target, standing, _tidy(by), now, _tidy(note), text)
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
        self._read: tuple[tuple[int, int], tuple[Mark, ...]] = ((0, 0), ())

    def all(self) -> tuple[Mark, ...]:
        """Every mark ever made, oldest first.

        Raises LibraryUnavailable if the file cannot be read: what was withdrawn
        must not be cited because a file is broken.
        """
        if self.path is None:
            return self._read[1]
        try:
            stat = self.path.stat()
            seen = stat.st_mtime_ns, stat.st_size
            if seen != self._read[0]:
                self._read = seen, read_marks(self.path.read_bytes())
        except FileNotFoundError:
            self._read = (0, 0), ()
        except (OSError, UnusableRequest) as error:
            what = error.what if isinstance(error, UnusableRequest) else str(error.strerror)
            raise LibraryUnavailable(
                f"The reviewers’ marks in {self.path} cannot be read: {what}",
                "Put back a copy you exported, or move the file away to go on without marks.",
            ) from error
        return self._read[1]

    def add(self, marks: Iterable[Mark]) -> int:
        """Put marks with the others; returns how many were new."""
        with self._writing:
            before = self.all()
            together = {mark: None for mark in (*before, *marks)}
            ordered = tuple(sorted(together, key=lambda m: (m.at, m.target, m.standing, m.by)))
            if len(ordered) > len(before):
                self._write(ordered)
            return len(ordered) - len(before)

    def _write(self, marks: tuple[Mark, ...]) -> None:
        if self.path is None:
            self._read = (0, 0), marks
            return
        spare = self.path.with_suffix(f".{os.getpid()}.tmp")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            spare.write_bytes(write_marks(marks))
            spare.replace(self.path)
        except OSError as error:
            raise LibraryUnavailable(
                f"The mark could not be kept in {self.path} ({error.strerror}).",
                "Make room or make the folder writable, then mark again.",
            ) from error

    def in_force(self) -> dict[str, Mark]:
        """target -> the mark that counts; what was taken back is not there."""
        latest = {mark.target: mark for mark in self.all()}
        return {target: mark for target, mark in latest.items() if mark.standing != "open"}

    def of(self, passage: Passage) -> Mark | None:
        """The mark a passage stands under: its own or its source's, the graver of the two."""
        return strictest(self.in_force(), passage)


def strictest(in_force: Mapping[str, Mark], passage: Passage) -> Mark | None:
    """The graver of the marks on a passage and on its source; of equals the passage's own."""
    gravity = ("withdrawn", "doubtful", "checked")
    found = [in_force.get(target) for target in (family(passage), passage.source_id)]
    there = [mark for mark in found if mark is not None]
    return min(there, key=lambda mark: gravity.index(mark.standing), default=None)


def outdated(mark: Mark, passage: Passage) -> bool:
    """Was the passage's text changed after it was marked (in the language it was read in)?"""
    return bool(mark.wording) and mark.target == family(passage) and mark.wording != wording(passage)


# ------------------------------------------------------------------ the file


def write_marks(marks: Iterable[Mark]) -> bytes:
    """Marks as one file that can be passed on."""
    held = {"form": FORM, "marks": [asdict(mark) for mark in marks]}
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def read_marks(data: bytes) -> tuple[Mark, ...]:
    """The marks of a file, each checked. Raises UnusableRequest if it is not such a file."""
    advice = "Choose a file that was exported from a library’s reviewing page."
    if len(data) > LARGEST_FILE:
        raise UnusableRequest("The file is far too large for marks.", advice)
    try:
        held = json.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise UnusableRequest("The file holds no marks: it is not JSON.", advice) from error
    if not isinstance(held, dict) or held.get("form") != FORM or not _is_list(held.get("marks")):
        raise UnusableRequest(f"The file is not of the form “{FORM}”.", advice)
    return tuple(_mark(number, entry) for number, entry in enumerate(held["marks"], start=1))


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _mark(number: int, entry: Any) -> Mark:
    known = ("target", "standing", "by", "at", "note", "wording")
    good = isinstance(entry, dict) and all(isinstance(entry.get(k, ""), str) for k in known)
    mark = Mark(**{key: entry.get(key, "") for key in known}) if good else None
    if mark is None or mark.standing not in STANDINGS or not _AT.fullmatch(mark.at):
        raise UnusableRequest(
            f"Mark number {number} of the file cannot be read.",
            f"A mark has target, standing ({', '.join(STANDINGS)}), by, at and note.",
        )
    mark = replace(mark, by=_tidy(mark.by), note=_tidy(mark.note))
    if not (mark.target and mark.by) or (reason := _refusal(mark)):
        reason = "it lacks its target or a name." if not (mark.target and mark.by) else reason
        raise UnusableRequest(f"Mark number {number} cannot be used: {reason}", "Correct the file.")
    return mark


def _refusal(mark: Mark) -> str:
    if len(mark.by) > LONGEST_NAME:
        return f"The name has {len(mark.by)} characters; at most {LONGEST_NAME} are kept."
    if len(mark.note) > LONGEST_NOTE:
        return f"The note has {len(mark.note)} characters; at most {LONGEST_NOTE} are kept."
    if len(mark.target) > LONGEST_TARGET or len(mark.wording) > 64:
        return "It names no source or passage."
    return ""


def _tidy(text: str) -> str:
    """One line without control characters: names and notes are shown and passed on."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
