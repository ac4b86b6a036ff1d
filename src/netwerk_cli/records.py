"""Records: frozen dataclasses that share their methods.

The standard library writes and compiles a set of methods for each dataclass, which takes up to five milliseconds; a
program that starts for each command imports dozens and uses a few. What they do is the same for all: only the fields
differ, and these are looked at when somebody first asks for them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from dataclasses import Field
    from dataclasses import field as field
    from dataclasses import replace as replace
else:  # who checks types knows both by the names of the standard library

    def field(**how: Any) -> Any:
        """Say of a field what `dataclasses.field` would be told."""
        return _Said(**how)

    def replace(one: T, /, **changes: Any) -> T:
        """Return a record with other values in some fields, as `dataclasses.replace` does."""
        cls, kept = type(one), vars(one)
        values = {**kept, **changes}
        if cls not in _KINDS or len(values) != len(kept):
            _refuse_fields(cls, values)
        new = object.__new__(cls)
        object.__setattr__(new, "__dict__", values)
        return new


T = TypeVar("T")
MISSING: Any = object()
"""Stands where a field has nothing to hold unless something is said."""


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
    return _kind(kind)[0]


class _Fields:
    """What `dataclasses` finds until it looks at the fields of a class: they are found out then."""

    def __init__(self, cls: type) -> None:
        self._cls: Any = cls

    def __get__(self, one: object, owner: type) -> dict[str, Field[Any]]:
        import dataclasses

        _kind(self._cls)  # before what was said of the fields is gone from the class
        for name, said in vars(self._cls).copy().items():
            if isinstance(said, _Said):
                setattr(self._cls, name, dataclasses.field(**said.how))
        dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=True)(self._cls)
        found: dict[str, Field[Any]] = self._cls.__dataclass_fields__
        return found


class _Said:
    """What `field` says of a field; its arguments are those of `dataclasses.field`."""

    def __init__(self, **how: Any) -> None:
        self.how = how


_Kind = tuple[Mapping[str, Any], dict[str, Any], frozenset[str]]
"""The fields of a record, each with what it holds unless something else is said, if anything.

Then those that need not be said, and those that make no difference.
"""
_KINDS: dict[type, _Kind] = {}


def _kind(cls: Any) -> _Kind:
    if cls not in _KINDS:
        said = {name: vars(cls).get(name, MISSING) for name in cls.__annotations__}
        apart = [
            name for name, one in said.items() if isinstance(one, _Said) and not one.how.get("compare", True)
        ]
        every = {name: _default(one) for name, one in said.items()}
        usual = {name: value for name, value in every.items() if value is not MISSING}
        _KINDS[cls] = every, usual, frozenset(apart)
    return _KINDS[cls]


def _default(said: Any) -> Any:
    if not isinstance(said, _Said):
        return said
    factory = said.how.get("default_factory")
    return factory() if factory else said.how.get("default", MISSING)


def _init(self: Any, **given: Any) -> None:
    defaults, usual, _ = _KINDS.get(type(self)) or _kind(type(self))
    values = {**usual, **given}
    if values.keys() != defaults.keys():
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
    values = usual.copy()
    values.update(more)
    for name, value in kept.items():
        values[name] = readers[name](value)
    if len(values) != len(defaults):
        _refuse_fields(cls, values)
    self = object.__new__(cls)
    object.__setattr__(self, "__dict__", values)
    return self


def _refuse_fields(cls: type, values: Mapping[str, Any]) -> NoReturn:
    if not is_record(cls):
        raise TypeError(f"{cls.__name__} is no record")
    known = _kind(cls)[0]
    unknown = [name for name in values if name not in known]
    lacking = [name for name in known if name not in values]
    raise TypeError(f"{cls.__name__} has no {unknown} and needs {lacking}")


def _repr(self: Any) -> str:
    said = ", ".join(f"{name}={getattr(self, name)!r}" for name in _kind(type(self))[0])
    return f"{type(self).__name__}({said})"


def _equal(self: Any, other: object) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return vars(self) == vars(other) or bool(_kind(type(self))[2] and _compared(self) == _compared(other))


def _compared(self: Any) -> list[Any]:
    defaults, _, apart = _kind(type(self))
    return [getattr(self, name) for name in defaults if name not in apart]


def _hash(self: Any) -> int:
    return hash(tuple(_compared(self)))


def _refuse(self: Any, name: str, *value: object) -> NoReturn:  # noqa: ARG001 (the shape of both methods)
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be changed")
