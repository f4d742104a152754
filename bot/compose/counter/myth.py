"""The words that carry a rumour's claim, which a counter-message must not help along.

A rumour is never a source. Its content words are "loaded" unless they are
light, name the message itself (a letter, a picture), or name its neutral
subject. A headline must not hold loaded words, and of several wordings the
one that holds fewest is taken. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.compose.counter.signals import flat, found
from bot.compose.counter.topic import Topic, flat_list, topic_of
from kb.text import content_words


@dataclass(frozen=True)
class Myth:
    loaded: frozenset[str]  #: stems that carry the claim
    subject: frozenset[str]  #: stems of its neutral subject and of names: may be used
    topic: Topic | None


def _names(text: str, words: Mapping[str, Any]) -> frozenset[str]:
    """Capitalised words inside a sentence: names, unless the rumour shouts."""
    names = set()
    for match in re.finditer(r"(?<=[\w,;] )[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ][\w\-]{0,40}", text):
        names.add(match.group())
    return frozenset(n for n in names if flat(n) not in flat_list(words, "not_names"))


@cache
def stems_of_list(entries: tuple[str, ...], language: str) -> frozenset[str]:
    return content_words(" ".join(entries), language) | frozenset(entries)


def read_myth(rumour: str, claim: str, facts: str, language: str, words: Mapping[str, Any]) -> Myth:
    """What the rumour's words are, and which of them may be used.

    ``claim`` is the part of the rumour that claims; mostly all of it.
    """
    topic = topic_of(rumour, facts, language, words)
    stems = content_words(claim, language)
    light = stems_of_list(tuple(words["light"]), language)
    carriers = stems_of_list(tuple(words["carrier"]), language)
    subject = content_words(" ".join(_names(rumour, words)), language)
    groups = content_words(" ".join(found(rumour, words["groups"])), language)
    if topic:
        subject |= content_words(topic.shown, language)
    subject = (subject - groups) & (stems | subject)
    loaded = frozenset(s for s in stems if not s.isdigit()) - light - carriers - subject
    return Myth(loaded, frozenset(subject), topic)
