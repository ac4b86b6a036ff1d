"""What a record can do is what a frozen dataclass with named arguments can do."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Mapping
from dataclasses import FrozenInstanceError, asdict, dataclass, fields, is_dataclass
from dataclasses import field as of_a_dataclass
from dataclasses import replace as replaced
from typing import Any

import pytest

from netwerk_cli.records import field, read_record, record, replace


@record
class Seat:
    """A record."""

    row: int
    name: str | None = None
    marks: Mapping[str, int] = field(default_factory=dict)
    seen: int = field(default=0, compare=False)


@dataclass(frozen=True, kw_only=True)
class Chair:
    """The same as the standard library has it."""

    row: int
    name: str | None = None
    marks: Mapping[str, int] = of_a_dataclass(default_factory=dict)
    seen: int = of_a_dataclass(default=0, compare=False)


@record
class Row:
    """A record that can be hashed, with another in it."""

    number: int
    seats: tuple[Seat, ...] = ()

    @property
    def last(self) -> Seat:
        """The last seat."""
        return self.seats[-1]


def test_its_fields_are_those_of_a_dataclass() -> None:
    said = [(f.name, f.type, f.default, f.compare, f.kw_only) for f in fields(Seat)]
    assert said == [(f.name, f.type, f.default, f.compare, f.kw_only) for f in fields(Chair)]
    assert is_dataclass(Row)


@pytest.mark.parametrize(
    "given", [{"row": 1}, {"row": 2, "name": "Ans"}, {"name": "Bo", "row": 3, "marks": {"a": 1}}]
)
def test_it_holds_says_and_changes_what_a_dataclass_does(given: dict[str, Any]) -> None:
    one, other = Seat(**given), Chair(**given)
    assert asdict(one) == asdict(other)
    assert repr(one).replace("Seat", "Chair") == repr(other)
    assert asdict(replace(one, name="Cas")) == asdict(replaced(other, name="Cas"))
    assert one == Seat(**dict(reversed(given.items())))
    assert one != replace(one, row=9)
    assert one.__eq__(other) is NotImplemented
    assert copy.copy(one) == pickle.loads(pickle.dumps(one)) == one  # noqa: S301 (our own)


@pytest.mark.parametrize("kept", [{}, {"name": "Ans", "seen": 3}])
def test_one_that_is_read_is_the_same(kept: dict[str, Any]) -> None:
    readers: dict[str, Callable[[Any], Any]] = {"name": str.upper, "seen": int}
    made = {name: readers[name](value) for name, value in kept.items()}
    one = read_record(Seat, kept, readers, {"row": 1})
    assert one == Seat(row=1, **made)
    assert asdict(one) == asdict(Seat(row=1, **made))
    with pytest.raises(TypeError, match="needs \\['row'\\]"):
        read_record(Seat, kept, readers, {})
    with pytest.raises(TypeError, match="has no \\['what'\\]"):
        read_record(Seat, kept, readers, {"row": 1, "what": 1})
    with pytest.raises(KeyError):
        read_record(Seat, {**kept, "what": 1}, readers, {"row": 1})


def test_what_is_unknown_does_not_make_up_for_what_is_lacking() -> None:
    with pytest.raises(TypeError, match="has no \\['what'\\] and needs \\['row'\\]"):
        Seat(what=1)  # type: ignore[call-arg]


@pytest.mark.parametrize("changes", [{"what": 1}, {"row": 2, "what": 1}])
def test_no_field_that_a_record_has_not_is_replaced(changes: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="has no \\['what'\\]"):
        replace(Seat(row=1), **changes)
    for _ in range(2):
        with pytest.raises(TypeError, match="no record"):
            replace(Chair(row=1), row=2)


def test_a_field_that_makes_no_difference_makes_none() -> None:
    assert Seat(row=1, seen=1) == Seat(row=1, seen=2)
    assert Seat(row=1, seen=2).seen == 2


def test_equal_records_have_one_hash_whatever_the_order_in_which_they_were_said() -> None:
    assert hash(Row(number=1, seats=())) == hash(Row(seats=(), number=1))
    assert {Row(number=1), Row(number=1), Row(number=2)} == {Row(number=2), Row(number=1)}
    with pytest.raises(TypeError):
        hash(Seat(row=1))


def test_nothing_of_it_can_be_changed_or_taken_away() -> None:
    one = Row(number=1, seats=(Seat(row=1),))
    with pytest.raises(FrozenInstanceError):
        one.number = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del one.number
    assert one.last == Seat(row=1)


@pytest.mark.parametrize("given", [{}, {"name": "Ans"}, {"row": 1, "what": 2}, {"what": 2}])
def test_a_field_too_many_or_too_few_is_a_mistake(given: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        Seat(**given)
    with pytest.raises(TypeError):
        Seat(1)  # type: ignore[call-arg]
    assert asdict(Seat(row=1)) == asdict(Chair(row=1))
