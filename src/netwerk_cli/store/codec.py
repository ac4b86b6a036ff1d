"""Records ↔ documents of the data file. A field that holds its default is left out of the document.

Reading is strict: a field that is unknown, missing or of the wrong type raises `KeyError`, `TypeError` or
`ValueError`, which the store turns into one answer. So no rule meets what no rule can have made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from netwerk_cli.domain.events import ClosedBy, Event, Promotion, Session, SetAside, WhenFull
from netwerk_cli.domain.history import Entry, plain
from netwerk_cli.domain.lifecycle import check_slug
from netwerk_cli.domain.materials import Material, MaterialKind, Milestone
from netwerk_cli.domain.moments import DEFAULT_ZONE, Moment, from_text, zone
from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.errors import NetwerkError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Document = dict[str, Any]
Read = Callable[[Any], object]
Record = TypeVar("Record", bound="DataclassInstance")
Item = TypeVar("Item")

_STATUS = re.compile(rb'"[1-9][0-9]*":\{"status":"([a-z]+)",')
_REQUEST = b'"received_at":"'


class Shape(Generic[Record]):
    """How one kind of record is written: its fields in the document's order, each with what reads it back."""

    def __init__(self, kind: type[Record], readers: Mapping[str, Read]) -> None:
        self.make: Callable[..., Record] = kind
        self.readers = readers
        self.defaults = {
            f.name: f.default if f.default_factory is MISSING else f.default_factory() for f in fields(kind)
        }

    def write(self, record: Record) -> Document:
        """Return the document of `record`."""
        given = {name: getattr(record, name) for name in self.readers}
        return {name: _written(value) for name, value in given.items() if value != self.defaults[name]}

    def read(self, document: object, **more: object) -> Record:
        """Return the record in `document`; `more` are fields that are kept elsewhere."""
        if not isinstance(document, dict):
            raise TypeError("a record is not a JSON object")
        return self.make(**more, **{name: self.readers[name](value) for name, value in document.items()})


def _written(value: object) -> object:
    match value:
        case tuple():
            return [_written(item) for item in value]
        case Mapping():
            return {name: _written(item) for name, item in value.items()}
    shape = _WITHIN.get(type(value))
    return plain(value) if shape is None else shape.write(value)


# ------------------------------------------------------------------- values
def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    value.encode()  # half a surrogate pair is no text
    return value


def _slug(value: Any) -> str:
    try:
        return check_slug(_text(value))
    except NetwerkError as err:
        raise ValueError("not a slug") from err


def _zone(value: Any) -> str:
    if value != DEFAULT_ZONE:
        try:
            zone(_text(value))
        except NetwerkError as err:
            raise ValueError("not a time zone") from err
    return str(value)


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("not true or false")
    return value


def _count(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 10**12:
        raise ValueError("not a count")
    return value


def _moment(value: Any) -> Moment:
    moment = from_text(_text(value))
    if not 1 < moment.year < 9999:  # no rule or zone may run off the calendar
        raise ValueError("not a year of ours")
    return moment


def _instant(value: Any) -> datetime:
    moment = _moment(value)
    if not isinstance(moment, datetime):
        raise TypeError("a date where a time should be")
    return moment


def _day(value: Any) -> date:
    moment = _moment(value)
    if isinstance(moment, datetime):
        raise TypeError("a time where a date should be")
    return moment


def _list_of(read: Callable[[Any], Item]) -> Callable[[Any], tuple[Item, ...]]:
    def read_all(value: Any) -> tuple[Item, ...]:
        if not isinstance(value, list):
            raise TypeError("not a list")
        return tuple(read(item) for item in value)

    return read_all


def _changes(value: Any) -> dict[str, tuple[object, object]]:
    if not isinstance(value, dict):
        raise TypeError("not an object")
    changes: dict[str, tuple[object, object]] = {}
    for name, pair in value.items():
        old, new = _list_of(_json)(pair)
        changes[_text(name)] = (old, new)
    return changes


def _json(value: Any) -> object:
    """Let a value pass as a history may hold it: text, number, true, false, null, or a list of these."""
    if isinstance(value, list):
        return [_json(item) for item in value]
    if isinstance(value, str):
        return _text(value)
    if value is not None and not isinstance(value, int):
        raise TypeError("not a plain value")
    return value


# ------------------------------------------------------------------- shapes
_ENTRY = Shape(Entry, {"at": _instant, "by": _text, "what": _text, "why": _text, "changes": _changes})

_SET_ASIDE = Shape(SetAside, {"audience": _text, "seats": _count, "until": _instant})

_SESSION = Shape(
    Session,
    {
        "id": _slug,
        "title": _text,
        "starts_at": _moment,
        "ends_at": _moment,
        "location": _text,
        "online_url": _text,
        "capacity": _count,
        "within": _slug,
        "description": _text,
        "cancelled_at": _instant,
        "sequence": _count,
    },
)

_MATERIAL = Shape(
    Material,
    {
        "id": _slug,
        "kind": MaterialKind,
        "title": _text,
        "url": _text,
        "text": _text,
        "contributor": _text,
        "on": _day,
    },
)

_MILESTONE = Shape(
    Milestone,
    {
        "id": _slug,
        "title": _text,
        "due_on": _day,
        "season": _text,
        "addressed_to": _text,
        "done_at": _instant,
    },
)

_WITHIN: Mapping[type, Shape[Any]] = {
    Entry: _ENTRY,
    SetAside: _SET_ASIDE,
    Session: _SESSION,
    Material: _MATERIAL,
    Milestone: _MILESTONE,
}
"""Records that are kept within another one."""

_EVENT = Shape(
    Event,
    {
        "slug": _slug,
        "title": _text,
        "timezone": _zone,
        "location": _text,
        "online_url": _text,
        "capacity": _count,
        "opens_at": _instant,
        "closes_at": _instant,
        "when_full": WhenFull,
        "promotion": Promotion,
        "approval": _flag,
        "members_of": _slug,
        "organisation_limit": _count,
        "set_asides": _list_of(_SET_ASIDE.read),
        "shared_addresses": _flag,
        "audiences": _list_of(_text),
        "organisers": _list_of(_text),
        "cost": _text,
        "theme": _text,
        "language": _text,
        "description": _text,
        "materials": _list_of(_MATERIAL.read),
        "milestones": _list_of(_MILESTONE.read),
        "draft": _flag,
        "closed_at": _instant,
        "closed_by": ClosedBy,
        "cancelled_at": _instant,
        "sessions": _list_of(_SESSION.read),
        "history": _list_of(_ENTRY.read),
    },
)

_REGISTRATION = Shape(
    Registration,
    {
        "status": Status,
        "name": _text,
        "email": _text,
        "received_at": _instant,
        "turn": _count,
        "organisation": _text,
        "role": _text,
        "audience": _text,
        "sessions": _list_of(_slug),
        "waits_for": _list_of(_slug),
        "note": _text,
        "override": _text,
        "history": _list_of(_ENTRY.read),
    },
)
"""`status` comes first: `tally` counts on it."""


# ------------------------------------------------------------------ records
def encode_event(event: Event) -> Document:
    """Return the document of an event with its sessions and history."""
    return _EVENT.write(event)


def decode_event(document: object) -> Event:
    """Return the event that `encode_event` wrote."""
    event = _EVENT.read(document)
    for parts in (event.sessions, event.materials, event.milestones):
        _check_distinct([part.id for part in parts])
    return event


def _check_distinct(ids: list[str]) -> None:
    if len(set(ids)) != len(ids):
        raise ValueError("two parts of one name")


def encode_registration(registration: Registration) -> Document:
    """Return the document of a registration, its number left out: that is the document's id."""
    return _REGISTRATION.write(registration)


def decode_registration(number: int, document: object) -> Registration:
    """Return the registration that `encode_registration` wrote under `number`."""
    registration = _REGISTRATION.read(document, number=_count(number))
    for entry in registration.history[1:]:
        for name, pair in entry.changes.items():
            _check_undoable(name, pair)
    return registration


def _check_undoable(name: str, pair: tuple[object, object]) -> None:
    """Refuse a change that `as_of` could not take back."""
    if name == "history":
        raise ValueError("a history that changes itself")
    for value in pair:
        if value is not None or _REGISTRATION.defaults[name] is not None:
            _REGISTRATION.readers[name](value)


def encode_retired(slug: str) -> Document:
    """Return the document of a name that is never used again."""
    return {"slug": slug}


def decode_retired(document: Document) -> str:
    """Return the name in what `encode_retired` wrote."""
    return _slug(document["slug"])


def tally(table: bytes) -> Counter[Status] | None:
    """Count the states in a registrations table without decoding it; None when it is not as we write it.

    Quotes within texts are escaped in JSON, so what is looked for cannot be part of a name or a note.
    """
    states = Counter(_STATUS.findall(table))
    if states.total() != table.count(_REQUEST) or (not states and table != b"{}"):
        return None
    return Counter({Status(state.decode()): count for state, count in states.items()})
