"""Library: what is on the shelves, and the receiving door for an office's own documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import streamlit as st

from bot.ui.shared import head, markup, refused, words
from bot.ui.shared.words import Words
from bot.ui.state import Refusal, attempt
from kb.model import Passage, Source
from kb.text import fold

if TYPE_CHECKING:
    from bot.wiring import Toolkit

T = TypeVar("T")
#: Documents, and passages of a document, on one page; more would make the page slow.
SOURCES, PASSAGES = 20, 40


def page(toolkit: Toolkit) -> None:
    said = words(toolkit.settings.language)
    head(said, "library")
    _upload(toolkit, said)
    st.subheader(said("library.sources"), anchor=False)
    if "library_removed" in st.session_state:
        removed = st.session_state.pop("library_removed")
        if isinstance(removed, Refusal):
            refused(removed, said)
        else:
            st.html(markup.notice("fine", said("library.removed_done")))
    sources = sorted(toolkit.desk.library.sources(), key=lambda s: s.language != said.language)
    if not sources:
        st.html(f"<p>{markup.esc(said('library.empty'))}</p>")
        return
    _shelves(toolkit, sources, said)


# ------------------------------------------------------------------ taking in


def _upload(toolkit: Toolkit, said: Words) -> None:
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


# ------------------------------------------------------------------ the shelves


def _shelves(toolkit: Toolkit, sources: list[Source], said: Words) -> None:
    titles = {
        s.edition: f"{s.title} ({said(f'languages.{s.language}')})"
        if said.has(f"languages.{s.language}")
        else s.title
        for s in sources
    }
    left, right = st.columns(2)
    with left:
        chosen = st.selectbox(
            said("library.document"),
            ("", *titles),
            format_func=lambda edition: titles.get(edition, said("library.all")),
            key=f"library_document_{said.language}",
        )
    with right:
        wanted = st.text_input(
            said("library.filter"), key="library_filter", help=said("library.filter_help")
        )
    asked = fold(wanted or "").split()
    counts = toolkit.library.counts()
    shelves = [s for s in sources if not chosen or s.edition == chosen]
    if asked:  # only words that are looked for need the passages to be read
        held: dict[str, list[Passage]] = {}
        for passage in toolkit.library.passages(chosen or ""):
            if _holds(passage, asked):
                held.setdefault(passage.edition, []).append(passage)
        counts = {edition: len(found) for edition, found in held.items()}
        shelves = [s for s in shelves if s.edition in held]
        if not shelves:
            st.html(f"<p>{markup.esc(said('library.none'))}</p>")
            return
    key = f"library_page_{len(shelves)}_{chosen}_{'_'.join(asked)}"
    for source in _paged(shelves, SOURCES, key):
        found = held.get(source.edition, []) if asked else None
        _source(toolkit, source, counts.get(source.edition, 0), found, said, bool(chosen or asked))


def _paged(items: Sequence[T], size: int, key: str) -> Sequence[T]:
    """The part of a list that is on this page of it; the page numbers stand above."""
    pages = -(-len(items) // size)
    if pages < 2:
        return items
    number = st.pagination(pages, key=key) or 1
    return items[(number - 1) * size : number * size]


def _holds(passage: Passage, asked: list[str]) -> bool:
    text = fold(" ".join((*passage.headings, passage.locator, passage.text))) if asked else ""
    return all(word in text for word in asked)


def _source(
    toolkit: Toolkit,
    source: Source,
    count: int,
    found: list[Passage] | None,
    said: Words,
    opened: bool,
) -> None:
    """A document and, once opened, its passages: those ``found``, or all of them."""
    told = said.count("library.passages", count)
    st.html(markup.source(source, said))
    key = f"open_{source.edition}_{opened}"
    with st.expander(told, expanded=opened, key=key, on_change="rerun") as shelf:
        if shelf.open:
            passages = toolkit.library.passages(source.edition) if found is None else found
            st.html(markup.shelf(_paged(passages, PASSAGES, f"{key}_{len(passages)}")))
    if source.kind == "upload" and st.button(
        said("library.remove"), key=f"remove_{source.edition}", type="tertiary"
    ):
        _remove(toolkit, source, said)


def _remove(toolkit: Toolkit, source: Source, said: Words) -> None:
    def gone() -> None:
        st.session_state["library_removed"] = attempt(lambda: toolkit.remove(source.edition))

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
