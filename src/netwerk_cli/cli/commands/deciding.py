"""`netwerk registration approve` and `decline`: what an organiser decides about who asks for a seat."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.answering import require_people
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.options import Event, Reason, WhomOrAll
from netwerk_cli.cli.telling import tell_registration, tell_several
from netwerk_cli.services import registrations, several

EveryPending = Annotated[bool, typer.Option("--all", help="Everybody who awaits approval.")]


def approve(ctx: typer.Context, event: Event, person: WhomOrAll = None, every: EveryPending = False) -> None:
    """
    $ netwerk registration approve studiedag r1
    $ netwerk registration approve studiedag dina@example.org
    $ netwerk registration approve studiedag --all

    Of several people each gets an answer, in one step, and exit 8 says that some could not be approved.
    """
    call, persons = Call(ctx.obj), person or []
    require_people(persons, every=every)
    if len(persons) == 1:
        result = registrations.approve(call.caller(), event, persons[0])
        tell_registration(call, "registration.approve", result)
        return
    tell_several(call, "registration.approve", several.approve(call.caller(), event, persons))


def decline(
    ctx: typer.Context,
    event: Event,
    person: WhomOrAll = None,
    every: EveryPending = False,
    reason: Reason = None,
) -> None:
    """
    $ netwerk registration decline studiedag r2 --reason "alleen voor leraren"
    $ netwerk registration decline studiedag r2 --dry-run

    Answers and exit codes are as for 'netwerk registration approve'.
    """
    call, persons = Call(ctx.obj), person or []
    require_people(persons, every=every)
    if len(persons) == 1:
        result = registrations.decline(call.caller(), event, persons[0], reason=reason)
        tell_registration(call, "registration.decline", result)
        return
    tell_several(call, "registration.decline", several.decline(call.caller(), event, persons, reason=reason))
