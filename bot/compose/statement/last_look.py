"""The last look before a sentence leaves: safety before completeness.

Notes hold what colleagues tell each other, what somebody heard, who somebody
is, what is for the house. A fact may have been taken for something else, so
every sentence made of facts is looked at once more, whatever the table of facts
says of it. What is refused is told to the person, who decides; nothing is lost.

Pure. The words it goes by stand in last_look_words/<language>.toml; each list
is a reason. Every pattern is held between word edges and looks at one sentence.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from bot.compose.statement.logs import label_of
from bot.model import Fact

WORDS = Path(__file__).parent / "last_look_words"

#: A sentence carried from notes is never longer: a memo without full stops is no sentence.
LONGEST_SENTENCE = 48
#: No more of a text than this is looked at; facts are cut before.
_LOOKED_AT = 1500
#: Kinds whose truth depends on who says so.
_ESTABLISHED = frozenset(
    ("event", "harm", "no_harm", "investigation", "arrest", "hate", "motive", "correction")
)
#: Reasons that do not hold where an authority has answered a false claim, or asks
#: residents for something: "do not share pictures on Facebook".
_ALLOWED = {
    "correction": frozenset(("platform", "hearsay", "cause")),
    "do": frozenset(("platform",)),
    "dont": frozenset(("platform", "hearsay")),
    "witness": frozenset(("cause", "hearsay")),
    "help": frozenset(("cause", "hearsay")),
    "apology": frozenset(("platform",)),
    "service": frozenset(("cause",)),
    "gathering": frozenset(("cause",)),
    "wish": frozenset(("cause", "closed")),
}


@cache
def _table(language: str) -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    read = tomllib.loads((WORDS / f"{language}.toml").read_text(encoding="utf-8"))
    return {
        section: {name: _compiled(entries, name == "stray") for name, entries in lists.items()}
        for section, lists in read.items()
    }


def _compiled(entries: list[str], bare: bool) -> re.Pattern[str]:
    joined = "|".join(f"(?:{entry})" for entry in entries)
    if bare:  # marks and spellings, not words: the entries say themselves where they end
        joined = "|".join(
            rf"(?<!\w)(?:{entry})(?!\w)" if entry[0].isalpha() else entry for entry in entries
        )
        return re.compile(joined)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w])", re.I)


class LastLook:
    """Knows, for the language of the notes, why a sentence may not leave."""

    def __init__(self, language: str) -> None:
        self._table = _table(language)

    def refuses(self, text: str, kind: str = "", ours: bool = False) -> str:
        """The reason why this may not be said; empty if it may.

        ``kind`` is that of the fact the text is made of. ``ours``: a finished
        sentence, in which "I" is the mayor and "you" are the residents.
        """
        text = text[:_LOOKED_AT].replace("’", "'").replace("\u00a0", " ")
        allowed = _ALLOWED.get(kind, frozenset())
        for reason, pattern in self._table["refuse"].items():
            if reason in allowed or (ours and reason == "colleagues"):
                continue
            if reason in ("cause", "hearsay") and self.entitled(text):
                continue
            if pattern.search(text):
                return reason
        return ""

    def salvaged(self, text: str, kind: str) -> str:
        """The text without the asides that may not leave: "the hall is open, pastor Ida"."""
        if self.refuses(text, kind) in ("", "stray"):
            return text
        chunks = re.split(r", (?=\S)", text)
        kept = [chunk for chunk in chunks if self.refuses(chunk, kind) in ("", "stray")]
        return ", ".join(kept) if kept and kept[0] == chunks[0] else text

    def rough(self, text: str) -> bool:
        """Is this no sentence one could read out, whatever it says?"""
        bare = text.replace("\u00a0", " ").strip()
        if len(bare.split()) > LONGEST_SENTENCE:
            return True
        if bare.count("“") != bare.count("”") or bare.count("«") != bare.count("»"):
            return True
        return bare.count('"') % 2 == 1 or bare.count("(") != bare.count(")")

    def entitled(self, text: str) -> bool:
        """Does somebody speak here who is entitled to say how it was?"""
        return bool(self._table["speakers"]["authority"].search(text))

    def established(self, fact: Fact) -> bool:
        """False where the one who says so is not entitled to it."""
        if not fact.by or fact.kind not in _ESTABLISHED:
            return True
        return not self._table["speakers"]["not_entitled"].search(fact.by) or self.entitled(fact.by)

    def public(self, text: str) -> bool:
        """Is a remark without a kind of its own plainly about the event or the help?"""
        text = text[:_LOOKED_AT].replace("’", "'")
        table = self._table["public"]
        return bool(table["told"].search(text)) and not table["unless"].search(text)

    def kind_of(self, text: str) -> str:
        """What a remark is about, where its words leave no doubt; else nothing."""
        text = text[:_LOOKED_AT].replace("’", "'")
        for kind, pattern in self._table["kinds"].items():
            if pattern.search(text):
                return kind
        return ""

    def authority_before_colon(self, text: str) -> str:
        """ "pompiers : feu maîtrisé": who says so, if it is somebody entitled to."""
        head, colon, rest = text[:60].partition(":")
        fits = colon and rest.strip() and 0 < len(head.split()) <= 3
        entitled = fits and self._table["speakers"]["authority"].search(head)
        return head.strip() if entitled and not re.search(r"\d|\?", head) else ""

    def is_label(self, text: str, name: str) -> bool:
        """Does the text begin with a label of a form: "WHAT: ..."?"""
        label = label_of(text)
        return bool(label and self._table["form"][name].fullmatch(label))

    def form(self, facts: Sequence[Fact], name: str) -> Fact | None:
        """The line of a form that says what happened, or where."""
        for fact in facts:
            label = fact.slots.get("label", "").strip(" :").lower() or label_of(fact.text)
            fits = fact.kind in ("event", "context") and fact.status == "confirmed"
            if fits and label and self._table["form"][name].fullmatch(label):
                return fact
        return None

    def no_judgement(self, notes: str) -> bool:
        """Is this, by the words of the notes, something that calls for no condemnation?"""
        table = self._table["no_judgement"]
        notes = notes[:20_000].replace("’", "'")
        if table["remembered"].search(notes):
            return True
        return bool(table["notes"].search(notes)) and not table["unless"].search(notes)

    def remembered(self, notes: str) -> bool:
        """Is this about remembering what happened long ago?"""
        text = notes[:20_000].replace("’", "'")
        return bool(self._table["no_judgement"]["remembered"].search(text))

    def calm(self, notes: str) -> bool:
        """Is this something announced or technical, in which nobody was shocked or hurt?"""
        table = self._table["no_judgement"]
        notes = notes[:20_000].replace("’", "'")
        if table["remembered"].search(notes):
            return True
        return bool(table["calm"].search(notes)) and not table["unless"].search(notes)
