"""A translation keeps the names of the English text, in the forms its language has for them."""

from __future__ import annotations

import tomllib

import pytest

from kb.check import check_documents
from kb.check.names import lost_names, names_in
from kb.shipped import read_publication
from kb.text import WORDS

ENGLISH = (
    "In the United Kingdom, the Council of Europe met the mayors of Oslo and Turin on 4 May. "
    "Norway sent the Beirut Declaration to OSCE and RESIST to the Greater Manchester office."
)
FRENCH = (
    "Au Royaume-Uni, le Conseil de l’Europe a rencontré les maires d’Oslo et de Turin le 4 mai. "
    "La Norvège a envoyé la Déclaration de Beyrouth à l’OSCE et RESIST au bureau du Grand "
    "Manchester."
)
GERMAN = (
    "Im Vereinigten Königreich traf der Europarat am 4. Mai die Stadtspitzen von Oslo und Turin. "
    "Norwegen schickte die Erklärung von Beirut an die OSZE und RESIST an das Büro von Greater "
    "Manchester."
)
NORWEGIAN = (
    "I Storbritannia møtte Europarådet ordførerne i Oslo og Torino 4. mai. Norge sendte "
    "Beirut-erklæringen til OSSE og RESIST til kontoret i Greater Manchester."
)
TRANSLATIONS = {"fr": FRENCH, "de": GERMAN, "no": NORWEGIAN}


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_faithful_translation_loses_no_name(language):
    assert lost_names(ENGLISH, TRANSLATIONS[language], language) == []


@pytest.mark.parametrize(
    ("language", "dropped", "instead", "name"),
    [
        ("fr", "le Conseil de l’Europe", "une organisation", "Council of Europe"),
        ("fr", "La Norvège", "Le pays", "Norway"),
        ("fr", "d’Oslo et de Turin", "d’Oslo", "Turin"),
        ("fr", "RESIST", "un guide", "RESIST"),
        ("fr", "de Beyrouth", "commune", "Beirut"),
        ("de", "OSZE", "Organisation", "OSCE"),
        ("de", "der Europarat", "der Rat", "Council of Europe"),
        ("de", "4. Mai", "4. März", "May"),
        ("no", "Storbritannia", "England", "United Kingdom"),
        ("no", "Oslo", "Bergen", "Oslo"),
        ("no", "Beirut-erklæringen", "Beirut-planen", "Declaration"),
    ],
)
def test_a_name_left_out_or_exchanged_is_found(language, dropped, instead, name):
    translation = TRANSLATIONS[language]
    assert dropped in translation

    assert name in lost_names(ENGLISH, translation.replace(dropped, instead), language)


def test_an_acronym_is_a_word_of_its_own():
    assert lost_names("The UN warns.", "Un maire avertit.", "fr") == ["UN"]
    assert lost_names("Ask the US guide.", "Plus un guide est ancien, plus il est usé.", "fr") == [
        "US"
    ]
    assert lost_names("The UN warns.", "FNs råd er klart.", "no") == []


def test_a_form_begins_a_word_and_does_not_stand_inside_one():
    assert lost_names("A French guide", "Un guide pour les Français", "fr") == []
    assert lost_names("The Oslo dialogue", "Le colosse d’un dialogue", "fr") == ["Oslo"]


def test_a_name_of_several_words_is_taken_whole():
    names = names_in("A report of the Council of Europe, and one on Europe by a council.")

    assert names == ["Council of Europe", "Europe"]


def test_a_plain_word_that_opens_a_sentence_is_no_name():
    assert names_in("Mayors speak. “Answers help.” May they speak? NATO and iPhone do.") == ["NATO"]


def test_a_listed_name_counts_at_the_beginning_of_a_sentence_too():
    assert names_in("Norway’s commission met.") == ["Norway"]


def test_a_name_with_an_ending_is_the_name():
    assert names_in("They read the Network’s page and the cities’ Kerslake’s.") == [
        "Network",
        "Kerslake",
    ]


def test_words_of_titles_that_name_nobody_are_passed_over():
    assert names_in("the Charter for Families Bereaved") == ["Charter"]


def test_a_text_of_two_hundred_thousand_characters_is_searched_at_once():
    assert len(names_in("Aa" * 100_000)) == 1
    assert len(names_in("x" + " Aa" * 66_000)) == 1


def test_every_listed_name_has_forms_in_each_language_or_in_none():
    table = tomllib.loads((WORDS / "names.toml").read_text(encoding="utf-8"))
    for name, forms in (table["names"] | table["words"]).items():
        assert set(forms) in (set(), {"fr", "de", "no"}), name
        assert all(forms.values()), name


CARD = """id: guide
title: A guide
publisher: A publisher
url: https://guide.example
language: en
kind: guide
fact_count: 1
passages:
  ask:
    facts: [guide-01]
    basis: official-page
    topics: [trust]
    uses: [media]
    phases: [before]
    audiences: [media]
"""
SHEET = """---
language: {language}
licence: CC BY 4.0
verified: read
---
# Title

## Heading {{#ask}}

> Page 1

{text}
"""


def test_the_check_of_a_publication_names_the_sheet_that_lost_a_name(tmp_path):
    folder = tmp_path / "guide"
    folder.mkdir()
    (folder / "source.yaml").write_text(CARD, encoding="utf-8")
    for language, text in (
        ("en", ENGLISH),
        ("fr", FRENCH.replace("RESIST", "un outil")),
        ("de", GERMAN),
    ):
        sheet = SHEET.format(language=language, text=text)
        (folder / f"{language}.md").write_text(sheet, encoding="utf-8")
    assert all(not edition.problems for edition in read_publication(folder))

    lost = [str(p) for p in check_documents(tmp_path) if "the name" in p.what]

    assert len(lost) == 1
    assert "guide/fr.md" in lost[0] and "RESIST" in lost[0]
