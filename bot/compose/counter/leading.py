"""Which fact leads: the one that answers the claim most directly.

A counter-message opens with the truth about the matter itself (Debunking
Handbook 2020). So a fact that settles the question for everybody, or counts
something, and speaks of the claim's subject goes before one that tells of a
difficulty, before one about the message (a forged letter), and before a line
on what to do. Among equals the person's own order decides. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.compose.counter.bearing import denies, pending, settles
from bot.compose.counter.myth import Myth
from bot.compose.counter.signals import holds, near_start
from bot.compose.counter.verified import Unit, counts, starts_dependent
from kb.text import content_words


def directness(
    unit: Unit, first: bool, myth: Myth, language: str, words: Mapping[str, Any]
) -> float:
    """How directly a fact answers the claim; weights set by reading, not by training."""
    stems = content_words(unit.text, language)
    shared = len(stems & (myth.loaded | myth.subject))
    firm = any(denies(s, words) or settles(s, words) for s in unit.sentences)
    return (
        2.0 * (firm and bool(shared))
        + 1.5 * bool(counts(unit.text, language))
        + min(3, shared)
        + 1.0 * first
        - 3.0 * holds(unit.sentences[0], words["burden"])
        - 2.0 * near_start(unit.sentences[0], words["carrier"])
        - 2.0 * pending(unit, words)
        - 2.0 * starts_dependent(unit.sentences[0], words)
    )


def leading(
    units: tuple[Unit, ...],
    part: Unit | None,
    myth: Myth,
    language: str,
    words: Mapping[str, Any],
) -> Unit | None:
    """The fact to open and to close with; a line about what to do only if there is no other."""
    for roles in (("body",), ("source", "invite"), ("hours", "do")):
        choice = [unit for unit in units if unit.role in roles]
        if choice:
            return max(
                choice,
                key=lambda unit: (
                    directness(unit, unit is units[0], myth, language, words) - 1.5 * (unit is part)
                ),
            )
    return None
