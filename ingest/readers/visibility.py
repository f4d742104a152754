"""Can a reader of a web page see this element?

A hostile page hides text from people and shows it to programs: off the page,
behind ``display: none``, in white on white or one pixel high. What no reader
can see is not part of the document. Judged from the page's own attributes and
its simple style rules; nothing is fetched or run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

#: Further off the page than this (in any unit) is no layout but a hiding place.
FAR = 100.0
#: Style sheets longer than this are not looked into.
LONGEST_STYLE = 300_000

_NUMBER = re.compile(r"-?\d{0,9}\.?\d{1,9}")
_SELECTOR = re.compile(r"([a-zA-Z][a-zA-Z0-9]{0,20})?(?:([.#])([\w-]{1,100}))?")
_WHITE = {"#fff", "#ffffff", "white", "rgb(255,255,255)", "#fefefe"}


def declarations(style: str) -> dict[str, str]:
    """``"Color: RED !important"`` -> {"color": "red"}."""
    found = {}
    for part in style[:5000].lower().split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip()] = value.replace("!important", "").strip()
    return found


def _number(value: str) -> float | None:
    found = _NUMBER.search(value)
    return float(found.group()) if found else None


def _at_most(style: Mapping[str, str], name: str, limit: float) -> bool:
    number = _number(style[name]) if name in style else None
    return number is not None and number <= limit


def hides(style: Mapping[str, str]) -> bool:
    """Do these declarations take an element out of sight?"""
    if style.get("display") == "none" or style.get("visibility") in ("hidden", "collapse"):
        return True
    if _at_most(style, "opacity", 0.05) or _tiny(style):
        return True
    if style.get("color") in ("transparent",) or _clear(style.get("color", "")):
        return True
    if _at_most(style, "text-indent", -FAR) or _at_most(style, "margin-left", -FAR):
        return True
    if style.get("position") in ("absolute", "fixed"):
        if any(_at_most(style, side, -FAR) for side in ("left", "right", "top", "bottom")):
            return True
        if re.match(r"rect\(\s?[01]?(?:px)?\b", style.get("clip", "")):
            return True
    moved = style.get("transform", "")
    if re.search(r"translate[xy3d]{0,2}\(\s?-\d{3,}", moved) or re.search(
        r"scale\(\s?0\s?\)", moved
    ):
        return True
    if re.match(r"inset\(\s?(?:50|100)%|circle\(\s?0", style.get("clip-path", "")):
        return True
    background = style.get("background-color") or style.get("background", "")
    return bool(background) and _plain(style.get("color", "-")) == _plain(background)


def _tiny(style: Mapping[str, str]) -> bool:
    size = style.get("font-size", "")
    number = _number(size)
    if number is not None and (number == 0 or (number <= 1.5 and size.endswith(("px", "pt")))):
        return True
    cut = style.get("overflow", "").startswith(("hidden", "clip"))
    return cut and any(
        _at_most(style, side, 1) for side in ("width", "height", "max-height", "max-width")
    )


def _clear(colour: str) -> bool:
    return bool(re.fullmatch(r"(?:rgba|hsla)\([^()]{0,60},\s?0?\.?0\s?\)", colour))


def _plain(colour: str) -> str:
    colour = colour.replace(" ", "")
    return "#fff" if colour in _WHITE else colour


@dataclass(frozen=True)
class StyleSheet:
    """The page's own simple rules that hide: by tag, class or id."""

    tags: frozenset[str] = frozenset()
    names: frozenset[tuple[str, str, str]] = frozenset()  #: (tag or "", "." or "#", name)
    any_style: bool = field(default=False)  #: the page has a style sheet, its own or linked

    def hides(self, tag: str, classes: list[str], id: str) -> bool:
        if tag in self.tags:
            return True
        marks = [(".", name) for name in classes[:50]] + ([("#", id)] if id else [])
        return any((t, kind, name) in self.names for kind, name in marks for t in ("", tag))


def style_sheet(styles: list[str], linked: bool) -> StyleSheet:
    """Read the ``<style>`` texts: top-level rules with one simple selector each."""
    tags, names = set(), set()
    for css in styles:
        for selectors, body in _rules(css[:LONGEST_STYLE]):
            if not hides(declarations(body)):
                continue
            for selector in selectors.split(","):
                found = _SELECTOR.fullmatch(selector.strip())
                if found and found.group(3):
                    names.add(((found.group(1) or "").lower(), found.group(2), found.group(3)))
                elif found and found.group(1):
                    tags.add(found.group(1).lower())
    return StyleSheet(frozenset(tags), frozenset(names), linked or bool(styles))


def _rules(css: str) -> list[tuple[str, str]]:
    """(selectors, declarations) outside any @-block: a rule for print hides nothing here."""
    rules, depth, head, body_from, at_block = [], 0, 0, 0, False
    css = _without_comments(css)
    for found in re.finditer(r"[{};]", css):
        mark, at = found.group(), found.start()
        if mark == "{":
            if depth == 0:
                at_block = css[head:at].strip().startswith("@")
                body_from = at + 1
            depth += 1
        elif mark == "}":
            depth = max(depth - 1, 0)
            if depth == 0:
                if not at_block and body_from > head:
                    rules.append((css[head : body_from - 1].strip(), css[body_from:at]))
                head = at + 1
        elif depth == 0:
            head = at + 1
    return rules


def _without_comments(css: str) -> str:
    parts, at = [], 0
    while (start := css.find("/*", at)) >= 0:
        parts.append(css[at:start])
        stop = css.find("*/", start + 2)
        if stop < 0:
            return "".join(parts)
        at = stop + 2
    return "".join([*parts, css[at:]])


def unseen(element: Any, sheet: StyleSheet, unseen_names: frozenset[str]) -> bool:
    """Is this element (a parsed HTML element) out of a reader's sight?"""
    get = element.get
    if get("hidden") is not None or (get("aria-hidden") or "").strip().lower() == "true":
        return True
    if element.tag == "dialog" and get("open") is None:
        return True
    classes = (get("class") or "").split()
    if any(name.lower() in unseen_names for name in classes[:50]):
        return True
    if sheet.hides(element.tag, classes, get("id") or ""):
        return True
    written = get("style")
    if written:
        style = declarations(written)
        if hides(style):
            return True
        if not sheet.any_style and _plain(style.get("color", "")) == "#fff":
            return not _on_a_background(element)
    colour = get("color")  # <font color=white>
    return (
        bool(colour)
        and not sheet.any_style
        and _plain(colour.lower()) == "#fff"
        and (not _on_a_background(element))
    )


def _on_a_background(element: Any) -> bool:
    """Does the element or one around it set a background of its own?"""
    for steps, around in enumerate((element, *element.iterancestors())):
        if steps > 200:
            return True
        if around.get("bgcolor") or "background" in (around.get("style") or "").lower():
            return True
    return False
