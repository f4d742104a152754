"""The receiving door for an office's own documents, and the way out for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from bot.ui.library import address
from bot.ui.shared import markup, refused
from bot.ui.shared.words import Words
from bot.ui.state import Refusal, attempt
from kb.model import Source

if TYPE_CHECKING:
    from bot.wiring import Toolkit


def take_in(toolkit: Toolkit, said: Words) -> None:
    """Files in, a receipt for each."""
    with st.expander(said("library.add"), expanded=bool(st.session_state.get("receipts"))):
        with st.form("upload", clear_on_submit=True, border=False):
            files = st.file_uploader(
                said("library.upload"), accept_multiple_files=True, key="upload_files"
            )
            asked = st.form_submit_button(said("library.add_run"), type="primary")
        if asked and not files:
            told = said("library.nothing_chosen"), said("library.nothing_chosen_advice")
            refused(Refusal("UnusableRequest", *told), said)
        if asked and files:
            st.session_state["receipts"] = []
            bar = st.progress(0.0)
            for done, file in enumerate(files):
                name = markup.plain_label(file.name)
                adding = said("library.adding", name=name, done=done + 1, total=len(files))
                bar.progress(done / len(files), adding)
                data, called = file.getvalue(), file.name
                taken = attempt(lambda data=data, called=called: toolkit.take_in(data, called))  # type: ignore[misc]
                st.session_state["receipts"].append((called, taken))
            bar.empty()
        _receipts(toolkit, said)


def _receipts(toolkit: Toolkit, said: Words) -> None:
    receipts: list[tuple[str, Any]] = st.session_state.get("receipts", [])
    if not receipts:
        return
    st.html(f"<h3>{markup.esc(said('library.receipts'))}</h3>")
    for name, receipt in receipts:
        if isinstance(receipt, Refusal):
            st.html(markup.receipt(said("library.refused"), "refused", name, ()))
            refused(receipt, said)
            continue
        told = toolkit.told_in(receipt, said.language)
        lines = (told.reason, told.advice, *told.warnings, *told.notes)
        st.html(markup.receipt(said(f"library.{told.outcome}"), told.outcome, name, lines))


def way_out(toolkit: Toolkit, source: Source, said: Words) -> None:
    """A button that removes a document of the office, after a question."""
    if source.kind == "upload" and st.button(
        said("library.remove"), key=f"remove_{source.edition}", type="tertiary"
    ):
        _ask(toolkit, source, said)


def _ask(toolkit: Toolkit, source: Source, said: Words) -> None:
    def gone() -> None:
        done = attempt(lambda: toolkit.remove(source.edition))
        st.session_state["library_removed"] = done
        if not isinstance(done, Refusal) and address.here().source == source.id:
            address.back()  # its page is gone

    @st.dialog(said("library.remove_title"))
    def sure() -> None:
        st.html(f"<p><strong>{markup.esc(source.title)}</strong></p>")
        st.html(f"<p>{markup.esc(said('library.remove_sure'))}</p>")
        with st.container(horizontal=True):
            do = st.button(
                said("library.remove_do"), type="primary", key="remove_do", on_click=gone
            )
            if do or st.button(said("library.remove_keep"), key="remove_keep"):
                st.rerun()

    sure()


def removed(said: Words) -> None:
    """What became of the document that was to be removed."""
    if "library_removed" not in st.session_state:
        return
    done = st.session_state.pop("library_removed")
    if isinstance(done, Refusal):
        refused(done, said)
    else:
        st.html(markup.notice("fine", said("library.removed_done")))
