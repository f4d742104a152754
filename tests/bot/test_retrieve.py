"""Evidence: opaque labels, sources asked by name, and papers that speak for others."""

from __future__ import annotations

import pytest

from bot.compose.answer import compose_answer
from bot.compose.engine import Engine
from bot.desk import Desk
from bot.model import Question
from bot.retrieve import (
    LEAST_ALIKE,
    MOST_WORDS,
    NEAR,
    READABLE,
    admit,
    bearing,
    label_for,
    named_sources,
    retrieve,
    silence,
)
from kb.marks import Marks
from kb.model import LIMITS, Filter, Hit, Source
from kb.shipped import shipped_editions
from kb.text import sentences
from tests.factories import passage, source
from tests.fakes import MemoryLibrary


@pytest.fixture(scope="module")
def shipped() -> list:
    return list(shipped_editions())


@pytest.fixture
def shelves(shipped) -> MemoryLibrary:
    """The shipped shelves in English and French, the only languages asked for here."""
    return MemoryLibrary(e for e in shipped if e[0].language in ("en", "fr"))


class Ranked:
    """Shelves whose search gives what a test lays down, whatever is asked."""

    def __init__(self, *hits: Hit, limits: tuple[Hit, ...] = ()) -> None:
        self.hits, self.limits, self.marks = hits, limits, Marks()
        self.asked: list[tuple[str, Filter | None]] = []

    def search(self, query, k=10, language="", only=None):
        self.asked.append((query, only))
        found = self.limits if only and LIMITS in only.sources else self.hits
        return list(found[:k])

    def source(self, edition: str) -> Source | None:
        return source(edition)

    def sources(self) -> list[Source]:
        return [source("guide", called=("The Blue Guide",)), source("other", called=("Blue",))]


def hit(similarity=0.0, coverage=0.0, grams=0.0, id="guide/one.en", text="Ring first.") -> Hit:
    return Hit(passage(text, id=id), 0.5, similarity, coverage, grams)


#: Exactly enough to answer a question of one word from, and less.
ENOUGH = hit(similarity=0.5, coverage=0.5, grams=0.5)


def uploaded(shelves: MemoryLibrary, text: str, id: str = "our-plan") -> None:
    piece = passage(text, id=f"{id}/one")
    shelves.add(source(id, kind="upload", title=id, publisher="", year=None), [piece])


def test_a_label_is_made_from_the_passage_and_not_from_its_place():
    assert label_for("guide/one.en") == label_for("guide/one.en")
    assert label_for("guide/one.en") != label_for("guide/two.en")
    taken = label_for("guide/one.en")
    assert label_for("guide/one.en", [taken]) != taken


def test_no_two_passages_of_one_task_share_a_label():
    labels: list[str] = []
    for n in range(300):
        labels.append(label_for(f"guide/{n}", labels))
    assert len(set(labels)) == 300


# ------------------------------------------------------------------ which source is asked


@pytest.mark.parametrize(
    ("question", "ids", "rest"),
    [
        ("What does the CERC manual say about drones?", {"cdc-cerc"}, "drones"),
        ("What does the Debunking Handbook say about chess?", {"debunking-handbook-2020"}, "chess"),
        ("Que dit le CERC des rumeurs ?", {"cdc-cerc"}, "rumeurs"),
        ("Is a truth sandwich better than CERC?", {"cdc-cerc", "truth-sandwich"}, "better"),
    ],
)
def test_a_question_may_name_the_sources_it_asks(shelves, question, ids, rest):
    named, left = named_sources(question, shelves.sources())

    assert {one.id for one in named} == ids
    assert rest in left
    assert not {"cerc", "debunking", "handbook", "sandwich"} & set(left.lower().split())


def test_every_name_a_card_gives_is_understood(shipped):
    sources = [one for one, _ in shipped if one.language == "en"]
    for one in sources:
        for name in one.called:
            named, _ = named_sources(f"Was sagt {name} dazu?", sources)
            assert one.id in {found.id for found in named}, (one.id, name)


@pytest.mark.parametrize(
    "question",
    [
        "How do we debunk a rumour?",
        "Is there a handbook?",
        "What should the mayor say to the families?",
        "Que faire ?",
        "Comment répondre à la haine en ligne ?",
        "Wie reagieren wir auf Gerüchte?",
        "Hvordan svarer vi på hatprat?",
    ],
)
def test_ordinary_words_name_no_source(shipped, question):
    named, left = named_sources(question, (one for one, _ in shipped))

    assert named == () and left == question


def test_a_name_is_a_word_of_its_own_and_written_as_its_card_writes_it():
    cards = [source("guide", called=("CERC", "rabat plan"))]

    assert named_sources("What does CERC say?", cards)[0]
    assert named_sources("what does the RABAT Plan say", cards)[0]
    assert not named_sources("What do CERCLES say?", cards)[0]
    assert not named_sources("what does cerc say", cards)[0]  # written large on the card


def test_a_source_in_several_languages_is_named_once(shelves):
    named, _ = named_sources("What does CERC say?", shelves.sources())

    assert len(named) == 1


def test_a_document_of_the_office_is_named_by_two_words_of_its_title_or_its_acronym():
    paper = source("paper", kind="upload", title="Night Shift Rules for SIRA", called=())

    assert named_sources("What do the night shift rules say?", [paper])[0] == (paper,)
    assert named_sources("What does SIRA want?", [paper])[0] == (paper,)
    assert named_sources("Who works at night, and in which shift?", [paper])[0] == ()


def test_what_the_sources_do_not_cover_is_not_asked_by_name():
    shelves = Ranked(ENOUGH)
    shelves.sources = lambda: [source(LIMITS, called=("sources",))]

    assert retrieve(shelves, "What do the sources say?", "en").named == ()


def test_a_named_source_is_answered_from_itself_alone(shelves):
    found = retrieve(shelves, "What does the Debunking Handbook say about prebunking?", "en")
    assert {item.passage.source_id for item in found.evidence} == {"debunking-handbook-2020"}


def test_a_paper_that_speaks_for_a_source_is_not_cited_as_evidence(shelves):
    words = "The CERC manual asks mayors to publish photographs of the flood gate keys on the first day."
    uploaded(shelves, words, "circular")
    desk = Desk(shelves, Engine())

    sheet = desk.answer(Question("Should we publish photographs of the flood gate keys?", "en"))

    assert all(item.passage.source_id != "circular" for item in sheet.evidence)
    said = sheet.reason + " ".join(sheet.draft.notes if sheet.draft else ())
    assert "circular" in said


def test_a_document_of_the_office_is_quoted_as_such(shelves):
    uploaded(shelves, "The relief lantern depot is run by the Harbour Guild volunteers.")

    sheet = Desk(shelves, Engine()).answer(Question("Who runs the relief lantern depot?", "en"))

    assert "Harbour Guild" in sheet.draft.text
    assert "our-plan" in sheet.draft.text and "not checked" in sheet.draft.text


def test_an_answer_is_made_of_sentences_that_stand_in_its_evidence(shelves):
    question = Question("What should the first message contain?", "en")
    evidence = retrieve(shelves, question.text, "en").evidence
    held = {" ".join(s.text.split()) for e in evidence for s in sentences(e.passage.text)}

    draft = compose_answer(question, evidence)

    assert draft.claims and all(claim.text in held for claim in draft.claims)


# ------------------------------------------------------------------ how far it carries


def test_each_signal_lets_a_passage_bear_more_on_the_question():
    nothing = bearing(hit(), 4)

    for more in (hit(similarity=0.4), hit(coverage=0.4), hit(grams=0.4)):
        assert bearing(more, 4) > nothing == 0.0


def test_shares_count_for_more_in_a_long_question_up_to_a_point():
    held = hit(coverage=0.5, grams=0.5)

    assert bearing(held, 1) < bearing(held, 4) < bearing(held, MOST_WORDS)
    assert bearing(held, MOST_WORDS) == bearing(held, 400)


def test_likeness_counts_the_same_however_long_the_question_is():
    assert bearing(hit(similarity=0.5), 1) == bearing(hit(similarity=0.5), 12)


@pytest.mark.parametrize(
    ("similarity", "strength"),
    [(1.0, "strong"), (0.9, "near"), (0.55, "near"), (0.45, "weak"), (0.2, "nothing")],
)
def test_evidence_is_strong_near_weak_or_nothing(similarity, strength):
    """One word is asked; a share of 0.25 of it is held by the passage."""
    shelves = Ranked(hit(similarity=similarity, coverage=0.25))

    assert retrieve(shelves, "sirens", "en").strength == strength


def test_shared_words_alone_do_not_make_a_recipe_near():
    shelves = Ranked(hit(similarity=LEAST_ALIKE - 0.05, coverage=0.8))

    assert retrieve(shelves, "sirens", "en").strength == "weak"


@pytest.mark.parametrize(
    ("question", "strength"),
    [("What do we know?", "near"), ("Which sirens warn the harbour?", "strong")],
)
def test_the_one_word_of_a_short_question_is_not_enough_to_answer_from(question, strength):
    shelves = Ranked(hit(similarity=LEAST_ALIKE - 0.1, coverage=1.0, grams=1.0))

    assert retrieve(shelves, question, "en").strength == strength


def test_the_best_of_the_first_three_decides_and_all_that_is_readable_is_shown():
    weak = hit(similarity=0.6, id="guide/weak.en")
    strong = hit(similarity=1.0, coverage=0.5, id="guide/strong.en")
    useless = hit(similarity=0.3, id="guide/useless.en")

    found = retrieve(Ranked(weak, useless, strong), "sirens", "en")

    assert found.strength == "strong"
    assert [e.passage.id for e in found.evidence] == ["guide/weak.en", "guide/strong.en"]
    late = retrieve(Ranked(weak, useless, useless, strong), "sirens", "en")
    assert late.strength == "weak"


def test_nothing_on_the_shelves_is_nothing_found():
    assert retrieve(Ranked(), "sirens", "en").strength == "nothing"


def test_what_is_near_is_readable_too():
    assert READABLE < NEAR < 1.0


def test_a_named_source_is_asked_alone_and_for_the_rest_of_the_question_too():
    shelves = Ranked(ENOUGH)

    found = retrieve(shelves, "What does The Blue Guide say of sirens?", "en")

    assert {one.id for one in found.named} == {"guide", "other"}
    filters = {only.sources for _, only in shelves.asked}
    assert filters == {("guide", "other")}
    assert any("sirens" in query and "Guide" not in query for query, _ in shelves.asked)


def test_a_named_source_that_does_not_speak_of_the_rest_is_no_answer(shelves):
    about = retrieve(shelves, "What does CERC say about rumours?", "en")
    beside = retrieve(shelves, "What does CERC say about zebra crossings in Ulm?", "en")

    assert about.strength == "strong"
    assert beside.strength != "strong"


def test_a_passage_that_was_removed_between_search_and_answer_is_left_out():
    shelves = Ranked()
    shelves.source = lambda edition: None

    assert admit([ENOUGH], shelves) == ()


def test_evidence_says_what_a_reader_needs_to_open_it():
    shelves = Ranked()
    shelves.marks.mark("guide", "doubtful", "the press officer")

    [found] = admit([ENOUGH], shelves, asked=1)

    assert (found.title, found.publisher, found.year) == ("The guide", "A publisher", 2020)
    assert found.mark and found.mark.standing == "doubtful"
    assert found.score == round(bearing(ENOUGH, 1), 3)


# ------------------------------------------------------------------ what the library leaves open


def test_the_library_says_itself_what_it_does_not_cover():
    gap = "The sources say nothing on sirens."
    far, near = hit(similarity=0.2, id="limits/far.en"), hit(1.0, 0.5, id="limits/b.en", text=gap)

    assert silence(Ranked(limits=(far, near)), "sirens", "en") == gap
    assert silence(Ranked(ENOUGH, limits=(far,)), "sirens", "en") == ""
    assert silence(Ranked(ENOUGH), "sirens", "en") == ""


@pytest.mark.parametrize("language", ["en", "fr", "de", "no"])
def test_the_gap_that_a_question_is_about_is_told_in_its_language(shipped, language):
    gaps = [(one, held) for one, held in shipped if one.id == LIMITS and one.language == language]
    [(_, passages)] = gaps
    for held in passages[:5]:
        heading = held.headings[-1]
        assert silence(MemoryLibrary(gaps), heading, language) == held.text


def test_an_offices_own_paper_does_not_drown_among_long_shelves():
    shelves = MemoryLibrary()
    many = [passage("Ring the sirens twice.", f"guide/{n}.en") for n in range(30)]
    shelves.add(source("guide"), many)
    plan = source("plan", kind="upload")
    shelves.add(
        plan, [passage("Sirens are rung by the harbour office.", "plan/one", edition="plan")]
    )

    found = retrieve(shelves, "Who rings the sirens?", "en")

    assert "plan/one" in {item.passage.id for item in found.evidence}
