"""Keeping a visit: brought back by its address, written down after every result.

The key of what is kept stands in the page's address, so a reload, a bookmark or
a new start of the server finds it again. Whoever has no key gets an empty page.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import streamlit as st

from bot.ui.shared import markup
from bot.ui.shared.words import Words
from bot.ui.state import FIELDS, Conversation, Form, Refusal, Work, attempt, usable

if TYPE_CHECKING:
    from bot.drawer import Drawer, Mark
    from bot.wiring import Toolkit

#: The name in the address under which the key stands.
ADDRESS = "conversation"
#: What else the pages remember of a visit and a new one must not find.
PASSING = ("chat_jobs", "statement_table", "checks", "kept_refusal", "receipts")


@dataclass(frozen=True)
class Kept:
    """What was read or written last, and where."""

    key: str = ""
    mark: Mark | None = None
    work: Work = field(default_factory=Work)


def restore(toolkit: Toolkit) -> None:
    """At the beginning of a visit: bring back what the address names."""
    if "kept" in st.session_state:
        return
    st.session_state["kept"] = Kept()
    key = st.query_params.get(ADDRESS, "")
    if not key:
        return
    found = attempt(lambda: _drawer(toolkit).find(key))
    if isinstance(found, Refusal) or found is None:
        kind = "kept_unreadable" if found else "kept_gone"
        st.session_state["kept_refusal"] = Refusal(kind)
        del st.query_params[ADDRESS]
        return
    work, mark = found
    work = usable(work)
    _lay_out(work)
    st.session_state["kept"] = Kept(key, mark, work)


def keep(toolkit: Toolkit) -> None:
    """Write down what changed since the last time. A full disk costs the keeping, no more."""
    kept: Kept = st.session_state.get("kept", Kept())
    work = _gathered()
    if work != kept.work and not (work.empty and not kept.key):
        done = attempt(lambda: _drawer(toolkit).keep(work, kept.key, kept.mark))
        st.session_state["not_kept"] = isinstance(done, Refusal)
        if not isinstance(done, Refusal):
            kept = Kept(*done, work)
            st.session_state["kept"] = kept
    # Going to another page takes the key out of the address.
    if kept.key and st.query_params.get(ADDRESS) != kept.key:
        st.query_params[ADDRESS] = kept.key


def kept_with(toolkit: Toolkit, name: str, value: str, most: int) -> list[tuple[str, Work]]:
    """Of the visits kept last, whoever's they are, those that hold ``value``; with their keys."""
    return _drawer(toolkit).holding(name, value, most)


def own_keys() -> tuple[str, ...]:
    """The keys this visitor has: of what is on screen, and of what was there before."""
    kept: Kept = st.session_state.get("kept", Kept())
    before = st.session_state.get("kept_before", "")
    return tuple(key for key in (kept.key, before) if key)


def anew() -> None:
    """Begin an empty visit; the one before stays kept."""
    before: Kept = st.session_state.get("kept", Kept())
    _clear()
    st.session_state["kept_before"] = before.key


def _delete(toolkit: Toolkit) -> None:
    kept: Kept = st.session_state["kept"]
    gone = attempt(lambda: _drawer(toolkit).remove(kept.key))
    if isinstance(gone, Refusal):
        st.session_state["kept_refusal"] = gone
        return
    _clear()
    st.session_state["kept_deleted"] = True


def _clear() -> None:
    language = st.session_state.get("language", "")
    _lay_out(Work(fields={"language": language} if language else {}))
    for name in PASSING:
        st.session_state.pop(name, None)
    st.session_state["kept"] = Kept(work=_gathered())
    st.query_params.pop(ADDRESS, None)


def _drawer(toolkit: Toolkit) -> Drawer[Work]:
    return toolkit.drawer(Work)


def _gathered() -> Work:
    """The work as it stands in this visit."""
    state = st.session_state
    form: Form = state.get("statement", Form())
    read, _, left = state.get("statement_table", (0, (), ()))
    if form.incident and read == form.read:
        form = replace(form, rows=left)
    fields = {name: str(state[name]) for name, _ in FIELDS if state.get(name)}
    return Work(state.get("chat", Conversation()), form, state.get("check"), fields)


def _lay_out(work: Work) -> None:
    """Put the work where the pages look for it."""
    state = st.session_state
    state["chat"], state["statement"] = work.chat, work.form
    state.pop("check", None)
    if work.check:
        state["check"] = work.check
    for name, choices in FIELDS:
        if name in work.fields:
            state[name] = work.fields[name]
        elif name in state and name != "language":
            state[name] = choices[0] if choices else ""


# ------------------------------------------------------------------ what the sidebar shows


def show(toolkit: Toolkit, said: Words) -> None:
    """Start anew, delete, and where it is kept."""
    kept: Kept = st.session_state["kept"]
    if kept.key:
        st.button(said("kept.anew"), key="anew", on_click=anew, width="stretch")
        if st.button(said("kept.delete"), key="delete_kept", type="tertiary"):
            _ask(toolkit, said)
    failed = st.session_state.get("not_kept")
    line = markup.esc(said("kept.failed" if failed else "kept.where"))
    if before := st.session_state.get("kept_before"):
        name = markup.esc(said("kept.before"))
        line += f' <a href="?{ADDRESS}={markup.esc(before)}" target="_self">{name}</a>'
    kind = "notice warn" if failed else ""
    st.html(f'<div class="about" lang="{said.language}"><p class="{kind}">{line}</p></div>')


def _ask(toolkit: Toolkit, said: Words) -> None:
    @st.dialog(said("kept.delete_title"))
    def sure() -> None:
        st.html(f"<p>{markup.esc(said('kept.delete_sure'))}</p>")
        with st.container(horizontal=True):
            do = st.button(
                said("kept.delete_do"),
                type="primary",
                key="delete_kept_do",
                on_click=_delete,
                args=(toolkit,),
            )
            if do or st.button(said("kept.delete_not"), key="delete_kept_not"):
                st.rerun()

    sure()
