"""DOCX -> a Reading: headings, paragraphs, list items, tables row by row, footnotes.

A DOCX is a ZIP of XML, so it is looked at before it is opened: how much it
would unpack to, and whether its XML declares entities (no word processor
writes any). Of tracked changes the insertions count and the deletions do not;
text formatted as hidden, comments, headers and footers are left out.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ingest.readers.base import Piece, Reading, lay_out, one_line, plain_title, printable
from ingest.receipts import CannotRead, notice

#: What a document may unpack to. 200 pages with pictures stay below; a bomb does not.
MOST_UNPACKED = 50 * 1024 * 1024
MOST_PARTS = 5000
#: A paragraph of at most so many words, all bold, heads what follows (if no style does).
LONGEST_BOLD_HEADING = 14

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
#: Not part of the text as it stands now: deletions, moves from here, field codes, comments.
_GONE = frozenset(
    [_FALLBACK]
    + [_W + name for name in ("del", "moveFrom", "instrText", "delText", "delInstrText")]
)
_HEADING_STYLE = re.compile(r"(?:heading|überschrift|titre|overskrift) ?([1-9])$", re.IGNORECASE)
_LIST_STYLES = ("list bullet", "list number")
_OFF = ("0", "false", "off")
_ALL_BOLD = -1  #: the level of a paragraph that may turn out to be a heading


def read_docx(data: bytes) -> Reading:
    """The reading of a Word document.

    Raises CannotRead: unpacks-too-large, unsafe-xml, encrypted or damaged.
    """
    _look_inside(data)
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
        title = plain_title(document.core_properties.title or "")
        writer = _Writer(document)
        pieces = [*writer.body(document.element.body), *writer.footnotes()]
    except CannotRead:
        raise
    except Exception as error:  # python-docx meets a broken file with many kinds of error
        raise CannotRead("damaged") from error
    notices = [notice("hidden-text", words=writer.hidden)] if writer.hidden else []
    return lay_out(title, _with_bold_headings(pieces), "docx", notices)


def _look_inside(data: bytes) -> None:
    """Refuse what is dangerous to open, from the list of contents and the first lines."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            unpacked = sum(part.file_size for part in parts)
            if unpacked > MOST_UNPACKED or len(parts) > MOST_PARTS:
                megabytes = max(1, round(unpacked / 2**20))
                limit = MOST_UNPACKED // 2**20
                raise CannotRead("unpacks-too-large", size=megabytes, limit=limit)
            if any(part.flag_bits & 1 for part in parts):
                raise CannotRead("encrypted")
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels")):
                    # zipfile stops at the declared size, so a false one unpacks no more.
                    body = archive.read(part).replace(b"\x00", b"")
                    if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
                        raise CannotRead("unsafe-xml")
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError) as error:
        raise CannotRead("damaged") from error
    except RuntimeError as error:  # a part locked by a password
        raise CannotRead("encrypted") from error


class _Writer:
    """Walks the document's XML in reading order."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._styles = {
            style.style_id: (style.name or "") for style in document.styles if style.style_id
        }
        self.hidden = 0

    def body(self, parent: Any) -> Iterator[Piece]:
        """The pieces below an element; content controls are looked into."""
        for child in parent:
            if child.tag == _W + "p":
                yield from self._paragraph(child)
            elif child.tag == _W + "tbl":
                yield from self._table(child)
            elif child.tag in (_W + "sdt", _W + "sdtContent", _W + "ins", _W + "moveTo"):
                yield from self.body(child)

    def footnotes(self) -> Iterator[Piece]:
        """What stands below the line, after the text."""
        from lxml import etree  # type: ignore[import-untyped]

        for relation in self._document.part.rels.values():
            if relation.reltype == _FOOTNOTES and not relation.is_external:
                parser = etree.XMLParser(resolve_entities=False, no_network=True)
                notes = etree.fromstring(relation.target_part.blob, parser)
                for note in notes.iter(_W + "footnote"):
                    if note.get(_W + "type") is None:
                        yield from self.body(note)

    def _paragraph(self, element: Any) -> Iterator[Piece]:
        text, bold = self._text(element)
        level = self._level(element)
        if text and level:
            yield Piece(text, "heading", level)
        elif text and self._is_item(element):
            yield Piece(f"- {text}", "item")
        elif text:
            yield Piece(text, level=_ALL_BOLD if bold else 0)
        for box in element.iter(_W + "txbxContent"):
            if not any(around.tag in _GONE for around in box.iterancestors()):
                yield from self.body(box)

    def _style(self, paragraph: Any) -> str:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        return self._styles.get(style.get(_W + "val"), "") if style is not None else ""

    def _is_item(self, paragraph: Any) -> bool:
        numbered = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
        return numbered or self._style(paragraph).lower().startswith(_LIST_STYLES)

    def _level(self, paragraph: Any) -> int:
        outline = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
        if outline is not None and (value := outline.get(_W + "val", "")).isdigit():
            return int(value) + 1 if int(value) < 9 else 0
        name = self._style(paragraph)
        if found := _HEADING_STYLE.match(name):
            return int(found.group(1))
        return 1 if name.lower() == "title" else 0

    def _table(self, table: Any) -> Iterator[Piece]:
        for row in table.iter(_W + "tr"):
            if row.find(f"{_W}trPr/{_W}del") is not None or _inner(row, table):
                continue
            cells = []
            for cell in row.iter(_W + "tc"):
                if _inner(cell, table):
                    continue
                parts = [self._text(one)[0] for one in cell.iter(_W + "p")]
                cells.append(" ".join(part for part in parts if part))
            yield Piece(" | ".join(cell for cell in cells if cell), "row")

    def _text(self, paragraph: Any) -> tuple[str, bool]:
        """The words of a paragraph as they stand after its changes; is all of it bold?"""
        from lxml import etree

        parts: list[str] = []
        every_bold = True
        walk = etree.iterwalk(paragraph, events=("start",))
        for _, element in walk:
            tag = element.tag
            if element is not paragraph and (tag in _GONE or tag == _W + "txbxContent"):
                walk.skip_subtree()
            elif tag == _W + "r":
                if _is_hidden(element):
                    self.hidden += len("".join(element.itertext()).split())
                    walk.skip_subtree()
                elif not _is_on(element, "b") and any(t.text for t in element.iter(_W + "t")):
                    every_bold = False
            elif tag == _W + "t":
                parts.append(element.text or "")
            elif tag in (_W + "tab", _W + "br", _W + "cr") and element.getparent().tag == _W + "r":
                parts.append(" ")
            elif tag == _W + "noBreakHyphen":
                parts.append("-")
        text = one_line(printable("".join(parts)))
        return text, every_bold and bool(text)


def _inner(element: Any, table: Any) -> bool:
    """Does the element belong to a table inside this table? Its words are in the outer cell."""
    for around in element.iterancestors(_W + "tbl"):
        return around is not table
    return False


def _is_on(run: Any, name: str) -> bool:
    mark = run.find(f"{_W}rPr/{_W}{name}")
    return mark is not None and mark.get(_W + "val", "true") not in _OFF


def _is_hidden(run: Any) -> bool:
    """Formatted as hidden, or so small that nobody can read it (half-points)."""
    size = run.find(f"{_W}rPr/{_W}sz")
    tiny = size is not None and size.get(_W + "val", "") in ("0", "1", "2", "3")
    return tiny or _is_on(run, "vanish")


def _with_bold_headings(pieces: list[Piece]) -> list[Piece]:
    """In a document without heading styles, short bold paragraphs are the headings."""
    styled = any(piece.kind == "heading" for piece in pieces)
    return [
        replace(piece, kind="heading", level=2)
        if piece.level == _ALL_BOLD and not styled and _heads(piece.text)
        else replace(piece, level=max(piece.level, 0))
        for piece in pieces
    ]


def _heads(text: str) -> bool:
    return len(text.split()) <= LONGEST_BOLD_HEADING and text[-1] not in ".,;:!"
