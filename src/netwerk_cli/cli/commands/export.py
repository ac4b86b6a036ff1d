"""`netwerk export …`."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from netwerk_cli.cli import vocabulary
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.delivering import Output, deliver
from netwerk_cli.cli.language import word
from netwerk_cli.cli.settings import typed_path
from netwerk_cli.domain.attendance import State
from netwerk_cli.domain.questions import YesNo
from netwerk_cli.domain.registrations import Mark, Status
from netwerk_cli.exchange.attendees import FORMATS, Spoken
from netwerk_cli.services import exports, registrations
from netwerk_cli.services.choosing import Which
from netwerk_cli.terms import REGISTRATION, headings

Text = str | None


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
        list[str] | None,
        typer.Option("--status", help="Which states (confirmed); repeatable, or with commas."),
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
    known = (*REGISTRATION, *registrations.asked(call.caller(), event)) if fields or sort else REGISTRATION
    wanted = exports.Wanted(
        format=format,
        excel=excel,
        sort=vocabulary.order(sort, known, call.language),
        names=call.settings["sort_names"].value,
        fields=tuple(vocabulary.columns(fields, known, call.language)),
        spoken=Spoken(
            headings={column: _capital(call.words(said)) for column, said in headings(REGISTRATION).items()},
            words={one.value: word(one, call.language) for one in (*Status, *Mark, *State)}
            | {one.value: word(one, call.language) for one in YesNo},
            sheet=call.words("Attendees"),
        ),
    )
    which = Which(status=tuple(status or ("confirmed",)), session=session)
    data = exports.attendee_list(call.caller(), event, wanted, which, moment=as_of)
    deliver(call, data, output, binary=FORMATS[format].binary)


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
    deliver(call, data, output)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
