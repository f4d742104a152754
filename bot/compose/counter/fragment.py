"""Short forms of a fact: the headline, and the fact again at the end.

A fragment is always a run of the person's own words, cut only where a reader
would pause: before a semicolon, around a colon, before a closing relative
clause. Nothing is reworded, so nothing can change its meaning. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.compose.counter.bearing import denies, settles
from bot.compose.counter.myth import Myth
from bot.compose.counter.signals import found, holds, near_start
from bot.compose.counter.verified import Unit, counts, plain, starts_dependent
from kb.text import content_words

#: A headline is read at a glance; a sentence longer than this is no headline.
HEADLINE_WORDS = 20
#: The fact again: as long as a breath.
AGAIN_WORDS = 26
#: A fact that has no piece as short as this is not said a second time.
LAST_BREATH = 40
#: The least worth of a headline from the leading fact, and from another one.
LEAD_ENOUGH, OTHER_ENOUGH, ANY_LEAD = -1.2, 1.0, -4.5

_SEMICOLON = re.compile(r"\s{0,2};\s")
_COLON = re.compile(r"[ \u00a0\u202f]{0,2}:\s")
_TAIL = re.compile(
    r",[ \u00a0](?:with|which|who|where|and none|and nobody|and no|from|"
    r"avec|qui|dont|où|de \d|et aucun)\b[^,;:]{1,200}$"
)


def _length(text: str) -> int:
    return len(text.split())


def trimmed(sentence: str) -> str:
    """A sentence without its source and without what follows a semicolon."""
    return _SEMICOLON.split(plain(sentence), maxsplit=1)[0]


def _before_colon(text: str) -> str:
    left = _COLON.split(text, maxsplit=1)[0]
    return left if _length(left) >= 5 else text


def _pieces(sentence: str) -> list[str]:
    bare = plain(sentence)
    pieces = [bare]
    for part in _SEMICOLON.split(bare):
        pieces.append(part)
        left = _COLON.split(part, maxsplit=1)[0]
        if left != part and _length(left) >= 4:
            pieces.append(left)
        for piece in (part, left):
            short = _TAIL.sub("", piece)
            if short != piece and _length(short) >= 5:
                pieces.append(short)
    return list(dict.fromkeys(pieces))


def _worth(
    piece: str, myth: Myth, language: str, words: Mapping[str, Any]
) -> tuple[float, int, bool]:
    """How good a headline a piece makes, how many words of the claim it holds, groups in it?"""
    stems = content_words(piece, language)
    loaded = len(stems & myth.loaded)
    groups = bool(found(piece, words["groups"]))
    firm = settles(piece, words) or denies(piece, words)
    worth = (
        3.0 * bool(counts(piece, language))
        + 2.0 * settles(piece, words)
        + 1.0 * bool(stems & myth.subject)
        # A sentence that settles the question may name it; another repeats the claim.
        - (1.0 if firm else 2.5) * loaded
        - 6.0 * groups
        - 1.5 * denies(piece, words)
        - 3.0 * holds(piece, words["burden"])
        - 3.0 * near_start(piece, words["carrier"])
        - 0.3 * max(0, _length(piece) - 11)
    )
    return worth, loaded, groups


def headline(
    lead: Unit,
    others: tuple[Unit, ...],
    myth: Myth,
    language: str,
    words: Mapping[str, Any],
    lead_enough: float = LEAD_ENOUGH,
) -> tuple[str, bool]:
    """The best short piece of the leading fact, or "" if every piece carries the claim along.

    The second value says that the piece was not the first sentence of its
    fact ("All 14 met the standard"): it reads better with its subject before it.
    """
    announced = lead_enough == ANY_LEAD
    for least, units in ((lead_enough, (lead,)), (OTHER_ENOUGH, others)):
        best: tuple[float, str, bool] | None = None
        for unit, place, sentence in [
            (each, place, sentence)
            for each in units
            for place, sentence in enumerate(each.sentences)
        ]:
            for piece in _pieces(sentence):
                if not 4 <= _length(piece) <= HEADLINE_WORDS or starts_dependent(piece, words):
                    continue
                worth, loaded, groups = _worth(piece, myth, language, words)
                if groups or loaded > (1 if denies(piece, words) else 2):
                    continue
                if unit is not lead and not _answers(piece, myth, language, words):
                    continue
                worth -= place > 0 and myth.topic is None
                worth -= 3.0 * (place > 0 and announced)
                worth -= 2.0 * (piece not in plain(sentence)[: len(piece)])
                if best is None or worth > best[0]:
                    best = (worth, piece, place > 0)
        # Without a place to name, any line of our own would say less than this one.
        if best and myth.topic is None and not denies(best[1], words):
            least -= 2.0
        if best and best[0] >= least:
            return best[1], best[2]
    return "", False


def _answers(piece: str, myth: Myth, language: str, words: Mapping[str, Any]) -> bool:
    """Does a fact that does not lead settle something, for the claim or by a count?"""
    firm = settles(piece, words) or denies(piece, words)
    shared = content_words(piece, language) & myth.loaded
    return firm and bool(shared or counts(piece, language))


def again(lead: Unit, myth: Myth, language: str, words: Mapping[str, Any]) -> str:
    """The leading fact in a breath: all its sentences cut short, or the best; or ""."""
    short = [_before_colon(trimmed(sentence)) for sentence in lead.sentences]
    together = ". ".join(short)
    if _length(together) <= AGAIN_WORDS:
        return together
    standing = [
        piece
        for sentence in lead.sentences
        for piece in _pieces(sentence)
        if _length(piece) >= 4 and not starts_dependent(piece, words)
    ]
    breath = [piece for piece in standing or short[:1] if _length(piece) <= LAST_BREATH]
    if not breath:
        return ""
    brief = [piece for piece in breath if _length(piece) <= AGAIN_WORDS]
    return max(brief or breath[:1], key=lambda piece: _worth(piece, myth, language, words)[0])


def lowered(text: str, words: Mapping[str, Any]) -> str:
    """``text`` with a small first letter, if its first word is one that may be written small."""
    match = re.match(r"[^\W\d_]+", text)
    if match and holds(match.group(), words["small"]) and not match.group()[1:2].isupper():
        return text[:1].lower() + text[1:]
    return text
