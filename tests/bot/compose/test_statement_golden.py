"""Whole texts, kept as they were read aloud and found good."""

from __future__ import annotations

import pytest

from tests.bot.compose.incidents import INCIDENTS
from tests.golden.write_statements import CHANNELS, FOLDER, golden


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("name", INCIDENTS)
def test_a_text_that_was_found_good_stays_as_it_is(name, channel):
    assert golden(name, channel) == (FOLDER / f"{name}-{channel}.txt").read_text("utf-8")


def test_every_golden_text_has_its_incident():
    assert {path.stem for path in FOLDER.glob("*.txt")} == {
        f"{name}-{channel}" for name in INCIDENTS for channel in CHANNELS
    }
