"""Word search: stems under their language, rarity, and no syntax from outside."""

from __future__ import annotations

import sqlite3

import pytest

from kb import lexical

SHELF = [
    (1, "en", "Boil tap water for one minute before drinking it.", "Water"),
    (2, "en", "Visit the families first and ask what they wish.", "Families"),
    (3, "en", "The hotline answers questions about water, schools and roads.", "Hotline"),
    (4, "fr", "Faites bouillir l'eau du robinet avant de la boire.", "Eau"),
    (5, "fr", "Rendez visite aux familles et demandez ce qu'elles souhaitent.", "Familles"),
]
LANGUAGES = {1: "en", 2: "en", 3: "en", 4: "fr", 5: "fr"}
COUNTS = {"en": 3, "fr": 2}


@pytest.fixture
def db():
    db = sqlite3.connect(":memory:")
    db.executescript(lexical.SCHEMA)
    for row, language, body, headings in SHELF:
        lexical.put(db, row, language, body, headings, "The guide, by a publisher")
    yield db
    db.close()


def found(db, query, language="en") -> list[int]:
    return lexical.best(db, lexical.read_query(db, query, language, COUNTS), 10)


def coverage(db, query, language="en") -> dict[int, float]:
    wanted = lexical.read_query(db, query, language, COUNTS)
    return {row: score.coverage for row, score in lexical.weigh(db, wanted, LANGUAGES).items()}


def test_a_word_is_found_in_another_of_its_forms(db):
    assert found(db, "visiting a family") == [2]
    assert found(db, "boire de l’eau bouillie", "fr") == [4]


def test_accents_may_be_left_out(db):
    lexical.put(db, 6, "fr", "Publiez un communiqué.", "", "")

    assert found(db, "communique", "fr") == [6]


def test_a_rare_word_weighs_more_than_a_common_one(db):
    assert found(db, "water hotline")[0] == 3


def test_a_passage_that_is_taken_out_is_not_found_again(db):
    lexical.drop(db, [1])

    assert 1 not in found(db, "boil tap water")


def test_coverage_is_the_share_of_the_questions_words_that_a_passage_holds(db):
    shares = coverage(db, "Boil the water before drinking")

    assert shares[1] == pytest.approx(1.0)
    assert 0 < shares[3] < 0.5
    assert shares[2] == shares[5] == 0.0


def test_words_that_no_passage_holds_lower_the_coverage(db):
    assert coverage(db, "boil water")[1] > coverage(db, "boil water on Jupiter")[1] > 0


def test_a_name_is_found_from_a_question_in_another_language(db):
    lexical.put(db, 6, "en", "The Northwick desk checks rumours within the hour.", "", "")

    assert found(db, "Que fait la cellule Northwick ?", "fr") == [6]


def test_a_common_word_of_one_language_does_not_find_a_content_word_of_another(db):
    lexical.put(db, 6, "en", "Pour the water away.", "", "")

    assert found(db, "un conseil pour les parents", "fr") == []


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "water* OR NEAR(",
        "body:water",
        '" OR 1=1 --',
        "AND OR NOT",
        "{body headings} : x",
        "\x00water",
        "½ º ß ﬁ",
        "-" * 1000,
    ],
)
def test_what_a_person_types_is_never_read_as_search_syntax(db, query):
    found(db, query)


def test_a_pasted_page_is_searched_by_its_rarest_words(db):
    page = " ".join(f"word{n}" for n in range(3000)) + " water"
    wanted = lexical.read_query(db, page, "en", COUNTS)

    assert all(len(rarity) <= lexical.MOST_WORDS for rarity in wanted.rarity.values())


def test_a_query_of_common_words_finds_nothing(db):
    assert found(db, "what is it and why is that so") == []


@pytest.mark.parametrize(
    ("query", "said", "heard"),
    [
        ("What should we say to the families of the victims?", "fr", "en"),
        ("Que devons-nous dire aux familles des victimes ?", "en", "fr"),
        ("Que devons-nous dire aux familles des victimes ?", "fr", "fr"),
        ("hotline", "fr", "fr"),
        ("", "en", "en"),
    ],
)
def test_a_question_may_be_in_another_language_than_the_interface(query, said, heard):
    assert lexical.spoken(query, said, ("en", "fr")) == heard


@pytest.fixture
def german(db):
    """The same shelf, with two passages that also stand there in German."""
    lexical.put(db, 6, "de", "Leitungswasser vor dem Trinken abkochen.", "Wasser", "")
    lexical.put(db, 7, "de", "Die Familien zuerst besuchen.", "Familien", "")
    return db


ALL = {"en": 3, "fr": 2, "de": 2}


def test_english_passages_are_searched_by_the_gloss_of_a_question(german):
    asked = lexical.read_query(german, "Leitungswasser abkochen", "de", ALL, "boil tap water")

    assert set(lexical.best(german, asked, 10)) == {1, 3, 6}
    without = lexical.read_query(german, "Leitungswasser abkochen", "de", ALL)
    assert lexical.best(german, without, 10) == [6]


def test_a_gloss_finds_nothing_in_other_languages_than_english(german):
    asked = lexical.read_query(german, "unbekannt", "de", ALL, "familles eau")

    assert lexical.best(german, asked, 10) == []


def test_a_word_is_as_rare_as_it_is_in_its_own_language(german):
    lexical.put(german, 8, "fr", "Le centre Northwick ferme.", "", "")
    lexical.put(german, 9, "fr", "Northwick reste ouvert.", "", "")
    lexical.put(german, 10, "de", "Northwick bleibt offen.", "", "")

    rarity = lexical.read_query(german, "Northwick", "de", {"fr": 40, "de": 40}).rarity

    [in_french], [in_german] = rarity["fr"].values(), rarity["de"].values()
    assert in_german > in_french > 0


def test_passages_that_do_not_match_are_weighed_too(german):
    asked = lexical.read_query(german, "boil tap water", "en", ALL)
    scores = lexical.weigh(german, asked, {1: "en", 2: "en", 6: "de"})

    assert set(scores) == {1, 2, 6}
    assert scores[1].bm25 > 0 and scores[1].coverage == pytest.approx(1.0)
    assert scores[2] == scores[6] == lexical.WordScore()


def test_a_word_in_the_heading_weighs_more_than_in_the_text(db):
    lexical.put(db, 6, "en", "Quilts hang in the hall.", "Other", "")
    lexical.put(db, 7, "en", "Other hangs in the hall.", "Quilts", "")
    wanted = lexical.read_query(db, "quilts", "en", {"en": 5})

    scores = lexical.weigh(db, wanted, {6: "en", 7: "en"})

    assert scores[7].bm25 > scores[6].bm25 > 0


def test_a_long_passage_is_held_back_and_a_word_said_often_soon_stops_counting(db):
    lexical.put(db, 6, "en", "Quilts.", "", "")
    lexical.put(
        db, 7, "en", "Quilts. " + "Nothing else stands here but filling straw. " * 20, "", ""
    )
    lexical.put(db, 8, "en", "Quilts. " * 50, "", "")
    wanted = lexical.read_query(db, "quilts", "en", {"en": 6})

    scores = lexical.weigh(db, wanted, {6: "en", 7: "en", 8: "en"})

    assert scores[6].bm25 > scores[7].bm25
    assert scores[8].bm25 < 5 * scores[6].bm25


def test_the_weights_of_no_question_are_nothing(db):
    empty = lexical.read_query(db, "", "en", COUNTS)

    assert not empty
    assert lexical.weigh(db, empty, LANGUAGES) == dict.fromkeys(LANGUAGES, lexical.WordScore())


@pytest.mark.parametrize(
    ("query", "said", "heard"),
    [
        ("Was sagen wir den Familien der Opfer?", "en", "de"),
        ("Hva skal vi si til familiene etter angrepet?", "de", "no"),
        ("Was sagen wir den Familien der Opfer?", "de", "de"),
    ],
)
def test_german_and_norwegian_are_heard_under_another_interface(query, said, heard):
    assert lexical.spoken(query, said) == heard
