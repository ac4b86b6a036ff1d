"""`netwerk privacy check`."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.call import Call, Row
from netwerk_cli.cli.settings import typed_path
from netwerk_cli.errors import PlacesUnread, TracesFound, Wording
from netwerk_cli.exchange.traces import INSIDE
from netwerk_cli.services import traces


def check(
    ctx: typer.Context,
    places: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE|DIR]...", help="Default: all that netwerk keeps.")
    ] = None,
    wanted: Annotated[
        str, typer.Option("--for", metavar="PERSON|TEXT", help="An e-mail address, or a name.")
    ] = ...,  # type: ignore[assignment]  # typer's sign that it has to be given
) -> None:
    """
    $ netwerk privacy check --for zoek@example.org
    $ netwerk privacy check veilig.json --for "Dina Vosje" --json

    Looks in any encoding, and into zip, xlsx, docx, gz, e-mail, calendars and PDF. Without a file: in the data file,
    its earlier states and the backups beside it. Says in which file and where, and nothing of what else stands there.
    Exit 8 where somebody was found, or something could not be looked into.
    """
    call = Call(ctx.obj)
    found = traces.check(call.caller(), wanted, [typed_path(one) for one in places or ()])
    looked = found.looked
    rows = [one._asdict() for one in looked.traces]
    unread = [one._asdict() for one in looked.unread]
    for row in rows:
        _tell_trace(call, row)
    for row in unread:
        call.say("{path}: could not be looked into: {why}.", path=_place(row), why=row["why"])
    if rows:
        raise TracesFound(count=len(rows), files=looked.files, traces=rows, unread=unread)
    if unread:
        raise PlacesUnread(count=len(unread), files=looked.files, traces=[], unread=unread)
    call.say("Not found; looked into {count:file|files}.", count=looked.files)
    if call.json:
        call.put({"files": looked.files, "traces": [], "unread": []})


_KINDS = {"address": Wording("address"), "name": Wording("name")}


def _place(row: Row) -> str:
    return INSIDE.join(part for part in (row["path"], row["inside"]) if part)


def _tell_trace(call: Call, row: Row) -> None:
    """Say where one kind of term stands, and how often."""
    known = {"place": _place(row), "what": _KINDS[row["kind"]], "count": row["times"]}
    if row["table"] is not None:
        call.say("{place}, {table}: {what}, {count:time|times}.", table=row["table"], **known)
    elif row["line"] is not None:
        call.say("{place}, line {line}: {what}, {count:time|times}.", line=row["line"], **known)
    else:
        call.say("{place}: {what}, in its name.", **known)
