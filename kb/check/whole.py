"""All publications together: nothing said twice, nothing copied, every language's core.

Two passages of one language that share most of their words would crowd each
other out of an answer. And not one run of eight words may be that of the
founding page, which is somebody else's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from kb.shipped import Edition, Problem
from kb.text import content_words

#: Share of common content words from which two passages say the same.
DOUBLE = 0.6
#: A run of this many words is a sentence taken over.
RUN = 8

_WORD = re.compile(r"[^\W_]+")


def check(editions: Sequence[Edition], beside: Path | None) -> Iterator[Problem]:
    yield from _doubles(editions)
    page = beside / "real" if beside else None
    if page and page.is_dir():
        yield from _copied(editions, page)


def _doubles(editions: Sequence[Edition]) -> Iterator[Problem]:
    held: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for edition in editions:
        for passage in edition.passages:
            own = content_words(passage.text, passage.language)
            for id, other in held.setdefault(passage.language, []):
                if len(own & other) >= DOUBLE * max(1, len(own | other)):
                    yield Problem(
                        edition.file,
                        edition.lines[passage.id][0],
                        f"{passage.id} says what {id} says.",
                        "Join the two, or bring out what each adds.",
                    )
            held[passage.language].append((passage.id, own))


def _copied(editions: Sequence[Edition], page: Path) -> Iterator[Problem]:
    theirs: set[tuple[str, ...]] = set()
    for path in sorted(page.glob("*.txt")):
        theirs |= set(_runs(path.read_text(encoding="utf-8")))
    for edition in editions:
        for passage in edition.passages:
            for run in _runs(" ".join((*passage.headings[-1:], passage.text))):
                if run in theirs:
                    yield Problem(
                        edition.file,
                        edition.lines[passage.id][0],
                        f"{passage.id}: “{' '.join(run)}” stands on the founding page.",
                        "Say it in words of our own.",
                    )
                    break


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(text)]
    for start in range(len(words) - RUN + 1):
        yield tuple(words[start : start + RUN])
