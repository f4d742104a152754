"""Questions put into English word by word, for an embedder that reads English."""

from __future__ import annotations

import time
import unicodedata
from collections import Counter

import pytest

from kb.gloss import LEXICONS, glossed

LANGUAGES = ("fr", "de", "no")


def _concepts() -> list[list[str]]:
    lines = (LEXICONS / "domain.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def test_an_english_question_has_no_gloss() -> None:
    assert glossed("What should the mayor say?", "en") == ""


@pytest.mark.parametrize(
    ("language", "question", "english"),
    [
        ("no", "Hva sier ordføreren til innbyggerne?", "say mayor residents"),
        ("no", "ordførere, ordførerne, ordførerens", "mayor mayor mayor"),
        ("no", "ryktene sprer seg", "rumour spread"),
        ("de", "Anschläge auf Gotteshäuser", "attack place of worship"),
        ("de", "Die Bürgermeisterinnen widerlegten das Gerücht", "mayor debunk rumour"),
        ("fr", "Les communicantes de la mairie démentent les rumeurs", "debunk rumour"),
    ],
)
def test_inflected_words_find_the_entry_of_their_base_form(
    language: str, question: str, english: str
) -> None:
    assert english in glossed(question, language)


def test_a_verb_with_zu_or_ge_inside_is_read_as_its_base_form() -> None:
    assert glossed("das Gerücht richtigzustellen", "de") == "rumour debunk"
    assert "distribute" in glossed("ausgeteilt", "de")


def test_words_that_share_a_stem_keep_their_own_meaning() -> None:
    assert glossed("Schule", "de") == "school"
    assert glossed("Schüler", "de") == "pupils"
    assert glossed("le maire", "fr") == "mayor"
    assert glossed("la mairie", "fr") == "city hall"
    assert glossed("la commune", "fr") == "municipality"
    assert glossed("la communication", "fr") == "communication"


def test_a_word_listed_under_two_concepts_takes_the_one_it_stands_for_first() -> None:
    assert glossed("die Opfer", "de") == "victim"
    assert glossed("les victimes", "fr") == "victim"


def test_expressions_are_read_whole() -> None:
    assert glossed("une minute de silence", "fr") == "moment of silence"
    assert glossed("ett minutts stillhet", "no").endswith("moment of silence")
    assert glossed("eine kleine Gemeinde", "de") == "small town"


def test_a_long_word_without_an_entry_is_read_as_its_two_parts() -> None:
    assert glossed("Gerüchtemeldung", "de").split()[0] == "rumour"
    assert glossed("moskébesøk", "no") == "mosque visit"


def test_names_and_numbers_stay_as_they_are() -> None:
    assert glossed("Qqfordum 2031", "de") == "qqfordum 2031"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_of_two_hundred_thousand_letters_takes_no_time(language: str) -> None:
    started = time.perf_counter()
    glossed("ge" * 100_000, language)
    assert time.perf_counter() - started < 2


def test_each_concept_has_its_row_and_each_row_its_four_languages() -> None:
    concepts = _concepts()
    assert all(len(row) == 4 for row in concepts)
    assert all(row[0] and any(row[1:]) for row in concepts)
    first = Counter(row[0].split("|")[0] for row in concepts)
    assert [english for english, rows in first.items() if rows > 1] == []


def test_the_list_is_written_in_composed_characters_without_stray_spaces() -> None:
    for row in _concepts():
        for cell in row:
            assert cell == unicodedata.normalize("NFC", cell)
            assert all(variant == variant.strip() for variant in cell.split("|"))


def test_the_notes_on_the_tables_give_their_true_number_of_concepts() -> None:
    notes = (LEXICONS / "README.md").read_text(encoding="utf-8")
    assert f"| `domain.tsv` | {len(_concepts())} concepts |" in notes
