"""All principles, and the one function that reads a text against them."""

from __future__ import annotations

from bot.model import Finding
from bot.principles import (
    attacker,
    certainty,
    completeness,
    corrections,
    groups,
    hate,
    language,
    people,
    politics,
    privacy,
)
from bot.principles.base import Principle
from bot.principles.reading import Reading
from kb.errors import NotBuiltYet, UnusableRequest
from kb.model import LANGUAGES

#: In order of weight.
PRINCIPLES: tuple[Principle, ...] = (
    attacker.attacker_named,
    attacker.amplified,
    attacker.prejudged,
    privacy.personal_data,
    people.blames_victims,
    people.victim_record,
    people.families_not_first,
    people.minimised_harm,
    people.thoughts_and_prayers,
    groups.blamed_community,
    groups.stigma,
    groups.mental_illness,
    groups.dehumanised,
    groups.excluded,
    groups.false_balance,
    hate.unnamed,
    certainty.motive_speculation,
    certainty.cause_guess,
    certainty.unverified_figure,
    certainty.overpromise,
    certainty.false_reassurance,
    corrections.myth_in_headline,
    corrections.leads_with_myth,
    corrections.repeated_myth,
    corrections.bare_denial,
    corrections.contempt,
    politics.self_promotion,
    politics.party_blame,
    language.war_words,
    language.passive_evasion,
    language.jargon,
    language.shouting,
    language.long_sentence,
    completeness.empathy,
    completeness.where_help_is,
    completeness.next_update,
    completeness.what_to_do,
    completeness.length_for_channel,
)

#: The languages every principle speaks.
BUILT = tuple(language for language in LANGUAGES if all(language in p.wordings for p in PRINCIPLES))

_NAMES = {"de": "German", "no": "Norwegian"}


#: Families whose principles say nearly the same of the same words: the first stays.
#: Elsewhere two principles may well remark on one clause.
_ONE_VOICE = ("certainty", "politics")


def _overlap(one: Finding, other: Finding) -> bool:
    """Do two findings mark largely the same words?"""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0 and shared * 2 > min(one.end - one.start, other.end - other.start)


def review(text: str, language: str, channel: str = "") -> tuple[Finding, ...]:
    """What the principles say about a text, in the order of the text.

    What is missing from the whole comes last. A text with nothing to remark
    gives an empty tuple, and instructions inside a text are text.

    Raises:
        NotBuiltYet: the principles do not speak this language yet.
        UnusableRequest: there is no such language.
    """
    if language not in LANGUAGES:
        raise UnusableRequest(
            f"A text cannot be checked in the language “{language}”.",
            "Choose English (en) or French (fr).",
        )
    if language not in BUILT:
        raise NotBuiltYet(
            f"Texts in {_NAMES.get(language, language)} cannot be checked yet.",
            "Check the English or the French version.",
        )
    reading = Reading(text, language, channel)
    kept: list[Finding] = []
    for principle in PRINCIPLES:
        for finding in principle.read(reading):
            if principle.family in _ONE_VOICE and any(
                other.principle.startswith(principle.family) and _overlap(finding, other)
                for other in kept
            ):
                continue
            kept.append(finding)
    whole = [finding for finding in kept if finding.start == finding.end]
    marked = sorted(
        (finding for finding in kept if finding.start < finding.end),
        key=lambda finding: (finding.start, finding.end),
    )
    return (*marked, *whole)
