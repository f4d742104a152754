"""The front door: page list, page config, one cached toolkit. No logic lives here."""

from __future__ import annotations

import streamlit as st

from bot.ui import chat, check, library, statement
from bot.ui.shared import ICON, frame, not_open, words
from bot.ui.state import Refusal, attempt
from bot.wiring import Toolkit, open_toolkit

PAGES = {
    "chat": chat.page,
    "statement": statement.page,
    "check": check.page,
    "library": library.page,
}


@st.cache_resource(show_spinner=False)
def toolkit() -> Toolkit:
    return open_toolkit()


st.set_page_config(page_title=words()("app.title"), page_icon=ICON, layout="centered")
with st.spinner(words()("app.opening")):
    opened = attempt(toolkit)
if isinstance(opened, Refusal):
    not_open(opened, "en")
else:
    frame(opened, PAGES)
