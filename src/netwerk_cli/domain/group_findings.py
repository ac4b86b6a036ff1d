"""What the rules of groups would never have let happen, looked for in what was kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.findings import Finding, audit_person
from netwerk_cli.domain.groups import Group, Membership, Memberships, turned
from netwerk_cli.domain.memberships import seated_after
from netwerk_cli.domain.people import same_address
from netwerk_cli.domain.registrations import Registrations
from netwerk_cli.domain.term_findings import audit_title
from netwerk_cli.wording import Wording


def audit_group(group: Group, memberships: Memberships) -> list[Finding]:
    """Return where a group and its memberships contradict the rules or themselves."""
    return [
        *audit_title(group),
        *_same_people(group, memberships),
        *(finding for m in memberships.values() for finding in _contradictions(group, m)),
    ]


def audit_seats_of_members(
    event: Event, registrations: Registrations, memberships: Memberships, now: datetime
) -> Iterator[Finding]:
    """Yield a note for each who left the group that an event is for, and is on its list: leaving changes no seat."""
    for one in seated_after(event, registrations, memberships, now):
        yield Finding(
            code="left_the_group",
            where=f"{event.slug} {one.code}",
            problem=Wording(
                "It is for members of '{group}', which this person left.", group=event.members_of
            ),
            hint=Wording(
                "To free the place: netwerk registration cancel {event} {registration}.",
                event=event.slug,
                registration=one.code,
            ),
            note=True,
        )


def _same_people(group: Group, memberships: Memberships) -> Iterator[Finding]:
    codes: dict[str, list[str]] = defaultdict(list)
    for membership in memberships.values():
        if membership.active:
            codes[same_address(membership.email)].append(membership.code)
    for same in codes.values():
        if len(same) > 1:
            yield Finding(
                code="person_twice",
                where=f"{group.slug} {' '.join(same)}",
                problem=Wording("The same person is on the list more than once."),
                hint=Wording(
                    "Let all but one go: netwerk group leave {group} {membership}.",
                    group=group.slug,
                    membership=same[-1],
                ),
            )


def _contradictions(group: Group, membership: Membership) -> Iterable[Finding]:
    look = Wording("See the list: netwerk group members {group}.", group=group.slug)
    where = f"{group.slug} {membership.code}"
    yield from audit_person(where, membership.name, membership.email, look)
    entry = turned(membership)
    if entry is not None and entry.changes["status"][1] != membership.status:
        yield Finding(
            code="status_without_history",
            where=where,
            problem=Wording("Its state is not the last one in its history."),
            hint=look,
        )
    if membership.moderator and not membership.joined:
        yield Finding(
            code="moderator_outside",
            where=where,
            problem=Wording("A moderator who is not a member."),
            hint=look,
        )
