"""Names in a text: runs of capitalised words, joined over small particles.

A word that only stands at the beginning of a sentence is written with a
capital whatever it is. It counts as a name if another capitalised word
follows, or if it is no ordinary opener. Names of offices ("Mayor", "Police")
are part of a run but never a name alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.verify.lexicon import Lexicon, flat, stem

_TOKEN = re.compile(r"[^\W_]+")
#: What may stand between two parts of one name.
_JOIN = re.compile(r"^(?:[ \u00a0\u202f]|['’\-.&]|\. )$")
#: These join two names without making them one.
_OF = ("of", "and", "de", "du", "des", "d", "en", "sur", "a", "au", "aux")
_OPENING = re.compile(r"(?:^|[.!?…:;\n•–—(\"“«\]])[\s\"“«'‘(*•–—\-]*$")


@dataclass(frozen=True)
class Name:
    """A run: as written, its parts that must be known (folded), the title beside it."""

    text: str
    parts: tuple[str, ...]
    start: int
    end: int
    opening: bool = False  #: a single word at the beginning of a sentence
    joined: tuple[bool, ...] = ()  #: for each part after the first: no "of" or "de" before it


def names(text: str, words: Lexicon, taken: Sequence[tuple[int, int]] = ()) -> list[Name]:
    """The names of ``text``; spans in ``taken`` (figures) are passed over."""
    busy = bytearray(len(text) + 1)
    for start, end in taken:
        busy[start:end] = b"\x01" * (end - start)
    tokens = [m for m in _TOKEN.finditer(text) if not busy[m.start()]]
    found, at = [], 0
    while at < len(tokens):
        if not _capital(tokens[at].group()):
            at += 1
            continue
        run, last = [tokens[at]], at
        nxt = at + 1
        while nxt < len(tokens) and nxt - last <= 3:
            between = text[run[-1].end() : tokens[nxt].start()] if nxt == last + 1 else ""
            word = tokens[nxt].group()
            if nxt == last + 1 and not _JOIN.match(between):
                break
            if nxt > last + 1 and not _JOIN.match(
                text[tokens[nxt - 1].end() : tokens[nxt].start()]
            ):
                break
            if _capital(word):
                run += tokens[last + 1 : nxt + 1]
                last = nxt
            elif flat(word) not in words.particles:
                break
            nxt += 1
        at = last + 1
        if name := _named(text, run, words):
            found.append(name)
    return found


def _capital(word: str) -> bool:
    return word[0].isupper() and not (len(word) == 1 and word in "IÀAÔYLDSMTNJCÉ")


def _named(text: str, run: list[re.Match[str]], words: Lexicon) -> Name | None:
    opening = bool(_OPENING.search(text[max(0, run[0].start() - 12) : run[0].start()]))
    if len(run) > 1 and opening and not _shouted(run[0].group()) and _ordinary_before(run, words):
        run = run[1:]
        while run and (flat(run[0].group()) in words.particles or not _capital(run[0].group())):
            run = run[1:]
        opening = False
    elif len(run) == 1 and opening and _ordinary(run[0].group(), words):
        return None
    if not run:
        return None
    parts, joined, of = [], [], False
    for m in run:
        part = flat(m.group())
        if part in words.particles and not _shouted(m.group()):
            of = of or part in _OF
        elif (
            part not in words.titles
            and len(part) > 1
            and not (part in words.openers and len(run) == 1)
        ):
            joined.append(not of)
            parts.append(part)
            of = False
    if all(p in words.places for p in parts) and len(run) < 2:
        return None
    whole = text[run[0].start() : run[-1].end()]
    if not parts:
        return None
    alone = opening and len(run) == 1
    return Name(whole, tuple(parts), run[0].start(), run[-1].end(), alone, tuple(joined[1:]))


def _ordinary(word: str, words: Lexicon) -> bool:
    """A word that a sentence may well begin with."""
    low = flat(word)
    return not _shouted(word) and (low in words.openers or low.endswith(words.word_endings))


def _ordinary_before(run: list[re.Match[str]], words: Lexicon) -> bool:
    """ "Personnes LGBTIQ", "Police Chief": is the first word no part of the name?"""
    if _ordinary(run[0].group(), words):
        return True
    root = stem(flat(run[0].group()), words.language)
    known = root in words.stock or root in words.single
    return (
        known
        and flat(run[0].group()) not in words.titles
        and flat(run[1].group()) not in words.places
    )


def _shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper()
