"""Parts of a record that are read when somebody looks at them: of a list of people, most never are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar, overload

Part = TypeVar("Part")


class Unread(Sequence[Part]):
    """What a tuple is to be made of, and what makes it; equal to any sequence of the same parts.

    `kept` are the plain values, one for each part. Looking at a part raises what `read` raises.
    """

    __slots__ = ("_read", "_whole", "kept")

    def __init__(self, kept: list[Any], read: Callable[[list[Any]], tuple[Part, ...]]) -> None:
        self.kept = kept
        self._read = read
        self._whole: tuple[Part, ...] | None = None

    @property
    def whole(self) -> tuple[Part, ...]:
        """The tuple; it is made once."""
        if self._whole is None:
            self._whole = self._read(self.kept)
        return self._whole

    def __len__(self) -> int:
        return len(self.kept)

    @overload
    def __getitem__(self, index: int) -> Part: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Part, ...]: ...
    def __getitem__(self, index: int | slice) -> Part | tuple[Part, ...]:
        return self.whole[index]

    def __iter__(self) -> Iterator[Part]:
        return iter(self.whole)

    def __eq__(self, other: object) -> bool:
        return self.whole == tuple(other) if isinstance(other, (tuple, Unread)) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.whole)

    def __repr__(self) -> str:
        return repr(self.whole)
