"""Cards and sheets are read strictly: what is broken is said with its file, line and mend."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest

from kb.errors import BrokenWording
from kb.model import LIMITS
from kb.shipped import Edition, Notebook, Problem, publications, read_publication, shipped_editions
from tests.factories import publication, rewrite

CARD = "source.yaml"


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    return publication(tmp_path)


def read(folder: Path) -> dict[str, Edition]:
    return {edition.name: edition for edition in read_publication(folder)}


def problems(folder: Path) -> list[Problem]:
    return list({p: None for edition in read_publication(folder) for p in edition.problems})


def line_of(path: Path, words: str) -> int:
    """The one line of a file that begins with ``words``."""
    lines = path.read_text(encoding="utf-8").splitlines()
    [found] = [n for n, line in enumerate(lines, 1) if line.lstrip().startswith(words)]
    return found


# ------------------------------------------------------------------ what is read


def test_a_publication_becomes_one_edition_a_language(guide):
    assert {name: len(e.passages) for name, e in read(guide).items()} == {
        "fire-guide.en": 2,
        "fire-guide.fr": 2,
    }
    assert problems(guide) == []


def test_the_card_says_what_is_true_in_every_language_and_the_sheet_the_rest(guide):
    english, french = (edition.source for edition in read(guide).values())

    for source in (english, french):
        assert (source.id, source.title) == ("fire-guide", "The fire guide")
        assert (source.publisher, source.year) == ("Town of Alder Quay", 2020)
        assert (source.original, source.called) == ("en", ("Fire Guide",))
    assert (english.language, english.licence) == ("en", "not stated")
    assert (french.language, french.licence) == ("fr", "non précisée")
    assert french.verified == "Lu en entier sur sa propre page."


def test_a_passage_has_its_text_from_the_sheet_and_its_facts_from_the_card(guide):
    first, line = read(guide)["fire-guide.fr"].passages

    assert first.id == "fire-guide/first-words.fr"
    assert first.headings == (
        "Parler après un incendie",
        "Les premiers mots après un incendie",
    )
    assert first.locator == "Chapitre 1, First words"
    assert first.text.startswith("Dites dans les 30 minutes")
    assert (first.facts, first.basis, first.findings) == (("fire-guide-01",), "official-page", (3,))
    assert (line.basis, line.reported_by) == ("secondary", "library.example")


def test_a_passage_stands_in_its_sheet_where_it_says(guide):
    for edition in read(guide).values():
        text = (guide.parent / edition.file).read_text(encoding="utf-8")
        for passage in edition.passages:
            assert text[passage.start : passage.end] == passage.text


def test_norwegian_and_norway_are_words_and_not_a_no(guide):
    (guide / "en.md").rename(guide / "no.md")
    rewrite(guide / "no.md", "language: en", "language: no")
    rewrite(guide / CARD, "language: en", "language: no")

    norwegian = read(guide)["fire-guide.no"]

    assert norwegian.problems == ()
    assert (norwegian.source.language, norwegian.source.original) == ("no", "no")
    assert norwegian.passages[1].law == ("NO",)


def test_a_date_stays_as_it_was_written(guide):
    rewrite(guide / CARD, "year: 2020", "year: 2020\npublished: 2020-03-22")

    assert read(guide)["fire-guide.en"].source.published == "2020-03-22"


@pytest.mark.parametrize("changed", [CARD, "en.md"])
def test_a_change_to_card_or_sheet_makes_the_edition_a_new_one(guide, changed):
    before = read(guide)["fire-guide.en"].source.digest
    whole = (guide / CARD).read_bytes() + (guide / "en.md").read_bytes()
    assert before == hashlib.sha256(whole).hexdigest()

    with (guide / changed).open("a", encoding="utf-8") as file:
        file.write("\n")

    assert read(guide)["fire-guide.en"].source.digest != before


def test_what_the_sources_do_not_cover_needs_neither_facts_nor_an_address(tmp_path):
    ours = publication(tmp_path, LIMITS)
    rewrite(ours / CARD, "url: https://fire.example/guide", 'url: ""')
    rewrite(ours / CARD, "    basis: official-page\n", "")
    rewrite(ours / CARD, "    facts: [limits-01]\n", "")

    assert problems(ours) == []


def test_files_beside_the_publications_and_hidden_folders_are_passed_over(guide):
    (guide.parent / "README.md").write_text("How to write a sheet.")
    (guide.parent / ".cache").mkdir()
    (guide.parent / "_drafts").mkdir()

    assert publications(guide.parent) == [guide]


# ------------------------------------------------------------------ what is refused


@pytest.mark.parametrize(
    ("file", "written", "instead", "line", "said"),
    [
        # the card
        (CARD, 'title: "The fire guide"', 'title: "The fire guide', "publisher", "not YAML"),
        (CARD, "kind: guide", "kind: guide\nmood: calm", "mood", "nobody reads mood"),
        (CARD, "basis: official", "bases: official", "bases", "nobody reads bases"),
        (CARD, "    law: [NO]", "    law: [NO]\n    law: [US]", "law: [US]", "law stands here twice"),
        (CARD, "kind: guide", "kind: guide\nid: fire-guide", 7, "id stands here twice"),
        (CARD, 'publisher: "Town of Alder Quay"\n', "", 1, "publisher is missing"),
        (CARD, "url: https://fire.example/guide\n", "", 1, "url is missing"),
        (CARD, "year: 2020", "year: soon", "year", "year is not a number"),
        (CARD, "year: 2020", "year: !!int soon", 1, "not YAML"),
        (CARD, "facts: [fire-guide-01]", "facts: fire-guide-01", "facts: fire", "facts is not a list"),
        (CARD, "facts: [fire-guide-01]", "facts: []", "facts: []", "facts is not a list"),
        (CARD, "findings: [3]", "findings: [three]", "findings", "findings is not a list"),
        (CARD, "basis: official-page", "basis: hearsay", "basis: hearsay", "hearsay is not known"),
        (CARD, "basis: official-page", "basis: secondary", 13, "go together"),
        (CARD, '    reported_by: "library.example"\n', "", "basis: secondary", "go together"),
        (CARD, "id: fire-guide", "id: water-guide", 1, "not the folder’s name"),
        (CARD, 'fact_count: 3', 'fact_count: 3\nauthors: The town', "authors", "not a list"),
        (CARD, '  fire-guide-03: "Nobody', '  - "Nobody', "left_out", "left_out holds no fields"),
        # a sheet
        ("en.md", 'licence: "not stated"', 'licence: "not stated', "verified", "not YAML"),
        ("en.md", "language: en\n", "language: en\nmood: calm\n", "mood", "nobody reads mood"),
        ("en.md", "language: en\n", "language: en\nlicence: x\n", 4, "licence stands here twice"),
        ("en.md", 'verified: "Read whole on its own page."\n', "", 2, "verified is missing"),
        ("en.md", "language: en", "language: fr", 2, "fr is not the file’s name"),
        ("en.md", "---\n# Speaking", "# Speaking", 1, "between two lines of ---"),
        ("en.md", "# Speaking after a fire\n\n##", "##", 6, "does not begin with its title"),
        ("en.md", "after a fire\n\n## The", "after a fire\n\nCalm.\n\n## The", 7, "before the first"),
        ("en.md", " {#first-words}", "", "## The first", "names no passage"),
        ("en.md", "## The first", "### The first", "### The first", "names no passage"),
        ("en.md", "{#first-words}", "{#First Words}", "## The first", "names no passage"),
        ("en.md", "> Chapter 2\n", "", "## A listening", "does not say where"),
        ("en.md", "{#listening-line}", "{#first-words}", "## A listening", "stands twice"),
        ("en.md", "{#first-words}", "{#last-words}", "## The first", "last-words has no entry"),
        ("en.md", "{#first-words}", "{#last-words}", 0, "{#first-words}, but the card describes"),
    ],
)  # fmt: skip
def test_a_slip_is_refused_with_file_line_and_mend(guide, file, written, instead, line, said):
    rewrite(guide / file, written, instead)
    if isinstance(line, str):
        line = line_of(guide / file, line)

    found = [p for p in problems(guide) if said in p.what]

    assert [(p.file, p.line) for p in found] == [(f"fire-guide/{file}", line)]
    assert len(found[0].mend) > 4
    assert not all(edition.source and not edition.problems for edition in read(guide).values())


def test_a_passage_without_a_text_is_refused(guide):
    sheet = guide / "en.md"
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(text[: text.index("Open a listening")], encoding="utf-8")

    first, *_ = problems(guide)

    assert first.line == line_of(sheet, "## A listening")
    assert "empty or stands twice" in first.what


@pytest.mark.parametrize("file", [CARD, "en.md"])
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", ""),
        (b"\n", ""),
        (b"calm", ""),
        (b"id: \x00\n", ""),
        ("un\nété".encode("latin-1"), "not UTF-8"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"{" * 300, ""),
    ],
    ids=["empty", "blank", "no fields", "control character", "latin-1", "binary", "braces"],
)
def test_what_is_no_card_and_no_sheet_is_refused_in_words(guide, file, data, said):
    (guide / file).write_bytes(data)

    broken = read(guide)["fire-guide.en"]

    assert any(p.file == f"fire-guide/{file}" and said in p.what for p in broken.problems)


def test_text_that_is_not_utf_8_is_refused_on_its_line(guide):
    rewritten = (guide / "fr.md").read_text(encoding="utf-8").encode("latin-1", "replace")
    (guide / "fr.md").write_bytes(rewritten)

    [problem] = problems(guide)

    assert (problem.file, problem.line) == ("fire-guide/fr.md", 3)
    assert "UTF-8" in problem.what and "UTF-8" in problem.mend


def test_a_sheet_in_a_language_the_product_does_not_have_is_refused(guide):
    (guide / "fr.md").rename(guide / "sv.md")
    rewrite(guide / "sv.md", "language: fr", "language: sv")

    [problem] = problems(guide)

    assert (problem.file, problem.line) == ("fire-guide/sv.md", 2)


def test_a_missing_card_is_said(guide):
    (guide / CARD).unlink()

    [problem] = problems(guide)

    assert (problem.file, problem.what) == ("fire-guide/source.yaml", "the file is missing.")


def test_a_card_without_a_text_is_said(guide):
    (guide / "en.md").unlink()
    (guide / "fr.md").unlink()

    [problem] = problems(guide)

    assert problem.file == "fire-guide/source.yaml" and "no text" in problem.what


# ------------------------------------------------------------------ what a slip costs


def shelved(folder: Path) -> list[str]:
    return [source.edition for source, _ in shipped_editions(folder)]


def test_a_broken_sheet_costs_its_own_language(guide):
    publication(guide.parent, "water-guide")
    rewrite(guide / "fr.md", "> Chapitre 2\n", "")

    assert shelved(guide.parent) == ["fire-guide.en", "water-guide.en", "water-guide.fr"]


@pytest.mark.parametrize("written", ["id: fire-guide", "kind: guide", "fact_count: 3"])
def test_a_broken_card_costs_the_publication_and_no_other(guide, written):
    publication(guide.parent, "water-guide")
    rewrite(guide / CARD, written, f"{written}\nmood: calm")

    assert shelved(guide.parent) == ["water-guide.en", "water-guide.fr"]


def test_every_slip_of_a_file_is_said_at_once(guide):
    rewrite(guide / CARD, "year: 2020", "year: soon")
    rewrite(guide / CARD, "findings: [3]", "findings: [three]")
    rewrite(guide / "fr.md", "> Chapitre 2\n", "")

    said = " ".join(map(str, problems(guide)))
    for slip in ("year is not a number", "findings is not a list", "does not say where"):
        assert slip in said


def test_a_problem_reads_as_where_what_and_mend():
    on_line, of_file = (
        Problem("a/en.md", 7, "It is wet.", "Dry it."),
        Problem("b", 0, "Gone.", "Add."),
    )

    assert str(on_line) == "a/en.md, line 7: It is wet. Dry it."
    assert str(of_file) == "b: Gone. Add."


def test_whoever_needs_a_whole_file_is_told_its_first_problem():
    notes = Notebook("a/en.md")
    notes.refuse_any()
    notes.note(7, "It is wet.", "Dry it.")
    notes.note(9, "It is cold.", "Warm it.")

    with pytest.raises(BrokenWording) as refusal:
        notes.refuse_any()
    assert refusal.value.what == "a/en.md, line 7: It is wet."
    assert refusal.value.advice == "Dry it."


@pytest.mark.parametrize("piece", ["{#a-", "> ", "## ", "#", "\n", "a{#b}\n## c {#b}\n"])
def test_two_hundred_thousand_characters_are_read_at_once(guide, piece):
    with (guide / "en.md").open("a", encoding="utf-8") as sheet:
        sheet.write("\n" + piece * (200_000 // len(piece)))
    started = time.perf_counter()
    list(read_publication(guide))

    assert time.perf_counter() - started < 3
