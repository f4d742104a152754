"""Holding statements, statements and posts, written from facts without a model.

The plan of the channel asks move by move; the writer answers with sentences;
what does not fit goes, cheapest first; and a last look drops every sentence
that would give away something withheld. Every sentence is a Claim that names
the facts it carries, so each can be checked against the notes.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.compose.statement.moves import Line, Writer
from bot.compose.statement.plans import LONG, PLANS, SHORT, SIZES, Size
from bot.model import CHANNELS, Claim, Draft, Evidence, Incident
from kb.errors import NotBuiltYet, UnusableRequest

LANGUAGES = ("en", "fr")


def compose_statement(
    incident: Incident,
    evidence: Sequence[Evidence],
    channel: str,
    language: str,
    length: str = "",
) -> Draft:
    """A draft for one channel. ``length`` "short" or "long" changes what is kept.

    Raises NotBuiltYet for channels and languages that are still to come, and
    UnusableRequest for a channel nobody knows. The evidence is guidance for the
    reader of the sheet; the text itself stands on the notes alone.
    """
    if channel not in PLANS:
        if channel in CHANNELS:
            raise NotBuiltYet(
                f"The channel “{channel}” cannot be drafted yet.",
                "Ask for holding, statement or social.",
            )
        raise UnusableRequest(
            f"There is no channel “{channel[:40]}”.", "Ask for holding, statement or social."
        )
    if language not in LANGUAGES:
        raise NotBuiltYet(
            f"Statements in “{language[:20]}” cannot be written yet.",
            "Ask for English (en) or French (fr).",
        )
    writer = Writer(incident, channel, language)
    lines: list[Line] = []
    for move in PLANS[channel]:
        lines += writer.write(move)
    guard = writer.guard
    held = [line for line in lines if line.facts and guard.holds_back(line.text)]
    lines = [line for line in lines if line not in held]
    refused = [line for line in lines if not writer.may_leave(line)]
    lines = _with_ground([line for line in lines if line not in refused], bool(incident.hate))
    sizes = {"short": SHORT, "long": LONG}.get(length, SIZES)
    lines, cut = fit(_without_repeats(lines), sizes[channel])
    return Draft(
        claims=_claims(lines),
        language=language,
        channel=channel,
        headline=writer.headline() if channel == "statement" else "",
        gaps=tuple(dict.fromkeys(gap for line in lines for gap in line.gaps)),
        notes=writer.remarks(held, cut, refused),
    )


def _with_ground(lines: list[Line], hate: bool) -> list[Line]:
    """Nothing is condemned, and no rumour spoken of, that the text does not tell of."""
    told = hate or any(line.facts and line.move in ("event", "harm") for line in lines)
    answered = any(line.facts and line.move == "correction" for line in lines)
    return [
        line
        for line in lines
        if (told or line.move != "condemnation")
        and (answered or line.move != "correction" or line.facts)
    ]


def words_of(lines: Sequence[Line]) -> int:
    return sum(len(line.text.split()) for line in lines)


def _without_repeats(lines: list[Line]) -> list[Line]:
    """The same sentence is said once, however many facts lead to it."""
    seen: set[str] = set()
    kept = []
    for line in lines:
        key = line.text.casefold()
        if key not in seen:
            seen.add(key)
            kept.append(line)
    return kept


def fit(lines: list[Line], size: Size) -> tuple[list[Line], list[Line]]:
    """The lines that fit, and those that had to go, the cheapest and last first."""
    kept, gone = list(lines), []

    def too_long(limit: int, characters: int) -> bool:
        length = sum(len(line.text) + 1 for line in kept)
        return words_of(kept) > limit or bool(characters and length > characters)

    for limit, characters, dearest in (
        (size.aim, size.characters, size.cheap),
        (size.most, 0, 100),
    ):
        now: list[Line] = []
        while too_long(limit, characters):
            cheap = [line for line in kept if line.worth < dearest]
            if not cheap:
                break
            lowest = min(line.worth for line in cheap)
            victim = [line for line in cheap if line.worth == lowest][-1]
            kept.remove(victim)
            now.append(victim)
        # A long sentence may have gone after a short one: what fits again comes back.
        for line in sorted(now, key=lambda line: -line.worth):
            before, kept = kept, [other for other in lines if other in kept or other is line]
            if too_long(limit, characters):
                kept = before
        gone += [line for line in now if line not in kept]
    return kept, gone


def _claims(lines: Sequence[Line]) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    before = 0
    for line in lines:
        claims.append(
            Claim(
                line.text,
                "fact" if line.facts else "phrase",
                facts=line.facts,
                move=line.move,
                new_paragraph=bool(claims) and line.paragraph != before,
            )
        )
        before = line.paragraph
    return tuple(claims)
