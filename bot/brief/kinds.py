"""What a clause is about: the label before it, its own words, the quotation in it."""

from __future__ import annotations

from bot.brief.lines import is_noise, pieces
from bot.brief.vocabulary import Vocabulary

#: Kinds that a comma may part from what stands before: each says a thing of its own.
PART = frozenset(
    ["instruction", "internal", "next_update", "wish", "question", "no_harm", "motive", "arrest", "correction", "witness", "hate", "dont", "do", "harm", "investigation", "event", "service", "apology", "gathering"]
)
#: A label of these kinds rules the line whatever the words say.
RULING = frozenset({"internal", "instruction", "speaker"})
#: Words of these kinds say more than a label does.
PLAIN = frozenset(
    ["no_harm", "arrest", "motive", "instruction", "internal", "wish", "dont", "correction", "hate", "question"]
)


def label_kind(label: str, words: Vocabulary) -> str:
    """The kind a label announces ("Next update", "STAFF ONLY"), or "" if none."""
    bare = label.strip(" \u00a0-*")
    for rule in words.labels:
        match = rule.any.match(bare)
        if match and len(bare[match.end() :].split()) <= 4 and not rule.unless.search(bare):
            return rule.name
    return ""


def keeps_label(label: str, words: Vocabulary) -> bool:
    """Does the sentence need its label ("Images : ne pas les diffuser")?"""
    return any(rule.keep and rule.any.fullmatch(label.strip()) for rule in words.labels)


def kind_of(text: str, words: Vocabulary) -> str:
    """The first kind whose words the clause holds, else "context"."""
    for rule in words.kinds:
        if rule.holds(text):
            return rule.name
    return "context"


def kind_under(label: str, text: str, words: Vocabulary) -> str:
    """The kind of ``text`` as it stands under a label."""
    said, own = label_kind(label, words), kind_of(text, words)
    if not said or said in ("speaker", "quote"):
        return own
    if said in RULING:
        return said
    if own in PLAIN and not (said == "witness" and own == "dont"):
        return own
    if own == "next_update" and said != "help":
        return own
    return said


def groups(
    notes: str, start: int, end: int, label: str, words: Vocabulary
) -> list[tuple[int, int, str]]:
    """The clause, parted at commas where both sides clearly say different things."""
    found: list[tuple[int, int, str]] = []
    for a, b in pieces(notes, start, end):
        text = notes[a:b]
        if is_noise(text):
            continue
        kind = kind_under(label, text, words) if not found else kind_of(text, words)
        if not found:
            found.append((a, b, kind))
            continue
        begin, _, last = found[-1]
        fresh = kind in PART and kind != last and len(text.split()) > 1
        if (
            fresh
            and last == "context"
            and kind not in ("no_harm", "motive", "instruction", "arrest")
        ):
            fresh = False
        if fresh and last in ("help", "witness", "gathering", "service") and kind in (
            "event", "harm", "service", "do", "gathering", "investigation",
        ):  # fmt: skip
            fresh = False
        if fresh and last in ("wish", "instruction", "internal", "dont", "quote"):
            fresh = kind in ("next_update", "no_harm")
        if fresh:
            found.append((a, b, kind))
        else:
            whole = kind_under(label, notes[begin:b], words) if last == "context" else last
            found[-1] = (begin, b, whole)
    return found
