"""A rumour and the verified facts become a counter-message, with no model.

The order is that of the Debunking Handbook 2020: the fact, one warning, how
the message misleads, the facts that explain, what to do, and the fact again.
Facts are carried in the person's words; everything else is a phrase an editor
wrote. Nothing that stands in the rumour is ever carried, except the name of a
neutral place. With no verified fact the text says neither true nor false.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from string import Template
from typing import Any

from bot.compose.fragment import ANY_LEAD, LEAD_ENOUGH, again, headline, lowered
from bot.compose.leading import leading
from bot.compose.messenger import messenger
from bot.compose.myth import (
    Myth,
    Standing,
    denies,
    exposes,
    pending,
    read_myth,
    standing,
    true_part,
)
from bot.compose.signals import near_start
from bot.compose.technique import techniques, wording
from bot.compose.verified import Unit, Verified, clean, plain, read_facts
from bot.figures import figures
from bot.model import Claim, Draft, Evidence, Rumour
from bot.wording import phrases
from kb.errors import NotBuiltYet, UnusableRequest
from kb.language import read_code
from kb.text import content_words, sentences, stop_words
from kb.text import words as words_of

#: Languages whose phrase books exist.
BUILT = ("en", "fr")
#: "" is the full text.
CHANNELS = ("", "statement", "social")
#: A rumour is a message; what is longer is a document or an attack.
LONGEST_RUMOUR = 20_000
LONGEST_FACTS = 20_000
#: A counter-message is read to its end up to about this many words.
FULL, SOCIAL = 180, 90
#: Beyond this, facts are left out, and the person is told which.
TOO_LONG = 230

_GAP = re.compile(r"\[[^\[\]]{3,80}\]")


@dataclass
class _Sheet:
    """The text while it grows: claims in order, and the facts already said."""

    language: str
    claims: list[Claim] = field(default_factory=list)
    said: list[Unit] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _break: bool = False

    def paragraph(self) -> None:
        self._break = bool(self.claims)

    def phrase(self, text: str, move: str, facts: tuple[str, ...] = (), value: str = "") -> None:
        """Add the sentences of ``text``; those that hold ``value`` rest on ``facts``."""
        for span in sentences(text):
            rests = facts if value in span.text else ()
            origin: Any = "fact" if rests else "phrase"
            self.claims.append(Claim(span.text, origin, (), rests, move, self._break))
            self._break = False

    def fact(self, unit: Unit, move: str, lead: str = "") -> None:
        self.said.append(unit)
        for sentence in unit.sentences:
            self.phrase(f"{lead}{sentence}", move, unit.ids)
            lead = ""

    def words(self) -> int:
        return sum(len(claim.text.split()) for claim in self.claims)


@dataclass(frozen=True)
class _Task:
    """Everything a plan needs, read once."""

    rumour: str
    audience: str
    language: str
    book: Mapping[str, Any]
    lists: Mapping[str, Any]
    verified: Verified
    myth: Myth
    part: Unit | None
    stands: Standing
    lead: Unit | None

    def say(self, section: str, key: str, **values: str) -> str:
        """A phrase with its values; a list of wordings gives the one sharing least."""
        entry = self.book[section][key]
        if not isinstance(entry, str):
            entry = wording(entry, self.myth.loaded, self.language)
        return Template(entry).substitute(values)

    def about(self, section: str, key: str) -> str:
        """A phrase about the rumour's neutral subject, or its form without one."""
        topic = self.myth.topic
        if topic is None:
            return self.say(section, f"{key}_bare")
        return self.say(section, key, **self._topic())

    def titled(self, key: str) -> str:
        if self.myth.topic is None:
            return self.say("headline", f"{key}_bare")
        title = self.myth.topic.title
        return Template(self.book["headline"][key]).substitute(topic=title, Topic=title)

    def _topic(self) -> dict[str, str]:
        return {"topic": self.myth.topic.shown} if self.myth.topic else {}

    def facts_text(self) -> str:
        return " ".join(unit.text for unit in self.verified.units)


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
    task = _read(rumour, code)
    if rumour.format == "prebunk":
        sheet = _prebunk(task)
    elif rumour.format == "narrative":
        sheet = _narrative(task)
    elif task.lead is None or task.stands == "pending":
        sheet = _unverified_social(task) if channel == "social" else _unverified(task)
    else:
        sheet = _social(task) if channel == "social" else _debunk(task)
    return _draft(task, sheet, rumour.format, channel)


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


def _read(rumour: Rumour, language: str) -> _Task:
    book, lists = phrases(language, "counter"), phrases(language, "counter_words")
    text = clean(rumour.text)
    verified = read_facts(rumour.facts, language, lists)
    facts = " ".join(unit.text for unit in verified.units)
    claim = _expected(text) if rumour.format == "prebunk" else text
    myth = read_myth(text, claim, facts, language, lists)
    first = leading(verified.units, None, myth, language, lists)
    others = tuple(unit for unit in verified.units if unit is not first)
    part = true_part(myth, others, language, lists)
    lead = leading(verified.units, part, myth, language, lists)
    stands = standing(text, myth, verified.units, part, language, lists)
    return _Task(text, rumour.audience, language, book, lists, verified, myth, part, stands, lead)


#: A story in quotation marks; an apostrophe inside a word does not end it.
_QUOTED = re.compile(
    r"(?<!\w)['‘]((?:[^'‘’\n]|(?<=\w)['’](?=\w)){3,200})['’](?!\w)"
    r"|[\"“«]([^\"“”«»\n]{3,200})[\"”»]"
)


def _expected(text: str) -> str:
    """Of a note about what is expected, the quoted stories; without quotes, all of it."""
    quoted = [one or two for one, two in _QUOTED.findall(text)]
    return " ".join(quoted) or text


# ---------------------------------------------------------------- the plans


def _debunk(task: _Task) -> _Sheet:
    sheet = _Sheet(task.language)
    lead = task.lead
    assert lead is not None
    sheet.fact(lead, "fact")
    sheet.paragraph()
    sheet.phrase(task.about("warning", task.stands), "warning")
    misleads = task.stands not in ("borne_out",)
    for unit in _about_the_message(task):
        if unit not in sheet.said:
            sheet.fact(unit, "fact")
    if task.part and task.part is not lead:
        opening = f"{task.say('true_part', 'lead')} "
        sheet.fact(_small(task, task.part), "true-part", opening)
        sheet.said.append(task.part)
    named = techniques(task.rumour, task.book, task.lists["groups"], task.part is not None)
    if misleads:
        sheet.phrase(_wording(task, named[0]["says"]), "technique")
    _rest(task, sheet, ("body",))
    sheet.paragraph()
    for unit in task.verified.of("source", "do", "hours", "invite"):
        if unit not in sheet.said:
            sheet.fact(unit, "action")
    closing = _closing(task, "again")
    ask = _ask(task, sheet, "action", "ask")
    total = sheet.words() + len(closing.split()) + len(ask[0].split())
    if total < FULL - 70:
        sheet.phrase(task.say("action", "fuller"), "action")
        total += len(task.say("action", "fuller").split())
    also = [technique["also"] for technique in named[1:] if technique["also"]]
    if misleads and also and total < FULL - 15:
        _after(sheet, "technique", _wording(task, also[0]))
    sheet.phrase(*ask)
    if closing:
        sheet.paragraph()
        sheet.phrase(closing, "fact-again", lead.ids)
    if task.stands in task.book["notes"]:
        sheet.notes.append(task.say("notes", task.stands))
    return sheet


def _social(task: _Task) -> _Sheet:
    sheet = _Sheet(task.language)
    lead = task.lead
    assert lead is not None
    sheet.said.append(lead)
    short = _again(task) or plain(lead.sentences[0])
    sheet.phrase(f"{_capital(short)}.", "fact", lead.ids)
    sheet.phrase(task.about("warning", task.stands), "warning")
    ask = _ask(task, sheet, "social", "ask")
    if task.part and task.part is not lead:
        opening = f"{task.say('true_part', 'lead')} "
        if _fits(sheet, opening, task.part.text, ask[0]):
            sheet.fact(_small(task, task.part), "true-part", opening)
    named = techniques(task.rumour, task.book, task.lists["groups"], task.part is not None)
    says = _wording(task, named[0]["says"])
    if task.stands != "borne_out" and _fits(sheet, says, ask[0]):
        sheet.phrase(says, "technique")
    useful = task.verified.of("do", "hours", "source")
    for unit in sorted(useful, key=lambda unit: not _reaches(task, unit)):
        if unit not in sheet.said and _fits(sheet, unit.text, ask[0]):
            sheet.fact(unit, "action")
    sheet.phrase(*_ask(task, sheet, "social", "ask"))
    if task.stands in task.book["notes"]:
        sheet.notes.append(task.say("notes", task.stands))
    return sheet


def _unverified(task: _Task) -> _Sheet:
    sheet = _Sheet(task.language)
    sheet.phrase(task.about("unverified", "going_round"), "warning")
    sheet.phrase(task.say("unverified", "standing"), "warning")
    asking = [unit for unit in task.verified.units if pending(unit, task.lists)]
    if not asking:
        sheet.phrase(task.say("unverified", "asking"), "fact")
    if task.verified.of("body", "source"):
        sheet.paragraph()
        lead = f"{task.say('unverified', 'known')} "
        for unit in task.verified.of("body", "source"):
            sheet.fact(_small(task, unit) if lead else unit, "fact", lead)
            lead = ""
    sheet.paragraph()
    sheet.phrase(task.say("unverified", "spread"), "technique")
    sheet.phrase(task.say("unverified", "hold"), "action")
    sheet.paragraph()
    for unit in task.verified.of("do", "hours", "invite"):
        sheet.fact(unit, "action")
    contact = task.verified.contact
    if contact and contact.number:
        text = task.say("unverified", "help_number", number=contact.number)
        sheet.phrase(text, "action", (contact.id,), contact.number)
    else:
        sheet.phrase(task.say("unverified", "help_gap"), "action")
    sheet.paragraph()
    sheet.phrase(task.say("unverified", "next"), "next-update")
    sheet.phrase(task.say("unverified", "whatever"), "next-update")
    return sheet


def _unverified_social(task: _Task) -> _Sheet:
    sheet = _Sheet(task.language)
    sheet.phrase(task.about("unverified", "going_round"), "warning")
    sheet.phrase(task.say("unverified", "standing"), "warning")
    asking = [unit for unit in task.verified.units if pending(unit, task.lists)]
    for unit in asking:
        if _fits(sheet, unit.text):
            sheet.fact(unit, "fact")
    if not asking:
        sheet.phrase(task.say("unverified", "asking"), "fact")
    sheet.phrase(task.say("social", "hold"), "action")
    sheet.phrase(task.say("unverified", "next"), "next-update")
    return sheet


def _prebunk(task: _Task) -> _Sheet:
    sheet = _Sheet(task.language)
    lead = task.lead
    if lead is None:
        sheet.phrase(_capital(task.say("prebunk", "lead_gap")), "fact")
    else:
        sheet.fact(lead, "fact")
        for unit in task.verified.of("body"):
            if unit not in sheet.said:
                sheet.fact(unit, "fact")
    sheet.paragraph()
    sheet.phrase(task.say("prebunk", "warning"), "warning")
    for technique in techniques(task.rumour, task.book, task.lists["groups"], False)[:2]:
        sheet.phrase(_wording(task, technique["ahead"]), "technique")
    sheet.phrase(task.say("prebunk", "trick"), "technique")
    sheet.phrase(task.say("prebunk", "pause"), "action")
    for unit in task.verified.of("source"):
        if unit not in sheet.said:
            sheet.fact(unit, "action")
    sheet.paragraph()
    for unit in task.verified.of("invite", "do", "hours"):
        if unit not in sheet.said:
            sheet.fact(unit, "action")
    sheet.phrase(*_ask(task, sheet, "action", "welcome"))
    if lead is not None and (closing := _closing(task, "again_ahead")):
        sheet.paragraph()
        sheet.phrase(closing, "fact-again", lead.ids)
    return sheet


def _narrative(task: _Task) -> _Sheet:
    """A story of our own, told from the facts; the claim is not mentioned at all."""
    units = task.verified.units
    if not units:
        errors = task.book["errors"]
        raise UnusableRequest(errors["no_facts"], errors["no_facts_advice"])
    sheet = _Sheet(task.language)
    told = [unit for unit in units if unit.role in ("body", "source")]
    asked = [unit for unit in units if unit.role in ("invite", "do", "hours")]
    if told:
        sheet.fact(told[0], "fact")
        sheet.phrase(task.say("narrative", "together"), "together")
        sheet.paragraph()
        for unit in told[1:]:
            sheet.fact(unit, "fact")
    else:
        sheet.phrase(task.say("narrative", "together"), "together")
    sheet.paragraph()
    for unit in asked:
        sheet.fact(unit, "action")
    sheet.phrase(task.say("narrative", "invite" if asked else "share"), "action")
    if sheet.words() < FULL // 2:
        sheet.phrase(task.say("narrative", "ahead"), "together")
    if task.verified.contact:
        sheet.phrase(*_ask(task, sheet, "action", "welcome"))
    return sheet


# ------------------------------------------------------------- their pieces


def _rest(task: _Task, sheet: _Sheet, roles: tuple[str, ...]) -> None:
    """The facts not said yet, as far as they fit; what does not fit is named to the person."""
    left_out: list[str] = []
    sheet.paragraph()
    for unit in sorted(task.verified.of(*roles), key=lambda unit: -_answers(task, unit)):
        if unit in sheet.said:
            continue
        if sheet.words() + len(unit.text.split()) > TOO_LONG - 50:
            left_out.extend(unit.ids)
            continue
        sheet.fact(unit, "fact")
    if left_out:
        sheet.notes.append(task.say("notes", "too_long", ids=", ".join(left_out)))


def _answers(task: _Task, unit: Unit) -> int:
    """How many of the claim's words a fact denies: those facts stand nearest to the warning."""
    if denies(task.rumour, task.lists) or not denies(unit.text, task.lists):
        return 0
    return len(content_words(unit.text, task.language) & task.myth.loaded)


def _about_the_message(task: _Task) -> list[Unit]:
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


def _small(task: _Task, unit: Unit) -> Unit:
    """A unit that follows a colon."""
    first, *rest = unit.sentences
    return Unit(unit.ids, (lowered(first, task.lists), *rest), unit.role)


def _again(task: _Task) -> str:
    assert task.lead is not None
    return lowered(again(task.lead, task.myth, task.language, task.lists), task.lists)


def _closing(task: _Task, key: str) -> str:
    """The fact again, as the last word; "" if it has no short form."""
    short = _again(task)
    return f"{task.say('action', key)} {short}." if short else ""


def _reaches(task: _Task, unit: Unit) -> bool:
    """Does a fact that was carried give a number or an address to turn to?"""
    return any(f.kind in ("phone", "email", "link") for f in figures(unit.text, task.language))


def _ask(
    task: _Task, sheet: _Sheet, section: str, key: str
) -> tuple[str, str, tuple[str, ...], str]:
    """Whom to ask: the number or link of the facts, or a visible gap."""
    contact = task.verified.contact
    if contact:
        for kind in ("number", "link", "mail"):
            if value := getattr(contact, kind):
                text = task.say(section, f"{key}_{kind}", **{kind: value})
                return text, "action", (contact.id,), value
    if any(_reaches(task, unit) for unit in sheet.said):
        return task.say(section, f"{key}_line"), "action", (), ""
    return task.say(section, f"{key}_gap"), "action", (), ""


def _wording(task: _Task, choices: Sequence[str]) -> str:
    return wording(choices, task.myth.loaded, task.language)


def _fits(sheet: _Sheet, *more: str) -> bool:
    return sheet.words() + sum(len(text.split()) for text in more) <= SOCIAL


def _after(sheet: _Sheet, move: str, text: str) -> None:
    """Put a phrase behind the last claim of a move."""
    place = max(i for i, claim in enumerate(sheet.claims) if claim.move == move)
    sheet.claims.insert(place + 1, Claim(text, "phrase", (), (), move))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _headline(task: _Task, kind: str) -> str:
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
            return _capital(best)
    return task.titled("verified" if kind == "debunk" else "ahead")


def _other_language(task: _Task) -> bool:
    """Do the facts hold far more small words of another language than of this one?"""
    tokens = [word.text.lower() for word in words_of(task.facts_text()[:4000])]
    here = sum(token in stop_words(task.language) for token in tokens)
    there = max(
        sum(token in stop_words(code) for token in tokens)
        for code in ("en", "fr", "de", "no")
        if code != task.language
    )
    return len(tokens) >= 6 and there > 2 * here + 2


def _draft(task: _Task, sheet: _Sheet, kind: str, channel: str) -> Draft:
    notes = list(sheet.notes)
    if task.verified.withheld:
        notes.append(task.say("notes", "withheld", ids=", ".join(task.verified.withheld)))
    if task.verified.units and _other_language(task):
        notes.append(task.say("notes", "other_language"))
    head = _headline(task, kind)
    text = " ".join([head, *(claim.text for claim in sheet.claims if claim.origin == "phrase")])
    return Draft(
        claims=tuple(sheet.claims),
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
