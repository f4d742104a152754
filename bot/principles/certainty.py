"""Say what is known, what is not, and when more will be."""

from __future__ import annotations

from bot.principles.base import Principle, clause, whole_clause

motive_speculation = Principle(
    name="certainty.motive-speculation",
    source="cdc-cerc",
    facts=("cdc-cerc-04", "cdc-cerc-14", "cdc-cerc-15"),
    severity="major",
    detect=clause,
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
