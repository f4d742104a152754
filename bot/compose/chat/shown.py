"""What a chat model is shown of notes, rumours and passages: only what may go out.

Withheld spans, and facts that are withdrawn, private, addressed to the drafter
or for staff only, are left out before a prompt is made: what a model has never
seen it cannot repeat.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.model import Evidence, Fact, Incident, Rumour

#: Channels whose readers may see what is marked for staff or partners.
INSIDE = ("internal", "partners")
#: Statuses that may be said, each in its own way.
SAYABLE = ("confirmed", "reported", "unknown")
#: Stands where something was taken out.
CUT = "…"


def fact_lines(incident: Incident, channel: str) -> str:
    """The facts that may go out, one a line: "f3 | confirmed | event | words | by"."""
    rows = []
    for fact in incident.facts:
        if fact.status not in SAYABLE or fact.kind == "instruction":
            continue
        if fact.kind == "internal" and channel not in INSIDE:
            continue
        text = _without_withheld(fact, incident)
        if re.search(r"\w", text.replace(CUT, "")):
            by = _scrubbed(fact.by, incident)
            rows.append(" | ".join((fact.id, fact.status, fact.kind, text, by)).rstrip(" |"))
    return "\n".join(rows)


def _without_withheld(fact: Fact, incident: Incident) -> str:
    keep = list(fact.text)
    for item in incident.withheld:
        # A fact inside a longer withheld line is one that may be said: the speaker's name.
        if (item.start <= fact.start <= fact.end <= item.end) and item.span != fact.text:
            continue
        for at in range(max(item.start, fact.start), min(item.end, fact.end)):
            keep[at - fact.start] = "\0"
    # Private and withdrawn facts may lie inside a wider one that may be said.
    for other in incident.facts:
        narrower = other.end - other.start < fact.end - fact.start
        silent = other.status not in SAYABLE
        if silent and narrower and fact.start <= other.start and other.end <= fact.end:
            for at in range(other.start, other.end):
                keep[at - fact.start] = "\0"
    return _scrubbed(re.sub("\0+", CUT, "".join(keep)), incident)


def _scrubbed(text: str, incident: Incident) -> str:
    """Withheld words wherever else they stand, and the last part of a withheld name."""
    for item in incident.withheld:
        span = item.span.strip()
        if len(span) < 2:
            continue
        text = _cut(text, span)
        parts = span.split()
        if 2 <= len(parts) <= 4 and all(p[:1].isupper() for p in parts) and len(parts[-1]) > 3:
            text = _cut(text, parts[-1])
    return " ".join(text.split())


def _cut(text: str, span: str) -> str:
    pattern = r"(?<!\w)" + r"\s+".join(re.escape(p) for p in span.split()) + r"(?!\w)"
    return re.sub(pattern, CUT, text, flags=re.I)


def verified_lines(rumour: Rumour) -> str:
    """The verified facts of a rumour: "F1 | words"."""
    return "\n".join(
        f"F{n} | {' '.join(fact.split())}" for n, fact in enumerate(rumour.facts, 1) if fact.strip()
    )


def evidence_lines(evidence: Sequence[Evidence]) -> str:
    """Passages under their labels, with the title and never the address."""
    return "\n\n".join(
        f"[{item.label}] {item.title}\n{item.passage.text.strip()}" for item in evidence
    )
