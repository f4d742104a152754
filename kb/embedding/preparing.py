"""Writes a sentence-transformers model down as ONNX, once. The only room that loads torch.

The graph that is written holds everything the model does after tokenising
(transformer, pooling, normalising), so any pooling comes out right. What was
written is then compared with the model itself; if they differ, the model is
run on torch rather than nearly right.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
import tempfile
import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from kb.embedding.card import CARD, MODEL, TOKENIZER, Card, checksum, write_card
from kb.embedding.running import OnnxEmbedder
from kb.errors import EmbedderUnavailable

#: ONNX operators as of this version; onnxruntime reads it since 1.12.
OPSET = 17

#: The least cosine between a vector of the model and of its ONNX file. Rounding
#: costs 1e-6; a graph that was written wrongly for some length costs far more.
SAME = 0.9999

#: Of unlike lengths and scripts, and one longer than any model reads.
PROBES = (
    "Say what is known.",
    "Dites ce qui est établi, ce qui ne l'est pas encore, et quand vous reparlerez.",
    "Zürich, Tromsø and 中文 in one line: 01632 960 000!",
    "What residents can do now is listed below. " * 80,
    "",
)


def load_model(source: str, advice: str) -> Any:
    """The model through sentence-transformers, from a folder or a local store, never the net.

    Raises EmbedderUnavailable with ``advice``.
    """
    return _load(source, advice, local=True)


def fetch_model(source: str, advice: str) -> Any:
    """The same, allowed to fetch it from the model hub."""
    return _load(source, advice, local=False)


def _load(source: str, advice: str, local: bool) -> Any:
    _hush()
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise EmbedderUnavailable(
            "sentence-transformers is not installed completely.", "Run `make install`."
        ) from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model = SentenceTransformer(source, device="cpu", local_files_only=local)
        return model.eval()
    except Exception as error:
        # Loading passes through four libraries, each with its own errors (missing
        # files, unknown architectures, broken weights): to a person they are one.
        raise EmbedderUnavailable(
            f"The embedding model {source!r} cannot be loaded.", advice
        ) from error


def prepare(model: Any, label: str, stamp: str, folder: Path) -> Card:
    """Write ``model`` to ``folder`` in one step and return its card.

    Raises EmbedderUnavailable if the folder cannot be written.
    """
    card = Card(
        name=f"{label}@{_digest(model)}",
        dimensions=_width(model),
        max_tokens=int(model.max_seq_length or 512),
        stamp=stamp,
        prefix=(model.prompts or {}).get(model.default_prompt_name or "", ""),
    )
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise EmbedderUnavailable(
            f"The embedding model cannot be prepared: {folder.parent} cannot be written.",
            "Choose another folder with TOOLKIT_LIBRARY, or make it writable.",
        ) from error
    try:
        card = _write(model, card, aside)
        _move_into_place(aside, folder)
    except OSError as error:
        raise EmbedderUnavailable(
            f"The embedding model cannot be prepared in {folder.parent}: {error.strerror}.",
            "Make room on the disk (about 100 MB) and start again.",
        ) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return card


def _write(model: Any, card: Card, aside: Path) -> Card:
    """Export into ``aside`` and compare; a model that cannot be exported gets a card only."""
    try:
        inputs = _export(model, aside / MODEL)
        fast = model.tokenizer
        getattr(fast, "backend_tokenizer", fast).save(str(aside / TOKENIZER))
        pad_id, pad_token = fast.pad_token_id or 0, fast.pad_token or "[PAD]"
        card = replace(card, inputs=inputs, pad_id=pad_id, pad_token=pad_token)
        mine = OnnxEmbedder(aside, card).embed(PROBES)
        theirs = model.encode(list(PROBES), normalize_embeddings=True, show_progress_bar=False)
        same = float(np.min(np.sum(mine * theirs, axis=1))) >= SAME
    except OSError:
        raise
    except Exception as error:
        # torch.onnx refuses by many exceptions; what it cannot write still runs on torch.
        logging.getLogger(__name__).info("%s is not written as ONNX: %s", card.name, error)
        same = False
    if same:
        card = replace(card, checksums=(checksum(aside / MODEL), checksum(aside / TOKENIZER)))
    else:
        for name in (MODEL, TOKENIZER):
            (aside / name).unlink(missing_ok=True)
        card = replace(card, inputs=(), exported=False)
    write_card(aside, card)
    return card


def _export(model: Any, path: Path) -> tuple[str, ...]:
    """Trace the model on two texts of unlike length; returns the names of the inputs."""
    import torch

    # Long enough that no dimension is 1 or equals another, which tracing might keep fixed.
    fields = model.tokenizer(list(PROBES[:2]), padding=True, return_tensors="pt")
    known = ("input_ids", "attention_mask", "token_type_ids")
    inputs = tuple(name for name in known if name in fields)

    class Whole(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, *tensors: Any) -> Any:
            features = dict(zip(inputs, tensors, strict=True))
            return self.model(features)["sentence_embedding"]

    axes: dict[str, dict[int, str]] = {name: {0: "texts", 1: "tokens"} for name in inputs}
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Whole().eval(),
            tuple(fields[name] for name in inputs),
            str(path),
            input_names=list(inputs),
            output_names=["vectors"],
            dynamic_axes=axes | {"vectors": {0: "texts"}},
            opset_version=OPSET,
            dynamo=False,
        )
    return inputs


def _move_into_place(aside: Path, folder: Path) -> None:
    """Replace ``folder`` by ``aside``. If another process was faster, its copy is as good."""
    aside.chmod(0o755)
    if folder.exists():
        old = Path(tempfile.mkdtemp(prefix=f".{folder.name}-old-", dir=folder.parent))
        try:
            folder.replace(old / "was")
        except FileNotFoundError:
            pass  # another process took it away first
        finally:
            shutil.rmtree(old, ignore_errors=True)
    try:
        aside.replace(folder)
    except OSError:
        if not (folder / CARD).exists():
            raise


def _digest(model: Any) -> str:
    """A short digest of the weights and the length read: the content behind the name."""
    digest = hashlib.sha256(str(model.max_seq_length).encode())
    for key, tensor in sorted(model.state_dict().items()):
        digest.update(key.encode())
        digest.update(tensor.detach().cpu().contiguous().float().numpy().tobytes())
    return digest.hexdigest()[:8]


def _width(model: Any) -> int:
    return len(model.encode(["x"], show_progress_bar=False)[0])


def _hush() -> None:
    """No progress bars and no advice to developers while a model is prepared."""
    logging.getLogger("sentence_transformers").setLevel(logging.ERROR)
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    try:
        from transformers.utils import logging as chatter

        chatter.set_verbosity_error()
        chatter.disable_progress_bar()
    except ImportError:
        pass
