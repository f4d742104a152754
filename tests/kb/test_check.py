"""`toolkit kb check`: each slip an editor can make is found, and a good publication passes.

Every test breaks one thing in a publication that is otherwise in order, so what
is said is said for that reason.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kb.check import check_documents
from kb.check.texts import LONGEST, LONGEST_SENTENCE, check, house_style
from kb.errors import UnusableRequest
from kb.model import LIMITS
from kb.shipped import Edition, Problem
from kb.text import words
from tests.factories import passage, publication, rewrite, source

FACTS = [
    {
        "id": "fire-guide-01",
        "basis": "official-page",
        "confidence": "verified",
        "topics": ["first-message", "uncertainty"],
        "seen_at": "https://fire.example/guide",
    },
    {
        "id": "fire-guide-02",
        "basis": "secondary",
        "confidence": "verified",
        "topics": ["psychosocial", "victims-first"],
        "seen_at": "https://library.example/fire",
    },
    {
        "id": "fire-guide-03",
        "basis": "none",
        "confidence": "from-general-knowledge",
        "topics": ["trust"],
        "seen_at": "",
    },
]


@pytest.fixture
def shelves(tmp_path: Path) -> Path:
    publication(tmp_path / "documents")
    return tmp_path / "documents"


@pytest.fixture
def guide(shelves: Path) -> Path:
    return shelves / "fire-guide"


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """The raw material: the facts the guide rests on, and the page it must not copy."""
    (tmp_path / "beside" / "real").mkdir(parents=True)
    (tmp_path / "beside" / "sources" / "facts").mkdir(parents=True)
    write_facts(tmp_path / "beside", FACTS)
    return tmp_path / "beside"


def write_facts(beside: Path, facts: list[dict]) -> None:
    sheet = beside / "sources" / "facts" / "fire-guide.yaml"
    sheet.write_text(yaml.safe_dump({"facts": facts}), encoding="utf-8")


def only(problems: list[Problem]) -> Problem:
    assert len(problems) == 1, [str(problem) for problem in problems]
    assert len(problems[0].mend) > 4
    return problems[0]


def test_a_good_publication_passes_with_and_without_the_raw_material(shelves, beside):
    assert check_documents(shelves) == []
    assert check_documents(shelves, beside=beside) == []
    assert check_documents(shelves, ["fire-guide"], beside) == []


def test_what_cannot_be_read_is_said_by_the_check_too(shelves, guide):
    rewrite(guide / "en.md", "> Chapter 2\n", "")

    said = [str(problem) for problem in check_documents(shelves)]

    assert said[0].startswith("fire-guide/en.md, line 14: listening-line does not say where")


def test_a_publication_nobody_shelved_is_no_name_to_check(shelves):
    with pytest.raises(UnusableRequest, match="water-guide"):
        check_documents(shelves, ["water-guide"])


def test_only_the_publications_that_were_named_are_checked(shelves):
    other = publication(shelves, "water-guide")
    rewrite(other / "en.md", "Families remember", "They remember")

    assert check_documents(shelves, ["fire-guide"]) == []
    assert "leans on" in check_documents(shelves, ["water-guide"])[0].what


# ------------------------------------------------------------------ one sheet by itself


def judged(text: str, language: str = "en", **more) -> list[Problem]:
    """What the check of one sheet says of one passage, which stands on line 9."""
    held = passage(text, id=f"guide/one.{language}", language=language, **more)
    edition = Edition(
        f"guide.{language}",
        f"guide/{language}.md",
        source("guide"),
        (held,),
        lines={held.id: (9, 12)},
    )
    return list(check(edition))


LONG_ENOUGH = "Say what is known about the fire in the old mill. " * 4


def test_a_passage_has_enough_words_to_carry_its_advice_and_no_more():
    few = only(judged("Say what is known about the fire."))
    assert "one has 7 words" in few.what and few.line == 9
    assert judged(LONG_ENOUGH) == []
    many = only(judged("Say what is known. " * (LONGEST // 4 + 1)))
    assert "words" in many.what


def test_a_gap_may_be_named_in_one_sentence():
    gap = "The sources name no fee."

    assert judged(gap, source_id=LIMITS) == []
    assert judged(gap)


def test_a_passage_is_one_line_because_its_sentences_are_quoted():
    assert "several lines" in only(judged(LONG_ENOUGH.replace("the old", "the\nold", 1))).what


def test_a_sentence_is_short_enough_to_be_quoted():
    long = "Say " + "what is known and " * (LONGEST_SENTENCE // 4) + "what is not known yet."

    found = only(judged(long))

    assert f"a sentence of {len(words(long))} words" in found.what
    assert judged(long.replace("known and what", "known. What", 4)) == []


@pytest.mark.parametrize(
    ("language", "leaning", "standing"),
    [
        ("en", "This calms people.", "A clear message calms people."),
        ("en", "They wait for news.", "Theatres wait for news."),
        ("en", "But nobody knows yet.", "Butchers know nothing yet."),
        ("fr", "Cela rassure les habitants.", "Un message clair rassure les habitants."),
        ("fr", "Il rassure les habitants.", "Il faut rassurer les habitants."),
        ("fr", "Ces mots rassurent.", "Ce qui rassure, ce sont les mots."),
        ("de", "Dies beruhigt die Menschen.", "Eine klare Nachricht beruhigt die Menschen."),
        ("de", "Er wartet auf Nachricht.", "Sie erfahren es vor der Presse."),
        ("de", "Deshalb hilft ein Anruf.", "Ein Anruf hilft deshalb."),
        ("no", "Dette roer innbyggerne.", "En klar melding roer innbyggerne."),
        ("no", "Den bør være kort.", "Den første meldingen bør være kort."),
        ("no", "Men ingen vet det ennå.", "Ingen vet det ennå."),
    ],
)
def test_a_sentence_that_leans_on_the_one_before_is_found(language, leaning, standing):
    filler = {
        "en": LONG_ENOUGH,
        "fr": "Dites ce que l’on sait de l’incendie du vieux moulin. " * 5,
        "de": "Nennen Sie, was über den Brand der alten Mühle bekannt ist. " * 5,
        "no": "Si det dere vet om brannen i den gamle møllen. " * 5,
    }[language]

    found = only(judged(filler + leaning, language))

    assert "leans on the sentence before it" in found.what and leaning[:20] in found.what
    assert judged(filler + standing, language) == []


@pytest.mark.parametrize(
    ("language", "wrong", "right"),
    [
        ("fr", "Que dire ?", "Que dire\u00a0?"),
        ("fr", "Que dire?", "Que dire\u00a0?"),
        ("fr", "Deux choses : dire, agir.", "Deux choses\u00a0: dire, agir."),
        ("fr", "Deux choses; dire, agir.", "Deux choses\u00a0; dire, agir."),
        ("fr", "Dire « bonjour » à tous.", "Dire «\u00a0bonjour\u00a0» à tous."),
        ("fr", "Dire «bonjour» à tous.", "Dire «\u00a0bonjour\u00a0» à tous."),
        ("fr", "L'eau monte.", "L’eau monte."),
        ("en", "The town's line.", "The town’s line."),
        ("en", 'Say "we know".', "Say “we know”."),
        ("de", "Sagen: „wir wissen”.", "Sagen: „wir wissen“."),
        ("de", "Sagen: «wir wissen».", "Sagen: „wir wissen“."),
        ("no", "Si: “vi vet”.", "Si: «vi vet»."),
        ("no", "Si: „vi vet“.", "Si: «vi vet»."),
        ("en", "Say  what is known.", "Say what is known."),
        ("en", "Say\twhat is known.", "Say what is known."),
    ],
)
@pytest.mark.parametrize("place", ["text", "heading", "locator"])
def test_each_language_keeps_its_own_typography(language, wrong, right, place):
    def said(words: str) -> list[Problem]:
        text = words if place == "text" else "Un deux."
        headings = ("One", words) if place == "heading" else ("One",)
        locator = words if place == "locator" else "1"
        return judged(text, language, headings=headings, locator=locator, source_id=LIMITS)

    assert [p.line for p in said(wrong)] == [9]
    assert said(right) == []


def test_an_address_and_a_time_of_day_are_no_french_punctuation():
    text = "Le site https://feu.example ouvre à 9:30."

    assert judged(text, "fr", source_id=LIMITS) == []


def test_every_rule_of_house_style_says_what_is_wrong_and_how_to_mend_it():
    for rule in house_style()["typography"]:
        assert rule["what"] and rule["mend"] and set(rule["languages"]) <= {"en", "fr", "de", "no"}
    assert set(house_style()["openings"]) == {"en", "fr", "de", "no"}


@pytest.mark.parametrize(
    ("written", "instead", "word"),
    [
        ("topics: [psychosocial]", "topics: [sorrow]", "sorrow is none of the topics"),
        ("phases: [first-day]", "phases: [first-month]", "first-month is none of the phases"),
        ("audiences: [affected]", "audiences: [everybody]", "everybody is none of the audiences"),
        ("findings: [3]", "findings: [11]", "11 is none of the findings"),
        ("law: [NO]", "law: [XX]", "XX is none of the law"),
        ("topics: [psychosocial]\n    uses: [crisis-statement]",
         "topics: [psychosocial]\n    uses: [poetry]", "poetry is none of the uses"),
    ],
)  # fmt: skip
def test_a_word_nobody_can_filter_by_is_found_on_its_entry(shelves, guide, written, instead, word):
    rewrite(guide / "source.yaml", written, instead)

    found = check_documents(shelves)

    assert {(p.file, p.line > 0) for p in found} == {("fire-guide/source.yaml", True)}
    assert all(word in p.what for p in found) and found


# ------------------------------------------------------------------ one publication, two languages


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_publication_is_there_in_english_and_french(shelves, guide, language):
    (guide / f"{language}.md").unlink()

    found = only(check_documents(shelves))

    assert (found.file, found.what) == (f"fire-guide/{language}.md", "the sheet is missing.")


def test_translations_hold_their_passages_in_the_same_order(shelves, guide):
    sheet = guide / "fr.md"
    head, first, second = sheet.read_text(encoding="utf-8").split("\n## ")
    sheet.write_text("\n## ".join((head, second + "\n", first)), encoding="utf-8")

    found = only(check_documents(shelves))

    assert found.file == "fire-guide/fr.md" and "in the same order" in found.what


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ("les 30 minutes", "les 40 minutes", "text differs from English in 30, 40"),
        ("les 30 minutes", "les trente minutes", "text differs from English in 30"),
        ("qu’un long silence", "que 1 long silence", "text differs from English in 1"),
        ("> Chapitre 2", "> Chapitre 3", "locator differs from English in 2, 3"),
    ],
)
def test_translations_hold_the_same_figures(shelves, guide, written, instead, said):
    rewrite(guide / "fr.md", written, instead)

    found = only(check_documents(shelves))

    assert found.file == "fire-guide/fr.md" and found.line > 0
    assert said in found.what


@pytest.mark.parametrize(
    ("english", "french"),
    [("1,500 people", "1\u00a0500 personnes"), ("2.5 hours", "2,5 heures")],
)
def test_a_figure_is_the_same_whatever_marks_a_language_puts_into_it(
    shelves, guide, english, french
):
    rewrite(guide / "en.md", "30 minutes", english)
    rewrite(guide / "fr.md", "30 minutes", french)

    assert check_documents(shelves) == []


# ------------------------------------------------------------------ all of them together


def test_two_passages_that_say_the_same_are_found(shelves):
    publication(shelves, "water-guide")

    found = check_documents(shelves)

    assert {(p.file, "says what fire-guide/" in p.what) for p in found} == {
        ("water-guide/en.md", True),
        ("water-guide/fr.md", True),
    }
    assert len(found) == 4


def test_eight_words_in_a_row_of_the_founding_page_are_found(shelves, guide, beside):
    page = beside / "real" / "page.txt"
    page.write_text("So FAMILIES remember: who picked up the telephone in the end?")
    assert check_documents(shelves, beside=beside) == []  # seven in common are no sentence

    rewrite(guide / "en.md", "the telephone. A", "the telephone in the end. A")

    found = only(check_documents(shelves, beside=beside))
    assert (found.file, found.line) == ("fire-guide/en.md", 14)
    assert "families remember who picked up the telephone in" in found.what
    assert check_documents(shelves) == []  # without the page nothing can be compared


# ------------------------------------------------------------------ against the facts


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ("fact_count: 3", "fact_count: 4", "no passage carries fire-guide-04."),
        ("fact_count: 3", "fact_count: 2", "fire-guide-03 is no fact of this publication."),
        ("fact_count: 3\n", "", "the card does not say how many facts there are."),
        ("[fire-guide-02]", "[fire-guide-02, fire-guide-03]", "fire-guide-03 is carried and left out."),
        ("[fire-guide-02]", "[fire-guide-02, ice-guide-01]", "ice-guide-01 is no fact of this publication."),
        ('  fire-guide-03: "Nobody saw the page it stands on."', "", "no passage carries fire-guide-03."),
    ],
)  # fmt: skip
def test_every_fact_is_carried_or_left_out_and_no_other(shelves, guide, written, instead, said):
    rewrite(guide / "source.yaml", written, instead)

    found = only(check_documents(shelves))

    assert (found.file, found.what) == ("fire-guide/source.yaml", said)


def changed(number: int, **fields) -> list[dict]:
    return [fact | (fields if n == number else {}) for n, fact in enumerate(FACTS, 1)]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (changed(1, basis="copy-of-the-source"), "its weakest fact is copy-of-the-source"),
        (changed(1, topics=["uncertainty"]), "first-message is a topic of none of its facts"),
        (changed(1, confidence="from-general-knowledge"), "a fact nobody verified"),
        (changed(2, seen_at="https://elsewhere.example"), "which is not named"),
        (changed(2, basis="official-page"), "its weakest fact is official-page"),
    ],
)
def test_a_passage_says_of_its_facts_what_the_fact_list_says(shelves, beside, facts, said):
    write_facts(beside, facts)

    found = only(check_documents(shelves, beside=beside))

    assert found.file == "fire-guide/source.yaml" and found.line > 1
    assert said in found.what
    assert check_documents(shelves) == []  # without the fact list nobody can tell


def test_a_publication_whose_facts_are_not_at_hand_is_checked_by_its_card_alone(shelves, beside):
    (beside / "sources" / "facts" / "fire-guide.yaml").unlink()

    assert check_documents(shelves, beside=beside) == []


def test_what_the_sources_do_not_cover_rests_on_no_facts(shelves, guide):
    limits = publication(shelves, LIMITS)
    rewrite(limits / "source.yaml", "fact_count: 3\n", "")

    said = {problem.what for problem in check_documents(shelves, [LIMITS])}

    assert said == set()
