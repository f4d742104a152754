"""Library: what the toolkit may rely on, who looked at it, and an office's own documents.

The front page offers ways in: words and filters, the ten findings, the
documents, and the reviewers' marks. A source and a finding have pages of their
own, named in the address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from bot.ui.library import address, findings, front, paging, source
from bot.ui.shared import markup, refused, words
from bot.ui.state import Refusal, attempt

if TYPE_CHECKING:
    from bot.wiring import Toolkit


def page(toolkit: Toolkit) -> None:
    """Draw the place of the library that the address names."""
    said = words(toolkit.settings.language)
    in_force = attempt(toolkit.library.marks.in_force)
    if isinstance(in_force, Refusal):
        refused(in_force, said)
        in_force = {}
    place = address.here()
    with st.container():  # always there, so that nothing below it is drawn anew
        if address.arrived(place):
            st.html(markup.TO_THE_TOP, unsafe_allow_javascript=True)
        elif paging.turned():
            st.html(markup.TO_THE_LIST, unsafe_allow_javascript=True)
    if place.source:
        source.page(toolkit, place, in_force, said)
    elif place.finding:
        findings.page(toolkit, place.finding, in_force, said)
    else:
        front.page(toolkit, in_force, said)
