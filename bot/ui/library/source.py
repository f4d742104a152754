"""The page of one source: what it is, how it was read, who looked at it, all its passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from bot.ui.library import address, passages, reviewing, upload
from bot.ui.library.address import Place
from bot.ui.library.paging import paged
from bot.ui.library.views import Publication, publications
from bot.ui.shared import cards, keeping, markup
from bot.ui.shared.words import Words
from bot.usage import cites, used_by
from kb.model import Mark, Passage, Source
from kb.ranking import family

if TYPE_CHECKING:
    from bot.wiring import Toolkit

#: So many of the conversations kept last are looked through for a source.
LOOKED_THROUGH = 300


def page(toolkit: Toolkit, place: Place, in_force: Mapping[str, Mark], said: Words) -> None:
    """Everything about the source the address names."""
    st.button(said("library.back"), key="library_back", on_click=address.back, icon=passages.BACK)
    found = [
        one
        for one in publications(toolkit.library.sources(), said.language)
        if one.id == place.source
    ]
    if not found:
        st.html(markup.notice("warn", said("library.no_source")))
        return
    publication = found[0]
    reviewing.told(said)
    upload.removed(said)
    st.title(markup.plain_label(publication.shown.title, 300), anchor=False)
    shown = publication.shown
    held = toolkit.library.passages(shown.edition)
    card = cards.card(shown, publication.editions, Counter(p.basis for p in held), said)
    st.html(cards.review(in_force.get(publication.id), said) + card)
    with st.container(horizontal=True, gap="medium"):
        reviewing.offered(toolkit, shown, in_force, said, "mark_source")
        upload.way_out(toolkit, shown, said)
    _used(toolkit, publication, said)
    edition = _edition(publication, said)
    if edition != shown:
        held = toolkit.library.passages(edition.edition)
    st.subheader(said.count("library.passages", len(held)), anchor=False)
    _passages(toolkit, held, place, in_force, said)


def _edition(publication: Publication, said: Words) -> Source:
    """The edition whose passages are shown: the reader's language, or another one chosen."""
    names = {source.edition: source for source in publication.editions}
    if len(names) == 1:
        return publication.shown
    chosen = st.segmented_control(
        said("library.edition"),
        tuple(names),
        default=publication.shown.edition,
        format_func=lambda edition: cards.language(names[edition].language, said),
        key=f"edition_{publication.id}_{said.language}",
        required=True,
        wrap=True,
    )
    return names.get(chosen or "", publication.shown)


def _passages(
    toolkit: Toolkit,
    held: list[Passage],
    place: Place,
    in_force: Mapping[str, Mark],
    said: Words,
) -> None:
    """All of them in their order, opened at the one the address names."""
    named = [n for n, p in enumerate(held) if place.passage in (p.id, family(p))]
    start = named[0] // passages.PASSAGES + 1 if named and place.passage else 1
    key = f"passages_{place.source}_{len(held)}_{start}"
    with paged(held, passages.PASSAGES, key, start) as part:
        for passage in part:
            if place.passage in (passage.id, family(passage)):
                st.html(markup.notice("here", said("library.came_from")))
            passages.one(toolkit, passage, in_force, said, key)


# ------------------------------------------------------------------ where it was used


def _used(toolkit: Toolkit, publication: Publication, said: Words) -> None:
    """Rules and reasons that rest on it; conversations that cite it."""
    key = f"used_{publication.id}"
    with st.expander(said("library.used"), key=key, on_change="rerun") as part:
        if not part.open:
            return
        uses = used_by(publication.id, said.language)
        st.html(cards.uses(uses, said))
        count, mine = _conversations(toolkit, publication.id)
        line = said.count("library.conversations", count) if count else said("library.not_cited")
        st.html(cards.conversations(line, mine, keeping.ADDRESS, said))


def _conversations(toolkit: Toolkit, id: str) -> tuple[int, tuple[str, ...]]:
    """How many kept conversations cite the source, and the keys of this visitor's own.

    A key opens a conversation to whoever has it, so nobody is shown another's.
    """
    citing = [
        key
        for key, work in keeping.kept_with(toolkit, "source_id", id, LOOKED_THROUGH)
        if any(cites(sheet, id) for sheet in work.sheets)
    ]
    own = keeping.own_keys()
    return len(citing), tuple(key for key in citing if key in own)
