"""A desk that answers from memory, so that a page's test is about the page."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bot.drawer import Drawer
from bot.model import (
    Claim,
    Draft,
    Evidence,
    Fact,
    Finding,
    Incident,
    Question,
    Rumour,
    Sheet,
    Verdict,
    Withheld,
)
from bot.retrieve import admit
from bot.settings import Settings
from bot.understand import understand
from bot.wishes import Wish, read_wish
from kb.errors import NotBuiltYet, UnusableRequest
from kb.language import detect
from kb.model import Filter, Hit
from tests.factories import passage, source
from tests.fakes import MemoryLibrary

GUIDE = passage(
    "Say first what you feel for those who were hurt. Then say what is known and what is not. "
    "Say when you will speak again.",
    id="guide/first.en",
    headings=("First words",),
    locator="Chapter 1",
    basis="secondary",
    reported_by="a university page",
)
OWN = passage("Our press desk answers within the hour.", id="ours/one", locator="page 3")


def shelves() -> MemoryLibrary:
    return MemoryLibrary(
        [
            (source("guide", title="The guide", url="https://guide.example/first"), [GUIDE]),
            (source("ours", title="Press desk rules", kind="upload", publisher=""), [OWN]),
        ]
    )


@dataclass
class FakeDesk:
    """The Desk's methods with one fixed text for each; remembers what it was asked."""

    library: MemoryLibrary = field(default_factory=shelves)
    asked: list[Any] = field(default_factory=list)
    broken: Exception | None = None

    def _heard(self, *what: Any) -> None:
        self.asked.append(what)
        if self.broken:
            raise self.broken

    def understand(self, text: str, language: str = "") -> Any:
        return understand(text, language or detect(text))

    def wish(self, text: str) -> Wish | None:
        return read_wish(text)

    def _evidence(self) -> tuple[Evidence, ...]:
        return admit([Hit(GUIDE, 1, 1, 1), Hit(OWN, 1, 1, 1)], self.library)

    def answer(self, question: Question, length: str = "") -> Sheet:
        self._heard("answer", question)
        sheet = Sheet("ask", question, language=question.language)
        if "impossible" in question.text:
            return replace(
                sheet, outcome="declined", reason_kind="misuse", reason="This cannot be written."
            )
        evidence = self._evidence()
        if "weather" in question.text:
            return replace(
                sheet,
                outcome="abstained",
                reason_kind="weak-evidence",
                reason="A guess would not help.",
                evidence=evidence,
            )
        guide, own = evidence
        claims = (
            Claim("Begin with what you feel for those who were hurt.", "evidence", (guide.label,)),
            Claim("Then say what is known.", "evidence", (guide.label, own.label)),
            Claim("The moon is made of cheese.", "model"),
        )
        verdicts = (
            Verdict(
                0,
                "supported",
                quote="Say first what you feel for those who were hurt.",
                label=guide.label,
            ),
            Verdict(
                1, "supported", quote="Then say what is known and what is not.", label=guide.label
            ),
            Verdict(2, "unsupported", reason="No passage says this."),
        )
        return replace(
            sheet, draft=Draft(claims, question.language), verdicts=verdicts, evidence=evidence
        )

    def read_notes(self, notes: str, language: str = "") -> Incident:
        self._heard("read_notes", notes)
        if not notes.strip():
            raise UnusableRequest("The note is empty.", "Type or paste something first.")
        facts, at = [], 0
        for n, line in enumerate(notes.split("\n")):
            if line.strip():
                facts.append(Fact(f"f{n}", line, at, at + len(line), "event"))
            at += len(line) + 1
        start = notes.find("Jo Attacker")
        held = (
            Withheld(
                "Jo Attacker", start, start + 11, "attacker", "The attacker is not named.", "guide"
            ),
        )
        return Incident(
            notes, tuple(facts), held if start >= 0 else (), notes_language=language or "en"
        )

    def statement(
        self, incident: Incident, channel: str = "holding", language: str = "en", length: str = ""
    ) -> Sheet:
        self._heard("statement", incident, channel, language, length)
        if language not in ("en", "fr"):
            raise NotBuiltYet("Texts in this language are not built yet.", "Use English or French.")
        claims = [Claim("Our hearts are with you.", "phrase")]
        claims += [
            Claim(f.text, "fact", facts=(f.id,), new_paragraph=not n)
            for n, f in enumerate(incident.facts)
        ]
        claims += [Claim("We speak again at [to confirm: time].", "phrase", new_paragraph=True)]
        if length == "short":
            claims = claims[:2]
        standings = {"phrase": "general wording", "fact": "from the brief"}
        verdicts = tuple(Verdict(n, standings[c.origin]) for n, c in enumerate(claims))
        draft = Draft(tuple(claims), language, channel, notes=("Nothing was left out.",))
        finding = Finding("names", "minor", 0, 3, "Our", "Say who.", "guide")
        return Sheet(
            "draft",
            incident,
            draft=draft,
            verdicts=verdicts,
            withheld=incident.withheld,
            findings=(finding,),
            language=language,
        )

    def counter_message(
        self, rumour: Rumour, language: str = "en", channel: str = "", length: str = ""
    ) -> Sheet:
        self._heard("counter", rumour, language, channel)
        said = rumour.facts or ("We are checking it.",)
        claims = tuple(Claim(text, "fact" if rumour.facts else "phrase") for text in said)
        standing = "from the brief" if rumour.facts else "general wording"
        draft = Draft(
            claims, language, channel, headline="What has been verified", messenger="a librarian"
        )
        verdicts = tuple(Verdict(n, standing) for n in range(len(claims)))
        return Sheet("counter", rumour, draft=draft, verdicts=verdicts, language=language)

    def review(self, text: str, language: str = "", channel: str = "") -> Sheet:
        self._heard("review", text, language, channel)
        start = text.find("no reason to worry")
        found = (
            (
                Finding(
                    "comfort",
                    "major",
                    start,
                    start + 18,
                    "no reason to worry",
                    "Promise what you will do.",
                    "guide",
                ),
                Finding("next", "info", 0, 0, "", "Say when you will speak again.", "not-there"),
            )
            if start >= 0
            else ()
        )
        return Sheet("review", text, findings=found, language=language)

    def revise(self, sheet: Sheet, wish: Wish) -> Sheet:
        language = wish.language or sheet.language
        request = sheet.request
        if isinstance(request, Incident):
            if wish.added:
                request = self.read_notes(f"{request.notes}\n{wish.added}")
            assert sheet.draft
            return self.statement(
                request, wish.channel or sheet.draft.channel, language, wish.length
            )
        if isinstance(request, Rumour):
            return self.counter_message(request, language, wish.channel)
        assert isinstance(request, Question)
        return self.answer(Question(f"{request.text} {wish.added}".strip(), language))

    def search(
        self, query: str, k: int = 10, language: str = "", only: Filter | None = None
    ) -> list[Hit]:
        return self.library.search(query, k, language, only)

    def guidance(self, source_id: str, language: str) -> tuple[Evidence, ...]:
        return admit(
            [Hit(p, 1, 1, 1) for p in self.library.passages() if p.source_id == source_id],
            self.library,
        )


@dataclass
class FakeToolkit:
    desk: FakeDesk = field(default_factory=FakeDesk)
    settings: Settings = field(default_factory=Settings)
    folder: Any = field(default_factory=tempfile.TemporaryDirectory)  #: gone with the toolkit
    unread: tuple[Any, ...] = ()  #: receipts of shipped sheets that could not be read

    def drawer(self, kind: type) -> Drawer:
        return Drawer(Path(self.folder.name) / "conversations", kind)

    @property
    def library(self) -> MemoryLibrary:
        return self.desk.library

    def take_in(self, data: bytes, name: str) -> Any:
        from ingest.receipts import receipt

        if not data.strip():
            return receipt("empty", name)
        added = source(name.split(".")[0], kind="upload", title=name)
        text = data.decode()
        self.library.add(added, [passage(text, id=f"{added.id}/1", locator="paragraph 1")])
        return receipt("added", name, added, 1)

    def told_in(self, receipt: Any, language: str) -> Any:
        from ingest.receipts import told_in

        return told_in(receipt, language)

    def remove(self, edition: str) -> None:
        self.library.remove(edition)
