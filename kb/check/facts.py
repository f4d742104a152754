"""Passages against the facts they rest on.

Every fact of a publication is carried by a passage or left out with a reason.
Where the fact lists are at hand, the basis must be that of the weakest fact,
topics must be topics of a fact, and the reporter one who was read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kb.model import LIMITS, Passage
from kb.shipped import BASES, CARD, Edition, Notebook, Problem, read_card


def check(folder: Path, editions: Sequence[Edition], beside: Path | None) -> Iterator[Problem]:
    if not editions or folder.name == LIMITS:
        return
    file = f"{folder.name}/{CARD}"
    card = read_card((folder / CARD).read_text(encoding="utf-8"), Notebook(file))
    carried = {fact for entry in card.passages.values() for fact in entry.facts}
    listed = {f"{card.id}-{n:02}" for n in range(1, (card.fact_count or 0) + 1)}
    if card.fact_count is None:
        yield Problem(file, 0, "the card does not say how many facts there are.", "fact_count: …")
        listed = carried | set(card.left_out)
    for fact in sorted(listed - carried - set(card.left_out)):
        yield Problem(
            file, 0, f"no passage carries {fact}.", "Carry it, or give the reason under left_out."
        )
    for fact in sorted((carried | set(card.left_out)) - listed):
        yield Problem(file, 0, f"{fact} is no fact of this publication.", "Check its number.")
    for fact in sorted(carried & set(card.left_out)):
        yield Problem(file, 0, f"{fact} is carried and left out.", "Do one of the two.")
    sheet = beside / "sources" / "facts" / f"{card.id}.yaml" if beside else None
    if sheet and sheet.exists():
        known = _facts(sheet)
        for passage in editions[0].passages:
            yield from _against(passage, known, file, editions[0].lines[passage.id][1])


@cache
def _facts(sheet: Path) -> Mapping[str, Any]:
    return {fact["id"]: fact for fact in yaml.safe_load(sheet.read_text("utf-8"))["facts"]}


def _against(passage: Passage, known: Mapping[str, Any], file: str, line: int) -> Iterator[Problem]:
    slug = passage.id.split("/")[-1].rsplit(".", 1)[0]
    rests_on = [known[fact] for fact in passage.facts if fact in known]
    if not rests_on:
        return
    if any(fact["confidence"] != "verified" for fact in rests_on):
        yield Problem(file, line, f"{slug} rests on a fact nobody verified.", "Leave the fact out.")
        return
    weakest = min((fact["basis"] for fact in rests_on), key=BASES.index)
    if passage.basis != weakest:
        yield Problem(file, line, f"{slug}: its weakest fact is {weakest}.", f"basis: {weakest}")
    of_facts = {topic for fact in rests_on for topic in fact["topics"]}
    for topic in sorted(set(passage.topics) - of_facts):
        yield Problem(
            file, line, f"{slug}: {topic} is a topic of none of its facts.", "Take it out."
        )
    for fact in rests_on:
        hosts = [host.strip() for host in passage.reported_by.split(",") if host.strip()]
        if fact["basis"] == "secondary" and not any(h in fact["seen_at"] for h in hosts):
            yield Problem(
                file,
                line,
                f"{slug}: {fact['id']} was read at {fact['seen_at']}, which is not named.",
                "Name its host in reported_by.",
            )
