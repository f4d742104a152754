"""Long lists in pages, so that a large library opens as quickly as a small one.

The page numbers stand below the list, where the reader is when a page ends; the
next one is then shown from its beginning.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import streamlit as st

T = TypeVar("T")


@contextmanager
def paged(items: Sequence[T], size: int, key: str, first: int = 1) -> Iterator[Sequence[T]]:
    """The part of a list that is on this page of it, to be drawn inside the block."""
    pages = -(-len(items) // size)
    body, number = st.container(), 1
    if pages > 1:
        number = st.pagination(pages, default=first, key=key, on_change=_turned) or 1
    with body:
        yield items[(number - 1) * size : number * size]


def _turned() -> None:
    st.session_state["library_turned"] = True


def turned() -> bool:
    """Was a page turned by the last click?"""
    return bool(st.session_state.pop("library_turned", False))
