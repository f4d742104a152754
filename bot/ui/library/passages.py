"""Passages drawn one below the other, each with what a reviewer needs to judge it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from bot.ui.library import documents, reviewing
from bot.ui.library.paging import paged
from bot.ui.library.views import runs
from bot.ui.shared import cards, markup
from bot.ui.shared.words import Words
from kb.model import Hit, Mark, Passage, Source

if TYPE_CHECKING:
    from bot.wiring import Toolkit

BACK = ":material/arrow_back:"
#: Passages on one page: each brings its text and two buttons.
PASSAGES = 15


def counted(found: Sequence[Passage], said: Words, more: str = "") -> None:
    """How many, in how many documents; read out by screen readers when it changes."""
    count = said.count("library.passages", len(found))
    among = said.count("library.among", len({p.source_id for p in found}))
    line = markup.esc(f"{count} {among}{more}")
    st.html(f'<p class="found" role="status"><strong>{line}</strong></p>')


def grouped(
    toolkit: Toolkit,
    found: Sequence[Passage],
    sources: Mapping[str, Source],
    in_force: Mapping[str, Mark],
    said: Words,
    key: str,
) -> None:
    """Passages under the sources they come from."""
    with paged(found, PASSAGES, f"{key}_{len(found)}") as part:
        for id, run in runs(part):
            if id in sources:
                with st.container(gap="xsmall"):
                    st.html(cards.heading(sources[id], said))
                    documents.opens(id, said("library.about"), f"{key}_about_{id}")
            for passage in run:
                one(toolkit, passage, in_force, said, key)


def ranked(
    toolkit: Toolkit,
    found: Sequence[Hit],
    sources: Mapping[str, Source],
    in_force: Mapping[str, Mark],
    said: Words,
    key: str,
) -> None:
    """Hits, best first, each with its source."""
    with paged(found, PASSAGES, f"{key}_{len(found)}") as part:
        for hit in part:
            source = sources.get(hit.passage.source_id)
            one(toolkit, hit.passage, in_force, said, key, source)


def folded(found: Iterable[Passage], in_force: Mapping[str, Mark], said: Words) -> None:
    """Passages of which only the heading shows until they are opened."""
    st.html(cards.shelf(found, in_force, said))


def one(
    toolkit: Toolkit,
    passage: Passage,
    in_force: Mapping[str, Mark],
    said: Words,
    key: str,
    source: Source | None = None,
) -> None:
    """A passage; with ``source`` given, that is named and can be turned to."""
    with st.container(gap="xsmall"):
        st.html(cards.entry(passage, in_force, said, source.title if source else ""))
        with st.container(horizontal=True, gap="medium"):
            if source:
                label = said("library.about")
                documents.opens(source.id, label, f"{key}_about_{passage.id}")
            reviewing.offered(toolkit, passage, in_force, said, f"{key}_mark_{passage.id}")
