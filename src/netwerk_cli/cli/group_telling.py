"""What every command that touches a group or a membership says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.language import sentence
from netwerk_cli.domain.groups import Access, Group, Membership, MemberStatus, turned
from netwerk_cli.domain.history import Entry
from netwerk_cli.services.memberships import Decision, MembershipResult

_ACCESS = {
    Access.OPEN: "Whoever asks is a member at once.",
    Access.SEMI_OPEN: "Whoever asks awaits approval.",
    Access.CLOSED: "Nobody can ask to join; people are added.",
}
_STANDS = {
    MemberStatus.MEMBER: "{name} ({membership}) is a member of '{group}'.",
    MemberStatus.REQUESTED: "{name} ({membership}) asked to join '{group}' and awaits approval.",
    MemberStatus.DECLINED: "{name} ({membership}) is declined for '{group}'.",
    MemberStatus.WITHDRAWN: "{name} ({membership}) withdrew the request to join '{group}'.",
    MemberStatus.LEFT: "{name} ({membership}) left '{group}'.",
}
_ALREADY = {
    "approved": "Nothing changed: {by} approved {name} ({membership}) on {since}.",
    "admitted": "Nothing changed: {by} added {name} ({membership}) on {since}.",
    "joined": "Nothing changed: {name} ({membership}) became a member on {since}.",
    "declined": "Nothing changed: {by} declined {name} ({membership}) on {since}.",
    "withdrawn": "Nothing changed: {name} ({membership}) withdrew on {since}.",
    "left": "Nothing changed: {name} ({membership}) left on {since}.",
}
"""What is said to whoever decides a second time, by what was done the first time."""


def tell_group(call: Call, group: Group, tally: Mapping[MemberStatus, int]) -> None:
    """Say how somebody becomes a member, how many there are and how many await approval."""
    call.say(_ACCESS[group.access])
    call.say(
        "{members:member|members}; {requested:request awaits|requests await} approval.",
        members=tally.get(MemberStatus.MEMBER, 0),
        requested=tally.get(MemberStatus.REQUESTED, 0),
    )


def tell_membership(call: Call, result: MembershipResult) -> None:
    """Say where somebody stands now, or who had seen to it before and when."""
    membership = result.membership
    entry = turned(membership)
    if result.changed or entry is None or entry.what not in _ALREADY:
        call.say(
            _STANDS[membership.status],
            name=membership.name,
            membership=membership.code,
            group=result.group.slug,
        )
    else:
        call.say(_ALREADY[entry.what], **_facts(membership, entry))


def tell_decisions(call: Call, decisions: Sequence[Decision]) -> None:
    """Say for each of several people what was decided, or why it was not."""
    for decision in decisions:
        if isinstance(decision.outcome, MembershipResult):
            tell_membership(call, decision.outcome)
        else:
            call.say("{person}: {message}", person=decision.person, message=why_not(call, decision))
    if not decisions:
        call.say("Nobody awaits approval.")


def why_not(call: Call, decision: Decision) -> str | None:
    """Return why somebody was skipped, in the reader's language; None for who was not."""
    outcome = decision.outcome
    if not isinstance(outcome, MembershipResult):
        return sentence(outcome, call.language)
    entry = turned(outcome.membership)
    if outcome.changed or entry is None or entry.what not in _ALREADY:
        return None
    return call.words(_ALREADY[entry.what], **_facts(outcome.membership, entry))


def _facts(membership: Membership, entry: Entry) -> dict[str, object]:
    return {"name": membership.name, "membership": membership.code, "by": entry.by, "since": entry.at}
