"""Every outcome has its words, in every language the receipts are written in."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from string import Template

import pytest

import ingest
from ingest.receipts import CODES, NOTES, WARNINGS, WORDS, CannotRead, notice, receipt, told_in
from tests.factories import source

LANGUAGES = sorted(path.parent.name for path in WORDS.glob("*/receipts.toml"))


def book(language: str) -> dict:
    return tomllib.loads((WORDS / language / "receipts.toml").read_text(encoding="utf-8"))


def test_english_and_french_are_written():
    assert {"en", "fr"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_words_and_no_words_are_without_a_code(language):
    assert set(book(language)) == {*CODES, *WARNINGS, *NOTES, "kinds"}
    for code, outcome in CODES.items():
        assert book(language)[code]["reason"]
        assert book(language)[code]["advice"] or outcome not in ("refused",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_needs_the_same_values(language):
    def needs(code: str, of: str) -> set[str]:
        said = " ".join(book(of)[code].values())
        return set(Template(said).get_identifiers())

    assert set(book(language)["kinds"]) == set(book("en")["kinds"])
    for code in (*CODES, *WARNINGS, *NOTES):
        assert needs(code, language) == needs(code, "en"), code


def test_french_receipts_are_set_as_french():
    for code, words in book("fr").items():
        for said in words.values():
            assert not re.search(r"(?<=\S) [:;?!»]|« ", said), code
            assert "'" not in said, code


def test_every_code_that_the_room_raises_is_in_the_list():
    room = Path(ingest.__file__).parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in room.rglob("*.py"))

    assert set(re.findall(r'CannotRead\(\s*"([a-z-]+)"', code)) <= set(CODES)
    assert set(re.findall(r'notice\(\s*"([a-z-]+)"', code)) == {*WARNINGS, *NOTES}


def test_a_receipt_is_told_in_the_language_of_the_page():
    english = receipt(
        "same-content",
        "a.txt",
        source(title="The rota"),
        values=(("held", "The rota"),),
        notices=(notice("hidden-text", words=4),),
    )
    french = told_in(english, "fr")

    assert english.reason == "The same content as a.txt is already in the library as “The rota”."
    assert "contient déjà" in french.reason and "The rota" in french.reason
    assert french.notes == (
        "Du texte invisible pour le lecteur de la page a été laissé de côté\u00a0: 4 mots.",
    )
    assert told_in(french, "en") == english


def test_a_kind_of_file_is_named_in_the_language_of_the_page():
    refused = receipt(
        "unsupported", "a.odt", values=CannotRead("unsupported", kind="opendocument").values
    )

    assert "an OpenDocument file" in refused.reason
    assert "fichier OpenDocument" in told_in(refused, "fr").reason


def test_a_name_is_never_read_as_a_template():
    assert receipt("empty", "$passages ${name} %s {0}.txt").reason.startswith(
        "$passages ${name} %s {0}.txt is empty"
    )
