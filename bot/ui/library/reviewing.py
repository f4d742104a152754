"""Reviewers' marks: made on a source or a passage, listed, passed on as one file.

A mark is kept the moment it is made. A refusal costs the mark, not what was
typed: the dialog stays open with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from bot.ui.library import documents
from bot.ui.library.paging import paged
from bot.ui.shared import cards, markup, refused
from bot.ui.shared.words import Words
from bot.ui.state import Refusal, attempt
from kb.marks import LARGEST_FILE, LONGEST_NAME, LONGEST_NOTE, wording, write_marks
from kb.model import Mark, Passage, Source, Standing
from kb.ranking import family

if TYPE_CHECKING:
    from bot.wiring import Toolkit

OFFERED: tuple[Standing, ...] = ("checked", "doubtful", "withdrawn")
#: Marks on one page of the list.
LISTED = 30


def offered(
    toolkit: Toolkit,
    item: Passage | Source,
    in_force: Mapping[str, Mark],
    said: Words,
    key: str,
) -> None:
    """The button that opens the dialog for a passage or for a whole source."""
    of_passage = isinstance(item, Passage)
    label = said("library.mark_passage" if of_passage else "library.mark_source")
    if st.button(label, key=key, type="tertiary"):
        _dialog(toolkit, item, in_force, said)


def told(said: Words) -> None:
    """What became of the mark that was made last."""
    if done := st.session_state.pop("library_marked", None):
        st.html(markup.notice("fine", said(done)))


def _target(item: Passage | Source) -> str:
    return family(item) if isinstance(item, Passage) else item.id


def _dialog(
    toolkit: Toolkit, item: Passage | Source, in_force: Mapping[str, Mark], said: Words
) -> None:
    target = _target(item)
    now = in_force.get(target)
    title = said("library.mark_passage" if isinstance(item, Passage) else "library.mark_source")

    @st.dialog(title)
    def marking() -> None:
        name = item.headings[-1] if isinstance(item, Passage) and item.headings else ""
        name = name or (item.title if isinstance(item, Source) else item.id)
        st.html(f"<p><strong>{markup.esc(name)}</strong></p>{cards.review(now, said)}")
        with st.form("marking", border=False):
            choices = (*OFFERED, "open") if now else OFFERED
            standing = st.radio(
                said("library.mark_how"),
                choices,
                format_func=lambda choice: said(f"marks.say_{choice}"),
                captions=[said(f"marks.means_{choice}") for choice in choices],
                key="mark_standing",
            )
            by = st.text_input(
                said("library.mark_by"),
                st.session_state.get("reviewer", ""),
                max_chars=LONGEST_NAME,
                key="mark_by",
            )
            note = st.text_area(
                said("library.mark_note"),
                max_chars=LONGEST_NOTE,
                help=said("library.mark_note_help"),
                key="mark_note",
            )
            asked = st.form_submit_button(said("library.mark_run"), type="primary")
        if not asked:
            return
        text = wording(item) if isinstance(item, Passage) else ""
        marks = toolkit.library.marks
        made = attempt(partial(marks.mark, target, standing, by or "", note or "", text))
        if isinstance(made, Refusal):
            refused(made, said)
            return
        st.session_state["reviewer"] = made.by
        st.session_state["library_marked"] = (
            "library.mark_taken_back" if made.standing == "open" else "library.mark_kept"
        )
        st.rerun()

    marking()


# ------------------------------------------------------------------ all of them


def page(toolkit: Toolkit, in_force: Mapping[str, Mark], said: Words) -> None:
    """The marks in force, and how they come in and go out as one file."""
    st.html(f'<p class="small">{markup.esc(said("library.marks_lead"))}</p>')
    _files(toolkit, said)
    if not in_force:
        st.html(f"<p>{markup.esc(said('library.no_marks'))}</p>")
        return
    line = markup.esc(said.count("library.marks", len(in_force)))
    st.html(f'<p class="found" role="status"><strong>{line}</strong></p>')
    named = _names(toolkit, said)
    newest = sorted(in_force.values(), key=lambda mark: mark.at, reverse=True)
    with paged(newest, LISTED, f"marks_page_{len(newest)}") as part:
        for mark in part:
            _listed(mark, *named.get(mark.target, ("", "")), said)


def _listed(mark: Mark, source_id: str, title: str, said: Words) -> None:
    with st.container(gap="xsmall"):
        st.html(cards.marked(mark, title or mark.target, bool(title), said))
        if source_id:
            passage = "" if source_id == mark.target else mark.target
            label = said("library.mark_open")
            documents.opens(source_id, label, f"marked_{mark.target}", passage)


def _names(toolkit: Toolkit, said: Words) -> dict[str, tuple[str, str]]:
    """target -> its source, and what it is called in the reader's language."""
    library = toolkit.library
    titles = {source.id: source.title for source in library.sources()}
    named = {id: (id, title) for id, title in titles.items()}
    for passage in sorted(library.passages(), key=lambda p: p.language == said.language):
        heading = passage.headings[-1] if passage.headings else passage.locator
        title = titles.get(passage.source_id, passage.source_id)
        named[family(passage)] = (passage.source_id, f"{heading} ({title})")
    return named


def _files(toolkit: Toolkit, said: Words) -> None:
    marks = attempt(toolkit.library.marks.all)
    if not isinstance(marks, Refusal) and marks:
        st.download_button(
            said("library.marks_export"),
            write_marks(marks),
            f"marks-{datetime.now(UTC):%Y-%m-%d}.json",
            "application/json",
            key="marks_export",
            on_click="ignore",
            icon=":material/download:",
        )
    with (
        st.expander(said("library.marks_import"), key="marks_import_part"),
        st.form("marks_in", clear_on_submit=True, border=False),
    ):
        file = st.file_uploader(said("library.marks_file"), type=["json"], key="marks_file")
        if st.form_submit_button(said("library.marks_import_run")):
            _take_in(toolkit, file, said)
    if brought := st.session_state.pop("marks_brought", None):
        st.html(markup.notice("fine", brought))


def _take_in(toolkit: Toolkit, file: object, said: Words) -> None:
    if file is None:
        told_ = said("library.nothing_chosen"), said("library.marks_choose")
        refused(Refusal("UnusableRequest", *told_), said)
        return
    data = file.read(LARGEST_FILE + 1)  # type: ignore[attr-defined]
    new = attempt(lambda: toolkit.library.marks.take_in(data))
    if isinstance(new, Refusal):
        refused(new, said)
        return
    st.session_state["marks_brought"] = (
        said.count("library.marks_new", new) if new else said("library.marks_none_new")
    )
    st.rerun()
