"""Records: frozen dataclasses that share their methods.

The standard library writes and compiles a set of methods for each dataclass, which takes up to five milliseconds; a
program that starts for each command imports dozens and uses a few. What they do is the same for all: only the fields
differ, and these are looked at when somebody first asks for them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from typing import Any, NamedTuple, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Return the class as a frozen dataclass with named arguments: what `dataclasses` does with one, it does with this.

    Two records are equal where their classes and all their fields are, those with `compare=False` left out. A record
    has the fields that its own class names.
    """
    made: Any = cls
    made.__init__, made.__repr__ = _init, _repr
    made.__eq__, made.__hash__ = _equal, _hash
    made.__setattr__ = made.__delattr__ = _refuse
    made.__dataclass_fields__ = _Fields(cls)
    return cls


def is_record(kind: type) -> bool:
    """Whether the instances of a class are records."""
    return vars(kind).get("__init__") is _init


def defaults(kind: type) -> Mapping[str, Any]:
    """Return what each field of a record holds unless something else is said: `MISSING` where something has to be."""
    return _kind(kind).defaults


class _Fields:
    """What `dataclasses` finds until it looks at the fields of a class: they are found out then."""

    def __init__(self, cls: type) -> None:
        self._cls: Any = cls

    def __get__(self, one: object, owner: type) -> dict[str, Field[Any]]:
        _kind(self._cls)  # before what was said of the fields is gone from the class
        dataclass(init=False, repr=False, eq=False, kw_only=True)(self._cls)
        found: dict[str, Field[Any]] = self._cls.__dataclass_fields__
        return found


class _Kind(NamedTuple):
    """The fields of a record, each with what it holds unless something else is said, if anything.

    `usual` are those that need not be said, and `apart` those that make no difference.
    """

    defaults: Mapping[str, Any]
    usual: Mapping[str, Any]
    apart: frozenset[str]


_KINDS: dict[type, _Kind] = {}


def _kind(cls: Any) -> _Kind:
    if cls not in _KINDS:
        said = {name: vars(cls).get(name, MISSING) for name in cls.__annotations__}
        apart = [name for name, one in said.items() if isinstance(one, Field) and not one.compare]
        every = {name: _default(one) for name, one in said.items()}
        usual = {name: value for name, value in every.items() if value is not MISSING}
        _KINDS[cls] = _Kind(every, usual, frozenset(apart))
    return _KINDS[cls]


def _default(said: Any) -> Any:
    if not isinstance(said, Field):
        return said
    return said.default if said.default_factory is MISSING else said.default_factory()


def _init(self: Any, **given: Any) -> None:
    defaults, usual, _ = _KINDS.get(type(self)) or _kind(type(self))
    values = {**usual, **given}
    if len(values) != len(defaults) or not given.keys() <= defaults.keys():
        _refuse_fields(type(self), values)
    object.__setattr__(self, "__dict__", values)


def read_record(
    cls: type[T],
    kept: Mapping[str, Any],
    readers: Mapping[str, Callable[[Any], Any]],
    more: Mapping[str, Any],
) -> T:
    """Return a record with the fields that are `kept`, as their readers make them, and those in `more`, as they are.

    It is `cls(**fields)` in half of the time, and the readers are of its fields. Raises `TypeError` where a field is
    lacking, and `KeyError` for one that has no reader.
    """
    defaults, usual, _ = _KINDS.get(cls) or _kind(cls)
    values = {**usual, **more}
    for name, value in kept.items():
        values[name] = readers[name](value)
    if len(values) != len(defaults):
        _refuse_fields(cls, values)
    self = object.__new__(cls)
    object.__setattr__(self, "__dict__", values)
    return self


def _refuse_fields(cls: type, values: Mapping[str, Any]) -> NoReturn:
    known = _kind(cls).defaults
    unknown = [name for name in values if name not in known]
    lacking = [name for name in known if name not in values]
    raise TypeError(f"{cls.__name__} has no {unknown} and needs {lacking}")


def _repr(self: Any) -> str:
    said = ", ".join(f"{name}={getattr(self, name)!r}" for name in _kind(type(self)).defaults)
    return f"{type(self).__name__}({said})"


def _equal(self: Any, other: object) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return vars(self) == vars(other) or bool(_kind(type(self)).apart and _compared(self) == _compared(other))


def _compared(self: Any) -> list[Any]:
    defaults, _, apart = _kind(type(self))
    return [getattr(self, name) for name in defaults if name not in apart]


def _hash(self: Any) -> int:
    return hash(tuple(_compared(self)))


def _refuse(self: Any, name: str, *value: object) -> NoReturn:  # noqa: ARG001 (the shape of both methods)
    raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be changed")
