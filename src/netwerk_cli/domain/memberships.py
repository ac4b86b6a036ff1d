"""Everything that decides who is a member of a group lives in this file.

An open group takes whoever asks. A semi-open one keeps a request until a moderator decides. To a closed one,
people are only added. A membership is never deleted: who leaves and asks again gets the same one back.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from netwerk_cli.domain import matching
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import NEXT, Access, Group, Membership, Memberships, MemberStatus
from netwerk_cli.domain.history import Act, next_number
from netwerk_cli.domain.people import same_address
from netwerk_cli.domain.registrations import Registration, Registrations
from netwerk_cli.errors.lookup import MemberNotFound
from netwerk_cli.errors.members import (
    AlreadyMember,
    AlreadyRequested,
    AmbiguousMember,
    GroupClosed,
    NotAModerator,
    NotInGroup,
    NotRequested,
    OwnRequest,
)
from netwerk_cli.errors.seats import InTheFuture
from netwerk_cli.records import record, replace
from netwerk_cli.wording import Wording


@record
class Applicant:
    """Who is to become a member. `received_at` is when the request reached the organiser. None: not given."""

    name: str
    email: str
    received_at: datetime
    organisation: str | None = None
    role: str | None = None
    note: str | None = None


# ------------------------------------------------------------------ looking
def find(memberships: Memberships, person: str, *, group: str) -> Membership:
    """Return the membership that `person` (a code such as m3, an e-mail address, a name or part of one) names.

    Raises:
        MemberNotFound: nobody answers to it. AmbiguousMember: the name fits several people.
    """
    wanted, people = person.strip(), memberships.values()
    coded = [m for m in people if m.code == wanted.lower()]
    found = coded[0] if coded else same_as(memberships, wanted)
    if found is not None:
        return found
    several = matching.named(people, wanted)
    if len(several) == 1:
        return several[0]
    if several:
        raise AmbiguousMember(group=group, matches=[m.code for m in several]).among(matching.listed(several))
    near = matching.near(people, wanted)
    raise MemberNotFound(group=group, nearest=matching.suggestion(near)).among(matching.listed(near))


def same_as(memberships: Memberships, email: str) -> Membership | None:
    """Return the membership of the person with this address: an active one, else the latest."""
    mine = [m for m in memberships.values() if same_address(m.email) == same_address(email)]
    return max(mine, key=lambda m: (m.active, m.number), default=None)


def addresses(memberships: Memberships) -> frozenset[str]:
    """Return the addresses of the members, each as `people.same_address` has it."""
    return frozenset(same_address(m.email) for m in memberships.values() if m.status is MemberStatus.MEMBER)


def seated_after(
    event: Event, registrations: Registrations, left: Memberships, now: datetime
) -> list[Registration]:
    """Return who is on the list of an event for members of a group that they `left`, before it is over.

    Who was let in by an exception, or takes no seat, is there for another reason.
    """
    if event.cancelled_at is not None or (event.over_at is not None and event.over_at <= now):
        return []
    outside = {same_address(m.email) for m in left.values() if m.status is MemberStatus.LEFT} - addresses(
        left
    )
    there = (r for r in registrations.values() if r.counted and r.override is None)
    return [r for r in there if same_address(r.email) in outside]


def leaderless(group: Group, subject: Membership, memberships: Memberships) -> Iterator[Wording]:
    """Yield that a group lost its last moderator, when `subject` was one; `memberships` are those before."""
    others = (m for m in memberships.values() if m.number != subject.number)
    if subject.moderator and not any(m.moderator and m.joined for m in others):
        yield Wording(
            "'{group}' has no moderator any more; appoint one with 'netwerk group moderator {group} PERSON'.",
            group=group.slug,
        )


def requested(memberships: Memberships) -> list[Membership]:
    """Return the requests that await approval, the earliest first."""
    waiting = (m for m in memberships.values() if m.status is MemberStatus.REQUESTED)
    return sorted(waiting, key=lambda m: (m.received_at, m.number))


# ----------------------------------------------------------------- becoming
def request(group: Group, memberships: Memberships, applicant: Applicant, act: Act) -> Membership:
    """Return the membership that a request leads to: at once in an open group, else one that awaits approval.

    Raises, in this order:
        InTheFuture; AlreadyMember, AlreadyRequested; GroupClosed.
    """
    if applicant.received_at > act.at:
        raise InTheFuture(received_at=applicant.received_at)
    earlier = _not_a_member(group, memberships, applicant)
    # Who asked before the group was opened has only to ask again.
    waits = earlier is not None and earlier.status is MemberStatus.REQUESTED
    if earlier is not None and waits and group.access is not Access.OPEN:
        raise AlreadyRequested(group=group.slug, membership=earlier.code)
    if group.access is Access.CLOSED:
        raise GroupClosed(group=group.slug)
    if group.access is Access.OPEN:
        return _entered(group, memberships, earlier, applicant, act, "joined", MemberStatus.MEMBER)
    return _entered(group, memberships, earlier, applicant, act, "requested", MemberStatus.REQUESTED)


def admit(
    group: Group, memberships: Memberships, applicant: Applicant, act: Act, *, by: Membership | None = None
) -> Membership:
    """Return the membership of somebody who is added to the group, whatever its access; a request is granted.

    `by` is the member who adds, None for the organiser.

    Raises, in this order:
        InTheFuture; OwnRequest, NotAModerator; AlreadyMember.
    """
    if applicant.received_at > act.at:
        raise InTheFuture(received_at=applicant.received_at)
    earlier = same_as(memberships, applicant.email)
    refuse_decider(group, by, (earlier,) if earlier is not None and not earlier.joined else ())
    _not_a_member(group, memberships, applicant)
    return _entered(group, memberships, earlier, applicant, signed(act, by), "admitted", MemberStatus.MEMBER)


def _not_a_member(group: Group, memberships: Memberships, applicant: Applicant) -> Membership | None:
    earlier = same_as(memberships, applicant.email)
    if earlier is not None and earlier.joined:
        raise AlreadyMember(group=group.slug, membership=earlier.code)
    return earlier


def _entered(
    group: Group,
    memberships: Memberships,
    earlier: Membership | None,
    applicant: Applicant,
    act: Act,
    what: str,
    status: MemberStatus,
) -> Membership:
    """Return a new membership, or the earlier one again; what was not given this time stays as it was."""
    asked = ("name", "email", "received_at", "organisation", "role", "note")
    given = {name: getattr(applicant, name) for name in asked if getattr(applicant, name) is not None}
    if earlier is not None:
        return amended(earlier, act, what, status=status, **given)
    history = (act.entry(what, {"status": (None, status)}),)
    return Membership(number=next_number(group.history, memberships), status=status, history=history, **given)


def correct(
    group: Group, memberships: Memberships, subject: Membership, act: Act, **fields: object
) -> Membership:
    """Return the membership with corrected particulars; the same one when nothing differs.

    Raises:
        AlreadyMember, AlreadyRequested: the address is that of somebody else in the group.
    """
    others = {number: m for number, m in memberships.items() if number != subject.number}
    same = same_as(others, str(fields.get("email", subject.email)))
    if same is not None and same.active and "email" in fields:
        refusal = AlreadyMember if same.joined else AlreadyRequested
        raise refusal(group=group.slug, membership=same.code)
    return amended(subject, act, "edited", **fields)


# ----------------------------------------------------------------- deciding
def approve(group: Group, subject: Membership, act: Act, *, by: Membership | None = None) -> Membership:
    """Return the membership that a request becomes; the same one when it was approved already.

    `by` is the member who decides, None for the organiser.

    Raises, in this order:
        OwnRequest, NotAModerator; NotRequested.
    """
    return _decided(group, subject, act, by, "approved", MemberStatus.MEMBER)


def decline(group: Group, subject: Membership, act: Act, *, by: Membership | None = None) -> Membership:
    """Return the membership, declined; the same one when it was declined already. Raises as `approve`."""
    return _decided(group, subject, act, by, "declined", MemberStatus.DECLINED)


def _decided(
    group: Group, subject: Membership, act: Act, by: Membership | None, what: str, status: MemberStatus
) -> Membership:
    refuse_decider(group, by, () if subject.joined else (subject,))
    if subject.status is status:
        return subject
    if subject.status is not MemberStatus.REQUESTED:
        raise NotRequested(group=group.slug, membership=subject.code, status=subject.status)
    return amended(subject, signed(act, by), what, status=status)


def refuse_decider(group: Group, by: Membership | None, subjects: tuple[Membership, ...]) -> None:
    """Raise `OwnRequest` when `by` is one of `subjects`, `NotAModerator` when `by` moderates nothing here."""
    if by is None:
        return
    if by.number in {subject.number for subject in subjects}:
        raise OwnRequest(group=group.slug, membership=by.code)
    if not (by.joined and by.moderator):
        raise NotAModerator(group=group.slug, membership=by.code)


def signed(act: Act, by: Membership | None) -> Act:
    """Return the signature of the moderator who decides, with that of whoever types it in: `m2 (ans)`."""
    return act if by is None else replace(act, by=f"{by.code} ({act.by})")


# ------------------------------------------------------------------ leaving
def withdraw(group: Group, subject: Membership, act: Act) -> Membership:
    """Return the membership with its request taken back; the same one when it was before. Raises `NotRequested`."""
    if subject.status is MemberStatus.WITHDRAWN:
        return subject
    if subject.status is not MemberStatus.REQUESTED:
        raise NotRequested(group=group.slug, membership=subject.code, status=subject.status)
    return amended(subject, act, "withdrawn", status=MemberStatus.WITHDRAWN)


def leave(group: Group, subject: Membership, act: Act) -> Membership:
    """Return the membership of somebody who left, a moderator no longer; the same one when it was so before.

    Raises:
        NotInGroup: the person was not a member.
    """
    if subject.status is MemberStatus.LEFT:
        return subject
    refuse_outsider(group, subject)
    return amended(subject, act, "left", status=MemberStatus.LEFT, moderator=False)


def appoint(group: Group, subject: Membership, act: Act) -> Membership:
    """Return the membership of a moderator; the same one when it was before. Raises `NotInGroup`."""
    refuse_outsider(group, subject)
    return amended(subject, act, "appointed", moderator=True)


def dismiss(group: Group, subject: Membership, act: Act) -> Membership:
    """Return the membership of somebody who no longer moderates; the same one when it was so. Raises `NotInGroup`."""
    refuse_outsider(group, subject)
    return amended(subject, act, "dismissed", moderator=False)


def refuse_outsider(group: Group, subject: Membership) -> None:
    """Raise `NotInGroup` when `subject` is not a member."""
    if not subject.joined:
        raise NotInGroup(group=group.slug, membership=subject.code, status=subject.status)


def amended(membership: Membership, act: Act, what: str, **fields: object) -> Membership:
    """Return the membership with `fields` changed and one line of history; the same one when nothing differs."""
    differing = {n: (getattr(membership, n), v) for n, v in fields.items() if getattr(membership, n) != v}
    if not differing:
        return membership
    if "status" in differing and fields["status"] not in NEXT[membership.status]:
        raise AssertionError(f"{membership.status} cannot become {fields['status']}")
    history = (*membership.history, act.entry(what, differing))
    return replace(membership, history=history, **fields)  # type: ignore[arg-type]
