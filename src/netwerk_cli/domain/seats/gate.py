"""The gate: why somebody cannot have a seat now, and which seats come with one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime

from netwerk_cli.domain.events import Event, WhenFull
from netwerk_cli.domain.questions import Answers, missing
from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.domain.seats.book import Book
from netwerk_cli.domain.seats.ledger import OTHERS, Ledger, Pool
from netwerk_cli.errors import Refused
from netwerk_cli.errors.seats import (
    AnswerMissing,
    EventClosed,
    EventFull,
    EventFullForGood,
    EventIsDraft,
    EventNotOpen,
    NotAMember,
    NotNextInQueue,
    OrganisationLimit,
    SeatsClaimed,
    SeatsSetAside,
    SessionFull,
    SessionStarted,
)
from netwerk_cli.records import field, record

OVERRULABLE = (
    EventNotOpen, EventIsDraft, EventClosed, NotAMember, OrganisationLimit, EventFull, SeatsSetAside, SeatsClaimed,
    SessionFull, SessionStarted, AnswerMissing, NotNextInQueue,
)  # fmt: skip
"""What `--force` with a reason can set aside; a cancelled event and a double registration it cannot."""


@record
class Request:
    """What somebody asks for. `received_at` is when the request reached the organiser.

    `more` are particulars of the person that no rule looks at, by their field. One that is not `dated` was read from
    a list that does not say when: `received_at` is then when it was read. Who is to take `no_seat` is put on the list
    by the organiser. Who need not (`must_answer`) was asked elsewhere, as by a form.
    """

    name: str
    email: str
    received_at: datetime
    organisation: str | None = None
    audience: str | None = None
    sessions: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    waits_for: tuple[str, ...] = ()
    more: Mapping[str, object] = field(default_factory=dict)
    member: bool = True
    dated: bool = True
    no_seat: bool = False
    answers: Answers = field(default_factory=dict)
    must_answer: bool = True

    def is_for(self, session: str) -> bool:
        """Whether it asks for this session, by name or as part of the whole event."""
        return (not self.sessions or session in self.sessions) and session not in self.without


@record
class Outcome:
    """What a change comes to: the event and registrations to keep, the subject first, and who moved up."""

    event: Event
    subject: Registration | None = None
    changed: tuple[Registration, ...] = ()
    promoted: tuple[Registration, ...] = ()
    dropped: tuple[str, ...] = ()
    """The sessions that were asked for and are full, where nobody may wait for them."""


def admission(book: Book, who: Registration | Request, *, door: bool = False) -> Iterator[Refused]:
    """Yield why `who` cannot have a seat now: pools without a free seat, then pools others queue for."""
    for pool in book.ledger.lacks(who):
        yield no_seat(book.event, book.ledger, pool, door=door)
    ahead = book.claimed(book.ledger.needs(who))
    if ahead:
        yield SeatsClaimed(event=book.event.slug, waiting=ahead)


def no_seat(event: Event, ledger: Ledger, pool: Pool, *, door: bool = False) -> Refused:
    """Return the refusal that says that a pool has no free seat; at the `door` nobody can be let wait any more."""
    held, cap = ledger.held[pool], int(ledger.caps[pool])
    if pool is None:
        if door or event.when_full is WhenFull.WAITING_LIST:
            return EventFull(event=event.slug, seats_held=held, capacity=cap)
        return EventFullForGood(event=event.slug, seats_held=held, capacity=cap)
    if pool == OTHERS:
        kept = [aside for aside in event.set_asides if ledger.now < aside.until]
        audiences, until = ", ".join(aside.audience for aside in kept), min(aside.until for aside in kept)
        return SeatsSetAside(event=event.slug, audiences=audiences, until=until)
    return SessionFull(event=event.slug, session=pool, seats_held=held, capacity=cap)


def unanswered(event: Event, answers: Answers) -> Iterator[Refused]:
    """Yield that a question has to be answered and was not."""
    for question in missing(event.questions, answers):
        yield AnswerMissing(event=event.slug, question=question.id, text=question.text)


def seat_status(event: Event) -> Status:
    """Return the state of somebody who gets a seat under the terms of the event."""
    return Status.PENDING if event.approval else Status.CONFIRMED


def sessions_given(
    book: Book, who: Registration | Request, at: datetime | None
) -> dict[str, tuple[str, ...]]:
    """Return the fields that say for which sessions somebody is who asked `at` (None: whenever) and gets a seat now.

    Sessions in which no seat was given any more are left out. One that is off keeps its seats and its queue: who comes
    for the whole event waits for it where it would be full.
    """
    event = book.event
    over = [s.id for s in event.sessions if at and (end := book.ends[s.id]) and end <= at]
    back = full_when_back(book, [s.id for s in event.sessions if who.is_for(s.id) and s.id not in over])
    if who.sessions:
        return {"sessions": tuple(id for id in who.sessions if id not in over), "waits_for": back}
    return {"without": (*who.without, *(id for id in over if who.is_for(id))), "waits_for": back}


def full_when_back(book: Book, sessions: Collection[str], *, newcomer: bool = True) -> tuple[str, ...]:
    """Return which of some sessions are off and would have no seat for somebody when put back on.

    For a newcomer a seat that others wait for is none.
    """
    off = [
        s.id
        for s in book.event.sessions
        if s.id in sessions and s.id in book.ledger.off & book.ledger.caps.keys()
    ]
    if not off:
        return ()
    wanted = {id for r in book.line.values() for id in off if r.awaits(id)}
    return tuple(id for id in off if book.ledger.free(id) <= 0 or (newcomer and id in wanted))
