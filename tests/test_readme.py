"""The README's example is what the product does, word for word."""

from __future__ import annotations

import re
from pathlib import Path

from bot.compose.engine import Engine
from bot.desk import Desk
from tests.fakes import MemoryLibrary

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def block(name: str) -> str:
    found = re.search(rf"```{name}\n(.*?)\n```", README, re.DOTALL)
    assert found, f"README.md has no block ```{name}"
    return found.group(1)


def test_the_worked_example_is_what_the_engine_writes():
    desk = Desk(MemoryLibrary(), Engine())
    sheet = desk.statement(desk.read_notes(block("notes")), "holding", "en")

    assert sheet.draft.text == block("holding")
    assert all(v.standing in ("from the brief", "general wording") for v in sheet.verdicts)


def test_the_two_commands_come_first():
    blocks = re.findall(r"```(\w*)\n(.*?)\n```", README, re.DOTALL)
    assert [text for _, text in blocks[:2]] == ["make run", "make test"]


def test_every_setting_the_code_reads_is_in_the_table():
    code = (Path(__file__).parent.parent / "bot" / "settings.py").read_text(encoding="utf-8")
    for name in set(re.findall(r"TOOLKIT_[A-Z_]+[A-Z]", code)):
        assert f"`{name}`" in README, name
