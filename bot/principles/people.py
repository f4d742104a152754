"""People first: those who were hurt come before the institution, and never at fault."""

from __future__ import annotations

from collections.abc import Iterator

from bot.principles.base import (
    Place,
    Principle,
    Wording,
    compiled,
    phrase,
    says,
    whole_clause,
)
from bot.principles.reading import Reading

_EN_VICTIM = "(?:they|she|he|<victim>)"

blames_victims = Principle(
    name="people.blames-victims",
    source="cdc-cerc",
    facts=("cdc-cerc-10", "cdc-cerc-11"),
    severity="major",
    detect=whole_clause,
    wordings={
        "en": Wording(
            advice="Take out what makes those who were hurt look at fault; say what was done to them and who stands by them.",
            patterns=(
                "(?:tenants?|residents?|families|parents|victims?|worshippers?|householders?|occupants?|customers?|passengers?|women|students?|users?|organi[sz]ers?) (?:are|is|should be|must be) (?:\\w+ )?(?:reminded|urged to remember|asked to remember|advised|told) (?:once (?:more|again) )?(?:of|that|to (?:respect|observe|comply|follow their|take more care|be more careful))",
                _EN_VICTIM + " (?:\\w+ )?(?:should (?:not |never )?have|ought (?:not )?to have|could have (?:avoided|prevented|called|stayed|left|locked|thought)|might have (?:avoided|thought)|need not have|had no business|had no reason to be)(?: been| known| left| stayed| locked| gone| walked| called| checked| listened| heeded| thought)?",
                _EN_VICTIM + " (?:\\w+ )?(?:knew|must have known|were well aware of|was well aware of|ignored|had ignored|chose to ignore|disregarded|took|had been) (?:\\w+ )?(?:the risks?|the dangers?|(?:our |the |all |repeated |every )?warnings?|a risk|risks|warned|told (?:to|not))",
                "(?:brought (?:it|this) (?:up)?on (?:themselves|himself|herself)|asking for (?:it|trouble)|only (?:themselves|himself|herself) to blame|partly (?:to blame|responsible|at fault)|not (?:entirely|wholly|completely) (?:innocent|blameless)|not without (?:blame|fault)|courting (?:trouble|danger)|their own (?:fault|doing|making|negligence|carelessness)|(?:her|his) own (?:fault|doing|carelessness))",
                "(?:provoked|provocation|provocative|had been provoking|inflamed|antagoni[sz]ed) (?:\\w+ ){0,3}?(?:by|from|of|behaviou?r|presence|event|clothes|dress|display|the (?:attack|crowd|men|group|mood|town))",
                "(?:(?:walking|out|travelling|going home|cycling|jogging) (?:home )?alone (?:so late|late|at (?:night|that hour|such an hour))|at (?:that|such a late|such an|this late) hour|dressed (?:like|as|in a)|(?:what|why) (?:was|were) (?:she|he|they) doing)",
                "(?:if|had) (?:only )?" + _EN_VICTIM + " (?:had )?(?:only )?(?:not |n't |never |simply |just )?(?:been more careful|locked|listened|stayed|called|followed|kept|taken more care|reported|heeded|left|paid attention)",
                "(?:failed|neglected|forgot) to (?:lock|close|report|heed|follow (?:the|our|advice)|take (?:care|precautions)|check|supervise|watch|leave in time)",
                "lack of (?:care|caution|vigilance|supervision) (?:by|on the part of|from) (?:the )?(?:tenants?|residents?|parents|families|victims?|organi[sz]ers?|owners?)",
                "(?:unwise|naive|imprudent|careless|reckless|foolish|irresponsible)(?:ly)? (?:of|enough|behaviou?r|choice|decision|of them|of her|of him|to (?:have|hold|walk|open|go|be))",
            ),
            unless=("we", "i", "the (?:city|council|town|administration|company|landlord)", "not (?:her|his|their) fault", "nobody", "no one", "never", "nothing (?:they|she|he)", "should not have (?:to|happened)", "have to", "should never have (?:to|had to)", "(?:should|could) not have (?:happened|had to)", "attacker\\w*", "drivers? (?:are|is)"),
            unless_sentence=("not (?:to blame|at fault|responsible for)", "(?:nothing|nobody|no one) (?:she|he|they|who)? ?(?:did|wore|said|could have|should have)", "we (?:should|ought)"),
            flags=(
                "Residents are reminded that doors must be kept shut.",
                "She should not have been out at that time.",
                "They knew the risk they were taking.",
                "The organisers ignored repeated warnings.",
                "The couple are partly to blame for what happened.",
                "If only they had locked the gate, we would not be here.",
                "The victims had only themselves to blame.",
                "The event was seen as a provocation by many, and its provocative display was bound to end badly.",
            ),
            passes=(
                "We should have told the families sooner, and I am sorry.",
                "Nothing they did or wore excuses this.",
                "Residents can return to their homes from noon.",
                "No child should have to be afraid on the way to school.",
                "Please lock your doors tonight and call 101 if you see anything.",
                "They came to pray, and they were hurt.",
                "We failed to check the map.",
            ),
        ),
        "fr": Wording(
            advice="Retirez ce qui fait passer les personnes touchées pour fautives ; dites ce qu'on leur a fait et qui est à leurs côtés.",
            patterns=(
                "(?:il est |nous )?(?:rappelons|rappelé|rappelle|convient de rappeler)(?: \\w+)? (?:aux|à nos|à tous les) (?:locataires|habitants|résidents|familles|parents|victimes|fidèles|commerçants|organisateurs|usagers|riverains|occupants)",
                "(?:locataires|habitants|résidents|familles|parents|victimes|fidèles|commerçants|organisateurs|usagers|occupants) (?:sont|doivent être) (?:\\w+ )?(?:rappelé\\w*|priée?s de (?:respecter|se conformer|faire preuve de (?:prudence|vigilance))|tenue?s (?:de|à))",
                "<victim>(?: \\w+)? (?:n'?)?(?:aurai(?:t|ent) (?:pas |mieux |peut-être |bien )?(?:dû|pu|fait)|n'aurai(?:t|ent) (?:pas|jamais|peut-être pas) (?:dû|pu)|savai(?:t|ent)|connaissai(?:t|ent) (?:le|les) (?:risques?|dangers?)|n'avai(?:t|ent) (?:rien à faire|qu'à)|n'(?:a|ont|avait|avaient) pas (?:écouté|respecté|tenu compte|suivi|fermé|pris (?:soin|garde|les précautions)))",
                "(?:l'(?:a|ont|avait|avaient) (?:bien |un peu )?cherché|ne (?:s'en )?prendre qu'à (?:eux|elles|lui|elle|soi)|(?:eux|elles|lui|elle)-mêmes? (?:responsables?|fautifs?|en partie)|en partie (?:responsables?|fautifs?|fautives?)|part de responsabilité|pas (?:tout à fait|entièrement|totalement) (?:innocente?s?|étrangère?s?))",
                "(?:malgré|en dépit de|sans tenir compte de|au mépris de) (?:tous |toutes |de )?(?:les |nos |des |ses )?(?:multiples |nombreux |nombreuses |nos )?(?:avertissements|mises en garde|rappels|consignes|recommandations)",
                "(?:imprudence|imprudente?s?|naïveté|insouciance|légèreté|inconscience|manque de (?:vigilance|prudence|surveillance)|défaut de surveillance|négligence) (?:de |des |du |de la |d'|de ces |de ses |de la part de[s]? )(?:la |les |l'|certaines? |certains )?(?:\\w+ )?(?:victimes?|locataires?|parents|familles?|habitants?|résidents|jeune fille|jeune femme|intéressée?|organisat\\w+|occupants?|passants?|commerçante?s?)",
                "(?:provocation|provocatrice|provoquante?|provoqué(?:e|s)?) (?:\\w+ ){0,3}?(?:de la part|des|du|par|tenue|présence|attitude|la foule|la colère)|(?:tenue|attitude|présence|affichage|soirée) (?:\\w+ )?(?:provocante|provocatrice|ostentatoire)",
                "(?:à une (?:heure|telle heure)(?: pareille| aussi tardive| indue| si tardive| avancée)|se promen(?:er|ait|aient) seule?s?|rentr(?:er|ait) seule?|sort(?:ir|ait) seule?|que (?:faisait|faisaient|venait faire)-(?:elle|il|ils|elles)|habillée? (?:de cette|comme))",
                "si <victim> (?:n'?)?(?:avai(?:t|ent)|étai(?:t|ent)) (?:pas |mieux |simplement |seulement )?(?:écouté|fermé|respecté|prévenu|appelé|suivi|été plus|restée?s?|signalé|pris|fait)",
            ),
            unless=("nous", "je", "la (?:ville|commune|mairie)", "personne", "jamais (?:avoir|à)", "rien de ce", "ne devrai\\w+", "aucun enfant", "n'aurait (?:jamais )?dû (?:se produire|arriver|avoir lieu)", "n'auraient (?:jamais )?dû (?:se produire|arriver)"),
            unless_sentence=("n'(?:est|sont|y est|y sont) pour rien", "pas (?:sa|leur) faute", "rien (?:ne|n')\\w* (?:justifie|excuse)"),
            flags=(
                "Il est rappelé aux locataires que les portes doivent rester fermées.",
                "La jeune femme n'aurait pas dû sortir seule.",
                "Les organisateurs connaissaient les risques.",
                "Ils l'ont bien cherché.",
                "Les victimes ne peuvent s'en prendre qu'à elles-mêmes.",
                "Les fidèles sont restés malgré nos avertissements.",
                "Elle se promenait seule à une heure aussi tardive.",
            ),
            passes=(
                "Nous aurions dû prévenir les familles plus tôt, et je m'en excuse.",
                "Rien de ce qu'elles ont fait n'excuse cet acte.",
                "Les habitants peuvent rentrer chez eux à partir de midi.",
                "Aucun enfant ne devrait avoir peur sur le chemin de l'école.",
                "Fermez vos portes ce soir et appelez le 17.",
                "Ils étaient venus prier.",
            ),
        ),
    },
)


def _not_of_the_suspect(reading: Reading, wording: Wording) -> Iterator[Place]:
    """The past of whoever was hurt; the suspect's is another principle's business."""
    for start, end in whole_clause(reading, wording):
        low, _ = reading.sentence(start)
        left = reading.flat[low:end]
        if not compiled(("<attacker>", "<custody>"), reading.language).search(left):
            yield start, end


victim_record = Principle(
    name="people.victim-record",
    source="cdc-cerc",
    facts=("cdc-cerc-10", "cdc-cerc-11"),
    severity="major",
    detect=_not_of_the_suspect,
    wordings={
        "en": Wording(
            advice="Leave out the past, the habits and the opinions of those who were hurt: they have no bearing on what was done to them.",
            patterns=(
                "(?:was|were|is|are|had been|who (?:was|were)) (?:\\w+ )?(?:well |already |previously |long |not un)?(?:known to (?:the )?(?:police|officers|authorities|us|social services|law enforcement|the (?:courts?|council))|no strangers? to (?:the )?(?:police|trouble|violence|drugs|controversy|authorities|courts?))",
                "(?:has|have|had|with) (?:a|an|several|some|previous|prior|his|her|their|long) ~(?:criminal|police|prison|drug|arrest|court) (?:record|history|past)",
                "(?:previous|prior|past|earlier) (?:convictions?|arrests?|offences?|offenses?|brushes with|run-ins|trouble with)",
                "(?:well-known|known|notorious|prominent|self-declared|self-styled|left-wing|right-wing|far-left|hardline|vocal|controversial|radical) (?:\\w+ )?(?:activists?|agitators?|militants?|troublemakers?|campaigners?|radicals?|drug users?|addicts?|drinkers?|prostitutes?|sex workers?|squatters?|offenders?)",
                "(?:was|were|had been) (?:\\w+ )?(?:drunk|intoxicated|drinking|under the influence|on drugs|high on|homeless and drunk|unlicensed|in the country illegally|here illegally|undocumented|without papers|living illegally|claiming benefits|on benefits|behind with (?:the|their) rent)",
                "(?:troubled|chequered|checkered|dubious|colou?rful|turbulent|murky|questionable) (?:past|history|background|lifestyle|family|reputation)",
                "(?:illegal|overstayed|expired) (?:immigrant|visa|residence)|immigration status|asylum claim (?:was|had been|has been) (?:refused|rejected)|rejected asylum",
                "(?:unemployed|jobless|single mother of|twice-divorced|long-term claimant)",
            ),
            when=("<hurt>",),
            unless=("not", "no", "never", "drivers? who", "anyone who"),
            flags=(
                "The injured man was well known to police.",
                "The victim, who had a criminal record, is in hospital.",
                "Two well-known activists were slightly hurt.",
                "The woman who was attacked had been drinking.",
                "The young man who died had a troubled past.",
                "The man who was beaten was in the country illegally.",
            ),
            passes=(
                "The suspect is known to police, officers said; a woman is in hospital.",
                "The woman who was hurt is known to many of us from the library.",
                "Two people who had come to a stand against racism were hurt.",
                "A long history of friendship binds us to those who were hurt.",
            ),
        ),
        "fr": Wording(
            advice="Laissez de côté le passé, les habitudes et les opinions des personnes touchées : cela n'a rien à voir avec ce qu'on leur a fait.",
            patterns=(
                "(?:(?:défavorablement|bien|déjà|très) )?connue?s? (?:défavorablement |déjà |bien )?(?:de|des|par) (?:la |nos |les |nous |leurs )?(?:services(?: de (?:police|gendarmerie))?|police|gendarmerie|justice|forces de l'ordre|tribunaux|services sociaux)",
                "(?:casier judiciaire|antécédents(?: judiciaires)?|passé (?:judiciaire|trouble|agité|sulfureux|compliqué|chargé|de délinquant)|condamnations? (?:antérieures?|passées?)|déjà (?:été )?condamnée?s?|démêlés avec|multirécidivistes?)",
                "(?:militante?s?|activistes?|agitateurs?|agitatrices?|polémistes?|zadistes?|syndicalistes?) (?:\\w+ )?(?:bien |très )?(?:connue?s?|notoires?|radica\\w+|d'extrême gauche|d'ultragauche|politiques?|virulente?s?)",
                "(?:deux|trois|des|un|une|l'un|plusieurs) (?:militante?s? |activistes? )(?:d'extrême|d'ultra|de gauche|de droite|écologistes?|antifas?\\w*)",
                "(?:était|étaient|se trouvait|se trouvaient|serait|seraient) (?:\\w+ment )?(?:alcoolisée?s?|ivres?|en état d'(?:ivresse|ébriété)|sous l'(?:emprise|influence|effet)|en situation irrégulière|sans papiers|clandestine?s?|toxicomanes?)",
                "(?:en situation irrégulière|sans[- ]papiers|débouté\\w* (?:de l'asile|du droit d'asile)|sous le coup d'une (?:oqtf|expulsion)|au chômage|allocataire|sdf alcoolisé|toxicomane|prostituée)",
                "(?:mauvaises? fréquentations?|vie (?:dissolue|agitée|compliquée|instable|mouvementée)|réputation (?:sulfureuse|douteuse)|famille (?:à problèmes|connue|difficile))",
            ),
            when=("<hurt>",),
            unless=("pas", "ne", "jamais", "aucun", "quiconque"),
            flags=(
                "L'homme blessé était défavorablement connu des services de police.",
                "La victime, au passé trouble, est à l'hôpital.",
                "Deux militants bien connus ont été légèrement blessés.",
                "La femme agressée était alcoolisée.",
                "Le jeune homme tué avait de mauvaises fréquentations.",
                "L'homme frappé, en situation irrégulière, se remet.",
            ),
            passes=(
                "Le suspect est connu des services de police ; une femme est à l'hôpital.",
                "La femme blessée est connue de tous les habitués de la médiathèque.",
                "Deux personnes venues à un rassemblement contre le racisme ont été blessées.",
            ),
        ),
    },
)


def _prayers_alone(reading: Reading, wording: Wording) -> Iterator[Place]:
    """The formula, where no number, place or time shows that something is done."""
    from bot.principles.completeness import where_help_is

    if says(reading, where_help_is.wordings[reading.language].patterns):
        return
    for start, end in phrase(reading, wording):
        yield reading.clause(start, end)


thoughts_and_prayers = Principle(
    name="people.thoughts-and-prayers-only",
    source="cdc-cerc",
    facts=("cdc-cerc-08", "cdc-cerc-09", "cdc-cerc-18"),
    severity="major",
    detect=_prayers_alone,
    not_in=("qa", "partners"),
    wordings={
        "en": Wording(
            advice="Say to whom you speak and what you are doing for them; the formula alone helps nobody.",
            patterns=(
                "thoughts and (?:our |my )?prayers|prayers and (?:our |my )?(?:thoughts|condolences)|hopes and prayers",
                "(?:our|my) (?:thoughts|hearts?|prayers|sympathies|sympathy|condolences|deepest sympathies) (?:is|are|go(?:es)?)(?: out)? (?:with|to) (?:all|everyone|everybody|anyone|those|the victims|all those|all the)(?: of)? ?(?:affected|concerned|involved|of you|those affected|who (?:are|were|have been) (?:affected|involved|impacted))?",
                "(?:we|i) (?:send|offer|extend|express) (?:our|my) (?:\\w+ )?(?:thoughts|prayers|condolences|sympathies|sympathy)",
                "(?:praying|pray) for (?:everyone|all|the victims|our (?:town|city|community))",
            ),
            flags=(
                "Our thoughts and prayers are with everyone.",
                "Our thoughts go out to all those affected.",
                "We offer our deepest sympathies.",
                "We are praying for our city.",
            ),
            passes=(
                "Our hearts are with her and her family. The line 555-0142 is open all night.",
                "You had come for tea, and you were hurt. Nurses are waiting for you at the Scout hall, 12 Mill Lane.",
                "The prayers begin at noon.",
            ),
        ),
        "fr": Wording(
            advice="Dites à qui vous parlez et ce que vous faites pour eux ; la formule seule n'aide personne.",
            patterns=(
                "pensées et (?:nos |mes )?prières|prières et (?:nos |mes )?pensées",
                "(?:nos|mes|toutes nos|toutes mes) (?:pensées|prières|condoléances)(?: les plus \\w+| émues| attristées)? (?:vont|accompagnent|sont|s'adressent|se tournent)(?: \\w+)? (?:à|vers|avec|aux|tous|toutes|les) ?(?:tous|toutes|l'ensemble|ceux|celles|victimes|personnes)?",
                "(?:nous|je) (?:adressons|adresse|exprimons|exprime|présentons|présente|transmettons) (?:\\w+ )?(?:nos|mes|notre|mon) (?:plus )?(?:\\w+ )?(?:condoléances|pensées|sympathie|compassion|soutien moral)",
                "(?:nous )?(?:prions|priez) pour (?:tous|les victimes|notre ville)",
                "(?:une )?pensée (?:émue )?(?:pour|à) (?:toutes? |tous |l'ensemble )?(?:les |des )?(?:victimes|personnes (?:touchées|concernées))",
            ),
            flags=(
                "Nos pensées et nos prières accompagnent chacun.",
                "Nos pensées vont à toutes les personnes concernées.",
                "Nous adressons nos plus sincères condoléances.",
                "Une pensée émue pour les victimes.",
            ),
            passes=(
                "Nos pensées vont à sa famille. Une ligne d'écoute est ouverte : 01 99 00 12 34.",
                "Vous étiez venus partager un repas. La salle Mistral vous est ouverte, des psychologues vous y attendent.",
                "La prière du vendredi commence à 13h.",
            ),
        ),
    },
)

_INSTITUTION = {
    "en": (
        r"(?:the |our )?(?:~)(?:council|municipality|city administration|town administration|mayor's office|city hall|town hall|administration|authority|crisis (?:team|unit|cell)|emergency plan|executive|cabinet) (?:has|have|was|were|is|are|met|would|wishes|regrets|notes|deplores|confirms|activated|convened|took)",
        r"(?:i|we) (?:immediately |at once |personally )?(?:have )?(?:convened|chaired|activated|instructed|ordered|summoned|interrupted my|cut short)",
    ),
    "fr": (
        r"(?:la |le |notre |l')(?:~)(?:commune|ville|municipalité|mairie|conseil municipal|cellule de crise|plan communal|exécutif|cabinet|bureau municipal|équipe municipale|collectivité|métropole) (?:a|ont|est|regrette|déplore|rappelle|tient|prend|constate|souhaite|s'est|confirme|informe)",
        r"(?:j'ai|nous avons) (?:immédiatement |aussitôt |personnellement )?(?:convoqué|réuni|présidé|activé|donné instruction|déclenché|écourté|interrompu)",
    ),
}
_PEOPLE_HURT = {
    "en": (
        r"injured|wounded|hospital|died|dead|killed|hurt|famil(?:y|ies)|wounds|grie\w+|homeless|lost (?:their|her|his)|worshippers|victims?",
    ),
    "fr": (
        r"blessée?s?|hôpital|mortes?|morts?|décédée?s?|tuée?s?|familles?|proches|deuil|sans abri|ont tout perdu|fidèles|victimes?",
    ),
}


def _institution_leads(reading: Reading, wording: Wording) -> Iterator[Place]:
    """The first sentence is about the house, and the people come only later."""
    yield from whole_clause(reading, wording)
    lines = list(reading.sentences)
    if reading.headline:
        lines = lines[1:]
    if len(lines) < 4 or reading.channel not in ("holding", "statement", "remarks", "families"):
        return
    first, second = lines[0], lines[1]
    language = reading.language
    hurt = compiled(_PEOPLE_HURT[language], language)
    opening = reading.flat[first[0] : second[1]]
    later = reading.flat[second[1] :]
    if hurt.search(opening) or not hurt.search(later):
        return
    if found := compiled(_INSTITUTION[language], language).match(reading.flat, first[0]):
        yield first[0], reading.clause_end(found.end())


families_not_first = Principle(
    name="people.families-not-first",
    source="scn-ten-findings-2023",
    facts=("scn-ten-findings-2023-22", "scn-ten-findings-2023-23"),
    severity="major",
    detect=_institution_leads,
    wordings={
        "en": Wording(
            advice="Begin with those who were hurt and their families; the city's image, its procedures and its programme can wait.",
            patterns=(
                "(?:our|the|this|a) (?:\\w+ )?(?:town|city|borough|county|council|village|region|municipality|community)?(?:'s)? ?(?:good )?(?:image|reputation|good name|brand|standing|attractiveness|tourism|tourist season|visitor numbers|property values?|investors?|business climate|economy) (?:\\w+ ){0,4}?(?:suffers?|suffered|damaged?|hurt|harmed?|tarnish\\w*|stain\\w*|spoil\\w*|ruin\\w*|at stake|at risk|threatened|intact|be affected|affected|take a hit|dragged|destroyed?|will not|must not|cannot)",
                "(?:damag\\w+|tarnish\\w*|stain\\w*|spoil\\w*|ruin\\w*|harm\\w*|hurt\\w*|drag\\w*|blacken\\w*|destroy\\w*|bad for|blow (?:to|for)|stain on|protect\\w*|defend\\w*|worried (?:about|for)|concerned (?:about|for)) (?:\\w+ ){0,2}?(?:our|the|this) (?:\\w+ )?(?:\\w+'s )?(?:good )?(?:image|reputation|good name|brand|standing|attractiveness|tourism|tourist season|investors?|business climate|festival)",
                "(?:above all|first of all|first and foremost|most of all|to begin with|let me first) …(?:our (?:image|reputation|town's|city's|services|staff performed|procedures|plan)|the (?:image|reputation|good name|market|festival|economy|procedure)|proud of|thank the (?:council|administration|minister|governor))",
                "the (?:market|festival|fair|match|tournament|season|conference|parade) (?:will )?(?:takes? place|go(?:es)? ahead|continues?) (?:as (?:usual|planned|scheduled)|regardless|without (?:any )?change)",
            ),
            when=("<harm>",),
            unless=("not (?:about )?our (?:image|reputation)", "matters? (?:less|more)"),
            flags=(
                "We will not let this attack damage our good image.",
                "First and foremost, our reputation is at stake after the assault.",
                "The weekly market takes place as usual. Two people were injured.",
                "The stabbing is a blow to our tourist season.",
            ),
            passes=(
                "Two people were injured. Our thoughts are with them, and the market is closed today.",
                "First of all I think of the family of the man who died.",
                "The attack hurt the people who came to our festival.",
            ),
        ),
        "fr": Wording(
            advice="Commencez par les personnes touchées et leurs familles ; l'image de la ville, ses procédures et son agenda peuvent attendre.",
            patterns=(
                "(?:l'image|la réputation|le renom|l'attractivité|la notoriété|l'économie|le tourisme|la saison touristique|les investisseurs|le rayonnement) (?:de |du |d')?(?:\\w+ ){0,4}?(?:souffr\\w+|terni\\w*|entach\\w*|abîm\\w*|sali\\w*|écorn\\w*|en jeu|menacée?|intacte?|affectée?|pâtir\\w*|compromise?|détruite?)",
                "(?:terni\\w*|entach\\w*|abîm\\w*|sali\\w*|écorn\\w*|nui\\w*|gâch\\w*|port\\w+ atteinte|compromet\\w*|détrui\\w*|préserv\\w+|protég\\w+|défend\\w+|coup (?:dur )?(?:porté )?(?:à|pour)|mauvais pour|tache sur) (?:à )?(?:\\w+ ){0,2}?(?:l'image|la réputation|le renom|l'attractivité|le tourisme|la saison touristique|notre (?:\\w+ )?(?:image|réputation|attractivité|renom|saison|tourisme|festival)|la bonne image)",
                "(?:avant tout|tout d'abord|en premier lieu|je veux d'abord|nous tenons d'abord) …(?:l'image|la réputation|nos services|nos procédures|la procédure|le plan|féliciter|fière? de|remercier (?:le préfet|le conseil|les services|mon équipe))",
                "(?:le marché|le festival|la fête|le match|le tournoi|la saison|le salon|le carnaval) (?:aura (?:bien )?lieu|est maintenue?|se tiendra|se poursuit|continue) (?:normalement|comme (?:prévu|d'habitude|à l'accoutumée)|sans (?:aucun )?changement)",
            ),
            when=("<harm>",),
            unless=("peu importe", "compte moins"),
            flags=(
                "Nous ne laisserons pas cette agression ternir l'image de notre ville.",
                "Avant tout, l'image de la commune ne doit pas souffrir de cet incendie.",
                "Le marché aura lieu comme d'habitude. Deux personnes sont blessées.",
                "Cette attaque porte atteinte à la réputation de notre cité.",
            ),
            passes=(
                "Deux personnes sont blessées. Nous pensons à elles. Le marché est annulé.",
                "Je pense d'abord à la famille de l'homme qui est mort.",
                "L'attaque a touché des gens venus à notre festival.",
            ),
        ),
    },
)

minimised_harm = Principle(
    name="people.minimised-harm",
    source="cdc-cerc",
    facts=("cdc-cerc-06", "cdc-cerc-08"),
    severity="major",
    detect=whole_clause,
    wordings={
        "en": Wording(
            advice="Name the harm in plain words, at its true size, as those who suffered it would.",
            patterns=(
                "(?:an? |this |the |such |yesterday's |last night's |today's |sunday's |saturday's |friday's )?(?:\\w+ )?(?:isolated|minor|unfortunate|regrettable|unpleasant|trivial|small|little|so-called|silly|unlucky|deplorable|one-off|awkward) (?:and \\w+ )?(?:incidents?|events?|episodes?|acts?|occurrences?|mishaps?|matters?|affairs?|scuffles?|disturbances?|altercations?|upset|occasion)",
                "(?:an? |this |the |some |yesterday's |last night's )?(?:harmless|childish|schoolboy|youthful|silly|bad|stupid|foolish|student|practical|tasteless|mere|drunken|late-night) (?:prank|pranks|joke|jokes|antics|high spirits|mischief|fun|dare|jape|nonsense|scuffle|quarrel|banter)",
                "(?:a |some |the |just |only |mere |youthful )?(?:prank|pranks|antics|high spirits|horseplay|boys will be boys|a bit of fun|tomfoolery|scuffle|altercation|squabble|banter|rough and tumble|larking about|incivility|mischief)",
                "(?:just|only|merely|no more than|nothing more than|nothing but|at most|little more than|simply) (?:a |an |one |two |three |four |five |some |\\d+ )?(?:\\w+ )?(?:few|handful|couple|minor|small|slight|light|bit|scratches|bruises|windows?|paint|words|broken|injured|people (?:were|was|are) (?:hurt|injured|killed)|wounded|dead|injuries|deaths?|casualties|property|a little)",
                "(?:blown|built) (?:up )?out of (?:all )?proportion|storm in a teacup|making a mountain|no (?:big|great) deal|much ado|nothing (?:serious|dramatic|unusual)|(?:could|might) have been (?:much |far |a lot )?worse|not (?:that|so|particularly|very|too) (?:serious|bad|dramatic)|(?:it is|it's) not (?:the end|a tragedy|a drama)|exaggerat\\w+|overreact\\w+|over-react\\w+|oversensitive|a fuss|happens (?:everywhere|in every (?:town|city)|all the time)",
                "(?:slightly|only lightly|not seriously) (?:shaken|upset|inconvenienced)",
                "(?:got|gets|getting) (?:a (?:little|bit) )?out of hand|a few (?:hotheads|troublemakers|misguided|over-excited|overexcited|excitable|bored|drunken|lads|youngsters|youths|kids|bad apples|rowdies)",
                "mindless (?:vandalism|vandals|youths|act)|(?:simple|mere|plain|ordinary|routine|petty|common) (?:vandalism|damage|graffiti|nuisance|dispute|disagreement|misunderstanding|argument|quarrel)",
                "a (?:simple |mere |sad )?misunderstanding",
                "(?:of|in) a provocative nature|provocative (?:graffiti|inscriptions?|messages?|drawings?|writings?)|(?:inappropriate|tasteless|unfriendly|clumsy|unkind|unwelcome|awkward|insensitive) (?:graffiti|inscriptions?|messages?|drawings?|writings?|words|remarks?|comments?|slogans?|stickers?|symbols?|behaviou?r|gestures?|conduct)",
            ),
            when=("<harm>", "<hate_named>", "<hate_sign>"),
            unless=("not (?:just |only |merely |simply )?(?:a|an|some)", "not (?:just|only|merely|simply)", "no (?:isolated|small|minor|prank|joke)", "never", "is no", "was no", "isn't", "wasn't", "nothing (?:small|minor) about", "far from", "more than", "if only", "please", "can", "only (?:police|share|what|when|the)", "share only", "anything"),
            unless_sentence=("this was (?:not|no)", "call it (?:a|what)", "will not (?:call|be|treat)", "small things"),
            flags=(
                "The attack was an isolated incident.",
                "Yesterday's unfortunate incident has been dealt with. One man was hurt.",
                "A few hotheads threw stones. Two people were injured.",
                "Only three people were hurt in the fire.",
                "The swastikas were no more than a few lines of paint.",
                "It was a schoolboy prank; the graffiti is gone.",
                "The damage to the mosque has been blown out of proportion.",
            ),
            passes=(
                "This was no prank, and nobody who was hurt thinks so.",
                "The attack was not an isolated incident.",
                "Please share only what police have confirmed about the attack.",
                "At least nine people were injured.",
                "The assault was wrong, and we say so.",
                "Only police can say who was in the house when the fire began.",
            ),
        ),
        "fr": Wording(
            advice="Nommez le mal en mots simples et à sa vraie mesure, comme le feraient ceux qui l'ont subi.",
            patterns=(
                "(?:un |une |cet |cette |ces |ce |de |des |d'un |le |l'|les )?(?:simples?|petite?s?|banale?s?|malheureu(?:x|se|ses)|regrettables?|fâcheu(?:x|se|ses)|menus?|léger|légère|tristes?) (?:\\w+ )?(?:incidents?|événements?|épisodes?|faits?|accrochages?|affaires?|dégradations?|altercations?|incivilités?|chahuts?|débordements?|plaisanteries?|blagues?|bousculades?|désagréments?|gestes?|différends?|maladresses?|querelles?|divers)",
                "(?:incidents?|événements?|épisodes?|faits?|actes?|gestes?|dégradations?) (?:\\w+ )?(?:isolée?s?|regrettables?|malheureu(?:x|se|ses)|mineurs?|mineures?|sans gravité|sans importance|anodine?s?|ponctuels?|fâcheu(?:x|se|ses)|déplacée?s?)",
                "(?:incivilités?|chahut|plaisanterie|mauvaise blague|blague|débordements?|bousculade|échauffourée|altercation|enfantillages?|gamineries?|espièglerie|bêtises?|canular de mauvais goût|mauvais goût|écarts? de (?:conduite|langage)|maladresse)",
                "(?:de nature|à caractère|au caractère) (?:\\w+ment )?(?:provocat\\w+|déplacée?|inappropriée?|inamicale?|douteu\\w+|polémique|contestable)",
                "(?:inscriptions?|messages?|tags?|dessins?|propos|mots|slogans?|autocollants?|symboles?|gestes?|comportements?) (?:\\w+ment )?(?:provocat\\w+|déplacée?s?|inappropriée?s?|inamicaux|douteu\\w+|maladroite?s?|malvenue?s?|inopportune?s?|désobligeante?s?|de mauvais goût)",
                "(?:seulement|simplement|uniquement|juste|à peine|guère plus de|pas plus de|tout au plus) (?:un |une |deux |trois |quatre |cinq |quelques |des |\\d+ )(?:\\w+ )?(?:blessée?s?|vitres?|égratignures?|traces?|peinture|mots|gens|personnes|morts?|dégâts|coups?|jeunes|incidents?|inscriptions?|dégradations?)",
                "(?:n'|ne )\\w+ (?:été )?(?:\\w+ )?que (?:de |d'|des |quelques |un |une |deux |trois |\\d+ )(?:\\w+ )?(?:légère?s? |petite?s? |simples? )?(?:blessée?s?|vitres?|égratignures?|peinture|mots|dégâts|coups?|jeunes|incidents?|inscriptions?|dégradations?|bousculade|chahut|plaisanterie|matériels?)",
                "(?:sans (?:réelle |véritable |grande )?gravité|rien de (?:grave|dramatique|bien méchant|sérieux|très grave)|pas (?:si |très |bien |vraiment )(?:grave|méchant|dramatique|sérieux)|aurait pu être (?:bien |beaucoup )?pire|tempête dans un verre d'eau|monté en épingle|n'exagérons|il ne faut (?:pas|rien) (?:exagérer|dramatiser)|ne dramatisons|dédramatis\\w+|exagér(?:ée?s?|er|ons)|cela arrive partout|plus de peur que de mal|relativis\\w+)",
                "(?:quelques|une poignée de|certains|des) (?:\\w+ )?(?:jeunes désœuvrés|têtes brûlées|fauteurs de troubles?|excités|énergumènes|trublions|jeunes (?:éméchés|désœuvrés|turbulents)|esprits échauffés|fêtards|gamins|garnements)",
                "(?:un (?:simple |regrettable )?malentendu|simple (?:malentendu|dispute|querelle|différend))",
                "a (?:quelque peu |un peu )?(?:dégénéré|dérapé|mal tourné)",
            ),
            when=("<harm>", "<hate_named>", "<hate_sign>"),
            unless=("n'est (?:pas|en rien|ni)", "n'était (?:pas|en rien|ni)", "ce n'est (?:pas|ni)", "ni", "jamais", "loin d'être", "rien d'un", "pas (?:un|une) (?:simple|fait|acte|incident|plaisanterie|blague|incivilité)"),
            unless_sentence=("n'(?:est|était|a) (?:pas|rien|ni) (?:d')?(?:un|une)", "plus qu'une? "),
            flags=(
                "L'agression est un fait isolé.",
                "Ce regrettable incident est clos ; une personne est blessée.",
                "Quelques jeunes désœuvrés ont jeté des pierres.",
                "L'incendie n'a fait que deux blessés.",
                "Les tags, de nature provocatrice, ont été effacés.",
                "Une plaisanterie de mauvais goût a visé la synagogue ; les inscriptions ont disparu.",
                "Il ne faut pas dramatiser cette attaque.",
            ),
            passes=(
                "Ce n'est pas un fait isolé, et l'agression le rappelle.",
                "Ce n'était pas une plaisanterie : des familles ont été menacées.",
                "Neuf personnes sont blessées.",
                "Cet acte est grave, et je condamne ces violences.",
                "L'incendie a été maîtrisé à 4h.",
            ),
        ),
    },
)
