"""The labels of the pages: the same keys in every language, and French set as French."""

from __future__ import annotations

import re
from string import Template

import pytest

from bot.ui.shared.words import NBSP, Words
from bot.wording import PROMPTS, interface
from kb.errors import BrokenWording

LANGUAGES = sorted(path.stem for path in (PROMPTS / "interface").glob("*.toml"))
#: English errors arrive with their sentences; other languages keep theirs here.
OWN = "refusals."


def leaves(book, before=""):
    for key, value in book.items():
        if isinstance(value, str):
            yield f"{before}{key}", value
        else:
            yield from leaves(value, f"{before}{key}.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_labels_with_the_same_names_in_them(language):
    english, other = dict(leaves(interface("en"))), dict(leaves(interface(language)))
    assert {k for k in other if not k.startswith(OWN)} == {
        k for k in english if not k.startswith(OWN)
    }
    for key, text in english.items():
        assert set(Template(other[key]).get_identifiers()) == set(
            Template(text).get_identifiers()
        ), key


@pytest.mark.parametrize(
    ("key", "text"), [pair for pair in leaves(interface("fr")) if not pair[0].endswith(".english")]
)
def test_french_keeps_its_signs_from_falling_to_the_next_line(key, text):
    assert not re.search(r"[^\s" + NBSP + r"][;?!»]|« | [:;?!»]", text), text
    assert "..." not in text and "'" not in text


def test_every_refusal_of_the_house_is_said_in_french():
    import kb.errors

    names = {
        name
        for name, value in vars(kb.errors).items()
        if isinstance(value, type) and issubclass(value, kb.errors.ToolkitError)
    } - {"ToolkitError"}
    assert names <= set(interface("fr")["refusals"])


def test_an_errors_own_sentence_is_said_in_french():
    from bot.desk import Desk
    from kb.errors import ToolkitError
    from tests.fakes import MemoryLibrary

    desk = Desk(MemoryLibrary(), None)  # type: ignore[arg-type]
    asked = (
        lambda: desk.read_notes(" "),
        lambda: desk.review("x" * 200_001),
        lambda: desk.review("x", "de"),
    )
    shown = []
    for ask in asked:
        with pytest.raises(ToolkitError) as refusal:
            ask()
        shown.append(Words("fr").told(refusal.value.what))
    assert all(shown)
    assert "200\u00a0001 caractères" in shown[1][0]
    assert Words("fr").told("Something else happened.") is None
    assert Words("en").told("The note is empty.") is None


def test_a_label_that_is_missing_is_named():
    with pytest.raises(BrokenWording, match=r"chat\.nowhere"):
        Words("en")("chat.nowhere")


def test_what_is_filled_in_is_not_read_as_a_label_again():
    assert "$url" in Words("en")("sidebar.model", name="$url")
