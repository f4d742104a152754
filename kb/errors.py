"""Every refusal of the house, in one family.

A refusal says what happened, then what to do. Pages and commands show both
sentences and nothing else: no traceback ever reaches a person.
"""


class ToolkitError(Exception):
    """A refusal a person can act on: ``what`` happened, and ``advice``."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(f"{what} {advice}")
        self.what, self.advice = what, advice


class UnreadableDocument(ToolkitError):
    """A file arrived, but no usable text could be taken from it."""


class WrongEmbedder(ToolkitError):
    """The index on disk was made by another embedder than the one configured."""


class EmbedderUnavailable(ToolkitError):
    """The configured embedding model cannot be loaded on this machine."""


class LibraryUnavailable(ToolkitError):
    """The library's folder or server cannot be reached or is damaged."""


class UnusableRequest(ToolkitError):
    """A request is empty, far too large, or asks for what does not exist."""


class NotBuiltYet(ToolkitError):
    """A language, channel or format that the plan names and this version lacks."""


class ComposerFailed(ToolkitError):
    """The chat model did not answer, or answered with something unusable."""


class BrokenWording(ToolkitError):
    """A file under prompts/ is malformed or lacks what the code needs."""
