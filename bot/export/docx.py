"""A sheet as a Word file: the text first, ready to edit, and its reasons after it.

python-docx is imported inside, so the command line answers ``--help`` at once.
"""

from __future__ import annotations

import io
from typing import Any

from bot.export.labels import Labels
from bot.export.rows import Mark, citations, gaps_in, open_gaps, rows
from bot.model import Evidence, Sheet

#: Language of the spelling checker.
LOCALES = {"en": "en-GB", "fr": "fr-FR", "de": "de-DE", "no": "nb-NO"}
#: Shape and words tell the marks apart, as on the page.
SHAPES: dict[Mark, str] = {"notes": "■", "source": "●", "general": "○", "unsupported": "▲"}
LINKED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def as_docx(sheet: Sheet) -> bytes:
    """The whole sheet as the bytes of a .docx file, in the language of its text."""
    from docx import Document
    from docx.shared import Pt

    say = Labels(sheet.language)
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    _speak(document, LOCALES.get(sheet.language, "en-GB"))
    document.core_properties.title = say.title(sheet)
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.add_heading(say.title(sheet), 0)
    if sheet.task == "review":
        _findings(document, sheet, say)
    elif sheet.draft is None:
        document.add_paragraph(_fit(sheet.reason))
        if sheet.evidence:
            document.add_heading(say("nearest"), 1)
            for item in sheet.evidence[:3]:
                _source(document.add_paragraph(style="List Bullet"), item, say)
    else:
        _draft(document, sheet, say)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _fit(text: str) -> str:
    """XML holds no control characters."""
    return "".join(
        c for c in text if c in "\t\n" or (ord(c) >= 32 and not 0xD800 <= ord(c) <= 0xDFFF)
    )


def _speak(document: Any, locale: str) -> None:
    """Set the language, so that the spelling checker reads French as French."""
    from docx.oxml.ns import qn

    properties = document.styles.element.find(
        f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"
    )
    language = properties.find(qn("w:lang"))
    if language is None:
        language = properties.makeelement(qn("w:lang"), {})
        properties.append(language)
    for name in ("w:val", "w:eastAsia", "w:bidi"):
        language.attrib.pop(qn(name), None)
    language.set(qn("w:val"), locale)


def _link(paragraph: Any, url: str) -> None:
    """A hyperlink whose text is the address itself: what is read is where it leads."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    target = paragraph.part.relate_to(url, LINKED, is_external=True)
    run = paragraph.add_run(url)
    run.font.underline, run.font.color.rgb = True, RGBColor(0x1F, 0x4E, 0x79)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), target)
    paragraph._p.append(link)
    link.append(run._r)


def _with_gaps(paragraph: Any, text: str) -> None:
    """The text, its gaps highlighted."""
    from docx.enum.text import WD_COLOR_INDEX

    text, at = _fit(text), 0
    for start, end in gaps_in(text):
        paragraph.add_run(text[at:start])
        run = paragraph.add_run(text[start:end])
        run.bold, run.font.highlight_color = True, WD_COLOR_INDEX.YELLOW
        at = end
    paragraph.add_run(text[at:])


def _cite(paragraph: Any, label: str) -> None:
    """The label of a source behind its sentence, small, and never alone on the next line."""
    from docx.shared import Pt

    paragraph.add_run(_fit(f"\u00a0[{label}]")).font.size = Pt(9)


def _draft(document: Any, sheet: Sheet, say: Labels) -> None:
    assert sheet.draft is not None
    if sheet.draft.headline:
        document.add_heading(_fit(sheet.draft.headline), 1)
    paragraph = None
    for row in rows(sheet):
        if row.claim.new_paragraph or paragraph is None:
            paragraph = document.add_paragraph()
        else:
            paragraph.add_run(" ")
        _with_gaps(paragraph, row.claim.text)
        for label in row.labels:
            _cite(paragraph, label)
    _origins(document, sheet, say)
    cited = citations(sheet)
    if cited:
        document.add_heading(say("sources"), 1)
    for citation in cited:
        _source(document.add_paragraph(), citation.evidence, say)
        for quote in citation.quotes:
            document.add_paragraph(_fit(quote), style="Quote")
    _listed(document, say("gaps"), open_gaps(sheet))
    _listed(
        document,
        say("withheld"),
        tuple(
            f"{say.quoted(item.span)} {item.why or item.reason}"
            + (f" ({item.source_id})" if item.source_id else "")
            for item in sheet.withheld
        ),
    )
    if sheet.findings:
        _findings(document, sheet, say)
    _listed(document, say("notes"), sheet.draft.notes)


def _origins(document: Any, sheet: Sheet, say: Labels) -> None:
    if sheet.task != "ask":
        # What was left out stands below: the text alone is what may be passed on.
        document.add_page_break()
        document.add_heading(say("inside"), 1)
    document.add_heading(say("origins"), 1)
    table = document.add_table(rows=1, cols=3)
    table.style = "Table Grid"
    for cell, key in zip(table.rows[0].cells, ("sentence", "mark", "rests_on"), strict=True):
        cell.paragraphs[0].add_run(say(key)).bold = True
    for row in rows(sheet):
        cells = table.add_row().cells
        _with_gaps(cells[0].paragraphs[0], row.claim.text)
        cells[1].text = f"{SHAPES[row.mark]} {say.mark(row.mark, sheet)}"
        labels = "".join(f" [{label}]" for label in row.labels)
        basis = "\n".join(say.quoted(words) for words in row.rests_on) or row.reason
        cells[2].text = _fit(basis + labels)


def _source(paragraph: Any, item: Evidence, say: Labels) -> None:
    paragraph.add_run(_fit(f"[{item.label}] {say.source(item)}"))
    if url := say.url(item):
        paragraph.add_run(" ")
        _link(paragraph, url)
    for said in say.cautions(item):
        paragraph.add_run(_fit(f" {said}")).bold = True


def _listed(document: Any, title: str, lines: tuple[str, ...]) -> None:
    if not lines:
        return
    document.add_heading(title, 1)
    for line in lines:
        document.add_paragraph(_fit(line), style="List Bullet")


def _findings(document: Any, sheet: Sheet, say: Labels) -> None:
    if not sheet.findings:
        document.add_paragraph(say("no_findings"))
        return
    document.add_heading(say("findings"), 1)
    for item in sheet.findings:
        paragraph = document.add_paragraph(style="List Bullet")
        paragraph.add_run(say.severity(item.severity)).bold = True
        about = say.quoted(item.span) if item.end > item.start else say("whole")
        source = f" ({item.source_id})" if item.source_id else ""
        paragraph.add_run(_fit(f" · {about} {item.advice}{source}"))
