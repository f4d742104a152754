"""What the makers of sentences share: patterns, and the cutting of a note into clauses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.compose.statement.style import bare, capital, decapital, small, style

Kind = Literal["pattern", "sentence", "imperative", "fragment"]


@dataclass(frozen=True)
class Piece:
    """Part of a fact, carried. ``text`` has no full stop; patterns have a ``key``."""

    kind: Kind
    text: str
    key: str = ""
    slots: Mapping[str, str] = field(default_factory=dict)


class Maker:
    """What the two languages share: patterns and the cutting into clauses."""

    language = ""
    lead = re.compile(r"(?!)")
    at = ""

    def __init__(self) -> None:
        self.words = style(self.language)

    def pattern(self, text: str) -> Piece | None:
        for match, key in self.words["pattern"]:
            if found := match.fullmatch(text.rstrip(".!")):
                slots = {name: value for name, value in found.groupdict().items() if value}
                return Piece("pattern", text, key, slots)
        return None

    def led(self, piece: Piece, time: str, lower: bool) -> Piece:
        """ "18:10 a man ...": "At 18:10, a man ..."; a fragment keeps its bare time."""
        time = time[:1].lower() + time[1:]
        at = (
            f"{self.at} {time}"
            if re.match(r"\d|about|around|midi|minuit|noon|mid", time)
            else capital(time)
        )
        if piece.kind == "sentence":
            low = small(piece.text) if lower else decapital(piece.text, self.language)
            return Piece("sentence", f"{at}, {low}")
        if piece.key == "event_noun":
            slots = {**piece.slots, "lead": f"{at}, "}
            return Piece(piece.kind, piece.text, piece.key, slots)
        if piece.kind == "pattern":
            return piece
        return Piece(piece.kind, f"{time}, {piece.text}")

    def clauses(self, text: str) -> list[str]:
        """Cut at commas where what follows could stand alone, nowhere else."""
        chunks = re.split(r",\s+", text)
        clauses = [chunks[0]]
        for chunk in chunks[1:]:
            if not self.complete(clauses[-1]) or self._runs_on(clauses[-1], chunk):
                clauses[-1] += ", " + chunk
            elif self._traces(chunk) and self.sentence(chunk).kind == "fragment":
                clauses.append(self.words["words"]["there_was"] + " " + chunk)
            elif self.independent(chunk):
                clauses.append(re.sub(r"^(?:and|et|but|mais) ", "", chunk))
            else:
                clauses[-1] += ", " + chunk
        return clauses

    def independent(self, chunk: str) -> bool:
        first = chunk.split(" ", 1)[0]
        if bare(first) in self.words["relatives"] - {"et", "and", "mais"}:
            return False
        if chunk.startswith(("and ", "et ", "but ", "mais ")):
            chunk = chunk.split(" ", 1)[1]
        elif first[:1].isupper() and not first.isupper() and re.search(r" (?:and|et) ", chunk):
            return False  # the end of an address, then the sentence goes on
        return bool(self.pattern(chunk)) or self.sentence(chunk).kind in ("sentence", "imperative")

    def complete(self, clause: str) -> bool:
        """A clause that may end here: not the first half of a list, a time, a condition."""
        if clause.rstrip().endswith(":"):
            return False
        if self.pattern(clause) or self.sentence(clause).kind != "fragment":
            return True
        words, low = self.words, bare(clause.split(" ", 1)[0])
        leads = words["prepositions"] | words["leads"]
        return low not in leads and not low.startswith(("d'", "l'"))

    def _runs_on(self, clause: str, chunk: str) -> bool:
        """ "..., and 7 windows were broken": one sentence while it is short enough to say."""
        return chunk.startswith(("and ", "et ")) and len((clause + chunk).split()) <= 40

    def sentence(self, text: str) -> Piece:
        raise NotImplementedError

    def _two_predicates(self, text: str, joint: str) -> Piece | None:
        """ "Centre closed Tuesday, opens Wednesday": the first half lacks its verb."""
        first, comma, rest = text.partition(", ")
        if not comma or bare(rest.split(" ", 1)[0]) not in self.words["finite"]:
            return None
        head = self.sentence(first)
        return Piece("sentence", head.text + joint + rest) if head.kind == "sentence" else None

    def _traces(self, chunk: str) -> bool:
        """ "homophobic stickers", "croix gammées sur la porte": what was left behind."""
        lows = [bare(token) for token in chunk.split()]
        return len(lows) < 12 and any(low in self.words["traces"] for low in lows[:3])
