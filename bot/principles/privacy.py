"""What would let a stranger find a child or a victim stays inside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.principles.attacker import named_attackers
from bot.principles.base import Place, Principle, Wording, compiled, excused, phrase
from bot.principles.names import names
from bot.principles.reading import Reading

_AGE = {
    "en": r",? ?\(?(?:aged |age )?(\d{1,2})(?:,|\)|-year-old| years old| years of age|(?= )|$)",
    "fr": r",? ?\(?(?:âgée? de )?(\d{1,2}) ans",
}
#: A piece between commas that goes on describing the same person.
_MORE = {
    "en": r",? (?:a |an |the |who is |who's |our |in )?(?:~)(?:pupil|student|schoolboy|schoolgirl|year (?:\d{1,2}|one|two|three|four|five|six|seven)|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[- ](?:grader?|year)|grade \d{1,2}|daughter of|son of|who (?:lives|lived|attends|goes to)|living (?:at|in|on)|of \d{1,4} |from \d{1,4} )[^,;.\n]{0,60}",
    "fr": r",? (?:un |une |l'|notre |en )?(?:~)(?:élève|écolière?|collégienne?|lycéenne?|étudiante?|(?:classe de )?(?:cp|ce1|ce2|cm1|cm2|sixième|cinquième|quatrième|troisième|seconde|première|terminale)|scolarisée?|fil(?:s|le) d|qui (?:habite|fréquente|vit)|domiciliée?|demeurant|habitant)[^,;.\n]{0,60}",
}
_CHILD = {
    "en": (r"pupil|student|schoolboy|schoolgirl|year (?:\d{1,2}|one|two|three|four|five|six)|[a-z]+[- ]grader?|grade \d{1,2}",),
    "fr": (r"élève|écolière?|collégienne?|lycéenne?|cp|ce1|ce2|cm1|cm2|sixième|cinquième|quatrième|troisième|seconde|première|terminale|scolarisée?",),
}
#: Harm that came to the person whose name stands right before.
_CAME_TO_HARM = {
    "en": (r",? ?(?:(?:aged )?\d{1,2},)? ?(?:[^\n,.;]{1,60}, )?(?:who )?(?:was|is|were|remains|has been|had been|suffered|underwent|lost) (?:\w+ )?(?:injured|wounded|hurt|stabbed|shot|attacked|assaulted|beaten|treated|raped|abused|threatened|in (?:hospital|surgery|a coma|intensive care)|recovering|burned|burnt|taken to|surgery|an operation|(?:his|her) (?:leg|arm|eye|sight|baby|home))",),
    "fr": (r",? ?(?:\d{1,2} ans,)? ?(?:[^\n,.;]{1,60}, )?(?:qui )?(?:a (?:été )?|est |avait été |reste |se |souffre )(?:\w+ment )?(?:blessée?|poignardée?|agressée?|frappée?|renversée?|hospitalisée?|opérée?|touchée?|insultée?|violée?|menacée?|brûlée?|remet|à l'hôpital|en réanimation|dans le coma|perdu (?:un|une|son|sa) (?:œil|jambe|bras|bébé|maison)|subi|d'une? )",),
}
_CONSENT = {
    "en": (r"(?:with (?:the )?(?:consent|permission|agreement|blessing) of|with (?:his|her|their)(?: \w+)? (?:consent|permission|agreement)|(?:at|on) the (?:request|wish) of|family (?:has|have) (?:asked|agreed|wished|chosen)|(?:has|have) (?:asked|agreed|chosen) (?:us )?to (?:share|give|publish|say)|wants (?:his|her|their) name)",),
    "fr": (r"(?:avec l'(?:accord|autorisation) de|à la demande de|(?:la|sa) famille (?:a|nous a) (?:souhaité|demandé|autorisé|choisi|donné)|(?:a|ont) (?:souhaité|accepté|choisi|demandé) que|souhaite que (?:son|leur) nom)",),
}


def _people(reading: Reading) -> Iterator[Place]:
    """Names that come with an age, a class or an injury."""
    language = reading.language
    attackers = {name.last for name in named_attackers(reading)}
    more, age_of = compiled((_MORE[language],), language), re.compile(_AGE[language])
    for name in names(reading):
        if name.last in attackers or name.role:
            continue
        low, high = reading.sentence(name.start)
        rest = reading.flat[name.end : high]
        near = reading.around(name.start)
        if compiled(_CONSENT[language], language).search(near):
            continue
        end, age = 0, age_of.match(rest)
        if age:
            end = age.end()
        while further := more.match(rest, end):
            end = further.end()
        described = rest[:end]
        child = bool(compiled(_CHILD[language], language).search(described)) or (
            age is not None and int(age.group(1)) < 18 and bool(re.search(r"\W", rest[: age.end()]))
        )
        harmed = bool(compiled(("<hurt>",), language).search(near))
        if end and (child or (age and harmed and name.full)):
            yield name.start, name.end + end
        elif name.full and (came := compiled(_CAME_TO_HARM[language], language).match(rest)):
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
    wordings={
        "en": Wording(
            advice="Take out names, ages, schools, addresses and hospital rooms of those who were hurt: say 'a child', 'a resident'.",
            patterns=(
                "(?:in |of |on )?(?:hospital |recovery )?(?:room|ward|bed|bay|cubicle|icu bed|bedroom) (?:number |no )?[a-z]?\\d{1,4}[a-z]?(?=[^\\n]{0,120}(?:hospital|infirmary|recover|treated|surgery|patient|visit|ward|clinic))",
                "(?:hospital|infirmary|clinic|recovering|treated|surgery)[^\\n]{0,80}(?:room|ward|bed|bay) (?:number |no )?[a-z]?\\d{1,4}[a-z]?",
                "(?:who |she |he |they |family |victim |boy |girl |child |mother )(?:\\w+ )?(?:lives?|lived|live|resides?|is staying|are staying|was staying|home is|has been moved|have been moved|is being housed) (?:at|on|in|to) (?:flat |number |no )?\\d{1,4}[a-z]? [^\\n,.;]{2,40}",
                "(?:of|at) \\d{1,4}[a-z]? \\w+ (?:street|road|lane|avenue|close|court|drive|terrace|crescent|way)(?=[^\\n]{0,60}(?:was (?:hurt|injured|attacked|assaulted|stabbed|abused)|is recovering))",
                "(?:whose|his|her|their) (?:home )?(?:address|phone number|number|email) is [^\\n,;]{4,60}",
                "(?:\\d{1,2}|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)[- ]year[- ]old (?:\\w+ )?(?:\\w+ )?(?:pupil|student|girl|boy|schoolboy|schoolgirl|child)? ?(?:in|at|from|of|who attends|who goes to|attending) (?:year \\w+|grade \\w+|class \\w+|the \\w+ grade|(?:\\w+ ){1,3}(?:primary|elementary|school|academy|high|college|nursery))",
                "(?:pupil|student|child|boy|girl) (?:\\w+ )?(?:in|of|from) (?:year|grade|class|form) (?:\\d{1,2}|one|two|three|four|five|six)[a-z]? (?:at|of) [^\\n,.;]{3,40}",
                "the (?:\\w+ )?(?:daughter|son|wife|husband|widow|brother|sister|niece|nephew|grandson|granddaughter) of (?:our|the) ~(?:baker|butcher|teacher|headteacher|mayor|councillor|doctor|pharmacist|owner|landlord|landlady|imam|pastor|rabbi|priest|chairman|president|coach|caretaker|manager|postman|director|founder)(?: \\w+){0,4}",
                "(?:his|her|their|the victim's|the boy's|the girl's) (?:instagram|facebook|tiktok|snapchat|twitter|x)? ?(?:account|profile|page|handle) (?:is )?\\(?@\\w+",
            ),
            unless=("meeting", "come to", "drop-in", "open (?:from|until|to)", "help ?(?:desk|point)", "information (?:desk|point)"),
            unless_sentence=("(?:meeting|drop-in|help desk|come to|gather|centre is open|center is open|counsellors? (?:is|are|will))",),
            flags=(
                "Leo Arden, 9, a pupil at Hill Lane Primary, is recovering.",
                "Leo, 9, was hurt in the playground.",
                "She is in hospital, ward 7, and can be visited.",
                "The victim, who lives at 14 Mill Lane, was attacked on her way home.",
                "A 9-year-old pupil in Year 4 at Hill Lane Primary was hurt.",
                "Nadia Ferrow was stabbed outside the shop.",
                "The injured girl is the daughter of the baker on Mill Street.",
            ),
            passes=(
                "A child was hurt. We will give no details, and please do not look for them.",
                "Come to room 12 of the town hall on Tuesday; the meeting is open to all.",
                "Inspector Gail Storrow, who is leading the inquiry, is asking for witnesses of the assault.",
                "The family has asked us to share her name: Nadia Ferrow, 52, died on Sunday.",
                "Mayor Delia Hart visited those who were hurt.",
                "18 young people aged 15 to 17 will live here.",
                "Capstan Bridge was damaged and two people were hurt.",
            ),
        ),
        "fr": Wording(
            advice="Retirez noms, âges, établissements, adresses et chambres des personnes touchées : « un enfant », « une habitante ».",
            patterns=(
                "(?:en |à la |à |au |du |de la )?(?:chambre|lit|box) (?:n° ?|numéro )?[a-z]?\\d{1,4}[a-z]?",
                "(?:service|unité) (?:de |d')?(?:\\w+ )?\\d{1,3}",
                "(?:qui |elle |il |ils |elles |la famille |la victime |les parents )(?:\\w+ )?(?:habitent?|habitait|vit|vivent|demeurent?|réside(?:nt)?|loge(?:nt)?|a été relogée?|ont été relogée?s|est hébergée?|sont hébergée?s) (?:au |à |dans |en )?(?:la |l'|le )?(?:\\d{1,4}(?: (?:bis|ter))?,? )?(?:rue|avenue|boulevard|chemin|impasse|place|allée|route|résidence|quai) [^\\n,.;]{2,40}",
                "(?:domiciliée?|demeurant|habitant|résidant)s? (?:au |à |dans )?(?:la |l'|le )?(?:\\d{1,4}(?: (?:bis|ter))?,? )?(?:rue|avenue|boulevard|chemin|impasse|place|allée|route|résidence|quai) [^\\n,.;]{2,40}",
                "(?:élève|écolière?|collégienne?|lycéenne?|enfant|garçon|fille|fillette|adolescente?) (?:de \\w+ ans,? )?(?:\\w+ )?(?:en |de |scolarisée? en |scolarisée? à |de la classe de )(?:classe de )?(?:cp|ce1|ce2|cm1|cm2|sixième|cinquième|quatrième|troisième|seconde|première|terminale|\\d(?:e|ème|ère))(?: \\w)? ?(?:au|à|du|de) [^\\n,.;]{3,40}",
                "(?:la |le |les )?(?:fils|fille|épouse|femme|mari|veuve|frère|sœur|nièce|neveu|petit-fils|petite-fille) (?:de |du |d')(?:la |l'|notre )?~(?:boulanger|boulangère|boucher|instituteur|institutrice|directeur|directrice|maire|adjointe?|médecin|pharmacien(?:ne)?|imam|pasteur|rabbin|curé|président|présidente|entraîneur|gardien(?:ne)?|facteur|factrice|patron(?:ne)?|gérante?|épicière?|conseillère?)(?: \\w+){0,4}",
                "(?:son|leur) (?:compte|profil) (?:instagram|facebook|tiktok|snapchat)? ?\\(?@\\w+",
                "(?:son|leur) (?:adresse|numéro(?: de téléphone)?) est [^\\n,;]{4,60}",
            ),
            unless=("réunion", "venez", "permanence", "accueil"),
            unless_sentence=("(?:réunion|rendez-vous|permanence|accueil des|ouverte? de|psychologues?)",),
            flags=(
                "Léo Ardent, 9 ans, élève de CE2 à l'école Pagnol, se remet.",
                "Léo, 9 ans, a été blessé dans la cour.",
                "Elle est soignée au CHU, chambre 12.",
                "La victime, qui habite 14 rue des Moulins, a été agressée.",
                "Un élève de CM2 de l'école Jean-Vilar a été touché.",
                "Nadia Ferroul a été poignardée devant le magasin.",
                "La blessée est la fille du boulanger de la place.",
            ),
            passes=(
                "Un enfant a été blessé. Nous ne donnerons aucun détail.",
                "La réunion aura lieu au premier étage, salle 12.",
                "La famille nous a demandé de dire son nom : Nadia Ferroul, 52 ans, est morte dimanche.",
                "La maire Inès Carbon a rendu visite aux blessés.",
                "La psychologue reçoit au 4 rue Haute.",
                "Onze familles ont quitté les lieux.",
            ),
        ),
    },
)
