"""Carries a fact from note style into a sentence, and changes nothing it says.

Notes are written in haste: "2 people detained", "Pas de blessé", "hall being
cleared". A reader wants sentences. Three ways, the safest that works is taken:

* a *pattern* the language's table knows ("no arrests yet"): the phrase book has
  the sentence, in either language;
* a *sentence*: what is one already, or becomes one by an article or an
  auxiliary ("2 people have been detained"); figures, names, times and words of
  status stay as they were written;
* a *fragment*: what cannot be made a sentence safely; the phrase book
  introduces it ("What we know: ...").

Pure. The words it goes by stand in note_style/<language>.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.compose.statement.clauses import Piece
from bot.compose.statement.english import English
from bot.compose.statement.french import French
from bot.compose.statement.style import tidy
from kb.text import ABBREVIATIONS, sentences


def carry(text: str, language: str, asides: bool = False) -> tuple[Piece, ...]:
    """The fact as pieces, in order. ``language`` is that of the notes."""
    maker = French() if language == "fr" else English()
    found: list[Piece] = []
    lead, small = "", False
    for number, part in enumerate(_parts(tidy(text, language, asides))):
        if not number and (time := maker.lead.match(part)):
            lead, part = time.group(time.lastindex or 1), part[time.end() :]
            small = part[:1].islower()
            if not part:
                return (Piece("fragment", lead),)
        if piece := maker.pattern(part):
            found.append(piece)
            continue
        for clause in maker.clauses(part):
            piece = maker.pattern(clause) or maker.sentence(clause)
            found.append(piece)
    if lead and found:
        found[0] = maker.led(found[0], lead, small)
    return tuple(found)


def _parts(text: str) -> Iterator[str]:
    """Sentences, and what stands between semicolons or dashes."""
    for sentence in sentences(text):
        for part in re.split(r"\s*;\s+|\s+(?:--|–|—|-)\s+", sentence.text):
            part = part.strip(' ,;:"') if part.count('"') % 2 else part.strip(" ,;:")
            if part.endswith(".") and part.rsplit(" ", 1)[-1][:-1].lower() not in ABBREVIATIONS:
                part = part[:-1]
            part = part.rstrip("!")
            if part:
                yield part
