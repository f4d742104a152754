"""Later lines replace earlier ones: what is withdrawn, and which figure stands.

A correction says so ("correction, 9 treated", "make that 21:30", "REST CENTRE
IS NOW ...", "non, 3 et pas 4"), or, in a log, the newest line of one source
about one thing simply counts. What was replaced keeps its place in the table
with the status ``withdrawn``. Figures that contradict each other without a
word of correction stay side by side, ``reported``; the wording an authority
cleared beats them all.
"""

from __future__ import annotations

import re

from bot.brief.found import Found
from bot.brief.vocabulary import Vocabulary
from bot.figures import figures
from kb.text import fold

#: Kinds a later line can replace, and how many facts back it is looked for.
REPLACEABLE = frozenset(
    {"harm", "no_harm", "next_update", "help", "witness", "gathering", "service", "arrest"}
    | {"quote", "event", "affected"}
)
REACH = 200
#: Slots whose value a correction may replace.
VALUES = ("phone", "time", "place", "address", "link", "count", "until", "from", "reference", "day")


def subject(found: Found, words: Vocabulary) -> str:
    """What a fact is about, beyond its kind: "rest centre", "family line", "treated"."""
    text = found.text
    if found.clause.label and found.kind in ("help", "witness", "service", "gathering"):
        text = f"{found.clause.label} {text}"
    if found.kind == "harm":
        return _outcome(text, words)
    match = words.found(f"subjects.{found.kind}", text)
    return fold(match.group()) if match else ""


def _outcome(text: str, words: Vocabulary) -> str:
    for name in ("dead", "hospital", "homes", "missing", "treated"):
        if words.found(f"outcomes.{name}", text):
            return name
    return ""


def _shares_value(new: Found, old: Found) -> bool:
    return any(key in new.slots and key in old.slots for key in VALUES)


def _values(text: str, language: str) -> frozenset[tuple[str, str]]:
    return frozenset((f.kind, f.value) for f in figures(text, language))


def _same_value(new: Found, old: Found, words: Vocabulary) -> bool:
    a, b = _values(new.text, words.language), _values(old.text, words.language)
    return bool(a) and a <= b


def inherit(found: list[Found], words: Vocabulary) -> None:
    """ "Make that 21:30" is about whatever had a time last: it takes over the kind."""
    for at, new in enumerate(found):
        if not new.cue or new.kind not in (
            "context",
            "event",
            "response",
            "question",
            "internal",
            "harm",
        ):
            continue
        if new.kind in ("internal",) and not any(
            k in new.slots for k in ("time", "phone", "place")
        ):
            continue
        own = [k for k in ("phone", "time", "place", "address", "count", "day") if k in new.slots]
        if new.kind == "harm" and "count" in new.slots:
            continue
        for old in reversed(found[:at]):
            if old.status == "withdrawn" or old.kind in (
                "event",
                "context",
                "instruction",
                "internal",
            ):
                continue
            shared = [
                k
                for k in own
                if k in old.slots or (k == "time" and ("from" in old.slots or "until" in old.slots))
            ]
            if shared:
                new.kind = old.kind
                break


def apply(found: list[Found], words: Vocabulary, log: bool) -> None:
    """Mark what later facts replace; change statuses in place."""
    inherit(found, words)
    _contradicted_at_once(found, words)
    for at, new in enumerate(found):
        if new.status in ("private", "withdrawn"):
            continue
        if new.pull:
            _pull(found[:at], new, words)
        if new.kind not in REPLACEABLE:
            continue
        for old in reversed(found[max(0, at - REACH) : at]):
            if old.status == "withdrawn" or old.kind != new.kind or old.cleared:
                continue
            if _replaces(new, old, words, log):
                old.status, old.reason = "withdrawn", "superseded"
                if new.cue and new.kind not in ("harm",):
                    break


def _contradicted_at_once(found: list[Found], words: Vocabulary) -> None:
    """ "The pastor is opening the hall -- NO, she just called, it is inside the perimeter"."""
    for at, new in enumerate(found):
        lead = new.clause
        if not new.refused or new.status != "confirmed":
            continue
        for old in reversed(found[:at]):
            if old.clause.line != lead.line or old.clause == lead:
                break
            if old.status == "confirmed":
                old.status, old.reason = "withdrawn", "superseded"
                break
        brings = {"phone", "time", "address", "link", "count", "day"} & set(new.slots)
        if not brings and new.kind in ("context", "event", "help", "service", "response"):
            new.status, new.reason = "withdrawn", "superseded"


def _pull(earlier: list[Found], new: Found, words: Vocabulary) -> None:
    # "He withdrew the line about the government": a line the notes do not hold.
    pulled = words.found("corrections.pull", new.text)
    if pulled and re.match(r"[ \u00a0](?:about|on|sur)\b", new.text[pulled.end() :]):
        return
    for old in reversed(earlier):
        if old.kind == "quote" and old.status != "withdrawn":
            old.status, old.reason = "withdrawn", "withdrawn-quote"
            return


def _replaces(new: Found, old: Found, words: Vocabulary, log: bool) -> bool:
    kind = new.kind
    if _same_value(new, old, words) and not new.cue:
        return False
    mine, theirs = subject(new, words), subject(old, words)
    if kind == "harm":
        if mine != theirs or "count" not in new.slots or "count" not in old.slots:
            return False
        if new.clause.sentence == old.clause.sentence:
            return new.again
        same_source = fold(new.by) == fold(old.by) or not old.by or not new.by
        return new.cue or (log and same_source and bool(new.clause.clock))
    if kind == "next_update":
        return new.cue and (_shares_value(new, old) or "time" in new.slots)
    if kind in ("help", "witness", "gathering", "service"):
        if not new.cue and not (log and mine and mine == theirs and kind == "help"):
            return False
        if kind == "service" and new.cue and _other_state(new, old, words):
            return True
        if mine and theirs:
            alike = mine == theirs or mine.endswith(theirs) or theirs.endswith(mine)
            return alike and (_shares_value(new, old) or "place" in new.slots or new.cue)
        # "cards to the library instead" takes no helpline back.
        other = "phone" in old.slots and "phone" not in new.slots
        near = not mine and new.clause.line - old.clause.line <= 1
        return _shares_value(new, old) or (near and not other)
    if kind == "arrest":
        none_before = bool(words.found("none_yet", old.text))
        counted = "count" in new.slots and "count" in old.slots
        if counted and (log or new.cue) and new.clause.line != old.clause.line:
            return True
        return (
            none_before
            and not words.found("none_yet", new.text)
            and (log or new.cue or new.start > old.start)
        )
    if kind == "quote":
        return new.cue and old.slots.get("speaker", "") in ("", new.slots.get("speaker", ""))
    if kind in ("no_harm", "event", "affected"):
        return new.cue and _shares_value(new, old)
    return False


def _other_state(new: Found, old: Found, words: Vocabulary) -> bool:
    """ "closed today", soon after "correction, open at 10": open and closed of one thing."""
    if new.clause.line - old.clause.line > 3:
        return False
    mine, theirs = subject(new, words), subject(old, words)
    states = [
        (bool(words.found("state_open", f.text)), bool(words.found("state_closed", f.text)))
        for f in (new, old)
    ]
    opposite = (states[0][0] and states[1][1]) or (states[0][1] and states[1][0])
    return bool(opposite) and (mine == theirs or not mine or not theirs)


def contradictions(found: list[Found], words: Vocabulary) -> None:
    """Counts of one harm that differ and were never corrected do not count as confirmed."""
    cleared = [f for f in found if f.cleared and f.kind in ("harm", "no_harm")]
    live = [f for f in found if f.kind == "harm" and f.status in ("confirmed", "reported")]
    if cleared:
        for fact in live:
            if not fact.cleared and "count" in fact.slots:
                fact.status, fact.reason = "reported", "unconfirmed"
        return
    by_outcome: dict[str, list[Found]] = {}
    for fact in live:
        if "count" in fact.slots and (key := subject(fact, words)):
            by_outcome.setdefault(key, []).append(fact)
    for facts in by_outcome.values():
        counts = {_number(f.slots["count"], words) for f in facts}
        sources = {fold(f.by) for f in facts}
        if len(counts) > 1 and len(sources) > 1:
            for fact in facts:
                fact.status, fact.reason = "reported", "unconfirmed"


def _number(count: str, words: Vocabulary) -> str:
    values = figures(count, words.language)
    return values[0].value if values else re.sub(r"\W", "", count)
