"""Every piece of HTML the pages show. Pure, and the only place that writes tags.

What a person or a document said passes through ``esc`` before it stands between
tags, so notes cannot bring links, pictures, scripts or Markdown onto the page.
Widget labels are Markdown to Streamlit; ``plain_label`` takes that power away.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from itertools import pairwise
from urllib.parse import urlencode, urlsplit

from bot.export.rows import MARKS, Mark, Row, gaps_in, rows
from bot.model import Evidence, Finding, Sheet, Withheld
from bot.ui.shared.words import Words
from kb.marks import outdated
from kb.model import Mark as ReviewMark
from kb.model import Passage
from kb.ranking import family
from kb.vocabulary import described

#: Shape and colour both tell the marks apart; the words beside them tell a screen reader.
SHAPES: dict[Mark, str] = {"notes": "■", "source": "●", "general": "○", "unsupported": "▲"}
#: A reviewer's mark: a shape of its own each, and the word beside it.
STANDINGS = {"checked": "✓", "doubtful": "◆", "withdrawn": "⊘"}
SEVERITIES = {"major": "▲", "minor": "◆", "info": "○"}
#: No line breaks here: a mark never stands alone at the start of a line.
JOINER = "\u2060"
#: Longer texts of a person are folded; the whole is one click away.
FOLDED = 700


def esc(text: object) -> str:
    """``text`` as text: no tag, no entity, no attribute can be made of it."""
    return html.escape(str(text), quote=True)


def plain_label(text: str, longest: int = 60) -> str:
    """``text`` for a widget's label, where Streamlit would read Markdown and directives.

    Punctuation is escaped, and an invisible word joiner after each colon keeps
    ``:material/…:`` and ``:red[…]`` from being taken for icons and colours.
    """
    flat = " ".join(text.split())
    if len(flat) > longest:
        flat = flat[: longest - 1].rstrip() + "…"
    flat = flat.replace(":", ":\u2060").replace("://", ":\u2060/\u2060/")
    return re.sub(r"([\\`*_{}\[\]()#+\-.!|<>~$&])", r"\\\1", flat)


def safe_url(url: str) -> str:
    """``url`` if it is an ordinary web address, else ""."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    fine = parts.scheme in ("http", "https") and parts.netloc
    return url.strip() if fine and not re.search(r"[\s\"'<>`]", url.strip()) else ""


def block(tag: str, body: str, kind: str = "", language: str = "") -> str:
    """An element around ``body``, which is HTML already."""
    name = f' class="{kind}"' if kind else ""
    lang = f' lang="{esc(language)}"' if language and language != "und" else ""
    return f"<{tag}{name}{lang}>{body}</{tag}>"


def _with_gaps(text: str) -> str:
    """Escaped text with its gaps marked; telephone numbers stay on one line."""
    parts, at = [], 0
    for start, end in gaps_in(text):
        parts += [_unbroken(text[at:start]), block("mark", esc(text[start:end]), "gap")]
        at = end
    return "".join((*parts, _unbroken(text[at:])))


def _unbroken(text: str) -> str:
    parts = re.split(r"(\+?\d[\d \u00a0]{5,20}\d)", text)
    return "".join(
        block("span", esc(part), "unbroken") if n % 2 else esc(part) for n, part in enumerate(parts)
    )


# ------------------------------------------------------------------ a person's own words


def said(text: str, words: Words) -> str:
    """What the person typed, line breaks kept, folded when it is long."""
    head = block("p", esc(words("chat.you")), "hidden")
    if len(text) <= FOLDED:
        return block("div", head + block("div", esc(text), "as-typed"), "said")
    cut = text[:FOLDED].rsplit(" ", 1)[0]
    more = block("summary", esc(words("chat.more"))) + block("div", esc(text), "as-typed")
    return block(
        "div", head + block("div", esc(cut) + " …", "as-typed") + block("details", more), "said"
    )


# ------------------------------------------------------------------ the text of a sheet


def mark_name(mark: Mark, sheet: Sheet, words: Words) -> str:
    if mark == "notes" and sheet.task == "counter":
        return words("standing.facts")
    return words(f"standing.{mark}")


def _sentence(row: Row, sheet: Sheet, words: Words) -> str:
    name = mark_name(row.mark, sheet, words)
    labels = "".join(f'<span class="label">[{esc(label)}]</span>' for label in row.labels)
    shape = f'<span class="shape" aria-hidden="true">{SHAPES[row.mark]}</span>'
    aside = block("span", f" ({esc(name)}) ", "hidden")
    tail = f"{JOINER}{block('span', f'{labels}{shape}', f'tail {row.mark}')}"
    body = f"{_with_gaps(row.claim.text)}{tail}{aside}"
    return f'<span class="sentence {row.mark}" title="{esc(name)}">{body}</span>'


def text(sheet: Sheet, words: Words) -> str:
    """The draft in paragraphs, with a mark behind every sentence."""
    if sheet.draft is None:
        return ""
    paragraphs: list[list[str]] = []
    for row in rows(sheet):
        if row.claim.new_paragraph or not paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(_sentence(row, sheet, words))
    body = "".join(block("p", " ".join(sentences)) for sentences in paragraphs)
    if sheet.draft.headline:
        body = block("p", _with_gaps(sheet.draft.headline), "headline") + body
    return block("div", body, "text", sheet.language)


def legend(sheet: Sheet, words: Words) -> str:
    """What each mark means; only the marks this sheet uses."""
    used = {row.mark for row in rows(sheet)}
    items = [
        f'<li class="{mark}"><span class="shape" aria-hidden="true">{SHAPES[mark]}</span> '
        f"{esc(mark_name(mark, sheet, words))}</li>"
        for mark in MARKS
        if mark in used
    ]
    if sheet.draft and gaps_in(sheet.draft.text):
        gap = block("mark", f"[{esc(words('gap.ask'))} …]", "gap")
        items.append(f"<li>{gap} {esc(words('sheet.gap_legend'))}</li>")
    name = esc(words("sheet.legend"))
    return f'<ul class="legend" aria-label="{name}">{"".join(items)}</ul>'


def origins(sheet: Sheet, words: Words) -> str:
    """The table: sentence, its mark, and the words it rests on."""
    heads = [words(f"sheet.origin_{part}") for part in ("sentence", "mark", "words")]
    head = "".join(f'<th scope="col">{esc(name)}</th>' for name in heads)
    body = ""
    for row in rows(sheet):
        shape = f'<span class="shape" aria-hidden="true">{SHAPES[row.mark]}</span> '
        name = esc(mark_name(row.mark, sheet, words))
        labels = "".join(f" [{esc(label)}]" for label in row.labels)
        if row.rests_on:
            basis = "".join(block("q", esc(quote)) for quote in row.rests_on) + labels
        else:
            gap = row.mark == "general" and gaps_in(row.claim.text)
            help_ = words("sheet.gap_basis" if gap else f"standing.{row.mark}_help")
            basis = esc(row.reason or help_) + labels
        cells = (
            block("td", _with_gaps(row.claim.text), "", sheet.language),
            f'<td class="{row.mark}" data-head="{esc(heads[1])}">{shape}{name}</td>',
            f'<td data-head="{esc(heads[2])}">{basis}</td>',
        )
        body += block("tr", "".join(cells))
    return f'<table class="origins"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def notice(kind: str, text: str) -> str:
    """One line that a person should see: "warn", "doubt", "gap", "fine" or "here"."""
    shape = {"warn": "▲", "doubt": "◆", "gap": "[ ]", "fine": "✓", "here": "→"}[kind]
    return f'<p class="notice {kind}"><span aria-hidden="true">{shape}</span> {esc(text)}</p>'


def no_text(sheet: Sheet, words: Words) -> str:
    """Why there is no draft: its own heading and shape for each kind."""
    kind = sheet.reason_kind
    kind = kind if kind and words.has(f"none.{kind}") else "other"
    shape = {"misuse": "⊘", "out-of-scope": "↗", "weak-evidence": "≈"}.get(kind, "∅")
    shown = f'<span class="shape" aria-hidden="true">{shape}</span>'
    head = block("h3", f"{shown} {esc(words(f'none.{kind}'))}")
    reason = block("p", esc(sheet.reason), "", sheet.language)
    return block("div", head + reason, f"no-text {kind}")


def withheld(items: Sequence[Withheld], words: Words) -> str:
    """What was left out, each with its reason and the guidance behind it."""
    rows_ = []
    for item in items:
        source = f" <small>({esc(item.source_id)})</small>" if item.source_id else ""
        rows_.append(f"<li><q>{esc(item.span)}</q><br>{esc(item.why or item.reason)}{source}</li>")
    lead = block("p", esc(words("sheet.withheld_lead")))
    return lead + block("ul", "".join(rows_), "plain")


def remarks(items: Sequence[str]) -> str:
    return block("ul", "".join(block("li", esc(item)) for item in items), "plain")


# ------------------------------------------------------------------ findings


def finding(item: Finding, number: int, words: Words) -> str:
    """One remark: severity, the words meant, and what to do instead."""
    shape = f'<span class="shape" aria-hidden="true">{SEVERITIES[item.severity]}</span>'
    head = f"{shape} {esc(words(f'findings.{item.severity}'))}"
    about = f"<q>{esc(item.span)}</q>" if item.end > item.start else esc(words("findings.whole"))
    body = f'<p class="about"><strong>{number}. {head}</strong> {about}</p>'
    body += block("p", esc(item.advice))
    if item.rewording:
        body += (
            f"<p>{esc(words.colon(words('findings.rewording')))} <q>{esc(item.rewording)}</q></p>"
        )
    return block("div", body, f"finding {item.severity}")


def marked(body: str, findings: Sequence[Finding], words: Words, language: str) -> str:
    """A pasted text with the places of the findings marked and numbered.

    Places may overlap: the text is cut at every boundary, and each piece takes
    the gravest finding that covers it.
    """
    grave = {"major": 0, "minor": 1, "info": 2}
    placed = [
        (max(0, f.start), min(len(body), f.end), n, f)
        for n, f in enumerate(findings, start=1)
        if f.end > f.start and f.start < len(body)
    ]
    cuts = sorted({0, len(body), *(s for s, *_ in placed), *(e for _, e, *_ in placed)})
    parts = []
    for start, end in pairwise(cuts):
        over = [(n, f) for s, e, n, f in placed if s <= start and end <= e]
        piece = esc(body[start:end])
        if over:
            worst = min(over, key=lambda pair: grave[pair[1].severity])[1]
            advice = esc(worst.advice)
            piece = f'<mark class="{worst.severity}" title="{advice}">{piece}</mark>'
        ends = "".join(f"<sup>{n}</sup>" for _, e, n, _ in placed if e == end)
        parts.append(piece + ends)
    return block("div", "".join(parts), "as-typed pasted", language)


# ------------------------------------------------------------------ a passage


def places(quote: str, text: str) -> tuple[int, int] | None:
    """Where a quote stands in a passage, whatever the line breaks."""
    start = text.find(quote)
    if start >= 0:
        return start, start + len(quote)
    parts = quote.split()
    if not parts or len(quote) > 4000:
        return None
    found = re.search(r"\s{1,9}".join(map(re.escape, parts)), text)
    return found.span() if found else None


def _highlighted(text: str, quotes: Sequence[str]) -> tuple[str, bool]:
    """The passage with the quotes marked, and whether any was found."""
    spans = sorted(span for quote in quotes if (span := places(quote, text)))
    parts, at = [], 0
    for start, end in spans:
        if end <= at:
            continue
        start = max(start, at)
        parts += [esc(text[at:start]), block("mark", esc(text[start:end]), "quote")]
        at = end
    return "".join((*parts, esc(text[at:]))), bool(spans)


def passage(item: Evidence, quotes: Sequence[str], words: Words) -> str:
    """A passage where it stands, with everything a reader needs to judge it."""
    shown = item.passage
    body, found = _highlighted(shown.text, quotes)
    year = f", {item.year}" if item.year else ""
    by = esc(words.colon(words("passage.published")))
    head = block("p", esc(item.title), "title")
    head += f"<p>{by} {esc(item.publisher)}{year}</p>" if item.publisher else block("p", year[2:])
    trail = " › ".join(shown.headings)
    where = " · ".join(part for part in (trail, shown.locator) if part)
    head += f"<p>{esc(words.colon(words('passage.locator')))} {esc(where)}</p>"
    text_ = block("blockquote", body, "", shown.language)
    foot = [words("passage.marked") if found else words("passage.whole") if quotes else ""]
    if item.kind == "upload":
        foot.append(words("passage.own"))
    else:
        foot.append(words("passage.summary"))
    if shown.basis == "secondary":
        who = shown.reported_by
        foot.append(words("passage.reported", who=who) if who else words("passage.reported_bare"))
    elif shown.basis == "copy-of-the-source":
        foot.append(words("passage.copied"))
    notes = review(item.mark, words, shown) + law(shown.law, words)
    notes += "".join(block("p", esc(line), "small") for line in foot if line)
    link = link_to(item.url, words("passage.link"), words)
    link = f"<p>{link}</p>" if link else block("p", esc(words("passage.no_link")), "small")
    return block("div", head + text_ + notes + link + about(shown, words), "passage")


def link_to(url: str, name: str, words: Words) -> str:
    """A link that opens in a new tab and says so; nothing if ``url`` is no web address."""
    url = safe_url(url)
    if not url:
        return ""
    tab = f'<span class="tab">({esc(words("passage.new_tab"))})</span>'
    return f'<a href="{esc(url)}" target="_blank" rel="noopener noreferrer">{esc(name)}</a> {tab}'


def about(item: Passage, words: Words) -> str:
    """The way to the page of a passage's source, in a new tab: what is on screen stays."""
    where = {"source": item.source_id, "passage": family(item), "language": words.language}
    return block(
        "p",
        f'<a href="library?{esc(urlencode(where))}" target="_blank">'
        f"{esc(words('passage.about'))}</a> ({esc(words('passage.new_tab'))})",
    )


# ------------------------------------------------------------------ what reviewers and law say


def outcome_of_review(mark: ReviewMark | None) -> str:
    return mark.standing if mark is not None else ""


def review(mark: ReviewMark | None, words: Words, on: Passage | None = None) -> str:
    """What a reviewer said: shape and word, who, when and why; whether ``on`` changed since."""
    if mark is None or mark.standing == "open":
        return ""
    shape = f'<span aria-hidden="true">{STANDINGS[mark.standing]}</span>'
    whole = on is not None and mark.target == on.source_id
    said_ = words(
        f"marks.{mark.standing}{'_whole' if whole else ''}", by=mark.by, on=words.date(mark.at)
    )
    note_ = f" <q>{esc(mark.note)}</q>" if mark.note else ""
    changed = words("marks.changed") if on is not None and outdated(mark, on) else ""
    since = f" <em>{esc(changed)}</em>" if changed else ""
    return f'<p class="review {mark.standing}">{shape} {esc(said_)}{note_}{since}</p>'


def law(places: Sequence[str], words: Words) -> str:
    """Where a passage is law, and that it is no legal advice."""
    if not places:
        return ""
    named = ", ".join(described("law", place, words.language) for place in places)
    shape = '<span aria-hidden="true">§</span>'
    return f'<p class="law">{shape} {esc(words("marks.law", places=named))}</p>'


def chip(item: Evidence, words: Words) -> str:
    """What stands on a citation's button: its label, as in the text, and its source."""
    where = item.passage.locator or item.title
    own = f" ({words('sheet.own')})" if item.kind == "upload" else ""
    label = plain_label(f"{_short(item.title)}, {_short(where, 40)}{own}", 120)
    aside = ""
    if item.mark is not None and item.mark.standing in ("doubtful", "withdrawn"):
        standing = item.mark.standing
        aside += f" · {STANDINGS[standing]} {plain_label(words(f'marks.say_{standing}'))}"
    if places := item.passage.law:
        named = ", ".join(described("law", place, words.language) for place in places)
        aside += f" · § {plain_label(words('marks.law_short', places=_short(named, 60)), 120)}"
    return f"{plain_label(item.label)} · {label}{aside}"


def _short(text: str, longest: int = 34) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[:longest].rsplit(" ", 1)[0] + "…"


# ------------------------------------------------------------------ the library


def style_of(words: Words) -> str:
    """CSS that depends on the language: quotation marks, and Streamlit's own upload button."""
    opening, closing = ("«\u00a0", "\u00a0»") if words.language == "fr" else ("“", "”")
    button = '[data-testid="stFileUploaderDropzone"] button [data-testid="stMarkdownContainer"] p'
    label = words("library.choose").replace('"', "")
    rules = (
        f'q {{ quotes: "{opening}" "{closing}"; }}',
        f"{button} {{ font-size: 0; }}",
        f'{button}::after {{ content: "{label}"; font-size: 1rem; }}',
    )
    return f"<style>{' '.join(rules)}</style>"


#: Runs once when another place is opened: a page begins at its beginning, for eyes and for
#: screen readers. Nothing a person or a document said comes near it.
TO_THE_TOP = """<script>
const main = document.querySelector(".stMain");
if (main) main.scrollTo(0, 0);
</script>"""
TO_THE_LIST = """<script>
const list = document.querySelector(".found, .stMain h2");
if (list) list.scrollIntoView();
</script>"""


def spoken(language: str) -> str:
    """Tells the browser which language the pages speak; Streamlit always says English.

    Nothing a person or a document said comes near this script.
    """
    assert re.fullmatch(r"[a-z]{2}", language)
    return f'<script>document.documentElement.lang = "{language}";</script>'


RECEIPT_SHAPES = {"added": "✓", "replaced": "↻", "skipped": "–", "refused": "▲", "removed": "–"}


def receipt(label: str, outcome: str, name: str, lines: Sequence[str]) -> str:
    """What became of one file."""
    shape = f'<span aria-hidden="true">{RECEIPT_SHAPES.get(outcome, "–")}</span>'
    body = "".join(block("p", esc(line)) for line in lines if line)
    head = f"<p><strong>{shape} {esc(label)}</strong> · {esc(name)}</p>"
    return block("div", head + body, f"receipt {esc(outcome)}")
