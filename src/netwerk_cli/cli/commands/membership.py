"""`netwerk group request`, `approve` and whatever else is done about the people of a group."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from netwerk_cli.cli.answering import answer, require_people
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.cautions import careful
from netwerk_cli.cli.group_telling import (
    tell_decisions,
    tell_membership,
    why_not,
)
from netwerk_cli.cli.listings import MEMBERSHIPS
from netwerk_cli.cli.options import Group, Reason, ReceivedAt, Text, takes
from netwerk_cli.domain.groups import Group as GroupRecord
from netwerk_cli.errors import NetwerkError
from netwerk_cli.exchange.shapes import membership_shape
from netwerk_cli.services import memberships
from netwerk_cli.services.memberships import Decision, MembershipResult, Verdict
from netwerk_cli.terms import MEMBERSHIP, Given

Who = Annotated[
    str, typer.Argument(metavar="PERSON", help="A code such as m3, an e-mail address, or (part of) a name.")
]
People = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PERSON]...", help="Codes such as m3, e-mail addresses, or (parts of) names."),
]
By = Annotated[
    Text,
    typer.Option("--by", metavar="PERSON", help="The moderator who decides. Default: you, the organiser."),
]
Every = Annotated[bool, typer.Option("--all", help="Every request that awaits approval.")]


@takes(MEMBERSHIP, needs=("name", "email"))
def request(
    ctx: typer.Context,
    group: Group,
    given: Given,
    received_at: ReceivedAt = None,
) -> None:
    """
    $ netwerk group request netwerk-gent --name Lou --email lou@example.org
    $ netwerk group request netwerk-gent --name Mo --email mo@example.org --json

    In an open group the person is a member at once, in a semi-open one the request awaits approval. Whoever was
    declined, withdrew or left may ask again.
    """
    call = Call(ctx.obj)
    result = memberships.request(call.caller(), group, given, received_at=received_at)
    _tell(call, "group.request", result)


@takes(MEMBERSHIP, needs=("name", "email"))
def admit(
    ctx: typer.Context,
    group: Group,
    given: Given,
    by: By = None,
    reason: Reason = None,
) -> None:
    """
    $ netwerk group admit netwerk-gent --name Lou --email lou@example.org
    $ netwerk group admit netwerk-gent --name Bob --email bob@example.org

    A request that the person made is granted with it.
    """
    call = Call(ctx.obj)
    _tell(call, "group.admit", memberships.admit(call.caller(), group, given, by=by, reason=reason))


def approve(
    ctx: typer.Context,
    group: Group,
    person: People = None,
    every: Every = False,
    by: By = None,
    reason: Reason = None,
) -> None:
    """
    $ netwerk group approve netwerk-gent m2
    $ netwerk group approve netwerk-gent --all

    One person who cannot be approved is refused (exit 5). Of several, each gets an answer, and exit 8 says that some
    could not be decided on. A moderator named with --by cannot decide on their own request.
    """
    _decide(Call(ctx.obj), group, person or [], Verdict(approve=True, by=by, reason=reason), every=every)


def decline(
    ctx: typer.Context,
    group: Group,
    person: People = None,
    every: Every = False,
    by: By = None,
    reason: Reason = None,
) -> None:
    """
    $ netwerk group decline netwerk-gent m2 --reason "andere regio"
    $ netwerk group decline netwerk-gent --all

    Answers and exit codes are as for 'netwerk group approve'. Whoever was declined may ask again.
    """
    _decide(Call(ctx.obj), group, person or [], Verdict(approve=False, by=by, reason=reason), every=every)


def withdraw(ctx: typer.Context, group: Group, person: Who, reason: Reason = None) -> None:
    """
    $ netwerk group withdraw netwerk-gent m2
    $ netwerk group withdraw netwerk-gent bob@example.org
    """
    call = Call(ctx.obj)
    _tell(call, "group.withdraw", memberships.withdraw(call.caller(), group, person, reason=reason))


def leave(ctx: typer.Context, group: Group, person: Who, reason: Reason = None) -> None:
    """
    $ netwerk group leave netwerk-gent m1 --reason "andere baan"
    $ netwerk group leave netwerk-gent ada@example.org

    Registrations for events, also for those that are for members only, stay as they are.
    """
    call = Call(ctx.obj)
    _tell(call, "group.leave", memberships.leave(call.caller(), group, person, reason=reason))


def moderator(
    ctx: typer.Context,
    group: Group,
    person: Who,
    off: Annotated[bool, typer.Option("--off", help="No longer a moderator.")] = False,
) -> None:
    """
    $ netwerk group moderator netwerk-gent m1
    $ netwerk group moderator netwerk-gent m1 --off
    """
    call = Call(ctx.obj)
    result = memberships.moderator(call.caller(), group, person, off=off)
    facts = {"name": result.membership.name, "membership": result.membership.code, "group": result.group.slug}
    if not result.changed:
        call.say("Nothing changed.")
    if off:
        call.say("{name} ({membership}) is not a moderator of '{group}'.", **facts)
    else:
        call.say("{name} ({membership}) is a moderator of '{group}'.", **facts)
    _result(call, "group.moderator", result)


@takes(MEMBERSHIP, editing=True)
def correct(ctx: typer.Context, group: Group, person: Who, given: Given, reason: Reason = None) -> None:
    """
    $ netwerk group correct netwerk-gent m1 --email ada.vos@example.org
    $ netwerk group correct netwerk-gent ada@example.org --organisation "CLB Gent"

    An empty value takes a field away: --role ''. Mail that did not arrive at the old address is due at the new one.
    Registrations for events keep what they say: 'netwerk registration edit' corrects those.
    """
    from netwerk_cli.cli.changes import entry_changes, tell_entry

    call = Call(ctx.obj)
    result = memberships.correct(call.caller(), group, person, given, reason=reason)
    member, changes = result.membership, list[dict[str, object]]()
    if result.changed:
        call.say(
            "Corrected {name} ({membership}) of '{group}'.",
            name=member.name,
            membership=member.code,
            group=group,
        )
        tell_entry(call, member.code, member.history[-1])
        changes = entry_changes(member.history[-1])
    else:
        call.say("Nothing changed.")
    careful(call, result.warnings)
    shape = membership_shape(result.group, member)
    call.result("group.correct", changed=result.changed, membership=shape, changes=changes)


def members(
    ctx: typer.Context,
    group: Group,
    status: Annotated[
        list[str] | None, typer.Option("--status", help="Only in this state; repeatable, or with commas.")
    ] = None,
) -> None:
    """
    $ netwerk group members netwerk-gent
    $ netwerk group members netwerk-gent --status requested

    Who left, withdrew or was declined is listed with --status.
    """
    call = Call(ctx.obj)
    found, people = memberships.listing(call.caller(), group, status=tuple(status or ()))
    call.rows(
        [membership_shape(found, m) for m in people],
        MEMBERSHIPS,
        nothing="Nobody.",
        zone=found.timezone,
    )


def _tell(call: Call, action: str, result: MembershipResult) -> None:
    """Say where somebody stands now; with --json the result object."""
    tell_membership(call, result)
    careful(call, result.warnings)
    _result(call, action, result)


def _result(call: Call, action: str, result: MembershipResult) -> None:
    for caution in result.cautions:
        facts: dict[str, Any] = dict(caution.facts)
        call.warn(caution.template, **facts)
    call.result(action, changed=result.changed, membership=membership_shape(result.group, result.membership))


# ---------------------------------------------------------------- decisions
def _decide(call: Call, slug: str, persons: list[str], verdict: Verdict, *, every: bool) -> None:
    """Decide on one person, or on several with an answer for each."""
    require_people(persons, every=every)
    action = "group.approve" if verdict.approve else "group.decline"
    if len(persons) == 1:
        result = memberships.decide(call.caller(), slug, persons[0], verdict)
        tell_membership(call, result)
        decisions, group = [Decision(person=persons[0], outcome=result)], result.group
    else:
        group, decisions = memberships.decide_many(call.caller(), slug, persons, verdict)
        tell_decisions(call, decisions)
    results = [_decision_shape(call, group, decision) for decision in decisions]
    answer(call, action, results, membership=results[0]["membership"] if len(results) == 1 else None)


def _decision_shape(call: Call, group: GroupRecord, decision: Decision) -> dict[str, object]:
    """Return the answer about one person; `error` is the code of the refusal, `message` says why nothing changed."""
    outcome = decision.outcome
    return {
        "person": decision.person,
        "changed": decision.changed,
        "membership": None
        if isinstance(outcome, NetwerkError)
        else membership_shape(group, outcome.membership),
        "error": outcome.code if isinstance(outcome, NetwerkError) else None,
        "message": why_not(call, decision),
    }
