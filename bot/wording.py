"""Loads the words under prompts/: the one way from a file an editor may change to code.

Three kinds: ``<task>.md`` (a prompt for a model, with front matter), phrase
books ``phrases/<language>/<book>.toml`` (the engine's sentences) and
``interface/<language>.toml`` (labels of the pages). Values are inserted with
``string.Template``: what a person wrote is never read as a template again.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

from kb.errors import BrokenWording
from kb.front_matter import split_front_matter

PROMPTS = Path(__file__).parent.parent / "prompts"


@dataclass(frozen=True)
class Prompt:
    """Instructions for a chat model; ``needs`` are the names it fills in."""

    title: str
    needs: tuple[str, ...]
    returns: str
    body: str

    def fill(self, **values: str) -> str:
        return Template(self.body).substitute(values)


def _toml(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise BrokenWording(f"There is no {path.name} for this language.", "Add it.") from error
    except tomllib.TOMLDecodeError as error:
        raise BrokenWording(f"{path.name} is not valid TOML.", str(error)) from error


@cache
def phrases(language: str, book: str) -> Mapping[str, Any]:
    """The phrase book ``book`` ("statement", "counter", "answer" ...) in a language."""
    return _toml(PROMPTS / "phrases" / language / f"{book}.toml")


@cache
def interface(language: str) -> Mapping[str, Any]:
    """The labels and help texts of the pages in a language."""
    return _toml(PROMPTS / "interface" / f"{language}.toml")


def dated(at: str, language: str) -> str:
    """The day of a moment ("2026-03-01T14:05:09Z") as the pages of a language write it.

    As it came where nobody wrote down how that language writes dates, or if it is no date.
    """
    try:
        book = interface(language)["dates"]
        year, month, day = (int(part) for part in at[:10].split("-"))
        name = book["months"].split()[month - 1] if month > 0 else ""
    except (BrokenWording, KeyError, ValueError, IndexError):
        return at[:10]
    first = book["first"] if day == 1 else str(day)
    return Template(book["form"]).safe_substitute(day=first, month=name, year=year)


@cache
def prompt(task: str) -> Prompt:
    """The instructions for a chat model for one task."""
    fields, body, _ = split_front_matter((PROMPTS / f"{task}.md").read_text("utf-8"), task)
    try:
        return Prompt(fields["title"], tuple(fields["needs"]), fields.get("returns", ""), body)
    except KeyError as error:
        raise BrokenWording(f"{task}.md has no {error}.", "Add it to its first lines.") from error
