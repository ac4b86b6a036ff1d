"""`netwerk close-due`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.clocks import speak_of
from netwerk_cli.cli.settings import typed_path
from netwerk_cli.cli.telling import tell_promoted
from netwerk_cli.domain.registrations import Status
from netwerk_cli.exchange.shapes import event_shape, registration_shape
from netwerk_cli.services import closing

if TYPE_CHECKING:
    from netwerk_cli.services.publishing import Published


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
    agenda: Annotated[
        str | None,
        typer.Option(
            "--agenda", metavar="DIR", help="Write the pages of the agenda there, as 'export agenda' does."
        ),
    ] = None,
) -> None:
    """
    $ netwerk close-due --dry-run
    $ netwerk close-due --export-dir .
    $ netwerk close-due --export-dir . --agenda agenda

    Silent with exit 0 when nothing was due. Nobody gets in late when this runs late: the closing time itself decides.
    A final list is written once for every event that is closed, however it closed; it never replaces one that differs.
    Of the agenda only what changed is written, in silence; its name, address and language are those of 'export agenda'.
    """
    call = Call(ctx.obj)
    folder = None if export_dir is None else typed_path(export_dir)
    wanted = None if agenda is None else _agenda(call, agenda)
    due, published = closing.close_and_publish(call.caller(), export_dir=folder, agenda=wanted)
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
            agenda=None if published is None else _published(published),
        )


def _agenda(call: Call, folder: str) -> closing.Agenda:
    from netwerk_cli.cli.publishing import agenda_look

    return closing.Agenda(typed_path(folder), agenda_look(call))


def _published(done: Published) -> dict[str, Any]:
    from netwerk_cli.cli.publishing import published_shape

    return published_shape(done)
