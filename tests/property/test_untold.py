"""Whatever happens to an event and its list: once everybody was told, nobody is due, and who is due differs."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from netwerk_cli.domain import lifecycle, untold
from netwerk_cli.domain.events import Session
from netwerk_cli.domain.told import How
from netwerk_cli.errors import NetwerkError
from tests.builders import Desk, evenings, turned


def _cancel(desk: Desk, _: int) -> None:
    desk.event = lifecycle.cancel(desk.event, desk.act())


def _move(desk: Desk, number: int) -> None:
    desk.amend(sessions=tuple(_later(s, _session(number)) for s in desk.event.sessions))


def _session(number: int) -> str:
    return f"d{1 + number % 2}"


DO: dict[str, Callable[[Desk, int], object]] = {
    "register": lambda desk, n: desk.register(f"P{n}", sessions=() if n % 2 else (_session(n),)),
    "cancel": Desk.cancel,
    "decline": Desk.decline,
    "reinstate": Desk.reinstate,
    "substitute": lambda desk, n: desk.substitute(n, f"S{n}"),
    "move": _move,
    "turn": lambda desk, n: turned(desk, _session(n)),
    "cap": lambda desk, n: desk.amend(capacity=n),
    "off": _cancel,
    "on": lambda desk, _: desk.reopen(),
    "tell": lambda desk, _: tell(desk),
}
MOVES = st.lists(st.tuples(st.sampled_from([*DO]), st.integers(1, 4)), min_size=2, max_size=14)


def _later(one: Session, id: str) -> Session:
    assert isinstance(one.starts_at, datetime)
    assert isinstance(one.ends_at, datetime)
    by = timedelta(hours=1)
    return replace(one, starts_at=one.starts_at + by, ends_at=one.ends_at + by) if one.id == id else one


def tell(desk: Desk) -> None:
    found = untold.due(desk.event, desk.list, desk.now)
    desk.list |= {r.number: r for r in untold.tell(found, desk.act(), How.HAND)}


@settings(max_examples=150)
@given(MOVES)
def test_once_everybody_was_told_nobody_is_due(moves: list[tuple[str, int]]) -> None:
    desk = Desk(evenings(2, None, capacity=2)).fill("P1", "P2", "P3")
    tell(desk)
    for move, number in moves:
        with contextlib.suppress(NetwerkError, KeyError):  # what the rules refuse changes nothing
            DO[move](desk, number)
        desk.now += timedelta(minutes=1)
        found = untold.due(desk.event, desk.list, desk.now)
        assert untold.count(desk.event, desk.list, desk.now) == len(found)
        for one in found:
            assert one.before is None or (one.before.status, one.before.position, one.before.sessions) != (
                one.now.status, one.now.position, one.now.sessions,
            )  # fmt: skip
    tell(desk)
    told = dict(desk.list)
    assert untold.due(desk.event, desk.list, desk.now) == []
    tell(desk)
    assert desk.list == told
