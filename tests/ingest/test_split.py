"""Passages: whole enough to be cited alone, short enough to be read, and known by their words."""

from __future__ import annotations

import itertools

import pytest

from ingest import split as splitting
from ingest.readers import read
from ingest.readers.base import Reading
from ingest.receipts import CannotRead
from ingest.split import split
from kb.model import Passage
from kb.text import sentences
from tests.ingest.files import pdf, word

LEADS = ("The mayor", "A neighbour", "The desk", "One of the teams", "A family")
DEEDS = ("opens the hall", "calls the press office", "writes to the schools", "waits by the phone")


def prose(words: int, seed: int = 0) -> str:
    """About so many words in sentences of which no two are alike."""
    said: list[str] = []
    while sum(len(s.split()) for s in said) < words:
        n = len(said) + seed
        said.append(f"{LEADS[n % 5]} {DEEDS[n % 4]} at place {n} on the way to the old mill.")
    return " ".join(said)


def passages(
    data: bytes | str, name: str = "a.md", language: str = "en"
) -> tuple[Reading, tuple[Passage, ...]]:
    reading = read(data.encode() if isinstance(data, str) else data, name)
    return reading, split(reading, "guide", "guide", language)[0]


def lengths(found: tuple[Passage, ...]) -> list[int]:
    return [len(p.text.split()) for p in found]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("# One\n\n" + prose(500) + "\n\n- item\n- item two\n\n## Two\n\n" + prose(20), "a.md"),
        (prose(300) + "\n\n" + prose(30, 90) + "\n\n" + prose(70, 200), "a.txt"),
        (word(("Heading 1", "One"), ("Normal", prose(400)), [["a", "b"], ["c", "d"]]), "a.docx"),
        (pdf(["The hall is open to all who"], ["lost their homes. It closes at ten."]), "a.pdf"),
    ],
)
def test_every_passage_is_a_stretch_of_the_text_and_none_overlap(data, name):
    reading, found = passages(data, name)

    for passage in found:
        assert reading.text[passage.start : passage.end] == passage.text
    for before, after in itertools.pairwise(found):
        assert before.end <= after.start
    kept = "".join("".join(p.text.split()) for p in found)
    for block in reading.blocks:
        assert block.kind == "heading" or "".join(block.text.split()) in kept


def test_no_passage_ends_in_the_middle_of_a_sentence():
    reading, found = passages(prose(900))
    ends = {span.end for span in sentences(reading.text)}

    assert len(found) > 4
    assert all(passage.end in ends for passage in found)


def test_long_paragraphs_part_into_pieces_of_about_the_same_length():
    _, found = passages(prose(700))

    assert min(lengths(found)) > 100
    assert max(lengths(found)) <= splitting.MOST


def test_a_paragraph_of_a_good_length_is_a_passage_of_its_own():
    _, found = passages("\n\n".join([prose(80), prose(100, 50), prose(60, 100)]))

    assert [passage.locator for passage in found] == ["paragraph 1", "paragraph 2", "paragraph 3"]


def test_short_paragraphs_are_put_together_under_their_heading_only():
    _, found = passages("# A\n\nOne here.\n\nTwo here.\n\n# B\n\nThree here.\n")

    assert [(p.headings, p.text) for p in found] == [
        (("A",), "One here.\n\nTwo here."),
        (("B",), "Three here."),
    ]


def test_a_list_stays_with_the_line_that_leads_to_it():
    _, found = passages(prose(60) + "\n\nBring these three:\n\n- water\n- a coat\n- papers\n")

    assert found[-1].text.startswith("Bring these three:") or len(found) == 1
    assert found[-1].text.endswith("- papers")


def test_the_path_of_headings_is_kept():
    _, found = passages("# Plan\n\n## Night\n\n### Phone\n\nCall.\n\n## Day\n\nWait.\n")

    assert [p.headings for p in found] == [("Plan", "Night", "Phone"), ("Plan", "Day")]


def test_a_heading_with_nothing_below_it_is_text():
    _, found = passages("# Plan\n\n## Who calls?\n\n## Who waits?\n\nThe duty officer.\n")

    assert [(p.headings, p.text) for p in found] == [
        (("Plan",), "Who calls?"),
        (("Plan", "Who waits?"), "The duty officer."),
    ]


@pytest.mark.parametrize(
    ("language", "page", "paragraph"),
    [
        ("en", "page 2", "paragraph 2"),
        ("fr", "page 2", "paragraphe 2"),
        ("de", "Seite 2", "Absatz 2"),
        ("no", "side 2", "avsnitt 2"),
        ("und", "page 2", "paragraph 2"),
    ],
)
def test_a_place_is_named_in_the_documents_language(language, page, paragraph):
    _, pages = passages(pdf(["One stands here."], ["Two stands here."]), "a.pdf", language)
    _, paragraphs = passages(prose(70) + "\n\n" + prose(70, 50), "a.md", language)

    assert pages[1].locator == page
    assert pages[1].page == 2
    assert paragraphs[1].locator == paragraph


def test_a_passage_is_cited_by_its_heading_and_by_paragraph_where_there_are_several():
    text = "# Plan\n\n## Night\n\nCall.\n\n## Day\n\n" + prose(70) + "\n\n" + prose(70, 50)

    _, found = passages(text)

    assert [p.locator for p in found] == ["Night", "Day, paragraph 1", "Day, paragraph 2"]


def test_no_passage_runs_over_a_page_except_inside_a_sentence():
    data = pdf(["One stands here. The hall is open to"], ["all of them. Two stands here."])

    _, found = passages(data, "a.pdf")

    assert [(p.text, p.page, p.locator) for p in found] == [
        ("One stands here. The hall is open to all of them.", 1, "pages 1–2"),
        ("Two stands here.", 2, "page 2"),
    ]


def test_an_edited_document_keeps_the_ids_of_what_did_not_change():
    parts = ["# Plan", prose(70), "# Night", prose(90, 40), prose(80, 80)]
    _, before = passages("\n\n".join(parts))
    parts[1] = "A new first line. " + prose(70)
    _, after = passages("\n\n".join(parts))

    assert before[0].id != after[0].id
    assert [p.id for p in before[1:]] == [p.id for p in after[1:]]


def test_ids_are_unique_and_made_of_the_source_the_heading_and_the_words():
    _, found = passages(
        "# Été à l’hôtel\n\nCall.\n\n# A\n\n## B\n\nCall.\n\n# C\n\n## B\n\nCall.\n"
    )

    assert found[0].id.startswith("guide/ete-a-l-hotel-")
    assert len({p.id for p in found}) == len(found) == 3


def test_one_giant_line_is_cut_between_words_and_says_so():
    words = " ".join(f"word{n}" for n in range(2000))
    reading = read(words.encode(), "a.txt")

    found, notices = split(reading, "g", "g", "en")

    assert " ".join(p.text for p in found) == words
    assert max(lengths(found)) <= splitting.MOST
    assert [one.code for one in notices] == ["long-sentence"]


def test_a_line_that_repeats_is_shelved_once():
    reading = read(b"harbour " * 5000, "a.txt")

    found, notices = split(reading, "g", "g", "en")

    assert len(found) <= 2
    assert "repeated-passages" in [one.code for one in notices]


def test_a_shelf_instead_of_a_document_is_refused(monkeypatch):
    monkeypatch.setattr(splitting, "MOST_PASSAGES", 3)

    with pytest.raises(CannotRead) as refusal:
        passages("\n\n".join(prose(70, 100 * n) for n in range(5)))

    assert refusal.value.code == "too-long"


def test_a_document_in_two_languages_has_passages_in_two():
    french = (
        "Les familles sont reçues dans la salle des mariages, et une équipe les accompagne pendant "
        "toute la durée de la crise, de jour comme de nuit, sans rendez-vous et sans conditions."
    )

    _, found = passages(prose(60) + "\n\n" + french)

    assert [p.language for p in found] == ["en", "fr"]


def test_text_in_another_script_has_no_language_of_ours():
    from ingest.split import language_of

    assert language_of("الاستقبال في قاعة الميناء") == "und"
    assert language_of("12 34 !!") == "und"
    assert language_of("La mairie ouvre une salle pour les familles.") == "fr"
