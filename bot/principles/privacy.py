"""What would let a stranger find a child or a victim stays inside."""

from __future__ import annotations

from collections.abc import Iterator

from bot.principles.attacker import named_attackers
from bot.principles.base import Place, Principle, Wording, compiled, cues, excused, phrase, says
from bot.principles.names import names
from bot.principles.reading import Reading


def _people(reading: Reading) -> Iterator[Place]:
    """Names that come with an age, a class or an injury."""
    language = reading.language
    more, age_of, came_to_harm, hurt_person, rest_is_theirs, child_words, consent, lives = (
        cues("privacy", cue, language)
        for cue in (
            "more",
            "age",
            "came_to_harm",
            "hurt_person",
            "theirs",
            "child",
            "consent",
            "lives",
        )
    )
    private = says(reading, ("<harm>", "<correction>"))
    hurt = compiled(("<hurt>",), language)
    spoken_of = says(reading, ("<attacker>", "<custody>", "<violence>"))
    attackers = {name.last for name in named_attackers(reading)} if spoken_of else frozenset()
    for name in names(reading):
        if name.role or name.last in attackers:
            continue
        rest = reading.flat[name.end : reading.nearby(name.start)[1]]
        age = age_of.match(rest)
        end = age.end() if age else 0
        after = end + 2 * rest.startswith(", ", end)
        home = lives.match(rest, after) if name.full and private else None
        while further := more.match(rest, end + 2 * rest.startswith(", ", end)):
            end = further.end()
        came = came_to_harm.match(rest) if name.full else None
        if name.full and not came:
            left = reading.flat[max(reading.nearby(name.start)[0], name.start - 60) : name.start]
            came = rest_is_theirs.match(rest) if hurt_person.search(left) else None
        if home:
            end = max(end, home.end())
        if not (end or came):
            continue
        near = reading.around(name.start)
        if consent.search(near):
            continue
        child = bool(child_words.search(rest[:end])) or (age and int(age.group(1)) < 18)
        # An age or a house number beside a full name, where somebody was hurt.
        found = bool(age) or any(c.isdigit() for c in rest[:end])
        if end and (child or home or (name.full and found and hurt.search(near))):
            yield name.start, name.end + end
        elif came:
            yield name.start, name.end + came.end()


def _private(reading: Reading, wording: Wording) -> Iterator[Place]:
    yield from phrase(reading, wording)
    for start, end in _people(reading):
        if not excused(reading, wording, start, end):
            yield start, end


personal_data = Principle(
    name="privacy.victim-personal-data",
    source="save-reporting-mass-shootings",
    facts=("save-reporting-mass-shootings-06",),
    severity="major",
    detect=_private,
)
