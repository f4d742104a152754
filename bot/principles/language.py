"""Words that people under stress understand, said by somebody who answers for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.principles.base import (
    Place,
    Principle,
    Wording,
    compiled,
    cues,
    phrase,
    sentence_parts,
    whole_clause,
    words_of,
)
from bot.principles.reading import FAR, Reading

#: This many office words, and at least one in so many words of the sentence.
OFFICE_WORDS, ONE_IN = 3, 7


#: So many different abbreviations that a sentence does not explain.
ABBREVIATIONS = 3
_ABBREVIATION = re.compile(r"(?<![\w-])[A-Z]{2,6}(?![\w-])")


def _abbreviations(reading: Reading, start: int, end: int) -> int:
    """How many abbreviations few people know; a shouted sentence has none."""
    words = reading.cased[start:end].split()
    found = {m.group() for m in _ABBREVIATION.finditer(reading.cased, start, end)}
    if 2 * sum(word.isupper() for word in words) > len(words):
        return 0
    known = words_of(reading.language, "known_short")
    return sum(short.lower() not in known for short in found)


def _officialese(reading: Reading, wording: Wording) -> Iterator[Place]:
    """Set phrases of offices, and sentences thick with office words or abbreviations."""
    yield from sentence_parts(reading, wording)
    office = compiled(("<officialese>",), reading.language)
    for start, end in reading.sentences:
        end = min(end, start + FAR)
        count = len({found.group() for found in office.finditer(reading.flat, start, end)})
        length = len(reading.flat[start:end].split())
        dense = count >= OFFICE_WORDS and 8 <= length <= count * ONE_IN
        if dense or _abbreviations(reading, start, end) >= ABBREVIATIONS:
            yield start, end


def _unowned(reading: Reading, wording: Wording) -> Iterator[Place]:
    """Faults that nobody committed, unless the next words say who did."""
    owned = cues("language", "owned", reading.language)
    for start, end in phrase(reading, wording):
        if not owned.search(reading.around(start)):
            yield reading.clause(start, end)


jargon = Principle(
    name="language.jargon",
    source="cdc-cerc",
    facts=("cdc-cerc-20", "cdc-cerc-24", "cdc-cerc-46"),
    severity="major",
    detect=_officialese,
    not_in=("partners",),
)

passive_evasion = Principle(
    name="language.passive-evasion",
    source="who-risk-communication-2017",
    facts=("who-risk-communication-2017-05",),
    severity="major",
    detect=_unowned,
)

war_words = Principle(
    name="language.war-words",
    source="scn-ten-findings-2023",
    facts=("scn-ten-findings-2023-12", "scn-ten-findings-2023-16"),
    severity="major",
    detect=whole_clause,
)

_EMOJI = re.compile(
    "[\U0001f389\U0001f38a\U0001f600-\U0001f640\U0001f680\U0001f525\U0001f4a5\U0001f4aa\U0001f4af\U0001f44a\U0001f44d\U0001f44f\U0001f64c\U0001f680\U0001f6a8\U0001f910-\U0001f92f\U0001f970-\U0001f97a]+"
)
_MARKS = re.compile(r"(?<![!?])[!?](?:[ \t]?[!?])++")
_CAPITALS = re.compile(
    r"(?<![\w'’-])[A-ZÀ-ÖØ-Þ]{2,}"
    r"(?:['’ ,-]{1,2}[A-ZÀ-ÖØ-Þ]{2,}|['’ ,-]{1,2}[AIÀYÔ](?=[ ,])){2,40}(?!\w)"
)


def _shouts(reading: Reading, wording: Wording) -> Iterator[Place]:
    """Runs of capitals, piled-up marks, pictures that cheer or fume."""
    for found in _EMOJI.finditer(reading.text):
        yield found.span()
    for found in _MARKS.finditer(reading.cased):
        if "!" in found.group():
            low, high = reading.sentence(found.start())
            yield max(low, found.start() - 120), min(max(high, found.end()), found.end() + 1)
    heading = reading.headline
    for found in _CAPITALS.finditer(reading.cased):
        # A heading in capitals is a habit of typesetting.
        if heading and heading[0] <= found.start() < heading[1]:
            continue
        if not reading.in_gap(*found.span()):
            yield found.span()
    once = [m.start() for m in re.finditer("!", reading.cased)]
    if len(once) >= 3 and len(once) * 60 >= len(reading.text.strip()):
        for at in once[:3]:
            low, high = reading.sentence(at)
            yield max(low, at - 160), min(high, at + 1)


shouting = Principle(
    name="language.shouting-tone",
    source="cdc-cerc",
    facts=("cdc-cerc-10",),
    severity="major",
    detect=_shouts,
)

#: Two thirds over the 25 words of the plain English guideline: hard for anybody.
LONGEST_SENTENCE = 40


def _too_long(reading: Reading, wording: Wording) -> Iterator[Place]:
    for start, end in reading.sentences:
        if len(reading.text[start:end].split()) > LONGEST_SENTENCE:
            yield start, end


long_sentence = Principle(
    name="language.long-sentence",
    source="govuk-plain-english",
    facts=("govuk-plain-english-03", "govuk-plain-english-04"),
    severity="info",
    detect=_too_long,
    not_in=("partners",),
)
