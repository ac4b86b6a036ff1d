"""What is said or done by state is said or done for every state there is, so that a new one cannot be forgotten."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import pytest

import netwerk_cli
from netwerk_cli.domain import events, groups, materials, registrations
from netwerk_cli.domain.registrations import ACTIVE, NEXT, SEATED, Registration, Status, Tally
from tests.builders import NOW

SOURCE = Path(netwerk_cli.__file__).parent
STATES: tuple[type[Enum], ...] = (
    registrations.Status,
    events.Status,
    events.ClosedBy,
    groups.Access,
    groups.MemberStatus,
    materials.MilestoneStatus,
)


def tables() -> Iterator[tuple[str, set[Enum]]]:
    """Yield the states that each table, and each `match`, names."""
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Dict):
                named = _states(path, node.keys)
            elif isinstance(node, ast.Match):
                named = _states(path, [value for case in node.cases for value in _values(case.pattern)])
            else:
                continue
            if len(named) > 1:
                yield f"{path.relative_to(SOURCE).as_posix()}:{node.lineno}", named


def _values(pattern: ast.pattern) -> Iterator[ast.expr]:
    if isinstance(pattern, ast.MatchOr):
        for one in pattern.patterns:
            yield from _values(one)
    elif isinstance(pattern, ast.MatchValue):
        yield pattern.value


def _states(path: Path, expressions: list[ast.expr | None] | list[ast.expr]) -> set[Enum]:
    """Return the states that expressions name, nothing where one of them is something else."""
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    found: set[Enum] = set()
    for expression in expressions:
        if not isinstance(expression, ast.Attribute):
            return set()
        value: object = importlib.import_module(".".join(parts).removesuffix(".__init__"))
        for name in ast.unparse(expression).split("."):
            value = getattr(value, name, None)
        if not isinstance(value, STATES):
            return set()
        found.add(value)
    return found


def test_every_table_of_states_is_whole() -> None:
    found = dict(tables())
    assert {type(next(iter(named))) for named in found.values()} == set(STATES)
    partial = {
        where: sorted(one.name for one in {*type(next(iter(named)))} - named)
        for where, named in found.items()
        if named != {*type(next(iter(named)))}
    }
    assert partial == {}


def test_a_seat_is_held_in_states_that_are_active_and_lost_in_the_others() -> None:
    assert SEATED < ACTIVE < {*Status} == {*NEXT}


@pytest.mark.parametrize("status", Status)
def test_each_state_is_counted_once_and_as_the_registration_itself_says(status: Status) -> None:
    one = Registration(number=1, turn=1, name="Ans", email="ans@example.org", status=status, received_at=NOW)
    tally = Tally.of({1: one, 2: one})
    assert dict(tally) == {status: 2}
    assert (tally.held, tally.active) == (2 * one.seated, 2 * one.active)
