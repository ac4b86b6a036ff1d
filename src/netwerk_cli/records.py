"""Records: frozen dataclasses that share their methods.

The standard library writes and compiles a set of methods for each dataclass, which takes up to five milliseconds; a
program that starts for each command imports dozens and uses a few. What they do is the same for all: only the fields
differ, and these are looked at when somebody first asks for them.
"""

from __future__ import annotations

from collections.abc import Mapping
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
    """What each field holds unless something else is said, which have to be said, and which make no difference."""

    defaults: Mapping[str, Any]
    needed: frozenset[str]
    apart: frozenset[str]


_KINDS: dict[type, _Kind] = {}


def _kind(cls: Any) -> _Kind:
    if cls not in _KINDS:
        said = {name: vars(cls).get(name, MISSING) for name in cls.__annotations__}
        apart = [name for name, one in said.items() if isinstance(one, Field) and not one.compare]
        usual = {name: _default(one) for name, one in said.items()}
        needed = [name for name, value in usual.items() if value is MISSING]
        _KINDS[cls] = _Kind(usual, frozenset(needed), frozenset(apart))
    return _KINDS[cls]


def _default(said: Any) -> Any:
    if not isinstance(said, Field):
        return said
    return said.default if said.default_factory is MISSING else said.default_factory()


def _init(self: Any, **given: Any) -> None:
    _fill(self, given)


def made(cls: type[T], given: Mapping[str, Any]) -> T:
    """Return a record of which the fields are in `given`, as `cls(**given)` does in more time."""
    self: T = object.__new__(cls)
    _fill(self, given)
    return self


def _fill(self: Any, given: Mapping[str, Any]) -> None:
    usual, needed, _ = _KINDS.get(type(self)) or _kind(type(self))
    values = {**usual, **given}
    if len(values) != len(usual) or not given.keys() >= needed:
        unknown, lacking = sorted(given.keys() - usual.keys()), sorted(needed - given.keys())
        raise TypeError(f"{type(self).__name__} has no {unknown} and needs {lacking}")
    object.__setattr__(self, "__dict__", values)


def _repr(self: Any) -> str:
    said = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
    return f"{type(self).__name__}({said})"


def _equal(self: Any, other: object) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return vars(self) == vars(other) or bool(_kind(type(self)).apart and _compared(self) == _compared(other))


def _compared(self: Any) -> dict[str, Any]:
    apart = _kind(type(self)).apart
    return {name: value for name, value in vars(self).items() if name not in apart}


def _hash(self: Any) -> int:
    return hash(tuple(_compared(self).values()))


def _refuse(self: Any, name: str, *value: object) -> NoReturn:  # noqa: ARG001 (the shape of both methods)
    raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be changed")
