"""Records as JSON objects: the shapes that scripts rely on. Keys may be added, never renamed or taken away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from netwerk_cli.domain import events, materials, memberships
from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.groups import Group, Membership, MemberStatus
from netwerk_cli.domain.history import Entry, plain
from netwerk_cli.domain.materials import Material, MaterialKind, Milestone, Owner
from netwerk_cli.domain.registrations import SEATED, Registration, Status

if TYPE_CHECKING:
    from netwerk_cli.domain.explaining import Step

Shape = dict[str, Any]


def event_shape(event: Event, tally: Mapping[Status, int], now: datetime) -> Shape:
    """Return an event as scripts see it; `tally` counts its registrations by state."""
    held = sum(tally.get(state, 0) for state in SEATED)
    free = events.free_seats(event, held)
    return {
        "slug": event.slug,
        "title": event.title,
        "kind": "series" if event.multi else "event",
        "status": str(events.status(event, now, free=free)),
        "starts_at": plain(event.starts_at),
        "ends_at": plain(event.ends_at),
        "timezone": event.timezone,
        "location": event.location,
        "online_url": event.online_url,
        "capacity": event.capacity,
        "seats_held": held,
        "confirmed": tally.get(Status.CONFIRMED, 0),
        "pending": tally.get(Status.PENDING, 0),
        "waiting": tally.get(Status.WAITING, 0),
        "free": free,
        "opens_at": plain(event.opens_at),
        "closes_at": plain(event.deadline),
        "closed_at": plain(event.closed_at),
        "closed_by": plain(event.closed_by),
        "cancelled_at": plain(event.cancelled_at),
        "when_full": str(event.when_full),
        "promote": str(event.promotion),
        "approval": event.approval,
        "members_of": event.members_of,
        "organisation_limit": event.organisation_limit,
        "set_asides": [
            {"audience": a.audience, "seats": a.seats, "until": plain(a.until)} for a in event.set_asides
        ],
        "shared_addresses": event.shared_addresses,
        "audiences": list(event.audiences),
        "organisers": list(event.organisers),
        "cost": event.cost,
        "theme": event.theme,
        "language": event.language,
        "description": event.description,
        "sessions": [session_shape(session) for session in event.sessions],
        "materials": [material_shape(event, one) for one in event.materials],
        "milestones": [milestone_shape(event, one, now) for one in event.milestones],
    }


def session_shape(session: Session) -> Shape:
    """Return one session of an event."""
    return {
        "id": session.id,
        "title": session.title,
        "starts_at": plain(session.starts_at),
        "ends_at": plain(session.ends_at),
        "location": session.location,
        "online_url": session.online_url,
        "capacity": session.capacity,
        "within": session.within,
        "description": session.description,
        "cancelled_at": plain(session.cancelled_at),
    }


def seats_shape(session: Session, held: int, waiting: int, free: int | None) -> Shape:
    """Return one session with its seats; `free` is null where it has no cap of its own."""
    return {**session_shape(session), "seats_held": held, "waiting": waiting, "free": free}


def material_shape(owner: Owner, material: Material) -> Shape:
    """Return one material of an event or group."""
    return {
        "id": material.id,
        "owner": owner.slug,
        "kind": str(material.kind),
        "title": material.title,
        "url": material.url,
        "text": material.text,
        "contributor": material.contributor,
        "on": plain(material.on),
    }


def milestone_shape(owner: Owner, milestone: Milestone, now: datetime) -> Shape:
    """Return one milestone of an event or group, with its state at `now`."""
    return {
        "id": milestone.id,
        "owner": owner.slug,
        "title": milestone.title,
        "status": str(materials.milestone_status(owner, milestone, now)),
        "due_on": plain(milestone.due_on),
        "season": milestone.season,
        "addressed_to": milestone.addressed_to,
        "done_at": plain(milestone.done_at),
    }


def registration_shape(event: Event, registration: Registration, position: int | None) -> Shape:
    """Return a registration; `position` is its place on the waiting list, counted from 1."""
    return {
        "code": registration.code,
        "event": event.slug,
        "name": registration.name,
        "email": registration.email,
        "organisation": registration.organisation,
        "role": registration.role,
        "audience": registration.audience,
        "status": str(registration.status),
        "position": position,
        "sessions": list(registration.sessions),
        "without": list(registration.without),
        "waits_for": list(registration.waits_for),
        "received_at": plain(registration.received_at),
        "note": registration.note,
        "override": registration.override,
    }


def group_shape(group: Group, tally: Mapping[MemberStatus, int], now: datetime) -> Shape:
    """Return a group as scripts see it; `tally` counts its memberships by state."""
    return {
        "slug": group.slug,
        "title": group.title,
        "kind": "group",
        "access": str(group.access),
        "members": tally.get(MemberStatus.MEMBER, 0),
        "requested": tally.get(MemberStatus.REQUESTED, 0),
        "timezone": group.timezone,
        "audiences": list(group.audiences),
        "organisers": list(group.organisers),
        "theme": group.theme,
        "language": group.language,
        "description": group.description,
        "materials": [material_shape(group, one) for one in group.materials],
        "milestones": [milestone_shape(group, one, now) for one in group.milestones],
    }


def membership_shape(group: Group, membership: Membership) -> Shape:
    """Return a membership; `since`, `by` and `reason` say when it got into its state, who decided, and why."""
    turned = memberships.turned(membership)
    return {
        "code": membership.code,
        "group": group.slug,
        "name": membership.name,
        "email": membership.email,
        "organisation": membership.organisation,
        "role": membership.role,
        "status": str(membership.status),
        "moderator": membership.moderator,
        "received_at": plain(membership.received_at),
        "since": plain(turned.at) if turned else None,
        "by": turned.by if turned else None,
        "reason": turned.why if turned else None,
        "note": membership.note,
    }


def attendee_shape(event: Event, registration: Registration, position: int | None) -> Shape:
    """Return a registration for an attendee list: `sessions` are those with a seat, none for the whole event."""
    shape = registration_shape(event, registration, position)
    if registration.waits_for or registration.without:
        chosen = (session.id for session in event.sessions if registration.is_for(session.id))
        shape["sessions"] = [session for session in chosen if session not in registration.waits_for]
    return shape


def entry_shape(owner: Event | Group | None, person: Registration | Membership | None, entry: Entry) -> Shape:
    """Return one line of history: of the file as a whole, of an event or group, or of one of its people."""
    slug = owner.slug if owner else None
    code = person.code if person else None
    is_group = isinstance(owner, Group)
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
    }


def step_shape(step: Step, text: str) -> Shape:
    """Return one link of an explanation; `text` is its sentence in the reader's language."""
    facts = {name: plain(value) for name, value in step.facts.items()}
    return {"rule": step.rule, "passed": step.passed, "text": text, "facts": facts}


_NEVER = datetime.min.replace(tzinfo=UTC)

EVENT_KEYS = tuple(event_shape(Event(slug="", title=""), {}, _NEVER))
"""The keys of an event, in order."""

REGISTRATION_KEYS = tuple(
    registration_shape(
        Event(slug="", title=""),
        Registration(number=0, turn=0, name="", email="", status=Status.WAITING, received_at=_NEVER),
        None,
    )
)
"""The keys of a registration, in order."""

_NOBODY = Event(slug="", title="")

MATERIAL_KEYS = tuple(material_shape(_NOBODY, Material(id="", kind=MaterialKind.DOCUMENT, title="")))
"""The keys of a material, in order."""

MILESTONE_KEYS = tuple(milestone_shape(_NOBODY, Milestone(id="", title=""), _NEVER))
"""The keys of a milestone, in order."""

_NO_GROUP = Group(slug="", title="")

GROUP_KEYS = tuple(group_shape(_NO_GROUP, {}, _NEVER))
"""The keys of a group, in order."""

MEMBERSHIP_KEYS = tuple(
    membership_shape(
        _NO_GROUP,
        Membership(number=0, name="", email="", status=MemberStatus.REQUESTED, received_at=_NEVER),
    )
)
"""The keys of a membership, in order."""
