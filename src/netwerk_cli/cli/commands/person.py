"""`netwerk person`."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from netwerk_cli.cli.call import Call, Row
from netwerk_cli.cli.listings import OF_A_PERSON
from netwerk_cli.cli.plain import tab_line
from netwerk_cli.exchange.attendees import ATTENDED
from netwerk_cli.exchange.shapes import entry_shape, membership_shape, registration_shape
from netwerk_cli.services import persons


def person(
    ctx: typer.Context,
    person: Annotated[
        str, typer.Argument(metavar="EMAIL|NAME", help="An e-mail address, or (part of) a name.")
    ],
    history: Annotated[bool, typer.Option("--history", help="Also what happened, line by line.")] = False,
) -> None:
    """
    $ netwerk person an@example.org
    $ netwerk person "Dina Vos" --history

    Registrations and memberships in every state. A name that fits several people is refused with the list (exit 4).
    """
    call = Call(ctx.obj)
    found = persons.everything(call.caller(), person)
    registrations = [
        registration_shape(event, p.registration, p.position, p.recorded) for event, p in found.registrations
    ]
    memberships = [membership_shape(group, membership) for group, membership in found.memberships]
    lines = _lines(found) if history else None
    if call.json:
        told = {"name": found.name, "email": found.email, "registrations": registrations}
        call.put({**told, "memberships": memberships, "history": lines})
        return
    call.tell(f"{found.name} <{found.email}>" if call.terminal else f"person\t{found.name}\t{found.email}")
    for kind, rows in {
        "registration": registrations,
        "membership": memberships,
        "history": lines or [],
    }.items():
        _part(call, kind, rows)


def _lines(found: persons.Person) -> list[Row]:
    """Return what happened to somebody, the oldest first."""
    lines = [
        *(
            entry_shape(event, p.registration, e)
            for event, p in found.registrations
            for e in p.registration.history
        ),
        *(entry_shape(group, m, entry) for group, m in found.memberships for entry in m.history),
    ]
    return sorted(lines, key=lambda line: datetime.fromisoformat(line["at"]))


def _part(call: Call, kind: str, rows: list[Row]) -> None:
    """Put a table on a screen; in a pipe lines that begin with what they are."""
    listing = OF_A_PERSON[kind]
    if call.terminal and rows:
        call.print("")
        call.rows(rows, listing, nothing="")
        return
    more = ATTENDED if any(row.get("attendance") or row.get("no_show") for row in rows) else ()
    for row in rows:
        call.print(tab_line((kind, *(row[name] for name in (*listing.usual, *more)))))
