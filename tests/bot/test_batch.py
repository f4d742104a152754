"""The contract with other programs: a line in, a line out, whatever the line."""

from __future__ import annotations

import json

import pytest

from bot.batch import run
from bot.compose.engine import Engine
from bot.desk import Desk
from kb.shipped import shipped_editions
from tests.fakes import MemoryLibrary


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(MemoryLibrary(shipped_editions()), Engine())


def asked(desk, *requests):
    lines = [r if isinstance(r, str) else json.dumps(r) for r in requests]
    return [json.loads(line) for line in run(lines, desk)]


def test_each_task_answers_with_the_keys_of_its_contract(desk):
    ask, draft, counter, review, search = asked(
        desk,
        {"id": 1, "task": "ask", "question": "Is a bare denial enough?", "lang": "en"},
        {
            "id": 2,
            "task": "draft",
            "brief": "Fire at the mill. Nobody hurt.",
            "channel": "holding",
            "lang": "en",
        },
        {
            "id": 3,
            "task": "counter",
            "rumour": "They say the pool is shut!",
            "facts": ["The pool is open every day."],
            "format": "debunk",
            "lang": "en",
        },
        {"id": 4, "task": "review", "text": "There is no reason to worry.", "lang": "en"},
        {"id": 5, "task": "search", "query": "families first", "k": 3, "lang": "en"},
    )
    assert [r["id"] for r in (ask, draft, counter, review, search)] == [1, 2, 3, 4, 5]
    assert {"status", "text", "claims", "citations"} <= ask.keys()
    for result in (draft, counter):
        assert {
            "text",
            "channel",
            "lang",
            "claims",
            "citations",
            "placeholders",
            "withheld",
            "findings",
        } <= result.keys()
    assert {"principle", "severity", "start", "end", "span", "advice", "source_id"} <= review[
        "findings"
    ][0].keys()
    assert len(search["hits"]) == 3
    assert {"passage_id", "source_id", "score", "text", "locator"} <= search["hits"][0].keys()


def test_a_cited_label_is_always_among_the_citations(desk):
    (result,) = asked(
        desk, {"id": 1, "task": "ask", "question": "What is prebunking?", "lang": "en"}
    )
    labels = {c["label"] for c in result["citations"]}
    assert labels and all(set(claim["cites"]) <= labels for claim in result["claims"])


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        "[1, 2]",
        "null",
        '{"id": 7}',
        '{"id": 7, "task": "sing"}',
        '{"id": 7, "task": ["ask"]}',
        '{"id": 7, "task": "ask"}',
        '{"id": 7, "task": "ask", "question": 3}',
        '{"id": 7, "task": "ask", "question": ""}',
        '{"id": 7, "task": "ask", "question": "Why?", "lang": "tlh"}',
        '{"id": 7, "task": "draft", "brief": "Fire.", "channel": "billboard", "lang": "en"}',
        '{"id": 7, "task": "draft", "brief": "Fire.", "channel": "families", "lang": "en"}',
        '{"id": 7, "task": "draft", "brief": "Feuer.", "channel": "holding", "lang": "de"}',
        '{"id": 7, "task": "counter", "rumour": "They say", "facts": "no list", "lang": "en"}',
        '{"id": 7, "task": "counter", "rumour": "They say", "format": "song", "lang": "en"}',
        '{"id": 7, "task": "search", "query": "x", "k": 0}',
        "[" * 100_000,
    ],
)
def test_a_bad_line_gets_its_own_error_and_the_run_goes_on(desk, line):
    bad, good = asked(
        desk, line, {"id": 8, "task": "search", "query": "families", "k": 1, "lang": "en"}
    )
    assert bad["status"] == "error" and len(bad["reason"]) > 20
    assert "Traceback" not in bad["reason"]
    assert good["id"] == 8 and good["status"] == "ok"


def test_norwegian_under_its_other_code_is_norwegian(desk):
    (result,) = asked(
        desk, {"id": 1, "task": "ask", "question": "Finn på et sitat fra et vitne", "lang": "nb"}
    )
    assert result["status"] == "declined" and "i stedet" in result["reason"].lower()


def test_a_fault_of_ours_costs_one_request(desk, capsys):
    class Breaking(MemoryLibrary):
        def search(self, *args, **more):
            raise ZeroDivisionError("a bug")

    results = asked(
        Desk(Breaking(), Engine()),
        {"id": 1, "task": "search", "query": "x"},
        {"id": 2, "task": "review", "text": "We are with you.", "lang": "en"},
    )
    assert results[0]["status"] == "error" and "a bug" not in results[0]["reason"]
    assert results[1]["status"] == "ok"
