"""The names of an English passage, and those a translation has lost.

Every capitalised word of the English text that does not merely open a sentence
counts as a name, and must stand in the translation too: as it is, or in a form
words/names.toml gives for it (the Council of Europe is the Europarat). Listed
names of several words are taken whole, so that Council and Europe are not
looked for one by one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kb.text import WORDS, sentences

#: A form in capitals of at most this length is a whole word: FN, OSZE.
ACRONYM = 5
#: Characters looked back over for what stands before a word: keeps long texts linear.
WINDOW = 40

_CAPITAL = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-Þ][\w’\-]*\w")
_INNER_CAPITAL = re.compile(r"[A-Z]{2}|[a-z][A-Z]")


@dataclass(frozen=True)
class _Table:
    listed: re.Pattern[str]  #: the names looked for anywhere, longest first
    forms: Mapping[str, Mapping[str, list[str]]]
    ordinary: frozenset[str]


@cache
def _table() -> _Table:
    data = tomllib.loads((WORDS / "names.toml").read_text(encoding="utf-8"))
    names = sorted(data["names"], key=len, reverse=True)
    return _Table(
        re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)"),
        data["words"] | data["names"],
        frozenset(data["ordinary"]),
    )


def lost_names(english: str, translation: str, language: str) -> list[str]:
    """Names of ``english`` that ``translation`` has in none of their forms."""
    forms = _table().forms
    return [
        name
        for name in names_in(english)
        if not any(_stands(form, translation) for form in forms.get(name, {}).get(language, [name]))
    ]


def names_in(text: str) -> list[str]:
    """The names in an English text, each once."""
    table = _table()
    found: dict[str, None] = {}

    def take(name: re.Match[str]) -> str:
        found[name.group()] = None
        return "x" * len(name.group())

    for span in sentences(text):
        rest = table.listed.sub(take, span.text)
        for match in _CAPITAL.finditer(rest):
            before = rest[max(0, match.start() - WINDOW) : match.start()].rstrip()
            opens = not before or before[-1] in "“:‘("
            if opens and not _INNER_CAPITAL.search(match.group()):
                continue
            name = re.sub(r"’s?$", "", match.group())
            if name not in table.ordinary:
                found[name] = None
    return list(found)


def _stands(form: str, text: str) -> bool:
    """As the beginning of a word; an acronym as a word of its own."""
    if form.isupper() and len(form) <= ACRONYM:
        return re.search(rf"(?<!\w){re.escape(form)}(?:s|’s)?(?!\w)", text) is not None
    return re.search(rf"(?<!\w){re.escape(_folded(form))}", _folded(text)) is not None


def _folded(text: str) -> str:
    return text.casefold().replace("’", "'").replace("-", " ")
