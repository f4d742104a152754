"""PDF -> a Reading with pages, by pypdfium2.

A PDF holds letters at places, not paragraphs: this file asks PDFium for the
lines of each page and where they stand; ``lines`` makes text of them. PDFium
is one engine for the whole process and not safe in threads, so a lock guards
it. No password is ever tried.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from dataclasses import replace
from threading import Lock
from typing import Any

from ingest.readers.base import Reading, lay_out, one_line, plain_title, printable
from ingest.readers.lines import MARKED_HYPHEN, Line, to_pieces, without_running_lines
from ingest.receipts import CannotRead, notice

MOST_PAGES = 3000
#: More signs without a known letter than this share: the fonts hide their letters.
MOST_UNKNOWN = 0.25
#: So many page numbers are listed in a warning.
MOST_LISTED = 12

_LOCK = Lock()
_WRONG_PASSWORD = 4
_HYPHENS = "\ufffe\x02\u00ad"  #: how PDFium marks the hyphen of a divided word
#: Titles that a program wrote rather than a person.
_NO_TITLE = re.compile(
    r"(?:untitled|sans titre|unbenannt|uten navn|microsoft word|document ?\d*|.{1,80}\.\w{2,5})",
    re.IGNORECASE,
)
_BOLD = ("bold", "black", "heavy", "semib", "demi")


def read_pdf(data: bytes) -> Reading:
    """The reading of a PDF.

    Raises CannotRead: encrypted, damaged, no-text, garbled or too-many-pages.
    """
    with _LOCK:
        title, pages, pictures = _read(data)
    if not any(pages):
        raise CannotRead("no-text")
    if _unknown_share(pages) > MOST_UNKNOWN:
        raise CannotRead("garbled")
    kept, dropped = without_running_lines(pages)
    notices = []
    if b"%%EOF" not in data[-2048:]:
        notices.append(notice("cut-short"))
    if pictures:
        more = " …" if len(pictures) > MOST_LISTED else ""
        listed = ", ".join(map(str, pictures[:MOST_LISTED])) + more
        notices.append(notice("pages-without-text", pages=listed))
    if dropped:
        notices.append(notice("running-heads", lines=dropped))
    return lay_out(title, to_pieces(kept), "pdf", notices)


def _read(data: bytes) -> tuple[str, list[list[Line]], list[int]]:
    """(title, lines page by page, numbers of the pages that hold only pictures)."""
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _WRONG_PASSWORD
        raise CannotRead("encrypted" if locked else "damaged") from error
    try:
        if len(document) == 0:
            raise CannotRead("damaged")
        if len(document) > MOST_PAGES:
            raise CannotRead("too-many-pages", count=len(document), limit=MOST_PAGES)
        pages: list[list[Line]] = []
        pictures, failed = [], 0
        for index in range(len(document)):
            lines: list[Line] = []
            try:
                page = document[index]
                lines = _lines(page, index + 1, raw)
                if not lines and _has_picture(page, raw):
                    pictures.append(index + 1)
                page.close()
            except pypdfium2.PdfiumError:
                failed += 1
            pages.append(lines)
        if failed == len(pages):
            raise CannotRead("damaged")
        return _declared_title(document), pages, pictures
    finally:
        document.close()


def _declared_title(document: Any) -> str:
    title = plain_title(document.get_metadata_dict().get("Title", ""))
    title = re.sub(r"^Microsoft (?:Word|PowerPoint) - ", "", title)
    return "" if _NO_TITLE.fullmatch(title) or len(title) < 4 else title


def _has_picture(page: Any, raw: Any) -> bool:
    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _lines(page: Any, number: int, raw: Any) -> list[Line]:
    """The lines of a page with their places."""
    text_page = page.get_textpage()
    try:
        width, height = page.get_size()
        left_edge, low_edge, _, _ = page.get_cropbox()
        lines: list[Line] = []
        above: float | None = None
        at = 0
        text = text_page.get_text_range()
        column = 0
        # Where a word is divided, PDFium writes a mark in place of hyphen and line end.
        for written, end in re.findall(f"([^\n{_HYPHENS}]*)([\n{_HYPHENS}]|$)", text):
            tidy = one_line(printable(written))
            if tidy:
                divided = end not in ("", "\n")
                line = Line(tidy + (MARKED_HYPHEN if divided else ""), number)
                place = _place(text_page, raw, written, at)
                if place is not None and width > 0 and height > 0:
                    low, right, high = place
                    column += above is not None and low > above + 1
                    line = replace(
                        line,
                        size=high - low,
                        bold=_bold(text_page, raw, at + _first_letter(written)),
                        right=(right - left_edge) / width,
                        top=1 - ((low + high) / 2 - low_edge) / height,
                        pitch=0.0 if above is None else above - low,
                        column=column,
                    )
                    above = low
                lines.append(line)
            at += len(written) + 1
        return lines
    finally:
        text_page.close()


def _place(text_page: Any, raw: Any, written: str, at: int) -> tuple[float, float, float] | None:
    """(bottom, right, top) of a line in points, from its first and last letters."""
    first = at + _first_letter(written)
    last = at + len(written.rstrip()) - 1
    boxes = []
    for index in (first, last):
        box = raw.FS_RECTF()
        if not raw.FPDFText_GetLooseCharBox(text_page, index, ctypes.byref(box)):
            return None
        boxes.append(box)
    low, high = sorted((boxes[0].bottom, boxes[0].top))
    if high <= low:
        return None
    return low, max(boxes[0].right, boxes[1].right), high


def _first_letter(written: str) -> int:
    """Where a line's own type begins; its bullet may be set in another."""
    letters = (index for index, c in enumerate(written) if c.isalnum())
    return next(letters, len(written) - len(written.lstrip()))


def _bold(text_page: Any, raw: Any, index: int) -> bool:
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(text_page, index, name, 128, ctypes.byref(ctypes.c_int()))
    font = name.value.decode("latin-1").lower()
    return any(mark in font for mark in _BOLD)


def _unknown_share(pages: Sequence[Sequence[Line]]) -> float:
    """The share of signs that stand for no letter anyone knows."""
    text = "".join(line.text for lines in pages for line in lines)
    unknown = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" for c in text)
    return unknown / max(1, len(text))
