"""Nobody answers for a group, and everybody who lives here is us."""

from __future__ import annotations

from bot.principles.base import Principle, clause, whole_clause

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
