"""Short questions to a table of facts, so that a test says only what it is about."""

from __future__ import annotations

from bot.brief import read_notes
from bot.model import Fact, Incident


def facts(notes: str | Incident, kind: str, status: str = "confirmed") -> list[Fact]:
    incident = read_notes(notes) if isinstance(notes, str) else notes
    return [f for f in incident.facts if f.kind == kind and f.status == status]


def texts(notes: str | Incident, kind: str, status: str = "confirmed") -> list[str]:
    return [f.text for f in facts(notes, kind, status)]


def only(notes: str | Incident, kind: str, status: str = "confirmed") -> Fact:
    found = facts(notes, kind, status)
    assert len(found) == 1, [f.text for f in found]
    return found[0]


def sayable(notes: str | Incident) -> str:
    """Everything a public text could take, withheld words lifted out."""
    incident = read_notes(notes) if isinstance(notes, str) else notes
    kept = list(incident.notes)
    for held in incident.withheld:
        kept[held.start : held.end] = " " * (held.end - held.start)
    public = [
        "".join(kept[f.start : f.end])
        for f in incident.facts
        if f.status in ("confirmed", "unknown") and f.kind not in ("instruction", "internal")
    ]
    return "\n".join(public)


def held(notes: str | Incident, reason: str) -> list[str]:
    incident = read_notes(notes) if isinstance(notes, str) else notes
    return [w.span for w in incident.withheld if w.reason == reason]
