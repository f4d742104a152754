"""What in the notes must not go out, and why.

Three families. About people: the attacker (name, alias, words, pictures) and
the private data of those who were hurt. About truth: rumours, slogans,
motives nobody has established. About the office: what is for staff, what is
confidential, whom not to blame, and whatever addresses a machine instead of
the person at the desk. Each find is a span with a reason key; the sentence a
person reads stands in prompts/phrases/<language>/withheld.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.brief import hearsay, persons, rewrites
from bot.brief.lines import Clause, brackets, pieces, quotations
from bot.brief.proper import RUN, Name, addresses, is_place_or_body, people, places
from bot.brief.vocabulary import Vocabulary
from bot.figures import figures


@dataclass(frozen=True)
class Held:
    start: int
    end: int
    reason: str


#: A fact that touches one of these is cut around it.
CUTS = frozenset(
    {
        "attacker",
        "victim-data",
        "rumour",
        "slur",
        "private-place",
        "private",
        "injection",
        "colleague",
        "footage",
        "hostile-gathering",
        "motive",
        "unverified-quote",
        "degrading",
        "wrongly-accused",
        "third-party",
        "superseded",
        "spelled",
        "withdrawn-quote",
    }
)

LEAD = 300
_AFTER_PLACE = re.compile(rf"\b(?:in|at|near|à|au|dans|rue)[ \u00a0]({RUN.pattern})")
_NOUN_BEFORE = re.compile(
    r"[ ,](?:(?:and|et|with|avec)[ \u00a0])?(?:(?:the|a|les|le|un|une|l['’])[ \u00a0]?)?"
    r"(?:words?|slogan|message|mots?|inscription|phrase)(?:[ \u00a0](?:reading|saying))?"
    r"[ \u00a0]*:?[ \u00a0]*$",
    re.I,
)
_FAMILY = re.compile(
    rf"({RUN.pattern})[ \u00a0](?:family|household)\b|\bfamille[ \u00a0]({RUN.pattern})"
)
_AND_NAME = re.compile(rf"[ \u00a0](?:and|et|&|und|og)[ \u00a0]({RUN.pattern})")
_AGE_AFTER = re.compile(
    r"(?:,[ \u00a0]|[ \u00a0]?\()(?P<age>\d{1,2}(?:[ \u00a0]ans| years? old| Jahre)?)"
    r"(?=[,;)]|[.:](?!\d)|$)"
    r"|[ \u00a0](?P<bare>\d{1,2}[ \u00a0](?:ans|years? old))(?!\w)"
)


def quote_role(
    notes: str, quote: tuple[int, int], clause: Clause, before: Clause | None, words: Vocabulary
) -> str:
    """What a quotation is: wording, approved, attacker, rumour, slur, motive, term ..."""
    start, end = quote
    inside = notes[start + 1 : end - 1].strip()
    # Who speaks stands close before the quotation.
    begin = max(clause.sentence[0], start - LEAD)
    lead = notes[begin:start]
    near = notes[max(clause.sentence[0], start - 60) : start]
    after = notes[end : min(clause.sentence[1], end + 40)]
    label = clause.label
    if words.found("machine", inside):
        return "injection"
    introduced = before is not None and bool(words.found("mayor", before_text(notes, before)))
    wished = [m for m in words.pattern("wants_to_say").finditer(near) if m.end() >= len(near) - 4]
    ours = any(words.found(key, lead) for key in ("mayor", "official", "kin"))
    asked = [
        m for m in words.pattern("wording").finditer(near) if not near[m.end() :].strip(" :\u00a0")
    ]
    ours = ours or introduced
    if not (wished and ours) and any(_orders(near[: m.start()], words) for m in asked):
        return "wording"
    alone = not lead.strip(" \t-*•>") and not after.strip(" .")
    spoken_by_ours = bool(
        words.found("mayor", lead) or words.found("mayor", label) or words.found("say", near[-30:])
    )
    if words.found("attacker_words", lead) and (
        words.found("attacker", lead) or words.found("attacker", before_text(notes, before))
    ):
        return "attacker"
    if alone and before and words.found("attacker", notes[slice(*before.sentence)]):
        return "attacker"
    if (
        alone
        and before
        and words.found("attacker_words", notes[slice(*before.sentence)])
        and not (words.found("say", notes[slice(*before.sentence)]))
    ):
        return "attacker"
    if any(r.name == "motive" and r.holds(inside) for r in words.kinds):
        return "motive"
    if words.pattern("names_a_thing").search(lead.rstrip(" \u00a0")) and not label:
        return "term"
    stated = any(
        r.name in ("hate", "investigation", "arrest") and r.holds(inside) for r in words.kinds
    )
    ours_to_say = re.match(r"(?:We|Nous)\b", inside)
    if stated and (
        ours_to_say or words.found("investigator", lead) or words.found("investigator", label)
    ):
        return "stated"
    if words.found("rumour", lead) or words.found("rumour", label):
        return "rumour"
    hearsay = words.found("hearsay_source", lead) or words.found("hearsay_source", label)
    colleague = words.found("colleague_role", lead) and words.found("colleague_fault", lead)
    if colleague:
        return "rumour"
    slogan = list(words.pattern("slogan_place").finditer(near)) or words.found(
        "slogan_place", after[:25]
    )
    if slogan and not words.found("mayor", lead) and not words.found("kin", lead):
        return "slur"
    if hearsay and len(inside.split()) >= 2 and not words.found("mayor", lead):
        return "unverified-quote"
    part = inside[:1].islower() and len(inside.split()) < 7 and not lead.rstrip().endswith(":")
    if len(inside.split()) < 3 or part:
        return "term"
    return "approved" if spoken_by_ours or label else "unattributed"


def _orders(before: str, words: Vocabulary) -> bool:
    """Is the verb that follows an order ("Say ...", "please use ..."), not "they say ..."?"""
    last = re.search(r"([^\s]+)\s*$", before)
    if not last or last[1][-1] in ".,;:!(–—-":
        return True
    return bool(words.pattern("words.please").fullmatch(last[1]))


def before_text(notes: str, clause: Clause | None) -> str:
    return notes[slice(*clause.sentence)] if clause else ""


def _injections(notes: str, clauses: Sequence[Clause], words: Vocabulary) -> Iterator[Held]:
    """Text that addresses the machine: whole blocks, quotations or the rest of a line."""
    for match in re.finditer(r"<!--(?:[^-]|-(?!->)){0,4000}-->", notes):
        yield Held(match.start(), match.end(), "injection")
    for match in re.finditer(r"(?m)(?:^[ \t]*>[^\n]*(?:\n|\Z))+", notes):
        if words.found("machine", match.group()):
            yield Held(match.start(), match.end(), "injection")
    for start, end in quotations(notes):
        if words.found("machine", notes[start:end]):
            yield Held(start, end, "injection")
    seen: set[int] = set()
    for clause in clauses:
        start, end = clause.sentence
        if start in seen:
            continue
        seen.add(start)
        spoken_to = words.found("machine", notes[start:end])
        if not spoken_to:
            continue
        at = spoken_to.start()
        if any(a <= at < b for a, b in quotations(notes[start:end])):
            continue
        stop = notes.find("\n", start)
        yield Held(start, len(notes) if stop < 0 else stop, "injection")


def _sentences(clauses: Sequence[Clause]) -> list[tuple[Clause, Clause | None]]:
    """One clause for each sentence, with the one before it."""
    found: list[tuple[Clause, Clause | None]] = []
    for clause in clauses:
        if not found or found[-1][0].sentence != clause.sentence:
            found.append((clause, found[-1][0] if found else None))
    return found


def _age(notes: str, name: Name) -> tuple[int, int] | None:
    match = _AGE_AFTER.match(notes, name.end)
    return match.span("age" if match["age"] else "bare") if match else None


def _people(notes: str, clauses: Sequence[Clause], words: Vocabulary) -> Iterator[Held]:
    """The attacker's and the victims' names and ages."""
    # A family that agrees to a name says so beside it.
    agreed = {c.line for c in clauses if persons.agrees(notes[slice(*c.sentence)], words)}
    for clause, before in _sentences(clauses):
        start, end = clause.sentence
        text = notes[start:end]
        may_name = any(abs(clause.line - line) <= 1 for line in agreed)
        hostile = bool(words.found("attacker", text))
        wrong = bool(words.found("wrongly", text))
        silent = bool(words.found("no_names", text))
        for name, role in people(notes, start, end, words):
            lead = notes[max(start, name.start - 45) : name.start]
            age = _age(notes, name)
            tokens = name.text.split()
            loud = [t.replace("-", "").isupper() for t in tokens if len(t) > 2]
            shouting = any(loud) and not all(loud)
            if role:
                continue
            if may_name and (clause.line in agreed or not hostile):
                continue
            if persons.speaks_for_authority(notes[start : name.start], words):
                continue
            if hostile and (len(tokens) > 1 or words.found("attacker_name", lead)):
                reason = "attacker"
            elif (
                age
                or (wrong and len(tokens) > 1)
                or (shouting and len(tokens) > 1 and words.found("victim", text))
                or _beside(lead, words)
                or (silent and (len(tokens) > 1 or words.found("title", lead)))
            ):
                reason = "victim-data"
            else:
                continue
            if (
                len(tokens) == 1
                and reason == "victim-data"
                and not _beside(lead, words)
                and not silent
            ):
                continue
            yield Held(name.start, name.end, reason)
            if age:
                yield Held(*age, reason)
            yield from _belonging(notes, age[1] if age else name.end, end, reason, words)
        if hostile or (
            before is not None and words.found("attacker_name", before_text(notes, before))
        ):
            yield from _of_attacker(notes, clause, words)
        yield from _of_victims(notes, clause, words)


def consents(text: str, words: Vocabulary) -> bool:
    """Does the sentence say that a name may be used?"""
    match = words.found("words.consent", text)
    return bool(match) and not words.found("words.not", match.group() if match else "")


def _belonging(notes: str, at: int, end: int, reason: str, words: Vocabulary) -> Iterator[Held]:
    """ "..., from Beck Lane", "he runs the bakery": what stands behind a withheld name."""
    home = words.pattern("from_home").match(notes, at)
    if home:
        for place in addresses(notes[home.end() : end], words)[:1]:
            if place.start <= 2:
                yield Held(home.start(), home.end() + place.end, reason)
    for a, b in pieces(notes, at, end):
        if words.pattern("personal").match(notes[a:b]):
            yield Held(a, b, reason)
    following = _AND_NAME.match(notes, at)
    if following and reason == "victim-data":
        yield Held(*following.span(1), reason)


def _beside(lead: str, words: Vocabulary) -> bool:
    """Do the words just before a name say that it is a victim's, a relative's, a witness's?"""
    near = re.sub(
        r"(?:[,:(]|\b(?:is|was|named|called|name|est|était|s'appelle|prénommée?|nommée?|aka)\b|\s)+$",
        "",
        lead,
    )
    cues = [*words.pattern("victim").finditer(near), *words.pattern("title").finditer(near)]
    return any(not near[cue.end() :].strip(" .") for cue in cues)


def _of_attacker(notes: str, clause: Clause, words: Vocabulary) -> Iterator[Held]:
    start, end = clause.sentence
    text = notes[start:end]
    known = bool(words.found("attacker_name", text) or words.found("attacker_words", text))
    for figure in figures(text, words.language):
        if figure.kind == "handle" and known:
            yield Held(start + figure.start, start + figure.end, "attacker")
        if figure.kind == "link" and words.found("attacker_words", text):
            yield Held(start + figure.start, start + figure.end, "attacker")
        if figure.kind == "age":
            yield Held(start + figure.start, start + figure.end, "attacker")
    if known:
        for match in re.finditer(r"\b\w*[A-Za-zÀ-ÿ]+_\w+|\b[A-Za-zÀ-ÿ]{3,}\d{2,}\b", text):
            yield Held(start + match.start(), start + match.end(), "attacker")


def _of_victims(notes: str, clause: Clause, words: Vocabulary) -> Iterator[Held]:
    """Addresses, schools, ages and injuries that lead to a person who was hurt."""
    start, end = clause.sentence
    text = notes[start:end]
    about_one = words.found("victim", text) or words.found("minor", text)
    about_one = about_one or next(
        (r.any.search(text) for r in words.kinds if r.name == "harm"), None
    )
    for match in words.pattern("lives_at").finditer(text):
        rest = text[match.end() : match.end() + 80]
        for place in addresses(rest, words)[:1]:
            if place.start <= 4:
                yield Held(start + match.start(), start + match.end() + place.end, "victim-data")
    begin = max(notes.rfind("\n", 0, start) + 1, start - 300)
    if words.found("minor", notes[begin:end]):
        for match in words.pattern("schooling").finditer(text):
            yield Held(start + match.start(), start + match.end(), "victim-data")
        for figure in figures(text, words.language):
            if figure.kind == "age" and figure.value.isdigit() and int(figure.value) < 18:
                yield Held(start + figure.start, start + figure.end, "victim-data")
    for match in words.pattern("kin").finditer(text):
        called = re.match(
            rf"[ \u00a0](?:is|was|est|s'appelle|,)?[ \u00a0]?(?P<name>{RUN.pattern})",
            text[match.end() : match.end() + 80],
        )
        if called and not is_place_or_body(called["name"], words) and match.group()[0].islower():
            name_at = start + match.end() + called.start("name")
            yield Held(name_at, start + match.end() + called.end("name"), "victim-data")
    for a, b in brackets(text):
        inside = text[a + 1 : b - 1]
        if words.pattern("person_detail").match(inside) and about_one:
            yield Held(start + a, start + b, "victim-data")


def _injuries(
    notes: str, clauses: Sequence[Clause], words: Vocabulary, spans: list[Held]
) -> Iterator[Held]:
    """The injury in detail, where one child or one person who wants no name is meant."""
    shielded: set[int] = set()
    for clause in clauses:
        text = notes[slice(*clause.sentence)]
        if words.found("minor", text) or any(
            h.reason == "victim-data" and clause.sentence[0] <= h.start < clause.sentence[1]
            for h in spans
        ):
            shielded |= {clause.line, clause.line + 1}
    if not shielded:
        return
    for clause in clauses:
        if clause.line not in shielded:
            continue
        for a, b in pieces(notes, clause.start, clause.end):
            piece = notes[a:b]
            harmed = (
                any(r.name == "harm" and r.holds(piece) for r in words.kinds) or len(piece) < 40
            )
            if harmed and words.found("body", piece) and not words.found("wording", piece):
                yield Held(a, b, "victim-data")


def _by_sentence(notes: str, clauses: Sequence[Clause], words: Vocabulary) -> Iterator[Held]:
    """Whole sentences: rumours, confidential matters, hostile gatherings, circulating footage."""
    for clause, before in _sentences(clauses):
        start, end = clause.sentence
        if clause.clock_at[0] >= start:
            start = clause.start
        text = notes[start:end]
        # A label alone on its line speaks for the bullets below, else for its own sentence.
        above = clause.label_at[0] < start and "\n" in notes[clause.label_at[1] : start]
        whole = f"{clause.label}: {text}" if above else text
        spared = any(
            r.name in ("dont", "next_update", "no_harm") and r.holds(text) for r in words.kinds
        )
        if words.found("rumour", whole) and not words.found("denies_rumour", text) and not spared:
            begin = start + _after_event(text, words)
            yield Held(begin, _before_community(text, start, end, words), "rumour")
        if words.found("gather_word", text) and words.found("hostile_gathering", text):
            yield Held(start, end, "hostile-gathering")
        elif words.found("not_public", text):
            yield Held(start, end, "private")
        shown = words.found("footage", text) and (
            words.found("platform", text) or any(f.kind == "handle" for f in figures(text))
        )
        if shown and not any(r.name in ("dont", "witness") and r.holds(text) for r in words.kinds):
            yield Held(start, end, "footage")
        elif shown:
            yield from _where_footage_is(notes, clause.start, end, words)
        for match in words.pattern("private_place").finditer(text):
            found = list(places(text[: match.start()], words))
            found += addresses(text[: match.start()], words)
            after = None if found else _AFTER_PLACE.search(text, match.end())
            if after:
                yield Held(start + after.start(1), start + after.end(1), "private-place")
            elif not found and before is not None and before.line == clause.line:
                # "The refuge on Fern Street was hit; the address is confidential."
                offset, earlier = before.sentence[0], notes[slice(*before.sentence)]
                for spot in [*places(earlier, words), *addresses(earlier, words)]:
                    yield Held(offset + spot.start, offset + spot.end, "private-place")
            if found:
                place = max(found, key=lambda p: p.end)
                same = [p for p in found if p.end == place.end]
                first = min(p.start for p in same)
                yield Held(start + first, start + place.end, "private-place")
        if words.found("colleague_role", text) and words.found("colleague_fault", text):
            roles = list(words.pattern("colleague_role").finditer(text))
            for role in roles:
                named = re.match(rf"\.?[ \u00a0]({RUN.pattern})", text[role.end() :])
                if named:
                    at = start + role.end()
                    yield Held(start + role.start(), at + named.end(), "colleague")
        for a, b in pieces(notes, clause.start, end):
            if words.found("degrading", notes[a:b]):
                yield Held(a, b, "degrading")
            elif words.pattern("mood").match(notes[a:b]) or words.found("condition", notes[a:b]):
                yield Held(a, b, "victim-data")
            elif words.pattern("dont_use").fullmatch(notes[a:b]):
                if a > start + 3:
                    yield Held(start, a, "private")
                elif before is not None and before.line == clause.line:
                    yield Held(*before.sentence, "private")


def _where_footage_is(notes: str, start: int, end: int, words: Vocabulary) -> Iterator[Held]:
    """ "The film is on Telegram (@x), police ask not to share it": only where it is."""
    for a, b in pieces(notes, start, end):
        text = notes[a:b]
        named = words.found("platform", text) or any(f.kind == "handle" for f in figures(text))
        asked = any(r.name in ("dont", "witness") and r.holds(text) for r in words.kinds)
        if named and words.found("footage", text) and not asked:
            yield Held(a, b, "footage")


def _after_event(text: str, words: Vocabulary) -> int:
    """ "A crowd gathered outside the hotel after a false post that ...": only the post."""
    cue = words.found("rumour", text)
    if cue is None or len(text[: cue.start()].split()) < 5:
        return 0
    told = ("event", "harm", "service", "arrest")
    return (
        cue.start()
        if any(r.name in told and r.holds(text[: cue.start()]) for r in words.kinds)
        else 0
    )


def _before_community(text: str, start: int, end: int, words: Vocabulary) -> int:
    """A bracket that only says who the people are is no part of the rumour."""
    for a, b in brackets(text):
        if b >= len(text.rstrip(" .")) and words.found("community", text[a:b]):
            return start + a
    return end


def _households(notes: str, clauses: Sequence[Clause], words: Vocabulary) -> Iterator[Held]:
    """A family that wants neither name nor street out: both, wherever they stand."""
    no_name = any(words.found("no_names", notes[slice(*c.sentence)]) for c in clauses)
    no_street = any(words.found("no_address", notes[slice(*c.sentence)]) for c in clauses)
    for clause, _ in _sentences(clauses):
        start, end = clause.sentence
        text = notes[start:end]
        if no_name:
            for pattern in (
                rf"({RUN.pattern})[ \u00a0](?:family|household)",
                rf"famille[ \u00a0]({RUN.pattern})",
            ):
                for match in re.finditer(pattern, text):
                    yield Held(start + match.start(1), start + match.end(1), "victim-data")
        if no_street and words.found("home", text):
            for place in addresses(text, words):
                yield Held(start + place.start, start + place.end, "victim-data")


def _quotations(notes: str, clauses: Sequence[Clause], words: Vocabulary) -> Iterator[Held]:
    spans = quotations(notes)
    at = 0
    for clause, before in _sentences(clauses):
        while at < len(spans) and spans[at][0] < clause.sentence[0]:
            at += 1
        while at < len(spans) and spans[at][0] < clause.sentence[1]:
            role = quote_role(notes, spans[at], clause, before, words)
            if role == "slur":
                yield Held(_with_its_noun(notes, clause.start, spans[at][0]), spans[at][1], role)
            elif role in ("attacker", "rumour", "unverified-quote"):
                yield Held(*spans[at], role)
            at += 1


def _with_its_noun(notes: str, start: int, quote: int) -> int:
    """Of "swastikas and the words '...' on the door" the words go too, if enough is left."""
    lead = _NOUN_BEFORE.search(notes[max(start, quote - 40) : quote])
    if lead is None:
        return quote
    at = max(start, quote - 40) + lead.start()
    return at if len(notes[start:at].split()) > 1 else quote


def _motives(notes: str, clauses: Sequence[Clause], words: Vocabulary) -> Iterator[Held]:
    """A hateful motive that is only being considered."""
    for clause in clauses:
        for a, b in _inner_pieces(notes, clause.start, clause.end):
            text = notes[a:b]
            unsure = words.found("hate_words.denied", text) or words.found("hate_words.open", text)
            named = any(rule.any.search(text) for rule in words.hate)
            about = any(r.name == "motive" and r.holds(text) for r in words.kinds)
            if unsure and named and (about or words.found("hate_words.denied", text)):
                yield Held(a, b, "motive")


def _inner_pieces(notes: str, start: int, end: int) -> list[tuple[int, int]]:
    """Pieces between commas, inside quotations too."""
    found = []
    for a, b in pieces(notes, start, end):
        inside = quotations(notes[a:b])
        for c, d in inside:
            found += pieces(notes, a + c + 1, a + d - 1)
        if not inside:
            found.append((a, b))
    return found


def _echoes(
    notes: str, clauses: Sequence[Clause], spans: list[Held], words: Vocabulary
) -> Iterator[Held]:
    """The same name again elsewhere in the notes, in full or in part.

    Not beside a family's consent: a relative who must not be named may share
    the name of one who may.
    """
    said = {c.line for c in clauses if persons.agrees(notes[slice(*c.sentence)], words)}
    free = [c.sentence for c in clauses if c.line in said]
    for held in spans:
        if held.reason not in ("attacker", "victim-data", "private-place"):
            continue
        text = notes[held.start : held.end]
        if held.reason != "private-place" and not RUN.fullmatch(text):
            continue
        tokens = [t.strip(".,") for t in re.split(r"[\s\u00a0]", text)]
        distinct = [t for t in tokens if len(t) >= 4 and t[0].isupper()]
        if held.reason == "private-place":
            distinct = [t for t in distinct if not is_place_or_body(t, words)]
        for token in distinct:
            for match in re.finditer(rf"(?<!\w){re.escape(token)}(?:['’]s)?(?!\w)", notes, re.I):
                inside = held.start <= match.start() < held.end
                agreed = any(a <= match.start() < b for a, b in free)
                if not inside and not agreed and match.group()[0].isupper():
                    yield Held(match.start(), match.start() + len(token), held.reason)


def find(notes: str, clauses: Sequence[Clause], words: Vocabulary) -> list[Held]:
    """Everything that must stay inside, in order; a span inside a wider one is dropped."""
    injected = list(_injections(notes, clauses, words))
    safe = [c for c in clauses if not any(h.start <= c.start < h.end for h in injected)]
    spans = [
        *injected,
        *_people(notes, safe, words),
        *_households(notes, safe, words),
        *_by_sentence(notes, safe, words),
        *_quotations(notes, safe, words),
        *_motives(notes, safe, words),
        *(Held(*span) for span in persons.held(notes, safe, words)),
        *(Held(*span) for span in hearsay.held(notes, safe, words)),
        *(Held(*span) for span in rewrites.held(notes, safe, words)),
    ]
    spans += list(_injuries(notes, safe, words, spans))
    spans += list(_echoes(notes, safe, spans, words))
    return merged([trim(notes, held) for held in spans])


def trim(notes: str, held: Held) -> Held:
    """The span without white space at its ends."""
    text = notes[held.start : held.end]
    start = held.start + len(text) - len(text.lstrip())
    return Held(start, max(start, held.start + len(text.rstrip())), held.reason)


def merged(spans: Sequence[Held]) -> list[Held]:
    """In order; a span inside a wider one is dropped."""
    kept: list[Held] = []
    reach = -1
    for held in sorted(set(spans), key=lambda h: (h.start, -h.end)):
        if held.end > reach:
            kept.append(held)
            reach = held.end
    return kept
