"""What a chat model said, read as Claims: tolerant of form, strict about labels.

Expected are lines such as "event: Two windows were broken. [f3]". Bullets,
numbers, bold marks, code fences and JSON are read too. An id in brackets
leaves the text and stays with its sentence, known or not: an unknown one is
for the verifier to find. Longer words in brackets are gaps and stay.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.model import Claim
from kb.text import sentences

_ID = r"(?=[A-Za-z_]{0,8}\d|[A-Z]{2,6}\b)[A-Za-z][A-Za-z0-9_.\-]{0,11}|\d{1,3}"
_IDS = re.compile(rf"[ \u00a0]?\[\s*((?:{_ID})(?:\s*[,;]\s*(?:{_ID}))*)\s*\]")
_GAP = re.compile(r"\[[^\[\]]{2,120}\]")
_MARKS = re.compile(r"^\s*(?:[-*•–]\s+|\d{1,2}[.)]\s+|#{1,6}\s+|>\s*)+")
_PART = re.compile(r"^[*_]{0,2}([A-Za-z][A-Za-z_ \-]{1,24}?)[*_]{0,2}\s*[:|][*_]{0,2}\s*(.*)$")
#: A fact's id: f3, F12, r1. Any other id is an evidence label.
_FACT = re.compile(r"^[fFrR]\d{1,3}$")


@dataclass(frozen=True)
class Heard:
    """A model's text, taken apart."""

    claims: tuple[Claim, ...]
    headline: str = ""
    messenger: str = ""
    gaps: tuple[str, ...] = ()


def claims_of(said: str, moves: Mapping[str, str]) -> Heard:
    """Sentences as claims of origin "model", with move, ids and paragraphs.

    ``moves`` maps the names a line may begin with to the move that is meant.
    """
    claims: list[Claim] = []
    headline = messenger = last = ""
    apart = False
    known = {_key(name): move for name, move in moves.items()}
    for line in _lines(said):
        if not line.strip():
            apart = bool(claims)
            continue
        part, text = _part(_MARKS.sub("", line).strip(), known)
        if part in ("headline", "messenger"):
            plain = _clean(_IDS.sub("", text))
            headline, messenger = (
                (headline or plain, messenger) if part == "headline" else (headline, plain)
            )
            continue
        move = known.get(part, last if not part else "")
        for sentence, ids in _sentences(text):
            claims.append(
                Claim(
                    sentence,
                    "model",
                    cites=tuple(i for i in ids if not _FACT.match(i)),
                    facts=tuple(i for i in ids if _FACT.match(i)),
                    move=move,
                    new_paragraph=apart,
                )
            )
            apart = False
        last = move
    gaps = tuple(dict.fromkeys(g for c in claims for g in _GAP.findall(c.text)))
    return Heard(tuple(claims), headline, messenger, gaps)


def _key(name: str) -> str:
    return re.sub(r"[\s_\-]+", "-", name.strip().lower())


def _part(line: str, known: dict[str, str]) -> tuple[str, str]:
    """("event", rest) of "event: rest"; ("", line) if the line names no part."""
    found = _PART.match(line)
    if found and _key(found[1]) in (*known, "headline", "messenger"):
        return _key(found[1]), found[2]
    # A part the plan does not know, "public_safety: ...": its name is no text for readers.
    return "", re.sub(r"^[a-z]{2,20}_[a-z_]{2,20}\s*[:|]\s*", "", line)


def _lines(said: str) -> Iterator[str]:
    """Lines of text, whether the model wrote lines, JSON lines or one JSON value."""
    text = re.sub(r"(?m)^\s*```[a-z]*\s*$", "", said)
    text = re.sub(r"(?s)<think>.*?</think>", "", text)
    try:
        yield from _of_json(json.loads(text))
        return
    except ValueError:
        pass
    except RecursionError:
        return
    for line in text.splitlines():
        stripped = line.strip().rstrip(",")
        if stripped.startswith("{") and stripped.endswith("}"):
            try:
                yield from _of_json(json.loads(stripped))
                continue
            except (ValueError, RecursionError):
                pass
        yield line


def _of_json(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from value.splitlines()
    elif isinstance(value, list):
        for item in value:
            yield from _of_json(item)
    elif isinstance(value, dict):
        text = value.get("text") or value.get("sentence")
        if isinstance(text, str):
            ids = [str(i) for k in ("cites", "facts", "labels", "ids") for i in value.get(k) or ()]
            move = value.get("move") or value.get("part") or ""
            lead = f"{move}: " if isinstance(move, str) and move else ""
            yield f"{lead}{' '.join(text.split())}" + (f" [{', '.join(ids)}]" if ids else "")
        else:
            for key, item in value.items():
                if key in ("headline", "messenger") and isinstance(item, str):
                    yield f"{key}: {item}"
                elif isinstance(item, list | dict):
                    yield from _of_json(item)


def _sentences(text: str) -> list[tuple[str, list[str]]]:
    """Sentences with the ids that stand in or behind them.

    A sentence without ids shares those of the next one on its line that has
    some: models often cite once for a whole line. The verifier judges each.
    """
    marks: list[tuple[int, list[str]]] = []
    plain, at = "", 0
    for found in _IDS.finditer(text):
        plain += text[at : found.start()]
        marks.append((len(plain), [i.strip() for i in re.split("[,;]", found[1])]))
        at = found.end()
    plain += text[at:]
    result: list[tuple[str, list[str]]] = []
    spans = sentences(plain)
    for n in range(len(spans) - 1, -1, -1):
        # A mark just before the next sentence closes this one.
        after = spans[n + 1].start if n + 1 < len(spans) else len(plain) + 1
        before = spans[n].start if n else -1
        ids = [i for place, found_ids in marks if before < place <= after for i in found_ids]
        if not ids and result:
            ids = result[0][1]
        cleaned = _clean(spans[n].text)
        if re.search(r"\w", cleaned):
            result.insert(0, (cleaned, list(dict.fromkeys(ids))))
    return result


def _clean(text: str) -> str:
    """No markdown emphasis, no control characters, single spaces."""
    plain = re.sub(r"\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)|`", "", text)
    plain = "".join(c for c in plain if c.isprintable() or c == "\u00a0")
    return re.sub(r"[ \t]+([.,])", r"\1", re.sub(r"[ \t]+", " ", plain)).strip()
