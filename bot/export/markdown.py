"""A sheet as Markdown: the text, and everything that stands behind it.

What a person or a document said is escaped, so it shows as typed: no link, no
picture, no heading can be made of it. No date is written: a sheet exports the
same today and tomorrow.
"""

from __future__ import annotations

import re

from bot.export.labels import Labels
from bot.export.rows import citations, gaps_in, open_gaps, rows
from bot.model import Evidence, Finding, Sheet

#: An underscore inside a word is only an underscore.
_SPECIAL = re.compile(r"[\\`*\[\]<>|~$&]|(?<![^\W_])_|_(?![^\W_])")
#: What would open a list, a quotation, a rule or a heading at the start of a line.
_OPENING = re.compile(r"^([ \t]{0,20}(?:\d{1,9}(?=[.)]))?)([-+=:#.)])", re.MULTILINE)
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|javascript|data|file|vbscript|www)([:.])")


def plain(text: str) -> str:
    """``text`` so that every Markdown reader shows it as it is, links not made of it.

    A gap keeps its brackets, so that it reads the same in the raw file: alone
    they make no link, and nothing else in the file can turn them into one.
    """
    parts, at = [], 0
    for start, end in gaps_in(text):
        if text[end : end + 1] in ("(", "[", ":"):
            continue
        parts += [_escaped(text[at:start]), "[", _escaped(text[start + 1 : end - 1]), "]"]
        at = end
    escaped = "".join((*parts, _escaped(text[at:])))
    return _OPENING.sub(r"\1\\\2", escaped)


def _escaped(text: str) -> str:
    escaped = _SPECIAL.sub(r"\\\g<0>", text)
    return _ADDRESS.sub(r"\1\\\2", escaped)


def _line(text: str) -> str:
    return plain(" ".join(text.split()))


def as_markdown(sheet: Sheet) -> str:
    """The whole sheet, in the language of its text."""
    say = Labels(sheet.language)
    parts = [f"# {say.title(sheet)}"]
    if sheet.draft is None and sheet.task != "review":
        parts.append(_line(sheet.reason))
        if sheet.evidence:
            parts.append(f"## {say('nearest')}")
            parts += [_source(item, say) for item in sheet.evidence[:3]]
        return "\n\n".join(part for part in parts if part) + "\n"
    if sheet.task == "review":
        parts += _findings(sheet, say)
        return "\n\n".join(parts) + "\n"
    parts += _text(sheet)
    if sheet.task != "ask":
        # What was left out stands below: the text alone is what may be passed on.
        parts += ["---", f"**{say('inside')}**"]
    parts += _origins(sheet, say)
    parts += _sources(sheet, say)
    parts += _gaps(sheet, say)
    parts += _withheld(sheet, say)
    parts += _findings(sheet, say) if sheet.findings else []
    assert sheet.draft is not None
    if sheet.draft.notes:
        lines = "\n".join(f"- {_line(note)}" for note in sheet.draft.notes)
        parts += [f"## {say('notes')}", lines]
    return "\n\n".join(parts) + "\n"


def _text(sheet: Sheet) -> list[str]:
    assert sheet.draft is not None
    paragraphs: list[list[str]] = []
    for row in rows(sheet):
        if row.claim.new_paragraph or not paragraphs:
            paragraphs.append([])
        labels = "".join(f" [{_line(label)}]" for label in row.labels)
        paragraphs[-1].append(_line(row.claim.text) + labels)
    head = [f"**{_line(sheet.draft.headline)}**"] if sheet.draft.headline else []
    return [*head, *(" ".join(sentences) for sentences in paragraphs)]


def _origins(sheet: Sheet, say: Labels) -> list[str]:
    head = f"| {say('sentence')} | {say('mark')} | {say('rests_on')} |\n|---|---|---|"
    lines = []
    for row in rows(sheet):
        basis = " / ".join(say.quoted(_line(words)) for words in row.rests_on)
        labels = "".join(f" [{_line(label)}]" for label in row.labels)
        basis = (basis or _line(row.reason)) + labels
        lines.append(f"| {_line(row.claim.text)} | {say.mark(row.mark, sheet)} | {basis} |")
    return [f"## {say('origins')}", "\n".join([head, *lines])]


def _sources(sheet: Sheet, say: Labels) -> list[str]:
    cited = citations(sheet)
    if not cited:
        return []
    found = [f"## {say('sources')}"]
    for item in cited:
        quotes = "".join(f"\n> {_line(quote)}" for quote in item.quotes)
        found.append(f"{_source(item.evidence, say)}{quotes}")
    return found


def _source(item: Evidence, say: Labels) -> str:
    line = f"[{_line(item.label)}] {_line(say.source(item))}"
    url = say.url(item)
    line = f"{line} <{url}>" if url else line
    return "".join((line, *(f"  \n**{_line(said)}**" for said in say.cautions(item))))


def _gaps(sheet: Sheet, say: Labels) -> list[str]:
    gaps = open_gaps(sheet)
    lines = "\n".join(f"- {_line(gap)}" for gap in gaps)
    return [f"## {say('gaps')}", lines] if gaps else []


def _withheld(sheet: Sheet, say: Labels) -> list[str]:
    if not sheet.withheld:
        return []
    lines = [
        f"- {say.quoted(_line(item.span))} {_line(item.why or item.reason)}"
        + (f" ({_line(item.source_id)})" if item.source_id else "")
        for item in sheet.withheld
    ]
    return [f"## {say('withheld')}", "\n".join(lines)]


def _findings(sheet: Sheet, say: Labels) -> list[str]:
    if not sheet.findings:
        return [say("no_findings")]
    lines = [_finding(item, say) for item in sheet.findings]
    return [f"## {say('findings')}", "\n".join(lines)]


def _finding(item: Finding, say: Labels) -> str:
    about = say.quoted(_line(item.span)) if item.end > item.start else say("whole")
    source = f" ({_line(item.source_id)})" if item.source_id else ""
    return f"- **{say.severity(item.severity)}** · {about} {_line(item.advice)}{source}"
