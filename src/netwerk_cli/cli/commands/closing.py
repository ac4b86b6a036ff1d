"""`netwerk close-due`."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.clocks import speak_of
from netwerk_cli.cli.settings import typed_path
from netwerk_cli.cli.telling import tell_promoted
from netwerk_cli.domain.registrations import Status
from netwerk_cli.exchange.shapes import event_shape, registration_shape
from netwerk_cli.services import closing


def close_due(
    ctx: typer.Context,
    export_dir: Annotated[
        str | None,
        typer.Option(
            "--export-dir",
            metavar="DIR",
            help="Write the final attendee list of each event that is closed there, once.",
        ),
    ] = None,
) -> None:
    """
    $ netwerk close-due --dry-run
    $ netwerk close-due --export-dir .

    Silent with exit 0 when nothing was due. Nobody gets in late when this runs late: the closing time itself decides.
    A final list is written once for every event that is closed, however it closed; it never replaces one that differs.
    """
    call = Call(ctx.obj)
    folder = None if export_dir is None else typed_path(export_dir)
    due = closing.close_due(call.caller(), export_dir=folder)
    for freed in due.released:
        tell_promoted(call, freed.event, freed.promoted)
    for one in due.closed:
        speak_of(one.event.timezone)
        call.say(
            "Registration for '{event}' closed on {closes_at}; {confirmed} confirmed.",
            event=one.event.slug,
            closes_at=one.event.closing,
            confirmed=one.tally[Status.CONFIRMED],
        )
    for file in due.lists.values():
        call.say("Wrote {path}.", path=str(file))
    if any(due) or call.json:
        files = {slug: str(file) for slug, file in due.lists.items()}
        call.result(
            "close-due",
            changed=any(due),
            closed=[
                {**event_shape(one.event, one.tally, call.now), "file": files.get(one.event.slug)}
                for one in due.closed
            ],
            promoted=[
                registration_shape(freed.event, r, None) for freed in due.released for r in freed.promoted
            ],
            lists=[{"event": slug, "file": file} for slug, file in files.items()],
        )
