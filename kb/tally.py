"""What the shelves hold, counted: the page docs/shelves.md, made from the files.

Numbers in prose grow old. This page is written by ``toolkit kb count`` and a
test compares the two, so it says what is there today.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kb.model import LANGUAGES, LIMITS, Passage, Source
from kb.shipped import CARD, DOCUMENTS, Notebook, publications, read_card, shipped_editions
from kb.vocabulary import described, vocabulary

_HEAD = """# What is on the shelves

Made from the files by `toolkit kb count > docs/shelves.md`; do not edit. A passage and its
translations count once in each language. The format of the files is described in
[kb/documents](../kb/documents/README.md).
"""


def as_markdown(folder: Path = DOCUMENTS) -> str:
    """The page, for every publication under ``folder`` that can be read."""
    editions = [(s, p) for s, p in shipped_editions(folder) if s.id != LIMITS]
    english = [p for source, passages in editions if source.language == "en" for p in passages]
    parts = [
        _HEAD,
        "## By language\n",
        _table(("language", "publications", "passages"), _by_language(editions)),
        "## By source\n",
        _table(("source", "facts", "basis", *LANGUAGES), _by_source(editions)),
        "## By finding of the founding source\n",
        "Numbered as in the toolkit; its own passages and those of other sources.\n",
        _table(("finding", "founding source", "others"), _by_finding(english)),
    ]
    for group, title in (
        ("topics", "topic"),
        ("uses", "use"),
        ("phases", "phase"),
        ("audiences", "audience"),
        ("law", "country of law"),
    ):
        parts += [f"## By {title}\n", _table((title, "passages"), _by_word(english, group))]
    parts += ["## Facts left out\n", _left_out(folder)]
    return "\n".join(parts)


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    lines += [f"| {' | '.join(str(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines) + "\n"


Editions = Sequence[tuple[Source, Sequence[Passage]]]


def _by_language(editions: Editions) -> Iterator[Sequence[object]]:
    for code in LANGUAGES:
        of = [passages for source, passages in editions if source.language == code]
        yield code, len(of), sum(map(len, of))


def _by_source(editions: Editions) -> Iterator[Sequence[object]]:
    counts: dict[str, Counter[str]] = {}
    facts: dict[str, set[str]] = {}
    bases: dict[str, Counter[str]] = {}
    for source, passages in editions:
        counts.setdefault(source.id, Counter())[source.language] = len(passages)
        if source.language == "en":
            facts[source.id] = {fact for p in passages for fact in p.facts}
            bases[source.id] = Counter(p.basis for p in passages)
    for id in sorted(counts):
        basis = ", ".join(f"{n} {name}" for name, n in sorted(bases.get(id, {}).items()))
        yield id, len(facts.get(id, ())), basis, *(counts[id][code] for code in LANGUAGES)


def _by_finding(english: Sequence[Passage]) -> Iterator[Sequence[object]]:
    for number in vocabulary("findings"):
        of = [p for p in english if int(number) in p.findings]
        own = sum(p.source_id == "scn-ten-findings-2023" for p in of)
        yield f"{number}. {described('findings', number, 'en')}", own, len(of) - own


def _by_word(english: Sequence[Passage], group: str) -> Iterator[Sequence[object]]:
    counts = Counter(str(word) for passage in english for word in getattr(passage, group))
    for word in vocabulary(group):
        yield f"{word}: {described(group, word, 'en')}", counts[word]


def _left_out(folder: Path) -> str:
    found: dict[str, str] = {}
    for path in publications(folder):
        card = read_card((path / CARD).read_text(encoding="utf-8"), Notebook(path.name))
        found |= card.left_out
    return "\n".join(f"- `{fact}`: {reason}" for fact, reason in found.items()) + "\n"
