"""What nobody stands for, and what is not for outside: whole clauses and remarks.

Hearsay is heard by its source ("a neighbour", "talkback radio", "il paraît");
a remark to colleagues by its own words ("so you know", "pas l'écrire"), which
mostly stand right behind what they are about. A proposal that was refused, a
colleague's outburst that is "not our position" and words nobody wants ("not
'if anyone was offended'") go with them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from bot.brief.lines import Clause, brackets, pieces, quotations
from bot.brief.proper import addresses
from bot.brief.vocabulary import Vocabulary

#: A remark this short says nothing beside what it is about.
REMARK = 7

Span = tuple[int, int, str]


def held(notes: str, clauses: Sequence[Clause], words: Vocabulary) -> Iterator[Span]:
    """(start, end, reason) of everything this module keeps inside."""
    last: Clause | None = None
    for clause in clauses:
        yield from _hearsay(notes, clause, words)
        yield from _remarks(notes, clause, last, words)
        yield from _interest(notes, clause, words)
        last = clause
    yield from _disowned(notes, clauses, words)
    yield from _homes(notes, clauses, words)
    yield from _unwanted_words(notes, words)
    yield from _unmentionable(notes, clauses, words)


def _hearsay(notes: str, clause: Clause, words: Vocabulary) -> Iterator[Span]:
    text = notes[clause.start : clause.end]
    cue = words.found("hearsay_claim", text)
    if not cue and clause.label:
        cue = words.found("hearsay_claim", f"{clause.label} : {text}")
    if not cue or words.found("ours", text[: cue.end()]):
        return
    spared = any(
        r.name in ("dont", "no_harm", "next_update", "wish") and r.holds(text) for r in words.kinds
    )
    if spared or words.found("denies_rumour", text) or words.found("corrections.cue", text[:20]):
        return
    yield clause.start, clause.end, "rumour"


def _remarks(notes: str, clause: Clause, last: Clause | None, words: Vocabulary) -> Iterator[Span]:
    """ "... (pas l'écrire)", "..., keep that out", "... . obvs not for press"."""
    start, end = clause.start, clause.end
    text = notes[start:end]
    for a, b in brackets(text):
        inside = text[a + 1 : b - 1].strip(" .!")
        asked = (words.pattern(key).fullmatch(inside) for key in ("keep_inside", "dont_use"))
        if any(asked):
            before = [p for p in pieces(notes, start, start + a) if p[0] < start + a]
            yield (before[-1][0] if before else start), start + b, "private"
    parts = pieces(notes, start, end)
    for at, (a, b) in enumerate(parts):
        tail = at and words.pattern("keep_tail").match(notes, a, b)
        if not tail and not words.pattern("keep_inside").match(notes, a, b):
            continue
        yield a, b, "private"
        if at:
            yield parts[at - 1][0], parts[at - 1][1], "private"
        elif last is not None and last.line == clause.line:
            yield last.start, last.end, "private"
    marked = words.found("not_outside", text)
    if marked and len(text.split()) <= REMARK:
        yield start, end, "private"
        if last is not None and last.line == clause.line:
            yield last.start, last.end, "private"
    elif marked:
        yield start, end, "private"


def _interest(notes: str, clause: Clause, words: Vocabulary) -> Iterator[Span]:
    """ "PERSON OF INTEREST: ...": whatever follows leads to somebody not charged."""
    if clause.label and words.pattern("of_interest").match(clause.label):
        yield clause.start, clause.end, "attacker"


def _disowned(notes: str, clauses: Sequence[Clause], words: Vocabulary) -> Iterator[Span]:
    """A line whose quotation is refused or is nobody's but the speaker's."""
    spans = quotations(notes)
    starts = sorted(c.start for c in clauses)
    for line in re.finditer(r"[^\n]+", notes):
        a, b = line.span()
        inside = [s for s in spans if a <= s[0] < b]
        if not inside:
            continue
        after = notes[inside[-1][1] : b][:80]
        if words.found("refused_words", after):
            yield _begins(starts, a, inside[-1][0]), inside[-1][1], "withdrawn-quote"
        elif words.found("not_our_view", after):
            yield _begins(starts, a, inside[-1][0]), inside[-1][1], "colleague"


def _begins(starts: Sequence[int], line: int, quote: int) -> int:
    """Where the clause that leads to a quotation begins, on its own line."""
    at = bisect_right(starts, quote) - 1
    return max(line, starts[at]) if at >= 0 else line


def _homes(notes: str, clauses: Sequence[Clause], words: Vocabulary) -> Iterator[Span]:
    """ "privacy at the house on Fenn Road": the street of those who ask to be left alone."""
    for clause in clauses:
        text = notes[clause.start : clause.end]
        wished = any(r.name == "wish" and r.holds(text) for r in words.kinds)
        if wished and words.found("home", text) and words.found("private_life", text):
            for place in addresses(text, words):
                yield clause.start + place.start, clause.start + place.end, "victim-data"


def _unwanted_words(notes: str, words: Vocabulary) -> Iterator[Span]:
    """ "real apologies, not 'if anyone was hurt'": the words nobody wants to read."""
    for start, end in quotations(notes):
        lead = notes[max(0, start - 30) : start]
        cue = list(words.pattern("banned_before").finditer(lead))
        if cue and not lead[cue[-1].end() :].strip(" :\u00a0"):
            yield max(0, start - 30) + cue[-1].start(), end, "private"


def _unmentionable(notes: str, clauses: Sequence[Clause], words: Vocabulary) -> Iterator[Span]:
    """A home or school that asks not to be mentioned: every clause that mentions it."""
    asked = words.pattern("not_mentioned")
    nouns = {
        m["noun"].casefold()
        for m in asked.finditer(notes[:60_000])
        if any(
            words.pattern(k).fullmatch(m["noun"])
            for k in ("place_head", "place_noun", "place_common")
        )
    }
    for noun in sorted(nouns)[:5]:
        said = re.compile(rf"(?<!\w){re.escape(noun)}(?!\w)", re.I)
        for clause in clauses:
            if said.search(notes, clause.start, clause.end):
                yield clause.start, clause.end, "wrongly-accused"
