"""Answering a rumour: the fact first, the falsehood once, nobody mocked.

These hold only where a text answers a false claim; the words of the list
``correction`` say so.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.principles.base import (
    Place,
    Principle,
    Wording,
    compiled,
    cues,
    excused,
    matches,
    phrase,
    whole_clause,
)
from bot.principles.reading import Reading
from kb.text import content_words


def _content(reading: Reading, start: int, end: int) -> frozenset[str]:
    return content_words(reading.flat[start:end], reading.language)


def _told_again(reading: Reading, wording: Wording) -> Iterator[Place]:
    """The claim in its own words for the second time and after."""
    for start, _ in phrase(reading, wording):
        yield start, reading.nearby(start)[1]
    told: frozenset[str] = frozenset()
    retold = cues("correction", "retold", reading.language)
    for start, end in reading.sentences:
        if not retold.search(reading.flat[start:end]):
            continue
        words = _content(reading, start, end)
        shared = words & told
        heading = reading.headline
        again = len(shared) >= 3 or (len(shared) >= 2 and len(shared) * 5 >= len(words) * 3)
        if (
            again
            and not (heading and start == heading[0])
            and not excused(reading, wording, start, end)
        ):
            yield start, end
        told = told | words


repeated_myth = Principle(
    name="correction.repeated-myth",
    source="truth-sandwich",
    facts=("truth-sandwich-03", "truth-sandwich-04"),
    severity="major",
    detect=_told_again,
)


def _heading_with_myth(reading: Reading, wording: Wording) -> Iterator[Place]:
    """A heading that denies, asks or labels, or an opening that tells the claim first."""
    heading = reading.headline
    if heading:
        line = reading.flat[slice(*heading)]
        if compiled(wording.patterns, reading.language).search(line):
            yield heading


myth_in_headline = Principle(
    name="correction.myth-in-headline",
    source="debunking-handbook-2020",
    facts=("debunking-handbook-2020-05", "debunking-handbook-2020-09"),
    severity="major",
    detect=_heading_with_myth,
)


def _opens_with_myth(reading: Reading, wording: Wording) -> Iterator[Place]:
    lines = [line for line in reading.sentences if line != reading.headline]
    # "Fake!" is a label, not yet an opening.
    while len(lines) > 2 and len(reading.flat[slice(*lines[0])].split()) < 3:
        lines = lines[1:]
    for start, end in lines[:1]:
        if len(lines) < 2:
            return
        for found in matches(reading, wording.patterns):
            if found.start() < end and not excused(reading, wording, *found.span()):
                yield start, end
                return


leads_with_myth = Principle(
    name="correction.leads-with-myth",
    source="debunking-handbook-2020",
    facts=("debunking-handbook-2020-05", "debunking-handbook-2020-09"),
    severity="major",
    detect=_opens_with_myth,
)


def _only_denial(reading: Reading, wording: Wording) -> Iterator[Place]:
    """Every sentence denies, scolds or asks: none tells what is true."""
    empty = compiled(wording.patterns, reading.language)
    lines = list(reading.sentences)
    if len(lines) < 2:
        return
    if all(empty.search(reading.flat[start:end]) for start, end in lines):
        yield 0, 0


bare_denial = Principle(
    name="correction.bare-denial-no-fact",
    source="debunking-handbook-2020",
    facts=(
        "debunking-handbook-2020-04",
        "debunking-handbook-2020-07",
        "debunking-handbook-2020-08",
    ),
    severity="major",
    detect=_only_denial,
)

contempt = Principle(
    name="correction.contempt",
    source="coe-anti-rumours",
    facts=("coe-anti-rumours-10",),
    severity="major",
    detect=whole_clause,
)
