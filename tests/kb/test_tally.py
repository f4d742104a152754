"""The count in the docs is that of the files."""

from __future__ import annotations

from pathlib import Path

from kb.tally import as_markdown

PAGE = Path(__file__).parents[2] / "docs" / "shelves.md"


def test_the_page_of_counts_says_what_is_on_the_shelves_today():
    assert PAGE.read_text(encoding="utf-8") == as_markdown(), (
        "Run `toolkit kb count > docs/shelves.md`."
    )


def test_it_counts_every_language_and_names_what_was_left_out():
    page = as_markdown()

    assert all(f"| {code} | 69 |" in page for code in ("en", "fr", "de", "no"))
    assert "`gcs-resist-2-13`" in page and "`un-hate-speech-strategy-12`" in page
