"""`netwerk session …`."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.clocks import speak_of
from netwerk_cli.cli.event_telling import tell_cautions
from netwerk_cli.cli.listings import SESSIONS
from netwerk_cli.cli.options import Event, Reason, Text, takes
from netwerk_cli.cli.plain import whole_number
from netwerk_cli.cli.telling import tell_event, tell_promoted
from netwerk_cli.domain.events import Event as Record
from netwerk_cli.exchange.shapes import registration_shape, seats_shape, session_shape
from netwerk_cli.services import sessions
from netwerk_cli.services.events import EventResult
from netwerk_cli.terms import SESSION, Given, only

Name = Annotated[
    str, typer.Argument(metavar="SESSION", help="The session's name within the event, such as day-1.")
]
Unknown = Annotated[bool, typer.Option("--to-be-announced", help="Its date is not known yet.")]

_REPEATED = only(SESSION, "starts_at", "ends_at", "duration", "title", "capacity", "location", "online_url")
"""What can be said of sessions that are made together."""


@takes(SESSION)
def add(
    ctx: typer.Context,
    event: Event,
    session: Name,
    given: Given,
    to_be_announced: Unknown = False,
) -> None:
    """
    $ netwerk session add reeks dag-4 --starts "16 april 10u" --duration 3u
    $ netwerk session add reeks slotdag --to-be-announced

    Times are local to the event. A session may have seats of its own, and take place within another event.
    """
    call = Call(ctx.obj)
    given = {**given, "to_be_announced": to_be_announced}
    _tell(call, "session.add", sessions.add(call.caller(), event, session, given), session)


@takes(SESSION)
def edit(
    ctx: typer.Context,
    event: Event,
    session: Name,
    given: Given,
    to_be_announced: Unknown = False,
    force: Annotated[
        bool, typer.Option("--force", help="Allow a cap below the seats held; needs --reason.")
    ] = False,
    reason: Reason = None,
) -> None:
    """
    $ netwerk session edit reeks dag-2 --starts "12 maart 10u" --duration 3u
    $ netwerk session edit reeks dag-2 --location "Zaal 3" --capacity 20

    An empty value takes a field away: --location ''.
    """
    call = Call(ctx.obj)
    given = {**given, "to_be_announced": to_be_announced}
    result = sessions.edit(call.caller(), event, session, given, force=force, reason=reason)
    _tell(call, "session.edit", result, session)


@takes(_REPEATED, needs=("starts_at",))
def repeat(
    ctx: typer.Context,
    event: Event,
    given: Given,
    every: Annotated[
        Text, typer.Option("--every", metavar="RHYTHM", help="week, 2 weeks, day, month.")
    ] = None,
    rule: Annotated[
        Text, typer.Option("--rule", metavar="RRULE", help="A rule of RFC 5545: FREQ=WEEKLY;BYDAY=TU.")
    ] = None,
    count: Annotated[Text, typer.Option("--count", metavar="N", help="How many sessions.")] = None,
    until: Annotated[
        Text, typer.Option("--until", metavar="DATE", help="The last day one may start on.")
    ] = None,
    prefix: Annotated[
        str, typer.Option("--prefix", help="They are called PREFIX-1, PREFIX-2, …")
    ] = "session",
) -> None:
    """
    $ netwerk session repeat reeks --every week --count 4 --starts "6 mei 10u"
    $ netwerk session repeat reeks --rule FREQ=MONTHLY --count 3 --starts "6 mei"

    Weekly at 10:00 stays 10:00 across a clock change. Every session stands by itself afterwards. --dry-run lists them
    without making them.
    """
    call = Call(ctx.obj)
    number = None if count is None else whole_number(count, field="--count")
    result = sessions.repeat(
        call.caller(), event, prefix, given, every=every, rule=rule, count=number, until=until
    )
    _tell(call, "session.repeat", result, prefix)


def list_(ctx: typer.Context, event: Event) -> None:
    """
    $ netwerk session list reeks
    $ netwerk session list reeks --fields id,starts_at,free
    """
    call = Call(ctx.obj)
    found = sessions.listing(call.caller(), event)
    for one in found[:1]:
        speak_of(one.event.timezone)
    rows = [seats_shape(one.session, one.held, one.waiting, one.free) for one in found]
    call.rows(rows, SESSIONS, nothing="No sessions. Add one with 'netwerk session add'.")


def cancel(ctx: typer.Context, event: Event, session: Name, reason: Reason = None) -> None:
    """
    $ netwerk session cancel reeks dag-2 --reason "spreker ziek"
    $ netwerk session cancel reeks dag-2 --dry-run
    """
    call = Call(ctx.obj)
    _tell(call, "session.cancel", sessions.cancel(call.caller(), event, session, reason=reason), session)


def reopen(
    ctx: typer.Context,
    event: Event,
    session: Name,
    force: Annotated[
        bool, typer.Option("--force", help="Also with more people than seats; needs --reason.")
    ] = False,
    reason: Reason = None,
) -> None:
    """
    $ netwerk session reopen reeks dag-3
    $ netwerk session reopen reeks dag-3 --dry-run
    """
    call = Call(ctx.obj)
    result = sessions.reopen(call.caller(), event, session, force=force, reason=reason)
    _tell(call, "session.reopen", result, session)


def remove(ctx: typer.Context, event: Event, session: Name) -> None:
    """
    $ netwerk session remove reeks dag-3
    $ netwerk session remove reeks dag-3 --dry-run
    """
    call = Call(ctx.obj)
    _tell(call, "session.remove", sessions.remove(call.caller(), event, session), session)


_DONE = {
    "session.add": "Added session '{session}' to '{event}'.",
    "session.edit": "Changed session '{session}' of '{event}'.",
    "session.cancel": "Called session '{session}' of '{event}' off.",
    "session.reopen": "Session '{session}' of '{event}' is on again.",
    "session.remove": "Took session '{session}' out of '{event}'.",
    "session.repeat": "'{event}' has {count:session|sessions} now.",
}


def _closed(event: Record | None, now: datetime) -> bool:
    return event is not None and event.closing is not None and event.closing <= now


_MOST_TOLD = 20
"""How many of the sessions that were made together are told one by one."""


def _tell_made(call: Call, result: EventResult) -> None:
    """Say when each of the sessions starts that were made together; of many the first ones and the last."""
    before = {session.id for session in result.before.sessions} if result.before else set[str]()
    made = [session for session in result.event.sessions if session.id not in before]
    for number, session in enumerate(made, 1):
        if len(made) <= _MOST_TOLD or number < _MOST_TOLD or session is made[-1]:
            call.say("{session}: {starts_at}", session=session.id, starts_at=session.starts_at)
        elif number == _MOST_TOLD:
            call.say("… and {count} more", count=len(made) - _MOST_TOLD)


def _tell(call: Call, action: str, result: EventResult, session_id: str) -> None:
    """Say what became of a session, who moved up, and what looks odd about its seats."""
    event = result.event
    speak_of(event.timezone)
    session = next((s for s in event.sessions if s.id == session_id), None)
    if result.changed:
        call.say(_DONE[action], session=session_id, event=event.slug, count=len(event.sessions))
    else:
        call.say("Nothing changed.")
    more: dict[str, object] = {}
    if action == "session.edit":
        from netwerk_cli.cli.changes import tell_changes

        more["changes"] = tell_changes(call, result.before, event)
    if session is not None and session.starts_at is not None and session.cancelled_at is None:
        call.say("It starts on {starts_at}.", starts_at=session.starts_at)
    if session and event.capacity is not None and (session.capacity or 0) > event.capacity:
        call.warn(
            "Careful: its cap of {capacity} is above the event's {most}.",
            capacity=session.capacity,
            most=event.capacity,
        )
    if action == "session.repeat":
        _tell_made(call, result)
    tell_cautions(call, result)
    tell_promoted(call, event, [placed.registration for placed in result.promoted])
    ends = (result.before, event)
    announced = len({one is not None and one.is_draft for one in ends}) > 1
    if result.changed and (announced or any(_closed(one, call.now) for one in ends)):
        tell_event(call, event, result.tally)
    call.result(
        action,
        changed=result.changed,
        event=event.slug,
        session=session_shape(session) if session else None,
        sessions=[session_shape(one) for one in event.sessions],
        promoted=[registration_shape(event, p.registration, p.position) for p in result.promoted],
        **more,
    )
