"""A file's first lines as data: ``---``, YAML, ``---``, then the body.

The form of the prompts. Sheets of the shipped guidance look the same and are
read by ``kb/shipped``, which keeps the line of every complaint. Unknown keys
are refused by whoever reads the fields, not here.
"""

from __future__ import annotations

from typing import Any

import yaml

from kb.errors import BrokenWording

FENCE = "---"


def split_front_matter(text: str, name: str = "this file") -> tuple[dict[str, Any], str, int]:
    """Return (fields, body, offset of the body in ``text``).

    A text without a fence has no fields. Raises BrokenWording if the fence
    never closes or the YAML between is not a mapping.
    """
    if not text.startswith(FENCE + "\n"):
        return {}, text, 0
    end = text.find(f"\n{FENCE}\n", len(FENCE))
    if end < 0:
        raise BrokenWording(f"{name} opens with {FENCE} but never closes it.", "Add the line.")
    try:
        fields = yaml.safe_load(text[len(FENCE) + 1 : end])
    except yaml.YAMLError as error:
        raise BrokenWording(f"The first lines of {name} are not YAML.", str(error)) from error
    if not isinstance(fields, dict):
        raise BrokenWording(f"The first lines of {name} hold no fields.", "Write key: value.")
    offset = end + len(FENCE) + 2
    return fields, text[offset:], offset
