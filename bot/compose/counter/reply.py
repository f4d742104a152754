"""A rumour and the verified facts become a counter-message, with no model.

The order is that of the Debunking Handbook 2020: the fact, one warning, how
the message misleads, the facts that explain, what to do, and the fact again.
Facts are carried in the person's words; everything else is a phrase an editor
wrote. Nothing that stands in the rumour is ever carried, except the name of a
neutral place. With no verified fact the text says neither true nor false.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import Template

from bot.compose.counter.fragment import ANY_LEAD, LEAD_ENOUGH, headline, lowered
from bot.compose.counter.messenger import messenger
from bot.compose.counter.plans import (
    capital,
    debunk,
    narrative,
    prebunk,
    social,
    unverified,
    unverified_social,
)
from bot.compose.counter.task import Task, Writing, read_task
from bot.compose.counter.verified import Unit
from bot.model import Draft, Evidence, Rumour
from bot.wording import phrases
from kb.errors import NotBuiltYet, UnusableRequest
from kb.language import read_code
from kb.text import stop_words, words

#: Languages whose phrase books exist.
BUILT = ("en", "fr")
#: "" is the full text.
CHANNELS = ("", "statement", "social")
#: A rumour is a message; what is longer is a document or an attack.
LONGEST_RUMOUR = 20_000
LONGEST_FACTS = 20_000

_GAP = re.compile(r"\[[^\[\]]{3,80}\]")


def compose_counter(
    rumour: Rumour, evidence: Sequence[Evidence], channel: str, language: str
) -> Draft:
    """Draft a debunk, prebunk or narrative for a rumour, in English or French.

    ``evidence`` is not quoted: a counter-message is public and speaks from the
    verified facts alone. Raises UnusableRequest for an empty or enormous
    rumour, NotBuiltYet for what this version lacks.
    """
    code = read_code(language)
    _check(rumour, channel, code)
    task = read_task(rumour, code)
    if rumour.format == "prebunk":
        writing = prebunk(task)
    elif rumour.format == "narrative":
        writing = narrative(task)
    elif task.lead is None or task.stands == "pending":
        writing = unverified_social(task) if channel == "social" else unverified(task)
    else:
        writing = social(task) if channel == "social" else debunk(task)
    return _draft(task, writing, rumour.format, channel)


def _check(rumour: Rumour, channel: str, language: str) -> None:
    if language not in BUILT:
        raise NotBuiltYet(
            "Counter-messages are built in English and French so far.",
            "Choose en or fr.",
        )
    if rumour.format not in ("debunk", "prebunk", "narrative"):
        raise NotBuiltYet(
            f"There is no counter-message of the kind {rumour.format[:40]!r}.",
            "Choose debunk, prebunk or narrative.",
        )
    if channel not in CHANNELS:
        raise NotBuiltYet(
            f"A counter-message for the channel {channel[:40]!r} is not built yet.",
            "Choose statement or social.",
        )
    errors = phrases(language, "counter")["errors"]
    if len(rumour.text) > LONGEST_RUMOUR:
        raise UnusableRequest(
            Template(errors["too_long"]).substitute(limit=LONGEST_RUMOUR),
            errors["too_long_advice"],
        )
    if not any(char.isalnum() for char in rumour.text):
        raise UnusableRequest(errors["empty"], errors["empty_advice"])
    if sum(len(fact) for fact in rumour.facts) > LONGEST_FACTS:
        raise UnusableRequest(
            Template(errors["facts_too_long"]).substitute(limit=LONGEST_FACTS),
            errors["facts_too_long_advice"],
        )


def _headline(task: Task, kind: str) -> str:
    if kind == "debunk" and (task.lead is None or task.stands == "pending"):
        return task.titled("checking")
    others = task.verified.of("body", "invite")
    if task.lead is not None:
        first = task.lead if kind != "narrative" else (task.verified.of("body") or others)[0:1]
        lead = first if isinstance(first, Unit) else (first[0] if first else task.lead)
        rest = tuple(unit for unit in others if unit is not lead)
        # What is told or announced is its own headline; a debunk's must not echo the claim.
        enough = LEAD_ENOUGH if kind == "debunk" else ANY_LEAD
        best, later = headline(lead, rest, task.myth, task.language, task.lists, enough)
        if best and later and task.myth.topic:
            title, best = task.myth.topic.title, lowered(best, task.lists)
            return task.say("headline", "prefixed", topic=title, fact=best)
        if best:
            return capital(best)
    return task.titled("verified" if kind == "debunk" else "ahead")


def _other_language(task: Task) -> bool:
    """Do the facts hold far more small words of another language than of this one?"""
    tokens = [word.text.lower() for word in words(task.facts_text()[:4000])]
    here = sum(token in stop_words(task.language) for token in tokens)
    there = max(
        sum(token in stop_words(code) for token in tokens)
        for code in ("en", "fr", "de", "no")
        if code != task.language
    )
    return len(tokens) >= 6 and there > 2 * here + 2


def _draft(task: Task, writing: Writing, kind: str, channel: str) -> Draft:
    notes = list(writing.notes)
    if task.verified.withheld:
        notes.append(task.say("notes", "withheld", ids=", ".join(task.verified.withheld)))
    if task.verified.units and _other_language(task):
        notes.append(task.say("notes", "other_language"))
    head = _headline(task, kind)
    text = " ".join([head, *(claim.text for claim in writing.claims if claim.origin == "phrase")])
    return Draft(
        claims=tuple(writing.claims),
        language=task.language,
        channel=channel or "statement",
        headline=head,
        messenger=messenger(
            f"{task.audience} {task.myth.topic.shown if task.myth.topic else ''}",
            task.facts_text(),
            task.rumour,
            task.book,
        ),
        gaps=tuple(dict.fromkeys(_GAP.findall(text))),
        notes=tuple(notes),
    )
