"""Those who were hit, as one speaks to them: "the residents", « personnes LGBTIQ »."""

from __future__ import annotations

import re

from bot.compose.statement.style import style

_ARTICLE = re.compile(r"(?i)^(?:the|les|des|aux|nos|our)\s+")


#: Units of counting: nobody is spoken to as "the 300 households".
_COUNTED = re.compile(
    r"(?i)(?:(?:about|around|environ) )?\d[\d\s]*"
    r"(?:households|homes|flats|foyers|logements|people|personnes|inhabitants|habitants)"
)
#: Not people: an occasion or a house that people were at.
_EVERYBODY = frozenset(
    "community public people population everyone everybody locals town city communauté gens "
    "habitants public women men femmes hommes".split()
)
_OCCASIONS = frozenset(
    "fair festival week day parade march centre center tea party concert service event show".split()
)


def without_article(text: str) -> str:
    return re.sub(r"(?i)^(?:(?:the|la|le)\s+|l['’])(?=\w)", "", text)


def the(place: str) -> str:
    """ "mosque": "the mosque"; a name with its own capital stays."""
    name = place[:1].isupper() and not place.split()[-1].islower()
    return place if name or place.lower().startswith("the ") else "the " + place


def addressed(named: str, language: str) -> str:
    """A group as written in the notes, fit to stand after "To" or « À vous, »."""
    bare = _ARTICLE.sub("", named)
    if _COUNTED.fullmatch(bare) or bare.lower() in _EVERYBODY:
        return ""
    if language == "en" and bare.split()[-1].lower() in _OCCASIONS:
        return "everyone at the " + bare
    single = len(bare.split()) == 1
    small = bare if bare.isupper() else bare[:1].lower() + bare[1:]
    if language == "fr":
        if single and (bare.isupper() or bare.lower() in {"trans", "gay", "gays", "queer"}):
            return "personnes " + bare
        return "les " + bare if bare[:1].isdigit() else small
    if single and (bare.isupper() or (bare[:1].isupper() and not bare.endswith("s"))):
        return bare + " people"
    words = style("en")
    first = bare.split()[0].lower()
    kept = small if first in words["common"] | words["no_article"] | words["plural"] else bare
    if bare[:1].isdigit() or (single and bare[:1].islower()) or named.lower().startswith("the "):
        return "the " + kept
    return kept
