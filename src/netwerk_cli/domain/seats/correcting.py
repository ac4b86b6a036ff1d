"""Who a registration is of: correcting somebody's particulars, and handing a seat to somebody else.

Both go through the gate: the limits hold for the person who has the seat afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from netwerk_cli.domain import attendance, lifecycle
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.people import same_address
from netwerk_cli.domain.registrations import Registration, Registrations, Status, amended
from netwerk_cli.domain.seats.book import Book
from netwerk_cli.domain.seats.gate import Outcome, Request, admission, no_seat, sessions_given, unanswered
from netwerk_cli.domain.seats.ledger import OTHERS
from netwerk_cli.domain.seats.moving import settled
from netwerk_cli.domain.seats.registering import objections, organisation_limit, overrule
from netwerk_cli.errors import ReasonNeeded, Refused
from netwerk_cli.errors.seats import NotActive, NotAMember, SubstituteNotAMember
from netwerk_cli.records import replace


def edit(
    event: Event,
    registrations: Registrations,
    subject: Registration,
    act: Act,
    *,
    member: bool = True,
    force: bool = False,
    **fields: object,
) -> Outcome:
    """Return the registration with other particulars; nothing changed when nothing differs.

    `member` says whether who has the new address is in the group that the event is for.

    Raises:
        AlreadyRegistered: the new name and address are those of somebody else on the list.
        NotAMember, OrganisationLimit, SeatsSetAside: the person who is meant now cannot have the seat; can be forced.
        AnswerMissing: an answer that has to be there is taken away; can be forced.
        NotActive: whoever is off the list cannot be given a seat, or do without one. Who took none gets one as by
            `registering.enter`, now or not at all.
    """
    book = Book(event, registrations, act.at)
    return correct(book, subject, act, member=member, force=force, **fields)


def correct(
    book: Book, subject: Registration, act: Act, *, member: bool = True, force: bool = False, **fields: object
) -> Outcome:
    """Correct somebody in the book; see `edit`."""
    event = book.event
    # Another address is another person; of the same one, membership was looked at when they registered.
    moved = same_address(str(fields.get("email", subject.email))) != same_address(subject.email)
    outside = event.members_of is not None and subject.counted and moved and not member
    refusal = NotAMember(event=event.slug, group=event.members_of) if outside else None
    return _changed(book, subject, act, "edited", fields, refusal, member=member, force=force)


def substitute(
    event: Event,
    registrations: Registrations,
    subject: Registration,
    act: Act,
    *,
    member: bool = True,
    force: bool = False,
    **fields: object,
) -> Outcome:
    """Return the registration handed to somebody else, with its seat or its place in the queue.

    Raises:
        EventCancelled: the event is off.
        NotActive: there is no seat or place to hand over.
        SubstituteNotAMember: the event is for members of a group.
        AlreadyRegistered, OrganisationLimit, SeatsSetAside: as for `edit`.
        AnswerMissing: the substitute did not answer what has to be answered.
    """
    lifecycle.refuse_cancelled(event)
    if not subject.active:
        raise NotActive(event=event.slug, registration=subject.code, status=subject.status)
    outside = event.members_of is not None and not member and not subject.no_seat
    refusal = SubstituteNotAMember(event=event.slug, group=event.members_of) if outside else None
    book = Book(event, registrations, act.at)
    fields["attendance"] = attendance.handed_over(event, subject.attendance, act.at)
    return _changed(book, subject, act, "substituted", fields, refusal, member=member, force=force)


def _changed(
    book: Book,
    subject: Registration,
    act: Act,
    what: str,
    fields: Mapping[str, object],
    refusal: Refused | None,
    *,
    member: bool,
    force: bool,
) -> Outcome:
    if force and not act.why:
        raise ReasonNeeded
    event = book.event
    if fields.get("no_seat", subject.no_seat) != subject.no_seat:
        fields = {**fields, **_reseated(book, subject, act, fields, force=force)}
    after = amended(subject, act, what, **fields)
    if after is subject:
        return Outcome(event=event, subject=subject)
    same = book.same_as(after.name, after.email, but=subject.number)
    if subject.active and same is not None and same.active:
        raise book.occupied(same, after.name)
    refusals = chain([refusal] if refusal else [], _against(book, subject, after, act, what, member=member))
    if overrule(refusals, force=force):
        after = amended(subject, act, what, **fields, override=act.why)
    return settled(book, act, after)


def _against(
    book: Book, subject: Registration, after: Registration, act: Act, what: str, *, member: bool
) -> Iterator[Refused]:
    """Yield why somebody cannot have their seat, or one, as who they are afterwards."""
    if subject.no_seat and not after.no_seat:
        asked = replace(after, sessions=subject.sessions)  # what has begun is left out of what they get
        yield from _newly_seated(book, asked, after, act, member=member)
    elif after.counted:
        yield from _still_seated(book, subject, after)
    if after.counted:
        yield from _left_open(book.event, subject, after, what)


def _left_open(event: Event, subject: Registration, after: Registration, what: str) -> Iterator[Refused]:
    """Yield that an answer that has to be there was taken away, or that a substitute did not give it."""
    for refusal in unanswered(event, after.answers):
        if what == "substituted" or refusal.facts["question"] in subject.answers:
            yield refusal


def _still_seated(book: Book, subject: Registration, after: Registration) -> Iterator[Refused]:
    """Yield why somebody cannot keep a seat under other particulars."""
    if same_address(after.organisation or "") != same_address(subject.organisation or ""):
        yield from organisation_limit(book, after)
    if after.seated and after.audience != subject.audience:
        # The seat itself stays theirs, even over a cap. What another audience changes is whether it is one of those
        # set aside, which is asked as if it were given anew.
        book.ledger.unseat(subject)
        lacks = OTHERS in book.ledger.lacks(after)
        book.ledger.seat(subject)
        if lacks:
            yield no_seat(book.event, book.ledger, OTHERS)


# ------------------------------------------------------- taking a seat or none
def _reseated(
    book: Book, subject: Registration, act: Act, fields: Mapping[str, object], *, force: bool
) -> Mapping[str, object]:
    """Return the fields that go with giving a seat up for a place on the list, or with taking one.

    Raises:
        NotActive: somebody who is off the list has nothing to give up, and registers anew.
    """
    if not subject.active:
        raise NotActive(event=book.event.slug, registration=subject.code, status=subject.status)
    if fields["no_seat"]:
        return {"status": Status.CONFIRMED, "waits_for": ()}
    return sessions_given(book, subject, None if force else act.at)


def _newly_seated(
    book: Book, asked: Registration, after: Registration, act: Act, *, member: bool
) -> Iterator[Refused]:
    """Yield why somebody who took no seat cannot have one now: all that stands in the way of who asks for it now."""
    about = ("name", "email", "organisation", "audience", "sessions", "without")
    request = Request(
        received_at=act.at, member=member, must_answer=False, **{name: getattr(asked, name) for name in about}
    )
    yield from objections(book, request)
    yield from admission(book, after)
