"""People first: those who were hurt come before the institution, and never at fault."""

from __future__ import annotations

from collections.abc import Iterator

from bot.principles.base import (
    Place,
    Principle,
    Wording,
    compiled,
    cues,
    phrase,
    says,
    whole_clause,
)
from bot.principles.reading import Reading

blames_victims = Principle(
    name="people.blames-victims",
    source="cdc-cerc",
    facts=("cdc-cerc-10", "cdc-cerc-11"),
    severity="major",
    detect=whole_clause,
)


def _not_of_the_suspect(reading: Reading, wording: Wording) -> Iterator[Place]:
    """The past of whoever was hurt; the suspect's is another principle's business."""
    for start, end in whole_clause(reading, wording):
        low, _ = reading.sentence(start)
        left = reading.flat[low:end]
        if not compiled(("<attacker>", "<custody>"), reading.language).search(left):
            yield start, end


victim_record = Principle(
    name="people.victim-record",
    source="cdc-cerc",
    facts=("cdc-cerc-10", "cdc-cerc-11"),
    severity="major",
    detect=_not_of_the_suspect,
)


def _prayers_alone(reading: Reading, wording: Wording) -> Iterator[Place]:
    """The formula, where no number, place or time shows that something is done."""
    from bot.principles.completeness import where_help_is

    if says(reading, where_help_is.wordings[reading.language].patterns):
        return
    for start, end in phrase(reading, wording):
        yield reading.clause(start, end)


thoughts_and_prayers = Principle(
    name="people.thoughts-and-prayers-only",
    source="cdc-cerc",
    facts=("cdc-cerc-08", "cdc-cerc-09", "cdc-cerc-18"),
    severity="major",
    detect=_prayers_alone,
    not_in=("qa", "partners"),
)


def _institution_leads(reading: Reading, wording: Wording) -> Iterator[Place]:
    """The house or its calendar comes first, and the people only later."""
    yield from whole_clause(reading, wording)
    hurt = cues("people", "people_hurt", reading.language)
    first_word_of_them = hurt.search(reading.flat)
    until = first_word_of_them.start() if first_word_of_them else len(reading.flat)
    for found in cues("people", "agenda", reading.language).finditer(reading.flat, 0, until):
        yield reading.clause(*found.span())
    lines = list(reading.sentences)
    if reading.headline:
        lines = lines[1:]
    if len(lines) < 4 or reading.channel not in ("holding", "statement", "remarks", "families"):
        return
    first, second = lines[0], lines[1]
    opening = reading.flat[first[0] : second[1]]
    later = reading.flat[second[1] :]
    if hurt.search(opening) or not hurt.search(later):
        return
    house = cues("people", "institution", reading.language).match(reading.flat, first[0])
    if house:
        yield first[0], reading.clause_end(house.end())


families_not_first = Principle(
    name="people.families-not-first",
    source="scn-ten-findings-2023",
    facts=("scn-ten-findings-2023-22", "scn-ten-findings-2023-23"),
    severity="major",
    detect=_institution_leads,
)

minimised_harm = Principle(
    name="people.minimised-harm",
    source="cdc-cerc",
    facts=("cdc-cerc-06", "cdc-cerc-08"),
    severity="major",
    detect=whole_clause,
)
