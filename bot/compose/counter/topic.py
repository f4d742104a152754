"""The neutral place a rumour is about: the one thing of it that a text may name.

"A message about the Lindow Park pool is going round" tells people which
message is meant without repeating it. Only places and services of the word
list are named, with the proper name beside them; never a group, never a
person ("Ahmed's pharmacy" becomes "the pharmacy"). Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.compose.counter.signals import flat, holds
from kb.text import content_words

_TOKEN = re.compile(r"[^\W\d_][\w'’\-]{0,40}")
_JOINT = re.compile(r"[ \u00a0]{1,2}")


@dataclass(frozen=True)
class Topic:
    """The neutral place a rumour is about: in a sentence, and at the head of a line."""

    shown: str  #: "the Lindow Park pool"; in French with its preposition: "de la piscine"
    title: str  #: "Lindow Park pool", "Piscine"


@cache
def flattened(entries: tuple[str, ...]) -> frozenset[str]:
    return frozenset(flat(entry) for entry in entries)


def flat_list(words: Mapping[str, Any], key: str) -> frozenset[str]:
    entries = words.get(key) or words.get("names", {}).get(key, [])
    return flattened(tuple(entries))


@cache
def _place_pattern(entries: tuple[str, ...]) -> re.Pattern[str]:
    parts = (re.escape(flat(e)) for e in sorted(entries, key=len, reverse=True))
    return re.compile(rf"(?<![\w\-])(?:{'|'.join(parts)})(?![\w\-])")


class _Places:
    """Finds the places of a rumour with the names that stand beside them."""

    def __init__(self, text: str, language: str, words: Mapping[str, Any]) -> None:
        self.text, self.language, self.words = text, language, words
        letters = [c for c in text if c.isalpha()]
        self.shouted = sum(c.isupper() for c in letters) > 0.5 * max(1, len(letters))
        self.not_names = flat_list(words, "not_names")
        self.joins = sorted(flat_list(words, "joins"), key=len, reverse=True)

    def _is_name(self, token: str) -> bool:
        flattened = flat(token)
        return (
            not self.shouted
            and token[:1].isupper()
            and (token[1:2].islower() or "-" in token)
            and not token.endswith(("'s", "’s"))
            and flattened not in self.not_names
            and not holds(token, self.words["groups"])
            and not holds(token, self.words["group_places"])
        )

    def after(self, end: int) -> str:
        """The name that follows a place: " des Trois-Ponts", " at Lindow Park"."""
        rest = self.text[end : end + 120]
        lead = ""
        flattened = flat(rest)
        for join in self.joins:
            gap = "" if join.endswith("'") else " "
            if flattened.startswith(f" {join}{gap}"):
                lead = rest[: len(join) + 1 + len(gap)]
                break
        else:
            if self.language == "en" or not rest.startswith(" "):
                return ""
            lead = " "
        name, at = "", len(lead)
        for _ in range(3):
            match = _TOKEN.match(rest, at)
            if not match or not self._is_name(match.group()):
                break
            name += ("" if not name else " ") + match.group()
            space = _JOINT.match(rest, match.end())
            at = match.end()
            if not space:
                break
            at = space.end()
        if self.text[end + at : end + at + 2] in ("'s", "’s"):
            return ""
        return lead + name if name else ""

    def before(self, start: int) -> str:
        """The name that precedes a place in English: "Lindow Park " pool."""
        if self.language != "en":
            return ""
        tokens: list[str] = []
        at = start
        while len(tokens) < 3:
            match = re.search(r"([^\W\d_][\w'’\-]{0,40}) $", self.text[max(0, at - 45) : at])
            if not match or not self._is_name(match.group(1)):
                break
            at -= len(match.group())
            tokens.insert(0, match.group(1))
        opening = not self.text[:at].strip() or self.text[:at].rstrip()[-1:] in ".!?:;\"'“«([]"
        if opening and len(tokens) == 1 and not self._known(tokens[0]):
            return ""
        return " ".join(tokens) + " " if tokens else ""

    def _known(self, token: str) -> bool:
        """Is a word that opens a sentence a name after all, not "Heard" or "Our"?"""
        return flat(token).endswith(tuple(self.words["name_endings"]))

    def _compound(self, end: int) -> bool:
        """Is the word only the first half of another noun ("water bottles")?"""
        after = re.match(r" ([a-zà-ÿ]+)", self.text[end : end + 40])
        return after is not None and bool(content_words(after.group(1), self.language))

    def all(self) -> list[tuple[int, str, str, str, bool]]:
        """(start, name before, place, name after, needs a name) in the order of the text."""
        plain_places, named = self.words["places"], self.words["named_places"]
        entries = (*plain_places, *named)
        only_named = flattened(tuple(named)) - flattened(tuple(plain_places))
        loose = flat_list(self.words, "loose_places")
        hits = []
        for match in _place_pattern(entries).finditer(flat(self.text)):
            place = self.text[match.start() : match.end()]
            before, after = self.before(match.start()), self.after(match.end())
            needs = flat(place) in only_named
            if flat(place) in loose and self._compound(match.end()):
                continue
            hits.append((match.start(), before, place, after, needs))
        return hits


def topic_of(rumour: str, facts: str, language: str, words: Mapping[str, Any]) -> Topic | None:
    """The place to name, if there is a neutral one; the one with its own name first."""
    flat_facts = flat(facts)
    best: tuple[int, Topic] | None = None
    for _, before, place, after, needs in _Places(rumour, language, words).all():
        named = bool(before or after)
        if needs and not named:
            continue
        if needs and language == "en" and not (before or place[:1].isupper()):
            continue
        rank = 2 * named + (flat(place) in flat_facts) + (not needs)
        if best is None or rank > best[0]:
            best = (rank, _shown(before, place, after, language, words))
    return best[1] if best else None


def _shown(before: str, place: str, after: str, language: str, words: Mapping[str, Any]) -> Topic:
    if language == "fr":
        forms = {flat(k): v for k, v in {**words["named_places"], **words["places"]}.items()}
        names = {flat(k): k for k in (*words["named_places"], *words["places"])}
        title = names[flat(place)] + after
        return Topic(forms[flat(place)] + after, title[:1].upper() + title[1:])
    proper = before and place[:1].isupper()
    if not proper:
        entries = {flat(entry): entry for entry in (*words["named_places"], *words["places"])}
        place = entries[flat(place)]
    name = f"{before}{place}{after}"
    return Topic(name if proper else f"the {name}", name[:1].upper() + name[1:])
