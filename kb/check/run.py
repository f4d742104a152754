"""Reads the documents and puts them through every check."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kb.check import facts, pairs, texts, whole
from kb.errors import UnusableRequest
from kb.shipped import DOCUMENTS, Edition, Problem, publications, read_publication


def check_documents(
    folder: Path = DOCUMENTS, only: Sequence[str] = (), beside: Path | None = None
) -> list[Problem]:
    """Every problem of the publications in ``folder``, or of those named in ``only``.

    ``beside`` is the folder with the raw material (``sources/facts`` and
    ``real``), where it is at hand: what rests on it is then checked as well.
    Raises UnusableRequest if a publication of that name is not there.
    """
    found = {path.name: path for path in publications(folder)}
    for name in only:
        if name not in found:
            raise UnusableRequest(
                f"There is no publication {name} in {folder}.", "Give the name of its folder."
            )
    chosen = [path for name, path in found.items() if not only or name in only]
    problems: dict[Problem, None] = {}
    readable: list[Edition] = []
    for path in chosen:
        editions = list(read_publication(path))
        for edition in editions:
            problems |= dict.fromkeys(edition.problems)
        whole_editions = [e for e in editions if e.source and not e.problems]
        readable += whole_editions
        problems |= dict.fromkeys(pairs.check(path, whole_editions))
        problems |= dict.fromkeys(facts.check(path, whole_editions, beside))
    for edition in readable:
        problems |= dict.fromkeys(texts.check(edition))
    problems |= dict.fromkeys(whole.check(readable, beside))
    return list(problems)
