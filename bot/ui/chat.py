"""Chat: a question, notes, a rumour or a draft in; a sheet out, and versions of it.

A click leaves a job; the job is done where its turn is drawn, so the spinner
stands where the person looks, and its result is stored before anything else is
drawn. A job waits until it is done: Streamlit stops a run wherever it stands
when somebody clicks again, and what was typed must not go with it. A refusal
costs the job, never what was on screen.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from bot.model import FORMATS, Rumour, Sheet
from bot.ui.shared import draws, head, markup, refused, words
from bot.ui.shared.keeping import anew, keep
from bot.ui.shared.sheet import show_review, show_sheet
from bot.ui.shared.words import Words
from bot.ui.state import (
    ANSWERED,
    CHANNELS,
    LANGUAGES,
    TASKS,
    Conversation,
    Turn,
    said_anew,
    say,
    showing,
    taken_as,
    wished,
    with_facts,
)
from bot.wishes import Wish

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.wiring import Toolkit

#: Which turn a job belongs to, and what to do with it; turn 0 is one not there yet.
Job = tuple[int, Callable[[Any], Any]]


def page(toolkit: Toolkit) -> None:
    """Draw the page and do what was asked for last."""
    said = words(toolkit.settings.language)
    talk: Conversation = st.session_state.setdefault("chat", Conversation())
    jobs: list[Job] = st.session_state.get("chat_jobs", [])
    more = any(turn.sheet and turn.sheet.draft for turn in talk.turns)
    body = st.container()
    with st.container(key="ask"):  # inside a container it does not drag the page to its end
        wanted = said("chat.placeholder_more" if more else "chat.placeholder")
        # The key makes it one box whatever its hint says: what is half typed stays in it.
        # It waits for the answer: of two messages sent on the way Streamlit keeps the last.
        st.chat_input(
            wanted,
            key="ask_box",
            submit_mode="disable",
            on_submit=_typed,
            args=(toolkit.desk, said),
        )
    with body:
        head(said, "chat")
        if not talk.turns and not jobs:
            _examples(toolkit.desk, said)
        for turn in talk.turns:
            for job in (job for job in jobs if job[0] == turn.id):
                talk = _work(toolkit, talk, job, said)
            _show(talk.turn(turn.id), toolkit.desk, said, newest=turn.id == len(talk.turns))
        new = [job for job in jobs if job[0] == 0]
        for job in new:
            talk = _work(toolkit, talk, job, said)
        if new:
            st.rerun()
        if talk.turns:
            st.button(said("kept.anew"), key="start_over", type="tertiary", on_click=anew)


def _work(toolkit: Toolkit, talk: Conversation, job: Job, said: Words) -> Conversation:
    """Do a job and keep its result, on disk too, before anything is drawn of it."""
    id, act = job
    with st.spinner(said("chat.working")):
        try:
            talk = talk.updated(act(talk.turn(id))) if id else act(talk)
            st.session_state["chat"] = talk
        finally:  # done, or broken for good: either way not to be done again
            st.session_state["chat_jobs"] = [
                other for other in st.session_state.get("chat_jobs", []) if other is not job
            ]
        keep(toolkit)
    return talk


def _later(id: int, act: Callable[[Any], Any]) -> None:
    st.session_state["chat_jobs"] = [*st.session_state.get("chat_jobs", []), (id, act)]


def _typed(desk: Desk, said: Words) -> None:
    if text := st.session_state.get("ask_box"):
        _later(0, partial(say, desk, said=str(text), fallback=said.language))


def _example(desk: Desk, text: str, language: str, talk: Conversation) -> Conversation:
    """Once: a second click on the way finds the first already answered."""
    return talk if talk.turns else say(desk, talk, text, language)


# ------------------------------------------------------------------ the empty page


def _examples(desk: Desk, said: Words) -> None:
    st.html(f'<p class="small">{markup.esc(said("chat.try"))}</p>')
    for name in ("draft", "ask", "counter"):
        text = said(f"examples.{name}_text")
        with st.container(border=True):
            st.html(f'<div class="as-typed small">{markup.esc(text)}</div>')
            st.button(
                said(f"examples.{name}"),
                key=f"example_{name}",
                on_click=_later,
                args=(0, partial(_example, desk, text, said.language)),
            )


# ------------------------------------------------------------------ one turn


def _show(turn: Turn, desk: Desk, said: Words, newest: bool) -> None:
    st.html(markup.said(turn.said, said))
    _understood(turn, desk, said)
    if turn.refusal:
        refused(turn.refusal, said, kept=bool(turn.versions))
    sheet = turn.sheet
    if sheet:
        with st.container(border=True, key=f"sheet_{turn.id}"):
            _switches(turn, sheet, desk, said)
            key = f"{turn.id}_{turn.shown}"
            if sheet.task == "review":
                show_review(sheet, desk, said, key)
            else:
                show_sheet(sheet, desk, said, key)
        if isinstance(sheet.request, Rumour):
            _facts(turn, sheet.request, desk, said, newest)
    with st.expander(said("chat.edit"), expanded=bool(turn.refusal and not turn.versions)):
        _edit(turn, desk, said)


def _understood(turn: Turn, desk: Desk, said: Words) -> None:
    """The task it was taken for, and one click to another."""
    key = f"task_{turn.id}"

    def switch() -> None:
        _later(turn.id, partial(_as_task, desk, st.session_state[key]))

    draws(**{key: turn.task})
    st.segmented_control(
        f"{said.colon(said('understood.label'))} {said(f'understood.{turn.task}')}",
        TASKS,
        format_func=lambda task: said(f"tasks.{task}"),
        key=key,
        required=True,
        wrap=True,
        on_change=switch,
        help=said("understood.help"),
    )


def _as_task(desk: Desk, task: Any, turn: Turn) -> Turn:
    return taken_as(desk, turn, task)


def _switches(turn: Turn, sheet: Sheet, desk: Desk, said: Words) -> None:
    """Kind of text, language and version; each click shows or makes a version."""
    if sheet.draft is None and sheet.task != "review":
        return  # the sheet's own heading says why there is no text
    st.subheader(_title(sheet, said), anchor=False)
    with st.container(horizontal=True, gap="medium"):
        if sheet.task == "draft" and sheet.draft:
            _switch(turn, desk, said, "channel", CHANNELS, sheet.draft.channel)
        if sheet.draft:
            written = ANSWERED if sheet.task == "ask" else LANGUAGES
            _switch(turn, desk, said, "language", written, sheet.language)
        if len(turn.versions) > 1:
            _versions(turn, said)
    change = turn.versions[turn.shown].change
    if change and change not in _CLICKED:
        told = markup.esc(said("chat.version_asked", change=change))
        st.html(f'<p class="small">{told}</p>')


#: How a version made by a click is noted; what was typed is quoted above the text instead.
_CLICKED = ("changed_channel", "changed_language", "changed_facts")


def _title(sheet: Sheet, said: Words) -> str:
    if sheet.task == "draft" and sheet.draft:
        name = said(f"channels.{sheet.draft.channel or 'statement'}")
    else:
        name = said(
            {"counter": "sheet.counter", "review": "sheet.review"}.get(sheet.task, "sheet.answer")
        )
    number = said("sheet.version", number=sheet.version) if sheet.version > 1 else ""
    return " · ".join(part for part in (name, number) if part)


def _switch(
    turn: Turn, desk: Desk, said: Words, what: str, options: tuple[str, ...], now: str
) -> None:
    key = f"{what}_{turn.id}"

    def change() -> None:
        wish = Wish(**{what: st.session_state[key]})
        _later(turn.id, partial(_wish, desk, wish, f"changed_{what}"))

    draws(**{key: now if now in options else None})
    st.segmented_control(
        said(f"chat.{what}"),
        options,
        format_func=lambda option: said(f"{what}s.{option}"),
        key=key,
        required=now in options,
        wrap=True,
        on_change=change,
    )


def _wish(desk: Desk, wish: Wish, change: str, turn: Turn) -> Turn:
    return wished(desk, turn, wish, change)


def _versions(turn: Turn, said: Words) -> None:
    key = f"version_{turn.id}"

    def change() -> None:
        _later(turn.id, partial(_number, st.session_state[key]))

    draws(**{key: turn.shown})
    st.segmented_control(
        said("chat.version"),
        range(len(turn.versions)),
        format_func=lambda number: str(number + 1),
        key=key,
        required=True,
        wrap=True,
        on_change=change,
    )


def _number(number: int, turn: Turn) -> Turn:
    return showing(turn, number)


def _facts(turn: Turn, request: Rumour, desk: Desk, said: Words, newest: bool) -> None:
    """Where the verified facts of a counter-message are typed."""
    title = said("facts.change" if request.facts else "facts.add")
    with (
        st.expander(title, expanded=newest and not request.facts),
        st.form(f"facts_{turn.id}", border=False),
    ):
        facts = st.text_area(
            said("facts.label"),
            "\n".join(request.facts),
            help=said("facts.help"),
            placeholder=said("facts.placeholder"),
            key=f"facts_text_{turn.id}",
        )
        format = st.segmented_control(
            said("formats.label"),
            FORMATS,
            default=request.format,
            format_func=lambda name: said(f"formats.{name}"),
            required=True,
            wrap=True,
            key=f"facts_format_{turn.id}",
        )
        audience = st.text_input(
            said("facts.audience"), request.audience, key=f"facts_audience_{turn.id}"
        )
        if st.form_submit_button(said("facts.run"), type="primary"):
            lines = (facts or "").splitlines()
            _later(
                turn.id,
                partial(_with_facts, desk, lines, format or request.format, audience or ""),
            )
            st.rerun()


def _with_facts(desk: Desk, lines: list[str], format: str, audience: str, turn: Turn) -> Turn:
    return with_facts(desk, turn, lines, format, audience, "changed_facts")


def _edit(turn: Turn, desk: Desk, said: Words) -> None:
    key = f"again_{turn.id}"
    with st.form(f"edit_{turn.id}", border=False):
        text = st.text_area(said("chat.edit_label"), turn.said, height=200, key=key)
        if st.form_submit_button(said("chat.edit_run")):
            _later(turn.id, partial(_anew, desk, text or ""))
            st.rerun()


def _anew(desk: Desk, text: str, turn: Turn) -> Turn:
    return said_anew(desk, turn, text)
