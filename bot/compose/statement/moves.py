"""Writes the moves of a plan: each a few sentences, from phrases and carried facts.

The writer never decides what is true. Confirmed facts are carried, unknown
ones are said to be unknown, and a move with nothing to fill it stays silent or
leaves a visible gap, as the plan says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.compose.statement import contacts, logs, timing, unknowns
from bot.compose.statement.addressing import addressed, the, without_article
from bot.compose.statement.carry import carry
from bot.compose.statement.clauses import Piece
from bot.compose.statement.facts import Guard, joined_orders, public_text, usable
from bot.compose.statement.last_look import LastLook
from bot.compose.statement.phrasebook import Phrasebook, sentence, typographic
from bot.compose.statement.plans import ACTS, ATTRIBUTED, NEVER_CONDEMNED, PIECE_MOVES, Move
from bot.compose.statement.requests import numbered, please, under_condition
from bot.compose.statement.style import (
    LONGEST,
    broken,
    capital,
    decapital,
    opens_with_pronoun,
    style,
    tidy,
)
from bot.compose.statement.telling import Bit, Teller, lowered, without_subject
from bot.compose.statement.voices import spoken_by_family, who
from bot.figures import figures
from bot.model import Fact, Incident


@dataclass(frozen=True)
class Line:
    """A sentence on its way into the draft, with what it is worth to keep it."""

    text: str
    move: str
    worth: int
    facts: tuple[str, ...] = ()
    paragraph: int = 0
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True)
class Said:
    """What a move answers: a sentence, the facts in it, the gaps it leaves."""

    text: str
    facts: tuple[Fact, ...] = ()
    gaps: tuple[str, ...] = ()
    worth: int = 0  #: instead of the worth the plan gives


#: Facts whose words are not carried clause by clause.
WHOLE = frozenset(("help", "witness", "next_update", "quote", "speaker", "question"))
#: Kinds where one aside too many does not cost the whole sentence.
SALVAGED = frozenset(("event", "help", "service", "gathering", "do", "dont"))
#: The move a fact fills where it is not named like its kind.
MOVE_OF = {
    "no_harm": "harm",
    "hate": "investigation",
    "do": "safety",
    "dont": "safety",
    "motive": "unknown",
    "affected": "context",
}
#: Moves whose words are ours: a fact decides that they are said, not what they say.
PHRASED = frozenset(
    "empathy belonging condemnation unknown no_guessing privacy unity thanks asked next_update "
    "signature".split()
)
#: Moves that tell one after the other what authorities say.
TELLING = frozenset(("harm", "investigation", "arrest", "correction", "event"))
MISTAKES = frozenset(("own-mistake", "mistake", "data-breach"))
CUSTODY = frozenset(("death-in-custody", "custody"))
#: Reasons for withholding that ask the reader, too, to respect somebody's privacy.
PRIVATE = ("victim", "minor", "private-data", "personal", "privacy")

#: The hour of a log line says when it was written down, not when something happened.
_STAMP = re.compile(r"^\s*\d{1,2}(?:[:.]\d{2}| ?h ?\d{0,2})\s*[:–—-]*\s+(?=[^\W\d_])")


#: "counsellor #", "ligne d'écoute n° ???": the number is still to come.
_MISSING = re.compile(
    r"([^\d#?:=]{3,60}?)\s*[:=]?\s*(?:(?:number|no\.?|n°|numéro|#|tel|tél)\s*\W*|\?+|#)", re.I
)


class Writer:
    """One text: the facts of an incident, a channel, a language."""

    def __init__(self, incident: Incident, channel: str, language: str) -> None:
        self.incident, self.channel, self.language = incident, channel, language
        self.kind = incident.kind.replace("_", "-").replace(" ", "-")
        known = incident.notes_language in ("en", "fr")
        self.source = incident.notes_language if known else language
        self.foreign = self.source != language
        self.book = Phrasebook(language, incident.notes)
        self.look = LastLook(self.source)
        self._refused: list[str] = []
        self._remarks: set[str] = set()
        self._voices = logs.voices(incident.notes)
        self.facts = joined_orders(self._fit(usable(incident)), incident.notes)
        self.name, self.role = self._speaker()
        self.guard = Guard(incident.notes, incident.withheld, f"{self.name} {self.role}")
        self.teller = Teller(self.book, self.foreign, channel == "statement", self.name, self.role)
        self.bits = _gathered(list(self._bits()), self.source)
        self.mistake = self.kind in MISTAKES or bool(self.of("apology"))
        self._open: list[str] = []
        self._paragraph = 0

    # ------------------------------------------------------------ the facts at hand

    def of(self, *kinds: str, status: str = "confirmed") -> list[Fact]:
        return [fact for fact in self.facts if fact.kind in kinds and fact.status == status]

    def bits_of(self, move: str) -> list[Bit]:
        return [bit for bit in self.bits if bit.move == move]

    def _fit(self, facts: Sequence[Fact]) -> list[Fact]:
        """Without remarks that belong nowhere, and what nobody entitled to it has said."""
        fit = []
        for fact in facts:
            if not fact.text.strip():
                continue
            if not fact.by and fact.kind in ATTRIBUTED | {"context", "response", "event"}:
                fact = replace(fact, by=self.look.authority_before_colon(fact.text))
            if fact.kind == "context" and "heading" not in fact.slots:
                self._remarks.add(fact.id)
                fact = self._recognised(fact)
            if fact.kind and self.look.established(fact):
                fit.append(fact)
            else:
                self.refuse(fact)
        return fit

    def _recognised(self, fact: Fact) -> Fact:
        """A remark as what it plainly is about; without a kind if it is nothing we may tell.

        In doubt it is not told: it must be a turn of notes we know, or speak of the
        event, the help or what the town does.
        """
        text = tidy(self._text(fact), self.source)
        if not text or self.look.refuses(text, "context") not in ("", "stray"):
            return replace(fact, kind="")
        if kind := self.look.kind_of(text):
            return replace(fact, kind=kind)
        pieces = carry(text, self.source)
        plain = any(p.key in PIECE_MOVES or self.look.public(p.text) for p in pieces)
        return fact if plain else replace(fact, kind="")

    def refuse(self, fact: Fact) -> None:
        """Not carried; the person is told, and decides."""
        self._refused.append(fact.text)

    def may_leave(self, line: Line) -> bool:
        """The last look at a sentence that was made of facts."""
        if not line.facts or line.move in PHRASED:
            return True
        kinds = [fact.kind for fact in self.facts if fact.id in line.facts]
        text = line.text
        for gap in line.gaps:
            text = text.replace(gap, "")
        asks = line.move in TELLING | {"context", "response", "wish"} and text.endswith("?")
        if self.look.rough(text) or asks:
            return False  # nobody tells what happened by asking
        spoken = line.move == "quote"
        reason = self.look.refuses(text, kinds[0] if kinds else "", ours=True)
        return not reason or (spoken and reason != "stray")

    def _bits(self) -> Iterator[Bit]:
        for fact in self.facts:
            unknown = fact.status == "unknown"
            if (fact.kind in WHOLE and not unknown) or "heading" in fact.slots:
                continue
            if _is_speech(fact):
                continue
            text = self._text(fact)
            if fact.kind != "event":
                text = _STAMP.sub("", text)
            if not text or (unknown and fact.slots.get("label")):
                continue
            for piece in carry(text, self.source):
                move = PIECE_MOVES.get(piece.key) or MOVE_OF.get(fact.kind, fact.kind)
                if unknown:
                    move = "unknown"
                elif piece.kind == "imperative" and fact.kind != "gathering":
                    move = "safety"
                elif fact.kind == "context" and piece.text.startswith(("Les faits", "This was")):
                    move = "event"
                if move == "arrest" and _has(self._words("transport"), piece.text):
                    move = "service"
                if _has(self._words("to_us"), piece.text):
                    continue
                bare = move == "harm" and piece.kind == "fragment" and not _leans(piece)
                if bare and _has(self._words("body"), piece.text):
                    continue  # what exactly was hurt is nobody's business
                if piece.kind == "pattern" or not broken(piece.text, self.source):
                    told = fact.id not in self._remarks or piece.key in PIECE_MOVES
                    told = (
                        told or self.look.public(piece.text) or bool(self.look.kind_of(piece.text))
                    )
                    if unknown or (told and not self.look.refuses(piece.text, fact.kind)):
                        yield Bit(fact, piece, move)
                    else:
                        self._refused.append(piece.text)

    def _text(self, fact: Fact) -> str:
        """The fact without what is withheld, the hour of its log line, and the chat's names."""
        text = public_text(fact, self.incident.withheld)[:LONGEST]
        text = logs.without_stamp(text, self.incident.notes, fact.start)
        text = logs.without_voice(text, self._voices)
        said_by = self.look.authority_before_colon(text)
        if fact.kind in SALVAGED:
            text = self.look.salvaged(text, fact.kind)
        told = fact.kind == "event" and self.look.is_label(text, "what")
        if told or (said_by and said_by == fact.by):
            return text.partition(":")[2].strip()
        return text

    def _words(self, name: str) -> Sequence[str]:
        words: Sequence[str] = style(self.source)[name]["words"]
        return words

    def _speaker(self) -> tuple[str, str]:
        for fact in self.of("speaker") or self._named_speaker():
            name, role = fact.slots.get("name", ""), fact.slots.get("role", "")
            if name:
                role = without_article(role.strip(" ,"))
                role = role.capitalize() if role.isupper() and len(role) > 3 else role
                if self.language == "fr":
                    role = role[:1].lower() + role[1:]
                return name.strip(" ,"), role
        return "", ""

    def _named_speaker(self) -> list[Fact]:
        """ "mayor = Ada Holt": who signs, said in passing."""
        for fact in self.incident.facts:
            found = logs.SPEAKER.search(fact.text) if fact.kind == "context" else None
            if found and fact.status == "confirmed":
                slots = {"name": found["name"], "role": found["role"]}
                return [replace(fact, kind="speaker", slots=slots)]
        return []

    @property
    def hate(self) -> str:
        """The hate an authority has established, as words of a sentence; or nothing."""
        keys = [key.strip() for key in self.incident.hate.split("+")]
        names = [name for key in keys if (name := self.book.entry("hate", key))]
        joint: str = self.book.entry("hate", "and")
        return joint.join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)

    @property
    def act(self) -> bool:
        """Something was done to people, on purpose, and the notes say so."""
        if self.mistake:
            return False
        cause_open = any(self._about(bit) == "cause" for bit in self.bits_of("unknown"))
        cause_open = cause_open or self.look.no_judgement(self.incident.notes)
        meant = any(bit.piece.key == "deliberate" for bit in self.bits)
        if (self.kind in NEVER_CONDEMNED or cause_open) and not meant:
            return bool(self.hate)
        return bool(self.hate) or self.kind in ACTS or meant

    def community(self) -> tuple[str, tuple[Fact, ...]]:
        """Who was hit, as they are spoken to; with the house they were hit in, if it is told."""
        for fact in self.of("affected", "event", "harm"):
            named = fact.slots.get("community", "").strip(' ,.;:"')
            if not named or self.foreign or self.guard.holds_back(named):
                continue
            named = addressed(named, self.language)
            if not named:
                continue
            place = self._building(fact)
            if self.language == "en" and place and place.lower() not in named.lower():
                named += " at " + the(place)
            return named, (fact,)
        return "", ()

    def _building(self, fact: Fact) -> str:
        """The place of a fact, if it is one people are in: not a street or a square."""
        place = fact.slots.get("place", "").strip(' ,.;:"')
        if not place or self.foreign or self.guard.holds_back(place):
            return ""
        return place if _has(self._words("buildings"), place) else ""

    # ------------------------------------------------------------ moves

    def write(self, move: Move) -> list[Line]:
        """The sentences of a move, at most as many as it may take."""
        if move.name not in TELLING:
            self.teller.silence()
        maker: Callable[[Move], list[Said]] = getattr(self, f"_{move.name}", self._carried)
        said = [item for item in maker(move) if item.text][: move.most]
        if move.opens:
            self._paragraph += 1
        return [
            Line(
                text=typographic(item.text, self.language),
                move=move.name,
                worth=item.worth or max(1, move.worth - place * move.lower),
                facts=tuple(dict.fromkeys(fact.id for fact in item.facts)),
                paragraph=self._paragraph,
                gaps=item.gaps,
            )
            for place, item in enumerate(said)
        ]

    def _gap(self, key: str) -> Said:
        gap = self.book.say("gap", key)
        return Said(sentence(self.book.say("gap_sentence", key, gap=gap)), (), (gap,))

    def _phrase(
        self, section: str, facts: tuple[Fact, ...] = (), worth: int = 0, **values: Any
    ) -> Said:
        return Said(self.book.say(section, self.channel, **values), facts, worth=worth)

    def _carried(self, move: Move) -> list[Said]:
        """Facts of the move's kinds, carried one by one."""
        return self._told(self.bits_of(move.name), move.name)

    def _told(self, bits: Sequence[Bit], section: str = "known") -> list[Said]:
        said: list[Said] = []
        for bit in bits:
            if said and (joined := _continued(said[-1].text, bit, said[-1].facts, self.language)):
                said[-1] = Said(joined, (*said[-1].facts, bit.fact))
                continue
            text = self.teller.tell(bit, section)
            if text:
                said.append(Said(text, (bit.fact,)))
            else:
                self.refuse(bit.fact)
        return said

    # -------- to the people who were hurt

    def _apology(self, move: Move) -> list[Said]:
        """The apology first, then what we did, then what we did about it."""
        if not self.mistake:
            return []
        ours = [bit for bit in self.bits if self._our_deed(bit)]
        said = [self._phrase("apology", tuple(self.of("apology"))[:1])]
        said += self._told(ours, "known")
        others: list[Said] = []
        for bit in self.bits_of("apology"):
            text = _owned(bit.piece, style(self.source)["ours"]) if not self.foreign else None
            if text is None and bit not in ours:
                others += self._told([bit], "apology")
            elif text:
                said.append(Said(sentence(text), (bit.fact,)))
        asked = any(_has(self._words("delete"), bit.piece.text) for bit in self.bits_of("safety"))
        if not asked and any(_has(self._words("published"), bit.piece.text) for bit in ours):
            said.append(Said(self.book.say("delete", "please")))
        return said + others

    def _our_deed(self, bit: Bit) -> bool:
        """ "Our page published ...": told with the apology, not after it."""
        opening = style(self.source)["ours"]["opening"]
        return (
            bit.fact.kind in ("event", "apology", "hate")
            and bit.piece.kind == "sentence"
            and any(re.search(rf"(?i)\b{word}\b", bit.piece.text[:60]) for word in opening)
            and _owned(bit.piece, style(self.source)["ours"]) is None
        )

    def _empathy(self, move: Move) -> list[Said]:
        if self.mistake:
            return []
        dead, hurt = self._harmed()
        facts = tuple(bit.fact for bit in dead or hurt)[:1]
        if self.kind in CUSTODY:
            return [self._phrase("empathy.bereaved", facts)]
        named, hit = self.community()
        values: dict[str, Any] = {"community": named, "Community": capital(named)}
        if dead or hurt:
            said_so = _has(self._words("hurt_named"), self.incident.notes)
            if not dead and not said_so:
                return [self._phrase("empathy.struck")]
            section = "empathy.death" if dead else "empathy.hurt"
            if named and self.act and self.book.has(section + "_community", self.channel):
                return [self._phrase(section + "_community", (*facts, *hit), **values)]
            return [self._phrase(section, facts)]
        if named and self.act:
            return [self._phrase("empathy.community", hit, **values)]
        for fact in self.of("affected", "event"):
            if self.act and self.language == "en" and (place := self._building(fact)):
                return [self._phrase("empathy.place", (fact,), place=the(place))]
        if self.look.calm(self.incident.notes) and not self.hate:
            return []
        known = self.kind != "unknown" and self.bits_of("event")
        if self.act or known or self.of("affected"):
            return [self._phrase("empathy.frightened")]
        return []

    def _harmed(self) -> tuple[list[Bit], list[Bit]]:
        """What the notes say of people who died, and of people who were hurt."""
        people = [
            bit
            for bit in self.bits
            if bit.fact.kind == "harm" and bit.move != "unknown" and not _negative(bit.piece)
        ]
        dead = [bit for bit in people if _has(self._words("death"), bit.piece.text)]
        hurt = [bit for bit in people if _has(self._words("hurt"), bit.piece.text)]
        return dead, hurt or [bit for bit in self.bits_of("event") if self._strikes(bit)]

    def _strikes(self, bit: Bit) -> bool:
        """ "A man was beaten": the event itself says that somebody was hurt."""
        if any(fact.kind == "no_harm" for fact in self.facts):
            return False
        patterns = style(self.source)["struck"]["patterns"]
        return any(re.search(pattern, bit.piece.text, re.I) for pattern in patterns)

    def _belonging(self, move: Move) -> list[Said]:
        named, facts = self.community()
        if not named or not self.act or not any(self._harmed()):
            return []
        return [self._phrase("belonging", facts, community=named, Community=capital(named))]

    # -------- what is known and what is not

    def _event(self, move: Move) -> list[Said]:
        bits = [bit for bit in self.bits_of("event") if not (self.mistake and self._our_deed(bit))]
        if not bits:
            bits = [bit for bit in self.bits_of("context") if bit.piece.kind != "fragment"]
        if form := self._form():
            return [form]
        told = self.bits_of("harm") or self.look.calm(self.incident.notes)
        if not bits and not self.mistake:
            return [] if told else [self._gap("event")]
        said = self._told(bits)
        if said and not self.mistake:
            said[0] = self._timed(said[0], bits[0].fact)
        if self.mistake:  # the apology has told the deed; this is the background
            return [Said(item.text, item.facts, worth=40) for item in said]
        return said

    def _form(self) -> Said | None:
        """A form says what and where on two lines: "TYPE: fire", "LOCATION: Mill Lane"."""
        found = {name: self.look.form(self.incident.facts, name) for name in ("what", "where")}
        what, where = found["what"], found["where"]
        if not what or not where or self.foreign:
            return None
        told = logs.after_label(what.text).split(",", 1)[0].strip(" .")
        place = logs.after_label(where.text).strip(" .")
        held = self.guard.holds_back(f"{told} {place}") or self.look.refuses(told, "event")
        if any(piece.kind in ("sentence", "imperative") for piece in carry(told, self.source)):
            return None
        if held or not 0 < len(told.split()) <= 7 or not place:
            return None
        told = told if told.isupper() and len(told) < 5 else told[:1].lower() + told[1:]
        if self.language == "en" and not told.split()[-1].endswith("s"):
            told = ("an " if told[0] in "aeiou" else "a ") + told
        text = self.book.say("known", "form", what=told, place=place)
        return Said(text, (what, where))

    def _timed(self, said: Said, fact: Fact) -> Said:
        """The hour the reader of notes found beside the sentence, put before it."""
        time = fact.slots.get("time", "").strip()
        if not time or self.foreign or time in self._text(fact) or not time[:1].isdigit():
            return said
        at = self.book.say("words", "at_time", time=time)
        small = self._text(fact)[:1].islower()
        text = (
            said.text[:1].lower() + said.text[1:] if small else decapital(said.text, self.language)
        )
        return Said(f"{capital(at)}, {text}", said.facts)

    def _harm(self, move: Move) -> list[Said]:
        event = [set(_plain(bit.piece.text)) for bit in self.bits_of("event")]
        bits = [
            bit
            for bit in self.bits_of("harm")
            if not any(set(_plain(bit.piece.text)) <= words for words in event)
        ]
        # How many were hurt comes before who was not; and each count once.
        seen: set[str] = set()
        once = []
        for bit in sorted(bits, key=lambda bit: (_negative(bit.piece), not bit.fact.by)):
            count = bit.fact.slots.get("count", "")
            dead = _has(self._words("death"), bit.piece.text)
            key = f"{count}{dead}" if count and len(bit.piece.text.split()) < 6 else bit.piece.text
            if key not in seen:
                once.append(bit)
            seen.add(key)
        once.sort(key=lambda bit: (_negative(bit.piece), bits.index(bit)))
        return self._told(once)

    def _arrest(self, move: Move) -> list[Said]:
        return self._told(self.bits_of("arrest"))

    def _investigation(self, move: Move) -> list[Said]:
        bits = [bit for bit in self.bits_of("investigation") if not self._deed_told(bit)]
        return self._told(bits)

    def _deed_told(self, bit: Bit) -> bool:
        return self.mistake and self._our_deed(bit)

    def _context(self, move: Move) -> list[Said]:
        if not self.bits_of("event"):
            return []
        return self._told([bit for bit in self.bits_of("context") if bit.piece.kind == "sentence"])

    def _about(self, bit: Bit) -> str:
        return unknowns.about(bit, self.kind, self.source)

    def _unknown(self, move: Move) -> list[Said]:
        said: list[Said] = []
        keys: set[str] = set()
        much = self.bits_of("harm") or self.bits_of("investigation") or self.bits_of("arrest")
        for bit in self.bits_of("unknown"):
            key = self._about(bit)
            key = "rest" if key == "what" and much else key
            if key in keys or (key == "why" and self.hate):
                continue
            if key:
                keys.add(key)
                short = self.channel == "social" and self.book.has("unknown_social", key)
                section = "unknown_social" if short else "unknown"
                said.append(Said(self.book.say(section, key), (bit.fact,)))
            elif not self.foreign and (clause := unknowns.clause(bit.piece.text, self.language)):
                text = self.book.say("unknown", "clause", clause=clause)
                said.append(Said(sentence(text), (bit.fact,)))
            else:
                self._open.append(bit.fact.text)
        return said

    def _no_guessing(self, move: Move) -> list[Said]:
        """Asked where little is known: an unknown, and hardly anything confirmed."""
        known = [bit for bit in self.bits if bit.move in ("harm", "investigation", "arrest")]
        if known or not self.bits_of("unknown"):
            return []
        return [Said(self.book.say("no_guessing", "holding"))]

    def _correction(self, move: Move) -> list[Said]:
        said = self._told(self.bits_of("correction"), "correction")
        if said and self.channel != "social":
            said = [*said[: move.most - 1], Said(self.book.say("rumours", "please"))]
        return said

    # -------- condemnation

    def _condemnation(self, move: Move) -> list[Said]:
        if self.mistake:
            return []
        if self.hate:
            facts = tuple(self.of("hate"))[:2]
            return [self._phrase("condemnation.hate", facts, hate=self.hate)]
        if self.act and self.of("event"):
            return [self._phrase("condemnation.act", worth=move.worth - 15)]
        return []

    # -------- what is done, where help is

    def _thanks(self, move: Move) -> list[Said]:
        facts = [
            bit.fact
            for bit in self.bits
            if bit.move in ("response", "event") and _has(self._words("helpers"), bit.piece.text)
        ]
        return [self._phrase("thanks", tuple(facts[:1]))] if facts else []

    def _help(self, move: Move) -> list[Said]:
        said: list[Said] = []
        facts = self.of("help")
        if self.channel == "social":  # a number says more in fewer words than an address
            facts.sort(key=lambda fact: not contacts.phones(fact.text, self.source, fact.slots))
        for place, fact in enumerate(facts):
            for text in self._help_texts(fact, place):
                gaps = tuple(re.findall(r"\[[^\[\]]+\]", text))
                said.append(Said(text, (fact,), gaps))
        if said or not move.due or (self.of("witness") and self.channel != "statement"):
            return said
        nothing = not self.act and not self.bits_of("harm") and self.channel != "statement"
        asked = [item for item in self._asked(move) if item.gaps]
        return [] if asked or nothing else [self._gap("help")]

    def _help_texts(self, fact: Fact, turn: int) -> list[str]:
        text, slots, book = self._text(fact), fact.slots, self.book
        if self.foreign:
            return self._foreign_help(text, slots, turn)
        if missing := _MISSING.fullmatch(text):
            return [self._missing(missing.group(1))]
        label = slots.get("label", "").strip(" :,")
        label = (
            ""
            if contacts.says_nothing(label)
            or label.lower() in text.lower()
            or self.guard.holds_back(label)
            else label
        )
        if asked := under_condition(text, book):
            return [asked]
        pieces = carry(text, self.language, asides=True)
        if not pieces:
            return []
        if contacts.phones(text, self.language, slots):
            if len(pieces) == 1 and pieces[0].kind == "sentence" and "," not in pieces[0].text:
                return [sentence(numbered(capital(pieces[0].text), self.language))]
            if pieces[0].kind != "imperative":
                return contacts.call_sentences(text, slots, book, turn, label)
        if pieces[0].kind == "imperative" and not contacts.sends(text, self.language):
            return [self._ordered(piece) for piece in pieces]
        return contacts.place_sentences(f"{label}: {text}" if label else text, book)

    def _missing(self, label: str) -> str:
        """ "counsellor #": "Counsellor: [to confirm: the number]"."""
        missing: Mapping[str, str] = style(self.language)["missing"]
        gap = self.book.say(
            "gap", "asked", what=missing["numéro" if self.language == "fr" else "number"]
        )
        return sentence(
            self.book.say("gap_sentence", "asked", label=capital(label.strip()), gap=gap)
        )

    def _ordered(self, piece: Piece) -> str:
        if piece.kind == "imperative":
            return please(piece.text, self.book)
        return sentence(numbered(capital(piece.text), self.language))

    def _foreign_help(self, text: str, slots: Mapping[str, str], turn: int) -> list[str]:
        numbers = contacts.phones(text, self.source, slots)
        if not numbers:
            return [self.teller.to_translate(tidy(text, self.source, asides=True))]
        return [
            sentence(
                self.book.say(
                    "help",
                    "call_open" if turn or place else "call_plain",
                    phone=number.text,
                    rest="",
                )
            )
            for place, number in enumerate(numbers)
        ]

    def _witness(self, move: Move) -> list[Said]:
        said: list[Said] = []
        for turn, fact in enumerate(self.of("witness")):
            said += [Said(text, (fact,)) for text in self._witness_texts(fact, turn)]
        return said

    def _witness_texts(self, fact: Fact, turn: int) -> list[str]:
        text, slots, book = self._text(fact), fact.slots, self.book
        if not self.foreign and (asked := under_condition(text, book)):
            return [asked]
        link = next((f for f in figures(text, self.source) if f.kind in ("link", "email")), None)
        numbers = contacts.phones(text, self.source, slots)
        reference = contacts.reference_of(text, slots)
        quoted = book.say("witness", "reference", reference=reference) if reference else ""
        images = _has(self._words("images"), text)
        if link:
            key = "images" if images else "link"
            first = book.say("witness", key, link=link.text, reference=quoted)
            after = text[link.end :].strip(" .,;)")
        elif numbers:
            key = "images_call" if images else "call"
            first = book.say("witness", key, turn, phone=numbers[0].text, reference=quoted)
            after = contacts.without_reference(text[numbers[0].end :]).strip(" .,;)")
        elif self.foreign:
            return []
        else:
            return [self._witness_piece(piece, fact) for piece in carry(text, self.language)]
        if self.foreign or len(after.split()) < 2:
            return [sentence(first)]
        pieces = [piece for piece in carry(after, self.language) if piece.kind != "fragment"]
        return [sentence(first), *(self._ordered(piece) for piece in pieces)]

    def _witness_piece(self, piece: Piece, fact: Fact) -> str:
        if piece.kind in ("imperative", "sentence"):
            return self._ordered(piece)
        if told := without_subject(piece.text, fact, who(fact.by, self.language), self.language):
            return sentence(told)
        return ""  # neither a number nor a link nor a sentence: no way to reach anybody

    def _safety(self, move: Move) -> list[Said]:
        said: list[Said] = []
        done: set[str] = set()
        for bit in self.bits_of("safety"):
            fact = bit.fact
            if fact.id in done:
                continue
            asked = ""
            if not self.foreign and fact.kind in ("do", "dont"):
                asked = under_condition(self._text(fact), self.book) or self._images(fact)
            if asked:
                done.add(fact.id)
                said.append(Said(asked, (fact,)))
            else:
                said += self._told([bit], "do")
        return said

    def _images(self, fact: Fact) -> str:
        """ "Anyone with video: police.example/film": said like a call for witnesses."""
        text = self._text(fact)
        link = any(figure.kind == "link" for figure in figures(text, self.source))
        if not link or not _has(self._words("images"), text):
            return ""
        return " ".join(self._witness_texts(fact, 0)[:1])

    def _asked(self, move: Move) -> list[Said]:
        """What the office itself says is still missing, as a gap in its place."""
        said = []
        for fact in [fact for fact in self.facts if fact.kind == "question"]:
            label = fact.slots.get("label", "").strip(" :,.")
            if not label or self.foreign or self.guard.holds_back(label):
                if fact.status != "unknown":
                    self._open.append(fact.text)
                continue
            missing: Mapping[str, str] = style(self.source)["missing"]
            low = fact.text.lower()
            what = next((says for word, says in missing.items() if word in low), label)
            gap = self.book.say("gap", "asked", what=what)
            text = self.book.say("gap_sentence", "asked", label=capital(label), gap=gap)
            said.append(Said(sentence(text), (fact,), (gap,)))
        return said

    def _wish(self, move: Move) -> list[Said]:
        asked = [said for fact in self.of("wish") if (said := self._asks_for(fact))]
        if asked:
            return asked
        aloud = [
            bit
            for bit in self.bits_of("wish")
            if not bit.piece.text.startswith(("There is no", "There are no"))
            and bit.piece.kind == "sentence"
            and not _has(self._words("not_aloud"), bit.piece.text)
        ]
        return self._told(aloud, "wish")

    def _asks_for(self, fact: Fact) -> Said | None:
        """ "Committee says NO crowd, no flowers": "The committee asks for no crowd, ..."."""
        text = tidy(self._text(fact), self.source)
        found = re.fullmatch(
            r"(?i)(?:the )?(\w+) (?:says?|wants?|asks? for) (no [^.;]{3,90})", text
        )
        if not found or self.foreign or self.language != "en":
            return None
        return Said(sentence(f"The {found[1].lower()} asks for {found[2]}"), (fact,))

    def _gathering(self, move: Move) -> list[Said]:
        said = []
        for bit in self.bits_of("gathering"):
            notes = self.incident.notes
            if self.look.calm(notes) and not self.look.remembered(notes):
                said += self._told([bit], "service")  # we inform of a rally, we invite to none
            elif bit.piece.kind == "fragment" and self.language == "en" and not self.foreign:
                said.append(Said(self._invitation(bit.piece.text), (bit.fact,)))
            else:
                said += self._told([bit], "gathering")
        return said

    def _invitation(self, text: str) -> str:
        """ "Friendship walk on Sunday": "Join us for the friendship walk on Sunday"."""
        _, colon, _ = contacts.cut_label(text)
        what = lowered(text, "en")
        if colon:
            return sentence(self.book.say("gathering", "fragment", fragment=what))
        if not _has(self._words("occasions"), what):
            return ""
        first = what.split()[0].lower()
        named = first in style("en")["determiners"] or first.endswith(("'s", "s'", "’s", "s’"))
        what = what if named else "the " + what
        return sentence(self.book.say("gathering", "join", what=what))

    def _privacy(self, move: Move) -> list[Said]:
        private = any(item.reason.startswith(PRIVATE) for item in self.incident.withheld)
        return [self._phrase("privacy")] if private else []

    def _unity(self, move: Move) -> list[Said]:
        return [self._phrase("unity")] if self.act else []

    # -------- words, time, name

    def _quote(self, move: Move) -> list[Said]:
        said = []
        spoken = [*self.of("quote"), *(fact for fact in self.of("event") if _is_speech(fact))]
        for turn, fact in enumerate(spoken):
            words = fact.slots.get("words", "") or fact.slots.get("wording", "")
            words = words.strip(' "“”«»\u00a0\u202f\n')
            if not words:
                continue
            if not self._speakable(words):
                self.refuse(fact)
            elif self.foreign:
                said.append(Said(self.teller.to_translate(words), (fact,)))
            elif _is_verbatim(self.incident.notes, words):
                said.append(self._quoted(words, fact, turn))
            else:
                said += self._in_own_words(words, fact)
        return said

    def _speakable(self, words: str) -> bool:
        """Words somebody says, and not the name of a group or half a sentence."""
        if len(words.split()) < 3:
            return False
        if words.endswith((".", "!", "?", "…")) and words[:1].isupper():
            return True
        return any(piece.kind != "fragment" for piece in carry(words, self.source))

    def _quoted(self, words: str, fact: Fact, turn: int) -> Said:
        speaker = fact.slots.get("speaker", "") or fact.by
        if len(speaker.split()) > 7 or re.search(r"(?i)\b(?:is|he|she|est|il|elle)\b", speaker):
            speaker = ""
        if self.name and re.fullmatch(r"(?i)spokes(?:person|man|woman)|porte-parole", speaker):
            speaker = self.name
        words, named, key = capital(words), who(speaker, self.language), "other"
        if self._is_speaker(speaker) and (speaker or fact.kind == "quote"):
            named = speaker if self.name and self.name in speaker else self._titled()
            key = "own" if self.channel == "statement" else key
        elif spoken_by_family(speaker, self.source):
            key = "family"
        elif not named or not any(token[:1].isupper() for token in speaker.split()[1:]):
            key = "nobody"
        if key == "other" and (not named or self.guard.holds_back(named)):
            key = "nobody"
        if self.language == "fr":
            named = decapital(named, "fr")
        text = self.book.say("quote", key, turn, words=words, speaker=named, Speaker=capital(named))
        if self.language == "fr":  # « les mots d'Ada », « les mots du maire »
            text = re.sub(r"^(Ce sont les mots) de (?=[AEIOUYÉÈÊ])", r"\1 d'", text)
            text = re.sub(r"^(Ce sont les mots) de le ", r"\1 du ", text)
        return Said(text, (fact,))

    def _titled(self) -> str:
        if self.language == "en":
            return f"{self.role} {self.name}".strip()
        return f"{self.name} ({self.role})" if self.role else self.name

    def _is_speaker(self, speaker: str) -> bool:
        if not speaker:
            return True
        if self.name and self.name.split()[-1].lower() in speaker.lower():
            return True
        role = r"(?i)(?:the |la |le )?(?:lord )?(?:mayor|maire|bourgmestre|syndique?)\b"
        return bool(re.match(role, speaker))

    def _in_own_words(self, words: str, fact: Fact) -> list[Said]:
        """What the mayor wants said, without quotation marks in the notes: carried as speech."""
        return [
            Said(sentence(capital(piece.text)), (fact,)) for piece in carry(words, self.language)
        ]

    def _next_update(self, move: Move) -> list[Said]:
        key = "update_social" if self.channel == "social" else "update"
        for fact in self.of("next_update")[::-1]:
            if when := timing.when(fact, self.book, self.source):
                said = self.book.say("next", key, when=when)
                if "?" in fact.text and not any(
                    f.kind == "time" for f in figures(when, self.source)
                ):
                    gap = self.book.say("gap", "time")
                    return [Said(sentence(f"{said.rstrip('.')}, {gap}"), (fact,), (gap,))]
                return [Said(sentence(said), (fact,))]
        return [self._gap("next_update")] if move.due else []

    def _signature(self, move: Move) -> list[Said]:
        if not self.name:
            gap = self.book.say("gap", "speaker")
            return [Said(gap, (), (gap,))]
        text = f"{self.name}, {self.role}" if self.role else self.name
        return [Said(text, tuple(self.of("speaker"))[:1])]

    # -------- beside the text

    def headline(self) -> str:
        """Who speaks; empty if the notes do not say."""
        if not self.name or not self.role:
            return ""
        return self.book.say("words", "headline", name=self.name, role=self.role)

    def remarks(
        self, held: Sequence[Line], cut: Sequence[Line], refused: Sequence[Line] = ()
    ) -> tuple[str, ...]:
        """What the person should know: what stays open, and what was left out and why."""
        say = self.book.say
        lost = {id for line in refused for id in line.facts}
        left = [*self._refused, *(fact.text for fact in self.facts if fact.id in lost)]
        said = [say("remark", "open", text=_short(text)) for text in dict.fromkeys(self._open)]
        said += [say("remark", "refused", text=_short(text)) for text in dict.fromkeys(left)]
        if held:
            said.append(say("remark", "held_back", count=str(len(held))))
        said += [say("remark", "cut", text=line.text) for line in cut if line.facts]
        if self.foreign:
            said.append(say("remark", "foreign"))
        return tuple(said)


# ---------------------------------------------------------------- small judgements


def _short(text: str) -> str:
    return " ".join(text.split())[:200]


def _has(words: Sequence[str], text: str) -> bool:
    """Does one of the words, or a word beginning with it, stand in the text?"""
    low = text.lower()
    return any(re.search(rf"(?<![^\W\d_]){re.escape(word)}", low) for word in words)


def _plain(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def _negative(piece: Piece) -> bool:
    return piece.key.startswith(("nobody", "no_")) or bool(
        re.match(
            r"(?i)(?:nobody|no one|no-one|none|no |0 |zero |personne n|aucun|pas de|il n'y a)",
            piece.text,
        )
        or re.search(r"(?i)[:=]\s*(?:none|nil|no|zero|0|aucune?|néant|non)\b", piece.text)
    )


def _is_speech(fact: Fact) -> bool:
    """A wording that is a whole sentence: words to be said, not a name for what happened."""
    wording = fact.slots.get("wording", "").strip(' "“”«»\u00a0')
    return fact.kind == "event" and wording[:1].isupper() and wording.endswith((".", "!"))


def _is_verbatim(notes: str, words: str) -> bool:
    """Do the words stand between quotation marks in the notes?"""
    start = notes.find(words)
    for _ in range(20):
        if start < 0:
            break
        end = start + len(words)
        before = notes[max(0, start - 4) : start].rstrip(" \u00a0\u202f")[-1:]
        after = notes[end : end + 4].lstrip(" \u00a0\u202f.")[:1]
        single = before == after == "'"
        if (before and before in '"“«„‘') or single or (after and after in '"”»'):
            return True
        start = notes.find(words, end)
    return False


def _owned(piece: Piece, table: Mapping[str, Mapping[str, str]]) -> str | None:
    """Our own deed as ours: "Removed at 9.26": "We removed it at 9.26".

    None: carry it as any fact. Empty: the apology has said it already. How many
    saw it is no excuse and not told: what follows the second comma goes.
    """
    low = piece.text.lower()
    if any(low.startswith(start) for start in table["said"]):
        return ""
    for start, whole in table["deeds"].items():
        rest = low[len(start) :].strip()
        when = not rest or re.match(
            r"(?:at|on|this|last|by|after|within|to|à|ce|cet|hier|dès|vers|après|au|le)\b|[\d(,]",
            rest,
        )
        if when and (low.startswith(start + " ") or low == start):
            return ",".join((whole + piece.text[len(start) :]).split(",")[:2])
    return None


def _gathered(bits: list[Bit], language: str) -> list[Bit]:
    """A sentence about "her" stays with the sentence that says who she is."""
    kept: list[Bit] = []
    for bit in bits:
        before = kept[-1] if kept else None
        follows = before and bit.fact.start - before.fact.end < 60
        if before and follows and before.move in ("event", "harm") and bit.move != "unknown":
            leans = opens_with_pronoun(bit.piece.text, language) and bit.piece.kind == "sentence"
            if (leans or _leans(bit.piece)) and bit.move in ("harm", "wish", "context", "event"):
                bit = Bit(bit.fact, bit.piece, before.move)
        kept.append(bit)
    return kept


def _leans(piece: Piece) -> bool:
    """ "in surgery at the General": somebody of the sentence before."""
    low = piece.text.lower()
    starts = style("en")["locative_starts"] | {"home again", "now home", "back home"}
    return piece.kind == "fragment" and any(low.startswith(start) for start in starts)


def _continued(before: str, bit: Bit, facts: Sequence[Fact], language: str) -> str:
    """ "in surgery at the General" after "One volunteer was wounded.": one sentence."""
    piece = bit.piece
    if language != "en" or not _leans(piece) or not facts:
        return ""
    many = re.search(r"\b(?:are|were|have)\b", before)
    return f"{before.rstrip('.')} and {'are' if many else 'is'} {piece.text}."
