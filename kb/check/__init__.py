"""``toolkit kb check``: whether the shipped guidance keeps what its format promises.

An editor who changes a sentence runs it before anybody reads the result. Every
complaint is a Problem with file, line and mend; none means the shelves are in
order. Checks are small functions of what was read: files alone (``texts``), one
publication across its languages (``pairs``), all of them together (``whole``),
and against the fact lists when they are at hand (``facts``).
"""

from kb.check.run import check_documents

__all__ = ["check_documents"]
