"""Notes of invented towns, sentences they support, and sentences they do not."""

from __future__ import annotations

EN = """Tarrow Bay Town Council, Wednesday 14 May 2025
At 9.40pm on Tuesday two windows of the Harbour Mosque in Quayside Lane were broken with a hammer. About 60 people were inside for evening prayers. Nobody was injured.
Northmoor Police (Inspector Hanna Varley): treated as a religiously aggravated hate crime, one man arrested at 11.15pm. CCTV is being looked at. Witnesses: 01632 960112, reference TB/4471.
The ambulance service checked 3 people for shock, none needed hospital.
At least 12 neighbours came with tea and blankets. Repair will cost £1,850 and is paid by the council.
Mayor Ruth Castell was there at 7am and says: "You are our neighbours and this is your town."
Drop-in for anyone who is worried: Quayside Library, Thursday 10am to 4pm. Listening line 01632 960140 until 9pm.
Friday prayers go ahead. Quayside Lane is closed to cars until Saturday noon.
Motive: not known, police will not comment on it.
Next update Thursday 6pm on tarrowbay.example/harbour
85% of the residents voted for the lights in 2023."""

FR = """Mairie de Valbrune, mercredi 14 mai 2025
Mardi à 21h40, deux vitres de la mosquée du Port, rue des Cordiers, ont été brisées à coups de marteau. Une soixantaine de personnes étaient réunies pour la prière. Aucun blessé.
Gendarmerie (capitaine Hélène Vasseur) : enquête pour dégradations à caractère raciste, un homme interpellé à 23h15. Témoins : 01 99 00 41 12, référence VB/4471.
Le SAMU a examiné 3 personnes en état de choc, aucune hospitalisée.
Au moins 12 voisins sont venus avec du thé et des couvertures. La réparation coûtera 1 850 €, payée par la commune.
La maire Odile Castellan était sur place à 7h et dit : « Vous êtes nos voisins et cette ville est la vôtre. »
Accueil des habitants inquiets : médiathèque des Quais, jeudi de 10h à 16h. Ligne d'écoute 01 99 00 41 40 jusqu'à 21h.
La prière de vendredi est maintenue. La rue des Cordiers est fermée aux voitures jusqu'à samedi midi.
Mobile : inconnu, la gendarmerie ne fait pas de commentaire.
Prochain point jeudi à 18h sur valbrune.example/port
85 % des habitants ont voté pour l'éclairage en 2023."""

NOTES = {"en": EN, "fr": FR}

#: Sentences that the notes support.
TRUE = {
    "en": [
        "On Tuesday at 9.40pm, two windows of the Harbour Mosque were broken.",
        "On Tuesday at 21:40 two windows of the Harbour Mosque in Quayside Lane were broken with a hammer.",
        "Nobody was injured.",
        "No one was hurt.",
        "Three people were checked for shock, and none of them needed hospital.",
        "Police have arrested one man.",
        "A man was arrested at 11.15pm.",
        "Police are treating this as a religiously aggravated hate crime.",
        "About 60 people were inside for evening prayers.",
        "At least 12 neighbours came with tea and blankets.",
        "The repair will cost £1,850, and the council is paying for it.",
        "Mayor Ruth Castell says: “You are our neighbours and this is your town.”",
        "If you are worried, come to Quayside Library on Thursday between 10am and 4pm.",
        "You can call the listening line on 01632 960140 until 9pm.",
        "If you saw something, call 01632 960112 and quote TB/4471.",
        "Friday prayers go ahead.",
        "Quayside Lane is closed to cars until Saturday noon.",
        "We do not know the motive.",
        "Our next update is on Thursday at 6pm on tarrowbay.example/harbour.",
        "In 2023, 85% of the residents voted for the lights.",
        "Hanna Varley, Inspector",
        "Neighbours brought tea and blankets.",
    ],
    "fr": [
        "Mardi à 21h40, deux vitres de la mosquée du Port ont été brisées.",
        "Mardi, à 21 h 40, deux vitres de la mosquée du Port, rue des Cordiers, ont été brisées à coups de marteau.",
        "Personne n’a été blessé.",
        "Il n’y a aucun blessé.",
        "Trois personnes en état de choc ont été examinées, aucune n’a été hospitalisée.",
        "La gendarmerie a interpellé un homme.",
        "Un homme a été interpellé à 23h15.",
        "Une enquête est ouverte pour dégradations à caractère raciste.",
        "Une soixantaine de personnes étaient réunies pour la prière.",
        "Au moins 12 voisins sont venus avec du thé et des couvertures.",
        "La réparation coûtera 1 850 €, et la commune la paie.",
        "La maire Odile Castellan le dit : « Vous êtes nos voisins et cette ville est la vôtre. »",
        "Si vous êtes inquiets, venez à la médiathèque des Quais, jeudi entre 10h et 16h.",
        "Vous pouvez appeler la ligne d’écoute au 01 99 00 41 40, jusqu’à 21h.",
        "Si vous avez vu quelque chose, appelez le 01 99 00 41 12 en donnant la référence VB/4471.",
        "La prière de vendredi est maintenue.",
        "La rue des Cordiers est fermée aux voitures jusqu’à samedi midi.",
        "Nous ne connaissons pas le mobile.",
        "Prochain point jeudi à 18h sur valbrune.example/port.",
        "En 2023, 85 % des habitants ont voté pour l’éclairage.",
        "Hélène Vasseur, capitaine",
        "Des voisins ont apporté du thé et des couvertures.",
    ],
}

#: kind of error -> sentences that the notes do not support
FALSE = {
    "en": {
        "a number changed": [
            "Three windows of the Harbour Mosque were broken.",
            "Four people were checked for shock.",
            "At least 13 neighbours came with tea and blankets.",
            "In 2023, 58% of the residents voted for the lights.",
            "The repair will cost £1,580.",
        ],
        "a number rounded": [
            "The repair will cost £2,000.",
            "The repair will cost about £1,900.",
            "Nearly 90% of the residents voted for the lights.",
        ],
        "a number word invented": [
            "Seven neighbours came with tea.",
            "A dozen officers are at the mosque.",
            "Twenty windows were broken.",
        ],
        "per cent for number": [
            "85 of the residents voted for the lights.",
            "12% of the neighbours came with tea.",
            "Two per cent of the windows were broken.",
        ],
        "at least dropped": [
            "12 neighbours came with tea and blankets.",
            "Twelve neighbours came with tea.",
            "60 people were inside for evening prayers.",
        ],
        "at least added": [
            "At least two windows were broken.",
            "More than 3 people were checked for shock.",
            "Over £1,850 will be spent on the repair.",
        ],
        "a time shifted": [
            "At 10.40pm two windows of the Harbour Mosque were broken.",
            "At 9.40am two windows of the Harbour Mosque were broken.",
            "Our next update is on Thursday at 7pm.",
            "A man was arrested at 23:51.",
        ],
        "a date moved by a day": [
            "On 15 May 2025 two windows were broken.",
            "The council met on 13 May.",
        ],
        "a weekday changed": [
            "On Monday at 9.40pm two windows were broken.",
            "Sunday prayers go ahead.",
            "Our next update is on Friday at 6pm.",
        ],
        "tomorrow invented": ["The drop-in opens tomorrow.", "A vigil was held yesterday."],
        "a telephone digit changed": [
            "Call the listening line on 01632 960141.",
            "Witnesses can call 01632 960121.",
            "Call 999.",
        ],
        "a reference changed": ["Call 01632 960112 and quote TB/4417."],
        "a link changed": [
            "Our next update is on tarrowbay.example/harbor.",
            "Write to help@tarrowbay.example.",
        ],
        "a name invented": [
            "Councillor Miriam Okoro was there.",
            "Two windows of the Harbour Mosque in Chapel Lane were broken.",
            "Southmoor Police are investigating.",
            "Imam Yusuf Daley thanks everyone.",
            "The drop-in is at Millside Library.",
        ],
        "names swapped": [
            "Mayor Hanna Varley was there.",
            "Inspector Ruth Castell says one man was arrested.",
            "Hanna Castell was there.",
        ],
        "a quotation altered by a word": [
            "Mayor Ruth Castell says: “You are our neighbours and this is our town.”",
            'Ruth Castell says: "You are our friends and this is your town."',
        ],
        "a quotation invented": [
            "The imam says: “We forgive.”",
            "Hanna Varley says: “We will find them all.”",
        ],
        "a negation lost": [
            "Somebody was injured.",
            "Three people were injured.",
            "The three people needed hospital.",
            "Police know the motive.",
        ],
        "a negation added": [
            "Nobody has been arrested.",
            "No windows were broken.",
            "Police have not arrested anyone.",
            "Quayside Lane is not closed.",
        ],
        "an opposite": [
            "Quayside Lane is open to cars.",
            "Friday prayers are cancelled.",
            "Quayside Library is closed on Thursday.",
        ],
        "an event invented": [
            "One person has died.",
            "The mosque was set on fire.",
            "A bomb was found.",
            "The man has been charged.",
            "The suspect fled in a van.",
            "The school was evacuated.",
            "A reward is offered.",
            "The roof collapsed.",
            "Vouchers were handed out.",
            "The council has hired guards for the building.",
        ],
        "a service invented": [
            "Counsellors are on hand.",
            "Interpreters are available.",
            "A fund has been set up for the mosque.",
            "A shuttle runs from the station.",
            "Please donate to the fund.",
        ],
        "a motive invented": [
            "It was an antisemitic attack.",
            "This was terrorism.",
            "The motive is known.",
        ],
        "things connected that are apart": [
            "The mayor was arrested.",
            "Police broke two windows.",
            "The council arrested one man.",
        ],
        "an instruction invented": [
            "Please boil your tap water.",
            "Please stay indoors.",
            "Evacuate the area now.",
        ],
        "thanks to somebody who is not there": [
            "Thank you to the firefighters.",
            "We thank the hospital staff.",
        ],
        "until for from": [
            "The listening line is open from 9pm.",
            "The library is open on Thursday until 10am.",
        ],
    },
    "fr": {
        "a number changed": [
            "Trois vitres de la mosquée du Port ont été brisées.",
            "Quatre personnes en état de choc ont été examinées.",
            "Au moins 13 voisins sont venus avec du thé.",
            "En 2023, 58 % des habitants ont voté pour l’éclairage.",
            "La réparation coûtera 1 580 €.",
        ],
        "a number rounded": [
            "La réparation coûtera 2 000 €.",
            "La réparation coûtera environ 1 900 €.",
            "Près de 90 % des habitants ont voté pour l’éclairage.",
        ],
        "a number word invented": [
            "Sept voisins sont venus avec du thé.",
            "Une dizaine de gendarmes sont sur place.",
            "Vingt vitres ont été brisées.",
        ],
        "per cent for number": [
            "85 habitants ont voté pour l’éclairage.",
            "12 % des voisins sont venus.",
            "Deux pour cent des vitres ont été brisées.",
        ],
        "at least dropped": [
            "12 voisins sont venus avec du thé et des couvertures.",
            "Douze voisins sont venus avec du thé.",
        ],
        "at least added": [
            "Au moins deux vitres ont été brisées.",
            "Plus de 3 personnes ont été examinées.",
            "Plus de 1 850 € seront dépensés pour la réparation.",
        ],
        "a time shifted": [
            "À 22h40, deux vitres de la mosquée ont été brisées.",
            "À 9h40, deux vitres de la mosquée ont été brisées.",
            "Prochain point jeudi à 19h.",
            "Un homme a été interpellé à 23h51.",
        ],
        "a date moved by a day": [
            "Le 15 mai 2025, deux vitres ont été brisées.",
            "Le conseil s’est réuni le 13 mai.",
        ],
        "a weekday changed": [
            "Lundi à 21h40, deux vitres ont été brisées.",
            "La prière de dimanche est maintenue.",
            "Prochain point vendredi à 18h.",
        ],
        "tomorrow invented": ["L’accueil ouvre demain.", "Une veillée a eu lieu hier."],
        "a telephone digit changed": [
            "Appelez la ligne d’écoute au 01 99 00 41 41.",
            "Témoins, appelez le 01 99 00 41 21.",
            "Appelez le 17.",
        ],
        "a reference changed": ["Appelez le 01 99 00 41 12 et donnez la référence VB/4417."],
        "a link changed": [
            "Prochain point sur valbrune.example/ports.",
            "Écrivez à aide@valbrune.example.",
        ],
        "a name invented": [
            "L’adjointe Mariam Okoro était sur place.",
            "Deux vitres ont été brisées rue des Tisserands.",
            "L’imam Youssef Darel remercie chacun.",
            "L’accueil se trouve à la médiathèque des Moulins.",
        ],
        "names swapped": [
            "La maire Hélène Vasseur était sur place.",
            "La capitaine Odile Castellan a interpellé un homme.",
            "Hélène Castellan était sur place.",
        ],
        "a quotation altered by a word": [
            "La maire Odile Castellan le dit : « Vous êtes nos voisins et cette ville est la nôtre. »",
            "Odile Castellan le dit : « Vous êtes nos amis et cette ville est la vôtre. »",
        ],
        "a quotation invented": [
            "L’imam le dit : « Nous pardonnons. »",
            "Hélène Vasseur le dit : « Nous les trouverons tous. »",
        ],
        "a negation lost": [
            "Une personne a été blessée.",
            "Trois personnes ont été blessées.",
            "Les trois personnes ont été hospitalisées.",
            "La gendarmerie connaît le mobile.",
        ],
        "a negation added": [
            "Personne n’a été interpellé.",
            "Aucune vitre n’a été brisée.",
            "La gendarmerie n’a interpellé personne.",
            "La rue des Cordiers n’est pas fermée.",
        ],
        "an opposite": [
            "La rue des Cordiers est ouverte aux voitures.",
            "La prière de vendredi est annulée.",
            "La médiathèque des Quais est fermée jeudi.",
        ],
        "an event invented": [
            "Une personne est décédée.",
            "La mosquée a été incendiée.",
            "Une bombe a été découverte.",
            "L’homme a été mis en examen.",
            "Le suspect a pris la fuite dans une camionnette.",
            "L’école a été évacuée.",
            "Une récompense est offerte.",
            "Le toit s’est effondré.",
            "Des bons d’achat ont été distribués.",
            "La commune a recruté des vigiles pour le bâtiment.",
        ],
        "a service invented": [
            "Des psychologues sont présents.",
            "Des interprètes sont disponibles.",
            "Une cagnotte est ouverte pour la mosquée.",
            "Une navette part de la gare.",
            "Merci de donner à la cagnotte.",
        ],
        "a motive invented": [
            "C’est un attentat antisémite.",
            "C’est un acte terroriste.",
            "Le mobile est connu.",
        ],
        "things connected that are apart": [
            "La maire a été interpellée.",
            "La gendarmerie a brisé deux vitres.",
            "La commune a interpellé un homme.",
        ],
        "an instruction invented": [
            "Faites bouillir l’eau du robinet.",
            "Restez confinés.",
            "Évacuez le quartier.",
        ],
        "thanks to somebody who is not there": [
            "Merci aux pompiers.",
            "Nous remercions le personnel de l’hôpital.",
        ],
        "until for from": [
            "La ligne d’écoute est ouverte à partir de 21h.",
            "La médiathèque vous accueille jeudi jusqu’à 10h.",
        ],
    },
}

#: Sentences that state nothing about the event.
GENERAL = {
    "en": [
        "Our hearts are with you and your families.",
        "You belong here.",
        "We stand together.",
        "Please do not share guesses.",
        "Please respect the privacy of the families.",
        "There is no excuse for this.",
        "I condemn this act.",
        "What was done is wrong.",
        "Thank you for looking after one another.",
        "We will tell you more as soon as we know more.",
        "Our next update: [to confirm: when we speak again].",
        "[to confirm: where help can be found]",
        "Help is here for you: [to confirm: a place or a number].",
        "We are one town.",
        "To everyone who is afraid: you are not alone.",
        "Please rely on official sources.",
    ],
    "fr": [
        "Nos pensées vont à vous et à vos familles.",
        "Vous êtes ici chez vous.",
        "Nous sommes ensemble.",
        "Merci de ne pas relayer de suppositions.",
        "Merci de respecter la vie privée des familles.",
        "Rien ne justifie cet acte.",
        "Je condamne cet acte.",
        "Ce qui a été fait est inacceptable.",
        "Merci de prendre soin les uns des autres.",
        "Nous vous en dirons plus dès que nous en saurons plus.",
        "Prochain point : [à confirmer : quand nous parlerons].",
        "[à confirmer : où trouver de l’aide]",
        "Nous sommes une seule ville.",
        "À celles et ceux qui ont peur : vous n’êtes pas seuls.",
        "Fiez-vous aux sources officielles.",
    ],
}

#: Notes of another evening, on which nothing was tuned first: true and false sentences.
FIRE = {
    "en": (
        "Wed 3 Dec. Flat fire, Alder House, 14 Pinfold St, Grimmond, called in 02:14, out by 03:40. "
        "Crews from 3 stations.\n1 resident (woman, 70s) taken to hospital, stable. 26 people rehoused "
        "at Pinfold Primary gym. No deaths.\nCause not yet known. School open as normal.\n"
        "Cllr Wren (housing): every family will have a room tonight. Stn Mgr Okello leads the crews.",
        [
            "Nobody has died.",
            "26 people have been rehoused.",
            "The fire was out by 3.40am.",
            "The school is open as normal.",
        ],
        [
            "26 families have been rehoused.",
            "An e-bike caused the fire.",
            "The fire was started on purpose.",
            "All residents were rescued by neighbours.",
            "Councillor Okello says every family will have a room.",
            "The school is closed today.",
            "The woman is in a critical condition.",
            "Gas has been switched off in the whole street.",
        ],
    ),
    "fr": (
        "Mercredi 3 décembre. Feu d'appartement, résidence des Aulnes, 14 rue Pinot, Grimont, appel à "
        "2h14, éteint à 3h40.\n1 habitante transportée à l'hôpital, état stable. 26 personnes relogées "
        "au gymnase Pinot. Pas de décès.\nCause pas encore connue. École ouverte normalement.\n"
        "Adjointe Wren (logement) : chaque famille aura une chambre ce soir. Lieutenant Okello dirige les secours.",
        [
            "Personne n’est mort.",
            "26 personnes ont été relogées.",
            "Le feu était éteint à 3h40.",
            "L’école est ouverte normalement.",
        ],
        [
            "26 familles ont été relogées.",
            "Un vélo électrique a causé l’incendie.",
            "Tous les habitants ont été sauvés par des voisins.",
            "L’adjoint Okello le dit : chaque famille aura une chambre.",
            "L’école est fermée aujourd’hui.",
            "La femme est dans un état critique.",
            "Le gaz a été coupé dans toute la rue.",
        ],
    ),
}
