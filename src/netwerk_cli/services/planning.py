"""What applying a dossier comes to: every field that differs, in the words of the dossier."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import plain
from netwerk_cli.exchange.dossiers import PART_FIELDS, key_of
from netwerk_cli.services.event_fields import MAIN
from netwerk_cli.services.owners import Owner

_APART = frozenset(
    {
        "slug",
        "history",
        "opens_before",
        "closes_before",
        "closed_at",
        "closed_by",
        "cancelled_at",
        "sequence",
        "id",
        "calendar_uid",
        "calendar_digest",
        *PART_FIELDS.values(),
    }
)
"""Fields of an event or group, or of its parts, that are no terms or are compared one by one."""


_COUNTED = {"opens_at": "opens_before", "closes_at": "closes_before"}
"""Moments that may have been typed as a count back from the start, each with the field that holds the count."""

ACTIONS = ("created", "changed", "unchanged")
"""What can become of a thing."""


class Change(NamedTuple):
    """One key with its value before and after, as plain JSON values; None where there is none."""

    field: str
    old: object
    new: object


class Planned(NamedTuple):
    """What becomes of one event or group; `changes` are empty unless it is changed."""

    action: Literal["created", "changed", "unchanged"]
    record: Owner
    changes: tuple[Change, ...] = ()

    @property
    def kind(self) -> str:
        """Whether it is an event or a group, as its dossier says."""
        return "event" if isinstance(self.record, Event) else "group"


def planned(before: Owner | None, after: Owner) -> Planned:
    """Return what has to become of the record that stands for it to say what `after` says."""
    if before is None:
        return Planned("created", after)
    found = tuple(changes(before, after))
    return Planned("changed" if found else "unchanged", after, found)


def changes(before: Owner, after: Owner) -> Iterator[Change]:
    """Yield what differs between two states of one event or group: its terms, then its parts."""
    yield from _fields(before, after, "")
    for name, field in PART_FIELDS.items():
        old = {part.id: part for part in getattr(before, field, ())}
        new = {part.id: part for part in getattr(after, field, ())}
        lone = field == "sessions" and list(old) in ([], [MAIN]) and list(new) in ([], [MAIN])
        for id in old | new:
            yield from _fields(old.get(id), new.get(id), "" if lone else f"{name}.{id}.")
        kept = [id for id in old if id in new]
        if kept != [id for id in new if id in old]:
            yield Change(PART_FIELDS[name], ", ".join(old), ", ".join(new))


def _default(part: Any, field: str) -> object:
    """Return what a field of a part holds where nothing was said of it."""
    return type(part).__dataclass_fields__[field].default


def _fields(before: Any, after: Any, prefix: str) -> Iterator[Change]:
    for field in type(before or after).__dataclass_fields__:
        if field not in _APART or (field == "cancelled_at" and prefix.startswith("session.")):
            one = after if before is None else before if after is None else None
            if one is not None and getattr(one, field) == _default(one, field):
                continue
            old, new = plain(getattr(before, field, None)), plain(getattr(after, field, None))
            if (
                old == new and field in _COUNTED
            ):  # the same moment, which moves along with the start or does not
                old, new = (plain(getattr(one, _COUNTED[field], None)) or old for one in (before, after))
            if old != new and (
                before is None
                or after is None
                or field in _COUNTED
                or getattr(before, field) != getattr(after, field)
            ):
                yield Change(prefix + key_of(field), old, new)
