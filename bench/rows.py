"""What is measured: one function for each row, which makes its data, takes its measurements and checks what was done.

The goals are those that the project set itself; a row that misses one stays in the table.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from bench import mail
from bench.desk import (
    CROWD,
    EMPTY,
    EVENTS,
    HUGE,
    KEPT,
    LARGE,
    MAILED,
    MAILED_OF_MANY,
    SMALL,
    Desk,
    expect,
)
from bench.measuring import WARM_UP, Pairs, Run, in_a_row, take_turns, together

LINES = 250
FEW, MANY = 1_000, 10_000
WORKERS, CALLS = 8, 50
MESSAGES = 300


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of the table. A `long` row runs less often in a quick look.

    `unit` is `×`, `MB`, or that of what `value` makes of the pairs.
    """

    name: str
    what: str
    beside: str
    goal: float
    measure: Callable[[Desk, int], Pairs]
    long: bool = False
    huge: bool = False
    unit: str = "×"
    value: Callable[[Pairs], float] = lambda pairs: pairs.ratio


def _version(desk: Desk, count: int) -> Pairs:
    return take_turns(lambda: desk.netwerk(SMALL, "--version"), desk.bare, count)


def _tab(desk: Desk, count: int) -> Pairs:
    desk.generate(EVENTS, peers=True)
    tab = ("__complete", "event", "show", "event-00")
    expect("names that TAB offers", desk.netwerk(EVENTS, *tab).output.count(b"\n"), 40)
    return take_turns(lambda: desk.netwerk(EVENTS, *tab), desk.typer, count)


def _list(desk: Desk) -> Run:
    listed = desk.netwerk(EVENTS, "event", "list")
    expect("events that are listed", listed.output.count(b"\tNetwerkmiddag"), 40)
    return listed


def _list_beside_typer(desk: Desk, count: int) -> Pairs:
    desk.generate(EVENTS, peers=True)
    return take_turns(lambda: _list(desk), desk.typer, count)


def _list_beside_khal(desk: Desk, count: int) -> Pairs:
    desk.generate(EVENTS, peers=True)
    desk.make_khal(EVENTS)
    return take_turns(lambda: _list(desk), desk.khal, count)


def _list_beside_sqlite(desk: Desk, count: int) -> Pairs:
    desk.generate(EVENTS, peers=True)
    desk.make_sqlite(EVENTS)
    path = desk.sqlite_path(EVENTS)
    expect("rows", desk.sqlite("rows", path, "events").output.count(b"slug"), 40)
    return take_turns(lambda: _list(desk), lambda: desk.sqlite("rows", path, "events"), count)


def _add_small(desk: Desk) -> Run:
    desk.reset(SMALL)
    return desk.add(SMALL)


def _add_beside_typer(desk: Desk, count: int) -> Pairs:
    desk.generate(SMALL)
    pairs = take_turns(lambda: _add_small(desk), desk.typer, count)
    expect("registrations after one more", desk.registered(SMALL), 250 + 1)
    return pairs


def _add_to(size: str, stored: int, beside: Callable[[Desk], Run], desk: Desk, count: int) -> Pairs:
    """Add to a large file; six calls first, so that every counted one lets go of an earlier state."""
    desk.generate(size, peers=size == LARGE)
    event = f"event-{int(size.partition('x')[0]) // 2:04}"
    desk.reset(size)
    for _ in range(6):
        desk.add(size, event)
    pairs = take_turns(lambda: desk.add(size, event), lambda: beside(desk), count)
    expect(f"registrations in {size}", desk.registered(size), stored + 6 + WARM_UP + count)
    return pairs


def _large_beside_small(desk: Desk, count: int) -> Pairs:
    desk.generate(SMALL)
    return _add_to(LARGE, 100_000, _add_small, desk, count)


def _huge_beside_small(desk: Desk, count: int) -> Pairs:
    desk.generate(SMALL)
    return _add_to(HUGE, 1_000_000, _add_small, desk, count)


def _large_beside_tinydb(desk: Desk, count: int) -> Pairs:
    desk.generate(LARGE, peers=True)
    pairs = _add_to(LARGE, 100_000, Desk.tinydb, desk, count)
    expect("number that TinyDB gives", int(desk.tinydb().output[1:]), 100_000 + WARM_UP + count + 1)
    return pairs


def _large_beside_sqlite(desk: Desk, count: int) -> Pairs:
    desk.generate(LARGE, peers=True)
    desk.make_sqlite(LARGE)
    before = _sqlite_count(desk, LARGE)
    pairs = _add_to(LARGE, 100_000, Desk.sqlite_insert, desk, count)
    expect("rows more", _sqlite_count(desk, LARGE) - before, WARM_UP + count)
    return pairs


def _sqlite_count(desk: Desk, size: str) -> int:
    query = "select count(*) from registrations"
    return int(desk.sqlite("query", desk.sqlite_path(size), query, "--raw").output)


def _lines(desk: Desk, count: int) -> Pairs:
    desk.generate(SMALL)

    def one_process() -> Run:
        desk.reset(SMALL)
        source = desk.folder / "lines.csv"
        people = "".join(f"{name},{email}\n" for name, email in (desk.somebody() for _ in range(LINES)))
        source.write_text(f"name,email\n{people}", "utf-8")
        run = desk.netwerk(SMALL, "registration", "add", "event-0001", "--from", str(source))
        expect("answers to lines", run.output.count(b"\tconfirmed\t"), LINES)
        expect("registrations after the lines", desk.registered(SMALL), 250 + LINES)
        return run

    def single_calls() -> Run:
        desk.reset(SMALL)
        run = in_a_row([lambda: desk.add(SMALL)] * LINES)
        expect("registrations after the calls", desk.registered(SMALL), 250 + LINES)
        return run

    return take_turns(one_process, single_calls, count, warm_up=0)


def _list_of(desk: Desk, lines: int) -> Run:
    """Register the people of a list of so many lines at an event that nobody is registered for yet."""
    desk.reset(EMPTY)
    source = str(desk.make_lines(lines))
    run = desk.netwerk(EMPTY, "registration", "add", "event-0001", "--from", source)
    expect("answers to lines", run.output.count(b"\tconfirmed\t"), lines)
    return run


def _many_beside_few(desk: Desk, count: int) -> Pairs:
    desk.generate(EMPTY)
    return take_turns(lambda: _list_of(desk, MANY), lambda: _list_of(desk, FEW), count)


def _many_beside_sqlite(desk: Desk, count: int) -> Pairs:
    desk.generate(EMPTY)
    pairs = take_turns(lambda: _list_of(desk, MANY), lambda: desk.sqlite_list(MANY), count)
    expect("registrations after the lines", desk.registered(EMPTY), MANY)
    expect("rows after the lines", _sqlite_count(desk, EMPTY), MANY)
    return pairs


def _book_beside_pandas(desk: Desk, count: int) -> Pairs:
    desk.generate(EMPTY)
    source = str(desk.make_book(MANY))

    def ours() -> Run:
        desk.reset(EMPTY)
        run = desk.netwerk(EMPTY, "import", "registrations", "event-0001", source, "--json")
        expect("people with a seat", json.loads(run.output)["counts"]["confirmed"], MANY)
        return run

    def theirs() -> Run:
        run = desk.pandas(source)
        expect("rows that are read", int(run.output), MANY)
        return run

    return take_turns(ours, theirs, count)


def _again_beside_first(desk: Desk, count: int) -> Pairs:
    desk.generate(EMPTY)
    command = ("import", "registrations", "event-0001", str(desk.make_lines(MANY)), "--json")

    def first() -> Run:
        desk.reset(EMPTY)
        run = desk.netwerk(EMPTY, *command)
        expect("people with a seat", json.loads(run.output)["counts"]["confirmed"], MANY)
        return run

    def again() -> Run:
        first()
        run = desk.netwerk(EMPTY, *command)
        expect("people unchanged", json.loads(run.output)["counts"]["unchanged"], MANY)
        return run

    return take_turns(again, first, count)


def _attendance_beside_list(desk: Desk, count: int) -> Pairs:
    """Record who was there of a thousand people by a report, and list those people."""
    desk.generate(EMPTY)
    desk.reset(EMPTY)
    _list_of(desk, FEW)
    report = str(desk.make_report(FEW))
    command = ("import", "attendance", "event-0001", report, "--present-from", "1m", "--json")
    registered = desk.database(EMPTY).read_bytes()

    def record() -> Run:
        desk.database(EMPTY).write_bytes(
            registered
        )  # taken back, each of them would have a longer history every time
        run = desk.netwerk(EMPTY, *command)
        expect("people who were there", json.loads(run.output)["counts"]["present"], FEW)
        return run

    def listed() -> Run:
        run = desk.netwerk(EMPTY, "registration", "list", "event-0001")
        expect("people listed", run.output.count(b"\tconfirmed\t"), FEW)
        return run

    return take_turns(record, listed, count)


def _report_beside_list(desk: Desk, count: int) -> Pairs:
    """Report everything of forty events, and list those events."""
    desk.generate(EVENTS, peers=True)
    slugs = [f"event-{number:04}" for number in range(1, 41)]

    def report() -> Run:
        run = desk.netwerk(EVENTS, "report", *slugs, "--json")
        expect("people in the report", json.loads(run.output)["total"]["registered"], 5_000)
        return run

    return take_turns(report, lambda: _list(desk), count)


def _send_beside_loop(size: str, how: str, desk: Desk, count: int) -> Pairs:
    """Send to people who were told nothing, and the same ready messages with smtplib."""
    desk.generate(size)
    folder = mail.ready(desk, size, MESSAGES)
    with mail.postbox(desk) as server:
        return take_turns(
            lambda: mail.send(desk, server, size, MESSAGES),
            lambda: mail.loop(desk, server, folder, how, MESSAGES),
            count,
        )


def _due_beside_list(desk: Desk, count: int) -> Pairs:
    """Say who of forty events is to hear something, which is everybody, and list those events."""
    desk.generate(EVENTS, peers=True)

    def due() -> Run:
        run = desk.netwerk(EVENTS, "mail", "due")
        expect("people to tell", run.output.count(b"\tconfirmation\t"), 5_000)
        return run

    return take_turns(due, lambda: _list(desk), count)


def _crowd_beside_small(desk: Desk, count: int) -> Pairs:
    desk.generate(SMALL)
    desk.generate(CROWD)

    def crowd() -> Run:
        desk.reset(CROWD)
        return desk.add(CROWD)

    pairs = take_turns(crowd, lambda: _add_small(desk), count)
    expect("registrations after one more", desk.registered(CROWD), MANY + 1)
    return pairs


def _undo_beside_add(desk: Desk, count: int) -> Pairs:
    """Register somebody in a large file and take that back, by turns."""
    desk.generate(LARGE, peers=True)
    desk.reset(LARGE)
    turns = take_turns(lambda: desk.add(LARGE, "event-0200"), lambda: desk.netwerk(LARGE, "undo"), count)
    expect("registrations after as many undone", desk.registered(LARGE), 100_000)
    return Pairs(turns.b, turns.a)


def _many_kept_beside_few(desk: Desk, count: int) -> Pairs:
    """Register somebody where a thousand changes are kept, and where ten are."""
    for size, changes in ((KEPT, 1_000), (SMALL, 10)):
        desk.generate(size)
        desk.reset(size)
        desk.change_often(size, changes)
    pairs = take_turns(lambda: desk.add(KEPT), lambda: desk.add(SMALL), count)
    listed = desk.netwerk(KEPT, "undo", "--list").output.count(b"\n")
    expect("a thousand changes kept", listed >= 1_000, True)
    return pairs


def _parallel(desk: Desk, count: int) -> Pairs:
    desk.generate(SMALL)

    def ours() -> Run:
        desk.reset(SMALL)
        run = together([lambda: [desk.add(SMALL) for _ in range(CALLS)]] * WORKERS)
        expect("registrations after all", desk.registered(SMALL), 250 + WORKERS * CALLS)
        return run

    def empty() -> Run:
        return together([lambda: [desk.typer() for _ in range(CALLS)]] * WORKERS)

    return take_turns(ours, empty, count, warm_up=0)


def _memory(desk: Desk, count: int) -> Pairs:
    return _add_to(LARGE, 100_000, Desk.bare, desk, count)


ROWS = (
    Row(name="version", what="`--version`", beside="bare interpreter", goal=1.5, measure=_version),
    Row(name="tab", what="TAB on a slug", beside="empty Typer app", goal=1.2, measure=_tab),
    Row(
        name="list-typer",
        what="`event list`, 40 events, 5,000 registrations",
        beside="empty Typer app",
        goal=1.3,
        measure=_list_beside_typer,
    ),
    Row(
        name="list-khal",
        what="`event list`",
        beside="`khal list`, 40 events",
        goal=0.45,
        measure=_list_beside_khal,
    ),
    Row(
        name="list-sqlite",
        what="`event list`",
        beside="`sqlite-utils rows`, 40 rows",
        goal=0.7,
        measure=_list_beside_sqlite,
    ),
    Row(
        name="add-typer",
        what="`registration add`, 250 stored",
        beside="empty Typer app",
        goal=1.5,
        measure=_add_beside_typer,
    ),
    Row(
        name="add-large",
        what="`registration add`, 100,000 stored",
        beside="the same, 250 stored",
        goal=1.5,
        measure=_large_beside_small,
    ),
    Row(
        name="add-huge",
        what="`registration add`, 1,000,000 stored",
        beside="the same, 250 stored",
        goal=6,
        measure=_huge_beside_small,
        long=True,
        huge=True,
    ),
    Row(
        name="add-tinydb",
        what="`registration add`, 100,000 stored",
        beside="stock TinyDB script",
        goal=0.2,
        measure=_large_beside_tinydb,
        long=True,
    ),
    Row(
        name="add-sqlite",
        what="`registration add`, 100,000 stored",
        beside="`sqlite-utils insert`",
        goal=0.6,
        measure=_large_beside_sqlite,
    ),
    Row(
        name="lines",
        what="250 lines, one process",
        beside="250 single calls",
        goal=0.05,
        measure=_lines,
        long=True,
    ),
    Row(
        name="list-large",
        what="a list of 10,000 lines",
        beside="one of 1,000 lines",
        goal=12,
        measure=_many_beside_few,
        long=True,
    ),
    Row(
        name="list-sqlite-insert",
        what="a list of 10,000 lines",
        beside="`sqlite-utils insert` of the same CSV",
        goal=3,
        measure=_many_beside_sqlite,
        long=True,
    ),
    Row(
        name="list-book",
        what="a workbook of 10,000 rows, imported",
        beside="`pandas.read_excel` of the same",
        goal=4,
        measure=_book_beside_pandas,
        long=True,
    ),
    Row(
        name="list-again",
        what="a list of 10,000 lines, imported again",
        beside="the first time",
        goal=0.6,
        measure=_again_beside_first,
        long=True,
    ),
    Row(
        name="attendance",
        what="`import attendance`, a report of 1,000 rows",
        beside="`registration list` of those people",
        goal=2,
        measure=_attendance_beside_list,
    ),
    Row(
        name="report",
        what="`report` of 40 events, 5,000 registrations",
        beside="`event list` of those",
        goal=3,
        measure=_report_beside_list,
    ),
    Row(
        name="send",
        what="`mail send`, 300 messages",
        beside="a loop of `smtplib.send_message` over the same, ready",
        goal=2,
        measure=partial(_send_beside_loop, MAILED, "messages"),
        long=True,
    ),
    Row(
        name="send-bytes",
        what="`mail send`, 300 messages",
        beside="a loop of `smtplib.sendmail` over their bytes",
        goal=2,
        measure=partial(_send_beside_loop, MAILED, "bytes"),
        long=True,
    ),
    Row(
        name="send-crowd",
        what="`mail send`, 300 messages, 5,000 at the event",
        beside="a loop of `smtplib.send_message` over the same, ready",
        goal=2,
        measure=partial(_send_beside_loop, MAILED_OF_MANY, "messages"),
        long=True,
    ),
    Row(
        name="due",
        what="`mail due` of 40 events, 5,000 registrations, nobody told",
        beside="`event list` of those",
        goal=2,
        measure=_due_beside_list,
    ),
    Row(
        name="add-crowd",
        what="`registration add`, 10,000 at the event",
        beside="the same, 250 at the event",
        goal=3,
        measure=_crowd_beside_small,
        long=True,
    ),
    Row(
        name="undo",
        what="`undo` of a registration, 100,000 stored",
        beside="`registration add` there",
        goal=1.6,
        measure=_undo_beside_add,
    ),
    Row(
        name="kept",
        what="`registration add`, 1,000 changes kept",
        beside="the same, 10 kept",
        goal=1.1,
        measure=_many_kept_beside_few,
    ),
    Row(
        name="parallel",
        what="8 processes × 50 `registration add`",
        beside="as many empty Typer apps",
        goal=2,
        measure=_parallel,
        long=True,
    ),
    Row(
        name="memory",
        what="peak memory, 100,000 stored",
        beside="–",
        goal=120,
        measure=_memory,
        unit="MB",
        value=lambda pairs: max(run.peak_bytes for run in pairs.a) / 1e6,
    ),
)


def free_space_needed(rows: tuple[Row, ...]) -> int:
    """Return how many bytes of disk the rows need: environments, a data file, its earlier states and a copy."""
    return 4_000_000_000 if any(row.huge for row in rows) else 1_000_000_000
