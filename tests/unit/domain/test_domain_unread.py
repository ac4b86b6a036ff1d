"""A past that is read when somebody looks at it is the past that was read at once."""

from __future__ import annotations

import pytest

from netwerk_cli.domain.history import Act, Entry, changed_at, changing
from netwerk_cli.domain.unread import Unread
from tests.builders import NOW

ACT = Act(at=NOW, by="test")
LINES = (
    ACT.entry("registered", {"status": (None, "confirmed")}),
    ACT.entry("told"),
    ACT.entry("edited", {"name": ("A", "B")}),
)
KEPT: list[object] = [{"changes": {"status": []}}, {}, {"changes": {"name": []}}]


class Reader:
    """Counts how often the past was read."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, kept: list[object]) -> tuple[Entry, ...]:
        self.times += 1
        return LINES[: len(kept)]


def test_it_is_read_once_and_only_when_looked_at() -> None:
    read = Reader()
    past = Unread[Entry](KEPT, read)
    assert (len(past), bool(past), read.times) == (3, True, 0)
    assert (past[-1], past[1:], (*past,), [*reversed(past)]) == (LINES[2], LINES[1:], LINES, [*LINES[::-1]])
    assert read.times == 1


def test_it_equals_the_tuple_that_it_becomes() -> None:
    past = Unread[Entry](KEPT, Reader())
    assert past == LINES
    assert past == LINES
    assert past == Unread[Entry](KEPT, Reader())
    assert past != LINES[:2]
    assert past != "told"
    assert repr(past) == repr(LINES)
    assert hash(Unread([1], lambda kept: tuple(kept))) == hash((1,))


def test_what_changed_a_field_is_found_without_reading_what_cannot_have() -> None:
    read = Reader()
    assert [*changing(Unread(KEPT[:2], read), frozenset({"name", "email"}))] == []
    assert read.times == 0
    assert [*changing(Unread(KEPT, read), frozenset({"name", "email"}))] == [LINES[2]]
    assert [*changing(LINES, frozenset({"status", "name"}))] == [LINES[2], LINES[0]]


@pytest.mark.parametrize("line", [None, 5, {"changes": 5}, {"changes": ["name"]}])
def test_what_is_malformed_is_looked_at(line: object) -> None:
    read = Reader()
    assert [*changing(Unread([line], read), frozenset({"name"}))] == []
    assert read.times == 1


def test_when_a_field_changed_is_found_without_reading_the_rest() -> None:
    read, at = Reader(), NOW.isoformat()
    lines = [{**line, "at": at} for line in KEPT if isinstance(line, dict)]
    assert changed_at(Unread(lines, read), "status") == changed_at(LINES, "status") == NOW
    assert changed_at(Unread(lines, read), "email") is changed_at(LINES, "email") is None
    assert read.times == 0


@pytest.mark.parametrize(
    "line",
    [
        None,
        {"changes": 5},
        {"changes": {"status": []}},
        {"changes": {"status": []}, "at": 5},
        {"changes": {"status": []}, "at": "2024-01-10"},
        {"changes": {"status": []}, "at": "2024-01-10T09:00:00"},
    ],
)
def test_when_a_field_changed_is_not_taken_from_what_is_malformed(line: object) -> None:
    read = Reader()
    assert changed_at(Unread([line], read), "status") == NOW
    assert read.times == 1
