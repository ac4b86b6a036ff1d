"""Records as JSON objects: the shapes that scripts rely on. Keys may be added, never renamed or taken away."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from netwerk_cli import terms
from netwerk_cli.domain import events, groups, materials, questions
from netwerk_cli.domain.accreditations import Accreditation
from netwerk_cli.domain.events import Event, Session, SessionChoice
from netwerk_cli.domain.groups import Group, Membership, MemberStatus
from netwerk_cli.domain.history import Entry, plain
from netwerk_cli.domain.leads import Lead
from netwerk_cli.domain.materials import Material, Milestone, Owner
from netwerk_cli.domain.questions import Question
from netwerk_cli.domain.registrations import Registration, Status, Tally
from netwerk_cli.terms import Terms

if TYPE_CHECKING:
    from netwerk_cli.domain.certificates import Certificate
    from netwerk_cli.domain.explaining import Step

Shape = dict[str, Any]


def _shape(known: Terms, record: object, **derived: object) -> Shape:
    """Return what a record says, by column: a fact that is worked out, else the field as it is kept."""
    return {
        term.column: derived[term.column] if term.column in derived else plain(getattr(record, term.field))
        for term in known
        if term.column
    }


def event_shape(event: Event, tally: Tally, now: datetime, only: Collection[str] | None = None) -> Shape:
    """Return an event as scripts see it; `tally` counts its registrations by state. `only` narrows its columns."""
    columns = ((term.column, term.field) for term in terms.EVENT if only is None or term.column in only)
    return {
        column: _OF_AN_EVENT[column](event, tally, now)
        if column in _OF_AN_EVENT
        else plain(getattr(event, field))
        for column, field in columns
        if column
    }


def _free(event: Event, tally: Tally, now: datetime) -> int | None:  # noqa: ARG001 (the shape of all of these)
    return events.free_seats(event, tally.held)


_OF_AN_EVENT: Mapping[str, Callable[[Event, Tally, datetime], object]] = {
    "kind": lambda event, *_: "series" if event.multi else "event",
    "status": lambda event, tally, now: str(events.status(event, now, free=_free(event, tally, now))),
    "seats_held": lambda _, tally, __: tally.held,
    "confirmed": lambda _, tally, __: tally[Status.CONFIRMED],
    "pending": lambda _, tally, __: tally[Status.PENDING],
    "waiting": lambda _, tally, __: tally[Status.WAITING],
    "no_seat": lambda _, tally, __: tally.no_seat,
    "free": _free,
    "closes_at": lambda event, *_: plain(event.deadline),
    "session_choice": lambda event, *_: _session_choice(event),
    "opens_before": lambda event, *_: _lead_shape(event.opens_before),
    "closes_before": lambda event, *_: _lead_shape(event.closes_before),
    "remind_before": lambda event, *_: _lead_shape(event.remind_before),
    "set_asides": lambda event, *_: [
        {"audience": a.audience, "seats": a.seats, "until": plain(a.until)} for a in event.set_asides
    ],
    "accreditations": lambda event, *_: [accreditation_shape(one) for one in event.accreditations],
    "sessions": lambda event, *_: [session_shape(session) for session in event.sessions],
    "questions": lambda event, *_: [question_shape(one) for one in event.questions],
    "materials": lambda event, *_: [material_shape(event, one) for one in event.materials],
    "milestones": lambda event, _, now: [milestone_shape(event, one, now) for one in event.milestones],
}
"""What is worked out of an event, by column."""


def accreditation_shape(one: Accreditation, *, earned: bool = True) -> Shape:
    """Return one accreditation; its points are null where there are none, or where they are not `earned`."""
    points = float(one.points) if earned and one.points is not None else None
    whole = points is not None and points.is_integer()
    return {"body": one.body, "number": one.reference, "points": int(points or 0) if whole else points}


_SESSION = tuple(term for term in terms.SESSION if term.kind is not terms.Kind.DERIVED)


def _session_choice(event: Event) -> str | None:
    """Return what naming no session means; None where there is nothing to choose."""
    if event.session_choice is None and not event.multi:
        return None
    return str(SessionChoice.CHOOSE if event.choosing else event.session_choice or SessionChoice.ALL)


def _lead_shape(lead: Lead | None) -> Shape | None:
    return None if lead is None else {"days": lead.days, "minutes": lead.minutes, "at": lead.clock}


def session_shape(session: Session) -> Shape:
    """Return one session of an event."""
    return _shape(_SESSION, session)


def seats_shape(session: Session, held: int, waiting: int, free: int | None) -> Shape:
    """Return one session with its seats; `free` is null where it has no cap of its own."""
    return {**session_shape(session), "seats_held": held, "waiting": waiting, "free": free}


def question_shape(question: Question) -> Shape:
    """Return one question of an event."""
    return _shape(terms.QUESTION, question)


def material_shape(owner: Owner, material: Material) -> Shape:
    """Return one material of an event or group."""
    return _shape(terms.MATERIAL, material, owner=owner.slug)


def milestone_shape(owner: Owner, milestone: Milestone, now: datetime) -> Shape:
    """Return one milestone of an event or group, with its state at `now`."""
    status = str(materials.milestone_status(owner, milestone, now))
    return _shape(terms.MILESTONE, milestone, owner=owner.slug, status=status)


def answered_shape(event: Event, registration: Registration) -> Shape:
    """Return the answer to each question of an event under its id, special or not; None where there is none."""
    return {one.id: registration.answers.get(one.id) for one in event.questions}


def registration_shape(
    event: Event, registration: Registration, position: int | None, recorded: Collection[str] = ()
) -> Shape:
    """Return a registration; `position` is its place on the waiting list, counted from 1.

    `recorded` are the sessions of which attendance was recorded: who has a seat there and did not come is a no-show.
    Answers to special questions are left out: those are asked for by name, see `answered_shape`.
    """
    from netwerk_cli.domain import attending

    told = registration.attendance
    minutes = [one.minutes for one in told.values() if one.minutes is not None]
    return _shape(
        terms.REGISTRATION,
        registration,
        event=event.slug,
        position=position,
        attendance=attending.summary(event, registration) or None,
        minutes=sum(minutes) if minutes else None,
        no_show=bool(attending.no_shows(event, registration, recorded)),
        answers=questions.shown(event.questions, registration.answers),
    )


def attendance_shape(
    event: Event, registration: Registration, session: str, recorded: Collection[str]
) -> Shape:
    """Return what is known of somebody in one session; `recorded` as for a registration."""
    from netwerk_cli.domain import attending, pictures

    one = registration.attendance.get(session)
    return {
        "event": event.slug,
        "code": registration.code,
        "name": registration.name,
        "email": registration.email,
        "organisation": registration.organisation,
        "session": session,
        "state": str(attending.state_of(registration, session)),
        "minutes": one.minutes if one else None,
        "source": one.source if one else None,
        "at": plain(one.at) if one else None,
        "by": one.by if one else None,
        "no_show": attending.is_no_show(registration, session, recorded),
        "pictures": plain(pictures.wanted(event, registration)),
    }


def certificate_shape(event: Event, code: str, one: Certificate) -> Shape:
    """Return what a certificate stands for; points are stated for who was there for all of it."""
    r, minutes = one.registration, one.minutes
    return {
        "code": code,
        "valid": True,
        "event": event.slug,
        "title": event.title,
        "starts_at": plain(event.starts_at),
        "ends_at": plain(event.ends_at),
        "registration": r.code,
        "name": r.name,
        "organisation": r.organisation,
        "sessions": [attended.session.id for attended in one.attended],
        "minutes": minutes,
        "hours": None if minutes is None else round(minutes / 60, 2),
        "whole": one.whole,
        "accreditations": [accreditation_shape(a, earned=one.whole) for a in event.accreditations],
    }


def group_shape(group: Group, tally: Mapping[MemberStatus, int], now: datetime) -> Shape:
    """Return a group as scripts see it; `tally` counts its memberships by state."""
    return _shape(
        terms.GROUP,
        group,
        kind="group",
        members=tally.get(MemberStatus.MEMBER, 0),
        requested=tally.get(MemberStatus.REQUESTED, 0),
        materials=[material_shape(group, one) for one in group.materials],
        milestones=[milestone_shape(group, one, now) for one in group.milestones],
    )


def membership_shape(group: Group, membership: Membership) -> Shape:
    """Return a membership; `since`, `by` and `reason` say when it got into its state, who decided, and why."""
    turned = groups.turned(membership)
    return _shape(
        terms.MEMBERSHIP,
        membership,
        group=group.slug,
        since=plain(turned.at) if turned else None,
        by=turned.by if turned else None,
        reason=turned.why if turned else None,
    )


def attendee_shape(
    event: Event, registration: Registration, position: int | None, recorded: Collection[str] = ()
) -> Shape:
    """Return a registration for an attendee list: `sessions` are those with a seat, none for the whole event."""
    shape = registration_shape(event, registration, position, recorded)
    if registration.waits_for or registration.without:
        chosen = (session.id for session in event.sessions if registration.is_for(session.id))
        shape["sessions"] = [session for session in chosen if session not in registration.waits_for]
    return shape


def entry_shape(owner: Event | Group | None, person: Registration | Membership | None, entry: Entry) -> Shape:
    """Return one line of history: of the file as a whole, of an event or group, or of one of its people."""
    gone = {
        kind: entry.changes[kind][0] for kind in ("event", "group") if kind in entry.changes and owner is None
    }
    slug = owner.slug if owner else next(iter(gone.values()), None)
    if isinstance(person, Registration):
        entry = questions.told(owner.questions if isinstance(owner, Event) else (), entry)
    code = person.code if person else None
    is_group = isinstance(owner, Group) or "group" in gone
    return {
        "at": plain(entry.at),
        "by": entry.by,
        "event": None if is_group else slug,
        "registration": None if is_group else code,
        "what": entry.what,
        "why": entry.why,
        "changes": {name: list(pair) for name, pair in entry.changes.items()},
        "group": slug if is_group else None,
        "membership": code if is_group else None,
        "change": f"c{entry.change}" if entry.change else None,
    }


def step_shape(step: Step, text: str) -> Shape:
    """Return one link of an explanation; `text` is its sentence in the reader's language."""
    facts = {name: plain(value) for name, value in step.facts.items()}
    return {"rule": step.rule, "passed": step.passed, "text": text, "facts": facts}
