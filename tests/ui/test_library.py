"""The library's pages: ways in, a page for each source and finding, reviewers' marks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from bot.drawer import Drawer
from bot.ui.library import views
from bot.ui.state import Conversation, Work, say
from kb.errors import LibraryUnavailable
from kb.marks import Marks, wording, write_marks
from kb.model import LIMITS, Filter, Mark, Passage
from tests.factories import passage, source
from tests.ui.fakes import FakeToolkit
from tests.ui.test_pages import EN, FR, choose, opened, seen

FOUNDING = views.FOUNDING


def shelved(id: str, language: str, text: str, heading: str, **more) -> Passage:
    name = id.partition("/")[0]
    return passage(
        text,
        id=f"{id}.{language}",
        edition=f"{name}.{language}",
        language=language,
        headings=("A guide", heading),
        **more,
    )


@pytest.fixture
def toolkit() -> FakeToolkit:
    """Two publications in two languages, and an upload in English."""
    made = FakeToolkit()
    library = made.library
    library.remove("guide")
    vigil = {"topics": ("memorials-anniversaries",), "phases": ("first-weeks",), "findings": (4,)}
    rally = {"topics": ("protest-management",), "law": ("US",), "findings": (3, 4)}
    for language, title, first, second in (
        ("en", "Vigils", "Plan the vigil with the families.", "A rally may be limited by law."),
        ("fr", "Veillées", "Préparez la veillée avec les familles.", "La loi limite un cortège."),
    ):
        guide = source(
            "zeal",
            language,
            edition=f"zeal.{language}",
            title="The zealous guide",
            url="https://guide.example/zeal",
            url_is="third-party copy",
            licence="CC BY 4.0",
            kind="manual",
            verified="Read whole.",
            original="fr",
            title_en="The zealous guide, in English",
            authors=("A first author", "A second author"),
            published="2024-03-22",
            read_at=("https://guide.example/a", "https://guide.example/b"),
            note="The numbers are ours.",
        )
        library.add(
            guide,
            [
                shelved("zeal/vigil", language, first, title, basis="official-page", **vigil),
                shelved(
                    "zeal/rally",
                    language,
                    second,
                    "Rally",
                    basis="secondary",
                    reported_by="a newspaper",
                    **rally,
                ),
            ],
        )
        library.add(
            source(FOUNDING, language, edition=f"{FOUNDING}.{language}", title="Ten findings"),
            [shelved(f"{FOUNDING}/four", language, "Families first.", "Four", findings=(4,))],
        )
    return made


def chosen(page: AppTest, key: str, *words: str) -> AppTest:
    page.multiselect(key=key).set_value(list(words)).run()
    return page


def texts(page: AppTest) -> str:
    return seen(page)


def press(page: AppTest, start: str, number: int = 0) -> AppTest:
    [b for b in page.button if (b.key or "").startswith(start)][number].click().run()
    return page


# ------------------------------------------------------------------ documents


def test_a_publication_in_two_languages_is_listed_once(toolkit):
    shown = texts(opened("library", toolkit))
    assert shown.count("The zealous guide") == 1
    assert "Press desk rules" in shown


def test_opening_a_document_names_it_in_the_address(toolkit):
    page = press(opened("library", toolkit), "open_zeal")
    assert page.query_params["source"] == "zeal"
    assert page.title[0].value == "The zealous guide"
    page = press(page, "library_back")
    assert "source" not in page.query_params
    assert page.title[0].value == EN("library.title")


def test_a_document_can_be_opened_by_its_title(toolkit):
    page = opened("library", toolkit)
    page.selectbox(key="library_document_en").set_value("zeal").run()
    assert page.query_params["source"] == "zeal"


def test_a_document_removed_from_its_own_page_leads_back_to_the_library(toolkit):
    page = press(opened("library", toolkit), "open_ours")
    page = press(page, "remove_ours")
    page = press(page, "remove_do")
    assert toolkit.library.source("ours") is None
    assert page.title[0].value == EN("library.title")
    assert EN("library.removed_done") in texts(page)


# ------------------------------------------------------------------ words and filters


def test_words_find_passages_in_the_language_of_the_page(toolkit):
    page = opened("library", toolkit, "fr")
    page.text_input(key="library_filter").input("veillée familles").run()
    shown = texts(page)
    assert "Préparez la veillée avec les familles." in shown
    assert "Plan the vigil" not in shown


def test_a_choice_without_words_lists_what_fits_under_its_source(toolkit):
    page = chosen(opened("library", toolkit), "library_topics", "memorials-anniversaries")
    shown = texts(page)
    assert "Plan the vigil with the families." in shown
    assert "A rally may be limited" not in shown
    assert "1 passage in 1 document" in shown
    assert shown.index("The zealous guide") < shown.index("Plan the vigil")


def test_choices_of_several_kinds_must_all_fit(toolkit):
    page = chosen(opened("library", toolkit), "library_findings", "4")
    assert "3 passages in 2 documents" in texts(page)
    shown = texts(chosen(page, "library_law", "US"))
    assert "A rally may be limited by law." in shown and "Plan the vigil" not in shown


def test_choices_hold_for_words_too(toolkit):
    page = chosen(opened("library", toolkit), "library_law", "US")
    page.text_input(key="library_filter").input("families rally law").run()
    shown = texts(page)
    assert "A rally may be limited by law." in shown and "Plan the vigil" not in shown


def test_all_languages_show_each_passage_once_the_readers_first(toolkit):
    page = opened("library", toolkit, "fr")
    page.selectbox(key="library_spoken").set_value("any").run()
    shown = texts(page)
    assert "Préparez la veillée" in shown and "Plan the vigil" not in shown
    assert "Our press desk answers within the hour." in shown


def test_passages_in_other_languages_only_are_counted_and_one_click_away(toolkit):
    toolkit.library.add(
        source("lokal", "de", title="Lokal"),
        [passage("Bürger informieren.", id="lokal/1.de", language="de", topics=("trust",))],
    )
    toolkit.library.add(
        source("local", "en", title="Local"),
        [passage("Tell the citizens.", id="local/1.en", topics=("trust",))],
    )
    page = chosen(opened("library", toolkit), "library_topics", "trust")
    assert "Bürger" not in texts(page)
    assert page.button(key="library_elsewhere").label == EN("library.elsewhere_one")
    assert "Bürger" in texts(press(page, "library_elsewhere"))


def test_an_empty_result_says_which_choice_to_let_go(toolkit):
    page = chosen(opened("library", toolkit), "library_topics", "memorials-anniversaries")
    page = chosen(page, "library_law", "US")
    shown = texts(page)
    assert EN("library.none") in shown and EN("library.loosen") in shown
    labels = {b.key: b.label for b in page.button}
    assert labels["library_let_go_law"] == "Law of: any (1 passage)"
    page = press(page, "library_let_go_law")
    assert "Plan the vigil with the families." in texts(page)
    assert page.multiselect(key="library_topics").value == ["memorials-anniversaries"]


def test_words_that_nothing_holds_find_nothing(toolkit):
    page = opened("library", toolkit)
    page.text_input(key="library_filter").input("zebra").run()
    assert EN("library.none") in texts(page)


def test_one_click_clears_everything(toolkit):
    page = chosen(opened("library", toolkit), "library_law", "US")
    page.text_input(key="library_filter").input("zebra").run()
    page = press(page, "library_clear")
    assert page.multiselect(key="library_law").value == []
    assert "The zealous guide" in texts(page)


def test_what_the_sources_do_not_cover_is_no_guidance(toolkit):
    toolkit.library.add(
        source(LIMITS, title="What is not covered"),
        [passage("Nothing on parades.", id=f"{LIMITS}/1", topics=("protest-management",))],
    )
    page = chosen(opened("library", toolkit), "library_topics", "protest-management")
    assert "Nothing on parades" not in texts(page)


# ------------------------------------------------------------------ findings


def test_a_finding_gathers_its_passages_from_all_sources_the_founding_one_first(toolkit):
    page = opened("library", toolkit, query={"finding": "4"})
    shown = texts(page)
    assert "3 passages in 2 documents" in shown
    places = [shown.index(t) for t in ("Families first.", "Plan the vigil", "A rally may")]
    assert places == sorted(places)


def test_the_ten_findings_are_a_way_in(toolkit):
    page = choose(opened("library", toolkit, "fr"), "library_view", "findings")
    assert sum((b.key or "").startswith("finding_") for b in page.button) == 10
    page = press(page, "finding_3")
    assert page.query_params["finding"] == "3"
    assert "La loi limite un cortège." in texts(page)


def test_a_finding_that_is_none_says_so(toolkit):
    assert EN("library.no_finding") in texts(opened("library", toolkit, query={"finding": "11"}))


# ------------------------------------------------------------------ the page of a source


def test_a_source_page_shows_what_is_known_and_how_it_was_read(toolkit):
    shown = texts(opened("library", toolkit, query={"source": "zeal"}))
    for told in (
        "The zealous guide, in English",
        "A first author, A second author",
        "A publisher",
        "22 March 2024",
        "https://guide.example/zeal",
        "third-party copy",
        "CC BY 4.0",
        "manual",
        "Read whole.",
        EN("library.when_read"),
        "https://guide.example/a",
        "The numbers are ours.",
        "English, French",
        "1 on the official page · 1 as reported by others",
        "Plan the vigil with the families.",
        "As reported by a newspaper",
        "Law: the United States. Not legal advice.",
        "First weeks",
    ):
        assert told in shown


def test_a_source_page_opens_in_the_readers_language_and_can_be_read_in_another(toolkit):
    page = opened("library", toolkit, "fr", query={"source": "zeal"})
    assert "Préparez la veillée" in texts(page) and "22 mars 2024" in texts(page)
    page = choose(page, "edition_zeal_fr", "zeal.en")
    assert "Plan the vigil" in texts(page) and "Préparez" not in texts(page)


def test_a_source_page_turns_to_the_passage_one_came_from():
    toolkit = FakeToolkit()
    many = [passage(f"Line {n}.", id=f"long/{n}.en") for n in range(40)]
    toolkit.library.add(source("long", title="A long paper"), many)
    shown = texts(opened("library", toolkit, query={"source": "long", "passage": "long/20"}))
    assert EN("library.came_from") in shown and "Line 20." in shown and "Line 2." not in shown


def test_a_source_that_is_not_there_says_so(toolkit):
    page = opened("library", toolkit, query={"source": "../../etc/<b>"})
    assert EN("library.no_source") in texts(page)
    assert "library_back" in {b.key for b in page.button}


def test_a_source_page_shows_the_rules_and_conversations_that_rest_on_it(toolkit):
    toolkit.library.add(source("guide", title="The guide"), [passage(id="guide/first.en")])
    key, _ = kept(toolkit)
    page = opened("library", toolkit, query={"source": "guide"})
    open_part(page, "used_guide")
    shown = texts(page)
    assert EN("library.conversations_one") in shown
    assert key not in shown, "a key opens a conversation: nobody is shown another's"


def test_a_visitors_own_conversation_can_be_opened_from_there(toolkit):
    toolkit.library.add(source("guide", title="The guide"), [passage(id="guide/first.en")])
    key, _ = kept(toolkit)
    page = opened("library", toolkit, query={"source": "guide"})
    page.session_state["kept_before"] = key
    open_part(page, "used_guide")
    assert f'href="./?conversation={key}"' in texts(page)


def test_a_source_that_no_conversation_cites_says_so(toolkit):
    kept(toolkit)
    page = opened("library", toolkit, query={"source": "zeal"})
    open_part(page, "used_zeal")
    assert EN("library.not_cited") in texts(page) and EN("library.unused") in texts(page)


def kept(toolkit: FakeToolkit):
    talk = say(toolkit.desk, Conversation(), "What comes first?", "en")
    drawer: Drawer[Work] = toolkit.drawer(Work)
    return drawer.keep(Work(talk))


def open_part(page: AppTest, key: str) -> None:
    page.session_state[key] = True
    page.run()


# ------------------------------------------------------------------ marks


def marking(page: AppTest, button: str, standing: str, by: str, note: str = "") -> AppTest:
    page = press(page, button)
    page.radio[0].set_value(standing)
    page.text_input[-1].input(by)
    page.text_area[-1].input(note)
    next(b for b in page.button if b.label == EN("library.mark_run")).click().run()
    return page


def test_a_person_marks_a_passage_and_sees_the_mark_with_shape_and_word(toolkit):
    page = opened("library", toolkit, query={"source": "zeal"})
    page = marking(page, "passages_zeal", "doubtful", "the press officer", "Old figures.")
    (made,) = toolkit.library.marks.all()
    assert (made.target, made.standing, made.by) == ("zeal/vigil", "doubtful", "the press officer")
    shown = texts(page)
    assert EN("library.mark_kept") in shown
    assert "◆" in shown and "Doubtful, says the press officer on" in shown
    assert "Old figures." in shown


def test_a_person_marks_a_whole_source(toolkit):
    page = opened("library", toolkit, query={"source": "zeal"})
    page = marking(page, "mark_source", "withdrawn", "the press officer")
    assert toolkit.library.marks.in_force()["zeal"].standing == "withdrawn"
    shown = texts(page)
    assert "Plan the vigil with the families." in shown, "withdrawn, and still there to be read"
    assert "The whole source was withdrawn by the press officer" in shown


def test_a_mark_without_a_name_is_refused_and_nothing_is_kept(toolkit):
    page = opened("library", toolkit, query={"source": "zeal"})
    page = marking(page, "mark_source", "checked", "  ")
    assert "A mark needs a name." in texts(page)
    assert toolkit.library.marks.all() == ()


def test_the_name_is_remembered_for_the_next_mark(toolkit):
    page = opened("library", toolkit, query={"source": "zeal"})
    page = marking(page, "mark_source", "checked", "the press officer")
    page = press(page, "passages_zeal")
    assert page.text_input[-1].value == "the press officer"


def test_a_mark_can_be_taken_back(toolkit):
    toolkit.library.marks.mark("zeal", "doubtful", "a colleague")
    page = opened("library", toolkit, query={"source": "zeal"})
    page = marking(page, "mark_source", "open", "the press officer")
    assert toolkit.library.marks.in_force() == {}
    assert EN("library.mark_taken_back") in texts(page)


def test_a_text_that_changed_since_it_was_checked_says_so(toolkit):
    item = toolkit.library.passage("zeal/vigil.en")
    toolkit.library.marks.mark("zeal/vigil", "checked", "me", "", wording(item))
    page = opened("library", toolkit, query={"source": "zeal"})
    assert EN("marks.changed") not in texts(page)
    edition = toolkit.library.source("zeal.en")
    toolkit.library.add(edition, [replace(item, text="Plan it without anybody.")])
    assert EN("marks.changed") in texts(opened("library", toolkit, query={"source": "zeal"}))
    french = texts(opened("library", toolkit, "fr", query={"source": "zeal"}))
    assert "Vérifié par me" in french and FR("marks.changed") not in french


def test_withdrawn_passages_are_found_by_their_words_apart_from_the_others(toolkit):
    toolkit.library.marks.mark("zeal/vigil", "withdrawn", "the press officer")
    page = opened("library", toolkit)
    page.text_input(key="library_filter").input("vigil families").run()
    shown = texts(page)
    assert EN("library.withdrawn_one") in shown
    assert shown.index(EN("library.withdrawn_one")) < shown.index("Plan the vigil")


def test_every_mark_in_force_is_listed_and_leads_to_its_place(toolkit):
    marks = toolkit.library.marks
    marks.mark("zeal/vigil", "doubtful", "the press officer")
    marks.mark("elsewhere/one", "withdrawn", "another city")
    marks.mark("ours", "checked", "me")
    marks.mark("ours", "open", "me")
    page = choose(opened("library", toolkit), "library_view", "marks")
    shown = texts(page)
    assert "2 marks in force" in shown
    assert "Vigils (The zealous guide)" in shown
    assert "elsewhere/one" in shown and EN("library.mark_elsewhere") in shown
    page = press(page, "marked_zeal/vigil")
    assert page.query_params["source"] == "zeal"
    assert page.query_params["passage"] == "zeal/vigil"


def take_in(toolkit: FakeToolkit, data: bytes, language: str = "en") -> AppTest:
    page = choose(opened("library", toolkit, language), "library_view", "marks")
    page.file_uploader(key="marks_file").set_value([("marks.json", data, "application/json")])
    words = EN if language == "en" else FR
    next(b for b in page.button if b.label == words("library.marks_import_run")).click().run()
    return page


def test_the_marks_of_another_office_are_added_and_counted(toolkit):
    theirs = Marks()
    theirs.mark("zeal", "doubtful", "another city")
    theirs.mark("ours", "checked", "another city")
    file = write_marks(theirs.all())
    assert EN.count("library.marks_new", 2) in texts(take_in(toolkit, file))
    assert EN("library.marks_none_new") in texts(take_in(toolkit, file))
    assert toolkit.library.marks.all() == theirs.all()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_broken_file_of_marks_is_refused_with_its_sentence_and_changes_nothing(toolkit, language):
    toolkit.library.marks.mark("zeal", "doubtful", "me")
    before = toolkit.library.marks.all()
    shown = texts(take_in(toolkit, b"no json", language))
    told = {"en": "it is not JSON", "fr": "n’est pas du JSON"}
    assert told[language] in shown
    assert toolkit.library.marks.all() == before


def test_a_broken_store_is_said_and_the_documents_stay_readable(toolkit, monkeypatch):
    def broken():
        raise LibraryUnavailable("The reviewers’ marks cannot be read.", "Put back a copy.")

    monkeypatch.setattr(toolkit.library.marks, "all", broken)
    shown = texts(opened("library", toolkit, query={"source": "zeal"}))
    assert "marks cannot be read" in shown and "Plan the vigil" in shown
    page = choose(opened("library", toolkit), "library_view", "marks")
    assert "marks cannot be read" in texts(page)


def test_a_doubt_is_seen_on_the_citation_and_in_its_passage(toolkit):
    toolkit.library.add(source("guide", title="The guide"), [passage(id="guide/first.en")])
    toolkit.library.marks.mark("guide", "doubtful", "the press officer", "Old.")
    page = opened("chat", toolkit)
    page.chat_input[0].set_value("What comes first?").run()
    assert EN("sheet.doubtful_one") in seen(page)
    chip = next(b for b in page.button if (b.key or "").startswith("cite_"))
    assert "◆ Doubtful" in chip.label
    chip.click().run()
    assert "The whole source is doubtful, says the press officer on" in seen(page)


# ------------------------------------------------------------------ what stands together


def test_without_one_of_its_groups_a_filter_keeps_the_others():
    only = Filter(topics=("trust",), law=("US",))
    assert views.without(only, "law") == Filter(topics=("trust",))
    assert views.chosen(only) == ("topics", "law")


def test_of_translations_the_readers_is_taken_and_each_passage_once():
    held = [
        passage(id=f"guide/{name}.{language}", language=language)
        for name, language in (("a", "en"), ("a", "fr"), ("b", "en"), ("c", "de"))
    ]
    shown = views.for_reader(held, "fr")
    assert [p.id for p in shown] == ["guide/a.fr", "guide/b.en", "guide/c.de"]


def test_a_document_whose_language_nobody_knows_may_be_in_the_readers():
    assert views.spoken("page", "fr") == ("fr", "und")
    assert views.spoken("any", "fr") == ()
    assert views.spoken("de", "fr") == ("de",)


def test_the_graver_mark_decides_what_counts_as_withdrawn():
    held = [passage(id="guide/one.en"), passage(id="other/one.en")]
    marks = {"guide": Mark("guide", "withdrawn", "me", "2026-03-01T14:05:09Z")}
    assert views.withdrawn(held, marks) == held[:1]
