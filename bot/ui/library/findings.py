"""The ten findings: a way in by what the founding source found, with all sources gathered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from bot.ui.library import address, passages
from bot.ui.library.address import Place
from bot.ui.library.views import FOUNDING, by_source, for_reader, publications
from bot.ui.shared import markup
from bot.ui.shared.words import Words
from kb.model import Mark, Passage
from kb.vocabulary import described, vocabulary

if TYPE_CHECKING:
    from bot.wiring import Toolkit


def contents(toolkit: Toolkit, said: Words) -> None:
    """The ten in their order, each a way to its page."""
    st.html(f'<p class="small">{markup.esc(said("library.findings_lead"))}</p>')
    held = _gathered(toolkit, said)
    passages_of = Counter(n for p in held for n in p.findings)
    sources_of = {n: len({p.source_id for p in held if n in p.findings}) for n in passages_of}
    for word in vocabulary("findings"):
        number = int(word)
        label = f"{number}. {described('findings', word, said.language)}"
        with st.container(gap="xxsmall"):
            st.button(
                markup.plain_label(label, 200),
                key=f"finding_{word}",
                type="tertiary",
                on_click=partial(address.go, Place(finding=word)),
            )
            count = said.count("library.passages", passages_of[number])
            among = said.count("library.among", sources_of.get(number, 0))
            st.html(f'<p class="small">{markup.esc(f"{count} {among}")}</p>')


def page(toolkit: Toolkit, finding: str, in_force: Mapping[str, Mark], said: Words) -> None:
    """One finding: its passages from all sources, the founding one first."""
    st.button(said("library.back"), key="library_back", on_click=address.back, icon=passages.BACK)
    if finding not in vocabulary("findings"):
        st.html(markup.notice("warn", said("library.no_finding")))
        return
    number = int(finding)
    st.title(said("library.finding", number=number), anchor=False)
    lead = markup.esc(described("findings", finding, said.language))
    st.html(f'<p class="lead" lang="{said.language}">{lead}</p>')
    _neighbours(number, said)
    found = [p for p in _gathered(toolkit, said) if number in p.findings]
    sources = publications(toolkit.library.sources(), said.language)
    passages.counted(found, said)
    passages.grouped(
        toolkit,
        by_source(found, sources, FOUNDING),
        {one.id: one.shown for one in sources},
        in_force,
        said,
        key=f"finding_{finding}_{said.language}",
    )


def _neighbours(number: int, said: Words) -> None:
    last = len(vocabulary("findings"))
    with st.container(horizontal=True, gap="medium"):
        for other, name in ((number - 1, "finding_before"), (number + 1, "finding_after")):
            if 1 <= other <= last:
                st.button(
                    said(f"library.{name}", number=other),
                    key=f"library_{name}",
                    type="tertiary",
                    on_click=partial(address.go, Place(finding=str(other))),
                )


def _gathered(toolkit: Toolkit, said: Words) -> list[Passage]:
    """What helps with a finding, in the reader's language where it is there."""
    return for_reader((p for p in toolkit.library.passages() if p.findings), said.language)
