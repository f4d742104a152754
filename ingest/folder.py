"""Which files of a folder are documents to take in?

Hidden files and what office programs leave lying about are passed over. A link
that leads out of the folder is never followed: a folder received from somebody
else must not reach into this machine.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

#: A folder of more files than this was probably not meant.
MOST_FILES = 2000
_LEFT_BY_PROGRAMS = ("~$", "Thumbs.db", "desktop.ini", "__MACOSX")


class TooManyFilesError(Exception):
    """The folder holds more than MOST_FILES files."""


@dataclass(frozen=True)
class Found:
    """A file of a folder: where it is, and its path inside the folder."""

    path: Path
    inside: str
    leads_out: bool = False


def files_below(folder: Path) -> list[Found]:
    """The files below ``folder``, sorted by their path inside it.

    A folder that may not be looked into stands in the list itself, so that it
    is not passed over in silence. Raises TooManyFilesError, and OSError if
    ``folder`` itself is closed.
    """
    root = folder.resolve()
    found: list[Found] = []
    closed: list[OSError] = []
    for at, folders, files in os.walk(root, onerror=closed.append):
        here = Path(at)
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = sorted(n for n in folders if n not in links and not _passed_over(n))
        for name in sorted([*files, *links]):
            if _passed_over(name):
                continue
            path = here / name
            out = leads_out(path, root)
            if path.is_dir() and not out:
                continue  # a link to a folder that is walked anyway
            found.append(Found(path, path.relative_to(root).as_posix(), out))
            if len(found) > MOST_FILES:
                raise TooManyFilesError
    for error in closed:
        path = Path(error.filename)
        if path == root:
            raise error
        found.append(Found(path, path.relative_to(root).as_posix()))
    return sorted(found, key=lambda one: one.inside)


def leads_out(path: Path, root: Path) -> bool:
    """Is this a link whose end is not below ``root``?"""
    if not path.is_symlink():
        return False
    try:
        return not path.resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link to nothing, or to itself
        return True


def _passed_over(name: str) -> bool:
    return name.startswith((".", *_LEFT_BY_PROGRAMS))
