"""What every embedder can do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np


class Embedder(Protocol):
    """Turns texts into vectors of length one, so that a dot product is a cosine."""

    @property
    def name(self) -> str:
        """Model and content, "all-MiniLM-L6-v2@53aa5117": no two embedders share one.

        Width alone tells nothing: two models of 384 dimensions would be mixed
        in one index without a word, and every similarity would be noise.
        """

    @property
    def dimensions(self) -> int:
        """The length of a vector."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages it was trained on, () when not known: search trusts it more there."""

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """One row of float32 a text, in order. Raises EmbedderUnavailable."""
