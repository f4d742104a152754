"""Names and quotations of a claim against the basis."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.verify.basis import RUMOUR, Basis, known_stem
from bot.verify.lexicon import flat, stem
from bot.verify.names import Name
from bot.verify.problem import Problem
from bot.verify.reading import Quotation, Reading
from bot.verify.status import needs

#: Two parts of one name stand no further apart than this, in words.
NEAR = 5

#: A place may be named although only the rumour names it.
_AT = re.compile(r"\b(?:in|at|near|for|a|au|aux|chez|about) (?:the |la |le |l')?$")

#: Endings that make an adjective or a plural of a place: Ukraine, Ukrainian, ukrainienne.
_ENDINGS = re.compile(
    r"^(?:s|es|n|an|ans|ian|ians|ese|ish|i|is|ien|iens|ienne|iennes|ais|aise|aises|ois|oise|oises|ine|ines|in|ins|e|en|er)?$"
)


def _place_of(part: str, reading: Reading) -> list[int]:
    """Token numbers at which a part of a name stands, also as an adjective of it."""
    found = reading.by_token.get(part, [])
    if not found and part.endswith("s"):
        found = reading.by_token.get(part[:-1], [])
    if not found:
        found = reading.by_token.get(part + "s", [])
    for other in reading.words_of.aliases.get(part, ()) if not found else ():
        found = found or reading.by_token.get(other, [])
    if found or len(part) < 5:
        return found
    for token, at in reading.by_token.items():
        root = token[:-1] if token.endswith(("e", "a")) else token
        if len(root) >= 5 and part.startswith(root) and _ENDINGS.match(part[len(root) :]):
            return at
        short = part[:-1] if part.endswith(("e", "a")) else part
        if len(short) >= 5 and token.startswith(short) and _ENDINGS.match(token[len(short) :]):
            return at
    return []


def check_names(
    claim: Reading, bases: Sequence[Basis], skip: Sequence[tuple[int, int]]
) -> Problem | None:
    """The first name that no basis holds, or whose parts the basis does not put together."""
    for name in claim.names:
        if any(s <= name.start < e for s, e in skip):
            continue
        problem: Problem | None = None
        for basis in bases:
            problem = _check(claim, name, basis)
            if problem is None:
                break
        if problem:
            return problem
    return None


def _check(claim: Reading, name: Name, basis: Basis) -> Problem | None:
    reading = basis.reading
    key = "passage_item" if basis.is_passages else "name"
    if name.opening and _is_a_word(name, claim, basis):
        return None
    places = [_place_of(part, reading) for part in name.parts]
    if basis.header and not all(places):
        head = [_place_of(part, basis.header) for part in name.parts]
        if all(a or b for a, b in zip(places, head, strict=True)):
            return None
    if not all(places):
        missing = [p for p, at in zip(name.parts, places, strict=True) if not at]
        tokens = reading.by_token
        # "the Council's Flood Team": ordinary words written large, all of them in the notes.
        if all(known_stem(p, reading) or p in tokens for p in missing):
            return None
        return Problem(key, name.text)
    for one, two, joined in zip(places, places[1:], name.joined, strict=False):
        if joined and not any(abs(a - b) <= NEAR for a in one for b in _near(two, a)):
            return Problem("name_apart" if not basis.is_passages else "passage_item", name.text)
    if not basis.is_passages and (problem := _title(claim, name, basis, places[-1])):
        return problem
    offsets = [reading.tokens[n][1] for n in places[0]]
    before = claim.flat[max(0, name.start - 12) : name.start]
    if all(basis.status_at(o)[1] == RUMOUR for o in offsets) and _AT.search(before):
        return None
    return needs(claim, basis, offsets, name.text, name.start)


def _near(places: Sequence[int], at: int) -> list[int]:
    return [p for p in places if abs(p - at) <= NEAR]


def _is_a_word(name: Name, claim: Reading, basis: Basis) -> bool:
    """A single capital at the beginning of a sentence: any word that is known otherwise."""
    part, words = name.parts[0], claim.words_of
    root = stem(part, words.language)
    return (
        not root
        or root in words.stock
        or root in words.single
        or root in basis.reading.by_stem
        or part in words.places
        or any(w.start == name.start and w.concepts for w in claim.words)
    )


def _title(claim: Reading, name: Name, basis: Basis, places: Sequence[int]) -> Problem | None:
    """Mayor, chief, inspector ...: does the basis give this title to somebody else?"""
    roles = claim.words_of.person_titles
    tokens = [t for t in claim.tokens if name.start - 30 <= t[1] < name.end + 24]
    inside = [n for n, t in enumerate(tokens) if name.start <= t[1] < name.end]
    if not inside or not basis.compare_words:
        return None
    low, high = inside[0], inside[-1]
    between = claim.text[tokens[high][2] : tokens[high + 1][1]] if high + 1 < len(tokens) else "."
    after = tokens[high + 1 : high + 3] if between.strip() == "," else []
    alias = claim.words_of.aliases
    said = {t[0] for t in tokens[max(0, low - 1) : high + 1] + after}
    reading = basis.reading
    for title in said:
        ways = (title, *alias.get(title, ()))
        if not roles & set(ways):
            continue
        known = [n for way in ways for n in reading.by_token.get(way, [])]
        if not known or any(abs(k - p) <= 4 for k in known for p in _near(places, k)):
            continue
        if any(_beside_a_name(k, reading) for k in known):
            return Problem("title", name.text)
    return None


def _beside_a_name(at: int, reading: Reading) -> bool:
    start, end = reading.tokens[at][1], reading.tokens[at][2]
    return any(n.start - 3 <= end and start <= n.end + 3 for n in reading.names)


def _sequence(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", flat(text))


def find_sequence(wanted: Sequence[str], reading: Reading) -> int:
    """The offset at which the words stand one after the other, or -1."""
    if not wanted:
        return -1
    tokens = reading.tokens
    for n in reading.by_token.get(wanted[0], []):
        if n + len(wanted) <= len(tokens) and all(
            tokens[n + k][0] == word for k, word in enumerate(wanted)
        ):
            return tokens[n][1]
    return -1


def check_quotations(claim: Reading, bases: Sequence[Basis]) -> Problem | None:
    """Every quotation must stand word for word in the notes or in a cited passage."""
    for quotation in claim.quotations:
        if not _stands(quotation, claim, bases):
            inside = bases[0].is_passages
            key = "passage_quotation" if inside else "quotation"
            return Problem(key, quotation.text)
    return None


def _stands(quotation: Quotation, claim: Reading, bases: Sequence[Basis]) -> bool:
    wanted = _sequence(quotation.text)
    if not wanted:
        return True
    for basis in bases:
        at = find_sequence(wanted, basis.reading)
        if at >= 0 and not needs(claim, basis, [at], quotation.text, quotation.start):
            return True
        if basis.header and find_sequence(wanted, basis.header) >= 0:
            return True
    return False
