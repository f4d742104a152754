"""The shipped shelves keep their word: every fact carried, nothing copied, both languages alike."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from kb.errors import BrokenWording
from kb.front_matter import split_front_matter
from kb.shipped import BASES, DOCUMENTS, read_sheet, shipped_editions
from kb.text import WORDS, sentences, words

#: facts of the publication's fact list, and those we leave out with a reason
FACTS = {"scn-ten-findings-2023": 51, "cdc-cerc": 48, "debunking-handbook-2020": 16}
LEFT_OUT: dict[str, set[str]] = {id: set() for id in FACTS}

SHARED = Path(__file__).parents[3] / "shared"

EDITIONS = {source.edition: (source, passages) for source, passages in shipped_editions()}
PASSAGES = [p for _, passages in EDITIONS.values() for p in passages]
every_passage = pytest.mark.parametrize("passage", PASSAGES, ids=lambda p: p.id)
every_work = pytest.mark.parametrize("work", FACTS)


def file_of(edition: str) -> str:
    return (DOCUMENTS / f"{edition}.md").read_text(encoding="utf-8")


def test_three_publications_stand_on_the_shelves_in_two_languages():
    assert set(EDITIONS) >= {f"{work}.{language}" for work in FACTS for language in ("en", "fr")}


@every_work
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_fact_is_carried_or_left_out_with_a_reason(work, language):
    carried = {fact for p in EDITIONS[f"{work}.{language}"][1] for fact in p.facts}
    listed = {f"{work}-{n:02}" for n in range(1, FACTS[work] + 1)}

    assert carried == listed - LEFT_OUT[work]
    assert not LEFT_OUT[work] & carried


@every_work
def test_a_passage_says_how_its_weakest_fact_was_seen(work):
    sheet = SHARED / "sources" / "facts" / f"{work}.yaml"
    if not sheet.exists():
        pytest.skip("the fact lists are not on this machine")
    facts = {fact["id"]: fact for fact in yaml.safe_load(sheet.read_text("utf-8"))["facts"]}

    assert len(facts) == FACTS[work]
    for passage in EDITIONS[f"{work}.en"][1]:
        rests_on = [facts[fact] for fact in passage.facts]
        assert all(fact["confidence"] == "verified" for fact in rests_on), passage.id
        assert passage.basis == min((f["basis"] for f in rests_on), key=BASES.index), passage.id
        for topic in passage.topics:
            assert any(topic in fact["topics"] for fact in rests_on), (passage.id, topic)
        for fact in rests_on:
            if fact["basis"] == "secondary":
                assert any(h in fact["seen_at"] for h in passage.reported_by.split(", "))


@every_work
def test_a_sheet_names_the_publication_as_it_names_itself(work):
    register = SHARED / "sources" / "sources.yaml"
    if not register.exists():
        pytest.skip("the register of sources is not on this machine")
    entries = yaml.safe_load(register.read_text("utf-8"))["sources"]
    entry = next(e for e in entries if e["id"] == work)

    for language in ("en", "fr"):
        source = EDITIONS[f"{work}.{language}"][0]
        for key in ("title", "publisher", "year", "url", "kind"):
            assert getattr(source, key) == entry[key], key


@every_work
def test_a_translation_has_the_same_passages_on_the_same_facts(work):
    english, french = (EDITIONS[f"{work}.{language}"][1] for language in ("en", "fr"))

    assert [p.id.rsplit(".", 1)[0] for p in english] == [p.id.rsplit(".", 1)[0] for p in french]
    for one, other in zip(english, french, strict=True):
        for field in ("facts", "basis", "reported_by", "topics", "uses"):
            assert getattr(one, field) == getattr(other, field), (one.id, field)


@every_work
def test_a_translation_has_the_same_figures(work):
    english, french = (EDITIONS[f"{work}.{language}"][1] for language in ("en", "fr"))

    for one, other in zip(english, french, strict=True):
        for text in ("text", "locator"):
            digits = [sorted(re.findall(r"\d+", getattr(p, text))) for p in (one, other)]
            assert digits[0] == digits[1], (one.id, digits)


@every_passage
def test_a_passage_is_40_to_160_words_long(passage):
    assert 40 <= len(words(passage.text)) <= 160


@every_passage
def test_a_passage_stands_in_its_file_where_it_says(passage):
    text = file_of(passage.edition)

    assert text[passage.start : passage.end] == passage.text
    assert "\n" not in passage.text, "a sentence is quoted as it stands: one line a paragraph"


@every_passage
def test_a_sentence_quoted_alone_names_its_subject(passage):
    opening = {
        "en": r"(?:This|That|These|Those|It|They|He|She|Its|Their|Such|Both|Also|But|And|So)\b",
        "fr": r"(?:Ceci|Cela|Ça|C’|Ce(?!ux| qui| que)|Cette|Cet|Ces|Elles?|Ils?|Celles?|Celui|Ceux|Sa|Son|Ses|Leurs?|Mais|Et|Or)\b",
    }[passage.language]
    for span in sentences(passage.text):
        assert not re.match(opening, span.text), span.text
        assert len(words(span.text)) <= 50, span.text


@every_passage
def test_topics_and_uses_come_from_the_vocabulary(passage):
    known = tomllib.loads((WORDS / "topics.toml").read_text(encoding="utf-8"))

    assert set(passage.topics) <= set(known["topics"])
    assert set(passage.uses) <= set(known["uses"])


def test_every_word_of_the_vocabulary_is_described_in_both_languages():
    known = tomllib.loads((WORDS / "topics.toml").read_text(encoding="utf-8"))

    for group in known.values():
        for name, description in group.items():
            assert description["en"] and description["fr"], name


def test_the_ten_findings_are_all_there_under_our_numbering():
    for language, pattern in (
        ("en", r"Finding (\d+) \(our numbering\)"),
        ("fr", r"Constat (\d+) \(notre numérotation\)"),
    ):
        passages = EDITIONS[f"scn-ten-findings-2023.{language}"][1]
        numbers = []
        for passage in passages:
            match = re.fullmatch(pattern, passage.locator)
            assert match or passage.locator == "Introduction"
            start = f"{passage.locator.split(' (')[0]}. "
            assert passage.headings[-1].startswith(start), passage.headings
            numbers += [int(match[1])] if match else []
        assert numbers == sorted(numbers)
        assert set(numbers) == set(range(1, 11))


def test_disinformation_is_by_extremist_groups_not_against_them():
    for language, words_of_it in (
        ("en", "campaigns by far-right or other extremist groups"),
        ("fr", "menées par l’extrême droite ou par d’autres groupes extrémistes"),
    ):
        text = file_of(f"scn-ten-findings-2023.{language}")
        assert words_of_it in text


@pytest.mark.parametrize("edition", [e for e in EDITIONS if e.endswith(".fr")])
def test_french_has_its_no_break_spaces(edition):
    fields, body, _ = split_front_matter(file_of(edition))
    entries = fields["passages"].values()
    for text in (body, fields["note"], fields["verified"], *(e["locator"] for e in entries)):
        assert not re.findall(r".{0,20}[^\u00a0][;?!»]|.{0,20}[^\u00a0]:(?=\s)|«[^\u00a0]", text)
        assert "'" not in text, "the apostrophe of print is ’"


def test_nothing_is_copied_from_the_page_the_findings_come_from():
    pages = sorted((SHARED / "real").glob("*.txt"))
    if not pages:
        pytest.skip("the founding page is not on this machine")

    def eights(text: str) -> set[tuple[str, ...]]:
        found = [word.casefold() for word in re.findall(r"[^\W_]+", text)]
        return {tuple(found[i : i + 8]) for i in range(len(found) - 7)}

    theirs = set().union(*(eights(page.read_text(encoding="utf-8")) for page in pages))
    for passage in PASSAGES:
        assert not eights(passage.text) & theirs, passage.id


SHEET = """---
id: guide
title: A guide
publisher: A publisher
year: 2020
url: https://guide.example
language: en
source_language: en
licence: not stated
guidance_licence: CC BY 4.0
kind: guide
verified: Read whole.
passages:
  first-message:
    facts: [guide-01]
    locator: Chapter 1
    basis: official-page
    topics: [first-message]
    uses: [holding-statement]
---
# Our guide

## The first message {#first-message}

Say what is known.

Say when more will follow.
"""


def test_a_sheet_becomes_a_source_and_its_passages():
    source, (passage,) = read_sheet(SHEET, "guide.en.md")

    assert (source.id, source.edition, source.language, source.year) == (
        "guide",
        "guide.en",
        "en",
        2020,
    )
    assert len(source.digest) == 64
    assert source.note == "Read whole."
    assert passage.id == "guide/first-message.en"
    assert passage.headings == ("Our guide", "The first message")
    assert passage.text == "Say what is known.\n\nSay when more will follow."
    assert SHEET[passage.start : passage.end] == passage.text


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        (" {#first-message}", "", "names no passage"),
        ("## The", "### The", "names no passage"),
        ("{#first-message}", "{#other}", "other has no entry"),
        (
            "## The first message {#first-message}\n\nSay what",
            "Say what",
            "before its first passage",
        ),
        ("# Our guide\n", "", "does not begin with its title"),
        ("    locator: Chapter 1\n", "", "has no locator"),
        ("    locator:", "    locater:", "nobody reads locater"),
        ("kind: guide", "kind: guide\nmood: calm", "nobody reads mood"),
        ("publisher: A publisher\n", "", "has no publisher"),
        ("language: en\nsource", "language: xx\nsource", "not a language"),
        ("year: 2020", "year: soon", "year is not a number"),
        ("basis: official-page", "basis: hearsay", "basis is not known"),
        ("basis: official-page", "basis: secondary", "go together"),
        ("facts: [guide-01]", "facts: guide-01", "facts is not a list"),
        ("Say what is known.\n\nSay when more will follow.\n", "", "is empty or stands twice"),
        ("Say when", "## Again {#first-message}\n\nSay when", "is empty or stands twice"),
        ("---\n# Our", "\n# Our", "never closes"),
    ],
)
def test_a_broken_sheet_is_refused_with_a_sentence(written, instead, said):
    assert written in SHEET
    with pytest.raises(BrokenWording) as refusal:
        read_sheet(SHEET.replace(written, instead), "guide.en.md")

    assert said in str(refusal.value)
    assert "guide.en.md" in refusal.value.what
    assert refusal.value.advice


def test_an_entry_without_a_passage_is_refused():
    entry = "  second:\n    facts: [guide-02]\n    locator: Chapter 2\n    basis: official-page\n    topics: [trust]\n    uses: [media]\n"
    with pytest.raises(BrokenWording, match=r"no passage is headed \{#second\}"):
        read_sheet(SHEET.replace("---\n# Our", f"{entry}---\n# Our"), "guide.en.md")


def test_a_sheet_of_two_hundred_thousand_characters_is_read_at_once():
    text = SHEET + "{#a-" * 50_000
    assert read_sheet(text, "guide.en.md")[1][0].text.endswith("{#a-")
