"""The everyday and hostile files of the evaluation set, and the founding page as it came off the web.

Neither is part of the repository: the tests skip where they are not at hand.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.intake import take_in, take_in_path
from tests.fakes import MemoryLibrary

SHARED = Path(__file__).parents[3] / "shared"
FOUNDING_PAGE = SHARED / "real" / "scn-ten-findings-2023.fr.txt"
MAKER = SHARED / "eval" / "files" / "make_files.py"


@pytest.mark.skipif(not FOUNDING_PAGE.exists(), reason="the founding page is not at hand")
def test_the_founding_page_loses_its_furniture_and_none_of_its_findings(library):
    receipt = take_in(FOUNDING_PAGE.read_bytes(), FOUNDING_PAGE.name, library)
    found = library.passages()
    text = "\n".join(passage.text for passage in found)

    assert receipt.outcome == "added"
    assert (receipt.source.language, {p.language for p in found}) == ("fr", {"fr"})
    assert receipt.source.title.casefold().endswith("2023")
    for furniture in (
        "arrow",
        "icon",
        "twitter",
        "WPML",
        "Dernière mise à jour",
        "Type de contenu",
    ):
        assert furniture not in text
    assert len(receipt.warnings) == 1 and "furniture" in receipt.warnings[0]
    paragraphs = [p for p in FOUNDING_PAGE.read_text("utf-8").split("\n\n") if len(p.split()) > 60]
    whole = [p for p in paragraphs if any(p.strip() in passage.text for passage in found)]
    assert len(paragraphs) >= 10
    assert len(whole) >= len(paragraphs) - 1


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    if not MAKER.exists():
        pytest.skip("the evaluation files are not at hand")
    folder = tmp_path_factory.mktemp("files") / "made"
    run = subprocess.run([sys.executable, str(MAKER), str(folder)], capture_output=True, text=True)
    if run.returncode:
        pytest.skip(f"the evaluation files cannot be made here: {run.stderr.strip()[:80]}")
    return folder


def test_every_evaluation_file_is_received_as_expected(made):
    wrong = []
    for case in json.loads((made / "expected.json").read_text("utf-8"))["files"]:
        wrong += [
            f"{case['file']} ({case.get('upload_as', '')}): {what}" for what in _faults(case, made)
        ]

    assert not wrong


def _faults(case: dict, made: Path) -> list[str]:
    library = MemoryLibrary()
    if case["kind"] in ("duplicate", "new_version"):
        take_in((made / "hours.txt").read_bytes(), "hours.txt", library)
    path = made / case["file"]
    if path.is_symlink():
        [receipt] = take_in_path(path, library)
    else:
        receipt = take_in(path.read_bytes(), case.get("upload_as", path.name), library)
    decision = {"skipped": "skip", "refused": "reject"}.get(
        receipt.outcome, "accept_with_warning" if receipt.warnings else "accept"
    )
    passages = library.passages()
    text = "\n".join(passage.text for passage in passages)
    title = receipt.source.title if receipt.source else ""
    said = " ".join([receipt.reason, receipt.advice, *receipt.warnings])
    unwanted = [
        w
        for key in ("must_not_find", "must_not_show", "stale", "boilerplate")
        for w in case.get(key, [])
    ]
    faults = [f"lacks {want}" for want in case["must_find"] if want not in text]
    faults += [f"holds {word}" for word in unwanted if word in text or word in title]
    faults += [
        f"{want} is not on page {page}"
        for want, page in case.get("cite_page", {}).items()
        if [p.page for p in passages if want in p.text] != [page]
    ]
    if decision not in (case["decision"], *case.get("also_ok", [])):
        faults.append(f"{decision}, not {case['decision']}")
    if decision != "accept" and not re.search(case.get("message_hint", ""), said, re.IGNORECASE):
        faults.append(f"says {said}")
    if case.get("title", "") not in title:
        faults.append(f"titled {title}")
    if "lang" in case and (receipt.source is None or receipt.source.language != case["lang"]):
        faults.append("another language")
    if "row_together" in case and not any(
        all(c in p.text for c in case["row_together"]) for p in passages
    ):
        faults.append("the row is torn")
    return faults
