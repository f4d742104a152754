"""The command line: answers at once to --help, refuses in one sentence, pipes cleanly."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Path:
    """A library folder of this test run, filled by the first command."""
    return tmp_path_factory.mktemp("library")


def toolkit(library: Path, *args: str, stdin: str = "", **env: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "bot.cli", *args],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env=os.environ | {"TOOLKIT_LIBRARY": str(library), "PYTHONIOENCODING": "utf-8"} | env,
        timeout=240,
    )


@pytest.mark.timeout(60)
def test_help_answers_at_once(library):
    done = toolkit(library, "--help")
    assert done.returncode == 0 and "ask" in done.stdout
    script = "import sys; sys.argv=['toolkit','--help']\ntry:\n import bot.cli; bot.cli.main()\nexcept SystemExit: pass\nheavy={'torch','chromadb','streamlit','langchain','numpy'} & set(sys.modules); print('HEAVY', sorted(heavy))"
    listed = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT
    )
    assert "HEAVY []" in listed.stdout


@pytest.mark.slow
def test_a_question_is_answered_with_sources_and_as_json(library):
    done = toolkit(library, "ask", "Is a bare denial enough?", "--json")
    result = json.loads(done.stdout)
    assert done.returncode == 0 and result["status"] == "ok" and result["citations"]


@pytest.mark.slow
def test_notes_come_from_a_pipe_and_the_draft_is_plain_text(library):
    done = toolkit(
        library,
        "draft",
        "-",
        stdin="Fire at the old mill, Alder Quay, 02:10. Nobody hurt. Next update 10:00",
    )
    assert done.returncode == 0 and "10:00" in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    "args",
    [
        ("ask", ""),
        ("ask", "Why?", "--lang", "xx"),
        ("draft", "Fire.", "--channel", "billboard"),
        ("ingest", "no/such/file.txt"),
        ("check", "   "),
    ],
)
def test_bad_input_gets_one_clear_sentence_and_status_two(library, args):
    done = toolkit(library, *args)
    assert done.returncode == 2
    assert done.stderr.strip() and "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_warm_start_answers_without_torch(library):
    toolkit(library, "sources")
    script = "import sys; from bot.cli import main; main(['ask', 'Is a bare denial enough?', '--json']); heavy = {'torch', 'sentence_transformers', 'transformers', 'langchain', 'streamlit'} & set(sys.modules); print('HEAVY', sorted(heavy), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"TOOLKIT_LIBRARY": str(library)},
        timeout=120,
    )
    assert "HEAVY []" in done.stderr, done.stderr


@pytest.mark.slow
def test_an_unknown_language_setting_is_refused_in_words(library):
    done = toolkit(library, "sources", TOOLKIT_LANGUAGE="klingon")
    assert done.returncode == 2 and "TOOLKIT_LANGUAGE" in done.stderr


@pytest.mark.slow
def test_a_mark_is_set_listed_and_a_slip_refused(library):
    done = toolkit(library, "marks", "set", "cdc-cerc", "doubtful", "--by", "the press officer")
    assert done.returncode == 0 and "cdc-cerc: doubtful" in done.stdout
    listed = toolkit(library, "marks", "list", "--json")
    assert [mark["target"] for mark in json.loads(listed.stdout)] == ["cdc-cerc"]
    slip = toolkit(library, "marks", "set", "cdc-cerk", "doubtful", "--by", "the press officer")
    assert slip.returncode == 2 and "no source or passage" in slip.stderr
    assert "Traceback" not in slip.stderr


# ------------------------------------------------------------------ the shipped guidance


def test_shelves_in_order_are_said_to_be_and_end_in_zero(library):
    done = toolkit(library, "kb", "check", "cdc-cerc", "truth-sandwich")

    assert (done.returncode, done.stdout.strip(), done.stderr) == (
        0,
        "The shelves are in order.",
        "",
    )


def test_what_is_to_be_mended_is_listed_and_ends_in_one(library, tmp_path):
    sheet = (ROOT / "kb" / "documents" / "cdc-cerc" / "en.md").read_text(encoding="utf-8")
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "page.txt").write_text(sheet.splitlines()[-1], encoding="utf-8")

    done = toolkit(library, "kb", "check", "cdc-cerc", "--beside", str(tmp_path))

    assert done.returncode == 1
    assert done.stdout.startswith("cdc-cerc/en.md, line ")
    assert "stands on the founding page" in done.stdout
    assert done.stderr.strip() == "1 to mend."


def test_a_publication_that_is_not_there_is_refused_and_ends_in_two(library):
    done = toolkit(library, "kb", "check", "cdc-cerk")

    assert done.returncode == 2
    assert "no publication cdc-cerk" in done.stderr and "Traceback" not in done.stderr


def test_checking_the_shelves_loads_nothing_heavy_and_fills_no_library(tmp_path):
    script = (
        "import sys; from bot.cli import main; main(['kb', 'check', 'cdc-cerc']);"
        "print('HEAVY', sorted({'torch', 'chromadb', 'streamlit', 'onnxruntime'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"TOOLKIT_LIBRARY": str(tmp_path / "library")},
    )

    assert "HEAVY []" in done.stdout
    assert not (tmp_path / "library").exists()


def test_a_search_keeps_to_the_phase_and_source_it_is_given(library):
    found = toolkit(
        library, "search", "families", "--phase", "recovery", "--source", "cdc-cerc", "--json"
    )

    hits = json.loads(found.stdout)
    assert hits and {hit["source_id"] for hit in hits} == {"cdc-cerc"}


def test_a_search_under_a_word_nobody_files_under_names_those_there_are(library):
    refused = toolkit(library, "search", "families", "--phase", "someday")

    assert refused.returncode == 2
    assert "There is no phase 'someday'." in refused.stderr
    assert "first-hour" in refused.stderr
