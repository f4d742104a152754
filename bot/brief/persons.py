"""Names of persons stay inside unless the notes give the person a public part.

The rule is turned round from "hide victims": whoever is named is private until
the notes say otherwise by an office or rank beside the name, by signing, by an
explicit consent, or by a telephone number to reach them for help. A run of
capitals counts as a person's name where a given name, an initial, an age, a
family word, a verb of a person or a job beside it says so; halls, streets and
services do not look like that.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bot.brief.lines import Clause
from bot.brief.proper import LOCATIVE, RUN, addresses, is_place_or_body, places
from bot.brief.vocabulary import WORDS, Vocabulary
from bot.figures import figures

_GAP = r"[ \u00a0]"
_CAP = r"[A-ZÀ-ÖØ-Þ][\w'’\-]*[a-zà-ÿ]"
#: "Noah V.", "Hodan A.": a name with the surname cut short.
_SHORTENED = re.compile(rf"(?<![\w@])(?P<n>{_CAP}{_GAP}[A-ZÀ-ÖØ-Þ]\.)(?!\w)")
#: "K.B.", "J. D.": initials alone; not p.m., U.S., B.C.
_INITIALS = re.compile(r"(?<![\w.@])[A-Z]\.[ \u00a0]?[A-Z]\.?(?![\w.])")
_NOT_INITIALS = frozenset("us uk eu un am pm dc bc ad be ch qc md mp pc sa dr ps nb vs ca".split())
_SINGLE = re.compile(rf"(?<![\w@'’\-]){_CAP}(?![\w\-])")
_SHOUTED = re.compile(r"(?<![\w@])[A-ZÀ-ÖØ-Þ]{3,}(?:[ \u00a0\-][A-ZÀ-ÖØ-Þ]{3,}){1,2}(?!\w)")
#: Between an office and the name: "leader = Cllr", "Mayor is um".
_BETWEEN = re.compile(
    r"(?:[ \u00a0,=:(]|(?<=\w)\.|\b(?:is|um|uh|er|est|euh|ff|the|le|la|de|mme|m\.|mr|mrs|ms|madame|"
    r"monsieur)\b)*$",
    re.I,
)
_AGE_AFTER = re.compile(
    rf"(?:,{_GAP}|{_GAP}?\(|{_GAP})(?:aged? |âgée? de )?(?P<age>\d{{1,2}}"
    rf"(?:{_GAP}?(?:ans|yrs?|years?(?: old)?|y/?o))?)(?=[,;)]|[.:](?!\d)|$|{_GAP}[a-z])"
)
_CALLABLE = re.compile(r"[^.;\n]{0,30}?\+?\(?\d[\d \u00a0.\-()]{6,}")


@dataclass(frozen=True)
class Person:
    """A name in the notes; ``sign`` is what made it a person's."""

    start: int
    end: int
    text: str
    public: bool
    sign: str = ""


@cache
def given_names() -> tuple[frozenset[str], frozenset[str]]:
    """Names that are hardly anything else, and names that are also words."""
    table = tomllib.loads((WORDS / "given_names.toml").read_text(encoding="utf-8"))
    return frozenset(table["clear"].split()), frozenset(table["shared"].split())


def _given(token: str) -> str:
    """ "clear", "shared" or "": is this word a given name?"""
    clear, shared = given_names()
    word = token.casefold().removesuffix("'s").removesuffix("’s")
    parts = word.split("-")
    if word in clear or (len(parts) == 2 and all(p in clear or p in shared for p in parts)):
        return "clear"
    return "shared" if word in shared else ""


def named(notes: str, clauses: Sequence[Clause], words: Vocabulary) -> list[Person]:
    """Every person named, in order, with whether the notes give them a public part."""
    found: list[Person] = []
    seen: set[tuple[int, int]] = set()
    for clause in clauses:
        for start, end in _stretches(clause):
            if (start, end) not in seen:
                seen.add((start, end))
                found += _in_sentence(notes, start, end, words)
    found.sort(key=lambda p: (p.start, -p.end))
    public = {t for p in found if p.public for t in _tokens(p.text)}
    kept: list[Person] = []
    for person in found:
        if kept and person.start < kept[-1].end:
            continue
        tokens = _tokens(person.text)
        # "Deluca" after "A/Insp Mick Deluca": still the inspector.
        known = bool(tokens) and tokens[-1] in public and (len(tokens) == 1)
        kept.append(Person(person.start, person.end, person.text, True) if known else person)
    return kept


def _stretches(clause: Clause) -> list[tuple[int, int]]:
    """The sentence, and the label before it where it stands elsewhere."""
    spans = [clause.sentence]
    if clause.label and not clause.sentence[0] <= clause.label_at[0] < clause.sentence[1]:
        spans.append(clause.label_at)
    return spans


def _tokens(name: str) -> list[str]:
    return [t.casefold() for t in re.findall(r"[^\W\d_][\w\-]{2,}", name)]


def _in_sentence(notes: str, start: int, end: int, words: Vocabulary) -> Iterator[Person]:
    text = notes[start:end]
    taken = [(p.start, p.end) for p in places(text, words, guess=False)]
    taken += [(p.start, p.end) for p in addresses(text, words)]
    taken += [
        (f.start, f.end)
        for f in figures(text, words.language)
        if f.kind in ("link", "email", "handle", "weekday", "date", "month")
    ]

    def free(a: int, b: int) -> bool:
        return not any(x < b and a < y for x, y in taken)

    for match in _SHORTENED.finditer(text):
        if free(*match.span()) and not words.found("official", match.group().split()[0]):
            yield Person(start + match.start(), start + match.end(), match.group(), False, "short")
    for match in _INITIALS.finditer(text):
        letters = re.sub(r"[^a-z]", "", match.group().casefold())
        personal = any(words.found(key, text) for key in ("attacker", "victim", "minor", "kin"))
        if letters not in _NOT_INITIALS and personal:
            a, b = match.span()
            yield Person(start + a, start + b, match.group(), False, "initials")
    for match in RUN.finditer(text):
        yield from _run(text, match, start, free, words)
    for match in _SINGLE.finditer(text):
        if free(*match.span()) and (person := _single(text, match, start, words)):
            yield person


def _run(
    text: str,
    match: re.Match[str],
    offset: int,
    free: Callable[[int, int], bool],
    words: Vocabulary,
) -> Iterator[Person]:
    """A run of two and more capitals: office, given name or another sign."""
    tokens = [(m.group(), m.start(), m.end()) for m in re.finditer(r"[^\s\u00a0]+", match.group())]
    first, role = 0, False
    for place, (token, _, _) in enumerate(tokens):
        word = token.strip(".,")
        if words.pattern("official").fullmatch(word) and place < len(tokens) - 1:
            first, role = place + 1, True
        elif _titled(token, words) or (place == first and _stop(word, words)):
            first = place + 1
    tokens = tokens[first:]
    while tokens and (tokens[-1][0].isupper() and len(tokens[-1][0]) > 2 and len(tokens) > 2):
        tokens = tokens[:-1]
    if not tokens:
        return
    a, b = match.start() + tokens[0][1], match.start() + tokens[-1][2]
    name = text[a:b]
    if name.endswith(("'s", "’s")):
        b, name = b - 2, name[:-2]
    if not free(a, b) or any(c.isdigit() for c in name):
        return
    before = text[max(0, a - 60) : a]
    titled = bool(_ends(before, "title", words))
    kindred = any(_ends(before, key, words) for key in ("kin", "victim", "attacker_name"))
    role = role or any(_ends(before, key, words) for key in ("official", "mayor", "authority"))
    after = text[b : b + 60]
    if (
        apposed := re.match(
            r"[ \u00a0]?[,(][ \u00a0]?(?:(?:the|le|la|l['’])[ \u00a0]?)?"
            r"(?:[^\W\d_]+[ \u00a0]){0,2}?(?=[^\W\d_])",
            after,
        )
    ) is not None:
        role = role or bool(words.pattern("official").match(after, apposed.end()))
    given = next((g for t, _, _ in tokens[: max(1, len(tokens) - 1)] if (g := _given(t))), "")
    if _is_something_else(name, words) or (name.isupper() and not given and not titled):
        return
    plural = len(tokens) > 1
    located = bool(LOCATIVE.search(before)) or bool(
        re.search(r"\b(?:nr|sur|vers|by the)\s$", before)
    )
    article = located or bool(
        re.search(r"\b(?:the|le|la|les|des|du|l['’]|au|aux)[ \u00a0]?$", before, re.I)
    )
    sign = ""
    if role and (plural or given or not text[:a].strip()):
        sign = "office"
    elif titled or kindred:
        sign = "beside"
    elif given and not article and (plural or (given == "clear" and first)):
        sign = "given"
    elif plural and not article and not name.isupper() and _personal_after(after, words):
        sign = "verb"
    if not sign:
        return
    public = sign == "office" and not words.found("under_suspicion", text)
    yield Person(offset + a, offset + b, name, public, sign)


def _is_something_else(name: str, words: Vocabulary) -> bool:
    """A place, a body, a people, a newspaper: no person."""
    if is_place_or_body(name, words):
        return True
    other = words.pattern("words.not_person")
    return any(other.fullmatch(token) for token in re.split(r"[\s\u00a0]+", name))


def _titled(token: str, words: Vocabulary) -> bool:
    title = words.pattern("title")
    return bool(title.fullmatch(token) or title.fullmatch(token.strip(".,")))


def _stop(word: str, words: Vocabulary) -> bool:
    """A word with a capital only because it begins the sentence."""
    from kb.text import stop_words

    low = word.casefold()
    return low in stop_words(words.language) or bool(words.pattern("name_opener").fullmatch(low))


def _ends(before: str, key: str, words: Vocabulary) -> bool:
    """Do the words of ``key`` stand directly before the name?"""
    lead = _BETWEEN.sub("", before)
    return any(not lead[m.end() :].strip(" .") for m in words.pattern(key).finditer(lead))


def speaks_for_authority(before: str, words: Vocabulary) -> bool:
    """ "(parquet, Mme ...": an authority stands directly before the name."""
    return any(_ends(before[-60:], key, words) for key in ("authority", "official", "mayor"))


def _personal_after(after: str, words: Vocabulary) -> bool:
    if _AGE_AFTER.match(after):
        return True
    return bool(words.pattern("person_verb").match(after.lstrip(" \u00a0,"))) or bool(
        re.match(r",[ \u00a0]", after)
        and words.pattern("job").match(
            re.sub(r"^,[ \u00a0](?:the|a|an|le|la|un|une)?[ \u00a0]?", "", after)
        )
    )


def _single(text: str, match: re.Match[str], offset: int, words: Vocabulary) -> Person | None:
    """A given name alone: only where it cannot be another word."""
    name = match.group()
    if name.endswith(("'s", "’s")):
        name = name[:-2]
    given = _given(name)
    start, end = match.start(), match.start() + len(name)
    before, after = text[max(0, start - 60) : start], text[end : end + 40]
    if re.match(rf"[ \u00a0]{_CAP}", after) or re.search(rf"{_CAP}[ \u00a0]$", before):
        return None
    role = _ends(before, "official", words)
    beside = any(_ends(before, key, words) for key in ("kin", "title", "attacker_name"))
    told = bool(words.pattern("person_verb").match(after.lstrip(" \u00a0,")))
    if _is_something_else(name, words) or words.found("official", name):
        return None
    if beside and not _stop(name, words):
        sign = "beside"
    elif given == "clear" or (given and told and before.strip()):
        sign = "given"
    else:
        return None
    return Person(offset + start, offset + end, name, role, sign)


def held(
    notes: str, clauses: Sequence[Clause], words: Vocabulary
) -> Iterator[tuple[int, int, str]]:
    """(start, end, reason) of every name that stays inside, and of the age behind it."""
    agreed = {c.line for c in clauses if agrees(notes[slice(*c.sentence)], words)}
    by_start = sorted({(c.sentence, c.line) for c in clauses})
    everyone = named(notes, clauses, words)
    public = {t for p in everyone if p.public for t in _tokens(p.text)}
    private: dict[str, str] = {}
    for sender in {c.sender for c in clauses if c.sender}:
        for token in _tokens(sender):
            if token not in public and not _stop(token, words):
                private[token] = "third-party"
    at = 0
    for person in everyone:
        while at + 1 < len(by_start) and by_start[at + 1][0][0] <= person.start:
            at += 1
        (begin, end), line = by_start[at]
        text = notes[begin:end]
        if person.public or line in agreed or _reachable(notes, person, end, words):
            continue
        reason = _reason(text, words)
        yield person.start, person.end, reason
        yield from _beside_name(notes, person.end, end, reason, words)
        for token in _tokens(person.text):
            if token not in public and len(token) >= 3 and not _stop(token, words):
                private.setdefault(token, reason)
    free = {c.sentence for c in clauses if c.line in agreed}
    # A sender's own name at the head of a line is part of no clause: nothing to report.
    said = sorted({(c.start, c.end) for c in clauses})
    starts = [a for a, _ in said]
    for token, reason in private.items():
        for match in re.finditer(rf"(?<![\w@]){re.escape(token)}(?!\w)", notes, re.I):
            if not match.group()[0].isupper() or any(a <= match.start() < b for a, b in free):
                continue
            near = bisect_right(starts, match.start()) - 1
            if near >= 0 and match.start() < said[near][1]:
                yield match.start(), match.end(), reason


def _beside_name(
    notes: str, at: int, end: int, reason: str, words: Vocabulary
) -> Iterator[tuple[int, int, str]]:
    """The age, job and place of life told right behind a name: ", the caretaker, 71"."""
    for _ in range(4):
        if age := _AGE_AFTER.match(notes, at, end):
            yield *age.span("age"), reason
            at = age.end("age")
            continue
        lead = re.compile(
            r"[ \u00a0]?[,(]?[ \u00a0](?:(?:the|a|an|our|le|la|un|une|notre)[ \u00a0])?"
        )
        joint = lead.match(notes, at, end)
        if not joint or not (job := words.pattern("job").match(notes, joint.end(), end)):
            return
        tail = re.compile(r"(?:[ \u00a0](?:de|du|des|at|of|à|au|d['’])[ \u00a0]?[^\s,.;)]+){0,2}")
        more = tail.match(notes, job.end(), end)
        at = more.end() if more else job.end()
        yield joint.end(), at, reason


def _reachable(notes: str, person: Person, end: int, words: Vocabulary) -> bool:
    """A named contact: the number to call stands right behind the name."""
    if person.sign in ("short", "initials") or not _CALLABLE.match(notes, person.end, end):
        return False
    lead = notes[max(0, person.start - 80) : person.start]
    return not any(words.found(key, lead) for key in ("kin", "staff_only", "attacker", "minor"))


def agrees(text: str, words: Vocabulary) -> bool:
    """Does the sentence say that a name may be used, or is even wished for?"""
    for key in ("words.consent", "words.wish_named"):
        match = words.found(key, text)
        if match:
            lead = text[max(0, match.start() - 12) : match.start()]
            return not words.found("words.not", lead + match.group())
    return False


def _reason(text: str, words: Vocabulary) -> str:
    if words.found("wrongly", text) or words.found("accusation", text):
        return "wrongly-accused"
    young = any(words.found(key, text) for key in ("minor", "kin"))
    if words.found("attacker", text) and not young:
        return "attacker"
    if young or words.found("victim", text):
        return "victim-data"
    return "third-party"
