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
        r"(?:<attacker>|named as|identified as|identified (?:him|her) as|name is|name was|(?:man|woman|youth|teenager|boy|person|driver) (?:called|named|known as)|(?:man|woman|youth|teenager|person) (?:arrested|detained|charged|behind it|responsible)(?: is| was)?|arrested|charged|detained|arrest of|manhunt for|hunt for|(?:attack|shooting|stabbing|act|work|deed|fire|letter|manifesto|video|post)s? (?:by|of)|carried out by|committed by|written by|planned by|caught|captured|accuses?|accused)(?: (?:is|was|has been (?:named|identified) as|as|be|that))?,? ?(?:(?:[\w-]+ ){0,3})$",
    ),
    "fr": (
        r"(?:<attacker>|identifiée? comme(?: étant)?|(?:nommée?|appelée?|prénommée?|dénommée?)|le nommé|la nommée|un certain|une certaine|s'appelle|se nomme|répond au nom de|arrestation de|interpellation d[e']|interpellé|arrêté|(?:ont|a) (?:interpellé|arrêté|mis en examen)|mise en examen de|garde à vue de|commise? par|perpétrée? par|(?:acte|attaque|geste|lettre|manifeste|vidéo|message|texte|œuvre)s? d[e']|écrite? par|c'est)(?: (?:est|était|a été identifiée? comme))?,? ?(?:(?:[\w'-]+ ){0,3})$",
    ),
}
_AFTER = {
    "en": (
        _APART
        + r"(?:who |and )?(?:was|has been|is|were|remains|had been|is being|is now|has now been|stands|will be|has already been|is still) ?(?:later |now |since |already |then |soon |quickly )?(?:<custody>|the (?:~)(?:<attacker>)|believed to be behind|wanted|known to have)",
        _APART
        + r"(?:who |then |had |has |allegedly |is (?:said|alleged|accused|suspected) (?:to have|of) |apparently |later |deliberately |walked in and |got out and ){0,3}(?:<violence>)",
        _APART + r"(?:who )?(?:confessed|admitted ~(?:attack|fire|shooting|it)|fled the scene|surrendered|gave himself up|gave herself up|faces (?:charges|trial|court)|appeared in court|pleaded)",
        r"'s? (?:manifesto|letter|post|video|motive|attack|arrest|weapon|plan|victims|rampage|deed|crime)s?",
    ),
    "fr": (
        _APART
        + r"(?:qui |et )?(?:a été|est|avait été|vient d'être|a aussitôt été|reste|sera|a finalement été|était|a depuis été)(?: \w+ment)? ?(?:depuis |aussitôt |rapidement |désormais |actuellement |toujours |déjà )?(?:<custody>|l'auteure?|le (?:~)(?:<attacker>))",
        _APART + r"(?:qui |aurait |avait |aussi |ensuite ){0,2}(?:<violence>|(?:ouvert le feu|poignardé|foncé|agressé|mis le feu|tiré sur))",
        _APART + r"(?:qui )?(?:a avoué|a reconnu ~(?:faits?)|a pris la fuite|s'est rendu|s'est enfui|comparaîtra|sera jugé|a comparu)",
    ),
}
_QUOTED = {
    "en": (r",? (?:said|says|told|added|adds|explained|explains|confirmed|confirms|wrote in a statement|asked|thanked|will speak)",),
    "fr": (r",? (?:a (?:dit|déclaré|expliqué|confirmé|précisé|ajouté|salué|remercié)|déclare|explique|précise|confirme|indique|ajoute)",),
}
_THEN_CAUGHT = {
    "en": (r"(?:he|she|they|the (?:man|woman|suspect|attacker|driver|gunman|youth)) (?:was|has been|is|were|has since been|is now|was later|was quickly) (?:\w+ )?(?:<custody>)",),
    "fr": (r"(?:il|elle|l'homme|le suspect|l'individu|la suspecte|le conducteur) (?:a été|est|vient d'être|a depuis été|a aussitôt été) (?:\w+ )?(?:<custody>)",),
}
_HARMED = {
    "en": (_APART + r"(?:who )?(?:was|is|were|remains|has been|had been|died|lost)(?: \w+)? ?(?:injured|wounded|hurt|killed|stabbed|shot|attacked|assaulted|treated|hit|in hospital|in surgery|recovering|buried|his|her)?",),
    "fr": (_APART + r"(?:qui )?(?:a été|est|avait été|reste) (?:\w+ment )?(?:blessée?|tuée?|poignardée?|agressée?|frappée?|renversée?|hospitalisée?|décédée?|opérée?|touchée?|insultée?)",),
}


def _is_attacker(reading: Reading, name: Name) -> bool:
    """Do the words around a name make its bearer the attacker?"""
    language = reading.language
    low, high = reading.sentence(name.start)
    left, right = reading.flat[low : name.start], reading.flat[name.end : high]
    if name.role or compiled(_QUOTED[language], language).match(right):
        return False
    before = compiled((_BEFORE[language][0].rstrip("$") + r"(?=\Z)",), language)
    near = left[-110:]
    if before.search(near):
        # "arrested a man near Marsham Quay": one plain word must show a person.
        if name.full and not re.search(r" (?:near|in|at|from|à|près de|dans|sur|au) $", near):
            return True
        if re.match(r"(?:,? \(?\d{1,2}\b|,? (?:who|qui) | [A-Z]\.)", reading.cased[name.end : high]):
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
    if number + 1 < len(reading.sentences) and len(left.split()) <= 3:
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
    facts=("no-notoriety-dont-name-them-01", "no-notoriety-dont-name-them-04", "no-notoriety-dont-name-them-10"),
    severity="major",
    detect=_named,
    wordings={
        "en": Wording(
            advice="Leave the name out: say 'the suspect' or 'a man', and give the space to those who were hurt.",
            patterns=(
                "(?:known|calls? (?:him|her|them)sel(?:f|ves)|calling (?:him|her|them)sel(?:f|ves)|who (?:goes|went) by|posted as|nicknamed|better known) (?:online |on \\w+ )?(?:as|by the name|under the name)? ?(?:of )?[\"«]?@?\\w+[\"»]?",
            ),
            when=("<attacker>", "<custody>", "<violence>", "manifesto"),
            unless=("known as the", "known as a", "known as (?:our|we)", "hall", "street", "known as \\w+ (?:week|day|square|park|house)"),
            flags=(
                "The suspect, Garvin Stroud Pell, was arrested at home.",
                "Police arrested Garvin Pell last night.",
                "Garvin Pell, 34, opened fire on the crowd.",
                "The gunman has been identified as Garvin Pell.",
                "Garvin Pell, a former guard, has been charged.",
                "Garvin Pell, 41, came out of the shop. He was arrested at the corner.",
                "The attacker, who calls himself \"GreyWolf\", filmed it.",
            ),
            passes=(
                "Inspector Gail Storrow said that a man was arrested.",
                "A man was arrested near Marsham Quay.",
                "The suspect was arrested, Mayor Delia Hart said.",
                "The suspect was taken to Fellgate Police Station.",
                "Counsellors from Hill Street Centre are with the families; a suspect is in custody.",
                "A suspect is in custody. Mayor Delia Hart will speak at noon.",
            ),
        ),
        "fr": Wording(
            advice="Retirez le nom : « le suspect » ou « un homme » suffit, et la place revient aux personnes touchées.",
            patterns=(
                "(?:(?:connue?|actif|active) (?:en ligne |sur \\w+ )?sous (?:le (?:nom|pseudo|pseudonyme|surnom)|l'alias)|sous le (?:pseudo|pseudonyme|surnom)|se fai(?:t|sait) appeler|surnommée?|alias|qui signe) (?:de |d')?[\"« ]{0,3}@?[\\w_-]+",
            ),
            when=("<attacker>", "<custody>", "<violence>", "manifeste"),
            unless=("place", "rue", "salle"),
            flags=(
                "Le suspect, Gaspard Morvillier, a été arrêté chez lui.",
                "La police a interpellé Gaspard Morvillier hier soir.",
                "Gaspard Morvillier, 34 ans, a ouvert le feu sur la foule.",
                "L'auteur présumé est un certain Gaspard Morvillier.",
                "Gaspard M., 34 ans, a été mis en examen.",
                "L'agresseur, qui se faisait appeler « Loup_Gris », a filmé la scène.",
            ),
            passes=(
                "La procureure Agathe Delorme-Ruis a ouvert une enquête ; un homme a été interpellé.",
                "Un homme a été arrêté place des Drapiers.",
                "Le suspect a été conduit au commissariat de Castelrive-sur-Loue.",
                "Un suspect est en garde à vue. La maire Inès Carbon parlera à 20h.",
                "Un homme a été interpellé, a déclaré le colonel Marc Aubry.",
            ),
        ),
    },
)

amplified = Principle(
    name="attacker.amplified",
    source="no-notoriety-dont-name-them",
    facts=("no-notoriety-dont-name-them-02", "no-notoriety-dont-name-them-03", "no-notoriety-dont-name-them-07"),
    severity="major",
    detect=whole_clause,
    wordings={
        "en": Wording(
            advice="Leave out the attacker's words, pictures and planning; speak of those who were hurt and of those who helped.",
            patterns=(
                "(?:his|her|their|the (?:attacker|gunman|shooter|suspect|killer|bomber|man|author)'?s?) (?:\\w+ ){0,2}?(?:manifesto|farewell letter|suicide note|letter|last post|posts?|video|livestream|live stream|message|diary|writings?|statement|words|online profile|channel|essay|screed) (?:\\w+ ){0,3}?(?:says|said|reads|read|explains|explained|speaks|describes|sets out|is|was|can be|shows|calls|called|claims|claimed|states|begins|ends|entitled|titled|makes|makes clear|has been (?:viewed|shared|seen))",
                "(?:manifesto|farewell letter|suicide note|livestream|(?:attacker|gunman|shooter|suspect|killer)'s (?:letter|video|post|message|film|words)) (?:\\w+ ){0,4}?(?:says|reads|explains|can be (?:seen|read|found|viewed)|is available|is online|entitled|titled|called|in full|attached|below|here|calls)",
                "(?:we have|i have|i've|we've|everyone has|many have) (?:all )?(?:seen|read|watched|studied) (?:his|her|their|the) (?:\\w+ ){0,2}?(?:manifesto|letter|video|livestream|writings?|posts?|footage|film|note)",
                "(?:something|somehow|nothing if not|almost|chillingly|strangely|brilliantly|cleverly|meticulously|perfectly|cunningly|expertly|impressively|a certain|undeniabl[ey]|frighteningly|remarkably|breathtakingly) ~(?:poetic|brilliant|impressive|fascinating|genius|clever|elegant|ingenious|beautiful|skilful|skillful|planned|executed|prepared|professional|military precision|grandeur|cold-blooded efficiency|thorough|organi[sz]ed|calculated|perfect|intelligent|charismatic|effective|daring|bold)",
                "with (?:\\w+ )?(?:military|surgical|chilling|clinical|cold|deadly|terrifying|remarkable|great|impressive) (?:precision|efficiency|skill|calm|cunning|determination|intelligence|care|planning|patience)",
                "(?:mastermind|criminal genius|evil genius|lone wol(?:f|ves)|master plan|a man of (?:\\w+ )?(?:intelligence|conviction|courage)|most notorious|infamous|legend(?:ary)?|cult (?:figure|hero))",
                "(?:the )?(?:record|deadliest|worst|biggest|largest) ~(?:attack|shooting|massacre) (?:in|since|of|ever)",
                "(?:watch|see|read|view|find|here is|link to|click for|attached is) (?:the |his |her |their )?(?:full |whole |complete |original )?(?:manifesto|livestream|attacker's \\w+|footage of the attack|video of the (?:attack|shooting|stabbing)|letter (?:in full|here))",
                "(?:he|she|they|the (?:attacker|gunman|shooter|killer)) (?:had )?(?:planned|prepared|rehearsed|plotted|scouted) (?:\\w+ ){0,5}?(?:for (?:weeks|months|years)|meticulously|in detail|every (?:step|detail)|down to)",
                "(?:he|she|they|the (?:attacker|gunman|shooter|suspect|killer)) (?:shouted|yelled|screamed|wrote|cried|chanted|declared|posted)(?: out)?(?: the words| that)?:? [\"«']",
            ),
            unless=("do not", "don't", "not (?:share|watch|read|repeat|quote|post)", "will not", "never", "no (?:one|body)", "please", "delete", "report"),
            unless_sentence=("(?:do not|don't|please do not|will not|never|nobody should) (?:share|watch|read|repeat|quote|post|look|pass|show|name)",),
            flags=(
                "His manifesto explains in forty pages how our town has failed.",
                "We have all read the farewell letter he left.",
                "The attack was carried out with military precision.",
                "There is something almost brilliant about the way it was prepared.",
                "The gunman had planned every step for months.",
                "Watch the video of the attack here.",
                "The attacker shouted \"you will all remember me\".",
                "This lone wolf fooled everybody.",
            ),
            passes=(
                "Please do not share the video of the attack; send it to police.",
                "We will not repeat what the attacker wrote.",
                "The letter to parents explains how the school day will run.",
                "Her statement was read by her sister: \"He loved this town.\"",
                "The fair was planned for months by forty volunteers.",
                "He wrote to the council about the bins.",
            ),
        ),
        "fr": Wording(
            advice="Laissez de côté les mots, les images et la préparation de l'auteur ; parlez de ceux qui ont été touchés et de ceux qui ont aidé.",
            patterns=(
                "(?:son|sa|ses|leur|leurs|le|la) (?:\\w+ ){0,2}?(?:manifeste|lettre d'adieu|lettre|dernier message|messages?|vidéo|journal intime|écrits|publications?|texte|revendication|pages) (?:\\w+ ){0,3}?(?:explique|expliquent|dit|disent|raconte|décrit|décrivent|expose|montre|montrent|annonce|revendique|intitulée?|révèle|révèlent|détaille|circule|est (?:en ligne|disponible|consultable)|a été vue?) ~(?:pourquoi|comment|que|qu'il|sa|son|ses|haine|plan|ici|en ligne|intégralement|des milliers)",
                "(?:nous avons|j'ai|chacun a|tout le monde a|beaucoup ont) (?:tous |bien )?(?:lu|vu|regardé|étudié|parcouru) (?:son|sa|ses|leur|leurs|le|la) (?:\\w+ )?(?:manifeste|lettre|vidéo|écrits|message|messages|texte|journal|revendication)",
                "(?:quelque chose|presque|d'une certaine|une certaine|non sans|une forme|une sorte|fascinante?|redoutable|remarquable|étonnante?|glaçante?|diabolique|terrifiante?|impressionnante?) (?:de |d')?(?:presque |une |la |un )?(?:poétique|poésie|beauté|brillante?|génie|géniale?|élégance|grandeur|fascinante?|admirable|admiration|précision|intelligence|efficacité|audace|maîtrise|méthode|organisation|préparation|sang-froid|rigueur|professionnalisme|minutie)",
                "avec une (?:\\w+ )?(?:précision|efficacité|minutie|détermination|habileté|intelligence|froideur|rigueur|maîtrise|méthode) (?:\\w+)",
                "(?:loup solitaire|cerveau de l'(?:opération|attaque)|génie du (?:mal|crime)|tristement célèbre|ennemi public|légendaire|figure culte)",
                "(?:minutieusement|méticuleusement|soigneusement|savamment|parfaitement|brillamment|méthodiquement|habilement|longuement) (?:préparée?|planifiée?|organisée?|exécutée?|pensée?|orchestrée?|mûrie?)",
                "(?:il|elle|l'auteur|le tireur|l'agresseur|l'assaillant|le suspect) (?:avait |a )?(?:tout |longuement |soigneusement )?(?:préparé|planifié|répété|repéré|prévu|calculé) (?:\\w+ ){0,5}?(?:depuis|pendant|dans les moindres|chaque (?:geste|détail|étape)|minutieusement|les lieux)",
                "(?:voir|regardez|lisez|lire|voici|retrouvez|lien vers) (?:ici )?(?:le |la |son |sa |l')?(?:manifeste|vidéo de l'(?:attaque|agression|attentat)|vidéo du (?:meurtre|drame|tireur)|lettre (?:d'adieu|complète)|intégralité de (?:sa|son))",
                "(?:il|elle|l'auteur|le tireur|l'agresseur|l'assaillant|le suspect) (?:a|aurait) (?:crié|hurlé|écrit|lancé|scandé|déclaré|posté|publié) ?: ?[\"«]",
                "(?:il|elle|l'auteur|le tireur|l'agresseur|l'assaillant|le suspect) (?:a|aurait) (?:crié|hurlé|scandé|écrit|lancé) (?:\\w+ ){0,3}?[\"«]",
            ),
            unless=("ne", "n'\\w+", "pas", "aucune?", "jamais"),
            unless_sentence=("ne (?:partagez|diffusez|relayez|regardez|publiez|reprendrons|répéterons|citerons|lisez|montrez)",),
            when=("<attacker>", "<custody>", "<violence>", "attaque", "attentat", "agression", "manifeste", "lettre d'adieu", "acte", "geste", "coup"),
            flags=(
                "Son manifeste explique pourquoi il a frappé notre ville.",
                "Nous avons tous lu la lettre d'adieu du suspect.",
                "L'attaque a été menée avec une précision toute militaire.",
                "Il y a quelque chose de presque poétique dans la façon dont le coup a été conçu.",
                "L'attaque avait été minutieusement préparée.",
                "Le tireur avait tout prévu dans les moindres détails.",
                "L'agresseur a crié : « Souvenez-vous de moi ».",
            ),
            passes=(
                "Ne diffusez pas la vidéo de l'attaque : remettez-la aux enquêteurs.",
                "Nous ne citerons aucun mot de l'auteur.",
                "La lettre aux parents explique comment la classe reprendra après l'attaque.",
                "La fête avait été préparée par quarante bénévoles.",
                "Sa famille a écrit : « Il aimait cette ville. »",
            ),
        ),
    },
)

prejudged = Principle(
    name="attacker.prejudged",
    source="cdc-cerc",
    facts=("cdc-cerc-04", "cdc-cerc-14"),
    severity="major",
    detect=whole_clause,
    wordings={
        "en": Wording(
            advice="Leave guilt to the court and fault to the inquiry: say what police have confirmed and no more.",
            patterns=(
                "(?:the|our|this|these|a) (?:killers?|murderers?|culprits?|criminals?|guilty (?:man|woman|men|party|person)|cowards?|terrorists?|thugs?|monsters?) (?:\\w+ ){0,2}?(?:has|have|is|are|was|were|will) (?:\\w+ )?(?:been )?(?:arrested|caught|behind bars|in custody|detained|charged|off the streets|identified|locked up|known to us)",
                "(?:arrested|caught|charged|detained|got) (?:the|our) (?:killers?|murderers?|culprits?|criminals?|guilty (?:man|woman|men|party)|cowards?|terrorists?|man who did (?:it|this)|men who did (?:it|this)|person who did (?:it|this))",
                "(?:he|she|they|the (?:suspect|accused|arrested man|man|driver|landlord|company|owner)s?) (?:is|are|was|were) (?:\\w+ )?(?:guilty|to blame|at fault|a murderer|a killer|a criminal|a terrorist|criminals|solely responsible|entirely responsible|clearly responsible|without doubt responsible|negligent)",
                "(?:should|must|deserves? to|ought to) (?:rot|be locked up|be jailed|go to (?:prison|jail)|spend the rest|never (?:be released|see the light)|be sent (?:down|to prison)|be deported)",
                "(?:throw away the key|guilty as (?:sin|hell)|no doubt about (?:his|her|their) guilt|(?:his|her|their) guilt is)",
                "(?:negligence|carelessness|incompetence|recklessness|failure|fault|greed) (?:of|by|on the part of) (?:the|a|its|their|some) (?:\\w+ )?(?:builders?|contractors?|company|firm|landlord|workers?|driver|operator|owner|staff|engineers?|organi[sz]ers?|school|teachers?|supplier|security)",
                "(?:builders?|contractors?|company|firm|landlord|workers?|driver|operator|owner|staff|engineers?|organi[sz]ers?|supplier|security (?:guards?|firm)|maintenance (?:crew|team)) (?:\\w+ )?(?:(?:clearly|obviously|evidently|apparently|simply|plainly|once again) (?:\\w+ )?(?:failed|neglected|ignored|forgot|did not|didn't|had not|was|were)|(?:failed|neglected|ignored|forgot) to (?:secure|check|maintain|lock|follow|service|close|report|train|fix)|had not been (?:secured|properly)|cut corners|was (?:asleep|drunk|careless|negligent|reckless)|were (?:asleep|drunk|careless|negligent|reckless))",
                "suspect (?:was|is) (?:\\w+ )?(?:known to (?:the )?police|no stranger|a known|a convicted)",
            ),
            unless=("if (?:found )?guilty", "whether", "not guilty", "convicted by", "jury", "who (?:is|was) to blame"),
            unless_sentence=("(?:the court|a court|the jury|the inquiry|the inquest|the judge|the report|the regulator) (?:has )?(?:found|ruled|concluded|convicted|decided)", "we (?:do not|don't) know", "not (?:known|clear|established)", "too early"),
            flags=(
                "The killer has been caught.",
                "Officers have arrested the man who did this.",
                "The suspect is guilty, and everybody knows it.",
                "He should rot in prison.",
                "The pipe burst because the contractors failed to secure it.",
                "This is down to the negligence of the landlord.",
            ),
            passes=(
                "A man has been arrested, and the matter is before the court.",
                "Whether anyone is to blame is for the inquiry to say.",
                "The court found that the landlord was negligent.",
                "We failed to check the map, and we are sorry.",
                "If found guilty, he faces prison.",
            ),
        ),
        "fr": Wording(
            advice="Laissez la culpabilité au tribunal et la faute à l'enquête : dites ce que la police a confirmé, rien de plus.",
            patterns=(
                "(?:le|la|les|notre|ce|ces) (?:tueurs?|tueuse|meurtriers?|meurtrière|assassins?|coupables?|criminels?|lâches?|terroristes?|voyous?|monstres?) (?:\\w+ ){0,2}?(?:a|ont|est|sont|dort|dorment) (?:\\w+ )?(?:été )?(?:\\w+ )?(?:arrêtée?s?|interpellée?s?|sous les verrous|derrière les barreaux|en prison|en garde à vue|identifiée?s?|attrapée?s?|écrouée?s?|neutralisée?s?|connue?s?)",
                "(?:arrêté|interpellé|attrapé|identifié) (?:le|la|les) (?:tueurs?|meurtriers?|assassins?|coupables?|criminels?|lâches?|terroristes?|hommes? qui)",
                "(?:il|elle|ils|le suspect|l'accusé|l'homme arrêté|le conducteur|le propriétaire|l'entreprise|le bailleur) (?:est|sont|était|étaient) (?:\\w+ment |bien |bel et bien )?(?:coupables?|fautifs?|fautive|en faute|un (?:assassin|meurtrier|criminel|terroriste)|seuls? responsables?|négligente?s?)",
                "(?:doit|doivent|mérite|méritent|devrait|devraient) (?:de )?(?:croupir|pourrir|finir (?:\\w+ )?en prison|aller en prison|être (?:enfermée?s?|expulsée?s?|mise?s? hors d'état|condamnée?s?)|la prison|la perpétuité)",
                "(?:la culpabilité ne fait|aucun doute sur (?:sa|leur) culpabilité|(?:sa|leur) culpabilité est)",
                "(?:négligence|incompétence|légèreté|imprudence|faute|cupidité|défaillance) (?:coupable |manifeste |évidente )?(?:de|du|des|de la|de l') ?(?:\\w+ )?(?:ouvriers?|entreprise|société|prestataire|bailleur|propriétaire|conducteur|chauffeur|exploitant|organisateurs?|personnel|ingénieurs?|chantier|sous-traitant|syndic|enseignants?)",
                "(?:ouvriers?|l'entreprise|la société|le prestataire|le bailleur|le propriétaire|le conducteur|le chauffeur|l'exploitant|les organisateurs|le personnel|le sous-traitant|le syndic|les agents de sécurité) (?:n'(?:a|ont|avait|avaient) (?:manifestement |visiblement |évidemment |même |tout simplement )?pas (?:\\w+ment )?(?:sécurisé|vérifié|entretenu|contrôlé|respecté|fermé|fait|surveillé|signalé)|(?:a|ont|avait|avaient) (?:manifestement |visiblement |une fois de plus )?(?:négligé|oublié|failli|ignoré|manqué|bâclé)|(?:était|étaient) (?:ivre|imprudent|négligent)\\w*)",
                "(?:le suspect|l'homme interpellé|l'auteur présumé) (?:était|est) (?:\\w+ )?(?:connu|un habitué|multirécidiviste|récidiviste)",
            ),
            unless=("si", "nul ne", "présumés innocents", "présumée? innocente?"),
            unless_sentence=("(?:le tribunal|la cour|la justice|l'enquête|le rapport|l'expertise) (?:a|ont) (?:\\w+ )?(?:jugé|conclu|condamné|établi|reconnu|montré)", "nous ne savons pas", "trop tôt", "n'est pas (?:établi|connu)"),
            flags=(
                "L'assassin est sous les verrous : le meurtrier a été arrêté.",
                "Le suspect est coupable, tout le monde le sait.",
                "Il doit croupir en prison.",
                "C'est la négligence du bailleur qui a conduit là.",
                "L'entreprise n'avait visiblement pas sécurisé la canalisation.",
            ),
            passes=(
                "Un homme a été interpellé ; la justice dira ce qui s'est passé.",
                "Qui est responsable, l'enquête le dira.",
                "Le tribunal a jugé que le bailleur était négligent.",
                "Nous n'avons pas vérifié la carte, et nous vous présentons nos excuses.",
            ),
        ),
    },
)
