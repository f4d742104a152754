"""The library as a LangChain retriever, for people who build their own chains on it.

Nothing in the toolkit uses it. Import this module only where langchain_core
is wanted: the rest of the house never does.
"""

from __future__ import annotations

from typing import Any, Protocol

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from kb.model import Hit


class Searchable(Protocol):
    """What is asked of a library here."""

    def search(self, query: str, k: int = 10, language: str = "") -> list[Hit]: ...


class LibraryRetriever(BaseRetriever):
    """Passages of a library as Documents, with where they stand as metadata."""

    library: Any  #: a Searchable; pydantic needs no more
    k: int = 10
    language: str = ""

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        library: Searchable = self.library
        return [_document(hit) for hit in library.search(query, self.k, self.language)]


def _document(hit: Hit) -> Document:
    passage = hit.passage
    return Document(
        id=passage.id,
        page_content=passage.text,
        metadata={
            "source_id": passage.source_id,
            "edition": passage.edition,
            "headings": list(passage.headings),
            "locator": passage.locator,
            "language": passage.language,
            "page": passage.page,
            "start": passage.start,
            "end": passage.end,
            "score": hit.score,
        },
    )
