"""The parts of a fact that a phrase may insert: each a verbatim piece of the notes."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.brief.lines import quotations
from bot.brief.proper import addresses, places
from bot.brief.vocabulary import Vocabulary
from bot.figures import Figure, figures


def read_slots(text: str, kind: str, words: Vocabulary) -> dict[str, str]:
    """Telephone, place, address, times, day, link, reference, count ... of one clause."""
    found = figures(text, words.language)
    slots: dict[str, str] = {}
    for figure in found:
        key = {"phone": "phone", "reference": "reference", "link": "link", "email": "email"}.get(
            figure.kind
        )
        if key and key not in slots:
            slots[key] = figure.text
    if kind in ("help", "witness") and "phone" not in slots and found:
        # "La Main tendue 143": a short number at the very end is there to be called.
        last = found[-1]
        if last.kind == "number" and last.end == len(text) and 2 <= len(last.text) <= 6:
            slots["phone"] = last.text
    _times(text, kind, found, words, slots)
    _days(text, found, words, slots)
    named = addresses(text, words)
    if named:
        slots["address"] = max(named, key=lambda n: n.text[:1].isdigit()).text
    where = [p for p in places(text, words) if p.text != slots.get("address")]
    where = [p for p in where if p.text not in slots.get("address", "")]
    if where:
        slots["place"] = where[0].text
    if kind in ("harm", "arrest", "affected"):
        _count(found, slots)
    if kind == "affected" and (people := community(text, words)):
        slots["community"] = people
    if kind == "harm" and (outcome := _first(words, "harm", text)):
        slots["outcome"] = outcome
    return slots


def _first(words: Vocabulary, kind: str, text: str) -> str:
    for rule in words.kinds:
        if rule.name == kind and (match := rule.any.search(text)):
            return match.group()
    return ""


def _count(found: tuple[Figure, ...], slots: dict[str, str]) -> None:
    for figure in found:
        if figure.kind == "number":
            slots["count"] = figure.text
            return


def _times(
    text: str, kind: str, found: tuple[Figure, ...], words: Vocabulary, slots: dict[str, str]
) -> None:
    times = [f for f in found if f.kind == "time"]
    if not times:
        return
    rest = list(times)
    for first, second in pairwise(times):
        between = text[first.end : second.start].strip(" \u00a0").casefold()
        joint = words.pattern("until").fullmatch(between) or between in ("-", "–", "and", "et")
        if joint and "from" not in slots:
            slots["from"], slots["until"] = first.text, second.text
            rest = [t for t in rest if t not in (first, second)]
    for time in list(rest):
        before = text[max(0, time.start - 22) : time.start].rstrip().casefold()
        ends = [m for m in words.pattern("until").finditer(before) if m.end() == len(before)]
        begins = [m for m in words.pattern("from").finditer(before) if m.end() == len(before)]
        if ends and "until" not in slots and ends[0].group() not in ("-", "–", "à", "to"):
            slots["until"] = time.text
            rest.remove(time)
        elif begins and "from" not in slots and begins[0].group() != "de":
            slots["from"] = time.text
            rest.remove(time)
    if rest:
        slots["time"] = rest[0].text
    elif kind in ("next_update", "gathering") and "from" in slots:
        slots["time"] = slots["from"]


def _days(text: str, found: tuple[Figure, ...], words: Vocabulary, slots: dict[str, str]) -> None:
    """A weekday and the date beside it are one day ("Monday 13 October", "demain vendredi")."""
    spans = [(f.start, f.end) for f in found if f.kind in ("weekday", "date")]
    spans += [m.span() for m in words.pattern("today").finditer(text)]
    if not spans:
        return
    spans.sort()
    joined = [spans[0]]
    for a, b in spans[1:]:
        start, end = joined[-1]
        between = text[end:a].strip(" ,\u00a0").casefold()
        if a <= end or (
            a <= end + 8 and (not between or words.pattern("until").fullmatch(between))
        ):
            joined[-1] = (start, max(end, b))
        else:
            joined.append((a, b))
    dated = [(a, b) for a, b in joined if any(a <= f.start < b and f.kind == "date" for f in found)]
    start, end = (dated or joined)[0]
    slots["day"] = text[start:end]


def community(text: str, words: Vocabulary) -> str:
    """The words that name those who were hit, with what stands before and after them."""
    matches = list(words.pattern("community").finditer(text))
    if not matches:
        return ""
    # "mostly nurses from Kerala": whom the notes say more about is named.
    telling = re.compile(r"[ \u00a0](?:from|with|de |d['’]|venues? )")
    match = next((m for m in matches if telling.match(text, m.end())), matches[0])
    start, end = match.span()
    lead = re.search(
        r"(?:(?:\d[\d \u00a0]*|[Aa]bout \d+|mostly|les|des|nos|the|our|young|small)[ \u00a0])?"
        r"(?:[^\W\d_][\w'’\-]*[ \u00a0]){0,1}$",
        text[max(0, start - 40) : start],
    )
    if lead and re.match(r"\d|[Aa]bout", lead.group().strip()):
        start -= len(lead.group())
    tail = re.match(
        r"(?:[ \u00a0](?:from|of|with|de|du|des|d['’]|venues? de)[ \u00a0]?[^.;:()\n]{1,60}?"
        r"(?=[.;:()\n]|, (?![A-ZÀ-Ý])|$"
        r"| (?:were|was|are|is|have|has|had|lives?|meets?|works?|uses?|gathers?|prays?"
        r"|stud(?:y|ies)|comes?|came|attends?|plays?|shops?|eats?|stays?|sleeps?"
        r"|sont|ont|vivent|habitent|travaillent|viennent|prient|fréquentent"
        r"|se (?:réuni|retrouv)\w+)\b))"
        r"|(?:[ \u00a0][^\W\d_]+(?:[ \u00a0]et[ \u00a0][^\W\d_]+)?)(?=[,.;)]|$)",
        text[end:],
    )
    if tail:
        end += len(tail.group())
    return text[start:end].strip(" ,.;:()")


def quoted_words(text: str) -> tuple[int, int] | None:
    """Where the longest quotation of a clause stands, without its marks."""
    spans = quotations(text)
    if not spans:
        return None
    start, end = max(spans, key=lambda s: s[1] - s[0])
    inner = text[start + 1 : end - 1]
    left = len(inner) - len(inner.lstrip(" \u00a0\u202f"))
    right = len(inner.rstrip(" \u00a0\u202f"))
    return start + 1 + left, start + 1 + right
