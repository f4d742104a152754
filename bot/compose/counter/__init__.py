"""A rumour answered from verified facts: fact, warning, how it misleads, fact again."""

from bot.compose.counter.reply import compose_counter

__all__ = ["compose_counter"]
