"""Note style: the words it goes by, and the tidying that changes nothing a note says.

The tables stand in note_style/<language>.toml. Tidying puts a note on one line,
spells out abbreviations, lowers what was shouted, drops asides and ages, and
puts "on" and "at" where one says them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from bot.figures import figures

STYLE = Path(__file__).parent / "note_style"

#: A fact longer than this is not a fact but a document; the rest is not read aloud.
LONGEST = 1200


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
_REMARK = re.compile(
    r"(?i)^(?:(?:plutôt|rather|instead|better|note|nb|fyi|nota)\s*[:,]|"
    r"(?:so|ok|okay|donc|bon)\b,?(?= \d)|now(?= [A-Z]))\s*"
)
_EDGE = " \t\n,;:.–—-"


def tidy(text: str, language: str, asides: bool = False) -> str:
    """One line, spelled out, without bullets, shouted words and (unless wanted) brackets."""
    words = style(language)
    text = _BULLET.sub("", _SPACE.sub(" ", text[:LONGEST]).strip())
    if not asides:
        text = _ASIDE.sub("", re.sub(rf"{_ASIDE.pattern}(?= (?:and|et) )", ",", text))
    text = _AGE.sub(r"\1", text)
    text = " ".join(_spelled(word, words) for word in text.split())
    text = _lowered(text, frozenset(words["words"]["emphasis"]) | _everyday(words))
    text = re.sub(r"\s+([,;.])", r"\1", re.sub(r",(?:\s*,)+", ",", text))
    if language == "en":
        text = re.sub(
            r"(?i)^(?:people|everyone|everybody|residents|all) please (?=\w)", "please ", text
        )
        text = re.sub(r"(?<!as )\bnormal$", "as normal", text)
        text = re.sub(r"(?<=\w),? all welcome$", ", all welcome", text)
        text = re.sub(r"(?<=\w) & (?=\w)", " and ", text)
        text = re.sub(
            r"\b(in (?:hospital|surgery)) (?=(?:stable|critical|serious)\b)", r"\1, ", text
        )
    text = re.sub(
        r"^(?:AVOID|CALL|STAY|ÉVITER|EVITER|APPELER)(?=\s?:)", lambda m: m.group().lower(), text
    )
    text = re.sub(r"^(avoid|call|stay|éviter|eviter|appeler)\s?:\s*", r"\1 ", text)
    text = re.sub(r"\bchez soi\b", "chez vous", text)
    text = clocks(
        re.sub(r"(?<=\w) \+ (?=\w)", " et " if language == "fr" else " and ", text), language
    )
    text = _english_times(text) if language == "en" else _french_times(text)
    text = _REMARK.sub("", text.strip(_EDGE))
    return text + "." if _ends_in_abbreviation(text) else text


def clocks(text: str, language: str) -> str:
    """Four digits that are a clock as the office writes them: "2200": "22:00", « 22h00 »."""
    if not re.search(r"(?<!\d)[0-2]\d[0-5]\d(?!\d)", text):
        return text
    for figure in reversed(figures(text, language)):
        bare = re.fullmatch(r"([01]\d|2[0-3])([0-5]\d)(?: ?(?:hrs?|hours|h))?", figure.text)
        if figure.kind == "time" and bare:
            shown = f"{bare[1]}:{bare[2]}" if language == "en" else f"{int(bare[1])}h{bare[2]}"
            text = text[: figure.start] + shown + text[figure.end :]
    return text


def _spelled(word: str, words: Mapping[str, Any]) -> str:
    table = words["abbreviations"]
    core = word.rstrip(",;:")
    for form in (core, core.lower()):
        if form in table:
            return table[form] + word[len(core) :] if table[form] else ""
    return word


def _everyday(words: Mapping[str, Any]) -> frozenset[str]:
    """Words a note may shout: "person FOUND ALIVE", "école FERMÉE"."""
    shouted: frozenset[str] = (
        words["done"] | words["states"] | words["adverbs" if "adverbs" in words else "states"]
    )
    return frozenset(word for word in shouted if len(word) > 3)


def _lowered(text: str, emphasis: frozenset[str]) -> str:
    """Words shouted for emphasis in plain letters; RCMP and CCTV stay capitals."""
    tokens = text.split(" ")
    for place, token in enumerate(tokens):
        core = token.strip(",;:.!?()\"'“”«»")
        if len(core) > 1 and core.isupper() and core.lower() in emphasis:
            tokens[place] = token.replace(core, core.lower())
    return " ".join(tokens)


def _ends_in_abbreviation(text: str) -> bool:
    return text.rsplit(" ", 1)[-1].lower() in {"a.m", "p.m", "e.g", "etc"}


DAY_EN = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
TIME_EN = r"(?:\d{1,2}(?:[:.]\d{2})?(?: ?[ap]\.?m\b\.?)|\d{1,2}[:.]\d{2}|noon|midday|midnight)"


#: "Market's shut": the apostrophe is a verb before a state.
_IS = re.compile(
    r"(?<=[a-z])['’]s(?= (?:now |still )?(?:shut|closed|open|cancelled|off|back|safe|missing)\b)"
)


def _english_times(text: str) -> str:
    """ "Sunday 3pm" as it is said: "Sunday at 3pm"; "2pm-7pm": "from 2pm to 7pm"."""
    text = _IS.sub(" is", text)
    text = re.sub(
        rf"(?<!from )(?<!between )\b({TIME_EN}) ?[-–—] ?({TIME_EN})", r"from \1 to \2", text
    )
    text = re.sub(rf"(?<=[a-z]) ({DAY_EN})\b", _on_day, text)
    text = re.sub(rf"^(?={DAY_EN}\b)", "On ", text)
    text = _SHORT_DAY.sub(lambda found: long_day(found.group()), text)
    text = re.sub(rf"(?<![\w])([A-Za-z][a-z]*) (?={TIME_EN})", _at_time, text)
    text = re.sub(
        r"(?<=\w)(?<!\b[Aa]t)(?<! or)(?<!from)(?<!until)(?<!by)(?<!and)(?<!etween)(?<!ince) about "
        rf"(?={TIME_EN})",
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
        rf"\b({DAY_EN}|today|tonight|tomorrow|yesterday),? (?={TIME_EN})", r"\1 at ", text
    )


_BEFORE_DAY = re.compile(
    r"(?i)\b(?:on|this|next|last|every|each|until|till|til|from|by|since|and|or|to|today|tonight|"
    r"yesterday|tomorrow|late|early|of|before|after|through|between|for|except|the|all|including|also|reopens?)$"
)


_LONG_DAYS = {
    "Mon": "Monday", "Tue": "Tuesday", "Wed": "Wednesday", "Thu": "Thursday",
    "Fri": "Friday", "Sat": "Saturday", "Sun": "Sunday",
}  # fmt: skip
_SHORT = r"(Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)"
_SHORT_DAY = re.compile(
    rf"\b{_SHORT}\b\.?(?= (?:at )?{TIME_EN}| (?:morning|afternoon|evening|night)"
    rf"| to (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)|$)|(?<=to ){_SHORT}\b\.?"
)
_BEFORE_TIME = frozenset(
    "at from to until till by before after around about between and of since past or on "
    "approx nearly almost just for than".split()
)


def long_day(day: str) -> str:
    """ "Wed": "Wednesday"."""
    return _LONG_DAYS.get(day.strip(". ")[:3], day) if len(day.strip(". ")) <= 5 else day


def _at_time(found: re.Match[str]) -> str:
    word = found.group(1)
    named = word[0].isupper() and found.start() > 0
    return found.group() if named or word.lower() in _BEFORE_TIME else f"{word} at "


def _on_day(found: re.Match[str]) -> str:
    """ "closed Monday": "closed on Monday", unless a word before the day says how."""
    before = found.string[max(0, found.start() - 20) : found.start()]
    return f" {found.group(1)}" if _BEFORE_DAY.search(before) else f" on {found.group(1)}"


DAY_FR = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
TIME_FR = r"(?:\d{1,2} ?h(?: ?\d{2})?|\d{1,2}:\d{2}|midi|minuit)"


def _french_times(text: str) -> str:
    text = re.sub(rf"(?<!de )\b({TIME_FR}) ?[-–—] ?({TIME_FR})", r"de \1 à \2", text)
    return re.sub(
        rf"\b({DAY_FR}|demain|hier|aujourd'hui|ce soir|ce matin|cérémonie|rassemblement|réunion),? "
        rf"(?={TIME_FR})",
        r"\1 à ",
        text,
        flags=re.I,
    )


def capital(text: str) -> str:
    """The first letter in upper case, the rest untouched; "1 person": "One person"."""
    if re.match(r"1 (?=(?:person|is|was|has|man|woman|child|volunteer|boy|girl|of)\b)", text):
        return "One" + text[1:]
    for place, letter in enumerate(text):
        if letter.isalpha():
            if re.search(r"[^\s\"'“«(]", text[:place]):
                return text
            return text[:place] + letter.upper() + text[place + 1 :]
        if letter.isdigit():
            return text
    return text


def bare(token: str) -> str:
    return token.strip(',;:.!?()"“”«»').lower().replace("’", "'")


def small(text: str) -> str:
    """A small first letter, unless the first word is all capitals."""
    word = text.split(" ", 1)[0]
    return text if len(word) > 1 and word.isupper() else text[:1].lower() + text[1:]


def decapital(text: str, language: str) -> str:
    """A small first letter where the first word is known not to be a name."""
    words = style(language)
    word = text.split(" ", 1)[0]
    low = bare(word)
    known = words["determiners"] | words["pronouns"] | words["prepositions"] | words["imperatives"]
    known |= words["common"]
    if low in known or (low.split("'")[0] in words["determiners"] and "'" in low):
        return small(text)
    return text


def broken(text: str, language: str) -> bool:
    """Something was cut off: a sentence does not end in "is", "the", « veut », « de »."""
    last = bare(text.split()[-1]) if text.split() else ""
    return last in style(language)["dangling"]


def opens_with_pronoun(text: str, language: str) -> bool:
    """ "She is better": a sentence that needs the one before it."""
    return bare(text.split(" ", 1)[0]) in style(language)["somebody"]
