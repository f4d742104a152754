"""A safety message is no campaign."""

from __future__ import annotations

from bot.principles.base import Principle, whole_clause

self_promotion = Principle(
    name="politics.self-promotion",
    source="mass-shooting-protocol-playbook",
    facts=("mass-shooting-protocol-playbook-09", "mass-shooting-protocol-playbook-10"),
    severity="major",
    detect=whole_clause,
)

party_blame = Principle(
    name="politics.party-blame",
    source="mass-shooting-protocol-playbook",
    facts=("mass-shooting-protocol-playbook-10",),
    severity="major",
    detect=whole_clause,
)
