"""A folder of kb/documents as editions: the card and its sheets, put together.

A broken sheet costs its own language, a broken card the whole publication;
everything else is shelved. What was broken is said with file, line and mend.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kb.model import LANGUAGES, Passage, Source
from kb.shipped.card import Card, read_card
from kb.shipped.problems import Notebook, Problem
from kb.shipped.sheet import Sheet, read_sheet

DOCUMENTS = Path(__file__).parent.parent / "documents"
CARD = "source.yaml"


@dataclass(frozen=True)
class Edition:
    """One sheet of a publication, read: either what is shelved, or why it is not."""

    name: str  #: "cdc-cerc.fr": the edition's, known even when the sheet is broken
    file: str  #: "cdc-cerc/fr.md"
    source: Source | None
    passages: tuple[Passage, ...] = ()
    problems: tuple[Problem, ...] = ()
    #: passage id -> the line of its heading in the sheet, and of its entry in the card
    lines: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def publications(folder: Path = DOCUMENTS) -> list[Path]:
    """The folders of the publications, by name."""
    return sorted(path for path in folder.iterdir() if path.is_dir() and path.name[0] not in "._")


def read_publication(folder: Path) -> Iterator[Edition]:
    """Every edition of the publication in ``folder``, by language."""
    notes = Notebook(f"{folder.name}/{CARD}")
    data, text = _content(folder / CARD, notes)
    card = read_card(text, notes) if text is not None else None
    if card and card.id and card.id != folder.name:
        notes.note(1, f"the id {card.id} is not the folder’s name.", f"Write id: {folder.name}.")
    sheets = sorted(folder.glob("*.md"))
    if not sheets:
        notes.note(0, "there is no text beside this card.", "Write en.md and fr.md.")
        yield Edition(folder.name, notes.file, None, problems=tuple(notes.problems))
    for path in sheets:
        yield _edition(path, card, data, notes.problems)


def stamps(folder: Path) -> dict[str, str]:
    """edition -> digest of the bytes it is made of: tells without reading what has changed.

    A publication whose files cannot be read has none.
    """
    try:
        card = (folder / CARD).read_bytes()
        sheets = {path.stem: path.read_bytes() for path in folder.glob("*.md")}
    except OSError:
        return {}
    return {f"{folder.name}.{code}": _digest(card, sheet) for code, sheet in sheets.items()}


def _digest(card: bytes, sheet: bytes) -> str:
    return hashlib.sha256(card + sheet).hexdigest()


def shipped_editions(folder: Path = DOCUMENTS) -> Iterator[tuple[Source, tuple[Passage, ...]]]:
    """Every edition under ``folder`` that can be shelved."""
    for publication in publications(folder):
        for edition in read_publication(publication):
            if edition.source and not edition.problems:
                yield edition.source, edition.passages


def _content(path: Path, notes: Notebook) -> tuple[bytes, str | None]:
    """The bytes of a file and its text, which is None if it cannot be read."""
    try:
        data = path.read_bytes()
        return data, data.decode("utf-8")
    except FileNotFoundError:
        notes.note(0, "the file is missing.", "Add it, or take its folder away.")
    except OSError as error:
        notes.note(0, f"the file cannot be read ({error.strerror}).", "Check who may read it.")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        notes.note(line, "this is not UTF-8 text.", "Save the file as UTF-8.")
    return b"", None


def _edition(path: Path, card: Card | None, card_data: bytes, broken: list[Problem]) -> Edition:
    file = f"{path.parent.name}/{path.name}"
    name = f"{path.parent.name}.{path.stem}"
    notes = Notebook(file)
    data, text = _content(path, notes)
    sheet = read_sheet(text, notes) if text is not None else None
    if sheet and sheet.language and (sheet.language != path.stem or path.stem not in LANGUAGES):
        notes.note(
            2,
            f"the language {sheet.language} is not the file’s name, or none of the product.",
            f"Name the file and write language: one of {', '.join(LANGUAGES)}.",
        )
    if card is None or sheet is None:
        return Edition(name, file, None, problems=(*broken, *notes.problems))
    passages = tuple(_passages(card, sheet, name, notes))
    digest = _digest(card_data, data)
    problems = (*broken, *notes.problems)
    lines = {
        f"{card.id}/{piece.slug}.{sheet.language}": (piece.line, card.passages[piece.slug].line)
        for piece in sheet.pieces
        if piece.slug in card.passages
    }
    return Edition(name, file, _source(card, sheet, name, digest), passages, problems, lines)


def _passages(card: Card, sheet: Sheet, edition: str, notes: Notebook) -> Iterator[Passage]:
    """The sheet's pieces with what the card says of them; they must match one to one."""
    written = {piece.slug for piece in sheet.pieces}
    for slug in card.passages:
        if slug not in written:
            notes.note(
                0,
                f"no passage is headed {{#{slug}}}, but the card describes it.",
                "Write the passage, give its heading this slug, or take the entry out.",
            )
    for piece in sheet.pieces:
        entry = card.passages.get(piece.slug)
        if entry is None:
            notes.note(
                piece.line,
                f"the passage {piece.slug} has no entry in {CARD}.",
                "Add it under passages, with its facts.",
            )
            continue
        yield Passage(
            id=f"{card.id}/{piece.slug}.{sheet.language}",
            source_id=card.id,
            edition=edition,
            headings=(sheet.title, piece.heading),
            locator=piece.locator,
            text=piece.text,
            start=piece.start,
            end=piece.end,
            language=sheet.language,
            facts=entry.facts,
            basis=entry.basis,
            reported_by=entry.reported_by,
            topics=entry.topics,
            uses=entry.uses,
            phases=entry.phases,
            audiences=entry.audiences,
            findings=entry.findings,
            law=entry.law,
        )


def _source(card: Card, sheet: Sheet, edition: str, digest: str) -> Source:
    return Source(
        id=card.id,
        edition=edition,
        title=card.title,
        publisher=card.publisher,
        year=card.year,
        url=card.url,
        language=sheet.language,
        licence=sheet.licence,
        kind=card.kind,
        called=card.called,
        digest=digest,
        note=sheet.note,
        verified=sheet.verified,
        original=card.language,
        title_en=card.title_en,
        authors=card.authors,
        published=card.published,
        url_is=card.url_is,
        read_at=card.read_at,
    )
