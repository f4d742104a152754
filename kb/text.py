"""Text as spans: sentences with their offsets, and the words that carry meaning.

Pure. Everything upstairs that shows where something stands (a fact in the
notes, a finding in a draft, the supporting words in a passage) counts
characters with these functions, so offsets always refer to the text as given,
never to a cleaned copy.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import Stemmer

WORDS = Path(__file__).parent / "words"

STEMMERS = {"en": "english", "fr": "french", "de": "german", "no": "norwegian"}

#: A full stop after one of these does not end a sentence.
ABBREVIATIONS = frozenset(
    (
        # English
        "mr mrs ms dr prof st ste sgt insp supt cllr hon rev gen lt col capt no nos vol fig dept "
        "ave blvd rd alta ont etc e.g i.e a.m p.m jan feb mar apr jun jul aug sept oct nov dec "
        "approx incl ext vs "
        # French
        "m mme mlle mm env tél art al p pp n° hab bd av c.-à-d "
        # German
        "z.b d.h u.a bzw ca hr fr nr str abs usw vgl evtl ggf inkl "
        # Norwegian
        "bl.a f.eks kl osv jf tlf"
    ).split()
)

_BREAK = re.compile(
    r"(?<![.!?…])[.!?…]++[\"'”»)\]]*(?=\s|$)"  # marks that may end a sentence
    r"|\n[ \t]*\n"  # a blank line
    r"|\n(?=[ \t]*(?:[-*•–—>]|\d{1,2}[.)])\s)"  # a list item
)
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*", re.UNICODE)


@dataclass(frozen=True)
class Span:
    """``text`` is exactly the characters ``start`` to ``end`` of where it was found."""

    text: str
    start: int
    end: int


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(text[start:end], start, end) if end > start else None


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    mark = stop.group()
    if mark[0] != ".":
        return True
    # Only the last word counts, and a short window keeps long texts linear.
    before = text[max(0, stop.start() - 40) : stop.start()].split(" ")[-1].split()
    word = before[-1].lower().strip("(«\"'“") if before else ""
    if word in ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word != "i"):
        return False
    after = text[stop.end() : stop.end() + 40].lstrip()
    # "am 6. Mai", "8. mars": an ordinal before a lower-case word or a month.
    if word.isdigit() and len(word) <= 2 and after[:1].isalpha():
        return after[:1].isupper() and not re.match(
            r"(?:Jan|Feb|M[äa]r|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|De[zs])", after
        )
    return not after[:1].islower()


def sentences(text: str) -> list[Span]:
    """The sentences of ``text`` with their offsets; blank lines and list items break too."""
    spans, start = [], 0
    for stop in _BREAK.finditer(text):
        if stop.group().strip() and not _ends_sentence(text, stop):
            continue
        if span := _trimmed(text, start, stop.end()):
            spans.append(span)
        start = stop.end()
    if span := _trimmed(text, start, len(text)):
        spans.append(span)
    return spans


def words(text: str) -> list[Span]:
    """The words of ``text`` with their offsets, hyphens and apostrophes kept inside."""
    return [Span(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]


def fold(text: str) -> str:
    """Lower case, without accents: for comparing, never for showing."""
    flat = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    return "".join(c for c in flat if not unicodedata.combining(c))


@cache
def stop_words(language: str) -> frozenset[str]:
    """Words too common to mean anything; "no" stands in the table as "nb"."""
    wanted = {"no": "nb"}.get(language, language)
    rows = (WORDS / "stopwords.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (row.split("\t") for row in rows if row and not row.startswith("#"))
    return frozenset(word for code, word in pairs if code == wanted)


@cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(STEMMERS.get(language, "english"))


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """The Snowball stem of one word in lower case."""
    return str(_stemmer(language).stemWord(word))


def stems(text: str, language: str) -> list[str]:
    """Content words of ``text`` as Snowball stems, in order, stop words left out.

    Elided French articles ("l'", "d'", "qu'") are cut off first.
    """
    stop, stemmer = stop_words(language), _stemmer(language)
    found = []
    for match in _WORD.finditer(text):
        for part in re.split(r"['’\-]", match.group().casefold()):
            if (len(part) > 1 and part not in stop) or part.isdigit():
                found.append(stemmer.stemWord(part))
    return found


def content_words(text: str, language: str) -> frozenset[str]:
    """The set of ``stems``: what a sentence is about, whatever its grammar."""
    return frozenset(stems(text, language))
