"""What looking for somebody in a file came to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

INSIDE = " → "
"""What stands between a file and what lies in it."""


class Trace(NamedTuple):
    """Where something was found: the file, what lies in it (`bijlage.xlsx → xl/sharedStrings.xml`), the line there.

    `line` is None where it does not stand in lines; `table` is the table of a data file. `kind` says whether it is an
    address or a name, `times` how often it was found there.
    """

    path: str
    inside: str
    line: int | None
    table: str | None
    kind: str
    times: int


class Unread(NamedTuple):
    """What could not be looked into, and why."""

    path: str
    inside: str
    why: str


@dataclass
class Looked:
    """Collects what is found and what could not be read; of one place in a file, the first line and how often."""

    traces: list[Trace] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    files: int = 0

    def add(
        self, path: str, inside: str, hits: Mapping[tuple[str | None, str], tuple[int | None, int]]
    ) -> None:
        """Take over what was found in one place, by table and kind: the first line and how often."""
        for (table, kind), (line, times) in hits.items():
            self.traces.append(Trace(path, inside, line, table, kind, times))
