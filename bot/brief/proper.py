"""Proper names in notes: who is a person, what is a place.

Capitals and the words around them decide; there is no list of names. A name
is only taken for a private person's where the notes say so beside it (an age,
"his mum ...", "witness ..."), so that halls and services are never hidden.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bot.brief.vocabulary import Vocabulary
from bot.figures import figures
from kb.text import stop_words

_CAP = r"[A-ZÀ-ÖØ-Þ][\w'’\-]*\w|[A-ZÀ-ÖØ-Þ]\."
_JOINT = r"(?:de la|de|da|dos|du|des|van der|van|von|al|el|bin|ben|le|la|di|af)"
RUN = re.compile(rf"(?<![\w@])(?:{_CAP})(?:[ \u00a0](?:{_JOINT}[ \u00a0])?(?:{_CAP})){{0,5}}(?!\w)")

LOCATIVE = re.compile(
    r"\b(?:at|in|to|from|outside|inside|near|off|on|along|through|opposite|behind|of|of the|at the|"
    r"in the|outside the|inside the|near the|to the|from the|on the|"
    r"à|au|aux|dans|devant|derrière|près de|chez|rue|avenue|place|quai|allée|salle|école|gymnase|"
    r"collège|lycée|parc|stade|du|des|im|am|in der|an der|ved|på|til)\s$",
    re.I,
)


@dataclass(frozen=True)
class Name:
    text: str
    start: int
    end: int


@cache
def _nouns(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(
        word.casefold()
        for key in ("place_noun", "street_noun", "words.org")
        for word in vocabulary.entries(key)
    )


def is_place_or_body(run: str, vocabulary: Vocabulary) -> bool:
    """Does a run of capitals name a place, a body or a day rather than a person?"""
    tokens = [t.casefold() for t in re.split(r"[\s\u00a0\-]+", run)]
    nouns = _nouns(vocabulary)
    dated = any(f.kind in ("date", "weekday", "month") for f in figures(run, vocabulary.language))
    return dated or any(t in nouns for t in tokens) or bool(vocabulary.found("authority", run))


def people(notes: str, start: int, end: int, vocabulary: Vocabulary) -> list[tuple[Name, str]]:
    """Names of persons with the role written before them ("Mayor", "Insp", "")."""
    found: list[tuple[Name, str]] = []
    plain = stop_words(vocabulary.language)
    for match in RUN.finditer(notes, start, end):
        tokens = [(m.group(), m.start(), m.end()) for m in re.finditer(r"\S+", match.group())]
        role_end = skip = 0
        for place, (token, _, token_end) in enumerate(tokens[:-1]):
            word = token.strip(".")
            if vocabulary.pattern("official").fullmatch(word):
                role_end = token_end
            elif place == 0 and any(
                vocabulary.pattern(key).fullmatch(word)
                for key in ("victim", "title", "hearsay_source", "attacker")
            ):
                skip = token_end
        if len(tokens) == 1 and (
            tokens[0][0].casefold() in plain or vocabulary.found("official", tokens[0][0])
        ):
            continue
        if tokens[0][0].casefold() in plain or any(
            t.isupper() and len(t) > 1 and t.casefold() in plain for t, _, _ in tokens
        ):
            continue
        offset = match.start()
        name_at = offset + max(role_end, skip)
        while name_at < match.end() and notes[name_at].isspace():
            name_at += 1
        name = Name(notes[name_at : match.end()], name_at, match.end())
        role = notes[offset : offset + role_end]
        before = notes[max(start, offset - 40) : offset]
        if not role:
            roles = list(vocabulary.pattern("official").finditer(before))
            if roles and not before[roles[-1].end() :].strip(" .,"):
                role = roles[-1].group()
        if is_place_or_body(name.text, vocabulary):
            continue
        after = re.match(
            r",[ \u00a0](?:[^\W\d_]+[ \u00a0]){0,2}?", notes[match.end() : match.end() + 40]
        )
        if not role and after:
            office = vocabulary.pattern("official").match(notes, match.end() + after.end())
            role = office.group() if office else ""
        if not role and LOCATIVE.search(before):
            continue
        found.append((name, role))
    return found


@cache
def _place_pattern(language: str) -> re.Pattern[str]:
    from bot.brief.vocabulary import vocabulary

    words = vocabulary(language)
    nouns = "|".join(sorted(words.entries("place_noun"), key=len, reverse=True))
    common = "|".join(words.entries("place_common"))
    streets = "|".join(words.entries("street_noun"))
    cap = r"[A-ZÀ-ÖØ-Þ0-9][\w'’.&\-]*"
    if language == "fr":
        head = "|".join(words.entries("place_head"))
        tail = rf"(?:[ \u00a0](?:{_JOINT}[ \u00a0]|d['’]|de l['’]|des |du |l['’])?(?:{cap}))"
        return re.compile(
            rf"(?<![\w])(?:(?i:{head}))(?:[ \u00a0](?:(?i:{words_tail(words)})))?{tail}{{1,5}}"
            rf"|(?<![\w])(?i:{common})(?!\w)",
        )
    return re.compile(
        rf"(?<![\w])(?:{cap}[ \u00a0](?:(?:of|and|the|&|for)[ \u00a0])?){{0,5}}"
        rf"(?:{nouns}|{streets})(?![\w]| (?<=\bSt )[A-Z])"
        rf"(?:[ \u00a0](?:cafeteria|gym|hall|car park|entrance|main stage|library|lobby))?"
        rf"|(?<![\w])(?:(?:{cap})[ \u00a0]){{0,4}}(?i:{common})(?!\w)"
    )


def words_tail(words: Vocabulary) -> str:
    return "|".join(words.entries("place_middle")) or "(?!)"


@cache
def _address_pattern(language: str) -> re.Pattern[str]:
    from bot.brief.vocabulary import vocabulary

    words = vocabulary(language)
    streets = "|".join(sorted(words.entries("street_noun"), key=len, reverse=True))
    cap = r"[A-ZÀ-ÖØ-Þ0-9][\w'’.\-]*"
    if language == "fr":
        tail = rf"(?:[ \u00a0](?:{_JOINT}[ \u00a0]|d['’]|de l['’]|des |du |l['’])?(?:{cap})){{1,4}}"
        return re.compile(
            rf"(?<![\w])(?:\d{{1,4}}(?: ?(?:bis|ter))?,?[ \u00a0])?(?i:{streets})"
            rf"(?:[ \u00a0](?:de|du|des|la))?{tail}"
            rf"(?: \d{{1,4}}(?![\d:h]))?"
        )
    plain = "|".join(words.entries("street_plain"))
    number = r"(?:\d{1,5}[A-Za-z]?(?:[-–]\d{1,5})?[ \u00a0]|\d{1,5} block of )"
    return re.compile(
        rf"(?<![\w])(?:{number})(?:{cap}[ \u00a0]){{1,3}}(?:{streets})(?![\w])"
        rf"|(?<![\w])(?:(?!St[ .]){cap}[ \u00a0]){{1,3}}(?:{plain})(?![\w]| [A-ZÀ-Ý][a-zà-ÿ])"
    )


def addresses(text: str, vocabulary: Vocabulary) -> list[Name]:
    """Streets in ``text``, with the number of the house where there is one."""
    found = []
    for match in _address_pattern(vocabulary.language).finditer(text):
        name = match.group().rstrip(".,")
        found.append(Name(name, match.start(), match.start() + len(name)))
    return found


_LEADING = re.compile(r"^(?:The|A|An|At|In|On|From|To|And|Our|This|Le|La|Les|Au|À|Du)[ \u00a0]")


def places(text: str, vocabulary: Vocabulary, guess: bool = True) -> list[Name]:
    """Places named in ``text``: halls, schools, streets; else what follows "at" or "from"."""
    taken = [(f.start, f.end) for f in figures(text, vocabulary.language) if f.kind != "number"]
    found = []
    for match in _place_pattern(vocabulary.language).finditer(text):
        start, end = match.span()
        for _ in range(2):
            if lead := _LEADING.match(text[start:end]):
                start += lead.end()
        for a, b in taken:
            if a <= start < b:
                start = b
        start += len(text[start:end]) - len(text[start:end].lstrip())
        start = _past_shouting(text, start, end)
        if start < end and not any(a < end and start < b for a, b in taken):
            found.append(Name(text[start:end], start, end))
    if vocabulary.language == "fr":
        for match in re.finditer(
            r"(?<!\w)[a-zà-ÿ'’]+[ \u00a0]((?:La|Le|Les|L['’])[ \u00a0]?[A-ZÀ-Ý][\w'’\-]+)", text
        ):
            if not any(n.start <= match.start(1) < n.end for n in found):
                found.append(Name(match[1], *match.span(1)))
        found.sort(key=lambda n: n.start)
    if not found and guess:
        after = re.compile(
            rf"\b(?:at|from|in|outside|inside|to|near|à|au|aux|dans|devant|chez)[ \u00a0]"
            rf"(?P<name>(?:(?:the|la|le|l['’])[ \u00a0]?)?{RUN.pattern})"
        )
        for match in after.finditer(text):
            start, end = match.span("name")
            body = vocabulary.found("official", match["name"]) or _is_body(
                match["name"], vocabulary
            )
            if not any(a < end and start < b for a, b in taken) and not body:
                found.append(Name(match["name"], start, end))
    return found


def _is_body(name: str, vocabulary: Vocabulary) -> bool:
    org = {word.casefold() for word in vocabulary.entries("words.org")}
    return any(t.casefold() in org for t in name.split()) or bool(
        vocabulary.found("authority", name)
    )


def _past_shouting(text: str, start: int, end: int) -> int:
    """Of "REST CENTRE IS NOW St Oswin's Hall" only the hall."""
    tokens = [(m.group(), start + m.start()) for m in re.finditer(r"\S+", text[start:end])]
    quiet = [at for word, at in tokens if not word.isupper() and word[0].isupper()]
    if quiet and sum(word.isupper() and len(word) > 1 for word, _ in tokens) >= 2:
        return quiet[0]
    return start
