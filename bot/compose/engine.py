"""The composer that needs nothing: no model, no network, the same text every time."""

from __future__ import annotations

from collections.abc import Sequence

from bot.compose.answer import compose_answer
from bot.compose.counter import compose_counter
from bot.compose.statement import compose_statement
from bot.model import Draft, Evidence, Incident, Question, Rumour


class Engine:
    """Fills plans with facts and evidence, in phrases an editor wrote."""

    name = "engine"

    def answer(self, question: Question, evidence: Sequence[Evidence]) -> Draft:
        return compose_answer(question, evidence)

    def statement(
        self,
        incident: Incident,
        evidence: Sequence[Evidence],
        channel: str,
        language: str,
        length: str = "",
    ) -> Draft:
        return compose_statement(incident, evidence, channel, language, length)

    def counter(
        self, rumour: Rumour, evidence: Sequence[Evidence], channel: str, language: str
    ) -> Draft:
        return compose_counter(rumour, evidence, channel, language)
