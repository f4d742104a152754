"""The one door of the desk: a task in, a Sheet out.

Every result takes the same way: read or retrieve, compose, verify, review.
The desk decides what may be shown. A chat model's sentences that do not stand
are replaced by the engine's, visibly; a chat model that fails costs its own
text, not the request. Finding nothing, or declining, is a Sheet that says why.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from string import Template
from typing import Any, Protocol

from bot.brief import read_notes
from bot.cautions import cautions
from bot.compose.base import Composer
from bot.model import (
    CHANNELS,
    FORMATS,
    Claim,
    Draft,
    Evidence,
    Fact,
    Incident,
    Question,
    Rumour,
    Sheet,
    Task,
)
from bot.principles import review
from bot.retrieve import admit, retrieve, silence
from bot.scope import asks_for_a_quantity, asks_for_money, counted, misuse, out_of_scope
from bot.scope.law import asks_for_law_of
from bot.understand import understand
from bot.verify import keep_gaps, mend, rumour_basis, verify, verify_headline
from bot.wishes import Wish, read_wish
from bot.wording import phrases
from kb.errors import ComposerFailed, NotBuiltYet, UnusableRequest
from kb.language import detect
from kb.marks import Marks, strictest
from kb.model import LANGUAGES, Filter, Hit, Mark, Passage, Source
from kb.text import content_words, sentences, stems, words
from kb.vocabulary import described

#: Languages in which texts are written today.
WRITTEN = ("en", "fr")
#: A question is a question, not a book.
LONGEST_QUESTION = 4_000
#: Passages shown as what comes nearest, where nothing answers a question.
NEAREST = 3
#: Notes, rumours and drafts beyond this are a pasted archive; nobody could check the result.
LONGEST_TEXT = 200_000

#: An amount of money, in the four languages.
_MONEY = re.compile(
    r"[€£$]\s?\d|\d\s?[€£$]|\b(?:euros?|dollars?|pounds?|livres|kroner|francs?|franken)\b", re.I
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Library(Protocol):
    """What the desk needs of the library."""

    @property
    def marks(self) -> Marks: ...

    def search(
        self, query: str, k: int = 10, language: str = "", only: Filter | None = None
    ) -> list[Hit]: ...

    def sources(self) -> list[Source]: ...

    def source(self, edition: str) -> Source | None: ...

    def passages(self, edition: str = "") -> list[Passage]: ...

    def passage(self, id: str) -> Passage | None: ...


def _said(text: str, what: str, longest: int = LONGEST_TEXT) -> str:
    """``text`` without control characters; refuses what is empty or far too long."""
    clean = "".join(c for c in text if c in "\n\t" or ord(c) >= 32).strip()
    if not clean:
        raise UnusableRequest(f"The {what} is empty.", "Type or paste something first.")
    if len(clean) > longest:
        raise UnusableRequest(
            f"The {what} has {len(clean):,} characters; at most {longest:,} can be read.",
            "Paste only the part that matters.",
        )
    return clean


def _written(language: str) -> str:
    if language not in LANGUAGES:
        raise UnusableRequest(f"{language!r} is no language of the toolkit.", "Use en or fr.")
    if language not in WRITTEN:
        raise NotBuiltYet(
            f"Texts in this language ({language}) are not built yet.", "Use English or French."
        )
    return language


class Desk:
    """Answers, drafts, counters and reviews, with a library and a composer.

    ``engine`` needs nothing and stands in for ``composer`` (a chat model, or
    the engine itself) whenever that fails or says what does not stand.
    """

    def __init__(self, library: Library, engine: Composer, composer: Composer | None = None):
        self.library = library
        self.engine = engine
        self.composer = composer or engine

    # ---------------------------------------------------------------- the four tasks

    def understand(self, text: str, language: str = "") -> Task:
        """Which of the four tasks a typed text asks for."""
        return understand(text, language or detect(text))

    def answer(self, question: Question, length: str = "") -> Sheet:
        """An answer of cited sentences, or a Sheet that says why there is none."""
        text = _said(question.text, "question", LONGEST_QUESTION * 50)
        question = replace(question, text=text)
        sheet = Sheet("ask", question, language=question.language)
        if kind := misuse(text, question.language):
            return self._without(sheet, "declined", "misuse", "decline", kind)
        if not stems(text, question.language):
            return self._without(sheet, "abstained", "nothing-relevant", "abstain", "nothing-said")
        if out_of_scope(text, question.language):
            return self._without(sheet, "abstained", "out-of-scope", "abstain", "out-of-scope")
        if question.language not in LANGUAGES:
            raise UnusableRequest(
                f"{question.language!r} is no language of the toolkit.",
                f"Use one of {', '.join(LANGUAGES)}.",
            )
        found = retrieve(self.library, text[:LONGEST_QUESTION], question.language)
        if places := asks_for_law_of(text, question.language):
            theirs = _under_law_of(places, found.evidence)
            if not theirs and not self._holds_law_of(places):
                named = ", ".join(described("law", place, question.language) for place in places)
                kind = "nothing-relevant"
                return self._without(sheet, "abstained", kind, "abstain", "law-elsewhere", named)
            if not theirs:
                sheet = replace(sheet, evidence=found.evidence)
                return self._silent(question, sheet, "weak-evidence", "weak-evidence")
            found = replace(found, evidence=theirs)
        sheet = replace(sheet, evidence=found.evidence)
        if found.strength not in ("strong", "near") and found.hearsay:
            reason = _hearsay(question.language, found.hearsay)
            return replace(
                sheet, outcome="abstained", reason_kind="weak-evidence", reason=reason, draft=None
            )
        if found.strength not in ("strong", "near"):
            kind = "nothing-relevant" if found.strength == "nothing" else "weak-evidence"
            if found.named:
                title = found.named[0].title
                return self._without(sheet, "abstained", kind, "abstain", "not-in-source", title)
            return self._silent(question, sheet, kind, kind)

        near = found.strength == "near"

        def compose(composer: Composer) -> Draft:
            if near:
                return _as_nearest(composer.answer(question, found.evidence[:NEAREST]))
            return composer.answer(question, found.evidence)

        sheet = self._composed(sheet, compose)
        if near:
            sheet = replace(sheet, reason_kind="near")
        if sheet.draft is None or len(sheet.draft.claims) <= near:
            return self._silent(question, sheet, "weak-evidence", "weak-evidence")
        counts = asks_for_a_quantity(text, question.language)
        if counts and asks_for_money(text, question.language):
            counts = False
            if not _MONEY.search(sheet.draft.text):
                return self._silent(question, sheet, "weak-evidence", "no-quantity")
        if counts and not _names_a_quantity(sheet.draft, question, bool(found.named)):
            return self._silent(question, sheet, "weak-evidence", "no-quantity")
        if length == "short":
            sheet = _first_paragraph(sheet)
        return _with_cautions(_with_hearsay(sheet, found.hearsay))

    def read_notes(self, notes: str, language: str = "") -> Incident:
        """The facts of pasted notes, each a span of them."""
        return read_notes(_said(notes, "note"), language)

    def statement(
        self, incident: Incident, channel: str = "holding", language: str = "en", length: str = ""
    ) -> Sheet:
        """A text for one channel from the facts of an incident."""
        _said(incident.notes, "note")
        _written(language)
        if channel not in CHANNELS:
            raise UnusableRequest(
                f"{channel!r} is no channel.", f"Choose one of: {', '.join(CHANNELS)}."
            )
        sheet = Sheet("draft", incident, withheld=incident.withheld, language=language)

        def compose(composer: Composer) -> Draft:
            return composer.statement(incident, (), channel, language, length)

        sheet = self._composed(sheet, compose, incident.notes, incident.facts)
        return self._reviewed(sheet, channel)

    def counter_message(
        self, rumour: Rumour, language: str = "en", channel: str = "", length: str = ""
    ) -> Sheet:
        """A reply to a rumour from verified facts, or one that waits for them."""
        rumour = replace(rumour, text=_said(rumour.text, "rumour"))
        _written(language)
        if rumour.format not in FORMATS:
            raise UnusableRequest(
                f"{rumour.format!r} is no format.", f"Choose one of: {', '.join(FORMATS)}."
            )
        sheet = Sheet("counter", rumour, language=language)

        def compose(composer: Composer) -> Draft:
            return composer.counter(rumour, (), channel, language)

        sheet = self._composed(sheet, compose, *rumour_basis(rumour))
        return self._reviewed(sheet, "social" if channel == "social" else "")

    def review(self, text: str, language: str = "", channel: str = "") -> Sheet:
        """Findings about a text somebody wrote."""
        if not text.strip():
            raise UnusableRequest("There is no text to check.", "Paste a draft first.")
        _said(text, "draft")
        language = language or detect(text)
        findings = review(text, _written(language), channel)
        return Sheet("review", text, findings=findings, language=language)

    # ---------------------------------------------------------------- follow-ups

    def wish(self, text: str) -> Wish | None:
        """What a follow-up asks to change, or None if it is a new request."""
        return read_wish(text)

    def revise(self, sheet: Sheet, wish: Wish) -> Sheet:
        """The next version of a sheet, composed again from the same request."""
        language = wish.language or sheet.language
        channel = wish.channel or (sheet.draft.channel if sheet.draft else "")
        request = sheet.request
        if isinstance(request, Incident):
            if wish.added:
                request = _with_line(request, wish.added)
            new = self.statement(request, channel or "holding", language, wish.length)
            if wish.added and language == request.notes_language:
                new = self._carrying(new, request, as_sentence(wish.added))
        elif isinstance(request, Rumour):
            if wish.added:
                request = replace(request, facts=(*request.facts, as_sentence(wish.added)))
            new = self.counter_message(request, language, channel, wish.length)
        elif isinstance(request, Question):
            text = f"{request.text} {wish.added}".strip()
            new = self.answer(Question(text, language), wish.length)
        else:
            raise UnusableRequest(
                "A check has no versions.", "Change the text and have it checked again."
            )
        done = ", ".join(
            part for part in (wish.length, wish.language, wish.channel, wish.added) if part
        )
        return replace(new, version=sheet.version + 1, record=(*sheet.record, done))

    # ---------------------------------------------------------------- looking things up

    def search(
        self, query: str, k: int = 10, language: str = "", only: Filter | None = None
    ) -> list[Hit]:
        """Passages for a query, without any decision about them."""
        return self.library.search(_said(query, "query")[:LONGEST_QUESTION], k, language, only)

    def guidance(self, source_id: str, language: str) -> tuple[Evidence, ...]:
        """The passages of a source, for a reader who wants to know what is behind a remark."""
        mine = [p for p in self.library.passages() if p.source_id == source_id]
        in_force = self.library.marks.in_force()
        mine = [p for p in mine if not _withdrawn(strictest(in_force, p))]
        shown = [p for p in mine if p.language == language] or mine
        return admit([Hit(p, 1.0, 1.0, 1.0) for p in shown], self.library)

    # ---------------------------------------------------------------- how a sheet is made

    def _silent(self, question: Question, sheet: Sheet, kind: str, key: str) -> Sheet:
        """Abstained from, with what the library itself says it does not cover."""
        sheet = self._without(sheet, "abstained", kind, "abstain", key)
        gap = silence(self.library, question.text[:LONGEST_QUESTION], sheet.language)
        return replace(sheet, reason=f"{sheet.reason} {gap}".strip())

    def _holds_law_of(self, places: Sequence[str]) -> bool:
        return any(set(places) & set(p.law) for p in self.library.passages())

    def _without(
        self, sheet: Sheet, outcome: Any, kind: str, section: str, key: str, named: str = ""
    ) -> Sheet:
        words = phrases(sheet.language, "answer")[section][key]
        reason = Template(words).safe_substitute(title=named, places=named)
        return replace(sheet, outcome=outcome, reason_kind=kind, reason=reason, draft=None)

    def _composed(
        self,
        sheet: Sheet,
        compose: Callable[[Composer], Draft],
        notes: str = "",
        facts: Sequence[Fact] = (),
    ) -> Sheet:
        """Compose, verify, and mend what a model said without support."""

        def verified(draft: Draft) -> Sheet:
            verdicts = verify(draft, sheet.evidence, notes, facts, sheet.withheld)
            return replace(sheet, draft=draft, verdicts=verdicts)

        if self.composer is self.engine:
            return verified(compose(self.engine))
        try:
            draft = compose(self.composer)
        except ComposerFailed as failure:
            draft = compose(self.engine)
            return verified(replace(draft, notes=(*draft.notes, str(failure))))
        verdicts = verify(draft, sheet.evidence, notes, facts, sheet.withheld)
        headline = verify_headline(draft, sheet.evidence, notes, facts, sheet.withheld)
        if headline is not None:
            verdicts = (*verdicts, headline)
        spare = compose(self.engine)
        mended, _ = mend(draft, verdicts, spare)
        return verified(keep_gaps(mended, spare) if sheet.task != "ask" else mended)

    def _carrying(self, sheet: Sheet, incident: Incident, line: str) -> Sheet:
        """The sheet with ``line``, word for word, if the plan had no place for it.

        It goes before the next update and is judged like every other sentence.
        """
        draft, start = sheet.draft, incident.notes.rfind(line)
        if draft is None or start < 0:
            return sheet
        mine = {fact.id for fact in incident.facts if fact.end > start}
        if any(mine & set(claim.facts) for claim in draft.claims):
            return sheet
        last = [n for n, c in enumerate(draft.claims) if c.move in ("next_update", "signature")]
        at = last[0] if last else len(draft.claims)
        added = Claim(line, "fact", facts=tuple(sorted(mine)), move="added", new_paragraph=True)
        claims = (*draft.claims[:at], added, *draft.claims[at:])
        draft = replace(draft, claims=claims)
        verdicts = verify(draft, sheet.evidence, incident.notes, incident.facts, sheet.withheld)
        return replace(sheet, draft=draft, verdicts=verdicts)

    def _reviewed(self, sheet: Sheet, channel: str) -> Sheet:
        if sheet.draft is None:
            return sheet
        findings = review(sheet.draft.text, sheet.language, channel)
        return replace(sheet, findings=findings)


def as_sentence(text: str) -> str:
    """What a person typed, as a line of its own: a capital first, a mark at the end."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text[-1:] in '.!?…"”»' else ".")


def _with_line(incident: Incident, line: str) -> Incident:
    """The incident with one more line of notes that the person wants in the text.

    A line that the reader takes for mere context would be left for the person
    to decide about; here the person has decided, so it goes in as a notice.
    """
    notes = incident.notes.rstrip()
    read = read_notes(f"{notes}\n\n{as_sentence(line)}", incident.notes_language)
    facts = tuple(
        replace(fact, kind="service")
        if fact.kind == "context" and fact.start > len(notes)
        else fact
        for fact in read.facts
    )
    return replace(read, facts=facts)


def _hearsay(language: str, pairs: Sequence[tuple[str, str]]) -> str:
    words = Template(phrases(language, "answer")["hearsay"])
    return " ".join(words.substitute(upload=upload, source=source) for upload, source in pairs)


def _with_hearsay(sheet: Sheet, pairs: Sequence[tuple[str, str]]) -> Sheet:
    """The sheet with a note on papers that speak for a source and were not cited."""
    if not pairs or sheet.draft is None:
        return sheet
    notes = (*sheet.draft.notes, _hearsay(sheet.language, pairs))
    return replace(sheet, draft=replace(sheet.draft, notes=notes))


def _as_nearest(draft: Draft) -> Draft:
    """The draft under a sentence that says it is no answer, only what comes nearest."""
    said = Claim(phrases(draft.language, "answer")["nearest"], "phrase", move="nearest")
    first = [replace(claim, new_paragraph=True) for claim in draft.claims[:1]]
    return replace(draft, claims=(said, *first, *draft.claims[1:]) if first else ())


def _with_cautions(sheet: Sheet) -> Sheet:
    """The sheet with what a reader must know of the passages it cites: law, doubts."""
    if sheet.draft is None:
        return sheet
    cited = {label for claim in sheet.draft.claims for label in claim.cites}
    said = cautions([item for item in sheet.evidence if item.label in cited], sheet.language)
    notes = (*sheet.draft.notes, *said)
    return replace(sheet, draft=replace(sheet.draft, notes=notes))


def _withdrawn(mark: Mark | None) -> bool:
    return mark is not None and mark.standing == "withdrawn"


def _under_law_of(places: Sequence[str], evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Evidence that may answer a question about the law of ``places``.

    A document of the office carries no code; it is shown as what it is.
    """
    return tuple(
        item for item in evidence if item.kind == "upload" or set(places) & set(item.passage.law)
    )


def _names_a_quantity(draft: Draft, question: Question, named: bool) -> bool:
    """Does a number, or a span of time, stand beside what the question counts?

    A year is no quantity, and three deputies do not answer how many incidents.
    Where nothing is counted ("how often", "what budget"), or the source was
    ``named`` and may count in other words, the sentence must share a word with
    the question.
    """
    said = set(phrases(draft.language, "quantities")["words"])
    language = question.language
    wanted = counted(question.text, language)
    asked = {w for w in content_words(question.text, language) if not w.isdigit()}
    for claim in draft.claims:
        for span in sentences(claim.text):
            flat = _YEAR.sub(" ", span.text.casefold().replace("’", " "))
            told = [word.text for word in words(flat)]
            numbers = [n for n, word in enumerate(told) if word in said or word[0].isdigit()]
            if not numbers:
                continue
            stemmed = [content_words(word, draft.language) for word in told]
            if wanted and not named and not _of_time(wanted, language):
                near = (here for n in numbers for here in stemmed[max(0, n - 2) : n + 5])
                if any(_akin(one, other) for here in near for other in here for one in wanted):
                    return True
            elif any(_akin(one, other) for here in stemmed for other in here for one in asked):
                return True
    return False


def _of_time(wanted: Collection[str], language: str) -> bool:
    """Is it time that is counted? Its units are quantities by themselves."""
    return bool(set(wanted) & content_words(phrases(language, "quantities")["time"], language))


def _akin(one: str, other: str) -> bool:
    """The same stem, or one inside the other, as in "Notfallübung"."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) > 4 and short in long)


def _first_paragraph(sheet: Sheet) -> Sheet:
    """The answer cut to its first paragraph, with the verdicts that belong to it."""
    assert sheet.draft is not None
    claims = sheet.draft.claims
    # The sentence that says what is only near is no paragraph of its own.
    starts = [n for n, c in enumerate(claims) if n and c.new_paragraph]
    starts = starts[1:] if claims[0].move == "nearest" else starts
    end = starts[0] if starts else len(claims)
    kept = tuple(v for v in sheet.verdicts if v.claim < end)
    return replace(sheet, draft=replace(sheet.draft, claims=claims[:end]), verdicts=kept)
