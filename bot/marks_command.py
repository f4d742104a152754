"""What ``toolkit marks`` does: list, export, import and set reviewers' marks."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from kb.errors import UnusableRequest
from kb.marks import LARGEST_FILE, STANDINGS, Marks, wording, write_marks
from kb.ranking import family

if TYPE_CHECKING:
    from bot.desk import Library


def listed(marks: Marks, as_json: bool) -> str:
    """The marks in force, one a line."""
    in_force = sorted(marks.in_force().values(), key=lambda mark: mark.target)
    if as_json:
        return json.dumps([asdict(mark) for mark in in_force], ensure_ascii=False, indent=2)
    rows = (f"{m.standing:10}{m.target:44}  {m.at[:10]}  {m.by}  {m.note}" for m in in_force)
    return "\n".join(row.rstrip() for row in rows) or "No mark is in force."


def export(marks: Marks, file: Path) -> str:
    """Write every mark to ``file``. Raises UnusableRequest if that cannot be."""
    every = marks.all()
    try:
        file.write_bytes(write_marks(every))
    except OSError as error:
        raise UnusableRequest(
            f"{file} cannot be written ({error.strerror}).", "Name a file in a folder of yours."
        ) from error
    return f"Marks written to {file}: {len(every)}."


def take_in(marks: Marks, file: Path) -> str:
    """Add the marks of ``file``. Raises UnusableRequest if it holds none, or broken ones."""
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise UnusableRequest(
            f"{file} cannot be read ({error.strerror}).", "Check the spelling of the path."
        ) from error
    return f"New marks: {marks.take_in(data)}; in all: {len(marks.all())}."


def set_mark(library: Library, target: str, standing: str, by: str, note: str) -> str:
    """Mark a source or a passage that is on the shelves.

    Raises UnusableRequest if it is not, or if there is no such standing.
    """
    known = [one for one in STANDINGS if one == standing]
    if not known:
        raise UnusableRequest(
            f"{standing!r} is no standing.", f"Choose one of: {', '.join(STANDINGS)}."
        )
    passage = library.passage(target)
    if passage is None:
        passage = next((p for p in library.passages() if family(p) == target), None)
    if passage is None and not any(source.id == target for source in library.sources()):
        raise UnusableRequest(
            f"There is no source or passage {target!r} in the library.",
            "List the sources with: toolkit sources; passages with: toolkit search.",
        )
    text = wording(passage) if passage else ""
    mark = library.marks.mark(family(passage) if passage else target, known[0], by, note, text)
    return f"{mark.target}: {mark.standing}, {mark.by}, {mark.at[:10]}."
