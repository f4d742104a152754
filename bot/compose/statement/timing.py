"""When we speak again: day, hour, place and link of the notes, in the text's language."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.compose.statement.phrasebook import Phrasebook
from bot.compose.statement.style import long_day, style, tidy
from bot.figures import Figure, figures
from bot.model import Fact


def when(fact: Fact, book: Phrasebook, notes_language: str) -> str:
    """ "on Monday at 10am, marsham.example"; empty if the notes give no hour, day or place."""
    slots = fact.slots
    text = tidy(fact.text, notes_language, asides=True)
    found = figures(text, notes_language)
    foreign = notes_language != book.language
    time = slots.get("time", "") or _first(found, "time")
    short = re.search(r"\b(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\b", fact.text)
    day = slots.get("day", "") or _first(found, "weekday") or _relative(text, notes_language)
    if not day and short and notes_language == "en":
        day = short.group()
    link = slots.get("link", "") or _first(found, "link")
    place = slots.get("place", "")
    if foreign:
        day, time, place = _day(day, notes_language, book.language), _hour(time, book.language), ""
    if book.language == "en":
        day = long_day(day)
    if re.fullmatch(r"(?:[01]\d|2[0-3])[0-5]\d(?: ?hrs?)?", time):
        time = (
            f"{time[:2]}:{time[2:4]}" if book.language == "en" else f"{int(time[:2])}h{time[2:4]}"
        )
    if time and time in day:
        time = ""
    parts = []
    if day:
        parts.append(_on(day, book))
    if time:
        bare = re.sub(r"(?i)^(?:at|à|vers)\s+", "", time)
        parts.append(book.say("words", "at_time", time=bare))
    said = " ".join(parts)
    if place and place not in said:
        said += _where(place, book)
    if link:
        said += (
            book.say("next", "where_link", link=link)
            if said
            else book.say("next", "where_link_only", link=link)
        )
    return said.strip()


def _first(found: tuple[Figure, ...], kind: str) -> str:
    return next((figure.text for figure in found if figure.kind == kind), "")


def _relative(text: str, language: str) -> str:
    words = "|".join(re.escape(word) for word in style(language)["time"]["relative"])
    found = re.search(rf"(?i)\b(?:{words})\b", text)
    return found.group() if found else ""


def _on(day: str, book: Phrasebook) -> str:
    low = day.lower()
    if book.language == "en":
        if any(low == word or low.startswith(word + " ") for word in book.entry("words", "by_day")):
            return (
                day[0].lower() + day[1:] if low.split()[0] in book.entry("words", "by_day") else day
            )
        return book.say("words", "on_day", day=day)
    return day[0].lower() + day[1:]


def _where(place: str, book: Phrasebook) -> str:
    first = place.split()[0].lower().replace("’", "'")
    words = style(book.language)
    key = (
        "where_as_written"
        if first in words["prepositions"] or first.startswith(("à", "l'"))
        else "where_place"
    )
    return book.say("next", key, place=place)


def _day(day: str, source: str, target: str) -> str:
    """A weekday or "tomorrow" in the other language; anything longer is left out."""
    names: Mapping[str, str] = style(source)["time"]["days"]
    other: Mapping[str, str] = style(target)["time"]["days"]
    key = next((key for key, name in names.items() if name == day.lower().strip()), "")
    if not key:
        return ""
    return other[key].capitalize() if target == "en" and key.isdigit() else other[key]


def _hour(time: str, target: str) -> str:
    found = figures(time, "en") or figures(time, "fr")
    value = next((figure.value for figure in found if figure.kind == "time"), "")
    if not value:
        return ""
    hour, minute = value.split(":")
    if target == "fr":
        return f"{int(hour)}h" + (minute if minute != "00" else "")
    return value
