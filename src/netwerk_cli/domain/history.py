"""What happened to a record: when, who, what, why; oldest first, never rewritten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, ClassVar, Protocol, TypeVar

from netwerk_cli.domain.moments import from_text
from netwerk_cli.domain.unread import Unread
from netwerk_cli.records import defaults, field, is_record, record, replace

Change = tuple[object, object]


@record
class Entry:
    """One line of history. `changes` maps a field to its value before and after, as plain JSON values.

    `change` is the number of the change that it is part of; 0 from before changes were counted.
    """

    at: datetime
    by: str
    what: str
    why: str | None = None
    changes: Mapping[str, Change] = field(default_factory=dict)
    change: int = field(default=0, compare=False)


UNSAID = frozenset({"told", "messages"})
"""Fields of which a history says that they changed, not into what: telling somebody changes nothing else."""


class _HasHistory(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def history(self) -> Sequence[Entry]:
        """What happened to it, oldest first."""


Recorded = TypeVar("Recorded", bound=_HasHistory)


@record
class Act:
    """Who does something, when, and why: what every change is signed with."""

    at: datetime
    by: str
    why: str | None = None

    def entry(self, what: str, changes: Mapping[str, Change] | None = None) -> Entry:
        """Return the history entry for doing `what` in this act."""
        pairs = {name: (plain(old), plain(new)) for name, (old, new) in (changes or {}).items()}
        return Entry(at=self.at, by=self.by, what=what, why=self.why, changes=pairs)


def again(now: Recorded | None, then: Recorded, act: Act) -> Recorded:
    """Return a record as it was `then`, with the history of `now` and one more line; `now` where nothing differs."""
    if now is None:
        return replace(then, history=(*then.history, act.entry("undone")))
    differing = {
        name: (getattr(now, name), getattr(then, name))
        for name in then.__dataclass_fields__
        if name != "history" and getattr(now, name) != getattr(then, name)
    }
    if not differing:
        return now
    changes = {name: pair for name, pair in differing.items() if name not in (*UNSAID, *BY_PART)}
    for name in sorted(BY_PART & differing.keys()):
        changes |= part_changes(name, *differing[name])
    return replace(then, history=(*now.history, act.entry("undone", changes)))


BY_PART = frozenset({"materials", "milestones"})
"""Fields of which a history names each part: `materials.m1.title`."""


def part_changes(kind: str, before: Sequence[Any], after: Sequence[Any]) -> dict[str, Change]:
    """Return what differs in the parts of a record, each under its id, by field."""
    old, new = {part.id: part for part in before}, {part.id: part for part in after}
    pairs: dict[str, Change] = {}
    for id, part in (old | new).items():
        for name in (one for one in defaults(type(part)) if one != "id"):
            was, is_now = getattr(old.get(id), name, None), getattr(new.get(id), name, None)
            if was != is_now:
                pairs[f"{kind}.{id}.{name}"] = (was, is_now)
    return pairs


def changing(history: Sequence[Entry], names: frozenset[str]) -> Iterator[Entry]:
    """Yield the lines of a history that changed one of these fields, the latest first.

    A history that nobody read yet is read only where there may be such a line.
    """
    if not isinstance(history, Unread) or _may_change(history.kept, names):
        yield from (entry for entry in reversed(history) if not names.isdisjoint(entry.changes))


def _may_change(lines: Iterable[object], names: frozenset[str]) -> bool:
    """Whether there may be a line, as they were kept, of a change to one of these fields; what is malformed may be."""
    for line in lines:
        changes = line.get("changes", _NOTHING) if isinstance(line, dict) else None
        if not isinstance(changes, dict) or not names.isdisjoint(changes):
            return True
    return False


_NOTHING: dict[str, Change] = {}


def changed_at(history: Sequence[Entry], name: str) -> datetime | None:
    """Return when a field was changed last, None where no line says so.

    Of a history that nobody read yet no more is read than that: of thousands of people, the rest takes far longer.
    """
    if isinstance(history, Unread):
        try:
            for line in reversed(history.kept):
                changes = line.get("changes", _NOTHING)
                if not isinstance(changes, dict):
                    break
                if name in changes:
                    at = from_text(line["at"])
                    if isinstance(at, datetime):
                        return at
                    break
            else:
                return None
        except (AttributeError, KeyError, TypeError, ValueError):
            pass  # it is malformed, which reading it says
    return next((entry.at for entry in reversed(history) if name in entry.changes), None)


def next_number(history: Sequence[Entry], numbers: Iterable[int]) -> int:
    """Return a number that nobody in an event or group ever had; `numbers` are those on its list."""
    return max((*numbers, *given_numbers(history)), default=0) + 1


def given_numbers(history: Sequence[Entry], of: str = "number") -> Iterator[int]:
    """Yield the numbers that were given in a state that a restore replaced, as its line of history says `of` which."""
    for entry in changing(history, frozenset({of})):
        _, last = entry.changes[of]
        if isinstance(last, int):
            yield last


def plain(value: object) -> object:
    """Return a field's value as JSON has it: moments as RFC 3339, states and records as text, else lists."""
    if value is None or value is True or value is False:
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, date):  # datetime included
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return [[name, plain(item)] for name, item in value.items()]
    if is_record(type(value)):  # one that is part of a person says itself whole, so that it can be read back
        return value.plain() if hasattr(value, "plain") else str(value)
    return value
