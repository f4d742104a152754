"""Small builders: a test spells out only what it is about."""

from __future__ import annotations

from bot.model import Claim, Draft, Evidence, Fact, Incident
from kb.model import Passage, Source


def source(id: str = "guide", language: str = "en", **more) -> Source:
    values = {"edition": id, "title": f"The {id}", "publisher": "A publisher", "year": 2020}
    return Source(id=id, language=language, **(values | more))


def passage(text: str = "Say what is known.", id: str = "guide/one.en", **more) -> Passage:
    values = {
        "source_id": id.split("/")[0],
        "edition": id.split("/")[0],
        "headings": ("First words",),
        "locator": "Chapter 1",
        "start": 0,
        "end": len(text),
        "language": "en",
    }
    return Passage(id=id, text=text, **(values | more))


def evidence(label: str = "K7Q", text: str = "Say what is known.", **more) -> Evidence:
    return Evidence(label, passage(text, **more), title="The guide", publisher="A publisher")


def fact(notes: str, span: str, kind: str = "context", id: str = "f1", **more) -> Fact:
    """A fact that stands in ``notes`` as ``span``; fails if it does not."""
    start = notes.index(span)
    return Fact(id, span, start, start + len(span), kind, **more)


def incident(notes: str = "", *facts: Fact, **more) -> Incident:
    return Incident(notes, tuple(facts), **more)


def draft(*texts: str, language: str = "en", channel: str = "statement", **more) -> Draft:
    claims = tuple(t if isinstance(t, Claim) else Claim(t, "phrase") for t in texts)
    return Draft(claims, language, channel, **more)
