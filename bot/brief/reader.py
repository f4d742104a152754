"""Notes in, Incident out: the order in which the room's rules are applied.

Cut into clauses; find what must stay inside; say of each clause what it is
about; cut it around what is withheld; fill its slots; let later lines correct
earlier ones; then read hate, kind and status from what is left. Pure and
deterministic: the same notes give the same table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.brief import corrections, withhold
from bot.brief.establish import hate_of, incident_kind
from bot.brief.found import Found
from bot.brief.heading import head, town_in, town_of_event
from bot.brief.kinds import groups, keeps_label, kind_of, kind_under, label_kind
from bot.brief.lines import Clause, brackets, clauses, is_noise, quotations, trimmed
from bot.brief.proper import people
from bot.brief.slots import quoted_words, read_slots
from bot.brief.vocabulary import Vocabulary, vocabulary
from bot.brief.withhold import CUTS, Held, quote_role
from bot.figures import figures
from bot.model import Fact, Incident, Withheld
from bot.wording import phrases
from kb.errors import UnusableRequest
from kb.language import detect
from kb.model import LANGUAGES
from kb.text import stop_words
from kb.text import words as words_of

#: Above this the notes are refused; between READ and this only the first part is read.
LIMIT = 200_000
READ = 60_000


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
    above LIMIT characters.
    """
    if len(notes) > LIMIT:
        raise UnusableRequest(
            f"The notes hold {len(notes):,} characters; the limit is {LIMIT:,}.",
            "Paste the part that matters, or send it in pieces.",
        )
    spoken = language_of(notes, language)
    words = vocabulary(spoken)
    text = notes if len(notes) <= READ else notes[: max(notes.rfind("\n", 0, READ), READ // 2)]
    cut = clauses(text, words)
    held = withhold.find(text, cut, words)
    found = _facts(text, cut, held, words)
    log = sum(1 for line in {c.line: c for c in cut if c.clock_at[1]}.values() if line) >= 4
    for fact in found:
        _slots(fact, text, log, words)
    corrections.apply(found, words, log)
    corrections.contradictions(found, words)
    _superseded_places(found, words)
    held = withhold.merged([*held, *_of_status(found)])
    found += _speakers(text, cut, found, held, words)
    found.sort(key=lambda f: (f.start, f.end))
    reasons = _reasons(language if language in LANGUAGES else spoken)
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
        kind=incident_kind(facts, text, words),
        hate=hate_of(facts, words),
        notes_language=spoken,
    )


def _facts(notes: str, cut: Sequence[Clause], held: list[Held], words: Vocabulary) -> list[Found]:
    found: list[Found] = []
    begin, end = head(notes, cut, words) if cut else (0, 0)
    heading = [c for c in cut if c.sentence[0] < end]
    if heading:
        found.append(_heading(notes, begin, end, heading[0], words))
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
    if not any("town" in f.slots for f in found):
        for fact in found:
            if fact.kind in ("event", "context", "harm", "affected") and (
                span := town_of_event(fact.text, words)
            ):
                fact.slots["town"] = fact.text[slice(*span)]
                break
    return found


def _heading(notes: str, begin: int, end: int, clause: Clause, words: Vocabulary) -> Found:
    start, stop = trimmed(notes, begin, end)
    text = notes[start:stop]
    fact = Found(start, stop, "context", clause, text)
    fact.slots["heading"] = text
    if span := town_in(text, words):
        fact.slots["town"] = text[slice(*span)]
    dated = [f for f in figures(text, words.language) if f.kind in ("weekday", "date")]
    if dated:
        last = dated[0].end
        for figure in dated[1:]:
            if figure.start <= last + 2:
                last = figure.end
        fact.slots["date"] = text[dated[0].start : last]
    return fact


def _of_clause(
    notes: str, clause: Clause, before: Clause | None, held: list[Held], words: Vocabulary
) -> list[Found]:
    by = _authority(clause.label, words)
    quote = _quote(notes, clause, before, words)
    if quote is not None:
        return [f for f in [*quote] if f.text]
    start = clause.start
    if clause.label and not by and clause.label_at[0] >= clause.sentence[0]:
        silent = label_kind(clause.label, words)
        if (not silent or silent == "affected" or keeps_label(clause.label, words)) and not _role(
            clause.label, words
        ):
            start = clause.label_at[0]
    found: list[Found] = []
    cue = bool(words.found("corrections.cue", notes[clause.start : clause.end]))
    pull = bool(words.found("corrections.pull", notes[clause.start : clause.end]))
    label = "" if start != clause.start else clause.label
    for a, b, kind in groups(notes, start, clause.end, label, words):
        fact = Found(a, b, kind, clause, notes[a:b], by=by, cue=cue, pull=pull)
        _said_by(fact, notes, words)
        if _role(clause.label, words) and fact.kind in (
            "context",
            "event",
            "affected",
            "wish",
            "response",
        ):
            _indirect(fact, clause)
        found.append(fact)
    found = [f for fact in found for f in _asides(notes, fact, words)]
    found = [f for fact in found for f in _around(notes, fact, held, words)]
    for fact in found:
        if cue:
            _strip_cue(fact, notes, words)
        _status(fact, notes, words)
    return [f for f in found if f.text and not is_noise(f.text)]


def _role(label: str, words: Vocabulary) -> bool:
    return bool(label and words.found("mayor", label))


def _indirect(fact: Found, clause: Clause) -> None:
    """ "Mayor X: these families belong here": his words, without quotation marks."""
    fact.kind = "quote"
    fact.slots["words"] = fact.text
    fact.slots["speaker"] = clause.label


def _authority(label: str, words: Vocabulary) -> str:
    """Who speaks on this line, as written, without brackets and time."""
    if not label or not (
        words.found("authority", label)
        or words.found("hearsay_source", label)
        or words.found("official", label)
    ):
        return ""
    if label_kind(label, words) and not words.found("investigator", label):
        return ""
    bare = re.split(r"\s*\(", label)[0]
    times = [f for f in figures(bare, words.language) if f.kind in ("time", "date", "weekday")]
    return bare[: times[0].start].strip(" ,") if times and times[0].start else bare.strip()


def _said_by(fact: Found, notes: str, words: Vocabulary) -> None:
    """ "Provider Alder Care says the residents are safe": keep the clause, note who says it."""
    if fact.kind in ("quote", "instruction", "internal", "wish"):
        return
    match = words.found("report_verb", fact.text)
    if not match or match.start() > 70:
        return
    who = fact.text[: match.start()].strip(" ,")
    rest = fact.text[match.end() :]
    if not who or len(who.split()) > 8 or len(rest.split()) < 3 or not who[0].isupper():
        return
    start = fact.start + match.end()
    start, end = trimmed(notes, start, fact.end)
    fact.start, fact.text, fact.by = start, notes[start:end], who
    kind = kind_of(fact.text, words)
    if words.found("mayor", who):
        fact.kind = "quote"
        fact.slots["words"], fact.slots["speaker"] = fact.text, who
    elif kind != "context":
        fact.kind = kind


def _quote(
    notes: str, clause: Clause, before: Clause | None, words: Vocabulary
) -> list[Found] | None:
    """The clause as a quotation, an authority's wording or a wished sentence; None if it is none."""
    text = notes[clause.start : clause.end]
    inner = quoted_words(text)
    if inner is None:
        return _wished(notes, clause, before, words)
    span = next(s for s in quotations(text) if s[0] < inner[0] <= s[1])
    role = quote_role(
        notes, (clause.start + span[0], clause.start + span[1]), clause, before, words
    )
    start, end = clause.start + inner[0], clause.start + inner[1]
    said = notes[start:end]
    cue = bool(words.found("corrections.cue", text))
    if role == "wording":
        kind = kind_of(said, words)
        kind = "event" if kind in ("context", "instruction", "response") else kind
        fact = Found(
            start, end, kind, clause, said, by=_authority(clause.label, words), cleared=True
        )
        fact.slots["wording"] = said
        found = [fact]
        lead_end = clause.start + span[0]
        lead = trimmed(notes, clause.start, lead_end)
        wording = words.found("wording", notes[slice(*lead)])
        if wording and wording.start() > 8:
            found.insert(
                0,
                Found(
                    lead[0],
                    lead[0] + wording.start(),
                    kind_of(notes[lead[0] : lead[0] + wording.start()], words),
                    clause,
                    notes[lead[0] : lead[0] + wording.start()],
                ),
            )
        return found
    if role == "motive":
        who = _authority(clause.label, words) or clause.label
        start, end = _motive_words(notes, start, end, words)
        return [Found(start, end, "motive", clause, notes[start:end], "unknown", who)]
    if role == "approved" or (
        role == "unattributed" and label_kind(clause.label, words) == "quote"
    ):
        kind = "quote"
        fact = Found(clause.start, clause.end, kind, clause, text, cue=cue)
        fact.slots["words"] = said
        if speaker := _speaker(notes, clause, clause.start + span[0], before, words):
            fact.slots["speaker"] = speaker
        return [fact]
    return None


def _motive_words(notes: str, start: int, end: int, words: Vocabulary) -> tuple[int, int]:
    """Of "le mobile raciste est envisagé, rien n'est établi" only what is not known."""
    from bot.brief.lines import pieces

    parts = pieces(notes, start, end)
    plain = [
        (a, b) for a, b in parts if not any(rule.any.search(notes[a:b]) for rule in words.hate)
    ]
    return plain[-1] if plain and len(plain) < len(parts) else (start, end)


def _speaker(
    notes: str, clause: Clause, quote: int, before: Clause | None, words: Vocabulary
) -> str:
    """Who says it: the subject before the verb, the label, or whoever spoke before."""
    lead = notes[clause.start : quote]
    if clause.label and (label_kind(clause.label, words) in ("", "quote")):
        if words.found("official", clause.label) or words.found("mayor", clause.label):
            return re.split(r"\s*\(", clause.label)[0].strip()
        if not lead.strip() and not label_kind(clause.label, words):
            return clause.label
    for name, role in people(notes, clause.start, quote, words):
        start = name.start
        if role:
            start = lead.rfind(role, 0, name.start - clause.start) + clause.start
        return notes[start : name.end]
    if mayor := words.found("mayor", lead):
        return lead[mayor.start() : mayor.end()]
    if kin := re.search(rf"(?:\w+ )?(?:{words.pattern('kin').pattern})", lead, re.I):
        return kin.group()
    verb = words.found("say", lead)
    if verb and 0 < verb.start() <= 50:
        return lead[: verb.start()].strip(" ,:")
    if before is not None and words.found("mayor", notes[slice(*before.sentence)]):
        found = people(notes, *before.sentence, words)
        if found:
            return found[0][0].text
    return ""


def _wished(
    notes: str, clause: Clause, before: Clause | None, words: Vocabulary
) -> list[Found] | None:
    """ "Mayor X wants to say this town stands together": her words, reported."""
    text = notes[clause.start : clause.end]
    match = words.found("wants_to_say", text)
    if not match or match.start() > 60 or len(text[match.end() :].split()) < 4:
        return None
    who = text[: match.start()].strip(" ,")
    if not who and before is not None and words.found("mayor", notes[slice(*before.sentence)]):
        who = notes[before.start : before.end].strip(" .")
    if not who or not words.found("mayor", who):
        return None
    start, end = trimmed(notes, clause.start + match.end(), clause.end)
    fact = Found(start, end, "quote", clause, notes[start:end])
    fact.slots |= {"words": notes[start:end], "speaker": who}
    return [fact]


def _asides(notes: str, fact: Found, words: Vocabulary) -> list[Found]:
    """Brackets: those meant for the drafter are cut off, those with news become facts."""
    found = [fact]
    for a, b in brackets(fact.text):
        start, end = trimmed(notes, fact.start + a + 1, fact.start + b - 1)
        inside = notes[start:end]
        kind = kind_of(inside, words)
        telling = kind in ("affected", "wish", "no_harm", "instruction", "correction", "question")
        if kind == "context" and words.found("community", inside) and len(inside.split()) > 2:
            kind, telling = "affected", True
        if telling and len(inside.split()) > 1:
            found.append(Found(start, end, kind, fact.clause, inside, by=fact.by))
        keep = kind in ("affected", "context") and fact.kind not in ("harm", "arrest", "no_harm")
        if keep and not words.found("private_place", inside):
            continue
        if fact.start + b >= fact.end - 1 and not _useful(inside, fact.kind, words):
            s, e = trimmed(notes, fact.start, fact.start + a)
            fact.start, fact.end, fact.text = s, e, notes[s:e]
            break
        if fact.start + b < fact.end - 1 and not _useful(inside, fact.kind, words):
            _keep_side(notes, fact, fact.start + a, fact.start + b, words, found)
            break
    return [f for f in found if f.text]


def _useful(inside: str, kind: str, words: Vocabulary) -> bool:
    return any(
        f.kind in ("phone", "time", "link", "reference") for f in figures(inside, words.language)
    ) and kind not in ("harm", "arrest")


def _keep_side(
    notes: str, fact: Found, a: int, b: int, words: Vocabulary, found: list[Found]
) -> None:
    """A bracket in the middle: both sides stand alone, or the longer one does."""
    left, right = trimmed(notes, fact.start, a), trimmed(notes, b, fact.end)
    after = notes[slice(*right)]
    if (
        kind_of(after, words) in ("harm", "arrest", "no_harm", "investigation")
        and len(after.split()) > 2
    ):
        found.append(Found(*right, kind_of(after, words), fact.clause, after, by=fact.by))
    elif right[1] - right[0] > left[1] - left[0] and kind_of(after, words) == fact.kind:
        left = right
    fact.start, fact.end = left
    fact.text = notes[left[0] : left[1]]


def _around(notes: str, fact: Found, held: list[Held], words: Vocabulary) -> list[Found]:
    """The fact without what is withheld: the parts that stand, or the whole as private."""
    spans = [h for h in held if h.reason in CUTS and h.start < fact.end and fact.start < h.end]
    if not spans:
        return [fact]
    if any(h.start <= fact.start and fact.end <= h.end for h in spans):
        fact.status = "private"
        return [fact]
    parts, at = [], fact.start
    for h in sorted(spans, key=lambda h: h.start):
        parts.append((at, h.start))
        at = max(at, h.end)
    parts.append((at, fact.end))
    kept = []
    for a, b in parts:
        a, b = _closed(notes, *trimmed(notes, a, b), words)
        text = notes[a:b]
        if len(re.findall(r"[^\W\d_]{2,}", text)) >= 2 and not is_noise(text):
            kept.append((a, b, kind_of(text, words)))
    standing = [k for k in kept if k[2] == fact.kind] or [
        k for k in kept if k[2] not in ("context", "instruction")
    ]
    if not standing and fact.kind not in ("context", "quote"):
        standing = [k for k in kept if len(notes[k[0] : k[1]].split()) >= 4]
    if not standing:
        fact.status = "private"
        return [fact]
    a, b, kind = max(standing, key=lambda k: k[1] - k[0])
    if kind == "context":
        kind = fact.kind
    return [Found(a, b, kind, fact.clause, notes[a:b], by=fact.by, cue=fact.cue, slots=fact.slots)]


def _closed(notes: str, start: int, end: int, words: Vocabulary) -> tuple[int, int]:
    """Drop joints left hanging at either end and a bracket that lost its other half."""
    joints = words.pattern("words.and")
    for _ in range(3):
        text = notes[start:end]
        if match := joints.match(text):
            start += match.end()
        tail = re.search(r"(?:^|[\s\u00a0])(\S+)$", text)
        if tail and joints.fullmatch(tail.group(1)):
            end -= len(tail.group(1))
        start, end = trimmed(notes, start, end)
        text = notes[start:end]
        if text.count("(") > text.count(")"):
            end = start + text.rindex("(")
        elif text.count(")") > text.count("("):
            start += text.index(")") + 1
        start, end = trimmed(notes, start, end)
    return start, end


def _strip_cue(fact: Found, notes: str, words: Vocabulary) -> None:
    """ "correction, 9 treated" is "9 treated"; chatter alone says nothing in public."""
    for _ in range(3):
        match = words.pattern("corrections.chatter").match(fact.text)
        if not match:
            break
        start, end = trimmed(notes, fact.start + match.end(), fact.end)
        if start >= end:
            if not any(f.kind in ("time", "phone", "number") for f in figures(fact.text)):
                fact.kind, fact.status = "internal", "confirmed"
            return
        fact.start, fact.text = start, notes[start:end]
        kind = kind_under(fact.clause.label, fact.text, words)
        if kind != "context":
            fact.kind = kind


def _status(fact: Found, notes: str, words: Vocabulary) -> None:
    if fact.status != "confirmed" or fact.kind in ("instruction", "internal", "quote", "wish"):
        return
    line = notes[fact.clause.sentence[0] : fact.clause.sentence[1]]
    if fact.kind == "motive":
        opened = words.found("hate_words.open", fact.text) or words.found("unsure", line)
        shut = any(r.name == "hate" and r.holds(fact.text) for r in words.kinds)
        fact.status = "unknown" if opened or not shut else "confirmed"
    elif fact.kind == "question":
        fact.status = "unknown"
    elif words.found("unsure", fact.text) or words.found("unsure", fact.clause.label) or (words.found("hearsay_source", fact.by or fact.clause.label) and not words.found(
        "investigator", fact.by or fact.clause.label
    )):
        fact.status, fact.reason = "reported", "unconfirmed"


def _slots(fact: Found, notes: str, log: bool, words: Vocabulary) -> None:
    text = fact.text
    extra = fact.slots
    if "heading" in extra:
        return
    slots = read_slots(text, fact.kind, words)
    slots |= extra
    clock = fact.clause.clock
    if clock and fact.clause.clock_at[1] <= fact.start:
        if log:
            slots["logged"] = clock
        elif fact.kind in ("event", "harm", "arrest", "context"):
            slots.setdefault("time", clock)
            for figure in figures(clock, words.language):
                if figure.kind == "time":
                    slots["time"] = figure.text
            if day := read_slots(clock, "context", words).get("day"):
                slots.setdefault("day", day)
    if (
        fact.kind in ("help", "witness", "gathering", "service", "next_update")
        and fact.clause.label
    ):
        kind = label_kind(fact.clause.label, words)
        if kind and not text.startswith(fact.clause.label):
            slots["label"] = fact.clause.label
            inside = read_slots(fact.clause.label, fact.kind, words)
            for key, value in inside.items():
                slots.setdefault(key, value)
    fact.slots = slots


def _superseded_places(found: list[Found], words: Vocabulary) -> None:
    """What is still said about a place that was given up goes with it."""
    gone = [(f.slots["place"], f) for f in found if f.status == "withdrawn" and "place" in f.slots]
    for place, old in gone:
        tokens = [t for t in re.findall(r"[A-ZÀ-Ý][\w'’\-]{4,}", place)]
        here = {f.slots.get("place") for f in found if f.status != "withdrawn"}
        for fact in found:
            if fact.status in ("withdrawn", "private") or fact is old or fact.kind == "event":
                continue
            if any(t in (p or "") for t in tokens for p in here - {fact.slots.get("place")}):
                continue
            if any(re.search(rf"\b{re.escape(t)}\b", fact.text) for t in tokens):
                fact.status, fact.reason = "withdrawn", "superseded"


def _of_status(found: list[Found]) -> list[Held]:
    """Withdrawn, unconfirmed and staff-only facts are listed as held back."""
    spans = []
    for fact in found:
        if fact.kind == "internal" and fact.status == "confirmed":
            spans.append(Held(fact.start, fact.end, "staff-only"))
        elif fact.status == "withdrawn":
            spans.append(Held(fact.start, fact.end, fact.reason or "superseded"))
        elif fact.status == "reported":
            spans.append(Held(fact.start, fact.end, fact.reason or "unconfirmed"))
    return spans


def _speakers(
    notes: str, cut: Sequence[Clause], found: list[Found], held: list[Held], words: Vocabulary
) -> list[Found]:
    """Who signs: the mayor, or whoever stands in for one, by role and name."""
    for clause in cut:
        start, end = clause.sentence
        start = min(start, clause.label_at[0]) if clause.label else start
        for match in words.pattern("mayor").finditer(notes, start, end):
            at = match.end()
            following = people(notes, at, min(end, at + 60), words)
            name = next((n for n, _ in following if not notes[at : n.start].strip()), None)
            if name is None or any(h.start <= name.start < h.end for h in held):
                continue
            fact = Found(
                match.start(), name.end, "speaker", clause, notes[match.start() : name.end]
            )
            fact.slots = {"name": name.text, "role": match.group()}
            return [fact]
    return []


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
