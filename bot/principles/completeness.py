"""What is missing: warmth, help, what to do, when we speak next.

Findings about the whole text, only for channels where the element is due: a
correction of a map needs no helpline, a letter to families no press hour.
Without a channel nothing is missed.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.principles.base import Place, Principle, Wording, lacking, says
from bot.principles.reading import Reading

#: A text shorter than this is a note, not yet a message one can call incomplete.
SHORTEST = 15


def _missing(reading: Reading, wording: Wording) -> Iterator[Place]:
    if len(reading.text.split()) >= SHORTEST:
        yield from lacking(reading, wording)


def _cold(reading: Reading, wording: Wording) -> Iterator[Place]:
    """Warmth is due where somebody was harmed, and always to families and staff."""
    harm = says(reading, ("<harm>",))
    correction = says(reading, ("<correction>",))
    if reading.channel in ("families", "internal") or (harm and not correction):
        yield from _missing(reading, wording)


def _unless_correction(reading: Reading, wording: Wording) -> Iterator[Place]:
    """In a short post, a mere correction of facts owes nothing more."""
    if reading.channel == "social" and not says(reading, ("<harm>",)):
        return
    yield from _missing(reading, wording)


def _no_next(reading: Reading, wording: Wording) -> Iterator[Place]:
    if says(reading, ("<correction>",)):
        return
    yield from _unless_correction(reading, wording)


empathy = Principle(
    name="completeness.empathy",
    source="cdc-cerc",
    facts=("cdc-cerc-08", "cdc-cerc-13"),
    severity="minor",
    detect=_cold,
    channels=("statement", "holding", "families", "internal", "remarks", "social"),
)

where_help_is = Principle(
    name="completeness.where-help-is",
    source="cdc-cerc",
    facts=("cdc-cerc-09", "cdc-cerc-18"),
    severity="minor",
    detect=_unless_correction,
    channels=("statement", "holding", "families", "internal", "social"),
)

next_update = Principle(
    name="completeness.next-update",
    source="cdc-cerc",
    facts=("cdc-cerc-05", "cdc-cerc-16"),
    severity="minor",
    detect=_no_next,
    channels=("statement", "holding", "remarks", "internal", "families", "social"),
)

what_to_do = Principle(
    name="completeness.what-to-do",
    source="cdc-cerc",
    facts=("cdc-cerc-09", "cdc-cerc-34"),
    severity="info",
    detect=_cold,
    channels=("holding", "social"),
)

#: The most words a channel bears before people stop reading: a good third over
#: the longest text that works there.
LONGEST = {
    "social": 120,
    "holding": 260,
    "statement": 640,
    "families": 520,
    "internal": 520,
    "remarks": 800,
}


def _overlong(reading: Reading, wording: Wording) -> Iterator[Place]:
    limit = LONGEST.get(reading.channel)
    if limit and len(reading.text.split()) > limit:
        yield 0, 0


length_for_channel = Principle(
    name="completeness.length-for-channel",
    source="cdc-cerc",
    facts=("cdc-cerc-20", "cdc-cerc-46"),
    severity="minor",
    detect=_overlong,
    channels=("social", "holding", "statement", "families", "internal", "remarks"),
)
