"""`netwerk import …`."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.options import Event, Group, Text
from netwerk_cli.domain.attendee_lists import OnFull
from netwerk_cli.errors import BadValue
from netwerk_cli.services import values
from netwerk_cli.wording import Wording

Maps = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="COLUMN=FIELD",
        help="Which field a column holds; repeatable, kept for the next file. Of dates also the order and the "
        "zone: 'Sent=received_at day-first UTC'. 'ignore' leaves a column out.",
    ),
]


File = Annotated[str, typer.Argument(metavar="FILE|-", help="The list; - is standard input.")]
Rejects = Annotated[
    Text, typer.Option("--rejects", metavar="FILE", help="Write the rows that were not taken there.")
]


def registrations(
    ctx: typer.Context,
    event: Event,
    file: Annotated[
        str, typer.Argument(metavar="[FILE|-]", help="The list; - is standard input.", show_default=False)
    ] = "",
    maps: Maps = None,
    on_full: Annotated[
        str,
        typer.Option(
            "--on-full",
            metavar="wait|reject",
            help="What becomes of rows without a seat: wait (default, as the event's terms are) or reject.",
        ),
    ] = OnFull.WAIT.value,
    rejects: Rejects = None,
    no_seat: Annotated[
        bool, typer.Option("--no-seat", help="They take no seat: a list of speakers, staff or press.")
    ] = False,
    keep_columns: Annotated[
        bool,
        typer.Option("--keep-columns", help="Make questions of the columns that nothing else is read from."),
    ] = False,
    watch: Annotated[
        Text,
        typer.Option(
            "--watch",
            metavar="DIR",
            help="Read every file in DIR and move it to its folder verwerkt or geweigerd.",
        ),
    ] = None,
) -> None:
    """
    $ netwerk import registrations overleg formulier.csv --dry-run
    $ netwerk import registrations overleg formulier.csv --rejects geweigerd.csv
    $ netwerk import registrations overleg formulier.csv --map organisatie=role

    CSV and XLSX of Microsoft Forms, Google Forms, Eventbrite, pretix and others, lists kept by hand, and what netwerk
    itself writes. Encoding, delimiter, heading, sheet and columns are found; the first line of answer says which
    column is read as what. Who asked first goes first. A row that was read before changes nothing, one that was
    corrected corrects, one that the form cancelled cancels; whoever was cancelled or replaced here stays so. Exit 8
    says that some rows were not taken.
    """
    from netwerk_cli.cli import importing, inbox_reading

    call = Call(ctx.obj)
    waiting_list = values.choice(on_full, OnFull, field="--on-full") is OnFull.WAIT
    if bool(file) == bool(watch):
        raise BadValue(field="FILE", why=Wording("give either a file or --watch DIR"))
    if watch:
        for option, given in {
            "--rejects": rejects,
            "--no-seat": no_seat,
            "--keep-columns": keep_columns,
        }.items():
            if given:
                raise BadValue(field=option, why=Wording("it goes with a file"))
        inbox_reading.watch(call, event, watch, maps or (), waiting_list=waiting_list)
        return
    _require_file(rejects)
    importing.registrations(
        call,
        event,
        file,
        maps or (),
        waiting_list=waiting_list,
        rejects=rejects,
        no_seat=no_seat,
        keep_columns=keep_columns,
    )


def members(
    ctx: typer.Context,
    group: Group,
    file: File,
    maps: Maps = None,
    rejects: Rejects = None,
    by: Annotated[
        Text,
        typer.Option("--by", metavar="PERSON", help="The moderator who adds. Default: you, the organiser."),
    ] = None,
    requests: Annotated[
        bool, typer.Option("--requests", help="They ask to join; nobody has decided yet.")
    ] = False,
) -> None:
    """
    $ netwerk import members netwerk-gent formulier.csv --dry-run
    $ netwerk import members netwerk-gent formulier.csv --requests
    $ netwerk import members netwerk-gent formulier.csv --map organisatie=role

    The lists are those of 'netwerk import registrations'. Whoever is listed is added, whatever the group's access, and
    a request that they made is granted; with --requests each row is a request: a membership in an open group, one to
    approve in a semi-open one, refused by a closed one. A row that was read before changes nothing, and one that was
    corrected corrects. Who left or was declined stays so, unless the row says that they asked later. Exit 8 says that
    some rows were not taken.
    """
    from netwerk_cli.cli import importing
    from netwerk_cli.services.importing_members import Terms

    _require_file(rejects)
    if by and requests:
        raise BadValue(field="--by", why=Wording("of requests nobody has decided yet"))
    terms = Terms(by=by, requests=requests)
    importing.members(Call(ctx.obj), group, file, maps or (), terms, rejects=rejects)


def events(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="The calendar file; - is standard input.")],
) -> None:
    """
    $ netwerk import events agenda.ics --dry-run
    $ netwerk import events agenda.ics

    Calendar files (.ics) of Outlook, Google, Apple and others. Each event in it becomes a draft, for which nobody can
    register until 'netwerk event open' publishes it; one that repeats becomes one event with a session for each time,
    200 at most and without an end those of a year. Nobody who is invited in it is registered. An event that was read
    before changes nothing; what the file says otherwise since is taken over by a draft that was not touched here, and
    else only told. Exit 8 says that something in it could not be read.
    """
    from netwerk_cli.cli import importing_events

    importing_events.events(Call(ctx.obj), file)


def attendance(
    ctx: typer.Context,
    event: Event,
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="The report or list; - is standard input.")],
    session: Annotated[
        Text, typer.Option("--session", metavar="S", help="Of which session. Default: the one of its day.")
    ] = None,
    present_from: Annotated[
        Text,
        typer.Option(
            "--present-from",
            metavar="50%|60m",
            help="From what part of the session, or how long in it, somebody was there (50%).",
        ),
    ] = None,
) -> None:
    """
    $ netwerk import attendance kickoff aanwezigheid.csv --dry-run
    $ netwerk import attendance kickoff aanwezigheid.csv --present-from 60m

    Reports of Teams and Zoom as they are downloaded, and lists by hand (CSV or XLSX) of names, addresses or codes, with
    a column 'aanwezig' or without. Matched by address, then by a name that fits exactly one person. Who has a seat and
    is not in it, or too short, is recorded as absent; who is in it without a seat is named, never added. What was
    recorded as present otherwise stays so, and so does who is excused. The same report again changes nothing.
    """
    from netwerk_cli.cli import attendance_importing

    attendance_importing.attendance(Call(ctx.obj), event, file, session=session, present_from=present_from)


def _require_file(rejects: str | None) -> None:
    """Refuse standard output for rejected rows: on a non-zero exit it is empty."""
    if rejects == "-":
        raise BadValue(field="--rejects", why=Wording("name a file"))
