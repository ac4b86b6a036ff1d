"""Who is in a group: request, admit, approve, decline, withdraw, leave, moderate, correct, list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from netwerk_cli import terms
from netwerk_cli.domain import memberships as rules
from netwerk_cli.domain import moments
from netwerk_cli.domain.groups import Group, Membership, Memberships, MemberStatus
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.likeness import Familiar, Likeness
from netwerk_cli.domain.memberships import Applicant
from netwerk_cli.errors import NetwerkError, NotFound, Refused
from netwerk_cli.errors.lookup import Ambiguous
from netwerk_cli.services import values
from netwerk_cli.services.caller import Caller
from netwerk_cli.store import View
from netwerk_cli.terms import Given
from netwerk_cli.wording import Wording

Move = Callable[[Group, Membership, Act], Membership]


class MembershipResult(NamedTuple):
    """What a command did: the group, and the membership afterwards; whom and what it looks like, what that brings."""

    group: Group
    membership: Membership
    changed: bool
    warnings: tuple[Likeness, ...] = ()
    cautions: tuple[Wording, ...] = ()


class Decision(NamedTuple):
    """What became of one of several people: a membership, or why it was not decided on."""

    person: str
    outcome: MembershipResult | NetwerkError

    @property
    def changed(self) -> bool:
        """Whether anything was changed for this person."""
        return isinstance(self.outcome, MembershipResult) and self.outcome.changed


class Verdict(NamedTuple):
    """How requests are decided on: approved or declined, by which member (None: the organiser), and why."""

    approve: bool
    by: str | None = None
    reason: str | None = None


# ----------------------------------------------------------------- becoming
def request(caller: Caller, slug: str, given: Given, *, received_at: str | None = None) -> MembershipResult:
    """Ask to become a member: at once in an open group, else the request awaits approval."""

    def ask(group: Group, memberships: Memberships, applicant: Applicant) -> Membership:
        return rules.request(group, memberships, applicant, caller.act(group))

    return _apply(caller, slug, given, received_at, ask)


def admit(
    caller: Caller, slug: str, given: Given, *, by: str | None = None, reason: str | None = None
) -> MembershipResult:
    """Add somebody to a group, also to a closed one."""

    def ask(group: Group, memberships: Memberships, applicant: Applicant) -> Membership:
        decider = None if by is None else rules.find(memberships, by, group=group.slug)
        return rules.admit(group, memberships, applicant, caller.act(group, reason), by=decider)

    return _apply(caller, slug, given, None, ask)


def _apply(
    caller: Caller,
    slug: str,
    given: Given,
    received_at: str | None,
    ask: Callable[[Group, Memberships, Applicant], Membership],
) -> MembershipResult:
    found: dict[str, Any] = values.fields(terms.MEMBERSHIP, given, None)
    with caller.change(slug) as transaction:
        group, memberships = transaction.group(slug), transaction.memberships(slug)
        known = Familiar(memberships.values())
        seen = (*known.person(found["name"], found["email"]), *known.terms(found))
        applicant = Applicant(received_at=_received(received_at, group, caller), **known.adopted(found))  # type: ignore[arg-type]
        after = ask(group, memberships, applicant)
        transaction.keep_group(group, (after,))
    return MembershipResult(group=group, membership=after, changed=True, warnings=seen)


def _received(text: str | None, group: Group, caller: Caller) -> datetime:
    if text is None:
        return moments.in_zone(caller.now, group.timezone)
    from netwerk_cli.dates import read_instant

    received = read_instant(text, zone=group.timezone, now=caller.now)
    return moments.in_zone(received, group.timezone)


# ----------------------------------------------------------------- deciding
def decide(caller: Caller, slug: str, person: str, verdict: Verdict) -> MembershipResult:
    """Approve or decline one request; what was decided before is not changed."""
    with caller.change(slug) as transaction:
        group, memberships = transaction.group(slug), transaction.memberships(slug)
        act, decider = _signature(caller, group, memberships, verdict)
        subject = rules.find(memberships, person, group=slug)
        after = _decided(group, subject, act, decider, verdict)
        if after is not subject:
            transaction.keep_group(group, (after,))
    return MembershipResult(group=group, membership=after, changed=after is not subject)


def decide_many(
    caller: Caller, slug: str, persons: Sequence[str], verdict: Verdict
) -> tuple[Group, list[Decision]]:
    """Approve or decline several people, or with none named all requests, in one step; one decision for each.

    People who cannot be decided on stop no other. A `by` who may not decide at all stops everything.
    """
    decisions: list[Decision] = []
    with caller.change(slug) as transaction:
        group, memberships = transaction.group(slug), transaction.memberships(slug)
        act, decider = _signature(caller, group, memberships, verdict)
        rules.refuse_decider(group, decider, ())
        before = dict(memberships)
        for person in persons or [m.code for m in rules.requested(memberships)]:
            decision = _one_of_many(group, memberships, person, act, decider, verdict)
            decisions.append(decision)
            if isinstance(decision.outcome, MembershipResult):
                memberships[decision.outcome.membership.number] = decision.outcome.membership
        touched = [m for number, m in memberships.items() if m is not before[number]]
        if touched:
            transaction.keep_group(group, touched)
    return group, decisions


def _one_of_many(
    group: Group, memberships: Memberships, person: str, act: Act, by: Membership | None, verdict: Verdict
) -> Decision:
    try:
        subject = rules.find(memberships, person, group=group.slug)
        after = _decided(group, subject, act, by, verdict)
    except (NotFound, Ambiguous, Refused) as refusal:
        return Decision(person=person, outcome=refusal)
    return Decision(
        person=person,
        outcome=MembershipResult(group=group, membership=after, changed=after is not subject),
    )


def _signature(
    caller: Caller, group: Group, memberships: Memberships, verdict: Verdict
) -> tuple[Act, Membership | None]:
    decider = None if verdict.by is None else rules.find(memberships, verdict.by, group=group.slug)
    return caller.act(group, verdict.reason), decider


def _decided(
    group: Group, subject: Membership, act: Act, by: Membership | None, verdict: Verdict
) -> Membership:
    rule = rules.approve if verdict.approve else rules.decline
    return rule(group, subject, act, by=by)


# ------------------------------------------------------------------ leaving
def withdraw(caller: Caller, slug: str, person: str, *, reason: str | None = None) -> MembershipResult:
    """Take a request back."""
    return _about(caller, slug, person, rules.withdraw, reason)


def leave(caller: Caller, slug: str, person: str, *, reason: str | None = None) -> MembershipResult:
    """End a membership; registrations for events stay as they are."""
    return _about(caller, slug, person, rules.leave, reason)


def moderator(caller: Caller, slug: str, person: str, *, off: bool = False) -> MembershipResult:
    """Make a member a moderator, or with `off` no longer one."""
    return _about(caller, slug, person, rules.dismiss if off else rules.appoint)


def _about(caller: Caller, slug: str, person: str, move: Move, reason: str | None = None) -> MembershipResult:
    with caller.change(slug) as transaction:
        group, memberships = transaction.group(slug), transaction.memberships(slug)
        subject = rules.find(memberships, person, group=slug)
        after = move(group, subject, caller.act(group, reason))
        if after is not subject:
            transaction.keep_group(group, (after,))
        seen = tuple(_cautions(transaction, group, subject, after, caller.now))
    return MembershipResult(group=group, membership=after, changed=after is not subject, cautions=seen)


def _cautions(
    view: View, group: Group, before: Membership, after: Membership, now: datetime
) -> Iterator[Wording]:
    """Yield what it brings that somebody is no longer a moderator, or no longer a member."""
    if before.moderator and not after.moderator:
        yield from rules.leaderless(group, before, view.memberships(group.slug))
    if before.joined and not after.joined:
        for event in view.events():
            people = view.registrations(event.slug) if event.members_of == group.slug else {}
            for one in rules.seated_after(event, people, {after.number: after}, now):
                yield Wording(
                    "{name} is still on the list of '{event}' for its members, as {registration}.",
                    name=one.name,
                    event=event.slug,
                    registration=one.code,
                )


def correct(
    caller: Caller, slug: str, person: str, given: Given, *, reason: str | None = None
) -> MembershipResult:
    """Correct somebody's particulars."""
    found: dict[str, Any] = values.fields(terms.MEMBERSHIP, given, None)
    with caller.change(slug) as transaction:
        group, memberships = transaction.group(slug), transaction.memberships(slug)
        subject = rules.find(memberships, person, group=slug)
        known = Familiar(m for m in memberships.values() if m.number != subject.number)
        after = rules.correct(group, memberships, subject, caller.act(group, reason), **known.adopted(found))
        seen = tuple(known.terms(found))
        if {"name", "email"} & found.keys():
            seen = (*known.person(after.name, after.email), *seen)
        if after is not subject:
            transaction.keep_group(group, (after,))
    return MembershipResult(group=group, membership=after, changed=after is not subject, warnings=seen)


def listing(caller: Caller, slug: str, *, status: tuple[str, ...] = ()) -> tuple[Group, list[Membership]]:
    """Return the members of a group and who asked to be one, by number; others only with `status`."""
    wanted = {values.choice(one, MemberStatus, field="--status") for one in status}
    view = caller.read()
    group, memberships = view.group(slug), view.memberships(slug)
    return group, [m for m in memberships.values() if (m.status in wanted if wanted else m.active)]
