"""Notes as stressed staff type them. Every town, person, number and slogan is invented."""

SYNAGOGUE = """\
Harrowgate Cross Town Council
Duty press officer, Tues 3 March, 7:15am

Overnight (between 11pm and 5am, caretaker found it at 5.40) someone sprayed swastikas and the words "OUT OUT OUT" on the doors of Beth Shalom Synagogue on Weaver Street. Two windows smashed. No one was in the building.
Police (Chief Insp Dana Whitlock) are treating it as an antisemitic hate crime. No arrests. Anyone with dashcam footage between 11pm and 5am: 01632 960 118 quote HX/552.
Rabbi Miriam Adler asks people NOT to come to the synagogue today, the community wants to clean up in peace. She sent this line: "We have prayed on this street for ninety years and we will be here on Saturday."
Council leader Tom Reddish (mayor is away) signs.
Community Security line 01632 960 119, 24 hours. School next door open as usual.
Open evening at the town hall Thursday 6.30pm, all welcome, tea and cake.
Next update: today 1pm on harrowgatecross.example
pls keep it short and no photos of the graffiti. The lad they're talking about online is called Kyle Marston, 17, from Beck Lane - obviously not for use"""

MORTARS = """\
Mairie de Saint-Aubrac - note de permanence, samedi 12 septembre, 23h40

22h15 appel d'une riveraine : "ça tire place du Marché"
22h20 police sur place, pas de coups de feu, ce sont des mortiers d'artifice
22h35 pompiers : 2 blessés légers
22h50 un bus incendié avenue Foch, personne à bord
23h05 pompiers : rectificatif, 3 blessés légers, dont un policier, tous soignés sur place
23h10 préfecture : 4 interpellations
23h20 point d'accueil salle Voltaire pour les riverains évacués
23h30 non, salle Voltaire trop petite, point d'accueil gymnase Jean-Moulin, 8 rue des Lilas, ouvert toute la nuit
Sur WhatsApp des messages disent qu'un enfant est mort. La préfète dément : aucun mort.
Cause inconnue à ce stade, enquête ouverte.
Maire Karim Belhadj : « Les habitants du quartier n'ont pas à payer pour quelques-uns. »
Ne pas parler d'« émeutes » svp, dire "des incidents avec des mortiers".
Numéro pour les riverains 01 99 00 45 12. Lignes 3 et 7 de bus interrompues jusqu'à demain 6h.
Prochain point dimanche 9h
Interne : équipe com' en astreinte, appeler Sylvie poste 318"""

CUSTODY = """\
From: comms@elmridge.example
Subject: URGENT death in custody

A 34-year-old man died last night in a holding cell at the Elm Ridge police station. He was arrested about 9:20 p.m. Friday Oct. 3 and found unresponsive at 11:05 p.m. EMS pronounced him dead at 11:31 p.m.
His name is Darnell Pruitt. Family has been told and they are ok with us using his name, but no photo please. His sister Keisha Pruitt asks: "Tell them he was a father and a coach."
The state Bureau of Investigation has taken over. The two officers are on leave. Cause of death not known, autopsy Monday.
Police union president says he "was high", we have nothing on that - don't use.
A protest is expected at city hall Saturday 5pm, organizers say peaceful. Mayor Lena Ortiz-Grant will be there to listen.
Mayor says she has seen no video yet and will not comment on what happened before she has.
Victim services for the family and anyone affected: 555-0143.
Next statement Saturday noon, city hall steps"""

SCHOOL_THREAT = """\
Bad news from Ormsay Head primary: someone phoned in a bomb threat at 10.20 this morning (Wed 6 May). All 212 children and staff out by 10:35 and walked to the Methodist church hall. Police searched, nothing found, all clear 12.10. Head teacher Fiona Gale praised the kids. School reopens tomorrow 8.45 as normal. Parents can call the school office 01632 960441 till 5. Police 101 ref 0605-77. Some parents saying on Facebook it was "that family from the caravans" - police say there is no link to anyone at the site. No more updates planned. Leader Cllr Ann Moss. We need a statement and a post, friendly tone, max 150 words"""

ANNIVERSARY = """\
Commune de Vaux-sur-Orbe (VD). Mardi 4 novembre 2025.
Rassemblement de commémoration jeudi 6 novembre à 18h devant la fontaine, un an après l'incendie du foyer de requérants (2 morts, 9 blessés, le 6 novembre 2024). Les familles d'Idriss et de Selam ont demandé que l'on dise leurs prénoms, seulement les prénoms.
Syndique Anne-Laure Chappuis parlera, puis la chorale, puis 2 minutes de silence à 18h30.
Le procès de l'auteur (condamné à 14 ans en mars) : ne pas en parler.
Soutien : La Main tendue 143. Café ouvert à la maison de paroisse dès 19h.
Les familles ne veulent pas de caméras dans la maison de paroisse."""

WRONG_NAME = """\
I messed up. At 08:50 today (Thursday 12 June) our Facebook page named the wrong man as the driver in Tuesday's crash on Station Road. It was up for 35 minutes, 400+ views. The man we named is Peter Langdale, he has nothing to do with it, he runs the bakery. Deleted 09:25. Mayor Sunita Rao rang him and apologised at 10. Correct info from police: a driver, 52, is helping with enquiries, not arrested. Three people hurt on Tuesday, one still in hospital, stable. Two-person sign off starts today. Data question: 01632 960 222. Fernleigh Town Council"""

COUNCILLOR = """\
Objet : menaces contre une élue
Depuis lundi 3 février, Mme Leïla Benmansour, adjointe aux sports de Courtelane, reçoit des lettres anonymes racistes et des appels la nuit, chez elle, 14 rue des Glycines. La dernière lettre disait « on sait où est l'école de tes enfants ». Elle a porté plainte hier. La procureure a ouvert une enquête pour menaces de mort et injures à caractère raciste. Aucune interpellation.
Elle continue ses permanences le jeudi, elle accepte qu'on cite son nom, pas son adresse ni l'école.
Le maire, Yves Caradec : "On ne fera taire personne à Courtelane."
Rassemblement de soutien vendredi 18h30 sur le parvis de l'hôtel de ville, ouvert à tous.
Qui a vu quelque chose : gendarmerie 02 61 91 07 07.
Communiqué + post"""

RIOT = """\
*Greater Millhaven – riot timeline (draft, not checked)*
- Sun 21:00 crowd of c. 150 outside the Kestrel Hotel (asylum seekers housed there, ~80 people, families too) after a false post that "a refugee stabbed a girl"
- police: no stabbing happened, the girl was hurt in a bike fall, her parents confirm
- 21:40 bricks thrown, 6 officers injured, 1 needs surgery
- 22:15 fire in bins, out by 22:30
- 01:00 dispersed. 11 arrests so far
- Mon 07:00 police update: 14 arrests, officer's surgery went well
- residents of hotel all safe; moved for one night to an undisclosed location in Carrow, do not publish
- neighbours came with breakfast and cleaned the street from 7
- another "protest" called for tonight 7pm at the library by a far right group, police advise: stay away, don't share the poster
- library closes 4pm; buses 11 & 12 diverted
- worried? call Millhaven Together 01632 960 700 (8-8). To report: 101, or Crimestoppers 0800 555 111
- mayor Gwen Tolliver line: "Nobody in this town gets driven out by a mob."
- press conf Mon 11am town hall
- police say treated as violent disorder, racially aggravated offences being looked at"""

MOSQUE = """\
Ville de Lannoy-sur-Deûle - cab du maire - mercredi 18/02/2026 6h15

Incendie à la mosquée Ar-Rahma (rue des Tisserands) cette nuit vers 3h40, porte d'entrée et hall détruits, maîtrisé à 4h25. Personne à l'intérieur. Le gardien, M. Slimane Haddou, 61 ans, légèrement intoxiqué, hospitalisé par précaution, déjà sorti.
SDIS : origine volontaire probable, à confirmer par l'expert
Parquet : enquête pour destruction par incendie, "à ce stade aucune hypothèse n'est privilégiée". 
Une vidéo revendiquant l'acte circule sur Telegram (compte « patriotes_nord »), la police demande de ne pas la partager et de la signaler sur PHAROS.
Maire Bénédicte Loriot sur place depuis 5h. Elle dit : « Une mosquée qui brûle, c'est toute la ville qui est touchée. »
Prière du vendredi : salle Jean-Jaurès mise à disposition, 12h30-14h30
L'imam demande qu'on ne vienne pas aujourd'hui, les enquêteurs travaillent ; rassemblement vendredi 18h30 devant l'hôtel de ville avec toutes les religions
Ecoute : 01 99 00 62 62 de 8h à 20h. Témoins : 17 ou commissariat 01 99 00 17 00
École à côté ouverte normalement
Prochain point à 11h
com d'attente + tweet svp"""

BRICK = """\
hi its Priya (night duty). ok so. abt 23.50 last night a brick with a note went thru front window of the house on Sallow Lane where the Rahimi family live (5 kids). nobody hurt but mum is 7 months pregnant & in shock. police came, crime no. 14*2207*26, they say "hate crime, racially aggravated" . this is the 3rd time since january
neighbours sitting with them. housing team offered them a move, they said NO we are staying
family dont want address or name out, not even the street pls
cllr wants to say something like "this is their home, and we are their neighbours"
tip line 01632 960337. victim support 01632 960 338
council mtg on it thurs 7pm but thats closed session"""

EVACUEES = """\
SITREP 4 – Brackwater Bay Regional District – 14 Aug 2026 16:00
1. Wildfire smoke hostility: Since evacuees from Kettle First Nation arrived at the Rec Centre (Tues), 3 incidents of racist abuse toward evacuees in town stores; one elder was spat at outside Harbour Foods on Aug 13.
2. RCMP Cst. Lee-Ann Duval: two files open, investigating as hate-motivated. No charges.
3. 240 evacuees, 61 of them children. Chief Raymond Kettle asks residents: "Say hello. Ask our names. We lost our homes, not our dignity."
4. Rumour: evacuees are getting $2,000 cash each - FALSE. Red Cross confirms vouchers for food and clothing only, $85 per person.
5. Support line for evacuees 250-555-0182 (24h). Report abuse: RCMP 250-555-0111.
6. Welcome supper Saturday Aug 15, 5 p.m., Rec Centre, bring a dish.
7. Volunteers needed: sign up at brackwater.example/help
8. Do not post photos of evacuees or children.
Next SITREP 15 Aug 16:00. Board Chair Ingrid Solheim."""

BAR = """\
Bourgmestre de Florenval (BE) - note du 3 mai - AGRESSION
Vers 1h du matin, à la sortie du bar L'Arc-en-Ciel, place Verte, deux hommes ont été insultés (injures homophobes) et frappés par un groupe de 4 ou 5. L'un a la mâchoire fracturée, opéré ce matin à Saint-Luc ; l'autre est rentré chez lui.
Zone de police Val-de-Sambre : le parquet de Namur retient le mobile homophobe comme circonstance aggravante. Deux suspects identifiés, dont un mineur de 16 ans, entendus aujourd'hui.
Les victimes (Quentin et Mehdi, ils veulent rester anonymes) remercient la serveuse qui est intervenue.
Maison Arc-en-Ciel : permanence ce soir 18-21h, rue Basse 7. Tél 081 55 01 20 (num. fictif).
Bourgmestre Thibault Renson : « S'aimer n'est pas un délit. Frapper, oui. »
Contre-manif annoncée samedi par un groupe nationaliste, ne pas en parler.
Pride maintenue le 16 mai.
On reparle demain 10h."""

SWATTING = """\
Kerrigan's Cross PD / City comms - shooting hoax

10:42 call: "active shooter" at Lincoln Middle School. 10:47 first units. 11:20 building cleared, NO shooter, no shots, no injuries. Swatting call.
612 students + 58 staff sheltered. 2 students treated for panic, released to parents. 
Reunification at the Eagles Lodge lot, 200 Depot St, done by 1:15 pm.
FBI assisting. A 15 yr old from another state has been identified - no name obviously.
Counselors at school Fri 7am-3pm. Parent line 555-0119.
School closed tomorrow (Thurs) - scratch that, superintendent just decided OPEN Thurs on a 2-hr delay
Mayor Pat Nakagawa: kids and teachers did everything right today.
Presser 4 pm city hall"""

BUS = """\
Internal first, then public
Swimming lesson bus crash. B4412 nr Quarry Bend, 13.35, minibus (St Cedd's school trip) and a lorry. 14 children 2 adults on bus. Police initially said 3 children hurt, now 5 children hurt (update 15:10), 1 serious airlifted to Radcliffe Infirmary. Lorry driver unhurt, helping police, not under arrest. No deaths.
Parents being met at St Cedd's school hall, Chapel Way. Family liaison number 01632 960 551. Please stay away from Quarry Bend, road shut till at least 8pm.
Dont name the children, dont name the lorry firm.
People online saying the driver is "an illegal" - nothing to support that, he's been driving for a local firm for 11 yrs
Leader of Wexcombe council, Marian Yates
next 17:30
staff: Jo in HR is point of contact for anyone with kids at St Cedds, x2290"""

CEMETERY = """\
Note pour le maire – profanation du cimetière israélite de Morlac

Constat ce lundi 27 avril à 8h par le gardien : 18 stèles renversées, croix gammées peintes sur le mur d'entrée et l'inscription « Dehors ». La gendarmerie (major Fanchon Guérin) a ouvert une enquête pour violation de sépultures à caractère antisémite. Pas de vidéosurveillance. 
Le grand rabbin vient demain. Les familles peuvent appeler le consistoire au 01 99 00 30 30.
Il y avait 23 stèles selon le gardien, la gendarmerie dit 18.
Le préfet viendra à 16h (ne pas annoncer).
Cérémonie mercredi 29 avril à 17h30 au cimetière, ouverte à tous.
Nettoyage des murs : fait à 11h30 par les agents municipaux.
Le maire, Luc Estève, condamne « avec la plus grande fermeté ».
Témoins : brigade de Morlac 02 61 91 17 17. Prochaine communication demain midi."""

WARD = """\
Wairoa-Iti District Council, Weds 15 July 2026
From 6.20pm about 60 people outside the council chamber, meeting on the Māori ward. Windows of Cr Hine Paewai's car were smashed and "go home" written on it. She's ok with being named, she was inside, not hurt. Two men arrested, 29 and 41, wilful damage. Police say motive is for the court to decide.
She says: "I am home. My people have been home here for seven hundred years."
Meeting will be held again next Weds 6pm and streamed.
Mayor Rob Tainui: "You can disagree with your councillor. You cannot smash her windows."
Call 105 quoting P0660 if you saw anything.
Councillors & staff: EAP 0800 555 327"""
