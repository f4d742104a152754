"""Where help is: telephone numbers and places of a note, made into sentences.

"Listening line 0113 496 0150 until 10pm" becomes "You can call the listening
line on 0113 496 0150 until 10pm." What a number belongs to, and its hours,
stand around it; what cannot be told apart is left as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.compose.statement.carry import carry
from bot.compose.statement.clauses import Piece
from bot.compose.statement.phrasebook import Phrasebook, sentence
from bot.compose.statement.style import capital, decapital, style, tidy
from bot.figures import Figure, figures

_HOURS = re.compile(
    r"\s*\([^()]{1,60}\)|,?\s+(?:until|till|til|from|open|day and night|24|daily|every|weekdays|"
    r"today|tonight|tomorrow|any time|ext\b|extension|option|free|mon|tue|wed|thu|fri|sat|sun|"
    r"jusqu|jour et|nuit|de \d|dès|à partir|tous les|ouvert|aujourd|ce soir|demain|gratuit|anonyme|"
    r"7 ?j|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|du lundi|poste\b|"
    r"\d{1,2}(?::\d\d)?(?: ?[ap]m| ?h))"
    r"[^,.;]{0,80}",
    re.I,
)
_VERBS = re.compile(
    r"(?i)^(?:(?:and|or|then|please|et|ou|puis|merci de|so|just|if needed)\s+)*"
    r"(?:(?:call|ring|phone|dial|text|contact|reach|appelez|appeler|contactez|contacter|joindre|joignez|"
    r"composez|au|le|on|at|via)\b\s*)*"
)
_TAIL = re.compile(
    r"(?i)[\s,:=(–—-]+$|\s+(?:is now|is|are|on|at|est le|est|au|le|via|now|via le|number is|"
    r"répond au|joignable au|tél\.?|tel\.?|téléphone|phone)\s*[:=]?\s*$"
)
_NOTHING = re.compile(
    r"(?i)(?:help ?line|number|phone|tel|line|call|no|numéro|téléphone|tél|"
    r"contact|info|infos|aide|help)?\.?"
)
_REFERENCE = re.compile(
    r"(?i)\b(?:quot(?:e|ing)|with|ref(?:erence)?\.?(?: no\.?| number)?|réf(?:érence)?\.?|"
    r"incident|dossier|log)"
    r"\s*:?\s*(?P<ref>(?=[\w/\-]*\d)[\w/\-]{3,30})"
)
_SEND = re.compile(
    r"(?i)^(?:please )?(?:now )?(?:send|direct|point) "
    r"(?:people|everybody|everyone|them|families|residents|folks) to "
)


#: What the office says to itself before a corrected number.
_CHATTER = re.compile(r"(?i)\b(?:sorry|wrong|correction|oops|typo|pardon|erreur|rectificatif)\b")


#: "Witnesses 101", "Témoins 17": a service number right after who it is for.
_SHORT_NUMBER = re.compile(
    r"(?i)\b(?:witness(?:es)?|police|call|ring|dial|témoins?|gendarmerie|pompiers|samu)\s*:?\s+(\d{2,4})"
    r"(?![\w/.:-]?\d)"
)
_FOR_WHOM = re.compile(
    r"(?i)^(?:(?:phone|number|contact|call|numéro|téléphone)(?: number)? )?(?:for|pour) (.+)"
)
_ASKING = re.compile(r"(?i)questions?|enquir(?:y|ies)|information|info")
#: Labels that say no more than that help follows.
_GENERAL = re.compile(
    r"(?i)support|help|aide|soutien|contacts?|écoute|lines?|numbers?|useful numbers|numéros utiles"
)


_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_AT_CLOCK = r"(?i)(?:until|till|til|from|to|at|by|since|-|–|jusqu'à|dès|à|de) ?"


@dataclass(frozen=True)
class Contact:
    topic: str
    label: str
    phone: str
    rest: str


def says_nothing(label: str) -> bool:
    """ "Numéro", "Line": a label that names nobody."""
    return bool(_NOTHING.fullmatch(label))


def _cleaned(text: str) -> str:
    text = _VERBS.sub("", text.strip(" ,;:-–—(.\n"))
    for _ in range(4):
        shorter = _TAIL.sub("", text)
        if shorter == text:
            break
        text = shorter
    return text.strip(" ,;:-–—(")


def phones(text: str, language: str, slots: Mapping[str, str]) -> list[Figure]:
    """The telephone numbers of a text; the slot helps where no pattern would."""
    found = [figure for figure in figures(text, language) if figure.kind == "phone"]
    given = slots.get("phone", "")
    if _CLOCK.fullmatch(given) and re.search(_AT_CLOCK + re.escape(given), text):
        given = ""  # "open till 2200" gives no number
    if not found and (short := _SHORT_NUMBER.search(text)):
        return [Figure("phone", short.group(1), short.group(1), short.start(1), short.end(1))]
    if not found and given and given in text:
        start = text.index(given)
        found = [Figure("phone", given, given, start, start + len(given))]
    return found


def contacts(text: str, language: str, slots: Mapping[str, str]) -> tuple[list[Contact], str, str]:
    """The numbers with their labels and hours, what stands before them, and what after."""
    spots, found, before = phones(text, language, slots), [], ""
    end, topic = 0, ""
    for place, spot in enumerate(spots):
        lead = text[end : spot.start]
        limit = spots[place + 1].start if place + 1 < len(spots) else len(text)
        rest = _HOURS.match(text[spot.end : limit])
        hours = rest.group() if rest else ""
        end = spot.end + len(hours)
        if text[end : end + 1] == ")" and lead.rstrip().endswith("("):
            end += 1
        if ". " in lead:
            earlier, lead = lead.rsplit(". ", 1)
            before = (before + " " + earlier).strip(" .,")
        if ":" in lead:
            head, lead = lead.rsplit(":", 1)
            topic = "" if _CHATTER.search(head) else _cleaned(head)
        label = _cleaned(lead)
        if _NOTHING.fullmatch(label):
            label = ""
        if whom := _FOR_WHOM.match(label):
            topic, label = whom.group(1), ""
        found.append(Contact(topic, label, spot.text, hours.strip(" ,")))
    return found, before, text[end:].strip(" ,;.)")


def with_article(label: str, language: str) -> str:
    """ "Listening line": "the listening line"; "Kids Helpline" is a name and stays.

    Empty where the article cannot be known: French nouns outside the table.
    """
    words = style(language)
    tokens = label.split()
    low = tokens[0].lower()
    if language == "fr":
        if low in words["determiners"] or low.startswith(("l'", "l’")):
            return label[0].lower() + label[1:]
        for length in (2, 1):
            key = " ".join(tokens[:length]).lower()
            if key in words["services"]:
                article = words["services"][key]
                return (
                    article + ("" if article.endswith("'") else " ") + label[0].lower() + label[1:]
                )
        return label if sum(token[:1].isupper() for token in tokens) > 1 else ""
    if low in words["determiners"] | words["pronouns"]:
        return label[0].lower() + label[1:]
    if tokens[0][:1].isupper() and (
        low not in words["common"] or (len(tokens) > 1 and tokens[1][:1].isupper())
    ):
        return "the " + label if len(tokens) > 1 and tokens[-1].islower() else label
    if tokens[0][:1].isdigit():
        return label
    return "the " + label[0].lower() + label[1:]


def _hours(rest: str) -> str:
    if not rest:
        return ""
    if rest.startswith("(") or re.match(
        r"(?i)(?:until|till|from|jusqu|de \d|dès|à partir|at|on)\b", rest
    ):
        return " " + rest
    return ", " + (
        rest[0].lower() + rest[1:]
        if not re.match(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)", rest)
        else rest
    )


def reference_of(text: str, slots: Mapping[str, str]) -> str:
    if slots.get("reference"):
        return slots["reference"]
    found = _REFERENCE.search(text)
    return found.group("ref") if found else ""


def call_sentences(
    text: str, slots: Mapping[str, str], book: Phrasebook, turn: int = 0, label: str = ""
) -> list[str]:
    """One sentence for each number of a help note, and what stood around them."""
    language = book.language
    tidied = tidy(text, language, asides=True)
    found, before, after = contacts(tidied, language, slots)
    said = (
        [sentence(piece_text(piece, language)) for piece in carry(before, language)]
        if before
        else []
    )
    if len(found) > 1 and (together := _together(found, book)):
        said.append(together)
        found = []
    for place, contact in enumerate(found):
        if label and not contact.label and not contact.topic:
            contact = replace(contact, label=label)
        said.append(_call(contact, book, turn + place, place > 0 or turn > 0))
    if len(re.findall(r"[^\W\d_]{2,}", after)) > 1:
        said += [sentence(capital(piece_text(piece, language))) for piece in carry(after, language)]
    return said


def _together(found: list[Contact], book: Phrasebook) -> str:
    """Several lines in one sentence: "You can call A on 1, B on 2 or C on 3."""
    named = [
        (contact, with_article(contact.label, book.language)) for contact in found if contact.label
    ]
    if len(named) < len(found) or not all(label for _, label in named):
        return ""
    if any(contact.topic and not _GENERAL.fullmatch(contact.topic) for contact, _ in named):
        return ""
    parts = [
        book.say("help", "part", label=label, phone=contact.phone, rest=_hours(contact.rest))
        for contact, label in named
    ]
    listed = ", ".join(parts[:-1]) + book.entry("words", "or") + parts[-1]
    return sentence(book.say("help", "calls", listed=listed))


def _call(contact: Contact, book: Phrasebook, turn: int, again: bool) -> str:
    language = book.language
    values: dict[str, Any] = {"phone": contact.phone, "rest": _hours(contact.rest)}
    topic = contact.topic
    if topic and _GENERAL.fullmatch(topic):
        topic = ""
    if not topic and _ASKING.fullmatch(contact.label):
        topic, contact = contact.label.lower(), replace(contact, label="")
    name = re.fullmatch(r"[A-Z][\w'’-]+", topic) and topic.lower() not in style(language)["common"]
    if name and not contact.label and not _ASKING.fullmatch(topic):
        contact, topic = replace(contact, label=topic), ""
    label = with_article(contact.label, language) if contact.label else ""
    if contact.label and not label:
        topic, label = (f"{topic}, {contact.label}" if topic else contact.label), ""
    if topic and language == "fr":
        topic = re.sub(r"(?i)^(?:questions?|info(?:rmation)?)$", "Pour toute question", topic)
    if re.fullmatch(r"[a-z]{2,3}", topic):
        topic = topic.upper()  # "dpo"
    if topic:
        topic = _lowered(topic) if language == "en" else capital(topic)
    if topic and label:
        return sentence(
            book.say("help", "call_for", label=label, topic=topic, Topic=capital(topic), **values)
        )
    if topic:
        return sentence(book.say("help", "call_topic", topic=topic, Topic=capital(topic), **values))
    if label:
        key = "call_again" if again else "call"
        return sentence(book.say("help", key, turn, label=label, **values))
    return sentence(book.say("help", "call_open" if again else "call_plain", **values))


def _lowered(text: str) -> str:
    """ "Bereavement support" in the middle of a sentence; names keep their capitals."""
    tokens = text.split()
    if len(tokens) > 1 and tokens[1][:1].islower() and not tokens[0].isupper():
        return text[0].lower() + text[1:]
    return decapital(text, "en")


def piece_text(piece: Piece, language: str) -> str:
    """A piece as it stands, with a capital."""
    return capital(piece.text)


def place_sentences(text: str, book: Phrasebook) -> list[str]:
    """A place to go to. "Drop-in: the library, 2pm to 7pm" says where and until when."""
    language = book.language
    tidied = tidy(text, language, asides=True)
    if sent := _SEND.match(tidied):
        pieces = carry(tidied[sent.end() :], language, asides=True)
        first = book.say("help", "go", place=pieces[0].text)
        return [sentence(first), *(sentence(piece_text(piece, language)) for piece in pieces[1:])]
    pieces = carry(text, language, asides=True)
    if all(piece.kind in ("sentence", "imperative") for piece in pieces):
        return [sentence(capital(piece.text)) for piece in pieces]
    head = pieces[0].text
    label, colon, rest = cut_label(head)
    services = style(language)["services"]
    helper = colon and any(rest.lower().startswith(f"{key} ") for key in services)
    if helper and not any(label.strip().lower().startswith(key) for key in services):
        return place_sentences(rest, book)  # "Housing: rest centre at ...": who, to the office
    if colon and _GENERAL.fullmatch(label.strip()):
        again = carry(rest, language, asides=True)[:1]
        if again and again[0].kind == "sentence":
            return [sentence(capital(again[0].text))] + [
                sentence(piece_text(piece, language)) for piece in pieces[1:]
            ]
        label, colon, head = "", "", rest
    others = [sentence(piece_text(piece, language)) for piece in pieces[1:]]
    if colon and rest.strip():
        return [sentence(_labelled(label.strip(), rest.strip(), book)), *others]
    services = style(language)["services"]
    for key in sorted(services, key=len, reverse=True):
        if language == "en" and head.lower().startswith(key + " "):
            rest = re.sub(r"^(?:at|in|is|=|-|–)\s+", "", head[len(key) :].strip(" ,"))
            if rest[:1].isupper() or rest.lower().startswith("the "):
                return [sentence(_labelled(head[: len(key)], rest, book)), *others]
    if not _offers(head, language):
        return []
    return [sentence(book.say("help", "fragment", fragment=decapital(head, language))), *others]


def _offers(text: str, language: str) -> bool:
    """Do the first words name something that helps: a line, a hall, counsellors?"""
    start = " ".join(text.lower().split()[:3])
    return any(
        re.search(rf"(?<![^\W\d_]){re.escape(w)}", start) for w in style(language)["help"]["words"]
    )


def cut_label(text: str) -> tuple[str, str, str]:
    """ "Drop-in: the library" in two; the colon of a time or a link is none."""
    found = re.search(r"\s?:\s+", text)
    return (text[: found.start()], ":", text[found.end() :]) if found else (text, "", "")


def _labelled(label: str, rest: str, book: Phrasebook) -> str:
    language = book.language
    services = style(language)["services"]
    low = label.lower()
    if language == "en":
        for key in sorted(services, key=len, reverse=True):
            if low == key or low.startswith(key + " for "):
                article = services[key]
                named = f"{article} {label[0].lower()}{label[1:]}".strip()
                return book.say(
                    "help", "there_is", label=named, Label=capital(named), place=rest, rest=""
                )
    return book.say("help", "place_for", Label=capital(label), place=rest, rest="")


def sends(text: str, language: str) -> bool:
    """ "Send people to the cafeteria": said to the office, meant for the people."""
    return language == "en" and bool(_SEND.match(tidy(text, language)))


def without_reference(text: str) -> str:
    """The words after a number, without the reference that is quoted already."""
    return _REFERENCE.sub("", text)
