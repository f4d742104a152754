"""How the verified facts bear on the claim: denied, partly borne out, or not answered.

"False" is said only where a fact denies the claim in its own words; where a
fact also bears part of it out, "misleading". A claim that the facts confirm
is called neither, and the person is told. Every reading is by words, so the
cautious one wins. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from bot.compose.counter.myth import Myth
from bot.compose.counter.signals import found, holds, near_start, without
from bot.compose.counter.verified import Unit, counts, plain
from kb.text import content_words

#: How the claim stands beside the facts. "pending": the facts say that the
#: answer is still to come.
Standing = Literal["false", "misleading", "differs", "unsupported", "borne_out", "pending"]

#: A claim is borne out where one sentence of a fact holds half of its words.
HALF = 0.5


def denies(sentence: str, words: Mapping[str, Any]) -> bool:
    return holds(without(sentence, words["not_denial"]), words["denial"])


def settles(sentence: str, words: Mapping[str, Any]) -> bool:
    """Does a sentence say how things stand for all, or that they go on?"""
    return holds(sentence, words["universal"]) or holds(sentence, words["still"])


def exposes(sentence: str, words: Mapping[str, Any]) -> bool:
    """Does a fact say that the message's own picture or letter is not what it seems?"""
    return near_start(sentence, words["carrier"]) and holds(sentence, words["exposes"])


def pending(unit: Unit, words: Mapping[str, Any]) -> bool:
    return holds(unit.text, words["pending"])


def opposed(rumour: str, fact: str, words: Mapping[str, Any]) -> bool:
    """Does a fact say the opposite of a word of the rumour (closed / open)?"""
    return any(
        holds(rumour, [one]) and holds(fact, [other]) and not holds(fact, [one])
        for one, other in words["opposites"]
    )


def _counted(text: str, language: str) -> dict[str, set[str]]:
    """What is counted, as a stem, and how many: {"household": {"412"}}."""
    found_counts: dict[str, set[str]] = {}
    for figure in counts(text, language):
        after = content_words(" ".join(text[figure.end : figure.end + 40].split()[:1]), language)
        for stem in after:
            found_counts.setdefault(stem, set()).add(figure.value)
    return found_counts


def _other_count(rumour: str, fact: str, language: str) -> bool:
    """Does a fact count the same thing and come to another number?"""
    there, here = _counted(rumour, language), _counted(fact, language)
    return any(here[stem].isdisjoint(values) for stem, values in there.items() if stem in here)


def true_part(
    myth: Myth, units: tuple[Unit, ...], language: str, words: Mapping[str, Any]
) -> Unit | None:
    """The fact that bears part of the claim out: it shares its words and denies nothing."""
    best: tuple[int, Unit] | None = None
    for unit in units:
        if unit.role != "body" or pending(unit, words):
            continue
        for sentence in unit.sentences:
            stems = content_words(plain(sentence), language)
            loaded = len(stems & myth.loaded)
            shared = loaded + len(stems & myth.subject)
            enough = loaded >= 2 or (loaded and shared >= 2 and holds(sentence, words["burden"]))
            offer = holds(sentence, words["offer"]) or holds(unit.text, words["apology"])
            if enough and not offer and not denies(unit.text, words):
                score = 2 * loaded + shared
                if best is None or score > best[0]:
                    best = (score, unit)
    return best[1] if best else None


def standing(
    rumour: str,
    myth: Myth,
    units: tuple[Unit, ...],
    part: Unit | None,
    language: str,
    words: Mapping[str, Any],
) -> Standing:
    """How the claim stands beside the facts; the cautious reading wins."""
    strong = weak = bears = False
    partly = part is not None
    covered = 0.0
    negative = denies(rumour, words)
    in_both = found(rumour, words["groups"])
    for unit in units:
        stems = content_words(unit.text, language)
        loaded, subject = stems & myth.loaded, stems & myth.subject
        bears = bears or bool(loaded or subject)
        if pending(unit, words):
            continue
        firm, borne = False, False
        for sentence in unit.sentences:
            stems = content_words(plain(sentence), language)
            here = stems & myth.loaded
            if exposes(sentence, words):
                strong = True
            elif denies(sentence, words):
                # Two negations may agree ("no room left", "61 had no place"): not a denial then.
                strong = strong or bool(here and not negative)
                firm = True
            elif settles(sentence, words):
                firm = True
                covered = max(covered, len(here) / max(2, len(myth.loaded)))
            else:
                covered = max(covered, len(here) / max(2, len(myth.loaded)))
                borne = borne or len(here) >= 2
                hard = bool(here and stems & myth.subject) and holds(sentence, words["burden"])
                borne = borne or hard
                borne = borne or bool(in_both & found(sentence, words["groups"]))
        # "It closes in June. It reopens in September.": the second does not deny the first.
        weak = weak or (firm and not borne and bool(loaded or subject))
        partly = partly or borne
        strong = strong or opposed(rumour, unit.text, words)
        if len(loaded | subject) >= 2:
            strong = strong or _other_count(rumour, unit.text, language)
    if strong:
        return "misleading" if partly else "false"
    if covered >= HALF or (partly and not weak):
        return "borne_out"
    if weak:
        return "misleading"
    if any(pending(unit, words) for unit in units):
        return "pending"
    return "differs" if bears else "unsupported"
