"""What is missing: warmth, help, what to do, when we speak next.

Findings about the whole text, only for channels where the element is due: a
correction of a map needs no helpline, a letter to families no press hour.
Without a channel nothing is missed.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.principles.base import Place, Principle, Wording, lacking, says
from bot.principles.reading import Reading

#: A text shorter than this is a note, not yet a message one can call incomplete.
SHORTEST = 15


def _missing(reading: Reading, wording: Wording) -> Iterator[Place]:
    if len(reading.text.split()) >= SHORTEST:
        yield from lacking(reading, wording)


def _cold(reading: Reading, wording: Wording) -> Iterator[Place]:
    """Warmth is due where somebody was harmed, and always to families and staff."""
    harm = says(reading, ("<harm>",))
    correction = says(reading, ("<correction>",))
    if reading.channel in ("families", "internal") or (harm and not correction):
        yield from _missing(reading, wording)


def _unless_correction(reading: Reading, wording: Wording) -> Iterator[Place]:
    """In a short post, a mere correction of facts owes nothing more."""
    if reading.channel == "social" and not says(reading, ("<harm>",)):
        return
    yield from _missing(reading, wording)


def _no_next(reading: Reading, wording: Wording) -> Iterator[Place]:
    if says(reading, ("<correction>",)):
        return
    yield from _unless_correction(reading, wording)


empathy = Principle(
    name="completeness.empathy",
    source="cdc-cerc",
    facts=("cdc-cerc-08", "cdc-cerc-13"),
    severity="minor",
    detect=_cold,
    channels=("statement", "holding", "families", "internal", "remarks", "social"),
    wordings={
        "en": Wording(
            advice="Open with a sentence to the people who were hurt or frightened, before any procedure.",
            patterns=(
                "hearts?|thoughts (?:are|go|with)|in (?:our|my) thoughts|thinking of|feel (?:for|with)|grie\\w+|mourn\\w*|sorr(?:y|ow)|condolences|apologi[sz]e|sympath\\w+|compassion|comfort\\w*|heartbroken|heartbreaking|heavy-?hearted|frighten\\w*|frightening|afraid|scared|shaken|worr(?:y|ied)|anxious|distress\\w*|pain(?:ful)?|suffer\\w*|terrible|horrif\\w+|awful|dreadful|devastat\\w+|sad(?:ness|dened)?|cruel|tragic|shock(?:ed)?|you belong|belongs? (?:here|to|in)|your (?:home|town|city)|not alone|at (?:your|their|her|his) side|beside (?:you|them|her|him)|alongside|care (?:for|about) (?:you|them|each)|look after|(?:stand|stands|standing|are|is|stays|am) (?:by |with |together |here for )(?:you|them|her|him|each|every|the (?:famil|people|victims|congregation|residents))\\w*|(?:we|i|town|city|council) (?:\\w+ )?(?:with|beside|behind) (?:you|them|her|him|each of|the (?:famil\\w+|people|residents))|(?:visited|spent|sat|spoke) (?:\\w+ ){0,4}?(?:famil\\w+|them|her|him|residents)|pray\\w*|wish (?:her|him|them|you)|speedy recovery|thank (?:you|everyone|all|the|each)|thanks to|hard (?:night|day|time|hours)|difficult (?:night|day|time|hours|days)|long night|lost (?:a|their|her|his|everything|someone)|loved ones?|nobody should|no (?:one|child|family) should|hugs?",
            ),
            flags=("A fire damaged six dwellings on Mill Lane last night. The road is closed and residents must use Ferry Road until further notice.",),
            passes=(
                "A fire damaged six homes on Mill Lane last night. To the families who had to leave: we are with you, and the school is open to you.",
                "The road is closed tonight because of works on the bridge. Please use Ferry Road and Kiln Road until Friday.",
                "Two people were hurt at the depot this morning, and our hearts are with them and with those who love them.",
            ),
        ),
        "fr": Wording(
            advice="Commencez par une phrase à ceux qui ont été blessés ou effrayés, avant toute procédure.",
            patterns=(
                "pens(?:ées?|ons|e) (?:à|aux?|vont|pour|sont|émue|d'abord)|nos pensées|mes pensées|cœur|de tout cœur|deuil|chagrin|peine|tristesse|triste|douleur|douloureu\\w+|souffr\\w+|condoléances|compassion|désolée?s?|pardon|excuses|m'excuse|nous excusons|peur|effray\\w+|effroi|angoisse|inqui(?:et|ète|ets|ètes|étude)|bouleversée?s?|choquée?s?|choc|ébranlée?s?|meurtrie?s?|attristée?s?|terrible|horrible|affreu\\w+|cruel(?:le)?|dramatique|drame|à (?:vos|leurs|ses|leur) côtés|(?:est|sommes|suis|reste|restons|êtes) (?:\\w+ )?(?:avec|auprès d)\\w* (?:vous|eux|elles|elle|lui|leurs?|ses|les|la)?|auprès (?:d'eux|d'elles|d'elle|de lui|de vous|des familles|de la famille|des proches)|chez vous|vous êtes d'ici|pas seule?s?|soutien (?:à|aux|entier|total)|nous vous soutenons|entour(?:er|ons)|réconfort\\w*|souhait(?:ons|e) (?:\\w+ ){0,3}?(?:rétablissement|courage)|courage|merci (?:à|aux|de|d')|je (?:vous|les) remercie|nous (?:vous|les) remercions|nuit (?:difficile|longue|éprouvante)|éprouv\\w+|difficile|proches|perdu (?:un|une|tout|leur|son|sa)|prions|solidarité|votre (?:ville|maison)|aucun enfant|personne ne devrait|rendu visite|écouter",
            ),
            flags=("Un incendie a endommagé six logements rue Haute cette nuit. La rue est fermée et les habitants doivent emprunter la route du Pont jusqu'à nouvel ordre.",),
            passes=(
                "Un incendie a détruit six logements cette nuit. Aux familles qui ont dû partir : nous sommes à vos côtés, et l'école vous est ouverte.",
                "La rue est fermée ce soir pour des travaux sur le pont. Merci d'emprunter la route du Pont jusqu'à vendredi midi.",
                "Deux personnes ont été blessées ce matin au dépôt, et nous pensons à elles et à ceux qui les aiment.",
            ),
        ),
    },
)

where_help_is = Principle(
    name="completeness.where-help-is",
    source="cdc-cerc",
    facts=("cdc-cerc-09", "cdc-cerc-18"),
    severity="minor",
    detect=_unless_correction,
    channels=("statement", "holding", "families", "internal", "remarks", "social"),
    wordings={
        "en": Wording(
            advice="Say where help is: a number, a place with its hours, or a person to ask for.",
            patterns=(
                "\\+?\\(?\\d[\\d() .-]{4,}\\d",
                "(?:call|ring|dial|phone|text|contact|questions?:?|police|emergency|helpline|line|number|on) (?:\\w+ ){0,4}?:? ?\\d{3,6}",
                "[\\w.-]+\\.(?:example|org|com|net|gov|eu|uk|us|ca|ie|au|nz|info|city|town)[\\w/.-]*|https?:[^\\n]{4,80}|[\\w.-]+@[\\w.-]+",
                "\\[[^\\]\\n]{2,80}",
                "(?:call|ring|phone|dial|text|email|write to|contact|speak to|talk to|ask for|turn to|go to|come to|come and|come in|visit|see|reach) (?:us|me|him|her|your|the|our|any|\\w+) ?(?:\\w+ ){0,3}?(?:at|on|in|office|desk|manager|supervisor|school|library|hall|centre|center|room|line|team|counsellors?|counselors?|nurse|psychologist|chaplain|doctor|occupational|hr|union|church|clinic|house|service|station|colleague)",
                "(?:drop-in|help ?(?:desk|point|line)|helpline|hotline|family (?:centre|center|line|room)|rest centre|reception centre|relief centre|shelter|information (?:point|desk|line)|support (?:line|centre|center|group|team|room)|listening line|counselling|counseling|counsellors?|counselors?|psychologists?|chaplains?|crisis team|victim support|advice (?:centre|desk))(?: \\w+){0,6}? (?:is|are|will|open|opens|at|in|until|from|can|has|there|on|available|available|ready|present|waiting)",
                "(?:is|are|stays|stay|remains|opens?|will be) open (?:\\w+ )?(?:to|for|until|from|all|tonight|today|at|now|in|day)",
                "(?:counsellors|counselors|psychologists|nurses|volunteers|staff|chaplains|social workers|interpreters|a nurse|a doctor|a psychologist|a counsellor|a counselor) (?:\\w+ )?(?:is|are|will be|wait|waits) (?:\\w+ )?(?:there|at|in|with|on|waiting|here|ready|present)",
                "(?:i|we|the mayor|my (?:deputy|colleague)) (?:will|'ll) be (?:\\w+ )?(?:at|in|there|here) (?:\\w+ ){1,6}",
                "(?:my|our) door is open|lists? of (?:contacts|numbers)",
            ),
            flags=("A fire damaged six homes on Mill Lane last night. Our hearts are with the families who lost everything they had.",),
            passes=(
                "A fire damaged six homes on Mill Lane last night. The families can ring 01632 960702, day and night.",
                "The hall roof came down last night. Counsellors will be at the Scout hall from seven, and everyone is welcome.",
                "We got it wrong. Kiln Road is open and Ferry Road is closed until tonight. Questions: 311, at any hour.",
            ),
        ),
        "fr": Wording(
            advice="Dites où trouver de l'aide : un numéro, un lieu avec ses heures, ou une personne à qui s'adresser.",
            patterns=(
                "\\+?\\d[\\d .-]{4,}\\d",
                "(?:le|au|appelez|composez|contactez|numéro|police|gendarmerie|samu|pompiers|écoute|questions?) (?:\\w+ ){0,3}?:? ?(?:le |au )?\\d{2,6}",
                "[\\w.-]+\\.(?:example|org|com|net|fr|eu|be|ch|ca|info|ville)[\\w/.-]*|https?:[^\\n]{4,80}|[\\w.-]+@[\\w.-]+",
                "\\[[^\\]\\n]{2,80}",
                "(?:appelez|composez|contactez|adressez-vous|parlez(?:-en)?|rendez-vous|venez|présentez-vous|passez|écrivez|tournez-vous|demandez) (?:\\w+ ){0,3}?(?:à|au|aux|vers|chez|en|dans|la|le|l'\\w+|votre|notre)",
                "(?:cellule (?:d'écoute|psychologique|de soutien|d'accueil|d'appui|médico-psychologique|d'aide|d'information)|permanence|ligne d'écoute|point (?:d'accueil|de rencontre|d'information|d'écoute)|lieu d'accueil|centre d'accueil|accueil des familles|maison des associations|numéro (?:vert|d'aide|d'écoute)|france victimes|association d'aide)(?: \\w+){0,6}? (?:est|sont|sera|seront|ouvre|ouverte?s?|répond|vous|reste|accueille|à|au|attend|tient|jusqu'à|de)",
                "(?:est|sont|reste|restent|sera|seront|ouvre|vous est) (?:\\w+ )?(?:ouverte?s?|à votre disposition|à disposition|joignables?|disponibles?|présente?s?|sur place|à l'écoute)",
                "(?:psychologues?|infirmi\\w+|bénévoles|médecins?|médiat\\w+|assistante?s? sociale?s?|travailleurs? soci\\w+|interprètes?|écoutants) (?:\\w+ )?(?:est|sont|sera|seront|y|vous|reçoi\\w+|attend\\w*|accueill\\w+|accompagn\\w+)",
                "(?:je|nous|la maire|le maire) (?:serai|serons|sera|tiendrai|tiendrons) (?:\\w+ )?(?:à|au|dans|sur|devant|là|présente?s?)",
                "(?:ma|notre) porte (?:est|reste) ouverte",
            ),
            flags=("Un incendie a détruit six logements rue Haute cette nuit. Nous pensons aux familles qui ont tout perdu dans le feu.",),
            passes=(
                "Un incendie a détruit six logements cette nuit. Les familles peuvent appeler le 01 99 00 12 34, jour et nuit.",
                "Le toit de la salle est tombé. Des psychologues vous attendent à l'école dès 19 heures, sans rendez-vous.",
                "Un tag a été effacé ce matin sur la médiathèque. Vu quelque chose cette nuit ? Appelez le 17.",
            ),
        ),
    },
)

next_update = Principle(
    name="completeness.next-update",
    source="cdc-cerc",
    facts=("cdc-cerc-05", "cdc-cerc-16"),
    severity="minor",
    detect=_no_next,
    channels=("statement", "holding", "remarks", "internal", "families", "social"),
    wordings={
        "en": Wording(
            advice="Say when and where you speak next, as a clock time, even if there will be little to add.",
            patterns=(
                "(?:next|further|another|new|fresh|regular|more|full|first|our|my) (?:\\w+ )?(?:updates?|words?|statements?|briefings?|bulletins?|messages?|news|information|report|press conference|announcements?|meeting|results|answers?|call|point|details)…<time>",
                "updates?…<time>",
                "<time>…(?:updates?|briefing|next (?:word|statement|message|bulletin)|press conference)",
                "(?:will|'ll|shall|going to) (?:\\w+ ){0,3}?(?:speak|tell|update|be back|return|report|answer|come back|be here|meet|inform|share|brief|post|publish|write|address|say more|give|let you know|call|visit|explain|know more|send|be at|be with|be in|have more|talk|listen|see you|confirm)…<time>",
                "<time>…(?:i|we|you|the mayor|she|he|it|they|there) (?:will|'ll|shall) (?:\\w+ ){0,3}?(?:speak|tell|hear|update|be|return|report|answer|come|meet|inform|share|brief|post|publish|write|address|say|give|let|explain|know|have|talk|listen|see)",
                "(?:speak|speaks|meet|meets|report|reports|brief|briefs|see you|back|again|until then|join (?:us|me)|(?:meeting|briefing|assembly|gathering|session)(?: \\w+){0,4}?) (?:\\w+ ){0,4}?(?:at|on|tomorrow|tonight|in|this) ?<time>",
                "(?:meeting|briefing|assembly|vigil|drop-in|open evening|town hall|session|gathering|walk)…<time>",
                "(?:results|report|decision|answers?|list|details|page) (?:\\w+ ){0,4}?(?:posted|published|given|out|here|ready|due|expected|updated|refreshed) (?:\\w+ )?(?:at|on|by)? ?<time>",
            ),
            flags=("A fire damaged six homes on Mill Lane last night. Our hearts are with the families. Ring 01632 960702. More information will follow in due course.",),
            passes=(
                "A fire damaged six homes on Mill Lane last night. Ring 01632 960702. I will speak to you again at 9.15pm.",
                "Two people were hurt at the depot this morning. The next update is on Friday at noon, here on this page.",
                "A young person was hurt on Thursday. On Tuesday at 6pm I will be at the hall to listen to you.",
            ),
        ),
        "fr": Wording(
            advice="Dites quand et où vous reprendrez la parole, avec une heure, même s'il y aura peu à ajouter.",
            patterns=(
                "(?:prochaine?s?|nouveaux?|nouvelle|autre|premier|première|second|notre) (?:\\w+ )?(?:points?|informations?|messages?|communiqués?|communication|nouvelles|mises? à jour|rendez-vous|réunion|conférence|annonce|prise de parole|bulletin|bilan|réponse|réponses|lettre)…<time>",
                "(?:suite|point presse|point d'information|point d'étape|point de presse|point|conférence de presse|réunion(?: \\w+){0,3}?|assemblée|rendez-vous|mise à jour|rassemblement|veillée|marche|permanence)…<time>",
                "<time>…(?:prochain point|nouveau point|nouvelle information|suite|point presse|conférence de presse)",
                "(?:parler|dir|informer|reviendr|viendr|répondr|publier|fer|ser|tiendr|donner|écrir|rendr|retrouver|expliquer|adresser|communiquer|prendr|diffuser|mettr|aur|saur|passer|rencontrer|recevr|réunir|appeller|rappeller|confirmer|écouter|verr|tiendr|partager|préciser)(?:ai|ons|a|ont)…<time>",
                "<time>…(?:parler|dir|informer|reviendr|viendr|répondr|publier|fer|ser|tiendr|donner|écrir|rendr|retrouver|expliquer|adresser|communiquer|prendr|diffuser|mettr|aur|saur|passer|rencontrer|recevr|réunir|appeller|rappeller|confirmer|écouter|verr|partager|préciser)(?:ai|ons|a|ont|ez)",
                "(?:allons|vais|va) (?:vous )?(?:parler|dire|informer|répondre|faire|communiquer|publier|revenir|écrire)…<time>",
                "(?:rendez-vous|retrouvons-nous|à (?:demain|ce soir|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))…<time>",
            ),
            flags=("Un incendie a détruit six logements cette nuit. Nous pensons aux familles. Appelez le 01 99 00 12 34. Une information sera donnée dès que possible.",),
            passes=(
                "Un incendie a détruit six logements cette nuit. Appelez le 01 99 00 12 34. Prochain point jeudi à 9h, devant la mairie.",
                "Deux personnes ont été blessées ce matin au dépôt. Je vous parlerai à 20h30 devant la mairie, comme promis.",
                "Un jeune a été blessé jeudi soir. Mardi à 18h30, je viendrai vous écouter à la maison de quartier.",
            ),
        ),
    },
)

what_to_do = Principle(
    name="completeness.what-to-do",
    source="cdc-cerc",
    facts=("cdc-cerc-09", "cdc-cerc-34"),
    severity="info",
    detect=_cold,
    channels=("holding", "social"),
    wordings={
        "en": Wording(
            advice="Give people one thing to do or to leave alone: it steadies them.",
            patterns=(
                "please|do not|don't|stay|keep|avoid|call|ring|come|go to|check|share|send|bring|tell|ask|look|use|leave|boil|stop|help|join|report|visit|text|follow|wait|close|let (?:us|police)",
            ),
            flags=("A fire damaged six homes in Mill Lane last night. Our hearts are with the families who lived there for so many years.",),
            passes=(
                "A fire damaged six homes in Mill Lane last night. Please keep the road clear for the crews and for the families.",
                "The library opens late this week because of works in the reading room on the first floor.",
            ),
        ),
        "fr": Wording(
            advice="Donnez aux gens une chose à faire ou à éviter : cela rassure plus que des mots.",
            patterns=(
                "merci de|veuillez|\\w+ez(?:-\\w+)?|ne \\w+ pas|évitons|n'essayons|restons|gardons",
            ),
            flags=("Un incendie a détruit six logements rue Haute cette nuit. Nous pensons aux familles qui y vivaient depuis tant d'années.",),
            passes=(
                "Un incendie a détruit six logements rue Haute cette nuit. Laissez la rue libre pour les secours et pour les familles.",
                "La médiathèque ouvre plus tard cette semaine en raison de travaux dans la salle de lecture du premier étage.",
            ),
        ),
    },
)

#: The most words a channel bears before people stop reading: a good third over
#: the longest text that works there.
LONGEST = {"social": 120, "holding": 260, "statement": 640, "families": 520, "internal": 520, "remarks": 800}


def _overlong(reading: Reading, wording: Wording) -> Iterator[Place]:
    limit = LONGEST.get(reading.channel)
    if limit and len(reading.text.split()) > limit:
        yield 0, 0


length_for_channel = Principle(
    name="completeness.length-for-channel",
    source="cdc-cerc",
    facts=("cdc-cerc-20", "cdc-cerc-46"),
    severity="minor",
    detect=_overlong,
    channels=("social", "holding", "statement", "families", "internal", "remarks"),
    wordings={
        "en": Wording(
            advice="Cut it to what people need now on this channel, and link to the rest.",
            flags=("We will tell you more. " * 30,),
            passes=("We will tell you more. " * 10,),
        ),
        "fr": Wording(
            advice="Ramenez le texte à ce qu'il faut maintenant sur ce canal, et renvoyez au reste par un lien.",
            flags=("Nous vous en dirons plus bientôt. " * 30,),
            passes=("Nous vous en dirons plus bientôt. " * 10,),
        ),
    },
)
