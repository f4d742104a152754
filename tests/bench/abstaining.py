"""How well are answerable questions told from silent ones?

Runs our own questions (questions.toml) through the real library and prints,
for each language, how many answerable ones find their passage among the first
three hits, how many are answered, and how many silent ones are abstained from.
Every wrong case is listed with its scores: they are read, not hidden.

    python -m tests.bench.abstaining [--all]
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from bot.retrieve import retrieve
from bot.scope import out_of_scope
from bot.wiring import open_toolkit

QUESTIONS = Path(__file__).parent / "questions.toml"


def main() -> None:
    cases = tomllib.loads(QUESTIONS.read_text(encoding="utf-8"))
    library = open_toolkit().library
    show_all = "--all" in sys.argv
    for language in ("en", "fr"):
        placed = answered = abstained = 0
        for question, expected in cases["answerable"][language].items():
            hits = library.search(question, 8, language)
            found = retrieve(library, question, language)
            good = any(hit.passage.id.startswith(tuple(expected)) for hit in hits[:3])
            placed += good
            answered += found.strength == "strong"
            if show_all or not good or found.strength != "strong":
                _show("answerable", question, found.strength, hits, good)
        for question in cases["silent"][language]:
            hits = library.search(question, 8, language)
            found = retrieve(library, question, language)
            quiet = found.strength != "strong" or bool(out_of_scope(question, language))
            abstained += quiet
            if show_all or not quiet:
                _show("silent", question, found.strength, hits, quiet)
        asked, silent = len(cases["answerable"][language]), len(cases["silent"][language])
        print(
            f"{language}: passage in the first three {placed}/{asked}, "
            f"answered {answered}/{asked}, abstained {abstained}/{silent}\n"
        )


def _show(kind: str, question: str, strength: str, hits: list, good: bool) -> None:
    print(f"{'ok ' if good else 'BAD'} {kind:10} {strength:7} {question}")
    for hit in hits[:3]:
        print(
            f"      {hit.score:.2f} similarity {hit.similarity:.2f} "
            f"coverage {hit.coverage:.2f} {hit.passage.id}"
        )


if __name__ == "__main__":
    main()
