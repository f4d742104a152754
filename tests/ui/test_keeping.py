"""Nothing is lost: what a visit made is there again after a reload, a closed tab, a killed server."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from bot.ui.shared.words import Words
from bot.ui.state import Work, usable
from tests.ui.fakes import FakeToolkit
from tests.ui.test_pages import NOTES, RUMOUR, choose, opened, seen, typed

EN, FR = Words("en"), Words("fr")


def visit(toolkit: FakeToolkit, page: str = "chat", key: str = "") -> AppTest:
    """A new visit to one page inside its frame, at the address with ``key``."""

    def script(toolkit, name):
        import importlib

        from bot.ui.shared import frame

        frame(toolkit, {name: importlib.import_module(f"bot.ui.{name}").page})

    window = AppTest.from_function(script, args=(toolkit, page), default_timeout=20)
    if key:
        window.query_params["conversation"] = key
    return window.run()


def address(window: AppTest) -> str:
    """The key in the address of the page."""
    found = window.query_params.get("conversation", "")
    return found[0] if isinstance(found, list) else found


def files(toolkit: FakeToolkit) -> list[str]:
    folder = toolkit.drawer(Work).folder
    return sorted(path.stem for path in folder.iterdir()) if folder.exists() else []


@pytest.fixture
def toolkit() -> FakeToolkit:
    return FakeToolkit()


def test_a_look_around_leaves_no_file(toolkit):
    window = visit(toolkit)
    assert (address(window), files(toolkit)) == ("", [])
    assert EN("kept.where") in seen(window)
    assert not [b for b in window.button if b.key in ("anew", "delete_kept")]


def test_a_conversation_is_there_again_at_its_address(toolkit):
    window = typed(typed(visit(toolkit), NOTES), "in French")
    key = address(window)
    assert files(toolkit) == [key]
    again = visit(toolkit, key=key)  # nothing of the first visit is left but its file
    (turn,) = again.session_state["chat"].turns
    assert turn == window.session_state["chat"].turns[0]
    assert [v.sheet.language for v in turn.versions] == ["en", "fr"]
    typed(again, "What comes first?")
    assert files(toolkit) == [key]
    assert len(visit(toolkit, key=key).session_state["chat"].turns) == 2


def test_a_turn_is_kept_before_it_is_drawn(toolkit):
    """The page alone, without the frame that keeps at its end: the result is on disk at once."""
    window = typed(opened("chat", toolkit), NOTES)
    (key,) = files(toolkit)
    found = visit(toolkit, key=key).session_state["chat"]
    assert found == window.session_state["chat"]


def test_a_visit_without_an_address_sees_nothing_of_another(toolkit):
    typed(visit(toolkit), NOTES)
    window = visit(toolkit)
    assert not window.session_state["chat"].turns
    assert address(window) == ""


def test_the_form_and_the_table_come_back(toolkit):
    window = visit(toolkit, "statement")
    window.text_area(key="statement_notes").input(NOTES)
    choose(window, "statement_channel", "social")
    window.button(key="statement_draft").click().run()
    key = address(window)
    again = visit(toolkit, "statement", key)
    assert again.text_area(key="statement_notes").value == NOTES
    assert "02:10 fire at the hall" in seen(again)
    assert again.session_state["statement_channel"] == "social"
    asked = len(toolkit.desk.asked)
    again.button(key="statement_draft").click().run()
    assert [what[0] for what in toolkit.desk.asked[asked:]] == ["statement"]  # not read anew


def test_notes_that_were_only_typed_come_back(toolkit):
    window = visit(toolkit, "statement")
    window.text_area(key="statement_notes").input(NOTES).run()
    again = visit(toolkit, "statement", address(window))
    assert again.text_area(key="statement_notes").value == NOTES


def test_a_checked_draft_comes_back(toolkit):
    window = visit(toolkit, "check")
    window.text_area(key="check_text").input("There is no reason to worry.")
    window.button(key="check_run").click().run()
    again = visit(toolkit, "check", address(window))
    assert "Promise what you will do." in seen(again)
    assert again.text_area(key="check_text").value == "There is no reason to worry."


def test_the_language_of_the_pages_comes_back(toolkit):
    window = visit(toolkit)
    choose(window, "language", "fr")
    typed(window, NOTES)
    assert FR("chat.title") in seen(visit(toolkit, key=address(window)))


@pytest.mark.parametrize("key", ["0" * 32, "../../etc/passwd", "<script>", "x" * 5000])
def test_an_address_that_names_nothing_is_said_in_a_sentence(toolkit, key):
    window = visit(toolkit, key=key)
    assert EN("refusals.kept_gone.what") in seen(window)
    assert address(window) == ""
    typed(window, NOTES)
    assert address(window) != key and len(files(toolkit)) == 1


def test_a_damaged_file_costs_itself_and_is_left_alone(toolkit):
    key = address(typed(visit(toolkit), NOTES))
    path = toolkit.drawer(Work).folder / f"{key}.json"
    path.write_bytes(path.read_bytes()[:300])
    window = visit(toolkit, key=key)
    assert EN("refusals.kept_unreadable.what") in seen(window)
    typed(window, RUMOUR)
    assert len(files(toolkit)) == 2 and path.stat().st_size == 300
    choose(window, "language", "fr")
    assert EN("refusals.kept_unreadable.what") not in seen(window)


def test_starting_anew_keeps_what_was_there(toolkit):
    window = typed(visit(toolkit), NOTES)
    key = address(window)
    window.button(key="anew").click().run()
    assert not window.session_state["chat"].turns
    assert address(window) == ""
    assert f"?conversation={key}" in seen(window)
    typed(window, RUMOUR)
    assert len(files(toolkit)) == 2
    assert visit(toolkit, key=key).session_state["chat"].turns[0].said == NOTES


def test_deleting_asks_first_and_leaves_nothing(toolkit):
    window = typed(visit(toolkit), NOTES)
    window.button(key="delete_kept").click().run()
    assert files(toolkit)
    window.button(key="delete_kept_do").click().run()
    assert files(toolkit) == []
    assert not window.session_state["chat"].turns
    assert address(window) == ""
    assert EN("kept.deleted") in seen(window)


def test_a_disk_that_takes_nothing_is_said_and_costs_no_text(toolkit):
    folder = toolkit.drawer(Work).folder
    folder.write_text("no folder")
    window = typed(visit(toolkit), NOTES)
    window.run()
    assert EN("kept.failed") in seen(window)
    assert "Our hearts are with you." in seen(window)


def test_two_windows_on_one_conversation_keep_both(toolkit):
    key = address(typed(visit(toolkit), NOTES))
    one, two = visit(toolkit, key=key), visit(toolkit, key=key)
    typed(one, "What comes first?")
    typed(two, RUMOUR)
    assert address(one) == key != address(two)
    assert [t.task for t in visit(toolkit, key=key).session_state["chat"].turns] == ["draft", "ask"]
    kept = visit(toolkit, key=address(two)).session_state["chat"].turns
    assert [t.task for t in kept] == ["draft", "counter"]


def test_what_no_page_could_show_is_put_right():
    from bot.ui.state import Conversation, Turn

    odd = Work(
        Conversation((Turn(7, "x", "ask", "en", (), 9), Turn(7, "y", "ask", "en"))),
        fields={"language": "klingon", "statement_notes": "n", "other": "z"},
    )
    work = usable(odd)
    assert [(t.id, t.shown) for t in work.chat.turns] == [(1, 0), (2, 0)]
    assert work.fields == {"statement_notes": "n"}
