"""Which task did a person mean by what they typed into the chat?

Four tasks share one box: a question about the guidance, notes of an incident,
a rumour to answer, a draft to check. The guess is made from visible signs
(question marks, clock times, "they say", a salutation), each worth points
listed in ``prompts/phrases/<language>/tasks.toml``; the page shows the guess
and one click changes it, so a wrong guess costs a click and nothing else.
"""

from __future__ import annotations

import re
from functools import cache

from bot.model import Task
from bot.scope import misuse
from bot.wording import phrases
from kb.text import fold, words

#: Signs that hold in every language: pattern over the text, task, points.
SIGNS: tuple[tuple[str, Task, float], ...] = (
    (r"\?\s*$", "ask", 2.0),
    (r"\b(?:[01]?\d|2[0-3])\s?(?:[:.h]\s?[0-5]\d|h\b|[ap]\.?m\b)", "draft", 1.5),
    (r"(?m)^\s*(?:[-*•]|\d{1,2}[:.h]\d{2})\s", "draft", 1.0),
    (r"\d{2,}[ .\-]\d{2,}[ .\-]\d{2,}", "draft", 1.0),
    (r"!!|\?!|(?:[A-Z]{4,}\s+){3}", "counter", 1.0),
    (r"\n\s*\n.*\n\s*\n", "review", 0.5),
)
#: A request this short, without a clock time, is hardly a set of notes.
SHORT = 30
SHORT_REQUEST = 500  # characters


@cache
def _signs(language: str) -> tuple[tuple[re.Pattern[str], Task, float], ...]:
    """Signs of the language, over folded text, then those of every language."""
    book = phrases(language, "tasks")
    found: list[tuple[re.Pattern[str], Task, float]] = []
    for task in ("ask", "draft", "counter", "review"):
        for points, patterns in book[task].items():
            found += [(re.compile(pattern), task, float(points)) for pattern in patterns]
    return tuple(found)


def understand(text: str, language: str) -> Task:
    """The task a text asks for; "ask" when nothing points elsewhere.

    A short request for misuse is asked, so that it is declined rather than
    drafted from; long notes are notes, whatever somebody is quoted as saying.
    """
    shown = text[:8000]
    if len(shown) < SHORT_REQUEST and misuse(shown, language):
        return "ask"
    flat = fold(shown)
    points: dict[Task, float] = {"ask": 0.5, "draft": 0.0, "counter": 0.0, "review": 0.0}
    for pattern, task, worth in SIGNS:
        if re.search(pattern, shown):
            points[task] += worth
    for code in {language, "en", "fr"} & {"en", "fr"}:
        for compiled, task, worth in _signs(code):
            if compiled.search(flat):
                points[task] += worth
    if len(words(shown)) < SHORT:
        points["ask"] += 0.5
        points["review"] -= 1.0
    else:
        points["ask"] -= 1.0
    return max(points, key=lambda task: points[task])
