"""Bytes -> text with offsets, one format a file.

``read`` looks at the content, hands it to the right reader and is the only
thing the rest of the house calls. Heavy packages load when their format comes.
"""

from __future__ import annotations

from dataclasses import replace

from ingest.names import ending
from ingest.readers.base import Reading
from ingest.readers.encoding import decode
from ingest.readers.kinds import FORMAT_ENDINGS, kind_of
from ingest.receipts import CannotRead, notice

#: Larger files are refused before they are looked at.
MOST_BYTES = 20 * 1024 * 1024


def read(data: bytes, name: str) -> Reading:
    """The text of a document.

    Raises CannotRead, whose ``code`` says why (ingest.receipts.CODES).
    """
    if len(data) > MOST_BYTES:
        raise too_large(len(data))
    if not data.strip():
        raise CannotRead("empty")
    kind = kind_of(data, name)
    reading = _read(data, kind)
    if not reading.text.strip():
        raise CannotRead("empty")
    named = FORMAT_ENDINGS.get(ending(name))
    if named != kind and not (named == "plain" and not ending(name)):
        wrong = notice("wrong-ending", kind=kind)
        reading = replace(reading, notices=(wrong, *reading.notices))
    return reading


def too_large(size: int) -> CannotRead:
    megabytes = f"{size / 2**20:.0f}"
    return CannotRead("too-large", size=megabytes, limit=MOST_BYTES // 2**20)


def _read(data: bytes, kind: str) -> Reading:
    if kind == "pdf":
        from ingest.readers.pdf import read_pdf

        return read_pdf(data)
    if kind == "docx":
        from ingest.readers.docx import read_docx

        return read_docx(data)
    text, notices = decode(data, declares=kind == "html")
    if kind == "html":
        from ingest.readers.html import read_html

        return read_html(text, notices)
    if kind == "markdown":
        from ingest.readers.markdown import read_markdown

        return read_markdown(text, notices)
    from ingest.readers.plain import read_plain

    return read_plain(text, notices)
