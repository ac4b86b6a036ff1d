"""`netwerk milestone …`."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.parts import MILESTONE_HEADINGS, MILESTONE_USUAL
from netwerk_cli.domain.materials import MilestoneStatus, milestone_status
from netwerk_cli.exchange.shapes import MILESTONE_KEYS, milestone_shape
from netwerk_cli.services import milestones
from netwerk_cli.services.milestones import MilestoneResult, Typed

Text = str | None
Owner = Annotated[str, typer.Argument(metavar="OWNER", help="The name of the event or group it belongs to.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="Its id there, such as m1.")]
Title = Annotated[Text, typer.Option("--title", help="What has to be delivered, or is recommended.")]
Due = Annotated[
    Text,
    typer.Option(
        "--due", metavar="WHEN", help="Its last day, or a period: 'najaar 2021', 'Q3 2021', 'eind 2021'."
    ),
]
AddressedTo = Annotated[
    Text, typer.Option("--addressed-to", metavar="WHO", help="The party a recommendation is addressed to.")
]


def add(
    ctx: typer.Context,
    owner: Owner,
    title: Annotated[str, typer.Option("--title", help="What has to be delivered, or is recommended.")],
    due: Due = None,
    addressed_to: AddressedTo = None,
) -> None:
    """Add something to deliver, or a recommendation, to an event or group.

    A season is the meteorological one: 'najaar 2021' is due on 30 November 2021, 'winter 2021-2022' on 28 February.
    """
    call = Call(ctx.obj)
    typed = Typed(title=title, due=due, addressed_to=addressed_to)
    result = milestones.add(call.caller(), owner, typed)
    _tell(call, "milestone.add", result, "Added {id} to '{owner}': {title}.")


def list_(
    ctx: typer.Context,
    owner: Annotated[Text, typer.Argument(metavar="[OWNER]", help="Only of this event or group.")] = None,
    status: Annotated[
        list[str] | None, typer.Option("--status", help="Only open, late or done ones; repeatable.")
    ] = None,
) -> None:
    """List milestones, the first that is due first."""
    call = Call(ctx.obj)
    found = milestones.listing(call.caller(), owner, status=tuple(status or ()))
    call.rows(
        [milestone_shape(*one, call.now) for one in found],
        MILESTONE_KEYS,
        MILESTONE_USUAL,
        headings=MILESTONE_HEADINGS,
        nothing="No milestones. Add one with 'netwerk milestone add'.",
    )


def edit(
    ctx: typer.Context,
    owner: Owner,
    id: Id,
    title: Title = None,
    due: Due = None,
    addressed_to: AddressedTo = None,
) -> None:
    """Change a milestone.

    An empty value takes a field away: --due ''.
    """
    call = Call(ctx.obj)
    typed = Typed(title=title, due=due, addressed_to=addressed_to)
    result = milestones.edit(call.caller(), owner, id, typed)
    _tell(call, "milestone.edit", result, "Changed {id} of '{owner}': {title}.")


def done(ctx: typer.Context, owner: Owner, id: Id) -> None:
    """Record that a milestone was delivered."""
    call = Call(ctx.obj)
    result = milestones.done(call.caller(), owner, id)
    _tell(
        call,
        "milestone.done",
        result,
        "{id} of '{owner}' is done: {title}.",
        "{id} of '{owner}' was done already.",
    )


def reopen(ctx: typer.Context, owner: Owner, id: Id) -> None:
    """Record that a milestone has to be delivered after all."""
    call = Call(ctx.obj)
    result = milestones.reopen(call.caller(), owner, id)
    _tell(
        call,
        "milestone.reopen",
        result,
        "Reopened {id} of '{owner}': {title}.",
        "{id} of '{owner}' was not done.",
    )


def remove(ctx: typer.Context, owner: Owner, id: Id) -> None:
    """Take a milestone out; the history keeps what it was.

    Its id is never given to another one.
    """
    call = Call(ctx.obj)
    result = milestones.remove(call.caller(), owner, id)
    _tell(call, "milestone.remove", result, "Took {id} of '{owner}' out: {title}.", due=False)


def _tell(
    call: Call,
    action: str,
    result: MilestoneResult,
    done: str,
    idle: str = "{id} of '{owner}' was like that already.",
    *,
    due: bool = True,
) -> None:
    """Say what became of a milestone and by when it is due; with --json the result object."""
    owner, found = result.owner, result.milestone
    call.say(done if result.changed else idle, id=found.id, owner=owner.slug, title=found.title)
    if due and found.due_on is not None:
        match milestone_status(owner, found, call.now):
            case MilestoneStatus.OPEN:
                call.say("It is due by {due_on}.", due_on=found.due_on)
            case MilestoneStatus.LATE:
                call.say("It is late: it was due by {due_on}.", due_on=found.due_on)
    call.result(action, changed=result.changed, milestone=milestone_shape(owner, found, call.now))
