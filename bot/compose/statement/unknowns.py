"""Which unknown the notes speak of: why, the cause, who, how many, or what happened at all."""

from __future__ import annotations

import re

from bot.compose.statement.style import style
from bot.compose.statement.telling import Bit

#: Where no intention is known, one asks for the cause and not for the reason.
_CAUSES = frozenset(("accident", "fire", "explosion", "death-in-custody"))
_OF_KIND = {"motive": "why", "harm": "how_many", "arrest": "who"}
_HEADS = {
    "en": r"whether|if|who|what|why|how|when|where|which",
    "fr": r"si|qui|pourquoi|comment|combien|quand|où|quel(?:le)?s?|ce qui|ce que",
}
_TAIL = re.compile(
    r"(?i)[\s:,]*(?:is |are |est |sont |n'est )?(?:not (?:yet )?known|unknown|unclear|inconnue?s?|"
    r"pas (?:encore )?connue?s?)(?: yet| à ce stade)?\s*$"
)


def about(bit: Bit, kind: str, language: str) -> str:
    """The key of the phrase for an unknown; empty if it is about something else."""
    if bit.piece.key.startswith("unknown_"):
        key = bit.piece.key.removeprefix("unknown_")
        return "cause" if key == "why" and kind in _CAUSES else key
    text = " " + bit.piece.text.lower() + " "
    table = style(language)["about"]
    for key in ("how_many", "cause", "who", "why", "what"):
        if any(re.search(rf"(?<![^\W\d_]){re.escape(word)}", text) for word in table[key]):
            return str(key)
    return _OF_KIND.get(bit.fact.kind, "")


def clause(text: str, language: str) -> str:
    """ "not known whether the hall is safe": "whether the hall is safe"."""
    found = re.search(rf"(?i)\b((?:{_HEADS[language]})\b.{{4,160}})", text)
    if not found:
        return ""
    said = _TAIL.sub("", found.group(1))
    return said[:1].lower() + said[1:]
