"""The front door itself, as Streamlit opens it."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from ingest.receipts import receipt
from tests.ui.fakes import FakeToolkit

APP = Path(__file__).parent.parent.parent / "app.py"


@pytest.fixture(autouse=True)
def nothing_kept_from_before():
    """The toolkit is cached for the whole process: another test's must not be found here."""
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def test_a_setting_that_cannot_work_is_said_in_two_sentences(monkeypatch, tmp_path):
    monkeypatch.setenv("TOOLKIT_LIBRARY", str(tmp_path))
    monkeypatch.setenv("TOOLKIT_LANGUAGE", "klingon")
    page = AppTest.from_file(str(APP), default_timeout=200).run()
    assert not page.exception, [error.message for error in page.exception]
    assert page.title[0].value == "The toolkit could not be opened"
    told = "".join(element.proto.body for element in page.get("html"))
    assert "TOOLKIT_LANGUAGE is" in told and "klingon" in told
    assert "Set it to en, fr, de or no." in told
    assert "Traceback" not in told


def test_the_app_runs_on_without_a_broken_sheet_and_says_so(monkeypatch):
    what = "guide/fr.md, line 3: nobody reads mood. Known: language, licence."
    broken = receipt("broken-sheet", "guide/fr.md", values=(("what", what),))
    monkeypatch.setattr("bot.wiring.open_toolkit", lambda: FakeToolkit(unread=(broken,)))

    page = AppTest.from_file(str(APP), default_timeout=60).run()

    assert not page.exception, [error.message for error in page.exception]
    told = "".join(element.proto.body for element in page.get("html"))
    assert "guide/fr.md, line 3" in told
    assert "toolkit kb check" in told
