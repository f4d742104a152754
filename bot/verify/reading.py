"""A text read for comparing: figures, names, quotations, concepts with polarity, clauses.

Everything keeps its offsets in the text as given. A clause is the piece that
a negation reaches: it ends at punctuation and at "and", "but", "et", "mais".
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace

from bot.figures import Figure, figures
from bot.verify.lexicon import Lexicon, flat, kind_of, stem
from bot.verify.names import Name, names
from kb.text import sentences

_TOKEN = re.compile(r"[^\W_]+")
_CLAUSE = re.compile(
    r"[,;:](?=\s|$)|[.!?…]+(?=\s|$)|[()\[\]—–\n]| - "
    r"|\b(?:and|but|while|whereas|et|mais|tandis|puis)\b"
)
_QUOTED = re.compile(
    r"[“\"]([^“”\"\n]{1,600})[”\"]|«[\s\u00a0\u202f]*([^«»\n]{1,600}?)[\s\u00a0\u202f]*»|„([^„“”\n]{1,600})[“”]"
)
_NO = re.compile(r"(?:no|neither|without|aucune?|sans|pas (?:de|d')|ni)\b")
_PER_CENT = re.compile(r"^[ \u00a0]?(?:per ?cent|pour ?cents?)\b")
_OR = re.compile(r"\b(?:or|nor|ou|ni)\b")
_GAP = re.compile(r"\[[^\[\]\n]{0,200}\]")
#: "personne" is nobody only where no article, number or adjective makes it a person.
_PERSON = re.compile(
    r"(?<!\w)personne(?= [a-z]|$|\.)(?<!une personne)(?<!la personne)(?<!cette personne)"
    r"(?<!chaque personne)(?<!toute personne)(?<!autre personne)(?<!1 personne)(?<!seule personne)"
    r"(?<!en personne)(?! (?:decedee|morte|blessee|interpellee|arretee|agee|de |du |d'|qui |a |est "
    r"|en |soit))"
)


@dataclass(frozen=True)
class Word:
    """A content word: its stem, where it stands, and the concepts it may mean."""

    text: str
    stem: str
    start: int
    end: int
    clause: int
    concepts: tuple[str, ...] = ()
    negated: bool = False
    inside: tuple[str, ...] = ()  #: stems of the words of an expression


@dataclass(frozen=True)
class Quotation:
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    """A text, read in a language."""

    text: str
    flat: str
    words_of: Lexicon
    sentence_spans: tuple[tuple[int, int], ...]
    clause_spans: tuple[tuple[int, int], ...]
    negated: tuple[bool, ...]  #: for each clause
    words: tuple[Word, ...]
    figures: tuple[Figure, ...]
    names: tuple[Name, ...]
    quotations: tuple[Quotation, ...]
    tokens: tuple[tuple[str, int, int], ...]
    by_stem: dict[str, list[Word]] = field(default_factory=dict)
    by_concept: dict[str, list[Word]] = field(default_factory=dict)
    by_token: dict[str, list[int]] = field(default_factory=dict)
    by_clause: dict[int, list[Word]] = field(default_factory=dict)
    sentence_starts: tuple[int, ...] = ()
    clause_starts: tuple[int, ...] = ()
    word_starts: tuple[int, ...] = ()
    figure_starts: tuple[int, ...] = ()

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The span of the sentence that holds ``offset``."""
        at = max(0, bisect_right(self.sentence_starts, offset) - 1)
        return self.sentence_spans[at] if self.sentence_spans else (0, len(self.text))

    def clause_at(self, offset: int) -> int:
        return max(0, bisect_right(self.clause_starts, offset) - 1)

    def figures_in(self, start: int, end: int) -> tuple[Figure, ...]:
        """The figures between two offsets."""
        low = bisect_left(self.figure_starts, start)
        return self.figures[low : bisect_left(self.figure_starts, end)]

    def words_in(self, start: int, end: int) -> tuple[Word, ...]:
        """The content words between two offsets."""
        return self.words[bisect_left(self.word_starts, start) : bisect_left(self.word_starts, end)]


def without_gaps(text: str) -> str:
    """``text`` with placeholders and labels in brackets blanked, offsets kept."""
    return _GAP.sub(lambda m: " " * len(m.group()), text)


def _clauses(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for stop in _CLAUSE.finditer(text):
        if stop.start() > start:
            spans.append((start, stop.start()))
        start = stop.end() if not stop.group().isalpha() else stop.start()
    if start < len(text):
        spans.append((start, len(text)))
    return [s for s in spans if text[s[0] : s[1]].strip()] or [(0, len(text))]


def is_negated(flat_clause: str, words: Lexicon) -> bool:
    """Does the clause hold a negation (an even number of them counts as none)?"""
    left = words.not_negation.sub(" ", flat_clause)
    if words.negation.search(left):
        return True
    return words.language == "fr" and bool(_PERSON.search(left))


def _percent(figure: Figure, low: str) -> Figure:
    """ "Two per cent" is a share, although the number is a word."""
    if figure.kind == "number" and _PER_CENT.match(low[figure.end : figure.end + 12]):
        return replace(figure, kind="percent")
    return figure


def _negate(
    found: list[Word], low: str, spans: list[tuple[int, int]], negated: list[bool], words: Lexicon
) -> list[Word]:
    """Which words a negation turns: the next assertion after it, and those joined by "or".

    Where none follows ("the motive is not known"), it is the last one before.
    """
    by_clause: dict[int, list[int]] = {}
    for n, word in enumerate(found):
        if any(kind_of(c) in ("event", "service") for c in word.concepts):
            by_clause.setdefault(word.clause, []).append(n)
    turned: set[int] = set()
    for clause, members in by_clause.items():
        if not negated[clause]:
            continue
        start, end = spans[clause]
        piece = words.not_negation.sub(lambda m: " " * len(m.group()), low[start:end])
        stops = [start + m.start() for m in words.negation.finditer(piece)]
        if words.language == "fr":
            stops += [start + m.start() for m in _PERSON.finditer(piece)]
        joining = [s for s in stops if _OR.match(low, s)]
        stops = [s for s in stops if s not in joining] or stops or [start]
        for stop in stops:
            after = [n for n in members if found[n].start >= stop]
            if not after:
                before = [n for n in members if found[n].start < stop]
                turned.update(before[-1:])
                continue
            turned.add(after[0])
            for one, two in itertools.pairwise(after):
                if not _OR.search(low[found[one].end : found[two].start]):
                    break
                turned.add(two)
    return [replace(w, negated=True) if n in turned else w for n, w in enumerate(found)]


_LINE = re.compile(r"\n(?=[ \t]*[^\W\da-zàâçéèêëîïôûù_]|[ \t]*[\d>*•–\-])")


def _sentences(text: str, lines: bool) -> list[tuple[int, int]]:
    spans = [(s.start, s.end) for s in sentences(text)]
    if not lines:
        return spans
    broken = []
    for start, end in spans:
        for stop in _LINE.finditer(text, start, end):
            broken.append((start, stop.start()))
            start = stop.end()
        broken.append((start, end))
    return broken


def read(text: str, words: Lexicon, lines: bool = False) -> Reading:
    """Read ``text`` with the words of one language.

    With ``lines``, a line that begins like a sentence is one: notes are typed so.
    """
    low = flat(text)
    spans = _clauses(text)
    negated: list[bool] = []
    for n, (start, end) in enumerate(spans):
        piece = low[start:end]
        own = is_negated(piece, words)
        # "No deaths, injuries or damage": a short item of a list shares the "no" before it.
        short = n > 0 and len(piece.split()) <= 3 and "," in text[start - 2 : start + 1]
        if not own and short and negated[-1]:
            before = low[spans[n - 1][0] : spans[n - 1][1]]
            own = len(before.split()) <= 4 and bool(_NO.match(before.strip()))
        negated.append(own)
    taken = tuple(_percent(f, low) for f in figures(text, words.language))
    busy = [(f.start, f.end) for f in taken]
    starts = [s for s, _ in spans]

    def clause(offset: int) -> int:
        return max(0, bisect_right(starts, offset) - 1)

    covered = bytearray(len(text) + 1)
    for start, end in busy:
        covered[start:end] = b"\x01" * (end - start)
    found: list[Word] = []
    for m in words.several.finditer(low):
        concept = words.expressions[m.group()]
        inside = tuple(s for t in _TOKEN.findall(m.group()) if (s := stem(t, words.language)))
        found.append(
            Word(
                text[m.start() : m.end()],
                "",
                m.start(),
                m.end(),
                clause(m.start()),
                (concept,),
                inside=inside,
            )
        )
        covered[m.start() : m.end()] = b"\x01" * (m.end() - m.start())
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(low)]
    for token, start, end in tokens:
        if covered[start] or len(token) < 2 or token.isdigit():
            continue
        if root := stem(token, words.language):
            concepts = words.single.get(root, ())
            found.append(Word(text[start:end], root, start, end, clause(start), concepts))
    found.sort(key=lambda w: w.start)
    found = _negate(found, low, spans, negated, words)
    by_stem: dict[str, list[Word]] = {}
    by_concept: dict[str, list[Word]] = {}
    for word in found:
        if word.stem:
            by_stem.setdefault(word.stem, []).append(word)
        for concept in word.concepts:
            by_concept.setdefault(concept, []).append(word)
    by_token: dict[str, list[int]] = {}
    for n, (token, _, _) in enumerate(tokens):
        by_token.setdefault(token, []).append(n)
    quotes = [
        Quotation(next(g for g in m.groups() if g is not None), m.start(), m.end())
        for m in _QUOTED.finditer(text)
    ]
    spoken = tuple(_sentences(text, lines))
    by_clause: dict[int, list[Word]] = {}
    for word in found:
        by_clause.setdefault(word.clause, []).append(word)
    return Reading(
        text=text,
        flat=low,
        words_of=words,
        sentence_spans=spoken,
        clause_spans=tuple(spans),
        negated=tuple(negated),
        words=tuple(found),
        figures=taken,
        names=tuple(names(text, words, busy)),
        quotations=tuple(quotes),
        tokens=tuple(tokens),
        by_stem=by_stem,
        by_concept=by_concept,
        by_token=by_token,
        by_clause=by_clause,
        sentence_starts=tuple(s for s, _ in spoken),
        clause_starts=tuple(starts),
        word_starts=tuple(w.start for w in found),
        figure_starts=tuple(f.start for f in taken),
    )
