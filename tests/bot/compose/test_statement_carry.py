"""From note style to sentences: what a note says stays, only its grammar is mended."""

from __future__ import annotations

import pytest

from bot.compose.statement.carry import carry
from bot.compose.statement.style import capital, tidy


def said(note: str, language: str) -> list[str]:
    return [piece.key or f"{capital(piece.text)}." for piece in carry(note, language)]


@pytest.mark.parametrize(
    ("note", "sentences"),
    [
        ("2 people detained", ["2 people have been detained."]),
        ("one person arrested at 18:22", ["One person was arrested at 18:22."]),
        ("hall being cleared to Foundry Sq", ["The hall is being cleared to Foundry Sq."]),
        (
            "9 treated, 3 taken to the Infirmary",
            ["9 people were treated.", "3 people were taken to the Infirmary."],
        ),
        ("14 stones pushed over, 3 daubed", ["14 stones were pushed over.", "3 were daubed."]),
        ("School closed tomorrow", ["The school is closed tomorrow."]),
        ("Neighbours turned up with brooms", ["Neighbours turned up with brooms."]),
        ("NOBODY HAS DIED.", ["nobody_died"]),
        ("no arrests yet", ["no_arrest"]),
        ("motive not determined", ["unknown_why"]),
        ("at least 9 people were taken to hospital", ["At least 9 people were taken to hospital."]),
        ("glazier is there till this evening", ["The glazier is there until this evening."]),
        (
            "Transgender woman attacked on the tram",
            ["A transgender woman was attacked on the tram."],
        ),
        ("18:10 a man ran into the hall", ["At 18:10, a man ran into the hall."]),
        ("A man, 46, has been charged", ["A man has been charged."]),
        (
            "Pool closed Monday, opens Tuesday 6am",
            ["The pool is closed on Monday and opens on Tuesday at 6am."],
        ),
    ],
)
def test_english_notes_become_sentences(note, sentences):
    assert said(note, "en") == sentences


@pytest.mark.parametrize(
    ("note", "sentences"),
    [
        ("Pas de blessé", ["nobody_injured"]),
        ("pas d'interpellation", ["no_arrest"]),
        ("Personne sur place", ["Personne n'était sur place."]),
        ("CNIL informée (11h40)", ["La CNIL a été informée."]),
        ("École fermée demain", ["L'école est fermée demain."]),
        ("1 personne décédée", ["Une personne est décédée."]),
        (
            "2 morts, 7 blessés dont 2 graves",
            ["On compte 2 morts.", "On compte 7 blessés, dont 2 graves."],
        ),
        (
            "vitres brisées à l'école Jules-Ferry",
            ["Les vitres ont été brisées à l'école Jules-Ferry."],
        ),
        (
            "Centre fermé mardi, rouvre mercredi 14h",
            ["Le centre est fermé mardi et rouvre mercredi à 14h."],
        ),
        ("NOTRE page a publié la liste", ["Notre page a publié la liste."]),
        ("mobile non établi", ["unknown_why"]),
    ],
)
def test_french_notes_become_sentences_in_agreement(note, sentences):
    assert said(note, "fr") == sentences


@pytest.mark.parametrize(
    ("note", "language", "kind"),
    [
        ("call 101", "en", "imperative"),
        ("Do not share the film", "en", "imperative"),
        ("Éviter la place du marché", "fr", "imperative"),
        ("ne pas diffuser les images", "fr", "imperative"),
        ("Quatre personnes blessées", "fr", "sentence"),
        ("Rest centre, Weavers' Hall", "en", "fragment"),
    ],
)
def test_a_piece_knows_whether_it_orders_or_tells(note, language, kind):
    assert carry(note, language)[0].kind == kind


def test_nobody_becomes_a_victim_by_a_number_alone():
    assert "people" not in " ".join(said("3 daubed with swastikas", "en"))


def test_abbreviations_are_spelled_out_and_times_said_as_one_says_them():
    said_so = "open until 10 pm, on Sunday at 3pm"
    assert tidy("open til 10 pm, on Sunday 3pm", "en") == said_so
    assert tidy("lundi 9h-18h", "fr") == "lundi de 9h à 18h"
