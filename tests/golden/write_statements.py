"""Writes the golden statements anew: read every changed text aloud before you commit it.

Run ``python -m tests.golden.write_statements`` from the project's folder.
"""

from __future__ import annotations

from pathlib import Path

from bot.compose.statement import compose_statement
from tests.bot.compose.incidents import INCIDENTS

FOLDER = Path(__file__).parent / "statement"
CHANNELS = ("holding", "statement", "social")


def golden(name: str, channel: str) -> str:
    """The headline, if there is one, and the text, as the file holds them."""
    incident, language = INCIDENTS[name]
    draft = compose_statement(incident, (), channel, language)
    return "\n\n".join(part for part in (draft.headline, draft.text) if part) + "\n"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name in INCIDENTS:
        for channel in CHANNELS:
            (FOLDER / f"{name}-{channel}.txt").write_text(golden(name, channel), "utf-8")


if __name__ == "__main__":
    main()
