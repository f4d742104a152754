"""The files a person takes away: complete, honest, and free of anybody's markup."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import docx
import pytest

from bot.export import as_docx, as_markdown
from bot.export.markdown import plain
from bot.model import Claim, Evidence, Finding, Incident, Question, Rumour, Sheet, Verdict, Withheld
from tests.factories import draft, fact, passage

NOTES = "02:10 fire at the hall, Mill Lane. Nobody was injured. Jo Attacker was seen."
HOSTILE = "![x](http://spy.example/a.png) [y](javascript:alert(1)) <script>alert(2)</script> <b>bold</b> `code` www.spy.example"


def cited(text: str = "Say what is known. Say when.", **more) -> Evidence:
    values = {"publisher": "A publisher", "year": 2020, "url": "https://guide.example/first"} | more
    return Evidence("K7Q", passage(text), title="The guide", **values)


def statement(language: str = "en") -> Sheet:
    fire = fact(NOTES, "02:10 fire at the hall, Mill Lane.", id="f1")
    text = draft(
        "Our hearts are with you.",
        Claim(
            "A fire broke out at 02:10 at the hall in Mill Lane.",
            "fact",
            facts=("f1",),
            new_paragraph=True,
        ),
        Claim("Say when.", "evidence", ("K7Q",)),
        Claim("Help: [to confirm: where to get help].", "phrase", new_paragraph=True),
        language=language,
        channel="holding",
        headline="Fire at the hall",
        gaps=("[to confirm: where to get help]",),
        notes=("One line was too long.",),
    )
    return Sheet(
        "draft",
        Incident(NOTES, (fire,)),
        draft=text,
        evidence=(cited(),),
        verdicts=(
            Verdict(0, "general wording"),
            Verdict(1, "from the brief"),
            Verdict(2, "supported", quote="Say when.", label="K7Q"),
            Verdict(3, "unsupported", "Nobody said so."),
        ),
        findings=(Finding("x", "minor", 0, 3, "Our", "Say who.", "guide"),),
        withheld=(
            Withheld("Jo Attacker", 55, 66, "attacker", "The attacker is not named.", "guide"),
        ),
        language=language,
        version=2,
    )


def answer(**more) -> Sheet:
    return Sheet("ask", Question("What first?"), **more)


def docx_of(sheet: Sheet) -> docx.document.Document:
    return docx.Document(io.BytesIO(as_docx(sheet)))


def words_of(document) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([p.text for p in document.paragraphs] + cells)


@pytest.mark.parametrize(
    "read", [as_markdown, lambda sheet: words_of(docx_of(sheet))], ids=["md", "docx"]
)
def test_an_export_holds_everything_about_the_sheet(read):
    text = read(statement())
    for part in (
        "Holding statement, version 2",
        "Fire at the hall",
        "A fire broke out at 02:10",
        "[to confirm: where to get help]",
        "From your notes",
        "02:10 fire at the hall, Mill Lane.",
        "Nobody said so.",
        "The guide, A publisher, 2020",
        "https://guide.example/first",
        "Jo Attacker",
        "The attacker is not named.",
        "Say who.",
        "One line was too long.",
    ):
        assert part in text, part


def test_markdown_reads_in_order():
    text = as_markdown(statement())
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    assert heads == [
        "Holding statement, version 2",
        "Where each sentence comes from",
        "Sources",
        "To fill in before this goes out",
        "Left out on purpose",
        "Remarks",
        "About this version",
    ]
    assert "Say when. [K7Q]" in text


@pytest.mark.parametrize(
    "read", [as_markdown, lambda sheet: words_of(docx_of(sheet))], ids=["md", "docx"]
)
def test_an_export_cites_by_the_label_that_stands_on_the_page_and_in_a_batch(read):
    """A list position would name another passage as soon as a sentence is taken out."""
    from bot.result import sheet_result

    sheet = statement()
    text = read(sheet)
    assert text.count("[K7Q]") == 3  # behind its sentence, in the table, and before its source
    assert not re.search(r"\[\d+\]", text)
    assert "[K7Q]" in sheet_result(sheet)["text"]


def test_the_labels_are_in_the_language_of_the_text():
    text = as_markdown(statement("fr"))
    assert "# Premier message, version 2" in text
    assert "«\u00a0Jo Attacker\u00a0»" in text
    assert "Where each" not in text


def test_a_language_without_labels_gets_english_ones():
    assert "Holding statement" in as_markdown(statement("de"))


def test_the_same_sheet_is_the_same_file():
    assert as_markdown(statement()) == as_markdown(statement())


def test_a_sheet_that_abstains_says_why_and_lists_what_is_near():
    sheet = answer(
        outcome="abstained",
        reason_kind="weak-evidence",
        reason="A guess would not help.",
        evidence=(cited(),),
    )
    for text in (as_markdown(sheet), words_of(docx_of(sheet))):
        assert "Not enough to answer" in text
        assert "A guess would not help." in text
        assert "The guide, A publisher, 2020" in text


def test_a_check_lists_its_findings_and_an_empty_one_says_so():
    found = (
        Finding("x", "major", 0, 5, "There", "Say more.", "guide"),
        Finding("y", "info", 0, 0, "", "Say when.", "g"),
    )
    for export in (as_markdown, lambda sheet: words_of(docx_of(sheet))):
        text = export(Sheet("review", "There.", findings=found))
        assert "Important" in text and "Say more." in text and "About the whole text" in text
        assert "None of the rules" in export(Sheet("review", "There."))


def test_who_reported_it_and_what_nobody_reviewed_is_said():
    second = replace(cited(), passage=passage(basis="secondary", reported_by="a newspaper"))
    own = replace(cited(), kind="upload", label="L8R", url="")
    claims = draft(Claim("Say.", "evidence", ("K7Q", "L8R")))
    text = as_markdown(
        answer(draft=claims, evidence=(second, own), verdicts=(Verdict(0, "supported"),))
    )
    assert "as reported by a newspaper" in text
    assert "own document, not checked guidance" in text


# ------------------------------------------------------------------ hostile words


@pytest.mark.parametrize(
    "text",
    [
        "# A heading",
        "1. A list",
        "- a list",
        "> a quote",
        "+ x",
        "===",
        "a | b",
        "*x* _y_ **z**",
        "&lt;b&gt;",
        "[a]: http://spy.example",
        "[to confirm: x](http://spy.example)",
        "![to confirm: x](http://spy.example)",
        "```\ncode",
        "https://spy.example",
        "<http://spy.example>",
        HOSTILE,
    ],
)
def test_markdown_of_a_person_shows_as_typed(text):
    """Read back by a real Markdown parser: plain paragraphs, no link, no picture, no HTML."""
    markdown_it = pytest.importorskip("markdown_it")
    parser = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"])
    kinds, shown = set(), ""
    for token in parser.parse(plain(text)):
        kinds.add(token.type)
        for child in token.children or ():
            kinds.add(child.type)
            shown += (
                child.content if child.type == "text" else "\n" if "break" in child.type else ""
            )
    assert kinds <= {"paragraph_open", "paragraph_close", "inline", "text", "softbreak"}, kinds
    assert shown == text


def test_a_gap_reads_the_same_in_the_raw_file():
    assert plain("Come at [to confirm: time].") == "Come at [to confirm: time]."


def test_ordinary_words_are_left_alone():
    text = "It is open 9:00-17:00 (Mill Lane), call 01632 960111. See town_hall.example!"
    assert plain(text) == text


def hostile() -> Sheet:
    sheet = statement()
    assert sheet.draft
    claims = (
        Claim(HOSTILE, "fact", ("K7Q",)),
        Claim("1. " + HOSTILE, "phrase", new_paragraph=True),
    )
    source = replace(
        cited(), title=HOSTILE, publisher=HOSTILE, url="javascript:alert(1)",
        passage=passage(HOSTILE, headings=(HOSTILE,), locator=HOSTILE),
    )  # fmt: skip
    return replace(
        sheet,
        draft=replace(
            sheet.draft, claims=claims, headline=HOSTILE, notes=(HOSTILE,), gaps=(HOSTILE,)
        ),
        evidence=(source,),
        verdicts=(
            Verdict(0, "supported", quote=HOSTILE, label="K7Q"),
            Verdict(1, "unsupported", HOSTILE),
        ),
        findings=(Finding("x", "minor", 0, 3, HOSTILE, HOSTILE, HOSTILE),),
        withheld=(Withheld(HOSTILE, 0, 1, "x", HOSTILE, HOSTILE),),
    )


def test_hostile_words_bring_no_link_into_markdown():
    text = as_markdown(hostile())
    assert not re.search(r"(?<!\\)\]\(|(?<!\\)<(?:script|b)\b|<javascript", text)


def test_hostile_words_bring_no_link_into_word():
    document = docx_of(hostile())
    links = [rel for rel in document.part.rels.values() if "hyperlink" in rel.reltype]
    assert links == []
    assert HOSTILE in words_of(document)


def test_control_characters_do_not_break_the_word_file():
    sheet = Sheet("counter", Rumour("x"), draft=draft("Bell \x07 and \x00 null \ud800 end."))
    assert "Bell  and  null  end." in words_of(docx_of(sheet))


# ------------------------------------------------------------------ the Word file


def test_the_word_file_has_headings_highlighted_gaps_and_a_link_that_shows_its_address():
    document = docx_of(statement())
    styles = [p.style.name for p in document.paragraphs]
    assert styles[0] == "Title" and "Heading 1" in styles
    marked = [r.text for p in document.paragraphs for r in p.runs if r.font.highlight_color]
    assert marked == ["[to confirm: where to get help]"]
    (link,) = [rel for rel in document.part.rels.values() if "hyperlink" in rel.reltype]
    assert link.target_ref == "https://guide.example/first"


@pytest.mark.parametrize(("language", "locale"), [("en", "en-GB"), ("fr", "fr-FR")])
def test_the_spelling_checker_is_told_the_language(language, locale):
    assert f'w:val="{locale}"' in docx_of(statement(language)).styles.element.xml


def test_the_word_file_names_no_author():
    assert docx_of(statement()).core_properties.author == ""


@pytest.mark.parametrize(
    "text", ["[" * 200_000, "_" * 200_000, "a:" * 100_000, "1" * 200_000, " " * 200_000 + "x"]
)
@pytest.mark.timeout(60)
def test_escaping_a_huge_text_takes_a_moment(text):
    plain(text)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "For your office only"), ("fr", "Réservé à votre service")]
)
def test_what_was_left_out_stands_behind_a_line_that_says_so(language, words):
    """The file names what must not go out, so it says where the public text ends."""
    sheet = replace(
        statement(language), withheld=(Withheld("Jo Attacker", 46, 57, "attacker", "Not named."),)
    )
    document = docx.Document(io.BytesIO(as_docx(sheet)))

    for text in (as_markdown(sheet), "\n".join(p.text for p in document.paragraphs)):
        assert text.index("Mill Lane") < text.index(words) < text.index("Jo Attacker")


def test_an_answer_has_nothing_to_keep_inside():
    sheet = replace(statement(), task="ask", request=Question("What to say?"), withheld=())
    assert "For your office only" not in as_markdown(sheet)
