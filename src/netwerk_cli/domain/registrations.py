"""The registration of one attendee for one event, its states and its history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Literal

from netwerk_cli.domain.attendance import Attendance
from netwerk_cli.domain.history import Act, Entry
from netwerk_cli.domain.slugs import Slug
from netwerk_cli.domain.told import Message, Told
from netwerk_cli.records import field, record, replace


class Status(StrEnum):
    """The state of a registration."""

    CONFIRMED = "confirmed"
    PENDING = "pending"
    WAITING = "waiting"
    DECLINED = "declined"
    CANCELLED = "cancelled"


# A `match` and not a table: so that mypy names each that lacks a new state.
def _rules(status: Status) -> tuple[Literal["seated", "waits", "gone"], frozenset[Status]]:
    """Return how somebody stands, and which state may follow."""
    match status:
        case Status.CONFIRMED:
            return "seated", frozenset({Status.CANCELLED})
        case Status.PENDING:
            return "seated", frozenset({Status.CONFIRMED, Status.DECLINED, Status.CANCELLED})
        case Status.WAITING:
            return "waits", frozenset({Status.CONFIRMED, Status.PENDING, Status.DECLINED, Status.CANCELLED})
        case Status.DECLINED | Status.CANCELLED:
            return "gone", frozenset({Status.CONFIRMED, Status.PENDING, Status.WAITING})


NEXT = {status: _rules(status)[1] for status in Status}
"""Which state may follow which; the documented diagram and the tests are made from this table."""

SEATED = frozenset(status for status in Status if _rules(status)[0] == "seated")
ACTIVE = frozenset(status for status in Status if _rules(status)[0] != "gone")


class Tally(Counter[Status]):
    """How many registrations of an event are in each state: the one count of seats held, and of who waits.

    Who is on the list and takes `no_seat` is counted apart.
    """

    no_seat = 0

    @classmethod
    def of(cls, registrations: Registrations) -> Tally:
        """Count registrations."""
        return cls.counting((r.status, r.no_seat) for r in registrations.values())

    @classmethod
    def counting(cls, states: Iterable[tuple[Status, bool]] | Mapping[tuple[Status, bool], int]) -> Tally:
        """Count states, each with whether no seat is taken; or add up those that were counted."""
        tally = cls()
        for (status, no_seat), count in Counter(states).items():
            if no_seat and status in ACTIVE:
                tally.no_seat += count
            else:
                tally[status] += count
        return tally

    @property
    def held(self) -> int:
        """How many hold a seat."""
        return sum(self[state] for state in SEATED)

    @property
    def active(self) -> int:
        """How many are on the list: with a seat, without one, or waiting for one."""
        return sum(self[state] for state in ACTIVE) + self.no_seat


Place = tuple[datetime, int]
"""What a queue is ordered by: when somebody asked, then the turn of the request."""


class Mark(StrEnum):
    """What a list says of somebody beside their state."""

    LATE = "late"
    ASKED_AGAIN = "asked-again"


LATE = "cancelled late"
"""What history calls the cancellation of a seat after the start."""


@record
class Registration:
    """Attendee × event. `turn` orders requests received at the same instant; it is new for every request.

    Speakers, staff and press take `no_seat`: they are on the lists, in no cap, no limit and no queue.
    `sessions` are the chosen ones, none for the whole event; `without` are sessions of the whole event that it is
    not for; `waits_for` are those without a seat yet. `waits_since` says of a session when it was asked for, where
    that was later than the request itself. `override` is the reason for which a rule was set aside, visible wherever
    the registration is listed. `told` is what its person was last told, and whoever had it before; `messages` how.
    `answers` are those to the questions of the event, by id. `attendance` is what was recorded of each session.
    `erased` are fields (`answers.ID` for an answer) whose value is gone, and counted in the figures of the event.
    """

    number: int
    status: Status
    no_seat: bool = False
    name: str
    email: str
    received_at: datetime
    turn: int
    organisation: str | None = None
    role: str | None = None
    audience: str | None = None
    sessions: tuple[Slug, ...] = ()
    without: tuple[Slug, ...] = ()
    waits_for: tuple[Slug, ...] = ()
    waits_since: Mapping[Slug, datetime] = field(default_factory=dict)
    note: str | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    override: str | None = None
    attendance: Mapping[Slug, Attendance] = field(default_factory=dict)
    told: tuple[Told, ...] = ()
    messages: Sequence[Message] = ()
    erased: tuple[str, ...] = ()
    history: Sequence[Entry] = ()

    @property
    def code(self) -> str:
        """The short code people type, such as `r17`; never reused within its event."""
        return f"r{self.number}"

    @property
    def seated(self) -> bool:
        """Whether it holds a seat."""
        return self.status in SEATED and not self.no_seat

    @property
    def active(self) -> bool:
        """Whether it is on the list: with a seat, without one, or waiting for one."""
        return self.status in ACTIVE

    @property
    def counted(self) -> bool:
        """Whether it holds a seat or waits for one, which is what limits count."""
        return self.active and not self.no_seat

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What there is to know: that the seat was given up after the start, or that who was declined asked again."""
        turned = next((entry for entry in reversed(self.history) if "status" in entry.changes), None)
        if self.status is Status.CANCELLED and turned is not None and turned.what == LATE:
            return (Mark.LATE,)
        return (Mark.ASKED_AGAIN,) if self.active and self.declined is not None else ()

    @property
    def declined(self) -> Entry | None:
        """The last time that somebody was declined."""
        return next((entry for entry in reversed(self.history) if entry.what == "declined"), None)

    @property
    def waits(self) -> bool:
        """Whether it waits for a seat, or has one and waits for one more session."""
        return self.status is Status.WAITING or (self.seated and bool(self.waits_for))

    def is_for(self, session: str) -> bool:
        """Whether it is for this session, with a seat or waiting for one."""
        return (not self.sessions or session in self.sessions) and session not in self.without

    def awaits(self, session: str) -> bool:
        """Whether it waits for a seat in this session, together with one in the event or after it."""
        if self.status is Status.WAITING:
            return self.is_for(session)
        return self.seated and session in self.waits_for

    def place(self, session: str | None = None) -> Place:
        """Return its place in the queue of one session, or the earliest at which it stands in any."""
        if session is not None:
            return self.waits_since.get(session, self.received_at), self.turn
        own = self.sessions if self.status is Status.WAITING else self.waits_for
        return min(map(self.place, own), default=(self.received_at, self.turn))


Registrations = Mapping[int, Registration]
"""The registrations of one event by number."""


def queue(registrations: Registrations, *, also_partly: bool = False) -> tuple[Registration, ...]:
    """Return who waits, in order: when the request was received, then its turn.

    With `also_partly`, who has a seat and waits for one more session stands in the same queue.
    """
    waiting = (r for r in registrations.values() if r.status is Status.WAITING or (also_partly and r.waits))
    return tuple(sorted(waiting, key=lambda r: r.place()))


def overruled(registration: Registration) -> bool:
    """Whether the last thing that was done to a registration set a rule aside: an override is kept ever after."""
    last = registration.history[-1]
    return registration.active and registration.override is not None and last.why == registration.override


def left_at(registration: Registration) -> datetime:
    """Return when somebody who is cancelled or declined became so."""
    turned = (entry.at for entry in reversed(registration.history) if "status" in entry.changes)
    return next(turned, registration.received_at)


def amended(registration: Registration, act: Act, what: str, **fields: object) -> Registration:
    """Return the registration with `fields` changed and one line of history; the same one when nothing differs.

    A place of its own in the queue of a session goes with the waiting for it.
    """
    after = replace(registration, **fields)  # type: ignore[arg-type]
    waited = {s: at for s, at in after.waits_since.items() if after.awaits(s)}
    if waited != after.waits_since:
        fields["waits_since"], after = waited, replace(after, waits_since=waited)
    differing = {n: (getattr(registration, n), v) for n, v in fields.items() if getattr(registration, n) != v}
    if not differing:
        return registration
    if "status" in differing and fields["status"] not in NEXT[registration.status]:
        raise AssertionError(f"{registration.status} cannot become {fields['status']}")
    return replace(after, history=(*registration.history, act.entry(what, differing)))
