"""French notes: the same care, in the words of French-speaking town halls."""

from __future__ import annotations

import pytest

from bot.brief import read_notes
from tests.bot.brief import notes
from tests.bot.brief.reading import facts, held, only, sayable, texts


def test_a_night_of_mortars_with_a_corrected_toll_and_a_moved_reception_centre():
    incident = read_notes(notes.MORTARS)
    assert incident.notes_language == "fr" and incident.hate == ""
    assert texts(incident, "harm", "withdrawn") == ["2 blessés légers"]
    assert facts(incident, "harm")[0].slots["count"] == "3"
    centre = facts(incident, "help")[0]
    assert centre.slots["address"] == "8 rue des Lilas" and "Voltaire" not in centre.text
    assert "enfant est mort" not in sayable(incident)
    assert only(incident, "arrest").by == "préfecture"
    assert "des incidents avec des mortiers" in [f.slots.get("wording") for f in incident.facts]
    assert "émeutes" not in sayable(incident) and "Sylvie" not in sayable(incident)
    assert only(incident, "next_update").slots == {"day": "dimanche", "time": "9h"}


def test_a_fire_at_a_mosque_whose_origin_is_open():
    incident = read_notes(notes.MOSQUE)
    assert incident.hate == "" and len(facts(incident, "motive", "unknown")) == 2
    assert "Slimane" not in sayable(incident) and "61 ans" not in sayable(incident)
    assert "patriotes" not in sayable(incident) and "Telegram" not in sayable(incident)
    assert only(incident, "dont").text.startswith("la police demande de ne pas la partager")
    assert only(incident, "quote").slots["speaker"] == "Maire Bénédicte Loriot"
    assert only(incident, "wish").text.startswith("L'imam demande")
    assert only(incident, "gathering").slots["time"] == "18h30"
    assert only(incident, "help").slots["until"] == "20h"
    assert facts(incident, "event")[0].slots["address"] == "rue des Tisserands"


def test_an_assault_whose_homophobic_motive_the_prosecutor_retains():
    incident = read_notes(notes.BAR)
    assert incident.hate == "homophobic" and incident.kind == "attack"
    public = sayable(incident)
    assert "Quentin" not in public and "Mehdi" not in public and "16 ans" not in public
    assert "nationaliste" not in public
    assert facts(incident, "context")[0].slots["town"] == "Florenval"
    assert "On reparle demain 10h" in texts(incident, "next_update")
    assert "Pride maintenue le 16 mai" in texts(incident, "service")


def test_an_anniversary_where_first_names_are_wished_for():
    incident = read_notes(notes.ANNIVERSARY)
    assert incident.kind == "anniversary"
    assert "Idriss" in sayable(incident) and "procès" not in sayable(incident)
    assert [f.slots["place"] for f in facts(incident, "gathering")] == [
        "fontaine",
        "maison de paroisse",
    ]
    assert only(incident, "help").slots["phone"] == "143"
    assert only(incident, "speaker").slots["name"] == "Anne-Laure Chappuis"


def test_threats_against_a_deputy_mayor_who_agrees_to_her_name_not_to_her_address():
    incident = read_notes(notes.COUNCILLOR)
    assert incident.kind == "threat" and incident.hate == "racist"
    public = sayable(incident)
    assert "Leïla Benmansour" in public
    assert "Glycines" not in public and "tes enfants" not in public
    assert only(incident, "quote").slots["speaker"] == "Le maire, Yves Caradec"
    assert only(incident, "gathering").slots["day"] == "vendredi"


def test_a_desecrated_cemetery_and_a_visit_that_is_not_announced():
    incident = read_notes(notes.CEMETERY)
    assert incident.hate == "antisemitic" and incident.kind == "vandalism"
    public = sayable(incident)
    assert "Dehors" not in public and "préfet" not in public
    assert "23 stèles" not in public, "the caretaker's figure contradicts the gendarmerie's"
    assert only(incident, "gathering").slots == {
        "time": "17h30",
        "day": "mercredi 29 avril",
        "place": "cimetière",
    }
    assert any(text.startswith("18 stèles renversées") for text in texts(incident, "event"))


ATTACK = """Bourg-sous-Vire, samedi 6 juin, 21h
Vers 19h50 un homme a tiré sur la terrasse du café des Halles, place du Champ. 2 morts, 5 blessés dont 1 enfant, au CHU.
Le tireur s'est rendu à 20h15. Il s'agit de Gaspard VILLENOY, 27 ans, pseudo « Corbeau77 », il a écrit « Vous saurez mon nom ».
Parquet : enquête pour assassinats, le mobile reste inconnu, « la piste raciste est envisagée, rien n'est établi ».
La famille du petit Elio, 8 ans, élève à l'école Rameau, demande qu'on la laisse tranquille.
Familles accueillies au gymnase Prévert (adresse non publique). Cellule d'écoute 01 99 00 33 11, jour et nuit.
Prochain point à 22h30"""


def test_nothing_of_the_attacker_and_nothing_that_leads_to_a_child():
    incident = read_notes(ATTACK)
    public = sayable(incident)
    for word in ("VILLENOY", "Gaspard", "27 ans", "Corbeau", "saurez", "Elio", "8 ans", "Rameau"):
        assert word not in public, word
    assert "Prévert" not in public and held(incident, "private-place")
    assert incident.hate == "" and held(incident, "motive")
    assert [f.slots["count"] for f in facts(incident, "harm")][:2] == ["2", "5"]
    assert only(incident, "next_update").slots["time"] == "22h30"
    assert only(incident, "help").slots["phone"] == "01 99 00 33 11"


@pytest.mark.parametrize(
    ("last", "stands"),
    [
        ("Non, 3 blessés et pas 5.", "3"),
        ("Rectificatif : 4 blessés.", "4"),
        ("Finalement 6 blessés selon les pompiers.", "6"),
    ],
)
def test_a_correction_in_french_replaces_the_toll(last, stands):
    incident = read_notes(f"Accident de bus à Morlac, lundi à 8h. 5 blessés.\n{last}", "fr")
    assert only(incident, "harm").slots["count"] == stands
    assert texts(incident, "harm", "withdrawn") == ["5 blessés"]


def test_reasons_are_given_in_the_language_of_the_person():
    english = read_notes(ATTACK, "en").withheld[0].why
    french = read_notes(ATTACK, "fr").withheld[0].why
    assert english.startswith("This is about the attacker")
    assert french.startswith("Ce passage parle de l’auteur")
