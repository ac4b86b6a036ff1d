"""`netwerk export agenda`."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.options import Text
from netwerk_cli.cli.publishing import agenda_look, published_shape
from netwerk_cli.cli.settings import typed_path
from netwerk_cli.services import publishing


def agenda(
    ctx: typer.Context,
    output: Annotated[
        str,
        typer.Option("-o", "--output", metavar="DIR", help="The folder; it is made where it is not there."),
    ],
    name: Annotated[Text, typer.Option("--name", help="What the agenda is called, from now on.")] = None,
    url: Annotated[
        Text, typer.Option("--url", metavar="URL", help="Where the folder will be on the web, from now on.")
    ] = None,
) -> None:
    """
    $ netwerk export agenda -o agenda --lang nl
    $ netwerk export agenda -o agenda --name "Netwerk Gent"
    $ netwerk export agenda -o agenda --url https://example.org/agenda

    index.html, a page and a calendar for each event that is published, agenda.ics to subscribe to, agenda.atom for
    news. No name of who registered, no link to take part; the pages fetch nothing from anywhere.

    Only what changed is written, and what was written of an event that is gone is taken away: cron can run it. A file
    of somebody else is never touched. The folder remembers --name, --url and --lang.
    """
    call = Call(ctx.obj)
    done = publishing.publish(call.caller(), typed_path(output), agenda_look(call, name, url))
    call.say(
        "{count:file|files} in {path}, of which {written} new or changed; {removed} taken away.",
        count=done.files,
        path=output,
        written=len(done.written),
        removed=len(done.removed),
    )
    call.result("export.agenda", changed=done.changed, **published_shape(done))
