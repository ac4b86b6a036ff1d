"""`netwerk registration choose` and `excuse`: which sessions somebody comes to."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.options import Event, Force, Reason, Who
from netwerk_cli.cli.plain import parts
from netwerk_cli.cli.telling import tell_particulars
from netwerk_cli.services import registrations


def choose(
    ctx: typer.Context,
    event: Event,
    person: Who,
    session: Annotated[
        list[str] | None,
        typer.Option("--session", help="A session; repeatable, or with commas. None: the whole event."),
    ] = None,
    partial: Annotated[bool, typer.Option("--partial", help="Wait for the sessions that are full.")] = False,
    force: Force = False,
    reason: Reason = None,
) -> None:
    """
    $ netwerk registration choose reeks r1 --session dag-2
    $ netwerk registration choose reeks r1 --session dag-1,dag-2

    Seats in sessions that stay are kept; those left free move the waiting list up. A full session is refused.
    """
    call = Call(ctx.obj)
    chosen = parts(session)
    result = registrations.choose(
        call.caller(), event, person, chosen, partial=partial, force=force, reason=reason
    )
    tell_particulars(call, "registration.choose", result)


def excuse(
    ctx: typer.Context,
    event: Event,
    person: Who,
    session: Annotated[
        list[str],
        typer.Option("--session", help="The session to be excused from; repeatable, or with commas."),
    ],
    reason: Reason = None,
) -> None:
    """
    $ netwerk registration excuse reeks r1 --session dag-2
    $ netwerk registration excuse reeks r1 --session dag-2 --reason griep
    """
    call = Call(ctx.obj)
    result = registrations.excuse(call.caller(), event, person, parts(session), reason=reason)
    tell_particulars(call, "registration.excuse", result)
