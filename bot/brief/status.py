"""How a fact stands: confirmed, only reported, said to be unknown, or taken back."""

from __future__ import annotations

import re

from bot.brief.found import Found
from bot.brief.vocabulary import Vocabulary
from bot.brief.withhold import Held
from kb.text import content_words

#: Slots that do not stand in the text of the fact itself.
KEPT = ("logged", "label", "speaker")


def of_clause(fact: Found, notes: str, words: Vocabulary) -> None:
    """What the clause itself and its speaker say about how sure it is."""
    if fact.status != "confirmed" or fact.cleared:
        return
    if fact.kind in ("instruction", "internal", "quote", "wish"):
        return
    if fact.kind == "question":
        fact.status = "unknown"
    elif fact.kind == "motive":
        line = notes[slice(*fact.clause.sentence)]
        opened = words.found("hate_words.open", fact.text) or words.found("unsure", line)
        shut = any(r.name == "hate" and r.holds(fact.text) for r in words.kinds)
        fact.status = "unknown" if opened or not shut else "confirmed"
    elif _doubted(fact, words):
        fact.status, fact.reason = "reported", "unconfirmed"


def _doubted(fact: Found, words: Vocabulary) -> bool:
    if words.found("unsure", fact.text) or words.found("unsure", fact.clause.label):
        return True
    for match in words.pattern("according").finditer(fact.text):
        source = fact.text[match.end() : match.end() + 40].lstrip()
        if words.pattern("hearsay_source").match(source):
            return True
    hearsay = words.found("hearsay_source", fact.by)
    return bool(hearsay) and not words.found("investigator", fact.by)


def beside_wording(found: list[Found], words: Vocabulary) -> None:
    """ "An irritant spray, tested now. Say 'an irritant', nothing more": only the wording goes."""
    for cleared in found:
        if not cleared.cleared:
            continue
        said = content_words(cleared.text, words.language)
        for fact in found:
            if fact is cleared or fact.clause.line != cleared.clause.line or fact.cleared:
                continue
            same = said & content_words(fact.text, words.language)
            if (
                same
                and fact.status == "confirmed"
                and fact.kind not in ("correction", "instruction")
            ):
                fact.status, fact.reason = "reported", "unconfirmed"


def given_up_places(found: list[Found], words: Vocabulary) -> None:
    """What is still said about a place of help that was given up goes with it."""
    moved = ("help", "gathering", "service")
    gone = [f for f in found if f.status == "withdrawn" and f.kind in moved and "place" in f.slots]
    live = " ".join(
        f.slots.get("place", "") + " " + f.slots.get("address", "")
        for f in found
        if f.status == "confirmed" and f.kind in moved and not f.cue
    )
    for old in gone:
        names = re.findall(r"[A-ZÀ-Ý][\w'’\-]{4,}", old.slots["place"])
        common = {n.casefold() for n in words.entries("place_noun")}
        names = [n for n in names if n not in live and n.casefold() not in common]
        for fact in found:
            if fact.status in ("withdrawn", "private") or fact.kind == "event":
                continue
            if not any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", fact.text) for name in names):
                continue
            if fact.kind == old.kind and fact.start > old.start:
                _without_old_place(fact, names)
            else:
                fact.status, fact.reason = "withdrawn", "superseded"


def _without_old_place(fact: Found, names: list[str]) -> None:
    """Of "Voltaire too small, reception centre now at ..." what comes after the old name."""
    last = max(fact.text.rfind(name) + len(name) for name in names)
    comma = fact.text.find(", ", last)
    if 0 < comma < len(fact.text) - 12:
        fact.start += comma + 2
        fact.text = fact.text[comma + 2 :]
        gone = [k for k, v in fact.slots.items() if v not in fact.text and k not in KEPT]
        for key in gone:
            del fact.slots[key]


def passing(found: list[Found], words: Vocabulary) -> None:
    """In a log, "fire service on the way" is over once later lines have come."""
    last = max((f.clause.line for f in found), default=0)
    for fact in found:
        if fact.status == "confirmed" and fact.kind in ("response", "event", "context", "help"):
            over = last - fact.clause.line >= 4 and words.found("passing", fact.text)
            if over and "logged" in fact.slots:
                fact.status, fact.reason = "withdrawn", "superseded"


def held_back(found: list[Found]) -> list[Held]:
    """Withdrawn, unconfirmed and staff-only facts, as spans to list with their reason."""
    spans = []
    for fact in found:
        if fact.kind == "instruction":
            continue
        if fact.kind == "internal" and fact.status == "confirmed":
            spans.append(Held(fact.start, fact.end, "staff-only"))
        elif fact.status == "withdrawn":
            spans.append(Held(fact.start, fact.end, fact.reason or "superseded"))
        elif fact.status == "reported":
            spans.append(Held(fact.start, fact.end, fact.reason or "unconfirmed"))
    return spans
