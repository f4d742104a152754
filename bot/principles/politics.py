"""A safety message is no campaign."""

from __future__ import annotations

from bot.principles.base import Principle, Wording, whole_clause

self_promotion = Principle(
    name="politics.self-promotion",
    source="mass-shooting-protocol-playbook",
    facts=("mass-shooting-protocol-playbook-09", "mass-shooting-protocol-playbook-10"),
    severity="major",
    detect=whole_clause,
    wordings={
        "en": Wording(
            advice="Take out achievements, campaigns and comparisons: the message belongs to the people who were hit.",
            patterns=(
                "(?:my|our|this) (?:administration|majority|party|record|term|mandate|campaign|team's record|government|policies|safety record|track record|achievements|re-?election|candidacy|manifesto pledge)(?: that| has| have| is| was| brought| cut| made| will| invested)?",
                "(?:under|thanks to|because of|due to|through) (?:my|our|this administration's|the mayor's) (?:\\w+ )?(?:leadership|administration|policies|policy|watch|investments?|efforts|work|programme|program|decisions?|budget|initiatives?|plan|foresight|tenure|government|team)",
                "since (?:i|we|the mayor|this administration|she|he|my) (?:\\w+ )?(?:took office|came (?:to|into) (?:power|office)|was elected|were elected|took over|election|became mayor|have been in office|arrived)",
                "(?:as|like) (?:i|we) (?:\\w+ )?(?:promised|said|pledged|announced|told you|warned|predicted|always said|have always said)(?: \\w+){0,3}? ?(?:in|during|before|at|on|last|campaign)?(?: my| our| the)? ?(?:campaign|election|manifesto)?",
                "(?:i|we) (?:\\w+ )?(?:was|were|am|are|have been|had been) (?:\\w+ )?the (?:first|only) (?:mayor|town|city|council|administration|ones?|party|to|in)",
                "(?:i am|i'm|we are|we're) (?:\\w+ )?proud (?:of|that|to say)(?: \\w+){0,3}? ?(?:my|our)? ?(?:\\w+ )?(?:record|achievements?|administration|investments?|reforms?|figures|numbers|policies|have (?:cut|reduced|invested|doubled)|crime|success)",
                "(?:vote|voting|re-?elect\\w*|at the (?:ballot|polls)|next election|in the coming elections?|election day|your vote|support (?:me|our party|my campaign|our campaign))",
                "(?:crime|offences|offenses|figures|numbers?|the number of \\w+|violence|burglaries|response times) (?:\\w+ ){0,3}?(?:has|have|is|are|were|was) (?:\\w+ )?(?:fallen|down|dropped|decreased|gone down|declined|been (?:cut|reduced|halved)|at (?:its|their|a) (?:\\w+ )?(?:lowest|record low))",
                "(?:brought|driven|cut|reduced|slashed|halved) (?:down )?(?:the )?(?:crime|offences|numbers?|figures|rates?|violence|response times)(?: down)?",
                "(?:i|we|my administration|this administration) (?:have |has )?(?:personally )?(?:invested|doubled|tripled|secured|delivered|fought for|achieved|created|hired) (?:\\w+ )?(?:\\w+ )?(?:million|officers|cameras|funding|record|police|budget|jobs|results|more than)",
                "(?:no|few) (?:other )?(?:mayor|administration|town|city|council) (?:has|have) (?:ever )?done (?:as much|more|so much)",
                "(?:one of the|the) (?:safest|best[- ]run|best managed|most welcoming|most tolerant|most open) (?:\\w+ )?(?:towns?|cit(?:y|ies)|boroughs?|places)(?: in| of)?",
                "(?:i|we) (?:would like|want|wish) to (?:\\w+ )?(?:congratulate|praise|applaud) (?:myself|ourselves|my (?:team|administration|party)|our (?:administration|party))",
            ),
            unless=("not (?:about|the time)", "no time for", "proud (?:of (?:you|our (?:neighbours|volunteers|young|nurses|people|town)|every|all|the (?:people|volunteers|neighbours))|to (?:call|be your))", "our record of"),
            unless_sentence=("(?:mistake|sorry|apologi[sz]e|wrong)", "(?:fire|water|river) (?:level|levels)"),
            flags=(
                "It was my administration that put cameras in every street.",
                "Since I took office, crime has fallen by a fifth.",
                "As I promised during the campaign, we have doubled the patrols.",
                "We were the first town to invest in lighting.",
                "Thanks to our policies, this was quickly under way.",
                "Remember this on election day.",
                "We are one of the safest towns in the country.",
            ),
            passes=(
                "I visited the families yesterday.",
                "I am proud of every neighbour who came with a broom.",
                "The city has opened the school for anyone who cannot go home.",
                "This is not about my administration. It is about two families.",
                "As I said at noon, the bridge stays closed.",
            ),
        ),
        "fr": Wording(
            advice="Retirez bilan, campagne et comparaisons : le message appartient aux personnes touchées.",
            patterns=(
                "(?:ma|notre|mon|la) (?:majorité|municipalité sortante|mandature|équipe municipale a|bilan|mandat|candidature|réélection|liste|parti|campagne|programme|politique (?:de sécurité|volontariste|ambitieuse))(?: a| est| que| qui| municipale)?",
                "(?:sous|grâce à|du fait de|par) (?:ma|mon|notre|nos|mes|sa|l'action de) (?:\\w+ )?(?:mandat|mandature|politique|majorité|action|présidence|leadership|investissements?|efforts|engagement|équipe|municipalité|bilan|programme|volonté|budget|impulsion|direction)",
                "depuis (?:mon|notre|son|que je|que nous) (?:\\w+ )?(?:élection|arrivée|prise de fonctions?|mandat|suis (?:maire|élue?)|sommes (?:élus|aux responsabilités|en fonction))",
                "(?:comme|ainsi que) (?:je|nous) (?:\\w+ )?(?:l'avais|l'avions|l'ai|l'avons) (?:toujours |bien )?(?:promis|annoncé|dit|prédit|demandé)(?: \\w+){0,4}",
                "(?:j'ai|nous avons|je suis|nous sommes|notre ville (?:est|a été)|j'avais|nous avions) (?:\\w+ )?(?:été |était )?(?:le|la|les) (?:premiers?|première|premières|seule?s?) (?:maire |ville |commune |à |de )",
                "(?:je suis|nous sommes) (?:\\w+ )?fi(?:er|ère|ers|ères) (?:de|du|que|d') ?(?:\\w+ )?(?:mon|notre|nos|mes|ma|bilan|résultats|avoir (?:investi|doublé|réduit|baissé))(?: \\w+)? ?(?:bilan|action|résultats|politique|investissements|majorité)?",
                "(?:votez|voter|aux prochaines (?:élections|municipales)|lors du scrutin|dans les urnes|le jour du vote|réél\\w+|soutenez (?:ma|notre) (?:liste|campagne))",
                "(?:la délinquance|la criminalité|les (?:cambriolages|agressions|chiffres|faits|violences|incivilités)|le nombre (?:de |d')\\w+) (?:\\w+ ){0,3}?(?:a|ont|est|sont) (?:\\w+ment )?(?:baissé|diminué|reculé|chuté|en (?:baisse|recul|forte baisse)|été (?:réduite?s?|divisée?s?))",
                "(?:j'ai|nous avons|ma majorité a|la municipalité a) (?:\\w+ment )?(?:investi|doublé|triplé|obtenu|recruté|créé|arraché|baissé|réduit) (?:\\w+ ){0,3}?(?:millions?|policiers?|caméras|budget|effectifs|postes|délinquance|chiffres|moyens|subventions?)",
                "(?:l'une des|une des|la|les) (?:villes?|communes?) (?:\\w+ )?(?:les )?plus (?:sûres?|tolérantes?|accueillantes?|ouvertes?|paisibles?|dynamiques?)",
                "(?:aucune? (?:autre )?(?:maire|ville|commune|municipalité) n'(?:a|avait)) (?:\\w+ )?(?:fait|autant)",
            ),
            unless=("pas (?:le moment|question)", "n'est pas", "fi(?:er|ère|ers|ères) (?:de|des|d') ?(?:vous|nos (?:voisins|bénévoles|jeunes|habitants|agents)|ces|chaque|tous)"),
            unless_sentence=("(?:erreur|excuses|faute|trompés?)",),
            flags=(
                "Depuis mon élection, la délinquance a baissé d'un cinquième.",
                "Grâce à notre politique, les secours étaient prêts.",
                "Comme je l'avais promis pendant la campagne, nous avons doublé les patrouilles.",
                "Nous avons été la première ville à installer ces caméras.",
                "Ma majorité a fait de la sécurité une priorité.",
                "Notre ville est l'une des villes les plus sûres du pays.",
            ),
            passes=(
                "J'ai rendu visite aux familles hier.",
                "Je suis fière de chaque voisin venu avec un balai.",
                "La ville a ouvert l'école à ceux qui ne peuvent pas rentrer.",
                "Ce n'est pas le moment de parler de notre bilan.",
                "Comme je l'ai dit à midi, le pont reste fermé.",
            ),
        ),
    },
)

party_blame = Principle(
    name="politics.party-blame",
    source="mass-shooting-protocol-playbook",
    facts=("mass-shooting-protocol-playbook-10",),
    severity="major",
    detect=whole_clause,
    wordings={
        "en": Wording(
            advice="Leave opponents and other governments out: say what the city does now; the debate can come later.",
            patterns=(
                "(?:the|my|our) (?:\\w+ )?(?:opposition|opponents?|predecessors?|previous (?:administration|council|mayor|government)|former (?:administration|mayor|council|government)|last (?:administration|government|council)|other parties|political rivals)(?: \\w+){0,3}? (?:has|have|had|is|are|was|were|did|voted|refused|ignored|cut|failed|should|must|left|neglected|who|never|always|blocked|want|are trying)",
                "(?:the )?(?:government|ministry|minister|state|region|federal government|home office|white house|congress|parliament|county|province|prefect)(?:'s)? (?:\\w+ )?(?:failure|failed|inaction|cuts?|refus\\w+|abandon\\w+|neglect\\w*|ignored|let us down|left us|has done nothing|did nothing|is to blame|are to blame|must answer|broken promises|incompetence|negligence)",
                "(?:if|had) (?:only )?(?:the )?(?:government|ministry|minister|state|region|opposition|county|council before us|previous (?:\\w+)|home office|police) (?:had |not )?(?:\\w+ )?(?:listened|acted|given|funded|done|voted|supported|not cut|paid|provided)",
                "(?:left-wing|right-wing|socialist|conservative|liberal|labour|republican|democrat|green|populist) (?:\\w+ )?(?:politicians?|government|policies|party|opposition|councillors?|mayor|agenda|ideology|lobby) (?:\\w+ ){0,3}?(?:is|are|has|have|who|that|to blame|responsible|behind|failed)",
                "(?:we|i) (?:have )?(?:warned|told|asked|begged) (?:the )?(?:government|minister|ministry|opposition|state|region|council) (?:\\w+ )?(?:again and again|repeatedly|for years|many times|in vain|time and again|but)",
            ),
            unless=("not the (?:time|moment)", "together with", "thank\\w*"),
            flags=(
                "The previous administration had neglected the bridge for years.",
                "This is what the government's cuts lead to.",
                "Had the ministry listened, nobody would be in hospital.",
                "My opponents voted against the cameras.",
                "We warned the government again and again.",
            ),
            passes=(
                "The government has sent two teams, and we thank them.",
                "The minister will visit the families tomorrow.",
                "The previous update was published at noon.",
                "This is not the time to speak of the previous administration.",
            ),
        ),
        "fr": Wording(
            advice="Laissez adversaires et autres pouvoirs de côté : dites ce que fait la ville maintenant ; le débat viendra plus tard.",
            patterns=(
                "(?:l'|mon |mes |nos |notre |les |la |le )(?:opposition|adversaires?|prédécesseurs?|ancien(?:ne)? (?:municipalité|équipe|majorité|maire|gouvernement)|précédente? (?:municipalité|équipe|majorité|maire|gouvernement)|majorité précédente|municipalité précédente|équipe sortante)(?: \\w+){0,3}? (?:a|ont|avait|avaient|n'a|n'ont|n'avait|refus\\w+|doit|doivent|qui|porte|portent|préfèr\\w+|s'est|veut|veulent)",
                "(?:le |l'|la |du |de l'|de la |d'un )(?:gouvernement|état|ministère|ministre|préfecture|préfet|région|département|europe) (?:\\w+ )?(?:n'a (?:rien|pas|jamais)|a (?:failli|abandonné|refusé|ignoré|laissé|manqué)|nous (?:a|ont) (?:abandonnés|laissés|lâchés)|porte|doit (?:répondre|assumer|rendre)|est responsable|se défausse|ferme les yeux)",
                "(?:inaction|désengagement|abandon|mépris|carences?|défaillances?|incurie|coupes|laxisme|silence) (?:\\w+ )?(?:de |du |d')(?:l'état|la préfecture|gouvernement|ministère|ministre|l'opposition|la région|la majorité|l'ancienne \\w+)",
                "si (?:l'état|le gouvernement|le ministère|le ministre|l'opposition|la région|le département|la préfecture|on) (?:nous )?(?:avait|avaient|n'avait)",
                "(?:nous avons|j'ai|nous avions|j'avais) (?:\\w+ )?(?:alerté|prévenu|averti|demandé|réclamé) (?:\\w+ )?(?:l'état|le gouvernement|le ministre|le ministère|la préfecture|le préfet|l'opposition)(?: \\w+){0,3}? ?(?:en vain|depuis|à plusieurs|maintes|mille fois|sans)",
            ),
            unless=("pas le moment", "merci", "remerci\\w+", "aux côtés"),
            flags=(
                "L'ancienne municipalité avait laissé le pont à l'abandon.",
                "Voilà où mène l'inaction de l'État.",
                "Si le ministère nous avait écoutés, personne ne serait à l'hôpital.",
                "L'opposition a voté contre ces caméras.",
                "Le gouvernement n'a rien fait pour nous.",
            ),
            passes=(
                "L'État a envoyé deux équipes, et nous l'en remercions.",
                "Le ministre rendra visite aux familles demain.",
                "La préfecture ouvre une cellule d'information.",
                "Ce n'est pas le moment de parler de l'opposition.",
            ),
        ),
    },
)
