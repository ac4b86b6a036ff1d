"""Which state of an event or group a dossier was taken from: a comment that `export` writes and `apply` reads.

    # netwerk: state 27-8c1f2a3b

The number is how many lines the history of that record had, so it changes exactly when the record does, and never
because of another one. What follows is a checksum of those lines: after a restore the same number may stand for
another state, and then the two differ.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Sequence
from datetime import UTC
from typing import NamedTuple

from netwerk_cli.domain.history import Entry

_HEAD = re.compile(r"\ufeff?(?:[ \t]*(?:#[^\n]*)?\r?\n)*")
LINE = re.compile(r"^# ?netwerk: state (\d{1,9})(?:-([0-9a-f]{8}))?[ \t]*$", re.MULTILINE)


class Mark(NamedTuple):
    """A state of a record: how long its history was, and the checksum of that history where it is known."""

    number: int
    checksum: str | None = None

    def __str__(self) -> str:
        return f"# netwerk: state {self.number}-{self.checksum}"

    def since(self, history: Sequence[Entry]) -> Sequence[Entry] | None:
        """Return what happened to a record after this state; None when it never was in this state."""
        if self.number > len(history) or self.checksum not in (None, _checksum(history[: self.number])):
            return None
        return history[self.number :]


def mark_of(history: Sequence[Entry]) -> Mark:
    """Return the mark of the state that a record with this history is in."""
    return Mark(len(history), _checksum(history))


def read(text: str) -> Mark | None:
    """Return the mark that stands among the comments at the head of a dossier, if there is one."""
    found = place(text)
    return Mark(int(found[1]), found[2]) if found else None


def place(text: str) -> re.Match[str] | None:
    """Return where that mark stands in the text."""
    head = _HEAD.match(text)
    return LINE.search(text.replace("\r", " "), 0, head.end()) if head else None


def _checksum(history: Sequence[Entry]) -> str:
    """Return eight hexadecimal digits. Who did it does not count: that may be erased later."""
    told = [[entry.at.astimezone(UTC).isoformat(), entry.what, dict(entry.changes)] for entry in history]
    return f"{zlib.crc32(json.dumps(told, sort_keys=True, ensure_ascii=True).encode()):08x}"
