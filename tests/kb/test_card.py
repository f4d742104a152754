"""A prepared model is trusted only while it is as it was written."""

from __future__ import annotations

import os

import pytest

from kb.embedding.card import CARD, MODEL, Card, checksum, read_card, stamp, write_card


@pytest.fixture
def prepared(tmp_path):
    (tmp_path / MODEL).write_bytes(b"weights " * 100)
    card = Card("tiny@1", 4, 16, "s1", ("input_ids",), checksums=(checksum(tmp_path / MODEL),))
    write_card(tmp_path, card)
    return tmp_path, card


def test_a_whole_folder_is_read_back_as_it_was_written(prepared):
    folder, card = prepared

    assert read_card(folder) == card


def test_a_copied_folder_is_as_good_though_its_dates_differ(prepared):
    folder, card = prepared
    os.utime(folder / MODEL, (1, 1))

    assert read_card(folder) == card


@pytest.mark.parametrize("content", [b"", b"weights " * 50, b"WEIGHTS " * 100])
def test_a_changed_model_is_noticed_by_size_or_checksum(prepared, content):
    folder, _ = prepared
    (folder / MODEL).write_bytes(content)

    assert read_card(folder) is None


@pytest.mark.parametrize(
    "card", ["", "[]", "{", '{"name": 1}', "null", '{"form": 0, "inputs": [], "checksums": []}']
)
def test_a_card_that_cannot_be_read_means_prepare_again(prepared, card):
    folder, _ = prepared
    (folder / CARD).write_text(card)

    assert read_card(folder) is None


def test_a_missing_model_or_card_means_prepare_again(prepared, tmp_path_factory):
    folder, _ = prepared
    (folder / MODEL).unlink()

    assert read_card(folder) is None
    assert read_card(tmp_path_factory.mktemp("empty")) is None


def test_the_stamp_of_a_model_folder_changes_with_its_files(tmp_path):
    (tmp_path / "config.json").write_text("{}")
    before = stamp(tmp_path)
    (tmp_path / "weights").write_text("w")

    assert stamp(tmp_path) == stamp(tmp_path) != before
