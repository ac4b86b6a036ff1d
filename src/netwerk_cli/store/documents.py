"""Records ↔ documents: a document holds what a record says, field by field, in that order.

A field that holds its default is left out. Reading is strict: a field that is unknown, missing or of another type
raises `KeyError`, `TypeError` or `ValueError`, which the store turns into one answer. So no rule meets what no
rule can have made.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from functools import cache, reduce
from operator import or_
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from netwerk_cli.domain import history
from netwerk_cli.domain.moments import Moment
from netwerk_cli.domain.told import ToldSession
from netwerk_cli.errors import NetwerkError
from netwerk_cli.records import defaults, is_record, read_record
from netwerk_cli.store import values

Document = dict[str, Any]
Read = Callable[[Any], Any]

KEY = "number"
"""The field that is no part of a document: it is the number of the document in its table."""
_LEAVES: Mapping[Any, Read] = {
    str: values.text,
    bool: values.flag,
    int: values.count,
    date: values.day,
    datetime: values.instant,
    Moment: values.moment,
    object: values.plain,
}


_NOTHING: Mapping[str, Read] = {}


class Shape:
    """How one kind of record is written: its fields in the document's order, each with what reads it back."""

    def __init__(self, kind: type[Any], instead: Mapping[str, Read] = _NOTHING) -> None:
        """Look at the annotations of `kind`, a record; some of its fields are read otherwise."""
        self.make = kind
        self.readers = _Readers(kind, instead)
        self.defaults = {name: usual for name, usual in defaults(kind).items() if name != KEY}

    def write(self, record: object) -> Document:
        """Return the document of `record`."""
        return {
            name: _written(value)
            for name, default in self.defaults.items()
            if (value := getattr(record, name)) != default
        }

    def read(self, document: object, number: int | None = None) -> Any:
        """Return the record in `document`, with its number where it has one."""
        if not isinstance(document, dict):
            raise TypeError("a record is not a JSON object")
        more = {} if number is None else {KEY: values.count(number)}
        return read_record(self.make, document, self.readers, more)


class _Readers(dict[str, Read]):
    """What reads each field, found when a field is first met: most records hold few of theirs."""

    def __init__(self, kind: type[Any], known: Mapping[str, Read]) -> None:
        super().__init__(known)
        self._kind = kind

    def __missing__(self, name: str) -> Read:
        """Raises `KeyError` where the record has no such field."""
        if name == KEY:
            raise KeyError(name)
        self[name] = found = _annotated(self._kind.__module__, self._kind.__annotations__[name])
        return found


_SHAPES: dict[type[Any], Shape] = {}


def shape(kind: type[Any]) -> Shape:
    """Return how records of `kind` are written, worked out when the first of them is met."""
    if kind not in _SHAPES:
        _SHAPES[kind] = Shape(kind)
    return _SHAPES[kind]


_WRITERS: dict[type[Any], Callable[[Any], object]] = {}


def _written(value: object) -> object:
    kind = type(value)
    if kind not in _WRITERS:
        _WRITERS[kind] = _writer(kind)
    return _WRITERS[kind](value)


def _writer(kind: type[Any]) -> Callable[[Any], object]:
    """Return what writes a value of `kind`."""
    if issubclass(kind, str):  # as history.plain has it, and most values are
        return str
    if issubclass(kind, Sequence):
        return lambda value: [_written(item) for item in value]
    if issubclass(kind, Mapping):
        return lambda value: {name: _written(item) for name, item in value.items()}
    return shape(kind).write if is_record(kind) else history.plain


@cache
def _annotated(module: str, annotation: str) -> Read:
    """Return what reads a field of a record of `module`. `typing.get_type_hints` takes four times as long."""
    return reader(eval(annotation, vars(sys.modules[module])))  # noqa: S307 (the annotation is our own code)


def reader(hint: Any) -> Read:
    """Return what reads a value that is annotated as `hint`. There is no null: an absent field is None."""
    if (leaf := _LEAVES.get(hint)) is not None:
        return leaf
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _checked(reader(inner[0]), *inner[1:])
    if NoneType in inner:
        return reader(reduce(or_, (one for one in inner if one is not NoneType)))
    if origin in (tuple, Sequence):
        return _all(inner[0]) if inner[1:] in ((), (...,)) else _each(*map(reader, inner))
    if origin in (dict, Mapping):
        return _named(*map(reader, inner))
    if isinstance(hint, type) and is_record(hint):
        return lambda value: shape(hint).read(value)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {str(state): state for state in hint}.__getitem__  # a third of what calling the enum takes
    raise NotImplementedError(f"no reader for {hint}")


def _checked(read: Read, check: Callable[[Any], object]) -> Read:
    """Read what `check`, a rule of the domain, does not refuse."""

    def read_checked(value: object) -> object:
        found = read(value)
        try:
            check(found)
        except NetwerkError as err:
            raise ValueError(f"{check.__name__} refuses it") from err
        return found

    return read_checked


def _all(kind: Any) -> Read:
    """Read a list of any length; parts that have an id each have one of their own."""
    read = _once(reader(kind)) if kind is ToldSession else reader(kind)
    named = isinstance(kind, type) and is_record(kind) and "id" in defaults(kind)

    def read_all(value: object) -> tuple[Any, ...]:
        found = tuple([read(item) for item in _list(value)])
        if named and len({part.id for part in found}) != len(found):
            raise ValueError("two parts of one name")
        return found

    return read_all


_MOST = 10_000


def _once(read: Read) -> Read:
    """Read what says the same once only: the people of an event were told of the same few sessions."""
    known: dict[tuple[tuple[str, type, Any], ...], Any] = {}

    def read_once(value: Any) -> Any:
        try:
            # a flag and a count may be equal, which only their types tell apart
            key = tuple((name, type(one), one) for name, one in value.items())
            if key not in known:
                if len(known) >= _MOST:
                    known.clear()
                known[key] = read(value)
            return known[key]
        except (AttributeError, TypeError):  # it is no object, or holds what can be in none
            return read(value)

    return read_once


def _each(*reads: Read) -> Read:
    """Read a list of as many values as there are `reads`."""
    return lambda value: tuple([read(item) for read, item in zip(reads, _list(value), strict=True)])


def _named(read_name: Read, read: Read) -> Read:
    """Read an object whose names are data."""

    def read_named(value: object) -> dict[Any, Any]:
        if not isinstance(value, dict):
            raise TypeError("not an object")
        return {read_name(name): read(item) for name, item in value.items()}

    return read_named


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("not a list")
    return value
