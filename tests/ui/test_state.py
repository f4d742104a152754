"""What the chat remembers: versions, switches, refusals. No Streamlit, no model."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.model import Fact, Incident, Rumour
from bot.ui.state import (
    Conversation,
    Refusal,
    Turn,
    attempt,
    edited,
    language_of,
    rows_of,
    said_anew,
    say,
    showing,
    taken_as,
    wished,
    with_facts,
)
from bot.wishes import Wish
from kb.errors import UnusableRequest
from tests.ui.fakes import FakeDesk

NOTES = """Town of Alder Quay, Sunday 3 May
02:10 fire in the entrance of the community centre, Mill Lane. Nobody injured.
Police: no arrests, cause not known. Witness line 01632 960111"""


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


def talked(desk: FakeDesk, *said: str) -> Conversation:
    talk = Conversation()
    for text in said:
        talk = say(desk, talk, text, "en")
    return talk


def test_notes_become_a_holding_statement_first(desk):
    turn = talked(desk, NOTES).turns[-1]
    assert turn.task == "draft"
    assert turn.sheet.draft.channel == "holding"


def test_a_follow_up_makes_a_version_and_no_new_turn(desk):
    talk = talked(desk, NOTES, "shorter", "in French", "for social media")
    (turn,) = talk.turns
    assert [v.sheet.version for v in turn.versions] == [1, 2, 3, 4]
    assert [v.change for v in turn.versions] == ["", "shorter", "in French", "for social media"]
    assert turn.sheet.language == "fr"
    assert turn.sheet.draft.channel == "social"


def test_a_shorter_text_stays_short_in_another_language(desk):
    talk = talked(desk, NOTES, "shorter", "in French")
    assert desk.asked[-1][-1] == "short"
    assert talk.turns[0].versions[-1].length == "short"


def test_what_is_added_stands_in_the_notes_of_the_next_version(desk):
    turn = talked(desk, NOTES, "add that the centre opens at 9").turns[0]
    assert turn.sheet.request.notes.endswith("the centre opens at 9")
    assert turn.versions[0].sheet.request.notes == NOTES


def test_a_question_after_a_statement_is_a_new_turn(desk):
    talk = talked(desk, NOTES, "Who should speak first after an attack?")
    assert [turn.task for turn in talk.turns] == ["draft", "ask"]
    assert [turn.id for turn in talk.turns] == [1, 2]


def test_switching_back_shows_the_version_that_is_there(desk):
    turn = talked(desk, NOTES).turns[0]
    social = wished(desk, turn, Wish(channel="social"), "x")
    back = wished(desk, social, Wish(channel="holding"), "x")
    assert (len(back.versions), back.shown) == (2, 0)
    assert wished(desk, back, Wish(channel="holding"), "x") == back


def test_a_version_made_from_an_older_one_takes_the_next_number(desk):
    turn = talked(desk, NOTES, "in French").turns[0]
    older = wished(desk, showing(turn, 0), Wish(channel="statement"), "x")
    assert older.sheet.version == 3
    assert older.sheet.language == "en"


def test_a_refused_follow_up_keeps_every_version(desk):
    turn = talked(desk, NOTES, "in German").turns[0]
    assert turn.refusal.kind == "NotBuiltYet"
    assert len(turn.versions) == 1
    assert turn.sheet.draft is not None


def test_a_fault_costs_the_request_and_keeps_what_was_typed(desk):
    desk.broken = RuntimeError("disk full")
    turn = talked(desk, NOTES).turns[0]
    assert turn.refusal == Refusal("unexpected")
    assert turn.said == NOTES
    desk.broken = None
    again = said_anew(desk, turn, NOTES)
    assert again.refusal is None and again.sheet.draft


def test_a_fault_on_an_edited_text_keeps_the_sheet_and_the_new_words(desk):
    turn = talked(desk, NOTES).turns[0]
    desk.broken = UnusableRequest("Too long.", "Shorten it.")
    again = said_anew(desk, turn, NOTES + "\nOne more line")
    assert again.versions == turn.versions
    assert again.said.endswith("One more line")


def test_the_same_words_can_be_taken_as_another_task(desk):
    turn = talked(desk, "They say the pool is closing for good, pass it on!!").turns[0]
    assert turn.task == "counter"
    other = taken_as(desk, turn, "review")
    assert (other.task, other.said) == ("review", turn.said)
    assert taken_as(desk, other, "review") is other


def test_a_switch_that_is_refused_leaves_the_turn_as_it_was(desk):
    turn = talked(desk, NOTES).turns[0]
    desk.broken = UnusableRequest("No.", "Try.")
    other = taken_as(desk, turn, "counter")
    assert (other.task, other.versions) == (turn.task, turn.versions)
    assert other.refusal.what == "No."


def test_verified_facts_make_a_version_once(desk):
    turn = talked(desk, "They say the pool is closing for good, pass it on!!").turns[0]
    told = with_facts(desk, turn, ["The pool is open.", " ", ""], "debunk", " parents ", "x")
    assert told.sheet.request == Rumour(turn.said, ("The pool is open.",), "debunk", "parents")
    assert with_facts(desk, told, ["The pool is open."], "debunk", "parents", "x") is told


DECLINED = "Is the impossible possible, and how?"


@pytest.mark.parametrize("wish", ["shorter", "for social media"])
def test_what_brought_no_text_cannot_be_changed_and_says_so(desk, wish):
    (turn,) = talked(desk, DECLINED, wish).turns
    assert turn.refusal == Refusal("nothing_to_change")
    assert turn.sheet.reason_kind == "misuse"


def test_a_declined_request_stays_declined_in_french_and_with_an_addition(desk):
    (turn,) = talked(desk, DECLINED, "in French", "add that it is urgent").turns
    assert [v.sheet.outcome for v in turn.versions] == ["declined"] * 3
    assert turn.sheet.language == "fr"


def test_a_check_has_no_versions_and_says_so():
    class Reading(FakeDesk):
        def revise(self, sheet, wish):
            raise UnusableRequest("A check has no versions.", "Change the text.")

    desk = Reading()
    turn = taken_as(desk, talked(desk, NOTES).turns[0], "review")
    (turn,) = say(desk, Conversation((turn,)), "shorter", "en").turns
    assert turn.refusal.what == "A check has no versions."
    assert turn.sheet.task == "review"


def test_nothing_typed_changes_nothing(desk):
    talk = talked(desk, NOTES)
    assert say(desk, talk, "  \n ", "en") is talk


def test_a_version_number_out_of_reach_shows_the_nearest(desk):
    turn = talked(desk, NOTES).turns[0]
    assert showing(turn, 99).shown == 0
    assert showing(turn, -1).shown == 0


def test_a_few_words_are_taken_for_the_language_of_the_page():
    assert language_of("Info stand", "en") == "en"
    assert language_of("Que faire pour les familles quand on ne sait rien ?", "en") == "fr"


def test_an_error_that_can_be_acted_on_keeps_its_sentences():
    def refuse():
        raise UnusableRequest("It is empty.", "Type something.")

    assert attempt(refuse) == Refusal("UnusableRequest", "It is empty.", "Type something.")


# ------------------------------------------------------------------ the facts table


@pytest.fixture
def incident(desk) -> Incident:
    return desk.read_notes(NOTES)


def test_an_untouched_table_changes_nothing(desk, incident):
    assert edited(desk, incident, rows_of(incident)) == incident


def test_a_fact_that_is_not_in_use_is_left_out(desk, incident):
    rows = rows_of(incident)
    rows[1]["use"] = False
    assert [f.id for f in edited(desk, incident, rows).facts] == ["f0", "f2"]


def test_a_status_and_a_kind_can_be_corrected(desk, incident):
    rows = rows_of(incident)
    rows[2] |= {"status": "reported", "kind": "investigation"}
    fact = edited(desk, incident, rows).facts[2]
    assert (fact.status, fact.kind, fact.text) == (
        "reported",
        "investigation",
        incident.facts[2].text,
    )


def test_what_is_typed_into_the_table_becomes_a_span_of_the_notes(desk, incident):
    rows = rows_of(incident)
    rows[1]["text"] = "02:15 fire in the entrance,\nMill Lane"
    rows.append({"use": True, "text": "The hall opens at 9", "kind": "", "status": "", "id": ""})
    new = edited(desk, incident, rows)
    assert new.notes.startswith(NOTES)
    for fact in new.facts:
        assert new.notes[fact.start : fact.end] == fact.text
    assert [f.text for f in new.facts][-2:] == [
        "02:15 fire in the entrance, Mill Lane",
        "The hall opens at 9",
    ]
    assert incident.facts[1] not in new.facts


def test_a_corrected_fact_keeps_the_time_beside_it_and_drops_what_was_taken_out(desk, incident):
    old = replace(incident.facts[1], slots={"time": "04:00", "place": "Mill Lane"})
    incident = replace(incident, facts=(old,))
    rows = rows_of(incident)
    rows[0]["text"] = "fire in the porch"
    (fact,) = edited(desk, incident, rows).facts
    assert fact.slots == {"time": "04:00"}


def test_a_row_the_reader_makes_nothing_of_is_still_the_persons_word(incident):
    class DeafDesk(FakeDesk):
        def read_notes(self, notes, language=""):
            return Incident(notes)

    rows = [
        {"use": True, "text": "Tea at the library", "kind": "gathering", "status": None, "id": None}
    ]
    (fact,) = edited(DeafDesk(), incident, rows).facts
    assert fact == Fact(fact.id, "Tea at the library", fact.start, fact.end, "gathering")


def test_an_empty_row_is_no_fact(desk, incident):
    rows = [{"use": True, "text": None, "kind": None, "status": None, "id": None}]
    assert edited(desk, incident, rows).facts == ()


def test_a_turn_without_versions_has_no_sheet():
    assert Turn(1, "x", "ask", "en").sheet is None
