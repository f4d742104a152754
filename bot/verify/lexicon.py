"""What the verifier knows of a language: word lists under words/, loaded once.

A *concept* is one meaning with its forms in every language ("dead": died,
killed; mort, décédé), so a sentence and notes in different languages can be
compared where it matters. Forms are reduced to stems; expressions of several
words are matched first. A concept written ``not-open`` is the opposite of
``open``: "closed" agrees with "not open".
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from string import Template
from typing import Any

from kb.errors import BrokenWording
from kb.text import fold, stems, stop_words

WORDS = Path(__file__).parent / "words"

#: The kinds of concept that words/concepts.toml lists; any other is an "event".
KINDS = ("actor", "person", "service", "talk", "same")


@cache
def _load(name: str) -> Mapping[str, Any]:
    path = WORDS / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise BrokenWording(f"The verifier has no words for {name!r}.", "Add the file.") from error
    except tomllib.TOMLDecodeError as error:
        raise BrokenWording(f"{path.name} is not valid TOML.", str(error)) from error


def built(language: str) -> bool:
    """Are there words to weigh sentences of this language by, and not only reasons?"""
    return (WORDS / f"{language}.toml").exists() and "concepts" in _load(language)


def phrases_of(language: str, group: str) -> Mapping[str, str]:
    """The sentences of the verifier itself: its "reasons", its notes on "mending"."""
    found: Mapping[str, str] = _load(language)[group]
    return found


@lru_cache(maxsize=50_000)
def stem(folded_word: str, language: str) -> str:
    """The stem of one word without accents, or "" for a stop word."""
    if folded_word in _stops(language):
        return ""
    found = stems(folded_word, language)
    return fold(found[-1]) if found else ""


@cache
def _stops(language: str) -> frozenset[str]:
    return frozenset(part for w in stop_words(language) for part in re.split(r"[^\w]+", fold(w)))


def any_of(phrases: list[str]) -> re.Pattern[str]:
    """One pattern for a list of phrases, to be searched in folded text.

    A phrase is met at the beginning of a word; it may end inside one
    ("speculat"), unless it ends in a space.
    """
    rows = sorted({_flat(p) for p in phrases}, key=len, reverse=True)
    return re.compile("|".join((r"(?<!\w)" if r[0].isalnum() else "") + re.escape(r) for r in rows))


def whole(phrases: list[str]) -> re.Pattern[str]:
    """Like ``any_of``, but a phrase also ends where a word ends."""
    rows = sorted({_flat(p).strip() for p in phrases}, key=len, reverse=True)
    parts = (
        (r"(?<!\w)" if r[0].isalnum() else "")
        + re.escape(r)
        + (r"(?!\w)" if r[-1].isalnum() else "")
        for r in rows
    )
    return re.compile("|".join(parts))


def _flat(text: str) -> str:
    return flat(text)


def flat(text: str) -> str:
    """Folded text of the same length as ``text``, so that offsets stay true."""
    out = []
    for char in text:
        low = fold(char)
        out.append(low if len(low) == 1 else (low[:1] or " "))
    return "".join(out).replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")


@dataclass(frozen=True)
class Lexicon:
    """The word lists of one language, ready for use."""

    language: str
    stock: frozenset[str]
    openers: frozenset[str]
    titles: frozenset[str]
    places: frozenset[str]
    particles: frozenset[str]
    #: stem -> concept ("open", "not-open")
    single: Mapping[str, tuple[str, ...]]
    #: expressions of several words -> concept, as one pattern with the table to read it
    several: re.Pattern[str]
    expressions: Mapping[str, str]
    negation: re.Pattern[str]
    not_negation: re.Pattern[str]
    hedge: re.Pattern[str]
    doubt: re.Pattern[str]
    unknown: re.Pattern[str]
    soft: re.Pattern[str]
    bounds: Mapping[str, re.Pattern[str]]
    roles: Mapping[str, re.Pattern[str]]
    days: Mapping[str, re.Pattern[str]]
    appeal: frozenset[str]
    person_titles: frozenset[str]
    aliases: Mapping[str, tuple[str, ...]]  #: a word -> its other ways of writing, both ways
    word_endings: tuple[str, ...]
    conditional: re.Pattern[str]
    about_sources: frozenset[str]
    asserting: frozenset[str]
    joining: re.Pattern[str]
    reasons: Mapping[str, str]
    mending: Mapping[str, str]

    def reason(self, key: str, item: str = "") -> str:
        """The sentence for a reason, with ``item`` put in as plain text."""
        return Template(self.reasons[key]).safe_substitute(item=" ".join(item.split())[:80])


@cache
def lexicon(language: str) -> Lexicon:
    """The words of ``language``. Raises BrokenWording where there are none."""
    data = _load(language)
    single: dict[str, list[str]] = {}
    expressions: dict[str, str] = {}
    for concept, forms in data["concepts"].items():
        first, *rest = forms.split(";")
        for word in first.split():
            found = stem(fold(word), language) if "-" not in word else ""
            if found:
                single.setdefault(found, []).append(concept)
            elif "-" in word:
                expressions[flat(word)] = concept
        for phrase in rest:
            row = flat(" ".join(phrase.split()))
            if " " in row or "-" in row or "'" in row:
                expressions[row] = concept
            elif found := stem(row, language):
                single.setdefault(found, []).append(concept)
    negation = data["negation"]
    ends = [p for p in negation["phrases"] if p.startswith("n'") and len(p) == 3]
    within = "|".join(re.escape(flat(p)) for p in ends) or "(?!)"
    words = whole(negation["words"].split() + [p for p in negation["phrases"] if p not in ends])
    return Lexicon(
        language=language,
        stock=frozenset(
            s
            for name in ("stock", "stock_of_messages")
            for w in data[name].split()
            if (s := stem(fold(w), language))
        ),
        openers=_folded(data["openers"]),
        titles=_folded(data["titles"]),
        places=_folded(data["generic_places"]),
        particles=_folded(data["particles"]),
        single={k: tuple(dict.fromkeys(v)) for k, v in single.items()},
        several=whole(list(expressions)),
        expressions=expressions,
        negation=re.compile(f"{words.pattern}|(?<=\\w)(?:{within})(?!\\w)"),
        not_negation=whole(negation["except"]),
        hedge=any_of(data["hedge"]["phrases"]),
        doubt=any_of(data["doubt"]["phrases"]),
        unknown=any_of(data["unknown"]["phrases"]),
        soft=any_of(data["soft"]["phrases"]),
        bounds={k: _just_before(v) for k, v in data["bounds"].items()},
        roles={k: _just_before(v) for k, v in data["roles"].items()},
        days={k: whole([p.strip() for p in v.split(";")]) for k, v in data["days"].items()},
        appeal=_folded(data["appeal"]["openers"]),
        word_endings=tuple(flat(e) for e in data["word_endings"].split()),
        aliases=_both_ways(data["aliases"]),
        person_titles=_folded(data["person_titles"]),
        conditional=whole(data["conditional"]["phrases"]),
        about_sources=_folded(data["about_sources"]),
        asserting=_folded(data["asserting"]),
        joining=re.compile(rf"\s*(?:{data['joining']})\b"),
        reasons=data["reasons"],
        mending=data["mending"],
    )


def _both_ways(rows: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, others in rows.items():
        group = [flat(word), *map(flat, others.split())]
        for one in group:
            found[one] = (*found.get(one, ()), *(w for w in group if w != one))
    return found


def _folded(text: str) -> frozenset[str]:
    return frozenset(flat(w) for w in text.split())


def _just_before(phrases: list[str]) -> re.Pattern[str]:
    rows = sorted({flat(p) for p in phrases}, key=len, reverse=True)
    inner = "|".join((r"(?<!\w)" if r[0].isalnum() else "") + re.escape(r) for r in rows)
    return re.compile(rf"(?:{inner})[ (]{{0,2}}(?:l'|les |des |de |d'|the |a |an )?$")


@cache
def kind_of(concept: str) -> str:
    """ "event", "actor", "person", "service", "talk" or "same"."""
    bare = concept.removeprefix("not-")
    table = _load("concepts")
    return next((kind for kind in KINDS if bare in table[kind]), "event")


@cache
def listed(name: str) -> frozenset[str]:
    """One of the lists of words/concepts.toml."""
    return frozenset(_load("concepts")[name])


@cache
def narrower(concept: str) -> frozenset[str]:
    """``concept`` and everything in the notes that holds it up."""
    table = _load("concepts")["broader"]
    found, open_ = {concept}, [concept]
    while open_:
        for below in table.get(open_.pop(), []):
            if below not in found:
                found.add(below)
                open_.append(below)
    return frozenset(found)
