"""What is established: the hate an authority has named, and what kind of incident it is.

Two different things are kept apart. An act may be hateful in itself (racist
words were painted, homophobic stickers) and may then be called so. A motive
is for police and prosecutors: where they leave it open, nothing is named.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.brief.vocabulary import Vocabulary
from bot.model import Fact


def hate_keys(text: str, words: Vocabulary) -> list[str]:
    return [rule.name for rule in words.hate if rule.any.search(text)]


def hate_of(facts: Sequence[Fact], words: Vocabulary) -> str:
    """The hate that may be named ("racist", "homophobic+transphobic"), or ""."""
    live = [
        f for f in facts if f.status == "confirmed" and f.kind not in ("instruction", "internal")
    ]
    named: list[str] = []
    for fact in live:
        if fact.kind in ("hate", "investigation", "arrest") and not words.found(
            "hate_words.denied", fact.text
        ):
            keys = hate_keys(fact.text, words)
            named += [k for k in keys if k not in named]
    if named:
        return "+".join(named)
    for fact in facts:
        if fact.kind == "motive" and fact.status == "unknown":
            return ""
    act = words.pattern("hate_words.act")
    for fact in live:
        if fact.kind not in ("event", "affected", "context", "apology", "harm"):
            continue
        if words.found("hate_words.denied", fact.text):
            continue
        for rule in words.hate:
            for match in rule.any.finditer(fact.text):
                near = fact.text[max(0, match.start() - 40) : match.end() + 30]
                if act.search(near) and rule.name not in named:
                    named.append(rule.name)
    return "+".join(named)


def incident_kind(facts: Sequence[Fact], words: Vocabulary) -> str:
    """One of the kinds named in Incident: the first whose words the events hold."""
    live = [
        f
        for f in facts
        if f.status in ("confirmed", "reported", "unknown")
        and f.kind not in ("instruction", "internal", "quote", "wish", "next_update", "speaker")
        and "heading" not in f.slots
    ]
    told = ("event", "apology", "harm", "context", "investigation", "hate", "correction")
    for texts in ([f.text for f in live if f.kind in told], [f.text for f in live]):
        text = "\n".join(texts)
        for rule in words.incidents:
            if rule.any.search(text):
                return rule.name.replace("_", " ")
    return "unknown"
