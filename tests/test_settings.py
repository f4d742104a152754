"""Settings are read in one place, and an empty environment is a working one."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import QUIET, Settings, quiet_guests
from kb.errors import UnusableRequest


def test_an_empty_environment_is_a_working_setup():
    assert Settings.read({}) == Settings()


def test_every_variable_arrives_where_it_belongs():
    env = {
        "TOOLKIT_LIBRARY": "/somewhere",
        "TOOLKIT_CHROMA_URL": "http://127.0.0.1:8000",
        "TOOLKIT_EMBEDDING_MODEL": "a-model",
        "TOOLKIT_CHAT_MODEL": "openai:a-model",
        "TOOLKIT_CHAT_BASE_URL": "http://127.0.0.1:1234/v1",
        "TOOLKIT_LANGUAGE": "nb",
    }
    assert Settings.read(env) == Settings(
        Path("/somewhere"),
        "http://127.0.0.1:8000",
        "a-model",
        "openai:a-model",
        "http://127.0.0.1:1234/v1",
        "no",
    )


def test_an_unknown_language_is_refused_with_what_to_do():
    with pytest.raises(UnusableRequest, match="TOOLKIT_LANGUAGE"):
        Settings.read({"TOOLKIT_LANGUAGE": "xx"})


def test_every_guest_is_told_to_send_nothing():
    env: dict[str, str] = {"ANONYMIZED_TELEMETRY": "True"}
    quiet_guests(env)
    assert env == QUIET
