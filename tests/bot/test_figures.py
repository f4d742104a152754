"""Figures are found, normalised, and never cost more than their length."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bot.figures import KINDS, agree, figures


def read(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(f.kind, f.value) for f in figures(text, language)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1am", "01:00"),
        ("2.30am", "02:30"),
        ("9.15am", "09:15"),
        ("21.40", "21:40"),
        ("6:05 pm", "18:05"),
        ("8pm", "20:00"),
        ("8 p.m.", "20:00"),
        ("12am", "00:00"),
        ("noon", "12:00"),
        ("midnight", "00:00"),
        ("eight o'clock", "08:00"),
        ("17h35", "17:35"),
        ("20h", "20:00"),
        ("18 Uhr", "18:00"),
        ("kl. 11.10", "11:10"),
    ],
)
def test_a_time_has_one_form_however_it_is_typed(text, value):
    assert read(text) == [("time", value)]


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("today 2pm-7pm", "en", ["14:00", "19:00"]),
        ("1 to 4pm", "en", ["13:00", "16:00"]),
        ("11 to 2pm", "en", ["11:00", "14:00"]),
        ("9h-18h", "fr", ["09:00", "18:00"]),
        ("de 9 à 18 h", "fr", ["09:00", "18:00"]),
    ],
)
def test_a_range_gives_both_its_times(text, language, values):
    assert read(text, language) == [("time", value) for value in values]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Friday 17 April 2026", "en", [("weekday", "5"), ("date", "2026-04-17")]),
        ("Thursday Feb 26", "en", [("weekday", "4"), ("date", "02-26")]),
        ("17/04/2026", "en", [("date", "2026-04-17")]),
        ("4/17/2026", "en", [("date", "2026-04-17")]),
        ("le 1er mai", "fr", [("date", "05-01")]),
        ("Mi 11.02.2026", "de", [("weekday", "3"), ("date", "2026-02-11")]),
        ("mandag 2. februar", "no", [("weekday", "1"), ("date", "02-02")]),
        ("It may march on; the sun sat low.", "en", []),
    ],
)
def test_days_and_dates_are_read_in_the_language_of_the_text(text, language, expected):
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("ring 01632 960 690", "en", "01632960690"),
        ("+44 1632 960690", "en", "01632960690"),
        ("+44 (0)1632 960690", "en", "01632960690"),
        ("+33 1 99 00 10 20", "fr", "0199001020"),
        ("555-0168", "en", "5550168"),
        ("call 101", "en", "101"),
        ("116 006", "fr", "116006"),
        ("Lifeline 13 92 76", "en", "139276"),
        ("témoins : 17", "fr", "17"),
        ("remettre aux enquêteurs (17)", "fr", "17"),
    ],
)
def test_a_telephone_number_is_its_digits(text, language, value):
    assert read(text, language) == [("phone", value)]


@pytest.mark.parametrize("text", ["101 people", "8 200 hab.", "17 maisons", "2019-2024", "24/7"])
def test_a_count_is_not_taken_for_a_telephone_number(text):
    assert {kind for kind, _ in read(text, "fr")} == {"number"}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("quote MQ-217", "en", ("reference", "MQ-217")),
        ("ref PN/3308", "en", ("reference", "PN-3308")),
        ("incident 26-1187", "en", ("reference", "26-1187")),
        ("85 €", "fr", ("money", "EUR 85")),
        ("$900", "en", ("money", "USD 900")),
        ("£1.2m", "en", ("money", "GBP 1200000")),
        ("12 pour cent", "fr", ("percent", "12")),
        ("un homme de 46 ans", "fr", ("age", "46")),
        ("A man, 46, was held", "en", ("age", "46")),
        ("depuis 30 ans", "fr", ("number", "30")),
        ("see update.town.example/a.", "en", ("link", "update.town.example/a")),
        ("press@town.example", "en", ("email", "press@town.example")),
        ("on @street_watch", "en", ("handle", "@street_watch")),
    ],
)
def test_other_figures_have_their_kind(text, language, expected):
    assert read(text, language) == [expected]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("nine", "en", "9"),
        ("thirty-two", "en", "32"),
        ("two hundred and fifty", "en", "250"),
        ("a dozen", "en", "12"),
        ("1,250", "en", "1250"),
        ("trente-deux", "fr", "32"),
        ("quatre-vingt-dix-sept", "fr", "97"),
        ("vingt et un", "fr", "21"),
        ("une trentaine", "fr", "30"),
        ("3,5", "fr", "3.5"),
        ("zweiunddreißig", "de", "32"),
        ("trettito", "no", "32"),
    ],
)
def test_a_number_word_is_a_number(text, language, value):
    assert read(text, language) == [("number", value)]


def test_no_one_is_not_a_number():
    assert read("No one was hurt and one another is all we have.") == []


def test_figures_stand_in_order_where_they_were_found_and_never_overlap():
    text = "Sat Aug 8, 4:40 pm: 14 treated, call 403-555-0127 until 10 pm. Ref AB/12, 85 €, @x_y"
    found = figures(text)
    assert all(f.text == text[f.start : f.end] and f.kind in KINDS for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_date_without_its_year_agrees_with_the_date_in_full():
    (said,), (known,) = figures("17 April"), figures("17 April 2026")
    assert agree(said, known) and not agree(figures("18 April")[0], known)
    assert agree(figures("nine")[0], figures("9")[0])
    assert not agree(figures("9")[0], figures("9 pm")[0])


@pytest.mark.parametrize("piece", ["1", "a", "1 ", "a.", "9h", "@", "one ", "12:", "(", "cent "])
@pytest.mark.timeout(60)
def test_two_hundred_thousand_repeated_characters_are_read_in_seconds(piece):
    figures(piece * (200_000 // len(piece)), "fr")
