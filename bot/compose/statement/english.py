"""English note style into English sentences: articles and auxiliaries, nothing else."""

from __future__ import annotations

import re

from bot.compose.statement.clauses import Maker, Piece
from bot.compose.statement.style import DAY_EN, TIME_EN, bare, capital

#: A finished time asks for the simple past: "was arrested at 18:22".
_PAST = re.compile(
    rf"\bat (?:about |around )?{TIME_EN}|\byesterday\b|\blast night\b|\bthis morning\b|\bearlier\b|"
    r"\bago\b|\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bovernight\b",
    re.I,
)


#: Verbs that make a noun of what could be an order: "call came in", "search was stopped".
_TOLD = frozenset(
    "came went was were is are has had have made received says said began started".split()
)
_MANNER = frozenset("very deeply badly seriously slightly mildly critically quite".split())
_ROOMS = frozenset("kitchen centre center depot warehouse factory plant port mill farm".split())
_BY_TIME = re.compile(rf"\b(?:by|at) {TIME_EN}")
_HOSPITAL = re.compile(r"\btaken to\b.*\b(?:hospital|infirmary|clinic|general)\b")
#: Determiners that may be a subject by themselves: "both arrested", "several hurt".
_COUNTING = frozenset("all both some many several few no one more".split())


class English(Maker):
    language = "en"
    lead = re.compile(
        rf"(?i)(?:at )?((?:about |around )?{TIME_EN})"
        r"(?: ?[:,–—-]+|(?<!noon)(?<!midday)(?<!midnight)"
        r"(?= (?!to |and |until |till |on )[a-zA-Z0-9])) *"
    )
    at = "At"

    def sentence(self, text: str) -> Piece:
        tokens = text.split()
        lows = [bare(token) for token in tokens]
        if not tokens:
            return Piece("fragment", text)
        if both := self._two_predicates(text, " and "):
            return both
        if (place := self._finite(tokens, lows)) is not None:
            return Piece("sentence", self._with_article(tokens, lows, place))
        if self._imperative(tokens, lows):
            return Piece("imperative", text)
        if repaired := self._repaired(tokens, lows):
            return Piece("sentence", repaired)
        if event := self._event(text, lows):
            return Piece("pattern", text, "event_noun", {"event": event})
        return Piece("fragment", text)

    def _imperative(self, tokens: list[str], lows: list[str]) -> bool:
        """ "Call 101", "do not share": not "Open until 9" and not "Walk on Sunday"."""
        words = self.words
        if lows[0] == "please":
            return True
        if lows[0] not in words["imperatives"] or tokens[0].endswith((":", ",")):
            return False
        if lows[1:2] and lows[1] in _TOLD:
            return False  # "call came in at noon": a noun and its verb
        if lows[1:2] == ["for"] and lows[0] in {"phone", "call", "help", "contact", "report"}:
            return False
        if lows[0] in words["common"] | words["states"]:
            return len(lows) > 1 and lows[1] in words["determiners"]
        return True

    def _finite(self, tokens: list[str], lows: list[str]) -> int | None:
        words = self.words
        orders = lows[0] in words["imperatives"] - words["pronouns"]
        noun = (
            lows[0] in words["common"] and lows[1:2] != [] and lows[1] not in words["determiners"]
        )
        if orders and not (noun or (lows[0] in words["common"] and len(lows) == 1)):
            return None
        if lows[0] == "there's":
            if len(lows) > 1 and self._plural(lows[1:]):
                tokens[0] = "There are"
            return 0
        for place, low in enumerate(lows):
            if tokens[place].endswith(":") and place < len(lows) - 1:
                return None
            if not place:
                continue
            if (
                low in words["relatives"]
                or lows[place - 1] == "to"
                or lows[place - 1] in words["relatives"]
            ):
                if low in words["relatives"]:
                    return None
                continue
            if low in words["auxiliaries"]:
                return place
            if (
                low in words["finite"]
                and lows[place - 1] not in words["determiners"] | words["prepositions"]
            ):
                return place
            if low in words["either"] and self._object_follows(tokens, lows, place):
                return place
            if low.endswith(("'s", "'re", "'ll", "'ve")) and low.split("'")[0] in words["pronouns"]:
                return place
        first = lows[0]
        if "'" in first and first.split("'")[0] in words["pronouns"] | {"there"}:
            return 0
        return None

    def _object_follows(self, tokens: list[str], lows: list[str], place: int) -> bool:
        if tokens[place].endswith(",") or place + 1 >= len(lows):
            return False
        after = lows[place + 1]
        words = self.words
        if after in words["prepositions"] | words["adverbs"] | words["states"] | words["done"]:
            return False
        return not re.match(rf"{TIME_EN}|{DAY_EN}|(?:mon|tue|wed|thu|fri|sat|sun)\b", after, re.I)

    def _with_article(self, tokens: list[str], lows: list[str], verb: int) -> str:
        """ "glazier is there": "The glazier is there". Names and plurals take none."""
        subject = list(tokens[:verb])
        article = self._subject(subject, lows[:verb])
        return capital(article + " ".join([*subject, *tokens[verb:]]))

    def _subject(self, tokens: list[str], lows: list[str]) -> str:
        words = self.words
        if not tokens:
            return ""
        first, low = tokens[0], lows[0]
        if (
            low
            in words["determiners"] | words["pronouns"] | words["prepositions"] | words["adverbs"]
        ):
            return ""
        if first[0].isdigit() or first[0] in "\"“'" or low in words["no_article"]:
            return ""
        if low.endswith(("'s", "s'")) or first.isupper():
            return ""
        if self._plural(lows):
            return ""
        head = next((i for i, word in enumerate(lows) if word in words["prepositions"]), len(lows))
        if lows[head - 1] in words["indefinite"] and not self._name(tokens):
            tokens[0] = first[0].lower() + first[1:]
            return "an " if low[0] in "aeiou" else "a "
        if first[0].isupper() and (low not in words["common"] or self._name(tokens)):
            return ""
        tokens[0] = first[0].lower() + first[1:]
        if low in words["indefinite"]:
            return "an " if low[0] in "aeiou" else "a "
        return "the "

    def _where(self, place: str) -> str:
        """A place as it stands after "at": "the community kitchen, 41 Wattle Parade"."""
        words = place.split(",", 1)[0].split()
        known = {bare(word) for word in words} & (self.words["common"] | _ROOMS)
        if not known or len(words) > 6 or any(bare(w) in self.words["auxiliaries"] for w in words):
            return ""
        name = len(words) > 1 and words[0][:1].isupper() and words[-1][:1].isupper()
        if name or bare(words[0]) in self.words["determiners"]:
            return place
        return "the " + place[0].lower() + place[1:]

    def _name(self, tokens: list[str]) -> bool:
        """ "Park Hotel", "Fire Officer Dale": a second capital makes it a name."""
        return len(tokens) > 1 and tokens[1][:1].isupper() and not tokens[1].isupper()

    def _plural(self, lows: list[str]) -> bool:
        words = self.words
        head = lows
        for place, low in enumerate(lows):
            if place and low in words["prepositions"] | words["relatives"]:
                head = lows[:place]
                break
        if "and" in head:
            return True
        if match := re.match(r"\d[\d,.]*$", head[0]):
            return match.group() != "1"
        last = head[-1]
        if head[0] in {
            "nobody",
            "no-one",
            "none",
            "one",
            "a",
            "an",
            "each",
            "every",
            "everybody",
            "everyone",
            "somebody",
            "someone",
            "another",
            "this",
            "it",
            "he",
            "she",
        }:
            return False
        if head[0] == "no" and len(head) > 1 and head[1] == "one":
            return False
        numbers = {
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "several",
            "many",
            "some",
            "all",
            "both",
            "these",
            "those",
        }
        if head[0] in numbers or last in words["plural"] or head[0] in words["plural"]:
            return True
        return (
            last.endswith("s")
            and not last.endswith(("ss", "us", "is", "'s"))
            and last not in {"bus"}
        )

    def _repaired(self, tokens: list[str], lows: list[str]) -> str:
        words = self.words
        if lows[0] == "not":
            return ""
        if lows[0] in words["found"]:
            return f"This was {' '.join(tokens)[:1].lower()}{' '.join(tokens)[1:]}"
        for place in range(1, len(lows)):
            before = lows[place - 1]
            if tokens[place - 1].endswith((":", ",")):
                if lows[place] == "being" and place < 6:
                    tokens[place - 1] = tokens[place - 1].rstrip(",")
                else:
                    return ""
            low, rest = lows[place], " ".join(lows[place : place + 3])
            if low in words["relatives"] or before in words["auxiliaries"]:
                return ""
            if place > 14:
                break
            if (
                low == "not"
                and place + 1 < len(lows)
                and lows[place + 1] not in words["determiners"]
            ):
                return self._insert(tokens, lows, place, "is", "are")
            if low in words["doing"] and (self._plural(lows[:place]) or tokens[0][:1].isupper()):
                return self._insert(tokens, lows, place, "is", "are")
            if low == "being" or any(rest.startswith(start) for start in words["locative_starts"]):
                return self._insert(tokens, lows, place, "is", "are")
            if low in words["happened"] | words["done"] | words["states"]:
                if before in words["determiners"] - _COUNTING | words["prepositions"]:
                    continue
                following = lows[place + 1] if place + 1 < len(lows) else ""
                if low in words["adverbs"] and following in words["happened"] | words["done"]:
                    continue
                if self._adjective(lows, place):
                    continue
                if low in {"there", "present"} and following in {"from", "until", "till"}:
                    return self._insert(tokens, lows, place, "is", "are")
                if before in _MANNER and place > 1:
                    place -= 1  # "very shaken": "is very shaken"
                if low in words["states"]:
                    return self._insert(tokens, lows, place, "is", "are")
                if low in words["done"]:
                    return self._insert(tokens, lows, place, "has been", "have been")
                return self._insert(tokens, lows, place, "was", "were")
            if (
                before
                and low in {"to"}
                and place + 1 < len(lows)
                and lows[place + 1]
                in (
                    words["imperatives"]
                    | {"be", "meet", "reopen", "re-open", "begin", "start", "hold"}
                )
                and place <= 3
            ):
                return self._insert(tokens, lows, place, "is", "are")
        if any(low in words["presence"] for low in lows[:5]):
            for place in range(1, min(len(lows), 9)):
                if lows[place] in words["prepositions"] - {"of", "with", "from", "for"}:
                    return self._insert(tokens, lows, place, "is", "are")
        if lows[0] == "no" and 1 < len(lows) <= 8:
            plural = self._plural(lows[1:])
            return ("There are " if plural else "There is ") + " ".join(["no", *tokens[1:]])
        return ""

    def _adjective(self, lows: list[str], place: int) -> bool:
        """ "broken windows", "closed doors", "open day": before a noun it is no predicate."""
        if place + 1 >= len(lows):
            return False
        after, words = lows[place + 1], self.words
        if (
            after
            in words["prepositions"] | words["adverbs"] | words["determiners"] | words["states"]
        ):
            return False
        if after in words["happened"] | words["done"] | {
            "and",
            "or",
            "as",
            "yet",
            "until",
            "again",
        }:
            return False
        return not re.match(
            r"\d|mon|tue|wed|thu|fri|sat|sun|this|last|next|early|late|so|all|because|while", after
        )

    def _insert(self, tokens: list[str], lows: list[str], place: int, one: str, many: str) -> str:
        subject, heads = list(tokens[:place]), lows[:place]
        human = lows[place] in self.words["human"] or bool(_HOSPITAL.search(" ".join(lows)))
        if len(subject) == 1 and re.fullmatch(r"\d+", subject[0]) and human:
            subject.append("person" if subject[0] == "1" else "people")
        article = self._subject(subject, heads)
        no_subject = self.words["prepositions"] | self.words["imperatives"]
        if heads[0] in no_subject - self.words["common"] - self.words["determiners"]:
            return ""
        if (
            one == "is"
            and lows[place] in {"out", "back", "clear"}
            and _BY_TIME.search(" ".join(lows))
        ):
            one, many = "was", "were"
        if one == "has been" and _PAST.search(" ".join(lows[place:])):
            one, many = "was", "were"
        verb = many if self._plural(heads) else one
        return capital(f"{article}{' '.join(subject)} {verb} {' '.join(tokens[place:])}")

    def _event(self, text: str, lows: list[str]) -> str:
        nouns = self.words["event_nouns"]
        first, comma, place = text.partition(", ")
        noun = first.split(" ", 1)[-1].lower() if len(first.split()) == 2 else first.lower()
        known = first.lower() in nouns or noun in nouns
        if comma and known and (where := self._where(place)):
            # "explosion, community kitchen, 41 Wattle Parade": what, and where
            head = first[0].lower() + first[1:]
            article = nouns.get(first.lower(), "an" if head[0] in "aeiou" else "a")
            return f"{article} {head} at {where}".strip()
        if comma and place.count(", ") < 3 and (where := self._where(first)):
            # "community hall, fire in the kitchen"
            event = self._event(place, [bare(token) for token in place.split()])
            return f"{event} at {where}" if event and " at " not in event else ""
        for length in (2, 1):
            noun = " ".join(lows[:length])
            if noun in nouns:
                following = lows[length] if len(lows) > length else ""
                if (
                    following
                    and following not in self.words["prepositions"] | self.words["adverbs"]
                ):
                    return ""
                article = nouns[noun]
                body = text[0].lower() + text[1:]
                body = re.sub(rf", (?={TIME_EN}(?:,|$))", " at ", body)
                return f"{article} {body}".strip()
        return ""
