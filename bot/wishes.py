"""Follow-ups in the chat: "shorter", "in French", "add that the centre opens at 9".

A wish changes one thing of the request and everything is composed again, so
the second version stands on the same notes and passes the same checks as the
first. What is added by "add that ..." becomes one more line of the notes: the
person said it, so it may be used, and it shows as theirs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.model import CHANNELS
from bot.wording import phrases
from kb.text import fold

#: A follow-up is short, "add that ..." apart; anything longer is a new request.
LONGEST = 90


@dataclass(frozen=True)
class Wish:
    """What to change; empty fields stay as they are."""

    length: str = ""  #: "short" or "long"
    language: str = ""
    channel: str = ""
    added: str = ""  #: a further fact, in the person's words


def _first(text: str, patterns: dict[str, list[str]]) -> str:
    for name, alternatives in patterns.items():
        if any(re.search(pattern, text) for pattern in alternatives):
            return name
    return ""


def read_wish(text: str) -> Wish | None:
    """The wish in a follow-up, in English or French; None if it is not one."""
    said = text.strip()
    for code in ("en", "fr"):
        book = phrases(code, "wishes")
        for opening in book["add"]:
            if added := re.match(opening, said, re.IGNORECASE | re.DOTALL):
                return Wish(added=added.group("fact").strip())
    if len(said) > LONGEST or said.endswith("?"):
        return None
    flat = fold(said)
    for code in ("en", "fr"):
        book = phrases(code, "wishes")
        wish = Wish(
            length=_first(flat, book["length"]),
            language=_first(flat, book["language"]),
            channel=_first(flat, book["channel"]),
        )
        if wish != Wish():
            assert not wish.channel or wish.channel in CHANNELS
            return wish
    return None
