"""The composition root: the only room that knows every other.

Settings are read here, guests are silenced here, and the parts are put
together here; everybody else is handed what they need.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bot.compose.base import Composer
from bot.compose.engine import Engine
from bot.desk import Desk
from bot.settings import Settings, quiet_guests

if TYPE_CHECKING:
    from bot.drawer import Drawer
    from ingest.intake import Receipt
    from kb.library import Library

T = TypeVar("T")

#: Called with (done, total, name) while documents are taken in.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Toolkit:
    """The desk, its library, and the receiving door."""

    settings: Settings
    desk: Desk
    library: Library
    unread: tuple[Receipt, ...] = ()  #: shipped sheets that could not be read, and why

    def take_in(self, data: bytes, name: str) -> Receipt:
        """Receive one uploaded file."""
        from ingest.intake import take_in

        return take_in(data, name, self.library)

    def take_in_path(self, path: Path, progress: Progress | None = None) -> list[Receipt]:
        """Receive a file, or every file of a folder."""
        from ingest.intake import take_in_path

        return take_in_path(path, self.library, progress)

    def told_in(self, receipt: Receipt, language: str) -> Receipt:
        """The receipt with its sentences in ``language``."""
        from ingest.receipts import told_in

        return told_in(receipt, language)

    def remove(self, edition: str) -> None:
        """Take an edition off the shelves."""
        self.library.remove(edition)

    def drawer(self, kind: type[T]) -> Drawer[T]:
        """Where visits are kept, on this machine, beside the library."""
        from bot.drawer import Drawer

        return Drawer(self.settings.library / "conversations", kind)

    def fill_shelves(self, progress: Progress | None = None) -> list[Receipt]:
        """Put the shipped guidance on the shelves; what stands there already is skipped."""
        from ingest.intake import fill_shelves

        return fill_shelves(self.library, progress)


def open_library(settings: Settings, any_embedder: bool = False) -> Library:
    """The library as configured; ``any_embedder`` also opens one that needs a rebuild.

    Raises WrongEmbedder, EmbedderUnavailable, LibraryUnavailable.
    """
    from kb.embedding import open_embedder
    from kb.library import Library

    embedder = open_embedder(settings.embedding_model, settings.library / "models")
    return Library(settings.library, embedder, settings.chroma_url, any_embedder=any_embedder)


def open_composer(settings: Settings) -> Composer | None:
    """The chat model, if one is set. Raises ComposerFailed on a bad setting."""
    if not settings.chat_model:
        return None
    from bot.compose.chat import ChatComposer, open_chat_model

    model = open_chat_model(settings.chat_model, settings.chat_base_url)
    return ChatComposer(model, settings.chat_model)


def open_toolkit(
    settings: Settings | None = None, progress: Progress | None = None, fill: bool = True
) -> Toolkit:
    """Everything, ready: settings read, guests silenced, shelves filled."""
    quiet_guests()
    settings = settings or Settings.read()
    before = open_library(settings, any_embedder=True)
    if before.read_otherwise:  # filled by an earlier version: read again, once
        before.rebuild(lambda done, total: progress(done, total, "") if progress else None)
    library = open_library(settings)
    toolkit = Toolkit(settings, Desk(library, Engine(), open_composer(settings)), library)
    if fill:
        receipts = toolkit.fill_shelves(progress)
        unread = tuple(r for r in receipts if r.outcome == "refused")
        toolkit = replace(toolkit, unread=unread)
    return toolkit


def rebuild_library(progress: Callable[[int, int], None] | None = None) -> int:
    """Embed every passage again with the embedder that is set now; returns how many."""
    quiet_guests()
    library = open_library(Settings.read(), any_embedder=True)
    library.rebuild(progress)
    return len(library.passages())
