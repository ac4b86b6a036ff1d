"""`netwerk milestone …`."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.listings import MILESTONES
from netwerk_cli.cli.options import Owner, Text, takes
from netwerk_cli.domain.materials import MilestoneStatus, milestone_status
from netwerk_cli.exchange.shapes import milestone_shape
from netwerk_cli.services import milestones
from netwerk_cli.services.milestones import MilestoneResult
from netwerk_cli.terms import MILESTONE, Given

Id = Annotated[str, typer.Argument(metavar="ID", help="Its id there, such as m1.")]


@takes(MILESTONE, needs=("title",))
def add(ctx: typer.Context, owner: Owner, given: Given) -> None:
    """
    $ netwerk milestone add kickoff --title Verslag --due "najaar 2024"
    $ netwerk milestone add kickoff --title Advies --addressed-to "de minister"

    A season is the meteorological one: 'najaar 2021' is due on 30 November 2021, 'winter 2021-2022' on 28 February.
    """
    call = Call(ctx.obj)
    result = milestones.add(call.caller(), owner, given)
    _tell(call, "milestone.add", result, "Added milestone {id} to '{owner}': {title}.")


def list_(
    ctx: typer.Context,
    owner: Annotated[Text, typer.Argument(metavar="[OWNER]", help="Only of this event or group.")] = None,
    status: Annotated[
        list[str] | None,
        typer.Option("--status", help="Only open, late or done ones; repeatable, or with commas."),
    ] = None,
) -> None:
    """
    $ netwerk milestone list
    $ netwerk milestone list kickoff --status late
    """
    call = Call(ctx.obj)
    found = milestones.listing(call.caller(), owner, status=tuple(status or ()))
    call.rows(
        [milestone_shape(*one, call.now) for one in found],
        MILESTONES,
        nothing="No milestones. Add one with 'netwerk milestone add'.",
    )


@takes(MILESTONE)
def edit(ctx: typer.Context, owner: Owner, id: Id, given: Given) -> None:
    """
    $ netwerk milestone edit kickoff m1 --due "1 maart"
    $ netwerk milestone edit kickoff m1 --title "Verslag van de dag"

    An empty value takes a field away: --due ''.
    """
    call = Call(ctx.obj)
    result = milestones.edit(call.caller(), owner, id, given)
    _tell(call, "milestone.edit", result, "Changed milestone {id} of '{owner}': {title}.")


def done(ctx: typer.Context, owner: Owner, id: Id) -> None:
    """
    $ netwerk milestone done kickoff m1
    $ netwerk milestone done kickoff m1 --dry-run
    """
    call = Call(ctx.obj)
    result = milestones.done(call.caller(), owner, id)
    _tell(
        call,
        "milestone.done",
        result,
        "Milestone {id} of '{owner}' is done: {title}.",
        "Milestone {id} of '{owner}' was done already.",
    )


def reopen(ctx: typer.Context, owner: Owner, id: Id) -> None:
    """
    $ netwerk milestone reopen kickoff m2
    $ netwerk milestone reopen kickoff m2 --dry-run
    """
    call = Call(ctx.obj)
    result = milestones.reopen(call.caller(), owner, id)
    _tell(
        call,
        "milestone.reopen",
        result,
        "Reopened milestone {id} of '{owner}': {title}.",
        "Milestone {id} of '{owner}' was not done.",
    )


def remove(ctx: typer.Context, owner: Owner, id: Id) -> None:
    """
    $ netwerk milestone remove kickoff m1
    $ netwerk milestone remove kickoff m1 --dry-run

    Its id is never given to another one.
    """
    call = Call(ctx.obj)
    result = milestones.remove(call.caller(), owner, id)
    _tell(call, "milestone.remove", result, "Took milestone {id} of '{owner}' out: {title}.", due=False)


def _tell(
    call: Call,
    action: str,
    result: MilestoneResult,
    done: str,
    idle: str = "Milestone {id} of '{owner}' was like that already.",
    *,
    due: bool = True,
) -> None:
    """Say what became of a milestone and by when it is due; with --json the result object."""
    owner, found = result.owner, result.milestone
    call.say(done if result.changed else idle, id=found.id, owner=owner.slug, title=found.title)
    more: dict[str, object] = {}
    if action == "milestone.edit":
        from netwerk_cli.cli.changes import tell_changes

        more["changes"] = tell_changes(call, result.before, owner)
    if due and found.due_on is not None:
        match milestone_status(owner, found, call.now):
            case MilestoneStatus.OPEN:
                call.say("It is due by {due_on}.", due_on=found.due_on)
            case MilestoneStatus.LATE:
                call.warn("It is late: it was due by {due_on}.", due_on=found.due_on)
            case MilestoneStatus.DONE:
                pass
    call.result(action, changed=result.changed, milestone=milestone_shape(owner, found, call.now), **more)
