"""The library's part of what the pages show: documents, passages, reviewers' marks. Pure.

As in ``markup``, whatever a document or a person said passes through ``esc``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.ui.shared.markup import block, esc, law, link_to, outcome_of_review, review
from bot.ui.shared.words import Words
from bot.usage import Use
from kb.marks import strictest
from kb.model import LANGUAGES, Mark, Passage, Source
from kb.vocabulary import described

__all__ = ["review"]

#: The words a passage can be chosen by, as they are listed under it.
TAGS = ("topics", "uses", "phases", "audiences", "findings")
BASES = ("official-page", "copy-of-the-source", "secondary")


def language(code: str, words: Words) -> str:
    """A language by its name."""
    name = f"languages.{code}"
    return words(name) if words.has(name) else code or words("languages.und")


def _languages(editions: Sequence[Source], words: Words) -> str:
    held = {one.language for one in editions}
    ordered = [*(code for code in LANGUAGES if code in held), *sorted(held - set(LANGUAGES))]
    names = ", ".join(language(code, words) for code in ordered)
    return names.lower() if words.language == "fr" else names


def source(
    item: Source, editions: Sequence[Source], in_force: Mapping[str, Mark], words: Words
) -> str:
    """A document on the shelves: what it is, who published it, where it is."""
    own = words("library.own") if item.kind == "upload" else ""
    year = str(item.year) if item.year else ""
    spoken = "" if item.language == words.language else _languages(editions, words)
    parts = (item.publisher, year, spoken, own)
    line = esc(" · ".join(part for part in parts if part))
    if link := link_to(item.url, words("passage.link"), words):
        line += f" · {link}"
    body = block("h3", esc(item.title), "", item.original or item.language)
    body += f'<p class="small">{line}</p>' + review(in_force.get(item.id), words)
    return block("div", body, "source-card")


def heading(item: Source, words: Words) -> str:
    """The source that the passages below come from."""
    year = str(item.year) if item.year else ""
    line = " · ".join(part for part in (item.publisher, year) if part)
    body = block("h3", esc(item.title), "", item.original or item.language)
    return block("div", body + block("p", esc(line), "small"), "source-heading")


def card(item: Source, editions: Sequence[Source], bases: Mapping[str, int], words: Words) -> str:
    """Everything known about a source, line by line; what nobody recorded has no line."""
    original = item.original or ("" if item.kind == "upload" else item.language)
    link = link_to(item.url, item.url, words)
    if link and item.url_is:
        link += f" · {_known('url_is', item.url_is, words)}"
    read = "".join(f"<li>{link_to(url, url, words) or esc(url)}</li>" for url in item.read_at)
    held = [
        f"{count} {words(f'library.basis_{basis}')}"
        for basis in BASES
        if (count := bases.get(basis, 0))
    ]
    own = words("library.own" if item.kind == "upload" else "library.shipped")
    lines = (
        ("title_en", esc(item.title_en)),
        ("authors", esc(", ".join(item.authors))),
        ("publisher", esc(item.publisher)),
        ("year", esc(words.date(item.published) or item.year or "")),
        ("kind", "" if item.kind == "upload" else _known("kinds", item.kind, words)),
        ("original", esc(language(original, words) if original else "")),
        ("editions", esc(_languages(editions, words))),
        ("link", link or esc(words("passage.no_link"))),
        ("licence", esc(item.licence)),
        (
            "verified",
            esc(item.verified) + block("p", esc(words("library.when_read")), "small")
            if item.verified
            else "",
        ),
        (
            "read_at",
            f"<details><summary>{esc(words.count('library.pages_read', len(item.read_at)))}"
            f"</summary><ul>{read}</ul></details>"
            if read
            else "",
        ),
        ("basis", esc(" · ".join(held))),
        ("note", esc(item.note)),
        ("origin", esc(own)),
    )
    rows = "".join(
        f"<div><dt>{esc(words(f'library.card_{name}'))}</dt><dd>{body}</dd></div>"
        for name, body in lines
        if body
    )
    return f'<dl class="card">{rows}</dl>'


def _known(group: str, text: str, words: Words) -> str:
    """A word of the cards as the page's language says it; in English where it has none."""
    if not text:
        return ""
    name = f"cards.{group}.{text}"
    return esc(words(name)) if words.has(name) else block("span", esc(text), "", "en")


def entry(
    item: Passage, in_force: Mapping[str, Mark], words: Words, title: str = "", level: str = "h4"
) -> str:
    """A passage of the library with its place, its words and all that is known of it."""
    head = item.headings[-1] if item.headings else item.locator or item.id
    where = " · ".join(part for part in (title, item.locator) if part)
    mark = strictest(in_force, item)
    body = block(level, esc(head), "", item.language)
    body += block("p", esc(where), "small") if where else ""
    body += review(mark, words, item)
    body += block("blockquote", esc(item.text), "", item.language)
    body += "".join(block("p", line, "small") for line in (basis(item, words),) if line)
    body += law(item.law, words) + _tags(item, words)
    return block("div", body, f"entry {outcome_of_review(mark)}".strip())


def basis(item: Passage, words: Words) -> str:
    """Whether the publication itself was seen; nothing is said where it was."""
    if item.basis == "secondary":
        who = item.reported_by
        return esc(words("passage.reported", who=who) if who else words("passage.reported_bare"))
    return esc(words("passage.copied")) if item.basis == "copy-of-the-source" else ""


def _tags(item: Passage, words: Words) -> str:
    rows = []
    for group in TAGS:
        held = [described(group, str(word), words.language) for word in getattr(item, group)]
        if group == "findings":  # their titles stand on their own pages
            held = [", ".join(str(number) for number in item.findings)] if item.findings else []
        if held:
            name = esc(words.colon(words(f"library.by_{group}")))
            rows.append(f"<li><span>{name}</span> {esc(' · '.join(held))}</li>")
    return f'<ul class="tags">{"".join(rows)}</ul>' if rows else ""


def shelf(passages: Iterable[Passage], in_force: Mapping[str, Mark], words: Words) -> str:
    """Passages of the library, each opening in place."""
    parts = []
    for item in passages:
        where = " · ".join(part for part in (*item.headings[-1:], item.locator) if part)
        summary = block("summary", esc(where or item.id))
        parts.append(block("details", summary + entry(item, in_force, words)))
    return block("div", "".join(parts), "shelf")


def marked(mark: Mark, name: str, held: bool, words: Words) -> str:
    """A mark in the list of all: what it is on, and what it says."""
    body = block("p", f"<strong>{esc(name)}</strong>") + review(mark, words)
    if not held:
        body += block("p", esc(words("library.mark_elsewhere")), "small")
    return block("div", body, "mark-card")


def uses(items: Sequence[Use], words: Words) -> str:
    """What in the toolkit rests on a source, kind by kind."""
    if not items:
        return block("p", esc(words("library.unused")))
    parts: list[str] = []
    for kind in dict.fromkeys(item.kind for item in items):
        mine = [item for item in items if item.kind == kind]
        parts.append(block("h4", esc(words.count(f"library.uses_{kind}", len(mine)))))
        told = (
            f"<li>{esc(item.says)}{' ' if item.says else ''}<code>{esc(item.name)}</code></li>"
            for item in mine
        )
        parts.append(block("ul", "".join(told), "plain"))
    return block("div", "".join(parts), "uses")


def conversations(line: str, keys: Sequence[str], name: str, words: Words) -> str:
    """How many kept conversations cite a source; links to the visitor's own."""
    links = "".join(
        f' <a href="./?{esc(name)}={esc(key)}" target="_self">'
        f"{esc(words('library.conversation_open'))}</a>"
        for key in keys
    )
    head = block("h4", esc(words("library.in_conversations")))
    return block("div", head + block("p", esc(line) + links), "uses")
