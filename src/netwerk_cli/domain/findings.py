"""What the rules would never have let happen, looked for in what was kept.

It comes from a file that was edited by hand, or from a fault of ours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from datetime import datetime

from netwerk_cli.domain import seats, texts
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.people import same_person
from netwerk_cli.domain.questions import unfit
from netwerk_cli.domain.registrations import Registration, Registrations, Status
from netwerk_cli.domain.seats.ledger import OTHERS
from netwerk_cli.errors import BadValue
from netwerk_cli.records import record
from netwerk_cli.wording import Wording


@record
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
        *_over_capacity(event, registrations, now),
        *_waiting_beside_a_seat(event, registrations, now),
        *_double_booked(event, registrations, now),
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


def _over_capacity(event: Event, registrations: Registrations, now: datetime) -> Iterator[Finding]:
    """Report seats beyond a cap that nobody overruled: --force seats one more, a forced cap any number.

    Seats are counted where the gate counts them: a session that is off has none to give.
    """
    ledger = seats.Ledger(event, registrations, now)
    for pool, cap in ledger.caps.items():
        if pool == OTHERS:
            continue
        seated = [r for r in registrations.values() if r.seated and pool in ledger.needs(r)]
        # For which rule an override was made is not kept; it is taken to be for this one.
        overruled = sum(1 for r in seated if r.override is not None)
        if len(seated) - overruled > cap and not _lowered_by_force(event, pool):
            yield Finding(
                code="over_capacity",
                where=event.slug if pool is None else f"{event.slug} {pool}",
                problem=Wording(
                    "{held:seat is|seats are} held of {cap}, and no override says why.",
                    held=len(seated),
                    cap=int(cap),
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


def _double_booked(event: Event, registrations: Registrations, now: datetime) -> Iterator[Finding]:
    """Report who chose by name what has come to take place at the same time, while something can be done about it."""
    if event.cancelled_at is not None or (event.over_at is not None and event.over_at <= now):
        return
    for one, other in event.overlapping:
        count = sum(bool(r.sessions) and seats.in_both(r, one.id, other.id) for r in registrations.values())
        if count:
            yield Finding(
                code="in_two_sessions",
                where=f"{event.slug} {one.id} {other.id}",
                problem=Wording("{count:person sits|people sit} in both at the same time.", count=count),
                hint=Wording(
                    "See who: netwerk registration list {event} --session {session}.",
                    event=event.slug,
                    session=other.id,
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


def audit_person(where: str, name: str, email: str, look: Wording) -> Iterator[Finding]:
    """Yield what the rules would not have let in of a name and an address; `look` says where to see them."""
    if not sound_line(name):
        yield Finding(
            code="name_odd",
            where=where,
            problem=Wording("The name is empty or holds what no name can hold."),
            hint=look,
        )
    try:
        texts.email(email)
    except BadValue:
        yield Finding(
            code="address_odd", where=where, problem=Wording("The e-mail address is none."), hint=look
        )


def sound_line(text: str) -> bool:
    """Whether a line of text is one that the rules let in."""
    try:
        return texts.line(text, field="") == text
    except BadValue:
        return False


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
    yield from _odd_answers(event, r, where, look)
    if r.no_seat and r.active and (r.status is not Status.CONFIRMED or r.waits_for):
        problem = Wording("It takes no seat, and waits for one or for approval.")
        yield Finding(code="no_seat_waits", where=where, problem=problem, hint=look)
    yield from audit_person(where, r.name, r.email, look)
    yield from _unknown_sessions(event, r, where, look)
    if len({*r.sessions}) < len(r.sessions) or len({*r.waits_for}) < len(r.waits_for):
        problem = Wording("A session is chosen more than once.")
        yield Finding(code="session_twice", where=where, problem=problem, hint=look)


def _odd_answers(event: Event, r: Registration, where: str, look: Wording) -> Iterator[Finding]:
    known = {one.id for one in event.questions}
    if unasked := sorted(r.answers.keys() - known):
        problem = Wording(
            "It answers a question that the event does not ask: {questions}.", questions=", ".join(unasked)
        )
        yield Finding(code="question_unknown", where=where, problem=problem, hint=look)
    if odd := unfit(event.questions, r.answers):
        problem = Wording("An answer is none that could be given now: {questions}.", questions=", ".join(odd))
        hint = Wording(
            "See what is asked: netwerk event show {event}. Answer anew: netwerk registration edit {event} "
            "{registration} --answer {question}=….",
            event=event.slug,
            registration=r.code,
            question=odd[0],
        )
        yield Finding(code="answer_odd", where=where, problem=problem, hint=hint, note=True)


def _unknown_sessions(event: Event, r: Registration, where: str, look: Wording) -> Iterator[Finding]:
    known = {session.id for session in event.sessions}
    chosen, awaited = ({*names} - known for names in (r.sessions, r.waits_for))
    hint = _choose_anew(event, r) if r.active else look
    if chosen:
        problem = Wording("A chosen session does not exist: {sessions}.", sessions=", ".join(sorted(chosen)))
        yield Finding(code="session_unknown", where=where, problem=problem, hint=hint)
    if awaited - chosen:
        names = ", ".join(sorted(awaited - chosen))
        problem = Wording("It waits for a session that does not exist: {sessions}.", sessions=names)
        yield Finding(code="session_unknown", where=where, problem=problem, hint=hint)


def _choose_anew(event: Event, r: Registration) -> Wording:
    """Return the command that leaves somebody with the sessions that are there, or what to put in it."""
    if not event.sessions or not (r.sessions or r.without):
        kept = ""
    else:
        kept = "".join(f" --session {s.id}" for s in event.sessions if r.is_for(s.id)) or " --session SESSION"
    return Wording(
        "Choose anew: netwerk registration choose {event} {registration}{sessions}.",
        event=event.slug,
        registration=r.code,
        sessions=kept,
    )
