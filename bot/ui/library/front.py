"""The library's front page: words and filters above; below, what they find, or ways to browse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from bot.ui.library import documents, findings, reviewing, search, upload
from bot.ui.shared import head
from bot.ui.shared.words import Words
from kb.model import Mark

if TYPE_CHECKING:
    from bot.wiring import Toolkit

BROWSE = ("documents", "findings", "marks")


def page(toolkit: Toolkit, in_force: Mapping[str, Mark], said: Words) -> None:
    head(said, "library")
    reviewing.told(said)
    upload.take_in(toolkit, said)
    upload.removed(said)
    wish = search.asked(said)
    if wish.asks:
        search.results(toolkit, wish, in_force, said)
        return
    view = st.segmented_control(
        said("library.browse"),
        BROWSE,
        default=BROWSE[0],
        format_func=lambda name: said(f"library.browse_{name}"),
        key="library_view",
        required=True,
        wrap=True,
        persist_state="session",
    )
    if view == "findings":
        findings.contents(toolkit, said)
    elif view == "marks":
        reviewing.page(toolkit, in_force, said)
    else:
        documents.page(toolkit, in_force, said)
