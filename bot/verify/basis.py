"""What a claim may rest on: the usable part of the notes, or cited passages.

What must not go out (withheld spans, facts that are withdrawn, private or for
staff only) is blanked before anything is compared, so it can support nothing.
The text as it was is kept beside it, only to say why an item is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from bot.model import Evidence, Fact, Withheld
from bot.verify.lexicon import Lexicon, built, flat, lexicon, stem
from bot.verify.reading import Reading, Word, read
from kb.text import stop_words

#: Channels whose readers may see what is marked for staff or partners.
INSIDE = ("internal", "partners")

#: The name under which a rumour's own words are passed as a reported fact.
RUMOUR = "rumour"

#: Statuses whose text supports nothing.
SILENT = ("withdrawn", "private", "withheld")


@dataclass(frozen=True)
class Part:
    """One cited passage inside a joined text."""

    label: str
    start: int
    end: int


@dataclass(frozen=True)
class Basis:
    """Notes or passages, read, with the status of every place in them."""

    reading: Reading  #: usable text: what must stay inside is blanked, offsets kept
    original: Reading
    language: str
    spans: tuple[tuple[int, int, str, str], ...]  #: start, end, status, by
    parts: tuple[Part, ...] = ()  #: passages; empty for notes
    header: Reading | None = None  #: titles, publishers and years of the passages
    compare_words: bool = True  #: False where the language is another than the draft's
    _soft: dict[int, bool] = field(default_factory=dict)  #: clauses already looked at

    @property
    def is_passages(self) -> bool:
        return bool(self.parts)

    def status_at(self, offset: int) -> tuple[str, str]:
        """(status, by) at a place: that of the narrowest fact that covers it."""
        best: tuple[int, str, str] | None = None
        for start, end, status, by in self.spans:
            if start <= offset < end and (best is None or end - start < best[0]):
                best = (end - start, status, by)
        if best:
            return best[1], best[2]
        if not self.is_passages:
            clause = self.reading.clause_at(offset)
            if clause not in self._soft:
                start, end = self.reading.clause_spans[clause]
                if clause and self.reading.text[start - 1 : start] == ":":
                    start = self.reading.clause_spans[clause - 1][0]
                asked = self.reading.text[end : end + 1] == "?"
                soft = self.reading.words_of.soft
                self._soft[clause] = asked or bool(soft.search(self.reading.flat[start:end]))
            if self._soft[clause]:
                return "reported", ""
        return "confirmed", ""

    def is_rumour(self, offset: int) -> bool:
        """Does the place stand in a rumour's own words?"""
        return any(by == RUMOUR and start <= offset < end for start, end, _, by in self.spans)

    def words_for(self, word: Word, concepts: Iterable[str]) -> list[Word]:
        """Where the basis holds the word or one of the concepts."""
        found = []
        if self.compare_words and word.stem:
            found += self.reading.by_stem.get(word.stem, [])
        for concept in concepts:
            found += self.reading.by_concept.get(concept, [])
        return found


@cache
def _common(language: str) -> frozenset[str]:
    return frozenset(flat(w) for w in stop_words(language))


def spoken_in(text: str, default: str) -> str:
    """The language whose stop words are met most often; cheap, and enough for notes."""
    tokens = flat(text[:20_000]).replace("'", " ").split()
    counts = {
        language: sum(t.strip(".,;:!?()") in _common(language) for t in tokens)
        for language in ("en", "fr", "de", "no")
    }
    best = max(counts, key=lambda language: (counts[language], language == default))
    return best if counts[best] >= 2 and counts[best] > 1.3 * counts[default] else default


def _words_of(language: str, default: str) -> Lexicon:
    return lexicon(language if built(language) else default)


def of_notes(
    notes: str,
    facts: Sequence[Fact],
    withheld: Sequence[Withheld],
    language: str,
    channel: str,
) -> Basis:
    """The notes as a basis for a draft in ``language`` for ``channel``."""
    spans: list[tuple[int, int, str, str]] = []
    for fact in facts:
        status: str = fact.status
        if fact.kind == "internal" and channel not in INSIDE:
            status = "private"
        if notes[fact.start : fact.end] == fact.text:
            spans.append((fact.start, fact.end, status, fact.by))
        else:
            spans += [(s, e, status, fact.by) for s, e in _places(notes, fact.text)]
    for item in withheld:
        at = [(item.start, item.end)] if notes[item.start : item.end] == item.span else []
        spans += [(s, e, "withheld", "") for s, e in at or _places(notes, item.span)]
    cover: list[str] = [""] * len(notes)
    # The narrowest span decides: a name inside a private line may be the speaker's.
    for start, end, status, _ in sorted(spans, key=lambda s: (s[0] - s[1], s[2] in SILENT)):
        for n in range(max(0, start), min(end, len(notes))):
            cover[n] = status
    usable = "".join(
        " " if cover[n] in SILENT and not char.isspace() else char for n, char in enumerate(notes)
    )
    spoken = spoken_in(notes, language)
    words = _words_of(spoken, language)
    original = read(notes, words, lines=True)
    reading = original if usable == notes else read(usable, words, lines=True)
    return Basis(reading, original, spoken, tuple(spans), compare_words=spoken == language)


def _places(text: str, span: str) -> list[tuple[int, int]]:
    if len(span.strip()) < 2:
        return []
    found: list[tuple[int, int]] = []
    at = text.find(span)
    while at >= 0 and len(found) < 200:
        found.append((at, at + len(span)))
        at = text.find(span, at + len(span))
    return found


def of_passages(evidence: Sequence[Evidence], language: str) -> Basis:
    """Cited passages joined to one text, in the language they are written in."""
    pieces, parts, at = [], [], 0
    for item in evidence:
        pieces.append(item.passage.text)
        parts.append(Part(item.label, at, at + len(item.passage.text)))
        at += len(item.passage.text) + 2
    spoken = evidence[0].passage.language if evidence else language
    words = _words_of(spoken, language)
    reading = read("\n\n".join(pieces), words)
    head = ". ".join(
        str(x)
        for item in evidence
        for x in (item.title, item.publisher, item.year or "", *item.passage.headings)
        if x
    )
    return Basis(reading, reading, spoken, (), tuple(parts), read(head, words), spoken == language)


def keys(word: Word) -> set[str]:
    """What a word may be recognised by: its stem and its concepts."""
    roots = (word.stem, *word.inside) if word.stem else word.inside
    return {f"~{root}" for root in roots} | {c.removeprefix("not-") for c in word.concepts}


def known_stem(folded: str, reading: Reading) -> bool:
    return (root := stem(folded, reading.words_of.language)) != "" and root in reading.by_stem
