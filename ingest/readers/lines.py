"""From the lines of printed pages to paragraphs. Pure.

What a page layout took apart is put together again: running heads and feet
that repeat on most pages go, lines become paragraphs and headings, a word
divided at the end of a line becomes one, and a paragraph that goes on over the
page stays one paragraph (the page of every character is kept in ``turns``).
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from statistics import median

from ingest.readers.base import Kind, Piece

WORDS = Path(__file__).parent.parent / "words"

#: The last character of a line whose hyphen the page layout set.
MARKED_HYPHEN = "\u00ad"

#: Running heads and feet stand this close to the edge, as a share of the height.
EDGE = 0.10
#: Those that change with the page ("Sheet 4") closer still, or they may be headings.
CLOSE_EDGE = 0.065
#: ... and on at least this share of the pages, on three or more (or on both of two).
MOST_OF_THE_PAGES = 0.5
LONGEST_RUNNING_LINE = 18  #: words

#: A heading's type is at least this much larger than the text's.
LARGER = 1.12
LONGEST_HEADING = 16  #: words
#: A gap between lines this much wider than usual parts paragraphs.
WIDER = 1.35
#: A line that ends this far before the widest one ends a paragraph, if a sentence ends too.
SHORT_LINE = 0.85

_PAGE_NUMBER = re.compile(
    r"[-–—| ]{0,5}(?:(?:page|seite|side|p\.?|s\.?) ?)?(?:\d{1,4}|[ivxlc]{1,6})"
    r"(?: ?(?:/|of|sur|de|von|av) ?\d{1,4})?[-–—| .]{0,5}",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:[-*•–—‣▪◦●■►\uf0b7\uf0a7]|\d{1,2}[.)]|[a-z]\))(?: +\S|$)")
_BULLET = re.compile(r"[*•–—‣▪◦●■►\uf0b7\uf0a7] +")
_SENTENCE_END = re.compile(r"[.!?:;…]['\"”»)\]]{0,3}$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True)
class Line:
    """A line of a page with its place, where that is known (``size`` is 0 where not)."""

    text: str
    page: int
    size: float = 0.0  #: height of its type in points
    bold: bool = False
    right: float = 0.0  #: where it ends, as a share of the page's width
    top: float = 0.5  #: its distance from the upper edge, as a share of the page's height
    pitch: float = 0.0  #: points from the line above; negative: a new column begins
    column: int = 0  #: lines of one column follow each other downwards


def without_running_lines(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], int]:
    """The pages without page numbers and lines that repeat at their edges; how many went."""
    seen: Counter[str] = Counter()
    for lines in pages:
        seen.update({_shape(line) for line in lines if _at_edge(line)})
    count = sum(1 for lines in pages if lines)
    enough = max(2 if count == 2 else 3, MOST_OF_THE_PAGES * count)

    def runs(line: Line) -> bool:
        numbered = _PAGE_NUMBER.fullmatch(line.text) is not None
        return _at_edge(line) and (numbered or seen[_shape(line)] >= enough)

    kept = [[line for line in lines if not runs(line)] for lines in pages]
    return kept, sum(map(len, pages)) - sum(map(len, kept))


def _shape(line: Line) -> str:
    """A line with its numbers blanked: "page 3" and "page 4" have one shape."""
    return re.sub(r"\d+", "#", line.text.casefold())


def _at_edge(line: Line) -> bool:
    zone = CLOSE_EDGE if any(c.isdigit() for c in line.text) else EDGE
    edge = line.size > 0 and (line.top < zone or line.top > 1 - zone)
    return edge and len(line.text.split()) <= LONGEST_RUNNING_LINE


@dataclass
class _Group:
    kind: Kind
    level: int
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True)
class _Setting:
    """How the document is set: what the text's own type is, and what stands out from it."""

    body: float  #: size of most of the text
    steps: tuple[float, ...]  #: the larger sizes of headings, largest first
    pitch: float  #: usual distance of two lines
    mostly_bold: bool
    widest: dict[tuple[int, int], float]  #: where each column's longest line ends

    def level(self, line: Line) -> int:
        """0 for text, 1 to 4 for a heading by its size, 5 for one by its weight."""
        text = line.text
        if len(text.split()) > LONGEST_HEADING or text[-1] in ".,;" or not re.search(r"\w", text):
            return 0
        if _BULLET.match(text):
            return 0
        if self.body and line.size >= LARGER * self.body:
            size = round(line.size * 2) / 2
            return min(4, 1 + sum(step > size for step in self.steps))
        return 5 if line.bold and not self.mostly_bold and not _ITEM.match(text) else 0


def _setting_of(lines: Sequence[Line]) -> _Setting:
    sizes: Counter[float] = Counter()
    bold = letters = 0
    widest: dict[tuple[int, int], float] = {}
    for line in lines:
        if line.size:
            sizes[round(line.size * 2) / 2] += len(line.text)
        letters += len(line.text)
        bold += len(line.text) * line.bold
        column = line.page, line.column
        widest[column] = max(widest.get(column, 0.0), line.right)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    steps = sorted((size for size in sizes if size >= LARGER * body), reverse=True)
    pitches = [line.pitch for line in lines if 0 < line.pitch < 3 * body]
    usual = median(pitches) if pitches else 0.0
    return _Setting(body, tuple(steps), usual, 2 * bold > letters, widest)


def to_pieces(pages: Sequence[Sequence[Line]]) -> list[Piece]:
    """The paragraphs, list items and headings of all pages."""
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    setting = _setting_of(lines)
    groups: list[_Group] = []
    for line in lines:
        level = setting.level(line)
        if groups and _goes_on(line, level, groups[-1], setting):
            groups[-1].lines.append(line)
            continue
        item = not level and _ITEM.match(line.text) is not None
        groups.append(
            _Group("heading" if level else "item" if item else "paragraph", level, [line])
        )
    text = " ".join(line.text for line in lines).casefold()
    vocabulary = Counter(_WORD.findall(text))
    return [_piece(group, vocabulary) for group in groups]


def _goes_on(line: Line, level: int, group: _Group, setting: _Setting) -> bool:
    """Does this line belong to the paragraph (or heading) above it?"""
    last = group.lines[-1]
    if level != group.level:
        return False
    if level:
        near = 0 < line.pitch <= 1.6 * max(line.size, last.size)
        words = sum(len(one.text.split()) for one in group.lines)
        return near and line.page == last.page and words + len(line.text.split()) <= 24
    if _ITEM.match(line.text):
        return False
    if len(last.text) <= 3 and _ITEM.match(last.text):  # a bullet on a line of its own
        return True
    ended = _SENTENCE_END.search(last.text) is not None
    if line.page != last.page or line.pitch < 0:  # a new page or column
        divided = last.text.endswith((MARKED_HYPHEN, "-"))
        return divided or (not ended and line.text[0].islower())
    if not (last.size and line.size and setting.pitch):
        return not ended
    if line.pitch > WIDER * setting.pitch:
        # A gap in the middle of a sentence is a picture's or a note's, not a paragraph's.
        return not ended and line.text[0].islower() and line.pitch < 3 * setting.pitch
    short = last.right < SHORT_LINE * setting.widest[last.page, last.column]
    return not (short and (ended or line.text[0].isupper()))


@cache
def _hyphens() -> dict[str, frozenset[str]]:
    table = tomllib.loads((WORDS / "hyphens.toml").read_text(encoding="utf-8"))
    return {key: frozenset(values) for key, values in table.items()}


def _piece(group: _Group, vocabulary: Counter[str]) -> Piece:
    """One paragraph's lines as running text, with the places where a page begins."""
    text, page = "", 0
    turns: list[tuple[int, int]] = []
    for line in group.lines:
        if text:
            text = _joined(text, line.text, vocabulary)
        if line.page != page:
            turns.append((len(text), line.page))
            page = line.page
        text += line.text
    if group.kind == "item":
        text = _BULLET.sub("- ", text, count=1)
    return Piece(text.rstrip(MARKED_HYPHEN), group.kind, group.level, tuple(turns))


def _joined(text: str, following: str, vocabulary: Counter[str]) -> str:
    """``text`` ready for the next line: a space, or nothing where a word was divided."""
    marked = text.endswith(MARKED_HYPHEN)
    if not marked and not re.fullmatch(r"[^\W\d_][-\u2010]", text[-2:]):
        return text + " "
    stem = text[:-1].rstrip("-\u2010")
    if not following[0].islower():
        return stem + "-" if stem[-1:].isalpha() else text + " "
    before = re.split(r"\W", stem[-40:])[-1].casefold()
    after = _WORD.match(following)
    tail = after.group().split("-")[0].casefold() if after else ""
    if vocabulary[before + tail]:
        return stem
    kept = vocabulary[f"{before}-{tail}"] or before in _hyphens()["before"]
    return f"{stem}-" if kept or tail in _hyphens()["after"] else stem
