"""A question put into English, word by word.

The shipped embedder reads English. A German question is nearer to a German
passage in spelling than in meaning; its English gloss, rough as it is, is near
to the English version in meaning, and its words can be looked up there. Each
word takes its likeliest translation: the field's own list (domain.tsv) first,
then tables learnt from parallel sentences. Stems may fall together ("maire" and
"mairie", "Schule" and "Schüler"): the entry spelled nearest to the word wins.
A word without an entry is tried without its ending ("ordføreren"), then, in
German and Norwegian, cut in two; what nobody knows is left as it is, for names
and numbers are the same everywhere. Glosses are for searching, never for
showing. Darwish and Oard (2003), "Probabilistic structured query methods".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kb.text import WORDS, stem, stop_words

LEXICONS = WORDS / "lexicons"
#: Languages with a table into English.
GLOSSED = ("fr", "de", "no")
#: Columns of domain.tsv.
_COLUMNS = {"en": 0, "fr": 1, "de": 2, "no": 3}
#: Words of at least this many letters, without an entry, may be two words in one.
_COMPOUND = 8
_PART = 4
_LINKS = {"de": ("", "s", "es", "n", "en", "er", "e"), "no": ("", "s", "e")}
#: No longer "word" is taken apart: it is none, and trying every cut would take long.
_LONGEST_WORD = 40
_LONGEST_PHRASE = 6
#: Endings that the stemmers leave on some words, and what may stand there in a base form.
_ENDINGS = {
    "fr": "eraient erait eront aient ions ait ant ent era ont ons ées ée és ez é a e s",
    "de": "innen ungen erin enden ende test ten tet est end et te st em en er es in t e n s",
    "no": "elsene elser ernes enes erne ende ene ers ens ere ets ede er en et te de ne e a t s r",
}
_RESTORED = {
    "fr": ("", "e", "er", "ir", "re"),
    "de": ("", "e", "en", "er", "ung"),
    "no": ("", "e", "er", "else"),
}
_SHORTEST_BASE = 4
#: "aufzubauen", "aufgebaut", "geschmiert": what stands between a German verb and its prefix.
_INSERTED = re.compile(
    r"^(ab|an|auf|aus|bei|dar|durch|ein|entgegen|fest|fort|frei|her|heraus|hin|los|mit|nach|nieder"
    r"|richtig|teil|um|unter|vor|voraus|weg|weiter|wieder|wider|zu|zurück|zusammen|)(?:zu|ge)(.{4,})$"
)

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Lexicon:
    """stem -> English words: ours with the form they were listed under, and the learnt ones.

    Expressions are ours only: stems -> English words.
    """

    ours: Mapping[str, Sequence[tuple[str, str]]]
    learnt: Mapping[str, str]
    phrases: Mapping[tuple[str, ...], str]


def glossed(text: str, language: str) -> str:
    """``text`` in English words; "" if it is English or in a language without tables."""
    if language not in _LINKS and language != "fr":
        return ""
    lexicon, stop = _lexicon(language), stop_words(language)
    found: list[str] = []
    read = [match.group() for match in _WORD.finditer(text.casefold())]
    stems = [stem(word, language) for word in read]
    at = 0
    while at < len(read):
        length, english = _phrase(lexicon, stems, at)
        if length:
            found.append(english)
            at += length
            continue
        if read[at] not in stop:
            found += _word(lexicon, read[at], stems[at], language)
        at += 1
    return " ".join(found)


def _phrase(lexicon: Lexicon, stems: Sequence[str], at: int) -> tuple[int, str]:
    for length in range(_LONGEST_PHRASE, 1, -1):
        if english := lexicon.phrases.get(tuple(stems[at : at + length])):
            return length, english
    return 0, ""


def _word(lexicon: Lexicon, word: str, stemmed: str, language: str) -> list[str]:
    if english := _ours(lexicon, word, stemmed) or lexicon.learnt.get(stemmed, ""):
        return [english]
    if len(word) > _LONGEST_WORD:
        return [word]
    bases = [(base, stem(base, language)) for base in _bases(word, language)]
    for base, base_stem in bases:
        if english := _ours(lexicon, base, base_stem):
            return [english]
    if parts := _parts(lexicon, word, language):
        return parts
    for _, base_stem in bases:
        if english := lexicon.learnt.get(base_stem, ""):
            return [english]
    return [word]


def _ours(lexicon: Lexicon, word: str, stemmed: str) -> str:
    """Our translation listed under the form nearest to ``word``; "" if there is none."""
    listed = lexicon.ours.get(stemmed, ())
    if not listed:
        return ""

    def nearness(entry: tuple[str, str]) -> tuple[int, int]:
        listed_form = entry[0]
        same = next(
            (
                at
                for at, pair in enumerate(zip(listed_form, word, strict=False))
                if len(set(pair)) > 1
            ),
            min(len(listed_form), len(word)),
        )
        return same, -abs(len(listed_form) - len(word))

    return max(listed, key=nearness)[1]


def _bases(word: str, language: str) -> Iterator[str]:
    """What ``word`` may be a form of, the longest ending taken off first."""
    forms = [word]
    if language == "de" and (parts := _INSERTED.match(word)):
        forms.append(parts[1] + parts[2])
        yield forms[-1]
    for form in forms:
        for ending in _ENDINGS[language].split():
            base = form.removesuffix(ending)
            if base != form and len(base) >= _SHORTEST_BASE:
                for restored in _RESTORED[language]:
                    yield base + restored


def _parts(lexicon: Lexicon, word: str, language: str) -> list[str]:
    """The English of a word made of two; cuts into words of our own list come first."""
    if len(word) < _COMPOUND:
        return []
    found: list[tuple[int, list[str]]] = []
    for cut in _cuts(word, language):
        stems = [stem(part, language) for part in cut]
        ours = [_ours(lexicon, part, base) for part, base in zip(cut, stems, strict=True)]
        parts = [own or lexicon.learnt.get(base, "") for own, base in zip(ours, stems, strict=True)]
        if all(parts):
            found.append((sum(map(bool, ours)), parts))
    return max(found, key=lambda cut: cut[0])[1] if found else []


def _cuts(word: str, language: str) -> Iterator[tuple[str, str]]:
    """The word in two, the longer right part first: in both languages it carries the meaning."""
    for at in range(_PART, len(word) - _PART + 1):
        for link in _LINKS.get(language, ()):
            left = word[:at].removesuffix(link) if link else word[:at]
            if len(left) >= _PART and word[:at].endswith(link):
                yield left, word[at:]


@cache
def _lexicon(language: str) -> Lexicon:
    learnt: dict[str, str] = {}
    likeliest: dict[str, float] = {}
    forms = _english_forms()
    for row in _rows(f"{language}-en.tsv"):
        source, target, probability = row
        if float(probability) > likeliest.get(source, 0.0):
            likeliest[source] = float(probability)
            learnt[source] = forms.get(target, target)
    ours: dict[str, list[tuple[str, str]]] = {}
    phrases: dict[tuple[str, ...], str] = {}
    for variant, english in _variants(language):
        words = _WORD.findall(variant)
        stems = tuple(stem(word, language) for word in words)
        if len(stems) == 1:
            ours.setdefault(stems[0], []).append((words[0], english))
        elif stems:
            phrases.setdefault(stems, english)
    return Lexicon(ours, learnt, phrases)


def _variants(language: str) -> list[tuple[str, str]]:
    """Each variant of our list with its English: a word listed twice means first what it
    stands for most, so the first variants of all rows come before the second ones."""
    placed = [
        (place, variant.casefold(), row[0].split("|")[0].lower())
        for row in _rows("domain.tsv")
        for place, variant in enumerate(row[_COLUMNS[language]].split("|"))
    ]
    placed.sort(key=lambda entry: entry[0])
    return [(variant, english) for _, variant, english in placed]


@cache
def _english_forms() -> Mapping[str, str]:
    """English stem -> its commonest form on the shipped shelves: models read words, not stems."""
    from kb.shipped import DOCUMENTS

    counts: dict[str, dict[str, int]] = {}
    texts = [path.read_text(encoding="utf-8") for path in sorted(DOCUMENTS.glob("*/en.md"))]
    texts += [row[0].replace("|", " ") for row in _rows("domain.tsv")]
    for text in texts:
        for word in _WORD.findall(text.casefold()):
            forms = counts.setdefault(stem(word, "en"), {})
            forms[word] = forms.get(word, 0) + 1
    return {stemmed: max(forms, key=lambda w: (forms[w], w)) for stemmed, forms in counts.items()}


def _rows(name: str) -> Iterator[list[str]]:
    """The rows of a table, without comments and the line that names the columns."""
    for line in (LEXICONS / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#") and not line.startswith("en\tfr\t"):
            yield line.split("\t")
