"""What a person sees on each page after a click. The desk answers from memory."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from bot.settings import Settings
from bot.ui.shared.words import Words
from kb.errors import LibraryUnavailable, UnusableRequest
from tests.factories import passage, source
from tests.ui.fakes import FakeToolkit
from tests.ui.test_markup import HOSTILE

EN, FR = Words("en"), Words("fr")
NOTES = "Town of Alder Quay, Sunday 3 May\n02:10 fire at the hall, Mill Lane. Police: no arrests.\nNext update 10:00"
RUMOUR = "They say the pool is closing for good, my cousin saw it, pass it on!!"


def opened(
    name: str, toolkit: FakeToolkit, language: str = "en", query: dict[str, str] | None = None
) -> AppTest:
    def script(name, toolkit):
        import importlib

        importlib.import_module(f"bot.ui.{name}").page(toolkit)

    page = AppTest.from_function(script, args=(name, toolkit), default_timeout=20)
    page.session_state["language"] = language
    for key, value in (query or {}).items():
        page.query_params[key] = value
    return page.run()


@pytest.fixture
def toolkit() -> FakeToolkit:
    return FakeToolkit()


def seen(page: AppTest) -> str:
    """Everything written on the page."""
    assert not page.exception
    drawn = [element.value if hasattr(element, "value") else "" for element in page.markdown]
    drawn += [element.proto.body for element in page.get("html")]
    drawn += [element.value for element in (*page.title, *page.subheader)]
    return "\n".join(map(str, drawn))


def typed(page: AppTest, text: str) -> AppTest:
    return page.chat_input[0].set_value(text).run()


def control(page: AppTest, key: str):
    return next(c for c in page.get("button_group") if c.key == key)


def choose(page: AppTest, key: str, option) -> AppTest:
    control(page, key).set_value(option).run()
    return page


# ------------------------------------------------------------------ chat


def test_the_empty_chat_offers_an_example_of_each_task(toolkit):
    page = opened("chat", toolkit)
    assert {b.key for b in page.button} == {"example_draft", "example_ask", "example_counter"}
    assert EN("examples.ask_text") in seen(page).replace("&#x27;", "'")


def test_an_example_is_one_click_away(toolkit):
    page = opened("chat", toolkit)
    page.button(key="example_ask").click().run()
    assert "Begin with what you feel" in seen(page)
    assert len(page.session_state["chat"].turns) == 1


def test_notes_are_understood_and_drafted(toolkit):
    page = typed(opened("chat", toolkit), NOTES)
    assert control(page, "task_1").label == "Understood as: incident notes"
    assert "Holding statement" in [s.value for s in page.subheader]
    assert '<mark class="gap">[to confirm: time]</mark>' in seen(page)


def test_one_click_takes_the_text_for_something_else(toolkit):
    page = typed(opened("chat", toolkit), NOTES)
    choose(page, "task_1", "review")
    assert page.session_state["chat"].turns[0].task == "review"
    assert toolkit.desk.asked[-1] == ("review", NOTES, "en", "")


def test_one_click_makes_the_full_statement_and_one_more_the_french_one(toolkit):
    page = typed(opened("chat", toolkit), NOTES)
    choose(page, "channel_1", "statement")
    choose(page, "language_1", "fr")
    (turn,) = page.session_state["chat"].turns
    assert [(v.sheet.draft.channel, v.sheet.language) for v in turn.versions] == [
        ("holding", "en"),
        ("statement", "en"),
        ("statement", "fr"),
    ]
    assert "Full statement · version 3" in [s.value for s in page.subheader]
    choose(page, "version_1", 0)
    assert "Holding statement" in [s.value for s in page.subheader]


def test_a_follow_up_in_words_makes_a_version(toolkit):
    page = typed(typed(opened("chat", toolkit), NOTES), "shorter")
    assert "asked for: “shorter”" in seen(page)
    assert len(page.session_state["chat"].turns) == 1


def test_a_refused_request_keeps_the_sheet_and_the_words(toolkit):
    page = typed(opened("chat", toolkit), NOTES)
    page = typed(page, "in German")
    shown = seen(page)
    assert "Texts in this language are not built yet." in shown
    assert EN("chat.kept") in shown
    assert "Our hearts are with you." in shown


def test_a_fault_shows_two_sentences_and_no_traceback(toolkit):
    toolkit.desk.broken = ZeroDivisionError("secret path")
    page = typed(opened("chat", toolkit), NOTES)
    shown = seen(page)
    assert EN("refusals.unexpected.what") in shown
    assert "ZeroDivision" not in shown and "secret path" not in shown
    assert page.text_area(key="again_1").value == NOTES


def test_a_refusal_is_said_in_french_on_a_french_page(toolkit):
    toolkit.desk.broken = UnusableRequest("The note is empty.", "Type something.")
    page = typed(opened("chat", toolkit, "fr"), NOTES)
    assert "Le texte est vide." in seen(page)
    assert "The note is empty." not in seen(page)


def test_verified_facts_are_added_under_the_reply(toolkit):
    page = typed(opened("chat", toolkit), RUMOUR)
    assert control(page, "task_1").label == "Understood as: a rumour to answer"
    page.text_area(key="facts_text_1").input("The pool is open every day.\n\n")
    next(b for b in page.button if b.label == EN("facts.run")).click().run()
    page.run()
    assert toolkit.desk.asked[-1][1].facts == ("The pool is open every day.",)
    assert "The pool is open every day." in seen(page)
    assert len(page.session_state["chat"].turns[0].versions) == 2


def test_declining_and_abstaining_look_different(toolkit):
    page = typed(opened("chat", toolkit), "Is the impossible possible, and how?")
    declined = seen(page)
    assert EN("none.misuse") in declined and 'class="no-text misuse"' in declined
    page = typed(page, "What will the weather be like?")
    assert EN("none.weak-evidence") in seen(page)
    assert [b for b in page.button if (b.key or "").startswith("near_")]


def test_a_citation_opens_its_passage(toolkit):
    page = typed(opened("chat", toolkit), "What comes first?")
    chip = next(b for b in page.button if b.key.startswith("cite_"))
    label = page.session_state["chat"].turns[0].sheet.evidence[0].label
    assert chip.label.startswith(f"{label} · The guide")
    assert f"[{label}]" in seen(page)
    chip.click().run()
    shown = seen(page)
    assert '<mark class="quote">Say first what you feel for those who were hurt.</mark>' in shown
    assert "https://guide.example/first" in shown


def test_hostile_notes_stay_text(toolkit):
    page = typed(opened("chat", toolkit), f"Police, 02:10, nobody injured. {HOSTILE}")
    for body in (e.proto.body for e in page.get("html")):
        assert "<script" not in body and "<img" not in body
    assert not any("spy.example" in m.value for m in page.markdown)


def test_starting_anew_empties_the_page(toolkit):
    page = typed(opened("chat", toolkit), NOTES)
    page.button(key="start_over").click().run()
    assert not page.session_state["chat"].turns


def test_the_same_click_twice_makes_no_second_version(toolkit):
    page = typed(opened("chat", toolkit), NOTES)
    choose(page, "channel_1", "social")
    choose(page, "channel_1", "holding")
    choose(page, "channel_1", "social")
    assert len(page.session_state["chat"].turns[0].versions) == 2


@pytest.mark.parametrize("name", ["chat", "statement", "check", "library"])
@pytest.mark.parametrize("words", [EN, FR], ids=["en", "fr"])
def test_every_page_opens_in_both_languages(name, words):
    page = opened(name, FakeToolkit(), words.language)
    assert words(f"{name}.title") in seen(page)


# ------------------------------------------------------------------ statement


def test_the_form_reads_drafts_and_keeps_the_text(toolkit):
    page = opened("statement", toolkit)
    page.text_area(key="statement_notes").input(NOTES)
    page.button(key="statement_read").click().run()
    assert len(page.session_state["statement"].incident.facts) == 3
    page.button(key="statement_draft").click().run()
    assert "02:10 fire at the hall" in seen(page)
    page.text_area(key="statement_notes").input("")
    page.button(key="statement_draft").click().run()
    shown = seen(page)
    assert EN("statement.empty") in shown
    assert "02:10 fire at the hall" in shown


def test_the_form_drafts_straight_away_and_in_the_language_asked_for(toolkit):
    page = opened("statement", toolkit)
    page.text_area(key="statement_notes").input(NOTES)
    choose(page, "statement_channel", "social")
    choose(page, "statement_language", "fr")
    page.button(key="statement_draft").click().run()
    asked = toolkit.desk.asked[-1]
    assert (asked[0], asked[2], asked[3]) == ("statement", "social", "fr")


# ------------------------------------------------------------------ check


def test_findings_stand_beside_the_text_with_their_guidance(toolkit):
    page = opened("check", toolkit)
    page.text_area(key="check_text").input("There is no reason to worry.")
    page.button(key="check_run").click().run()
    shown = seen(page)
    assert 'class="major"' in shown and "Promise what you will do." in shown
    why = [b for b in page.button if (b.key or "").startswith("why_")]
    why[0].click().run()
    assert "Say first what you feel" in seen(page)


def test_guidance_that_is_not_on_the_shelves_is_named(toolkit):
    page = opened("check", toolkit)
    page.text_area(key="check_text").input("There is no reason to worry.")
    page.button(key="check_run").click().run()
    [b for b in page.button if (b.key or "").startswith("why_")][1].click().run()
    assert "(not-there) is not in this library yet" in seen(page)


def test_an_empty_draft_keeps_the_last_check(toolkit):
    page = opened("check", toolkit)
    page.text_area(key="check_text").input("There is no reason to worry.")
    page.button(key="check_run").click().run()
    page.text_area(key="check_text").input(" ")
    page.button(key="check_run").click().run()
    assert EN("check.empty") in seen(page)
    assert "Promise what you will do." in seen(page)


# ------------------------------------------------------------------ library


def upload(page: AppTest, *files: tuple[str, bytes]) -> AppTest:
    page.file_uploader(key="upload_files").set_value(
        [(name, data, "text/plain") for name, data in files]
    )
    next(b for b in page.button if b.label == EN("library.add_run")).click().run()
    return page


def test_every_uploaded_file_gets_its_receipt(toolkit):
    page = upload(
        opened("library", toolkit),
        ("rota.txt", b"The press desk opens at eight."),
        ("empty.txt", b" "),
    )
    shown = seen(page)
    assert "Added" in shown and "Refused" in shown
    assert "empty.txt" in shown
    assert toolkit.library.source("rota")


def test_a_receipt_is_told_in_the_language_of_the_page(toolkit):
    page = opened("library", toolkit)
    upload(page, ("empty.txt", b" "))
    page.session_state["language"] = "fr"
    page.run()
    assert "est vide" in seen(page)


def test_a_refused_file_leaves_the_library_as_it_was(toolkit):
    before = toolkit.library.sources(), toolkit.library.passages()

    def fail(data, name):
        raise LibraryUnavailable("The disk is full.", "Free some space.")

    toolkit.take_in = fail  # type: ignore[method-assign]
    page = upload(opened("library", toolkit), ("a.txt", b"x"))
    assert "The disk is full." in seen(page)
    assert (toolkit.library.sources(), toolkit.library.passages()) == before


def test_only_the_passages_with_the_words_are_shown(toolkit):
    page = opened("library", toolkit)
    page.text_input(key="library_filter").input("press hour").run()
    shown = seen(page)
    assert "Press desk rules" in shown and "The guide" not in shown
    page.text_input(key="library_filter").input("zebra").run()
    assert EN("library.none") in seen(page)


def test_a_document_of_the_office_can_be_removed_after_a_question(toolkit):
    page = opened("library", toolkit)
    assert [b.key for b in page.button if (b.key or "").startswith("remove_")] == ["remove_ours"]
    page.button(key="remove_ours").click().run()
    assert toolkit.library.source("ours")
    page.button(key="remove_do").click().run()
    assert toolkit.library.source("ours") is None
    assert EN("library.removed_done") in seen(page)


# ------------------------------------------------------------------ the frame


def framed(toolkit: FakeToolkit) -> AppTest:
    def script(toolkit):
        from bot.ui import chat
        from bot.ui.shared import frame

        frame(toolkit, {"chat": chat.page})

    return AppTest.from_function(script, args=(toolkit,), default_timeout=20).run()


def test_the_sidebar_says_which_engine_is_at_work(toolkit):
    assert "nothing leaves this machine" in seen(framed(toolkit))
    toolkit.settings = Settings(chat_model="openai:gpt", chat_base_url="http://127.0.0.1:1/v1")
    shown = seen(framed(toolkit))
    assert "openai:gpt" in shown and "http://127.0.0.1:1/v1" in shown


def test_the_interface_opens_in_the_language_that_was_set(toolkit):
    toolkit.settings = Settings(language="fr")
    assert "En rayon" in seen(framed(toolkit))


def test_a_language_without_an_interface_falls_back_to_english(toolkit):
    toolkit.settings = Settings(language="de")
    assert "On the shelves" in seen(framed(toolkit))


def test_a_toolkit_that_cannot_open_says_so_in_two_sentences():
    def script():
        from bot.ui.shared import not_open
        from bot.ui.state import Refusal

        not_open(Refusal("WrongEmbedder", "Another model made this index.", "Set it back."), "en")

    shown = seen(AppTest.from_function(script).run())
    assert "Another model made this index." in shown and "Set it back." in shown


def test_passages_are_read_only_when_a_document_is_opened(toolkit, monkeypatch):
    """The sidebar and the list of documents count; they stay quick in a large library."""
    read: list[str] = []
    all_of = toolkit.library.passages
    monkeypatch.setattr(
        toolkit.library, "passages", lambda edition="": [read.append(edition), *all_of(edition)][1:]
    )
    assert "The guide" in seen(opened("library", toolkit))
    assert "2 passages" in seen(framed(toolkit))
    assert read == []


def test_a_long_library_is_shown_in_pages():
    toolkit = FakeToolkit()
    for number in range(45):
        name = f"paper-{number:02}"
        toolkit.library.add(
            source(name, title=f"Paper {number:02}"), [passage("x", id=f"{name}/1")]
        )
    page = opened("library", toolkit)
    assert seen(page).count('class="source-card"') == 20
    assert page.get("pagination")[0].proto.num_pages == 3


def test_a_long_document_is_opened_in_pages():
    toolkit = FakeToolkit()
    toolkit.library.add(
        source("long", title="A long paper"),
        [passage(f"Line {n}.", id=f"long/{n}") for n in range(100)],
    )
    page = opened("library", toolkit, query={"source": "long"})
    assert seen(page).count("<blockquote") == 15
    assert page.get("pagination")[0].proto.num_pages == 7
