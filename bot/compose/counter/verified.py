"""Reads the verified facts a person gave: what may be carried, and to which part of the text.

A fact is carried in the person's own words, so this room decides only where
it goes: into the body, into the lines about what to do, or, when it is
nothing but a telephone number or an address on the web, into our own sentence
about whom to ask. A fact that says of itself that it is internal, private or
not confirmed is not carried at all. Pure; the words stand in counter_words.toml.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.compose.counter.signals import begins, flat, found, holds
from bot.figures import Figure, figures
from kb.text import sentences

#: What a fact is for. "source": where true information is published.
ROLES = ("body", "source", "invite", "do", "hours")

_ATTRIBUTION = re.compile(r"\s{0,3}\(([^()]{2,90})\)\s{0,3}([.!?…]?)$")
_LEADING_MARK = re.compile(r"^\s{0,8}(?:[-*•–—]|\d{1,2}[.)])\s{1,4}")
_CONNECTORS = re.compile(r"(?:\b(?:or|and|on|at|see|us|ou|et|au|le|sur|par)\b|[\s:,;.–—\-/()|])+")
#: More sentences than this in one fact are more than one thing to say.
TOGETHER = 3
_KEPT_FORMATS = {"\u200c", "\u200d"}


@dataclass(frozen=True)
class Unit:
    """Sentences of the person that must stay together, and the facts they come from."""

    ids: tuple[str, ...]
    sentences: tuple[str, ...]
    role: str = "body"

    @property
    def text(self) -> str:
        return " ".join(self.sentences)


@dataclass(frozen=True)
class Contact:
    """Where to ask, as the facts give it."""

    id: str
    number: str = ""
    link: str = ""
    mail: str = ""


@dataclass(frozen=True)
class Verified:
    units: tuple[Unit, ...] = ()
    contact: Contact | None = None
    withheld: tuple[str, ...] = ()  #: ids of facts that are not for the public

    def of(self, *roles: str) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.units if unit.role in roles)


def clean(text: str) -> str:
    """``text`` on one line, without control, direction and zero-width characters."""
    kept = []
    for char in text:
        kind = unicodedata.category(char)
        if char.isspace():
            kept.append(char if char in "\u00a0\u202f" else " ")
        elif kind == "Cc" or (kind in ("Cf", "Co", "Cs") and char not in _KEPT_FORMATS):
            continue
        else:
            kept.append(char)
    return re.sub(r" {2,}", " ", "".join(kept)).strip()


def plain(sentence: str) -> str:
    """A sentence without its full stop and without the source in parentheses at its end."""
    bare = sentence.strip()
    if match := _ATTRIBUTION.search(bare[-100:]):
        bare = bare[: len(bare) - len(match.group())]
    return bare.rstrip(" .!…")


def attribution(sentence: str) -> str:
    match = _ATTRIBUTION.search(sentence.strip()[-100:])
    return match.group(1) if match else ""


def counts(text: str, language: str) -> tuple[Figure, ...]:
    """The figures that measure something: no dates, times, telephone numbers or years."""
    every = figures(text, language)
    dated = [f.start for f in every if f.kind in ("date", "month", "time")]
    return tuple(
        f
        for f in every
        if f.kind in ("number", "money", "percent")
        # "from 3 to 14 August": the first half of a span of dates.
        and not any(0 <= start - f.end <= 6 for start in dated)
        and not re.fullmatch(r"(?:19|20)\d\d", f.value)
        and f.value not in ("1", "2")
    )


def starts_dependent(sentence: str, words: Mapping[str, Any]) -> bool:
    """Does the sentence lean on the one before it ("Both were brought ...")?"""
    return begins(sentence, words["dependent"]) and not begins(sentence, words["independent"])


def _labelled(text: str, entries: Sequence[str]) -> bool:
    """Is the fact marked by a label: before a colon, or in parentheses?"""
    head, colon, _ = text.partition(":")
    if colon and len(head) <= 40 and begins(head, entries):
        return True
    return any(
        begins(inside, entries) for inside in re.findall(r"[(\[]([^()\[\]]{2,90})[)\]]", text)
    )


def _not_for_the_public(text: str, words: Mapping[str, Any]) -> bool:
    return (
        holds(text, words["internal"])
        or holds(text, words["instruction"])
        or _labelled(text, words["internal_label"])
        or _labelled(text, words["unconfirmed_label"])
    )


def _contact(sentence: str, id: str, language: str, words: Mapping[str, Any]) -> Contact | None:
    """The number or link of a line that holds nothing else ("Questions: 01632 960731")."""
    bare = sentence.strip().rstrip(".")
    reach = [f for f in figures(bare, language) if f.kind in ("phone", "link", "email")]
    if not reach:
        return None
    rest = bare
    for figure in reversed(reach):
        rest = rest[: figure.start] + " " + rest[figure.end :]
    for entry in sorted(found(rest, words["contact"]), key=len, reverse=True):
        rest = flat(rest).replace(entry, " ")
    if _CONNECTORS.sub("", flat(rest)):
        return None
    first = {f.kind: f.text for f in reversed(reach)}
    return Contact(id, first.get("phone", ""), first.get("link", ""), first.get("email", ""))


def _role(sentence: str, language: str, words: Mapping[str, Any]) -> str:
    kinds = {f.kind for f in figures(sentence, language)}
    if begins(sentence, words["hours"]) and kinds & {"time", "weekday"}:
        return "hours"
    if begins(sentence, words["do"]):
        return "do"
    if holds(sentence, words["invite"]) and kinds & {"time", "weekday", "date"}:
        return "invite"
    if holds(sentence, words["true_source"]) and kinds & {"link", "handle"}:
        return "source"
    if kinds & {"phone", "email"}:
        return "do"
    return "body"


def _stopped(sentence: str) -> str:
    return sentence if sentence[-1:] in ".!?…" or sentence[-2:] in ('."', ".»") else sentence + "."


def read_facts(facts: Sequence[str], language: str, words: Mapping[str, Any]) -> Verified:
    """The facts as units in the person's order; ids are v1, v2 ... by position."""
    units: list[Unit] = []
    contact: Contact | None = None
    withheld: list[str] = []
    last_withheld = False
    said: set[str] = set()
    for number, raw in enumerate(facts, start=1):
        id = f"v{number}"
        fact = _LEADING_MARK.sub("", clean(raw))
        if not fact:
            continue
        leans = starts_dependent(fact, words)
        if _not_for_the_public(fact, words) or (leans and last_withheld):
            withheld.append(id)
            last_withheld = True
            continue
        last_withheld = False
        group: list[str] = []
        role = ""
        for span in sentences(fact):
            if reach := _contact(span.text, id, language, words):
                contact = contact or reach
                continue
            here = _role(span.text, language, words)
            if group and role == "body" and here == "hours":
                units.append(Unit((id,), tuple(group), role))
                group, role = [], here
            group.append(_stopped(_once(span.text, said)))
            role = role or here
        if not group:
            continue
        if leans and units:
            before = units.pop()
            merged = replace(before, ids=(*before.ids, id), sentences=(*before.sentences, *group))
            units.append(merged)
        elif role == "body" and len(group) > TOGETHER:
            units.extend(_parted(id, group, language, words))
        else:
            units.append(Unit((id,), tuple(group), role))
    return Verified(tuple(units), contact, tuple(withheld))


def _parted(id: str, group: list[str], language: str, words: Mapping[str, Any]) -> list[Unit]:
    """A long fact as several units; a sentence that leans on another stays with it."""
    parts: list[list[str]] = []
    for sentence in group:
        if parts and starts_dependent(sentence, words):
            parts[-1].append(sentence)
        else:
            parts.append([sentence])
    return [Unit((id,), tuple(part), _role(part[0], language, words)) for part in parts]


def _once(sentence: str, said: set[str]) -> str:
    """Name the same source in parentheses only where it stands first."""
    source = attribution(sentence)
    if source and flat(source) in said:
        return plain(sentence)
    said.add(flat(source))
    return sentence
