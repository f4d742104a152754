"""Incidents written by hand: fictional towns, and what a reader of notes would make of them.

``notes_of`` builds the notes from their parts, so that every fact stands in
them as a span, exactly as bot.brief would report it.
"""

from __future__ import annotations

from dataclasses import replace

from bot.model import Fact, Incident, Withheld


def told(kind: str, text: str, status: str = "confirmed", by: str = "", **slots: str) -> Fact:
    """A fact whose place in the notes ``notes_of`` fills in."""
    return Fact("", text, 0, 0, kind, status, by, slots)  # type: ignore[arg-type]


def notes_of(
    *facts: Fact,
    withheld: tuple[tuple[str, str], ...] = (),
    between: str = "\n",
    **more: str,
) -> Incident:
    """An Incident whose notes are the facts, one a line, and the withheld spans after them."""
    notes, placed = "", []
    for number, fact in enumerate(facts, 1):
        if fact.by and fact.by not in notes:
            notes += f"{fact.by}: "
        extra = [value for value in fact.slots.values() if value not in fact.text]
        start = len(notes)
        notes += fact.text
        placed.append(replace(fact, id=f"f{number}", start=start, end=len(notes)))
        notes += "".join(f" ({value})" for value in extra) + between
    held = []
    for span, reason in withheld:
        start = notes.find(span)
        if start < 0:
            start = len(notes)
            notes += span + between
        held.append(Withheld(span, start, start + len(span), reason))
    return Incident(notes, tuple(placed), tuple(held), **more)


MOSQUE = notes_of(
    told(
        "event",
        "Between 2am and 4am today the windows of the Harrow Lane mosque in Eastmere were smashed and anti-Muslim slogans sprayed on the door",
        place="Harrow Lane mosque",
    ),
    told("no_harm", "nobody injured"),
    told(
        "affected",
        "Muslim families pray there every morning",
        community="Muslim families",
        place="Harrow Lane mosque",
    ),
    told("hate", "treated as an anti-Muslim hate crime", by="Eastmere Police"),
    told("arrest", "no arrests so far", by="Eastmere Police"),
    told("response", "Neighbours from St Anne's brought tea and brushes at 7am"),
    told("response", "council crew had the door clean by 9am"),
    told(
        "witness",
        "Anyone who saw something: 01632 960 112, ref EM-88",
        phone="01632 960 112",
        reference="EM-88",
    ),
    told(
        "help",
        "Listening line 01632 960 120, 8am to 8pm",
        label="Listening line",
        phone="01632 960 120",
    ),
    told("help", "Drop-in: Eastmere Library, today 2pm-6pm", place="Eastmere Library"),
    told("gathering", "Open house at the mosque Saturday 11am, everybody welcome"),
    told(
        "quote",
        'Mayor Ada Holt: "You pray here, you live here, you are Eastmere."',
        words="You pray here, you live here, you are Eastmere.",
        speaker="Mayor Ada Holt",
    ),
    told("speaker", "Mayor Ada Holt", name="Ada Holt", role="Mayor"),
    told(
        "next_update",
        "Next update Thursday 5pm on eastmere.example/mosque",
        day="Thursday",
        time="5pm",
        link="eastmere.example/mosque",
    ),
    kind="vandalism",
    hate="anti-muslim",
)

TRAM = notes_of(
    told(
        "event",
        "18:10 a man attacked passengers with a knife on the tram at Mill Cross",
        place="Mill Cross",
        time="18:10",
    ),
    told("harm", "3 wounded, 1 in surgery at the Royal Infirmary", by="Ambulance"),
    told("no_harm", "Nobody has died", by="Ambulance"),
    told("arrest", "one person arrested at 18:22", by="Police (Supt Rowe)"),
    told("motive", "motive not known yet", status="unknown", by="Police (Supt Rowe)"),
    told("harm", "a blog says 2 dead", status="reported"),
    told("dont", "Do not share films of the attack"),
    told("do", "Avoid Mill Cross until further notice"),
    told("help", "Family line 01632 960 300", label="Family line", phone="01632 960 300"),
    told(
        "help",
        "Rest centre at Weavers' Hall, Bridge Street, open from 7:30pm",
        place="Weavers' Hall",
    ),
    told(
        "witness",
        "films and pictures to police: northmoor.example/tram",
        link="northmoor.example/tram",
    ),
    told("internal", "duty rota: call Bea on ext 4410"),
    told(
        "next_update",
        "next update 20:45 in front of the town hall",
        time="20:45",
        place="in front of the town hall",
    ),
    withheld=(("Gareth Pym", "attacker"),),
    kind="attack",
)

NOTHING = notes_of(
    told("event", "fire engines and an ambulance outside the school on Tanner Street"),
    told("event", "dont know anything else yet", status="unknown"),
    kind="unknown",
)

CUSTODY = notes_of(
    told(
        "event",
        "A man aged 31 died this morning at about 5am in a cell of the Kirkby Road police station",
        place="Kirkby Road police station",
    ),
    told("harm", "A man died", outcome="died"),
    told("investigation", "the police ombudsman is investigating", by="Police ombudsman"),
    told("motive", "cause of death not known", status="unknown"),
    told(
        "help",
        "Bereavement support for the family and friends: 01632 960 410",
        phone="01632 960 410",
    ),
    told("wish", "the family asks for quiet"),
    told("speaker", "Council leader Joan Marsh", name="Joan Marsh", role="Council leader"),
    told("next_update", "we speak again tomorrow at noon", day="tomorrow", time="noon"),
    kind="death-in-custody",
)

SYNAGOGUE = notes_of(
    told(
        "event",
        "Cette nuit vers 3h20 des croix gammées ont été peintes sur la porte de la synagogue, rue des Tilleuls",
        place="rue des Tilleuls",
    ),
    told("event", "deux vitres brisées"),
    told("no_harm", "Pas de blessé"),
    told("affected", "fidèles de la synagogue", community="fidèles de la synagogue"),
    told("hate", "dégradations à caractère antisémite", by="Procureure Line Astier"),
    told("arrest", "pas d'interpellation", by="Procureure Line Astier"),
    told("response", "Les agents ont nettoyé la porte à 8h"),
    told("response", "Des voisins sont venus avec du café"),
    told(
        "help",
        "Cellule d'écoute 01 99 00 12 34, jusqu'à 22h",
        label="Cellule d'écoute",
        phone="01 99 00 12 34",
        until="22h",
    ),
    told(
        "witness",
        "Témoins : 01 99 00 12 50, référence VB-17",
        phone="01 99 00 12 50",
        reference="VB-17",
    ),
    told("gathering", "Rassemblement dimanche 15h place du Marché, tout le monde est bienvenu"),
    told("dont", "Ne pas diffuser de photos des inscriptions"),
    told(
        "quote",
        "La maire Claire Vasseur : « Qui touche à la synagogue touche à nous tous. »",
        words="Qui touche à la synagogue touche à nous tous.",
        speaker="La maire Claire Vasseur",
    ),
    told("speaker", "La maire Claire Vasseur", name="Claire Vasseur", role="maire"),
    told(
        "next_update",
        "Prochain point lundi 11h sur valbrun.example/infos",
        day="lundi",
        time="11h",
        link="valbrun.example/infos",
    ),
    kind="desecration",
    hate="antisemitic",
    notes_language="fr",
)

MISTAKE = notes_of(
    told(
        "event",
        "Hier à 14h10 NOTRE compte a publié la liste des familles hébergées avec leurs adresses",
    ),
    told("apology", "Retirée à 14h35"),
    told("apology", "erreur de chez nous"),
    told("apology", "CNIL informée (16h)"),
    told("apology", "La maire Line Daubrac a appelé chaque famille et s'est excusée"),
    told("apology", "Mesure : double relecture avant publication dès lundi"),
    told("do", "effacer la liste, ne pas la partager"),
    told("help", "Question : déléguée aux données 01 99 00 45 10", phone="01 99 00 45 10"),
    told("speaker", "La maire Line Daubrac", name="Line Daubrac", role="maire"),
    told("next_update", "Prochain message vendredi 18h", day="vendredi", time="18h"),
    withheld=(("famille Aroun", "victim-data"),),
    kind="own-mistake",
    notes_language="fr",
)

MARKET = notes_of(
    told(
        "event", "17h05 : explosion au marché couvert, place Foch", place="place Foch", time="17h05"
    ),
    told("harm", "2 morts, 7 blessés dont 2 graves", by="SAMU"),
    told("motive", "cause inconnue à ce stade", status="unknown", by="Préfecture"),
    told("do", "Éviter le quartier du marché"),
    told(
        "help",
        "Accueil des familles : gymnase des Ormes, 3 rue Basse, ouvert depuis 18h",
        place="gymnase des Ormes",
    ),
    told("help", "Numéro 01 99 00 20 20, jour et nuit", phone="01 99 00 20 20"),
    told(
        "next_update",
        "La maire parlera à 20h15 devant la mairie",
        time="20h15",
        place="devant la mairie",
    ),
    kind="explosion",
    notes_language="fr",
)

INCIDENTS = {
    "mosque": (MOSQUE, "en"),
    "tram": (TRAM, "en"),
    "nothing": (NOTHING, "en"),
    "custody": (CUSTODY, "en"),
    "synagogue": (SYNAGOGUE, "fr"),
    "mistake": (MISTAKE, "fr"),
    "market": (MARKET, "fr"),
}
