"""Corrections made within a line, or by a line of the same name: the old value goes.

"gym no, correction: hall", "next 9.45. no sorry 10.15", "1630 not 1600",
"route: A - B >> CHANGED: A - C", "STATUS (REVISED): open", "final count: 7 cars".
The corrections of whole facts stand in corrections.py; here it is the wording
of one line that says which of two values of the same sort is out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.brief.lines import Clause
from bot.brief.proper import addresses, places
from bot.brief.vocabulary import Vocabulary
from bot.figures import Figure, figures

Span = tuple[int, int, str]

_SORTS = {"time": "time", "phone": "phone", "number": "number", "date": "day", "weekday": "day"}
_ARROW = re.compile(r"[ \u00a0](?:>>+|=>|->|→|⇒)[ \u00a0]?")
_NOUN = r"(?P<noun>[^\W\d_]{4,20})"
_COUNT = re.compile(rf"(?<![\w.,:/])(?P<n>\d{{1,5}})[ \u00a0]{_NOUN}(?!\w)")
_COUNT_AFTER = re.compile(rf"(?<!\w){_NOUN}[ \u00a0]?:[ \u00a0](?P<n>\d{{1,5}})(?![\w.:/]|,\d)")
#: Nouns too general to say that two counts are of the same thing.
_GENERAL = frozenset(
    "people persons person personnes personne others other metres meters words mots hours heures "
    "minutes jours days weeks years months ans mois semaines times fois children enfants".split()
)


def held(notes: str, clauses: Sequence[Clause], words: Vocabulary) -> Iterator[Span]:
    """(start, end, "superseded") of values a line itself replaces."""
    lines: dict[int, tuple[int, int]] = {}
    for clause in clauses:  # what stands before the first clause is the clock of a log
        begin = clause.start
        if clause.label and clause.label_at[0] >= clause.sentence[0]:
            begin = clause.label_at[0]
        a, b = lines.get(clause.line, (begin, clause.end))
        lines[clause.line] = (min(a, begin), max(b, clause.end))
    for start, end in lines.values():
        yield from _in_line(notes, start, end, words)
    yield from _same_label(clauses, words)
    yield from _updated_at_once(notes, clauses, words)
    for match in words.pattern("from_to").finditer(notes):
        yield match.start(), match.end(), "superseded"
    yield from _recounted(notes, clauses, words)
    yield from _same_opening(notes, clauses, words)
    yield from _found_again(notes, clauses, words)
    for match in words.pattern("spelled").finditer(notes):
        yield match.start(), match.end(), "spelled"


def _same_opening(notes: str, clauses: Sequence[Clause], words: Vocabulary) -> Iterator[Span]:
    """ "relief centre at the hall", later "relief centre moved": the earlier line goes."""
    seen: dict[tuple[str, str], list[Clause]] = {}
    for clause in clauses:
        tokens = re.findall(r"[^\W_]{2,}", notes[clause.start : clause.start + 60])
        if len(tokens) < 2 or not clause.first:
            continue
        key = (tokens[0].casefold(), tokens[1].casefold())
        opening = notes[clause.start : min(clause.end, clause.start + 60)]
        if key in seen and words.found("changed", opening):
            for old in seen.pop(key):
                yield old.start, old.end, "superseded"
        seen.setdefault(key, []).append(clause)


def _found_again(notes: str, clauses: Sequence[Clause], words: Vocabulary) -> Iterator[Span]:
    """ "1 unaccounted for" no longer holds once nobody is missing."""
    lost: list[Clause] = []
    for clause in clauses:
        text = notes[clause.start : clause.end]
        if words.found("found_again", text):
            for old in lost:
                if old.line < clause.line:
                    yield old.start, old.end, "superseded"
            lost = []
        elif words.found("missing_words", text):
            lost.append(clause)


def _in_line(notes: str, start: int, end: int, words: Vocabulary) -> Iterator[Span]:
    text = notes[start:end]
    found = figures(text, words.language)
    for cue in words.pattern("rewrite").finditer(text):
        old = _before(text, cue.start(), cue.end(), found, words)
        if old:
            yield start + old[0], start + cue.end(), "superseded"
    for cue in words.pattern("not_the_old").finditer(text):
        new = [f for f in found if f.end <= cue.start() and cue.start() - f.end <= 2]
        old_one = [f for f in found if f.start == cue.end()]
        alike = (
            new
            and old_one
            and (
                new[-1].kind == old_one[0].kind
                or (new[-1].kind == "phone" and old_one[0].kind == "number")
            )
        )
        if alike:
            yield start + cue.start(), start + old_one[0].end, "superseded"
            yield from _everywhere(notes, old_one[0], start, words)
    for arrow in _ARROW.finditer(text):
        after = text[arrow.end() : arrow.end() + 40]
        if words.pattern("changed").match(after):
            colon = text.rfind(":", 0, arrow.start())
            yield start + max(colon + 1, 0), start + arrow.end(), "superseded"


def _everywhere(notes: str, old: Figure, before: int, words: Vocabulary) -> Iterator[Span]:
    """The old time or number again in an earlier line."""
    if old.kind not in ("time", "phone"):
        return
    for figure in figures(notes[:before], words.language):
        if figure.kind == old.kind and figure.value == old.value and len(old.text) >= 4:
            yield figure.start, figure.end, "superseded"


def _before(
    text: str, cue: int, after: int, found: Sequence[Figure], words: Vocabulary
) -> tuple[int, int] | None:
    """The value before the cue of the sort that follows it."""
    lead = text[after : after + 40]
    coming = [f for f in found if after <= f.start <= after + 25]
    if coming and (sort := _SORTS.get(coming[0].kind)):
        earlier = [f for f in found if f.end <= cue and _SORTS.get(f.kind) == sort]
        if earlier and cue - earlier[-1].end <= 40:
            return earlier[-1].start, earlier[-1].end
    spots = [*places(lead, words, guess=False), *addresses(lead, words)]
    if spots and min(s.start for s in spots) <= 12:
        old = [*places(text[:cue], words, guess=False), *addresses(text[:cue], words)]
        old = [o for o in old if cue - o.end <= 25]
        if old:
            last = max(old, key=lambda o: o.end)
            return last.start, last.end
    return None


def _updated_at_once(notes: str, clauses: Sequence[Clause], words: Vocabulary) -> Iterator[Span]:
    """ "closed - UPDATED: open from 2pm": what stands before on the line."""
    last: Clause | None = None
    for clause in clauses:
        label = clause.label.strip()
        own = clause.label_at[0] >= clause.sentence[0]
        same = last is not None and last.line == clause.line and own and bool(label)
        if last is not None and same and words.pattern("changed").fullmatch(label):
            yield last.start, last.end, "superseded"
        last = clause


def _same_label(clauses: Sequence[Clause], words: Vocabulary) -> Iterator[Span]:
    """ "STATUS: closed" and later "STATUS (REVISED): open": the first goes."""
    earlier: dict[str, list[Clause]] = {}
    for clause in clauses:
        bare = re.sub(r"\([^)]*\)", "", clause.label)
        if not clause.label or words.found("authority", bare):
            continue
        name = words.pattern("changed").sub("", bare).strip(" -:\u00a0").casefold()
        changed = words.found("changed", clause.label)
        if changed and name in earlier:
            for old in earlier.pop(name):
                if old.line != clause.line:
                    yield old.sentence[0], old.end, "superseded"
        earlier.setdefault(name, []).append(clause)


def _recounted(notes: str, clauses: Sequence[Clause], words: Vocabulary) -> Iterator[Span]:
    """ "9 cars burnt", later "final count: 7 cars": the first figure goes."""
    seen: dict[str, list[tuple[int, int, str, int]]] = {}
    for clause in clauses:
        start = clause.sentence[0]
        text = notes[start : clause.end]
        cue = words.found("recount", text) or words.found("recount", clause.label)
        for pattern in (_COUNT, _COUNT_AFTER):
            for match in pattern.finditer(text):
                noun = match["noun"].casefold().rstrip("s")
                if noun in _GENERAL or noun + "s" in _GENERAL:
                    continue
                row = (start + match.start(), start + match.end(), match["n"], clause.line)
                if cue:
                    for a, b, number, line in seen.get(noun, []):
                        if number != match["n"] and line < clause.line:
                            yield a, b, "superseded"
                    seen[noun] = []
                seen.setdefault(noun, []).append(row)
