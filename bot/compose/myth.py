"""The claim's own words, its neutral subject, and how the verified facts stand to it.

A rumour is never a source. All that is taken from it is (1) the words it must
not be helped along with, (2) the name of a neutral place it is about (a pool,
a school: never a group, never a person), and (3) its bearing on the facts:
is it contradicted, partly borne out, or simply not answered? "False" is said
only where a fact denies the claim in its own words. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from bot.compose.signals import flat, found, holds, near_start, without
from bot.compose.verified import Unit, counts, plain
from kb.text import content_words

#: How the claim stands beside the facts. "pending": the facts say that the
#: answer is still to come.
Standing = Literal["false", "misleading", "differs", "unsupported", "borne_out", "pending"]

#: A claim is borne out where one sentence of a fact holds half of its words.
HALF = 0.5

_TOKEN = re.compile(r"[^\W\d_][\w'’\-]{0,40}")
_JOINT = re.compile(r"[ \u00a0]{1,2}")


@dataclass(frozen=True)
class Topic:
    """The neutral place a rumour is about: in a sentence, and at the head of a line."""

    shown: str  #: "the Lindow Park pool"; in French with its preposition: "de la piscine"
    title: str  #: "Lindow Park pool", "Piscine"


@dataclass(frozen=True)
class Myth:
    loaded: frozenset[str]  #: stems that carry the claim
    subject: frozenset[str]  #: stems of its neutral subject and of names: may be used
    topic: Topic | None


def _names(text: str, words: Mapping[str, Any]) -> frozenset[str]:
    """Capitalised words inside a sentence: names, unless the rumour shouts."""
    names = set()
    for match in re.finditer(r"(?<=[\w,;] )[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ][\w\-]{0,40}", text):
        names.add(match.group())
    return frozenset(n for n in names if flat(n) not in _flat_list(words, "not_names"))


@cache
def _flattened(entries: tuple[str, ...]) -> frozenset[str]:
    return frozenset(flat(entry) for entry in entries)


def _flat_list(words: Mapping[str, Any], key: str) -> frozenset[str]:
    entries = words.get(key) or words.get("names", {}).get(key, [])
    return _flattened(tuple(entries))


@cache
def _place_pattern(entries: tuple[str, ...]) -> re.Pattern[str]:
    parts = (re.escape(flat(e)) for e in sorted(entries, key=len, reverse=True))
    return re.compile(rf"(?<![\w\-])(?:{'|'.join(parts)})(?![\w\-])")


class _Places:
    """Finds the places of a rumour with the names that stand beside them."""

    def __init__(self, text: str, language: str, words: Mapping[str, Any]) -> None:
        self.text, self.language, self.words = text, language, words
        letters = [c for c in text if c.isalpha()]
        self.shouted = sum(c.isupper() for c in letters) > 0.5 * max(1, len(letters))
        self.not_names = _flat_list(words, "not_names")
        self.joins = sorted(_flat_list(words, "joins"), key=len, reverse=True)

    def _is_name(self, token: str) -> bool:
        flattened = flat(token)
        return (
            not self.shouted
            and token[:1].isupper()
            and (token[1:2].islower() or "-" in token)
            and not token.endswith(("'s", "’s"))
            and flattened not in self.not_names
            and not holds(token, self.words["groups"])
            and not holds(token, self.words["group_places"])
        )

    def after(self, end: int) -> str:
        """The name that follows a place: " des Trois-Ponts", " at Lindow Park"."""
        rest = self.text[end : end + 120]
        lead = ""
        flattened = flat(rest)
        for join in self.joins:
            gap = "" if join.endswith("'") else " "
            if flattened.startswith(f" {join}{gap}"):
                lead = rest[: len(join) + 1 + len(gap)]
                break
        else:
            if self.language == "en" or not rest.startswith(" "):
                return ""
            lead = " "
        name, at = "", len(lead)
        for _ in range(3):
            match = _TOKEN.match(rest, at)
            if not match or not self._is_name(match.group()):
                break
            name += ("" if not name else " ") + match.group()
            space = _JOINT.match(rest, match.end())
            at = match.end()
            if not space:
                break
            at = space.end()
        if self.text[end + at : end + at + 2] in ("'s", "’s"):
            return ""
        return lead + name if name else ""

    def before(self, start: int) -> str:
        """The name that precedes a place in English: "Lindow Park " pool."""
        if self.language != "en":
            return ""
        tokens: list[str] = []
        at = start
        while len(tokens) < 3:
            match = re.search(r"([^\W\d_][\w'’\-]{0,40}) $", self.text[max(0, at - 45) : at])
            if not match or not self._is_name(match.group(1)):
                break
            at -= len(match.group())
            tokens.insert(0, match.group(1))
        opening = not self.text[:at].strip() or self.text[:at].rstrip()[-1:] in ".!?:;\"'“«([]"
        if opening and len(tokens) == 1 and not self._known(tokens[0]):
            return ""
        return " ".join(tokens) + " " if tokens else ""

    def _known(self, token: str) -> bool:
        """Is a word that opens a sentence a name after all, not "Heard" or "Our"?"""
        return not content_words(token, "en") <= _stems_of_list(
            tuple(self.words["light"]), self.language
        ) and bool(
            re.search(
                r"(?:side|ton|ham|dale|field|ford|bury|by|ley|wood|mouth|port|ville|burgh|wich|gate|well|view|brook|worth|stead|shire)$",
                token,
            )
        )

    def _compound(self, end: int) -> bool:
        """Is the word only the first half of another noun ("water bottles")?"""
        after = re.match(r" ([a-zà-ÿ]+)", self.text[end : end + 40])
        return after is not None and bool(content_words(after.group(1), self.language))

    def all(self) -> list[tuple[int, str, str, str, bool]]:
        """(start, name before, place, name after, needs a name) in the order of the text."""
        plain_places, named = self.words["places"], self.words["named_places"]
        entries = (*plain_places, *named)
        only_named = _flattened(tuple(named)) - _flattened(tuple(plain_places))
        loose = _flat_list(self.words, "loose_places")
        hits = []
        for match in _place_pattern(entries).finditer(flat(self.text)):
            place = self.text[match.start() : match.end()]
            before, after = self.before(match.start()), self.after(match.end())
            needs = flat(place) in only_named
            if flat(place) in loose and self._compound(match.end()):
                continue
            hits.append((match.start(), before, place, after, needs))
        return hits


@cache
def _stems_of_list(entries: tuple[str, ...], language: str) -> frozenset[str]:
    return content_words(" ".join(entries), language) | frozenset(entries)


def _topic(rumour: str, facts: str, language: str, words: Mapping[str, Any]) -> Topic | None:
    flat_facts = flat(facts)
    best: tuple[int, Topic] | None = None
    for _, before, place, after, needs in _Places(rumour, language, words).all():
        named = bool(before or after)
        if needs and not named:
            continue
        if needs and language == "en" and not (before or place[:1].isupper()):
            continue
        rank = 2 * named + (flat(place) in flat_facts) + (not needs)
        if best is None or rank > best[0]:
            best = (rank, _shown(before, place, after, language, words))
    return best[1] if best else None


def _shown(before: str, place: str, after: str, language: str, words: Mapping[str, Any]) -> Topic:
    if language == "fr":
        forms = {flat(k): v for k, v in {**words["named_places"], **words["places"]}.items()}
        names = {flat(k): k for k in (*words["named_places"], *words["places"])}
        title = names[flat(place)] + after
        return Topic(forms[flat(place)] + after, title[:1].upper() + title[1:])
    proper = before and place[:1].isupper()
    if not proper:
        entries = {flat(entry): entry for entry in (*words["named_places"], *words["places"])}
        place = entries[flat(place)]
    name = f"{before}{place}{after}"
    return Topic(name if proper else f"the {name}", name[:1].upper() + name[1:])


def read_myth(rumour: str, claim: str, facts: str, language: str, words: Mapping[str, Any]) -> Myth:
    """What the rumour's words are, and which of them may be used.

    ``claim`` is the part of the rumour that claims; mostly all of it.
    """
    topic = _topic(rumour, facts, language, words)
    stems = content_words(claim, language)
    light = _stems_of_list(tuple(words["light"]), language)
    carriers = _stems_of_list(tuple(words["carrier"]), language)
    subject = content_words(" ".join(_names(rumour, words)), language)
    groups = content_words(" ".join(found(rumour, words["groups"])), language)
    if topic:
        subject |= content_words(topic.shown, language)
    subject = (subject - groups) & (stems | subject)
    loaded = frozenset(s for s in stems if not s.isdigit()) - light - carriers - subject
    return Myth(loaded, frozenset(subject), topic)


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
