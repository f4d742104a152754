"""File names are untrusted: shown safely, never used as paths, never mistaken for one another."""

from __future__ import annotations

import pytest

from ingest.names import LONGEST_SLUG, bare_name, edition_of, ending, shown_name

DIGEST = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plan.pdf", "plan.pdf"),
        ("Été – Räume ✿ (v2).txt", "Été – Räume ✿ (v2).txt"),
        ("../../x.md", "x.md"),
        ("..\\..\\x.md", "x.md"),
        ("C:/docs/x.md", "x.md"),
        ("a∕..∕b.txt", "b.txt"),
        ("%2e%2e%2fup.txt", "%2e%2e%2fup.txt"),
        ("LPT1.docx", "LPT1.docx"),
        ("--output=x.txt", "--output=x.txt"),
        ("notes;rm -rf ~.txt", "notes;rm -rf ~.txt"),
        ("report.txt. . .", "report.txt"),
        ("x.txt\x00.pdf", "x.txt"),
        ("minutes.pdf\r\nContent-Type: text/html\r\n\r\n<b>hello</b>", "minutes.pdf"),
        ("a\u202etxt.exe", "atxt.exe"),
        ('<img src="x">.txt', "_img src=_x__.txt"),
        ("", "unnamed"),
        (" ", "unnamed"),
        (".", "unnamed"),
        ("...", "unnamed"),
        ("../..", "unnamed"),
    ],
)
def test_a_name_is_shown_as_given_but_for_what_is_dangerous(raw, shown):
    assert shown_name(raw) == shown


def test_a_very_long_name_keeps_its_beginning_and_its_ending():
    shown = shown_name("k" * 400 + ".txt")

    assert len(shown) <= 255
    assert shown.startswith("kkk") and shown.endswith("k.txt")


@pytest.mark.parametrize(
    "names",
    [
        ("minutes.pdf", "minutes.docx", "minutes", "minutes-pdf", "Minutes.pdf", "minutes_.pdf", "minutes pdf"),
        ("été.txt", "ete.txt", "e-t-e.txt", "Ete.txt"),
        ("☃.txt", "✿.txt", "日本.txt", ".txt"),
        ("a/notes.txt", "b/notes.txt", "notes.txt", "a-notes.txt"),
        ("k" * 230 + "a.txt", "k" * 230 + "b.txt"),
        ("<a.txt", ">a.txt"),
    ],
)  # fmt: skip
def test_different_names_are_different_editions(names):
    editions = [edition_of(name, DIGEST) for name in names]

    assert len(set(editions)) == len(names)
    for edition in editions:
        assert len(edition) <= LONGEST_SLUG + 7
        assert set(edition) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_a_name_written_in_two_unicode_forms_is_one_edition():
    assert edition_of(bare_name("e\u0301te\u0301.txt"), DIGEST) == edition_of(
        bare_name("été.txt"), DIGEST
    )


def test_a_file_without_a_name_is_known_by_its_content():
    assert edition_of("", DIGEST) == "unnamed-01234567"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.PDF", ".pdf"), ("a", ""), (".txt", ""), ("v2.1 final notes", ""), ("a.tar.gz", ".gz"), ("St. Mary", "")],
)  # fmt: skip
def test_an_ending_is_only_what_looks_like_one(name, expected):
    assert ending(name) == expected
