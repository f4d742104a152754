"""What stands together on the pages of the library. Pure, no Streamlit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from kb.marks import strictest
from kb.model import LANGUAGES, LIMITS, Filter, Hit, Mark, Passage, Source
from kb.ranking import family
from kb.text import fold

#: The source whose ten findings order the shelves.
FOUNDING = "scn-ten-findings-2023"
#: A hit is shown that holds this share of the words, or is as near as NEAR in sense and
#: words together. Looser than what an answer may be made of: here a person reads and judges.
#: Chosen on queries of our own, of which some have nothing on the shelves ("parking fees").
HELD, NEAR = 0.5, 0.42
#: The groups of a Filter a person chooses from, in the order in which they are offered.
GROUPS = ("topics", "phases", "findings", "uses", "audiences", "law")


@dataclass(frozen=True)
class Publication:
    """A source with its editions; ``shown`` is the one for this reader."""

    id: str
    shown: Source
    editions: tuple[Source, ...]


def publications(sources: Iterable[Source], language: str) -> tuple[Publication, ...]:
    """The sources of a library, each once: the office's own documents first, then by title."""
    held: dict[str, list[Source]] = {}
    for source in sources:
        held.setdefault(source.id, []).append(source)

    def order(publication: Publication) -> tuple[bool, str]:
        return publication.shown.kind != "upload", fold(publication.shown.title)

    made = (
        Publication(id, _nearest(of, language), tuple(sorted(of, key=_by_language)))
        for id, of in held.items()
    )
    return tuple(sorted(made, key=order))


def _by_language(source: Source) -> int:
    known = source.language in LANGUAGES
    return LANGUAGES.index(source.language) if known else len(LANGUAGES)


def _nearest(editions: Sequence[Source], language: str) -> Source:
    return min(editions, key=lambda edition: edition.language != language)


def for_reader(passages: Iterable[Passage], language: str) -> list[Passage]:
    """Of translations the one in ``language``, where there is one; each passage once."""
    chosen: dict[str, Passage] = {}
    for passage in passages:
        known = chosen.setdefault(family(passage), passage)
        if passage.language == language != known.language:
            chosen[family(passage)] = passage
    return list(chosen.values())


def spoken(choice: str, language: str) -> tuple[str, ...]:
    """The languages of passages that a choice admits: "page", "any" or a language.

    A document whose language nobody could tell may well be in the reader's.
    """
    if choice == "any":
        return ()
    return (language, "und") if choice == "page" else (choice,)


def admitted(passages: Iterable[Passage], only: Filter) -> list[Passage]:
    """The passages to look through: what the sources do not cover is guidance on nothing."""
    return [p for p in passages if p.source_id != LIMITS and only.admits(p)]


def worth_showing(hits: Iterable[Hit]) -> list[Hit]:
    """There are hits as long as there are passages; those that have to do with the words."""
    return [h for h in hits if h.coverage >= HELD or h.similarity + h.coverage / 2 >= NEAR]


def holds(passage: Passage, asked: Sequence[str]) -> bool:
    """Does it hold every one of the words, whatever their accents and capitals?"""
    text = fold(" ".join((*passage.headings, passage.locator, passage.text)))
    return all(word in text for word in asked)


def withdrawn(passages: Iterable[Passage], in_force: Mapping[str, Mark]) -> list[Passage]:
    """What reviewers took out of use: no search finds it, but it can be looked at."""
    found = []
    for passage in passages:
        mark = strictest(in_force, passage)
        if mark is not None and mark.standing == "withdrawn":
            found.append(passage)
    return found


def without(only: Filter, group: str) -> Filter:
    """The filter with one of its groups let go."""
    return replace(only, **{group: ()})


def chosen(only: Filter) -> tuple[str, ...]:
    """The groups in which something is chosen."""
    return tuple(field.name for field in fields(Filter) if getattr(only, field.name))


def by_source(
    passages: Iterable[Passage], sources: Sequence[Publication], first: str = ""
) -> list[Passage]:
    """Passages in the order of their sources, ``first`` before all others."""
    place = {publication.id: n for n, publication in enumerate(sources)}
    place[first] = -1
    return sorted(passages, key=lambda p: place.get(p.source_id, len(place)))


def runs(passages: Iterable[Passage]) -> list[tuple[str, list[Passage]]]:
    """Neighbours from one source put together: (source id, passages)."""
    found: list[tuple[str, list[Passage]]] = []
    for passage in passages:
        if not found or found[-1][0] != passage.source_id:
            found.append((passage.source_id, []))
        found[-1][1].append(passage)
    return found
