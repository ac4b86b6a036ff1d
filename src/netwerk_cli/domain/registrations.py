"""The registration of one attendee for one event, its states and its history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from itertools import takewhile

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import Act, Entry
from netwerk_cli.domain.lifecycle import refuse_cancelled
from netwerk_cli.domain.people import same_address, same_person
from netwerk_cli.errors import AlreadyRegistered, Ambiguous, NotActive, PersonNotFound, SubstituteNotAMember


class Status(StrEnum):
    """The state of a registration."""

    CONFIRMED = "confirmed"
    PENDING = "pending"
    WAITING = "waiting"
    DECLINED = "declined"
    CANCELLED = "cancelled"


NEXT: dict[Status, frozenset[Status]] = {
    Status.CONFIRMED: frozenset({Status.CANCELLED}),
    Status.PENDING: frozenset({Status.CONFIRMED, Status.DECLINED, Status.CANCELLED}),
    Status.WAITING: frozenset({Status.CONFIRMED, Status.PENDING, Status.DECLINED, Status.CANCELLED}),
    Status.DECLINED: frozenset({Status.CONFIRMED, Status.PENDING, Status.WAITING}),
    Status.CANCELLED: frozenset({Status.CONFIRMED, Status.PENDING, Status.WAITING}),
}
"""Which state may follow which; the documented diagram and the tests are made from this table."""

SEATED = frozenset({Status.CONFIRMED, Status.PENDING})
ACTIVE = SEATED | {Status.WAITING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """Attendee × event. `turn` orders requests received at the same instant; it is new for every request.

    `sessions` are the chosen ones, none for the whole event; `waits_for` those of them without a seat yet,
    and `waits_since` when it asked for them, where that was later than the request itself.
    `override` is the reason for which a rule was set aside, visible wherever the registration is listed.
    """

    number: int
    turn: int
    name: str
    email: str
    status: Status
    received_at: datetime
    organisation: str | None = None
    role: str | None = None
    audience: str | None = None
    sessions: tuple[str, ...] = ()
    waits_for: tuple[str, ...] = ()
    waits_since: datetime | None = None
    note: str | None = None
    override: str | None = None
    history: tuple[Entry, ...] = ()

    @property
    def code(self) -> str:
        """The short code people type, such as `r17`; never reused within its event."""
        return f"r{self.number}"

    @property
    def seated(self) -> bool:
        """Whether it holds a seat."""
        return self.status in SEATED

    @property
    def active(self) -> bool:
        """Whether it holds a seat or waits for one."""
        return self.status in ACTIVE


Registrations = Mapping[int, Registration]
"""The registrations of one event by number."""


def queue(registrations: Registrations, *, also_partly: bool = False) -> tuple[Registration, ...]:
    """Return who waits, in order: when the request was received, then its turn.

    With `also_partly`, who has a seat and waits for one more session stands in the same queue.
    """
    waiting = (
        r
        for r in registrations.values()
        if r.status is Status.WAITING or (also_partly and r.seated and r.waits_for)
    )
    return tuple(sorted(waiting, key=place_of))


def place_of(registration: Registration) -> tuple[datetime, int]:
    """Return what the queue is ordered by: when somebody asked, then the turn of the request."""
    return registration.waits_since or registration.received_at, registration.turn


def find(registrations: Registrations, person: str, *, event: str) -> Registration:
    """Return the registration that `person` (a code such as r17, or an e-mail address) names.

    Active registrations go before cancelled and declined ones, later ones before earlier.

    Raises:
        PersonNotFound: nobody answers to it.
        Ambiguous: several active registrations share the address.
    """
    wanted = person.strip()
    if wanted[:1] in "rR" and wanted[1:].isascii() and wanted[1:].isdigit() and len(wanted) < 12:
        found = registrations.get(int(wanted[1:]))
        if found is not None and found.code == wanted.lower():
            return found
    matches = [r for r in registrations.values() if same_address(r.email) == same_address(wanted)]
    active = [r for r in matches if r.active]
    if len(active) > 1:
        raise Ambiguous(event=event, matches=", ".join(r.code for r in active))
    if not matches:
        raise PersonNotFound(event=event)
    return (active or sorted(matches, key=lambda r: r.turn))[-1]


def position_of(registrations: Registrations, subject: Registration) -> int | None:
    """Return the place on the waiting list, counted from 1; None for who does not wait."""
    return next((i for i, r in enumerate(queue(registrations), 1) if r.number == subject.number), None)


def same_as(
    registrations: Registrations, name: str, email: str, *, shared_addresses: bool
) -> Registration | None:
    """Return the registration of the same person: an active one, else the latest."""
    key = same_person(name, email, shared_addresses=shared_addresses)
    mine = [
        r
        for r in registrations.values()
        if same_person(r.name, r.email, shared_addresses=shared_addresses) == key
    ]
    return max(mine, key=lambda r: (r.active, r.turn), default=None)


def amended(registration: Registration, act: Act, what: str, **fields: object) -> Registration:
    """Return the registration with `fields` changed and one line of history; the same one when nothing differs."""
    differing = {n: (getattr(registration, n), v) for n, v in fields.items() if getattr(registration, n) != v}
    if not differing:
        return registration
    if "status" in differing and fields["status"] not in NEXT[registration.status]:
        raise AssertionError(f"{registration.status} cannot become {fields['status']}")
    history = (*registration.history, act.entry(what, differing))
    return replace(registration, history=history, **fields)  # type: ignore[arg-type]


def edit(
    event: Event, registrations: Registrations, subject: Registration, act: Act, **fields: object
) -> Registration:
    """Return the registration with other particulars; the same one when nothing differs.

    Raises:
        AlreadyRegistered: the new name and address are those of somebody else on the list.
    """
    return _particulars(event, registrations, subject, act, "edited", fields)


def substitute(
    event: Event,
    registrations: Registrations,
    subject: Registration,
    act: Act,
    *,
    member: bool = True,
    **fields: object,
) -> Registration:
    """Return the registration handed to somebody else, with its seat or its place in the queue.

    `member` says whether the substitute is in the group that the event is for.

    Raises:
        EventCancelled: the event is off.
        NotActive: there is no seat or place to hand over.
        SubstituteNotAMember: the event is for members of a group.
        AlreadyRegistered: the substitute is on the list already.
    """
    refuse_cancelled(event)
    if not subject.active:
        raise NotActive(event=event.slug, registration=subject.code, status=subject.status)
    if event.members_of is not None and not member:
        raise SubstituteNotAMember(event=event.slug, group=event.members_of)
    return _particulars(event, registrations, subject, act, "substituted", fields)


def _particulars(
    event: Event,
    registrations: Registrations,
    subject: Registration,
    act: Act,
    what: str,
    fields: Mapping[str, object],
) -> Registration:
    name, email = str(fields.get("name", subject.name)), str(fields.get("email", subject.email))
    others = {number: r for number, r in registrations.items() if number != subject.number}
    same = same_as(others, name, email, shared_addresses=event.shared_addresses)
    if subject.active and same is not None and same.active:
        raise AlreadyRegistered(event=event.slug, registration=same.code, status=same.status)
    return amended(subject, act, what, **fields)


def as_of(registrations: Iterable[Registration], moment: datetime) -> list[Registration]:
    """Return the registrations as they were at `moment`: its state, name and the rest, by undoing later history."""
    return [past for r in registrations if (past := _undone(r, moment)) is not None]


def _undone(registration: Registration, moment: datetime) -> Registration | None:
    kept = tuple(takewhile(lambda entry: entry.at <= moment, registration.history))
    if not kept:
        return None
    before = {
        name: old for e in reversed(registration.history[len(kept) :]) for name, (old, _) in e.changes.items()
    }
    if "status" in before:
        before["status"] = Status(str(before["status"]))
    for name in ("received_at", "waits_since"):
        if before.get(name) is not None:
            before[name] = datetime.fromisoformat(str(before[name]))
    for name in ("sessions", "waits_for"):
        if isinstance(names := before.get(name), list):
            before[name] = tuple(names)
    return replace(registration, history=kept, **before)  # type: ignore[arg-type]
