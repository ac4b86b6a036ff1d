"""How records are written as documents, and the records that others hold: history, sessions, materials and more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from netwerk_cli.domain.events import Session, SetAside
from netwerk_cli.domain.history import Entry, plain
from netwerk_cli.domain.materials import Material, MaterialKind, Milestone
from netwerk_cli.store import values

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Document = dict[str, Any]
Read = Callable[[Any], object]
Record = TypeVar("Record", bound="DataclassInstance")


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


ENTRY = Shape(
    Entry,
    {
        "at": values.instant,
        "by": values.text,
        "what": values.text,
        "why": values.text,
        "changes": values.changes,
    },
)

SET_ASIDE = Shape(SetAside, {"audience": values.text, "seats": values.count, "until": values.instant})

SESSION = Shape(
    Session,
    {
        "id": values.slug,
        "title": values.text,
        "starts_at": values.moment,
        "ends_at": values.moment,
        "location": values.text,
        "online_url": values.text,
        "capacity": values.count,
        "within": values.slug,
        "description": values.text,
        "cancelled_at": values.instant,
        "sequence": values.count,
    },
)

MATERIAL = Shape(
    Material,
    {
        "id": values.slug,
        "kind": MaterialKind,
        "title": values.text,
        "url": values.text,
        "text": values.text,
        "contributor": values.text,
        "on": values.day,
    },
)

MILESTONE = Shape(
    Milestone,
    {
        "id": values.slug,
        "title": values.text,
        "due_on": values.day,
        "season": values.text,
        "addressed_to": values.text,
        "done_at": values.instant,
    },
)

_WITHIN: Mapping[type, Shape[Any]] = {
    Entry: ENTRY,
    SetAside: SET_ASIDE,
    Session: SESSION,
    Material: MATERIAL,
    Milestone: MILESTONE,
}
"""Records that are kept within another one."""


def check_distinct(ids: list[str]) -> None:
    """Refuse two parts of one name."""
    if len(set(ids)) != len(ids):
        raise ValueError("two parts of one name")
