"""Every prompt for a model names what it needs, needs what it names, and fences all data."""

from __future__ import annotations

from pathlib import Path
from string import Template

import pytest

from bot.compose.chat.composer import DIVIDER
from bot.wording import PROMPTS, prompt

FILES = sorted(path.stem for path in Path(PROMPTS).glob("*.md"))
#: Filled from the desk's own lists; everything else is what somebody wrote.
OURS = {"language", "channel", "length", "format", "moves", "fence"}


def test_there_is_a_prompt_for_each_task():
    assert {"answer", "statement", "counter"} <= set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_a_prompt_needs_exactly_what_it_names(name):
    one = prompt(name)

    assert set(one.needs) == set(Template(one.body).get_identifiers())
    assert one.title
    assert one.returns


@pytest.mark.parametrize("name", FILES)
def test_what_somebody_wrote_stands_between_fences_below_the_instructions(name):
    rules, divider, data = prompt(name).body.partition(DIVIDER)

    assert divider
    for written in set(prompt(name).needs) - OURS:
        assert f"${written}" not in rules
        assert f"$fence\n${written}\n$fence" in data


@pytest.mark.parametrize("name", FILES)
def test_a_value_is_never_read_as_a_template_again(name):
    values = {key: f"${{{key}}} $fence %s {{0}}" for key in prompt(name).needs}

    assert "${language} $fence %s {0}" in prompt(name).fill(**values)
