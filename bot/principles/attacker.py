"""The attacker gets no name, no stage and no verdict from city hall."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.principles.base import (
    Place,
    Principle,
    Wording,
    compiled,
    excused,
    phrase,
    whole_clause,
)
from bot.principles.names import Name, names
from bot.principles.reading import Reading

#: After the name: an age, a description between commas, a relative clause.
_APART = r",? ?(?:\(?(?:aged |âgée? de )?\d{1,2}(?: years old| ans|-year-old)?\)?,?)? ?(?:[^\n,.;]{1,60}, )?"

_BEFORE = {
    "en": (
        r"(?:<attacker>|named as|identified as|identified (?:him|her) as|name is|name was|(?:man|woman|youth|teenager|boy|person|driver) (?:called|named|known as)|(?:man|woman|youth|teenager|person|boy|driver) (?:arrested|detained|charged|behind (?:it|this)|responsible|(?:who|we|that) [^\n,;]{3,70})(?: is| was)|arrested|charged|detained|arrest of|manhunt for|hunt for|(?:attack|shooting|stabbing|act|work|deed|fire|letter|manifesto|video|post)s? (?:by|of)|carried out by|committed by|written by|planned by|caught|captured|accuses?|accused)(?: (?:is|was|has been (?:named|identified) as|as|be|that))?,? ?(?:(?:[\w-]+ ){0,3})$",
    ),
    "fr": (
        r"(?:<attacker>|identifiée? comme(?: étant)?|(?:nommée?|appelée?|prénommée?|dénommée?)|le nommé|la nommée|un certain|une certaine|s'appelle|se nomme|répond au nom de|(?:l'homme|la femme|le jeune homme|la personne|celui|celle) (?:qui|que) [^\n,;]{3,70} (?:est|était)|arrestation de|interpellation d[e']|interpellé|arrêté|(?:ont|a) (?:interpellé|arrêté|mis en examen)|mise en examen de|garde à vue de|commise? par|perpétrée? par|(?:acte|attaque|geste|lettre|manifeste|vidéo|message|texte|œuvre)s? d[e']|écrite? par|c'est)(?: (?:est|était|a été identifiée? comme))?,? ?(?:(?:[\w'-]+ ){0,3})$",
    ),
}
_AFTER = {
    "en": (
        _APART
        + r"(?:who |and )?(?:was|has been|is|were|remains|had been|is being|is now|has now been|stands|will be|has already been|is still) ?(?:later |now |since |already |then |soon |quickly )?(?:<custody>|the (?:~)(?:<attacker>)|believed to be behind|wanted|known to have)",
        _APART
        + r"(?:who |then |had |has |allegedly |is (?:said|alleged|accused|suspected) (?:to have|of) |apparently |later |deliberately |walked in and |got out and ){0,3}(?:<violence>)",
        _APART
        + r"(?:who )?(?:confessed|admitted ~(?:attack|fire|shooting|it)|fled the scene|surrendered|gave himself up|gave herself up|faces (?:charges|trial|court)|appeared in court|pleaded)",
        r"'s? (?:manifesto|letter|post|video|motive|attack|arrest|weapon|plan|victims|rampage|deed|crime)s?",
    ),
    "fr": (
        _APART
        + r"(?:qui |et )?(?:a été|est|avait été|vient d'être|a aussitôt été|reste|sera|a finalement été|était|a depuis été)(?: \w+ment)? ?(?:depuis |aussitôt |rapidement |désormais |actuellement |toujours |déjà )?(?:<custody>|l'auteure?|le (?:~)(?:<attacker>))",
        _APART
        + r"(?:qui |aurait |avait |aussi |ensuite ){0,2}(?:<violence>|(?:ouvert le feu|poignardé|foncé|agressé|mis le feu|tiré sur))",
        _APART
        + r"(?:qui )?(?:a avoué|a reconnu ~(?:faits?)|a pris la fuite|s'est rendu|s'est enfui|comparaîtra|sera jugé|a comparu)",
    ),
}
_QUOTED = {
    "en": (
        r",? (?:said|says|told|added|adds|explained|explains|confirmed|confirms|wrote in a statement|asked|thanked|will speak)",
    ),
    "fr": (
        r",? (?:a (?:dit|déclaré|expliqué|confirmé|précisé|ajouté|salué|remercié)|déclare|explique|précise|confirme|indique|ajoute)",
    ),
}
_THEN_CAUGHT = {
    "en": (
        r"(?:he|she|they|the (?:man|woman|suspect|attacker|driver|gunman|youth)) (?:was|has been|is|were|has since been|is now|was later|was quickly) (?:\w+ )?(?:<custody>)",
    ),
    "fr": (
        r"(?:il|elle|l'homme|le suspect|l'individu|la suspecte|le conducteur) (?:a été|est|vient d'être|a depuis été|a aussitôt été) (?:\w+ )?(?:<custody>)",
    ),
}
_HARMED = {
    "en": (
        _APART
        + r"(?:who )?(?:was|is|were|remains|has been|had been|died|lost)(?: \w+)? ?(?:injured|wounded|hurt|killed|stabbed|shot|attacked|assaulted|treated|hit|in hospital|in surgery|recovering|buried|his|her)?",
    ),
    "fr": (
        _APART
        + r"(?:qui )?(?:a été|est|avait été|reste) (?:\w+ment )?(?:blessée?|tuée?|poignardée?|agressée?|frappée?|renversée?|hospitalisée?|décédée?|opérée?|touchée?|insultée?)",
    ),
}


def _is_attacker(reading: Reading, name: Name) -> bool:
    """Do the words around a name make its bearer the attacker?"""
    language = reading.language
    low, high = reading.nearby(name.start)
    left, right = reading.flat[low : name.start], reading.flat[name.end : high]
    if name.role or compiled(_QUOTED[language], language).match(right):
        return False
    before = compiled((_BEFORE[language][0].rstrip("$") + r"(?=\Z)",), language)
    near = left[-110:]
    if before.search(near):
        # "arrested a man near Marsham Quay": one plain word must show a person.
        if name.full and not re.search(r" (?:near|in|at|from|à|près de|dans|sur|au) $", near):
            return True
        if re.match(
            r"(?:,? \(?\d{1,2}\b|,? (?:who|qui) | [A-Z]\.)", reading.cased[name.end : high]
        ):
            return True
    if not name.full:
        return False
    if compiled(_HARMED[language], language).match(right) and not compiled(
        _AFTER[language][:1], language
    ).match(right):
        return False
    if compiled(_AFTER[language], language).match(right):
        return True
    number = reading.sentence_number(name.start)
    if (
        number + 1 < len(reading.sentences)
        and low == reading.sentence(name.start)[0]
        and len(left.split()) <= 3
    ):
        after = reading.flat[slice(*reading.sentences[number + 1])]
        return bool(compiled(_THEN_CAUGHT[language], language).match(after))
    return False


def named_attackers(reading: Reading) -> list[Name]:
    return [name for name in names(reading) if _is_attacker(reading, name)]


def _named(reading: Reading, wording: Wording) -> Iterator[Place]:
    """The name wherever it stands, once the text has made its bearer the attacker."""
    found = named_attackers(reading)
    for name in found:
        if not excused(reading, wording, name.start, name.end):
            yield name.start, name.end
    surnames = {name.last for name in found if len(name.last) > 3}
    for name in names(reading) if surnames else ():
        if name.last in surnames:
            yield name.start, name.end
    for start, end in phrase(reading, wording):
        yield start, end


attacker_named = Principle(
    name="attacker.named",
    source="no-notoriety-dont-name-them",
    facts=(
        "no-notoriety-dont-name-them-01",
        "no-notoriety-dont-name-them-04",
        "no-notoriety-dont-name-them-10",
    ),
    severity="major",
    detect=_named,
)

amplified = Principle(
    name="attacker.amplified",
    source="no-notoriety-dont-name-them",
    facts=(
        "no-notoriety-dont-name-them-02",
        "no-notoriety-dont-name-them-03",
        "no-notoriety-dont-name-them-07",
    ),
    severity="major",
    detect=whole_clause,
)

prejudged = Principle(
    name="attacker.prejudged",
    source="cdc-cerc",
    facts=("cdc-cerc-04", "cdc-cerc-14"),
    severity="major",
    detect=whole_clause,
)
