"""Every figure of a text (times, dates, telephone numbers, money, counts ...), normalised.

The reader of notes and the verifier must agree on what a figure is, so both
ask here. Values are brought to one form ("9pm", "21:00" and "21h" are
"21:00"; "nine" is "9"; "+33 1 99 00 10 20" is "0199001020"), while ``text``
stays exactly ``text[start:end]`` as written. Pure; number words, weekdays and
months stand in figure_words.toml. No pattern can be made to run away: each
starts only at the edge of a word and has bounded or unshared repetitions.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

WORDS = Path(__file__).parent / "figure_words.toml"


@dataclass(frozen=True)
class Figure:
    """One figure. ``kind`` is one of KINDS; ``value`` its normal form."""

    kind: str
    value: str
    text: str
    start: int
    end: int


#: Where two readings of the same characters are equally long, the earlier kind wins.
KINDS = (
    "link",  # "marsham.example/update", no scheme, no www
    "email",
    "handle",  # "@bayside_watch"
    "date",  # "2026-04-17", or "04-17" where no year is written
    "month",  # "2026-04" or "04"
    "weekday",  # "1" (Monday) to "7"
    "phone",  # digits only, national form
    "money",  # "EUR 85"
    "percent",  # "12"
    "time",  # "21:30"
    "age",  # "46"
    "reference",  # "PN/3308"
    "number",  # "8200", "3.5"
)

#: International prefixes and what a caller inside the country dials in their place.
_COUNTRIES = {
    "353": "0", "33": "0", "44": "0", "49": "0", "41": "0", "32": "0", "61": "0", "64": "0",
    "43": "0", "31": "0", "46": "0", "1": "", "47": "", "45": "", "352": "", "34": "", "39": "",
}  # fmt: skip

_CURRENCIES = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "gbp": "GBP",
    "pound": "GBP", "pounds": "GBP", "$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD",
    "chf": "CHF", "franc": "CHF", "francs": "CHF", "kr": "NOK", "kroner": "NOK", "nok": "NOK",
}  # fmt: skip

_DOMAINS = (
    "example|com|org|net|info|int|edu|gov|mil|io|eu|uk|ie|us|ca|au|nz|fr|be|ch|lu|de|at|no|se|dk|"
    "nl|es|it|fi|local|city|town|bzh|paris|brussels|alsace|corsica|news|online|site|test"
)
_LINK = re.compile(
    r"(?<![\w@.\-/])(?:https?://[^\s<>\"“”«»]{1,400}|www\.[^\s<>\"“”«»]{1,400}|"
    rf"[a-zA-ZÀ-ÿ0-9](?:[\w\-]{{0,62}}\.){{1,6}}(?:{_DOMAINS})(?![\w\-])(?:/[^\s<>\"“”«»,;)]{{0,300}})?)"
)
_EMAIL = re.compile(r"(?<![\w.+\-])[\w.+\-]{1,64}@(?:[\w\-]{1,62}\.){1,6}[a-zA-Z]{2,20}(?![\w])")
_HANDLE = re.compile(r"(?<![\w@.])@[A-Za-z0-9_](?:[\w.]{0,58}\w)?")

_TIGHT = r"[ \u00a0\u202f]"
_AMPM = rf"{_TIGHT}?(?P<half>[ap])(?:m\b|\.{_TIGHT}?m\b\.?)"
_CLOCK = re.compile(
    r"(?<![\w.,:/\-])(?P<h>[01]?\d|2[0-4])(?P<sep>[:.h]|"
    rf"{_TIGHT}h{_TIGHT}?|h{_TIGHT})(?P<m>[0-5]\d)(?::[0-5]\d)?(?![\d])"
    rf"(?:{_AMPM})?(?![.,:]\d|[^\W\d_])",
    re.I,
)
_HOUR_AMPM = re.compile(rf"(?<![\w.,:/])(?P<h>0?\d|1[0-2]){_AMPM}", re.I)
_HOUR_H = re.compile(rf"(?<![\w.,:/])(?P<h>[01]?\d|2[0-4]){_TIGHT}?h(?:rs?)?\b(?!/)", re.I)
_HOUR_PART = re.compile(
    rf"(?<![\w.,:/])(?P<h>0?[1-9]|1[0-2]){_TIGHT}?h(?:eures?)?{_TIGHT}?(?P<m>[0-5]\d)?"
    rf"{_TIGHT}(?:du|de l['’]){_TIGHT}?(?P<part>matin|soir|après-midi)\b",
    re.I,
)
_HOUR_WORD = re.compile(
    r"(?:(?<=\bà )|(?<=\bvers )|(?<=\bdès )|(?<=\bavant )|(?<=\bet )|(?<=\bde )|(?<=\bentre ))"
    rf"(?P<h>[01]?\d|2[0-4]){_TIGHT}heures?(?:{_TIGHT}(?P<m>[0-5]\d)(?!\d|{_TIGHT}[^\W\d]))?\b",
    re.I,
)
_UHR = re.compile(rf"(?<![\w.,:/])(?P<h>[01]?\d|2[0-4])(?:[.:](?P<m>[0-5]\d))?{_TIGHT}Uhr\b", re.I)
_KL = re.compile(r"\bkl(?:okka)?\.? ?(?P<h>[01]?\d|2[0-4])(?:[.:](?P<m>[0-5]\d))?(?![\d])", re.I)
_OCLOCK = re.compile(r"(?<![\w.,:/])(?P<h>\d{1,2}|[a-z]{3,6}) o['’]clock\b", re.I)
_HUNDRED_HOURS = re.compile(r"(?<![\w.,:/])(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d) ?h(?:ou)?rs?\b", re.I)
#: "next update 1630", "open till 2200": a clock of four digits, only after a word of time.
_FOUR_DIGITS = re.compile(
    r"(?:(?<=\bupdate )|(?<=\bbriefing )|(?<=\bpresser )|(?<=\bopen till )|(?<=\bopen til )"
    r"|(?<=\bopen until )|(?<=\bpoint )|(?<=\bà )|(?<=\bat )|(?<=\bbefore )|(?<=\bfrom )"
    r"|(?<=\btill )|(?<=\bdès )|(?<=\bnot )|(?<=\babout )|(?<=\bavant ))"
    r"(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?![\w%€£$]|[.,:/]\d|[ \u00a0](?:\d|people|persons|"
    r"homes|personnes|block|words|mots|block|h(?:ou)?rs?\b))",
    re.I,
)
#: The first half of "1 to 4pm", "9-18h", "de 9 à 18 h": it borrows the unit of the second.
_BEFORE_RANGE = re.compile(
    rf"(?<![\w.,:/\-])(?P<h>[01]?\d|2[0-3])(?:[:.](?P<m>[0-5]\d))?{_TIGHT}?"
    rf"(?:-|–|—|to|till|until|and|à|a|et|bis|til|og){_TIGHT}?$",
    re.I,
)

#: "Vendredi 20 à 19h10", "le 3 à 20h": the first number is a day, not an hour.
_DAY_OF_MONTH = re.compile(
    r"(?:day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\ble|\bthe|tag|woch|dag) $", re.I
)
#: A month that is also a word ("May", "mars") counts alone only after one of these.
_MONTH_FOLLOWS = re.compile(
    r"\b(?:in|of|since|last|next|this|until|early|late|en|de|depuis|fin|début|im|seit|i) $"
)
_ISO = re.compile(r"(?<![\w\-/.])(\d{4})-(\d{2})-(\d{2})(?![\w\-])")
_NUMERIC_DATE = re.compile(
    r"(?<![\w\-/.])(\d{1,2})([./\-])(\d{1,2})\2(\d{4}|\d{2})(?![\w\-/]|\.\d)"
)
_SHORT_DATE = re.compile(r"(?<![\w\-/.])(\d{1,2})\.{0,1}(?:\. ?(\d{1,2})\.|/(\d{2}))(?![\w/\d])")

_PHONE = re.compile(
    r"(?<![\w.,/\-+])(?:\+\d{1,3}[ \u00a0]?(?:\(0\)[ \u00a0]?)?|\(\d{2,5}\)[ \u00a0]?)?"
    r"\d(?:[ \u00a0\u202f.\-/]{0,2}\d){4,15}(?![\w%€£$]|[.,]\d|:\d)"
)
#: Calling words before a short service number ("call 101", "tél. 17", "Témoins : 117").
_CALLING = re.compile(
    r"(?:\b(?:call|report|ring|phone|dial|tel|telephone|text|hotline|helpline|line|number|numbers|police|"
    r"emergency|samaritans|yarn|link|stoppers|crimestoppers|gardai|gardaí|fire|ambulance|"
    r"tél\.|tel\.|appel|appeler|appelez|appelle|composer|composez|tél|tel|téléphone|numéro|numero|n°|ligne|"
    r"témoins?|police|gendarmerie|pompiers|samu|secours|urgence|urgences|victimes|enquêteurs|"
    r"anruf|anrufen|telefon|notruf|polizei|zeugen|tips|politiet|ring|telefon|spürt)"
    rf"(?:{_TIGHT}?(?:us|them|on|at|to|is|the|le|au|du|est|unter|på|til|now|:|\(|-|–)){{0,3}}"
    rf"|\b(?:au|via le|par le)|[(]){_TIGHT}?$",
    re.I,
)
_SHORT_PHONE = re.compile(
    rf"(?<![\w.,/\-:])(?:\d{{2,6}}|1\d{{2}}{_TIGHT}\d{{3}}|\d{{2}}(?:{_TIGHT}\d{{2}}){{1,2}}|"
    rf"1\d{{3}}{_TIGHT}\d{{3}}{_TIGHT}\d{{3}})(?![\w%€£$]|[.,:]\d|{_TIGHT}?(?:h\b|€|%|am\b|pm\b))"
)
_HARMONISED = re.compile(rf"(?<![\w.,/\-])116{_TIGHT}?\d{{3}}(?![\w])")

_AMOUNT = (
    r"\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3}){1,4}(?:[.,]\d{1,2})?"
    r"|\d{1,12}(?:[.,]\d{1,3})?"
)
_SCALE = (
    rf"(?:{_TIGHT}?(?P<scale>k|m|mio|millions?|thousand|milliers)\b(?:{_TIGHT}d['’e]{_TIGHT}?)?)?"
)
_MONEY_BEFORE = re.compile(
    rf"(?<![\w])(?P<cur>[€£$]|EUR|GBP|USD|CHF){_TIGHT}?(?P<n>{_AMOUNT}){_SCALE}"
)
_MONEY_AFTER = re.compile(
    rf"(?<![\w.,])(?P<n>{_AMOUNT}){_SCALE}{_TIGHT}?"
    r"(?P<cur>€|£|\$|euros?\b|EUR\b|pounds?\b|dollars?\b|CHF\b|francs?\b|kr\b|kroner\b)",
    re.I,
)
_PERCENT = re.compile(
    rf"(?<![\w.,])(?P<n>{_AMOUNT}){_TIGHT}?(?:%|per ?cent\b|pour ?cent\b|prozent\b|prosent\b)", re.I
)
_AGE = re.compile(
    r"(?:(?<=\baged )|(?<=\bage )|(?<=\bâgée de )|(?<=\bâgé de ))(?P<a>\d{1,3})(?!\w)"
    r"|(?<![\w.,/\-])(?P<b>\d{1,3})(?:-| )(?:years?|yrs?)(?:-| )old\b"
    r"|(?<![\w.,/\-])(?P<c>\d{1,3})-year-olds?\b"
    rf"|(?<![\w.,/\-])(?P<d>\d{{1,3}}){_TIGHT}ans\b"
    rf"|(?<![\w.,/\-])(?P<e>\d{{1,3}}){_TIGHT}Jahre alt\b"
    rf"|(?<![\w.,/\-])(?P<g>\d{{1,3}}){_TIGHT}år gammel\b"
    r"|(?:(?<=[^\W\d_], )|(?<=[^\W\d_] \())(?P<f>[1-9]\d?)(?=[,);])",
    re.I,
)
#: "depuis 30 ans", "il y a 3 ans": a length of time, not an age.
_SPELL = re.compile(
    r"\b(?:depuis|pendant|a|dans|tous les|durant|sur|en|après|apres|plus de|ses|leurs|les)\s$", re.I
)
_REFERENCE = re.compile(
    r"(?<![\w\-/])(?:[A-Z]{1,6}(?:[\-/][A-Z]{1,6})?[\-/]?\d{1,8}(?:[\-/]\d{1,8}){0,4}[A-Z]?|"
    r"\d{1,4}[\-/]\d{4,8}(?:[\-/]\d{1,6})?|\d{1,6}[\-/][A-Z]{1,4}(?:[\-/]\d{1,8})?)(?![\w\-/]|\.\d)"
)
_NUMBER = re.compile(
    r"(?<![\w.,])(?:\d{1,3}(?:[ \u00a0\u202f'’]\d{3}){1,4}(?!\d)|\d{1,3}(?:,\d{3}){1,4}(?!\d)|"
    r"\d{1,3}(?:\.\d{3}){1,4}(?!\d)|\d{1,15})(?:[.,]\d{1,3}(?!\d))?"
    r"(?:st|nd|rd|th|er|re|ère|ème|eme|e)?(?![^\W\d_])"
)
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


def _table(language: str) -> dict[str, Any]:
    tables = _tables()
    return tables.get(language) or tables["en"]


@cache
def _counted(language: str) -> dict[str, int]:
    """Every single number word below one hundred, compounds written together included."""
    table = _table(language)
    words = {**table["units"], **table["tens"]}
    small = {w: n for w, n in table["units"].items() if 0 < n < 10}
    if glue := table.get("glue"):
        for unit, n in {**small, table["glue_one"]: 1}.items():
            words |= {f"{unit}{glue}{ten}": m + n for ten, m in table["tens"].items()}
    if table.get("glue_tens"):
        words |= {
            f"{ten}{unit}": m + n
            for ten, m in table["tens"].items()
            for unit, n in {**small, "en": 1, "ett": 1}.items()
        }
    return words


@cache
def _number_words(language: str) -> re.Pattern[str]:
    table = _table(language)
    counted = sorted(_counted(language), key=len, reverse=True)
    big = [*table["hundred"], *table["thousand"], *table["million"]]
    words = "|".join(re.escape(w).replace(r"\-", "[- ]") for w in counted + big)
    ones = "|".join([*table.get("join_one", []), *table.get("glue_one", "").split()])
    joins = "|".join(table["joins"])
    one = rf"|(?:{joins})[ -](?:{ones})(?=\W|$)" if ones else ""
    more = rf"[ -](?:(?:(?:{joins})[ -])?(?:{words})(?![^\W_]){one})"
    return re.compile(rf"(?<![\w\-])(?:{words})(?:{more}){{0,6}}(?![\w])", re.I)


@cache
def _fixed_words(language: str) -> re.Pattern[str]:
    """Words that are one number by themselves: "dozen", "troisième"."""
    table = _table(language)
    words = "|".join({**table["dozens"], **table["ordinals"]})
    return re.compile(rf"(?<![\w\-])(?:{words})(?![\w\-])", re.I)


@cache
def _days_and_months(language: str) -> tuple[dict[str, int], dict[str, int]]:
    table = _table(language)
    days = {w: n for n, row in enumerate(table["weekdays"], 1) for w in row.split()}
    months = {w: n for n, row in enumerate(table["months"], 1) for w in row.split()}
    return days, months


@cache
def _calendar(language: str) -> dict[str, re.Pattern[str]]:
    days, months = _days_and_months(language)
    names = "|".join(sorted(months, key=len, reverse=True))
    week = "|".join(sorted(days, key=len, reverse=True))
    day = r"(?P<d>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|\.)?"
    year = r"(?:,? (?P<y>(?:19|20)\d{2})(?![\w\-/]))?"
    return {
        "date": re.compile(
            rf"(?<![\w.,/\-:]){day}[ \u00a0](?:of )?(?P<m>{names})\b\.?{year}(?![\w])", re.I
        ),
        "date_us": re.compile(
            rf"(?<![\w])(?P<m>{names})\b\.? (?:the )?{day}(?![\w:]|[.,]\d|{_TIGHT}?[ap]m){year}",
            re.I,
        ),
        "month": re.compile(rf"(?<![\w])(?P<m>{names})\b(?: (?P<y>(?:19|20)\d{{2}}))?(?!\w)", re.I),
        "weekday": re.compile(rf"(?<![\w\-])(?P<w>{week})s?(?![\w])", re.I),
    }


def _clock(hour: int, minute: int, half: str | None = None) -> str:
    if half:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    return f"{hour % 24:02d}:{minute:02d}"


def _plain(amount: str) -> str:
    """ "8 200", "1,250.50", "3,5" as "8200", "1250.5", "3.5"."""
    digits = re.sub(r"[ \u00a0\u202f'’]", "", amount)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits):
        return re.sub(r"\D", "", digits).lstrip("0") or "0"
    whole, _, rest = digits.replace(",", ".").rpartition(".")
    if not whole:
        return digits.lstrip("0") or "0"
    whole = whole.replace(".", "").lstrip("0") or "0"
    rest = rest.rstrip("0")
    return f"{whole}.{rest}" if rest else whole


def _scaled(amount: str, scale: str | None) -> str:
    value = _plain(amount)
    if scale:
        factor = 1_000_000 if scale.lower().startswith("m") and scale != "milliers" else 1_000
        value = f"{float(value) * factor:.2f}".rstrip("0").rstrip(".")
    return value


def national(phone: str) -> str:
    """The digits a caller dials at home: "+44 1632 960 690" is "01632960690"."""
    digits = re.sub(r"\D", "", phone)
    if phone.lstrip("( ").startswith("+") or (digits.startswith("00") and len(digits) > 9):
        digits = digits.removeprefix("00")
        for code in sorted(_COUNTRIES, key=len, reverse=True):
            if digits.startswith(code):
                rest = digits[len(code) :].removeprefix("0")
                return _COUNTRIES[code] + rest
    return digits


_Found = Iterator[tuple[str, str, int, int]]


def _addresses(text: str) -> _Found:
    for m in _LINK.finditer(text):
        link = m.group().rstrip(".,;:!?)’'\"»")
        value = re.sub(r"^(?:https?://)?(?:www\.)?", "", link.lower()).rstrip("/")
        yield "link", value, m.start(), m.start() + len(link)
    for m in _EMAIL.finditer(text):
        yield "email", m.group().lower(), m.start(), m.end()
    for m in _HANDLE.finditer(text):
        yield "handle", m.group().lower(), m.start(), m.end()


def _dates(text: str, language: str) -> _Found:
    days, months = _days_and_months(language)
    shaky = frozenset(_table(language)["shaky"])
    patterns = _calendar(language)
    for m in _ISO.finditer(text):
        if 1 <= int(m[2]) <= 12 and 1 <= int(m[3]) <= 31:
            yield "date", m.group(), m.start(), m.end()
    for m in _NUMERIC_DATE.finditer(text):
        first, second, year = int(m[1]), int(m[3]), m[4]
        day, month = (second, first) if second > 12 >= first else (first, second)
        if 1 <= day <= 31 and 1 <= month <= 12:
            year = f"20{year}" if len(year) == 2 else year
            yield "date", f"{year}-{month:02d}-{day:02d}", m.start(), m.end()
    for m in _SHORT_DATE.finditer(text):
        day, month = int(m[1]), int(m[2] or m[3])
        if 1 <= day <= 31 and 1 <= month <= 12:
            yield "date", f"{month:02d}-{day:02d}", m.start(), m.end()
    for name in ("date", "date_us"):
        for m in patterns[name].finditer(text):
            value = f"{months[m['m'].lower()]:02d}-{int(m['d']):02d}"
            yield "date", f"{m['y']}-{value}" if m["y"] else value, m.start(), m.end()
    for m in patterns["month"].finditer(text):
        word = m["m"]
        if not m["y"] and (word.lower() in shaky or (language in ("en", "de") and word.islower())):
            before = text[max(0, m.start() - 12) : m.start()].lower()
            if (word.islower() and language != "fr") or not _MONTH_FOLLOWS.search(before):
                continue
        value = f"{months[word.lower()]:02d}"
        yield "month", f"{m['y']}-{value}" if m["y"] else value, m.start(), m.end()
    for m in patterns["weekday"].finditer(text):
        word = m["w"]
        if word.lower() in shaky:
            after = text[m.end() : m.end() + 4]
            if (
                word.islower()
                or word.isupper()
                or not re.match(r"[.,]? ?\d|[.,;)](?: |$)|[–-]|\n|$| to ", after)
            ):
                near = text[m.end() : m.end() + 5].strip(" .,")[:3].lower()
                if word.islower() or near not in months:
                    continue
        elif language in ("en", "de") and word.islower() and len(word) < 6:
            continue
        yield "weekday", str(days[word.lower()]), m.start(), m.end()


def _times(text: str, language: str) -> _Found:
    found: list[tuple[str, int, int, str | None, bool]] = []

    def add(m: re.Match[str], hour: int, minute: int, half: str | None, loose: bool) -> None:
        found.append((_clock(hour, minute, half), m.start(), m.end(), half, loose))

    for m in _CLOCK.finditer(text):
        hour = int(m["h"])
        after = text[m.end() : m.end() + 12]
        if m["sep"] == "." and not m["half"]:
            unit = (
                rf"{_TIGHT}?(?:%|€|£|\$|k?m\b|kg|litres?|mill|mio|Uhr|per ?cent|pour ?cent|euros?)"
            )
            before = text[max(0, m.start() - 2) : m.start()]
            if re.match(unit, after, re.I) or re.search(r"[€£$]\s?$", before):
                continue
        if hour < 24 or m["m"] == "00":
            add(m, hour, int(m["m"]), m["half"] if hour <= 12 else None, True)
    for m in _HOUR_AMPM.finditer(text):
        add(m, int(m["h"]), 0, m["half"], True)
    for m in _HOUR_PART.finditer(text):
        add(m, int(m["h"]), int(m["m"] or 0), "a" if m["part"] == "matin" else "p", True)
    for m in _HOUR_H.finditer(text):
        # "24h", "24 h/24": round the clock.
        if m["h"] == "24":
            continue
        add(m, int(m["h"]), 0, None, True)
    for pattern in (_HOUR_WORD, _UHR, _KL, _HUNDRED_HOURS):
        for m in pattern.finditer(text):
            add(m, int(m["h"]), int(m["m"] or 0), None, pattern is _UHR)
    for m in _FOUR_DIGITS.finditer(text):
        before = text[max(0, m.start() - 8) : m.start()].lower()
        year = m["h"] in ("19", "20") and before.endswith(("from ", "before ", "till ", "avant "))
        if not year and not (before.endswith(("not ", "about ")) and m["h"] in ("19", "20")):
            add(m, int(m["h"]), int(m["m"]), None, False)
    for m in _OCLOCK.finditer(text):
        spoken = m["h"].lower()
        if spoken.isdigit() or spoken in _table(language)["units"]:
            add(m, int(_table(language)["units"].get(spoken, spoken)), 0, None, False)
    for clock, start, end, half, loose in found:
        yield "time", clock, start, end
        if not loose or not (m2 := _BEFORE_RANGE.search(text[max(0, start - 16) : start])):
            continue
        begin = max(0, start - 16) + m2.start()
        if _DAY_OF_MONTH.search(text[max(0, begin - 14) : begin]):
            continue
        hour, minute = int(m2["h"]), int(m2["m"] or 0)
        joined = m2.group().rstrip().lower()
        if joined.endswith(("and", "et", "og", "a")) and not _between(text, begin):
            continue
        if half and hour <= 12:
            # "11 to 2pm" begins in the morning, "1 to 4pm" in the afternoon.
            value = _clock(hour, minute, half)
            if half.lower() == "p" and value > clock:
                value = _clock(hour, minute, "a")
        else:
            value = _clock(hour, minute)
        size = len(f"{m2['h']}") + (3 if m2["m"] else 0)
        yield "time", value, begin, begin + size
    table = _table(language)
    for words, value in ((table["noon"], "12:00"), (table["midnight"], "00:00")):
        for m in re.finditer(rf"(?<![\w\-])(?:{'|'.join(words)})(?![\w\-])", text, re.I):
            yield "time", value, m.start(), m.end()


def _between(text: str, start: int) -> bool:
    return bool(
        re.search(r"\b(?:between|from|entre|de|zwischen|mellom)(?: about)? $", text[:start])
    )


def _is_grouped_count(raw: str) -> bool:
    return bool(re.fullmatch(r"[1-9]\d{0,2}(?:[ \u00a0\u202f.]\d{3})+", raw))


def _phones(text: str) -> _Found:
    for m in _PHONE.finditer(text):
        raw = m.group()
        digits = re.sub(r"\D", "", raw)
        groups = re.findall(r"\d+", raw)
        calling = _CALLING.search(text[max(0, m.start() - 40) : m.start()])
        if _is_grouped_count(raw) and not calling and not _HARMONISED.fullmatch(raw):
            continue
        if len(digits) < 6 and not calling:
            continue
        years = [g for g in groups if re.fullmatch(r"(?:19|20)\d{2}", g)]
        if years and len(groups) <= 3 and len(digits) <= 8 and not calling:
            continue
        if len(groups) == 2 and "-" in raw and len(digits) < 7:
            continue
        if _ISO.search(raw) or _NUMERIC_DATE.search(raw):
            continue
        if len(groups) == 1 and not (raw[0] in "+0" or calling or len(digits) >= 9):
            continue
        yield "phone", national(raw), m.start(), m.end()
    for m in _HARMONISED.finditer(text):
        yield "phone", re.sub(r"\D", "", m.group()), m.start(), m.end()
    for m in _SHORT_PHONE.finditer(text):
        raw = m.group()
        paired = bool(re.fullmatch(r"\d{2}(?:\D\d{2}){2}", raw))
        if paired or _CALLING.search(text[max(0, m.start() - 40) : m.start()]):
            if (
                text[max(0, m.start() - 1) : m.start()] == "("
                and text[m.end() : m.end() + 1] != ")"
            ):
                continue
            if re.match(
                r" ?(?:people|persons?|residents|officers|years|personnes|ans|jours|novembre)",
                text[m.end() :],
            ):
                continue
            yield "phone", re.sub(r"\D", "", raw), m.start(), m.end()


def _amounts(text: str) -> _Found:
    for pattern in (_MONEY_BEFORE, _MONEY_AFTER):
        for m in pattern.finditer(text):
            currency = _CURRENCIES[m["cur"].lower()]
            yield "money", f"{currency} {_scaled(m['n'], m['scale'])}", m.start(), m.end()
    for m in _PERCENT.finditer(text):
        yield "percent", _plain(m["n"]), m.start(), m.end()
    for m in _AGE.finditer(text):
        if m["d"] and _SPELL.search(text[max(0, m.start() - 12) : m.start()]):
            continue
        group = next(name for name in "abcdefg" if m[name])
        yield "age", str(int(m[group])), m.start(), m.end()


_QUOTED_REFERENCE = re.compile(
    r"(?<!\w)(?:ref(?:erence)?|réf(?:érence)?|quote|quoting|log|incident|case|crime|dossier|n°)"
    r"(?: (?:no|number|numéro))?[.:]? ?(?P<r>[A-Za-z]{0,5}[\-/]?\d[\w\-/*]{2,18})(?!\w)",
    re.I,
)


def _counts(text: str, language: str) -> _Found:
    for m in _REFERENCE.finditer(text):
        if re.fullmatch(r"(?:19|20)\d\d[\-/](?:19|20)\d\d|\d{1,2}/7", m.group()):
            continue
        yield "reference", re.sub(r"[\-/]", "-", m.group().upper()), m.start(), m.end()
    for m in _QUOTED_REFERENCE.finditer(text):
        code = m["r"].rstrip("-/")
        yield (
            "reference",
            re.sub(r"[\-/]", "-", code.upper()),
            m.start("r"),
            m.start("r") + len(code),
        )
    for m in _NUMBER.finditer(text):
        number = re.sub(r"(?<=\d)[a-zè]+$", "", m.group())
        yield "number", _plain(number), m.start(), m.end()
    table = _table(language)
    for m in _number_words(language).finditer(text):
        value = _spoken(m.group().lower(), language)
        if value is not None and not _pronoun(text, m, table):
            yield "number", str(value), m.start(), m.end()
    fixed = {**table["dozens"], **table["ordinals"]}
    for m in _fixed_words(language).finditer(text):
        yield "number", str(fixed[m.group().lower()]), m.start(), m.end()


def _pronoun(text: str, m: re.Match[str], table: dict[str, Any]) -> bool:
    word = m.group().lower()
    if word in table["hundred"] + table["thousand"] + table["million"]:
        return word.endswith("s")
    if word == "neuf" and text[max(0, m.start() - 2) : m.start()].lower() == "à ":
        return True
    if word != table.get("one"):
        return False
    before = _WORD.findall(text[max(0, m.start() - 12) : m.start()].lower())
    after = _WORD.findall(text[m.end() : m.end() + 12].lower())
    return bool(before and before[-1] in table["one_after"]) or bool(
        after and after[0] in table["one_before"]
    )


def _spoken(words: str, language: str) -> int | None:
    """ "two hundred and fifty", "quatre-vingt-dix-sept", "vingt et un" as a number."""
    table, counted = _table(language), _counted(language)
    whole = re.sub(r"[- ]+", "-", words)
    known = {re.sub(r"[- ]+", "-", w): n for w, n in counted.items()}
    if whole in known:
        return known[whole]
    parts = whole.split("-")
    total, group, at = 0, 0, 0
    while at < len(parts):
        for size in (4, 3, 2, 1):
            piece = "-".join(parts[at : at + size])
            if piece in known and at + size <= len(parts):
                group += known[piece]
                at += size
                break
        else:
            word = parts[at]
            if word in table["hundred"]:
                group = max(group, 1) * 100
            elif word in table["thousand"] or word in table["million"]:
                total += max(group, 1) * (1_000 if word in table["thousand"] else 1_000_000)
                group = 0
            elif word in table.get("join_one", []) or word == table.get("glue_one"):
                group += 1
            elif word not in table["joins"]:
                return None
            at += 1
    return total + group


@lru_cache(maxsize=4096)
def figures(text: str, language: str = "en") -> tuple[Figure, ...]:
    """The figures of ``text`` in order, none overlapping; the longest reading wins.

    ``language`` (one of en, fr, de, no) says which words are numbers, months
    and weekdays. Digits are read in every notation whatever the language.
    """
    rank = {kind: n for n, kind in enumerate(KINDS)}
    found = [*_addresses(text), *_dates(text, language), *_times(text, language)]
    found += _counts(text, language)
    if any(c.isdigit() for c in text):
        found += [*_phones(text), *_amounts(text)]
    found.sort(key=lambda f: (f[2] - f[3], rank[f[0]], f[2]))
    taken = bytearray(len(text))
    chosen = []
    for kind, value, start, end in found:
        # Longest first: if either end is free, nothing shorter can lie inside.
        if not taken[start] and not taken[end - 1]:
            taken[start:end] = b"\x01" * (end - start)
            chosen.append(Figure(kind, value, text[start:end], start, end))
    return tuple(sorted(chosen, key=lambda f: f.start))


def agree(claimed: Figure, known: Figure) -> bool:
    """May ``claimed`` be said on the strength of ``known``?

    The same kind and value; a date without a year for the same date with one;
    a count for an age; an hour without minutes never for another.
    """
    if claimed.kind == known.kind and claimed.value == known.value:
        return True
    if {claimed.kind, known.kind} <= {"date", "month"}:
        return known.value.endswith(claimed.value) or (
            claimed.kind == "month" and claimed.value in (known.value[:7], known.value[-5:-3])
        )
    loose = {"number", "age", "reference", "phone"}
    if {claimed.kind, known.kind} <= loose:
        return re.sub(r"\W", "", claimed.value) == re.sub(r"\W", "", known.value)
    return False
