"""Facts of an incident told as a text a mayor can read out, by a plan for each channel."""

from bot.compose.statement.text import compose_statement

__all__ = ["compose_statement"]
