"""How the rows of a listing are put in order."""

from __future__ import annotations

from typing import Any

import pytest

from netwerk_cli.errors import UnknownField
from netwerk_cli.services.sorting import sort


def ordered(by: str, *values: Any, column: str = "name") -> list[Any]:
    return [row[column] for row in sort([{column: value} for value in values], by, [column])]


def test_ten_never_comes_before_two() -> None:
    assert ordered("code", "r10", "r2", "r1", column="code") == ["r1", "r2", "r10"]
    assert ordered("-code", "s-2", "s-10", "s-9", column="code") == ["s-10", "s-9", "s-2"]


def test_an_accent_sends_nobody_to_the_end() -> None:
    assert ordered("name", "Zoë", "Fons", "Émile", "dirk") == ["dirk", "Émile", "Fons", "Zoë"]


def test_moments_are_compared_as_instants() -> None:
    early, late = "2024-01-26T12:00:00+01:00", "2024-01-26T09:00:00-05:00"
    assert ordered("starts_at", late, early, column="starts_at") == [early, late]
    doubled = ["2024-10-27T02:30:00+02:00", "2024-10-27T02:10:00+01:00"]
    assert ordered("received_at", *reversed(doubled), column="received_at") == doubled


def test_a_day_comes_before_a_time_on_it() -> None:
    found = ordered("starts_at", "2024-01-26T00:30:00+01:00", "2024-01-26", "2024-01-25", column="starts_at")
    assert found == ["2024-01-25", "2024-01-26", "2024-01-26T00:30:00+01:00"]


def test_what_is_empty_comes_last_either_way() -> None:
    assert ordered("name", None, "b", "", "a") == ["a", "b", None, ""]
    assert ordered("-name", None, "b", "", "a") == ["b", "a", None, ""]


def test_rows_are_ordered_by_several_columns() -> None:
    rows = [{"o": "B", "n": "1"}, {"o": "A", "n": "1"}, {"o": "A", "n": "2"}]
    assert sort(rows, "o,-n", ["o", "n"]) == [rows[2], rows[1], rows[0]]
    with pytest.raises(UnknownField):
        sort(rows, "o,x", ["o", "n"])
