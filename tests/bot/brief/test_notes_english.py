"""English notes become the table a careful press officer would have made."""

from __future__ import annotations

import pytest

from bot.brief import read_notes
from tests.bot.brief import notes
from tests.bot.brief.reading import facts, held, only, sayable, texts


def test_a_synagogue_daubed_overnight():
    incident = read_notes(notes.SYNAGOGUE)
    assert incident.hate == "antisemitic" and incident.kind == "vandalism"
    event = facts(incident, "event")[0]
    assert "someone sprayed swastikas" in event.text
    assert event.slots["place"] == "Beth Shalom Synagogue"
    assert facts(incident, "context")[0].slots["town"] == "Harrowgate Cross"
    assert "No one was in the building" in texts(incident, "no_harm")
    witness = only(incident, "witness")
    assert witness.slots["phone"] == "01632 960 118" and witness.slots["reference"] == "HX/552"
    assert only(incident, "quote").slots["speaker"] == "Rabbi Miriam Adler"
    assert only(incident, "speaker").slots == {"name": "Tom Reddish", "role": "Council leader"}
    assert only(incident, "next_update").slots["time"] == "1pm"
    assert only(incident, "gathering").slots["place"] == "town hall"
    public = sayable(incident)
    assert "OUT OUT" not in public and "Marston" not in public and "Beck Lane" not in public


def test_a_man_who_died_in_custody_is_not_an_attacker_and_may_be_named():
    incident = read_notes(notes.CUSTODY)
    assert incident.kind == "death in custody" and incident.hate == ""
    assert "Darnell Pruitt" in sayable(incident)
    assert held(incident, "victim-data") == ["Keisha Pruitt"]
    assert "high" not in sayable(incident)
    quotes = facts(incident, "quote")
    assert quotes[0].slots["speaker"] == "His sister"
    assert quotes[1].slots["words"].startswith("she has seen no video")
    assert texts(incident, "motive", "unknown") == ["Cause of death not known, autopsy Monday"]
    assert not facts(incident, "gathering"), "a protest by others is no invitation"
    assert only(incident, "help").slots["phone"] == "555-0143"


def test_a_false_alarm_at_a_school():
    incident = read_notes(notes.SCHOOL_THREAT)
    assert incident.kind == "threat"
    assert texts(incident, "event") == [
        "someone phoned in a bomb threat at 10.20 this morning (Wed 6 May)"
    ]
    assert "caravans" not in sayable(incident)
    correction = only(incident, "correction")
    assert correction.by == "police" and correction.text.startswith("there is no link")
    assert only(incident, "witness").slots == {"phone": "101", "reference": "0605-77"}
    assert only(incident, "help").slots["phone"] == "01632 960441"
    assert only(incident, "speaker").slots["name"] == "Ann Moss"
    assert any("max 150 words" in text for text in texts(incident, "instruction"))


def test_our_own_mistake_keeps_the_wrongly_named_man_out():
    incident = read_notes(notes.WRONG_NAME)
    assert incident.kind == "own mistake"
    assert any("named the wrong man" in text for text in texts(incident, "apology"))
    assert "Langdale" not in sayable(incident) and "bakery" not in sayable(incident)
    assert {f.slots["count"] for f in facts(incident, "harm")} == {"Three", "one"}
    assert any(f.slots.get("town") == "Fernleigh" for f in incident.facts)


def test_a_night_of_disorder_after_a_false_post():
    incident = read_notes(notes.RIOT)
    assert incident.kind == "riot" and incident.hate == ""
    assert texts(incident, "event")[0].startswith("crowd of c. 150 outside the Kestrel Hotel")
    assert "refugee stabbed" not in sayable(incident)
    assert "no stabbing happened" in texts(incident, "correction")
    assert texts(incident, "arrest", "withdrawn") == ["11 arrests so far"]
    assert facts(incident, "arrest")[0].slots["count"] == "14"
    assert "Carrow" not in sayable(incident)
    assert "far right" not in sayable(incident) and held(incident, "hostile-gathering")
    assert "residents of hotel all safe" in texts(incident, "no_harm")
    assert only(incident, "next_update").slots["time"] == "11am"
    assert only(incident, "help").slots["phone"] == "01632 960 700"


def test_a_family_that_wants_neither_name_nor_street_out():
    incident = read_notes(notes.BRICK)
    assert incident.hate == "racist"
    assert held(incident, "victim-data")[:2] == ["Sallow Lane", "Rahimi"]
    assert "pregnant" not in sayable(incident)
    assert only(incident, "event").text.endswith("front window of the house")
    assert held(incident, "private") == ["council mtg on it thurs 7pm but thats closed session"]


def test_numbered_points_and_a_rumour_with_its_answer():
    incident = read_notes(notes.EVACUEES)
    assert incident.kind == "harassment" and incident.hate == "racist"
    assert "$2,000" not in sayable(incident)
    answer = only(incident, "correction")
    assert answer.by == "Red Cross" and "$85" in answer.text
    assert only(incident, "quote").slots["speaker"] == "Chief Raymond Kettle"
    assert only(incident, "next_update").slots == {"time": "16:00", "day": "15 Aug"}
    assert only(incident, "speaker").slots["role"] == "Board Chair"
    assert "No charges" in texts(incident, "arrest")


def test_a_hoax_call_and_a_decision_taken_back():
    incident = read_notes(notes.SWATTING)
    assert incident.kind == "false alarm"
    assert "active shooter" not in sayable(incident)
    assert "building cleared, NO shooter, no shots" in texts(incident, "correction")
    assert texts(incident, "service", "withdrawn") == ["School closed tomorrow (Thurs)"]
    assert texts(incident, "service") == ["superintendent just decided OPEN Thurs on a 2-hr delay"]
    assert only(incident, "quote").slots["speaker"] == "Mayor Pat Nakagawa"


def test_a_crash_whose_figures_changed_within_one_sentence():
    incident = read_notes(notes.BUS)
    assert incident.kind == "accident"
    assert texts(incident, "harm", "withdrawn") == ["3 children hurt"]
    assert facts(incident, "harm")[0].slots["count"] == "5"
    assert "illegal" not in sayable(incident)
    assert only(incident, "do").slots["place"] == "Quarry Bend"
    assert only(incident, "speaker").slots["name"] == "Marian Yates"
    assert held(incident, "staff-only") and "x2290" not in sayable(incident)


def test_a_councillor_who_agrees_to_be_named():
    incident = read_notes(notes.WARD)
    assert incident.hate == "", "police leave the motive to the court"
    assert "Hine Paewai" in sayable(incident) and "go home" not in sayable(incident)
    assert facts(incident, "quote")[0].slots["speaker"] == "Cr Hine Paewai"
    assert texts(incident, "motive", "unknown") == ["motive is for the court to decide"]
    assert only(incident, "witness").slots == {"phone": "105", "reference": "P0660"}


LOG = """Duty log, Oldbeck Town Council, Friday 3 July 2026
18:10 fire service: 5 people treated for smoke at Mill Court
18:25 fire service: 8 treated
18:40 rest centre at Beck Lane Academy
18:52 no heating at Beck Lane. REST CENTRE IS NOW Oldbeck Leisure Centre, open till 2am
19:05 helpline 01632 960 401
19:07 sorry, typo: helpline is 01632 960 410
19:20 fire service: correction, 7 treated, none seriously
19:25 quote from Mayor Ines Okoro: "We will find out who is to blame."
19:40 Mayor withdraws that quote. New one: "Tonight we look after our neighbours."
19:45 next update 21:00
19:58 make that 21:45. oldbeck.example/fire"""


def test_the_newest_line_of_a_log_counts():
    incident = read_notes(LOG)
    assert texts(incident, "harm", "withdrawn") == [
        "5 people treated for smoke at Mill Court",
        "8 treated",
    ]
    assert only(incident, "harm").slots["count"] == "7"
    centre, line = facts(incident, "help")
    assert centre.slots["place"] == "Oldbeck Leisure Centre" and centre.slots["until"] == "2am"
    assert line.slots["phone"] == "01632 960 410"
    assert "Beck Lane Academy" not in sayable(incident)
    assert texts(incident, "quote", "withdrawn") == ['"We will find out who is to blame."']
    assert only(incident, "quote").slots["words"] == "Tonight we look after our neighbours."
    update = only(incident, "next_update")
    assert update.slots["time"] == "21:45" and update.slots["link"] == "oldbeck.example/fire"


def test_the_time_of_a_log_line_is_not_the_time_of_the_event():
    fact = only(LOG, "harm")
    assert fact.slots["logged"] == "19:20" and "time" not in fact.slots


FIGURES = """Fair at Cope Green, Sunday.
Somebody used a fire extinguisher in the crowd about 3.20pm
- paramedics: 12 treated
- hospital: 7 came in
- organiser: at least 30 hurt
{clearing}
Motive unknown"""


def test_figures_that_contradict_each_other_are_none_of_them_confirmed():
    incident = read_notes(FIGURES.format(clearing="- hospital 2: 9 came in"))
    assert texts(incident, "harm") == []
    assert len(facts(incident, "harm", "reported")) == 4


def test_the_wording_an_authority_clears_beats_every_other_figure():
    clearing = '- police: use "at least 7 people were taken to hospital", nothing else till tonight'
    incident = read_notes(FIGURES.format(clearing=clearing))
    assert only(incident, "harm").text == "at least 7 people were taken to hospital"
    assert only(incident, "harm").by == "police"
    assert {"12 treated", "7 came in"} <= set(held(incident, "unconfirmed"))


@pytest.mark.parametrize(
    ("said", "hate"),
    [
        ("Police are treating it as a racially aggravated crime.", "racist"),
        ("Police: disability hate crime investigation.", "anti-disability"),
        ("Prosecutors: homophobic and transphobic hate crime.", "homophobic+transphobic"),
        ("Police say the motive is not yet known.", ""),
        ("Police: we are not putting a label on it. People online call it racist.", ""),
        ("Police are considering whether it was a racially aggravated offence.", ""),
        ("Racist words were painted on the door.", "racist"),
        ("Racist words were painted on the door. Police: motive not established.", ""),
    ],
)
def test_hate_is_named_only_where_it_is_established(said, hate):
    assert read_notes(f"Fire at the hostel on Dock Road at 2am, nobody hurt. {said}").hate == hate
