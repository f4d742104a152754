"""French note style into French sentences: articles and auxiliaries, in agreement."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.compose.statement.clauses import Maker, Piece
from bot.compose.statement.style import DAY_FR, TIME_FR, bare, capital, small


class French(Maker):
    language = "fr"
    lead = re.compile(
        rf"(?i)(?:à )?((?:vers )?{TIME_FR})(?:\s?[:,–—-]+|(?= (?!à |et |jusqu)[^\W\d_])) *"
        rf"|((?:cette nuit|ce matin|ce soir|cet après-midi|hier(?: soir| matin)?|{DAY_FR})"
        rf"(?: (?:à|vers) {TIME_FR})?)\s?[:,]\s+"
    )
    at = "À"

    def sentence(self, text: str) -> Piece:
        tokens = text.replace("’", "'").split()
        lows = [bare(token) for token in tokens]
        if not tokens:
            return Piece("fragment", text)
        if self._imperative(lows):
            return Piece("imperative", text)
        if both := self._two_predicates(text, " et "):
            return both
        if self._finite(tokens, lows):
            bare_plural = lows[0].endswith("s") and lows[0] not in words_before(self.words)
            if bare_plural and lows[1:2] and lows[1] in {"ont", "sont", "seront", "peuvent"}:
                tokens = ["les", small(tokens[0]), *tokens[1:]]  # « agents ont nettoyé »
            return Piece("sentence", capital(" ".join(tokens)))
        leaves = lows[0] in self.words["people_states"] and len(lows) > 1
        if leaves and (not lows[0].startswith("sorti") or lows[1] in {"de", "du", "hier"}):
            return Piece("sentence", f"{_pronoun(lows[0])} {small(' '.join(tokens))}")
        if repaired := self._repaired(tokens, lows):
            return Piece("sentence", capital(repaired))
        if event := self._event(text, lows):
            return Piece("pattern", text, "event_noun", {"event": event})
        return Piece("fragment", text)

    def _stem(self, low: str) -> str:
        """The word behind an elision: "l'école": "école", "n'est" stays."""
        for start in ("l'", "d'", "s'", "qu'", "m'", "c'"):
            if low.startswith(start):
                return low[len(start) :]
        return low

    def _finite(self, tokens: list[str], lows: list[str]) -> bool:
        words = self.words
        for place, low in enumerate(lows):
            if tokens[place].endswith(":") or tokens[place] == ":":
                return False
            if not place:
                if low in {"c'est", "c'était", "j'ai"}:
                    return True
                continue
            if low in {"qui", "que", "dont", "où"} or low.startswith("qu'"):
                return self._main_verb_later(lows, place)
            if low == "a" and lows[place - 1] in {"h", "m", "de", "du"}:
                continue
            if self._verb(low) and lows[place - 1] not in words["determiners"] - {
                "plusieurs",
                "certains",
                "tous",
                "toutes",
                "tout",
                "deux",
                "trois",
                "quatre",
                "cinq",
                "six",
                "sept",
                "huit",
                "neuf",
                "dix",
                "autres",
            }:
                return True
        return False

    def _main_verb_later(self, lows: list[str], place: int) -> bool:
        """After a relative clause the main verb may follow: the second verb counts."""
        return sum(1 for low in lows[place + 1 :] if self._verb(low)) >= 2

    def _verb(self, low: str) -> bool:
        words = self.words
        bare = self._stem(low)
        if low in words["auxiliaries"] or bare in words["auxiliaries"] or bare in words["finite"]:
            return True
        return (
            len(bare) > 5
            and bare.endswith(tuple(words["finite_endings"]))
            and bare not in words["not_finite"]
        )

    def _imperative(self, lows: list[str]) -> bool:
        """An infinitive or an imperative at the head: "éviter la place", "ne pas diffuser"."""
        words, first = self.words, lows[0]
        if first in words["imperatives"]:
            return first != "ne" or len(lows) > 1
        return self.infinitive(first) and len(lows) > 1

    def infinitive(self, low: str) -> bool:
        words = self.words
        low = self._stem(low)
        if low in words["infinitives"]:
            return True
        return (
            len(low) > 3
            and low.endswith(tuple(words["infinitive_endings"]))
            and low not in words["not_infinitive"] | words["finite"] | words["determiners"]
            and not low.endswith(("ture", "sure", "aire", "toire", "ière", "mbre", "stre"))
        )

    def _repaired(self, tokens: list[str], lows: list[str]) -> str:
        words = self.words
        first = lows[0]
        if first in words["auxiliaries"]:
            return ""
        if first in words["found"]:
            return f"les faits ont été {words['found'][first]} {' '.join(tokens[1:])}"
        if re.fullmatch(r"\d+", first) and len(lows) > 1 and lows[1] in words["counted"]:
            return "on compte " + re.sub(r"(?<=\w) dont ", ", dont ", " ".join(tokens))
        if first == "pas" and not (len(lows) > 1 and re.match(r"de$|des$|d'", lows[1])):
            return ""  # « pas arrêté », « pas la position de … » : qui, quoi ? rien à dire
        if (
            first in {"aucun", "aucune"}
            and 2 < len(lows) < 7
            and lows[-1].endswith(("é", "ée", "enue", "enu"))
        ):
            return " ".join([*tokens[:-1], "n'a été", tokens[-1]])
        if first in {"pas", "aucun", "aucune"} or first.startswith("aucun"):
            return "il n'y a " + small(" ".join(tokens))
        second = lows[1] if len(lows) > 1 else ""
        if re.fullmatch(r"\d+", first) and second in {"au", "aux", "en", "à"} and len(lows) > 2:
            who = "une personne est" if first == "1" else f"{first} personnes sont"
            return f"{who} {' '.join(tokens[1:])}"
        if first == "personne" and (
            second in words["prepositions"] or second.startswith(("à", "d'"))
        ):
            return "personne n'était " + " ".join(tokens[1:])
        for place in range(1, min(len(lows), 9)):
            low = lows[place]
            if (
                tokens[place - 1].endswith((":", ","))
                or tokens[place] == ":"
                or low in words["relatives"]
            ):
                return ""
            if low in words["states"] or low in words["done"]:
                return self._insert(tokens, lows, place)
            if (
                low in words["prepositions"]
                and place > 1
                and not self._participle_after(lows, place)
            ):
                return ""
        return ""

    def _participle_after(self, lows: list[str], place: int) -> bool:
        words = self.words
        for low in lows[place + 1 : place + 6]:
            if low in words["states"] or low in words["done"]:
                return True
            if low in words["relatives"]:
                return False
        return False

    def _insert(self, tokens: list[str], lows: list[str], place: int) -> str:
        words, low = self.words, lows[place]
        plural = low.endswith("s") and low not in {"pris", "mis", "sans"}
        number = re.match(r"\d+", lows[0])
        if number:
            plural = number.group() not in {"0", "1"}
        feminine = low.endswith(("ée", "ées", "te", "tes", "se", "ses", "ie", "ies", "ue", "ues"))
        verb = (
            ("sont" if plural else "est")
            if low in words["states"]
            else ("ont été" if plural else "a été")
        )
        manner = tokens[place - 1] if place > 1 and lows[place - 1].endswith("ment") else ""
        if manner:  # « 1 pompier légèrement blessé » : « a été légèrement blessé »
            tokens, lows, place = (
                tokens[: place - 1] + tokens[place:],
                lows[: place - 1] + lows[place:],
                place - 1,
            )
            verb = f"{verb} {manner}"
        subject = " ".join(tokens[:place])
        head = self._stem(lows[0])
        if number:
            if number.group() == "1":
                subject = ("une " if feminine else "un ") + " ".join(tokens[1:place])
        elif lows[0] in words["leads"]:
            pass  # « hier à 18h notre lettre envoyée … » has its subject later
        elif lows[0] not in words["determiners"] and not self._begins_with_article(lows[0]):
            if tokens[0][0].isupper() and place > 1 and tokens[1][0].isupper():
                article = ""  # a person or a firm: "Alder Soins prévenu"
            elif plural:
                article = "les "
            elif head[0] in "aeiouyhéèêâîôû" and not (tokens[0].isupper() and head[0] in "yh"):
                article = "l'"
            else:
                article = "la " if feminine else "le "
            subject = article + (subject if tokens[0].isupper() else small(subject))
        told = " ".join(tokens[place:])
        two = re.fullmatch(r"(\S+(?:é|ée|és|ées)), (\S+(?:é|ée|és|ées))", told)
        return f"{subject} {verb} {f'{two[1]} et {two[2]}' if two else told}"

    def _begins_with_article(self, low: str) -> bool:
        return low.startswith(("l'", "d'"))

    def _event(self, text: str, lows: list[str]) -> str:
        nouns = self.words["event_nouns"]
        for length in (4, 3, 2, 1):
            noun = " ".join(lows[:length])
            following = lows[length] if len(lows) > length else ""
            if noun in nouns and following not in {"du", "des", "dudit"}:
                body = small(text)
                body = re.sub(rf", (?={TIME_FR}(?:,|$))", " à ", body)
                return f"{nouns[noun]} {body}"
        place, comma, what = text.partition(", ")
        if comma and len(place.split()) <= 6 and what.count(", ") < 3 and lows[0] not in nouns:
            # « médiathèque Les Lucioles, feu au rez-de-chaussée »
            event = self._event(what, [bare(token) for token in what.split()])
            return f"{event} ({place})" if event else ""
        return ""


def words_before(words: Mapping[str, Any]) -> frozenset[str]:
    """Words that need no article: determiners, pronouns, those who are spoken of."""
    kept: frozenset[str] = words["determiners"] | words["somebody"] | words["leads"]
    return kept | {"ils", "elles", "nous", "vous", "tous", "toutes", "certains", "plusieurs"}


def _pronoun(participle: str) -> str:
    if participle.endswith("es"):
        return "Elles sont"
    if participle.endswith("s"):
        return "Ils sont"
    return "Elle est" if participle.endswith("e") else "Il est"


def french_infinitive(word: str) -> bool:
    """Is this word an infinitive: "éviter", "remettre", and not "mairie" or "notre"?"""
    return French().infinitive(bare(word))
