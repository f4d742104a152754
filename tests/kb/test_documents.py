"""The shelves that are really shipped: in order, whole in every language, and true to the source."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from kb.check import check_documents
from kb.model import LANGUAGES, LIMITS
from kb.shipped import DOCUMENTS, publications, shipped_editions
from kb.vocabulary import GROUPS, described, vocabulary

SHARED = Path(__file__).parents[3] / "shared"
FINDINGS = "scn-ten-findings-2023"

EDITIONS = {source.edition: (source, passages) for source, passages in shipped_editions()}
PUBLICATIONS = [path.name for path in publications()]


def test_the_shelves_are_in_order():
    beside = SHARED if SHARED.is_dir() else None

    assert [str(problem) for problem in check_documents(beside=beside)] == []


def test_most_of_the_field_is_on_the_shelves():
    assert len(PUBLICATIONS) >= 60
    per_language = Counter(p.language for _, passages in EDITIONS.values() for p in passages)
    assert per_language["en"] == per_language["fr"] >= 350


@pytest.mark.parametrize("name", PUBLICATIONS)
def test_every_publication_stands_there_in_every_language_with_the_same_passages(name):
    slugs = {
        language: [p.id.removesuffix(f".{language}") for p in EDITIONS[f"{name}.{language}"][1]]
        for language in LANGUAGES
    }

    assert slugs["en"]
    assert all(own == slugs["en"] for own in slugs.values())


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_passage_stands_in_its_file_where_it_says(edition):
    name, _, language = edition.rpartition(".")
    text = (DOCUMENTS / name / f"{language}.md").read_text(encoding="utf-8")

    for passage in EDITIONS[edition][1]:
        assert text[passage.start : passage.end] == passage.text
        assert passage.edition == edition and passage.id.startswith(f"{name}/")


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_edition_says_how_the_publication_was_read_and_where_it_opens(edition):
    source, passages = EDITIONS[edition]

    assert len(source.verified) > 20
    assert source.licence
    assert source.id == LIMITS or (source.url.startswith("http") and source.publisher)
    assert all(p.locator and p.headings[-1] for p in passages)


@pytest.mark.parametrize(
    ("language", "pattern", "introduction"),
    [
        ("en", r"Finding (\d+) \(our numbering\)", "Introduction"),
        ("fr", r"Constat (\d+) \(notre numérotation\)", "Introduction"),
        ("de", r"Befund (\d+) \(unsere Zählung\)", "Einleitung"),
        ("no", r"Funn (\d+) \(vår nummerering\)", "Innledning"),
    ],
)
def test_the_ten_findings_are_all_there_under_our_numbering(language, pattern, introduction):
    numbers = []
    for passage in EDITIONS[f"{FINDINGS}.{language}"][1]:
        match = re.fullmatch(pattern, passage.locator)
        assert match or passage.locator == introduction
        assert passage.headings[-1].startswith(f"{passage.locator.split(' (')[0]}. ")
        if match:
            assert int(match[1]) in passage.findings
            numbers.append(int(match[1]))

    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(1, 11))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_has_guidance_from_other_publications_as_well(language):
    helped = {
        finding
        for source, passages in EDITIONS.values()
        if source.language == language and source.id != FINDINGS
        for passage in passages
        for finding in passage.findings
    }

    assert helped == set(range(1, 11))


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        ("en", "campaigns by far-right or other extremist groups", "against far-right"),
        ("fr", "menées par l’extrême droite ou par d’autres groupes", "contre l’extrême droite"),
        (
            "de",
            "die mit rechtsextremen oder anderen extremistischen Gruppen in Verbindung",
            "gegen",
        ),
        (
            "no",
            "som høyreekstreme eller andre ekstremistiske grupper står bak",
            "mot høyreekstreme",
        ),
    ],
)
def test_disinformation_comes_from_extremist_groups_and_is_not_aimed_at_them(
    language, right, wrong
):
    passages = EDITIONS[f"{FINDINGS}.{language}"][1]
    [about] = [p.text for p in passages if p.id.startswith(f"{FINDINGS}/anti-migrant-talk")]

    assert right in about
    assert wrong not in about


@pytest.mark.parametrize("group", GROUPS)
def test_every_word_that_passages_are_found_by_is_described_for_readers(group):
    used = {
        str(w) for _, passages in EDITIONS.values() for p in passages for w in getattr(p, group)
    }

    assert used <= set(vocabulary(group))
    for word in vocabulary(group):
        for language in ("en", "fr"):
            assert vocabulary(group)[word][language], (word, language)


def test_a_description_that_a_language_lacks_is_given_in_english():
    assert described("topics", "trust", "xx") == described("topics", "trust", "en")
    assert described("topics", "no-such-topic", "en") == "no-such-topic"
