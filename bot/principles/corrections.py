"""Answering a rumour: the fact first, the falsehood once, nobody mocked.

These hold only where a text answers a false claim; the words of the list
``correction`` say so.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.principles.base import (
    Place,
    Principle,
    Wording,
    compiled,
    excused,
    matches,
    phrase,
    whole_clause,
)
from bot.principles.reading import Reading

#: A sentence that tells the claim again in order to deny it.
_RETOLD = {
    "en": (
        r"(?:the|this|that|a|any|no truth in the|some say the|those) (?:\w+ )?(?:rumou?rs?|story|stories|claims?|allegations?|idea|lie|lies|suggestion|message|messages|posts?|myth) (?:\w+ )?(?:that|which (?:says|say|claims?))",
        r"(?:it has been (?:said|claimed)|it is being (?:said|claimed)|people are saying|some (?:people )?(?:say|claim)) that",
        r"no,? (?:\w+ ){1,8}?(?:,|and) no (?:\w+ ){1,8}?(?:,|and) ?no",
        r"(?:no|there (?:is|was|are|were|will be) no|we (?:have|did|do|are|will|has) (?:not|never)|(?:it|this|that) is not true that|it is (?:false|untrue|wrong) that|contrary to) …",
    ),
    "fr": (
        r"(?:la|une|cette|aucune|les|ces|l'|le|ce) ?(?:\w+ )?(?:rumeurs?|histoire|affirmations?|idée|mensonges?|messages?|publications?|bruit|allégations?) (?:\w+ )?(?:selon (?:laquelle|lequel|lesquelles)|qui (?:dit|disent|prétend|prétendent|affirme)|prétend|que|affirmant)",
        r"(?:il se dit|on raconte|certains (?:disent|prétendent|affirment)|il est faux (?:de dire )?que|contrairement à ce) que?",
        r"(?:pas|ni|aucune?) (?:\w+ ){1,8}?,? (?:pas|ni|aucune?) (?:\w+ ){1,8}?,? (?:et )?(?:pas|ni|aucune?)",
        r"(?:il n'y a (?:pas|aucun|jamais|ni)|nous n'avons (?:pas|jamais|aucun)|(?:n'a|n'ont|n'est|ne sera|n'aura) (?:pas|jamais|aucun\w*)|non,|aucune?|ce n'est pas vrai que) …",
    ),
}


def _content(reading: Reading, start: int, end: int) -> frozenset[str]:
    from kb.text import content_words

    return content_words(reading.flat[start:end], reading.language)


def _told_again(reading: Reading, wording: Wording) -> Iterator[Place]:
    """The claim in its own words for the second time and after."""
    for start, end in phrase(reading, wording):
        yield reading.clause(start, end)[0], max(end, reading.clause_end(end))
    told: frozenset[str] = frozenset()
    retold = compiled(_RETOLD[reading.language], reading.language)
    for start, end in reading.sentences:
        if not retold.search(reading.flat[start:end]):
            continue
        words = _content(reading, start, end)
        shared = words & told
        heading = reading.headline
        if told and len(shared) >= 3 and not (heading and start == heading[0]):
            yield start, end
        told = told | words


repeated_myth = Principle(
    name="correction.repeated-myth",
    source="truth-sandwich",
    facts=("truth-sandwich-03", "truth-sandwich-04"),
    severity="major",
    detect=_told_again,
    wordings={
        "en": Wording(
            advice="Mention the false claim once at most, in weaker words than the fact, and end on the fact.",
            patterns=(
                "(?:we|i|let me|let us) (?:repeat|say (?:it |this )?(?:once )?(?:again|once more)|will say it again|reiterate|state again|stress again|must repeat)(?: that)?:? …",
                "(?:once )?again,? (?:no|there (?:is|was) no|it is not|we (?:have|did|are) not|nobody|this is not)",
                "(?:no|not a|not one|not a single) (?:[\\w'-]+ ){1,6}?(?:[\\w'-]+)?,? (?:and )?(?:no|not a|not one|not a single) (?:[\\w'-]+ ){0,6}?[\\w'-]+,? (?:and )?(?:no|not a|not one|not a single) (?:[\\w'-]+ ?){1,6}",
                "the (?:full |whole |original )?(?:rumou?r|claim|message|post|story) (?:reads|says|said|goes|went|in full)(?: as follows)?:? ?\"?",
            ),
            when=("<correction>",),
            unless=("phone|number", "no injuries"),
            flags=(
                "The story is nonsense. We repeat: no sale, no buyer, no secret deal.",
                "The rumour is false. Again, there is no camp behind the school.",
                "The message reads: \"They are closing the pool for ever.\" This is untrue.",
                "The claim that the pool was sold to a hotel group is false. It is not true that the pool was sold to any hotel group.",
            ),
            passes=(
                "The pool belongs to the town. It has been said that it was sold; that is false. The pool belongs to the town.",
                "The pool is open daily. A rumour is going round that says otherwise. Please check before you share.",
                "We repeat our thanks to the nurses.",
            ),
        ),
        "fr": Wording(
            advice="Citez l'affirmation fausse une fois au plus, en moins fort que le fait, et terminez sur le fait.",
            patterns=(
                "(?:nous (?:le )?(?:répétons|redisons|réaffirmons|martelons)|je (?:le )?(?:répète|redis|réaffirme)|répétons-le|disons-le encore|encore une fois|une fois de plus|redisons-le)(?: que| :|,)? …",
                "(?:pas de|pas d'|ni|aucune?|non) ?(?:[\\w'-]+ ?){1,6}, (?:et )?(?:pas de|pas d'|ni|aucune?|non) ?(?:[\\w'-]+ ?){1,6},? (?:et )?(?:pas de|pas d'|ni|aucune?|non) ?(?:[\\w'-]+ ?){1,6}",
                "(?:le message|la rumeur|la publication|le texte) (?:dit|disait|affirme|prétend|est le suivant)(?: exactement| en entier| ceci)? ?: ?[«\"]?",
            ),
            when=("<correction>",),
            unless=("merci", "blessés?"),
            flags=(
                "La rumeur est fausse. Nous le répétons : pas de vente, pas d'acheteur, pas d'accord secret.",
                "C'est faux. Encore une fois, il n'y a aucun camp derrière l'école.",
                "Le message dit : « La piscine ferme pour toujours. » C'est faux.",
                "La rumeur selon laquelle la piscine a été vendue à un hôtel est fausse. Il est faux de dire que la piscine a été vendue à un hôtel.",
            ),
            passes=(
                "La piscine appartient à la ville. On raconte qu'elle a été vendue : c'est faux. La piscine appartient à la ville.",
                "Une rumeur circule. Vérifiez avant de partager.",
                "Nous redisons notre merci aux infirmières.",
            ),
        ),
    },
)


def _heading_with_myth(reading: Reading, wording: Wording) -> Iterator[Place]:
    """A heading that denies, asks or labels, or an opening that tells the claim first."""
    heading = reading.headline
    if heading:
        line = reading.flat[slice(*heading)]
        if compiled(wording.patterns, reading.language).search(line):
            yield heading


myth_in_headline = Principle(
    name="correction.myth-in-headline",
    source="debunking-handbook-2020",
    facts=("debunking-handbook-2020-05", "debunking-handbook-2020-09"),
    severity="major",
    detect=_heading_with_myth,
    wordings={
        "en": Wording(
            advice="Put the fact in the headline, in positive words: a denial carries the story to everyone who reads only that line.",
            patterns=(
                "(?:not|no|never|isn't|aren't|wasn't|won't|hasn't|didn't|false|untrue|fake|hoax|rumou?rs?|myths?|lies?|truth|fact-?check|fact check|debunk\\w*|nonsense|deny|denies|denied|rejects?|refutes?|claims?|allegations?|scandal|conspiracy|misinformation|disinformation|fake news|true or false|really|secret|cover-up)",
                "(?:is|are|was|were|did|does|do|has|have|will|why|who) [^\\n]{3,90}\\?",
            ),
            when=("<correction>",),
            flags=(
                "TRUTH: THE POOL HAS NOT BEEN SOLD\n\nThe story that it was sold is false. The pool belongs to the town.",
                "Is the water poisoned?\n\nThe rumour is not true. All samples met the standard.",
                "Rumour of hidden camp behind the school\n\nThis is false.",
                "No refugees moved into the school\n\nPosts that claim otherwise are fake.",
            ),
            passes=(
                "Pool: open daily, owned by the town\n\nThe story that it was sold is false.",
                "Closed roads tonight\n\nFerry Road is closed until six. Kiln Road is open.",
                "What we know about the fire\n\nThe cause is not known.",
                "Eastside water: 14 samples, all within the standard\n\nA claim that says otherwise is false.",
            ),
        ),
        "fr": Wording(
            advice="Mettez le fait dans le titre, en mots positifs : un démenti porte l'histoire à tous ceux qui ne lisent que cette ligne.",
            patterns=(
                "(?:non|pas|ne|n'\\w+|aucune?|jamais|faux|fausse|intox|infox|rumeurs?|mensonges?|vérité|vrai ou faux|démenti\\w*|dément|démentons|canular|complot|scandale|désinformation|info ou intox|soi-disant|prétendue?s?|secret|secrète|polémique)",
                "[^\\n]{6,90} \\?",
            ),
            when=("<correction>",),
            flags=(
                "NON, LA PISCINE N'A PAS ÉTÉ VENDUE\n\nLa rumeur est fausse. La piscine appartient à la ville.",
                "L'eau est-elle empoisonnée ?\n\nC'est faux. Tous les prélèvements sont conformes.",
                "Rumeur d'un camp caché derrière l'école\n\nC'est faux.",
            ),
            passes=(
                "Piscine : ouverte tous les jours, propriété de la ville\n\nLa rumeur d'une vente est fausse.",
                "Rues fermées ce soir\n\nLa rue Haute est fermée jusqu'à 18h.",
                "Ce que nous savons de l'incendie\n\nLa cause n'est pas connue.",
            ),
        ),
    },
)


def _opens_with_myth(reading: Reading, wording: Wording) -> Iterator[Place]:
    lines = [line for line in reading.sentences if line != reading.headline]
    for start, end in lines[:1]:
        if len(lines) < 2:
            return
        for found in matches(reading, wording.patterns):
            if found.start() < end and not excused(reading, wording, *found.span()):
                yield start, end
                return


leads_with_myth = Principle(
    name="correction.leads-with-myth",
    source="debunking-handbook-2020",
    facts=("debunking-handbook-2020-05", "debunking-handbook-2020-09"),
    severity="major",
    detect=_opens_with_myth,
    wordings={
        "en": Wording(
            advice="Open with the true statement; the claim comes after it, once.",
            patterns=(
                "(?:the|a|this|that|there is no truth (?:in|to) the|you may have (?:heard|seen|read)(?: \\w+)?|many of you have (?:heard|read)|have you heard) (?:\\w+ )?(?:rumou?rs?|story|stories|claims?|allegations?|posts?|message|lie|idea) (?:\\w+ ){0,2}?(?:that|which says|claiming|saying|about)",
                "(?:contrary to|despite|no,|it is not true that|it is false that|it is untrue that|there is no truth|we (?:deny|reject|refute)|some (?:people )?(?:say|claim) that|people (?:say|are saying|claim) that|it (?:has been|is being) (?:said|claimed) that)",
            ),
            when=("<correction>",),
            flags=(
                "The rumour that the town will close the school is false. The school stays open.",
                "Contrary to what is being claimed, no camp is planned. This is a hoax.",
                "It has been said that only newcomers get parcels. That is false. Everyone does.",
                "We deny the claim that water was poisoned. It met the standard.",
            ),
            passes=(
                "The school stays open. The rumour that it will close is false.",
                "Posts about Lindow Park pool are going round. They are not confirmed. Please do not share this rumour.",
                "Fourteen samples met the standard. A claim that says otherwise is false.",
            ),
            unless=("not (?:yet )?confirmed", "we are checking"),
        ),
        "fr": Wording(
            advice="Commencez par ce qui est vrai ; l'affirmation vient après, une seule fois.",
            patterns=(
                "(?:la|une|cette|vous avez (?:peut-être )?(?:lu|entendu|vu)(?: \\w+)?) (?:\\w+ )?(?:rumeurs?|histoire|affirmations?|publications?|idée) (?:\\w+ ){0,2}?(?:selon|qui (?:dit|prétend|affirme)|prétend|affirme|que|d'une?|prétendant|affirmant|disant)",
                "(?:contrairement à|non,|il est faux (?:de dire )?que|il n'est pas vrai que|nous démentons|on raconte que|il se dit que|certains (?:disent|prétendent|affirment) que|il n'y a aucune vérité)",
            ),
            when=("<correction>",),
            flags=(
                "La rumeur selon laquelle l'école va fermer est fausse. L'école reste ouverte.",
                "Contrairement à ce qui se dit, aucun camp n'est prévu. C'est faux.",
                "Nous démentons la vente de la piscine. Cette rumeur est fausse.",
            ),
            passes=(
                "L'école reste ouverte. La rumeur selon laquelle elle fermerait est fausse.",
                "Un message circule au sujet du collège. Rien n'est vérifié pour l'instant. Ne relayez pas cette rumeur.",
                "Quatorze prélèvements sont conformes. La rumeur est fausse.",
            ),
            unless=("rien n'est vérifié", "nous vérifions"),
        ),
    },
)


def _only_denial(reading: Reading, wording: Wording) -> Iterator[Place]:
    """Every sentence denies, scolds or asks: none tells what is true."""
    empty = compiled(wording.patterns, reading.language)
    lines = list(reading.sentences)
    if len(lines) < 2:
        return
    if all(empty.search(reading.flat[start:end]) for start, end in lines):
        yield 0, 0


bare_denial = Principle(
    name="correction.bare-denial-no-fact",
    source="debunking-handbook-2020",
    facts=("debunking-handbook-2020-04", "debunking-handbook-2020-07", "debunking-handbook-2020-08"),
    severity="major",
    detect=_only_denial,
    wordings={
        "en": Wording(
            advice="Give the fact that takes the place of the false claim: what is true, since when, and where one can check it.",
            patterns=(
                "not|no|never|nothing|nobody|false|untrue|fake|hoax|lies?|liars?|nonsense|wrong|rumou?rs?|myths?|claims?|story|stories|conspiracy|misinformation|disinformation|believe|ashamed|ridiculous|absurd|invent\\w+|baseless|unfounded|deny|denies|denied|reject\\w*|truth|please|do not|stop|share|sharing|gullible|foolish|shame",
            ),
            when=("<correction>",),
            unless_text=("being checked", "are checking", "is checking", "we are asking", "is asking", "not confirmed", "to be confirmed", "\\[[^\\]\\n]{2,80}"),
            flags=(
                "The rumour about the pool is false. Please stop sharing it.",
                "The story is nonsense. There is no sale. Those who claim otherwise are wrong.",
            ),
            passes=(
                "The rumour about the pool is false. The pool belongs to the town until 2040.",
                "This rumour is not confirmed. We are checking it with the school.",
                "The pool is open daily. A false story says otherwise.",
            ),
        ),
        "fr": Wording(
            advice="Donnez le fait qui prend la place de l'affirmation fausse : ce qui est vrai, depuis quand, et où le vérifier.",
            patterns=(
                "ne|n'\\w+|pas|aucune?|jamais|rien|personne|faux|fausses?|intox|infox|mensong\\w+|menteurs?|rumeurs?|inexacte?s?|invent\\w+|absurde|ridicule|fantaisiste|infondée?s?|démen\\w+|vérité|cess\\w+|partag\\w+|relay\\w+|croire|croient|honte|désinformation|histoire|prétend\\w*|merci de|n'importe",
            ),
            when=("<correction>",),
            unless_text=("nous vérifions", "en cours de vérification", "rien n'est vérifié", "pas confirmée?", "nous interrogeons", "\\[[^\\]\\n]{2,80}"),
            flags=(
                "La rumeur sur la piscine est fausse. Cessez de la partager.",
                "Cette histoire est absurde. Il n'y a aucune vente. Ne la relayez pas.",
            ),
            passes=(
                "La rumeur sur la piscine est fausse. La piscine appartient à la ville jusqu'en 2040.",
                "Cette rumeur n'est pas confirmée. Nous interrogeons l'école.",
                "La piscine est ouverte tous les jours. Une rumeur dit le contraire.",
            ),
        ),
    },
)

contempt = Principle(
    name="correction.contempt",
    source="coe-anti-rumours",
    facts=("coe-anti-rumours-10",),
    severity="major",
    detect=whole_clause,
    wordings={
        "en": Wording(
            advice="Take the worry seriously and win people over: those who believed the claim are the ones you are writing to.",
            patterns=(
                "(?:some|certain|many|these|those|gullible|silly|foolish|stupid) (?:people|folk|residents|citizens|individuals|users|ones) (?:\\w+ )?(?:will |would |always |seem to |clearly |apparently |just |simply )*(?:believe|swallow|fall for|lap up|share|repeat|invent|make up|spread) (?:anything|everything|any|whatever|nonsense|it all|every|lies|rubbish|such|without thinking)",
                "(?:will|would|who) (?:believe|swallow|fall for|lap up) (?:anything|everything|any (?:old )?\\w+|such (?:\\w+ )?(?:nonsense|rubbish|tales|stories|things))",
                "(?:ought to|should|must|had better) (?:\\w+ )?be ashamed|shame on (?:you|those|anyone|everyone|all)|have you no shame|shameful(?:ly)? (?:sharing|spreading)",
                "(?:gullible|naive|naïve|ignorant|stupid|stupidity|idiots?|idiotic|idiocy|morons?|fools?|foolish|dim-?witted|brainless|clueless|simple-minded|hysterical|hysteria|paranoi\\w+|tin-?foil|conspiracy (?:theorists?|nuts?|crowd)|crackpots?|cranks?|keyboard warriors?|armchair experts?|trolls?|haters|scaremongers?|rumou?r-?mongers?|busybod(?:y|ies)|gossips?|uneducated|ill-informed|half-wits?|dunces?|loonies|nutters?|laughable|preposterous|ludicrous|ridiculous|nonsense|rubbish|hogwash|drivel|poppycock|claptrap|garbage|fairy ?tales?|fantas(?:y|ies) of|old wives' tales?)",
                "(?:anyone|anybody|any person|everybody|people|those) with (?:half a|a|an ounce of|any|some|a grain of) (?:\\w+ )?(?:brain|brains|sense|intelligence|common sense|education)",
                "(?:use|using|switch on|turn on|engage) (?:your|their) (?:brains?|heads?|common sense)|grow up|get a (?:life|grip)|do your (?:homework|own research)|think before you|(?:if you (?:had|would) (?:bothered|bother|read|checked|thought))|should know better|as (?:everyone|any child|every child|any fool) (?:knows|can see)|it is (?:obvious|beyond (?:us|me)) (?:to anyone|how anyone|why anyone)|how (?:can|could) anyone (?:\\w+ )?(?:believe|think|fall)|nothing better to do|too much time",
            ),
            when=("<correction>", "believe", "shar(?:e|ed|ing)", "posts?", "social media"),
            unless=("not (?:stupid|foolish|naive|hysteri\\w+|ridiculous)", "nobody is", "no one is", "bins?", "collection", "recycling", "waste", "fly-tip\\w*", "litter"),
            flags=(
                "Some people will believe anything.",
                "Those who shared this rumour should be ashamed.",
                "Only the gullible fall for such posts.",
                "Anyone with half a brain can see that the story is false.",
                "The rumour is ridiculous nonsense.",
                "Use your heads before sharing such posts.",
            ),
            passes=(
                "It is not stupid to be worried by a post like this.",
                "We know that worry about children travels fast; please check before you share.",
                "The rumour is false. Here is what is true.",
                "Rubbish collection moves to Tuesday; share this with your neighbours.",
                "The story is untrue: the pool stays open.",
            ),
        ),
        "fr": Wording(
            advice="Prenez l'inquiétude au sérieux et gagnez les gens : c'est à ceux qui y ont cru que vous écrivez.",
            patterns=(
                "(?:certains|certaines|d'aucuns|beaucoup|quelques-uns|ces gens|les gens) (?:\\w+ )?(?:croi(?:ent|raient)|croiront|sont prêts à croire|goberaient|gobent|goberont|avalent|avaleraient|partagent|inventent|racontent|feraient) (?:\\w+ )?(?:n'importe (?:quoi|quelle?)|tout|tout et|toutes les|des sornettes|des bêtises)",
                "(?:croire|gober|avaler|raconter|partager|colporter) (?:\\w+ )?(?:n'importe (?:quoi|quelle?)|de telles (?:\\w+ )?(?:sottises|âneries|bêtises|fables|sornettes|histoires|inepties)|pareilles? \\w+|des (?:sottises|âneries|bêtises|fables|sornettes|inepties))",
                "(?:devrai(?:t|ent|ez)|doi(?:t|vent)|feraient mieux d') ?(?:\\w+ )?avoir honte|honte (?:à|sur) (?:ceux|celles|vous|tous|quiconque)|n'avez-vous pas honte|c'est une honte de",
                "(?:crédules?|crédulité|naïfs?|naïves?|naïveté|ignorants?|ignorance|stupides?|stupidités?|imbéciles?|idiots?|idiotes?|idiotie|crétins?|abrutis?|ridicules?|grotesques?|absurdes?|absurdités?|inepties?|âneries?|sornettes|balivernes|sottises|bêtises|foutaises?|fadaises|fariboles|délires?|délirante?s?|fantasmes?|fantaisistes?|hystérie|hystériques?|paranoïa|paranoïaques?|complotistes?|conspirationnistes?|trolls?|haineux|rageux|jaloux|aigris|commères|colporteurs|mauvaises langues|bas de plafond|n'importe quoi|ramassis|élucubrations|contes? à dormir|affabulations?)",
                "(?:toute personne|quiconque|n'importe qui|il suffit|celui qui|un peu|un minimum|avec un) (?:\\w+ )?(?:sensée|censée|de bon sens|de jugeote|d'intelligence|de cervelle|un peu réfléchi|d'avoir un cerveau|de réfléchir)",
                "(?:réfléchissez (?:un peu|avant)|servez-vous de votre|un peu de (?:sérieux|bon sens)|grandissez|rien de mieux à faire|ils feraient mieux de|renseignez-vous avant de|comment peut-on (?:\\w+ )?(?:croire|penser|imaginer)|il faut être (?:bien )?(?:\\w+ )?(?:naïf|bête|sot)|même un enfant|chacun sait bien que)",
            ),
            when=("<correction>", "croi\\w+", "partag\\w+", "publications?", "réseaux sociaux", "histoires?"),
            unless=("n'est pas (?:stupide|ridicule|naïf|bête|absurde)", "personne n'est", "rien d'(?:absurde|idiot)", "pas (?:stupide|bête|idiot|naïf)"),
            flags=(
                "Certains croient vraiment n'importe quoi.",
                "Ceux qui ont partagé cette rumeur devraient avoir honte.",
                "Il faut être bien naïf pour croire cette histoire.",
                "Cette rumeur est ridicule.",
                "Réfléchissez un peu avant de partager de telles inepties.",
                "Les complotistes se régalent de ces publications.",
            ),
            passes=(
                "Il n'est pas stupide de s'inquiéter en lisant cette publication.",
                "L'inquiétude pour les enfants voyage vite ; vérifiez avant de partager.",
                "La rumeur est fausse. Voici ce qui est vrai.",
                "Cette histoire est inexacte : la piscine reste ouverte.",
            ),
        ),
    },
)
