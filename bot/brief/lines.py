"""Cuts notes into clauses, each with its place in the notes; nothing is rewritten.

Staff type prose, bullets, logs ("19:40 ambulance: ..."), "Label: value" lines
and mixtures. A clause is the narrowest stretch that still says one thing by
itself. What stands in quotation marks or brackets is never cut through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.brief.turns import turns
from bot.brief.vocabulary import Vocabulary
from bot.figures import figures
from kb.text import ABBREVIATIONS

#: A clause longer than this is cut at the next space: no sentence of a note is.
LONGEST = 1500
#: Lines never longer than this were broken by a mail program, not by the writer.
WRAPPED = 92

_BULLET = re.compile(
    r"[ \t]*(?:[-*•·–—▪●‣]+[ \t]+|\(?\d{1,2}[.)][ \t]+|>+[ \t]*|\[[ xX]?\][ \t]*)*"
)
_CLOCK = (
    r"\d{1,2}(?:[:.h]\d{2}|[ \u00a0]?h[ \u00a0]?\d{2}(?!\d)|[ \u00a0]?h)"
    r"(?:[ \u00a0]?[ap]\.?m\b\.?)?"
)
_LOGGED = re.compile(
    rf"(?P<clock>(?:[^\W\d_]{{2,9}}\.?[ \u00a0])?{_CLOCK}(?:[ \u00a0]?[–-][ \u00a0]?{_CLOCK})?)"
    r"[ \u00a0]?(?::|[–—-]|\||[ \u00a0])[ \u00a0]*"
)
_STOP = re.compile(
    r"[.!?…]+(?:[\"'”»)\]]|[ \u00a0\u202f][»”])*(?=\s|$)|;(?=\s)"
    r"|[ \t]+(?:--|[-–—|])[ \t]+|[ \t]+//[ \t]+"
)
#: In a dictated memo a hesitation parts what is said.
_SPOKEN_STOP = re.compile(
    _STOP.pattern + r"|,?[ \t]+(?:(?:okay|ok|and|so|what else|alors|donc|et|bon|voilà)[ \t]+){0,2}"
    r"(?:um+|uh+|erm?|euh|hmm?)(?:[ \t]+(?:so|and|alors|donc|et|what else))?,?[ \t]+",
    re.I,
)
_HESITATIONS = re.compile(r"(?<!\w)(?:um+|uh+|erm|euh|hmm)(?!\w)", re.I)
#: After these a full stop ends the sentence if a capital follows.
_RANKS = frozenset("cst sgt insp supt cpl det lt adj cdt col brig capt".split())
_SOFT = frozenset(
    [
        "rd",
        "ave",
        "blvd",
        "etc",
        "hab",
        "no",
        "nos",
        "al",
        "p.m",
        "a.m",
        "env",
        "approx",
        "incl",
        "vs",
        "app",
    ]
)
#: Single marks, told from apostrophes by what stands around them.
_SINGLE = re.compile(
    r"(?<![\w'])'(?!til\b|em\b|cause\b|n\b|\d|\s)(?:[^'\n]|(?<=\w)'(?=\w)){1,120}(?<![\s'])'(?!\w)"
    r"|‘(?:[^‘’\n]|(?<=\w)’(?=\w)){1,160}’(?!\w)"
)
_MARKS = {"“": "”", "«": "»", "„": "“”", '"': '"', "‹": "›"}
OPENING = ('"', "“", "«", "„", "‘", "'")
_NOISE = re.compile(r"%\(|\{[^}]{0,40}\}|\$\{|<[a-z!/][^>]{0,200}>|\{%", re.I)


@dataclass(frozen=True)
class Clause:
    """``notes[start:end]`` without label and clock, and where it was found."""

    start: int
    end: int
    sentence: tuple[int, int]  #: the sentence around it, label included
    line: int
    label: str = ""
    label_at: tuple[int, int] = (0, 0)
    clock: str = ""  #: a time, day or both at the head of the line, as typed
    clock_at: tuple[int, int] = (0, 0)
    quoted: bool = False  #: stands in a ">" block
    first: bool = False  #: the first clause of its line
    sender: str = ""  #: the colleague who wrote the line in a chat


@dataclass(frozen=True)
class Line:
    start: int
    end: int
    number: int
    quoted: bool
    bullet: bool


def quotations(text: str) -> list[tuple[int, int]]:
    """(start, end) of everything in quotation marks on one line, marks included."""
    spans: list[tuple[int, int]] = []
    hopeless: set[tuple[str, int]] = set()
    at, line, size = 0, 0, len(text)
    line_end = text.find("\n")
    line_end = size if line_end < 0 else line_end
    opening = re.compile("[" + "".join(_MARKS) + "]")
    while match := opening.search(text, at):
        start = match.start()
        while start > line_end:
            line += 1
            following = text.find("\n", line_end + 1)
            line_end = size if following < 0 else following
        mark = match.group()
        at = start + 1
        if (mark, line) in hopeless:
            continue
        ends = [e for c in _MARKS[mark] if (e := text.find(c, start + 1, line_end)) > 0]
        if not ends:
            hopeless.add((mark, line))
        elif min(ends) > start + 1:
            spans.append((start, min(ends) + 1))
            at = min(ends) + 1
    for match in _SINGLE.finditer(text):
        if not any(a < match.end() and match.start() < b for a, b in spans):
            spans.append(match.span())
    return sorted(spans)


def brackets(text: str) -> list[tuple[int, int]]:
    """(start, end) of every outermost pair of round brackets on one line."""
    spans, depth, start = [], 0, 0
    for match in re.finditer(r"[()\n]", text):
        mark = match.group()
        if mark == "\n":
            depth = 0
        elif mark == "(":
            depth += 1
            if depth == 1:
                start = match.start()
        elif depth:
            depth -= 1
            if not depth:
                spans.append((start, match.end()))
    return spans


def masked(text: str) -> str:
    """``text`` with quoted and bracketed characters blotted out, offsets kept.

    The full stop at the end of a quotation stays: it may end the sentence.
    """
    quoted = quotations(text)
    out = list(text)
    for start, end in quoted:
        stop = end - 1
        while stop > start + 1 and text[stop - 1] in ".!?… \u00a0\u202f":
            stop -= 1
        out[start + 1 : stop] = "x" * (stop - start - 1)
    for start, end in brackets("".join(out)):
        out[start + 1 : end - 1] = "x" * (end - start - 2)
    return "".join(out)


def lines(notes: str) -> list[Line]:
    """The lines of the notes; a line a mail program broke is put together again."""
    found: list[Line] = []
    rows = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", notes)]
    wrapped = bool(rows) and max(end - start for start, end in rows) <= WRAPPED
    for number, (start, end) in enumerate(rows):
        raw = notes[start:end]
        head = _BULLET.match(raw)
        begin = start + (head.end() if head else 0)
        while end > begin and notes[end - 1].isspace():
            end -= 1
        if begin >= end:
            continue
        marks = notes[start:begin].strip()
        line = Line(begin, end, number, marks.startswith(">"), bool(marks))
        last = found[-1] if found else None
        if (
            wrapped
            and last
            and not line.bullet
            and notes[last.end : start].strip(" \t\r") == "\n"
            and last.end - last.start >= 55
            and notes[begin].islower()
            and notes[last.end - 1] not in ".!?:;"
        ):
            found[-1] = replace(last, end=end)
        else:
            found.append(line)
    return found


def _goes_on(text: str, stop: re.Match[str]) -> bool:
    """Is this full stop part of an abbreviation, an initial or a number?"""
    if stop.group()[0] != ".":
        return False
    before = re.search(r"(\S{1,24})$", text[max(0, stop.start() - 24) : stop.start()])
    word = before.group(1).strip("(«\"'“").casefold() if before else ""
    after = text[stop.end() : stop.end() + 24].lstrip()
    if word in _RANKS:
        return True
    if word in _SOFT:
        return not after[:1].isupper() or any(
            f.start == 0 and f.kind in ("weekday", "month", "date") for f in figures(after[:12])
        )
    if len(word) == 1 and word.isalpha() and word not in "iyaàhm":
        return True
    return word in ABBREVIATIONS and word not in ("no", "fr", "hr")


def _sentences(
    blotted: str, start: int, end: int, dictated: bool = False
) -> Iterator[tuple[int, int]]:
    at = start
    for stop in (_SPOKEN_STOP if dictated else _STOP).finditer(blotted, start, end):
        if stop.start() < at or _goes_on(blotted, stop):
            continue
        # "Worried? Call ...": the question is the first half of the sentence.
        if (
            stop.group()[0] == "?"
            and len(blotted[at : stop.start()].split()) <= 4 < end - stop.end()
        ):
            continue
        dash = stop.group().strip() in ("-", "–", "—", "--", "|")
        if dash and blotted[stop.start() - 1].isdigit() and blotted[stop.end()].isdigit():
            continue
        pause = dictated and stop.group()[-1:] in " \t" and stop.group()[0] not in ".!?…;"
        yield at, stop.start() if dash or pause or stop.group() == ";" else stop.end()
        at = stop.end()
    if at < end:
        yield at, end


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space, closing punctuation or leading joints at its ends."""
    while start < end and (text[start].isspace() or text[start] in ",;:.!?-–—)]…|*_#"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:-–—([|*_"):
        end -= 1
    if end - start > 2 and text[end - 1] == "." and text[end - 2] not in '.”»"':
        word = re.search(r"(\S{1,24})\.$", text[max(start, end - 25) : end])
        if not word or word.group(1).casefold() not in ABBREVIATIONS:
            end -= 1
    return start, end


def _colon(blotted: str, start: int, end: int) -> int:
    """Where the first colon stands that could close a label, or -1."""
    for match in re.finditer(r"[ \u00a0\u202f]?:(?=\s|[\"“«„]|$)", blotted[start:end]):
        return start + match.start()
    return -1


def _when(text: str, vocabulary: Vocabulary) -> bool:
    """Does the text hold only times, days and dates ("6:05 pm today Thursday Feb 26")?"""
    rest = list(text)
    for figure in figures(text, vocabulary.language):
        if figure.kind in ("time", "date", "weekday"):
            rest[figure.start : figure.end] = " " * (figure.end - figure.start)
    left = vocabulary.pattern("today").sub(" ", "".join(rest))
    return left != text and not re.search(r"\w{2,}", left)


def _is_label(label: str, quoted: bool, vocabulary: Vocabulary) -> bool:
    bare = re.sub(r"\([^)]*\)", "", label)
    if len(label) > 90 or len(bare.split()) > 9:
        return False
    ending = re.search(r"(\S+(?:\s\S+){0,2})\s*$", bare)
    if not quoted and vocabulary.found("authority", bare):
        return True
    if ending:
        for match in vocabulary.pattern("say").finditer(ending.group(1)):
            if match.end() == len(ending.group(1)) and not vocabulary.found(
                "corrections.chatter", ending.group(1)
            ):
                return False
    return True


def clauses(notes: str, vocabulary: Vocabulary) -> list[Clause]:
    """The clauses of the notes, in order."""
    blotted = masked(notes)
    style = turns(notes, vocabulary)
    dictated = len(_HESITATIONS.findall(notes)) >= 3
    found: list[Clause] = []
    carried, carried_at = "", (0, 0)  # a label alone on its line, for the bullets below it
    last_end = 0
    for line in lines(notes):
        if "\n\n" in re.sub(r"[ \t\r]", "", notes[last_end : line.start]):
            carried = ""
        last_end = line.end
        clock, clock_at, begin = "", (0, 0), line.start
        opened = style.opening(line.start, line.end)
        sender = opened.sender if opened else ""
        if opened:
            clock, clock_at, begin = opened.clock, opened.clock_at, opened.begin
        if opened and clock:
            pass
        elif match := _LOGGED.match(notes, begin, line.end):
            rest = notes[match.end() : match.end() + 20]
            day = match["clock"][0].isalpha() and not any(
                f.kind == "weekday" and f.start == 0
                for f in figures(match["clock"], vocabulary.language)
            )
            later = re.match(r"(?:today|tonight|ce |hier|heute)", rest)
            if match.end() < line.end and not day and not later:
                clock, clock_at = match["clock"], match.span("clock")
                begin = match.end()
        label, label_at = (carried, carried_at) if line.bullet else ("", (0, 0))
        if opened and opened.label:
            label, label_at = opened.label, opened.label_at
        if not line.bullet:
            carried = ""
        first = True
        for start, end in _sentences(blotted, begin, line.end, dictated):
            sentence = (start, end)
            lead = _LOGGED.match(notes, start + (notes[start:end][:1] == " "), end)
            if start > begin and lead and lead["clock"][0].isdigit():
                clock, clock_at = lead["clock"], lead.span("clock")
                label, label_at, start = "", (0, 0), lead.end()
            colon = _colon(blotted, start, end)
            if colon > start:
                head = notes[start:colon].strip()
                rest_start = blotted.index(":", colon) + 1
                if _when(head, vocabulary):
                    clock, clock_at = head, trimmed(notes, start, colon)
                    start = rest_start
                elif _is_label(head, notes[rest_start:end].lstrip()[:1] in OPENING, vocabulary):
                    label, label_at = head, trimmed(notes, start, colon)
                    start = rest_start
                    if not notes[start:end].strip():
                        carried, carried_at = label, label_at
                elif notes[rest_start:end].lstrip()[:1] not in '"“«„' and len(head.split()) > 3:
                    a, b = trimmed(notes, start, colon)
                    found.append(
                        Clause(
                            a, b, sentence, line.number, label, label_at, clock, clock_at,
                            line.quoted, first, sender,
                        )
                    )  # fmt: skip
                    start, first = rest_start, False
            while start < end:
                cut = end
                if end - start > LONGEST:
                    space = notes.rfind(" ", start, start + LONGEST)
                    cut = space if space > start else start + LONGEST
                a, b = trimmed(notes, start, cut)
                if cut - sentence[0] > LONGEST:
                    sentence = (start, cut)
                if a < b:
                    found.append(
                        Clause(
                            a, b, sentence, line.number, label, label_at, clock, clock_at,
                            line.quoted, first, sender,
                        )
                    )  # fmt: skip
                    first = False
                start = cut
    return found


def pieces(notes: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between commas or before "but", not inside quotations, brackets or numbers."""
    blotted = masked(notes[start:end])
    at, found = 0, []
    for comma in re.finditer(r",(?=\s)|\s(?=(?:but|mais)\s)", blotted):
        found.append((start + at, start + comma.start()))
        at = comma.end()
    found.append((start + at, end))
    spans = [trimmed(notes, a, b) for a, b in found]
    return [(a, b) for a, b in spans if a < b]


def is_noise(text: str) -> bool:
    """A piece of a template, of markup or of nothing: no words a person meant."""
    return bool(_NOISE.search(text)) or not re.search(r"[^\W_]{2}|\d", text)
