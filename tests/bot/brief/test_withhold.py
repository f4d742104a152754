"""Names, homes, slogans and rumours in the many ways they are typed: none may come out."""

from __future__ import annotations

import pytest

from bot.brief import read_notes
from tests.bot.brief.reading import sayable

ENGLISH = [
    ("Police have named the suspect as Carl Dunmore. He is 31.", ["Carl", "Dunmore"]),
    (
        "The gunman, identified as Pete Lasko (22), was shot by officers outside the mall.",
        ["Lasko", "22"],
    ),
    ("Arrested: Wayne Tull, 44, of 12 Carr Road.", ["Tull", "Carr Road"]),
    ("The arrested man is Troy Benn. Benn posted a video at noon.", ["Benn", "Troy"]),
    ('Attacker Craig Moss shouted "you will all pay" as he ran.', ["Moss", "you will all pay"]),
    ("A man called Dean Hurst drove into the crowd. Hurst, 51, is in custody.", ["Hurst"]),
    ("The victim is Aisha Noor, 34, a nurse at Elm General.", ["Aisha", "Noor", "34"]),
    (
        "A 12-year-old boy, Tom Petty, was hit by a stone; he goes to Hill Primary.",
        ["Petty", "12-year-old", "Hill Primary"],
    ),
    (
        "Two people died: Jon Bell (45) and Mary Bell (43). Family liaison is with them.",
        ["Jon Bell", "Mary Bell"],
    ),
    ("Graffiti said 'GET OUT' on the mosque on Dock Road.", ["GET OUT"]),
    ('The crowd was chanting "send them back" outside the hotel.', ["send them back"]),
    ('Someone wrote "vermin" on the door of the Roma family at 5 Mill Row.', ["vermin"]),
    ('His manifesto, "The Last Wall", is online at lastwall.example.', ["Last Wall", "lastwall"]),
    ("The suspect's Instagram is @wolf_88 and his name is Ian Grout.", ["wolf_88", "Grout"]),
    ("Motive: we think it's racist but police haven't said.", ["racist"]),
    ("Staff: call Jen on 07700 900123 if press rings.", ["07700"]),
    ("The women's refuge on Fern Street was attacked; address is confidential.", ["Fern Street"]),
    ("I hear 3 people are dead but nobody confirms it.", ["3 people"]),
    ("According to Facebook the imam did it himself.", ["imam did it"]),
    ("People are saying it was Polish guys from the warehouse.", ["Polish"]),
    (
        "Mrs Edith Crane, 81, was robbed at the bus stop on Elm Street. She broke her hip.",
        ["Edith", "Crane", "81"],
    ),
    ("Cllr Bob Hay told the press it was terrorism, nobody should repeat that.", ["Hay"]),
    ('Councillor Hay\'s tweet said "terror attack" - he must delete it.', ["Hay"]),
    ("Far right demo planned Saturday 2pm at the war memorial, do not advertise.", ["2pm"]),
    ("Her ex-husband, Paul Reed, is wanted by police.", ["Paul Reed"]),
]

FRENCH = [
    (
        "Le suspect, Kevin Daumier, 24 ans, a été placé en garde à vue.",
        ["Kevin", "Daumier", "24 ans"],
    ),
    ("Auteur présumé : Bruno LEFORT, né à Lens.", ["LEFORT"]),
    ("L'agresseur s'appelle Yann Morvan. Morvan est connu de la police.", ["Morvan"]),
    (
        "La victime, Mme Claire Hubert, 72 ans, habite 8 rue des Roses.",
        ["Hubert", "72", "rue des Roses"],
    ),
    (
        "Un garçon de 9 ans, Ilyes, élève en CM1 à l'école Pasteur, a été frappé.",
        ["Ilyes", "9 ans", "CM1"],
    ),
    ("Des tags « à mort » ont été peints sur la synagogue, rue Haute.", ["à mort"]),
    ("Ils ont crié « dehors les arabes » devant le foyer.", ["dehors les arabes"]),
    ("Sa vidéo « La purge » est en ligne sur purge.example.", ["purge"]),
    ("Les familles sont au centre Beau-Site, lieu confidentiel.", ["Beau-Site"]),
    ("Il paraît que c'est un Tchétchène.", ["Tchétchène"]),
    (
        "Le conducteur, Marc Olive, 61 ans, est mort. Sa femme Jeanne Olive est blessée.",
        ["Marc", "Olive", "Jeanne"],
    ),
    ("On parle de 3 morts sur Twitter, rien de confirmé.", ["3 morts"]),
    (
        "L'adjoint Pierre Gall a tweeté « attentat », lui demander de supprimer.",
        ["Gall", "attentat"],
    ),
    ("Réunion avec les familles demain 10h, c'est privé.", ["10h"]),
    ("Le juge des enfants a placé la petite Lina chez sa tante Sarah.", ["Lina", "Sarah"]),
]


@pytest.mark.parametrize(
    ("line", "secrets"), ENGLISH, ids=lambda v: v[:30] if isinstance(v, str) else ""
)
def test_an_english_line_gives_nothing_away(line, secrets):
    notes = f"Incident at Oldbeck on Friday, police are there and looking into it.\n{line}"
    public = sayable(read_notes(notes, "en"))
    assert not [secret for secret in secrets if secret in public], public


@pytest.mark.parametrize(
    ("line", "secrets"), FRENCH, ids=lambda v: v[:30] if isinstance(v, str) else ""
)
def test_a_french_line_gives_nothing_away(line, secrets):
    notes = f"Incident à Morlac vendredi, la police est sur place et elle enquête.\n{line}"
    public = sayable(read_notes(notes, "fr"))
    assert not [secret for secret in secrets if secret in public], public


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Rest centre at Marsh Lane Hall, contact Ruth Adeyemi 01632 960 222.", "Ruth Adeyemi"),
        ("Insp Gail Storr says nobody was hurt.", "nobody was hurt"),
        ("Imam Yusuf Karim invites everyone to the open evening on Sunday 6pm.", "Yusuf Karim"),
        ("The family agree to the name being used. Tom Bell, 45, died at the scene.", "Tom Bell"),
        ("Suspect arrested at Foundry Square by Northshore Police.", "Foundry Square"),
        (
            "Vigil Sunday 6pm at the town hall, please do not share photos of families.",
            "Sunday 6pm",
        ),
    ],
)
def test_what_may_be_said_is_not_hidden(line, kept):
    notes = f"Incident at Oldbeck on Friday, police are there and looking into it.\n{line}"
    assert kept in sayable(read_notes(notes, "en"))
