"""The documents of the data file: events, groups and their people, and names that are never used again."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, TypeVar

from netwerk_cli.domain.history import Entry
from netwerk_cli.domain.registrations import Registration, Status, Tally
from netwerk_cli.domain.slugs import Slug
from netwerk_cli.domain.unread import Unread
from netwerk_cli.records import defaults, record
from netwerk_cli.store.documents import KEY, Document, Shape, shape


@record
class Retired:
    """A name that is never used again, and the highest numbers that were given under it."""

    slug: Slug
    last_number: int = 0
    last_material: int = 0
    last_milestone: int = 0


Record = TypeVar("Record")

_REQUEST = b'"received_at":"'
_BEGINNINGS = {
    (status, no_seat): f'":{{"status":"{status}",{apart}"name":"'.encode()
    for no_seat, apart in ((False, ""), (True, '"no_seat":true,'))
    for status in Status
}
"""How the document of a registration begins, behind its number."""
_TEXT = rb'"((?:[^"\\]|\\.)*+)"'
_PERSON = rb'"name":' + _TEXT + rb',"email":' + _TEXT + rb"," + re.escape(_REQUEST)


def encode(record: object) -> Document:
    """Return the document of a record; a number of its own is left out: that is the document's id.

    A record that could not be read back is a mistake of ours: it never gets in.
    """
    document = shape(type(record)).write(record)
    decode(type(record), document, getattr(record, KEY, None))
    return document


Guard = Callable[[], AbstractContextManager[None]]
"""What makes a context in which damage gets its answer."""


def decode(kind: type[Record], document: object, number: int | None = None) -> Record:
    """Return the record that `encode` wrote, under `number` where it has one."""
    record: Record = shape(kind).read(document, number)
    if isinstance(record, Registration):
        _check_undoable(record.history)
    return record


def decoder(kind: type[Record], guard: Guard) -> Callable[[object, int | None], Record]:
    """Return what reads records of one kind as `decode` does, and their past when somebody looks at it, within `guard`.

    The past of most is never looked at, and reading it takes as long as all the rest.
    """
    read: Callable[[object, int | None], Record] = Shape(
        kind, {name: _unread(kind, name, guard) for name in _PAST if name in defaults(kind)}
    ).read
    return read


_PAST = ("history", "messages")


def _unread(kind: type[Any], name: str, guard: Guard) -> Callable[[Any], Unread[Any]]:
    """Return what takes the past of a record as it is kept."""

    def read(lines: list[Any]) -> tuple[Any, ...]:
        try:
            found: tuple[Any, ...] = shape(kind).readers[name](lines)
            if kind is Registration and name == "history":
                _check_undoable(found)
        except Exception:  # only then: of thousands of people, the guard costs as much as the reading
            with guard():
                raise
        return found

    def take(kept: object) -> Unread[Any]:
        if not isinstance(kept, list):
            raise TypeError("not a list")
        return Unread(kept, read)

    return take


def _check_undoable(history: Sequence[Entry]) -> None:
    """Refuse a change that `as_of` could not take back."""
    known = shape(Registration)
    for entry in history[1:]:
        for name, pair in entry.changes.items():
            if name == "history":
                raise ValueError("a history that changes itself")
            named = isinstance(known.defaults[name], Mapping)  # a history holds lists of pairs
            for value in pair:
                if value is not None or known.defaults[name] is not None:
                    known.readers[name](dict(value) if named and isinstance(value, list) else value)


def tally(table: bytes) -> Tally | None:
    """Count the states in a registrations table without decoding it; None when it is not as we write it.

    Quotes within texts are escaped in JSON, so what is looked for cannot be part of a name or a note. The status
    comes first because it is the first field of a registration; whether no seat is taken and the name follow.
    """
    people, found = table.count(_REQUEST), Counter[tuple[Status, bool]]()
    for state, beginning in _BEGINNINGS.items():
        if found.total() < people:
            found[state] = table.count(beginning)
    if found.total() != people or (not people and table != b"{}"):
        return None
    return Tally.counting(found)


def people(table: bytes) -> list[tuple[str, str]] | None:
    """Return the name and address of everybody in a table without decoding it; None when it is not as we write it.

    See `tally`: name, address and the moment of the request follow each other in a record of ours.
    """
    found = re.findall(_PERSON, table)
    if len(found) != table.count(_REQUEST) or (not found and table != b"{}"):
        return None
    return [(_text(name), _text(email)) for name, email in found]


def _text(written: bytes) -> str:
    return str(json.loads(b'"' + written + b'"')) if b"\\" in written else written.decode()
