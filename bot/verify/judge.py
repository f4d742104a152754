"""One verdict for each claim of a draft.

The order of the questions is the order of harm: what must not go out, sources
that do not exist, quotations, figures, names, days, then what is asserted and
which way round, and last whether enough of the words stand in the notes or in
the passages that are cited. The first thing found is the reason given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.model import Claim, Draft, Evidence, Fact, Rumour, Standing, Verdict, Withheld
from bot.verify.basis import RUMOUR, SILENT, Basis, keys, of_notes, of_passages
from bot.verify.figure_checks import check_digits, check_figures, is_checked
from bot.verify.lexicon import Lexicon, built, flat, kind_of, lexicon
from bot.verify.meaning_checks import (
    ENOUGH_IN_ONE_PLACE,
    check_assertions,
    check_clauses,
    check_enough,
    is_appeal,
    is_general,
    own_words,
    supposes,
    weigh,
)
from bot.verify.name_checks import check_names, check_quotations, find_sequence
from bot.verify.problem import Problem
from bot.verify.reading import Reading, Word, read, without_gaps
from bot.verify.status import needs
from bot.verify.verbatim import judge_by_the_letter, stands_in
from kb.text import sentences

#: Characters; a claim is one sentence, and the longest sentences of officials have 600.
LONGEST_CLAIM = 2_000
#: The verdict on a headline has this number instead of a claim's.
HEADLINE = -1


def rumour_basis(rumour: Rumour) -> tuple[str, tuple[Fact, ...]]:
    """Notes and facts for ``verify`` from a rumour: its own words support no plain sentence."""
    pieces = [*rumour.facts, rumour.text, rumour.audience]
    notes, facts, at = "\n".join(pieces), [], 0
    for n, piece in enumerate(pieces):
        if piece:
            of_rumour = n == len(rumour.facts)
            by, status = (RUMOUR, "reported") if of_rumour else ("", "confirmed")
            by = "audience" if n > len(rumour.facts) else by
            facts.append(Fact(f"r{n}", piece, at, at + len(piece), "context", status, by))  # type: ignore[arg-type]
        at += len(piece) + 1
    return notes, tuple(facts)


def verify_text(
    text: str,
    language: str,
    notes: str,
    facts: Sequence[Fact] = (),
    withheld: Sequence[Withheld] = (),
    channel: str = "statement",
) -> tuple[Verdict, ...]:
    """Judge a text that a person wrote against notes, sentence by sentence."""
    claims = tuple(Claim(s.text, "phrase") for s in sentences(text))
    return verify(Draft(claims, language, channel), (), notes, facts, withheld)


def verify(
    draft: Draft,
    evidence: Sequence[Evidence],
    notes: str = "",
    facts: Sequence[Fact] = (),
    withheld: Sequence[Withheld] = (),
) -> tuple[Verdict, ...]:
    """How each claim of ``draft`` stands, in order.

    ``notes`` is everything the person wrote that may be used; ``facts`` say
    what status its spans have. A claim that cites is judged by the passages it
    cites (with the notes for figures and names), any other by the notes.
    In a language the verifier has no words for, only what is quoted from a cited
    passage stands.
    """
    if not built(draft.language):
        return tuple(
            judge_by_the_letter(n, claim, evidence, draft.language)
            for n, claim in enumerate(draft.claims)
        )
    court = _Court(draft, evidence, notes, facts, withheld)
    return tuple(court.judge(n, claim) for n, claim in enumerate(draft.claims))


def verify_headline(
    draft: Draft,
    evidence: Sequence[Evidence],
    notes: str = "",
    facts: Sequence[Fact] = (),
    withheld: Sequence[Withheld] = (),
) -> Verdict | None:
    """The verdict on the headline (its claim number is -1), or None without one."""
    if not draft.headline.strip():
        return None
    if not built(draft.language):  # a headline cites nothing, so none stands by the letter
        said = Claim(draft.headline, "model")
        return judge_by_the_letter(HEADLINE, said, evidence, draft.language)
    court = _Court(draft, evidence, notes, facts, withheld)
    return court.judge(HEADLINE, Claim(draft.headline, "phrase"))


@dataclass(frozen=True)
class _Stand:
    standing: Standing
    reason: str
    quote: str = ""
    label: str = ""


class _Court:
    """Holds what all claims of one draft are judged by."""

    def __init__(
        self,
        draft: Draft,
        evidence: Sequence[Evidence],
        notes: str,
        facts: Sequence[Fact],
        withheld: Sequence[Withheld],
    ) -> None:
        self.words: Lexicon = lexicon(draft.language)
        self.language = draft.language
        self.shelf = {item.label: item for item in evidence}
        self.notes = of_notes(notes, facts, withheld, draft.language, draft.channel)
        self.withheld = [w for w in withheld if w.span.strip()]
        self.is_answer = bool(evidence) and not notes.strip()

    def judge(self, number: int, claim: Claim) -> Verdict:
        stand = self._judge(claim)
        return Verdict(number, stand.standing, stand.reason, stand.quote, stand.label)

    def _say(self, standing: Standing, key: str, item: str = "") -> _Stand:
        return _Stand(standing, self.words.reason(key, item))

    def _judge(self, claim: Claim) -> _Stand:
        text = without_gaps(claim.text)
        if unknown := [label for label in claim.cites if label not in self.shelf]:
            return self._say("unknown source", "unknown_source", unknown[0])
        if not re.search(r"\w", text):
            return self._say("general wording", "gap")
        if len(text) > LONGEST_CLAIM:
            return self._say("unsupported", "too_long")
        said = read(text, self.words)
        if item := self._withheld_in(said):
            return self._say("unsupported", "withheld", item)
        if claim.cites:
            return self._by_passages(said, [self.shelf[label] for label in claim.cites])
        if self.is_answer and claim.origin == "phrase" and claim.move == "nearest":
            return self._say("general wording", "general")  # the desk's own words
        if self.is_answer:
            return self._uncited_answer(said)
        return self._by_notes(said, text != claim.text)

    # ------------------------------------------------------------ what must not go out

    def _withheld_in(self, said: Reading) -> str:
        for item in self.withheld:
            tokens = re.findall(r"[^\W_]+", flat(item.span))
            pieces = (
                [tokens]
                if len(tokens) <= 6
                else [tokens[n : n + 5] for n in range(len(tokens) - 4)]
            )
            for piece in pieces[:400]:
                if find_sequence(piece, said) >= 0 and find_sequence(piece, self.notes.reading) < 0:
                    return item.span
        return ""

    # ------------------------------------------------------------ notes

    def _by_notes(self, said: Reading, has_gap: bool) -> _Stand:
        basis = self.notes
        skip = [(q.start, q.end) for q in said.quotations]
        weighed = weigh(said, basis, skip)
        specifics = _specifics(said, skip)
        problem = self._common(said, [basis], skip)
        if problem is None and self._word_for_word(said, basis):
            return _Stand(
                "from the brief", self.words.reason("notes_words"), self._best(said, basis)[0]
            )
        if problem is None:
            problem = check_assertions(said, basis, (), skip) or check_clauses(said, basis, skip)
        if problem is None:
            asserts = specifics or weighed.asserted
            if has_gap and not asserts and all(_is_common(w) for w in weighed.missing):
                return self._say("general wording", "gap")
            if (
                not asserts
                and is_general(weighed, supposes(said))
                and len(weighed.held) <= len(weighed.missing)
            ):
                return self._say("general wording", "general")
            problem = check_enough(said, basis, weighed, specifics + len(weighed.asserted))
            if (
                problem
                and not asserts
                and (is_general(weighed, supposes(said)) or self._says_unknown(said))
            ):
                return self._say("general wording", "general")
        if problem:
            return self._refused(problem, basis)
        return _Stand("from the brief", self.words.reason("notes"), self._best(said, basis)[0])

    def _says_unknown(self, said: Reading) -> bool:
        """ "We do not know why": to say that something is not known invents nothing."""
        return bool(self.words.unknown.search(said.flat))

    def _common(
        self, said: Reading, bases: Sequence[Basis], skip: Sequence[tuple[int, int]]
    ) -> Problem | None:
        return (
            check_quotations(said, bases)
            or check_figures(said, bases, skip)
            or check_digits(said, bases)
            or check_names(said, bases, skip)
            or self._days(said, bases, skip)
        )

    def _days(
        self, said: Reading, bases: Sequence[Basis], skip: Sequence[tuple[int, int]]
    ) -> Problem | None:
        """ "Tomorrow" and "yesterday" must stand in the notes; "today" is when we speak."""
        for name, pattern in self.words.days.items():
            for found in pattern.finditer(said.flat):
                if any(s <= found.start() < e for s, e in skip):
                    continue
                known = any(
                    basis.reading.words_of.days[name].search(basis.reading.flat) for basis in bases
                )
                if not known:
                    return Problem("passage_item" if bases[0].is_passages else "day", found.group())
        return None

    def _refused(self, problem: Problem, basis: Basis) -> _Stand:
        """Unsupported, with the better reason if the item stands in what was held back."""
        if problem.key in ("number", "time", "date", "weekday", "phone", "name", "quotation",
                           "concept", "figure", "words", "link", "reference", "money"):  # fmt: skip
            item = problem.item.split(", ")[0]
            at = find_sequence(re.findall(r"[^\W_]+", flat(item)), basis.original)
            status = basis.status_at(at)[0] if at >= 0 else ""
            if status in SILENT:
                return self._say("unsupported", status, item)
        return self._say("unsupported", problem.key, problem.item)

    def _word_for_word(self, said: Reading, basis: Basis) -> bool:
        """The claim is a whole sentence or line of the basis."""
        tokens = [t[0] for t in said.tokens]
        at = find_sequence(tokens, basis.reading)
        if at < 0:
            return False
        start, end = basis.reading.sentence_at(at)
        whole = [t for t in basis.reading.tokens if start <= t[1] < end]
        return len(whole) == len(tokens) and all(
            not self._needs_more(said, basis, word.start) for word in (said.words[:1] or ())
        )

    def _needs_more(self, said: Reading, basis: Basis, at: int) -> bool:
        found = find_sequence([t[0] for t in said.tokens], basis.reading)
        return needs(said, basis, [found], said.text, at) is not None

    # ------------------------------------------------------------ passages

    def _by_passages(self, said: Reading, cited: Sequence[Evidence]) -> _Stand:
        same = [item for item in cited if item.passage.language == self.language]
        if not same:
            if any(stands_in(said.text, item.passage.text) for item in cited):
                return self._say("supported", "supported_words")
            return self._say("unsupported", "passage_language")
        basis = of_passages(same, self.language)
        bases = [basis] if self.is_answer else [basis, self.notes]
        skip = [(q.start, q.end) for q in said.quotations]
        problem = self._common(said, bases, skip)
        quote, label, share = self._best(said, basis)
        if problem is None and self._word_for_word(said, basis):
            return _Stand("supported", self.words.reason("supported_words"), quote, label)
        if problem is None:
            weighed = weigh(said, basis, skip)
            problem = (
                check_assertions(said, basis, bases[1:], skip)
                or check_clauses(said, basis, skip)
                or check_enough(said, basis, weighed, _specifics(said, skip))
            )
            if problem is None and not (weighed.held or _specifics(said, skip)):
                if is_general(weighed, supposes(said)) and not self.is_answer:
                    return self._say("general wording", "general")
                problem = self._stock_words_apart(said, basis)
            if problem is None and weighed.held and share < ENOUGH_IN_ONE_PLACE:
                problem = Problem("passage_part", " ".join(w.text for w in weighed.held[:6]))
        if problem:
            return self._say("unsupported", problem.key, problem.item)
        return _Stand("supported", self.words.reason("supported"), quote, label)

    def _stock_words_apart(self, said: Reading, basis: Basis) -> Problem | None:
        """A cited sentence of common words only: then the common words must be there."""
        known = [w for w in said.words if basis.words_for(w, w.concepts)]
        if said.words and len(known) >= 0.6 * len(said.words):
            return None
        missing = ", ".join(w.text for w in said.words if w not in known)
        return Problem("passage_words", missing)

    def _uncited_answer(self, said: Reading) -> _Stand:
        """An answer cites what it says; only a remark on the sources may go without."""
        plain = not _specifics(said, ()) and not own_words(said, ())
        if plain and any(t[0] in self.words.about_sources for t in said.tokens):
            return self._say("general wording", "general")
        if is_appeal(said) and plain and said.text.rstrip().endswith("?"):
            return self._say("general wording", "general")
        return self._say("unsupported", "no_source")

    # ------------------------------------------------------------ the words that support it

    def _best(self, said: Reading, basis: Basis) -> tuple[str, str, float]:
        """(sentence, label, share of the claim's words in it and its neighbours)."""
        wanted = {f"{w.start}": keys(w) for w in said.words if keys(w)}
        if not wanted or not basis.reading.sentence_spans:
            return "", "", 0.0
        spans = basis.reading.sentence_spans
        by_sentence: list[set[str]] = [set() for _ in spans]
        at = 0
        for word in basis.reading.words:
            while at + 1 < len(spans) and spans[at + 1][0] <= word.start:
                at += 1
            by_sentence[at] |= keys(word)
        figures = [{f.value for f in basis.reading.figures if s <= f.start < e} for s, e in spans]
        mine = {f.value for f in said.figures}

        def held(found: set[str]) -> int:
            return sum(bool(k & found) for k in wanted.values())

        scores = [held(b) + 2 * len(mine & f) for b, f in zip(by_sentence, figures, strict=True)]
        best = max(range(len(spans)), key=lambda n: (scores[n], -n))
        if not scores[best]:
            return "", "", 0.0
        start, end = spans[best]
        label = next((p.label for p in basis.parts if p.start <= start < p.end), "")
        near = set().union(*by_sentence[max(0, best - 1) : best + 2])
        return basis.original.text[start:end], label, held(near) / len(wanted)


def _is_common(word: Word) -> bool:
    return bool(word.concepts) and all(kind_of(c) == "same" for c in word.concepts)


def _specifics(said: Reading, skip: Sequence[tuple[int, int]]) -> int:
    """How many figures, names and quotations a claim holds."""
    figures = [f for f in said.figures if is_checked(f)]
    outside = [
        at
        for at in (*(f.start for f in figures), *(n.start for n in said.names if not n.opening))
        if not any(s <= at < e for s, e in skip)
    ]
    return len(outside) + len(said.quotations)
