"""Words that people under stress understand, said by somebody who answers for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.principles.base import Place, Principle, Wording, sentence_parts, whole_clause
from bot.principles.reading import Reading

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

jargon = Principle(
    name="language.jargon",
    source="cdc-cerc",
    facts=("cdc-cerc-20", "cdc-cerc-24", "cdc-cerc-46"),
    severity="major",
    detect=sentence_parts,
    not_in=("partners",),
    wordings={
        "en": Wording(
            advice="Say it as you would to a neighbour at the door: short, plain words that tired people understand.",
            patterns=_EN_JARGON,
            flags=(
                "Fourteen dwellings were decanted following a fire-related event.",
                "An update will be cascaded to stakeholders.",
                "A multi-agency response posture has been adopted going forward.",
                "Two casualties were conveyed.",
                "Mitigation measures are being operationalised within the recovery framework.",
                "At 0745 hours, assets were deployed.",
                "Information will be issued in due course.",
            ),
            passes=(
                "Fourteen families had to leave their homes.",
                "Two people were taken to hospital.",
                "The fire service is still at the house.",
                "Call 101 or come to the library before seven.",
                "The hotline opens at 7.45am.",
                "Support workers will be in the hall.",
            ),
        ),
        "fr": Wording(
            advice="Dites-le comme à un voisin sur le pas de la porte : des mots courts et simples, qu'on comprend fatigué.",
            patterns=_FR_JARGON,
            flags=(
                "Le réseau relève d'une gouvernance partagée entre les acteurs du territoire.",
                "Un pilotage transversal sera mis en place.",
                "Les mesures conservatoires seront diligentées en tant que de besoin.",
                "Une communication sera faite ultérieurement.",
                "La mise en œuvre du dispositif fait l'objet d'un retex.",
                "Le COD a été activé en lien avec les parties prenantes.",
            ),
            passes=(
                "L'eau est coupée dans trois rues ; des citernes vous attendent place Haute.",
                "Les pompiers sont toujours sur place.",
                "Les familles ont été accueillies à l'école.",
                "Deux personnes ont été conduites à l'hôpital.",
                "Venez à la mairie avant 19h, ou appelez le 01 99 00 12 34.",
            ),
        ),
    },
)

passive_evasion = Principle(
    name="language.passive-evasion",
    source="who-risk-communication-2017",
    facts=("who-risk-communication-2017-05",),
    severity="major",
    detect=whole_clause,
    wordings={
        "en": Wording(
            advice="Say who did what: 'we made a mistake', what it did to people, and what you have changed.",
            patterns=(
                "(?:mistakes?|errors?|failings?|failures|shortcomings|missteps|oversights?|omissions?|irregularities|delays|a mistake|an error|an oversight|misjudgements?|misjudgments?|weaknesses) (?:\\w+ )?(?:were|was|have been|has been|had been|may have been|might have been|are|is) (?:\\w+ )?(?:made|committed|identified|noted|observed|found|regretted|recorded|regrettable|acknowledged|occurred)",
                "(?:mistakes?|errors?|failings?|shortcomings|oversights?|an? (?:error|mistake|oversight|misunderstanding|malfunction|miscommunication|breakdown in communications?)|a communication (?:problem|issue|failure)) (?:\\w+ )?(?:occurred|happened|arose|crept in|took place|slipped in|came about)",
                "(?:lessons|learnings|conclusions) (?:will|have|must|are being|shall|can) (?:be |been )?(?:learn(?:ed|t)|drawn)",
                "(?:should|could|might|ought to) (?:not |never |perhaps |have )*have been (?:\\w+ )?(?:made|taken|done|handled|managed|communicated|avoided|published|released|sent|informed|told|considered|treated|given|prevented|different|better|clearer|dealt with|issued|shared|checked|posted)(?: differently| better| sooner| earlier)?",
                "(?:certain|some|various|a number of|several) (?:\\w+ )?(?:decisions|choices|procedures|steps|things|processes|information|details|messages|aspects|actions) (?:\\w+ )?(?:were|was|have been|had been|should|could|may|did not)(?: not)? (?:have )?(?:been )?(?:\\w+ )?(?:taken|made|followed|done|released|published|shared|overlooked|disclosed|handled|optimal|fall short|work as)",
                "(?:it (?:may|might|could) have been|it was|it appears to have been) (?:\\w+ )?(?:wrongly |mistakenly |incorrectly |erroneously )?(?:considered|assumed|felt|thought|judged|decided|deemed|believed|concluded|determined)(?:,? (?:wrongly|mistakenly|incorrectly))?",
                "(?:we|i) (?:\\w+ )?(?:regret|apologi[sz]e|are sorry|am sorry)(?: for)? (?:if|that (?:some|any|certain|people|residents|anyone|you (?:may|might|feel|felt))|any (?:inconvenience|offence|offense|distress|misunderstanding|confusion|upset|concern|hurt|discomfort|harm)|should (?:anyone|any)|how (?:this|it) (?:was|has been) (?:perceived|received|understood))",
                "(?:sorry|apologi[sz]e|apologies|regret\\w*) (?:\\w+ ){0,3}?(?:if|to anyone who (?:may|might|was|feels?|felt)|to those who (?:may|might|feel|felt|were offended)|for any) (?:\\w+ )?(?:anyone|any|you|people|some|someone|have|has|been|felt|feel|offended|inconvenience|confusion|upset)?",
                "(?:it is|it's|this is|that is) (?:\\w+ )?(?:regrettable|unfortunate) that",
                "(?:any )?inconvenience (?:caused|this may|is regretted)|(?:misinterpreted|misunderstood|taken out of context|perceived as|miscommunicat\\w+|was not our intention|never our intention|no offen[cs]e was|circumstances beyond|beyond our control|technical (?:error|glitch|problem) (?:led|caused|resulted|meant))",
                "(?:procedures?|protocols?|processes|rules|guidelines|checks) (?:\\w+ )?(?:were|was|had|have) (?:not |not been |been )(?:\\w+ )?(?:followed|respected|observed|bypassed|applied|fully followed|adhered to)",
                "(?:responsibilit(?:y|ies)|competence|oversight) (?:is|are|was|were|lies?|rests?) (?:\\w+ )?(?:shared|with (?:several|other|various|another|the (?:region|state|contractor|operator|previous))|elsewhere|not ours|unclear|diffuse|spread)",
            ),
            unless=("by (?:us|me|our|my|the (?:council|mayor|city|town))", "we (?:made|should|could|failed|got|ought)", "i (?:made|should|could|failed|got|ought)", "mistake was (?:ours|mine)", "(?:court|inquest|attack\\w*|children?|leaflets?|paint)"),
            unless_sentence=("(?:was|is) (?:ours|mine|our (?:fault|mistake|error))", "we (?:made|got it|failed)", "no mistakes?"),
            flags=(
                "Mistakes were made.",
                "An error occurred in the publication process.",
                "Lessons will be learned.",
                "Some decisions should not have been taken.",
                "It was wrongly considered that the matter could wait.",
                "We are sorry if anyone was offended.",
                "We regret any inconvenience.",
                "The families could have been told sooner: procedures were not followed.",
            ),
            passes=(
                "We made a mistake, and I am sorry.",
                "We should have told you on Monday. We did not.",
                "Two windows were broken during the night.",
                "We are sorry to everyone who lost an hour this morning.",
                "The mistake was ours: we published the wrong map.",
                "Nothing could have been done by the victims.",
            ),
        ),
        "fr": Wording(
            advice="Dites qui a fait quoi : « nous nous sommes trompés », ce que cela a causé, et ce que vous avez changé.",
            patterns=(
                "(?:des |une |certaines |quelques |plusieurs )?(?:erreurs?|fautes?|dysfonctionnements?|manquements?|défaillances?|maladresses?|insuffisances?|irrégularités|retards?|oublis?|approximations?|lacunes?) (?:\\w+ment |\\w+ )?(?:ont|a|ont pu|a pu|auraient|aurait|avaient|sont|est) (?:\\w+ )?(?:été |être )?(?:\\w+ment )?(?:commise?s?|observée?s?|constatée?s?|relevée?s?|identifiée?s?|survenue?s?|regrettables?|à déplorer|enregistrée?s?|eu lieu|produite?s?)",
                "(?:une erreur|un malentendu|une confusion|un dysfonctionnement|un bug|un incident technique|une erreur (?:technique|humaine|matérielle)|une coquille) (?:\\w+ )?(?:s'est|s'était|se serait) (?:\\w+ )?(?:glissée?|produite?|introduite?)",
                "(?:n'aurai(?:t|ent) (?:pas|jamais) (?:dû|pu)|aurai(?:t|ent) (?:\\w+ )?(?:dû|pu|mérité)) (?:être |se |d'être )(?:\\w+ment )?(?:faite?s?|prise?s?|publiée?s?|diffusée?s?|informée?s?|évitée?s?|gérée?s?|traitée?s?|anticipée?s?|mieux|communiquée?s?|prévenue?s?|envoyée?s?|effectuée?s?|partagée?s?|vérifiée?s?|produire|passer)",
                "(?:il|cela|ceci) (?:a pu être|a été|avait été|aurait été|a semblé|est apparu)(?:,)? (?:\\w+ment )?(?:à tort )?(?:,)? ?(?:considéré|jugé|estimé|décidé|pensé|convenu|supposé|admis|retenu|envisagé)",
                "(?:des |les |certaines |tous les |toutes les )?(?:leçons|enseignements|conclusions)(?: \\w+)? (?:seront|ont été|sont|doivent être|devront être) (?:\\w+ )?(?:tirée?s?)",
                "(?:certains|certaines|des|quelques|plusieurs) (?:\\w+ )?(?:choix|décisions|informations|procédures|étapes|consignes|mesures|éléments|données|arbitrages) (?:\\w+ )?(?:ont|n'ont pas|n'ont|sont|n'étaient|ont pu|n'auraient) (?:pas |pu )?(?:été |être )?(?:\\w+ment )?(?:faite?s?|prise?s?|publiée?s?|diffusée?s?|respectée?s?|suivie?s?|communiquée?s?|optimales?|optimaux|divulguée?s?|transmise?s?|opérée?s?|appliquée?s?)",
                "(?:nous|je) (?:regrettons|regrette|déplorons|déplore|nous excusons|m'excuse|présentons (?:nos|des) excuses|présente (?:mes|des) excuses) (?:que (?:certains|certaines|des|quelques|cela|ceci)|si |pour (?:tout|toute|les? éventuel\\w+|la gêne)|auprès de ceux qui (?:auraient|ont pu)|à ceux qui (?:auraient|ont pu|se sont sentis))(?: ?\\w+)?",
                "(?:si (?:certains|certaines|d'aucuns|quelqu'un|des (?:personnes|habitants)|vous avez pu|nos propos|mes propos|cela)) (?:\\w+ ){0,2}?(?:ont|a|avez|se sont|s'est|sont|ait|aient) (?:\\w+ )?(?:été |senti\\w* |pu )?(?:\\w+ )?(?:heurtée?s?|offensée?s?|blessée?s?|choquée?s?|gênée?s?|mal compri\\w+|mal interprétée?s?|visée?s?|être|sentie?s?)",
                "il est (?:\\w+ment )?(?:regrettable|malheureux|dommage|fâcheux) que",
                "(?:gêne occasionnée|désagréments? (?:occasionnée?s?|éventuels?)|indépendant\\w* de notre volonté|mal (?:interprétée?s?|comprise?s?)|sortie?s? de (?:son|leur) contexte|on a pu (?:croire|penser|considérer|estimer)|il aurait fallu|il eût (?:fallu|été)|n'était pas (?:dans )?(?:notre|nos) intentions?)",
                "(?:les |des )?(?:procédures?|consignes|règles|protocoles?) (?:\\w+ )?(?:n'ont pas été|n'a pas été|n'avaient pas été|n'auraient pas été) (?:\\w+ment )?(?:respectée?s?|suivie?s?|appliquée?s?)",
            ),
            unless=("par (?:nous|nos|notre|la (?:mairie|commune|ville))", "nous (?:avons|aurions|n'avons)", "j'(?:ai|aurais)", "(?:agress|attaque|victime|tag|vitre|enfant)\\w*"),
            unless_sentence=("(?:est|était) (?:la nôtre|de notre fait|notre (?:faute|erreur))", "nous (?:nous sommes trompés|avons commis|avons fait)", "de chez nous"),
            flags=(
                "Des erreurs ont été commises.",
                "Une erreur s'est glissée dans notre message.",
                "Certaines décisions n'auraient pas dû être prises.",
                "Il a été considéré que l'affaire pouvait attendre.",
                "Les enseignements seront tirés.",
                "Nous regrettons que certains aient pu être heurtés.",
                "Il est regrettable que l'information ait circulé.",
                "Les procédures n'ont pas été respectées.",
            ),
            passes=(
                "Nous nous sommes trompés, et nous vous présentons nos excuses.",
                "Nous aurions dû vous prévenir lundi. Nous ne l'avons pas fait.",
                "Deux vitres ont été brisées dans la nuit.",
                "Une enquête a été ouverte.",
                "L'erreur est la nôtre : nous avons publié la mauvaise carte.",
            ),
        ),
    },
)

war_words = Principle(
    name="language.war-words",
    source="scn-ten-findings-2023",
    facts=("scn-ten-findings-2023-12", "scn-ten-findings-2023-16"),
    severity="major",
    detect=whole_clause,
    wordings={
        "en": Wording(
            advice="Lower the temperature: say what is protected and who is cared for, without enemies, fronts or battles.",
            patterns=(
                "(?:declar\\w+|wag\\w+|this is|at|total|all-out|a state of|state of|it is|means?|go(?:ing)? to|a holy|open) (?:a |an )?war",
                "war (?:on|against|zone|footing|for our|between|has come)|warriors?|warpath|war-?like",
                "(?:the |our |a |an |this |every |enem(?:y|ies) )(?:enem(?:y|ies))(?: of| within| among| at| who| will| must| is| are| has| have)?|enem(?:y|ies) of",
                "(?:win|won|lose|lost|fight\\w*|long|tough|hard|this|our|a|the|final|decisive) (?:\\w+ )?battles?(?: for| against| with| is| has| will| to)|battle lines?|battleground|battlefield|battle for",
                "(?:we(?: will| shall| are|'ll| must)?|our town|our city|i) (?:\\w+ )?(?:fight(?:ing)? back|strike back|hit back|hitting back|striking back|retaliate|defeat|crush|destroy|smash|wipe (?:\\w+ )?out|hunt (?:\\w+ )?(?:\\w+ )?down|conquer|vanquish|annihilate|eradicate|stamp (?:\\w+ )?out|root (?:\\w+ )?out|overrun|show no mercy|take no prisoners|march against|eliminate|flush (?:\\w+ )?out|rout|mobilise against|mobilize against)",
                "(?:crush|annihilate|wipe out|hunt down|strike back|fight back|hit back|no mercy|no quarter|take no prisoners|iron fist|scorched earth|counter-?attack\\w*|counter-?offensive|offensive against|under siege|besieged|siege of|call to arms|to arms|up in arms|take up arms|crusade|bloodbath|onslaught|frontlines? (?:of|against|in)|front line (?:of|against|in) (?:the|this|a) (?:fight|battle|struggle|war)|in the trenches|on the march|troops|foot soldiers?|soldiers (?:of|for)|fortress|last stand|surrender(?:ed|ing)?|capitulat\\w+|invaders?|invasion|occupiers?|traitors?|collaborators?)",
                "(?:draw(?:ing|n)?|hold(?:ing)?|cross(?:ed|ing)?|defend(?:ing)?) (?:a |the |our |this )?(?:red )?line(?: in the sand)?(?: and| here| that| against| which| we| at|$)",
                "(?:we|our town|our city|this town) (?:will|shall) (?:never |not )(?:surrender|yield|retreat|give (?:an inch|ground|in)|be conquered|be beaten|bow|kneel)",
                "(?:fight|fought|struggle) (?:to the (?:end|death|last)|for our survival|against (?:the|these|those|this|them|evil|an))",
                "(?:by force|with all our might|full force|strike (?:hard|first)|hit (?:them )?hard|arsenal|ammunition|weapon against|armed with|shock and awe|smash them)",
            ),
            unless=("war memorial", "(?:first|second|great|civil|world|cold|vietnam|korean|gulf|iraq|falklands) (?:world )?war", "fled", "flee\\w*", "refugees?", "ukraine", "since the war", "before the war", "after the war", "veterans?", "for (?:her|his|their) li(?:fe|ves)", "(?:fight|fighting|battle|battling) (?:the |a )?(?:fire|blaze|flames?|illness|cancer|infection)", "fire ?fighters?", "not (?:a )?war", "no (?:enem|war)\\w*", "battle (?:street|road|lane|hill|abbey)", "museum", "surrendered (?:to|himself|herself)", "(?:phone|telephone|family|hot|help|bus|train|tram|water|power|gas|care|picket|finish|listening|support) ?line", "hold the line (?:please|if)", "on the line", "wars? abroad", "never (?:call|speak)", "middle east", "gaza", "enemy lines"),
            flags=(
                "This is a war on our way of life, and we will fight back.",
                "We will crush those who did this.",
                "We have drawn a line in the sand.",
                "The enemy is among us.",
                "Our town is under siege, but we shall never surrender.",
                "This is a battle for the soul of our city, and it is a battle we will win.",
                "We will hunt them down without mercy.",
            ),
            passes=(
                "Firefighters are still fighting the fire on Mill Lane.",
                "The wreaths were taken from the war memorial.",
                "Families who fled the war in Ukraine were waiting in the line.",
                "She is fighting for her life.",
                "The family line is open all night.",
                "The man surrendered to police.",
                "Nurses and frontline workers will be at the hall.",
            ),
        ),
        "fr": Wording(
            advice="Faites baisser la tension : dites qui est protégé et qui est entouré, sans ennemi, sans front, sans bataille.",
            patterns=(
                "(?:c'est|en|déclar\\w+|une|la|faire|état de|chef de|à la|cette|est une|véritable|sur le pied de|mener (?:une|la)) (?:\\w+ )?guerre(?: contre| à| est| totale| sans| que| des)?|guerre (?:contre|à|totale|sans|civile)|guerri(?:er|ère|ers|ères)",
                "(?:l'|les |nos |notre |des |un |cet |aux |d'un |d')ennemis?(?: de| commun| intérieur| public)?",
                "(?:gagn\\w+|perd\\w+|livr\\w+|men\\w+|cette|une|la|notre|remport\\w+) (?:\\w+ )?bataille(?: contre| pour| sera| est| que| des)?|champ de bataille|bataille (?:contre|pour|rangée|des)",
                "(?:nous |notre ville |on |je |il faut |allons |devons |saurons )(?:\\w+ ){0,2}?(?:combatt\\w+|écras\\w+|ripost\\w+|anéanti\\w+|éradiqu\\w+|traqu\\w+|frapp\\w+ (?:fort|à notre tour|les premiers)|vainc\\w+|abatt\\w+|détrui\\w+|terrass\\w+|contre-attaqu\\w+|pourchass\\w+|débusqu\\w+|extermin\\w+|rend\\w+ coup pour coup|nettoy\\w+)",
                "(?:le|notre|un|ce|mon|de|leur) combat (?:contre|pour|sans|que|continue|est|de)|combat sans (?:merci|relâche)|combattants?|combattre (?:les|ces|la|cette|le|ce|l')",
                "(?:riposte|coup pour coup|sans merci|sans pitié|aucune pitié|main de fer|poing levé|ligne de front|première ligne (?:de|contre|dans)|tranchées|croisade|assiégée?s?|état de siège|forteresse|bastion|offensive|contre-offensive|contre-attaque|mobilisation générale|branle-bas|aux armes|prendre les armes|bras armé|arsenal|munitions|soldats (?:de|du)|troupes|capitul\\w+|envahi(?:r|s|e|es|sseurs?)|traîtres?|nous ne (?:cèderons|céderons|reculerons|plierons|courberons)|ne (?:cèderons|céderons|reculerons|plierons|capitulerons) (?:pas|jamais|rien)|pas (?:un|d'un) (?:pouce|centimètre)|tenir la ligne|tiendrons la ligne|ligne rouge|jusqu'au bout|par la force|de toutes nos forces contre|reprendre le terrain|reconquête|reconquérir)",
            ),
            unless=("monument aux morts", "(?:première|seconde|deuxième|grande|dernière) guerre", "fui", "fuy\\w+", "fuient", "réfugiée?s?", "ukrain\\w+", "anciens? combattants?", "(?:combatt\\w+|lutt\\w+|luttent) (?:contre )?(?:le |l'|les |ce )?(?:feu|incendie|flammes|maladie|cancer)", "pompiers", "pour (?:sa|leur) vie", "sa vie", "musée", "pas (?:une|en|la) guerre", "ni (?:guerre|ennemi)", "sport\\w*", "match", "infirm\\w+", "soignants?", "après[- ]guerre", "gaza", "proche-orient", "pas d'ennemi\\w*", "victimes de guerre", "guerre en", "rue du combat"),
            flags=(
                "Nous sommes en guerre contre ces gens, et nous riposterons.",
                "Nous écraserons ceux qui ont fait cela.",
                "L'ennemi est parmi nous.",
                "Notre ville est assiégée, mais nous ne céderons pas.",
                "C'est une bataille que nous gagnerons.",
                "Nous mènerons un combat sans merci.",
            ),
            passes=(
                "Les pompiers combattent encore l'incendie.",
                "Les gerbes ont été volées au monument aux morts de la Grande Guerre.",
                "Des familles qui ont fui la guerre attendaient dans la file.",
                "L'une d'elles lutte pour sa vie.",
                "Les soignants en première ligne dans nos hôpitaux seront présents.",
            ),
        ),
    },
)

_EMOJI = re.compile("[\U0001f389\U0001f38a\U0001f600-\U0001f640\U0001f680\U0001f525\U0001f4a5\U0001f4aa\U0001f4af\U0001f44a\U0001f44d\U0001f44f\U0001f64c\U0001f680\U0001f6a8\U0001f910-\U0001f92f\U0001f970-\U0001f97a]+")
_MARKS = re.compile(r"(?<![!?])[!?](?:[ \t]?[!?])++")
_CAPITALS = re.compile(r"(?<![\w'’-])[A-ZÀ-ÖØ-Þ]{2,}(?:['’ ,-]{1,2}[A-ZÀ-ÖØ-Þ]{2,}|['’ ,-]{1,2}[AIÀYÔ](?=[ ,])){2,40}(?![\w])")


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
    if 3 <= len(once) and len(once) * 60 >= len(reading.text.strip()):
        for at in once[:3]:
            low, high = reading.sentence(at)
            yield max(low, at - 160), min(high, at + 1)


shouting = Principle(
    name="language.shouting-tone",
    source="cdc-cerc",
    facts=("cdc-cerc-10",),
    severity="major",
    detect=_shouts,
    wordings={
        "en": Wording(
            advice="Keep the voice low: no capitals, no rows of exclamation marks, no emoji that cheer or fume.",
            flags=(
                "STAY INSIDE RIGHT NOW and lock the door.",
                "We are furious!!!",
                "Our hearts are with you \U0001f62d\U0001f525",
            ),
            passes=(
                "Stay inside and lock the door.",
                "Thank you all for coming! The hall is open until ten.",
                "Missing somebody? Ring 01632 960702.",
                "The RCMP and EMS are on the scene.",
            ),
        ),
        "fr": Wording(
            advice="Gardez la voix basse : ni capitales, ni rangées de points d'exclamation, ni émojis qui s'emportent.",
            flags=(
                "RESTEZ CHEZ VOUS et fermez la porte.",
                "Nous sommes furieux !!!",
                "Courage à tous \U0001f4aa\U0001f525",
            ),
            passes=(
                "Restez chez vous et fermez la porte.",
                "Merci à tous d'être venus ! La salle reste ouverte.",
                "Vu quelque chose ? Le 17.",
                "Le SDIS et le SAMU sont sur place.",
            ),
        ),
    },
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
    wordings={
        "en": Wording(
            advice="Cut this sentence in two: few people follow more than forty words at once.",
            flags=(_LONG_EN,),
            passes=("The wall of the old mill gave way. Come to the school in the square.",),
        ),
        "fr": Wording(
            advice="Coupez cette phrase en deux : au-delà de quarante mots, peu de gens suivent.",
            flags=(_LONG_FR,),
            passes=("Le mur de l'ancien moulin a cédé. Venez à l'école de la place.",),
        ),
    },
)

