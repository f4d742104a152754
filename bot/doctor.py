"""Looks whether everything is in place, and says what to do where it is not."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from bot.settings import Settings, quiet_guests
from kb.errors import ToolkitError
from kb.shipped import publications, read_publication


@dataclass(frozen=True)
class Check:
    name: str
    fine: bool
    finding: str


def examine() -> list[Check]:
    """One check a part: Python, settings, library, embedder, chat model."""
    quiet_guests()
    version = ".".join(map(str, sys.version_info[:3]))
    checks = [Check("Python", sys.version_info >= (3, 11), version)]
    try:
        settings = Settings.read()
    except ToolkitError as error:
        return [*checks, Check("settings", False, str(error))]
    where = settings.chroma_url or str(settings.library)
    checks.append(Check("settings", True, f"language {settings.language}, library {where}"))
    from bot.wiring import open_composer, open_library

    try:
        library = open_library(settings)
        sources, passages = len(library.sources()), len(library.passages())
        found = f"{sources} sources, {passages} passages"
        checks.append(Check("library", True, found if sources else "empty; `make run` fills it"))
        checks.append(Check("embedder", True, library.embedder.name))
    except ToolkitError as error:
        checks.append(Check("library", False, str(error)))
    broken = [p for path in publications() for e in read_publication(path) for p in e.problems]
    shelves = str(broken[0]) if broken else "every sheet of kb/documents can be read"
    checks.append(Check("shipped guidance", not broken, shelves))
    try:
        open_composer(settings)
        checks.append(
            Check("chat model", True, settings.chat_model or "none set: the engine writes")
        )
    except ToolkitError as error:
        checks.append(Check("chat model", False, str(error)))
    return checks
