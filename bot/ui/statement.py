"""Statement: the form for those who prefer fields. Notes, facts, text.

The facts table may be corrected before drafting; what is typed into it joins
the notes, so that every fact of the text remains something the person said.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

import streamlit as st

from bot.model import FACT_KINDS, Status
from bot.ui.shared import head, markup, refused, words
from bot.ui.shared.keeping import keep
from bot.ui.shared.sheet import show_sheet
from bot.ui.shared.words import Words
from bot.ui.state import (
    CHANNELS,
    LANGUAGES,
    Form,
    Refusal,
    attempt,
    edited,
    language_of,
    rows_of,
)

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.wiring import Toolkit

#: Height of a row of the table in pixels (Streamlit's default), and rows shown without scrolling.
ROW, SHOWN = 35, 16
STATUSES: tuple[str, ...] = get_args(Status)


def page(toolkit: Toolkit) -> None:
    said, desk = words(toolkit.settings.language), toolkit.desk
    form: Form = st.session_state.setdefault("statement", Form())
    head(said, "statement")
    notes = st.text_area(
        said("statement.notes"),
        height=240,
        key="statement_notes",
        help=said("statement.notes_help"),
        persist_state="session",
    )
    with st.container(horizontal=True, gap="medium"):
        channel = _choice(said, "channel", CHANNELS)
        language = _choice(said, "language", ("auto", *LANGUAGES))
    with st.container(horizontal=True, gap="small"):
        read = st.button(said("statement.read"), key="statement_read")
        draft = st.button(said("statement.draft"), key="statement_draft", type="primary")
    notes = notes or ""
    if read or (draft and (form.incident is None or _typed(form) != notes.strip())):
        with st.spinner(said("statement.reading")):
            form = _read(form, desk, notes, said)
            st.session_state["statement"] = form
    table = _facts(form, said, changed=bool(form.incident) and _typed(form) != notes.strip())
    if draft and form.incident and not form.refusal:
        with st.spinner(said("statement.drafting")):
            form = _draft(form, desk, table, channel, language, notes, said)
            st.session_state["statement"] = form
            keep(toolkit)
    if form.refusal:
        refused(form.refusal, said, kept=bool(form.sheet))
    if form.sheet:
        with st.container(border=True):
            name = form.sheet.draft.channel if form.sheet.draft else "statement"
            st.subheader(said(f"channels.{name or 'statement'}"), anchor=False)
            show_sheet(form.sheet, desk, said, f"form_{form.drafts}")


def _choice(said: Words, what: str, options: tuple[str, ...]) -> str:
    st.session_state.setdefault(f"statement_{what}", options[0])
    chosen = st.segmented_control(
        said(f"statement.{what}"),
        options,
        format_func=lambda option: said(f"{what}s.{option}"),
        key=f"statement_{what}",
        required=True,
        wrap=True,
        persist_state="session",
    )
    return chosen or options[0]


def _typed(form: Form) -> str:
    return form.incident.notes.strip() if form.incident else ""


def _empty(said: Words) -> Refusal:
    return Refusal("UnusableRequest", said("statement.empty"), said("statement.empty_advice"))


def _read(form: Form, desk: Desk, notes: str, said: Words) -> Form:
    if not notes.strip():
        return replace(form, refusal=_empty(said))
    language = language_of(notes, said.language)
    found = attempt(lambda: desk.read_notes(notes, language))
    if isinstance(found, Refusal):
        return replace(form, refusal=found)
    return Form(found, form.read + 1, form.sheet, form.drafts)


def _draft(
    form: Form,
    desk: Desk,
    table: list[dict[str, Any]],
    channel: str,
    language: str,
    notes: str,
    said: Words,
) -> Form:
    assert form.incident is not None
    incident = form.incident
    into = language_of(notes, said.language) if language == "auto" else language
    made = attempt(lambda: desk.statement(edited(desk, incident, table), channel, into))
    if isinstance(made, Refusal):
        return replace(form, refusal=made)
    return replace(form, sheet=made, drafts=form.drafts + 1, refusal=None)


def _facts(form: Form, said: Words, changed: bool) -> list[dict[str, Any]]:
    """The table of facts, as the person left it."""
    if form.incident is None:
        return []
    st.subheader(said("statement.facts"), anchor=False)
    if changed:
        st.html(markup.notice("gap", said("statement.changed")))
    told = said("statement.facts_help" if form.incident.facts else "statement.no_facts")
    st.html(f'<p class="small">{markup.esc(told)}</p>')
    kinds = {kind: said(f"kinds.{kind}") for kind in FACT_KINDS}
    statuses = {status: said(f"statuses.{status}") for status in STATUSES}
    key = f"facts_{form.read}_{said.language}"
    base = _base(form, key)
    rows = [
        {**row, "kind": kinds.get(row["kind"]), "status": statuses.get(row["status"])}
        for row in base
    ]
    columns = ("use", "text", "kind", "status", "id")
    config = st.column_config
    table = st.data_editor(
        {name: [row[name] for row in rows] for name in columns},
        key=key,
        num_rows="dynamic",
        height=ROW * (min(len(rows), SHOWN) + 2) + 3,
        hide_index=True,
        placeholder=said("statement.as_read"),
        column_order=columns[:-1],
        alt=said("statement.table_alt"),
        column_config={
            "use": config.CheckboxColumn(said("statement.use"), default=True, width="small"),
            "text": config.TextColumn(
                said("statement.text"), help=said("statement.text_help"), width="large"
            ),
            "kind": config.SelectboxColumn(said("statement.kind"), options=list(kinds.values())),
            "status": config.SelectboxColumn(
                said("statement.status"),
                options=list(statuses.values()),
                help=said("statement.status_help"),
            ),
        },
    )
    if form.incident.withheld:
        with st.expander(said("statement.stays", count=len(form.incident.withheld))):
            st.html(markup.withheld(form.incident.withheld, said))
    back = {name: key for names in (kinds, statuses) for key, name in names.items()}
    length = len(table["text"])
    left = [{name: _plain(table[name][n], back) for name in columns} for n in range(length)]
    st.session_state["statement_table"] = (form.read, base, tuple(left))
    return left


def _base(form: Form, key: str) -> tuple[dict[str, Any], ...]:
    """The rows the table begins with.

    Streamlit forgets what was typed into a table as soon as another page, or the same
    page in another language, is drawn; the rows as they were left are begun with again.
    """
    assert form.incident is not None
    read, base, left = st.session_state.get("statement_table", (0, (), ()))
    if read != form.read:
        return form.rows or tuple(rows_of(form.incident))
    return base if key in st.session_state else left


def _plain(value: Any, back: dict[str, str]) -> Any:
    """A cell as the state knows it: labels as their keys, nothing as ""."""
    if value is None or value != value:  # NaN: a cell never filled
        return ""
    return back.get(value, value) if isinstance(value, str) else value
