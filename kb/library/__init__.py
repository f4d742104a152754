"""The library: what is known, on disk or on a server, and found again by a question."""

from kb.library.shelves import Library

__all__ = ["Library"]
