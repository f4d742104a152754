"""Where in the library a person is: it stands in the address, so it can be passed on.

``?source=cdc-cerc`` opens a source, ``?finding=4`` a finding, and
``?source=cdc-cerc&passage=be-first`` a source with one passage first.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import streamlit as st


@dataclass(frozen=True)
class Place:
    """A page of the library; with nothing named, its front page."""

    source: str = ""
    passage: str = ""
    finding: str = ""

    @property
    def front(self) -> bool:
        return not (self.source or self.finding)


def here() -> Place:
    """The place the address names."""
    return Place(**{field.name: st.query_params.get(field.name, "") for field in fields(Place)})


def go(place: Place) -> None:
    """Turn to another place; the way back is remembered."""
    before = here()
    if before != place:
        st.session_state["library_before"] = (*_way(), before)
        _show(place)


def back() -> None:
    """To the place one came from; from a link somebody passed on, to the front page."""
    way = _way()
    st.session_state["library_before"] = way[:-1]
    _show(way[-1] if way else Place())


def _way() -> tuple[Place, ...]:
    way: tuple[Place, ...] = st.session_state.get("library_before", ())
    return way[-20:]


def _show(place: Place) -> None:
    others = {k: v for k, v in st.query_params.items() if k not in vars(place)}
    named = {name: value for name, value in vars(place).items() if value}
    st.query_params.from_dict(others | named)  # one step, for the browser's way back


def arrived(place: Place) -> bool:
    """Is this the first drawing of ``place`` since one came here?"""
    shown: Any = st.session_state.get("library_shown", Place())
    st.session_state["library_shown"] = place
    return bool(place != shown)
