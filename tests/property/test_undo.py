"""Whatever an organiser did, taking it back leaves everything as it was; and the log knows of all of it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from netwerk_cli.domain import seats
from netwerk_cli.domain.events import Event
from netwerk_cli.errors import NetwerkError
from netwerk_cli.services import (
    events,
    groups,
    materials,
    memberships,
    registering,
    registrations,
    sessions,
    undoing,
)
from netwerk_cli.services.caller import Caller
from netwerk_cli.store import FileStore, View
from netwerk_cli.store.checking import faults

NOW = datetime(2024, 1, 10, 9, tzinfo=UTC)


class Office:
    """A data file and who works on it; every deed is a minute after the last."""

    def __init__(self, path: Path) -> None:
        self.store = FileStore(path)
        self.store.create("test-store")
        self.minutes = 0
        events.add(self.caller(), "k", {"capacity": "2", "starts": "2024-02-01 10:00"})
        groups.add(self.caller(), "g", {"access": "open"})

    def caller(self) -> Caller:
        self.minutes += 1
        now = NOW + timedelta(minutes=self.minutes)
        return Caller(store=self.store, now=now, by="ans", zone="Europe/Brussels")

    def do(self, what: str, number: int) -> None:
        """Do something about the person, session, cap or event of a number."""
        DEEDS[what](self.caller(), number)


def a_person(number: int) -> dict[str, Any]:
    return {"name": f"Naam {number}", "email": f"n{number}@example.org"}


def at(caller: Caller) -> str:
    """Return what is different each time."""
    return caller.now.strftime("%H:%M")


DEEDS: dict[str, Callable[[Caller, int], object]] = {
    "register": lambda c, n: registering.add(c, "k", a_person(n)),
    "cancel": lambda c, n: registrations.cancel(c, "k", f"r{n}", reason="ziek"),
    "reinstate": lambda c, n: registrations.reinstate(c, "k", f"r{n}"),
    "note": lambda c, n: registrations.edit(c, "k", f"r{n}", {"note": at(c)}),
    "substitute": lambda c, n: registrations.substitute(
        c, "k", f"r{n}", {"name": "Iemand", "email": f"i{at(c).replace(':', '')}@example.org"}
    ),
    "cap": lambda c, n: events.edit(c, "k", {"capacity": str(n - 1)}, force=True, reason="zaal"),
    "session": lambda c, n: sessions.add(c, "k", f"s{n}", {"starts": f"2024-02-0{n} 14:00", "capacity": "1"}),
    "move": lambda c, n: sessions.edit(
        c, "k", f"s{n}", {"starts": f"2024-03-0{n} {at(c)}"}, force=False, reason=None
    ),
    "session cap": lambda c, n: sessions.edit(c, "k", f"s{n}", {"capacity": "2"}, force=False, reason=None),
    "choose": lambda c, n: registrations.choose(c, "k", f"r{n}", (f"s{1 + n % 2}",)),
    "on": lambda c, n: sessions.reopen(c, "k", f"s{n}"),
    "off": lambda c, n: sessions.cancel(c, "k", f"s{n}", reason=None),
    "ask": lambda c, n: events.edit(c, "k", {"question": [f"q{n}=Vraag {n} {at(c)}; special"]}),
    "ask no more": lambda c, n: events.edit(c, "k", {"remove_question": [f"q{n}"]}, losing=True),
    "answer": lambda c, n: registrations.edit(c, "k", f"r{n}", {}, answers=[f"q{n}={at(c)}"]),
    "no seat": lambda c, n: registrations.edit(c, "k", f"r{n}", {"no_seat": True}),
    "a seat": lambda c, n: registrations.edit(c, "k", f"r{n}", {"no_seat": False}),
    "close": lambda c, _: events.close(c, "k", reason=None),
    "material": lambda c, _: materials.add(c, "k", {"title": "Verslag"}),
    "member": lambda c, n: memberships.request(c, "g", a_person(n)),
    "another": lambda c, n: events.add(c, f"e{n}", {"title": f"Event {n}"}),
    "remove": lambda c, n: events.remove(c, f"e{n}"),
    "group": lambda c, _: groups.edit(c, "g", {"description": at(c)}),
}
WEEK = st.lists(st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(1, 4)), min_size=1, max_size=14)


def state(view: View) -> dict[str, object]:
    """Return all that the file holds, but for histories and what may only grow."""
    found: dict[str, object] = {}
    for event in view.events():
        found[event.slug] = (
            _terms(event),
            {number: replace(r, history=()) for number, r in view.registrations(event.slug).items()},
        )
    for group in view.groups():
        people = view.memberships(group.slug)
        found[group.slug] = replace(group, history=()), {n: replace(m, history=()) for n, m in people.items()}
    return found


def _terms(event: Event) -> Event:
    return replace(event, history=(), sessions=tuple(replace(s, sequence=0) for s in event.sessions))


@settings(max_examples=80)
@given(deeds=WEEK)
@example(deeds=[("register", 1), ("cap", 1)])
@example(deeds=[("register", 1), ("cap", 1), ("cancel", 1), ("ask", 1)])
def test_taking_back_leaves_everything_as_it_was(deeds: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        office = Office(Path(folder) / "netwerk.json")
        states = [state(office.store.read())]
        for what, number in deeds:
            before = office.store.change_number
            try:
                office.do(what, number)
            except NetwerkError:
                continue
            if office.store.change_number != before:
                states.append(state(office.store.read()))
        while len(states) > 1:
            now, before_it = states.pop(), states[-1]
            undone = undoing.undo(office.caller())
            assert state(office.store.read()) == before_it, undone.change.what
            last = office.store.read().last_change()
            undoing.undo(office.caller(), f"c{last}")
            assert state(office.store.read()) == now, "taking the undo back"
            undoing.undo(office.caller(), f"c{last + 1}")
            assert state(office.store.read()) == before_it
        assert not list(faults(office.store.read()))


@settings(max_examples=40)
@given(deeds=WEEK, picked=st.integers(0, 30))
def test_one_change_of_many_is_taken_back_whole_or_not_at_all(
    deeds: list[tuple[str, int]], picked: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        office = Office(Path(folder) / "netwerk.json")
        for what, number in deeds:
            try:
                office.do(what, number)
            except NetwerkError:
                continue
        last = office.store.read().last_change()
        data = office.store.path.read_bytes()
        try:
            undoing.undo(office.caller(), f"c{picked % last + 1}")
        except NetwerkError:
            assert office.store.path.read_bytes() == data
        view = office.store.read()
        assert not list(faults(view))
        if "k" in view.slugs():
            event, people = view.event("k"), view.registrations("k")
            held = sum(r.seated for r in people.values())
            by_force = any(e.why == "zaal" for e in event.history)
            assert by_force or held <= (event.capacity or 0)
            for session in event.sessions:
                assert seats.seats_held(people, session.id) <= (session.capacity or 99)
