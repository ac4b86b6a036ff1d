"""Every kind of record in the data file, found by its types, and one of each in which every field is filled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group, Membership
from netwerk_cli.domain.moments import Moment, ZoneName
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.domain.slugs import Slug

AT, DAY = datetime(2024, 1, 26, 9, 30, tzinfo=UTC), date(2024, 1, 26)
SAMPLES: dict[object, object] = {
    str: "Een tekst",
    Slug: "a-b",
    ZoneName: "Asia/Tokyo",
    bool: True,
    int: 7,
    datetime: AT,
    date: DAY,
    Moment: AT,
    object: 1,
}
"""A value of each plain type."""


def hints(kind: type[Any]) -> dict[str, Any]:
    """Return the annotation of each field."""
    found = get_type_hints(kind, include_extras=True)
    return {field.name: found[field.name] for field in fields(kind)}


def kinds(*roots: type[Any]) -> Iterator[type[Any]]:
    """Yield these kinds of records and those that they hold."""
    for kind in roots:
        yield kind
        held = [part for hint in hints(kind).values() for part in parts(hint)]
        yield from kinds(*(one for one in held if isinstance(one, type) and is_dataclass(one)))


def parts(hint: Any) -> Iterator[Any]:
    yield hint
    for inner in get_args(hint):
        yield from parts(inner)


def filled(kind: type[Any]) -> Any:
    """Return a record of which no field holds its default."""
    return kind(**{name: sample(hint) for name, hint in hints(kind).items()})


def sample(hint: Any) -> object:
    if hint in SAMPLES:
        return SAMPLES[hint]
    inner = [one for one in get_args(hint) if one not in (NoneType, ...)]
    if get_origin(hint) in (tuple, Sequence):
        return tuple(sample(one) for one in inner)
    if get_origin(hint) in (dict, Mapping):
        return {sample(inner[0]): sample(inner[1])}
    if inner:
        return sample(inner[0])
    return list(hint)[-1] if issubclass(hint, StrEnum) else filled(hint)


RECORDS = sorted(set(kinds(Event, Registration, Group, Membership)), key=lambda kind: kind.__name__)
