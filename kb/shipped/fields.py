"""YAML fields that know their lines, read with a list of what may stand there.

PyYAML forgets where a value stood and lets the second of two equal keys win;
both would cost an editor an evening. Here every complaint has a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml

from kb.shipped.problems import Notebook


class _Loader(yaml.SafeLoader):
    """``no`` is a language and NO a country here, and a date is text: neither is converted."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - the name and form PyYAML asks for
        first: [(tag, found) for tag, found in rules if not tag.endswith((":bool", ":timestamp"))]
        for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


class Fields:
    """A mapping and where its keys stand. What is missing or of the wrong kind is noted."""

    def __init__(
        self, values: dict[str, Any], lines: dict[str, int], line: int, notes: Notebook
    ) -> None:
        self.values, self.lines, self.line, self.notes = values, lines, line, notes
        self._parts: dict[str, Fields] = {}

    def line_of(self, key: str) -> int:
        return self.lines.get(key, self.line)

    def only(self, known: Sequence[str]) -> None:
        for key in self.values:
            if key not in known:
                self.notes.note(
                    self.line_of(key), f"nobody reads {key}.", f"Known: {', '.join(known)}."
                )

    def text(self, key: str, required: bool = True) -> str:
        value = self.values.get(key)
        if value in (None, "") and not required:
            return ""
        if not isinstance(value, str) or not value.strip():
            self.notes.note(self.line_of(key), f"{key} is missing or no text.", f"Write {key}: …")
            return ""
        return value.strip()

    def number(self, key: str) -> int | None:
        value = self.values.get(key)
        if value is not None and not isinstance(value, int):
            self.notes.note(
                self.line_of(key), f"{key} is not a number.", "Write digits, or leave it out."
            )
            return None
        return value

    def list(self, key: str, kind: type = str, empty: bool = False) -> tuple[Any, ...]:
        """A list of texts or numbers; ``empty``: it may be empty or left out."""
        value = self.values.get(key, [] if empty else None)
        if not (
            isinstance(value, list)
            and (value or empty)
            and all(isinstance(one, kind) for one in value)
        ):
            self.notes.note(
                self.line_of(key), f"{key} is not a list of ids.", f"Write {key}: [one, two]."
            )
            return ()
        return tuple(value)

    def part(self, key: str) -> Fields:
        """The fields under ``key``; none if it holds no fields."""
        if key not in self._parts:
            if self.values.get(key) is not None:
                self.notes.note(
                    self.line_of(key), f"{key} holds no fields.", "Write key: value under it."
                )
            self._parts[key] = Fields({}, {}, self.line_of(key), self.notes)
        return self._parts[key]


def read_fields(text: str, notes: Notebook, first_line: int = 1) -> Fields:
    """The YAML mapping in ``text``, whose first line is ``first_line`` of the file."""
    nothing = Fields({}, {}, first_line, notes)
    loader: _Loader | None = None
    try:
        loader = _Loader(text)  # refuses control characters already here
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            notes.note(first_line, "there are no fields here.", "Write key: value.")
            return nothing
        return _fields(loader, node, notes, first_line)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        notes.note(
            first_line + (mark.line if mark else 0),
            f"this is not YAML ({getattr(error, 'problem', None) or 'it cannot be read'}).",
            "Check colons, quotation marks and indents on this line.",
        )
        return nothing
    finally:
        if loader is not None:
            loader.dispose()


def _fields(
    loader: yaml.SafeLoader, node: yaml.MappingNode, notes: Notebook, first_line: int
) -> Fields:
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    fields = Fields(values, lines, first_line + node.start_mark.line, notes)
    for key_node, value_node in node.value:
        key = str(loader.construct_object(key_node, deep=True))
        line = first_line + key_node.start_mark.line
        if key in values:
            notes.note(line, f"{key} stands here twice.", "Keep one of them.")
            continue
        lines[key] = line
        if isinstance(value_node, yaml.MappingNode):
            part = _fields(loader, value_node, notes, first_line)
            fields._parts[key] = part
            values[key] = part.values
        else:
            values[key] = loader.construct_object(value_node, deep=True)
    return fields
