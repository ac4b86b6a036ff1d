"""What netwerk wrote elsewhere: files that hold people, which no erasure reaches and which it can name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from netwerk_cli.records import record

KEPT = 1000


@record
class Written:
    """A file that a command wrote, or a folder in which it wrote several; `at` is the last time."""

    path: str
    kind: str
    at: datetime


def latest(*lists: Iterable[Written]) -> list[Written]:
    """Return what was written where, of each place the last time, the oldest first; the last thousand of them."""
    found: dict[tuple[str, str], Written] = {}
    for one in sorted((one for some in lists for one in some), key=lambda one: one.at):
        found.pop((one.path, one.kind), None)
        found[one.path, one.kind] = one
    return [*found.values()][-KEPT:]
