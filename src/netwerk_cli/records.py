"""Frozen dataclasses that are made when they are first used: one call uses few of those that it imports.

Writing the methods of one takes a millisecond, and thirty of them took a fifth of a call that lists the events.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Return the class as a frozen dataclass with named arguments, from its first record or look at its fields on."""

    def init(self: Any, **given: Any) -> None:
        _made(cls)
        self.__init__(**given)

    made: Any = cls
    made.__init__, made.__dataclass_fields__ = init, _Fields(cls)
    return cls


class _Fields:
    """What `dataclasses` finds instead of the fields of a class that isn't made yet; looking at it makes the class."""

    def __init__(self, cls: type) -> None:
        self._cls = cls

    def __get__(self, one: object, owner: type) -> Any:
        _made(self._cls)
        return getattr(owner, "__dataclass_fields__")  # noqa: B009 (now those of the dataclass)


def _made(cls: Any) -> None:
    if isinstance(vars(cls)["__dataclass_fields__"], _Fields):
        del cls.__init__, cls.__dataclass_fields__
        dataclass(frozen=True, kw_only=True)(cls)
