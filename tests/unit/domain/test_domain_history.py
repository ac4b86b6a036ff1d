"""Rule 23: what a line of history says, in plain values."""

from __future__ import annotations

from datetime import date

import pytest

from netwerk_cli.domain.history import Entry, next_number, plain
from netwerk_cli.domain.registrations import Status
from tests.builders import NOW, act


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (3, 3),
        (True, True),
        ("a", "a"),
        (Status.WAITING, "waiting"),
        (NOW, "2024-01-10T09:00:00+01:00"),
        (date(2024, 1, 10), "2024-01-10"),
        (("a", "b"), ["a", "b"]),
        ((), []),
        ({"a": NOW, "b": ("c",)}, [["a", "2024-01-10T09:00:00+01:00"], ["b", ["c"]]]),
    ],
)
def test_values_are_written_as_json_has_them(value: object, expected: object) -> None:
    assert plain(value) == expected
    assert type(plain(value)) is type(expected)


def test_an_act_signs_what_is_done() -> None:
    changes = {"status": (Status.PENDING, Status.CONFIRMED)}
    expected = Entry(
        at=NOW, by="Organiser", what="approved", why="ok", changes={"status": ("pending", "confirmed")}
    )
    assert act(why="ok", by="Organiser").entry("approved", changes) == expected


def test_no_number_is_given_twice_even_after_a_restore() -> None:
    created = act().entry("created")
    restored = act().entry("restored", {"number": (None, 7)})
    assert next_number([created], ()) == 1
    assert next_number([created], (2, 1)) == 3
    assert next_number([created, restored, created], (2,)) == 8
    assert next_number([act().entry("restored", {"number": (7, None)})], ()) == 1
