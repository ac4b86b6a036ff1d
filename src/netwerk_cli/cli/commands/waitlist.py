"""`netwerk waitlist …`."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.clocks import speak_of
from netwerk_cli.cli.listings import WAITLIST
from netwerk_cli.cli.options import Event, Reason, Text
from netwerk_cli.cli.plain import whole_number
from netwerk_cli.cli.telling import tell_promoted
from netwerk_cli.errors import BadValue
from netwerk_cli.exchange.shapes import answered_shape, registration_shape
from netwerk_cli.services import waitlist
from netwerk_cli.terms import asked
from netwerk_cli.wording import Wording


def list_(ctx: typer.Context, event: Event) -> None:
    """
    $ netwerk waitlist list kickoff
    $ netwerk waitlist list kickoff --limit 5
    """
    call = Call(ctx.obj)
    found, placed = waitlist.listing(call.caller(), event)
    speak_of(found.timezone)
    rows = [
        registration_shape(found, p.registration, p.position) | answered_shape(found, p.registration)
        for p in placed
    ]
    call.rows(rows, WAITLIST, nothing="Nobody waits.", zone=found.timezone, more=asked(found))


def promote(
    ctx: typer.Context,
    event: Event,
    person: Annotated[
        Text, typer.Argument(metavar="[PERSON]", help="One person; default: the first who wait.")
    ] = None,
    count: Annotated[
        Text, typer.Option("--count", metavar="N", help="How many of the first who wait (1).")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Past the queue or the cap; needs --reason.")
    ] = False,
    reason: Reason = None,
) -> None:
    """
    $ netwerk waitlist promote lezing
    $ netwerk waitlist promote lezing --count 2
    $ netwerk waitlist promote kickoff r3 --force --reason "de spreker"

    Needs free seats, and goes in the order of the queue, unless forced.
    """
    call = Call(ctx.obj)
    if person is not None and count is not None:
        raise BadValue(field="--count", why=Wording("it goes without a person"))
    if count is not None and whole_number(count, field="--count") == 0:
        raise BadValue(field="--count", why=Wording("at least one person moves up"))
    result = waitlist.promote(
        call.caller(),
        event,
        person,
        count=1 if count is None else whole_number(count, field="--count"),
        force=force,
        reason=reason,
    )
    if not result.promoted:
        call.say("Nobody waits.")
    tell_promoted(call, result.event, [p.registration for p in result.promoted])
    shapes = [registration_shape(result.event, p.registration, p.position) for p in result.promoted]
    call.result("waitlist.promote", changed=result.changed, promoted=shapes)
