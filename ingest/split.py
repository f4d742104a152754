"""A reading -> passages: pieces of a page or less, each whole enough to be cited alone.

A passage never crosses a heading and never ends in the middle of a sentence.
A paragraph of a good length stays a passage of its own; short ones are put
together, long ones parted between sentences. Only text without sentence ends
is cut between words. Every passage is ``reading.text[start:end]``.

Ids hang on the words, not on positions: "<source>/<heading>-<hash of the
text>". A new version of a document keeps the ids of the passages that did not
change, and so the citations made of them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from string import Template

from ingest.names import short_hash, slug
from ingest.readers.base import Block, Reading
from ingest.receipts import CannotRead, Notice, notice
from kb import text as kb_text
from kb.language import detect
from kb.model import LANGUAGES, Passage

WORDS = Path(__file__).parent / "words"

#: Words of a passage: enough to be found by, at best, few enough to be read at a glance
#: and to fit the embedder's window (about 256 word pieces).
FEWEST, ENOUGH, MOST = 45, 150, 180
#: A sentence longer than this is no sentence but text without full stops.
LONGEST_SENTENCE = 250
#: More passages than this are a shelf, not a document.
MOST_PASSAGES = 5000
#: The language of a shorter passage is taken to be its document's.
SURE_LANGUAGE = 25
#: Sentences are looked for in stretches of so many characters at a time.
STRETCH = 20_000


@dataclass(frozen=True)
class _Unit:
    """What is not parted further: a short paragraph, a row, some sentences of a long one."""

    start: int
    end: int
    words: int
    paragraph: int  #: 1-based, counted through the document
    page: int | None = None  #: on which it begins
    leads: bool = False  #: ends with a colon, so what follows belongs to it
    cut: bool = False  #: parted between words, for want of a sentence end


@dataclass(frozen=True)
class _Section:
    headings: tuple[str, ...]
    blocks: tuple[Block, ...]
    first_paragraph: int


def split(
    reading: Reading, source_id: str, edition: str, language: str, title: str = ""
) -> tuple[tuple[Passage, ...], tuple[Notice, ...]]:
    """The passages of a reading, and what there is to say about them.

    A heading that is only the document's ``title`` again places nothing, so no
    locator or id repeats it.

    Raises CannotRead ("too-long") above MOST_PASSAGES.
    """
    passages: dict[str, Passage] = {}
    seen: set[tuple[tuple[str, ...], str]] = set()
    repeated = cut = 0
    for section in _sections(reading):
        units = []
        for number, block in enumerate(section.blocks, section.first_paragraph):
            parts = list(_units(reading, block, number))
            cut += any(part.cut for part in parts)
            units += parts
        groups = _grouped(units)
        for group in groups:
            start, end = group[0].start, group[-1].end
            text = reading.text[start:end]
            heading = section.headings[-1] if section.headings else ""
            heading = "" if heading == title else heading
            if (section.headings, text) in seen:
                repeated += 1
                continue
            seen.add((section.headings, text))
            passage = Passage(
                id=_new_id(source_id, heading, text, passages),
                source_id=source_id,
                edition=edition,
                headings=section.headings,
                locator=_locator(reading, section, group, heading, len(groups) > 1, language),
                text=text,
                start=start,
                end=end,
                page=reading.page_at(start),
                language=_language(text, language),
            )
            passages[passage.id] = passage
            if len(passages) > MOST_PASSAGES:
                count = f"{MOST_PASSAGES}+"
                raise CannotRead("too-long", count=count, limit=MOST_PASSAGES)
    notices = []
    if cut:
        notices.append(notice("long-sentence"))
    if repeated:
        notices.append(notice("repeated-passages", count=repeated))
    return tuple(passages.values()), tuple(notices)


def _sections(reading: Reading) -> Iterator[_Section]:
    """The blocks under each heading, with the path of headings above them.

    A heading with nothing below it, not even another heading, is text.
    """
    path: list[Block] = []
    held: list[Block] = []
    count, first = 0, 1
    blocks = reading.blocks
    for index, block in enumerate(blocks):
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        leads_to_nothing = after is None or (after.kind == "heading" and after.level <= block.level)
        if block.kind == "heading" and not leads_to_nothing:
            if held:
                yield _Section(tuple(head.text for head in path), tuple(held), first)
            held = []
            path = [head for head in path if head.level < block.level] + [block]
            continue
        if block.kind == "heading":
            # Alone under the headings above its level.
            if held:
                yield _Section(tuple(head.text for head in path), tuple(held), first)
                held = []
            path = [head for head in path if head.level < block.level]
        count += 1
        if not held:
            first = count
        held.append(block)
    if held:
        yield _Section(tuple(head.text for head in path), tuple(held), first)


def _units(reading: Reading, block: Block, number: int) -> Iterator[_Unit]:
    """A block as one unit; sentence by sentence if it is long or goes on over the page."""
    count = len(kb_text.words(block.text))
    leads = block.text.rstrip().endswith(":")
    page = reading.page_at(block.start)
    on_one_page = page == reading.page_at(block.end - 1)
    if (count <= MOST and on_one_page) or block.kind == "row":
        yield _Unit(block.start, block.end, count, number, page, leads)
        return
    yield from _balanced(list(_sentence_units(reading, block, number)))


def _sentence_units(reading: Reading, block: Block, number: int) -> Iterator[_Unit]:
    """A long block's sentences; one without end is cut between words."""
    for start, end in _sentences(block.text):
        words = kb_text.words(block.text[start:end])
        size = len(words)
        if size > LONGEST_SENTENCE:
            size = -(-size // -(-size // ENOUGH))
        for at in range(0, len(words), max(1, size)):
            stop = min(at + size, len(words))
            first = start if at == 0 else start + words[at].start
            last = end if stop == len(words) else start + words[stop].start
            last = first + len(block.text[first:last].rstrip())
            page = reading.page_at(block.start + first)
            cut = size < len(words)
            yield _Unit(block.start + first, block.start + last, stop - at, number, page, cut=cut)


def _balanced(units: list[_Unit]) -> Iterator[_Unit]:
    """A paragraph's sentences as parts of about the same length, none across a page."""
    total = sum(unit.words for unit in units)
    target = total / max(1, -(-total // ENOUGH))
    part: _Unit | None = None
    for unit in units:
        if part is None:
            part = unit
        elif (
            part.page == unit.page
            and part.words + unit.words / 2 <= target
            and part.words + unit.words <= MOST
        ):
            words, cut = part.words + unit.words, part.cut or unit.cut
            part = replace(part, end=unit.end, words=words, cut=cut)
        else:
            yield part
            part = unit
    if part is not None:
        yield part


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Starts and ends of the sentences, looked for in stretches of a bearable length."""
    at = 0
    while at < len(text):
        stretch = text[at : at + STRETCH]
        found = kb_text.sentences(stretch)
        last = at + STRETCH >= len(text)
        # The last sentence of a stretch may go on in the next one.
        whole = found if last or len(found) < 2 else found[:-1]
        for span in whole:
            yield at + span.start, at + span.end
        at += STRETCH if last or len(found) < 2 else found[-1].start


def _grouped(units: Sequence[_Unit]) -> list[list[_Unit]]:
    """Units of one section put together to passages of a good length."""
    groups: list[list[_Unit]] = []
    words = 0
    for unit in units:
        last = groups[-1][-1] if groups else None
        together = words + unit.words
        if last is None or last.page != unit.page:
            goes_on = False  # so that a passage is cited by the page it stands on
        elif last.leads:
            goes_on = together <= MOST
        else:
            goes_on = words < FEWEST and together <= MOST
        if goes_on:
            groups[-1].append(unit)
            words = together
        else:
            groups.append([unit])
            words = unit.words
    return _without_a_stub(groups)


def _without_a_stub(groups: list[list[_Unit]]) -> list[list[_Unit]]:
    """A last passage of a few words joins the one before it, if that stays short enough."""
    if len(groups) > 1 and groups[-1][0].page == groups[-2][0].page:
        last, before = (sum(unit.words for unit in group) for group in (groups[-1], groups[-2]))
        if last < FEWEST // 2 and last + before <= MOST:
            return [*groups[:-2], groups[-2] + groups[-1]]
    return groups


def _new_id(source_id: str, heading: str, text: str, taken: dict[str, Passage]) -> str:
    """Unique in its document; the same words under the same heading keep their id."""
    mark = short_hash(" ".join((heading, *text.split())), 8)
    stem = f"{source_id}/{slug(heading, 40)}".rstrip("/")
    id = f"{stem}-{mark}" if slug(heading, 40) else f"{source_id}/{mark}"
    number = 2
    while id in taken:  # the same heading and words again, under another chapter
        id, number = f"{stem}-{mark}-{number}", number + 1
    return id


@cache
def _places(language: str) -> dict[str, str]:
    table = tomllib.loads((WORDS / "locators.toml").read_text(encoding="utf-8"))
    return table.get(language, table["en"])


def _place(what: str, first: int, last: int, language: str) -> str:
    words = _places(language)[what if first == last else f"{what}s"]
    return Template(words).substitute(first=first, last=last)


def _locator(
    reading: Reading,
    section: _Section,
    group: list[_Unit],
    heading: str,
    one_of_many: bool,
    language: str,
) -> str:
    """Where a passage stands, as a reader would look for it: page, heading, paragraph."""
    first, last = reading.page_at(group[0].start), reading.page_at(group[-1].end - 1)
    if first is not None and last is not None:
        return _place("page", first, last, language)
    before = section.first_paragraph - 1 if heading else 0
    numbers = group[0].paragraph - before, group[-1].paragraph - before
    paragraphs = _place("paragraph", *numbers, language)
    if heading:
        return f"{heading}, {paragraphs}" if one_of_many else heading
    return paragraphs


def _language(text: str, document: str) -> str:
    """A long passage's own language (a document may hold two), else its document's."""
    if document == "und" or len(kb_text.words(text)) < SURE_LANGUAGE:
        return document
    return language_of(text, document)


def language_of(text: str, default: str = "en") -> str:
    """One of LANGUAGES, or "und" for a text that is mostly in another script."""
    sample = text[:4000]
    letters = [c for c in sample if c.isalpha()]
    latin = sum(c < "\u0250" for c in letters)
    if not letters or latin < len(letters) / 2:
        return "und"
    found = detect(sample, default)
    return found if found in LANGUAGES else "und"
