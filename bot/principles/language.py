"""Words that people under stress understand, said by somebody who answers for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.principles.base import (
    Place,
    Principle,
    Wording,
    compiled,
    sentence_parts,
    whole_clause,
)
from bot.principles.reading import FAR, Reading

_EN_JARGON = (
    "decant(?:ed|ing)?",
    "cascad(?:ed|ing) (?:to|in|through|down)?",
    "(?:key |relevant |all |local |our |external |internal )*stakeholders?",
    "multi-?agency",
    "situational (?:awareness|overview|picture)|situation (?:overview|picture|report)|sitrep|common operating picture",
    "(?:assets|resources|units|capabilities|measures|personnel) (?:\\w+ )?(?:have been |are |were |remain |being )?(?:deployed|mobilised|mobilized|actioned|activated|stood up|leveraged)",
    "(?:fire|weather|incident|security|flood|crime|violence|water|health|gas|event)-related (?:event|incident|occurrence|activity|matter|issue|situation|disruption|impacts?)",
    "(?:event|incident|occurrence|situation|disruption|impact) (?:was|has been|is being|were) (?:experienced|encountered|sustained|witnessed)",
    "(?:residential|educational|domestic|commercial|public|religious|community|retail|healthcare) (?:setting|premises|dwelling|environment|unit)s?",
    "(?:casualt(?:y|ies)|patients?|persons?|individuals?|the deceased|occupants) (?:\\w+ )?(?:was|were|have been|has been|being) (?:\\w+ )?(?:conveyed|transported|extricated|triaged|processed|displaced|decanted|repatriated)",
    "(?:going|moving) forward|at this (?:moment|point) in time|as and when|in the fullness of time|with immediate effect|in due course|until such time|in the event of|for the purposes? of|in respect of|with regard to the aforementioned|pursuant to|aforementioned|hereby|hereinafter|notwithstanding|forthwith|henceforth|herewith|therein|in accordance with (?:section|protocol|procedure|regulation|the (?:relevant|applicable))",
    "operationali[sz]\\w*|leverag(?:e|ed|ing)|synerg\\w+|holistic\\w*|optimi[sz]ation|facilitat(?:e|ed|ion|ing) (?:the|a|an)|utili[sz]\\w+|implementation of (?:\\w+ )?(?:measures|protocols?|procedures?|framework)|prioriti[sz]ation|incentivi[sz]\\w+|conceptuali[sz]\\w+|contextuali[sz]\\w+|capacity[- ]building|mainstreaming|deliverables?|workstreams?|touchpoints?|key learnings?|learnings|paradigm\\w*|bandwidth|actionable|proactively|reach out to stakeholders|best[- ]practice frameworks?|action(?:ed|ing)|socialis(?:e|ed|ing)",
    "(?:resilience|governance|mitigation|contingency|recovery|response|escalation|risk|delivery|safeguarding|command|coordination|communications?|engagement) (?:framework|architecture|mechanism|matrix|pathway|structure|arrangements|protocol|posture|modality|modalities|strand|continuum)s?",
    "(?:gold|silver|bronze|tactical|strategic|operational) (?:command|coordinating|coordination|response|level|group|cell|posture|footprint)(?: group| cell)?",
    "(?:mitigation|remediation|containment|remedial) (?:measures?|actions?|works|activity|activities)",
    "(?:service users?|end[- ]users?|customer[- ]facing|client[- ]facing|cross-?cutting|cross-?sector(?:al)?|inter-?departmental|trans-?versal|inter-?agency|partnership working|joined-up working|blue[- ]light (?:services?|partners?)|first responder assets|lead agency|business continuity|footfall|rtc|ingress|egress|persons? reported|inner cordon|outer cordon|casualty bureau|hot debrief|debrief(?:ed|ing)? (?:process|phase)|situation is (?:fluid|dynamic|evolving)|dynamic situation|evolving situation|force majeure)",
    "\\d{4} hours|\\d{4}hrs?",
    "(?:the )?(?:provision|commencement|cessation|activation|mobilisation|mobilization|finalisation|finalization|dissemination|discontinuation|non-compliance|utilisation|implementation|reconfiguration|rationalisation|rationalization|enhancement|reinstatement) of",
    "(?:lessons identified process|after[- ]action|root[- ]cause analysis|gap analysis|impact assessment|needs assessment|stakeholder engagement|risk appetite|threat matrix|options appraisal|terms of reference)",
)
_FR_JARGON = (
    "gouvernance(?: \\w+)?",
    "pilotage (?:\\w+ )?(?:transvers\\w+|partagé|stratégique|opérationnel|des acteurs|de proximité)|pilotage transversal",
    "transversa(?:l|le|ux|lité|lement)|synergies?|co-?construi\\w+|co-?construction|maillage|feuille de route|problématiques?|(?:montée en|mise en) (?:charge|puissance|synergie|cohérence|musique)|écosystème|paradigme|gestionnaires? de crise",
    "(?:les|des|nos|aux|ensemble des) (?:\\w+ )?(?:acteurs|parties prenantes|partenaires institutionnels|opérateurs|forces vives|interlocuteurs)(?: (?:concernée?s?|du territoire|locaux|de terrain|idoines|compétente?s?))?",
    "parties prenantes|acteurs (?:du territoire|concernés|locaux|de terrain)|territoires? résilients?|résilience (?:territoriale|organisationnelle|des acteurs)|hydraulicité|évènementiel|processus décisionnel|chaîne (?:de décision|de commandement|décisionnelle)|retour d'expérience|retex|levée de doute|point de situation|posture (?:\\w+ )?(?:opérationnelle|de vigilance)|cinétique (?:de l'événement|de la crise)|dispositif (?:\\w+ )?(?:opérationnel|idoine|gradué|adapté|partenarial|multi\\w*|de gestion|de veille)|déploiement (?:de |du |d')?(?:dispositif|moyens|mesures)|moyens (?:\\w+ )?(?:engagés|déployés|mobilisés|projetés)|plan de continuité|continuité d'activité|cellule de coordination opérationnelle|mesures? (?:conservatoires?|correctives?|idoines?|d'atténuation|de remédiation)|remédiation|priorisation|prioriser|impact(?:er|ée?s?|ant)|optimis\\w+|mutualis\\w+|finalis\\w+|initialis\\w+|diligent\\w+|solutionn\\w+|en capacité de|force est de constater",
    "en tant que de besoin|nonobstant|susvisée?s?|susmentionnée?s?|ledit|ladite|lesdits|lesdites|au titre de|dans le cadre (?:de la mise|du dispositif|de l'activation|de la gestion|de la procédure)|en application de|conformément (?:à|aux) (?:l'article|la procédure|procédures|dispositions|au protocole|protocoles?|règlements?)|à toutes fins utiles|il convient de (?:rappeler|souligner|noter|préciser)|il y a lieu de|s'agissant de|eu égard|afférente?s?|y afférent|sous réserve de|sans préjudice|par voie de conséquence|dans les meilleurs délais|ultérieurement|en temps utile|par les voies? habituelles?|voies? hiérarchiques?|obtempérer",
    "(?:relève|relèvent|relevant) (?:d'une?|de la|du) (?:gouvernance|compétence|pilotage|responsabilité partagée|logique|périmètre)",
    "(?:mise en œuvre|mise en place|activation|déclenchement|montée en puissance|actualisation|réalisation|finalisation|opérationnalisation|opérationnalité) (?:\\w+ )?(?:du|de la|des|de l'|d'un|d'une|de) (?:\\w+ )?(?:dispositifs?|mesures?|protocoles?|plan|procédures?|cellule|processus|démarche|actions?|moyens|volet)",
    "(?:événement|incident|sinistre|phénomène|épisode) (?:\\w+ )?(?:à caractère|de type|de nature) (?:\\w+)|impliquée?s? ont fait l'objet|(?:ont|a) fait l'objet d'une? (?:prise en charge|évacuation|transport|procédure|relogement|mesure)|prise en charge (?:médico-psychologique|pluridisciplinaire|multi\\w+|adaptée|différenciée)|urgences? (?:absolue|relative)s?|impliqués? (?:indemnes|relatifs)",
    "(?:cod|cos|dos|pma|pco|ppms|pcs|cump|cic|corg|codis|sidpc|orsec|siac-?p|pcc|uiisc)",
)

#: This many office words, and at least one in so many words of the sentence.
OFFICE_WORDS, ONE_IN = 2, 7


def _officialese(reading: Reading, wording: Wording) -> Iterator[Place]:
    """Set phrases of offices, and sentences thick with office words."""
    yield from sentence_parts(reading, wording)
    office = compiled(("<officialese>",), reading.language)
    for start, end in reading.sentences:
        end = min(end, start + FAR)
        count = len({found.group() for found in office.finditer(reading.flat, start, end)})
        length = len(reading.flat[start:end].split())
        if count >= OFFICE_WORDS and 8 <= length <= count * ONE_IN:
            yield start, end


jargon = Principle(
    name="language.jargon",
    source="cdc-cerc",
    facts=("cdc-cerc-20", "cdc-cerc-24", "cdc-cerc-46"),
    severity="major",
    detect=_officialese,
    not_in=("partners",),
)

passive_evasion = Principle(
    name="language.passive-evasion",
    source="who-risk-communication-2017",
    facts=("who-risk-communication-2017-05",),
    severity="major",
    detect=whole_clause,
)

war_words = Principle(
    name="language.war-words",
    source="scn-ten-findings-2023",
    facts=("scn-ten-findings-2023-12", "scn-ten-findings-2023-16"),
    severity="major",
    detect=whole_clause,
)

_EMOJI = re.compile(
    "[\U0001f389\U0001f38a\U0001f600-\U0001f640\U0001f680\U0001f525\U0001f4a5\U0001f4aa\U0001f4af\U0001f44a\U0001f44d\U0001f44f\U0001f64c\U0001f680\U0001f6a8\U0001f910-\U0001f92f\U0001f970-\U0001f97a]+"
)
_MARKS = re.compile(r"(?<![!?])[!?](?:[ \t]?[!?])++")
_CAPITALS = re.compile(
    r"(?<![\w'’-])[A-ZÀ-ÖØ-Þ]{2,}(?:['’ ,-]{1,2}[A-ZÀ-ÖØ-Þ]{2,}|['’ ,-]{1,2}[AIÀYÔ](?=[ ,])){2,40}(?![\w])"
)


def _shouts(reading: Reading, wording: Wording) -> Iterator[Place]:
    """Runs of capitals, piled-up marks, pictures that cheer or fume."""
    for found in _EMOJI.finditer(reading.text):
        yield found.span()
    for found in _MARKS.finditer(reading.cased):
        if "!" in found.group():
            low, high = reading.sentence(found.start())
            yield max(low, found.start() - 120), min(max(high, found.end()), found.end() + 1)
    heading = reading.headline
    for found in _CAPITALS.finditer(reading.cased):
        # A heading in capitals is a habit of typesetting.
        if heading and heading[0] <= found.start() < heading[1]:
            continue
        if not reading.in_gap(*found.span()):
            yield found.span()
    once = [m.start() for m in re.finditer("!", reading.cased)]
    if len(once) >= 3 and len(once) * 60 >= len(reading.text.strip()):
        for at in once[:3]:
            low, high = reading.sentence(at)
            yield max(low, at - 160), min(high, at + 1)


shouting = Principle(
    name="language.shouting-tone",
    source="cdc-cerc",
    facts=("cdc-cerc-10",),
    severity="major",
    detect=_shouts,
)

#: Two thirds over the 25 words of the plain English guideline: hard for anybody.
LONGEST_SENTENCE = 40


def _too_long(reading: Reading, wording: Wording) -> Iterator[Place]:
    for start, end in reading.sentences:
        if len(reading.text[start:end].split()) > LONGEST_SENTENCE:
            yield start, end


_LONG_EN = "The people who live in the street and who were woken in the night by the noise of the water that came down the hill after the wall of the old mill gave way are asked to come to the school in the square."
_LONG_FR = "Les personnes qui habitent la rue et qui ont été réveillées dans la nuit par le bruit de l'eau descendue de la colline après que le mur de l'ancien moulin a cédé sont attendues à l'école de la place à partir de midi."

long_sentence = Principle(
    name="language.long-sentence",
    source="govuk-plain-english",
    facts=("govuk-plain-english-03", "govuk-plain-english-04"),
    severity="info",
    detect=_too_long,
    not_in=("partners",),
)
