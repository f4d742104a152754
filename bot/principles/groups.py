"""Nobody answers for a group, and everybody who lives here is us."""

from __future__ import annotations

from bot.principles.base import Principle, clause, whole_clause

_DEMAND = "(?:distance|condemn|denounce|apologi[sz]e|control|rein|discipline|keep|hand over|prove|answer|explain|integrate|adapt|assimilate|choose|clean|police|take (?:full |more |some |their )?(?:responsibility|control)|take care of|look (?:at|to|after)|ask (?:itself|themselves)|speak out|come clean|put (?:its|their)|sort|do (?:more|something|their)|accept|respect our|learn|show (?:that|us|which|where)|make (?:sure|clear)|decide|reflect|account|stop|educate|deal with|restrain|supervise|reject)"
_EXIGER = "(?:se (?:désolidariser|démarquer|distancier|remettre|prononcer|justifier|positionner|ressaisir|regarder|taire)|condamn\\w+|dénon\\w+|s'excus\\w+|présent\\w+ (?:des|leurs|ses) excuses|tenir|contrôl\\w+|surveill\\w+|maîtris\\w+|éduqu\\w+|livr\\w+|prouv\\w+|répond\\w+|s'expliqu\\w+|s'intégr\\w+|s'adapt\\w+|s'assimil\\w+|chois\\w+|balay\\w+|faire (?:le ménage|la police|son|leur|plus|preuve|un effort|des efforts)|prendre (?:ses|leurs|leur|toute)|assum\\w+|accept\\w+|respect\\w+ (?:nos|notre)|appren\\w+|montr\\w+|s'interrog\\w+|cess\\w+|rendre des comptes|réagi\\w+|rejet\\w+|rappel\\w+ à l'ordre|calm\\w+)"

blamed_community = Principle(
    name="groups.blamed-community",
    source="scn-ten-findings-2023",
    facts=("scn-ten-findings-2023-11", "scn-ten-findings-2023-16"),
    severity="major",
    detect=whole_clause,
)

stigma = Principle(
    name="groups.stigma",
    source="scn-ten-findings-2023",
    facts=("scn-ten-findings-2023-11", "scn-ten-findings-2023-13"),
    severity="major",
    detect=clause,
)

mental_illness = Principle(
    name="groups.mental-illness-stigma",
    source="save-reporting-mass-shootings",
    facts=("save-reporting-mass-shootings-03",),
    severity="major",
    detect=clause,
)

dehumanised = Principle(
    name="groups.dehumanised",
    source="pace-role-political-leaders-2019",
    facts=("pace-role-political-leaders-2019-03", "pace-role-political-leaders-2019-04"),
    severity="major",
    detect=whole_clause,
)

excluded = Principle(
    name="groups.excluded",
    source="scn-ten-findings-2023",
    facts=("scn-ten-findings-2023-11", "scn-ten-findings-2023-38", "scn-ten-findings-2023-46"),
    severity="major",
    detect=whole_clause,
)

false_balance = Principle(
    name="groups.false-balance",
    source="scn-ten-findings-2023",
    facts=("scn-ten-findings-2023-09", "scn-ten-findings-2023-22"),
    severity="major",
    detect=whole_clause,
)
