"""Who writes which line: chat senders, speakers in minutes, clocks without a colon.

An exported chat, the minutes of a call and a duty log all put something before
the words: "[06:12] Priya:", "Prigent ->", "1406". None of it is part of what
is said. A sender is a colleague and stays inside; a speaker whom the notes
introduce with an office ("lieutenant Yann Prigent") speaks with that office.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.brief.vocabulary import Vocabulary
from bot.figures import figures

_GAP = r"[ \u00a0]"
_CAP = r"[A-ZÀ-ÖØ-Þ][\w'’.\-]*"
_FOUR = r"(?:[01]\d|2[0-3])[0-5]\d"
_HEAD_FOUR = re.compile(
    rf"\[?(?P<clock>{_FOUR})(?:{_GAP}?(?:hrs?|hours|h|Z)(?!\w))?\]?"
    rf"(?:{_GAP}?[:–—|-]{_GAP}*|{_GAP}+)(?=\S)"
)
_STAMP = re.compile(
    rf"\[(?P<inner>[^\]\n]{{3,30}})\]{_GAP}*"
    rf"|(?P<bare>\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}},?{_GAP}\d{{1,2}}[:.h]\d{{2}}(?::\d{{2}})?"
    rf"(?:{_GAP}?[ap]\.?m\.?)?){_GAP}?[-–]{_GAP}"
)
_WHO = re.compile(
    rf"(?P<who>~?{_GAP}?(?:{_CAP})(?:{_GAP}(?:{_CAP}|&)){{0,3}})"
    rf"(?P<desk>{_GAP}?\([^()\n]{{1,40}}\))?{_GAP}?(?P<joint>:|->|=>|→|—>){_GAP}*(?=\S)"
)
#: "Priya, 06:12:" and "Priya 06:12:": the time after the name.
_WHO_WHEN = re.compile(
    rf"(?P<who>(?:{_CAP})(?:{_GAP}(?:{_CAP})){{0,2}}),?{_GAP}\(?"
    rf"(?P<clock>\d{{1,2}}[:.h]\d{{2}}(?:{_GAP}?[ap]\.?m\.?)?)\)?{_GAP}?:{_GAP}+(?=\S)"
)
_BULLETED = re.compile(r"(?m)^[ \t]*(?:[-*•·–][ \t]+)?(?=\S)")
#: So many lines that begin with a clock of four digits make a log of that style.
FOUR = 3


@dataclass(frozen=True)
class Opening:
    """What stands before the words of a line, and where the words begin."""

    begin: int
    clock: str = ""
    clock_at: tuple[int, int] = (0, 0)
    label: str = ""  #: the office of a speaker, as the notes introduce it
    label_at: tuple[int, int] = (0, 0)
    sender: str = ""  #: a colleague who writes; never part of a fact


@dataclass
class Turns:
    """The style of one set of notes: is it a chat, are there minutes, which clocks."""

    notes: str
    words: Vocabulary
    four_digits: bool = False
    repeated: frozenset[str] = frozenset()
    _offices: dict[str, tuple[str, tuple[int, int]]] = field(default_factory=dict)

    def opening(self, start: int, end: int) -> Opening | None:
        """What opens the line ``notes[start:end]``, or None if nothing special does."""
        at, clock, clock_at = start, "", (0, 0)
        stamped = False
        if self.four_digits and (four := _HEAD_FOUR.match(self.notes, start, end)):
            at, clock, clock_at = four.end(), four["clock"], four.span("clock")
        elif (stamp := _STAMP.match(self.notes, start, end)) and self._is_time(stamp):
            name = "inner" if stamp["inner"] else "bare"
            at, clock, clock_at = stamp.end(), stamp[name], stamp.span(name)
            stamped = True
        elif (late := _WHO_WHEN.match(self.notes, start, end)) and self._is_colleague(late["who"]):
            return Opening(late.end(), late["clock"], late.span("clock"), sender=late["who"])
        who = _WHO.match(self.notes, at, end)
        if who and who.end() < end:
            name = who["who"].strip(" ~\u00a0")
            # An arrow after anything but a name is no speaker: "Closed -> open".
            known = self._office(name) if self._is_name(name) else ("", (0, 0))
            arrow = who["joint"] != ":"
            alone = " " not in name  # a surname the notes have introduced
            if known[0] and (arrow or stamped or alone or name in self.repeated):
                return Opening(who.end(), clock, clock_at, *known)
            chatty = stamped or arrow or name in self.repeated
            if chatty and self._is_colleague(name):
                return Opening(who.end(), clock, clock_at, sender=name)
        return Opening(at, clock, clock_at) if at > start else None

    def _is_time(self, stamp: re.Match[str]) -> bool:
        text = stamp["inner"] or stamp["bare"]
        return any(f.kind == "time" for f in figures(text, self.words.language))

    def _is_name(self, name: str) -> bool:
        return not any(f.kind in ("weekday", "date", "month") for f in figures(name))

    def _is_colleague(self, name: str) -> bool:
        """A bare name: no office, no service, no word that labels a line."""
        if len(name.split()) > 3 or (name.isupper() and len(name) > 4):
            return False
        keys = ("authority", "official", "mayor", "attacker", "victim", "rumour", "place_common")
        if any(self.words.found(key, name) for key in keys):
            return False
        if any(rule.any.match(name) for rule in self.words.labels):
            return False
        if self.words.pattern("desk").fullmatch(name.split()[0]):
            return False
        taken = ("corrections.label", "corrections.cue", "words.org", "place_noun")
        tokens = name.split()
        return self._is_name(name) and not any(
            self.words.pattern(key).fullmatch(token) for key in taken for token in tokens
        )

    def _office(self, name: str) -> tuple[str, tuple[int, int]]:
        """ "lieutenant Yann Prigent" for "Prigent", where the notes say so somewhere."""
        if name not in self._offices:
            found: tuple[str, tuple[int, int]] = ("", (0, 0))
            official = self.words.pattern("official").pattern
            pattern = re.compile(
                rf"(?:{official})\.?{_GAP}(?:(?:Mme|M\.|Mr|Mrs|Ms){_GAP})?"
                rf"(?-i:(?:{_CAP}){_GAP}){{0,2}}{re.escape(name)}(?!\w)",
                re.I,
            )
            if len(name) > 2 and (match := pattern.search(self.notes)):
                found = (match.group(), match.span())
            self._offices[name] = found
        return self._offices[name]


def turns(notes: str, words: Vocabulary) -> Turns:
    """Read the style of the notes once, before they are cut."""
    found = Turns(notes, words)
    fours = 0
    counted: dict[str, int] = {}
    for line in _BULLETED.finditer(notes):
        at = line.end()
        if four := _HEAD_FOUR.match(notes, at):
            fours += 1
            at = four.end()
        elif stamp := _STAMP.match(notes, at):
            at = stamp.end()
        elif clock := re.compile(r"\d{1,2}[:.h]\d{2}[ \u00a0–-]+").match(notes, at):
            at = clock.end()
        if who := _WHO.match(notes, at):
            name = who["who"].strip(" ~\u00a0")
            counted[name] = counted.get(name, 0) + 1
    found.four_digits = fours >= FOUR
    found.repeated = frozenset(name for name, times in counted.items() if times >= 2)
    return found
