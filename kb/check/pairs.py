"""One publication across its languages: same passages, same figures, same names.

A translation that says 40 where the English says 14, or names another body,
would be quoted as guidance. Figures must agree to the digit. Names must stand
in every version as they are, or under a name words/names.toml gives for them
in that language (the Council of Europe is the Europarat).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from kb.check.names import lost_names
from kb.model import Passage
from kb.shipped import Edition, Problem

#: Languages every publication is written in.
EVERYWHERE = ("en", "fr")

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def check(folder: Path, editions: Sequence[Edition]) -> Iterator[Problem]:
    by_language = {e.source.language: e for e in editions if e.source}
    for language in EVERYWHERE:
        if not (folder / f"{language}.md").exists():
            yield Problem(f"{folder.name}/{language}.md", 0, "the sheet is missing.", "Write it.")
    english = by_language.get("en")
    if english is None:
        return
    stems = [_stem(p) for p in english.passages]
    for language, edition in by_language.items():
        if language == "en":
            continue
        if [_stem(p) for p in edition.passages] != stems:
            yield Problem(
                edition.file,
                0,
                "the passages are not those of en.md in the same order.",
                "Give every passage of en.md a translation under the same slug.",
            )
            continue
        for one, other in zip(english.passages, edition.passages, strict=True):
            yield from _figures(one, other, edition)
            yield from _names(one, other, edition)


def _stem(passage: Passage) -> str:
    return passage.id.rpartition(".")[0]


def _slug(passage: Passage) -> str:
    return _stem(passage).split("/")[-1]


def _figures(one: Passage, other: Passage, edition: Edition) -> Iterator[Problem]:
    for place in ("text", "locator"):
        ours, theirs = (Counter(_digits(getattr(p, place))) for p in (one, other))
        if ours != theirs:
            more = sorted((ours - theirs) + (theirs - ours))
            yield Problem(
                edition.file,
                edition.lines[other.id][0],
                f"{_slug(one)}: the {place} differs from English in {', '.join(more)}.",
                "Write every number as digits in all languages, or as words in all.",
            )


def _digits(text: str) -> list[str]:
    """Numbers without the marks that languages put between their digits."""
    joined = re.sub(r"(?<=\d)[\u00a0\u202f ](?=\d{3}\b)", "", text)
    return [re.sub(r"[.,](?=\d{3}\b)", "", n).replace(",", ".") for n in _NUMBER.findall(joined)]


def _names(one: Passage, other: Passage, edition: Edition) -> Iterator[Problem]:
    for name in lost_names(one.text, other.text, other.language):
        yield Problem(
            edition.file,
            edition.lines[other.id][0],
            f"{_slug(one)}: the name {name} of the English text is not here.",
            "Carry the name, or write its form in this language into kb/words/names.toml.",
        )
