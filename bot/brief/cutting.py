"""A fact is cut, never rewritten: brackets, asides and withheld words come off its ends.

What is withheld inside a fact stays there if it stands between commas or in
brackets: whoever writes the sentence takes it out. Otherwise the part that
still stands by itself is kept, or the whole becomes private.
"""

from __future__ import annotations

import re

from bot.brief.found import Found
from bot.brief.kinds import kind_of
from bot.brief.lines import brackets, is_noise, trimmed
from bot.brief.proper import places
from bot.brief.slots import read_slots
from bot.brief.vocabulary import Vocabulary
from bot.brief.withhold import CUTS, Held
from bot.figures import figures

#: What a correction within the sentence may bring.
RENEWED = ("time", "day", "from", "until", "phone", "place", "address", "link")
#: A bracket about one of these is a fact of its own.
TELLING = ("affected", "wish", "no_harm", "instruction", "correction", "question", "motive")


#: "... and the words": what introduced a slogan goes with it.
_NAMING = re.compile(
    r"[ ,](?:and|et|with|avec)[ \u00a0](?:the |a |l['’]|le |la |les |un |une )?[^\W\d_]+$"
)


def asides(notes: str, fact: Found, held: list[Held], words: Vocabulary) -> list[Found]:
    """Brackets: those meant for the drafter are cut off, those with news become facts."""
    found = [fact]
    for a, b in brackets(fact.text):
        outer = (fact.start + a, fact.start + b)
        start, end = trimmed(notes, outer[0] + 1, outer[1] - 1)
        inside = notes[start:end]
        kind = kind_of(inside, words)
        if words.found("no_names", inside):
            kind = "instruction"
        elif kind == "context" and words.found("community", inside) and len(inside.split()) > 2:
            kind = "affected"
        if kind in TELLING and len(inside.split()) > 1:
            found.append(Found(start, end, kind, fact.clause, inside, by=fact.by))
        who = re.match(r"[^,;()]{3,40}", inside)
        if fact.kind == "harm" and who and words.found("victim", who.group()):
            fact.slots.setdefault("who", who.group().strip())
        if any(h.start <= outer[0] + 1 and outer[1] - 1 <= h.end for h in held):
            continue
        stays = kind in ("affected", "context") and fact.kind not in ("harm", "arrest", "no_harm")
        if stays and not words.found("private_place", inside):
            continue
        if fact.kind not in ("harm", "arrest") and _useful(inside, words):
            continue
        ends = outer[1] >= fact.end - 1
        if not ends and kind not in ("instruction", "question") and not _hushed(inside, words):
            continue
        found += _without(notes, fact, outer, words)
        break
    return [f for f in found if f.text]


def _hushed(inside: str, words: Vocabulary) -> bool:
    return any(words.found(key, inside) for key in ("private_place", "not_public", "dont_use"))


def _useful(inside: str, words: Vocabulary) -> bool:
    return any(
        f.kind in ("phone", "time", "link", "reference") for f in figures(inside, words.language)
    )


def _without(notes: str, fact: Found, outer: tuple[int, int], words: Vocabulary) -> list[Found]:
    """Cut the bracket off the end, or keep the side of it that stands alone."""
    left, right = trimmed(notes, fact.start, outer[0]), trimmed(notes, outer[1], fact.end)
    after = notes[slice(*right)]
    more: list[Found] = []
    if right[0] < right[1] and len(after.split()) > 1:
        kind = kind_of(after, words)
        if kind in ("harm", "arrest", "no_harm", "investigation") and len(after.split()) > 2:
            more = [Found(*right, kind, fact.clause, after, by=fact.by)]
        elif right[1] - right[0] > left[1] - left[0] and kind == fact.kind:
            left = right
    fact.start, fact.end = left
    fact.text = notes[slice(*left)]
    return more


def around(notes: str, fact: Found, held: list[Held], words: Vocabulary) -> list[Found]:
    """The fact without what is withheld: the part that stands, or the whole as private."""
    spans = [h for h in held if h.reason in CUTS and h.start < fact.end and fact.start < h.end]
    if not spans:
        return [fact]
    if any(h.start <= fact.start and fact.end <= h.end for h in spans):
        fact.status = "private"
        return [fact]
    # "Son nom tourne partout": says nothing without the name.
    if any(h.reason == "attacker" for h in spans) and words.found("attacker_name", fact.text):
        fact.status = "private"
        return [fact]
    if fact.kind == "quote":
        return [_only_quoted(notes, fact, spans)]
    personal = any(h.reason in ("victim-data", "attacker") for h in spans)
    if personal and fact.kind == "context":
        fact.status = "private"
        return [fact]
    lifted = not any(h.reason == "degrading" for h in spans)
    if lifted and len(spans) < 3 and all(_between_marks(notes, fact, h) for h in spans):
        return [fact]
    kept = _parts(notes, fact, spans, words)
    if any(h.reason == "degrading" for h in spans) and all(k[2] != "context" for k in kept):
        return [Found(a, b, kind, fact.clause, notes[a:b], by=fact.by) for a, b, kind in kept]
    standing = [k for k in kept if k[2] == fact.kind != "context"] or [
        k for k in kept if k[2] not in ("context", "instruction")
    ]
    if not standing and _called_in(notes, fact, words):
        standing = [k for k in kept if places(notes[k[0] : k[1]], words, guess=False)]
    if not standing and fact.kind != "context":
        standing = [k for k in kept if len(notes[k[0] : k[1]].split()) >= 4]
    if not standing and all(h.reason == "superseded" for h in spans) and fact.kind != "context":
        # "Vigil at the hall, scratch that, Oak Park, 7pm": the new part is what stands.
        standing = [k for k in kept if k[0] >= spans[-1].end]
    if not standing:
        fact.status = "private"
        return [fact]
    a, b, kind = max(standing, key=lambda k: k[1] - k[0])
    replaced = [h for h in spans if h.reason == "superseded"]
    if len(replaced) == len(spans) and b <= replaced[-1].start:
        # "residents' meeting 6pm, gym no, correction: hall": the new place is a part of it.
        new = read_slots(notes[replaced[-1].end : fact.end], fact.kind, words)
        fact.slots |= {key: value for key, value in new.items() if key in RENEWED}
    # "The man we named is ..., he has nothing to do with it": nobody is left to be "he".
    orphan = personal and any(h.end <= a for h in spans)
    if orphan and words.pattern("words.pronoun").match(notes, a):
        fact.status = "private"
        return [fact]
    fact.start, fact.end, fact.text = a, b, notes[a:b]
    if _called_in(notes, fact, words) and a > fact.clause.start:
        # Where it was is no claim; what the caller said of it is cut.
        kind, fact.by = "event", ""
    if kind != "context":
        fact.kind = kind
    return [fact]


def _called_in(notes: str, fact: Found, words: Vocabulary) -> bool:
    """Is the clause what a caller reported ("steward at the tea rings: '...'")?"""
    source = words.pattern("hearsay_source")
    return bool(source.match(notes, fact.clause.start) or source.match(fact.clause.label))


def _only_quoted(notes: str, fact: Found, spans: list[Held]) -> Found:
    """Of "His mum <name> says: '...'" the words alone; private if these are withheld."""
    at = fact.text.find(fact.slots.get("words", "\0"))
    start, end = fact.start + at, fact.start + at + len(fact.slots.get("words", ""))
    if at < 0 or any(h.start < end and start < h.end for h in spans):
        fact.status = "private"
        return fact
    while start > fact.start and notes[start - 1] in '"“«„ \u00a0\u202f':
        start -= 1
    while end < fact.end and notes[end] in '"”»“ \u00a0\u202f':
        end += 1
    fact.start, fact.end = trimmed(notes, start, end)
    fact.text = notes[fact.start : fact.end]
    return fact


def _between_marks(notes: str, fact: Found, held: Held) -> bool:
    """Does the span stand between commas or in brackets, so that it can be lifted out?"""
    if held.end >= fact.end:
        return False
    before = notes[fact.start : held.start].rstrip()
    after = notes[held.end : fact.end].lstrip()
    bracketed = notes[held.start] == "(" or before.endswith("(")
    if held.reason == "slur":
        return len(before.split()) > 1 and bool(re.search(r"[^\W\d_]{2,}", after))
    return bool(before) and (bracketed or (before[-1] in ",–—" and after[:1] in ",–—.;"))


def _parts(
    notes: str, fact: Found, spans: list[Held], words: Vocabulary
) -> list[tuple[int, int, str]]:
    parts, at = [], fact.start
    for held in sorted(spans, key=lambda h: h.start):
        parts.append((at, held.start))
        at = max(at, held.end)
    parts.append((at, fact.end))
    kept = []
    for a, b in parts:
        a, b = _closed(notes, *trimmed(notes, a, b), words)
        a, b = _subject(notes, a, b, words)
        if notes[a : a + 1] == "(" and notes[b - 1 : b] == ")":
            a, b = a + 1, b - 1
        text = notes[a:b]
        counted = re.match(r"\d+[ \u00a0][^\W\d_]{3,}", text)  # "8 injured"
        if (counted or len(re.findall(r"[^\W\d_]{2,}", text)) >= 2) and not is_noise(text):
            kept.append((a, b, kind_of(text, words)))
    return kept


def _subject(notes: str, start: int, end: int, words: Vocabulary) -> tuple[int, int]:
    """Of "steward at the tea, Assembly Rooms, rings" only the tea and the rooms."""
    text = notes[start:end]
    caller = words.pattern("hearsay_source").match(text)
    verbs = [m for m in words.pattern("say").finditer(text) if m.end() == len(text)]
    if verbs:
        end = start + verbs[0].start()
    if at := re.match(r"(?:at|in|à|au|dans)[ \u00a0]", notes[start:end]):
        start += at.end()
    if caller and verbs:
        lead = re.match(
            r"[ \u00a0](?:at|in|from|de|du|à|au|dans)(?:[ \u00a0](?:the|la|le))?[ \u00a0]",
            text[caller.end() :],
        )
        if lead:
            start += caller.end() + lead.end()
    return trimmed(notes, start, end)


def _closed(notes: str, start: int, end: int, words: Vocabulary) -> tuple[int, int]:
    """Drop joints left hanging at either end and a bracket that lost its other half."""
    joints = words.pattern("words.and")
    for _ in range(3):
        text = notes[start:end]
        if match := joints.match(text):
            start += match.end()
        tail = re.search(r"(?:^|[\s\u00a0])(\S{1,12})$", text)
        if tail and (
            joints.fullmatch(tail[1]) or words.pattern("words.article").fullmatch(tail[1])
        ):
            end -= len(tail.group(1))
        start, end = trimmed(notes, start, end)
        text = notes[start:end]
        named = _NAMING.search(text)
        if named and words.found("slogan_place", named.group()):
            start, end = trimmed(notes, start, start + named.start())
            text = notes[start:end]
        if text.count("(") > text.count(")"):
            end = start + text.rindex("(")
        elif text.count(")") > text.count("("):
            start += text.index(")") + 1
        start, end = trimmed(notes, start, end)
    return start, end
