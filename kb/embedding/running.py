"""Runs a prepared model with onnxruntime and tokenizers, and nothing heavier."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from kb.embedding.card import MODEL, TOKENIZER, Card
from kb.errors import EmbedderUnavailable

#: Passages of like length go together, few at a time: on two cores batches of
#: up to 8 embed half as many again a second as batches of 32, which wait for
#: their longest text (see docs/architecture.md, "Known traits of the guests").
BATCH = 8


def processors() -> int:
    """Processors this process may use, which in a container is fewer than there are."""
    try:
        return len(os.sched_getaffinity(0)) or 1
    except AttributeError:  # macOS has no affinity
        return os.cpu_count() or 1


class OnnxEmbedder:
    """A prepared model. The file is opened with the first text, not before."""

    def __init__(
        self,
        folder: Path,
        card: Card,
        languages: tuple[str, ...] = (),
        prepare_again: Callable[[], Card] | None = None,
    ) -> None:
        self._folder, self._card, self._prepare_again = folder, card, prepare_again
        self._loaded: tuple[Any, Any] | None = None
        self._lock = threading.Lock()
        self.languages = languages

    @property
    def name(self) -> str:
        return self._card.name

    @property
    def dimensions(self) -> int:
        return self._card.dimensions

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        if not texts:
            return rows
        tokenizer, session = self._ready()
        prefix = self._card.prefix
        # Half a character (a lone surrogate) is no text to a tokenizer: it becomes "?".
        whole = (text.encode("utf-8", "replace").decode() for text in texts)
        encoded = [tokenizer.encode(prefix + text) for text in whole]
        order = sorted(range(len(texts)), key=lambda i: len(encoded[i].ids))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            width = max(len(encoded[i].ids) for i in batch)
            fields = {
                "input_ids": np.full((len(batch), width), self._card.pad_id, dtype=np.int64),
                "attention_mask": np.zeros((len(batch), width), dtype=np.int64),
                "token_type_ids": np.zeros((len(batch), width), dtype=np.int64),
            }
            for row, i in enumerate(batch):
                found = encoded[i]
                fields["input_ids"][row, : len(found.ids)] = found.ids
                fields["attention_mask"][row, : len(found.ids)] = 1
                fields["token_type_ids"][row, : len(found.ids)] = found.type_ids
            vectors = session.run(None, {name: fields[name] for name in self._card.inputs})[0]
            rows[batch] = vectors
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return rows / np.where(lengths > 0, lengths, 1.0)

    def _ready(self) -> tuple[Any, Any]:
        with self._lock:
            if self._loaded is None:
                try:
                    self._loaded = _load(self._folder, self._card)
                except Exception as error:
                    # onnxruntime and tokenizers raise families of their own for a file
                    # that was damaged without changing its size: write it once more.
                    if self._prepare_again is None:
                        raise EmbedderUnavailable(
                            f"The prepared model in {self._folder} cannot be opened.",
                            "Remove that folder; it is made again at the next start.",
                        ) from error
                    self._card = self._prepare_again()
                    self._loaded = _load(self._folder, self._card)
            return self._loaded


def _load(folder: Path, card: Card) -> tuple[Any, Any]:
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = processors()
    # Waiting threads sleep: an app that idles must not keep the processors warm.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        str(folder / MODEL), options, providers=["CPUExecutionProvider"]
    )
    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    tokenizer.no_padding()
    tokenizer.enable_truncation(card.max_tokens)
    return tokenizer, session


class TorchEmbedder:
    """A sentence-transformers model that cannot be written as ONNX: right, but slow to start."""

    def __init__(self, model: Any, card: Card) -> None:
        self._model, self._card = model, card
        self.name, self.dimensions = card.name, card.dimensions
        self.languages: tuple[str, ...] = ()
        self._lock = threading.Lock()

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        with self._lock:
            vectors = self._model.encode(
                list(texts),
                batch_size=BATCH,
                normalize_embeddings=True,
                show_progress_bar=False,
                convert_to_numpy=True,
            )
        return np.asarray(vectors, dtype=np.float32)
