"""Writes the moves of a plan: each a few sentences, from phrases and carried facts.

The writer never decides what is true. Confirmed facts are carried, unknown
ones are said to be unknown, and a move with nothing to fill it stays silent or
leaves a visible gap, as the plan says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.compose import contacts, timing
from bot.compose.carry import LONGEST, Piece, capital, carry, decapital, style, tidy
from bot.compose.facts import Guard, public_text, usable
from bot.compose.phrasebook import Phrasebook, sentence, typographic
from bot.compose.plans import ACTS, ATTRIBUTED, NEVER_CONDEMNED, PIECE_MOVES, Move
from bot.compose.voices import attributed, first_person, spoken_by_family, who
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


@dataclass(frozen=True)
class Bit:
    """A piece of a fact, and the move it belongs to."""

    fact: Fact
    piece: Piece
    move: str


#: Facts whose words are not carried clause by clause.
WHOLE = frozenset(("help", "witness", "next_update", "quote", "speaker", "question"))
_MOVE_OF = {
    "no_harm": "harm",
    "hate": "investigation",
    "do": "safety",
    "dont": "safety",
    "motive": "unknown",
    "affected": "context",
}


#: The hour of a log line says when it was written down, not when something happened.
_STAMP = re.compile(r"^\s*\d{1,2}(?:[:.]\d{2}| ?h ?\d{0,2})\s*[:–—-]*\s+(?=[^\W\d_])")


class Writer:
    def __init__(self, incident: Incident, channel: str, language: str) -> None:
        self.incident, self.channel, self.language = incident, channel, language
        self.kind = incident.kind.replace("_", "-").replace(" ", "-")
        self.notes_language = (
            incident.notes_language if incident.notes_language in ("en", "fr") else ""
        )
        self.foreign = bool(self.notes_language) and self.notes_language != language
        self.book = Phrasebook(language, incident.notes)
        self.words = style(language)
        self.facts = usable(incident)
        self._remarks: list[str] = []
        self._paragraph = 0
        self._attributed = ""
        self.bits = list(self._bits())
        mistakes = {"own-mistake", "mistake", "data-breach"}
        self.mistake = self.kind in mistakes or bool(self.of("apology"))
        self.name, self.role = self._speaker()

    # ------------------------------------------------------------ the facts at hand

    def of(self, *kinds: str, status: str = "confirmed") -> list[Fact]:
        return [fact for fact in self.facts if fact.kind in kinds and fact.status == status]

    def _bits(self) -> Iterator[Bit]:
        for fact in self.facts:
            if fact.kind in WHOLE:
                continue
            text = self._text(fact)
            if fact.kind != "event":
                text = _STAMP.sub("", text)
            if not text:
                continue
            if "heading" in fact.slots:
                continue
            for piece in carry(text, self.notes_language or "en"):
                move = PIECE_MOVES.get(piece.key) or _MOVE_OF.get(fact.kind, fact.kind)
                if fact.status == "unknown":
                    move = "unknown"
                elif piece.kind == "imperative":
                    move = "safety"
                yield Bit(fact, piece, move)

    def _text(self, fact: Fact) -> str:
        return public_text(fact, self.incident.withheld)[:LONGEST]

    def _speaker(self) -> tuple[str, str]:
        for fact in self.of("speaker"):
            name, role = fact.slots.get("name", ""), fact.slots.get("role", "")
            if name:
                return name.strip(" ,"), _without_article(role.strip(" ,"))
        return "", ""

    def bits_of(self, move: str) -> list[Bit]:
        return [bit for bit in self.bits if bit.move == move]

    @property
    def hate(self) -> str:
        names = [
            self.book.entry("hate", key.strip()) for key in self.incident.hate.split("+") if key
        ]
        names = [name for name in names if name]
        joint = self.book.entry("hate", "and")
        return joint.join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)

    @property
    def act(self) -> bool:
        """Something was done to people, on purpose, and the notes say so."""
        if self.mistake:
            return False
        open_cause = any(self._about(bit) == "cause" for bit in self.bits_of("unknown"))
        if self.kind in NEVER_CONDEMNED or open_cause:
            return bool(self.hate)
        return bool(self.hate) or self.kind in ACTS

    def community(self) -> tuple[str, tuple[Fact, ...]]:
        guard = Guard(self.incident.notes, self.incident.withheld)
        for fact in self.of("affected", "event", "harm"):
            named = fact.slots.get("community", "").strip(' ,.;:"')
            if not named or self.foreign or guard.holds_back(named):
                continue
            return _addressed(named, self.language), (fact,)
        return "", ()

    def place(self) -> tuple[str, tuple[Fact, ...]]:
        """Where it happened, if that is a place people are at: not a street or a square."""
        guard = Guard(self.incident.notes, self.incident.withheld)
        for fact in self.of("affected", "event"):
            place = fact.slots.get("place", "").strip(' ,.;:"')
            if place and not self.foreign and not guard.holds_back(place):
                if _has(self.words["buildings"]["words"], place):
                    return place, (fact,)
        return "", ()

    # ------------------------------------------------------------ moves

    def write(self, move: Move) -> list[Line]:
        """The sentences of a move, at most as many as it may take."""
        maker: Callable[[Move], list[Said]] = getattr(self, f"_{move.name}", self._carried)
        said = maker(move)[: move.most]
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
            if item.text
        ]

    def _gap(self, key: str) -> Said:
        gap = self.book.say("gap", key)
        return Said(sentence(self.book.say("gap_sentence", key, gap=gap)), (), (gap,))

    def _phrase(
        self, section: str, facts: tuple[Fact, ...] = (), worth: int = 0, **values: str
    ) -> Said:
        return Said(self.book.say(section, self.channel, **values), facts, worth=worth)

    def _carried(self, move: Move) -> list[Said]:
        """Facts of the move's kinds, carried one by one."""
        return [said for bit in self.bits_of(move.name) if (said := self._bit(bit, move.name))]

    def _bit(self, bit: Bit, section: str) -> Said | None:
        text = self._sentence(bit, section)
        return Said(text, (bit.fact,)) if text else None

    def _sentence(self, bit: Bit, section: str) -> str:
        piece, fact, book = bit.piece, bit.fact, self.book
        language = self.language
        by = who(fact.by, language) if not self.foreign else ""
        if piece.kind == "pattern" and (section == "known" or book.has("known", piece.key)):
            return self._pattern(piece, fact, by)
        if self.foreign:
            return self._to_translate(piece.text)
        if piece.kind == "imperative":
            return self._please(piece.text)
        if piece.kind == "sentence":
            text = (
                first_person(piece.text, self.name, self.role, language)
                if self.channel == "statement"
                else piece.text
            )
            return self._attribute(sentence(capital(text)), fact)
        if piece.key == "nature":
            return self._nature(piece, by)
        label, colon, rest = contacts.cut_label(piece.text)
        if colon and re.fullmatch(
            r"(?i)mesures?|measures?|what changes|ce qui change|change", label.strip()
        ):
            return sentence(
                book.say("change", "fragment", fragment=decapital(rest.strip(), language))
            )
        key = section if book.has(section, "fragment") else "known"
        if by and key == "known":
            return sentence(
                book.say(
                    "known", "said", By=capital(by), by=by, fragment=decapital(piece.text, language)
                )
            )
        return sentence(book.say(key, "fragment", fragment=decapital(piece.text, language)))

    def _pattern(self, piece: Piece, fact: Fact, by: str) -> str:
        book, slots = self.book, dict(piece.slots)
        key = piece.key
        if key == "event_noun":
            if self.foreign:
                return self._to_translate(piece.text)
            lead = slots.pop("lead", "")
            said = book.say("known", key, **slots)
            said = lead + decapital(said, self.language) if lead else said
            return self._attribute(sentence(said), fact)
        if key in ("treated_as", "investigation_what"):
            if self.foreign:
                return self._to_translate(piece.text)
            what = slots["what"].strip()
            if key == "treated_as":
                form = "treated_as" if by and fact.by != self._attributed else "treated_as_plain"
                self._attributed = fact.by
                return sentence(book.say("known", form, what=what, by=by, By=capital(by)))
            what = re.sub(r"^(?:a|an|the|une|l')\s*", "", what, flags=re.I)
            if self.language == "en":
                article = "an" if what[:1].lower() in "aeiou" else "a"
                what = f"{article} {decapital(what[:1].lower() + what[1:], 'en')}"
            else:
                what = "une " + what[:1].lower() + what[1:]
            said = book.say("known", key, What=capital(what))
            return self._attribute(sentence(said), fact)
        text = book.say("known", key)
        if key == "investigation" and by:
            return self._attribute(text, fact, always=True)
        return self._attribute(text, fact)

    def _nature(self, piece: Piece, by: str) -> str:
        what, rest = piece.slots["what"].lower(), piece.slots["rest"]
        start = f"selon {by}, il s'agit " if by else "il s'agit "
        link = "d'" if what[0] in "aei" else "de "
        link = "d'un " if what in ("acte", "fait") else link
        if what == "caractère":
            return sentence(capital(f"{start}de faits à caractère {rest}"))
        if what == "infraction":
            link = "d'une "
        return sentence(capital(f"{start}{link}{what} {rest}"))

    def _attribute(self, text: str, fact: Fact, always: bool = False) -> str:
        """Who says so; of several sentences from one mouth, the first carries the name."""
        if self.foreign or not fact.by or fact.kind not in ATTRIBUTED:
            return text
        if fact.by == self._attributed and not always:
            return text
        self._attributed = fact.by
        phrase = self.book.say("known", "according", sentence="\x00", by="\x01")
        bare = text.rstrip(".")
        return sentence(attributed(bare, fact.by, self.language, phrase.rstrip(".")))

    def _to_translate(self, text: str) -> str:
        gap = self.book.say("gap", "translate", text=text)
        return sentence(self.book.say("gap_sentence", "translate", gap=gap))

    def _please(self, text: str) -> str:
        """An instruction as a request: "Please avoid ...", « Merci d'éviter ... »."""
        text = text.strip()
        text = (
            re.sub(
                r"(?i),?\s*(?:and |et )?\bref(?:erence|\.)?\s+(?=[\w/-]*\d)", " and quote ", text
            )
            if (self.language == "en")
            else text
        )
        if self.language == "en":
            text = self._numbered(text)
            if re.match(r"(?i)please\b", text):
                return sentence(capital(text))
            return sentence(self.book.say("do", "please", imperative=text[:1].lower() + text[1:]))
        return sentence(_french_request(text, self.book))

    def _numbered(self, text: str) -> str:
        """ "send it to Crime Stoppers 1800 333 000": "... on 1800 333 000"."""
        for figure in reversed(figures(text, self.language)):
            if figure.kind != "phone":
                continue
            before = text[: figure.start].rstrip()
            last = before.rsplit(" ", 1)[-1].lower()
            if last not in {
                "call",
                "ring",
                "phone",
                "dial",
                "on",
                "at",
                "to",
                "or",
                "text",
                "is",
                "and",
            }:
                if before and before[-1].isalpha():
                    text = f"{before} on {text[figure.start :]}"
        return text

    # -------- to the people who were hurt

    def _apology(self, move: Move) -> list[Said]:
        if not self.mistake:
            return []
        facts = tuple(self.of("apology"))
        said = [self._phrase("apology", facts[:1])]
        for bit in self.bits_of("apology"):
            text = _ours(bit.piece, self.words, self.language)
            if text == "":
                continue
            if text and not self.foreign:
                said.append(Said(sentence(text), (bit.fact,)))
            elif other := self._bit(bit, "apology"):
                said.append(other)
        return said

    def _empathy(self, move: Move) -> list[Said]:
        harmed = [
            bit for bit in self.bits if bit.fact.kind == "harm" and bit.fact.status == "confirmed"
        ]
        people = [bit for bit in harmed if not _negative(bit.piece)]
        dead = [bit for bit in people if _has(self.notes_words("death"), bit.piece.text)]
        hurt = [bit for bit in people if _has(self.notes_words("hurt"), bit.piece.text)]
        facts = tuple(bit.fact for bit in dead or hurt)[:1]
        if self.mistake:
            return []
        if self.kind in ("death-in-custody", "custody"):
            return [self._phrase("empathy.bereaved", facts)]
        if dead:
            return [self._phrase("empathy.death", facts)]
        if hurt:
            return [self._phrase("empathy.hurt", facts)]
        named, who_facts = self.community()
        if named and self.act:
            return [
                self._phrase(
                    "empathy.community", who_facts, community=named, Community=capital(named)
                )
            ]
        place, place_facts = self.place()
        if place and self.act and self.language == "en":
            return [self._phrase("empathy.place", place_facts, place=_the(place))]
        if self.act or self.of("affected"):
            return [self._phrase("empathy.frightened")]
        return []

    def notes_words(self, name: str) -> Sequence[str]:
        words: Sequence[str] = style(self.notes_language or "en")[name]["words"]
        return words

    def _belonging(self, move: Move) -> list[Said]:
        named, facts = self.community()
        harmed = any(
            line for line in self._empathy(move) if line.facts and line.facts[0].kind == "harm"
        )
        if not named or not self.act or not harmed:
            return []
        return [self._phrase("belonging", facts, community=named, Community=capital(named))]

    # -------- what is known and what is not

    def _event(self, move: Move) -> list[Said]:
        said = [item for bit in self.bits_of("event") if (item := self._bit(bit, "known"))]
        if not said:
            said = [item for bit in self.bits_of("context") if (item := self._bit(bit, "known"))]
        if not said and not self.mistake:
            return [self._gap("event")]
        return said

    def _harm(self, move: Move) -> list[Said]:
        told = [set(_plain(said.text)) for said in self._event(move)]
        said = []
        for bit in self.bits_of("harm"):
            if any(set(_plain(bit.piece.text)) <= words for words in told):
                continue
            if item := self._bit(bit, "known"):
                said.append(item)
        return said

    def _arrest(self, move: Move) -> list[Said]:
        return [item for bit in self.bits_of("arrest") if (item := self._bit(bit, "known"))]

    def _investigation(self, move: Move) -> list[Said]:
        return [item for bit in self.bits_of("investigation") if (item := self._bit(bit, "known"))]

    def _context(self, move: Move) -> list[Said]:
        if not self.bits_of("event"):
            return []
        kept = [bit for bit in self.bits_of("context") if bit.piece.kind == "sentence"]
        return [item for bit in kept if (item := self._bit(bit, "context"))]

    def _unknown(self, move: Move) -> list[Said]:
        said: list[Said] = []
        keys: set[str] = set()
        for bit in self.bits_of("unknown"):
            key = self._about(bit)
            if key in keys or (key == "why" and self.hate):
                continue
            if not key:
                clause = _clause(bit.piece.text, self.language)
                if self.foreign or not clause:
                    continue
                said.append(
                    Said(sentence(self.book.say("unknown", "clause", clause=clause)), (bit.fact,))
                )
                continue
            keys.add(key)
            said.append(Said(self.book.say("unknown", key), (bit.fact,)))
        return said

    def _about(self, bit: Bit) -> str:
        """Which unknown: why, the cause, who, how many, or what happened at all."""
        if bit.piece.key.startswith("unknown_"):
            key = bit.piece.key.removeprefix("unknown_")
            return (
                "cause" if key == "why" and self.kind in ("accident", "fire", "explosion") else key
            )
        text = " " + bit.piece.text.lower() + " "
        table = style(self.notes_language or "en")["about"]
        for key in ("how_many", "cause", "who", "why", "what"):
            if any(word in text for word in table[key]):
                nothing = (
                    key == "what"
                    and len(self.bits_of("harm")) + len(self.bits_of("investigation")) > 0
                )
                return "rest" if nothing else key
        return {"motive": "why", "harm": "how_many", "arrest": "who"}.get(bit.fact.kind, "")

    def _no_guessing(self, move: Move) -> list[Said]:
        """Asked where little is known: an unknown, and hardly anything confirmed."""
        known = [bit for bit in self.bits if bit.move in ("harm", "investigation", "arrest")]
        if known or not self.bits_of("unknown"):
            return []
        return [Said(self.book.say("no_guessing", "holding"))]

    # -------- condemnation

    def _condemnation(self, move: Move) -> list[Said]:
        if self.mistake:
            return []
        facts = tuple(self.of("hate"))[:2]
        if self.hate:
            return [self._phrase("condemnation.hate", facts, hate=self.hate)]
        if self.act and self.of("event"):
            return [self._phrase("condemnation.act", worth=move.worth - 30)]
        return []

    # -------- what is done, where help is

    def _response(self, move: Move) -> list[Said]:
        return [item for bit in self.bits_of("response") if (item := self._bit(bit, "response"))]

    def _thanks(self, move: Move) -> list[Said]:
        facts = [
            bit.fact
            for bit in self.bits
            if bit.move in ("response", "event")
            and _has(self.notes_words("helpers"), bit.piece.text)
        ]
        return [self._phrase("thanks", tuple(facts[:1]))] if facts else []

    def _help(self, move: Move) -> list[Said]:
        said: list[Said] = []
        for place, fact in enumerate(self.of("help")):
            said += [Said(text, (fact,)) for text in self._help_texts(fact, place)]
        if not said and move.due and not (self.of("witness") and self.channel != "statement"):
            nothing = not self.act and not self.bits_of("harm") and self.channel != "statement"
            asked = [item for item in self._asked(move) if item.gaps]
            return [] if asked or nothing else [self._gap("help")]
        return said

    def _help_texts(self, fact: Fact, turn: int) -> list[str]:
        text, slots, book = self._text(fact), fact.slots, self.book
        if self.foreign:
            return self._foreign_help(text, slots, turn)
        label = slots.get("label", "").strip(" :,")
        if label and label.lower() in text.lower():
            label = ""
        if contacts.phones(text, self.language, slots):
            pieces = carry(text, self.language, asides=True)
            if len(pieces) == 1 and pieces[0].kind == "sentence" and "," not in pieces[0].text:
                return [sentence(self._numbered(capital(pieces[0].text)))]
            if asked := self._condition(text):
                return [asked]
            if any(piece.kind == "imperative" for piece in pieces[:1]):
                return [
                    self._please(piece.text)
                    if piece.kind == "imperative"
                    else sentence(capital(piece.text))
                    for piece in pieces
                ]
            return contacts.call_sentences(text, slots, book, turn, label)
        pieces = carry(text, self.language, asides=True)
        if pieces and pieces[0].kind == "imperative" and not contacts.sends(text, self.language):
            return [
                self._please(piece.text)
                if piece.kind == "imperative"
                else sentence(capital(piece.text))
                for piece in pieces
            ]
        return contacts.place_sentences(f"{label}: {text}" if label else text, book)

    def _foreign_help(self, text: str, slots: Mapping[str, str], turn: int) -> list[str]:
        numbers = contacts.phones(text, self.notes_language, slots)
        if not numbers:
            return [self._to_translate(tidy(text, self.notes_language, asides=True))]
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
        language = self.notes_language or self.language
        found = figures(text, language)
        link = next((f for f in found if f.kind in ("link", "email")), None)
        numbers = contacts.phones(text, language, slots)
        reference = contacts.reference_of(text, slots)
        quoted = book.say("witness", "reference", reference=reference) if reference else ""
        images = _has(style(language)["images"]["words"], text)
        if link:
            key = "images" if images else "link"
            first = book.say("witness", key, link=link.text, reference=quoted)
            after = text[link.end :].strip(" .,;)")
        elif numbers:
            key = "images_call" if images else "call"
            first = book.say("witness", key, turn, phone=numbers[0].text, reference=quoted)
            after = text[numbers[0].end :]
            after = contacts.without_reference(after).strip(" .,;)")
        else:
            if self.foreign:
                return []
            pieces = carry(text, language)
            return [
                self._please(piece.text)
                if piece.kind == "imperative"
                else sentence(capital(piece.text))
                if piece.kind == "sentence"
                else sentence(
                    book.say("witness", "fragment", fragment=decapital(piece.text, language))
                )
                for piece in pieces
            ]
        said = [sentence(first)]
        if after and not self.foreign and len(after.split()) > 1:
            for piece in carry(after, language):
                if piece.kind == "imperative":
                    said.append(self._please(piece.text))
                elif piece.kind == "sentence":
                    said.append(sentence(capital(piece.text)))
        return said

    def _safety(self, move: Move) -> list[Said]:
        said: list[Said] = []
        done: set[str] = set()
        for bit in self.bits_of("safety"):
            if bit.fact.id in done:
                continue
            if self.foreign:
                said.append(Said(self._to_translate(bit.piece.text), (bit.fact,)))
                continue
            whole = self._text(bit.fact)
            if bit.fact.kind in ("do", "dont") and (asked := self._condition(whole)):
                done.add(bit.fact.id)
                said.append(Said(asked, (bit.fact,)))
            elif item := self._bit(bit, "do"):
                said.append(item)
        return said

    def _condition(self, text: str) -> str:
        """ "Eyes still burning: rinse them": "Eyes still burning? Rinse them." """
        text = tidy(text, self.language)
        before, colon, after = contacts.cut_label(text)
        before, after = before.strip(), after.strip()
        if not colon or not after or len(before.split()) > 10 or "//" in text:
            return ""
        if self.language == "fr":
            return _french_condition(before, after, self.book)
        pieces = carry(after, "en")
        if not pieces or pieces[0].kind != "imperative":
            return ""
        after = re.sub(
            r"\bthen ([A-Z][\w ]{2,40}) (?=\d)", r"then call \1 on ", self._numbered(after)
        )
        after = re.sub(r", (?=(?:do not|don't|never) )", " and ", after, count=1)
        if re.match(r"(?i)(?:if you )?(?:see|saw|notice|hear|find|spot)\b", before):
            before = re.sub(r"(?i)^if you ", "", before)
            return sentence(
                f"If you {before[:1].lower()}{before[1:]}, {after[:1].lower()}{after[1:]}"
            )
        if re.match(r"(?i)if\b", before):
            return sentence(f"{capital(before)}, {after[:1].lower()}{after[1:]}")
        if len(before.split()) < 3:
            return sentence(f"{capital(before)}: {after[:1].lower()}{after[1:]}")
        return sentence(
            self.book.say("do", "condition", condition=capital(before), Imperative=capital(after))
        )

    def _asked(self, move: Move) -> list[Said]:
        """What the office itself says is still missing, as a gap in its place."""
        said = []
        for fact in [fact for fact in self.facts if fact.kind == "question"]:
            label = fact.slots.get("label", "").strip(" :,.")
            if not label or self.foreign:
                self._remarks.append(fact.text)
                continue
            what = fact.slots.get("what", "") or _missing(fact.text, self.words) or label
            gap = self.book.say("gap", "asked", what=what)
            said.append(
                Said(
                    sentence(self.book.say("gap_sentence", "asked", label=capital(label), gap=gap)),
                    (fact,),
                    (gap,),
                )
            )
        return said

    def _service(self, move: Move) -> list[Said]:
        return [item for bit in self.bits_of("service") if (item := self._bit(bit, "service"))]

    def _gathering(self, move: Move) -> list[Said]:
        return [item for bit in self.bits_of("gathering") if (item := self._bit(bit, "gathering"))]

    def _wish(self, move: Move) -> list[Said]:
        return [item for bit in self.bits_of("wish") if (item := self._bit(bit, "wish"))]

    def _correction(self, move: Move) -> list[Said]:
        return [
            item for bit in self.bits_of("correction") if (item := self._bit(bit, "correction"))
        ]

    def _privacy(self, move: Move) -> list[Said]:
        private = [
            item
            for item in self.incident.withheld
            if item.reason.startswith(("victim", "minor", "private", "personal", "privacy"))
        ]
        return [self._phrase("privacy")] if private else []

    def _unity(self, move: Move) -> list[Said]:
        return [self._phrase("unity")] if self.act else []

    # -------- words, time, name

    def _quote(self, move: Move) -> list[Said]:
        said = []
        for turn, fact in enumerate(self.of("quote")):
            words = fact.slots.get("words", "").strip(' "“”«»\u00a0\n')
            if not words:
                continue
            if self.foreign:
                said.append(Said(self._to_translate(words), (fact,)))
            elif _is_verbatim(self.incident.notes, words):
                if item := self._quoted(words, fact, turn):
                    said.append(item)
            else:
                said += self._in_own_words(words, fact)
        return said

    def _quoted(self, words: str, fact: Fact, turn: int) -> Said | None:
        speaker = fact.slots.get("speaker", "") or fact.by
        words, named, key = capital(words), who(speaker, self.language), "other"
        if self._is_speaker(speaker):
            named = speaker if self.name and self.name in speaker else self._titled()
            key = "own" if self.channel == "statement" else key
            if not named and key == "other":
                return None
        elif spoken_by_family(speaker, self.notes_language or self.language):
            key = "family"
        elif not named:
            key = "nobody"
        if self.language == "fr":
            named = decapital(named, "fr")
        return Said(
            self.book.say("quote", key, turn, words=words, speaker=named, Speaker=capital(named)),
            (fact,),
        )

    def _titled(self) -> str:
        if self.language == "en":
            return f"{self.role} {self.name}".strip()
        return f"{self.name} ({self.role[:1].lower() + self.role[1:]})" if self.role else self.name

    def _is_speaker(self, speaker: str) -> bool:
        if not speaker:
            return True
        if self.name and self.name.split()[-1].lower() in speaker.lower():
            return True
        return bool(
            re.match(
                r"(?i)(?:the |la |le )?(?:lord )?(?:mayor|maire|bourgmestre|syndique?)\b", speaker
            )
        )

    def _in_own_words(self, words: str, fact: Fact) -> list[Said]:
        """What the mayor wants said, without quotation marks in the notes: carried as speech."""
        return [
            Said(sentence(capital(piece.text)), (fact,))
            for piece in carry(words, self.language)
            if piece.kind in ("sentence", "imperative")
        ]

    def _next_update(self, move: Move) -> list[Said]:
        for fact in self.of("next_update")[::-1]:
            when = timing.when(fact, self.book, self.notes_language or self.language)
            if when:
                key = "update_social" if self.channel == "social" else "update"
                return [Said(sentence(self.book.say("next", key, when=when)), (fact,))]
        return [self._gap("next_update")] if move.due else []

    def _signature(self, move: Move) -> list[Said]:
        facts = tuple(self.of("speaker"))[:1]
        if not self.name:
            return [Said(self.book.say("gap", "speaker"), (), (self.book.say("gap", "speaker"),))]
        if not self.role:
            return [Said(self.name, facts)]
        return [Said(self.book.say("words", "signature", name=self.name, role=self.role), facts)]

    # -------- beside the text

    def headline(self) -> str:
        if not self.name or not self.role:
            return ""
        role = self.role if self.language == "en" else self.role[:1].lower() + self.role[1:]
        return self.book.say("words", "headline", name=self.name, role=role)

    def remarks(self) -> tuple[str, ...]:
        return tuple(
            self.book.say("remark", "open", text=" ".join(text.split()))
            for text in dict.fromkeys(self._remarks)
        )

    def left_out(self, held: Sequence[Line], cut: Sequence[Line]) -> tuple[str, ...]:
        remarks = [self.book.say("remark", "held", text=line.text) for line in held[:0]]
        if held:
            remarks.append(self.book.say("remark", "held_back", count=str(len(held))))
        remarks += [self.book.say("remark", "cut", text=line.text) for line in cut if line.facts]
        if self.foreign:
            remarks.append(self.book.say("remark", "foreign"))
        return tuple(remarks)


# ---------------------------------------------------------------- small judgements


def _without_article(role: str) -> str:
    return re.sub(r"(?i)^(?:the|la|le|l['’])\s*(?=\w)", "", role)


def _the(place: str) -> str:
    """ "mosque": "the mosque"; a name with its own capital stays."""
    return place if place[:1].isupper() or place.lower().startswith("the ") else "the " + place


def _addressed(named: str, language: str) -> str:
    """Those who were hit, as one speaks to them: "the residents", « personnes LGBTIQ »."""
    bare = re.sub(r"(?i)^(?:the|les|des|aux|nos|our)\s+", "", named)
    single = len(bare.split()) == 1
    if language == "fr":
        if single and (bare.isupper() or bare.lower() in {"trans", "gay", "gays", "queer"}):
            return "personnes " + bare
        return (
            ("les " + bare)
            if bare[:1].isdigit()
            else bare[:1].lower() + bare[1:]
            if not bare.isupper()
            else bare
        )
    if single and (bare.isupper() or not bare.endswith("s") and bare[:1].isupper()):
        return bare + " people"
    low = (
        bare
        if bare[:1].isupper() and not bare.split()[0].lower() in style("en")["common"]
        else bare[:1].lower() + bare[1:]
    )
    if bare[:1].isdigit() or (single and bare[:1].islower()) or named.lower().startswith("the "):
        return "the " + low
    return low


def _has(words: Sequence[str], text: str) -> bool:
    low = text.lower()
    return any(re.search(rf"(?<![^\W\d_]){re.escape(word)}", low) for word in words)


def _plain(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def _negative(piece: Piece) -> bool:
    return piece.key.startswith(("nobody", "no_")) or bool(
        re.match(
            r"(?i)(?:nobody|no one|no-one|none|no |personne n|aucun|pas de|il n'y a)", piece.text
        )
    )


def _is_verbatim(notes: str, words: str) -> bool:
    """Do the words stand between quotation marks in the notes?"""
    start = notes.find(words)
    while start >= 0:
        before = notes[:start].rstrip(" \u00a0")[-1:]
        after = notes[start + len(words) :].lstrip(" \u00a0.")[:1]
        if before in set('"“«„‘') or before == "'" and after == "'" or after in set('"”»'):
            return True
        start = notes.find(words, start + 1)
    return False


def _missing(text: str, words: Mapping[str, object]) -> str:
    table = words["missing"]
    assert isinstance(table, Mapping)
    low = text.lower()
    return next((str(says) for word, says in table.items() if word in low), "")


def _clause(text: str, language: str) -> str:
    """ "not known whether the hall is safe": "whether the hall is safe"."""
    heads = {
        "en": r"whether|if|who|what|why|how|when|where|which",
        "fr": r"si|qui|pourquoi|comment|combien|quand|où|quel(?:le)?s?|ce qui|ce que",
    }[language]
    found = re.search(rf"(?i)\b((?:{heads})\b.{{4,160}})", text)
    if not found:
        return ""
    clause = re.sub(
        r"(?i)[\s:,]*(?:is |are |est |sont )?(?:not (?:yet )?known|unknown|unclear|inconnue?s?|pas connu)\s*$",
        "",
        found.group(1),
    )
    return clause[:1].lower() + clause[1:]


def _ours(piece: Piece, words: Mapping[str, object], language: str) -> str | None:
    """Our own deed as ours: "Removed at 9.26": "We removed it at 9.26".

    None: carry it as any fact. Empty: the apology has said it already.
    """
    table = words["ours"]
    assert isinstance(table, Mapping)
    low = piece.text.lower()
    if any(low.startswith(start) for start in table["said"]):
        return ""
    for start, whole in table["deeds"].items():
        if low.startswith(start + " ") or low == start:
            return str(whole) + piece.text[len(start) :]
    return None


def _french_request(text: str, book: Phrasebook) -> str:
    """« Éviter la place » : « Merci d'éviter la place »."""
    from bot.compose.carry import french_infinitive

    text = text.strip()
    low = text.lower()
    if low.startswith(("merci", "veuillez", "svp")):
        return capital(text)
    first = low.split(" ", 1)[0]
    if not (low.startswith("ne pas ") or french_infinitive(first)):
        return capital(text)
    chunks = re.split(r",\s+(?:et |puis )?", text)
    parts, tail = [_de(chunks[0])], ""
    for chunk in chunks[1:]:
        words = chunk.lower().split()
        head = (
            words[1]
            if len(words) > 1 and words[0] in {"le", "la", "les", "lui", "leur", "y", "en"}
            else words[0]
        )
        if chunk.lower().startswith("ne pas ") or french_infinitive(head):
            parts.append(_de(chunk) + tail)
        else:
            parts[-1] += ", " + chunk
    joined = parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " et " + parts[-1]
    return book.say("do", "please", de_infinitive=joined)


def _de(text: str) -> str:
    text = text[:1].lower() + text[1:]
    return ("d'" if text[:1] in "aeiouéèêhy" else "de ") + text


def _french_condition(before: str, after: str, book: Phrasebook) -> str:
    from bot.compose.carry import french_infinitive

    first = after.lower().split(" ", 1)[0]
    if after.lower().startswith("ne pas ") or french_infinitive(first):
        request = _french_request(after, book)
        return sentence(f"{capital(before)} : {request[:1].lower()}{request[1:]}")
    if first in style("fr")["imperatives"]:
        if len(before.split()) < 3:
            return sentence(f"{capital(before)} : {after[:1].lower()}{after[1:]}")
        return sentence(
            book.say("do", "condition", condition=capital(before), Imperative=capital(after))
        )
    return ""
