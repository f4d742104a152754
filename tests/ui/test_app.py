"""The front door itself, as Streamlit opens it."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

APP = Path(__file__).parent.parent.parent / "app.py"


def test_a_setting_that_cannot_work_is_said_in_two_sentences(monkeypatch, tmp_path):
    monkeypatch.setenv("TOOLKIT_LIBRARY", str(tmp_path))
    monkeypatch.setenv("TOOLKIT_LANGUAGE", "klingon")
    page = AppTest.from_file(str(APP), default_timeout=60).run()
    assert not page.exception
    assert page.title[0].value == "The toolkit could not be opened"
    told = "".join(element.proto.body for element in page.get("html"))
    assert "TOOLKIT_LANGUAGE is" in told and "klingon" in told
    assert "Set it to en, fr, de or no." in told
    assert "Traceback" not in told
