"""Reviewers' marks: made on a source or a passage, listed, passed on as one file.

A mark is kept the moment it is made. A refusal costs the mark, not what was
typed: the dialog stays open with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

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
    done = st.session_state.pop("library_marked", None)
    if isinstance(done, Refusal):
        refused(done, said)
    elif done:
        st.html(markup.notice("fine", said(done)))


def _dialog(
    toolkit: Toolkit, item: Passage | Source, in_force: Mapping[str, Mark], said: Words
) -> None:
    passage = item if isinstance(item, Passage) else None
    target = family(item) if isinstance(item, Passage) else item.id
    now = in_force.get(target)
    choices = (*OFFERED, "open") if now else OFFERED
    heading = passage.headings[-1] if passage and passage.headings else ""
    name = heading or (item.title if isinstance(item, Source) else item.id)

    @st.dialog(said("library.mark_passage" if passage else "library.mark_source"))
    def marking() -> None:
        st.html(f"<p><strong>{markup.esc(name)}</strong></p>{cards.review(now, said)}")
        with st.form("marking", border=False):
            st.radio(
                said("library.mark_how"),
                choices,
                format_func=lambda choice: said(f"marks.say_{choice}"),
                captions=[said(f"marks.means_{choice}") for choice in choices],
                key=f"mark_standing_{target}",
            )
            st.text_input(
                said("library.mark_by"),
                st.session_state.get("reviewer", ""),
                max_chars=LONGEST_NAME,
                key=f"mark_by_{target}",
            )
            st.text_area(
                said("library.mark_note"),
                max_chars=LONGEST_NOTE,
                help=said("library.mark_note_help"),
                key=f"mark_note_{target}",
            )
            asked = st.form_submit_button(
                said("library.mark_run"),
                type="primary",
                on_click=_keep,
                args=(toolkit, target, wording(passage) if passage else ""),
            )
        if asked and not isinstance(st.session_state.get("library_marked"), Refusal):
            st.rerun()
        if asked:
            told(said)

    marking()


def _keep(toolkit: Toolkit, target: str, text: str) -> None:
    """Keep the mark as the dialog has it, or why it was refused."""
    state: Any = st.session_state
    standing = state.get(f"mark_standing_{target}")
    by, note = (state.get(f"mark_{field}_{target}") or "" for field in ("by", "note"))
    made = attempt(lambda: toolkit.library.marks.mark(target, standing, by, note, text))
    if isinstance(made, Refusal):
        state["library_marked"] = made
        return
    state["reviewer"] = made.by
    taken_back = made.standing == "open"
    state["library_marked"] = "library.mark_taken_back" if taken_back else "library.mark_kept"


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
