"""Markdown -> a Reading of its words.

Nothing of it is ever rendered again, so everything that only serves a
renderer goes: pictures (which may report who reads them), link addresses,
reference definitions, HTML comments, tags, emphasis marks. The text of links,
quotations, code and tables stays. Every pattern has an upper length, so a
hostile file costs its length and no more.
"""

from __future__ import annotations

import html
import re

from ingest.readers.base import Piece, Reading, lay_out, one_line, plain_title, printable
from ingest.readers.html import visible_text
from ingest.receipts import Notice

_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s+|$)")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_DEFINITION = re.compile(r" {0,3}\[([^\[\]\n]{1,300})\]:\s{0,20}\S")
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\[\]\n]{1,100}\]:\s{0,20}")
_ITEM = re.compile(r"\s{0,100}(?:[-*+]|(\d{1,9})[.)])\s+(?:\[[ xX]\]\s+)?")
_RULE = re.compile(r" {0,3}(?:(?:\* ?){3,100}|(?:- ?){3,100}|(?:_ ?){3,100})\s*")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*")
_TABLE_RULE = re.compile(
    r"\s{0,10}\|?(?:\s{0,50}:?-+:?\s{0,50}\|){1,100}(?:\s{0,50}:?-+:?\s{0,50})?"
)
_QUOTE = re.compile(r"(?: {0,3}> ?){1,20}")
_RAW = re.compile(r"\s{0,100}</?[A-Za-z]")

_TARGET = r"(?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)|\[[^\[\]\n]{0,300}\])"
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]" + _TARGET + "?")
_LINK = re.compile(r"\[([^\[\]\n]{0,1000})\]" + _TARGET)
_SHORT_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]")
_FOOTNOTE_MARK = re.compile(r"\[\^[^\[\]\n]{1,100}\]")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,500})>")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")
#: Emphasis marks touch a word; "5 * 3", snake_case and escaped marks keep theirs.
_EMPHASIS = re.compile(
    r"\\([!-/:-@\[-`{-~])|\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}"
    r"|(?<![^\W_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![^\W_])|~~|`{1,3}"
)
_ASCII_LOWER = str.maketrans({chr(code): chr(code + 32) for code in range(65, 91)})


def read_markdown(text: str, notices: tuple[Notice, ...] = ()) -> Reading:
    """The reading of a Markdown file's characters."""
    title, text = _front_matter(text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _between(text, "<!--", "-->")
    for tag in ("script", "style"):
        text = _between(text, f"<{tag}", f"</{tag}>")
    lines = text.split("\n")
    names = {m.group(1).casefold() for line in lines if (m := _DEFINITION.match(line))}
    writer = _Writer(frozenset(names))
    for line in lines:
        writer.take(line)
    writer.flush()
    return lay_out(title, writer.pieces, "markdown", notices)


def _front_matter(text: str) -> tuple[str, str]:
    """The title that leading ``---`` lines declare, and the text below them."""
    if not text.startswith("---\n"):
        return "", text
    end = text.find("\n---\n", 3)
    if end < 0 or end > 20_000:
        return "", text
    fields = text[4:end].split("\n")
    if not all(re.match(r"[\w-]{1,40}:|\s|#|$", line) for line in fields):
        return "", text
    titles = [line[6:].strip().strip("\"'") for line in fields if line.startswith("title:")]
    return plain_title(titles[0]) if titles else "", text[end + 5 :]


def _between(text: str, start: str, stop: str) -> str:
    """``text`` without what stands between the marks, in one pass."""
    # Lowered by ASCII only, so that both texts have the same length.
    folded = text.translate(_ASCII_LOWER)
    parts, at = [], 0
    while (begin := folded.find(start, at)) >= 0:
        end = folded.find(stop, begin + len(start))
        if end < 0:  # never closed: it hides nothing
            break
        parts.append(text[at:begin])
        at = end + len(stop)
    return "".join([*parts, text[at:]])


class _Writer:
    """Lines in, pieces out."""

    def __init__(self, defined: frozenset[str]) -> None:
        self.pieces: list[Piece] = []
        self._defined = defined
        self._lines: list[str] = []
        self._kind: str = ""  #: of the piece under way: paragraph, item, code or html
        self._fence = ""

    def take(self, line: str) -> None:
        if self._fence:
            if line.strip().startswith(self._fence):
                self._fence = ""
                self.flush()
            else:
                self._lines.append(line)
            return
        if quoted := _QUOTE.match(line):
            line = line[quoted.end() :]
        if fence := _FENCE.match(line):
            self.flush()
            self._fence, self._kind = fence.group(1), "code"
        elif not line.strip():
            self.flush()
        elif _DEFINITION.match(line) and not _FOOTNOTE.match(line):
            pass
        elif heading := _HEADING.match(line):
            self.flush()
            self._heading(line[heading.end() :].rstrip().rstrip("#"), len(heading.group(1)))
        elif _TABLE_RULE.fullmatch(line):
            self._header_row()
        elif self._kind == "paragraph" and (under := _UNDERLINE.fullmatch(line)):
            above, self._lines = " ".join(self._lines), []
            self._heading(above, 1 if under.group(1)[0] == "=" else 2)
        elif _RULE.fullmatch(line):
            self.flush()
        else:
            self._prose(line)

    def _prose(self, line: str) -> None:
        if self._kind == "row" and "|" in line:
            self._row(line)
        elif item := _ITEM.match(line):
            self.flush()
            number = item.group(1)
            self._kind = "item"
            self._lines = [f"{number}. " if number else "- ", line[item.end() :]]
        elif note := _FOOTNOTE.match(line):
            self.flush()
            self._kind, self._lines = "paragraph", [line[note.end() :]]
        else:
            if self._kind == "row":
                self.flush()
            if not self._kind:
                self._kind = "html" if _RAW.match(line) else "paragraph"
            self._lines.append(line)

    def _heading(self, text: str, level: int) -> None:
        self.flush()
        self.pieces.append(Piece(self._words(text), "heading", level))

    def _header_row(self) -> None:
        """The line above a table's rule is its first row."""
        if self._lines and "|" in self._lines[-1]:
            header = self._lines.pop()
            self.flush()
            self._row(header)
        else:
            self.flush()
        self._kind = "row"

    def _row(self, line: str) -> None:
        cells = [self._words(cell) for cell in line.strip().strip("|").split("|")]
        self.pieces.append(Piece(" | ".join(cell for cell in cells if cell), "row"))

    def flush(self) -> None:
        lines, kind = self._lines, self._kind
        self._lines, self._kind = [], ""
        if not lines:
            return
        if kind == "code":
            code = printable("\n".join(lines)).strip("\n")
            self.pieces.append(Piece(re.sub(r"\n[ \t]*(?=\n)", "\n", code)))
        elif kind == "item":
            self.pieces.append(Piece(lines[0] + self._words(" ".join(lines[1:])), "item"))
        elif kind == "html":
            text = visible_text("\n".join(lines))
            self.pieces.append(Piece(self._words(text)))
        else:
            self.pieces.append(Piece(self._words(" ".join(lines))))

    def _words(self, text: str) -> str:
        """What a reader sees of a line: no marks, pictures or addresses."""
        text = _FOOTNOTE_MARK.sub("", _IMAGE.sub("", text))
        text = _LINK.sub(r"\1", _IMAGE.sub("", text))
        if self._defined:
            text = _SHORT_LINK.sub(self._short, text)
        if "<" in text:
            text = _AUTOLINK.sub(r"\1", text)
            if _TAG.search(text):
                text = visible_text(text)
        text = _EMPHASIS.sub(lambda mark: mark.group(1) or "", text)
        return one_line(printable(html.unescape(text)))

    def _short(self, link: re.Match[str]) -> str:
        return link.group(1) if link.group(1).casefold() in self._defined else link.group()
