"""Who says so, and who speaks: attributions, quotations and the mayor's own "I"."""

from __future__ import annotations

import re

from bot.compose.statement.style import style

_STAMP = re.compile(r"\s*\b\d{1,2}[:.h]\d{2}\b.*$|\s*[(\[].*$")
_OURSELVES = re.compile(
    r"(?i)^(?:the )?(?:lord )?(?:mayor|deputy mayor|maire|la maire|le maire|bourgmestre|syndic|"
    r"syndique|council|town|city|mairie|commune|ville|us|nous|press desk|press office)\b"
)


def who(by: str, language: str) -> str:
    """The one who says so as a sentence needs it: "la gendarmerie", "Northshore Police".

    Empty if it is the town itself, or if an article would have to be guessed.
    """
    name = _STAMP.sub("", by).strip(" :,;.-–—")
    name = re.sub(r"(?i)^(?:but|and|so|mais|et|donc)\s+", "", name)
    name = re.sub(r"(?i)^(?:compte[ -]rendu|point|info|bilan|report from|update from)\s+", "", name)
    name = re.sub(r"\b(?:Mme|Mlle|M\.|Mr\.?|Mrs\.?|Ms\.?) (?=[A-ZÀ-Ý])", "", name)
    if not name or _OURSELVES.match(name) or not name[0].isalnum() or len(name.split()) > 7:
        return ""
    table = style(language)["by"]
    if name.lower() in table:
        return str(table[name.lower()])
    tokens = name.split()
    if language == "fr":
        if tokens[0].lower() in {"le", "la", "les"} or name.lower().startswith(("l'", "l’")):
            return name[0].lower() + name[1:]
        for length in (3, 2, 1):
            key = " ".join(tokens[:length]).lower()
            if key in table and len(tokens) > length:
                return f"{table[key]} {' '.join(tokens[length:])}"
        return name if sum(token[:1].isupper() for token in tokens) > 1 else ""
    if tokens[0].lower() == "the":
        return "the " + " ".join(tokens[1:])
    if name[0].islower() and len(tokens) == 1:
        return "the " + name
    return name


def attributed(sentence: str, by: str, language: str, phrase: str) -> str:
    """The sentence with who says so, unless it says so already."""
    name = who(by, language)
    bare = _STAMP.sub("", by).strip(" :,;.")
    if not bare or bare.lower() in sentence.lower():
        return sentence
    if not name and re.match(r"(?i)(?:compte[ -]rendu|point|bilan|report|update|log)\b", bare):
        return sentence
    if name:
        if name.lower() in sentence.lower():
            return sentence
        return phrase.replace("\x00", sentence).replace("\x01", name)
    if _OURSELVES.match(bare) or not bare[0].isalnum() or len(bare.split()) > 7:
        return sentence
    return f"{sentence} ({bare})"


_I_EN = {"was": "was", "is": "am", "has": "have", "will": "will", "had": "had", "can": "can"}
_PAST_EN = frozenset(
    "visited went met spoke called came saw talked thanked rang phoned joined sat stood "
    "apologised apologized".split()
)
_I_FR = {
    "est": "suis", "a": "ai", "était": "étais", "sera": "serai", "s'est": "me suis", "l'a": "l'ai",
    "va": "vais", "se": "me", "n'a": "n'ai", "n'est": "ne suis", "avait": "avais",
    "lui": "lui", "leur": "leur",
}  # fmt: skip
_LINKS_FR = frozenset("et puis aussi y en lui leur les la le".split())


def first_person(text: str, name: str, role: str, language: str) -> str:
    """ "Mayor Ada Holt was there": "I was there", where the mayor speaks and it is safe."""
    if not name:
        return text
    title = re.escape(role) if role else ""
    general = "mayor|lord mayor|provost" if language == "en" else "maire|bourgmestre|syndique?"
    found = re.match(
        rf"(?:(?:the|la|le) )?(?:{title + '|' if title else ''}{general})?\s*{re.escape(name)}\s+",
        text,
        re.I,
    ) or re.match(rf"(?:(?:the|la|le) )(?:{title + '|' if title else ''}{general})\s+", text, re.I)
    if not found:
        return text
    rest = text[found.end() :].split()
    if not rest or len(rest) > 22:
        return text
    if language == "en":
        if rest[0].lower() in _I_EN and not {"his", "her", "he", "she"} & {w.lower() for w in rest}:
            return " ".join(["I", _I_EN[rest[0].lower()], *rest[1:]])
        return " ".join(["I", *rest]) if rest[0].lower() in _PAST_EN else text
    if {"qui", "que", "son", "sa", "ses", "il", "elle"} & set(rest):
        return text
    changed, hits = [], 0
    for place, word in enumerate(rest):
        before = rest[place - 1] if place else ""
        starts = place == 0 or before in _LINKS_FR
        if starts and word in _I_FR:
            hits += word not in {"lui", "leur"}
            changed.append(_I_FR[word])
        elif starts and word.endswith("era") and len(word) > 5:
            hits += 1
            changed.append(word + "i")
        else:
            changed.append(word)
    if not hits:
        return text
    joined = " ".join(changed)
    return "J'" + joined if joined[0] in "aeiouéèêh" else "Je " + joined


def spoken_by_family(speaker: str, language: str) -> bool:
    low = speaker.lower()
    return any(re.search(rf"\b{word}\b", low) for word in style(language)["family"]["words"])
