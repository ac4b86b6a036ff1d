"""What the rules would never have let happen, looked for in what was kept.

It comes from a file that was edited by hand, or from a fault of ours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from netwerk_cli.domain import seats
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.people import same_person
from netwerk_cli.domain.registrations import Registration, Registrations
from netwerk_cli.errors import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is not as it should be. `problem` and `hint` are sentences without personal data.

    A `note` is worth knowing and harms nothing.
    """

    code: str
    where: str
    problem: str
    hint: str
    note: bool = False


def audit(event: Event, registrations: Registrations, now: datetime) -> list[Finding]:
    """Return where an event and its registrations contradict the rules or themselves at `now`."""
    return [
        *_closing(event),
        *_over_capacity(event, registrations),
        *_waiting_beside_a_seat(event, registrations, now),
        *_same_people(event, registrations),
        *_same_turns(event, registrations),
        *(finding for r in registrations.values() for finding in _contradictions(event, r)),
    ]


def _closing(event: Event) -> Iterator[Finding]:
    if (event.closed_at is None) is not (event.closed_by is None):
        yield Finding(
            code="closing_incomplete",
            where=event.slug,
            problem=Wording(
                "The closing of registration is recorded without its moment or without its cause."
            ),
            hint=Wording("Record it anew: netwerk event reopen {event} --closes WHEN.", event=event.slug),
        )


def _over_capacity(event: Event, registrations: Registrations) -> Iterator[Finding]:
    """Report seats beyond a cap that nobody overruled: --force seats one more, a forced cap any number."""
    caps: dict[seats.Pool, int | None] = {
        None: event.capacity,
        **{session.id: session.capacity for session in event.sessions},
    }
    for pool, cap in caps.items():
        holders = [r for r in registrations.values() if r.seated and (pool is None or seats.attends(r, pool))]
        overruled = sum(1 for r in holders if r.override is not None)
        if cap is not None and len(holders) - overruled > cap and not _lowered_by_force(event, pool):
            yield Finding(
                code="over_capacity",
                where=event.slug if pool is None else f"{event.slug} {pool}",
                problem=Wording(
                    "{held:seat is|seats are} held of {cap}, and no override says why.",
                    held=len(holders),
                    cap=cap,
                ),
                hint=Wording(
                    "See who holds one: netwerk registration list {event} --status confirmed.",
                    event=event.slug,
                ),
            )


def _lowered_by_force(event: Event, pool: seats.Pool) -> bool:
    name = "capacity" if pool is None else f"{pool}.capacity"
    return any(entry.why is not None and name in entry.changes for entry in event.history)


def _waiting_beside_a_seat(event: Event, registrations: Registrations, now: datetime) -> Iterator[Finding]:
    due = seats.settle(event, registrations, Act(at=now, by="doctor"))
    if due:
        yield Finding(
            code="waiting_beside_free_seat",
            where=f"{event.slug} {due[0].code}",
            problem=Wording("{count} of the waiting list could have a seat that is free.", count=len(due)),
            hint=Wording(
                "Promote them: netwerk waitlist promote {event} --count {count}.",
                event=event.slug,
                count=len(due),
            ),
        )


def _same_people(event: Event, registrations: Registrations) -> Iterator[Finding]:
    def person(r: Registration) -> str:
        return same_person(r.name, r.email, shared_addresses=event.shared_addresses)

    for codes in _shared((person(r), r) for r in registrations.values() if r.active):
        yield Finding(
            code="person_twice",
            where=f"{event.slug} {' '.join(codes)}",
            problem=Wording("The same person is on the list more than once."),
            hint=Wording(
                "Cancel all but one: netwerk registration cancel {event} {registration}.",
                event=event.slug,
                registration=codes[-1],
            ),
        )


def _same_turns(event: Event, registrations: Registrations) -> Iterator[Finding]:
    for codes in _shared((r.turn, r) for r in registrations.values()):
        yield Finding(
            code="turn_twice",
            where=f"{event.slug} {' '.join(codes)}",
            problem=Wording("These requests have the same turn, so their order in the queue is not certain."),
            hint=Wording("Was the file edited by hand? Put an earlier state back with 'netwerk restore'."),
        )


def _shared(keyed: Iterable[tuple[Hashable, Registration]]) -> Iterator[list[str]]:
    """Yield the codes of registrations that have a key in common."""
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for key, registration in keyed:
        groups[key].append(registration.code)
    yield from (codes for codes in groups.values() if len(codes) > 1)


def _contradictions(event: Event, r: Registration) -> Iterator[Finding]:
    where, look = (
        f"{event.slug} {r.code}",
        Wording(
            "See its history: netwerk registration show {event} {registration}.",
            event=event.slug,
            registration=r.code,
        ),
    )
    states = [entry.changes["status"][1] for entry in r.history if "status" in entry.changes]
    if states and states[-1] != r.status:
        yield Finding(
            code="status_without_history",
            where=where,
            problem=Wording("Its state is not the last one in its history."),
            hint=look,
        )
    recorded = [entry for entry in r.history if "received_at" in entry.changes] or list(r.history[:1])
    # a revival stands behind the last in the queue, whose clock may have been ahead
    if recorded and recorded[-1].what != "revived" and r.received_at > recorded[-1].at:
        yield Finding(
            code="received_after_recorded",
            where=where,
            problem=Wording("The request was received after it was recorded."),
            hint=look,
        )
    unknown = set(r.sessions) - {session.id for session in event.sessions}
    if unknown:
        yield Finding(
            code="session_unknown",
            where=where,
            problem=Wording(
                "A chosen session does not exist: {sessions}.", sessions=", ".join(sorted(unknown))
            ),
            hint=look,
        )
