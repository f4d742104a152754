"""Replaces what a model said without support, move by move, and says so.

The spare draft is the engine's, made from the same facts. A refused sentence
is exchanged for the spare sentences of its move (once for each move) or left
out. The number of replaced sentences is noted in the draft, never hidden.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from string import Template

from bot.model import Claim, Draft, Verdict
from bot.verify.judge import HEADLINE
from bot.verify.lexicon import phrases_of

#: A visible gap: words in square brackets, longer than a label.
_GAP = re.compile(r"\[[^\]\n]{6,}\]")

REFUSED = ("unsupported", "unknown source")


def mend(draft: Draft, verdicts: Sequence[Verdict], spare: Draft) -> tuple[Draft, tuple[int, ...]]:
    """(the draft without its unsupported claims, the numbers of those claims).

    A verdict numbered -1 is about the headline. If nothing of the draft
    stands, the whole is the spare draft. Engine sentences are judged again by
    whoever shows the result: this function trusts nobody.
    """
    refused = {v.claim for v in verdicts if v.standing in REFUSED}
    wrong = tuple(n for n in range(len(draft.claims)) if n in refused)
    bad_headline = HEADLINE in refused
    if not wrong and not bad_headline:
        return draft, ()
    words = phrases_of(draft.language, "mending")
    notes = list(draft.notes)
    headline = draft.headline
    if bad_headline:
        headline = spare.headline
        notes.append(words["headline"])
    if not wrong:
        return replace(draft, headline=headline, notes=tuple(notes)), (HEADLINE,)
    if len(wrong) == len(draft.claims):
        whole = replace(spare, notes=(*spare.notes, words["all"]))
        return whole, wrong
    count = words["replaced_one" if len(wrong) == 1 else "replaced"]
    notes.append(Template(count).safe_substitute(count=str(len(wrong))))
    claims = _exchanged(draft, frozenset(wrong), spare)
    gaps = tuple(dict.fromkeys(g for g in (*draft.gaps, *spare.gaps) if _stands(g, claims)))
    mended = replace(draft, claims=claims, headline=headline, gaps=gaps, notes=tuple(notes))
    return mended, (*((HEADLINE,) if bad_headline else ()), *wrong)


def _exchanged(draft: Draft, wrong: frozenset[int], spare: Draft) -> tuple[Claim, ...]:
    kept_moves = {c.move for n, c in enumerate(draft.claims) if n not in wrong and c.move}
    kept_texts = {c.text for n, c in enumerate(draft.claims) if n not in wrong}
    done: set[str] = set()
    claims: list[Claim] = []
    opens = False
    for n, claim in enumerate(draft.claims):
        if n not in wrong:
            claims.append(replace(claim, new_paragraph=claim.new_paragraph or opens))
            opens = False
            continue
        opens = opens or claim.new_paragraph
        move = claim.move
        if not move or move in done or move in kept_moves:
            continue
        done.add(move)
        for other in spare.claims:
            if other.move == move and other.text not in kept_texts:
                claims.append(replace(other, new_paragraph=other.new_paragraph or opens))
                opens = False
    return tuple(claims)


def _stands(gap: str, claims: Sequence[Claim]) -> bool:
    return any(gap in claim.text for claim in claims)


def keep_gaps(draft: Draft, spare: Draft) -> Draft:
    """``draft`` with the visible gaps of ``spare`` that it passed over.

    The spare draft is the engine's: it leaves a gap wherever its plan wants
    something that the notes lack. A model that writes smoothly past one would
    weaken the promise, so the engine's sentence with the gap is put back, after
    the move that comes before it, and the draft says so.
    """
    shown = {claim.move for claim in draft.claims if _GAP.search(claim.text)}
    lost = [c for c in spare.claims if _GAP.search(c.text) and c.move not in shown]
    if not lost:
        return draft
    order = [claim.move for claim in spare.claims]
    claims = list(draft.claims)
    for claim in lost:
        before = set(order[: order.index(claim.move)])
        places = [n for n, c in enumerate(claims, 1) if c.move in before]
        claims.insert(places[-1] if places else len(claims), claim)
    notes = (*draft.notes, phrases_of(draft.language, "mending")["gaps"])
    gaps = dict.fromkeys((*draft.gaps, *(gap for c in lost for gap in _GAP.findall(c.text))))
    return replace(draft, claims=tuple(claims), gaps=tuple(gaps), notes=notes)
