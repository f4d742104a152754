"""What a principle is: a rule as a value, in every language it speaks.

A principle names the guidance it rests on (a Source id and the facts behind
it) and how it looks at a text. Its words stand beside it, for each language in
``words/<language>/<family>.toml``: advice in one sentence, the phrases it looks
for, sentences it must flag and near misses it must pass. Adding one touches no
engine, and a new language no Python. Proselint's creed: better quiet and right
than loud.

Patterns are regular expressions in lower case with shorthands, so that they
read like the phrases they stand for: a space is any run of spaces, ``…`` is a
short gap inside the sentence, ``~`` is up to three words, and ``<attacker>`` is
that list of lists.toml. Every gap is bounded, so reading stays linear.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from bot.model import Finding, Severity
from bot.principles.reading import Reading
from kb.errors import BrokenWording
from kb.model import LANGUAGES

WORDS = Path(__file__).parent / "words"

Place = tuple[int, int]

#: A comma and a space: clauses no further apart carry one fault, not two.
CLAUSE_MARK = 2


@cache
def _file(language: str, name: str) -> Mapping[str, Any]:
    path = WORDS / language / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except tomllib.TOMLDecodeError as error:
        raise BrokenWording(f"{language}/{path.name} is not valid TOML.", str(error)) from error


@cache
def word_lists(language: str) -> Mapping[str, str]:
    """The shared word lists of a language, each as one alternation."""
    lists = _file(language, "lists")
    return {name: "(?:" + "|".join(words) + ")" for name, words in lists.items()}


@cache
def words_of(language: str, name: str) -> frozenset[str]:
    """One of the shared lists as plain words."""
    return frozenset(_file(language, "lists")[name])


@cache
def compiled(patterns: tuple[str, ...], language: str) -> re.Pattern[str]:
    """The phrases as one expression that matches whole words only."""
    lists = word_lists(language)
    source = "|".join(patterns)
    source = re.sub(r"<([a-z_]+)>", lambda m: lists[m.group(1)], source)
    source = source.replace("~", r"(?:[\w'-]{1,30} ){0,3}?").replace("…", r"[^\n;!?]{0,80}?")
    source = re.sub(r" (\?)?", lambda m: " {0,3}" if m.group(1) else " {1,3}", source)
    return re.compile(r"(?<!\w)(?!\n)(?:" + source + r")(?:(?<=\W)|(?!\w))")


@cache
def cues(family: str, name: str, language: str) -> re.Pattern[str]:
    """What the words around a place say of it: the table [cues] of a family's file."""
    return compiled(tuple(_file(language, family)["cues"][name]), language)


@dataclass(frozen=True)
class Wording:
    """A principle in one language."""

    advice: str
    patterns: tuple[str, ...] = ()
    #: A clause or a sentence that says this is let pass: negations, attributions.
    unless: tuple[str, ...] = ()
    unless_sentence: tuple[str, ...] = ()
    #: The whole text must say one of ``when`` and none of ``unless_text``.
    when: tuple[str, ...] = ()
    unless_text: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()


@cache
def wordings_of(principle: str) -> Mapping[str, Wording]:
    """What a principle says and looks for, in each language that has its words.

    Raises:
        BrokenWording: a file names a field that a wording does not have.
    """
    family, rule = principle.split(".")
    found = {}
    for language in LANGUAGES:
        if rule not in _file(language, family):
            continue
        fields: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value
            for key, value in _file(language, family)[rule].items()
        }
        try:
            found[language] = Wording(**fields)
        except TypeError as error:
            raise BrokenWording(
                f"{language}/{family}.toml, [{rule}]: {error}.", "Use the fields of the others."
            ) from error
    return found


Detector = Callable[[Reading, Wording], Iterable[Place]]


def says(reading: Reading, patterns: tuple[str, ...]) -> bool:
    return bool(patterns) and bool(compiled(patterns, reading.language).search(reading.flat))


def matches(reading: Reading, patterns: tuple[str, ...]) -> Iterator[re.Match[str]]:
    if patterns:
        yield from compiled(patterns, reading.language).finditer(reading.flat)


def excused(reading: Reading, wording: Wording, start: int, end: int) -> bool:
    """Is the place negated, attributed to an authority, or a gap to be filled?"""
    if reading.in_gap(start, end):
        return True
    if wording.unless:
        low, high = reading.clause(start, end)
        if compiled(wording.unless, reading.language).search(reading.flat[low:high]):
            return True
    if wording.unless_sentence:
        low, high = reading.nearby(start)
        if compiled(wording.unless_sentence, reading.language).search(reading.flat[low:high]):
            return True
    return False


def phrase(reading: Reading, wording: Wording) -> Iterator[Place]:
    """The words themselves."""
    for found in matches(reading, wording.patterns):
        if not excused(reading, wording, *found.span()):
            yield found.span()


def clause(reading: Reading, wording: Wording) -> Iterator[Place]:
    """From the words that give it away to the end of their clause."""
    for start, end in phrase(reading, wording):
        yield start, reading.clause_end(end)


def whole_clause(reading: Reading, wording: Wording) -> Iterator[Place]:
    """The whole clause around the words."""
    for start, end in phrase(reading, wording):
        yield reading.clause(start, end)


def sentence_parts(reading: Reading, wording: Wording) -> Iterator[Place]:
    """One place a sentence: from its first such words to the clause end of its last."""
    open_sentence, begin, until = -1, 0, 0
    for start, end in clause(reading, wording):
        number = reading.sentence_number(start)
        if number != open_sentence:
            if open_sentence >= 0:
                yield begin, until
            open_sentence, begin = number, start
        until = end
    if open_sentence >= 0:
        yield begin, until


def lacking(reading: Reading, wording: Wording) -> Iterator[Place]:
    """Nothing in the text says it: a finding about the whole."""
    if reading.flat.strip() and not says(reading, wording.patterns):
        yield 0, 0


def _trimmed(text: str, start: int, end: int) -> Place:
    """The place without the marks around it; marks alone stay as they are."""
    if not any(c.isalnum() for c in text[start:end]):
        return start, end
    while start < end and not (text[start].isalnum() or text[start] in "«\"“'[("):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:!?…–—-"):
        end -= 1
    return start, end


def joined(reading: Reading, places: Iterable[Place]) -> list[Place]:
    """Places in order; those that overlap, or follow clause upon clause, made one."""
    result: list[Place] = []
    for start, end in sorted(set(places)):
        last = result[-1][1] if result else -CLAUSE_MARK
        # A line break stands between any two sentences of ``flat``.
        if end and result and start <= last + CLAUSE_MARK and "\n" not in reading.flat[last:start]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


@dataclass(frozen=True)
class Principle:
    """One rule about public words. ``channels`` empty: it holds everywhere."""

    name: str  #: family.rule
    source: str  #: the Source id a finding cites
    facts: tuple[str, ...]  #: the facts of that source behind the rule
    severity: Severity
    detect: Detector = field(default=clause)
    channels: tuple[str, ...] = ()
    #: Channels where it does not hold though ``channels`` is empty.
    not_in: tuple[str, ...] = ()

    @property
    def wordings(self) -> Mapping[str, Wording]:
        return wordings_of(self.name)

    @property
    def family(self) -> str:
        return self.name.split(".")[0]

    @property
    def example_channel(self) -> str:
        """The channel its examples are meant for."""
        return self.channels[0] if self.channels else ""

    def holds_in(self, channel: str) -> bool:
        return (not self.channels or channel in self.channels) and channel not in self.not_in

    def read(self, reading: Reading) -> tuple[Finding, ...]:
        """What the principle says about a text that is ready to be searched."""
        wording = self.wordings.get(reading.language)
        if wording is None or not self.holds_in(reading.channel):
            return ()
        if wording.when and not says(reading, wording.when):
            return ()
        if says(reading, wording.unless_text):
            return ()
        found = []
        for start, end in joined(reading, self.detect(reading, wording)):
            start, end = _trimmed(reading.text, start, end) if end else (0, 0)
            span = reading.text[start:end]
            finding = Finding(
                self.name, self.severity, start, end, span, wording.advice, self.source
            )
            found.append(finding)
        return tuple(found)

    def findings(self, text: str, language: str, channel: str = "") -> tuple[Finding, ...]:
        """What the principle says about a text in one of its languages."""
        return self.read(Reading(text, language, channel))
