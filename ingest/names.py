"""From the name a file arrived under: what to show, and which edition it is.

A name is untrusted: it may hold a path, line breaks, markup or nothing at all.
It is only ever shown (made safe first) and turned into an id; no file is
written under it.

The edition's id depends on the name alone, not on what the library already
holds, so the same file gets the same id on every machine and in any order. A
plain name ("minutes.pdf") becomes a plain slug ("minutes-pdf"); any other name
loses something on the way to a slug, so a short hash of it is added and two
names never share an id.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from kb.text import fold

#: Longest name shown; longer ones keep their beginning and their ending.
LONGEST_NAME = 255
LONGEST_SLUG = 60

#: A name that its slug still tells apart from every other.
_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.(?:md|markdown|txt|html|htm|pdf|docx)")
_SEPARATORS = re.compile(r"[/\\\u2044\u2215\u29f8\uff0f\uff3c]")
_UNSHOWN = re.compile(r'[<>"|`]')


def bare_name(raw: str) -> str:
    """The file's own name: no path, no control or invisible characters, "" if nothing is left."""
    # What follows a line break or a NUL was never part of a name.
    first = re.split(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", raw, maxsplit=1)[0]
    last = _SEPARATORS.split(first)[-1]
    seen = "".join(c for c in last if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))
    # A trailing dot or space is dropped by some systems: "a.txt. ." and "a.txt" are one file.
    name = unicodedata.normalize("NFC", seen).strip().rstrip(". ")
    return name if name.strip(".") else ""


def shown_name(raw: str) -> str:
    """The name as it may be shown: the markup-like characters replaced, not too long."""
    name = _UNSHOWN.sub("_", bare_name(raw))
    if len(name) > LONGEST_NAME:
        name = name[: LONGEST_NAME - 21] + "…" + name[-20:]
    return name or "unnamed"


def ending(name: str) -> str:
    """ ".pdf" of "Plan.PDF"; "" where what follows the last dot does not look like an ending."""
    found = re.search(r"\.[a-z0-9]{1,8}$", name.lower())
    return found.group() if found and found.start() > 0 else ""


def slug(text: str, longest: int = LONGEST_SLUG) -> str:
    """Lower-case ASCII words joined by hyphens; "" if there are none."""
    words = re.findall(r"[a-z0-9]+", fold(text[: longest * 4]))
    return "-".join(words)[:longest].strip("-")


def short_hash(text: str, length: int = 6) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:length]


def edition_of(place: str, digest: str) -> str:
    """The edition's id for a bare name, or for a path inside a folder taken in as a whole.

    A file without any name is known by its content.
    """
    if not place:
        return f"unnamed-{digest[:8]}"
    if _PLAIN.fullmatch(place) and len(place) <= LONGEST_SLUG:
        return slug(place)
    return f"{slug(place) or 'file'}-{short_hash(place)}"
