"""What people should do, put as a request: "Please avoid ...", « Merci d'éviter ... »."""

from __future__ import annotations

import re

from bot.compose.statement.carry import carry
from bot.compose.statement.contacts import cut_label
from bot.compose.statement.french import french_infinitive
from bot.compose.statement.phrasebook import Phrasebook, sentence
from bot.compose.statement.style import capital, style, tidy
from bot.figures import figures

#: Words before a telephone number that need no "on" after them.
_READY = frozenset(
    "call ring phone dial on at to or text is and contact via number appelez le au".split()
)
_REF = re.compile(r"(?i),?\s*(?:and )?\b(?:ref(?:erence|\.)?|quoting)\s+(?=[\w/-]*\d)")


def numbered(text: str, language: str) -> str:
    """ "send it to Crime Stoppers 1800 333 000": "... to Crime Stoppers on 1800 333 000"."""
    if language != "en":
        return text
    text = re.sub(r"\bthen ([A-Z][\w ]{2,40}?) (?=\d[\d ]{2,})", r"then call \1 on ", text)
    for figure in reversed(figures(text, language)):
        if figure.kind != "phone":
            continue
        before = text[: figure.start].rstrip()
        if before and before[-1].isalpha() and before.rsplit(" ", 1)[-1].lower() not in _READY:
            text = f"{before} on {text[figure.start :]}"
    return text


def please(text: str, book: Phrasebook) -> str:
    """An order of the notes as a request."""
    text = text.strip()
    if book.language == "fr":
        return sentence(_french(text, book))
    text = numbered(_REF.sub(" and quote ", text), "en")
    chunks = text.split(", ")
    orders = style("en")["imperatives"] - style("en")["pronouns"]
    if len(chunks) > 1 and all(chunk.split()[0].lower() in orders for chunk in chunks if chunk):
        text = ", ".join(chunks[:-1]) + " and " + chunks[-1]  # "stay indoors, lock doors"
    if re.match(r"(?i)please\b", text):
        return sentence(capital(text))
    return sentence(book.say("do", "please", imperative=text[:1].lower() + text[1:]))


def under_condition(text: str, book: Phrasebook) -> str:
    """ "Eyes still burning: rinse them": "Eyes still burning? Rinse them."

    Empty if the note is no order under a condition.
    """
    language = book.language
    text = tidy(text, language)
    before, colon, after = cut_label(text)
    if not colon or not after or len(before.split()) > 10:
        return ""
    if language == "fr":
        return _french_condition(before, after, book)
    pieces = carry(after, "en")
    if not pieces or pieces[0].kind != "imperative":
        return ""
    after = re.sub(r", (?=(?:do not|don't|never) )", " and ", numbered(after, "en"), count=1)
    low = after[:1].lower() + after[1:]
    if re.match(r"(?i)(?:if you )?(?:see|saw|notice|hear|find|spot)\b", before):
        before = re.sub(r"(?i)^if you ", "", before)
        return sentence(f"If you {before[:1].lower()}{before[1:]}, {low}")
    if re.match(r"(?i)if\b", before):
        return sentence(f"{capital(before)}, {low}")
    if len(before.split()) < 3:
        return sentence(f"{capital(before)}: {low}")
    return sentence(
        book.say("do", "condition", condition=capital(before), Imperative=capital(after))
    )


def _french(text: str, book: Phrasebook) -> str:
    """« Éviter la place, ne pas filmer » : « Merci d'éviter la place et de ne pas filmer »."""
    low = text.lower()
    if low.startswith(("merci", "veuillez")):
        return capital(text)
    if not _asks(low):
        return capital(text)
    chunks = re.split(r",\s+(?:et |puis )?", text)
    parts = [_de(chunks[0])]
    for chunk in chunks[1:]:
        if _asks(chunk.lower()):
            parts.append(_de(chunk))
        else:
            parts[-1] += ", " + chunk
    joined = parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " et " + parts[-1]
    return book.say("do", "please", de_infinitive=joined)


def _asks(low: str) -> bool:
    """Does a clause begin with an infinitive, or with a pronoun and an infinitive?"""
    words = low.split()
    if low.startswith("ne pas ") and len(words) > 2:
        return True
    head = words[0]
    if len(words) > 1 and head in {"le", "la", "les", "lui", "leur", "y", "en"}:
        head = words[1]
    return french_infinitive(head)


def _de(text: str) -> str:
    text = text[:1].lower() + text[1:]
    return ("d'" if text[:1] in "aeiouéèêhy" else "de ") + text


def _french_condition(before: str, after: str, book: Phrasebook) -> str:
    low = after.lower()
    if _asks(low):
        request = _french(after, book)
        return sentence(f"{capital(before)} : {request[:1].lower()}{request[1:]}")
    if low.split(" ", 1)[0] in style("fr")["imperatives"]:
        if len(before.split()) < 3:
            return sentence(f"{capital(before)} : {after[:1].lower()}{after[1:]}")
        return sentence(
            book.say("do", "condition", condition=capital(before), Imperative=capital(after))
        )
    return ""
