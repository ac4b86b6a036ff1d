"""What happened to a record: when, who, what, why; oldest first, never rewritten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass
from datetime import date, datetime

Change = tuple[object, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of history. `changes` maps a field to its value before and after, as plain JSON values."""

    at: datetime
    by: str
    what: str
    why: str | None = None
    changes: Mapping[str, Change] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Who does something, when, and why: what every change is signed with."""

    at: datetime
    by: str
    why: str | None = None

    def entry(self, what: str, changes: Mapping[str, Change] | None = None) -> Entry:
        """Return the history entry for doing `what` in this act."""
        pairs = {name: (plain(old), plain(new)) for name, (old, new) in (changes or {}).items()}
        return Entry(at=self.at, by=self.by, what=what, why=self.why, changes=pairs)


def next_number(history: Iterable[Entry], numbers: Iterable[int]) -> int:
    """Return a number that nobody in an event or group ever had; `numbers` are those on its list."""
    return max((*numbers, *given_numbers(history)), default=0) + 1


def given_numbers(history: Iterable[Entry]) -> Iterator[int]:
    """Yield the numbers that were given in a state that a restore replaced, as its line of history says."""
    for entry in history:
        _, last = entry.changes.get("number", (0, 0))
        if isinstance(last, int):
            yield last


def plain(value: object) -> object:
    """Return a field's value as JSON has it: moments as RFC 3339, states and records as text, else lists."""
    if isinstance(value, date):  # datetime included
        return value.isoformat()
    if isinstance(value, Mapping):
        return [[name, plain(item)] for name, item in value.items()]
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return str(value) if isinstance(value, str) or is_dataclass(value) else value
