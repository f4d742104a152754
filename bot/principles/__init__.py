"""Rules about public words, each a value with its source and its examples.

``review`` reads a text against all of them; ``PRINCIPLES`` is the list.
"""

from bot.principles.register import PRINCIPLES, review

__all__ = ["PRINCIPLES", "review"]
