"""Who says what: quotations, an authority's wording, reported speech, and who signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.brief.found import Found
from bot.brief.kinds import kind_of, label_kind
from bot.brief.lines import Clause, pieces, quotations, trimmed
from bot.brief.proper import people
from bot.brief.slots import quoted_words
from bot.brief.vocabulary import Vocabulary
from bot.brief.withhold import Held, quote_role
from bot.figures import figures
from bot.model import Status
from kb.text import content_words, stop_words


def bare_label(label: str, words: Vocabulary) -> str:
    """A label without bracket and time: "Police (Insp Storr) 19:33" is "Police"."""
    bare = re.split(r"\s*\(", label)[0]
    times = [f for f in figures(bare, words.language) if f.kind in ("time", "date", "weekday")]
    return (bare[: times[0].start] if times and times[0].start else bare).strip(" ,\u00a0")


def authority(label: str, words: Vocabulary) -> str:
    """Who speaks on this line, as written, or "" if the label names nobody."""
    named = any(words.found(key, label) for key in ("authority", "hearsay_source", "official"))
    if not label or not named or says_to_do(label, words):
        return ""
    if label_kind(label, words) and not words.found("investigator", label):
        return ""
    bare = bare_label(label, words)
    first = min(
        m.start()
        for key in ("authority", "hearsay_source", "official")
        if (m := words.found(key, label))
    )
    # "Bad news from Ormsay Head" is no speaker; "Correct info from police" is.
    if not words.found("investigator", bare) and re.search(r"(?:^|\s)[a-zà-ÿ]{4,}\s", bare[:first]):
        return ""
    # "Correct info from police", "police update": the police.
    source = words.found("investigator", bare)
    if source and re.search(r"\b(?:from|de la|du|de)[ \u00a0]$", bare[: source.start()]):
        bare = bare[source.start() :]
    bare = words.pattern("words.news").sub("", bare).strip() or bare
    tails = [m for m in words.pattern("say").finditer(bare) if m.end() == len(bare)]
    tails += [m for m in words.pattern("report_verb").finditer(bare) if m.end() == len(bare)]
    return bare[: tails[0].start()].strip(" ,") if tails and tails[0].start() else bare


def says_to_do(label: str, words: Vocabulary) -> bool:
    """Is the label half of the sentence ("Police want film from inside the hall: ...")?"""
    return not label_kind(label, words) and kind_of(label, words) in (
        "witness", "do", "dont", "help", "wish", "service", "gathering",
    )  # fmt: skip


def is_ours(label: str, words: Vocabulary) -> bool:
    return bool(label and words.found("mayor", label) and not says_to_do(label, words))


def indirect(fact: Found, speaker: str) -> None:
    """ "Mayor X: these families belong here": the mayor's words, without quotation marks."""
    fact.kind = "quote"
    fact.slots |= {"words": fact.text, "speaker": speaker}


def said_by(fact: Found, notes: str, words: Vocabulary) -> None:
    """ "Provider Alder Care says the residents are safe": keep the clause, note who says it."""
    if fact.kind in ("quote", "instruction", "internal", "wish"):
        return
    match = words.found("report_verb", fact.text)
    if not match or match.start() > 70:
        return
    who = fact.text[: match.start()].strip(" ,\u00a0")
    if not who or len(who.split()) > 8 or len(fact.text[match.end() :].split()) < 3:
        return
    named = any(words.found(key, who) for key in ("authority", "official", "hearsay_source"))
    if (
        not (who[0].isupper() or named)
        or quotations(fact.text)
        or not content_words(who, words.language)
    ):
        return
    fact.start, fact.end = trimmed(notes, fact.start + match.end(), fact.end)
    fact.text, fact.by = notes[fact.start : fact.end], who
    if words.found("mayor", who):
        indirect(fact, who)
    elif (kind := kind_of(fact.text, words)) != "context":
        fact.kind = kind


def quotation(
    notes: str, clause: Clause, before: Clause | None, words: Vocabulary
) -> tuple[list[Found], list[Clause]] | None:
    """The quotation of a clause as facts, and what of the clause is still to be read.

    None where the clause holds no quotation that counts.
    """
    text = notes[clause.start : clause.end]
    inner = quoted_words(text)
    if inner is None:
        wished = reported(notes, clause, before, words)
        return ([wished], []) if wished else None
    span = next(s for s in quotations(text) if s[0] < inner[0] <= s[1])
    outer = (clause.start + span[0], clause.start + span[1])
    role = quote_role(notes, outer, clause, before, words)
    start, end = clause.start + inner[0], clause.start + inner[1]
    said = notes[start:end]
    cue = bool(words.found("corrections.cue", text) or words.found("corrections.cue", clause.label))
    rest = _rest(notes, clause, outer)
    if role == "wording":
        kind = kind_of(said, words)
        kind = "event" if kind in ("context", "instruction", "response", "question") else kind
        who = authority(clause.label, words)
        fact = Found(start, end, kind, clause, said, by=who, cleared=True)
        fact.slots["wording"] = said
        return [fact], _without_verb(notes, rest, words)
    if role == "motive":
        who = authority(clause.label, words) or bare_label(clause.label, words)
        start, end = _open_words(notes, start, end, words)
        return [Found(start, end, "motive", clause, notes[start:end], "unknown", who)], rest
    if role == "stated" and re.match(r"(?:We|Nous)\b", said):
        who = authority(clause.label, words)
        return [
            _stated(notes, clause, a, b, who, words) for a, b in _sentences(notes, start, end)
        ], rest
    if role == "approved" or (
        role == "unattributed" and label_kind(clause.label, words) == "quote"
    ):
        fact = Found(clause.start, clause.end, "quote", clause, text, cue=cue)
        fact.slots["words"] = said
        if speaker := _speaker(notes, clause, outer[0], before, words):
            fact.slots["speaker"] = speaker
        return [fact], []
    return None


def _sentences(notes: str, start: int, end: int) -> list[tuple[int, int]]:
    spans, at = [], start
    for stop in re.finditer(r"[.!?](?=\s)", notes[start:end]):
        spans.append(trimmed(notes, at, start + stop.end()))
        at = start + stop.end()
    spans.append(trimmed(notes, at, end))
    return [(a, b) for a, b in spans if a < b]


def _stated(notes: str, clause: Clause, start: int, end: int, who: str, words: Vocabulary) -> Found:
    """One sentence an investigator dictated: as it stands, open where it is left open."""
    text = notes[start:end]
    lead = re.match(r"We are (?=\w+ing\b)", text)
    if lead:
        start += lead.end()
        text = notes[start:end]
    kind = kind_of(text, words)
    kind = "investigation" if kind == "context" else kind
    status: Status = "unknown" if kind == "motive" else "confirmed"
    return Found(start, end, kind, clause, text, status, who)


def _rest(notes: str, clause: Clause, outer: tuple[int, int]) -> list[Clause]:
    found = []
    for a, b in ((clause.start, outer[0]), (outer[1], clause.end)):
        a, b = trimmed(notes, a, b)
        if a < b and re.search(r"\w{2}", notes[a:b]):
            found.append(replace(clause, start=a, end=b))
    return found


def _without_verb(notes: str, rest: list[Clause], words: Vocabulary) -> list[Clause]:
    """Of "An irritant spray. Say" what stands before the verb that asks for the wording."""
    found = []
    for clause in rest:
        text = notes[clause.start : clause.end]
        verbs = [m for m in words.pattern("wording").finditer(text) if m.end() >= len(text) - 2]
        end = clause.start + verbs[0].start() if verbs else clause.end
        a, b = trimmed(notes, clause.start, end)
        if a < b:
            found.append(replace(clause, start=a, end=b))
    return found


def _open_words(notes: str, start: int, end: int, words: Vocabulary) -> tuple[int, int]:
    """Of "le mobile raciste est envisagé, rien n'est établi" only what is not known."""
    parts = pieces(notes, start, end)
    plain = [(a, b) for a, b in parts if not any(r.any.search(notes[a:b]) for r in words.hate)]
    return plain[-1] if plain and len(plain) < len(parts) else (start, end)


def _speaker(
    notes: str, clause: Clause, quote: int, before: Clause | None, words: Vocabulary
) -> str:
    """Who says it: the label, the subject before the verb, or whoever spoke before."""
    lead, label = notes[clause.start : quote], clause.label
    said = label_kind(label, words)
    if label and said in ("", "quote") and (kin := words.found("kin", label)):
        return label[: kin.end()].strip()
    if label and said in ("", "quote"):
        if said == "quote" or not words.found("say", label):
            for key in ("mayor", "official"):
                if match := words.found(key, label):
                    named = people(label, 0, len(label), words)
                    last = named[-1][0].end if named else match.end()
                    return label[match.start() : max(last, match.end())].strip()
        if not lead.strip() and not said and not words.found("corrections.chatter", label):
            return bare_label(label, words)
    if kin := re.search(rf"(?i:\w+ )?{words.pattern('kin').pattern}", lead, re.I):
        return kin.group().strip()
    for name, role in people(notes, clause.start, quote, words):
        start = name.start
        if role:
            at = lead.casefold().rfind(role.casefold(), 0, name.start - clause.start)
            start = clause.start + at if at >= 0 else start
        return notes[start : name.end]
    if mayor := words.found("mayor", lead):
        return mayor.group()
    verb = words.found("say", lead)
    if verb and 0 < verb.start() <= 50:
        subject = lead[: verb.start()].strip(" ,:\u00a0")
        # "She sent this line": whoever the sentence before is about.
        if subject.casefold() not in stop_words(words.language):
            return subject
        return _last_named(notes, clause.start, words) or subject
    if before is not None and (mayor := words.found("mayor", notes[slice(*before.sentence)])):
        named = people(notes, *before.sentence, words)
        return named[0][0].text if named else mayor.group()
    return ""


def _last_named(notes: str, start: int, words: Vocabulary) -> str:
    """The last person of standing named before, who does not speak for the investigation."""
    begin = max(0, start - 600)
    for name, role in reversed(people(notes, begin, start, words)):
        if role and not words.found("investigator", role):
            at = notes.rfind(role, begin, name.start)
            end = name.end - 2 if name.text.endswith(("'s", "’s")) else name.end
            return notes[at if at >= 0 else name.start : end]
    return ""


def reported(notes: str, clause: Clause, before: Clause | None, words: Vocabulary) -> Found | None:
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
    indirect(fact, who)
    return fact


def _only_titles(between: str, words: Vocabulary) -> bool:
    tokens = re.sub(r"[:,=]|\b(?:is|um|uh|est|euh)\b", " ", between).split()
    return all(words.pattern("official").fullmatch(t.strip(".")) for t in tokens)


def signer(notes: str, cut: Sequence[Clause], held: list[Held], words: Vocabulary) -> list[Found]:
    """Who signs: the mayor, or whoever stands in for one, by role and name."""
    hidden = ("attacker", "victim-data", "injection", "colleague")
    for clause in cut:
        start, end = clause.sentence
        start = min(start, clause.label_at[0]) if clause.label else start
        for match in words.pattern("mayor").finditer(notes, start, end):
            at = match.end()
            following = people(notes, at, min(end, at + 60), words)
            name = next((n for n, _ in following if _only_titles(notes[at : n.start], words)), None)
            if name is None or any(
                h.start <= name.start < h.end and h.reason in hidden for h in held
            ):
                continue
            fact = Found(
                match.start(), name.end, "speaker", clause, notes[match.start() : name.end]
            )
            fact.slots = {"name": name.text, "role": match.group()}
            return [fact]
    return []
