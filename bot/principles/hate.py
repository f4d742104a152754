"""Where hate is shown, it is named."""

from __future__ import annotations

from bot.principles.base import Principle, Wording, whole_clause

unnamed = Principle(
    name="hate.unnamed-euphemism",
    source="osce-odihr-hate-crime",
    facts=("osce-odihr-hate-crime-02", "osce-odihr-hate-crime-04"),
    severity="major",
    detect=whole_clause,
    wordings={
        "en": Wording(
            advice="If an authority has established the hate, name it, and name those it was aimed at; if not, say that this is being examined.",
            patterns=(
                "(?:we|i|the (?:\\w+ )?(?:council|city|town|municipality|mayor|borough|administration|authority)) (?:\\w+ )?(?:regrets?|deplores?|notes?|is aware of|are aware of|takes? note of|laments?|is disappointed|are disappointed|is saddened|disapproves? of|expresses? (?:its|our) (?:regret|concern)) (?:\\w+ ){0,4}?(?:damage|markings?|inscriptions?|graffiti|incidents?|events?|acts?|vandalism|behaviou?r|disturbances?|messages?|words|writings?|occurrences?|drawings?|symbols?|stickers?|leaflets?|remarks)",
                "(?:inscriptions?|markings?|graffiti|drawings?|symbols?|messages?|slogans?|words|stickers?|leaflets?|writings?) (?:\\w+ )?(?:of (?:a|an) (?:\\w+ )?(?:nature|kind|character)|were (?:found|discovered|noticed|observed|removed)|have been (?:found|discovered|noticed|observed|removed)) (?:\\w+ ){0,3}?(?:on|at|in|near) (?:a|an|one|some|certain|several) (?:\\w+ ){0,2}?(?:buildings?|premises|facility|facilities|propert(?:y|ies)|place of worship|establishment|association|site|shop|businesses|venue|centre|center|club)",
                "(?:damage|vandalism|incidents?|an event|events|disturbances?|markings?) (?:\\w+ ){0,2}?(?:to|at|on|involving|affecting|in front of) (?:a|an|one|certain|some) (?:\\w+ ){0,2}?(?:buildings?|premises|facility|propert(?:y|ies)|place of worship|establishment|religious (?:site|building)|association|venue|cemetery|community (?:centre|center|building))",
                "(?:the (?:events?|incidents?|occurrences?|situation|happenings) (?:at|in|near|around) the (?:mosque|synagogue|temple|gurdwara|church|cemetery|hostel|community centre|islamic centre|jewish \\w+|lgbt\\w* \\w+|pride \\w+|refugee \\w+|asylum \\w+))",
                "(?:certain|some|a) (?:\\w+ )?(?:unpleasant|inappropriate|tasteless|hurtful|divisive|provocative|unfriendly|offensive|controversial) (?:words|messages?|remarks?|inscriptions?|symbols?|slogans?|graffiti|stickers?|leaflets?|gestures?)",
            ),
            unless_text=("<hate_named>",),
            when=("inscriptions?", "markings?", "graffiti", "daub\\w*", "symbols?", "slogans?", "stickers?", "leaflets?", "swastikas?", "mosque", "synagogue", "temple", "gurdwara", "cemetery", "place of worship", "religious", "hostel", "islamic", "jewish", "muslim", "lgbt\\w*", "pride", "refugees?", "freedom of (?:worship|religion)", "slurs?"),
            unless=("traffic", "road markings?", "concert", "litter"),
            flags=(
                "The council regrets the damage to a building on Station Road. The inscriptions have been removed.",
                "Graffiti of an unpleasant kind was found on a community building; some tasteless symbols were drawn.",
                "We deplore the events at the mosque.",
                "We take note of the incident. A swastika was cleaned from the wall.",
            ),
            passes=(
                "Swastikas were painted on the synagogue. This is antisemitic, and I condemn it.",
                "We regret the delay in cleaning the graffiti in the underpass.",
                "The leaflets are racist, and I condemn them.",
                "We regret the damage to the playground, and repairs begin today.",
            ),
        ),
        "fr": Wording(
            advice="Si une autorité a établi la haine, nommez-la, et nommez ceux qu'elle visait ; sinon, dites que la question est examinée.",
            patterns=(
                "(?:nous|je|on|la (?:commune|ville|municipalité|mairie|collectivité|municipalité)|le (?:maire|conseil)|l'équipe municipale) (?:\\w+ )?(?:regrett\\w+|déplor\\w+|pren\\w+ (?:acte|note)|not\\w+|constat\\w+|désapprouv\\w+|a (?:pris connaissance|constaté)|avons (?:pris connaissance|constaté)|est attristée?) (?:\\w+ ){0,4}?(?:dégradations?|dégâts|inscriptions?|tags?|incidents?|événements?|faits|actes?|incivilités?|comportements?|messages?|propos|dessins?|symboles?|autocollants?|tracts?|agissements|désordres)",
                "(?:inscriptions?|tags?|messages?|propos|dessins?|symboles?|slogans?|autocollants?|tracts?) (?:\\w+ )?(?:ont été|a été|sont apparus|découverts?|constatée?s?|effacée?s?|relevée?s?) (?:\\w+ ){0,4}?(?:sur|dans|devant|contre) (?:un|une|des|certains|plusieurs) (?:\\w+ )?(?:bâtiments?|locaux|local|établissements?|lieux?|édifices?|commerces?|structures?|équipements?|sites?|façades?)",
                "(?:dégradations?|incidents?|événements?|faits|actes?|désordres) (?:\\w+ ){0,3}?(?:sur|contre|visant|touchant|dans|devant|survenus? (?:à|au|dans|devant)|commis (?:sur|contre)|constatée?s? (?:sur|dans|à)) (?:un|une|des|certains|plusieurs) (?:\\w+ )?(?:bâtiments?|locaux|local|établissements?|lieux? (?:de culte|associatifs?)|édifices?|structures?|associations?|commerces?|cimetière|équipements?)",
                "les (?:événements?|incidents?|faits|désordres|agissements) (?:survenus |de |du |qui ont eu lieu )?(?:à|au|de|devant|dans|autour de) (?:la |l'|le )?(?:mosquée|synagogue|temple|église|cimetière|centre (?:islamique|lgbt\\w*|culturel \\w+)|foyer|aire d'accueil)",
            ),
            unless_text=("<hate_named>",),
            when=("inscriptions?", "tags?", "symboles?", "slogans?", "autocollants?", "tracts?", "croix gammées?", "mosquée", "synagogue", "temple", "cimetière", "lieux? de culte", "cultes?", "centre islamique", "juive?s?", "musulmane?s?", "lgbt\\w*", "réfugiés", "gens du voyage", "identitaires?", "communautaires?"),
            unless=("circulation", "chaussée", "retard", "concert"),
            flags=(
                "La ville déplore les dégradations constatées sur un local de la rue Haute ; les inscriptions ont été effacées.",
                "Des inscriptions ont été découvertes sur un lieu de culte.",
                "Nous regrettons les incidents de la nuit. Les tags ont disparu.",
                "Les événements survenus à la mosquée nous attristent.",
            ),
            passes=(
                "Des croix gammées ont été peintes sur la synagogue. Cet acte est antisémite, et je le condamne.",
                "Nous regrettons le retard des travaux ; les tags seront effacés lundi.",
                "Les tracts sont racistes, et je les condamne.",
                "La ville déplore les dégâts causés par la tempête.",
            ),
        ),
    },
)
