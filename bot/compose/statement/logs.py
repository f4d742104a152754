"""Logs and chats: the hour and the name before a line belong to the line, not to the fact.

"1406 relief centre at the pavilion" was written down at 14:06; in "[07:02] Ada:
street shut", Ada is the colleague who types. Neither is said in public.
"""

from __future__ import annotations

import re

#: Four digits at the head of a line that can be a clock: "1406", "0950 hrs".
_CLOCK = re.compile(r"^\s*\[?(?:[01]\d|2[0-3])[0-5]\d\]?(?: ?(?:hrs?|h)\b)?\s*[:,–—-]*\s+(?=\S)")
_BRACKETED = re.compile(r"^\s*[\[(]\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?[\])]\s*[-–—]?\s*")
_VOICE = re.compile(
    r"^[\[(]?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?[\])]?\s*[-–—]?\s*"
    r"([^\W\d_][\w'’-]{0,24}(?: [A-ZÀ-Ý][\w'’-]{0,24})?)(?: ?\([^()\n]{1,40}\))?\s?:",
    re.M,
)


def voices(notes: str) -> frozenset[str]:
    """Who types, in a chat: the names before a colon after the hour of a message."""
    return frozenset(name.lower() for name in _VOICE.findall(notes[:50_000]))


def without_stamp(text: str, notes: str, start: int) -> str:
    """Without the hour of a log line, if the fact stands at the head of one."""
    text = _BRACKETED.sub("", text)
    at_head = not notes[:start].rpartition("\n")[2].strip(" \t-*•[(")
    return _CLOCK.sub("", text) if at_head else text


def without_voice(text: str, names: frozenset[str]) -> str:
    """Without "Ada:" or "Ada (resilience):" where Ada is one who types."""
    head, colon, rest = text.partition(":")
    name = re.sub(r"\s*\([^()]{0,60}\)\s*$", "", head[:100]).strip().lower()
    return rest.strip() if colon and name in names and rest.strip() else text


#: "maire = Ada Holt", "Mayor: Ada Holt": a role, a sign, a name of two or three words.
SPEAKER = re.compile(
    r"(?P<role>(?i:lord mayor|mayor|council leader|leader of the council|provost|bourgmestre|maire|"
    r"syndique?))\s*[=:]\s*(?:Cllr |Councillor |M\. |Mme )?"
    r"(?P<name>[A-ZÀ-Ý][\w'’-]{1,30}(?: [A-ZÀ-Ý][\w'’-]{1,30}){1,2})(?=\s*(?:[,.;(]|$))"
)


def after_label(text: str) -> str:
    """ "LOCATION: Mill Lane": "Mill Lane"."""
    head, colon, rest = text.partition(":")
    return rest.strip() if colon and len(head.split()) <= 4 else text


def label_of(text: str) -> str:
    head, colon, _ = text.partition(":")
    return head.strip().lower() if colon and len(head.split()) <= 3 else ""
