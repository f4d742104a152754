"""What a fact's status asks of the sentence that uses it.

A reported fact needs a hedge or a source in the sentence; one that is unknown
needs to be said as unknown; what stands only in a rumour needs to be called a
rumour, false, or being checked.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.verify.basis import RUMOUR, Basis
from bot.verify.problem import Problem
from bot.verify.reading import Reading

#: More places than this are not looked at.
MOST = 60


def needs(
    claim: Reading, basis: Basis, offsets: Sequence[int], item: str, at: int
) -> Problem | None:
    """None if the sentence says the item as surely as the best of its occurrences."""
    if basis.is_passages or not offsets:
        return None
    statuses = {basis.status_at(offset) for offset in offsets[:MOST]}
    if any(status == "confirmed" for status, _ in statuses):
        return None
    words = claim.words_of
    start, end = claim.sentence_at(at)
    said = claim.flat[start:end]
    unknown = bool(words.unknown.search(said))
    hedged = unknown or bool(words.hedge.search(said))
    reported = [by for status, by in statuses if status == "reported"]
    if any(by != RUMOUR for by in reported):
        return None if hedged else Problem("reported", item)
    if reported:
        return None if words.doubt.search(said) else Problem("rumour", item)
    if any(status == "unknown" for status, _ in statuses):
        return None if hedged else Problem("unknown", item)
    return Problem("withdrawn", item)
