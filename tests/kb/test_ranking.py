"""The order of what is found: words and vectors together, one hit a passage."""

from __future__ import annotations

import pytest

from kb.ranking import Candidate, family, rank, vector_share
from tests.factories import passage


def candidate(
    id: str, similarity=0.0, words=0.0, coverage=0.0, text: str = "", **more
) -> Candidate:
    language = id.rpartition(".")[2] if id.endswith((".en", ".fr", ".de", ".no")) else "en"
    more = {"language": language} | more
    return Candidate(passage(text or f"Text of {id}", id=id, **more), similarity, words, coverage)


def ids(hits) -> list[str]:
    return [hit.passage.id for hit in hits]


def test_nothing_found_is_an_empty_list():
    assert rank([], "en", "en") == []


def test_a_passage_that_both_searches_place_high_comes_first():
    found = rank(
        [
            candidate("a/only-words.en", similarity=0.1, words=9.0),
            candidate("a/both.en", similarity=0.6, words=8.0),
            candidate("a/only-vectors.en", similarity=0.6, words=0.0),
        ],
        "en",
        "en",
    )

    assert ids(found)[0] == "a/both.en"


def test_scores_stay_between_zero_and_one_whatever_the_signals():
    found = rank(
        [
            candidate("a/opposite.en", similarity=-0.4, words=0.0),
            candidate("a/same.en", similarity=1.0000001, words=40.0, coverage=1.0),
        ],
        "en",
        "en",
    )

    assert [hit.score for hit in found] == [1.0, 0.0]


def test_a_query_without_a_known_word_is_ordered_by_vectors_alone():
    found = rank([candidate("a/far.en", 0.2), candidate("a/near.en", 0.5)], "en", "en")

    assert ids(found) == ["a/near.en", "a/far.en"]


def test_translations_count_as_one_passage_shown_in_the_askers_language():
    found = rank(
        [
            candidate("guide/one.en", similarity=0.7, words=1.0, coverage=0.2),
            candidate("guide/one.fr", similarity=0.4, words=5.0, coverage=0.9),
        ],
        "fr",
        "fr",
        ("en",),
    )

    assert ids(found) == ["guide/one.fr"]
    assert (found[0].similarity, found[0].coverage) == (0.7, 0.9)


def test_the_best_version_is_shown_to_an_asker_whose_language_is_missing():
    found = rank([candidate("guide/one.en", 0.7), candidate("guide/one.fr", 0.4)], "de", "de")

    assert ids(found) == ["guide/one.en"]


@pytest.mark.parametrize(
    ("id", "language", "shared"),
    [
        ("guide/one.en", "en", "guide/one"),
        ("guide/one.fr", "fr", "guide/one"),
        ("plan-2024/p3", "en", "plan-2024/p3"),
        ("rules-no.1/p3.no", "en", "rules-no.1/p3.no"),
        ("notes.en", "fr", "notes.en"),
        (".en", "en", ".en"),
    ],
)
def test_only_an_id_that_ends_in_its_own_language_has_translations(id, language, shared):
    assert family(passage(id=id, language=language)) == shared


def test_the_same_text_put_on_the_shelves_twice_is_shown_once():
    text = "Open the sports hall for families and keep the press outside the gate."
    found = rank(
        [
            candidate("plan/p1", similarity=0.5, text=text),
            candidate("plan-copy/p1", similarity=0.6, text=text + " "),
            candidate(
                "other/p1", similarity=0.4, text="Ring the prefect before the first statement."
            ),
        ],
        "en",
        "en",
    )

    assert ids(found) == ["plan-copy/p1", "other/p1"]


def test_passages_without_a_content_word_are_not_taken_for_one():
    found = rank([candidate("a/1", text="And so on."), candidate("a/2", text="…")], "en", "en")

    assert len(found) == 2


def test_equal_scores_keep_the_same_order_every_time():
    pair = [candidate("b/1", 0.5, text="Water"), candidate("a/1", 0.5, text="Fire")]

    assert ids(rank(pair, "en", "en")) == ids(rank(pair[::-1], "en", "en")) == ["a/1", "b/1"]


def test_words_count_for_more_in_a_language_the_model_was_not_trained_on():
    assert vector_share("fr", "fr", ("en",)) < vector_share("en", "en", ("en",))


def test_across_languages_vectors_are_what_there_is():
    assert vector_share("fr", "en", ("en",)) > vector_share("en", "en", ("en",))


def test_a_model_of_unknown_languages_is_trusted_in_all():
    assert vector_share("fr", "en", ()) == vector_share("en", "en", ())
