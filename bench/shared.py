"""What is measured of a register that several offices share: a database, each time beside a file with the same data."""

from __future__ import annotations

import functools
import itertools
import statistics
from collections.abc import Callable, Sequence

from bench import office
from bench.desk import EMPTY, EVENTS, HUGE, LARGE, SMALL, Desk, expect
from bench.desks import stay
from bench.measuring import WARM_UP, Pairs, Run, take_turns, together
from bench.rows import CALLS, WORKERS, Row

SEATS = 250
OFFICES, EACH = 16, 4


def _add_to(size: str, stored: int, desk: Desk, count: int) -> Pairs:
    """Add to both; six calls first, so that every counted one lets go of an earlier state of the file."""
    desk.generate(size, peers=size == LARGE)
    there = office.of(desk)
    there.fill(size)
    desk.reset(size)
    event = f"event-{max(1, int(size.partition('x')[0]) // 2):04}"
    for _ in range(6):
        desk.add(size, event)
        there.add(size, event)
    pairs = take_turns(lambda: there.add(size, event), lambda: desk.add(size, event), count)
    expect(f"registrations in the file of {size}", desk.registered(size), stored + 6 + WARM_UP + count)
    expect(f"registrations in the database of {size}", _registered(there, size), stored + 6 + WARM_UP + count)
    return pairs


def _registered(there: office.Office, size: str) -> int:
    return there.desk.counted(there.netwerk(size, "event", "list", "--json"))


def _list(desk: Desk, count: int) -> Pairs:
    desk.generate(EVENTS, peers=True)
    there = office.of(desk)
    there.fill(EVENTS)

    def listed(run: Run) -> Run:
        expect("events that are listed", run.output.count(b"\tNetwerkmiddag"), 40)
        return run

    return take_turns(
        lambda: listed(there.netwerk(EVENTS, "event", "list")),
        lambda: listed(desk.netwerk(EVENTS, "event", "list")),
        count,
    )


@functools.cache
def _rush(desk: Desk, count: int) -> Pairs:
    """Let eight processes register fifty people each for 250 seats."""
    desk.generate(EMPTY)
    desk.reset(EMPTY)
    there = office.of(desk)
    there.fill(EMPTY)
    desk.netwerk(EMPTY, "event", "edit", "event-0001", "--capacity", str(SEATS))
    path = desk.folder / EMPTY / "pristine.json"
    path.write_bytes(desk.database(EMPTY).read_bytes())

    def rush(register: Callable[[], Run], listed: Callable[[], Run]) -> Run:
        run = together([lambda: [register() for _ in range(CALLS)]] * WORKERS)
        expect("seats that are taken", desk.counted(listed()), SEATS)
        waiting = desk.counted(listed(), "waiting")
        expect("people who wait", waiting, WORKERS * CALLS - SEATS)
        return run

    def database() -> Run:
        there.netwerk(EMPTY, "restore", str(path), "--yes")
        return rush(lambda: there.add(EMPTY), lambda: there.netwerk(EMPTY, "event", "list", "--json"))

    def file() -> Run:
        desk.reset(EMPTY)
        return rush(lambda: desk.add(EMPTY), lambda: desk.netwerk(EMPTY, "event", "list", "--json"))

    return take_turns(database, file, count, warm_up=0)


def _slowest(of: Callable[[Desk, int], Pairs], desk: Desk, count: int) -> Pairs:
    rush = of(desk, count)
    a, b = ([run._replace(seconds=run.slowest_s) for run in runs] for runs in rush)
    return Pairs(a, b)


def _offices(desk: Desk, count: int) -> Pairs:
    """Let sixteen processes register four people each, every one at an event of its own."""
    desk.generate(LARGE, peers=True)
    desk.reset(LARGE)
    there = office.of(desk)
    there.fill(LARGE)

    def at_once(add: Callable[[str], Run]) -> Run:
        workers = [
            functools.partial(lambda event: [add(event) for _ in range(EACH)], f"event-{number:04}")
            for number in range(1, OFFICES + 1)
        ]
        return together(workers)

    pairs = take_turns(
        lambda: at_once(lambda event: there.add(LARGE, event)),
        lambda: at_once(lambda event: desk.add(LARGE, event)),
        count,
        warm_up=1,
    )
    wanted = 100_000 + OFFICES * EACH * (count + 1)
    expect("registrations in the file", desk.registered(LARGE), wanted)
    expect("registrations in the database", _registered(there, LARGE), wanted)
    return pairs


def _staying(size: str, events: Sequence[str], each: int, desk: Desk, count: int) -> Pairs:
    """Let one process for each of `events` stay, and register people there one by one: without starting for each."""
    desk.generate(size, peers=size == LARGE)
    desk.reset(size)
    there = office.of(desk)
    there.fill(size)
    rounds = itertools.count(1)

    def at_once(place: str) -> Run:
        return stay(desk, place, events, each, f"ronde{next(rounds)}")

    pairs = take_turns(
        lambda: at_once(there.address(size)), lambda: at_once(str(desk.database(size))), count, warm_up=1
    )
    expect("registrations", _registered(there, size), desk.registered(size))
    return pairs


@functools.cache
def _rush_of_desks(desk: Desk, count: int) -> Pairs:
    return _staying(EMPTY, ["event-0001"] * WORKERS, CALLS, desk, count)


def _line(desk: Desk, count: int) -> Pairs:
    desk.generate(SMALL)
    there = office.of(desk)
    there.fill(SMALL)
    line = there.line()
    pairs = take_turns(lambda: there.add_over(line, SMALL), lambda: there.add(SMALL), count)
    line.close()
    expect("registrations in the database", _registered(there, SMALL), 250 + 2 * (WARM_UP + count))
    return pairs


def _trips(pairs: Pairs) -> float:
    return statistics.median(run.trips for run in pairs.a)


ROWS = (
    Row(
        name="db-add",
        what="`registration add` in a database, 250 stored",
        beside="the same in a file",
        goal=1.3,
        measure=functools.partial(_add_to, SMALL, 250),
    ),
    Row(
        name="db-add-large",
        what="`registration add` in a database, 100,000 stored",
        beside="the same in a file",
        goal=1.0,
        measure=functools.partial(_add_to, LARGE, 100_000),
    ),
    Row(
        name="db-add-huge",
        what="`registration add` in a database, 1,000,000 stored",
        beside="the same in a file",
        goal=0.2,
        measure=functools.partial(_add_to, HUGE, 1_000_000),
        long=True,
        huge=True,
    ),
    Row(
        name="db-list",
        what="`event list` of a database, 40 events, 5,000 registrations",
        beside="the same of a file",
        goal=1.5,
        measure=_list,
    ),
    Row(
        name="db-rush",
        what="8 processes × 50 `registration add` for 250 seats, in a database",
        beside="the same in a file",
        goal=1.25,
        measure=_rush,
        long=True,
    ),
    Row(
        name="db-slowest",
        what="the slowest call of those",
        beside="the same in a file",
        goal=0.5,
        measure=functools.partial(_slowest, _rush),
        long=True,
    ),
    Row(
        name="db-offices",
        what="16 processes on 16 events × 4 `registration add`, 100,000 stored, in a database",
        beside="the same in a file",
        goal=0.33,
        measure=_offices,
        long=True,
    ),
    Row(
        name="db-rush-staying",
        what="8 desks that stay × 50 registrations at one event, in a database",
        beside="the same in a file",
        goal=1.25,
        measure=_rush_of_desks,
        long=True,
    ),
    Row(
        name="db-slowest-staying",
        what="the slowest change of those",
        beside="the same in a file",
        goal=0.5,
        measure=functools.partial(_slowest, _rush_of_desks),
        long=True,
    ),
    Row(
        name="db-offices-staying",
        what="16 desks that stay on 16 events × 4 registrations, 100,000 stored, in a database",
        beside="the same in a file",
        goal=0.33,
        measure=functools.partial(_staying, LARGE, [f"event-{n:04}" for n in range(1, OFFICES + 1)], EACH),
        long=True,
    ),
    Row(
        name="db-line",
        what="`registration add` over a line of 30 ms",
        beside="the same on this machine",
        goal=4,
        measure=_line,
        value=_trips,
        unit="round trips",
    ),
)
