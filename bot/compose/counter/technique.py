"""How a message misleads: the technique named by simple signals in its words.

Naming the technique is the third part of a debunk (Debunking Handbook 2020:
fact, warning, how it misleads, fact) and the heart of a prebunk (Prebunking
Guide 2022). The sentence must neither repeat the claim nor speak of whoever
passed it on. Techniques, signals and sentences stand in counter.toml.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.compose.counter.signals import found, holds
from kb.text import content_words


def techniques(
    rumour: str, book: Mapping[str, Any], groups: Sequence[str], true_part: bool
) -> tuple[Mapping[str, Any], ...]:
    """The techniques the rumour's words point to, the likeliest first; never empty.

    The last of the book has no signals: it is what can be said of any message
    without a source. A group named in the rumour counts where ``groups`` says so:
    "more" adds to other signals, "alone" is enough.
    """
    scored = []
    for place, technique in enumerate(book["technique"]):
        if technique.get("needs") == "true-part" and not true_part:
            continue
        signals = technique["signals"]
        score = len(found(rumour, signals)) if signals else 0
        if technique.get("groups") == "more" and score and holds(rumour, groups):
            score += 1
        if technique.get("groups") == "alone" and holds(rumour, groups):
            score += 1
        # Haste and big figures come with most rumours: they are named after the rest.
        scored.append((technique.get("minor", False), -score, place, technique))
    scored.sort(key=lambda item: item[:3])
    named = tuple(technique for _, score, _, technique in scored if score < 0)
    return named or (book["technique"][-1],)


def wording(choices: Sequence[str], loaded: frozenset[str], language: str) -> str:
    """The first wording that shares no word with the claim; failing that, the one sharing least."""
    return min(choices, key=lambda text: len(content_words(text, language) & loaded))
