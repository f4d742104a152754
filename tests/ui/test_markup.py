"""The HTML of the pages: marks, gaps, quotes, and nothing that a person or a file brought along."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest

from bot.export.rows import gaps_in, rows
from bot.model import Claim, Evidence, Finding, Question, Verdict, Withheld
from bot.ui.shared import cards, markup
from bot.ui.shared.words import Words
from bot.usage import Use
from kb.model import Mark
from tests.factories import draft, evidence, passage, source
from tests.ui.fakes import FakeDesk

EN, FR = Words("en"), Words("fr")

HOSTILE = (
    "<script>alert(1)</script> ![x](http://spy.example/a.png) [y](javascript:alert(2)) "
    '$\\href{http://spy.example}{z}$ :material/delete: :red[alarm] "><img src=x onerror=alert(3)>'
)

ALLOWED = {
    "div", "p", "span", "sup", "mark", "ul", "li", "q", "br", "small", "strong", "table", "thead",
    "tbody", "tr", "th", "td", "blockquote", "a", "h3", "h4", "details", "summary", "dl", "dt", "dd",
    "code", "em",
}  # fmt: skip
ATTRIBUTES = {
    "class",
    "lang",
    "title",
    "aria-hidden",
    "aria-label",
    "role",
    "scope",
    "data-head",
    "href",
    "target",
    "rel",
}


class Tags(HTMLParser):
    def __init__(self, body: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(body)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


def answered():
    return FakeDesk().answer(Question("What comes first?"))


def hostile_sheet():
    sheet = FakeDesk().statement(FakeDesk().read_notes(HOSTILE), "holding", "en")
    assert sheet.draft
    shown = replace(sheet.draft, headline=HOSTILE, notes=(HOSTILE,), messenger=HOSTILE)
    return replace(sheet, draft=shown)


def everything_hostile() -> list[str]:
    item = Evidence(
        "K1", passage(HOSTILE, headings=(HOSTILE,), locator=HOSTILE, basis="secondary", reported_by=HOSTILE),
        HOSTILE, HOSTILE, 2020, "javascript:alert(1)", kind="upload",
        mark=Mark(HOSTILE, "doubtful", HOSTILE, HOSTILE, HOSTILE, HOSTILE),
    )  # fmt: skip
    words_ = dict.fromkeys(("topics", "uses", "phases", "audiences", "law"), (HOSTILE,))
    item = replace(item, passage=replace(item.passage, source_id=HOSTILE, **words_))
    bad = source(
        title=HOSTILE, publisher=HOSTILE, url='https://x.example/"><script>', language='"><b>',
        licence=HOSTILE, kind=HOSTILE, note=HOSTILE, verified=HOSTILE, original=HOSTILE,
        title_en=HOSTILE, authors=(HOSTILE,), published=HOSTILE, url_is=HOSTILE,
        read_at=(HOSTILE, "javascript:alert(1)", "https://fine.example/a"),
    )  # fmt: skip
    assert item.mark
    marks = {HOSTILE: item.mark, bad.id: replace(item.mark, standing="withdrawn")}
    remark = Finding("x", "major", 0, 40, HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    sheet = hostile_sheet()
    return [
        markup.said(HOSTILE * 9, EN),
        markup.text(sheet, EN),
        markup.origins(sheet, EN),
        markup.legend(sheet, EN),
        markup.withheld((Withheld(HOSTILE, 0, 3, HOSTILE, HOSTILE, HOSTILE),), EN),
        markup.remarks((HOSTILE,)),
        markup.finding(remark, 1, EN),
        markup.marked(HOSTILE, (remark,), EN, '"><b>'),
        markup.passage(item, (HOSTILE[:20],), EN),
        cards.shelf([item.passage], marks, EN),
        cards.entry(item.passage, marks, EN, HOSTILE),
        cards.source(bad, (bad,), marks, EN),
        cards.heading(bad, EN),
        cards.card(bad, (bad,), {"secondary": 3}, EN),
        cards.marked(item.mark, HOSTILE, False, EN),
        cards.uses((Use("rule", HOSTILE, HOSTILE),), EN),
        cards.conversations(HOSTILE, (HOSTILE,), HOSTILE, EN),
        markup.receipt(HOSTILE, HOSTILE, HOSTILE, (HOSTILE,)),
        markup.no_text(replace(answered(), draft=None, reason=HOSTILE, reason_kind=HOSTILE), EN),
        markup.notice("warn", HOSTILE),
    ]


@pytest.mark.parametrize("body", everything_hostile(), ids=range(len(everything_hostile())))
def test_nothing_from_notes_or_files_becomes_a_tag_or_a_link(body):
    for tag, attributes in Tags(body).found:
        assert tag in ALLOWED
        assert set(attributes) <= ATTRIBUTES
        assert urlsplit(attributes.get("href") or "").scheme in ("", "http", "https")


def test_hostile_words_are_shown_as_they_were_typed():
    shown = Tags(markup.said(HOSTILE, EN)).text
    assert HOSTILE in shown


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//x.example",
        "http://",
        'https://x.example/"onclick=',
        "https://[",
        "",
    ],
)
def test_only_an_ordinary_address_becomes_a_link(url):
    assert markup.safe_url(url) == ""


def test_an_ordinary_address_is_kept():
    assert markup.safe_url(" https://guide.example/a?b=1&c=2 ") == "https://guide.example/a?b=1&c=2"


def test_a_label_holds_no_markdown_and_no_directive():
    label = markup.plain_label(":material/delete: [x](http://a) :red[b] $c$ **d** `e`", 200)
    assert ":material" not in label and ":red" not in label
    assert not re.search(r"(?<!\\)[\[\]*`$]", label)


def test_a_long_label_is_cut():
    assert len(markup.plain_label("word " * 100, 60)) <= 61


# ------------------------------------------------------------------ marks


def test_every_sentence_carries_its_mark_in_words_and_in_shape():
    body = markup.text(answered(), EN)
    assert body.count('class="sentence') == 3
    assert body.count("(Supported by a source)") == 2
    assert "(Not supported)" in body
    assert "●" in body and "▲" in body


def test_a_sentence_without_a_verdict_counts_as_unsupported():
    sheet = replace(answered(), verdicts=())
    assert {row.mark for row in rows(sheet)} == {"unsupported"}


def test_a_sentence_cites_by_the_labels_of_its_evidence():
    sheet = answered()
    guide, own = (item.label for item in sheet.evidence)
    assert [row.labels for row in rows(sheet)] == [(guide,), (guide, own), ()]
    assert markup.text(sheet, EN).count(f"[{guide}]") == 2
    assert markup.chip(sheet.evidence[0], EN).startswith(f"{guide} · The guide")


def test_a_label_that_names_nothing_is_not_shown():
    sheet = replace(
        answered(),
        draft=draft(Claim("Said.", "model", ("X999",))),
        verdicts=(Verdict(0, "unknown source", "It cites nothing."),),
    )
    (row,) = rows(sheet)
    assert (row.mark, row.labels, row.reason) == ("unsupported", (), "It cites nothing.")


@pytest.mark.parametrize(
    "gap", ["[to confirm: where to get help]", "[à confirmer : l’heure du prochain point]"]
)
def test_a_gap_is_highlighted(gap):
    desk = FakeDesk()
    sheet = desk.statement(desk.read_notes("x"), "holding", "en")
    sheet = replace(sheet, draft=draft(f"Come to {gap} today."), verdicts=())
    assert f'<mark class="gap">{html.escape(gap)}</mark>' in markup.text(sheet, EN)


def test_a_citation_label_is_no_gap():
    assert gaps_in("Said so. [K123] And [1], too.") == []


def test_the_words_of_the_notes_stand_beside_their_sentence():
    desk = FakeDesk()
    sheet = desk.statement(desk.read_notes("Fire at the mill.\nNobody hurt."), "holding", "en")
    found = {row.claim.text: row.rests_on for row in rows(sheet)}
    assert found["Nobody hurt."] == ("Nobody hurt.",)


def test_a_counter_message_shows_the_verified_fact_it_uses():
    from bot.model import Rumour

    sheet = FakeDesk().counter_message(
        Rumour("x", ("The pool is open every day.", "Tea is at four."))
    )
    assert rows(sheet)[1].rests_on == ("Tea is at four.",)
    assert "From your verified facts" in markup.text(sheet, EN)


def test_a_telephone_number_stays_on_one_line():
    sheet = FakeDesk().statement(FakeDesk().read_notes("Call 01 99 00 11 22."), "holding", "fr")
    assert '<span class="unbroken">01 99 00 11 22</span>' in markup.text(sheet, FR)


# ------------------------------------------------------------------ passages


def test_the_supporting_words_are_highlighted_where_they_stand():
    item = evidence(text="Say what is known. Say when\nyou speak again.")
    body = markup.passage(item, ("Say when you speak again.",), EN)
    assert '<mark class="quote">Say when\nyou speak again.</mark>' in body
    assert EN("passage.marked") in body


def test_a_quote_that_is_not_there_shows_the_whole_passage():
    body = markup.passage(evidence(), ("Something else entirely.",), EN)
    assert "<mark" not in body
    assert EN("passage.whole") in body


def test_overlapping_quotes_are_marked_once():
    item = evidence(text="One two three four.")
    body = markup.passage(item, ("One two three", "two three four."), EN)
    assert Tags(body).text.count("three") == 1


def test_who_reports_a_passage_is_said():
    item = evidence(basis="secondary", reported_by="a newspaper")
    assert "As reported by a newspaper" in markup.passage(item, (), EN)


def test_a_document_of_the_office_is_marked_as_unreviewed():
    item = replace(evidence(), kind="upload")
    assert EN("passage.own") in markup.passage(item, (), EN)
    assert EN("passage.summary") not in markup.passage(item, (), EN)


def test_a_link_says_that_it_opens_a_new_tab():
    item = replace(evidence(), url="https://guide.example/")
    body = markup.passage(item, (), FR)
    assert 'target="_blank" rel="noopener noreferrer"' in body
    assert "(nouvel onglet)" in body


# ------------------------------------------------------------------ findings


def test_overlapping_findings_keep_the_text_whole():
    body = "There is no reason to worry, none at all."
    found = (
        Finding("a", "minor", 0, 27, body[:27], "A", "g"),
        Finding("b", "major", 9, 40, body[9:40], "B", "g"),
        Finding("c", "info", 0, 0, "", "C", "g"),
        Finding("d", "info", 30, 4000, body[30:], "D", "g"),
    )
    shown = re.sub(r"<sup>\d</sup>", "", markup.marked(body, found, EN, "en"))
    assert Tags(shown).text == body
    assert 'class="major"' in shown


@pytest.mark.parametrize("kind", ["nothing-relevant", "weak-evidence", "out-of-scope", "misuse"])
def test_each_way_of_having_no_text_has_its_own_heading(kind):
    sheet = replace(answered(), draft=None, reason_kind=kind, reason="Because.")
    body = markup.no_text(sheet, EN)
    assert EN(f"none.{kind}") in body and kind in body


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        "[a:" * 60_000,
        "x " * 100_000,
        "[to confirm: " + "x" * 200_000,
        "1 " * 100_000,
    ],
)
@pytest.mark.timeout(60)
def test_a_huge_text_is_drawn_in_a_moment(text):
    gaps_in(text)
    markup.said(text, EN)
    markup.plain_label(text)
    markup._unbroken(text)
    markup.places(text[:3000], text)
