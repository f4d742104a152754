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
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from bot.figures import figures
from kb.text import ABBREVIATIONS, sentences

STYLE = Path(__file__).parent / "note_style"

#: A fact longer than this is not a fact but a document; the rest is not read aloud.
LONGEST = 1200

Kind = Literal["pattern", "sentence", "imperative", "fragment"]


@dataclass(frozen=True)
class Piece:
    """Part of a fact, carried. ``text`` has no full stop; patterns have a ``key``."""

    kind: Kind
    text: str
    key: str = ""
    slots: Mapping[str, str] = field(default_factory=dict)


@cache
def style(language: str) -> Mapping[str, Any]:
    """The note style of a language: word lists, abbreviations, patterns."""
    table: dict[str, Any] = tomllib.loads((STYLE / f"{language}.toml").read_text(encoding="utf-8"))
    for name, value in table.items():
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            table[name] = frozenset(value)
    table["pattern"] = tuple(
        (re.compile(row["match"], re.IGNORECASE), row["key"]) for row in table.get("pattern", ())
    )
    return table


# ------------------------------------------------------------------ tidying

_BULLET = re.compile(r"^\s*(?:[-*•–—>]+\s+|\d{1,2}[.)]\s+)+")
_SPACE = re.compile(r"\s+")
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]{0,300}[)\]]")
#: How old somebody is leads to who it is; the sentence stands without.
_AGE = re.compile(
    r"(?i)\b(man|woman|boy|girl|person|suspect|homme|femme|garçon|fille|personne)"
    r"(?:,? (?:aged |âgée? de |de )?\d{1,2}(?: years old| ans)?(?:,(?= )|$)| aged \d{1,2}(?= )"
    r"|,? (?:âgée? de |de )\d{1,2} ans(?= ))"
)
#: What the office says to itself before it says what it means.
_REMARK = re.compile(r"(?i)^(?:plutôt|rather|instead|better|note|nb|fyi|nota)\s*[:,]\s*")
_EDGE = " \t\n,;:.–—-"


def tidy(text: str, language: str, asides: bool = False) -> str:
    """One line, spelled out, without bullets, shouted words and (unless wanted) brackets."""
    words = style(language)
    text = _BULLET.sub("", _SPACE.sub(" ", text[:LONGEST]).strip())
    if not asides:
        text = _ASIDE.sub("", re.sub(rf"{_ASIDE.pattern}(?= (?:and|et) )", ",", text))
    text = _AGE.sub(r"\1", text)
    text = " ".join(_spelled(word, words) for word in text.split())
    text = _lowered(text, words["words"]["emphasis"])
    text = re.sub(r"\s+([,;.])", r"\1", re.sub(r",(?:\s*,)+", ",", text))
    if language == "en":
        text = _english_times(text)
    else:
        text = _french_times(text)
    text = _REMARK.sub("", text.strip(_EDGE))
    return text + "." if _ends_in_abbreviation(text) else text


def _spelled(word: str, words: Mapping[str, Any]) -> str:
    table = words["abbreviations"]
    core = word.rstrip(",;:")
    for form in (core, core.lower()):
        if form in table:
            return table[form] + word[len(core) :] if table[form] else ""
    return word


def _lowered(text: str, emphasis: list[str]) -> str:
    """Words shouted for emphasis in plain letters; RCMP and CCTV stay capitals."""
    tokens = text.split(" ")
    for place, token in enumerate(tokens):
        core = token.strip(",;:.!?()\"'“”«»")
        if len(core) > 1 and core.isupper() and core.lower() in emphasis:
            tokens[place] = token.replace(core, core.lower())
    return " ".join(tokens)


def _ends_in_abbreviation(text: str) -> bool:
    return text.rsplit(" ", 1)[-1].lower() in {"a.m", "p.m", "e.g", "etc"}


_DAY_EN = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_TIME_EN = r"(?:\d{1,2}(?:[:.]\d{2})?(?: ?[ap]\.?m\b\.?)|\d{1,2}[:.]\d{2}|noon|midday|midnight)"


def _english_times(text: str) -> str:
    """ "Sunday 3pm" as it is said: "Sunday at 3pm"; "2pm-7pm": "from 2pm to 7pm"."""
    text = re.sub(
        rf"(?<!from )(?<!between )\b({_TIME_EN}) ?[-–—] ?({_TIME_EN})", r"from \1 to \2", text
    )
    text = re.sub(rf"(?<=[a-z]) ({_DAY_EN})\b", _on_day, text)
    text = re.sub(rf"^(?={_DAY_EN}\b)", "On ", text)
    text = re.sub(
        rf"(?<=\w)(?<! at)(?<! or)(?<!from)(?<!until)(?<!by)(?<!and)(?<!etween)(?<!ince) about (?={_TIME_EN})",
        " at about ",
        text,
    )
    text = re.sub(
        r"(?<![\w])(?!in|within|for|about|every|after|to|of|than|least|most|only|last|past|next|another|the|around|up)"
        r"([a-z]+) (\d{1,3} (?:minutes|hours))\b",
        r"\1 for \2",
        text,
    )
    return re.sub(
        rf"\b({_DAY_EN}|today|tonight|tomorrow|yesterday),? (?={_TIME_EN})", r"\1 at ", text
    )


_BEFORE_DAY = re.compile(
    r"(?i)\b(?:on|this|next|last|every|each|until|till|til|from|by|since|and|or|to|today|tonight|"
    r"yesterday|tomorrow|late|early|of|before|after|through|between|for|except|the|all|reopens?)$"
)


def _on_day(found: re.Match[str]) -> str:
    """ "closed Monday": "closed on Monday", unless a word before the day says how."""
    before = found.string[max(0, found.start() - 20) : found.start()]
    return f" {found.group(1)}" if _BEFORE_DAY.search(before) else f" on {found.group(1)}"


_DAY_FR = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_TIME_FR = r"(?:\d{1,2} ?h(?: ?\d{2})?|\d{1,2}:\d{2}|midi|minuit)"


def _french_times(text: str) -> str:
    text = re.sub(rf"(?<!de )\b({_TIME_FR}) ?[-–—] ?({_TIME_FR})", r"de \1 à \2", text)
    return re.sub(
        rf"\b({_DAY_FR}|demain|aujourd'hui|ce soir|ce matin),? (?={_TIME_FR})",
        r"\1 à ",
        text,
        flags=re.I,
    )


# ------------------------------------------------------------------ carrying


def carry(text: str, language: str, asides: bool = False) -> tuple[Piece, ...]:
    """The fact as pieces, in order. ``language`` is that of the notes."""
    maker = _French() if language == "fr" else _English()
    found: list[Piece] = []
    lead, small = "", False
    for number, part in enumerate(_parts(tidy(text, language, asides))):
        if not number and (time := maker.lead.match(part)):
            lead, part = time.group(1), part[time.end() :]
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


def capital(text: str) -> str:
    """The first letter in upper case, the rest untouched; "1 person": "One person"."""
    if re.match(r"1 (?=(?:person|is|was|has|man|woman|child|volunteer|boy|girl|of)\b)", text):
        return "One" + text[1:]
    for place, letter in enumerate(text):
        if letter.isalpha():
            if text[:place].strip("\"'“«(  "):
                return text
            return text[:place] + letter.upper() + text[place + 1 :]
        if letter.isdigit():
            return text
    return text


def _bare(token: str) -> str:
    return token.strip(',;:.!?()"“”«»').lower().replace("’", "'")


class _Maker:
    """What the two languages share: patterns and the cutting into clauses."""

    language = ""
    lead = re.compile(r"(?!)")
    at = ""

    def __init__(self) -> None:
        self.words = style(self.language)

    def pattern(self, text: str) -> Piece | None:
        for match, key in self.words["pattern"]:
            if found := match.fullmatch(text.rstrip(".!")):
                slots = {name: value for name, value in found.groupdict().items() if value}
                return Piece("pattern", text, key, slots)
        return None

    def led(self, piece: Piece, time: str, small: bool) -> Piece:
        """ "18:10 a man ...": "At 18:10, a man ..."; a fragment keeps its bare time."""
        time = time[:1].lower() + time[1:]
        at = capital(time) if time.startswith("vers") else f"{self.at} {time}"
        if piece.kind == "sentence":
            low = _decapital(piece.text) if small else decapital(piece.text, self.language)
            return Piece("sentence", f"{at}, {low}")
        if piece.key == "event_noun":
            slots = {**piece.slots, "lead": f"{at}, "}
            return Piece(piece.kind, piece.text, piece.key, slots)
        if piece.kind == "pattern":
            return piece
        return Piece(piece.kind, f"{time}, {piece.text}")

    def clauses(self, text: str) -> list[str]:
        """Cut at commas where what follows could stand alone, nowhere else."""
        chunks = re.split(r",\s+", text)
        clauses = [chunks[0]]
        for chunk in chunks[1:]:
            if not self.complete(clauses[-1]) or self._runs_on(clauses[-1], chunk):
                clauses[-1] += ", " + chunk
            elif self._traces(chunk) and self.sentence(chunk).kind == "fragment":
                clauses.append(self.words["words"]["there_was"] + " " + chunk)
            elif self.independent(chunk):
                clauses.append(re.sub(r"^(?:and|et|but|mais) ", "", chunk))
            else:
                clauses[-1] += ", " + chunk
        return clauses

    def independent(self, chunk: str) -> bool:
        first = chunk.split(" ", 1)[0]
        if _bare(first) in self.words["relatives"] - {"et", "and", "mais"}:
            return False
        if chunk.startswith(("and ", "et ", "but ", "mais ")):
            chunk = chunk.split(" ", 1)[1]
        elif first[:1].isupper() and not first.isupper() and re.search(r" (?:and|et) ", chunk):
            return False  # the end of an address, then the sentence goes on
        return bool(self.pattern(chunk)) or self.sentence(chunk).kind in ("sentence", "imperative")

    def complete(self, clause: str) -> bool:
        """A clause that may end here: not the first half of a list, a time, a condition."""
        if clause.rstrip().endswith(":"):
            return False
        if self.pattern(clause) or self.sentence(clause).kind != "fragment":
            return True
        words, low = self.words, _bare(clause.split(" ", 1)[0])
        leads = words["prepositions"] | words["states"] | words["leads"]
        return low not in leads and not low.startswith(("d'", "l'"))

    def _runs_on(self, clause: str, chunk: str) -> bool:
        """ "..., and 7 windows were broken": one sentence while it is short enough to say."""
        return chunk.startswith(("and ", "et ")) and len((clause + chunk).split()) <= 40

    def sentence(self, text: str) -> Piece:
        raise NotImplementedError

    def _two_predicates(self, text: str, joint: str) -> Piece | None:
        """ "Centre closed Tuesday, opens Wednesday": the first half lacks its verb."""
        first, comma, rest = text.partition(", ")
        if not comma or _bare(rest.split(" ", 1)[0]) not in self.words["finite"]:
            return None
        head = self.sentence(first)
        return Piece("sentence", head.text + joint + rest) if head.kind == "sentence" else None

    def _traces(self, chunk: str) -> bool:
        """ "homophobic stickers", "croix gammées sur la porte": what was left behind."""
        lows = [_bare(token) for token in chunk.split()]
        return len(lows) < 12 and any(low in self.words["traces"] for low in lows[:3])


#: A finished time asks for the simple past: "was arrested at 18:22".
_PAST = re.compile(
    rf"\bat (?:about |around )?{_TIME_EN}|\byesterday\b|\blast night\b|\bthis morning\b|\bearlier\b|"
    r"\bago\b|\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bovernight\b",
    re.I,
)


class _English(_Maker):
    language = "en"
    lead = re.compile(
        rf"(?i)(?:at )?((?:about |around )?{_TIME_EN})(?: ?[:,–—-]+|(?= (?!to |and |until |till |on )[a-zA-Z0-9])) *"
    )
    at = "At"

    def sentence(self, text: str) -> Piece:
        tokens = text.split()
        lows = [_bare(token) for token in tokens]
        if not tokens:
            return Piece("fragment", text)
        if both := self._two_predicates(text, " and "):
            return both
        if (place := self._finite(tokens, lows)) is not None:
            return Piece("sentence", self._with_article(tokens, lows, place))
        if self._imperative(tokens, lows):
            return Piece("imperative", text)
        if repaired := self._repaired(tokens, lows):
            return Piece("sentence", repaired)
        if event := self._event(text, lows):
            return Piece("pattern", text, "event_noun", {"event": event})
        return Piece("fragment", text)

    def _imperative(self, tokens: list[str], lows: list[str]) -> bool:
        """ "Call 101", "do not share": not "Open until 9" and not "Walk on Sunday"."""
        words = self.words
        if lows[0] == "please":
            return True
        if lows[0] not in words["imperatives"] or tokens[0].endswith((":", ",")):
            return False
        if lows[0] in words["common"] | words["states"]:
            return len(lows) > 1 and lows[1] in words["determiners"]
        return True

    def _finite(self, tokens: list[str], lows: list[str]) -> int | None:
        words = self.words
        if lows[0] in words["imperatives"] and lows[0] not in words["pronouns"]:
            if lows[0] not in words["common"] or (
                len(lows) > 1 and lows[1] in words["determiners"]
            ):
                return None
        if lows[0] == "there's":
            if len(lows) > 1 and self._plural(lows[1:]):
                tokens[0] = "There are"
            return 0
        for place, low in enumerate(lows):
            if tokens[place].endswith(":") and place < len(lows) - 1:
                return None
            if not place:
                continue
            if (
                low in words["relatives"]
                or lows[place - 1] == "to"
                or lows[place - 1] in words["relatives"]
            ):
                if low in words["relatives"]:
                    return None
                continue
            if low in words["auxiliaries"]:
                return place
            if (
                low in words["finite"]
                and lows[place - 1] not in words["determiners"] | words["prepositions"]
            ):
                return place
            if low in words["either"] and self._object_follows(tokens, lows, place):
                return place
            if low.endswith(("'s", "'re", "'ll", "'ve")) and low.split("'")[0] in words["pronouns"]:
                return place
        first = lows[0]
        if "'" in first and first.split("'")[0] in words["pronouns"] | {"there"}:
            return 0
        return None

    def _object_follows(self, tokens: list[str], lows: list[str], place: int) -> bool:
        if tokens[place].endswith(",") or place + 1 >= len(lows):
            return False
        after = lows[place + 1]
        words = self.words
        if after in words["prepositions"] | words["adverbs"] | words["states"] | words["done"]:
            return False
        return not re.match(rf"{_TIME_EN}|{_DAY_EN}|(?:mon|tue|wed|thu|fri|sat|sun)\b", after, re.I)

    def _with_article(self, tokens: list[str], lows: list[str], verb: int) -> str:
        """ "glazier is there": "The glazier is there". Names and plurals take none."""
        subject = list(tokens[:verb])
        article = self._subject(subject, lows[:verb])
        return capital(article + " ".join([*subject, *tokens[verb:]]))

    def _subject(self, tokens: list[str], lows: list[str]) -> str:
        words = self.words
        if not tokens:
            return ""
        first, low = tokens[0], lows[0]
        if (
            low
            in words["determiners"] | words["pronouns"] | words["prepositions"] | words["adverbs"]
        ):
            return ""
        if first[0].isdigit() or first[0] in "\"“'" or low in words["no_article"]:
            return ""
        if low.endswith(("'s", "s'")) or first.isupper():
            return ""
        if first[0].isupper() and (low not in words["common"] or self._name(tokens)):
            return ""
        if self._plural(lows):
            return ""
        tokens[0] = first[0].lower() + first[1:]
        if low in words["indefinite"]:
            return "an " if low[0] in "aeiou" else "a "
        return "the "

    def _name(self, tokens: list[str]) -> bool:
        """ "Park Hotel", "Fire Officer Dale": a second capital makes it a name."""
        return len(tokens) > 1 and tokens[1][:1].isupper() and not tokens[1].isupper()

    def _plural(self, lows: list[str]) -> bool:
        words = self.words
        head = lows
        for place, low in enumerate(lows):
            if place and low in words["prepositions"] | words["relatives"]:
                head = lows[:place]
                break
        if "and" in head:
            return True
        if match := re.match(r"\d[\d,.]*$", head[0]):
            return match.group() != "1"
        last = head[-1]
        if head[0] in {
            "nobody",
            "no-one",
            "none",
            "one",
            "a",
            "an",
            "each",
            "every",
            "everybody",
            "everyone",
            "somebody",
            "someone",
            "another",
            "this",
            "it",
            "he",
            "she",
        }:
            return False
        if head[0] == "no" and len(head) > 1 and head[1] == "one":
            return False
        numbers = {
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "several",
            "many",
            "some",
            "all",
            "both",
            "these",
            "those",
        }
        if head[0] in numbers or last in words["plural"] or head[0] in words["plural"]:
            return True
        return (
            last.endswith("s")
            and not last.endswith(("ss", "us", "is", "'s"))
            and last not in {"bus"}
        )

    def _repaired(self, tokens: list[str], lows: list[str]) -> str:
        words = self.words
        if lows[0] == "not":
            return ""
        if lows[0] in words["found"]:
            return f"This was {' '.join(tokens)[:1].lower()}{' '.join(tokens)[1:]}"
        for place in range(1, len(lows)):
            before = lows[place - 1]
            if tokens[place - 1].endswith((":", ",")):
                if lows[place] == "being" and place < 6:
                    tokens[place - 1] = tokens[place - 1].rstrip(",")
                else:
                    return ""
            low, rest = lows[place], " ".join(lows[place : place + 3])
            if low in words["relatives"] or before in words["auxiliaries"]:
                return ""
            if place > 9:
                break
            if (
                low == "not"
                and place + 1 < len(lows)
                and lows[place + 1] not in words["determiners"]
            ):
                return self._insert(tokens, lows, place, "is", "are")
            if low in words["doing"] and self._plural(lows[:place]):
                return self._insert(tokens, lows, place, "is", "are")
            if low == "being" or any(rest.startswith(start) for start in words["locative_starts"]):
                return self._insert(tokens, lows, place, "is", "are")
            if low in words["happened"] | words["done"] | words["states"]:
                if before in words["determiners"] | words["prepositions"] and not before.isdigit():
                    if before not in {
                        "all",
                        "both",
                        "some",
                        "many",
                        "several",
                        "few",
                        "no",
                        "one",
                        "more",
                    }:
                        continue
                following = lows[place + 1] if place + 1 < len(lows) else ""
                if low in words["adverbs"] and following in words["happened"] | words["done"]:
                    continue
                if self._adjective(lows, place):
                    continue
                if low in words["states"]:
                    return self._insert(tokens, lows, place, "is", "are")
                if low in words["done"]:
                    return self._insert(tokens, lows, place, "has been", "have been")
                return self._insert(tokens, lows, place, "was", "were")
            if (
                before
                and low in {"to"}
                and place + 1 < len(lows)
                and lows[place + 1]
                in (
                    words["imperatives"]
                    | {"be", "meet", "reopen", "re-open", "begin", "start", "hold"}
                )
                and place <= 3
            ):
                return self._insert(tokens, lows, place, "is", "are")
        if any(low in words["presence"] for low in lows[:5]):
            for place in range(1, min(len(lows), 9)):
                if lows[place] in words["prepositions"] - {"of", "with", "from", "for"}:
                    return self._insert(tokens, lows, place, "is", "are")
        if lows[0] == "no" and 1 < len(lows) <= 8:
            plural = self._plural(lows[1:])
            return ("There are " if plural else "There is ") + " ".join(["no", *tokens[1:]])
        return ""

    def _adjective(self, lows: list[str], place: int) -> bool:
        """ "broken windows", "closed doors", "open day": before a noun it is no predicate."""
        if place + 1 >= len(lows):
            return False
        after, words = lows[place + 1], self.words
        if (
            after
            in words["prepositions"] | words["adverbs"] | words["determiners"] | words["states"]
        ):
            return False
        if after in words["happened"] | words["done"] | {
            "and",
            "or",
            "as",
            "yet",
            "until",
            "again",
        }:
            return False
        return not re.match(
            r"\d|mon|tue|wed|thu|fri|sat|sun|this|last|next|early|late|so|all|because|while", after
        )

    def _insert(self, tokens: list[str], lows: list[str], place: int, one: str, many: str) -> str:
        subject, heads = list(tokens[:place]), lows[:place]
        if len(subject) == 1 and re.fullmatch(r"\d+", subject[0]):
            if lows[place] in self.words["happened"] | self.words["done"] | {"being"}:
                subject.append("person" if subject[0] == "1" else "people")
        article = self._subject(subject, heads)
        if heads[0] in self.words["prepositions"] or heads[0] in self.words["imperatives"]:
            if heads[0] not in self.words["common"] | self.words["determiners"]:
                return ""
        if one == "has been" and _PAST.search(" ".join(lows[place:])):
            one, many = "was", "were"
        verb = many if self._plural(heads) else one
        return capital(f"{article}{' '.join(subject)} {verb} {' '.join(tokens[place:])}")

    def _event(self, text: str, lows: list[str]) -> str:
        nouns = self.words["event_nouns"]
        for length in (2, 1):
            noun = " ".join(lows[:length])
            if noun in nouns:
                following = lows[length] if len(lows) > length else ""
                if (
                    following
                    and following not in self.words["prepositions"] | self.words["adverbs"]
                ):
                    return ""
                article = nouns[noun]
                body = text[0].lower() + text[1:]
                body = re.sub(rf", (?={_TIME_EN}(?:,|$))", " at ", body)
                return f"{article} {body}".strip()
        return ""


class _French(_Maker):
    language = "fr"
    lead = re.compile(
        rf"(?i)(?:à )?((?:vers )?{_TIME_FR})(?:\s?[:,–—-]+|(?= (?!à |et |jusqu)[^\W\d_])) *"
    )
    at = "À"

    def sentence(self, text: str) -> Piece:
        tokens = text.replace("’", "'").split()
        lows = [_bare(token) for token in tokens]
        if not tokens:
            return Piece("fragment", text)
        if self._imperative(lows):
            return Piece("imperative", text)
        if both := self._two_predicates(text, " et "):
            return both
        if self._finite(tokens, lows):
            return Piece("sentence", capital(" ".join(tokens)))
        if lows[0] in words_of_state(self.words) and len(lows) > 1:
            return Piece("sentence", f"{_pronoun(lows[0])} {_decapital(' '.join(tokens))}")
        if repaired := self._repaired(tokens, lows):
            return Piece("sentence", capital(repaired))
        if event := self._event(text, lows):
            return Piece("pattern", text, "event_noun", {"event": event})
        return Piece("fragment", text)

    def _stem(self, low: str) -> str:
        """The word behind an elision: "l'école": "école", "n'est" stays."""
        for start in ("l'", "d'", "s'", "qu'", "m'", "c'"):
            if low.startswith(start):
                return low[len(start) :]
        return low

    def _finite(self, tokens: list[str], lows: list[str]) -> bool:
        words = self.words
        for place, low in enumerate(lows):
            if tokens[place].endswith(":") or tokens[place] == ":":
                return False
            if not place:
                if (
                    re.match(r"(?:c'est|c'était|j'ai|n'|il|on|qu')", low)
                    and low not in words["imperatives"]
                ):
                    if low in {"c'est", "c'était", "j'ai"}:
                        return True
                continue
            if low in {"qui", "que", "dont", "où"} or low.startswith("qu'"):
                return self._main_verb_later(lows, place)
            if low == "a" and lows[place - 1] in {"h", "m", "de", "du"}:
                continue
            if self._verb(low) and lows[place - 1] not in words["determiners"] - {
                "plusieurs",
                "certains",
                "tous",
                "toutes",
                "tout",
                "deux",
                "trois",
                "quatre",
                "cinq",
                "six",
                "sept",
                "huit",
                "neuf",
                "dix",
                "autres",
            }:
                return True
        return False

    def _main_verb_later(self, lows: list[str], place: int) -> bool:
        """After a relative clause the main verb may follow: the second verb counts."""
        return sum(1 for low in lows[place + 1 :] if self._verb(low)) >= 2

    def _verb(self, low: str) -> bool:
        words = self.words
        bare = self._stem(low)
        if low in words["auxiliaries"] or bare in words["auxiliaries"] or bare in words["finite"]:
            return True
        return (
            len(bare) > 5
            and bare.endswith(tuple(words["finite_endings"]))
            and bare not in words["not_finite"]
        )

    def _imperative(self, lows: list[str]) -> bool:
        """An infinitive or an imperative at the head: "éviter la place", "ne pas diffuser"."""
        words, first = self.words, lows[0]
        if first in words["imperatives"]:
            return first != "ne" or len(lows) > 1
        return self.infinitive(first) and len(lows) > 1

    def infinitive(self, low: str) -> bool:
        words = self.words
        low = self._stem(low)
        return (
            len(low) > 3
            and low.endswith(tuple(words["infinitive_endings"]))
            and low not in words["not_infinitive"] | words["finite"] | words["determiners"]
            and not low.endswith(("ture", "sure", "aire", "toire", "ière", "mbre", "stre"))
        )

    def _repaired(self, tokens: list[str], lows: list[str]) -> str:
        words = self.words
        first = lows[0]
        if first in words["found"]:
            return f"les faits ont été {words['found'][first]} {' '.join(tokens[1:])}"
        if re.fullmatch(r"\d+", first) and len(lows) > 1 and lows[1] in words["counted"]:
            return "on compte " + re.sub(r"(?<=\w) dont ", ", dont ", " ".join(tokens))
        if first in {"pas", "aucun", "aucune"} or first.startswith("aucun"):
            return "il n'y a " + _decapital(" ".join(tokens))
        if first == "personne" and len(lows) > 1:
            if lows[1] in words["prepositions"] or lows[1].startswith(("à", "d'")):
                return "personne n'était " + " ".join(tokens[1:])
        for place in range(1, min(len(lows), 9)):
            low = lows[place]
            if (
                tokens[place - 1].endswith((":", ","))
                or tokens[place] == ":"
                or low in words["relatives"]
            ):
                return ""
            if low in words["states"] or low in words["done"]:
                return self._insert(tokens, lows, place)
            if (
                low in words["prepositions"]
                and place > 1
                and not self._participle_after(lows, place)
            ):
                return ""
        return ""

    def _participle_after(self, lows: list[str], place: int) -> bool:
        words = self.words
        for low in lows[place + 1 : place + 6]:
            if low in words["states"] or low in words["done"]:
                return True
            if low in words["relatives"]:
                return False
        return False

    def _insert(self, tokens: list[str], lows: list[str], place: int) -> str:
        words, low = self.words, lows[place]
        plural = low.endswith("s") and low not in {"pris", "mis", "sans"}
        number = re.match(r"\d+", lows[0])
        if number:
            plural = number.group() not in {"0", "1"}
        feminine = low.endswith(("ée", "ées", "te", "tes", "se", "ses", "ie", "ies", "ue", "ues"))
        verb = (
            ("sont" if plural else "est")
            if low in words["states"]
            else ("ont été" if plural else "a été")
        )
        subject = " ".join(tokens[:place])
        head = self._stem(lows[0])
        if number:
            if number.group() == "1":
                subject = ("une " if feminine else "un ") + " ".join(tokens[1:place])
        elif lows[0] not in words["determiners"] and not self._begins_with_article(lows[0]):
            if tokens[0][0].isupper() and place > 1 and tokens[1][0].isupper():
                article = ""  # a person or a firm: "Alder Soins prévenu"
            elif plural:
                article = "les "
            elif head[0] in "aeiouyhéèêâîôû" and not tokens[0].isupper():
                article = "l'"
            else:
                article = "la " if feminine else "le "
            subject = article + (subject if tokens[0].isupper() else _decapital(subject))
        return f"{subject} {verb} {' '.join(tokens[place:])}"

    def _begins_with_article(self, low: str) -> bool:
        return low.startswith(("l'", "d'"))

    def _event(self, text: str, lows: list[str]) -> str:
        nouns = self.words["event_nouns"]
        for length in (4, 3, 2, 1):
            noun = " ".join(lows[:length])
            following = lows[length] if len(lows) > length else ""
            if noun in nouns and following not in {"du", "des", "dudit"}:
                body = _decapital(text)
                body = re.sub(rf", (?={_TIME_FR}(?:,|$))", " à ", body)
                return f"{nouns[noun]} {body}"
        return ""


def words_of_state(words: Mapping[str, Any]) -> frozenset[str]:
    """French participles of somebody's state that may open a note: "Sortie de l'hôpital"."""
    people: frozenset[str] = words["people_states"]
    return people


def _pronoun(participle: str) -> str:
    if participle.endswith("es"):
        return "Elles sont"
    if participle.endswith("s"):
        return "Ils sont"
    return "Elle est" if participle.endswith("e") else "Il est"


def broken(text: str, language: str) -> bool:
    """Something was cut off: a sentence does not end in "is", "the", « veut », « de »."""
    last = _bare(text.split()[-1]) if text.split() else ""
    return last in style(language)["dangling"]


def opens_with_pronoun(text: str, language: str) -> bool:
    """ "She is better": a sentence that needs the one before it."""
    return _bare(text.split(" ", 1)[0]) in style(language)["somebody"]


def _decapital(text: str) -> str:
    """A small first letter, unless the first word is all capitals."""
    word = text.split(" ", 1)[0]
    return text if len(word) > 1 and word.isupper() else text[:1].lower() + text[1:]


def decapital(text: str, language: str) -> str:
    """A small first letter where the first word is known not to be a name."""
    words = style(language)
    word = text.split(" ", 1)[0]
    low = _bare(word)
    known = words["determiners"] | words["pronouns"] | words["prepositions"] | words["imperatives"]
    known |= words["common"]
    if low in known or (low.split("'")[0] in words["determiners"] and "'" in low):
        return _decapital(text)
    return text


def numbers_of(text: str, language: str, kind: str) -> list[str]:
    """The figures of one kind in a text, as written."""
    return [figure.text for figure in figures(text, language) if figure.kind == kind]


def french_infinitive(word: str) -> bool:
    """Is this word an infinitive: "éviter", "remettre", and not "mairie" or "notre"?"""
    return _French().infinitive(_bare(word))
