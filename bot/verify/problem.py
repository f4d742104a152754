"""Why a claim does not stand."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """A reason of words/<language>.toml, and the item of the claim it is about."""

    key: str
    item: str
