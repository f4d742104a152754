"""Words and filters: what is looked for, and what they find.

With words, the passages stand by how well they answer; without, by source. The
reader's language comes first, and nothing is hidden silently: what only another
language has is counted, and an empty result says which choice to let go.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from bot.ui.library import passages, views
from bot.ui.library.views import GROUPS, by_source, publications
from bot.ui.shared import markup, refused
from bot.ui.shared.words import Words
from bot.ui.state import Refusal, attempt
from kb.model import LANGUAGES, Filter, Hit, Mark, Passage
from kb.text import fold
from kb.vocabulary import described, vocabulary

if TYPE_CHECKING:
    from bot.wiring import Toolkit

#: A ranked list longer than this is no longer read from the top.
MOST = 100
#: The choices that stand open; the others are folded.
FIRST = ("topics", "phases", "findings")
SPOKEN = ("page", "any", *LANGUAGES)


@dataclass(frozen=True)
class Wish:
    """What somebody looks for: words, choices, and whose language."""

    words: str
    only: Filter
    spoken: str

    @property
    def asks(self) -> bool:
        """Is anything looked for at all?"""
        return bool(self.words or views.chosen(self.choices) or self.spoken != "page")

    @property
    def choices(self) -> Filter:
        """The filter as it was chosen, without the language."""
        return replace(self.only, languages=())


def asked(said: Words) -> Wish:
    """The fields, and what stands in them."""
    wanted = st.text_input(
        said("library.filter"),
        key="library_filter",
        help=said("library.filter_help"),
        placeholder=said("library.filter_placeholder"),
        persist_state="session",
    )
    chosen: dict[str, Any] = {}
    for group, column in zip(FIRST, st.columns(len(FIRST)), strict=True):
        with column:
            chosen[group] = _choice(group, said)
    rest = [group for group in GROUPS if group not in FIRST]
    used = sum(bool(st.session_state.get(f"library_{group}")) for group in rest)
    used += st.session_state.get("library_spoken", "page") != "page"
    more = said.count("library.more", used) if used else said("library.more")
    with st.expander(more, key="library_more"):
        left, right = st.columns(2)
        for number, group in enumerate(rest):
            with (left, right)[number % 2]:
                chosen[group] = _choice(group, said)
        with right:
            spoken = st.selectbox(
                said("library.spoken"),
                SPOKEN,
                format_func=lambda name: _language(name, said),
                key="library_spoken",
                persist_state="session",
            )
    only = Filter(**chosen, languages=views.spoken(spoken or "page", said.language))
    wish = Wish((wanted or "").strip(), only, spoken or "page")
    if wish.asks:
        st.button(said("library.clear"), key="library_clear", type="tertiary", on_click=_clear)
    return wish


def _choice(group: str, said: Words) -> tuple[Any, ...]:
    names = {word: _name(group, word, said.language) for word in vocabulary(group)}
    # The ten stand in their order and what happens first stands first; the rest by name.
    ordered = list(names)
    if group not in ("findings", "phases"):
        ordered.sort(key=lambda word: fold(names[word]))
    found = st.multiselect(
        said(f"library.by_{group}"),
        ordered,
        format_func=lambda word: names.get(word, word),
        key=f"library_{group}",
        placeholder=said("library.any"),
        select_all=False,
        persist_state="session",
    )
    return tuple(int(word) for word in found) if group == "findings" else tuple(found)


def _name(group: str, word: str, language: str) -> str:
    name = described(group, word, language)
    name = name[:1].upper() + name[1:]
    return f"{word}. {name}" if group == "findings" else name


def _language(name: str, said: Words) -> str:
    own = name in ("page", "any")
    return said(f"library.spoken_{name}") if own else said(f"languages.{name}")


def _clear() -> None:
    st.session_state["library_filter"] = ""
    st.session_state["library_spoken"] = "page"
    for group in GROUPS:
        st.session_state[f"library_{group}"] = []


# ------------------------------------------------------------------ what was found


def results(toolkit: Toolkit, wish: Wish, in_force: Mapping[str, Mark], said: Words) -> None:
    """What the words and choices find, or what to let go."""
    if wish.words:
        done = attempt(lambda: _ranked(toolkit, wish, in_force, said))
    else:
        done = attempt(lambda: _listed(toolkit, wish, in_force, said))
    if isinstance(done, Refusal):
        refused(done, said)


def _listed(toolkit: Toolkit, wish: Wish, in_force: Mapping[str, Mark], said: Words) -> None:
    """Without words: all that fits, by source."""
    held = toolkit.library.passages()
    found = _fitting(held, wish.only, said)
    if not found:
        _nothing(lambda only: len(_fitting(held, only, said)), wish, said)
        return
    passages.counted(found, said)
    _elsewhere(len(_fitting(held, wish.choices, said)) - len(found), said)
    sources = publications(toolkit.library.sources(), said.language)
    shown = {one.id: one.shown for one in sources}
    key = f"listed_{said.language}_{_mark_of(wish)}"
    passages.grouped(toolkit, by_source(found, sources), shown, in_force, said, key)


def _ranked(toolkit: Toolkit, wish: Wish, in_force: Mapping[str, Mark], said: Words) -> None:
    """With words: what answers them, best first; what was withdrawn stands apart."""
    every = _answering(toolkit, wish, wish.choices, said)
    hits = [hit for hit in every if wish.only.admits(hit.passage)]
    if hits:
        most = said("library.best", count=len(hits)) if len(every) == MOST else ""
        passages.counted([hit.passage for hit in hits], said, most)
        _elsewhere(len(every) - len(hits), said)
        sources = publications(toolkit.library.sources(), said.language)
        shown = {one.id: one.shown for one in sources}
        key = f"ranked_{said.language}_{_mark_of(wish)}"
        passages.ranked(toolkit, hits, shown, in_force, said, key)
    else:
        _nothing(lambda only: len(_admitted(toolkit, wish, only, said)), wish, said)
    if not any(mark.standing == "withdrawn" for mark in in_force.values()):
        return
    fitting = _fitting(toolkit.library.passages(), wish.only, said)
    words = fold(wish.words).split()
    gone = [p for p in views.withdrawn(fitting, in_force) if views.holds(p, words)]
    if gone:
        st.html(f"<h3>{markup.esc(said.count('library.withdrawn', len(gone)))}</h3>")
        passages.folded(gone, in_force, said)


def _mark_of(wish: Wish) -> int:
    """Another wish begins on its own first page."""
    return hash(wish) % 10**9


def _fitting(held: list[Passage], only: Filter, said: Words) -> list[Passage]:
    return views.for_reader(views.admitted(held, only), said.language)


def _answering(toolkit: Toolkit, wish: Wish, only: Filter, said: Words) -> list[Hit]:
    """Hits that have to do with the words, in the language asked for where they have it."""
    language = said.language if wish.spoken in ("page", "any") else wish.spoken
    return views.worth_showing(toolkit.desk.search(wish.words, MOST, language, only))


def _admitted(toolkit: Toolkit, wish: Wish, only: Filter, said: Words) -> list[Hit]:
    found = _answering(toolkit, wish, replace(only, languages=()), said)
    return [hit for hit in found if only.admits(hit.passage)]


def _elsewhere(count: int, said: Words) -> None:
    """How many there are in other languages only, and one click to them."""
    if count > 0:
        label = said.count("library.elsewhere", count)
        st.button(label, key="library_elsewhere", type="tertiary", on_click=_let_go("languages"))


def _nothing(count: Any, wish: Wish, said: Words) -> None:
    """Nothing found: which single choice stands in the way, and how much lies behind it."""
    st.html(f'<p role="status"><strong>{markup.esc(said("library.none"))}</strong></p>')
    groups = [name for name in views.chosen(wish.only) if name != "languages"]
    if wish.spoken != "any":
        groups.append("languages")
    freed = {group: count(views.without(wish.only, group)) for group in groups}
    freed = {group: number for group, number in freed.items() if number}
    lead = "library.loosen" if freed else "library.loosen_all" if groups else "library.loosen_words"
    st.html(f"<p>{markup.esc(said(lead))}</p>")
    for group, number in freed.items():
        name = said("library.spoken" if group == "languages" else f"library.by_{group}")
        st.button(
            said.count("library.let_go", number, name=name),
            key=f"library_let_go_{group}",
            on_click=_let_go(group),
        )


def _let_go(group: str) -> Any:
    def let_go() -> None:
        if group == "languages":
            st.session_state["library_spoken"] = "any"
        else:
            st.session_state[f"library_{group}"] = []

    return partial(let_go)
