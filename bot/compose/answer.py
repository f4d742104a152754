"""Answers a question with sentences that stand in the evidence, word for word.

Extractive on purpose: without a model, the only sentence a citation surely
supports is the one that is cited. Our guidance is written in sentences that
stand alone, so a selection reads as an answer. Documents of the office are
quoted as such, after the guidance: they may be right, but nobody checked them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from string import Template

from bot.model import Claim, Draft, Evidence, Question
from bot.wording import phrases
from kb.text import Span, content_words, sentences

#: Sentences taken from the best passage, the second, the third ...
FROM_PASSAGE = (5, 3, 2, 2)
#: A passage that bears this much less on the question than the best one answers another.
FAR_BEHIND = 0.6
#: Sentences from documents of the office, at most.
FROM_UPLOADS = 2


def _overlaps(question: Question, passages: Sequence[Evidence]) -> dict[str, float]:
    """Weight of each content word of the question: rarer among the passages weighs more."""
    wanted = content_words(question.text, question.language)
    seen = Counter(
        word
        for item in passages
        for word in content_words(item.passage.text, item.passage.language) & wanted
    )
    return {word: 1.0 / (1 + seen[word]) for word in wanted}


def _best_run(item: Evidence, weights: dict[str, float], length: int) -> list[Span]:
    """The ``length`` neighbouring sentences of a passage that say most about the question.

    Neighbours, because a sentence explains the one before it.
    """
    spans = sentences(item.passage.text)
    if len(spans) <= length:
        return spans
    scores = [
        sum(weights.get(word, 0.0) for word in content_words(span.text, item.passage.language))
        for span in spans
    ]
    starts = range(len(spans) - length + 1)
    best = max(starts, key=lambda i: (round(sum(scores[i : i + length]), 6), -i))
    return spans[best : best + length]


def _from_guidance(question: Question, items: Sequence[Evidence], most: int) -> list[Claim]:
    if not items:
        return []
    weights = _overlaps(question, items)
    near = [item for item in items if item.score >= FAR_BEHIND * items[0].score]
    claims = []
    for item, length in zip(near, FROM_PASSAGE[:most], strict=False):
        for n, span in enumerate(_best_run(item, weights, length)):
            claims.append(
                Claim(
                    " ".join(span.text.split()),
                    "evidence",
                    cites=(item.label,),
                    move="guidance",
                    new_paragraph=n == 0,
                )
            )
    return claims


def _from_uploads(question: Question, items: Sequence[Evidence]) -> list[Claim]:
    words = phrases(question.language, "answer")
    weights = _overlaps(question, items)
    claims = []
    for item in items[:FROM_UPLOADS]:
        for span in _best_run(item, weights, 1):
            said = " ".join(span.text.split()).rstrip(".").replace("\u201d", '"')
            text = Template(words["upload"]).substitute(title=item.title, words=said)
            claims.append(Claim(text, "evidence", (item.label,), move="upload", new_paragraph=True))
    return claims


def compose_answer(question: Question, evidence: Sequence[Evidence], length: str = "") -> Draft:
    """An answer of cited sentences; ``length`` "short" keeps to the best passage.

    The draft has no claims if there is no evidence: the desk then abstains.
    """
    guidance = [item for item in evidence if item.kind != "upload"]
    uploads = [item for item in evidence if item.kind == "upload"]
    strongest = max((item.score for item in evidence), default=0.0)
    uploads = [item for item in uploads if item.score >= FAR_BEHIND * strongest]
    guidance = [item for item in guidance if item.score >= FAR_BEHIND * strongest]
    claims = _from_guidance(question, guidance, 1 if length == "short" else len(FROM_PASSAGE))
    claims += _from_uploads(question, uploads)
    return Draft(tuple(claims), question.language)
