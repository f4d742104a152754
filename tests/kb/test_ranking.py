"""The order of what is found: vectors, words and letters together, one hit a passage."""

from __future__ import annotations

import pytest

from kb.ranking import ABROAD, TRUSTED, Candidate, family, rank
from tests.factories import passage


def candidate(
    id: str, similarity=0.0, words=0.0, coverage=0.0, text: str = "", grams=0.0, **more
) -> Candidate:
    language = id.rpartition(".")[2] if id.endswith((".en", ".fr", ".de", ".no")) else "en"
    more = {"language": language} | more
    held = passage(text or "".join(c if c.isalnum() else "x" for c in id), id=id, **more)
    return Candidate(held, similarity, words, coverage, grams)


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
            candidate("a/same.en", similarity=1.0000001, words=40.0, coverage=1.0, grams=1.1),
        ],
        "en",
        "en",
    )

    assert found[-1].score == 0.0
    assert 0.8 < found[0].score <= 1.0


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


def test_letters_decide_where_vectors_and_words_do_not():
    found = rank([candidate("a/1", 0.5), candidate("b/1", 0.5, grams=0.6)], "de", "de")

    assert ids(found) == ["b/1", "a/1"]
    assert found[0].grams == 0.6


def test_the_weights_of_the_signals_make_a_whole():
    assert sum(TRUSTED) == pytest.approx(1.0)
    assert sum(ABROAD) == pytest.approx(1.0)


def spelt_or_meant(language: str, asked: str, trained=(), glossed=()) -> str:
    """Which comes first: the passage near in meaning, or the one that holds the words?"""
    found = rank(
        [
            candidate(f"a/meant.{language}", similarity=0.9, words=1.0),
            candidate(f"a/spelt.{language}", similarity=0.2, words=4.0, grams=0.5),
        ],
        asked,
        asked,
        trained,
        glossed,
    )
    return ids(found)[0].partition("/")[2].partition(".")[0]


def test_vectors_lead_where_the_model_reads_question_and_passage():
    assert spelt_or_meant("en", "en", ("en",)) == "meant"


def test_a_model_of_unknown_languages_is_trusted_in_all():
    assert spelt_or_meant("de", "de") == "meant"


def test_words_and_letters_lead_in_a_language_the_model_was_not_trained_on():
    assert spelt_or_meant("de", "de", ("en",)) == "spelt"


def test_question_and_passage_are_read_where_both_have_a_gloss():
    assert spelt_or_meant("de", "de", ("en",), glossed=("de",)) == "meant"
    assert spelt_or_meant("en", "de", ("en",), glossed=("de",)) == "meant"
    assert spelt_or_meant("en", "de", ("en",)) == "spelt"
    assert spelt_or_meant("fr", "de", ("en",), glossed=("de",)) == "spelt"


def test_a_version_the_model_was_trained_on_is_believed_before_one_read_as_a_gloss():
    both = [candidate("a/one.en", similarity=0.3), candidate("a/one.de", similarity=0.8)]

    [hit] = rank(both, "de", "de", ("en",), ("de",))
    assert hit.similarity == 0.3
    [hit] = rank(both[1:], "de", "de", ("en",), ("de",))
    assert hit.similarity == 0.8


def test_words_are_compared_within_a_language_only():
    """Rare words weigh more in a small language: one score says nothing beside another's."""
    found = rank(
        [
            candidate("a/one.en", words=3.0),
            candidate("b/one.de", words=9.0),
            candidate("c/one.de", words=3.0),
        ],
        "de",
        "de",
    )

    scores = {hit.passage.id: hit.score for hit in found}
    assert scores["a/one.en"] == scores["b/one.de"] > scores["c/one.de"]


def test_a_version_that_does_not_hold_the_words_lowers_a_passage_less_than_a_missing_one():
    one = candidate("a/one.de", words=6.0)
    both = [candidate("b/one.de", words=6.0), candidate("b/one.en", words=6.0)]
    half = [candidate("c/one.de", words=6.0), candidate("c/one.en", words=0.0)]

    scores = {hit.passage.source_id: hit.score for hit in rank([one, *both, *half], "de", "de")}

    assert scores["b"] == scores["a"] > scores["c"] > 0


def test_of_many_candidates_only_the_best_are_given():
    many = [candidate(f"a/{n}.en", similarity=n / 10, text=f"Word{n}") for n in range(9)]

    assert ids(rank(many, "en", "en", most=2)) == ["a/8.en", "a/7.en"]
