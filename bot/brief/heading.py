"""The head of the notes: which town, which day, whose desk. Never a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.brief.found import Found
from bot.brief.kinds import kind_of, without_brackets
from bot.brief.lines import Clause, trimmed
from bot.brief.proper import RUN, is_place_or_body, places
from bot.brief.vocabulary import Vocabulary
from bot.figures import figures
from kb.text import stop_words

_TOKEN = re.compile(r"[^\W_][\w'’\-]*")


def is_heading(text: str, words: Vocabulary) -> bool:
    """Only names, figures and words of the office: no clause that says something."""
    if len(text) > 220:
        return False
    if re.match(r"(?i)(?:objet|subject|betreff|emne|re|fwd?)\s?:", text):
        return True
    rest = list(text)
    found = figures(text, words.language)
    for figure in found:
        rest[figure.start : figure.end] = " " * (figure.end - figure.start)
    plain = words.pattern("today").sub(" ", "".join(rest))
    plain = words.pattern("town_org").sub(" ", plain)
    desk = words.pattern("desk")
    left = [
        t
        for t in _TOKEN.findall(plain)
        if not t[0].isupper() and not desk.fullmatch(t) and len(t) > 2
    ]
    if any(f.kind in ("phone", "link", "money", "reference") for f in found):
        return False
    dated = any(f.kind in ("date", "weekday") for f in found)
    office = bool(words.found("town_org", text) or words.found("org_of", text)) or bool(
        re.search(r"(?i)\b(?:from|to|de|fwd|objet|subject|re)\s?:", text)
    )
    event = any(
        r.name in ("event", "harm", "no_harm", "arrest") and r.holds(text) for r in words.kinds
    )
    if event and not office:
        return False
    if dated or office:
        return len(left) <= 3
    tokens = _TOKEN.findall(text)
    plain_words = stop_words(words.language)
    return (
        not left and len(tokens) <= 9 and bool(tokens) and tokens[0].casefold() not in plain_words
    )


def head(notes: str, clauses: Sequence[Clause], words: Vocabulary) -> tuple[int, int]:
    """Where the heading begins and ends: (0, 0) if the notes have none."""
    begin, end = 0, 0
    last = clauses[min(len(clauses), 8) - 1].line if clauses else 0
    checked, line = 0, -1
    for clause in clauses[:8]:
        start, stop = clause.sentence
        if clause.quoted or clause.line > min(last, clauses[0].line + 1):
            break
        if start < end:
            continue
        text = notes[start:stop]
        if clause.clock and clause.clock_at[0] < start:
            break
        goes_on = end and clause.line == line and kind_of(text, words) == "context"
        if not is_heading(text, words) and not (goes_on and len(text.split()) <= 7):
            break
        line = clause.line
        if not end:
            begin = start
        end = stop
        checked += 1
        if checked == 4:
            break
    return begin, end


def heading_facts(
    notes: str, begin: int, end: int, clause: Clause, words: Vocabulary
) -> list[Found]:
    """The heading as context with town and date, and whose festival or service it names."""
    start, stop = trimmed(notes, begin, end)
    text = notes[start:stop]
    fact = Found(start, stop, "context", clause, text)
    fact.slots["heading"] = text
    if span := town_in(text, words):
        fact.slots["town"] = text[slice(*span)]
    dated = [f for f in figures(text, words.language) if f.kind in ("weekday", "date")]
    if dated:
        last = dated[0].end
        for figure in dated[1:]:
            if figure.start <= last + 2:
                last = figure.end
        fact.slots["date"] = text[dated[0].start : last]
    where = [p for p in places(text, words, guess=False) if p.text != fact.slots.get("town")]
    where = [p for p in where if not words.found("town_org", p.text)]
    if where:
        fact.slots["place"] = where[0].text
    found = [fact]
    for part in re.finditer(r"[^,.;()\n]+", text):
        a, b = trimmed(text, *part.span())
        piece = text[a:b]
        if words.found("community", piece) and words.found("occasion", piece):
            fact.slots["occasion"] = piece
            found.append(
                Found(start + a, start + b, "affected", clause, piece, slots={"community": piece})
            )
        elif words.found("occasion", piece):
            fact.slots.setdefault("occasion", piece)
    return found


def town_in(text: str, words: Vocabulary) -> tuple[int, int] | None:
    """Where the name of the town stands in a heading."""
    if match := re.search(
        rf"(?P<o>(?i:{'|'.join(words.entries('org_of'))}))\s?(?P<t>{RUN.pattern})", text
    ):
        return match.span("t")
    org = words.pattern("town_org")
    text = without_brackets(text)
    for run in RUN.finditer(text):
        cut = org.search(run.group())
        if cut and cut.start() > 1:
            name = run.group()[: cut.start()].rstrip()
            first = _skip(name, words)
            if name[first:]:
                return run.start() + first, run.start() + len(name)
        if not cut and org.match(text[run.end() :].lstrip()):
            first = _skip(run.group(), words)
            if run.group()[first:]:
                return run.start() + first, run.end()
    for run in RUN.finditer(text):
        first = _skip(run.group(), words)
        name = run.group()[first:]
        if not name or words.found("official", name) or words.found("authority", name):
            continue
        before = text[: run.start() + first].rstrip()
        if re.search(r"(?i)\b(?:from|de|to|à l'attention de|für|an)\s?:?$", before) and before:
            continue
        return run.start() + first, run.end()
    return None


def _skip(run: str, words: Vocabulary) -> int:
    """Leading words of a run that name an office or a day: "URGENT CONFIDENTIAL", "Note DirCab"."""
    at = 0
    desk, org = words.pattern("desk"), words.pattern("town_org")
    for token in re.finditer(r"\S+", run):
        word = token.group().strip(".,")
        shout = word.isupper() and len(word) > 3 and desk.fullmatch(word)
        if desk.fullmatch(word) or shout or org.fullmatch(word) or figures(word, words.language):
            at = token.end()
        else:
            break
    return at + (len(run[at:]) - len(run[at:].lstrip()))


def town_of_event(text: str, words: Vocabulary) -> tuple[int, int] | None:
    """The town as the last "in X" of a sentence, where no heading names it."""
    joined = "|".join(re.escape(w) for w in words.entries("town_before"))
    found = None
    for match in re.finditer(rf"\b(?i:{joined})[ \u00a0](?P<t>{RUN.pattern})", text):
        if not is_place_or_body(match["t"], words) and not figures(match["t"], words.language):
            found = match.span("t")
    return found
