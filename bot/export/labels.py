"""The words around an exported text, in the language of the text.

They stand with the page's own labels in prompts/interface, so a mark is called
the same on the page and in the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import Template
from typing import Any

from bot.export.rows import Mark
from bot.model import Evidence, Sheet
from bot.wording import PROMPTS, dated, interface
from kb.marks import outdated
from kb.vocabulary import described


@dataclass(frozen=True)
class Labels:
    """``say("sources")`` is the heading of the sources; English where nothing is written."""

    language: str

    @property
    def _book(self) -> Any:
        held = (PROMPTS / "interface" / f"{self.language}.toml").exists()
        return interface(self.language if held else "en")

    def __call__(self, key: str) -> str:
        return str(self._book["export"][key])

    def mark(self, mark: Mark, sheet: Sheet) -> str:
        facts = mark == "notes" and sheet.task == "counter"
        return str(self._book["standing"]["facts" if facts else mark])

    def severity(self, severity: str) -> str:
        return str(self._book["findings"][severity])

    def title(self, sheet: Sheet) -> str:
        book = self._book
        if sheet.draft is None and sheet.task != "review":
            name = book["none"].get(sheet.reason_kind, book["none"]["other"])
        elif sheet.task == "draft" and sheet.draft:
            name = book["channels"].get(sheet.draft.channel, book["channels"]["statement"])
        else:
            name = book["sheet"]["answer" if sheet.task == "ask" else sheet.task]
        number = f", {self('version')} {sheet.version}" if sheet.version > 1 else ""
        return f"{name}{number}"

    def quoted(self, text: str) -> str:
        return f"«\u00a0{text}\u00a0»" if self.language == "fr" else f"“{text}”"

    def source(self, item: Evidence) -> str:
        """Title, publisher, year, place; whether others report it; whether it is unreviewed."""
        passage = item.passage
        trail = " › ".join(passage.headings)
        parts = [item.title, item.publisher, str(item.year or ""), trail, passage.locator]
        line = ", ".join(part for part in parts if part)
        if passage.basis == "secondary":
            by = passage.reported_by
            line += f" ({self('reported')} {by})" if by else f" ({self('reported_bare')})"
        if item.kind == "upload":
            line += f" ({self('own')})"
        return line

    def cautions(self, item: Evidence) -> tuple[str, ...]:
        """What must not be cut off a source: a reviewer's doubt, and where it is law."""
        said: list[str] = []
        words = self._book["marks"]
        if (mark := item.mark) is not None and mark.standing != "open":
            whole = "_whole" if mark.target == item.passage.source_id else ""
            filled = {"by": mark.by, "on": dated(mark.at, self.language)}
            line = Template(words[f"{mark.standing}{whole}"]).safe_substitute(filled)
            line += f" {self.quoted(mark.note)}" if mark.note else ""
            said.append(f"{line} {words['changed']}" if outdated(mark, item.passage) else line)
        if places := item.passage.law:
            named = ", ".join(described("law", place, self.language) for place in places)
            said.append(Template(words["law"]).safe_substitute(places=named))
        return tuple(said)

    def url(self, item: Evidence) -> str:
        """The address, if it is an ordinary one."""
        fine = re.fullmatch(r"https?://[^\s<>\"'`\\]{3,2000}", item.url)
        return item.url if fine else ""
