"""The desk's nouns. All frozen: what was shown once stays as it was shown.

Question, Incident and Rumour are the three tasks; notes become an Incident of
Facts; a composer turns a task and its Evidence into a Draft of Claims; verify
judges each Claim; principles remark on spans; the Sheet holds it all and is
what is shown, exported and saved. Finding nothing is a result, not an
exception: a Sheet without a draft says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kb.model import Mark, Passage

CHANNELS = (
    "holding",
    "statement",
    "social",
    "families",
    "internal",
    "qa",
    "remarks",
    "partners",
)
FORMATS = ("debunk", "prebunk", "narrative")

#: confirmed: may be stated. reported: somebody says so, not confirmed.
#: unknown: the notes say that it is not known. withdrawn: corrected or pulled
#: later in the notes. private: must not be published.
Status = Literal["confirmed", "reported", "unknown", "withdrawn", "private"]

#: What a fact is about. The reader of notes assigns one, the plans ask for them.
FACT_KINDS = (
    "event",  # what happened, with when and where if they stand in the same sentence
    "harm",  # deaths, injuries, people treated, homes lost: slots count, outcome
    "no_harm",  # nobody was injured / no one died
    "affected",  # who lives, works, prays, studies there; the community that was hit
    "investigation",  # who investigates, and as what
    "arrest",  # arrested, charged, nobody arrested yet
    "motive",  # what is said about motive or cause, mostly: open
    "hate",  # an authority has established the hate; Incident.hate says which
    "response",  # what the city, services, neighbours have done or do
    "help",  # where help is: slots place, address, phone, from, until
    "witness",  # how to reach police or hand over images: slots phone, reference, link
    "do",  # what residents should do
    "dont",  # what residents should not do
    "gathering",  # a vigil, walk, tea, collection that people are invited to
    "service",  # closures, re-openings, services maintained or moved
    "quote",  # approved words: slots words, speaker
    "wish",  # what those affected ask for
    "speaker",  # who signs: slots name, role
    "next_update",  # when and where we speak next: slots time, day, place, link
    "correction",  # a false claim that an authority has answered in the notes
    "apology",  # a mistake of our own, and what we did about it
    "question",  # something the notes say is still missing or being asked for
    "internal",  # for staff or partners only
    "instruction",  # addressed to the drafter: format, length, words wanted or banned
    "context",  # anything else that may be said; the heading of the notes: slots town, date
)


@dataclass(frozen=True)
class Fact:
    """One thing the person told us. ``text`` is exactly ``notes[start:end]``."""

    id: str
    text: str
    start: int
    end: int
    kind: str  #: one of FACT_KINDS
    status: Status = "confirmed"
    by: str = ""  #: who says so, as written in the notes
    #: parts a phrase may insert, each a verbatim piece of the notes: phone, place,
    #: address, from, until, time, day, link, reference, count, words, speaker, name, role ...
    #: (the whole list: bot/brief/__init__.py)
    slots: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Withheld:
    """A span of the notes (or rumour, or draft) that must not go out, and why."""

    span: str
    start: int
    end: int
    reason: str  #: a key of the wording: "attacker", "victim-data", "slur", "motive" ...
    why: str = ""  #: the reason as a sentence in the person's language
    source_id: str = ""  #: the guidance behind it


@dataclass(frozen=True)
class Question:
    text: str
    language: str = "en"


@dataclass(frozen=True)
class Incident:
    """Notes, read: facts with status and span, and what must stay inside."""

    notes: str
    facts: tuple[Fact, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    kind: str = "unknown"  #: attack, arson, vandalism, harassment, threat, riot ... , unknown
    hate: str = ""  #: the hate as established by an authority in the notes: "racist", or ""
    notes_language: str = "en"


@dataclass(frozen=True)
class Rumour:
    text: str
    facts: tuple[str, ...] = ()  #: verified facts, in the person's words
    format: str = "debunk"
    audience: str = ""


@dataclass(frozen=True)
class Evidence:
    """A passage admitted for one task under an opaque label."""

    label: str  #: e.g. "K7Q": says nothing about position
    passage: Passage
    title: str
    publisher: str = ""
    year: int | None = None
    url: str = ""
    score: float = 0.0
    kind: str = ""  #: of the source; "upload": a document of the office, not checked guidance
    mark: Mark | None = None  #: what a reviewer of the sources said of it, when it was admitted


Origin = Literal["fact", "evidence", "phrase", "model"]
Standing = Literal[
    "supported", "from the brief", "general wording", "unsupported", "unknown source"
]


@dataclass(frozen=True)
class Claim:
    """One sentence, its origin, and what it rests on.

    ``cites`` are evidence labels; ``facts`` are Fact ids. ``move`` names the
    part of the plan it fills. ``new_paragraph`` starts one before it.
    """

    text: str
    origin: Origin
    cites: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    move: str = ""
    new_paragraph: bool = False


@dataclass(frozen=True)
class Draft:
    claims: tuple[Claim, ...]
    language: str
    channel: str = ""  #: one of CHANNELS; "" for an answer
    composer: str = "engine"
    headline: str = ""
    messenger: str = ""  #: who could carry a counter-message
    gaps: tuple[str, ...] = ()  #: visible placeholders left in the text
    notes: tuple[str, ...] = ()  #: remarks to the person: what was left out, what failed

    @property
    def text(self) -> str:
        """The sentences, in paragraphs."""
        paragraphs: list[list[str]] = []
        for claim in self.claims:
            if claim.new_paragraph or not paragraphs:
                paragraphs.append([])
            paragraphs[-1].append(claim.text)
        return "\n\n".join(" ".join(sentences) for sentences in paragraphs)


@dataclass(frozen=True)
class Verdict:
    """How claim number ``claim`` of a draft stands, and the reason in plain words."""

    claim: int
    standing: Standing
    reason: str = ""
    quote: str = ""  #: the words of the evidence that support it, verbatim
    label: str = ""  #: the evidence the quote is from


Task = Literal["ask", "draft", "counter", "review"]
Severity = Literal["major", "minor", "info"]


@dataclass(frozen=True)
class Finding:
    """What a Principle says about a span of a text; start == end: about the whole."""

    principle: str
    severity: Severity
    start: int
    end: int
    span: str
    advice: str
    source_id: str
    rewording: str = ""


Outcome = Literal["ok", "abstained", "declined", "error"]


@dataclass(frozen=True)
class Sheet:
    """Everything about one result. It is what is shown, exported and saved."""

    task: Task
    request: Question | Incident | Rumour | str
    outcome: Outcome = "ok"
    reason: str = ""  #: why there is no draft, and what can be done instead
    reason_kind: str = ""  #: nothing-relevant / weak-evidence / out-of-scope / misuse
    draft: Draft | None = None
    evidence: tuple[Evidence, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    findings: tuple[Finding, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    language: str = "en"
    version: int = 1
    record: tuple[str, ...] = ()  #: what the person did to it, in order
