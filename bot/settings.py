"""Settings, read once at the door.

Only ``bot.wiring`` calls ``Settings.read()``; every other room is handed what
it needs, so no test has to patch the environment.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path

from kb.errors import UnusableRequest
from kb.language import read_code

#: Every guest that would send statistics or look for a newer self is told not to.
QUIET = {
    "ANONYMIZED_TELEMETRY": "False",  # chromadb
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    "LANGSMITH_TRACING": "false",
    "LANGCHAIN_TRACING_V2": "false",
    "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
    "TOKENIZERS_PARALLELISM": "false",  # no warning when a process forks
}


@dataclass(frozen=True)
class Settings:
    """What a person may set; empty means: without it."""

    #: Where sources, passages and the index live.
    library: Path = Path(".data/library")
    #: A Chroma server, "http://host:port"; empty: Chroma inside this process.
    chroma_url: str = ""
    #: A sentence-transformers model by name or folder; empty: the shipped MiniLM.
    embedding_model: str = ""
    #: A LangChain model as "provider:model"; empty: compose without one.
    chat_model: str = ""
    #: An OpenAI-compatible server, for a model that runs on your own machine.
    chat_base_url: str = ""
    #: Language of the interface and of answers when nothing else tells.
    language: str = "en"

    @classmethod
    def read(cls, env: Mapping[str, str] = os.environ) -> Settings:
        """Read TOOLKIT_* variables. Raises UnusableRequest on an unknown language."""
        said = env.get("TOOLKIT_LANGUAGE", "").strip()
        language = read_code(said) if said else cls.language
        if not language:
            raise UnusableRequest(
                f"TOOLKIT_LANGUAGE is {said!r}, which is no language of the toolkit.",
                "Set it to en, fr, de or no.",
            )
        return cls(
            library=Path(env.get("TOOLKIT_LIBRARY", "").strip() or cls.library),
            chroma_url=env.get("TOOLKIT_CHROMA_URL", "").strip(),
            embedding_model=env.get("TOOLKIT_EMBEDDING_MODEL", "").strip(),
            chat_model=env.get("TOOLKIT_CHAT_MODEL", "").strip(),
            chat_base_url=env.get("TOOLKIT_CHAT_BASE_URL", "").strip(),
            language=language,
        )


def quiet_guests(env: MutableMapping[str, str] = os.environ) -> None:
    """Switch off every usage statistic before a guest is imported."""
    env.update(QUIET)
