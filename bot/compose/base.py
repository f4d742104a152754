"""What every composer can do, with a model or without.

A composer sees the task and the evidence under opaque labels. It never sees
an address, so it cannot invent one; it never verifies: that is another room.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.model import Draft, Evidence, Incident, Question, Rumour


class Composer(Protocol):
    """Drafts. Raises ComposerFailed when it cannot, never anything else."""

    name: str

    def answer(self, question: Question, evidence: Sequence[Evidence]) -> Draft: ...

    def statement(
        self,
        incident: Incident,
        evidence: Sequence[Evidence],
        channel: str,
        language: str,
        length: str = "",
    ) -> Draft: ...

    def counter(
        self, rumour: Rumour, evidence: Sequence[Evidence], channel: str, language: str
    ) -> Draft: ...
