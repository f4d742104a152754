"""Runs of four letters: what they find where words do not meet."""

from __future__ import annotations

import time

import pytest

from kb.grams import LENGTH, MOST, covered, grams


def test_a_text_is_its_runs_of_four_letters_with_the_ends_of_its_words():
    assert grams("Mut") == {" mut", "mut "}
    assert all(len(run) == LENGTH for run in grams("The town hall speaks first."))


def test_capitals_accents_and_marks_make_no_difference():
    assert grams("Évènement, à l’hôtel !") == grams("evenement a l'hotel")


@pytest.mark.parametrize("text", ["", " ", "?!", "…", "\u0000"])
def test_what_has_no_words_has_no_runs(text):
    assert grams(text) == frozenset()
    assert covered(text, "en", ["Say what is known."]) == [0.0]


def test_nothing_is_covered_where_there_are_no_texts():
    assert covered("rumour", "en", []) == []


@pytest.mark.parametrize(
    ("language", "question", "near", "far"),
    [
        ("de", "Gerüchte im Umlauf", "Die Gerüchtebekämpfung beginnt früh.", "Ein Trauerzug."),
        ("de", "Bürgerversammlung", "Eine Versammlung der Bürgerinnen.", "Eine Pressekonferenz."),
        ("no", "ryktespredning", "Rykter skal møtes tidlig.", "Minnestund på torget."),
        ("en", "rumuors and consipracy", "Rumours and conspiracy stories.", "A minute of silence."),
        ("fr", "évaluation", "Evaluating a campaign.", "Ringing the families."),
    ],
)
def test_compounds_slips_and_words_of_one_origin_are_met(language, question, near, far):
    found, other = covered(question, language, [near, far])

    assert found > 0.1 and other < found / 3


def test_a_text_that_holds_every_run_is_covered_whole_and_no_more():
    whole, none = covered("listening line", "en", ["A listening line opens.", "Ga zo."])

    assert whole == pytest.approx(1.0)
    assert none == 0.0


def test_runs_that_few_texts_hold_weigh_more():
    town, name = covered("town Northwick", "en", ["Our town, our town.", "Northwick", "A town."])[
        :2
    ]

    assert name > town


def test_common_words_of_the_question_count_for_nothing():
    texts = ["What should we do about the", "Sirens"]

    assert covered("What should we do about the sirens?", "en", texts) == [0.0, 1.0]


def test_a_pasted_page_is_judged_by_its_beginning():
    page = " ".join(f"word{n}x{n}" for n in range(50_000))
    started = time.perf_counter()
    held = covered(page, "en", ["word1x1"] * 100)

    assert time.perf_counter() - started < 5
    assert all(0 <= share <= 1 for share in held)
    assert len(grams(page)) > MOST
