"""One JSON request a line in, one JSON result a line out, in the same order.

A line that cannot be read, or a request that fails, gets its own error result
and the run goes on: a batch of a hundred is not lost to one bad line.
"""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from bot.desk import Desk
from bot.model import Question, Rumour
from bot.result import hit_result, sheet_result
from kb.errors import ToolkitError, UnusableRequest
from kb.language import detect, read_code

#: Hits a search may ask for.
MOST_HITS = 100


def _text(request: dict[str, Any], key: str, default: str | None = None) -> str:
    value = request.get(key, default)
    if not isinstance(value, str):
        raise UnusableRequest(f'The request has no text under "{key}".', "Add it as a string.")
    return value


def _language(request: dict[str, Any], text: str) -> str:
    said = request.get("lang")
    if said in (None, ""):
        return detect(text)
    code = read_code(str(said))
    if not code:
        raise UnusableRequest(f"{said!r} is no language of the toolkit.", "Use en, fr, de or no.")
    return code


def _ask(request: dict[str, Any], desk: Desk) -> dict[str, Any]:
    text = _text(request, "question")
    return sheet_result(desk.answer(Question(text, _language(request, text))))


def _draft(request: dict[str, Any], desk: Desk) -> dict[str, Any]:
    notes = _text(request, "brief")
    language = _language(request, notes)
    channel = _text(request, "channel", "holding")
    sheet = desk.statement(desk.read_notes(notes), channel, language)
    return sheet_result(sheet)


def _counter(request: dict[str, Any], desk: Desk) -> dict[str, Any]:
    rumour = _text(request, "rumour")
    facts = request.get("facts") or []
    if not isinstance(facts, list) or not all(isinstance(fact, str) for fact in facts):
        raise UnusableRequest('"facts" is not a list of texts.', 'Write "facts": ["…", "…"].')
    task = Rumour(
        rumour, tuple(facts), _text(request, "format", "debunk"), _text(request, "audience", "")
    )
    return sheet_result(desk.counter_message(task, _language(request, rumour)))


def _review(request: dict[str, Any], desk: Desk) -> dict[str, Any]:
    text = _text(request, "text")
    return sheet_result(desk.review(text, _language(request, text), _text(request, "channel", "")))


def _search(request: dict[str, Any], desk: Desk) -> dict[str, Any]:
    query, k = _text(request, "query"), request.get("k", 10)
    if not isinstance(k, int) or not 1 <= k <= MOST_HITS:
        raise UnusableRequest('"k" is not a usable number.', f"Use 1 to {MOST_HITS}.")
    hits = desk.search(query, k, _language(request, query))
    return {"status": "ok", "hits": [hit_result(hit) for hit in hits]}


TASKS: dict[str, Callable[[dict[str, Any], Desk], dict[str, Any]]] = {
    "ask": _ask,
    "draft": _draft,
    "counter": _counter,
    "review": _review,
    "search": _search,
}


def _error(id: Any, task: Any, reason: str) -> dict[str, Any]:
    return {"id": id, "task": task, "status": "error", "reason": reason}


def answer_line(line: str, desk: Desk) -> dict[str, Any]:
    """The result for one line. Never raises."""
    try:
        request = json.loads(line)
    except (ValueError, RecursionError) as error:
        return _error(None, None, f"This line is not JSON ({error}). Write one object a line.")
    if not isinstance(request, dict):
        return _error(None, None, "This line is no JSON object. Write {…} with a task.")
    id, task = request.get("id"), request.get("task")
    if not isinstance(task, str) or task not in TASKS:
        return _error(id, task, f"There is no task {task!r}. Use one of: {', '.join(TASKS)}.")
    try:
        return {"id": id, "task": task} | TASKS[task](request, desk)
    except ToolkitError as error:
        return _error(id, task, str(error))
    except Exception:  # a fault of ours costs this request, not the run
        traceback.print_exc(file=sys.stderr)
        return _error(
            id, task, "The toolkit failed on this request. Please report it; the rest goes on."
        )


def run(lines: Iterable[str], desk: Desk) -> Iterator[str]:
    """Results as JSON lines; blank lines are passed over."""
    for line in lines:
        if line.strip():
            yield json.dumps(answer_line(line, desk), ensure_ascii=False)
