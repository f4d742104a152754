"""Which of the four languages is a text in?

The lingua library, held to the product's languages: with only four to choose
from it is reliable on a single sentence. It is loaded on first use (its models
are not needed to draft in a language the person chose).
"""

from __future__ import annotations

from functools import cache
from typing import Any

from kb.model import LANGUAGES


@cache
def _detector() -> Any:
    from lingua import Language, LanguageDetectorBuilder

    return LanguageDetectorBuilder.from_languages(
        Language.ENGLISH, Language.FRENCH, Language.GERMAN, Language.BOKMAL
    ).build()


def detect(text: str, default: str = "en") -> str:
    """The most likely of LANGUAGES, or ``default`` if the text has no letters."""
    found = _detector().detect_language_of(text[:4000])
    if found is None:
        return default
    return {"ENGLISH": "en", "FRENCH": "fr", "GERMAN": "de", "BOKMAL": "no"}[found.name]


def read_code(code: str) -> str:
    """A language code as people write it: "NB", "fr-BE", "nb_NO" become "no", "fr", "no"."""
    short = code.strip().lower().replace("_", "-").split("-")[0]
    short = {"nb": "no", "nn": "no"}.get(short, short)
    return short if short in LANGUAGES else ""
