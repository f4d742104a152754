"""Documents made in code, small enough to read: a PDF by hand, a DOCX by python-docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence

import docx


def pdf(
    *pages: Sequence[str | tuple[str, float]],
    title: str = "",
    head: str = "",
    foot: str = "",
    encrypted: bool = False,
) -> bytes:
    """Pages of lines, top down, 14 points apart; a line may be (text, size of its type).

    ``foot`` may hold %d for the page's number. An empty line leaves a gap; a
    page of no lines holds one picture.
    """
    objects: list[bytes] = [b"", b""]  # catalogue and page tree, written last
    font = _add(
        objects, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    )
    kids = []
    for number, lines in enumerate(pages, 1):
        body = (
            _page(lines, number, head, foot)
            if lines
            else b"q 9 0 0 9 99 99 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
        )
        content = _add(objects, b"<</Length %d>>stream\n%s\nendstream" % (len(body), body))
        kids.append(
            _add(
                objects,
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
                b"/Resources<</Font<</F1 %d 0 R>>>>>>" % (content, font),
            )
        )
    info = _add(objects, b"<</Title(%s)>>" % _escaped(title))
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (
        len(kids),
        b" ".join(b"%d 0 R" % kid for kid in kids),
    )
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    locked = b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<%s>/U<%s>>>" % (
        b"11" * 32,
        b"22" * 32,
    )
    out.write(
        b"trailer<</Size %d/Root 1 0 R/Info %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, info, locked if encrypted else b"", table)
    )
    return out.getvalue()


def _add(objects: list[bytes], body: bytes) -> int:
    objects.append(body)
    return len(objects)


def _escaped(text: str) -> bytes:
    for mark in "\\()":
        text = text.replace(mark, f"\\{mark}")
    return text.encode("cp1252", "replace")


def _page(lines: Sequence[str | tuple[str, float]], number: int, head: str, foot: str) -> bytes:
    drawn = []
    if head:
        drawn.append((head, 8.0, 815.0))
    at = 760.0
    for line in lines:
        text, size = (line, 11.0) if isinstance(line, str) else line
        if text:
            drawn.append((text, size, at))
        at -= 14
    if foot:
        drawn.append((foot % number if "%d" in foot else foot, 8.0, 30.0))
    return b"\n".join(
        b"BT /F1 %.1f Tf 1 0 0 1 60 %.1f Tm (%s) Tj ET" % (size, at, _escaped(text))
        for text, size, at in drawn
    )


def word(*parts: tuple[str, str] | list[list[str]], title: str = "") -> bytes:
    """("Heading 1", "text") and the like, or a table as rows of cells."""
    document = docx.Document()
    document.core_properties.title = title
    for part in parts:
        if isinstance(part, list):
            table = document.add_table(rows=0, cols=len(part[0]))
            for row in part:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        else:
            document.add_paragraph(part[1], style=part[0])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rezipped(
    data: bytes,
    change: Mapping[str, Callable[[bytes], bytes]] | None = None,
    add: Mapping[str, bytes] | None = None,
) -> bytes:
    """The same archive with parts changed or added."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            body = old.read(part)
            new.writestr(part.filename, (change or {}).get(part.filename, bytes)(body))
        for name, body in (add or {}).items():
            new.writestr(name, body)
    return out.getvalue()


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(60))
ELF = b"\x7fELF\x02\x01\x01" + bytes(range(256))
