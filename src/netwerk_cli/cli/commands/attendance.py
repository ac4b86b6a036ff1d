"""`netwerk attendance …`."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.attendance_telling import tell
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.cautions import careful
from netwerk_cli.cli.clocks import speak_of
from netwerk_cli.cli.listings import ATTENDANCES
from netwerk_cli.cli.options import WHOM, Event, Force, Reason, Text, takes
from netwerk_cli.cli.plain import whole_number
from netwerk_cli.domain import pictures
from netwerk_cli.domain.attendance import State
from netwerk_cli.domain.attending import Said
from netwerk_cli.errors import BadValue, NetwerkError
from netwerk_cli.exchange.shapes import attendance_shape
from netwerk_cli.records import replace
from netwerk_cli.services import attendance, values
from netwerk_cli.terms import PERSON, Given
from netwerk_cli.wording import Wording

Of = Annotated[
    Text,
    typer.Option("--session", metavar="S", help="Which session. Default: the only one, or that of today."),
]
States = "|".join(State)


@takes(PERSON)
def record(
    ctx: typer.Context,
    event: Event,
    given: Given,
    person: Annotated[list[str] | None, typer.Argument(metavar="[PERSON]...", help=WHOM)] = None,
    session: Of = None,
    as_: Annotated[
        str, typer.Option("--as", metavar=States, help="What they were (present); unknown takes it back.")
    ] = State.PRESENT.value,
    all_but: Annotated[
        bool, typer.Option("--all-but", help="Everybody expected but these; who is excused stays so.")
    ] = False,
    source: Annotated[
        Text, typer.Option("--from", metavar="FILE|-", help="Also the people of a file, one a line.")
    ] = None,
    minutes: Annotated[
        Text, typer.Option("--minutes", metavar="N", help="How many minutes they were in the session.")
    ] = None,
    walk_in: Annotated[
        bool, typer.Option("--walk-in", help="Register who came all the same: --name and --email.")
    ] = False,
    force: Force = False,
    reason: Reason = None,
) -> None:
    """
    $ netwerk attendance record kickoff r1
    $ netwerk attendance record kickoff --all-but bo@example.org
    $ netwerk attendance record kickoff r1 --as excused

    Of several people each gets an answer, in one step, and exit 8 says that some could not be recorded. It changes no
    seat. --walk-in lets in who has none: registration need not be open, but where there is no free seat, or others
    wait for it, it takes a --reason, which stays visible.
    """
    call = Call(ctx.obj)
    state = values.choice(as_, State, field="--as")
    if minutes is not None and state is not State.PRESENT:
        raise BadValue(field="--minutes", why=Wording("it goes with --as present"))
    said = Said(state, None if minutes is None else whole_number(minutes, field="--minutes"))
    persons = [*(person or ()), *_lines(call, source)]
    if walk_in:
        _walk_in(call, event, given, persons, said, session=session, force=force, reason=reason)
        return
    if given or force or reason is not None:
        raise BadValue(
            field="--walk-in", why=Wording("the other options say who walks in; it is needed with them")
        )
    if not persons and not all_but:
        raise BadValue(field="PERSON", why=Wording("name one or more people, or give --all-but"))
    done = attendance.record(call.caller(), event, persons, said, session=session, all_but=all_but)
    speak_of(done.event.timezone)
    if len(persons) == 1 and not all_but and isinstance(done.answers[0].outcome, NetwerkError):
        raise done.answers[0].outcome
    tell(call, done)


def _walk_in(
    call: Call,
    event: str,
    given: Given,
    persons: list[str],
    said: Said,
    *,
    session: str | None,
    force: bool,
    reason: str | None,
) -> None:
    if persons or not {"name", "email"} <= given.keys() or said.state is not State.PRESENT:
        raise BadValue(
            field="--walk-in", why=Wording("it takes --name and --email of one person who is present")
        )
    done = attendance.walk_in(call.caller(), event, given, said, session=session, force=force, reason=reason)
    speak_of(done.event.timezone)
    careful(call, done.warnings)
    tell(call, done)


def _lines(call: Call, source: str | None) -> list[str]:
    """Return the people of a file, one a line; blank lines name nobody."""
    if source is None:
        return []
    text = call.input(source).decode("utf-8-sig", "replace")
    return [line.strip() for line in text.splitlines() if line.strip()]


def check_in(ctx: typer.Context, event: Event, session: Of = None) -> None:
    """
    $ netwerk attendance check-in kickoff
    $ netwerk attendance check-in reeks --session dag-1

    A line is a code, the badge of somebody (kickoff/r17), an address, or (part of) a name. Each is a change of its own,
    kept at once. At a terminal it asks for the next until Ctrl-D, and an empty line shows who is still to come; in a
    pipe exit 8 says that some could not be checked in.
    """
    from netwerk_cli.cli.door import check_people_in

    check_people_in(Call(ctx.obj), event, session)


def list_(
    ctx: typer.Context,
    event: Event,
    session: Annotated[Text, typer.Option("--session", metavar="S", help="Only this session.")] = None,
    as_: Annotated[
        list[str] | None,
        typer.Option(
            "--as", metavar=States, help="Only who was this; repeatable. unknown: nothing recorded."
        ),
    ] = None,
) -> None:
    """
    $ netwerk attendance list kickoff
    $ netwerk attendance list reeks --session dag-1 --as unknown

    Who has a seat, who is on the list without one, and of whom anything was recorded. A no-show had a seat, was not
    excused and was not there, once attendance was recorded. Where the event asks whether somebody may be in a picture
    (a question with the id foto), the last column says so; no answer is no.
    """
    call = Call(ctx.obj)
    found, stays = attendance.listing(call.caller(), event, session=session, states=as_ or ())
    speak_of(found.timezone)
    rows = [attendance_shape(found, *stay) for stay in stays]
    kind = ATTENDANCES
    if pictures.asked(found):
        kind = replace(kind, usual=(*kind.usual, "pictures"), shown={**(kind.shown or {}), "pictures": 1})
    call.rows(rows, kind, nothing="Nobody.", zone=found.timezone)
