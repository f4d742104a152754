"""The card of a prepared model: what the folder holds, and whether it is still whole.

A prepared folder is written beside its place and moved there in one step, so
a killed process leaves either nothing or all of it. What a disk or a person
may do to it afterwards is noticed here: size and date first (free), the
checksum only when the date has changed.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path

CARD, MODEL, TOKENIZER = "card.json", "model.onnx", "tokenizer.json"

#: Raised when what the folder holds changes its meaning; an older one is prepared anew.
FORM = 1


@dataclass(frozen=True)
class Card:
    """Everything needed to run a prepared model, and to see that it is the right one."""

    name: str
    dimensions: int
    max_tokens: int
    stamp: str  #: of the files it was made from: see ``stamp``
    inputs: tuple[str, ...] = ()  #: names of the ONNX graph's inputs
    pad_id: int = 0
    pad_token: str = "[PAD]"
    prefix: str = ""  #: put before every text, for models that were trained so
    checksums: tuple[tuple[str, int, int, int], ...] = ()  #: file, bytes, mtime_ns, crc32
    exported: bool = True  #: False: it cannot be written as ONNX and runs on torch
    form: int = FORM


def stamp(folder: Path) -> str:
    """A cheap fingerprint of a model folder: names, sizes and dates of its files."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    rows = [f"{p.relative_to(folder)} {p.stat().st_size} {p.stat().st_mtime_ns}" for p in files]
    return f"{zlib.crc32(repr(rows).encode()):08x}"


def checksum(path: Path) -> tuple[str, int, int, int]:
    state = path.stat()
    return path.name, state.st_size, state.st_mtime_ns, zlib.crc32(path.read_bytes())


def write_card(folder: Path, card: Card) -> None:
    (folder / CARD).write_text(json.dumps(asdict(card), indent=1), encoding="utf-8")


def read_card(folder: Path) -> Card | None:
    """The card of a whole, undamaged folder; None means: prepare it (again)."""
    try:
        values = json.loads((folder / CARD).read_text(encoding="utf-8"))
        values["inputs"] = tuple(values["inputs"])
        values["checksums"] = tuple((str(n), *map(int, r)) for n, *r in values["checksums"])
        card = Card(**values)
        whole = all(_as_it_was(folder / row[0], row) for row in card.checksums)
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return card if whole and card.form == FORM else None


def _as_it_was(path: Path, row: tuple[str, int, int, int]) -> bool:
    _, size, date, crc = row
    state = path.stat()
    if state.st_size != size:
        return False
    return state.st_mtime_ns == date or zlib.crc32(path.read_bytes()) == crc
