"""`netwerk export …`."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from netwerk_cli.cli import vocabulary
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.language import word
from netwerk_cli.cli.settings import typed_path
from netwerk_cli.domain.registrations import Mark, Status
from netwerk_cli.errors import BadValue, Wording
from netwerk_cli.exchange.attendees import FORMATS, Spoken
from netwerk_cli.services import exports
from netwerk_cli.services.choosing import Which
from netwerk_cli.terms import REGISTRATION, headings

Text = str | None
Output = Annotated[
    Text, typer.Option("-o", "--output", metavar="FILE|-", help="Where to; default: standard output.")
]


def attendees(
    ctx: typer.Context,
    event: Annotated[str, typer.Argument(metavar="EVENT", help="The event's name.")],
    output: Output = None,
    format: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="The format.")] = "csv",
    excel: Annotated[
        bool, typer.Option("--excel", help="CSV for a double click in Dutch or Belgian Excel.")
    ] = False,
    fields: Annotated[
        Text, typer.Option("--fields", metavar="A,B", help="Which columns, in this order.")
    ] = None,
    status: Annotated[
        list[str] | None, typer.Option("--status", help="Which states (confirmed); repeatable.")
    ] = None,
    session: Annotated[Text, typer.Option("--session", help="Only who has a seat in this session.")] = None,
    sort: Annotated[
        Text,
        typer.Option(
            "--sort", metavar="FIELD", help="Order by columns, family_name too; -FIELD the other way."
        ),
    ] = None,
    as_of: Annotated[
        Text, typer.Option("--as-of", metavar="WHEN", help="As the list was at that moment.")
    ] = None,
) -> None:
    """
    $ netwerk export attendees kickoff
    $ netwerk export attendees kickoff --excel -o deelnemers.csv
    $ netwerk export attendees kickoff --format xlsx -o deelnemers.xlsx

    Names, codes and phone numbers come out as they went in; --excel guards what Excel would take for a formula.
    """
    call = Call(ctx.obj)
    wanted = exports.Wanted(
        format=format,
        excel=excel,
        sort=vocabulary.order(sort, REGISTRATION, call.language),
        names=call.settings["sort_names"].value,
        fields=tuple(vocabulary.columns(fields, REGISTRATION, call.language)),
        spoken=Spoken(
            headings={column: _capital(call.words(said)) for column, said in headings(REGISTRATION).items()},
            words={one.value: word(one, call.language) for one in (*Status, *Mark)}
            | {"yes": call.words("yes")},
            sheet=call.words("Attendees"),
        ),
    )
    which = Which(status=tuple(status or ("confirmed",)), session=session)
    data = exports.attendee_list(call.caller(), event, wanted, which, moment=as_of)
    _deliver(call, data, output, binary=FORMATS[format].binary)


def ics(
    ctx: typer.Context,
    event: Annotated[list[str] | None, typer.Argument(metavar="[EVENT]...", help="Events by name.")] = None,
    output: Output = None,
    every: Annotated[bool, typer.Option("--all", help="All events that are published.")] = False,
    drafts: Annotated[bool, typer.Option("--drafts", help="With --all: drafts too.")] = False,
) -> None:
    """
    $ netwerk export ics kickoff reeks -o agenda.ics
    $ netwerk export ics --all

    RFC 5545, one entry a session; entries keep their identity, so that a later file updates an earlier one.
    Materials with an address are attached. Milestones are left out: calendars ignore tasks.
    """
    if bool(event) == every:
        raise BadValue(field="EVENT", why=Wording("name one or more events, or give --all"))
    if drafts and not every:
        raise BadValue(field="--drafts", why=Wording("it goes with --all"))
    call = Call(ctx.obj)
    _deliver(call, exports.calendar(call.caller(), event or (), drafts=drafts), output)


def dossier(
    ctx: typer.Context,
    slug: Annotated[str, typer.Argument(metavar="SLUG", help="The name of an event or group.")],
    output: Output = None,
) -> None:
    """
    $ netwerk export dossier kickoff
    $ netwerk export dossier kickoff -o kickoff.toml

    'netwerk apply' after it changes nothing. A file that is a dossier of the same thing keeps its comments and order.
    """
    from netwerk_cli.cli.faults import telling_faults
    from netwerk_cli.services import dossiers
    from netwerk_cli.services.dossier_reading import Source

    call = Call(ctx.obj)
    present = None
    if output is not None and output != "-":
        call.caller().guard(typed_path(output))
        if os.path.isfile(typed_path(output)):  # noqa: PTH113 (Path's raises where it may not look)
            present = Source(output, call.input(output))
    with telling_faults(call):
        data = dossiers.export(call.caller(), slug, present)
    _deliver(call, data, output)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _deliver(call: Call, data: bytes, output: str | None, *, binary: bool = False) -> None:
    """Write `data` to a file or to standard output; a workbook is not for a screen."""
    if output in (None, "-"):
        if binary and call.terminal:
            raise BadValue(field="--output", why=Wording("a workbook is not for a screen; name a file"))
        call.write(data)
        return
    exports.put(call.caller(), typed_path(str(output)), data)
    call.say("Wrote {path} ({size:byte|bytes}).", path=output, size=len(data))
