"""What every page shares: its words, its frame, and how a refusal is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from bot.ui.shared import markup
from bot.ui.shared.markup import esc
from bot.ui.shared.words import Words
from bot.ui.state import LANGUAGES, Refusal
from kb.language import detect

if TYPE_CHECKING:
    from bot.wiring import Toolkit

HERE = Path(__file__).parent
ICON = str(HERE / "icon.svg")
#: The languages name themselves: who looks for theirs may not read the other.
NAMES = {"en": "English", "fr": "Français"}


def words(default: str = "en") -> Words:
    """The words of the language chosen in the sidebar; ``default`` before any choice."""
    chosen = st.session_state.get("language", default)
    return Words(chosen if chosen in LANGUAGES else "en")


def frame(toolkit: Toolkit, pages: Mapping[str, Callable[[Any], None]]) -> None:
    """The page around the pages: style, sidebar, and the page that was chosen."""
    from bot.ui.shared import keeping

    keeping.restore(toolkit)
    default = toolkit.settings.language
    if (asked := st.query_params.get("language", "")) in LANGUAGES:
        st.session_state.setdefault("language", asked)  # a link keeps the reader's language
    said = words(default)
    st.set_page_config(page_title=said("app.title"), page_icon=ICON, layout="centered")
    st.html(HERE / "style.css")
    st.html(markup.style_of(said))

    def shown(name: str) -> Callable[[], None]:
        return lambda: pages[name](toolkit)

    listed = [
        st.Page(shown(name), title=said(f"pages.{name}"), url_path=name, default=number == 0)
        for number, name in enumerate(pages)
    ]
    page = st.navigation(listed)
    with st.sidebar:
        st.session_state.setdefault("language", said.language)
        st.segmented_control(
            said("sidebar.language"),
            LANGUAGES,
            format_func=NAMES.__getitem__,
            key="language",
            required=True,
            persist_state="session",
        )
        beside = st.container(gap="small")
    if told := st.session_state.pop("kept_refusal", None):
        refused(told, said)
    if st.session_state.pop("kept_deleted", False):
        st.html(markup.notice("fine", said("kept.deleted")))
    try:
        page.run()
    finally:  # a page may end early to be drawn anew
        keeping.keep(toolkit)
    with beside:  # after the page, which may have changed what is said here
        for receipt in toolkit.unread:  # the app runs on without it, but not in silence
            told = toolkit.told_in(receipt, said.language)
            st.html(markup.notice("warn", f"{told.reason} {told.advice}"))
        st.html(_about(toolkit, said))
        keeping.show(toolkit, said)
        st.html(markup.spoken(said.language), unsafe_allow_javascript=True)


def _about(toolkit: Toolkit, said: Words) -> str:
    settings = toolkit.settings
    if not settings.chat_model:
        engine = said("sidebar.engine")
    elif settings.chat_base_url:
        values = {"name": settings.chat_model, "url": settings.chat_base_url}
        engine = said("sidebar.model_local", **values)
    else:
        engine = said("sidebar.model", name=settings.chat_model)
    works = len({source.id for source in toolkit.library.sources()})
    passages = sum(toolkit.library.counts().values())
    shelves = said("sidebar.shelves", sources=works, passages=passages)
    lines = (engine, shelves, said("sidebar.human"))
    body = "".join(f"<p>{esc(line)}</p>" for line in lines)
    return f'<div class="about" lang="{said.language}">{body}</div>'


def head(said: Words, page: str) -> None:
    """The heading of a page and one sentence on what it is for."""
    st.title(said(f"{page}.title"), anchor=False)
    st.html(f'<p class="lead" lang="{said.language}">{esc(said(f"{page}.lead"))}</p>')


def refused(refusal: Refusal, said: Words, kept: bool = False) -> None:
    """What happened, then what to do, in the language of the page.

    The error's own sentence comes first, then its sentence in this language, then
    the sentence for its kind; the original stays where there is no other.
    """
    key = f"refusals.{refusal.kind}"
    if refusal.what and detect(refusal.what, "en") == said.language:
        what, advice = refusal.what, refusal.advice
    elif known := said.told(refusal.what):
        what, advice = known
    elif refusal.what and not said.has(f"{key}.what"):
        what, advice = refusal.what, refusal.advice
    else:
        name = key if said.has(f"{key}.what") else "refusals.unexpected"
        what, advice = said(f"{name}.what"), said(f"{name}.advice")
    told = f"<p><strong>{esc(what)}</strong></p><p>{esc(advice)}</p>"
    if kept:
        told += f'<p class="small">{esc(said("chat.kept"))}</p>'
    st.html(f'<div class="refusal" role="alert" lang="{said.language}">{told}</div>')


def not_open(refusal: Refusal, default: str) -> None:
    """The whole page when the toolkit itself could not be opened."""
    said = words(default)
    st.html(HERE / "style.css")
    st.title(said("app.not_open"), anchor=False)
    refused(refusal, said)


def draws(**values: Any) -> None:
    """Set what widgets show before they are drawn: the state is right, not the last click."""
    for key, value in values.items():
        st.session_state[key] = value
