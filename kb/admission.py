"""Which passages may be found at all, before any ranking."""

from __future__ import annotations

from collections.abc import Mapping

from kb.marks import strictest
from kb.model import LIMITS, Filter, Mark, Passage


def admitted(passage: Passage, only: Filter | None, in_force: Mapping[str, Mark]) -> bool:
    """Does ``only`` let it pass, and has no reviewer withdrawn it?

    What the sources do not cover is guidance on nothing: it is found only by
    those who ask for that document by name.
    """
    if passage.source_id == LIMITS and not (only and LIMITS in only.sources):
        return False
    mark = strictest(in_force, passage)
    if mark is not None and mark.standing == "withdrawn":
        return False
    return not only or only.admits(passage)
