"""A sheet read sentence by sentence: what each one is, and what it rests on.

The page and both exports draw from these rows, so they never disagree about a
mark or about a citation. A citation is named by the label of its evidence, never by
its place in a list: taking a sentence out leaves every other citation as it was. Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.model import Claim, Evidence, Incident, Rumour, Sheet, Verdict
from kb.text import content_words

#: How a sentence is marked for a reader; four marks for five standings.
Mark = Literal["notes", "source", "general", "unsupported"]
MARKS: tuple[Mark, ...] = ("notes", "source", "general", "unsupported")

_MARK_OF: dict[str, Mark] = {
    "from the brief": "notes",
    "supported": "source",
    "general wording": "general",
    "unsupported": "unsupported",
    "unknown source": "unsupported",
}

#: A visible gap: "[to confirm: …]", "[à traduire : …]". Bounded, so that reading stays linear.
_GAP = re.compile(r"\[[^\[\]\n:]{2,30}:[^\[\]\n]{1,2000}\]")
#: A verified fact shares at least this part of a sentence's words to be shown beside it.
SHARED = 0.4


@dataclass(frozen=True)
class Row:
    """One sentence of a draft with its mark, and the labels of the passages it cites."""

    claim: Claim
    mark: Mark
    labels: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()  #: words of the notes, or of the passages
    reason: str = ""  #: why it does not stand


@dataclass(frozen=True)
class Citation:
    """A passage the draft cites, and the words relied on."""

    evidence: Evidence
    quotes: tuple[str, ...] = ()


def gaps_in(text: str) -> list[tuple[int, int]]:
    """Where the visible gaps of a text stand."""
    return [found.span() for found in _GAP.finditer(text)]


def open_gaps(sheet: Sheet) -> tuple[str, ...]:
    """Every gap left on the sheet, each once, in reading order."""
    if sheet.draft is None:
        return ()
    text = f"{sheet.draft.headline}\n{sheet.draft.text}"
    shown = [text[start:end] for start, end in gaps_in(text)]
    return tuple(dict.fromkeys((*shown, *sheet.draft.gaps)))


def citations(sheet: Sheet) -> tuple[Citation, ...]:
    """The cited passages in the order in which the text cites them."""
    if sheet.draft is None:
        return ()
    shelf = {item.label: item for item in sheet.evidence}
    cited = dict.fromkeys(label for c in sheet.draft.claims for label in c.cites if label in shelf)
    quotes: dict[str, dict[str, None]] = {}
    for verdict in sheet.verdicts:
        if verdict.label and verdict.quote:
            quotes.setdefault(verdict.label, {})[verdict.quote] = None
    return tuple(Citation(shelf[label], tuple(quotes.get(label, ()))) for label in cited)


def rows(sheet: Sheet) -> tuple[Row, ...]:
    """The sentences of the draft, judged ones as they stand, the rest as unsupported."""
    if sheet.draft is None:
        return ()
    verdicts = {verdict.claim: verdict for verdict in sheet.verdicts}
    held = {item.label for item in sheet.evidence}
    found = []
    for position, claim in enumerate(sheet.draft.claims):
        verdict = verdicts.get(position)
        mark = _MARK_OF.get(verdict.standing, "unsupported") if verdict else "unsupported"
        cited = tuple(label for label in claim.cites if label in held)
        reason = verdict.reason if verdict and mark == "unsupported" else ""
        found.append(Row(claim, mark, cited, _basis(sheet, claim, verdict, mark), reason))
    return tuple(found)


def _basis(sheet: Sheet, claim: Claim, verdict: Verdict | None, mark: Mark) -> tuple[str, ...]:
    if mark == "source":
        if verdict and verdict.quote:
            return (verdict.quote,)
        shelf = {item.label: item.passage.text for item in sheet.evidence}
        return tuple(shelf[label] for label in claim.cites if label in shelf)
    if mark != "notes":
        return ()
    if isinstance(sheet.request, Incident):
        facts = {fact.id: fact.text for fact in sheet.request.facts}
        said = tuple(facts[id] for id in claim.facts if id in facts)
        return said or _nearest(claim.text, tuple(facts.values()), sheet.language)
    if isinstance(sheet.request, Rumour):
        return _nearest(claim.text, sheet.request.facts, sheet.language)
    return ()


def _nearest(text: str, facts: tuple[str, ...], language: str) -> tuple[str, ...]:
    """The facts whose words the sentence uses, where the composer named none."""
    mine = content_words(text, language)
    if not mine:
        return ()
    shared = [(len(mine & content_words(fact, language)) / len(mine), fact) for fact in facts]
    best = max((share for share, _ in shared), default=0.0)
    return tuple(fact for share, fact in shared if share == best and share >= SHARED)
