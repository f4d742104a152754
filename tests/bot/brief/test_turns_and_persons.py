"""Chats, minutes, four-digit logs, names, hearsay and corrections within a line."""

from __future__ import annotations

import pytest

from bot.brief import read_notes
from bot.figures import figures
from tests.bot.brief.reading import facts, held, only, sayable, texts

CHAT = """\
10/03/2026, 21:05 - Leanne Duty: stones thrown at Ashby Road gurdwara about 8.30pm, 4 windows gone
10/03/2026, 21:07 - Moz: anyone hurt
10/03/2026, 21:09 - Leanne Duty: one lady cut, Mrs Harbhajan Gill, shes 68, keep her out of it
10/03/2026, 21:12 - Leanne Duty: lads at the chippy reckon it was the Corrie estate kids
10/03/2026, 21:20 - Leanne Duty: Insp Rob Tully says they are treating it as a religiously \
aggravated attack. two arrested
10/03/2026, 21:26 - Leanne Duty: make that three arrested
10/03/2026, 21:30 - Moz: cllr Whitby wants "we will hunt them down" - NO
10/03/2026, 21:41 - Leanne Duty: the mayor, Ffion Pryce, says: "Tomorrow we help them sweep up."
10/03/2026, 21:50 - Moz: I'll do a point at 7.30 tomorrow"""

LOG = """\
OKEFORD BC EVENT LOG 4 SEPT
0915 hrs flooding at Weir Lane care home, 22 residents
0940 hrs rest centre Oak Hall, Priory Rd
1010 hrs rest centre moved to St Bride's School, open until 2000
1024 hrs one resident taken to hospital, stable (Doris Pell 91 room 14)
1031 hrs local radio says two drowned
1040 hrs help line 01632 960 701
1043 hrs line is 01632 960 710 not 701
1100 hrs next update 1330"""

MINUTES = """\
Compte rendu, mardi 3 mars, Essert
Au bout du fil : commissaire Anne Delrue, directrice Mme Irma Costes (école)
Delrue -> enquête pour dégradations, pas d'interpellation. Des voisins disent que c'est le fils \
Morel.
Costes -> école fermée, le gardien, M. Élie Benhamou, 59 ans, a tout vu
Moi -> caméras en panne depuis mai, ne pas le dire
Maire Rémi Castel : « Nos enfants apprendront ensemble. »"""


def test_a_chat_is_read_without_its_senders_questions_and_guesses():
    incident = read_notes(CHAT)
    public = sayable(incident)
    for word in ("Leanne", "Moz", "Gill", "68", "Corrie", "hunt", "anyone", "21:0"):
        assert word not in public, word
    assert only(incident, "hate").by == "Insp Rob Tully"
    assert texts(incident, "arrest") == ["three arrested"]
    assert only(incident, "speaker").slots["name"] == "Ffion Pryce"
    assert only(incident, "next_update").slots["time"] == "7.30"


def test_a_log_with_four_digit_clocks_lets_the_newest_line_stand():
    incident = read_notes(LOG)
    public = sayable(incident)
    for word in ("Oak Hall", "960 701", "drowned", "Doris", "room 14", "0915"):
        assert word not in public, word
    assert only(incident, "next_update").slots["time"] == "1330"
    assert any("960 710" in text for text in texts(incident, "help"))


def test_minutes_know_who_speaks_by_the_office_introduced_above():
    incident = read_notes(MINUTES)
    assert facts(incident, "arrest")[0].by == "commissaire Anne Delrue"
    public = sayable(incident)
    for word in ("Morel", "Benhamou", "59", "panne"):
        assert word not in public, word


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nora Feld from the bakery saw it all.", "Feld"),
        ("Ask Tracy for the list, fire at the mill at 9pm.", "Tracy"),
        ("The letter names Hodan A. and Sahra W. of the school.", "Hodan"),
        ("C'est Karim Haddad, boulanger, qui a appelé les pompiers.", "Haddad"),
    ],
)
def test_a_name_without_a_public_part_is_withheld(text, name):
    assert name not in sayable(read_notes(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fire at the mill. Insp Nora Feld says nobody is hurt there.", "Feld"),
        ("Incendie au moulin. Le capitaine Karim Haddad confirme que le feu est éteint.", "Haddad"),
    ],
)
def test_an_office_beside_the_name_makes_it_public(text, name):
    incident = read_notes(text)
    assert not [w for w in incident.withheld if name in w.span]


@pytest.mark.parametrize(
    ("text", "kind", "new", "old"),
    [
        ("Next update 9.45, no sorry 10.15", "next_update", "10.15", "9.45"),
        ("Vigil at St Mark's Hall, scratch that, Oak Park, 7pm", "gathering", "Oak Park", "Mark"),
    ],
)
def test_a_line_that_corrects_itself_keeps_the_new_value(text, kind, new, old):
    fact = only(text, kind)
    assert new in fact.text + " ".join(fact.slots.values())
    assert old not in fact.text and old not in " ".join(fact.slots.values())


@pytest.mark.parametrize(
    "text",
    [
        "Police: whether it was motivated by hate is an active line of inquiry.",
        "so hate crime?",
        "The hate crime unit is looking at it, not ruled out.",
        "La police regarde si c'était raciste, toutes les pistes sont étudiées.",
    ],
)
def test_a_hateful_motive_that_is_open_is_not_established(text):
    assert read_notes(text).hate == ""


def test_a_dictated_number_is_not_carried():
    notes = "um fire at the mill um the family line is oh one six three two nine six oh one two um"
    incident = read_notes(notes)
    assert held(incident, "spelled")
    assert "six three two" not in sayable(incident)


def test_a_clock_of_four_digits_needs_a_word_of_time():
    found = [(f.kind, f.value) for f in figures("next update 1630, 1500 people, from 1945 on")]
    assert ("time", "16:30") in found and ("number", "1500") in found
    assert ("number", "1945") in found


@pytest.mark.parametrize(
    "piece", ["[06:12] Priya: ", "Ann B. ", "no sorry 9.45 ", "um the uh ", "oh one "]
)
@pytest.mark.timeout(60)
def test_hostile_repetition_costs_little(piece):
    read_notes(piece * (20_000 // len(piece)), "en")
