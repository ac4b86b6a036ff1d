"""Who a registration is of: correcting somebody's particulars, and handing a seat to somebody else.

Both go through the gate: the limits hold for the person who has the seat afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping

from netwerk_cli.domain import lifecycle
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.people import same_address
from netwerk_cli.domain.registrations import Registration, Registrations, amended
from netwerk_cli.domain.seats.book import Book
from netwerk_cli.domain.seats.gate import Outcome, no_seat
from netwerk_cli.domain.seats.ledger import OTHERS
from netwerk_cli.domain.seats.moving import settled
from netwerk_cli.domain.seats.registering import organisation_limit, overrule
from netwerk_cli.errors import (
    AlreadyRegistered,
    NotActive,
    NotAMember,
    ReasonNeeded,
    Refused,
    SubstituteNotAMember,
)


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
    outside = event.members_of is not None and subject.active and moved and not member
    refusal = NotAMember(event=event.slug, group=event.members_of) if outside else None
    return _changed(book, subject, act, "edited", fields, refusal, force=force)


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
    """
    lifecycle.refuse_cancelled(event)
    if not subject.active:
        raise NotActive(event=event.slug, registration=subject.code, status=subject.status)
    outside = event.members_of is not None and not member
    refusal = SubstituteNotAMember(event=event.slug, group=event.members_of) if outside else None
    book = Book(event, registrations, act.at)
    return _changed(book, subject, act, "substituted", fields, refusal, force=force)


def _changed(
    book: Book,
    subject: Registration,
    act: Act,
    what: str,
    fields: Mapping[str, object],
    refusal: Refused | None,
    *,
    force: bool,
) -> Outcome:
    if force and not act.why:
        raise ReasonNeeded
    after = amended(subject, act, what, **fields)
    if after is subject:
        return Outcome(event=book.event, subject=subject)
    event = book.event
    same = book.same_as(after.name, after.email, but=subject.number)
    if subject.active and same is not None and same.active:
        raise AlreadyRegistered(event=event.slug, registration=same.code, status=same.status)
    refusals = [refusal] if refusal else []
    if after.active and same_address(after.organisation or "") != same_address(subject.organisation or ""):
        refusals += organisation_limit(book, after)
    if after.seated and after.audience != subject.audience:
        # The seat itself stays theirs, even over a cap. What another audience changes is whether it is one of those
        # set aside, which is asked as if it were given anew.
        book.ledger.unseat(subject)
        refusals += [no_seat(event, book.ledger, OTHERS)] if OTHERS in book.ledger.lacks(after) else []
        book.ledger.seat(subject)
    if overrule(iter(refusals), force=force):
        after = amended(subject, act, what, **fields, override=act.why)
    return settled(book, act, after)
