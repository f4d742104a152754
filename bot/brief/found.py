"""A fact while it is being read: what later lines of the notes may still change."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.brief.lines import Clause
from bot.model import Status


@dataclass
class Found:
    start: int
    end: int
    kind: str
    clause: Clause
    text: str
    status: Status = "confirmed"
    by: str = ""
    slots: dict[str, str] = field(default_factory=dict)
    cue: bool = False  #: says of itself that it replaces something earlier
    pull: bool = False  #: takes something earlier back
    refused: bool = False  #: begins with "NO, ...": the clause before it does not hold
    again: bool = False  #: "now 5": renews what the same sentence said before
    cleared: bool = False  #: an authority chose these very words
    reason: str = ""  #: why it is not confirmed, a key of withheld.toml
