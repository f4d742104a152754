"""A chat model as a composer, through LangChain: any provider, or a server of one's own.

The model is a writer, never a witness. It is shown only what may go out (no
withheld span, no withdrawn or private fact), it sees labels and never an
address, it gets no tools, and what it says comes back as Claims for the
verifier to judge. Whatever people wrote stands between two fences that are
made from that very text, so no text can hold its own fence. Any failure
becomes ComposerFailed: two sentences, with no key, prompt or path in them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from bot.compose.chat.said import claims_of
from bot.compose.chat.shown import evidence_lines, fact_lines, verified_lines
from bot.compose.statement.plans import PLANS
from bot.model import Draft, Evidence, Incident, Question, Rumour
from bot.wording import prompt
from kb.errors import ComposerFailed

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

#: Seconds to wait for an answer: a long statement on a small local machine.
TIMEOUT = 90.0
#: Once more after a failure that may pass; a person is waiting.
RETRIES = 1
#: Characters. The longest channel has some 3,500; more is a model gone astray.
LONGEST_ANSWER = 20_000
#: Between the instructions and the data of a prompt file.
DIVIDER = "=== DATA ==="
#: What a model writes when the passages do not answer.
NOTHING = "NOTHING"

_LANGUAGES = {"en": "English", "fr": "French", "de": "German", "no": "Norwegian (bokmål)"}
_COUNTER_MOVES = "fact, warning, technique, true-part, action, fact-again, next-update"
_NARRATIVE_MOVES = "fact, together, action"


def open_chat_model(
    name: str, base_url: str = "", timeout: float = TIMEOUT, retries: int = RETRIES
) -> BaseChatModel:
    """The chat model ``name`` ("provider:model"), at temperature 0.

    With ``base_url`` an OpenAI-compatible server is meant ("openai:" may be
    left out), and a server that wants no key gets a dummy. Keys are read from
    the environment by the provider's own package. Raises ComposerFailed.
    """
    from langchain.chat_models import init_chat_model

    options: dict[str, Any] = {"temperature": 0, "timeout": timeout, "max_retries": retries}
    if base_url:
        options |= {"model_provider": "openai", "base_url": base_url}
        name = name.removeprefix("openai:")
    try:
        try:
            model: BaseChatModel = init_chat_model(name, **options)
        except Exception:
            if not base_url:
                raise
            model = init_chat_model(name, api_key="not-needed", **options)
    except ImportError:
        raise ComposerFailed(
            f"The chat model {name!r} needs a package that is not installed.",
            "Install the LangChain package of its provider, or choose another model.",
        ) from None
    except Exception:
        raise ComposerFailed(
            f"The chat model {name!r} cannot be opened.",
            "Write it as provider:model and set the provider's key in the environment.",
        ) from None
    return model


class ChatComposer:
    """Composes with a chat model. Deterministic as far as the model is."""

    def __init__(self, model: BaseChatModel, name: str = "chat model"):
        self._model = model
        self.name = name

    def answer(self, question: Question, evidence: Sequence[Evidence]) -> Draft:
        data = {"question": question.text, "evidence": evidence_lines(evidence)}
        said = self._ask("answer", data, {"language": _spoken(question.language)})
        if said.strip().strip(".").upper() == NOTHING:
            return Draft((), question.language, composer=self.name)
        return self._draft(said, question.language, "", {"guidance": "guidance"})

    def statement(
        self,
        incident: Incident,
        evidence: Sequence[Evidence],
        channel: str,
        language: str,
        length: str = "",
    ) -> Draft:
        plan = PLANS.get(channel, PLANS["statement"])
        moves = {kind: move.name for move in reversed(plan) for kind in move.kinds}
        moves |= {move.name: move.name for move in plan}
        data = {"facts": fact_lines(incident, channel), "evidence": evidence_lines(evidence)}
        said = self._ask(
            "statement",
            data,
            {
                "language": _spoken(language),
                "channel": channel,
                "length": length or "as usual for this kind of text",
                "moves": ", ".join(move.name for move in plan),
            },
        )
        return self._draft(said, language, channel, moves)

    def counter(
        self, rumour: Rumour, evidence: Sequence[Evidence], channel: str, language: str
    ) -> Draft:
        moves = _NARRATIVE_MOVES if rumour.format == "narrative" else _COUNTER_MOVES
        data = {
            "rumour": rumour.text,
            "facts": verified_lines(rumour),
            "evidence": evidence_lines(evidence),
            "audience": rumour.audience,
        }
        said = self._ask(
            "counter",
            data,
            {
                "language": _spoken(language),
                "format": rumour.format,
                "channel": channel or "the town's page",
                "moves": moves,
            },
        )
        return self._draft(said, language, channel, {m: m for m in moves.split(", ")})

    # ------------------------------------------------------------ asking

    def _ask(self, task: str, data: dict[str, str], settings: dict[str, str]) -> str:
        fence = fence_for(*data.values())
        filled = {key: value.strip() or "(none)" for key, value in data.items()}
        settings = {key: _word(value) for key, value in settings.items()}
        rules, _, text = prompt(task).fill(**filled, **settings, fence=fence).partition(DIVIDER)
        said = self._invoke([("system", rules.strip()), ("human", text.strip())])
        if len(said) > LONGEST_ANSWER:
            raise ComposerFailed(
                "The chat model answered with far too much text.",
                "Try again, choose another model, or draft without one.",
            )
        if not re.search(r"[^\W\d_]{2}", said):
            raise ComposerFailed(
                "The chat model answered with no text.",
                "Try again, choose another model, or draft without one.",
            )
        return said

    def _invoke(self, messages: list[tuple[str, str]]) -> str:
        from langsmith import tracing_context

        try:
            # Whatever the environment says, no prompt goes to a tracing service.
            with tracing_context(enabled=False):
                reply = self._model.invoke(messages)
            return str(reply.text)
        except Exception as error:
            what, advice = _plain(error)
        # Outside the handler, so that no chained error carries the provider's message.
        raise ComposerFailed(what, advice)

    def _draft(self, said: str, language: str, channel: str, moves: Mapping[str, str]) -> Draft:
        heard = claims_of(said, moves)
        if not heard.claims:
            raise ComposerFailed(
                "The chat model answered with something that is no text.",
                "Try again, choose another model, or draft without one.",
            )
        return Draft(
            heard.claims,
            language,
            channel,
            composer=self.name,
            headline=heard.headline,
            messenger=heard.messenger,
            gaps=heard.gaps,
        )


def fence_for(*texts: str) -> str:
    """A line that none of the texts can hold: it is made from all of them."""
    digest = sha256("\0".join(texts).encode("utf-8", "replace")).hexdigest()
    return f"<<<{digest[:24]}>>>"


def _word(value: str) -> str:
    """A setting for the instructions: letters and a little punctuation, on one line."""
    return re.sub(r"[^\w ,.()'’\-]", " ", value)[:300]


def _spoken(language: str) -> str:
    return _LANGUAGES.get(language, language)


def _plain(error: Exception) -> tuple[str, str]:
    """What happened and what to do, from the kind of error alone, never from its words."""
    kinds = {kind.__name__ for kind in type(error).__mro__}
    status = getattr(error, "status_code", None)
    status = status if isinstance(status, int) else 0
    if any("Timeout" in kind for kind in kinds):
        return (
            "The chat model did not answer in time.",
            "Try again, or draft without a model.",
        )
    if status in (401, 403):
        return (
            "The chat model's server refused the key.",
            "Check the key in the environment, or draft without a model.",
        )
    if status == 404:
        return (
            "The chat model's server does not know this model.",
            "Check the name of the model, or draft without one.",
        )
    if status == 429:
        return (
            "The chat model's server takes no more requests for now.",
            "Wait a little, check the quota, or draft without a model.",
        )
    if status >= 500:
        return (
            f"The chat model's server failed (status {status}).",
            "Try again later, or draft without a model.",
        )
    if any("Connect" in kind for kind in kinds):
        return (
            "The chat model's server cannot be reached.",
            "Check its address and that it runs, or draft without a model.",
        )
    return ("The chat model failed.", "Try again, choose another model, or draft without one.")
