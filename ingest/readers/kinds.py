"""What kind of file is this? By its first bytes, then by its ending.

The content decides: a PDF named .txt is a PDF, a picture named .docx is a
picture. The ending only says which of the text formats a text is in.
"""

from __future__ import annotations

import io
import re
import zipfile

from ingest.names import ending
from ingest.receipts import CannotRead

#: Endings of the formats that are read; "" is a file without one.
TEXT_ENDINGS = {
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown",
    ".txt": "plain", ".text": "plain", "": "plain",
    ".html": "html", ".htm": "html", ".xhtml": "html",
}  # fmt: skip
FORMAT_ENDINGS = {**TEXT_ENDINGS, ".pdf": "pdf", ".docx": "docx"}

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*", b"8BPS")
_ARCHIVES = (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ", b"PK\x05\x06")
_PROGRAMS = (
    b"\x7fELF",
    b"MZ\x90\x00",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"SQLite form",
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIPPED = (
    ("opendocument", "opendocument"),
    ("epub", "book"),
    ("spreadsheetml", "spreadsheet"),
    ("presentationml", "slides"),
)
_HTML_START = re.compile(rb"<(?:!doctype html|html)\b", re.IGNORECASE)


def kind_of(data: bytes, name: str) -> str:
    """ "pdf", "docx", "html", "markdown" or "plain".

    Raises CannotRead for every kind that is not read, saying which it is.
    """
    head = data[:1024]
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(_PICTURES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        raise CannotRead("picture")
    if head[4:8] == b"ftyp":  # HEIC pictures and films
        raise CannotRead("picture" if head[8:11] in (b"hei", b"mif", b"avi") else "binary")
    if head.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if head.startswith(_OLD_OFFICE):
        # A Word document with a password is wrapped in the old format.
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise CannotRead("encrypted") if locked else _unsupported("old-office")
    if head.startswith(b"{\\rtf"):
        raise _unsupported("rtf")
    if head.startswith(_ARCHIVES):
        raise _unsupported("archive")
    if head.startswith(_PROGRAMS):
        raise CannotRead("binary")
    return _text(head, name)


def _zipped(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            described = ""
            for part, most in (("mimetype", 200), ("[Content_Types].xml", 200_000)):
                if part in names:
                    with archive.open(part) as opened:
                        described += opened.read(most).decode("ascii", "replace").lower()
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError) as error:
        raise CannotRead("damaged") from error
    except RuntimeError as error:
        raise CannotRead("encrypted") from error
    for mark, kind in _ZIPPED:
        if mark in described:
            raise _unsupported(kind)
    if "macroenabled" in described:
        raise _unsupported("macros")
    if "word/document.xml" in names:
        return "docx"
    raise _unsupported("archive")


def _text(head: bytes, name: str) -> str:
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff")
    page = _HTML_START.search(head.replace(b"\x00", b"") if wide else head)
    if page and not head[: page.start()].strip(b" \t\r\n\xef\xbb\xbf\xff\xfe\xfe\xff\x00"):
        return "html"
    suffix = ending(name)
    if suffix in TEXT_ENDINGS:
        return TEXT_ENDINGS[suffix]
    if suffix in (".pdf", ".docx"):  # neither: text, if it is any
        return "plain"
    if suffix == ".odt" or suffix == ".ods" or suffix == ".odp":
        raise _unsupported("opendocument")
    if suffix in (".eml", ".mht", ".mhtml", ".msg"):
        raise _unsupported("mail")
    raise _unsupported("other")


def _unsupported(kind: str) -> CannotRead:
    return CannotRead("unsupported", kind=kind)
