"""What a counter-message is made from, read once, and the writing it is written on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from string import Template
from typing import Any

from bot.compose.counter.bearing import Standing, standing, true_part
from bot.compose.counter.leading import leading
from bot.compose.counter.myth import Myth, read_myth
from bot.compose.counter.technique import wording
from bot.compose.counter.verified import Unit, Verified, clean, read_facts
from bot.model import Claim, Rumour
from bot.wording import phrases
from kb.text import sentences


class Writing:
    """The text while it grows: claims in order, and the facts already said."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self.said: list[Unit] = []
        self.notes: list[str] = []
        self._break = False

    def paragraph(self) -> None:
        self._break = bool(self.claims)

    def phrase(self, text: str, move: str, facts: tuple[str, ...] = (), value: str = "") -> None:
        """Add the sentences of ``text``; those that hold ``value`` rest on ``facts``."""
        for span in sentences(text):
            rests = facts if value in span.text else ()
            origin: Any = "fact" if rests else "phrase"
            self.claims.append(Claim(span.text, origin, (), rests, move, self._break))
            self._break = False

    def fact(self, unit: Unit, move: str, lead: str = "") -> None:
        self.said.append(unit)
        for sentence in unit.sentences:
            self.phrase(f"{lead}{sentence}", move, unit.ids)
            lead = ""

    def words(self) -> int:
        return sum(len(claim.text.split()) for claim in self.claims)


@dataclass(frozen=True)
class Task:
    """Everything a plan needs, read once."""

    rumour: str
    audience: str
    language: str
    book: Mapping[str, Any]
    lists: Mapping[str, Any]
    verified: Verified
    myth: Myth
    part: Unit | None
    stands: Standing
    lead: Unit | None

    def say(self, section: str, key: str, **values: str) -> str:
        """A phrase with its values; a list of wordings gives the one sharing least."""
        entry = self.book[section][key]
        if not isinstance(entry, str):
            entry = wording(entry, self.myth.loaded, self.language)
        return Template(entry).substitute(values)

    def about(self, section: str, key: str) -> str:
        """A phrase about the rumour's neutral subject, or its form without one."""
        topic = self.myth.topic
        if topic is None:
            return self.say(section, f"{key}_bare")
        return self.say(section, key, **self._topic())

    def titled(self, key: str) -> str:
        if self.myth.topic is None:
            return self.say("headline", f"{key}_bare")
        title = self.myth.topic.title
        return Template(self.book["headline"][key]).substitute(topic=title, Topic=title)

    def _topic(self) -> dict[str, str]:
        return {"topic": self.myth.topic.shown} if self.myth.topic else {}

    def facts_text(self) -> str:
        return " ".join(unit.text for unit in self.verified.units)


def read_task(rumour: Rumour, language: str) -> Task:
    book, lists = phrases(language, "counter"), phrases(language, "counter_words")
    text = clean(rumour.text)
    verified = read_facts(rumour.facts, language, lists)
    facts = " ".join(unit.text for unit in verified.units)
    claim = _expected(text) if rumour.format == "prebunk" else text
    myth = read_myth(text, claim, facts, language, lists)
    first = leading(verified.units, None, myth, language, lists)
    others = tuple(unit for unit in verified.units if unit is not first)
    part = true_part(myth, others, language, lists)
    lead = leading(verified.units, part, myth, language, lists)
    stands = standing(text, myth, verified.units, part, language, lists)
    return Task(text, rumour.audience, language, book, lists, verified, myth, part, stands, lead)


#: A story in quotation marks; an apostrophe inside a word does not end it.
_QUOTED = re.compile(
    r"(?<!\w)['‘]((?:[^'‘’\n]|(?<=\w)['’](?=\w)){3,200})['’](?!\w)"
    r"|[\"“«]([^\"“”«»\n]{3,200})[\"”»]"
)


def _expected(text: str) -> str:
    """Of a note about what is expected, the quoted stories; without quotes, all of it."""
    quoted = [one or two for one, two in _QUOTED.findall(text)]
    return " ".join(quoted) or text
