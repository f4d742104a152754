"""Judging by the letter: a cited sentence stands if it is in its passage word for word.

For languages the verifier has no words to weigh sentences by (German and
Norwegian today). What the engine answers is quoted from a passage and passes;
of a model's own sentences none does, and the engine's take their place. Less
prose, never a weaker guarantee.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import Template

from bot.model import Claim, Evidence, Verdict
from bot.verify.lexicon import phrases_of
from kb.text import sentences


def stands_in(text: str, passage: str) -> bool:
    """Is ``text`` made of whole sentences of ``passage``? Half a sentence may mean the opposite."""
    said, held = ([" ".join(s.text.split()) for s in sentences(part)] for part in (text, passage))
    return bool(said) and set(said) <= set(held)


def judge_by_the_letter(
    number: int, claim: Claim, evidence: Sequence[Evidence], language: str
) -> Verdict:
    """Supported, or not; ``evidence`` is everything that was admitted."""
    reasons = phrases_of(language, "reasons")
    shelf = {item.label: item for item in evidence}
    if claim.origin == "phrase" and not claim.cites:  # the toolkit's own words around an answer
        return Verdict(number, "general wording", reasons["general"])
    for label in claim.cites:
        if label not in shelf:
            reason = Template(reasons["unknown_source"]).safe_substitute(item=label)
            return Verdict(number, "unknown source", reason)
    for label in claim.cites:
        if stands_in(claim.text, shelf[label].passage.text) or (
            claim.move == "upload" and _quoted_from(claim.text, shelf[label])
        ):
            return Verdict(number, "supported", reasons["supported_words"], claim.text, label)
    key = "not_word_for_word" if claim.cites else "no_source"
    return Verdict(number, "unsupported", reasons[key])


def _quoted_from(text: str, item: Evidence) -> bool:
    """The engine's frame around a sentence of an office's paper: only the quotation must stand."""
    quoted = re.findall(r"[„«“](.+?)[“»”](?=[\s.,(]|$)", text)
    held = [" ".join(s.text.split()).rstrip(".") for s in sentences(item.passage.text)]
    return len(quoted) >= 2 and quoted[0] == item.title and quoted[-1] in held
