"""Where to answer, where to show what comes nearest, where to abstain.

For every question of a file this reckons how far the best passage bears on it
(``bot.retrieve.bearing``) and prints, by threshold, how many answerable
questions lie above it and how many silent ones do: the curve from which
``bot.retrieve`` takes 1.0 (answer) and NEAR. What the desk decides before it
looks anything up (misuse, out of scope, the law of another country) is left out.

    python -m tests.bench.calibrating [FILE] [--fit]

``--fit`` fits the weights of the three signals anew (logistic regression,
scikit-learn) and prints them beside those in use.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from bot.retrieve import COVERAGE, GRAMS, MOST_WORDS, NEAR, SIMILARITY, bearing
from bot.scope import misuse, out_of_scope
from bot.wiring import open_toolkit
from kb.text import stems

OWN = Path(__file__).parent / "questions" / "tuned_on.jsonl"
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.4)


def signals(path: Path) -> list[dict[str, Any]]:
    """One row a question: its language, whether it can be answered, and the best hit's signals."""
    library = open_toolkit().library
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        said, language = case["question"], case["lang"]
        if case["kind"] not in ("answerable", "unanswerable"):
            continue
        if misuse(said, language) or out_of_scope(said, language):
            continue
        asked = len(stems(said, language))
        hits = library.search(said, 3, language)
        best = max(hits, key=lambda hit: bearing(hit, asked))
        told = min(asked, MOST_WORDS) ** 0.5
        rows.append(
            {
                "language": language,
                "answerable": case["kind"] == "answerable",
                "bearing": bearing(best, asked),
                "signals": (best.similarity, told * best.coverage, told * best.grams),
            }
        )
    return rows


def main() -> None:
    paths = [Path(word) for word in sys.argv[1:] if not word.startswith("-")]
    rows = signals(paths[0] if paths else OWN)
    print(f"{'above':>6}{'answerable':>12}{'silent':>8}   by language (answerable/silent)")
    for threshold in THRESHOLDS:
        cells = [_above(rows, threshold, kind) for kind in (True, False)]
        by_language = "  ".join(
            f"{code} {_above(some, threshold, True):.2f}/{_above(some, threshold, False):.2f}"
            for code in ("en", "fr", "de", "no")
            if (some := [row for row in rows if row["language"] == code])
        )
        mark = {1.0: "  <- answer", NEAR: "  <- nearest"}.get(threshold, "")
        print(f"{threshold:>6}{cells[0]:>12.2f}{cells[1]:>8.2f}   {by_language}{mark}")
    if "--fit" in sys.argv:
        _fit(rows)


def _above(rows: list[dict[str, Any]], threshold: float, answerable: bool) -> float:
    some = [row["bearing"] >= threshold for row in rows if row["answerable"] == answerable]
    return sum(some) / len(some) if some else 0.0


def _fit(rows: list[dict[str, Any]]) -> None:
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=10, class_weight="balanced")
    model.fit([row["signals"] for row in rows], [row["answerable"] for row in rows])
    fitted, used = model.coef_[0], (SIMILARITY, COVERAGE, GRAMS)
    scale = used[0] / fitted[0]
    for name, new, old in zip(("similarity", "coverage", "grams"), fitted, used, strict=True):
        print(f"{name:12} in use {old:.2f}   fitted, to the same scale {new * scale:.2f}")


if __name__ == "__main__":
    main()
