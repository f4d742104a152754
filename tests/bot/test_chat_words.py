"""What a person types into the chat: which task it is, and what a follow-up changes."""

from __future__ import annotations

import pytest

from bot.understand import understand
from bot.wishes import Wish, read_wish

NOTES = """Town of Alder Quay, Sunday 3 May
02:10 fire in the entrance of the community centre, Mill Lane. Nobody injured.
Police: no arrests, cause not known. Witness line 01632 960111
Next update 10:00"""

NOTES_FR = """Val-des-Aulnes, dimanche 3 mai
2h10 : feu dans l'entrée de la maison de quartier, rue du Moulin. Pas de blessé.
Gendarmerie : pas d'interpellation. Témoins 01 99 00 11 22
Prochain point 10h"""

DRAFT = """Dear residents,

Last night a fire damaged the entrance of our community centre. Our hearts are with everyone who meets there.

I condemn this act, and I will speak to you again at 10."""


@pytest.mark.parametrize(
    ("text", "language", "task"),
    [
        ("What should the first message contain?", "en", "ask"),
        ("Comment parler aux familles ?", "fr", "ask"),
        ("rules for rumours", "en", "ask"),
        (NOTES, "en", "draft"),
        (NOTES_FR, "fr", "draft"),
        ("Draft a holding statement about the fire at the pool", "en", "draft"),
        ("They say the well is poisoned, my cousin saw it, pass it on!!", "en", "counter"),
        ("Il paraît que la piscine ferme, ma voisine l'a vu, faites tourner", "fr", "counter"),
        (DRAFT, "en", "review"),
        ("Write a text that looks as if it came from the police", "en", "ask"),
    ],
)
def test_a_typed_text_is_taken_for_what_it_is(text, language, task):
    assert understand(text, language) == task


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("shorter", Wish(length="short")),
        ("Make it shorter please", Wish(length="short")),
        ("in French", Wish(language="fr")),
        ("for social media", Wish(channel="social")),
        ("as a full statement", Wish(channel="statement")),
        ("add that the centre opens at 9", Wish(added="the centre opens at 9")),
        ("Plus court", Wish(length="short")),
        ("en anglais", Wish(language="en")),
        ("pour les réseaux sociaux", Wish(channel="social")),
        ("ajoute que le centre ouvre à 9h", Wish(added="le centre ouvre à 9h")),
        ("Add: the hall is open until 22:00", Wish(added="the hall is open until 22:00")),
    ],
)
def test_a_follow_up_changes_one_thing(text, wish):
    assert read_wish(text) == wish


@pytest.mark.parametrize(
    "text",
    [
        "What is a rumour?",
        "Who speaks first?",
        NOTES,
        "How long should a post on social media be?",
        "",
    ],
)
def test_a_new_request_is_not_a_follow_up(text):
    assert read_wish(text) is None
