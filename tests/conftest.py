"""What several rooms' tests share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def models(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that holds the shipped embedding model, prepared.

    Preparing loads torch (some 15 seconds), so the cache is kept between runs;
    it is made again by itself when the model or its form changes.
    """
    from kb.embedding import open_embedder

    kept = getattr(pytestconfig, "cache", None)  # there is none under -p no:cacheprovider
    cache = Path(kept.mkdir("models")) if kept else tmp_path_factory.mktemp("models")
    open_embedder("", cache)
    return cache
