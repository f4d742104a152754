"""Bytes of a text file -> characters, without asking the person for an encoding.

In order of certainty: a byte order mark; valid UTF-8 (other encodings almost
never happen to be); UTF-16 without a mark, seen by its zero bytes; the
encoding an HTML page declares; Windows-1252, if what comes out looks like a
western European text; charset-normalizer's best guess for everything else.
"""

from __future__ import annotations

import codecs
import re

from ingest.receipts import CannotRead, Notice, notice

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""(?:charset|encoding)\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_.:-]{2,30})"""
)
#: What Windows-1252 adds to ASCII in western European prose.
_WESTERN = frozenset(
    "àâäæçéèêëîïôöœùûüÿñáíóúìòãõåøßÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜÑÁÍÓÚÌÒÃÕÅØ«»„“”‚‘’‹›–—…€£§°·•©®™¿¡²³½¼ªº´\xa0"
)
#: More control characters than this share: a program, not a text.
MOST_CONTROLS = 0.01


def decode(data: bytes, declares: bool = False) -> tuple[str, tuple[Notice, ...]]:
    """The text of ``data``; ``declares``: look for a declared charset, as HTML has.

    Raises CannotRead ("binary") if the bytes are not text in any encoding.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _checked(data.decode(name, "replace")), ()
    if 0 not in data:
        try:
            return _checked(data.decode("utf-8")), ()
        except UnicodeDecodeError:
            pass
    if (wide := _wide(data)) is not None:
        return _checked(data.decode(wide, "replace")), ()
    if 0 in data:
        raise CannotRead("binary")
    if declares and (found := _DECLARED.search(data[:4096])):
        try:
            name = codecs.lookup(found.group(1).decode("ascii")).name
            if name != "utf-8":
                return _checked(data.decode(name)), ()
        except (LookupError, UnicodeError):
            pass
    western = data.decode("cp1252", "replace")
    unusual = [c for c in western if c > "\x7f"]
    if sum(c in _WESTERN for c in unusual) >= 0.9 * len(unusual):
        return _checked(western), (notice("guessed-encoding", encoding="Windows-1252"),)
    return _guessed(data, western)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in European text every other byte is zero."""
    sample = data[:4000]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * len(sample) / 2 and even == 0:
        return "utf-16-le"
    if even > 0.7 * len(sample) / 2 and odd == 0:
        return "utf-16-be"
    return None


def _guessed(data: bytes, otherwise: str) -> tuple[str, tuple[Notice, ...]]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    if best is None:
        return _checked(otherwise), (notice("guessed-encoding", encoding="Windows-1252"),)
    text = data.decode(best.encoding, "replace")
    return _checked(text), (notice("guessed-encoding", encoding=best.encoding),)


def _checked(text: str) -> str:
    strange = sum(text.count(chr(code)) for code in (*range(9), *range(14, 32), 0x7F))
    if strange > MOST_CONTROLS * len(text):
        raise CannotRead("binary")
    return text
