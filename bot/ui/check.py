"""Check: a pasted draft in, remarks on it out, each with the guidance behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from bot.ui.shared import head, refused, words
from bot.ui.shared.keeping import keep
from bot.ui.shared.sheet import show_review
from bot.ui.state import CHANNELS, LANGUAGES, Refusal, attempt, language_of

if TYPE_CHECKING:
    from bot.wiring import Toolkit


def page(toolkit: Toolkit) -> None:
    said, desk = words(toolkit.settings.language), toolkit.desk
    head(said, "check")
    text = (
        st.text_area(said("check.text"), height=260, key="check_text", persist_state="session")
        or ""
    )
    with st.container(horizontal=True, gap="medium"):
        language = st.selectbox(
            said("check.language"),
            ("auto", *LANGUAGES),
            format_func=lambda code: said(f"languages.{code}"),
            key="check_language",
            persist_state="session",
        )
        channel = st.selectbox(
            said("check.channel"),
            ("any", *CHANNELS),
            format_func=lambda name: said(f"channels.{name}"),
            key="check_channel",
            persist_state="session",
        )
    if st.button(said("check.run"), key="check_run", type="primary"):
        refusal = None
        if not text.strip():
            refusal = Refusal("UnusableRequest", said("check.empty"), said("check.empty_advice"))
        else:
            chosen = language_of(text, said.language) if language == "auto" else language
            with st.spinner(said("check.working")):
                made = attempt(
                    lambda: desk.review(text, chosen, "" if channel == "any" else channel)
                )
                if isinstance(made, Refusal):
                    refusal = made
                else:
                    st.session_state["check"] = made
                    st.session_state["checks"] = st.session_state.get("checks", 0) + 1
                    keep(toolkit)
        if refusal:
            refused(refusal, said, kept="check" in st.session_state)
    if sheet := st.session_state.get("check"):
        with st.container(border=True):
            st.subheader(said("check.yours"), anchor=False)
            show_review(sheet, desk, said, f"check_{st.session_state.get('checks', 0)}")
