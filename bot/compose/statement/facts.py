"""Which facts may be used, and what may never be in a text: the last look before it goes out.

Confirmed facts are stated, unknown ones are said to be unknown. What is only
reported, was withdrawn, is private or for staff never reaches a sentence. What
must be withheld is cut out of a fact where it hangs between commas, and a
sentence that still holds words of it is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.model import Fact, Incident, Withheld
from kb.text import fold, stop_words

#: Kinds that never become part of a public text.
INSIDE = frozenset(("internal", "instruction"))

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_ORDERS = ("do", "dont", "witness", "help")
_CONDITION = re.compile(r"\w\s?:\s+\w")
#: So many words in a row of a withheld span give it away even without a name.
TELLING = 4


def usable(incident: Incident) -> list[Fact]:
    """Facts that may be said or said to be unknown, each once, in the order of the notes."""
    facts = [
        fact
        for fact in incident.facts
        if fact.status in ("confirmed", "unknown") and fact.kind not in INSIDE and fact.text.strip()
    ]
    facts.sort(key=lambda fact: fact.start)
    kept: list[Fact] = []
    for fact in facts:
        inside = any(
            other is not fact
            and other.kind == fact.kind
            and other.start <= fact.start
            and fact.end <= other.end
            and len(other.text) > len(fact.text)
            for other in facts
        )
        if not inside:
            kept.append(fact)
    return kept


def joined_orders(facts: list[Fact], notes: str) -> list[Fact]:
    """ "See the truck: call 911" and "do not follow it" are one order, if nothing is between."""
    kept: list[Fact] = []
    for fact in facts:
        before = kept[-1] if kept else None
        orders = fact.kind in ("do", "dont") and before and before.kind in _ORDERS
        near = before and notes[before.end : fact.start].strip(" ") == ","
        if before and near and orders and _CONDITION.search(before.text):
            slots = {**fact.slots, **before.slots}
            text = notes[before.start : fact.end]
            kept[-1] = replace(before, text=text, end=fact.end, kind="do", slots=slots)
            continue
        kept.append(fact)
    return kept


def public_text(fact: Fact, withheld: Iterable[Withheld]) -> str:
    """The fact without withheld spans; a span between commas or brackets leaves no hole."""
    text = fact.text
    cuts = sorted(
        (max(item.start, fact.start) - fact.start, min(item.end, fact.end) - fact.start)
        for item in withheld
        if item.start < fact.end and item.end > fact.start and item.end > item.start
    )
    for start, end in reversed(cuts):
        before, after = text[:start].rstrip(" ("), text[end:].lstrip(" )")
        between = before.endswith(",") and after.startswith(",")
        marked = before.endswith((",", ":", ";")) or after.startswith(",")
        hole = ", " if marked and not between else " "
        before, after = before.rstrip(" ,:;–—-"), after.lstrip(" ,;")
        text = before + hole + after if before and after else before + after
        if hole == " " and before and after:
            text = _without_remnant(before, after)
        elif before and after and marked and not between:
            chunk, comma, tail = after.partition(", ")
            if len(chunk.split()) <= 4 and chunk[:1].islower():  # what hung on the cut
                text = before + (hole + tail if comma else "")
    return text.strip()


def _without_remnant(before: str, after: str) -> str:
    """What stood around a cut between the same commas goes, if little is left of it."""
    head, comma, left = before.rpartition(", ")
    right, stop, tail = after.partition(", ")
    remnant = f"{left} {right}".strip()
    if comma and len(remnant.split()) <= 5:
        return f"{head}, {tail}" if stop else head
    return f"{before} {after}"


class Guard:
    """Knows the words of what is withheld that stand nowhere else in the notes."""

    def __init__(self, notes: str, withheld: Sequence[Withheld], known: str = "") -> None:
        self._alone: set[str] = set()
        self._rows: set[tuple[str, ...]] = set()
        if not withheld:
            return
        rest, place = [], 0
        for item in sorted(withheld, key=lambda item: item.start):
            rest.append(notes[place : max(place, item.start)])
            place = max(place, item.end)
        rest.append(notes[place:])
        elsewhere = set(_words(" ".join(rest))) | set(_words(known))
        # "We", "The": common words give nothing away, capital or not.
        elsewhere |= {fold(word) for code in ("en", "fr") for word in stop_words(code)}
        for item in withheld:
            words = _words(item.span)
            for token in _WORD.findall(item.span):
                named = token[:1].isupper() or any(letter.isdigit() for letter in token)
                if named and fold(token) not in elsewhere and len(token) > 1:
                    self._alone.add(fold(token))
            # "next update", withdrawn with its hour, gives nothing away by itself.
            named = any(letter.isupper() or letter.isdigit() for letter in item.span)
            if 1 < len(words) < TELLING and (named or not elsewhere.issuperset(words)):
                self._rows.add(tuple(words))
            self._rows.update(
                tuple(words[i : i + TELLING]) for i in range(len(words) - TELLING + 1)
            )
            if len(words) == 1 and words[0] not in elsewhere:
                self._alone.add(words[0])

    def holds_back(self, text: str) -> bool:
        """Does the text give away something withheld?"""
        words = _words(text)
        if self._alone.intersection(words):
            return True
        sizes = {len(row) for row in self._rows}
        return any(
            tuple(words[i : i + size]) in self._rows
            for size in sizes
            for i in range(len(words) - size + 1)
        )


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
