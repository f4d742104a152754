"""Where hate is shown, it is named."""

from __future__ import annotations

from bot.principles.base import Principle, whole_clause

unnamed = Principle(
    name="hate.unnamed-euphemism",
    source="osce-odihr-hate-crime",
    facts=("osce-odihr-hate-crime-02", "osce-odihr-hate-crime-04"),
    severity="major",
    detect=whole_clause,
)
