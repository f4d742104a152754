"""What the chat and the form remember: pure values, no Streamlit.

A Conversation is a tuple of Turns; a Turn is what a person said, the task it
was taken for, and every version of the sheet made of it. Each function returns
a new value, and a failed request adds a Refusal and takes nothing away: that is
how nothing typed and nothing drafted is ever lost.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from bot.model import Fact, Incident, Question, Rumour, Sheet, Task
from bot.wishes import Wish
from kb.errors import ToolkitError
from kb.language import detect

if TYPE_CHECKING:
    from bot.desk import Desk

log = logging.getLogger(__name__)
T = TypeVar("T")

TASKS: tuple[Task, ...] = ("ask", "draft", "counter", "review")
#: What the pages offer today; the desk refuses the rest with a clear sentence.
LANGUAGES = ("en", "fr")
#: Languages of answers; the pages' own words are in LANGUAGES.
ANSWERED = ("en", "fr", "de", "no")
CHANNELS = ("holding", "statement", "social")
#: Fewer words than this are too few to tell German from English: the page's language is taken.
FEW_WORDS = 6


@dataclass(frozen=True)
class Refusal:
    """Why a request brought nothing. ``kind`` is the error's name, "unexpected" for a fault."""

    kind: str
    what: str = ""
    advice: str = ""


@dataclass(frozen=True)
class Version:
    sheet: Sheet
    change: str = ""  #: what the person asked for, in their words; "" for the first
    length: str = ""


@dataclass(frozen=True)
class Turn:
    """Something said, and what was made of it."""

    id: int
    said: str
    task: Task
    language: str
    versions: tuple[Version, ...] = ()
    shown: int = 0  #: which version is on screen
    refusal: Refusal | None = None

    @property
    def sheet(self) -> Sheet | None:
        return self.versions[self.shown].sheet if self.versions else None


@dataclass(frozen=True)
class Conversation:
    turns: tuple[Turn, ...] = ()

    def turn(self, id: int) -> Turn:
        return next(turn for turn in self.turns if turn.id == id)

    def updated(self, turn: Turn) -> Conversation:
        return Conversation(tuple(turn if t.id == turn.id else t for t in self.turns))


@dataclass(frozen=True)
class Form:
    """What the Statement page remembers: the notes as read, and the last sheet."""

    incident: Incident | None = None
    read: int = 0  #: how often notes were read; a new table for each
    sheet: Sheet | None = None
    drafts: int = 0
    refusal: Refusal | None = None
    rows: tuple[dict[str, Any], ...] = ()  #: the table as the person left it; (): as read


@dataclass(frozen=True)
class Work:
    """Everything of one visit that is worth keeping; ``bot.drawer`` writes it to disk."""

    chat: Conversation = Conversation()
    form: Form = Form()
    check: Sheet | None = None
    fields: Mapping[str, str] = field(default_factory=dict)  #: what stands in FIELDS

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Every sheet of the visit, in all its versions."""
        made = [version.sheet for turn in self.chat.turns for version in turn.versions]
        return (*made, *(sheet for sheet in (self.form.sheet, self.check) if sheet))

    @property
    def empty(self) -> bool:
        """Nothing was typed and nothing was made: choices alone are not worth a file."""
        typed = any(self.fields.get(name, "").strip() for name, choices in FIELDS if not choices)
        return not (self.chat.turns or self.form.incident or self.check or typed)


#: The fields of the pages that are kept, with their choices; (): any text.
FIELDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("language", LANGUAGES),
    ("statement_notes", ()),
    ("statement_channel", CHANNELS),
    ("statement_language", ("auto", *LANGUAGES)),
    ("check_text", ()),
    ("check_language", ("auto", *LANGUAGES)),
    ("check_channel", ("any", *CHANNELS)),
)


def usable(work: Work) -> Work:
    """The work with nothing in it that a page could not show, whoever wrote the file."""
    turns = tuple(
        replace(turn, id=id, shown=min(max(turn.shown, 0), max(len(turn.versions) - 1, 0)))
        for id, turn in enumerate(work.chat.turns, start=1)
    )
    fields = {
        name: work.fields[name]
        for name, choices in FIELDS
        if name in work.fields and (not choices or work.fields[name] in choices)
    }
    return replace(work, chat=Conversation(turns), fields=fields)


# ------------------------------------------------------------------ asking the desk


def attempt(call: Callable[[], T]) -> T | Refusal:
    """What ``call`` returns, or why it did not. No error passes; a fault is logged."""
    try:
        return call()
    except ToolkitError as error:
        return Refusal(type(error).__name__, error.what, error.advice)
    except Exception:
        log.exception("A request failed.")
        return Refusal("unexpected")


def language_of(text: str, fallback: str) -> str:
    """The language of a text; ``fallback`` where it is too short to tell."""
    found = detect(text, fallback)
    short = len(text.split()) < FEW_WORDS
    return fallback if short and found not in LANGUAGES else found


def make(desk: Desk, said: str, task: Task, language: str) -> Sheet:
    """The first sheet for a task. Raises what the desk raises."""
    if task == "draft":
        return desk.statement(desk.read_notes(said, language), "holding", language)
    if task == "counter":
        return desk.counter_message(Rumour(said), language)
    if task == "review":
        return desk.review(said, language)
    return desk.answer(Question(said, language))


# ------------------------------------------------------------------ the conversation


def say(desk: Desk, talk: Conversation, said: str, fallback: str) -> Conversation:
    """A typed text: a follow-up on the last sheet if it reads as one, else a new turn."""
    if not said.strip():
        return talk
    last = talk.turns[-1] if talk.turns else None
    if last:
        wish = attempt(lambda: desk.wish(said))
        if isinstance(wish, Wish):
            return talk.updated(_followed(desk, last, wish, said.strip()))
    language = language_of(said, fallback)
    task = attempt(lambda: desk.understand(said, language))
    id = last.id + 1 if last else 1
    turn = Turn(id, said, "ask" if isinstance(task, Refusal) else task, language)
    return Conversation((*talk.turns, started(desk, turn)))


def _followed(desk: Desk, turn: Turn, wish: Wish, said: str) -> Turn:
    """A follow-up on the last turn, also where that brought no text.

    "In French" asks a question that found nothing once more; "shorter" has nothing
    to shorten, and says so rather than being looked up in the guidance.
    """
    asked_again = wish.language or wish.added
    if turn.sheet and (turn.sheet.draft or turn.task == "review" or asked_again):
        return wished(desk, turn, wish, said)
    return replace(turn, refusal=Refusal("nothing_to_change"))


def started(desk: Desk, turn: Turn) -> Turn:
    """The turn with its first sheet; with a refusal, and what it had, if there is none."""
    made = attempt(lambda: make(desk, turn.said, turn.task, turn.language))
    if isinstance(made, Refusal):
        return replace(turn, refusal=made)
    return replace(turn, versions=(Version(made),), shown=0, refusal=None)


def taken_as(desk: Desk, turn: Turn, task: Task) -> Turn:
    """The same words, understood as another task."""
    if task == turn.task and turn.versions:
        return turn
    new = started(desk, replace(turn, task=task, versions=(), shown=0, refusal=None))
    return new if new.versions else replace(turn, refusal=new.refusal)


def said_anew(desk: Desk, turn: Turn, said: str) -> Turn:
    """The turn made again from an edited text, taken for the same task."""
    if not said.strip():
        return replace(turn, refusal=Refusal("empty"))
    if said == turn.said and turn.versions:
        return turn
    new = started(desk, replace(turn, said=said, language=language_of(said, turn.language)))
    return new if new.refusal is None else replace(new, versions=turn.versions, shown=turn.shown)


def with_version(turn: Turn, sheet: Sheet, change: str, length: str = "") -> Turn:
    """A further version, numbered after the last, whichever one it was made from."""
    number = len(turn.versions) + 1
    version = Version(replace(sheet, version=number), change, length)
    return replace(turn, versions=(*turn.versions, version), shown=number - 1, refusal=None)


def wished(desk: Desk, turn: Turn, wish: Wish, change: str) -> Turn:
    """The version a follow-up asks for; one that is already there is shown again.

    A wish for a language keeps the length asked for before; a wish for another
    channel does not, as every channel has its own.
    """
    base = turn.versions[turn.shown]
    if not wish.length and not wish.channel and base.length:
        wish = replace(wish, length=base.length)
    known = _known(turn, base, wish)
    if known is not None:
        return replace(turn, shown=known, refusal=None)
    made = attempt(lambda: desk.revise(base.sheet, wish))
    if isinstance(made, Refusal):
        return replace(turn, refusal=made)
    return with_version(turn, made, change, wish.length)


def _known(turn: Turn, base: Version, wish: Wish) -> int | None:
    """The version with the same request in the language, channel and length asked for."""
    draft = base.sheet.draft
    if wish.added or draft is None:
        return None
    wanted = (wish.language or base.sheet.language, wish.channel or draft.channel, wish.length)
    for number in reversed(range(len(turn.versions))):
        version = turn.versions[number]
        drafted = version.sheet.draft
        if drafted is None or version.sheet.request != base.sheet.request:
            continue
        if (version.sheet.language, drafted.channel, version.length) == wanted:
            return number
    return None


def with_facts(
    desk: Desk, turn: Turn, facts: Sequence[str], format: str, audience: str, change: str
) -> Turn:
    """A counter-message composed again from the facts a person has verified."""
    sheet = turn.sheet
    if sheet is None or not isinstance(sheet.request, Rumour):
        return turn
    said = tuple(line.strip() for line in facts if line.strip())
    request = replace(sheet.request, facts=said, format=format, audience=audience.strip())
    if request == sheet.request:
        return turn
    channel = sheet.draft.channel if sheet.draft else ""
    made = attempt(lambda: desk.counter_message(request, sheet.language, channel))
    if isinstance(made, Refusal):
        return replace(turn, refusal=made)
    return with_version(turn, made, change)


def showing(turn: Turn, number: int) -> Turn:
    """The turn with version ``number`` (from 0) on screen."""
    return replace(turn, shown=min(max(number, 0), len(turn.versions) - 1), refusal=None)


# ------------------------------------------------------------------ the facts table


def rows_of(incident: Incident) -> list[dict[str, Any]]:
    """The facts as rows a person can edit; "id" leads back to the fact."""
    return [
        {"use": True, "text": f.text, "kind": f.kind, "status": f.status, "id": f.id}
        for f in incident.facts
    ]


def edited(desk: Desk, incident: Incident, rows: Sequence[dict[str, Any]]) -> Incident:
    """The incident as the person corrected it in the table.

    Whatever they typed becomes a further line of the notes and is read like
    the rest, so every fact stays a span of the notes. Rows not in use are left out.
    """
    known = {fact.id: fact for fact in incident.facts}
    kept: list[Fact] = []
    typed: list[tuple[str, dict[str, Any]]] = []
    for row in rows:
        line = " ".join(str(row.get("text") or "").split())
        fact = known.get(str(row.get("id") or ""))
        if not line or not row.get("use"):
            continue
        if fact and line == " ".join(fact.text.split()):
            kept.append(_as_said(fact, row))
        else:
            typed.append((line, row))
    if not typed:
        return replace(incident, facts=tuple(kept))
    end = len(incident.notes.rstrip())
    notes = "\n".join((incident.notes.rstrip(), *(line for line, _ in typed)))
    read = desk.read_notes(notes, incident.notes_language)
    for line, row in typed:
        start = notes.index(line, end)
        end = start + len(line)
        new = [fact for fact in read.facts if start <= fact.start and fact.end <= end]
        if len(new) != 1:  # nothing or several things were read: one row is one fact
            new = [Fact("", line, start, end, "context")]
        fact = replace(new[0], id=f"added-{start}")
        if old := known.get(str(row.get("id") or "")):
            fact = _around(fact, old)
        kept.append(_as_said(fact, row))
    withheld = tuple(dict.fromkeys((*incident.withheld, *read.withheld)))
    return replace(incident, notes=notes, facts=tuple(kept), withheld=withheld)


def _around(fact: Fact, old: Fact) -> Fact:
    """A corrected fact keeps what stood beside the old one in the notes: its time, its day."""
    beside = {name: value for name, value in old.slots.items() if value not in old.text}
    return replace(fact, slots={**beside, **fact.slots}, by=fact.by or old.by)


def _as_said(fact: Fact, row: dict[str, Any]) -> Fact:
    """The fact with the kind and the status of its row, where the row names them."""
    return replace(fact, kind=row.get("kind") or fact.kind, status=row.get("status") or fact.status)
