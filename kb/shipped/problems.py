"""What is wrong with a shipped file: where, what, and how to mend it.

Reading collects problems instead of stopping at the first, so that an editor
mends a file in one go. Whoever needs a whole file asks for none.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kb.errors import BrokenWording


@dataclass(frozen=True)
class Problem:
    """``file`` is the path below the documents; ``line`` counts from 1, 0: the whole file."""

    file: str
    line: int
    what: str
    mend: str

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{where}: {self.what} {self.mend}"


@dataclass
class Notebook:
    """Problems of one file, as they are found."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def note(self, line: int, what: str, mend: str) -> None:
        self.problems.append(Problem(self.file, line, what, mend))

    def refuse_any(self) -> None:
        """Raises BrokenWording with the first problem, if there is one."""
        for first in self.problems[:1]:
            where = f"{first.file}, line {first.line}" if first.line else first.file
            raise BrokenWording(f"{where}: {first.what}", first.mend)
