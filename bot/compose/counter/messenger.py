"""Who could carry a counter-message: kinds of local people, never a name.

A correction is believed from somebody the audience already trusts. The kinds
stand in counter.toml beside the words they fit; what the message is for
(its audience) weighs more than the facts, and the facts more than the rumour.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.compose.counter.signals import found


def messenger(audience: str, facts: str, rumour: str, book: Mapping[str, Any]) -> str:
    """Two kinds of people, of the one or two subjects that fit best."""
    weighted = []
    for place, entry in enumerate(book["messenger"]):
        words = entry["words"]
        score = sum(
            weight * len(found(text, words))
            for weight, text in ((3, audience), (2, facts), (1, rumour))
            if words
        )
        weighted.append((-score, place, entry["who"]))
    weighted.sort()
    # A second subject is named only if it weighs at least half as much as the first.
    enough = min(-1, weighted[0][0] / 2)
    best = [who for score, _, who in weighted if score <= enough][:2] or [weighted[-1][2]]
    people = [best[0][0], best[1][0]] if len(best) > 1 else list(best[0])
    people = list(dict.fromkeys(people))
    if len(people) == 1:
        people = list(best[0])
    return book["messengers"]["both"].replace("$a", people[0]).replace("$b", people[-1])
