"""What a clause is about: the label before it, its own words, the quotation in it."""

from __future__ import annotations

import re

from bot.brief.lines import brackets, is_noise, pieces
from bot.brief.vocabulary import Vocabulary

#: A clause that says nothing in so many characters says nothing in more.
LONG = 400
#: Kinds that a comma may part from what stands before: each says a thing of its own.
PART = frozenset(
    {"instruction", "internal", "next_update", "wish", "question", "no_harm", "motive", "arrest"}
    | {"correction", "witness", "hate", "dont", "do", "harm", "investigation", "event", "service"}
    | {"apology", "gathering"}
)
#: Of these, the ones that part even from words that say nothing by themselves.
FRESH = frozenset({"no_harm", "motive", "instruction", "arrest", "wish"})
#: What is told of a place of help belongs to it.
ADDED = frozenset({"event", "harm", "service", "do", "gathering", "investigation"})
#: A label of these kinds rules the line whatever the words say.
RULING = frozenset({"internal", "instruction", "speaker"})
#: Words of these kinds say more than a label does.
PLAIN = frozenset(
    {"no_harm", "arrest", "motive", "instruction", "internal", "wish", "dont", "correction", "hate"}
    | {"question"}
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
    """The first kind whose words the clause holds, else "context".

    What stands in brackets is an aside: it is heard only if the rest says nothing.
    """
    for heard in dict.fromkeys((without_brackets(text), text)):
        for rule in words.kinds:
            if rule.holds(heard):
                return rule.name
    return "context"


def without_brackets(text: str) -> str:
    out = list(text)
    for start, end in brackets(text):
        out[start:end] = " " * (end - start)
    return "".join(out)


def kind_under(label: str, text: str, words: Vocabulary) -> str:
    """The kind of ``text`` as it stands under a label."""
    said, own = label_kind(label, words), kind_of(text, words)
    if not said or said in ("speaker", "quote"):
        return own
    if said in RULING:
        return said
    if own in PLAIN:
        return own
    if own == "next_update" and said != "help":
        return own
    # "What: ..." and "Residents: ..." say little; the words say more.
    if said in ("event", "affected", "do", "harm") and own != "context":
        return own
    return said


_COUNTED = re.compile(
    r"(?:(?:at least|about|now|but now|au moins|environ|maintenant|désormais) )?"
    r"(?:\d|one\b|two\b|une?\b|deux\b)",
    re.I,
)
_A_NUMBER = re.compile(r"\d|\b(?:one|two|three|une?|deux|trois)\b", re.I)


def groups(
    notes: str, start: int, end: int, label: str, words: Vocabulary
) -> list[tuple[int, int, str]]:
    """The clause, parted at commas where both sides clearly say different things."""
    found: list[tuple[int, int, str]] = []
    for a, b in pieces(notes, start, end):
        text = notes[a:b]
        if is_noise(text):
            continue
        if not found:
            found.append((a, b, kind_under(label, text, words)))
            continue
        begin, _, last = found[-1]
        kind = kind_of(text, words)
        if not words.pattern("words.continues").match(text) and _parts(
            notes[begin:a], last, text, kind
        ):
            found.append((a, b, kind))
        elif last == "context" and b - begin <= LONG:
            found[-1] = (begin, b, kind_under(label, notes[begin:b], words))
        else:
            found[-1] = (begin, b, last)
    return found


def _parts(before: str, last: str, text: str, kind: str) -> bool:
    """May a comma part ``text`` from what stands ``before`` it?"""
    if len(text.split()) < 2:
        return False
    if kind == last == "harm":
        # "1 dead, 4 injured": two counts are two facts.
        return bool(_COUNTED.match(text) and _A_NUMBER.search(before))
    if kind not in PART or kind == last or {kind, last} == {"do", "dont"}:
        return False
    if last == "context":
        # One or two words ("Statement, and a note ...") are no clause of their own.
        return kind in FRESH and len(before.split()) > 2
    if last in ("help", "witness", "gathering", "service"):
        return kind not in ADDED
    if last in ("wish", "instruction", "internal", "dont", "quote"):
        return kind in ("next_update", "no_harm", "motive")
    return True
