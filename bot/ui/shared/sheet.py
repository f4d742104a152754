"""Draws a sheet: its text, its citations, everything that stands behind it.

The same drawing serves the chat and the form. It asks the desk for nothing:
what is shown was frozen into the sheet when it was made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from bot.export import as_docx, as_markdown
from bot.export.rows import citations, open_gaps, rows
from bot.model import Evidence, Finding, Sheet
from bot.ui.shared import markup
from bot.ui.shared.words import Words

if TYPE_CHECKING:
    from bot.desk import Desk

#: So many nearest passages are listed under a sheet that abstains.
NEAREST = 3
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show_sheet(sheet: Sheet, desk: Desk, said: Words, key: str) -> None:
    """The sheet with everything about it. ``key`` is unique on the page."""
    if sheet.draft is None:
        st.html(markup.no_text(sheet, said))
        _nearest(sheet, said, key)
        return
    _notices(sheet, said)
    st.html(markup.text(sheet, said))
    if sheet.draft.messenger:
        label = markup.esc(said.colon(said("sheet.messenger")))
        st.html(f"<p><strong>{label}</strong> {markup.esc(sheet.draft.messenger)}</p>")
    _citations(sheet, said, key)
    st.html(markup.legend(sheet, said))
    _take_away(sheet, said, key)
    _behind(sheet, desk, said, key)


def _notices(sheet: Sheet, said: Words) -> None:
    """What a person must do before this goes out, first."""
    lines = []
    if unsupported := sum(row.mark == "unsupported" for row in rows(sheet)):
        lines.append(markup.notice("warn", said.count("sheet.unsupported", unsupported)))
    if gaps := len(open_gaps(sheet)):
        lines.append(markup.notice("gap", said.count("sheet.gap", gaps)))
    if grave := sum(item.severity == "major" for item in sheet.findings):
        lines.append(markup.notice("warn", said.count("sheet.grave", grave)))
    cited = [item.evidence for item in citations(sheet)]
    if doubted := sum(item.mark is not None and item.mark.standing == "doubtful" for item in cited):
        lines.append(markup.notice("doubt", said.count("sheet.doubtful", doubted)))
    if sheet.reason_kind == "near":
        lines.append(markup.notice("doubt", said("sheet.near")))
    if not lines:
        clean = "sheet.clean_ask" if sheet.task == "ask" else "sheet.clean"
        lines.append(markup.notice("fine", said(clean)))
    st.html("".join(lines))


def _citations(sheet: Sheet, said: Words, key: str) -> None:
    cited = citations(sheet)
    if not cited:
        return
    with st.container(horizontal=True, gap="small", key=f"chips_{key}"):
        for item in cited:
            clicked = st.button(
                markup.chip(item.evidence, said),
                key=f"cite_{key}_{item.evidence.label}",
                wrap=True,
            )
            if clicked:
                open_passages(((item.evidence, item.quotes),), said("passage.title"), said)
    places = tuple(dict.fromkeys(place for item in cited for place in item.evidence.passage.law))
    if places:
        st.html(markup.law(places, said))


def _nearest(sheet: Sheet, said: Words, key: str) -> None:
    near = sheet.evidence[:NEAREST]
    if not near:
        return
    st.html(f'<p class="small"><strong>{markup.esc(said("sheet.nearest"))}</strong></p>')
    with st.container(horizontal=True, gap="small", key=f"chips_{key}"):
        for item in near:
            label = markup.chip(item, said)
            opened = st.button(label, key=f"near_{key}_{item.label}", wrap=True)
            if opened:
                open_passages(((item, ()),), said("passage.title"), said)


def open_passages(
    items: tuple[tuple[Evidence, tuple[str, ...]], ...], title: str, said: Words
) -> None:
    """A dialog with passages, the words relied on highlighted."""

    @st.dialog(title, width="medium")
    def opened() -> None:
        for number, (item, quotes) in enumerate(items):
            if number:
                st.divider()
            st.html(markup.passage(item, quotes, said))

    opened()


def _take_away(sheet: Sheet, said: Words, key: str) -> None:
    assert sheet.draft is not None
    name = f"{sheet.task}-{sheet.draft.channel or sheet.language}-v{sheet.version}"
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            said("sheet.docx"),
            lambda: as_docx(sheet),
            f"{name}.docx",
            DOCX,
            key=f"docx_{key}",
            on_click="ignore",
            icon=":material/download:",
        )
        st.download_button(
            said("sheet.markdown"),
            as_markdown(sheet).encode(),
            f"{name}.md",
            "text/markdown",
            key=f"md_{key}",
            on_click="ignore",
            icon=":material/download:",
        )
        with st.popover(
            said("sheet.copy"), help=said("sheet.copy_help"), icon=":material/content_copy:"
        ):
            body = "\n\n".join(part for part in (sheet.draft.headline, sheet.draft.text) if part)
            st.code(body, language=None, wrap_lines=True)


def _behind(sheet: Sheet, desk: Desk, said: Words, key: str) -> None:
    assert sheet.draft is not None
    if sheet.withheld:
        with st.expander(said("sheet.withheld", count=len(sheet.withheld))):
            st.html(markup.withheld(sheet.withheld, said))
    if sheet.findings:
        with st.expander(said("sheet.remarks", count=len(sheet.findings))):
            show_findings(sheet.findings, sheet.language, desk, said, key)
    if sheet.draft.notes:
        with st.expander(said("sheet.notes", count=len(sheet.draft.notes))):
            st.html(markup.remarks(sheet.draft.notes))
    with st.expander(said("sheet.origins")):
        st.html(markup.origins(sheet, said))


def show_findings(
    findings: tuple[Finding, ...], language: str, desk: Desk, said: Words, key: str
) -> None:
    """The remarks one by one, each with a way to the guidance behind it."""
    for number, item in enumerate(findings, start=1):
        st.html(markup.finding(item, number, said))
        if item.source_id and st.button(
            said("findings.source"), key=f"why_{key}_{number}", type="tertiary"
        ):
            _open_guidance(item.source_id, language, desk, said)


def _open_guidance(source_id: str, language: str, desk: Desk, said: Words) -> None:
    held = desk.guidance(source_id, language)
    if held:
        items = tuple((item, ()) for item in held)
        open_passages(items, said("passage.guidance"), said)
        return

    @st.dialog(said("passage.guidance"))
    def not_held() -> None:
        told = markup.esc(said("passage.not_held", id=source_id))
        st.html(f"<p>{told}</p>")

    not_held()


def show_review(sheet: Sheet, desk: Desk, said: Words, key: str) -> None:
    """A checked text: the places marked in it, and the remarks beside."""
    body = sheet.request if isinstance(sheet.request, str) else ""
    if not sheet.findings:
        st.html(markup.notice("fine", said("findings.none")))
        st.html(f'<p class="small">{markup.esc(said("findings.none_lead"))}</p>')
        st.html(markup.marked(body, (), said, sheet.language))
        return
    st.html(
        f'<p class="small"><strong>{said.count("findings.count", len(sheet.findings))}</strong></p>'
    )
    left, right = st.columns([3, 2], gap="medium")
    with left:
        st.html(markup.marked(body, sheet.findings, said, sheet.language))
    with right:
        show_findings(sheet.findings, sheet.language, desk, said, key)
