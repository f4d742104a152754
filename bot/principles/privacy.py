"""What would let a stranger find a child or a victim stays inside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.principles.attacker import named_attackers
from bot.principles.base import Place, Principle, Wording, compiled, excused, phrase, says
from bot.principles.names import names
from bot.principles.reading import Reading

_AGE = {
    "en": r"(?:, ?| ?\(|,? aged |,? age )(?:aged |age )?(\d{1,2})(?:,|\)|-year-old| years old| years of age|(?= )|$)",
    "fr": r"(?:, ?| ?\(|,? âgée? de |,? de )(?:âgée? de )?(\d{1,2}) ans\)?",
}
#: A piece between commas that goes on describing the same person.
_MORE = {
    "en": r",? (?:a |an |the |who is |who's |our |in )?(?:~)(?:pupil|student|schoolboy|schoolgirl|year (?:\d{1,2}|one|two|three|four|five|six|seven)|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[- ](?:grader?|year)|grade \d{1,2}|from (?:\w+ ){0,3}?class|class \w+|at [^,;.\n]{2,30} (?:primary|school|academy|college|nursery)|daughter of|son of|whose (?:parents|mother|father|family) (?:run|runs|own|owns|keep|keeps|work)|who (?:lives|lived|attends|goes to)|living (?:at|in|on)|of \d{1,4} |from \d{1,4} )[^,;.\n]{0,60}",
    "fr": r",? (?:un |une |l'|notre |en )?(?:~)(?:élève|écolière?|collégienne?|lycéenne?|étudiante?|(?:classe de )?(?:cp|ce1|ce2|cm1|cm2|sixième|cinquième|quatrième|troisième|seconde|première|terminale)|scolarisée?|fil(?:s|le) d|dont (?:les parents|la mère|le père|la famille) (?:tien\w+|possèd\w+|travaill\w+|habit\w+)|qui (?:habite|fréquente|vit)|domiciliée?|demeurant|habitant)[^,;.\n]{0,60}",
}
_CHILD = {
    "en": (
        r"pupil|student|schoolboy|schoolgirl|year (?:\d{1,2}|one|two|three|four|five|six)|[a-z]+[- ]grader?|grade \d{1,2}",
    ),
    "fr": (
        r"élève|écolière?|collégienne?|lycéenne?|cp|ce1|ce2|cm1|cm2|sixième|cinquième|quatrième|troisième|seconde|première|terminale|scolarisée?",
    ),
}
#: Harm that came to the person whose name stands right before.
_CAME_TO_HARM = {
    "en": (
        r",? ?(?:(?:aged )?\d{1,2},)? ?(?:[^\n,.;]{1,60}, )?(?:who )?(?:was|is|were|remains|has been|had been|suffered|underwent|lost) (?:\w+ )?(?:injured|wounded|hurt|stabbed|shot|attacked|assaulted|beaten|treated|raped|abused|threatened|in (?:hospital|surgery|a coma|intensive care)|recovering|burned|burnt|taken to|surgery|an operation|(?:his|her) (?:leg|arm|eye|sight|baby|home))",
    ),
    "fr": (
        r",? ?(?:\d{1,2} ans,)? ?(?:[^\n,.;]{1,60}, )?(?:qui )?(?:a (?:été )?|est |avait été |reste |se |souffre )(?:\w+ment )?(?:blessée?|poignardée?|agressée?|frappée?|renversée?|hospitalisée?|opérée?|touchée?|insultée?|violée?|menacée?|brûlée?|remet|à l'hôpital|en réanimation|dans le coma|perdu (?:un|une|son|sa) (?:œil|jambe|bras|bébé|maison)|subi|d'une? )",
    ),
}
_CONSENT = {
    "en": (
        r"(?:with (?:the )?(?:consent|permission|agreement|blessing) of|with (?:his|her|their)(?: \w+)? (?:consent|permission|agreement)|(?:at|on) the (?:request|wish) of|family (?:has|have) (?:asked|agreed|wished|chosen)|(?:has|have) (?:asked|agreed|chosen) (?:us )?to (?:share|give|publish|say)|wants (?:his|her|their) name)",
    ),
    "fr": (
        r"(?:avec l'(?:accord|autorisation) de|à la demande de|(?:la|sa) famille (?:a|nous a) (?:souhaité|demandé|autorisé|choisi|donné)|(?:a|ont) (?:souhaité|accepté|choisi|demandé) que|souhaite que (?:son|leur) nom)",
    ),
}


def _people(reading: Reading) -> Iterator[Place]:
    """Names that come with an age, a class or an injury."""
    language = reading.language
    more, age_of = compiled((_MORE[language],), language), re.compile(_AGE[language])
    came_to_harm = compiled(_CAME_TO_HARM[language], language)
    child_words, hurt = compiled(_CHILD[language], language), compiled(("<hurt>",), language)
    consent = compiled(_CONSENT[language], language)
    spoken_of = says(reading, ("<attacker>", "<custody>", "<violence>"))
    attackers = {name.last for name in named_attackers(reading)} if spoken_of else frozenset()
    for name in names(reading):
        if name.role or name.last in attackers:
            continue
        rest = reading.flat[name.end : reading.nearby(name.start)[1]]
        age = age_of.match(rest)
        end = age.end() if age else 0
        while further := more.match(rest, end):
            end = further.end()
        came = came_to_harm.match(rest) if name.full else None
        if not (end or came):
            continue
        near = reading.around(name.start)
        if consent.search(near):
            continue
        child = bool(child_words.search(rest[:end])) or (age and int(age.group(1)) < 18)
        if end and (child or (name.full and age and hurt.search(near))):
            yield name.start, name.end + end
        elif came:
            yield name.start, name.end + came.end()


def _private(reading: Reading, wording: Wording) -> Iterator[Place]:
    yield from phrase(reading, wording)
    for start, end in _people(reading):
        if not excused(reading, wording, start, end):
            yield start, end


personal_data = Principle(
    name="privacy.victim-personal-data",
    source="save-reporting-mass-shootings",
    facts=("save-reporting-mass-shootings-06",),
    severity="major",
    detect=_private,
)
