"""The words of a claim against the basis: what it asserts, which way round, and enough of it.

Three questions. Does the basis hold each assertion (a concept such as "dead",
"arrest", "helpline") with the same polarity? Does it connect it with what the
sentence connects it with? And does it hold enough of the remaining words?
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from bot.figures import agree
from bot.verify.basis import RUMOUR, Basis, keys
from bot.verify.figure_checks import is_checked
from bot.verify.lexicon import kind_of, listed, narrower
from bot.verify.names import Name
from bot.verify.problem import Problem
from bot.verify.reading import Reading, Word
from bot.verify.status import needs

#: The share of a claim's own words that the notes must hold. Notes are
#: telegraphic and a statement says the same more warmly.
ENOUGH_IN_NOTES = 0.5
#: The same for a sentence of bare words, with no figure, name or known event in it.
ENOUGH_OF_BARE_WORDS = 0.55
#: The same for cited passages, which are written in whole sentences.
ENOUGH_IN_PASSAGES = 0.6
#: The share of a claim's own words that one place of a passage must hold.
ENOUGH_IN_ONE_PLACE = 0.4
#: More places than this are not looked at: notes are short, hostile texts are not.
MOST = 60
#: A general sentence may hold one word in this many that no list knows.
ONE_STRANGER_IN = 4


@dataclass(frozen=True)
class Weighed:
    """How the words of a claim were found in a basis."""

    held: tuple[Word, ...]
    missing: tuple[Word, ...]
    asserted: tuple[Word, ...]  #: the words that had to be there, and were
    total: int  #: content words, stock words included


def is_appeal(claim: Reading) -> bool:
    """Does the sentence ask or ask for something rather than assert?"""
    first = claim.tokens[0][0] if claim.tokens else ""
    if first == "merci":
        # "Merci de ..." asks, "merci aux pompiers" says that they were there.
        return bool(re.match(r"\W*merci d(?:e |')", claim.flat))
    return (
        first in claim.words_of.appeal
        or (claim.words_of.language == "fr" and first.endswith("ez") and len(first) > 3)
        or claim.text.rstrip(' »”"\u00a0').endswith("?")
    )


def supposes(claim: Reading) -> bool:
    """Does the sentence open with "if"?"""
    return bool(claim.words_of.conditional.match(claim.flat.lstrip()))


def _in_appeal(claim: Reading, word: Word, appeal: bool) -> bool:
    """The sentence asks, and the clause of ``word`` does not assert on its own."""
    if not appeal or word.clause == 0:
        return appeal
    start, end = claim.clause_spans[word.clause]
    piece = claim.flat[start:end]
    tokens = re.findall(r"[^\W_]+", piece)
    asserts = any(token in claim.words_of.asserting for token in tokens)
    return not asserts or bool(claim.words_of.conditional.search(piece))


def own_words(claim: Reading, skip: Sequence[tuple[int, int]]) -> list[Word]:
    """Words that are no stock words and stand in no name, quotation or figure."""
    busy = [(n.start, n.end) for n in claim.names if not n.opening]
    busy += [(f.start, f.end) for f in claim.figures]
    busy += list(skip)
    stock = claim.words_of.stock
    return [
        w
        for w in claim.words
        if not any(s <= w.start < e for s, e in busy)
        and not (w.stem in stock and all(kind_of(c) == "same" for c in w.concepts))
    ]


def _conditional(claim: Reading, word: Word) -> bool:
    """ "If you were hurt", "whether anybody was hurt": said, not asserted."""
    start, _ = claim.clause_spans[word.clause]
    lead = claim.flat[start : word.start]
    return claim.words_of.conditional.search(lead) is not None


def _must_stand(word: Word, claim: Reading, appeal: bool, eventful: bool) -> bool:
    appeal = _in_appeal(claim, word, appeal)
    kinds = {kind_of(c) for c in word.concepts}
    if not kinds or kinds == {"same"} or "same" in kinds:
        return False
    if "service" in kinds:
        return True
    if _conditional(claim, word):
        return False
    if _said_unknown(claim, word) and not _is_hate(word):
        return False
    if "event" in kinds:
        return not appeal or any(c in listed("even_in_appeals") for c in word.concepts)
    if "person" in kinds:
        return eventful and not appeal
    return not appeal


def _said_unknown(claim: Reading, word: Word) -> bool:
    """The clause, or one before it without an "and" between, says that this is not known."""
    start, end = claim.clause_spans[word.clause]
    first = start
    if word.clause and not claim.words_of.joining.match(claim.flat[start:end]):
        first = claim.clause_spans[word.clause - 1][0]
    last = claim.clause_spans[min(word.clause + 1, len(claim.clause_spans) - 1)]
    if not claim.words_of.joining.match(claim.flat[last[0] : last[1]]):
        end = last[1]
    return bool(claim.words_of.unknown.search(claim.flat[first:end]))


def _supposed(word: Word, claim: Reading, appeal: bool) -> bool:
    """ "Tell the police", "share only what is confirmed": named, and not asserted."""
    kinds = {kind_of(c) for c in word.concepts}
    return (
        _in_appeal(claim, word, appeal)
        and bool(kinds)
        and not kinds & {"same", "service", "person"}
        and not any(c in listed("even_in_appeals") for c in word.concepts)
    )


def _is_hate(word: Word) -> bool:
    return any(c in narrower("hate") for c in word.concepts)


def weigh(claim: Reading, basis: Basis, skip: Sequence[tuple[int, int]]) -> Weighed:
    """Sort the words of ``claim`` into held and missing."""
    held, missing, asserted = [], [], []
    appeal = is_appeal(claim)
    mine = own_words(claim, skip)
    eventful = any(kind_of(c) == "event" for w in mine for c in w.concepts)
    for word in mine:
        if _has_hours(claim, word, basis):
            held.append(word)
        elif _found(word, basis):
            held.append(word)
            if _must_stand(word, claim, appeal, eventful):
                asserted.append(word)
        elif not _supposed(word, claim, appeal) and not (
            word.concepts and _conditional(claim, word)
        ):
            missing.append(word)
    return Weighed(tuple(held), tuple(missing), tuple(asserted), len(claim.words))


def _accepted(word: Word) -> set[str]:
    """Concepts of the basis that hold ``word`` up, with both polarities."""
    bare = {n for c in word.concepts for n in narrower(c.removeprefix("not-"))}
    return bare | {f"not-{c}" for c in bare}


def _has_hours(claim: Reading, word: Word, basis: Basis) -> bool:
    """ "Library, 2pm to 4pm" says that it is open then."""
    if "open" not in word.concepts or word.negated or basis.is_passages:
        return False
    hours = [f for f in claim.figures if f.kind == "time"]
    reading = basis.reading
    for known in reading.figures[: 10 * MOST]:
        if known.kind == "time" and any(agree(h, known) for h in hours):
            start, end = reading.sentence_at(known.start)
            if not any("not-open" in w.concepts for w in reading.words_in(start, end)):
                return True
    return False


def _in_general(word: Word, basis: Basis) -> bool:
    """What may be said although its place in the notes is blanked.

    That somebody was hurt, where the details are withheld; and that a service
    is there, although the line that names it was corrected later.
    """
    harm = any(c in listed("sayable_in_general") for c in word.concepts)
    actor = any(kind_of(c) == "actor" for c in word.concepts)
    if not harm and not actor:
        return False
    places = [p for c in _accepted(word) for p in basis.original.by_concept.get(c, [])]
    allowed = ("withheld", "private") if harm else ("withdrawn",)
    return any(basis.status_at(p.start)[0] in allowed for p in places[:MOST])


def _found(word: Word, basis: Basis) -> bool:
    if _in_general(word, basis):
        return True
    if "false" in word.concepts and _can_be_false(basis):
        return True
    if "rumour" in word.concepts and any(by == RUMOUR for _, _, _, by in basis.spans):
        return True
    if basis.words_for(word, _accepted(word)):
        return True
    head = basis.header
    return bool(head and basis.compare_words and word.stem in head.by_stem)


def polarity(reading: Reading, word: Word, concept: str) -> bool:
    """True if the clause asserts the concept, False if it denies it."""
    opposite = any(c == f"not-{concept}" for c in word.concepts)
    return not (word.negated ^ opposite)


def check_assertions(
    claim: Reading, basis: Basis, others: Sequence[Basis], skip: Sequence[tuple[int, int]]
) -> Problem | None:
    """The first assertion that the basis lacks, denies, reports only, or makes of others."""
    appeal = is_appeal(claim)
    mine = own_words(claim, skip)
    eventful = any(kind_of(c) == "event" for w in mine for c in w.concepts)
    for word in mine:
        if not _must_stand(word, claim, appeal, eventful):
            continue
        denied = _denied(claim, word.clause)
        if _has_hours(claim, word, basis):
            continue
        places = basis.words_for(word, _accepted(word))
        if not places:
            if any(_found(word, other) for other in others) or _found(word, basis):
                continue
            if not basis.compare_words and not _comparable(word, basis):
                return Problem(_language_key(basis), word.text)
            return Problem("passage_item" if basis.is_passages else "concept", word.text)
        best = _closest(claim, word, basis, places)
        if _turns(word) and not denied:
            same = [p for p in best if _same_way(claim, word, basis, p)]
            if not same:
                key = "passage_opposite" if basis.is_passages else "opposite"
                return Problem(key, word.text)
            best = same
        # The item may be surer at another place that says the same.
        again = [
            p for p in places if not _turns(word) or denied or _same_way(claim, word, basis, p)
        ]
        problem = needs(claim, basis, [p.start for p in best], word.text, word.start)
        if problem and needs(claim, basis, [p.start for p in again], word.text, word.start):
            return problem
        if _is_open(word, basis, places) and not _leaves_open(claim, word):
            return Problem("unknown", word.text)
        if _turns(word) and not appeal and _by_another(claim, word, basis, places):
            return Problem("passage_part" if basis.is_passages else "apart", word.text)
        if _turns(word) and _stands_apart(claim, word, basis, places, mine):
            return Problem("passage_part" if basis.is_passages else "apart", word.text)
    return None


def _language_key(basis: Basis) -> str:
    return "passage_language" if basis.is_passages else "language_words"


def _comparable(word: Word, basis: Basis) -> bool:
    return bool(word.concepts)


def _turns(word: Word) -> bool:
    """Only events and services are true or false; "police" is neither."""
    return any(kind_of(c) in ("event", "service") for c in word.concepts)


def _denied(claim: Reading, clause: int) -> bool:
    """The clause, or the one beside it, calls this false: polarity cannot be compared."""
    spans = claim.clause_spans[max(0, clause - 1) : clause + 2]
    return bool(claim.words_of.doubt.search(claim.flat[spans[0][0] : spans[-1][1]]))


def _can_be_false(basis: Basis) -> bool:
    """Something can be called false if the notes deny something, or answer a rumour."""
    if basis.is_passages:
        return False
    rumoured = any(by == RUMOUR for _, _, _, by in basis.spans)
    answered = any(status == "confirmed" and not by for _, _, status, by in basis.spans)
    return answered if rumoured else any(basis.reading.negated)


def _same_way(claim: Reading, word: Word, basis: Basis, place: Word) -> bool:
    mine = word.concepts[0].removeprefix("not-")
    theirs = place.concepts[0].removeprefix("not-") if place.concepts else mine
    for concept in word.concepts:
        for other in place.concepts:
            if other.removeprefix("not-") in narrower(concept.removeprefix("not-")):
                mine, theirs = concept.removeprefix("not-"), other.removeprefix("not-")
    return polarity(claim, word, mine) == polarity(basis.reading, place, theirs)


def _around(reading: Reading, start: int, end: int, leave: Word) -> set[str]:
    return {k for w in reading.words_in(start, end) if w is not leave for k in keys(w)}


def _closest(claim: Reading, word: Word, basis: Basis, places: Sequence[Word]) -> list[Word]:
    """The places whose clause shares most with the clause of ``word``."""
    start, end = claim.clause_spans[word.clause]
    said = _around(claim, start, end, word)
    counted = [f for f in claim.figures if start <= f.start < end]
    scores = []
    for place in places[:MOST]:
        low, high = basis.reading.clause_spans[place.clause]
        there = _around(basis.reading, low, high, place)
        figures = [f for f in basis.reading.figures if low <= f.start < high]
        score = len(said & there) + 2 * sum(any(agree(c, f) for f in figures) for c in counted)
        scores.append((score, place))
    best = max(score for score, _ in scores)
    return [place for score, place in scores if score == best]


def _stands_apart(
    claim: Reading, word: Word, basis: Basis, places: Sequence[Word], mine: Sequence[Word]
) -> bool:
    """The rest of the clause is in the basis too, but never near this assertion."""
    if not basis.compare_words:
        return False
    start, end = claim.clause_spans[word.clause]
    rest = [
        w for w in mine if start <= w.start < end and w is not word and w.concepts != word.concepts
    ]
    names = [n for n in claim.names if start <= n.start < end]
    counted = [f for f in claim.figures if start <= f.start < end and is_checked(f)]
    known = [w for w in rest if basis.words_for(w, _accepted(w))]
    if not (known or names or counted):
        return False
    reading = basis.reading
    dateline = reading.sentence_spans[0][1] if reading.sentence_spans else 0
    # A place named above all notes ("Tarrow Bay, Wednesday") is the place of everything.
    if names and any(_within(name, reading, 0, dateline) for name in names):
        return False
    for place in places[:MOST]:
        low, high = _neighbourhood(reading, place.start)
        if any(_within(name, reading, low, high) for name in names) or any(
            low <= p.start < high
            for w in known
            for p in basis.words_for(w, _accepted(w))[:MOST]
            if p.start != place.start
        ):
            return False
        # A day or a number alone says little where the sentence also names something.
        if not names and any(
            low <= f.start < high and any(agree(c, f) for c in counted)
            for f in reading.figures[: 10 * MOST]
        ):
            return False
    return True


def _within(name: Name, reading: Reading, low: int, high: int) -> bool:
    return all(
        any(low <= reading.tokens[n][1] < high for n in reading.by_token.get(part, []))
        for part in name.parts
    )


def _is_open(word: Word, basis: Basis, places: Sequence[Word]) -> bool:
    """The notes speak of a motive or a cause only to say that it is not known."""
    if basis.is_passages or not any(c in listed("open_questions") for c in word.concepts):
        return False
    reading = basis.reading
    spans = [reading.sentence_at(p.start) for p in places]
    return all(reading.words_of.unknown.search(reading.flat[s:e]) for s, e in spans)


def _leaves_open(claim: Reading, word: Word) -> bool:
    words = claim.words_of
    return bool(
        claim.negated[word.clause]
        or words.hedge.search(claim.flat)
        or words.unknown.search(claim.flat)
    )


def _by_another(claim: Reading, word: Word, basis: Basis, places: Sequence[Word]) -> bool:
    """The clause names who did it, and the basis never names them where it says so."""
    agents = {
        c
        for w in claim.words
        if w.clause == word.clause and w.start < word.start
        for c in w.concepts
        if kind_of(c) == "actor" or c in listed("agents")
    }
    reading = basis.reading
    for agent in agents:
        known = [w for c in narrower(agent) for w in reading.by_concept.get(c, [])]
        if known and not any(_same_line(reading, k.start, p.start) for k in known for p in places):
            return True
    return False


def _same_line(reading: Reading, one: int, two: int) -> bool:
    low, high = min(one, two), max(one, two)
    _, end = reading.sentence_at(low)
    return high < end or (high - low < 400 and "\n" not in reading.text[low:high])


def _neighbourhood(reading: Reading, offset: int) -> tuple[int, int]:
    """The sentence at ``offset`` with two before and two after."""
    starts = reading.sentence_starts
    at = max(0, bisect_right(starts, offset) - 1)
    last = min(len(starts) - 1, at + 2)
    return starts[max(0, at - 2)], reading.sentence_spans[last][1]


def check_clauses(claim: Reading, basis: Basis, skip: Sequence[tuple[int, int]]) -> Problem | None:
    """A clause whose words the basis holds in one place must be turned the same way there."""
    if not basis.compare_words:
        return None
    # A passage of guidance is made of common words: there they count.
    mine = [w for w in claim.words if not any(s <= w.start < e for s, e in skip)]
    reading = basis.reading
    for number, _ in enumerate(claim.clause_spans):
        inside = [w for w in mine if w.clause == number]
        start, end = claim.clause_spans[number]
        counted = [f for f in claim.figures if start <= f.start < end and is_checked(f)]
        size = len(inside) + len(counted)
        if _denied(claim, number) or size < 2 or not inside:
            continue
        if any(_conditional(claim, w) for w in inside):
            continue
        hits: dict[int, int] = {}
        for figure in counted:
            there = [f.start for f in reading.figures[: 10 * MOST] if agree(figure, f)]
            for clause in {reading.clause_at(at) for at in there}:
                hits[clause] = hits.get(clause, 0) + 1
        for word in inside:
            places = basis.words_for(word, word.concepts)[: 10 * MOST]
            for clause in {p.clause for p in places if not basis.is_rumour(p.start)}:
                hits[clause] = hits.get(clause, 0) + 1
        if not hits or (most := max(hits.values())) < max(2, 0.6 * size):
            continue
        best = [c for c, n in hits.items() if n == most]
        if any(_turns(w) and any(c.startswith("not-") for c in w.concepts) for w in inside):
            continue
        opposites = any(
            c.startswith("not-")
            for n in best
            for w in reading.words
            if w.clause == n
            for c in w.concepts
        )
        if not opposites and all(reading.negated[c] != claim.negated[number] for c in best):
            words = " ".join(w.text for w in inside)
            return Problem("passage_opposite" if basis.is_passages else "opposite", words)
    return None


def _anchors(claim: Reading) -> list[Word]:
    """Common words that tell what a day or a number is about: "update", "meeting"."""
    return [
        w
        for w in claim.words
        if w.stem in claim.words_of.stock and any(c in listed("anchors") for c in w.concepts)
    ]


def check_enough(claim: Reading, basis: Basis, weighed: Weighed, specifics: int) -> Problem | None:
    """Do notes or passages hold enough of the words, clause by clause and in all?"""
    if not weighed.held and not weighed.missing:
        return None
    key = "passage_words" if basis.is_passages else "words"
    if not basis.compare_words:
        key = _language_key(basis)
    missing = ", ".join(dict.fromkeys(w.text for w in weighed.missing))
    bare = not specifics and not is_appeal(claim)
    in_notes = ENOUGH_OF_BARE_WORDS if bare else ENOUGH_IN_NOTES
    enough = ENOUGH_IN_PASSAGES if basis.is_passages else in_notes
    held = len(weighed.held) + (0 if basis.is_passages else specifics)
    if held < enough * (held + len(weighed.missing)):
        return Problem(key, missing)
    for number, (start, end) in enumerate(claim.clause_spans):
        strange = [w for w in weighed.missing if w.clause == number]
        known = any(w.clause == number for w in weighed.held) or any(
            start <= at < end for at in _specific_places(claim)
        )
        if not _has_specifics(claim, start, end) and _of_something_else(claim, weighed, number):
            return Problem(key, ", ".join(w.text for w in strange))
        if len(strange) >= 2 and not known:
            return Problem(key, ", ".join(w.text for w in strange))
    return None


def _of_something_else(claim: Reading, weighed: Weighed, number: int) -> bool:
    """ "The school is closed": the closing is in the notes, but no school."""
    start, end = claim.clause_spans[number]
    tokens = re.findall(r"[^\W_]+", claim.flat[start:end])
    if not any(token in claim.words_of.asserting for token in tokens):
        return False
    events = [w for w in weighed.asserted if w.clause == number]
    others = [w for w in weighed.held if w.clause == number and not _asserts(w)]
    strange = [w for w in weighed.missing if w.clause == number and not w.concepts]
    return bool(events and strange and not others)


def _asserts(word: Word) -> bool:
    return any(kind_of(c) in ("event", "service") for c in word.concepts)


def _has_specifics(claim: Reading, start: int, end: int) -> bool:
    return any(start <= at < end for at in _specific_places(claim))


def _specific_places(claim: Reading) -> list[int]:
    return [
        *(f.start for f in claim.figures),
        *(n.start for n in claim.names),
        *(q.start for q in claim.quotations),
    ]


def is_general(weighed: Weighed, supposed: bool) -> bool:
    """Stock words with at most a stranger or two, and none that must stand in the notes."""
    most = weighed.total // ONE_STRANGER_IN
    if supposed and weighed.total >= ONE_STRANGER_IN - 1:
        most = max(most, 1)
    return len(weighed.missing) <= most
