"""HTML -> a Reading of what a reader of the page can see.

The page is taken apart here: invisible elements, scripts and the frame
(navigation, footer, cookie notice) are left out, headings, paragraphs, list
items and table rows kept apart. On a page that marks no main part,
trafilatura then says which of the pieces are its text. Nothing is fetched,
nothing is run.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ingest.readers.base import Piece, Reading, lay_out, one_line, plain_title, printable
from ingest.readers.visibility import StyleSheet, style_sheet, unseen
from ingest.receipts import CannotRead, Notice, notice

WORDS = Path(__file__).parent.parent / "words"

#: On a shorter page, leaving something out costs more than leaving it in.
SHORT_PAGE = 250
#: trafilatura found the text if it kept at least this share of the words.
ENOUGH = 0.25
#: Above this many characters trafilatura takes too long.
LONGEST_FOR_TRAFILATURA = 1_500_000
#: A part that holds more than this share of the page's words is not its frame.
TOO_MUCH_FOR_A_FRAME = 0.4
#: So many parts are weighed for being a frame, no more.
MOST_WEIGHED = 400

_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_HEADING = {f"h{level}": level for level in range(1, 7)}
_BREAKING = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form header hr html legend main ol p pre section summary table "
    "tbody td tfoot th thead tr ul".split()
)


@dataclass(frozen=True)
class Frame:
    """The data file: which parts of a page are not its text."""

    silent: frozenset[str]
    frame: frozenset[str]
    outer_frame: frozenset[str]
    roles: frozenset[str]
    outer_roles: frozenset[str]
    names: frozenset[str]
    unseen_names: frozenset[str]


@cache
def _frame() -> Frame:
    table = tomllib.loads((WORDS / "page_parts.toml").read_text(encoding="utf-8"))
    return Frame(**{key: frozenset(values) for key, values in table.items()})


def read_html(text: str, notices: tuple[Notice, ...] = ()) -> Reading:
    """The reading of a page's characters. Raises CannotRead if no page can be made of them."""
    root = _parse(text)
    walk = _Walk(root)
    main = _main_part(root)
    if main is not None:
        pieces = walk.pieces(main)
        if _words(pieces) < 20:
            main = None
    if main is None:
        pieces = walk.pieces(root)
        if _words(pieces) > SHORT_PAGE and len(text) < LONGEST_FOR_TRAFILATURA:
            pieces = _chosen(text, pieces)
    if walk.hidden_words:
        notices = (*notices, notice("hidden-text", words=walk.hidden_words))
    return lay_out(_title(root, pieces), pieces, "html", notices)


def visible_text(fragment: str) -> str:
    """The visible words of a piece of HTML inside another format, on one line."""
    try:
        root = _parse(fragment)
    except CannotRead:
        return ""
    return " ".join(piece.text for piece in _Walk(root).pieces(root))


def _parse(text: str) -> Any:
    from lxml import etree, html  # type: ignore[import-untyped]

    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(_CONTROLS.sub("", text).encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise CannotRead("empty") from error
    return root


def _words(pieces: list[Piece]) -> int:
    return sum(len(piece.text.split()) for piece in pieces)


def _title(root: Any, pieces: list[Piece]) -> str:
    """The page's one h1 if its title contains it, else the title."""
    found = root.find(".//head/title")
    title = plain_title(found.text or "") if found is not None else ""
    tops = [piece.text for piece in pieces if piece.kind == "heading" and piece.level == 1]
    if len(tops) == 1 and (not title or tops[0].casefold() in title.casefold()):
        return plain_title(tops[0])
    return title


def _main_part(root: Any) -> Any:
    """The element that the page itself names as its text, if it names one."""
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = root.findall(path)
        if len(found) == 1:
            return found[0]
    return None


def _chosen(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces that trafilatura counts as the page's text, with their headings."""
    try:
        import trafilatura

        found = trafilatura.extract(
            _CONTROLS.sub("", text), include_comments=False, include_tables=True, favor_recall=True
        )
    except Exception:  # a guest that stumbles over a page must not cost the page
        return pieces
    known = _squeezed(found or "")
    kept: list[Piece] = []
    waiting: list[Piece] = []
    for piece in pieces:
        if piece.kind == "heading":
            waiting = [head for head in waiting if head.level < piece.level] + [piece]
        elif any(_squeezed(cell)[:60] in known for cell in piece.text.split(" | ")):
            kept += [*waiting, piece]
            waiting = []
    return kept if _words(kept) >= ENOUGH * _words(pieces) else pieces


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


@dataclass
class _Walk:
    """One pass over the page, element by element, without recursion."""

    root: Any
    hidden_words: int = 0
    _sheet: StyleSheet = field(init=False)
    _all_words: int = field(init=False)
    _weighed: int = 0

    def __post_init__(self) -> None:
        styles = [element.text or "" for element in self.root.iter("style")]
        linked = any("stylesheet" in (e.get("rel") or "").lower() for e in self.root.iter("link"))
        self._sheet = style_sheet(styles, linked)
        self._all_words = max(1, _count(self.root))

    def pieces(self, part: Any) -> list[Piece]:
        from lxml import etree

        self.hidden_words = 0
        writer = _Writer()
        inside_main = 0
        walk = etree.iterwalk(part, events=("start", "end"))
        skipped = None
        for event, element in walk:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                if element is not part and self._left_out(element, tag, inside_main > 0):
                    skipped = element
                    walk.skip_subtree()
                    continue
                inside_main += tag in ("main", "article")
                writer.open(element, tag)
                writer.write(element.text)
            else:
                if element is skipped:
                    skipped = None
                    if tag in _BREAKING:
                        writer.flush()
                else:
                    inside_main -= tag in ("main", "article")
                    writer.close(tag)
                if element is not part:
                    writer.write(element.tail)
        writer.flush()
        return writer.pieces

    def _left_out(self, element: Any, tag: str, inside: bool) -> bool:
        frame = _frame()
        if not tag or tag in frame.silent:
            return True
        if tag in ("html", "body", "main"):
            return False
        if unseen(element, self._sheet, frame.unseen_names):
            self.hidden_words += _count(element)
            return True
        role = (element.get("role") or "").lower()
        if tag in frame.frame or role in frame.roles:
            return True
        if not inside and (tag in frame.outer_frame or role in frame.outer_roles):
            return element.find(".//h1") is None
        return not inside and tag in ("div", "section", "ul", "form") and self._named(element)

    def _named(self, element: Any) -> bool:
        named = f"{element.get('class') or ''} {element.get('id') or ''}"[:500].lower()
        if not named.strip() or _frame().names.isdisjoint(re.split(r"[\s_-]+", named)):
            return False
        self._weighed += 1
        if self._weighed > MOST_WEIGHED or element.find(".//h1") is not None:
            return False
        return _count(element) <= TOO_MUCH_FOR_A_FRAME * self._all_words


def _count(element: Any) -> int:
    """Words of prose below an element, scripts and styles not counted."""
    total = 0
    for below in element.iter():
        if below.tag not in ("script", "style"):
            total += len((below.text or "").split())
        if below is not element:
            total += len((below.tail or "").split())
    return total


@dataclass
class _Writer:
    """Collects characters and closes a piece wherever the page starts a new line."""

    pieces: list[Piece] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _level: int = 0
    _items: int = 0
    _fresh_item: bool = False
    _tables: list[bool] = field(default_factory=list)  #: is each open table one of data?
    _cells: list[str] | None = None

    def write(self, text: str | None) -> None:
        if text:
            self._text.append(re.sub(r"[ \t\r\n\f]+", " ", text))

    def open(self, element: Any, tag: str) -> None:
        if self._cells is not None and tag not in ("table", "tr"):
            if tag in _BREAKING or tag in _HEADING or tag in ("br", "li"):
                self._text.append(" ")
            return
        if tag in _BREAKING or tag in _HEADING or tag == "li":
            self.flush()
        if tag in _HEADING:
            self._level = _HEADING[tag]
        elif tag == "li":
            self._items += 1
            self._fresh_item = True
        elif tag == "br":
            self._text.append("\n")
        elif tag == "table":
            self._tables.append(_holds_data(element))
        elif tag == "tr" and self._tables and self._tables[-1]:
            self._cells = []

    def close(self, tag: str) -> None:
        if tag in ("td", "th") and self._cells is not None:
            self._cells.append(one_line(printable("".join(self._text))))
            self._text = []
        elif tag == "tr" and self._cells is not None:
            row = " | ".join(cell for cell in self._cells if cell)
            self._cells, self._text = None, []
            self.pieces.append(Piece(row, "row"))
        elif self._cells is not None:
            if tag in _BREAKING or tag in _HEADING or tag == "li":
                self._text.append(" ")
        elif tag in _BREAKING or tag in _HEADING or tag == "li":
            self.flush()
            if tag in _HEADING:
                self._level = 0
            elif tag == "li":
                self._items = max(0, self._items - 1)
            elif tag == "table" and self._tables:
                self._tables.pop()

    def flush(self) -> None:
        text, self._text = "".join(self._text), []
        for part in self._parts(text):
            if self._level:
                self.pieces.append(Piece(part, "heading", self._level))
            elif self._items and self._fresh_item:
                self._fresh_item = False
                self.pieces.append(Piece(f"- {part}", "item"))
            else:
                self.pieces.append(Piece(part))

    @staticmethod
    def _parts(text: str) -> Iterator[str]:
        """Two line breaks in a row part paragraphs; one is a space."""
        for part in re.split(r"\n[ \n]*\n", printable(text)):
            if line := one_line(part):
                yield line


def _holds_data(table: Any) -> bool:
    """Is a table one of data, whose rows are lines, rather than a layout?"""
    if any(table.find(f".//{tag}") is not None for tag in ("table", "h1", "h2", "h3", "ul", "ol")):
        return False
    row = table.find(".//tr")
    return row is not None and len(row.findall("td")) + len(row.findall("th")) > 1
