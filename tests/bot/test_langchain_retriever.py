"""The library as a LangChain retriever."""

from __future__ import annotations

from bot.langchain_retriever import LibraryRetriever
from kb.model import Hit
from tests.factories import passage


class Shelf:
    def __init__(self) -> None:
        self.asked = []

    def search(self, query, k=10, language=""):
        self.asked.append((query, k, language))
        return [Hit(passage("Say what is known."), 0.9, 0.8, 1.0)]


def test_a_chain_gets_passages_as_documents_with_the_place_they_stand_at():
    shelf = Shelf()

    [found] = LibraryRetriever(library=shelf, k=3, language="en").invoke("what to say")

    assert shelf.asked == [("what to say", 3, "en")]
    assert found.id == "guide/one.en"
    assert found.page_content == "Say what is known."
    assert found.metadata["locator"] == "Chapter 1"
    assert (found.metadata["start"], found.metadata["end"]) == (0, 18)
