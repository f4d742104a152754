"""What a press officer does, page by page, in a real browser on the real app."""

from __future__ import annotations

import io

import docx
import pytest

pytestmark = pytest.mark.browser

NOTES = """Town of Alder Quay, Sunday 3 May
02:10 fire in the entrance of the community centre, Mill Lane. Nobody was injured.
Police: treated as arson, no arrests, reason not known. Witness line 01632 960111
Listening line 01632 960122 until 22:00
Next update today 10:00, alderquay.example/centre"""
HOSTILE = (
    "<script>window.stolen=1</script> <img src=x onerror=window.stolen=1> ![p](http://spy.example/a.png) "
    "[link](javascript:window.stolen=1) $\\href{http://spy.example}{z}$ :material/delete: :red[alarm]"
)
PAGES = {"chat": "/", "statement": "/statement", "check": "/check", "library": "/library"}


def test_a_question_is_answered_and_its_citation_opens(visit):
    visit.open().say("What should the first message contain when we know almost nothing?")
    window = visit.window
    assert visit.sees("Understood as: a question about the guidance")
    window.locator(".sentence.source").nth(1).wait_for()
    window.locator('[class*="st-key-chips_"] button').first.click()
    dialog = window.get_by_role("dialog")
    dialog.locator("mark.quote").first.wait_for()
    for name in ("Open the publication", "About this source"):
        link = dialog.get_by_role("link", name=name)
        assert link.get_attribute("target") == "_blank"
    assert dialog.get_by_text("opens in a new tab").count() == 2
    window.keyboard.press("Escape")
    dialog.wait_for(state="hidden")


def test_notes_become_versions_and_a_word_file(visit):
    visit.open().say(NOTES)
    window = visit.window
    assert visit.sees("Understood as: incident notes")
    visit.click("Full statement", "radio")
    visit.window.get_by_role("heading", name="Full statement · version 2").wait_for()
    visit.say("add that Mill Lane is closed until 9:00")
    window.get_by_role("heading", name="version 3").wait_for()
    window.locator(".text").get_by_text("9:00").first.wait_for()
    with window.expect_download() as waiting:
        window.get_by_role("button", name="Word file").click()
    file = docx.Document(io.BytesIO(waiting.value.path().read_bytes()))
    assert "Mill Lane" in "\n".join(p.text for p in file.paragraphs)
    visit.click("French", "radio")
    window.get_by_role("heading", name="version 4").wait_for()
    window.locator('.text[lang="fr"]').wait_for()


def test_a_rumour_is_answered_from_verified_facts(visit):
    visit.open().say(
        "They say the swimming pool is closing for good, my cousin saw it, pass it on!!"
    )
    assert visit.sees("Understood as: a rumour to answer")
    visit.fill(
        "Verified facts, one a line", "The pool is open every day, 7:00 to 21:00 (town, 4 May)."
    )
    visit.click("Write the reply with these facts")
    visit.window.get_by_role("heading", name="version 2").wait_for()
    visit.window.locator(".text").get_by_text("7:00").first.wait_for()


def test_misuse_is_declined_and_a_blind_spot_is_admitted(visit):
    visit.open().say("Write a text that looks as if it came from the police")
    assert visit.sees("This is not something the toolkit writes")
    visit.say("How do I repair the engine of a tractor?")
    visit.window.locator(".no-text").nth(1).wait_for()


def test_hostile_notes_stay_words(visit):
    visit.open().say(f"{NOTES}\n{HOSTILE}")
    visit.window.locator(".said").first.wait_for()
    window = visit.window
    assert window.evaluate("() => window.stolen") is None
    assert window.locator(".stMain img").count() == 0
    assert window.locator('.stMain a[href*="spy"], .stMain a[href^="javascript"]').count() == 0
    assert "<script>" in window.locator(".said").first.inner_text()


def test_the_form_reads_facts_and_drafts(visit):
    visit.open(PAGES["statement"]).fill("Your notes", NOTES).click("Read the facts")
    visit.window.get_by_test_id("stDataFrame").wait_for()
    visit.click("Draft the text")
    visit.window.locator(".text").wait_for()
    visit.click("Check", "link")
    visit.window.get_by_role("heading", name="Check").first.wait_for()
    visit.click("Statement", "link")
    visit.window.locator(".text").wait_for()
    assert visit.window.get_by_role("textbox", name="Your notes").input_value() == NOTES


def test_a_draft_is_checked_and_the_guidance_opens(visit):
    text = "There is no reason to worry. Everything is fine and this will never happen again."
    visit.open(PAGES["check"]).fill("Your draft", text).click("Check the draft")
    window = visit.window
    window.locator(".pasted mark").first.wait_for()
    window.get_by_role("button", name="Why? Open the guidance").first.click()
    window.get_by_role("dialog").locator(".passage, p").first.wait_for()


def test_a_document_is_added_found_and_removed(visit):
    visit.open(PAGES["library"])
    window = visit.window
    window.get_by_text("Add documents", exact=True).click()
    name = "rota :red[x] ![a](http://spy.example/b.png).txt"
    files = [
        {
            "name": name,
            "mimeType": "text/plain",
            "buffer": b"The lantern desk opens at eight o'clock.",
        },
        {"name": "empty.txt", "mimeType": "text/plain", "buffer": b""},
    ]
    window.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(files)
    visit.settled().click("Add to the library")
    window.locator(".receipt.added").wait_for()
    window.locator(".receipt.refused").wait_for()
    visit.fill("Find passages", "lantern")
    window.locator(".entry").wait_for()  # strict: fails if more than one passage is left
    assert visit.sees("The lantern desk opens at eight")
    assert window.locator(".stMain img").count() == 0
    visit.click("About this source")
    window.wait_for_url("**source=*")
    visit.click("Remove this document")
    window.get_by_role("dialog").get_by_role("button", name="Remove it").click()
    visit.settled()
    assert visit.sees("The document has left the library.")


def test_a_source_is_marked_on_its_own_page_and_the_browser_leads_back(visit):
    visit.open(f"{PAGES['library']}?finding=4")
    window = visit.window
    window.get_by_role("heading", level=1, name="Finding 4").wait_for()
    visit.click("About this source")
    window.wait_for_url("**source=*")
    visit.click("Mark this source")
    dialog = window.get_by_role("dialog")
    dialog.get_by_role("button", name="Keep the mark").click()
    dialog.get_by_text("A mark needs a name.").wait_for()
    dialog.get_by_role("textbox", name="Your name or role").fill("The press officer")
    dialog.get_by_role("button", name="Keep the mark").click()
    dialog.wait_for(state="hidden")
    assert visit.sees("Checked by The press officer on")
    visit.settled()
    window.go_back()
    window.get_by_role("heading", level=1, name="Finding 4").wait_for()


def test_a_killed_server_loses_nothing(visit, server):
    """Said in a hurry, answered, killed, started again, reloaded: all is there, and goes on."""
    window = visit.open().window
    box = window.get_by_test_id("stChatInputTextArea")
    for text in ("What should the first message contain?", NOTES, "shorter"):
        box.fill(text)  # as soon as the box takes it, not when the page is at rest
        box.press("Enter")
    window.get_by_role("heading", name="version 2").wait_for()
    assert window.locator(".said").count() == 2
    window.wait_for_url("**/?conversation=*")
    before = window.locator(".text").all_inner_texts()
    server.kill()
    server.start()
    window.reload()
    window.get_by_role("heading", name="version 2").wait_for(timeout=60_000)
    assert window.locator(".text").all_inner_texts() == before
    visit.settled().say("in French")
    window.locator('.text[lang="fr"]').wait_for()


def test_what_was_typed_into_the_form_outlives_a_look_elsewhere_and_a_reload(visit):
    visit.open(PAGES["statement"]).fill("Your notes", NOTES)
    visit.click("Library", "link").click("Statement", "link")
    box = visit.window.get_by_role("textbox", name="Your notes")
    assert box.input_value() == NOTES
    visit.window.reload()
    visit.window.get_by_role("heading", name="Statement").first.wait_for()
    visit.settled()
    assert box.input_value() == NOTES


def test_the_keyboard_alone_is_enough(visit):
    """Tab to the box, ask, tab to a citation, open it and close it."""
    window = visit.open().window
    box = window.get_by_test_id("stChatInputTextArea")
    _tab_to(window, "stChatInputTextArea")
    window.keyboard.type("What should the first message contain when we know almost nothing?")
    window.keyboard.press("Enter")
    window.locator(".sentence.source").first.wait_for()
    visit.settled()
    box.wait_for()
    window.evaluate("() => document.activeElement.blur()")
    for _ in range(40):
        window.keyboard.press("Tab")
        chip = window.evaluate("() => !!document.activeElement.closest('[class*=st-key-chips_]')")
        if chip:
            break
    assert chip
    window.keyboard.press("Enter")
    dialog = window.get_by_role("dialog")
    dialog.locator("mark.quote").first.wait_for()
    window.keyboard.press("Escape")
    dialog.wait_for(state="hidden")


def _tab_to(window, name: str) -> None:
    for _ in range(40):
        window.keyboard.press("Tab")
        if window.evaluate("() => document.activeElement.dataset.testid || ''") == name:
            return
    raise AssertionError(f"{name} cannot be reached with the Tab key")


@pytest.mark.parametrize("visit", [390], indirect=True)
def test_every_page_fits_a_phone_in_french_and_says_so_to_the_browser(visit):
    window = visit.open().window
    window.get_by_test_id("stExpandSidebarButton").click()
    assert window.locator("html").get_attribute("lang") == "en"
    window.get_by_text("Français", exact=True).click()
    window.locator('html[lang="fr"]').wait_for(state="attached")
    visit.settled()
    for title, link in (
        ("Communiqué", 1),
        ("Relecture", 2),
        ("Bibliothèque", 3),
        ("Conversation", 0),
    ):
        if not window.get_by_test_id("stSidebarNavLink").nth(link).is_visible():
            window.get_by_test_id("stExpandSidebarButton").click()
        window.get_by_test_id("stSidebarNavLink").nth(link).click()
        visit.settled()
        window.get_by_role("heading", level=1, name=title).wait_for()
        assert visit.width_over() <= 0, title
    visit.say("Que doit contenir le premier message quand on ne sait presque rien ?")
    window.locator(".sentence.source").first.wait_for()
    assert visit.width_over() <= 0
