"""Runs of four letters: how much of a question's spelling a passage holds.

They meet where words do not: inflections a stemmer keeps apart, the parts of
German compounds, words of one origin in two languages, slips of the pen.
McNamee and Mayfield (2004), "Character N-Gram Tokenization for European
Language Text Retrieval", find four letters best across European languages.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from kb.text import fold, stop_words

LENGTH = 4
#: Runs of a question that are looked for; a pasted page is judged by its beginning.
MOST = 400

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=20_000)
def _flat(text: str) -> str:
    """The words of a text, folded, with one space on either side of each."""
    return " ".join(("", *_WORD.findall(fold(text)), ""))


def grams(text: str) -> frozenset[str]:
    """The runs of letters in the words of ``text``, spaces at their ends included."""
    flat = _flat(text)
    return frozenset(flat[at : at + LENGTH] for at in range(len(flat) - LENGTH + 1))


def covered(query: str, language: str, texts: Sequence[str]) -> list[float]:
    """For each text the share of the query's runs it holds, rare ones weighing more; 0 to 1.

    Rarity is counted among ``texts``: they are the candidates the choice is between.
    """
    common = stop_words(language)
    content = " ".join(w for w in _WORD.findall(query) if w.casefold() not in common)
    wanted = sorted(grams(content))[:MOST]
    held = [[gram for gram in wanted if gram in flat] for flat in map(_flat, texts)]
    counts = Counter(gram for found in held for gram in found)
    rarity = {g: math.log(1 + (len(texts) - counts[g] + 0.5) / (counts[g] + 0.5)) for g in wanted}
    total = sum(rarity.values())
    return [sum(rarity[g] for g in found) / total if total else 0.0 for found in held]
