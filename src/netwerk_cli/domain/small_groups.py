"""Groups of few people: what a table for others leaves out, so that nobody is singled out by it.

A group under the least number is hidden, and so are as many others as it takes that no hidden one can be worked out
from the total and those that are shown (complementary suppression).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from math import inf
from typing import NamedTuple


class Veil(Enum):
    """Why a group is hidden: it is small, or another would follow from it."""

    SMALL = auto()
    BESIDE = auto()


class Size(NamedTuple):
    """How large a group is: the different people in it, and its number in the table, of which the total is known."""

    people: int
    number: int


def veils(sizes: Sequence[Size], least: int, *, total_known: bool = True) -> list[Veil | None] | None:
    """Return which of the groups that share a total are hidden; None where hiding all of them would not do.

    Groups of nobody are shown: they tell of nobody. Others are hidden beside small ones, the smallest first.
    """
    hidden = {at: Veil.SMALL for at, size in enumerate(sizes) if 0 < size.people < least}
    others = sorted(
        (at for at, size in enumerate(sizes) if size.people >= least), key=lambda at: (sizes[at].number, at)
    )
    while hidden and total_known and _follows([sizes[at].number for at in sorted(hidden)], least):
        if not others:
            return None
        hidden[others.pop(0)] = Veil.BESIDE
    return [hidden.get(at) for at in range(len(sizes))]


def _follows(numbers: Sequence[int], least: int) -> bool:
    """Whether a number follows from the sum of all, when of each is known whether it is under the least."""
    bounds = [(1.0, least - 1.0) if number < least else (float(least), inf) for number in numbers]
    lowest, whole = sum(low for low, _ in bounds), sum(numbers)
    finite, endless = sum(high for _, high in bounds if high < inf), sum(high == inf for _, high in bounds)
    for low, high in bounds:
        others_at_most = inf if endless > (high == inf) else finite - (high if high < inf else 0)
        if max(low, whole - others_at_most) >= min(high, whole - (lowest - low)):
            return True
    return False
