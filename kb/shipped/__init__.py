"""The guidance that comes with the product, under kb/documents: a folder a publication.

Reading is strict, because a passage without its facts, or a key nobody reads,
would reach people as guidance with nothing behind it. The format is described
in kb/documents/README.md.
"""

from kb.shipped.card import BASES, Card, read_card
from kb.shipped.problems import Notebook, Problem
from kb.shipped.shelf import (
    CARD,
    DOCUMENTS,
    Edition,
    publications,
    read_publication,
    shipped_editions,
    stamps,
)

__all__ = [
    "BASES",
    "CARD",
    "DOCUMENTS",
    "Card",
    "Edition",
    "Notebook",
    "Problem",
    "publications",
    "read_card",
    "read_publication",
    "shipped_editions",
    "stamps",
]
