"""A Sheet as plain data: what ``--json`` and ``toolkit batch`` write.

The keys are a contract with other programs; add to them, never rename.
"""

from __future__ import annotations

from typing import Any

from bot.model import Claim, Evidence, Finding, Sheet
from kb.model import Hit, Mark


def with_labels(sheet: Sheet) -> str:
    """The text of a draft, each cited sentence followed by its labels."""
    if sheet.draft is None:
        return ""
    paragraphs: list[list[str]] = []
    for claim in sheet.draft.claims:
        if claim.new_paragraph or not paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(claim.text + "".join(f" [{label}]" for label in claim.cites))
    return "\n\n".join(" ".join(sentences) for sentences in paragraphs)


def _claim(claim: Claim, standing: str) -> dict[str, Any]:
    return {
        "text": claim.text,
        "origin": claim.origin,
        "cites": list(claim.cites),
        "standing": standing,
    }


def _citation(item: Evidence, quote: str) -> dict[str, Any]:
    passage = item.passage
    return {
        "label": item.label,
        "source_id": passage.source_id,
        "passage_id": passage.id,
        "locator": passage.locator,
        "quote": quote or passage.text,
        "title": item.title,
        "publisher": item.publisher,
        "year": item.year,
        "url": item.url,
        "basis": passage.basis,
        "reported_by": passage.reported_by,
        "law": list(passage.law),
        "mark": _mark(item.mark),
    }


def _mark(mark: Mark | None) -> dict[str, str] | None:
    """What a reviewer of the sources said, when the passage was admitted."""
    if mark is None:
        return None
    return {"standing": mark.standing, "by": mark.by, "at": mark.at, "note": mark.note}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "principle": finding.principle,
        "severity": finding.severity,
        "start": finding.start,
        "end": finding.end,
        "span": finding.span,
        "advice": finding.advice,
        "source_id": finding.source_id,
    }


def sheet_result(sheet: Sheet) -> dict[str, Any]:
    """Everything about a sheet that another program may want."""
    result: dict[str, Any] = {"task": sheet.task, "status": sheet.outcome}
    if sheet.reason:
        result["reason"] = sheet.reason
        result["reason_kind"] = sheet.reason_kind
    if sheet.task == "review":
        result["findings"] = [_finding(f) for f in sheet.findings]
        return result
    draft = sheet.draft
    if draft is None:
        result["text"] = sheet.reason
        result |= {"claims": [], "citations": []}
        if sheet.evidence:
            result["nearest"] = [_citation(item, "") for item in sheet.evidence[:3]]
        return result
    standings = {v.claim: v.standing for v in sheet.verdicts}
    quotes: dict[str, str] = {}
    for verdict in sheet.verdicts:
        if verdict.label and verdict.quote:
            quotes.setdefault(verdict.label, verdict.quote)
    cited = {label for claim in draft.claims for label in claim.cites}
    result |= {
        "text": with_labels(sheet),
        "lang": sheet.language,
        "composer": draft.composer,
        "claims": [
            _claim(claim, standings.get(n, "unsupported")) for n, claim in enumerate(draft.claims)
        ],
        "citations": [
            _citation(item, quotes.get(item.label, ""))
            for item in sheet.evidence
            if item.label in cited
        ],
    }
    if sheet.task == "ask":
        result["notes"] = list(draft.notes)
        return result
    result |= {
        "channel": draft.channel,
        "placeholders": list(draft.gaps),
        "withheld": [
            {"span": w.span, "why": w.why, "source_id": w.source_id} for w in sheet.withheld
        ],
        "findings": [_finding(f) for f in sheet.findings],
        "notes": list(draft.notes),
    }
    if draft.headline:
        result["headline"] = draft.headline
    if draft.messenger:
        result["messenger"] = draft.messenger
    return result


def hit_result(hit: Hit) -> dict[str, Any]:
    """A search hit as plain data."""
    return {
        "passage_id": hit.passage.id,
        "source_id": hit.passage.source_id,
        "score": round(hit.score, 4),
        "text": hit.passage.text,
        "locator": hit.passage.locator,
    }
