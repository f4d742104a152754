"""The documents on the shelves, each once, whatever the number of its languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from bot.ui.library import address, upload
from bot.ui.library.address import Place
from bot.ui.library.paging import paged
from bot.ui.library.views import Publication, publications
from bot.ui.shared import cards, markup
from bot.ui.shared.words import Words
from kb.model import Mark

if TYPE_CHECKING:
    from bot.wiring import Toolkit

#: Documents on one page; more would make the page slow.
SOURCES = 20


def page(toolkit: Toolkit, in_force: Mapping[str, Mark], said: Words) -> None:
    """Every document with its publisher, its languages and a way to its page."""
    held = publications(toolkit.library.sources(), said.language)
    if not held:
        st.html(f"<p>{markup.esc(said('library.empty'))}</p>")
        return
    _by_title(held, said)
    counts = toolkit.library.counts()
    with paged(held, SOURCES, f"library_page_{len(held)}") as part:
        for publication in part:
            count = counts.get(publication.shown.edition, 0)
            _card(toolkit, publication, count, in_force, said)


def _by_title(held: tuple[Publication, ...], said: Words) -> None:
    """Who knows the title types its first letters."""
    titles = {one.id: one.shown.title for one in held}
    key = f"library_document_{said.language}"

    def turn() -> None:
        if id := st.session_state.get(key):
            st.session_state[key] = None
            address.go(Place(source=id))

    st.selectbox(
        said("library.document"),
        tuple(titles),
        index=None,
        format_func=lambda id: titles.get(id, id),
        placeholder=said("library.document_placeholder"),
        key=key,
        on_change=turn,
    )


def _card(
    toolkit: Toolkit,
    publication: Publication,
    count: int,
    in_force: Mapping[str, Mark],
    said: Words,
) -> None:
    with st.container(gap="xsmall"):
        st.html(cards.source(publication.shown, publication.editions, in_force, said))
        with st.container(horizontal=True, gap="medium"):
            opens(publication.id, said.count("library.open", count), f"open_{publication.id}")
            upload.way_out(toolkit, publication.shown, said)


def opens(id: str, label: str, key: str, passage: str = "") -> None:
    """A button that turns to a source's page."""
    go = partial(address.go, Place(source=id, passage=passage))
    st.button(label, key=key, type="tertiary", on_click=go)
