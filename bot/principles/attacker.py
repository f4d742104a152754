"""The attacker gets no name, no stage and no verdict from city hall."""

from __future__ import annotations

from collections.abc import Iterator

from bot.principles.base import (
    Place,
    Principle,
    Wording,
    compiled,
    cues,
    excused,
    phrase,
    whole_clause,
)
from bot.principles.names import Name, names
from bot.principles.reading import Reading


def _is_attacker(reading: Reading, name: Name) -> bool:
    """Do the words around a name make its bearer the attacker?"""
    low, high = reading.nearby(name.start)
    left, right = reading.flat[low : name.start], reading.flat[name.end : high]

    def says(cue: str, text: str) -> bool:
        return bool(cues("attacker", cue, reading.language).match(text))

    if name.role or says("quoted", right):
        return False
    near = left[-110:]
    if cues("attacker", "before", reading.language).search(near):
        # "arrested a man near Marsham Quay": what follows a preposition is a place.
        if name.full and not says("whereabouts", near[-12:]):
            return True
        # A lone first name needs an age, an initial or a relative clause behind it.
        if says("single", right):
            return True
    if not name.full:
        return False
    if says("caught", right):
        return True
    if says("did_it", right):
        return not says("harmed", right)
    if says("harmed", right) or says("onlooker", right):
        return False
    opens = low == reading.sentence(name.start)[0] and len(left.split()) <= 3
    number = reading.sentence_number(name.start) + 1
    if opens and number < len(reading.sentences):
        following = reading.flat[slice(*reading.sentences[number])]
        if says("then_caught", following):
            return True
    return not says("passing", near[-14:]) and bool(
        cues("attacker", "company", reading.language).search(left + right)
        and not compiled(("<hurt>",), reading.language).search(left + right)
    )


def named_attackers(reading: Reading) -> list[Name]:
    return [name for name in names(reading) if _is_attacker(reading, name)]


def _named(reading: Reading, wording: Wording) -> Iterator[Place]:
    """The name wherever it stands, once the text has made its bearer the attacker."""
    found = named_attackers(reading)
    for name in found:
        if not excused(reading, wording, name.start, name.end):
            yield name.start, name.end
    surnames = {name.last for name in found if len(name.last) > 3}
    for name in names(reading) if surnames else ():
        if name.last in surnames:
            yield name.start, name.end
    yield from phrase(reading, wording)


attacker_named = Principle(
    name="attacker.named",
    source="no-notoriety-dont-name-them",
    facts=(
        "no-notoriety-dont-name-them-01",
        "no-notoriety-dont-name-them-04",
        "no-notoriety-dont-name-them-10",
    ),
    severity="major",
    detect=_named,
)

amplified = Principle(
    name="attacker.amplified",
    source="no-notoriety-dont-name-them",
    facts=(
        "no-notoriety-dont-name-them-02",
        "no-notoriety-dont-name-them-03",
        "no-notoriety-dont-name-them-07",
    ),
    severity="major",
    detect=whole_clause,
)

prejudged = Principle(
    name="attacker.prejudged",
    source="cdc-cerc",
    facts=("cdc-cerc-04", "cdc-cerc-14"),
    severity="major",
    detect=whole_clause,
)
