"""Say what is known, what is not, and when more will be."""

from __future__ import annotations

from collections.abc import Iterator

from bot.principles.base import Place, Principle, Wording, clause, cues, whole_clause
from bot.principles.reading import Reading


def _not_established(reading: Reading, wording: Wording) -> Iterator[Place]:
    """A motive guessed; hatred that an authority has named may be said again."""
    hate = cues("certainty", "hate", reading.language)
    named = cues("certainty", "established", reading.language).search(reading.flat)
    for start, end in clause(reading, wording):
        if not (named and hate.search(reading.flat, start, end)):
            yield start, end


motive_speculation = Principle(
    name="certainty.motive-speculation",
    source="cdc-cerc",
    facts=("cdc-cerc-04", "cdc-cerc-14", "cdc-cerc-15"),
    severity="major",
    detect=_not_established,
)

cause_guess = Principle(
    name="certainty.cause-guess",
    source="cdc-cerc",
    facts=("cdc-cerc-04", "cdc-cerc-14", "cdc-cerc-48"),
    severity="major",
    detect=clause,
)

unverified_figure = Principle(
    name="certainty.unverified-figure",
    source="cdc-cerc",
    facts=("cdc-cerc-04", "cdc-cerc-14", "cdc-cerc-41"),
    severity="major",
    detect=whole_clause,
)

false_reassurance = Principle(
    name="certainty.false-reassurance",
    source="cdc-cerc",
    facts=("cdc-cerc-06", "cdc-cerc-07", "cdc-cerc-15"),
    severity="major",
    detect=whole_clause,
)

overpromise = Principle(
    name="certainty.overpromise",
    source="cdc-cerc",
    facts=("cdc-cerc-06", "cdc-cerc-16", "cdc-cerc-17"),
    severity="major",
    detect=whole_clause,
)
