"""Where the toolkit itself rests on a source: its rules, and its reasons for holding back.

Read from the rules and the phrase books as they are, so nothing can be
forgotten here when a rule is added there. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.compose.statement.plans import PLANS
from bot.export.rows import citations
from bot.model import Sheet
from bot.principles import PRINCIPLES
from bot.wording import PROMPTS, phrases

UseKind = Literal["rule", "withheld", "phrase", "move"]


@dataclass(frozen=True)
class Use:
    """One place: a rule's name and its advice, a reason's name and its sentence."""

    kind: UseKind
    name: str
    says: str


def used_by(source_id: str, language: str = "en") -> tuple[Use, ...]:
    """Every rule, reason, phrase and move that names ``source_id``, in ``language``."""
    return (*_rules(source_id, language), *_phrases(source_id, language), *_moves(source_id))


def cites(sheet: Sheet, source_id: str) -> bool:
    """Does the text of the sheet cite a passage of the source?"""
    return any(item.evidence.passage.source_id == source_id for item in citations(sheet))


def _rules(source_id: str, language: str) -> Iterator[Use]:
    for rule in PRINCIPLES:
        if rule.source == source_id:
            said = rule.wordings.get(language) or rule.wordings.get("en")
            yield Use("rule", rule.name, said.advice if said else "")


def _phrases(source_id: str, language: str) -> Iterator[Use]:
    folder = PROMPTS / "phrases" / language
    if not folder.is_dir():
        language, folder = "en", PROMPTS / "phrases" / "en"
    for file in sorted(folder.glob("*.toml")):
        for path, table in _tables(phrases(language, file.stem)):
            if table.get("source") == source_id:
                kind: UseKind = "withheld" if file.stem == "withheld" else "phrase"
                name = path if kind == "withheld" else f"{file.stem}.{path}"
                yield Use(kind, name, _sentence(table))


def _tables(book: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every table of a phrase book with its path."""
    for name, value in book.items():
        for part in value if isinstance(value, list) else (value,):
            if isinstance(part, Mapping):
                yield f"{before}{name}", part
                yield from _tables(part, f"{before}{name}.")


def _sentence(table: Mapping[str, Any]) -> str:
    """What a reader recognises the place by: its reason, or its first sentence."""
    said = [table["why"]] if "why" in table else list(table.values())
    found = [text for value in said for text in (value if isinstance(value, list) else [value])]
    return next((t for t in found if isinstance(t, str) and " " in t), "")


def _moves(source_id: str) -> Iterator[Use]:
    for channel, moves in PLANS.items():
        for move in moves:
            if getattr(move, "source", "") == source_id:
                yield Use("move", f"{channel}.{move.name}", "")
