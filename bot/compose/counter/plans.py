"""The plans of counter-messages: which moves, in which order.

A debunk: fact, warning, technique, facts, what to do, the fact again
(Debunking Handbook 2020). A prebunk: facts, the technique to expect, where
true information is, questions. A narrative: our own story, and an invitation.
With no verified fact: neither true nor false, who checks, when we speak next.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.compose.counter.bearing import denies, exposes, pending
from bot.compose.counter.fragment import again, lowered
from bot.compose.counter.signals import near_start
from bot.compose.counter.task import Task, Writing
from bot.compose.counter.technique import techniques, wording
from bot.compose.counter.verified import Unit, plain
from bot.figures import figures
from bot.model import Claim
from kb.errors import UnusableRequest
from kb.text import content_words

#: A counter-message is read to its end up to about this many words.
FULL, SOCIAL = 180, 90
#: Beyond this, facts are left out, and the person is told which.
TOO_LONG = 230


def debunk(task: Task) -> Writing:
    writing = Writing()
    lead = task.lead
    assert lead is not None
    writing.fact(lead, "fact")
    writing.paragraph()
    writing.phrase(task.about("warning", task.stands), "warning")
    misleads = task.stands not in ("borne_out",)
    for unit in _about_the_message(task):
        if unit not in writing.said:
            writing.fact(unit, "fact")
    if task.part and task.part is not lead:
        opening = f"{task.say('true_part', 'lead')} "
        writing.fact(_small(task, task.part), "true-part", opening)
        writing.said.append(task.part)
    named = techniques(task.rumour, task.book, task.lists["groups"], task.part is not None)
    if misleads:
        writing.phrase(_wording(task, named[0]["says"]), "technique")
    _rest(task, writing, ("body",))
    writing.paragraph()
    for unit in task.verified.of("source", "do", "hours", "invite"):
        if unit not in writing.said:
            writing.fact(unit, "action")
    closing = _closing(task, "again")
    ask = _ask(task, writing, "action", "ask")
    total = writing.words() + len(closing.split()) + len(ask[0].split())
    if total < FULL - 70:
        writing.phrase(task.say("action", "fuller"), "action")
        total += len(task.say("action", "fuller").split())
    also = [technique["also"] for technique in named[1:] if technique["also"]]
    if misleads and also and total < FULL - 15:
        _after(writing, "technique", _wording(task, also[0]))
    writing.phrase(*ask)
    if closing:
        writing.paragraph()
        writing.phrase(closing, "fact-again", lead.ids)
    if task.stands in task.book["notes"]:
        writing.notes.append(task.say("notes", task.stands))
    return writing


def social(task: Task) -> Writing:
    writing = Writing()
    lead = task.lead
    assert lead is not None
    writing.said.append(lead)
    short = _again(task) or plain(lead.sentences[0])
    writing.phrase(f"{capital(short)}.", "fact", lead.ids)
    writing.phrase(task.about("warning", task.stands), "warning")
    ask = _ask(task, writing, "social", "ask")
    if task.part and task.part is not lead:
        opening = f"{task.say('true_part', 'lead')} "
        if _fits(writing, opening, task.part.text, ask[0]):
            writing.fact(_small(task, task.part), "true-part", opening)
    named = techniques(task.rumour, task.book, task.lists["groups"], task.part is not None)
    says = _wording(task, named[0]["says"])
    if task.stands != "borne_out" and _fits(writing, says, ask[0]):
        writing.phrase(says, "technique")
    useful = task.verified.of("do", "hours", "source")
    for unit in sorted(useful, key=lambda unit: not _reaches(task, unit)):
        if unit not in writing.said and _fits(writing, unit.text, ask[0]):
            writing.fact(unit, "action")
    writing.phrase(*_ask(task, writing, "social", "ask"))
    if task.stands in task.book["notes"]:
        writing.notes.append(task.say("notes", task.stands))
    return writing


def unverified(task: Task) -> Writing:
    writing = Writing()
    writing.phrase(task.about("unverified", "going_round"), "warning")
    writing.phrase(task.say("unverified", "standing"), "warning")
    asking = [unit for unit in task.verified.units if pending(unit, task.lists)]
    if not asking:
        writing.phrase(task.say("unverified", "asking"), "fact")
    if task.verified.of("body", "source"):
        writing.paragraph()
        lead = f"{task.say('unverified', 'known')} "
        for unit in task.verified.of("body", "source"):
            writing.fact(_small(task, unit) if lead else unit, "fact", lead)
            lead = ""
    writing.paragraph()
    writing.phrase(task.say("unverified", "spread"), "technique")
    writing.phrase(task.say("unverified", "hold"), "action")
    writing.paragraph()
    for unit in task.verified.of("do", "hours", "invite"):
        writing.fact(unit, "action")
    contact = task.verified.contact
    if contact and contact.number:
        text = task.say("unverified", "help_number", number=contact.number)
        writing.phrase(text, "action", (contact.id,), contact.number)
    else:
        writing.phrase(task.say("unverified", "help_gap"), "action")
    writing.paragraph()
    writing.phrase(task.say("unverified", "next"), "next-update")
    writing.phrase(task.say("unverified", "whatever"), "next-update")
    return writing


def unverified_social(task: Task) -> Writing:
    writing = Writing()
    writing.phrase(task.about("unverified", "going_round"), "warning")
    writing.phrase(task.say("unverified", "standing"), "warning")
    asking = [unit for unit in task.verified.units if pending(unit, task.lists)]
    for unit in asking:
        if _fits(writing, unit.text):
            writing.fact(unit, "fact")
    if not asking:
        writing.phrase(task.say("unverified", "asking"), "fact")
    writing.phrase(task.say("social", "hold"), "action")
    writing.phrase(task.say("unverified", "next"), "next-update")
    return writing


def prebunk(task: Task) -> Writing:
    writing = Writing()
    lead = task.lead
    if lead is None:
        writing.phrase(capital(task.say("prebunk", "lead_gap")), "fact")
    else:
        writing.fact(lead, "fact")
        for unit in task.verified.of("body"):
            if unit not in writing.said:
                writing.fact(unit, "fact")
    writing.paragraph()
    writing.phrase(task.say("prebunk", "warning"), "warning")
    for technique in techniques(task.rumour, task.book, task.lists["groups"], False)[:2]:
        writing.phrase(_wording(task, technique["ahead"]), "technique")
    writing.phrase(task.say("prebunk", "trick"), "technique")
    writing.phrase(task.say("prebunk", "pause"), "action")
    for unit in task.verified.of("source"):
        if unit not in writing.said:
            writing.fact(unit, "action")
    writing.paragraph()
    for unit in task.verified.of("invite", "do", "hours"):
        if unit not in writing.said:
            writing.fact(unit, "action")
    writing.phrase(*_ask(task, writing, "action", "welcome"))
    if lead is not None and (closing := _closing(task, "again_ahead")):
        writing.paragraph()
        writing.phrase(closing, "fact-again", lead.ids)
    return writing


def narrative(task: Task) -> Writing:
    """A story of our own, told from the facts; the claim is not mentioned at all."""
    units = task.verified.units
    if not units:
        errors = task.book["errors"]
        raise UnusableRequest(errors["no_facts"], errors["no_facts_advice"])
    writing = Writing()
    told = [unit for unit in units if unit.role in ("body", "source")]
    asked = [unit for unit in units if unit.role in ("invite", "do", "hours")]
    if told:
        writing.fact(told[0], "fact")
        writing.phrase(task.say("narrative", "together"), "together")
        writing.paragraph()
        for unit in told[1:]:
            writing.fact(unit, "fact")
    else:
        writing.phrase(task.say("narrative", "together"), "together")
    writing.paragraph()
    for unit in asked:
        writing.fact(unit, "action")
    writing.phrase(task.say("narrative", "invite" if asked else "share"), "action")
    if writing.words() < FULL // 2:
        writing.phrase(task.say("narrative", "ahead"), "together")
    if task.verified.contact:
        writing.phrase(*_ask(task, writing, "action", "welcome"))
    return writing


def _rest(task: Task, writing: Writing, roles: tuple[str, ...]) -> None:
    """The facts not said yet, as far as they fit; what does not fit is named to the person."""
    left_out: list[str] = []
    writing.paragraph()
    for unit in sorted(task.verified.of(*roles), key=lambda unit: -_answers(task, unit)):
        if unit in writing.said:
            continue
        if writing.words() + len(unit.text.split()) > TOO_LONG - 50:
            left_out.extend(unit.ids)
            continue
        writing.fact(unit, "fact")
    if left_out:
        writing.notes.append(task.say("notes", "too_long", ids=", ".join(left_out)))


def _answers(task: Task, unit: Unit) -> int:
    """How many of the claim's words a fact denies: those facts stand nearest to the warning."""
    if denies(task.rumour, task.lists) or not denies(unit.text, task.lists):
        return 0
    return len(content_words(unit.text, task.language) & task.myth.loaded)


def _about_the_message(task: Task) -> list[Unit]:
    """Facts that deny the claim or tell of the message itself (forged, an old picture)."""
    units = [
        unit
        for unit in task.verified.of("body")
        if unit is not task.lead
        and unit is not task.part
        and (near_start(unit.sentences[0], task.lists["carrier"]) or _answers(task, unit))
    ]
    plain_denial = [
        unit
        for unit in units
        if denies(unit.sentences[0], task.lists) or exposes(unit.sentences[0], task.lists)
    ]
    rest = [unit for unit in units if unit not in plain_denial]
    return plain_denial + sorted(rest, key=lambda unit: -_answers(task, unit))


def _small(task: Task, unit: Unit) -> Unit:
    """A unit that follows a colon."""
    first, *rest = unit.sentences
    return Unit(unit.ids, (lowered(first, task.lists), *rest), unit.role)


def _again(task: Task) -> str:
    assert task.lead is not None
    return lowered(again(task.lead, task.myth, task.language, task.lists), task.lists)


def _closing(task: Task, key: str) -> str:
    """The fact again, as the last word; "" if it has no short form."""
    short = _again(task)
    return f"{task.say('action', key)} {short}." if short else ""


def _reaches(task: Task, unit: Unit) -> bool:
    """Does a fact that was carried give a number or an address to turn to?"""
    return any(f.kind in ("phone", "email", "link") for f in figures(unit.text, task.language))


def _ask(
    task: Task, writing: Writing, section: str, key: str
) -> tuple[str, str, tuple[str, ...], str]:
    """Whom to ask: the number or link of the facts, or a visible gap."""
    contact = task.verified.contact
    if contact:
        for kind in ("number", "link", "mail"):
            if value := getattr(contact, kind):
                text = task.say(section, f"{key}_{kind}", **{kind: value})
                return text, "action", (contact.id,), value
    if any(_reaches(task, unit) for unit in writing.said):
        return task.say(section, f"{key}_line"), "action", (), ""
    return task.say(section, f"{key}_gap"), "action", (), ""


def _wording(task: Task, choices: Sequence[str]) -> str:
    return wording(choices, task.myth.loaded, task.language)


def _fits(writing: Writing, *more: str) -> bool:
    return writing.words() + sum(len(text.split()) for text in more) <= SOCIAL


def _after(writing: Writing, move: str, text: str) -> None:
    """Put a phrase behind the last claim of a move."""
    place = max(i for i, claim in enumerate(writing.claims) if claim.move == move)
    writing.claims.insert(place + 1, Claim(text, "phrase", (), (), move))


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
