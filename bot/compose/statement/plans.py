"""What each kind of text consists of: moves in their order, as data.

The order is that of good statements: the people who were hurt, what is known,
what is not known, condemnation where it is due, what is done, where help is,
what to do, when we speak again. A move names the kinds of fact that fill it,
how many sentences it may take, and how much it is worth when the text grows
too long: the cheapest sentence goes first, worth 100 is never dropped.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Move:
    name: str
    kinds: tuple[str, ...] = ()
    most: int = 9  #: sentences at most
    worth: int = 50
    opens: bool = False  #: a new paragraph before it
    due: bool = False  #: with nothing to fill it, a visible gap stands in its place
    lower: int = 5  #: each further sentence of the move is worth so much less


PLANS: dict[str, tuple[Move, ...]] = {
    "holding": (
        Move("apology", ("apology",), 3, 90),
        Move("empathy", ("harm", "affected"), 2, 90),
        Move("event", ("event",), 4, 95, opens=True, lower=3),
        Move("harm", ("harm", "no_harm"), 4, 88),
        Move("investigation", ("investigation", "hate"), 1, 55),
        Move("arrest", ("arrest",), 2, 70),
        Move("condemnation", ("hate",), 1, 60),
        Move("correction", ("correction",), 2, 64),
        Move("unknown", ("motive",), 2, 86),
        Move("safety", ("do", "dont"), 4, 82, opens=True),
        Move("no_guessing", (), 1, 58),
        Move("help", ("help",), 5, 92, opens=True, due=True, lower=6),
        Move("witness", ("witness",), 1, 45),
        Move("response", ("response",), 1, 25),
        Move("quote", ("quote",), 1, 22),
        Move("asked", ("question",), 2, 84),
        Move("next_update", ("next_update",), 1, 100, opens=True, due=True),
    ),
    "statement": (
        Move("apology", ("apology",), 8, 96, lower=2),
        Move("empathy", ("harm", "affected"), 2, 100),
        Move("belonging", ("affected",), 1, 80),
        Move("event", ("event",), 4, 98, opens=True),
        Move("harm", ("harm", "no_harm"), 5, 94, lower=2),
        Move("condemnation", ("hate",), 1, 95),
        Move("investigation", ("investigation", "hate"), 3, 84, opens=True),
        Move("arrest", ("arrest",), 2, 86),
        Move("unknown", ("motive",), 3, 92),
        Move("correction", ("correction",), 4, 85),
        Move("context", ("context", "affected"), 2, 20),
        Move("response", ("response",), 5, 48, opens=True),
        Move("thanks", (), 1, 30),
        Move("quote", ("quote",), 2, 78, opens=True),
        Move("help", ("help",), 6, 97, opens=True, due=True, lower=4),
        Move("witness", ("witness",), 3, 88, lower=3),
        Move("safety", ("do", "dont"), 5, 87, lower=3),
        Move("asked", ("question",), 2, 90),
        Move("wish", ("wish",), 2, 76, opens=True),
        Move("privacy", (), 1, 66),
        Move("service", ("service",), 4, 60),
        Move("gathering", ("gathering",), 3, 74),
        Move("unity", (), 1, 26),
        Move("next_update", ("next_update",), 1, 100, opens=True, due=True),
        Move("signature", ("speaker",), 1, 100, opens=True, due=True),
    ),
    "social": (
        Move("apology", ("apology",), 4, 100, lower=3),
        Move("empathy", ("harm", "affected"), 1, 92),
        Move("event", ("event",), 1, 95),
        Move("harm", ("harm", "no_harm"), 2, 92, lower=40),
        Move("safety", ("do", "dont"), 3, 94, lower=2),
        Move("condemnation", ("hate",), 1, 90),
        Move("unknown", ("motive",), 1, 80),
        Move("no_guessing", (), 1, 30),
        Move("help", ("help",), 1, 93, due=False),
        Move("asked", ("question",), 1, 82),
        Move("service", ("service",), 1, 24),
        Move("wish", ("wish",), 1, 26),
        Move("next_update", ("next_update",), 1, 100, due=True),
    ),
}


@dataclass(frozen=True)
class Size:
    """How long a text may be: sentences worth less than ``cheap`` go to reach ``aim``."""

    aim: int  #: words
    most: int  #: words, never more
    cheap: int = 60
    characters: int = 0  #: an aim in characters, for posts


SIZES = {
    "holding": Size(165, 185),
    "statement": Size(350, 460),
    "social": Size(60, 88, 80, 280),
}
SHORT = {
    "holding": Size(75, 110, 86),
    "statement": Size(170, 230, 86),
    "social": Size(35, 60, 92, 200),
}
LONG = {
    "holding": Size(185, 185, 0),
    "statement": Size(470, 470, 0),
    "social": Size(88, 88, 0, 0),
}

#: Kinds of incident that are acts against people: condemnation is due.
ACTS = frozenset(
    "attack assault shooting stabbing arson vandalism harassment threat threats abuse riot "
    "vehicle-attack desecration hate-speech hate violence damage rumour-disorder".split()
)
#: Kinds where it is never due: nobody is to be judged while the cause is open.
NEVER_CONDEMNED = frozenset(
    "accident fire unknown own-mistake mistake data-breach death-in-custody custody disaster "
    "missing-person missing flood storm explosion march protest verdict false-alarm "
    "anniversary school".split()
)
#: What a piece of a fact is about, whatever fact it came in.
PIECE_MOVES = {
    "nobody_injured": "harm",
    "nobody_seriously_injured": "harm",
    "no_injuries_reported": "harm",
    "nobody_died": "harm",
    "no_arrest": "arrest",
    "one_arrest": "arrest",
    "arrests": "arrest",
    "not_in_custody": "arrest",
    "not_in_custody_when": "arrest",
    "was_not": "correction",
    "false_alarm": "correction",
    "deliberate": "investigation",
    "nobody_else": "arrest",
    "nobody_missing": "harm",
    "treated_as": "investigation",
    "investigation": "investigation",
    "investigation_what": "investigation",
    "nature": "investigation",
    "unknown_why": "unknown",
    "unknown_cause": "unknown",
    "unknown_what": "unknown",
}
#: Facts of these kinds are said with who says so.
ATTRIBUTED = frozenset(
    ("investigation", "arrest", "motive", "harm", "no_harm", "hate", "correction")
)
