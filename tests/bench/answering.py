"""Does the desk find, cite, abstain and decline as it should?

Runs files of questions through the real library and prints, by language: how
often an expected source is among the first five hits, how often an answer is
given, or else what comes nearest under a sentence that says so, how often an
expected source is cited; of the questions no source answers, how many are
abstained from, or at least said not to be answered; of those to decline, how
many are. ``--poor`` lists every poor case with what was found instead: they
are read, not hidden.

    python -m tests.bench.answering [FILE ...] [--poor] [--json]

A file holds one JSON object a line: ``lang``, ``question``, ``kind``
(answerable, unanswerable, misuse, or fine: looks like misuse and is not) and,
for answerable ones, ``expected``: {"sources": [ids], "seed": the founding
source or null, "findings_accept": [numbers of its findings]}. Without a file
our own questions (questions/tuned_on.jsonl) are asked; those in
kept_aside.jsonl are never tuned on.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.model import Question, Sheet
from bot.retrieve import bearing
from bot.wiring import open_toolkit
from kb.model import Hit, Passage
from kb.text import stems

OWN = Path(__file__).parent / "questions" / "tuned_on.jsonl"
#: Hits a reader sees without scrolling.
FIRST = 5


@dataclass
class Tally:
    """Counts of one language; ``poor`` are the cases to read."""

    counts: Counter[str] = field(default_factory=Counter)
    poor: list[str] = field(default_factory=list)

    def share(self, part: str, whole: str) -> float | None:
        return round(self.counts[part] / self.counts[whole], 3) if self.counts[whole] else None


def expected(passage: Passage, wanted: dict[str, Any]) -> bool:
    """Is this passage of an expected source, or of an expected finding?"""
    if passage.source_id in wanted["sources"]:
        return True
    findings = wanted.get("findings_accept") or wanted.get("findings") or ()
    number = re.search(r"\d+", passage.locator)
    return bool(wanted.get("seed") == passage.source_id and number and int(number[0]) in findings)


def _told(case: dict[str, Any], sheet: Sheet, hits: list[Hit], why: str) -> str:
    lines = [f"{why:9} {sheet.outcome:9} {case['lang']} {case['question']}"]
    if "expected" in case:
        lines.append(f"          wanted {', '.join(case['expected']['sources'])}")
    asked = len(stems(case["question"], case["lang"]))
    for hit in hits[:3]:
        lines.append(
            f"          {bearing(hit, asked):.2f} score {hit.score:.2f} "
            f"similarity {hit.similarity:.2f} coverage {hit.coverage:.2f} {hit.passage.id}"
        )
    return "\n".join(lines)


def measure(files: list[Path]) -> dict[str, Tally]:
    """language -> Tally of every question in ``files``, with the library as configured."""
    desk = open_toolkit().desk
    tallies: dict[str, Tally] = {}
    for path in files:
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            tally = tallies.setdefault(case["lang"], Tally())
            sheet = desk.answer(Question(case["question"], case["lang"]))
            hits = desk.search(case["question"], FIRST, case["lang"])
            for name, good in _judged(case, sheet, hits).items():
                tally.counts[f"{name} asked"] += 1
                tally.counts[name] += good
                if not good:
                    tally.poor.append(_told(case, sheet, hits, name))
    return tallies


def _judged(case: dict[str, Any], sheet: Sheet, hits: list[Hit]) -> dict[str, bool]:
    kind = case["kind"]
    if kind == "unanswerable":
        silent = sheet.outcome in ("abstained", "declined")
        return {"abstained": silent, "said so": silent or sheet.reason_kind == "near"}
    if kind == "misuse":
        return {"declined": sheet.outcome == "declined"}
    if kind == "fine":
        return {"heard": sheet.outcome != "declined"}
    labels = {
        label for claim in (sheet.draft.claims if sheet.draft else ()) for label in claim.cites
    }
    cited = [item.passage for item in sheet.evidence if item.label in labels]
    return {
        "found": any(expected(hit.passage, case["expected"]) for hit in hits),
        "answered": sheet.outcome == "ok" and sheet.reason_kind != "near",
        "or nearest": sheet.outcome == "ok",
        "cited": any(expected(passage, case["expected"]) for passage in cited),
    }


MEASURES = ("found", "answered", "or nearest", "cited", "abstained", "said so", "declined", "heard")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, default=[OWN])
    parser.add_argument("--poor", action="store_true", help="list every poor case")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    args = parser.parse_args()
    tallies = measure(args.files or [OWN])
    shares = {
        language: {name: tally.share(name, f"{name} asked") for name in MEASURES}
        for language, tally in sorted(tallies.items())
    }
    if args.json:
        json.dump(shares, sys.stdout, indent=1)
        return
    print(f"{'':4}" + "".join(f"{name:>14}" for name in MEASURES))
    for language, tally in sorted(tallies.items()):
        cells = ""
        for name in MEASURES:
            share, asked = shares[language][name], tally.counts[f"{name} asked"]
            cells += f"{'–' if share is None else f'{share:.2f} of {asked}':>14}"
        print(f"{language:4}{cells}")
    if args.poor:
        for tally in tallies.values():
            print("", *tally.poor, sep="\n")


if __name__ == "__main__":
    main()
