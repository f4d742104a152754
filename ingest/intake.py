"""Read, clean, split, shelve: what happens to a file between the door and the shelf.

A file is read to its end before the library hears of it, so a refused file
leaves the library as it was. What the library itself refuses (another
embedder's index, a full disk) is not the file's fault and goes up to whoever
called.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ingest.clean import clean
from ingest.folder import MOST_FILES, TooManyFilesError, files_below, leads_out
from ingest.names import bare_name, edition_of, ending, shown_name
from ingest.readers import MOST_BYTES, read, too_large
from ingest.readers.base import Reading, plain_title
from ingest.receipts import CannotRead, Notice, Receipt, notice, receipt
from ingest.split import language_of, split
from kb.model import Passage, Source
from kb.shipped import DOCUMENTS, Edition, publications, read_publication, stamps

UPLOAD = "upload"  #: the kind of every Source that came through this door
#: A first line longer than this is not a title.
LONGEST_TITLE_LINE = 80

Progress = Callable[[int, int, str], None]  #: (done, of how many, the next file's name)


class Shelves(Protocol):
    """What the receiving door needs of the library."""

    def add(self, source: Source, passages: Sequence[Passage]) -> None: ...
    def add_together(self, shelves: Sequence[tuple[Source, Sequence[Passage]]]) -> None: ...
    def remove(self, edition: str) -> bool: ...
    def sources(self) -> list[Source]: ...
    def source(self, edition: str) -> Source | None: ...
    def digests(self) -> dict[str, str]: ...


@dataclass(frozen=True)
class _File:
    """Bytes with the names they go by."""

    data: bytes
    shown: str
    edition: str
    digest: str


def take_in(data: bytes, name: str, library: Shelves) -> Receipt:
    """Take in one file under the name it arrived with.

    Never raises for what the file holds; raises ToolkitError if the library
    itself cannot be used.
    """
    digest = hashlib.sha256(data).hexdigest()
    edition = edition_of(bare_name(name), digest)
    return _shelve(_File(data, shown_name(name), edition, digest), library)


def take_in_path(path: Path, library: Shelves, progress: Progress | None = None) -> list[Receipt]:
    """Take in a file, or a folder with everything below it; one receipt a file.

    Files of one name in different folders are different documents: inside a
    folder, a file goes by its path.
    """
    path = Path(path)
    name = shown_name(path.name or path.resolve().name)
    tell = progress or (lambda done, total, name: None)
    if path.is_dir():
        return _take_in_folder(path, name, library, tell)
    if leads_out(path, path.parent):
        return [receipt("link-leads-out", name)]
    tell(0, 1, name)
    receipts = [_take_in_file(path, path.name, name, library)]
    tell(1, 1, "")
    return receipts


def _take_in_folder(folder: Path, name: str, library: Shelves, tell: Progress) -> list[Receipt]:
    try:
        found = files_below(folder)
    except TooManyFilesError:
        return [receipt("too-many-files", name, values=(("limit", str(MOST_FILES)),))]
    except OSError:
        return [receipt("unreadable", name)]
    if not found:
        return [receipt("empty-folder", name)]
    receipts = []
    first_of_name: dict[str, str] = {}
    for done, one in enumerate(found):
        shown = "/".join(shown_name(part) for part in one.inside.split("/"))
        tell(done, len(found), shown)
        if one.leads_out:
            receipts.append(receipt("link-leads-out", shown))
            continue
        other = first_of_name.setdefault(bare_name(one.path.name), shown)
        extra = (notice("same-name-elsewhere", other=other),) if other != shown else ()
        receipts.append(_take_in_file(one.path, one.inside, shown, library, extra))
    tell(len(found), len(found), "")
    return receipts


def _take_in_file(
    path: Path, inside: str, shown: str, library: Shelves, notices: tuple[Notice, ...] = ()
) -> Receipt:
    try:
        if not path.exists():
            return receipt("missing", shown)
        if path.is_dir():  # one that may not be looked into
            return receipt("unreadable", shown)
        if not path.is_file():  # a device or a pipe would never end
            return receipt("not-a-file", shown)
        if (size := path.stat().st_size) > MOST_BYTES:
            return _refusal(too_large(size), shown)
        data = path.read_bytes()
    except (OSError, ValueError):
        return receipt("unreadable", shown)
    digest = hashlib.sha256(data).hexdigest()
    place = "/".join(bare_name(part) for part in inside.split("/"))
    return _shelve(_File(data, shown, edition_of(place, digest), digest), library, notices)


def _shelve(file: _File, library: Shelves, notices: tuple[Notice, ...] = ()) -> Receipt:
    """From bytes to the shelf; the library changes in the last step or not at all."""
    earlier = library.source(file.edition)
    if earlier is not None and earlier.digest == file.digest:
        return receipt("unchanged", file.shown, earlier)
    held = library.digests().get(file.digest)
    holder = library.source(held) if held else None
    if holder is not None and earlier is None:
        return receipt("same-content", file.shown, holder, values=(("held", _known_as(holder)),))
    try:
        source, passages, found = document(file.data, file.shown, file.edition, file.digest)
    except CannotRead as error:
        return _refusal(error, file.shown)
    notices = (*found, *notices)
    if holder is not None:
        notices = (*notices, notice("also-held", held=_known_as(holder)))
    library.add(source, passages)
    code = "added" if earlier is None else "replaced"
    return receipt(code, file.shown, source, len(passages), notices)


def document(
    data: bytes, shown: str, edition: str, digest: str
) -> tuple[Source, tuple[Passage, ...], tuple[Notice, ...]]:
    """A file as what the library shelves, and what there is to say about it.

    Raises CannotRead, whatever goes wrong inside a reader.
    """
    try:
        reading = clean(read(data, shown))
        if not reading.text.strip():
            raise CannotRead("empty")
        language = language_of(reading.text)
        title = title_of(reading, shown)
        passages, notices = split(reading, edition, edition, language, title)
    except CannotRead:
        raise
    except Exception as error:  # no file may bring the house down, nor the rest of a folder
        raise CannotRead("damaged") from error
    source = Source(
        id=edition,
        edition=edition,
        title=title,
        language=language,
        kind=UPLOAD,
        digest=digest,
        note=shown,
    )
    return source, passages, (*reading.notices, *notices)


def title_of(reading: Reading, shown: str) -> str:
    """What the document calls itself, else its first heading or line, else the file's name."""
    if reading.title:
        return reading.title
    first = reading.blocks[0]
    if reading.headings and reading.headings[0] in reading.blocks[:3]:
        return plain_title(reading.headings[0].text)
    titled = len(first.text) <= LONGEST_TITLE_LINE and first.text[-1:] not in ".,;:!?…"
    if titled and len(reading.blocks) > 1 and first.kind == "paragraph":
        return plain_title(first.text)
    stem = shown.rsplit("/", 1)[-1].removesuffix(ending(shown))
    return plain_title(stem.replace("_", " ")) or shown


def _known_as(source: Source) -> str:
    """Title and file name: what tells one source from another."""
    if source.kind != UPLOAD or source.note in ("", source.title):
        return source.title
    return f"{source.title} ({source.note})"


def _refusal(error: CannotRead, shown: str) -> Receipt:
    return receipt(error.code, shown, values=error.values)


#: Shipped editions that are shelved in one go: sooner than one by one, and the progress
#: bar still moves every second or so.
TOGETHER = 12


def fill_shelves(
    library: Shelves, progress: Progress | None = None, folder: Path = DOCUMENTS
) -> list[Receipt]:
    """Bring the shipped guidance on the shelves up to date: one receipt a sheet that changed.

    Sheets whose words did not change are skipped; editions that are no longer
    shipped are removed. A sheet that cannot be read costs only itself: the
    library keeps the version it has.
    """
    receipts: list[Receipt] = []
    new: list[tuple[Edition, str]] = []
    shipped: set[str] = set()  # a broken sheet among them: the edition it had stays
    for publication in publications(folder):
        stamped = stamps(publication)
        held = {name: library.source(name) for name in stamped}
        if held and all(s and s.digest == stamped[name] for name, s in held.items()):
            shipped |= set(held)
            receipts += [receipt("unchanged", name, source) for name, source in held.items()]
            continue
        for edition in read_publication(publication):
            shipped.add(edition.name)
            if edition.source is None or edition.problems:
                receipts.append(_broken(edition))
            elif (earlier := library.source(edition.name)) is None:
                new.append((edition, "added"))
            elif earlier.digest != edition.source.digest:
                new.append((edition, "replaced"))
            else:
                receipts.append(receipt("unchanged", edition.file, earlier))
    receipts += _shelved(library, new, progress or (lambda done, total, name: None))
    for source in library.sources():
        if source.kind != UPLOAD and source.edition not in shipped:
            library.remove(source.edition)
            receipts.append(receipt("withdrawn", source.title, source))
    return receipts


def _broken(edition: Edition) -> Receipt:
    first = edition.problems[0]
    line = f", line {first.line}" if first.line else ""
    what = f"{first.file}{line}: {first.what} {first.mend}"
    return receipt("broken-sheet", edition.file, values=(("what", what),))


def _shelved(
    library: Shelves, new: Sequence[tuple[Edition, str]], tell: Progress
) -> Iterator[Receipt]:
    """Shelve ``new`` a few at a time; each comes with the code of its receipt."""
    for start in range(0, len(new), TOGETHER):
        some = new[start : start + TOGETHER]
        tell(start, len(new), some[0][0].file)
        library.add_together([(e.source, e.passages) for e, _ in some if e.source])
        yield from (receipt(code, e.file, e.source, len(e.passages)) for e, code in some)
    if new:
        tell(len(new), len(new), "")
