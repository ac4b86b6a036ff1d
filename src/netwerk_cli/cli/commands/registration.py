"""`netwerk registration …`."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.answers_telling import show_fields, tell_special
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.clocks import speak_of
from netwerk_cli.cli.listings import HISTORY, REGISTRATIONS
from netwerk_cli.cli.options import (
    Answers,
    Event,
    Force,
    Reason,
    ReceivedAt,
    Text,
    Who,
    Whom,
    takes,
)
from netwerk_cli.cli.plain import parts, tab_line
from netwerk_cli.cli.telling import (
    tell_particulars,
    tell_registration,
    tell_several,
)
from netwerk_cli.errors import BadValue
from netwerk_cli.exchange.shapes import answered_shape, entry_shape, registration_shape
from netwerk_cli.records import replace
from netwerk_cli.services import registering, registrations
from netwerk_cli.services.registering import Terms
from netwerk_cli.terms import PERSON, REGISTRATION, Given, asked
from netwerk_cli.wording import Wording


@takes(PERSON)
def add(
    ctx: typer.Context,
    event: Event,
    given: Given,
    session: Annotated[
        list[str] | None, typer.Option("--session", help="Only this session; repeatable, or with commas.")
    ] = None,
    answer: Answers = None,
    received_at: ReceivedAt = None,
    no_waiting_list: Annotated[
        bool, typer.Option("--no-waiting-list", help="Refuse rather than wait.")
    ] = False,
    partial: Annotated[
        bool, typer.Option("--partial", help="Take the chosen sessions that are free; wait for the rest.")
    ] = False,
    force: Force = False,
    reason: Reason = None,
    revive: Annotated[
        bool, typer.Option("--revive", help="Count a request that is older than the person's cancellation.")
    ] = False,
    source: Annotated[
        Text,
        typer.Option(
            "--from",
            metavar="FILE|-",
            help="One person a line: any list that 'netwerk import registrations' reads.",
        ),
    ] = None,
    member: Annotated[
        Text, typer.Option("--member", metavar="PERSON", help="Somebody in the group that the event is for.")
    ] = None,
    members: Annotated[
        Text,
        typer.Option(
            "--members",
            metavar="GROUP",
            help="Everybody in a group; without a name, in the group that the event is for.",
        ),
    ] = None,
) -> None:
    """
    $ netwerk registration add overleg --name "Gé Vos" --email ge@example.org
    $ netwerk registration add reeks --from formulier.csv
    $ netwerk registration add reeks --members netwerk-gent --session dag-2

    Exit 0 with a seat or a place on the waiting list, 4 when already registered, 5 when a rule says no. A request that
    is older than the cancellation, refusal or substitution of that person changes nothing. With --from, every line is
    one request, all are taken in one step, each gets one line of answer, and exit 8 says that some were rejected; a
    line that was read before changes nothing, and so does one about somebody who was cancelled since. --member takes
    name, address, organisation and role from the membership; --members does so for everybody in a group, in one step:
    whoever is on the list stays as they are, and whoever was cancelled stays so.
    """
    call = Call(ctx.obj)
    if source is not None or members is not None:
        no_seat = bool(given.get("no_seat"))
        given = {name: value for name, value in given.items() if name != "no_seat"}
        alone = not any((given, answer, received_at, force, reason, member, members is not None and source))
        from netwerk_cli.cli.request_lines import add_many
        from netwerk_cli.domain.seats.rows import Ways

        ways = Ways(waiting_list=not no_waiting_list, partial=partial, revive=revive)
        add_many(call, event, source, members, ways, sessions=parts(session), alone=alone, no_seat=no_seat)
        return
    if member is not None:
        given = registering.member(call.caller(), event, member) | dict(given)
    if not {"name", "email"} <= given.keys():
        raise BadValue(field="--name, --email", why=Wording("both are needed"))
    result = registering.add(
        call.caller(),
        event,
        given,
        sessions=parts(session),
        answers=tuple(answer or ()),
        received_at=received_at,
        terms=Terms(waiting_list=not no_waiting_list, partial=partial, force=force, revive=revive),
        reason=reason,
    )
    tell_registration(call, "registration.add", result, free=result.free)


def list_(
    ctx: typer.Context,
    event: Event,
    find: Annotated[
        Text,
        typer.Option("--find", help="Only with this text in name, address, organisation, role or note."),
    ] = None,
    status: Annotated[
        list[str] | None, typer.Option("--status", help="Only in this state; repeatable, or with commas.")
    ] = None,
    session: Annotated[
        Text, typer.Option("--session", help="Only who has or waits for a seat in this session.")
    ] = None,
    organisation: Annotated[Text, typer.Option("--organisation", help="Only from this organisation.")] = None,
    audience: Annotated[Text, typer.Option("--audience", help="Only of this audience.")] = None,
    as_of: Annotated[
        Text, typer.Option("--as-of", metavar="WHEN", help="As the list was at that moment.")
    ] = None,
    everybody: Annotated[bool, typer.Option("--all", help="Also who was cancelled or declined.")] = False,
) -> None:
    """
    $ netwerk registration list kickoff
    $ netwerk registration list kickoff --status waiting
    $ netwerk registration list reeks --session dag-1 --fields name,email

    Case, accents and kinds of apostrophe do not matter to what is looked for.
    """
    from netwerk_cli.services.choosing import Which

    call = Call(ctx.obj)
    which = Which(tuple(status or ()), session, organisation, audience, find, everybody)
    found, placed = registrations.listing(call.caller(), event, which, as_of=as_of)
    speak_of(found.timezone)
    rows = [
        registration_shape(found, p.registration, p.position, p.recorded)
        | answered_shape(found, p.registration)
        for p in placed
    ]
    from netwerk_cli.exchange import attendees

    usual = (*REGISTRATIONS.usual, *attendees.more_fields(p.registration for p in placed))
    call.rows(
        rows, replace(REGISTRATIONS, usual=usual), nothing="Nobody.", zone=found.timezone, more=asked(found)
    )


def show(
    ctx: typer.Context,
    event: Event,
    person: Who,
    fields: Annotated[
        Text,
        typer.Option("--fields", metavar="A,B", help="Only these, such as the answer to a special question."),
    ] = None,
) -> None:
    """
    $ netwerk registration show kickoff r3
    $ netwerk registration show kickoff cas@example.org
    $ netwerk registration show kickoff r3 --fields name,email

    Answers to special questions, such as on health, are shown where --fields asks for them by name.
    """
    call = Call(ctx.obj)
    found, placed = registrations.show(call.caller(), event, person)
    speak_of(found.timezone)
    shape = registration_shape(found, placed.registration, placed.position, placed.recorded)
    if fields is not None:
        show_fields(call, found, shape | answered_shape(found, placed.registration), fields)
        return
    history = [entry_shape(found, placed.registration, entry) for entry in placed.registration.history]
    if call.json:
        call.put({**shape, "history": history})
        return
    call.card(shape, (*REGISTRATION, *asked(found)))
    tell_special(call, found, placed.registration)
    if call.terminal:
        from netwerk_cli.cli.changes import entry_text

        told = ((line, (line["why"], entry_text(call, line["changes"]))) for line in history)
        lines = [{**line, "details": "; ".join(filter(None, details))} for line, details in told]
        call.print("")
        call.rows(lines, HISTORY, nothing="")
        return
    for line in history:
        call.print(tab_line(("history", *(line[part] for part in HISTORY.usual))))


@takes(PERSON)
def edit(
    ctx: typer.Context,
    event: Event,
    person: Who,
    given: Given,
    answer: Answers = None,
    force: Force = False,
    reason: Reason = None,
) -> None:
    """
    $ netwerk registration edit kickoff r1 --organisation "CLB Gent"
    $ netwerk registration edit kickoff r1 --note "komt later"
    $ netwerk registration edit kickoff r1 --no-seat

    An empty value takes a field away: --note ''. With --no-seat a seat is given up, with --seat somebody who takes none
    gets one, as if they asked for it now.
    """
    call = Call(ctx.obj)
    result = registrations.edit(
        call.caller(), event, person, given, answers=tuple(answer or ()), force=force, reason=reason
    )
    tell_particulars(call, "registration.edit", result)


def cancel(ctx: typer.Context, event: Event, person: Whom, reason: Reason = None) -> None:
    """
    $ netwerk registration cancel kickoff r1 --reason ziek
    $ netwerk registration cancel kickoff an@example.org --dry-run

    Of several people each gets an answer, in one step, and exit 8 says that some could not be withdrawn.
    """
    call = Call(ctx.obj)
    if len(person) == 1:
        result = registrations.cancel(call.caller(), event, person[0], reason=reason)
        tell_registration(call, "registration.cancel", result)
        return
    from netwerk_cli.services import several

    tell_several(call, "registration.cancel", several.cancel(call.caller(), event, person, reason=reason))


def reinstate(
    ctx: typer.Context, event: Event, person: Who, force: Force = False, reason: Reason = None
) -> None:
    """
    $ netwerk registration reinstate studiedag r3
    $ netwerk registration reinstate studiedag r3 --reason "toch niet ziek"

    Everything is as it was, the place in the queue included. Where the seat went to somebody else, it takes --force.
    """
    call = Call(ctx.obj)
    result = registrations.reinstate(call.caller(), event, person, force=force, reason=reason)
    tell_registration(call, "registration.reinstate", result)


@takes(PERSON, needs=("name", "email"))
def substitute(
    ctx: typer.Context,
    event: Event,
    person: Who,
    given: Given,
    answer: Answers = None,
    force: Force = False,
    reason: Reason = None,
) -> None:
    """
    $ netwerk registration substitute kickoff r1 --name Ine --email i@example.org
    $ netwerk registration substitute kickoff r2 --name Bo --email b@example.org -n

    The seat, or the place in the queue, stays; both names stay in the history. Organisation and audience stay unless
    others are given.
    """
    call = Call(ctx.obj)
    result = registrations.substitute(
        call.caller(), event, person, given, answers=tuple(answer or ()), force=force, reason=reason
    )
    tell_particulars(call, "registration.substitute", result)
