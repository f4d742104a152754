"""One sheet by itself: lengths, sentences that stand alone, typography, known words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

from kb.model import LIMITS, Passage
from kb.shipped import CARD, Edition, Problem
from kb.text import WORDS, sentences, words
from kb.vocabulary import GROUPS, vocabulary

#: Words a passage has: enough to carry a piece of advice, little enough to be read
#: beside a draft, and all of it seen by an embedder that reads 256 pieces of words.
SHORTEST, LONGEST = 40, 160
#: Words of a sentence, which answers quote alone.
LONGEST_SENTENCE = 45


@cache
def house_style() -> Any:
    """Openings, marks and spaces by language (words/house_style.toml)."""
    return tomllib.loads((WORDS / "house_style.toml").read_text(encoding="utf-8"))


def check(edition: Edition) -> Iterator[Problem]:
    for passage in edition.passages:
        if passage.source_id != LIMITS:  # a gap may be named in one sentence
            yield from _length(passage, edition)
        yield from _sentences(passage, edition)
        yield from _typography(passage, edition)
        yield from _vocabulary(passage, edition)


def _slug(passage: Passage) -> str:
    return passage.id.split("/")[-1].rsplit(".", 1)[0]


def _length(passage: Passage, edition: Edition) -> Iterator[Problem]:
    count = len(words(passage.text))
    if not SHORTEST <= count <= LONGEST:
        yield Problem(
            edition.file,
            edition.lines[passage.id][0],
            f"{_slug(passage)} has {count} words.",
            f"Passages have {SHORTEST} to {LONGEST}: join it, cut it or split it.",
        )
    if "\n" in passage.text:
        yield Problem(
            edition.file,
            edition.lines[passage.id][0],
            f"{_slug(passage)} is broken over several lines.",
            "Keep it one paragraph on one line: sentences are quoted from it as they stand.",
        )


def _sentences(passage: Passage, edition: Edition) -> Iterator[Problem]:
    opening = house_style()["openings"].get(passage.language, "")
    for span in sentences(passage.text):
        if opening and (leaning := re.match(opening, span.text)):
            yield Problem(
                edition.file,
                edition.lines[passage.id][0],
                f"{_slug(passage)}: “{span.text[:60]}…” leans on the sentence before it.",
                f"Name what “{leaning.group().strip()}” stands for: sentences are quoted alone.",
            )
        count = len(words(span.text))
        if count > LONGEST_SENTENCE:
            yield Problem(
                edition.file,
                edition.lines[passage.id][0],
                f"{_slug(passage)}: a sentence of {count} words (“{span.text[:40]}…”).",
                f"Make two of it; {LONGEST_SENTENCE} words is the most.",
            )


def _typography(passage: Passage, edition: Edition) -> Iterator[Problem]:
    text = " ".join((*passage.headings, passage.locator, passage.text))
    for rule in house_style()["typography"]:
        if passage.language in rule["languages"] and (wrong := re.search(rule["wrong"], text)):
            around = text[max(0, wrong.start() - 20) : wrong.end() + 20]
            yield Problem(
                edition.file,
                edition.lines[passage.id][0],
                f"{_slug(passage)}: {rule['what']} (“{around}”).",
                rule["mend"],
            )


def _vocabulary(passage: Passage, edition: Edition) -> Iterator[Problem]:
    card = f"{passage.source_id}/{CARD}"
    for group in GROUPS:
        known = vocabulary(group)
        for word in getattr(passage, group):
            if str(word) not in known:
                yield Problem(
                    card,
                    edition.lines[passage.id][1],
                    f"{_slug(passage)}: {word} is none of the {group}.",
                    "Use a word of kb/words/vocabulary.toml, or add it there first.",
                )
