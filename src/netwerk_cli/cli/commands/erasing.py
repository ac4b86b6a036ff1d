"""`netwerk privacy check` and `erase`."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Annotated

import typer

from netwerk_cli.cli.call import Call, Row
from netwerk_cli.cli.options import Reason, Text
from netwerk_cli.cli.settings import typed_path
from netwerk_cli.cli.telling import tell_promoted
from netwerk_cli.domain import moments
from netwerk_cli.errors.outcomes import ErasedButUnread, PlacesUnread, TracesFound
from netwerk_cli.exchange.shapes import registration_shape
from netwerk_cli.exchange.traces import INSIDE
from netwerk_cli.services import erasing, traces
from netwerk_cli.wording import Wording


def erase(
    ctx: typer.Context,
    person: Annotated[
        str,
        typer.Argument(metavar="PERSON", help="An e-mail address, or (part of) a name; a code with --event."),
    ],
    event: Annotated[Text, typer.Option("--event", metavar="EVENT", help="From this event only.")] = None,
    reason: Reason = None,
) -> None:
    """
    $ netwerk privacy erase dina@example.org --dry-run
    $ netwerk privacy erase "Dina Vos" --event studiedag --yes

    Withdraws them first from what is not over, and says who moves up. What is over keeps its counts and figures. They
    go from every list, history, change record and earlier state, so that no undo and no restore brings them back; the
    log says that somebody was erased, not who. Then names the backups, exports, calendars and messages that netwerk
    wrote and that still hold them; exit 8 where one cannot be looked into. They may register again. A name that fits
    several people is refused with the list (exit 4).
    """
    call = Call(ctx.obj)
    salt = secrets.token_hex(16)
    trial = erasing.erase(
        call.caller(trial=True), person, event=event, reason=reason, salt=salt
    )  # who is not there needs no question
    call.confirm(
        "Erase {name} <{email}> for good, from {count:list|lists}?",
        name=trial.name,
        email=trial.email,
        count=len(trial.left),
    )
    done = (
        trial if call.dry_run else erasing.erase(call.caller(), person, event=event, reason=reason, salt=salt)
    )
    _tell_erased(call, done, erasing.elsewhere(call.caller(), done.terms))


def _tell_erased(call: Call, done: erasing.Result, elsewhere: Sequence[erasing.Elsewhere]) -> None:
    for left in done.left:
        if left.withdrawn:
            known = {"code": left.record.code, "owner": left.owner.slug}
            call.say("Withdrawn from '{owner}' first: {code}.", **known)
    for event, registration in done.promoted:
        tell_promoted(call, event, [registration])
    call.say("Erased from {count:list|lists}, and from all that was kept of it.", count=len(done.left))
    for one in elsewhere:
        _tell_elsewhere(call, one)
    unread = [str(path) for path in call.store().unswept]
    for path in unread:
        call.warn("{path}: cannot be read, so it may still hold them; remove it.", path=path)
    unread += [one.path for one in elsewhere if one.holds is None and one.why != erasing.GONE]
    result = _result(done, elsewhere, unread)
    if unread and not call.dry_run:
        raise ErasedButUnread(count=len(unread), action="privacy.erase", change=call.change_code(), **result)
    call.result("privacy.erase", changed=True, **result)


def _tell_elsewhere(call: Call, one: erasing.Elsewhere) -> None:
    """Say of a file that netwerk wrote that it still holds somebody, or may."""
    known = {"path": one.path, "kind": one.kind, "at": moments.in_zone(one.at, call.zone)}
    if one.holds:
        call.warn("Still in {path}, written by '{kind}' on {at}: remove it, or take them out.", **known)
    elif one.holds is None:
        call.warn("Not looked into: {path}, written by '{kind}' on {at}: {why}.", **known, why=one.why)


def _result(done: erasing.Result, elsewhere: Sequence[erasing.Elsewhere], unread: list[str]) -> Row:
    """Return what erasing came to, as a script gets it."""
    return {
        "lists": [
            {
                "owner": one.owner.slug,
                "code": one.record.code,
                "status": one.record.status,
                "withdrawn": one.withdrawn,
            }
            for one in done.left
        ],
        "promoted": [registration_shape(event, one, None) for event, one in done.promoted],
        "elsewhere": [
            {
                "path": one.path,
                "kind": one.kind,
                "written_at": one.at.isoformat(),
                "holds": one.holds,
                "why": one.why,
            }
            for one in elsewhere
        ],
        "unread": unread,
    }


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

    Looks in any encoding, and into zip, xlsx, docx, gz, e-mail, calendars and PDF. Without a file: in the data file
    or database, its earlier states, and the backups, exports, calendars and messages that netwerk wrote. Says in which
    file and where, and nothing of what else stands there. Exit 8 where somebody was found, or something could not be
    looked into.
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
