"""What a reader must know of the passages an answer cites, said once under it.

Law holds in its own country and guidance is not legal advice; a passage that a
reviewer doubts may be cited, but never without the doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from string import Template

from bot.model import Evidence
from bot.wording import phrases
from kb.vocabulary import described


def cautions(evidence: Sequence[Evidence], language: str) -> tuple[str, ...]:
    """Sentences about the law and the doubts behind ``evidence``; none if there are none."""
    words = phrases(language, "answer")["cautions"]
    said: list[str] = []
    places = dict.fromkeys(place for item in evidence for place in item.passage.law)
    if places:
        named = ", ".join(described("law", place, language) for place in places)
        said.append(Template(words["law"]).substitute(places=named))
    for item in evidence:
        if item.mark is not None and item.mark.standing == "doubtful":
            note = f" ({item.mark.note})" if item.mark.note else ""
            filled = {"label": item.label, "by": item.mark.by, "on": item.mark.at[:10]}
            said.append(Template(words["doubtful"]).substitute(filled) + note)
    return tuple(said)
