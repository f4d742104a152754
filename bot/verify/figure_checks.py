"""Figures of a claim against the basis: there at all, as sure, and of the same thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.figures import Figure, agree
from bot.verify.basis import Basis, keys
from bot.verify.lexicon import flat, kind_of, listed
from bot.verify.problem import Problem
from bot.verify.reading import Reading, Word
from bot.verify.status import needs

#: More places than this are not looked at: notes are short, hostile texts are not.
MOST = 40
#: Kinds that a bound ("at least") may stand before.
_COUNTED = ("number", "money", "percent", "age")
_WORD = re.compile(r"[^\W_]+")
_AFTER = re.compile(r"^[^.;:\n]{0,18}?\b(?:at least|au moins|or more|ou plus|au minimum)\b")
_RANGE = re.compile(
    r"^[\s\u00a0\u202f]*(?:h|am|pm)?[\s\u00a0\u202f]*(?:-|–|—|a|to|and|et|until|till|jusqu'a)[\s\u00a0\u202f]*$"
)


def is_checked(figure: Figure) -> bool:
    """A spelled-out "one" is an article or a pronoun as often as a count."""
    return not (figure.kind == "number" and figure.value == "1" and not figure.text.isdigit())


def _known(figure: Figure, basis: Basis) -> list[Figure]:
    found = [known for known in basis.reading.figures if agree(figure, known)]
    if not found and figure.kind == "weekday":
        found = [f for f in basis.reading.figures if _weekday(f) == figure.value]
    if not found and figure.kind == "number" and figure.value == "1":
        # "1 person" on the strength of "une personne".
        found = [
            Figure("number", "1", token, start, end)
            for token, start, end in basis.reading.tokens
            if token in ("one", "un", "une")
        ][:3]
    return found[:MOST]


def _weekday(figure: Figure) -> str:
    if figure.kind != "date" or figure.value.count("-") != 2:
        return ""
    try:
        return str(date.fromisoformat(figure.value).isoweekday())
    except ValueError:
        return ""


def bound(reading: Reading, figure: Figure) -> str:
    """ "minimum", "more", "maximum", "less", "about" or "" as said before the figure."""
    before = reading.flat[max(0, figure.start - 24) : figure.start]
    kinds = ("about",) if figure.kind == "time" else tuple(reading.words_of.bounds)
    for kind in kinds:
        if reading.words_of.bounds[kind].search(before):
            return kind
    if figure.kind in _COUNTED and _AFTER.match(reading.flat[figure.end : figure.end + 32]):
        return "minimum"
    return ""


def _bound_words(reading: Reading, figure: Figure) -> str:
    before = reading.text[max(0, figure.start - 24) : figure.start]
    kind = bound(reading, figure)
    stop = reading.words_of.bounds[kind].search(
        reading.flat[max(0, figure.start - 24) : figure.start]
    )
    return (before[stop.start() :] if stop else "") + figure.text


def role(reading: Reading, figure: Figure) -> str:
    """ "from", "until" or "" for a time of day."""
    n = reading.figures.index(figure)
    around = reading.figures
    if (
        n
        and around[n - 1].kind == "time"
        and _RANGE.match(reading.flat[around[n - 1].end : figure.start])
    ):
        return "until"
    if (
        n + 1 < len(around)
        and around[n + 1].kind == "time"
        and _RANGE.match(reading.flat[figure.end : around[n + 1].start])
    ):
        return "from"
    before = reading.flat[max(0, figure.start - 24) : figure.start]
    for name, pattern in reading.words_of.roles.items():
        if pattern.search(before):
            return name
    return ""


def partner(reading: Reading, figure: Figure) -> Figure | None:
    """The other end of "10am to 4pm", "Tuesday to Saturday", seen from one of them."""
    n = reading.figures.index(figure)
    for other in reading.figures[max(0, n - 1) : n + 2]:
        low, high = (figure, other) if figure.start < other.start else (other, figure)
        same = other.kind == figure.kind and other is not figure
        if same and _RANGE.match(reading.flat[low.end : high.start]):
            return other
    return None


def _wrong_partner(claim: Reading, figure: Figure, basis: Basis) -> bool:
    """Do the notes give the other end of this range another end than this one?"""
    if figure.kind not in ("time", "weekday") or (end := partner(claim, figure)) is None:
        return False
    ends = [partner(basis.reading, f) for f in _known(end, basis) if f in basis.reading.figures]
    known = [f for f in ends if f is not None]
    return bool(known) and not any(agree(figure, f) for f in known)


def _unit(reading: Reading, figure: Figure) -> bool | None:
    """Is what is counted a household? None if no word follows."""
    _, end = reading.clause_spans[reading.clause_at(figure.start)]
    after = reading.words_in(figure.end, min(end, figure.end + 16))
    if not after or reading.figures_in(figure.end, after[0].start):
        return None
    return "household" in after[0].concepts


def _other_unit(claim: Reading, figure: Figure, basis: Basis, own: Sequence[Figure]) -> bool:
    """ "26 families" where the notes count 26 people, or the other way round."""
    units = {_unit(basis.reading, f) for f in own}
    return _unit(claim, figure) is True and True not in units and None not in units


def words_beside(reading: Reading, start: int, end: int) -> set[str]:
    """The telling words between two offsets."""
    return {
        k
        for w in reading.words_in(start, end)
        if _tells(w, reading)
        for k in (*keys(w), *(c for c in w.concepts if c.startswith("not-")))
    }


def figures_beside(reading: Reading, start: int, end: int, leave: Figure) -> set[str]:
    """Figures of other kinds between two offsets: the hour that goes with a day."""
    return {
        f"#{f.kind} {f.value}"
        for f in reading.figures_in(start, end)
        if f.kind != leave.kind and f.kind in ("time", "weekday", "date", "phone")
    }


def _tells(word: Word, reading: Reading) -> bool:
    """Does the word help to tell one figure from another?"""
    if any(kind_of(c) != "same" or c in listed("anchors") for c in word.concepts):
        return True
    return not word.concepts and word.stem not in reading.words_of.stock


def _is_plain(reading: Reading, span: tuple[int, int]) -> bool:
    """A clause that has words, but none that tell: "call at 2.14" needs no other words."""
    return bool(reading.words_in(*span)) and not words_beside(reading, *span)


def _belongs_elsewhere(claim: Reading, figure: Figure, basis: Basis, own: Sequence[Figure]) -> bool:
    """Does the basis use another figure of this kind with the words this one stands by?"""
    reading = basis.reading

    def clause(of: Reading, known: Figure) -> tuple[int, int]:
        return of.clause_spans[of.clause_at(known.start)]

    def words(known: Figure) -> set[str]:
        span = clause(reading, known)
        return words_beside(reading, *span) or words_beside(
            reading, *reading.sentence_at(known.start)
        )

    def others(known: Figure) -> set[str]:
        return figures_beside(reading, *clause(reading, known), known)

    beside_known, least = words, 1
    said = words_beside(claim, *clause(claim, figure))
    if not said:
        # "On Tuesday at 9.40pm, ...": the hour tells the day.
        said, beside_known = figures_beside(claim, *clause(claim, figure), figure), others
    if not said:
        # The rest of the sentence tells, less surely.
        said, beside_known, least = words_beside(claim, *claim.sentence_at(figure.start)), words, 2
    beside = {(f.kind, f.value) for f in claim.figures}
    mine = [beside_known(f) for f in own]
    if any(said & m for m in mine):
        least += 1 if figure.kind not in (*_COUNTED, "phone") else 0
    for other in basis.reading.figures[: 10 * MOST]:
        if other.kind != figure.kind or (other.kind, other.value) in beside:
            continue
        if beside_known is words and _is_plain(reading, clause(reading, other)):
            continue
        theirs = beside_known(other)
        if basis.status_at(other.start)[0] in ("reported", "unknown"):
            continue
        if all(len(said & (theirs - m)) >= least and not said & (m - theirs) for m in mine):
            return True
    return False


def check_figures(
    claim: Reading, bases: Sequence[Basis], skip: Sequence[tuple[int, int]]
) -> Problem | None:
    """The first figure of ``claim`` that no basis holds up, or None."""
    for figure in claim.figures:
        if any(s <= figure.start < e for s, e in skip):
            continue
        if not is_checked(figure):
            if weakened := _of_one(claim, figure, bases):
                return weakened
            continue
        problem: Problem | None = None
        for basis in bases:
            problem = _check(claim, figure, basis)
            if problem is None:
                break
        if problem:
            return problem
    return None


def _of_one(claim: Reading, figure: Figure, bases: Sequence[Basis]) -> Problem | None:
    """ "One minute" against "at least one minute": only how sure it is can be compared."""
    for basis in bases:
        same = [
            f
            for f in basis.reading.figures
            if f.value == "1" and _next(basis.reading, f) == _next(claim, figure)
        ][:MOST]
        known = {bound(basis.reading, f) for f in same}
        if same and not bound(claim, figure) and "" not in known:
            key = "passage_bound" if basis.is_passages else "bound"
            return Problem(key, _bound_words(basis.reading, same[0]))
    return None


def _next(reading: Reading, figure: Figure) -> str:
    found = _WORD.search(reading.flat, figure.end, figure.end + 30)
    return found.group() if found else ""


def check_digits(claim: Reading, bases: Sequence[Basis]) -> Problem | None:
    """A word with digits that is no known kind of figure must stand as it is."""
    for token, start, end in claim.tokens:
        if not any(c.isdigit() for c in token):
            continue
        if any(f.start <= start and end <= f.end for f in claim.figures):
            continue
        readings = [r for b in bases for r in (b.reading, b.header) if r]
        if not any(token in r.by_token for r in readings):
            key = "passage_item" if bases[0].is_passages else "figure"
            return Problem(key, claim.text[start:end])
    return None


def _check(claim: Reading, figure: Figure, basis: Basis) -> Problem | None:
    own = _known(figure, basis)
    if not own:
        if figure.kind == "weekday" and _short_day(figure, basis.reading):
            return None
        if basis.header and any(agree(figure, f) for f in basis.header.figures):
            return None
        return Problem("passage_item" if basis.is_passages else _kind(figure), figure.text)
    if figure.kind in (*_COUNTED, "time"):
        said = bound(claim, figure)
        known = {bound(basis.reading, f) for f in own}
        if said not in known:
            if not said:
                first = next(f for f in own if bound(basis.reading, f))
                key = "passage_bound" if basis.is_passages else "bound"
                return Problem(key, _bound_words(basis.reading, first))
            if said != "about":
                return Problem("bound_added", _bound_words(claim, figure))
    if figure.kind == "time":
        said = role(claim, figure)
        roles = {role(basis.reading, f) for f in own if f in basis.reading.figures}
        if said and roles and "" not in roles and said not in roles:
            return Problem("role", figure.text)
    if figure.kind == "number" and _other_unit(claim, figure, basis, own):
        return Problem("attached", figure.text)
    if _wrong_partner(claim, figure, basis):
        return Problem("attached", figure.text)
    if basis.compare_words and _belongs_elsewhere(claim, figure, basis, own):
        return Problem("attached", figure.text)
    return _status(claim, figure, basis, own)


def _short_day(figure: Figure, reading: Reading) -> bool:
    """ "Tue to Sat": a short form that is also a word stands for its day here."""
    short = flat(figure.text)[:3]
    return any(
        near.kind == "weekday"
        for near in reading.figures
        for n in reading.by_token.get(short, [])
        if abs(reading.tokens[n][1] - near.start) < 16
    )


def _status(claim: Reading, figure: Figure, basis: Basis, own: Sequence[Figure]) -> Problem | None:
    return needs(claim, basis, [f.start for f in own], figure.text, figure.start)


def _kind(figure: Figure) -> str:
    kinds = (
        "number",
        "time",
        "date",
        "weekday",
        "phone",
        "money",
        "percent",
        "link",
        "email",
        "reference",
    )
    return figure.kind if figure.kind in kinds else "figure"
