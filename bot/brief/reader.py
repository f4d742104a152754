"""Notes in, Incident out: the order in which the room's rules are applied.

Cut into clauses; find what must stay inside; say of each clause what it is
about; cut it around what is withheld; fill its slots; let later lines correct
earlier ones; then read hate, kind and status from what is left. Pure and
deterministic: the same notes give the same table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.brief import corrections, cutting, spoken, status, withhold
from bot.brief.establish import hate_of, incident_kind
from bot.brief.found import Found
from bot.brief.heading import head, heading_facts, is_heading, town_in, town_of_event
from bot.brief.kinds import groups, keeps_label, kind_of, kind_under, label_kind, without_brackets
from bot.brief.lines import Clause, clauses, is_noise, trimmed
from bot.brief.proper import RUN
from bot.brief.slots import read_slots
from bot.brief.vocabulary import Vocabulary, vocabulary
from bot.brief.withhold import Held
from bot.figures import figures
from bot.model import Fact, Incident, Withheld
from bot.wording import phrases
from kb.errors import NotBuiltYet, UnusableRequest
from kb.language import detect
from kb.model import LANGUAGES
from kb.text import stop_words
from kb.text import words as words_of

#: Above this the notes are refused; between READ and this only the first part is read.
LIMIT = 200_000
READ = 60_000
#: Languages with a table of words; without one nothing could be held back.
READABLE = ("en", "fr")
NAMES = {"de": "German", "no": "Norwegian"}
#: So many lines with a time at their head make a log: the time is that of the entry.
LOG = 4
#: Kinds that keep the words before the colon as a slot.
LABELLED = ("help", "witness", "gathering", "service", "next_update", "question")
#: What a label says of its speaker does not reach these in a later sentence.
UNSIGNED = ("context", "response", "service", "help", "gathering", "next_update", "do", "dont")
#: Under "Mayor X:" these are what the mayor says.
INDIRECT = ("context", "event", "affected", "wish", "response")


#: "Worried? Call ...": the question before the number.
_ASKED = re.compile(r"(?:[^\s?]+[ \u00a0]){0,3}[^\s?]+[ \u00a0]?\?\s+")


def language_of(notes: str, hint: str = "") -> str:
    """The language of the notes: by their stop words, else the hint, else a detector."""
    tokens = [w.text.casefold() for w in words_of(notes[:6000])]
    votes = {code: sum(t in stop_words(code) for t in tokens) for code in LANGUAGES}
    best, second = sorted(votes.values(), reverse=True)[:2]
    winner = max(votes, key=lambda code: (votes[code], code == hint))
    if best >= 4 and best >= 1.25 * second:
        return winner
    if hint:
        return hint
    return detect(notes, "en") if any(c.isalpha() for c in notes) else "en"


def read_notes(notes: str, language: str = "") -> Incident:
    """The facts of ``notes``, their status, their parts, and what must stay inside.

    ``language`` is that of the person at the desk: reasons are given in it, and
    it decides where the notes are too short to tell. Raises UnusableRequest
    above LIMIT characters, NotBuiltYet for notes in a language without a table.
    """
    if len(notes) > LIMIT:
        raise UnusableRequest(
            f"The notes hold {len(notes):,} characters; the limit is {LIMIT:,}.",
            "Paste the part that matters, or send it in pieces.",
        )
    written = language_of(notes, language)
    if written not in READABLE:
        raise NotBuiltYet(
            f"These notes seem to be written in {NAMES[written]}, which cannot be read yet.",
            "Paste them in English or French.",
        )
    words = vocabulary(written)
    text = notes if len(notes) <= READ else notes[: max(notes.rfind("\n", 0, READ), READ // 2)]
    cut = clauses(text, words)
    held = withhold.find(text, cut, words)
    found = _facts(text, cut, held, words)
    log = len({c.line for c in cut if c.clock}) >= LOG
    for fact in found:
        _slots(fact, log, words)
    corrections.apply(found, words, log)
    corrections.contradictions(found, words)
    status.beside_wording(found, words)
    status.given_up_places(found, words)
    if log:
        status.passing(found, words)
    held = withhold.merged([*held, *status.held_back(found)])
    signed = spoken.signer(text, cut, held, words)
    found = [f for f in found if not any(s.text.startswith(f.text) for s in signed)] + signed
    found = list({(f.start, f.end, f.kind): f for f in found}.values())
    found.sort(key=lambda f: (f.start, f.end))
    reasons = _reasons(language if language in LANGUAGES else written)
    left_out = [_withheld(notes, h, reasons) for h in held]
    if len(text) < len(notes):
        why = reasons.get("too-long", {}).get("why", "")
        left_out.append(Withheld("", len(text), len(notes), "too-long", why))
    facts = tuple(
        Fact(f"f{n}", f.text, f.start, f.end, f.kind, f.status, f.by, dict(f.slots))
        for n, f in enumerate(found, 1)
    )
    return Incident(
        notes,
        facts,
        tuple(left_out),
        kind=incident_kind(facts, words),
        hate=hate_of(facts, words),
        notes_language=written,
    )


def _facts(notes: str, cut: Sequence[Clause], held: list[Held], words: Vocabulary) -> list[Found]:
    found: list[Found] = []
    begin, end = head(notes, cut, words) if cut else (0, 0)
    heading = [c for c in cut if c.sentence[0] < end]
    if heading:
        found += heading_facts(notes, begin, end, heading[0], words)
    before: Clause | None = None
    for clause in cut:
        if clause.sentence[0] < end and clause.start < end:
            before = clause
            continue
        if any(
            h.reason == "injection" and h.start <= clause.start and clause.end <= h.end
            for h in held
        ):
            continue
        found += _of_clause(notes, clause, before, held, words)
        before = clause
    found = _joined(notes, found, words)
    _answers(found)
    _told(found, words)
    if not any("town" in f.slots for f in found):
        _signed_by_town(found, words)
    if not any("town" in f.slots for f in found):
        for fact in found:
            if fact.kind in ("event", "context", "harm", "affected") and (
                span := town_of_event(fact.text, words)
            ):
                fact.slots["town"] = fact.text[slice(*span)]
                break
    return found


def _signed_by_town(found: list[Found], words: Vocabulary) -> None:
    """A line that only names the council, wherever it stands, names the town."""
    for fact in found:
        if fact.kind == "context" and is_heading(fact.text, words):
            span = town_in(fact.text, words)
            if _has_time(fact.text, words):
                continue
            if span and (words.found("town_org", fact.text) or words.found("org_of", fact.text)):
                fact.slots |= {"heading": fact.text, "town": fact.text[slice(*span)]}
                return


def _of_clause(
    notes: str, clause: Clause, before: Clause | None, held: list[Held], words: Vocabulary
) -> list[Found]:
    found: list[Found] = []
    rest = [clause]
    if (quoted := spoken.quotation(notes, clause, before, words)) is not None:
        found, rest = quoted
    for part in rest:
        found += _plain(notes, part, words)
    found = [f for fact in found for f in cutting.asides(notes, fact, held, words)]
    found = [f for fact in found for f in cutting.around(notes, fact, held, words)]
    for fact in found:
        if fact.cue or fact.kind == "harm" or _all_chatter(fact.text, words):
            _strip_chatter(fact, notes, words)
        if fact.pull and fact.kind not in ("quote", "gathering", "service", "help"):
            fact.kind = "instruction"
        status.of_clause(fact, notes, words)
    return [f for f in found if f.text and not is_noise(f.text)]


def _plain(notes: str, clause: Clause, words: Vocabulary) -> list[Found]:
    """The facts of a clause without quotation, parted at commas."""
    text, label = notes[clause.start : clause.end], clause.label
    by = spoken.authority(label, words)
    own_label = clause.label_at[0] >= clause.sentence[0]
    marked = words.pattern("corrections.label").fullmatch(label.strip()) if label else None
    start = clause.start
    whole = len(text.split()) >= 6 and kind_of(text, words) == "event"
    if own_label and label and not marked and not whole and _needs_label(text, label, by, words):
        start = clause.label_at[0]
    heard = label if own_label or kind_of(text, words) == "context" else ""
    cue = bool(marked and own_label) or bool(words.found("corrections.cue", text))
    pull = bool(words.found("corrections.pull", text))
    none = own_label and words.pattern("nothing").fullmatch(text.strip(" ."))
    if none and label_kind(label, words) == "harm":
        a, b = clause.label_at[0], clause.end
        return [Found(a, b, "no_harm", clause, notes[a:b], by=by)]
    found = []
    for a, b, kind in groups(notes, start, clause.end, heard, words):
        if marked and kind == "context" and words.found("today", text) and _has_time(text, words):
            kind = "next_update"
        fact = Found(a, b, kind, clause, notes[a:b], by=by, cue=cue, pull=pull)
        again = words.pattern("corrections.now").match(fact.text)
        if again and kind == "harm" and a > start:
            fact.again = True
            fact.start, _ = trimmed(notes, a + again.end(), b)
            fact.text = notes[fact.start : b]
        fact.refused = bool(words.pattern("corrections.no").match(text))
        fact.cue = fact.cue or fact.refused
        if fact.kind in UNSIGNED and not own_label:
            fact.by = ""
        if fact.kind != "quote" and (
            withhold.consents(fact.text, words)
            or words.pattern("dont_use").fullmatch(fact.text)
            or words.found("no_names", without_brackets(fact.text))
            or (fact.kind in ("context", "wish") and words.found("no_address", fact.text))
        ):
            fact.kind = "instruction"
        if clause.sender and words.pattern("asking_opener").fullmatch(fact.text):
            fact.kind = "instruction"
        if fact.text.endswith("?") and fact.kind not in ("help", "witness", "quote"):
            fact.kind = "instruction"  # colleagues asking each other
        line = notes[slice(*clause.sentence)]
        if fact.kind == "gathering" and words.found(
            "authorised", f"{line} {_after(notes, clause)}"
        ):
            fact.kind = "event"  # somebody else's rally is no invitation
        spoken.said_by(fact, notes, words)
        _by_number(fact, words)
        asked = _ASKED.match(fact.text)
        if asked and fact.kind in ("help", "witness"):
            fact.start, fact.end = trimmed(notes, fact.start + asked.end(), fact.end)
            fact.text = notes[fact.start : fact.end]
        named = RUN.fullmatch(fact.text.strip(" ."))  # "Mayor: Patricia Kemp" says nothing yet
        if (
            spoken.is_ours(label, words)
            and not named
            and fact.kind in INDIRECT
            and start == clause.start
        ):
            spoken.indirect(fact, spoken.bare_label(label, words))
        found.append(fact)
    return found


def _after(notes: str, clause: Clause) -> str:
    """The rest of the line behind the sentence, as far as it matters."""
    stop = notes.find("\n", clause.sentence[1])
    return notes[
        clause.sentence[1] : min(stop if stop >= 0 else len(notes), clause.sentence[1] + 60)
    ]


def _by_number(fact: Found, words: Vocabulary) -> None:
    """A telephone number is there to be called: help, unless the words say otherwise."""
    if fact.kind in ("context", "do", "affected", "event", "response") and any(
        f.kind == "phone" and len(f.value) >= 6 for f in figures(fact.text, words.language)
    ):
        fact.kind = "help"


def _has_time(text: str, words: Vocabulary) -> bool:
    return any(f.kind == "time" for f in figures(text, words.language))


def _needs_label(text: str, label: str, by: str, words: Vocabulary) -> bool:
    """Is the clause only whole with the words before its colon?"""
    said = label_kind(label, words)
    if by or spoken.is_ours(label, words):
        return False
    if not said or said == "affected" or keeps_label(label, words):
        return True
    return not re.search(r"[^\W\d_]{3,}", text) and said not in ("internal", "instruction")


def _all_chatter(text: str, words: Vocabulary) -> bool:
    return bool(words.pattern("corrections.chatter").fullmatch(text))


def _strip_chatter(fact: Found, notes: str, words: Vocabulary) -> None:
    """ "correction, 9 treated" is "9 treated"; what is left of mere chatter is for the drafter."""
    for _ in range(3):
        match = words.pattern("corrections.chatter").match(fact.text) or (
            words.pattern("corrections.no").match(fact.text) if fact.refused else None
        )
        if not match:
            return
        start, end = trimmed(notes, fact.start + match.end(), fact.end)
        if start >= end:
            if not any(f.kind in ("time", "phone") for f in figures(fact.text, words.language)):
                fact.kind = "instruction"
            return
        fact.start, fact.text = start, notes[start:end]
        kind = kind_under(fact.clause.label, fact.text, words)
        if kind != "context" and fact.kind != "quote":
            fact.kind = kind


def _answers(found: list[Found]) -> None:
    """What a named source says right after a rumour on the same line answers it."""
    said = [f for f in found if f.kind != "instruction"]
    for last, fact in pairwise(said):
        same = last.clause.line == fact.clause.line and last.status == "private"
        if same and fact.kind == "context" and fact.by and fact.status == "confirmed":
            fact.kind = "correction"


def _told(found: list[Found], words: Vocabulary) -> None:
    """Where no clause was heard as the event, the first that could be one is."""
    told = ("event", "apology")
    for fact in found:
        placed = fact.kind == "harm" and {"place", "address"} & set(
            read_slots(fact.text, "harm", words)
        )
        if fact.status == "confirmed" and (fact.kind in told or placed):
            return
    plain = [
        f
        for f in found
        if f.kind == "context" and f.status == "confirmed" and "heading" not in f.slots
    ]
    named = [f for f in plain if any(rule.any.search(f.text) for rule in words.incidents)]
    located = [
        f
        for f in plain
        if {"place", "address"} & set(slots := read_slots(f.text, "event", words))
        and {"time", "day", "from"} & set(slots)
    ]
    for fact in (named or located)[:1]:
        fact.kind = "event"


def _joined(notes: str, found: list[Found], words: Vocabulary) -> list[Found]:
    """A bare link or number, or the items after a colon, belong to the fact before them."""
    kept: list[Found] = []
    for fact in found:
        last = kept[-1] if kept else None
        same = last is not None and last.clause.line == fact.clause.line
        bare = not re.search(r"[^\W\d_]{3,}", _without_figures(fact.text, words))
        items = (
            last is not None
            and last.clause.sentence == fact.clause.sentence
            and notes[last.end : fact.start].strip() == ":"
        )
        if (
            last is not None
            and same
            and fact.kind == "context"
            and fact.status == last.status == "confirmed"
            and (items or (bare and (last.cue or last.kind in LABELLED)))
        ):
            last.end, last.text = fact.end, notes[last.start : fact.end]
        else:
            kept.append(fact)
    return kept


def _without_figures(text: str, words: Vocabulary) -> str:
    out = list(text)
    for figure in figures(text, words.language):
        if figure.kind in ("link", "email", "phone", "time", "weekday", "date", "reference"):
            out[figure.start : figure.end] = " " * (figure.end - figure.start)
    return "".join(out)


def _slots(fact: Found, log: bool, words: Vocabulary) -> None:
    extra, clause = fact.slots, fact.clause
    if "heading" in extra:
        return
    slots = read_slots(fact.text, fact.kind, words) | extra
    if clause.clock and clause.clock_at[1] <= fact.start:
        if log:
            slots["logged"] = clause.clock
        elif fact.kind in ("event", "harm", "arrest", "context"):
            when = read_slots(clause.clock, "context", words)
            slots = {k: v for k, v in when.items() if k in ("time", "day", "from", "until")} | slots
    own = clause.label_at[0] >= clause.sentence[0] or bool(clause.label and clause.line)
    if own and clause.label and fact.kind in LABELLED and clause.label not in fact.text:
        near = clause.label_at[0] >= clause.sentence[0] or fact.kind == "question"
        if label_kind(clause.label, words) and (near or clause.first):
            slots["label"] = clause.label
            for key, value in read_slots(clause.label, fact.kind, words).items():
                slots.setdefault(key, value)
    fact.slots = slots


def _reasons(language: str) -> dict[str, dict[str, str]]:
    known = phrases(language if language in ("en", "fr") else "en", "withheld")
    return {key: dict(value) for key, value in known.items()}


def _withheld(notes: str, held: Held, reasons: dict[str, dict[str, str]]) -> Withheld:
    start, end = held.start, held.end
    while end > start and notes[end - 1].isspace():
        end -= 1
    row = reasons.get(held.reason, {})
    return Withheld(
        notes[start:end], start, end, held.reason, row.get("why", ""), row.get("source", "")
    )
