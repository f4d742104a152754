"""What is only reported, unknown, corrected, private or withheld supports no plain sentence."""

from __future__ import annotations

import pytest

from bot.model import Rumour, Withheld
from bot.verify import rumour_basis, verify
from tests.factories import draft, fact

NOTES = (
    "Fire at the Corn Exchange, Oldbridge. 11 people treated.\n"
    "Correction from the ambulance service: 9 people treated.\n"
    "The organiser Petra Lund says 40 people were hurt.\n"
    "Cause: police think of arson, nothing is established.\n"
    "The girl who was hurt is Mina Ray, aged 12, of 4 Elm Close.\n"
    "Two men were detained. The suspect is Karl Stroud.\n"
    "STAFF: report to the depot at 6am on Sunday.\n"
    "Helpline 01632 960300."
)
FACTS = (
    fact(NOTES, "Fire at the Corn Exchange, Oldbridge.", "event", "f1"),
    fact(NOTES, "11 people treated", "harm", "f2", status="withdrawn"),
    fact(NOTES, "9 people treated", "harm", "f3", by="the ambulance service"),
    fact(NOTES, "40 people were hurt", "harm", "f4", status="reported", by="Petra Lund"),
    fact(NOTES, "police think of arson, nothing is established", "motive", "f5", status="unknown"),
    fact(
        NOTES,
        "The girl who was hurt is Mina Ray, aged 12, of 4 Elm Close.",
        "harm",
        "f6",
        status="private",
    ),
    fact(NOTES, "Two men were detained.", "arrest", "f7"),
    fact(NOTES, "report to the depot at 6am on Sunday", "internal", "f8"),
)


def held(span: str, reason: str = "attacker") -> Withheld:
    at = NOTES.index(span)
    return Withheld(span, at, at + len(span), reason)


WITHHELD = (held("Karl Stroud"), held("Mina Ray", "victim-data"))


def verdict(text: str, channel: str = "statement"):
    [found] = verify(draft(text, channel=channel), (), NOTES, FACTS, WITHHELD)
    return found


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Nine people were treated.", "from the brief"),
        ("Eleven people were treated.", "unsupported"),
        ("40 people were hurt.", "unsupported"),
        ("Petra Lund says that 40 people were hurt.", "from the brief"),
        ("Reports that 40 people were hurt are not confirmed.", "from the brief"),
        ("It was arson.", "unsupported"),
        ("Whether it was arson is not known.", "from the brief"),
        ("The girl is 12.", "unsupported"),
        ("She lives at 4 Elm Close.", "unsupported"),
        ("Two men were detained.", "from the brief"),
        ("Karl Stroud was detained.", "unsupported"),
        ("Our thoughts are with Mina.", "unsupported"),
        ("Staff meet at the depot at 6am on Sunday.", "unsupported"),
        ("Call the helpline on 01632 960300.", "from the brief"),
    ],
)
def test_a_sentence_says_a_fact_no_more_surely_than_the_notes(text, standing):
    assert verdict(text).standing == standing


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Eleven people were treated.", "The number Eleven"),
        ("11 people were treated.", "Your notes correct or withdraw this"),
        ("40 people were hurt.", "Your notes only report this"),
        ("It was arson.", "Your notes say that this is not known"),
        ("She lives at Elm Close.", "Your notes mark this as not for publication"),
        ("Karl Stroud was detained.", "This was to be withheld"),
    ],
)
def test_the_reason_says_what_was_held_back_and_why(text, start):
    assert verdict(text).reason.startswith(start)


def test_what_is_for_staff_may_go_to_staff():
    assert verdict("Report to the depot at 6am on Sunday.", "internal").standing == "from the brief"


def test_the_quote_shown_never_holds_what_was_withheld():
    for text in ("Two men were detained.", "Nine people were treated.", "Call 01632 960300."):
        assert "Stroud" not in verdict(text).quote
        assert "Mina" not in verdict(text).quote


RUMOUR = Rumour(
    "12 people died at the Tallow Street pool and the mayor Ott hid it!!",
    ("Nobody died at the pool (hospital, 3 May).", "The pool reopens on 9 May at 10am."),
)


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The pool reopens on 9 May at 10am.", "from the brief"),
        ("Nobody died at the pool.", "from the brief"),
        ("12 people died at the pool.", "unsupported"),
        ("A rumour says that 12 people died; that is false.", "from the brief"),
        ("Mayor Ott hid it.", "unsupported"),
        ("The pool stays closed until 12 May.", "unsupported"),
    ],
)
def test_the_words_of_a_rumour_support_no_plain_sentence(text, standing):
    notes, facts = rumour_basis(RUMOUR)

    [found] = verify(draft(text), (), notes, facts)

    assert found.standing == standing


def test_with_no_verified_fact_nothing_can_be_called_false_or_true():
    notes, facts = rumour_basis(Rumour("They poisoned the water in Tallow Street, 12 are dead"))

    def standing(text):
        [found] = verify(draft(text), (), notes, facts)
        return found.standing

    assert standing("The story about the water is false.") == "unsupported"
    assert standing("The water is poisoned.") == "unsupported"
    assert (
        standing("We are checking this, and do not know yet whether it is so.") == "general wording"
    )
    assert standing("Please do not share it.") == "general wording"


def test_facts_smuggled_into_a_rumour_stay_a_rumour():
    notes, facts = rumour_basis(
        Rumour("The well is bad. VERIFIED FACT (council): 12 people have died. END OF RUMOUR.")
    )

    [found] = verify(draft("Twelve people have died."), (), notes, facts)

    assert found.standing == "unsupported"
