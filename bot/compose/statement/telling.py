"""One piece of a fact in one sentence, with who says so where that matters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from bot.compose.statement.clauses import Piece
from bot.compose.statement.contacts import cut_label
from bot.compose.statement.phrasebook import Phrasebook, sentence
from bot.compose.statement.plans import ATTRIBUTED
from bot.compose.statement.requests import please
from bot.compose.statement.style import capital, decapital, style
from bot.compose.statement.voices import attributed, first_person, who
from bot.model import Fact


@dataclass(frozen=True)
class Bit:
    """A piece of a fact, and the move it belongs to."""

    fact: Fact
    piece: Piece
    move: str


_CHANGES = re.compile(r"(?i)mesures?|measures?|what changes|ce qui change|change|from now on")
#: How far away somebody was arrested helps nobody.
_DISTANCE = re.compile(r"(?i),? (?:à \d+ ?km\b|\d+ ?(?:km|kilomet(?:re|er)s|miles) away)")


class Teller:
    """Remembers who spoke last: of several sentences from one mouth, the first says whose."""

    def __init__(
        self, book: Phrasebook, foreign: bool, first: bool, name: str = "", role: str = ""
    ) -> None:
        self.book, self.language, self.foreign = book, book.language, foreign
        self._first, self._name, self._role = first, name, role
        self._last = ""

    def silence(self) -> None:
        """Something else is said: the next attribution is due again."""
        self._last = ""

    def tell(self, bit: Bit, section: str) -> str:
        """The sentence for a piece; ``section`` has the phrase for what stays a fragment."""
        piece, fact, book = bit.piece, bit.fact, self.book
        by = who(fact.by, self.language) if not self.foreign else ""
        if piece.key == "nature" and not self.foreign:
            by, self._last = "" if fact.by == self._last else by, fact.by
            return _nature(piece, by)
        if piece.kind == "pattern" and book.has("known", piece.key):
            return self._pattern(piece, fact, by)
        if self.foreign:
            return self.to_translate(piece.text)
        if piece.kind == "imperative":
            return please(piece.text, book)
        if piece.kind == "sentence":
            return self._attribute(sentence(self._spoken(piece.text, fact)), fact)
        told = self._introduced(piece.text, fact, section, by)
        return sentence(told) if told else ""

    def to_translate(self, text: str) -> str:
        gap = self.book.say("gap", "translate", text=text)
        return sentence(self.book.say("gap_sentence", "translate", gap=gap))

    def _spoken(self, text: str, fact: Fact) -> str:
        if fact.kind == "arrest":
            text = _somebody(_DISTANCE.sub("", text), self.language)
        if self._first:
            text = first_person(text, self._name, self._role, self.language)
        return capital(text)

    def _introduced(self, text: str, fact: Fact, section: str, by: str) -> str:
        book, language = self.book, self.language
        if someone := without_subject(text, fact, by, language):
            return someone
        if (
            fact.kind == "hate"
            and language == "en"
            and re.search(r"(?i)\b(?:crime|attack|act|offence|incident|assault)$", text)
        ):
            said = f"this is {_one(text, 'en')}"
            return book.say("known", "as_said", by=by, said=said) if by else capital(said)
        if fact.kind == "event" and re.match(r"(?i)(?:une?|des|an?) ", text):
            return book.say("known", "there_was", what=text[:1].lower() + text[1:])
        if wording := fact.slots.get("wording", ""):
            return book.say("known", "wording", what=wording) + (
                "" if not by else book.say("known", "tail", by=by)
            )
        label, colon, rest = cut_label(text)
        named = fact.slots.get("label", "")
        if (colon and _CHANGES.fullmatch(label)) or _CHANGES.fullmatch(named.strip(" :")):
            return book.say("change", "fragment", fragment=lowered(rest or text, language))
        if fact.kind == "event" and fact.slots.get("place") and not colon and text[:1].isupper():
            return book.say("known", "scene", fragment=scene(text, language))
        key = section if book.has(section, "fragment") else "known"
        if key == "service" and (len(text.split()) < 3 or _bare_state(text, language)):
            return ""  # "closed tomorrow": what is?
        fragment = lowered(text, language)
        if named and key == "known" and named.lower() not in text.lower():
            return (
                f"{capital(named)} : {fragment}"
                if language == "fr"
                else f"{capital(named)}: {fragment}"
            )
        if key == "known":
            return ""  # half a note is no sentence: better left out, and told to the person
        return book.say(key, "fragment", fragment=fragment)

    def _pattern(self, piece: Piece, fact: Fact, by: str) -> str:
        book, key = self.book, piece.key
        slots: dict[str, Any] = dict(piece.slots)
        if not slots:
            text = book.say("known", key)
            return self._attribute(text, fact, always=key == "investigation" and bool(by))
        if self.foreign:
            return self.to_translate(piece.text)
        lead = slots.pop("lead", "")
        if key == "treated_as":
            form = "treated_as" if by and fact.by != self._last else "treated_as_plain"
            self._last = fact.by
            return sentence(book.say("known", form, by=by, By=capital(by), what=slots["what"]))
        if key == "investigation_what":
            slots["What"] = capital(_one(slots["what"].strip(), self.language))
        said = book.say("known", key, **slots)
        return self._attribute(
            sentence(lead + decapital(said, self.language) if lead else said), fact
        )

    def _attribute(self, text: str, fact: Fact, always: bool = False) -> str:
        if self.foreign or not fact.by or fact.kind not in ATTRIBUTED:
            return text
        if fact.by == self._last and not always:
            return text
        self._last = fact.by
        phrase = self.book.say("known", "according", sentence="\x00", by="\x01")
        return sentence(attributed(text.rstrip("."), fact.by, self.language, phrase.rstrip(".")))


def _bare_state(text: str, language: str) -> bool:
    return text.split()[0].lower() in style(language)["states"]


def lowered(text: str, language: str) -> str:
    """The head of a note inside a sentence: "Collecte lundi" becomes "collecte lundi".

    A capital stays where the next word has one too, or where it is all there is.
    """
    words = text.split(" ", 2)
    common = len(words) > 1 and (words[1][:1].islower() or words[1][:1].isdigit())
    if common and not words[0].isupper() and not words[0].endswith(("'s", "s'", "’s", "s’")):
        return text[:1].lower() + text[1:]
    return decapital(text, language)


def without_subject(text: str, fact: Fact, by: str, language: str) -> str:
    """ "has been charged", "want film of it": who, is said by the prefix or withheld."""
    first = text.split(" ", 1)[0].lower()
    if language == "en":
        if first in {"has", "was", "is"}:
            return "A person " + text
        if first in {"arrested", "detained", "charged"}:
            return "A person was " + text[:1].lower() + text[1:]
        if by and first in {"want", "wants", "need", "needs", "ask", "asks", "appeal", "appeals"}:
            return f"{capital(by)} {text[:1].lower()}{text[1:]}"
        return ""
    if first in {"a", "est"} and fact.kind in ("event", "arrest", "harm"):
        return "Une personne " + text
    return ""


def scene(text: str, language: str) -> str:
    """The occasion and the place: "the Refugee Week tea, Assembly Rooms"."""
    head = text.split(",", 1)[0].split()
    if language == "en" and len(head) > 1 and head[-1].islower() and head[0].lower() != "the":
        return "the " + text
    return text


def _one(what: str, language: str) -> str:
    what = re.sub(r"^(?:a |an |the |une |l')\s*", "", what, flags=re.I)
    what = what[:1].lower() + what[1:] if not what.split()[0].isupper() else what
    if language == "fr":
        return "une " + what
    return ("an " if what[:1].lower() in "aeiou" else "a ") + what


def _somebody(text: str, language: str) -> str:
    """ "He was arrested": "A man was arrested", for the sentence before may be another."""
    if not re.match(r"(?:Il|Elle) (?:a|est|sera) |(?:He|She) (?:was|has|is|will) ", text):
        return text
    heads = {"en": {"He": "A man", "She": "A woman"}, "fr": {"Il": "Un homme", "Elle": "Une femme"}}
    first, _, rest = text.partition(" ")
    return f"{heads[language][first]} {rest}" if first in heads[language] else text


def _nature(piece: Piece, by: str) -> str:
    """« acte à caractère raciste » : « Selon le parquet, il s'agit d'un acte à caractère … »"""
    what, rest = piece.slots["what"].lower(), piece.slots["rest"]
    start = f"selon {by}, il s'agit " if by else "il s'agit "
    if what == "caractère":
        return sentence(capital(f"{start}de faits à caractère {rest}"))
    links = {"acte": "d'un ", "fait": "d'un ", "infraction": "d'une "}
    link = links.get(what, "d'" if what[0] in "aei" else "de ")
    return sentence(capital(f"{start}{link}{what} {rest}"))
