"""What a question is about, by the words a library's catalogue files things under.

People rarely ask in the words of the guidance: who asks for "the first
communiqué" is to find "First message". For each topic words/subjects.toml lists
such words in four languages; those that stand in a question name its topics,
and passages filed under these topics come forward.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from kb.model import Passage
from kb.text import WORDS, stems

#: Words of an expression; longer ones are met in no question.
_LONGEST = 5
#: A single word names a topic less surely than an expression does.
_SINGLE = 0.5


@lru_cache(maxsize=20_000)
def topics_asked(query: str, language: str) -> Mapping[str, float]:
    """topic -> how surely the query is about it, above 0 to 1; {} if no listed word is in it."""
    terms = _terms(language)
    said = stems(query, language)
    found: dict[str, float] = {}
    for at in range(len(said)):
        for length in range(min(_LONGEST, len(said) - at), 0, -1):
            topics = terms.get(tuple(said[at : at + length]), ())
            for topic in topics:
                found[topic] = max(found.get(topic, 0.0), 1.0 if length > 1 else _SINGLE)
    return found


def filed(asked: Mapping[str, float], passage: Passage) -> float:
    """How far a passage is filed under what is asked for, 0 to 1.

    In full where its heading names the topic as well, in half where it only
    bears on it: a passage may touch on five topics, and is headed by one.
    """
    most = max(asked.values(), default=0.0)
    if not most:
        return 0.0
    headed = topics_asked(" ".join(passage.headings[-1:]), passage.language)
    shares = (
        asked.get(topic, 0.0) * (1.0 if headed.get(topic, 0.0) > _SINGLE else 0.5)
        for topic in passage.topics
    )
    return max(shares, default=0.0) / max(most, _SINGLE)


@cache
def _entries() -> Mapping[str, Mapping[str, str]]:
    with (WORDS / "subjects.toml").open("rb") as file:
        entries: Mapping[str, Mapping[str, str]] = tomllib.load(file)["topics"]
    return entries


@cache
def _terms(language: str) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    terms: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for topic, by_language in _entries().items():
        for term in by_language.get(language, "").split(","):
            if found := tuple(stems(term, language)):
                terms[found].append(topic)
    return {term: tuple(dict.fromkeys(topics)) for term, topics in terms.items()}
