"""What became of the people of an event, in figures: worked out from what is kept of each of them, never stored.

Everybody is counted by what they add to each figure, so figures of people whose record is gone can be added to them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

from netwerk_cli.domain import attending
from netwerk_cli.domain.attendance import State, attends
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.figures import Figure
from netwerk_cli.domain.history import Entry
from netwerk_cli.domain.people import NOWHERE, same_person
from netwerk_cli.domain.registrations import ACTIVE, SEATED, Registration, Registrations, Status
from netwerk_cli.records import record

COUNTS = (
    "registered", "confirmed", "pending", "waiting", "waited", "moved_up", "declined", "cancelled", "present",
    "excused", "no_show",
)  # fmt: skip
"""The figures that count registrations, in the order in which they are told."""


@record
class Figures:
    """How many asked for a seat, and what became of it.

    `people` are different persons, all else registrations: who registered for two events is one person. `registered`
    is everybody who ever asked: `confirmed`, `pending`, `waiting`, `declined` and `cancelled` together. `waited` is who
    ever waited, `moved_up` who got a seat from the waiting list, `present` who was in any session. Who takes no seat is
    in none of them.
    """

    people: int = 0
    registered: int = 0
    confirmed: int = 0
    pending: int = 0
    waiting: int = 0
    waited: int = 0
    moved_up: int = 0
    declined: int = 0
    cancelled: int = 0
    present: int = 0
    excused: int = 0
    no_show: int = 0

    @property
    def seats_held(self) -> int:
        """How many hold a seat."""
        return self.confirmed + self.pending

    @property
    def no_show_rate(self) -> float | None:
        """Which share of those who were to come did not and had not said so; None where nothing is known of it."""
        expected = self.present + self.no_show
        return round(self.no_show / expected, 4) if expected else None


class Life(NamedTuple):
    """When somebody first asked, and each state they were in from when on, without what was undone since."""

    asked_at: datetime
    path: tuple[tuple[datetime, Status], ...]

    @property
    def waited(self) -> bool:
        """Whether they ever waited for a seat."""
        return any(status is Status.WAITING for _, status in self.path)

    @property
    def moved_up(self) -> bool:
        """Whether they ever got a seat from the waiting list."""
        return any(a is Status.WAITING and b in SEATED for (_, a), (_, b) in pairwise(self.path))

    def on_list(self, at: datetime) -> bool:
        """Whether they had, or asked for, a seat at a moment."""
        if at < self.asked_at:
            return False
        status = self.path[0][1]
        for since, now in self.path[1:]:
            if since > at:
                break
            status = now
        return status in ACTIVE

    def turns(self) -> Iterator[tuple[datetime, int]]:
        """Yield when they came on the list (1) or left it (-1), in order."""
        before = False
        for since, status in self.path:
            if (status in ACTIVE) is not before:
                before = not before
                yield max(since, self.asked_at), 1 if before else -1


def life(registration: Registration) -> Life:
    """Return the life of a registration, from its history."""
    path: list[tuple[datetime, Status]] = []
    asked_at: datetime | None = None
    if len(registration.history) < 2:  # nothing happened since, and reading that takes as long as all else
        return Life(registration.received_at, ((registration.received_at, registration.status),))
    for entry in registration.history:
        changes = entry.changes
        if asked_at is None and entry.what == "revived" and "received_at" in changes:
            asked_at = datetime.fromisoformat(str(changes["received_at"][0]))  # it was asked for before
        if "status" in changes:
            _go(path, entry, *changes["status"])
    asked_at = asked_at or registration.received_at
    return Life(asked_at, ((asked_at, path[0][1] if path else registration.status), *path[1:]))


def _go(path: list[tuple[datetime, Status]], entry: Entry, old: object, new: object) -> None:
    """Go one step further on a path; what was undone leads back to where it was."""
    if not path and old is not None:
        path.append((entry.at, Status(str(old))))
    if new is None:
        return
    status = Status(str(new))
    if entry.what == "undone":
        places = [at for at, (_, one) in enumerate(path) if one is status]
        if places:
            del path[places[-1] + 1 :]
            return
    path.append((entry.at, status))


class Attendee(NamedTuple):
    """Somebody who asked for a seat in an event, with their life and the sessions of which attendance is recorded.

    `key` makes them the same person in another event, `adds` are the figures of this one that they add one to.
    """

    event: Event
    registration: Registration
    life: Life
    recorded: frozenset[str]
    key: str
    adds: tuple[str, ...]

    def adds_to(self, session: str) -> Iterator[str]:
        """Yield each figure of a session that they add one to; nothing where they were never for it.

        Who gave the seat in it up, and no other, counts as cancelled in it.
        """
        one, told = self.registration, self.registration.attendance.get(session)
        if not one.is_for(session):
            if told is None:
                return
            yield from ("registered", str(Status.CANCELLED))
        else:
            yield from ("registered", str(Status.WAITING if one.awaits(session) else one.status))
        lacked = self._lacked(session)
        got_it = lacked and one.seated and attends(one, session)
        whole = one.is_for(session) and session not in one.waits_for
        yield from _of_waiting(lacked or self.life.waited, got_it or (self.life.moved_up and whole))
        if told is not None and told.state in (State.PRESENT, State.EXCUSED):
            yield str(told.state)
        elif attending.is_no_show(one, session, self.recorded):
            yield "no_show"

    def _lacked(self, session: str) -> bool:
        """Whether they ever had a seat in the event and waited for one in this session."""
        one = self.registration
        if session in one.waits_for or len(one.history) < 2:
            return session in one.waits_for
        pairs = (entry.changes.get("waits_for") for entry in one.history)
        sides = (side for pair in pairs if pair is not None for side in pair)
        return any(session in side for side in sides if isinstance(side, (list, tuple)))


def added_by(event: Event, one: Registration, life: Life, recorded: frozenset[str]) -> Iterator[str]:
    """Yield each figure of the event that somebody adds one to."""
    yield from ("registered", one.status.value)
    if len(life.path) > 1 or one.status is Status.WAITING:
        yield from _of_waiting(life.waited, life.moved_up)
    if one.attendance or recorded:
        states = {found.state for found in one.attendance.values()}
        if State.PRESENT in states:
            yield "present"
        elif attending.no_shows(event, one, recorded):
            yield "no_show"
        elif State.EXCUSED in states:
            yield "excused"


def _of_waiting(waited: bool, moved_up: bool) -> Iterator[str]:
    yield from (name for name, holds in (("waited", waited), ("moved_up", moved_up)) if holds)


def attendees(event: Event, people: Registrations) -> list[Attendee]:
    """Return who asked for a seat in an event, in the order of their registrations.

    Nobody is registered twice for an event: what would make several of them one person says nothing of who they are.
    Nor does the address of who was erased, which others have in other events.
    """
    recorded = attending.recorded_in(people)
    asked = [r for r in people.values() if not r.no_seat]
    keys = [same_person(r.name, r.email, shared_addresses=event.shared_addresses) for r in asked]
    times = Counter(keys)
    found = []
    for r, key in zip(asked, keys, strict=True):
        own = life(r)
        key = f"{event.slug}\n{r.code}" if times[key] > 1 or r.email.endswith(NOWHERE) else key
        found.append(Attendee(event, r, own, recorded, key, tuple(added_by(event, r, own, recorded))))
    return found


def figures(people: Collection[Attendee], session: str | None = None) -> Figures:
    """Return the figures of some people: of the event, or of one session."""
    added = [(one.key, one.adds if session is None else tuple(one.adds_to(session))) for one in people]
    counted = Counter[str]()
    for names, count in Counter(
        names for _, names in added
    ).items():  # few differ: this takes half of the time
        counted.update(dict.fromkeys(names, count))
    return Figures(people=len({key for key, names in added if names}), **counted)


def total(parts: Iterable[Figures], *, people: int) -> Figures:
    """Return figures added up, with how many different people they are of."""
    added: Mapping[str, int] = {name: 0 for name in COUNTS}
    for part in parts:
        added = {name: count + getattr(part, name) for name, count in added.items()}
    return Figures(people=people, **added)


def with_kept(found: Figures, kept: Sequence[Figure]) -> Figures:
    """Return figures with those that are kept of people whose particulars were erased: each of them is one person."""
    more = [_of_erased(one) for one in kept]
    return total([found, *more], people=found.people + sum(one.people for one in more)) if more else found


def _of_erased(kept: Figure) -> Figures:
    counts = {name: kept.counts.get(name, 0) for name in COUNTS}
    counts["registered"] = max(0, counts["registered"] - kept.counts.get("no_seat", 0))
    return Figures(people=counts["registered"], **counts)
