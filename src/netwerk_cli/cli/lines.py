"""`netwerk registration add EVENT --from`: one person a line, and one line of answer each."""

from __future__ import annotations

from functools import partial

from netwerk_cli.cli import language
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.importing import shown, tell_unread
from netwerk_cli.cli.plain import tab_text
from netwerk_cli.cli.telling import tell_several
from netwerk_cli.domain.seats.rereading import Ways
from netwerk_cli.errors import BadValue, OldNews, SomeRejected, Wording
from netwerk_cli.exchange import tables
from netwerk_cli.services import importing, registering
from netwerk_cli.services.importing import Read


def add_many(call: Call, event: str, source: str | None, ways: Ways, *, alone: bool) -> None:
    """Register one person a line, or without lines all members of the group; nothing else says who registers."""
    if not alone and source is not None:
        raise BadValue(
            field="--from", why=Wording("the lines say who registers; leave the other options out")
        )
    if not alone:
        raise BadValue(
            field="--members", why=Wording("the group says who registers; leave the other options out")
        )
    if source is None:
        answered = registering.add_members(call.caller(), event)
        tell_several(call, "registration.add", answered, nothing="Nobody.")
        return
    add_lines(call, event, source, ways)


def add_lines(call: Call, event: str, source: str, ways: Ways) -> None:
    """Register one person a line, and answer with one line each."""
    call.require_reader()
    file = importing.Source(call.input(source, tables.LARGEST + 1), shown(source), {})
    done = importing.registrations(call.caller(), event, file, ways, look=partial(tell_unread, call))
    shapes = [_line_shape(call, one) for one in done.rows]
    told = [shape for shape in shapes if shape["error"] is not None]
    rejected = [shape for shape in told if shape["error"] != OldNews.code]
    taken = [one for one in done.rows if one.taken.outcome is not None]
    call.options["changed"] = not call.dry_run and done.changed
    for shape in told:
        call.say("Line {line}: {message}", line=shape["line"], message=shape["message"])
    if not rejected:
        waiting = sum(one.position is not None for one in taken)
        call.say(
            "{count:line|lines} read: {seated} with a seat, {waiting} waiting, {unchanged} unchanged.",
            count=len(shapes),
            seated=len(taken) - waiting,
            waiting=waiting,
            unchanged=len(shapes) - len(taken),
        )
    if call.dry_run:
        call.say("This was a dry run: nothing was changed.")
    if rejected:
        raise SomeRejected(count=len(shapes), rejected=len(rejected), taken=len(taken), results=shapes)
    for shape in shapes:
        if call.json:
            call.put(shape)
        elif not (call.terminal or call.options.get("quiet")):
            call.print("\t".join(tab_text(shape[key]) for key in ("line", "code", "status", "position")))


def _line_shape(call: Call, one: Read) -> dict[str, object]:
    """Return the answer to one line; `error` is the code of the refusal, or null."""
    refusal = one.taken.refusal
    now = one.now if refusal is None else None
    return {
        "line": one.answer.row.line,
        "code": None if now is None else now.code,
        "status": None if now is None else str(now.status),
        "position": None if now is None else one.position,
        "error": None if refusal is None else refusal.code,
        "message": None if refusal is None else language.sentence(refusal, call.language),
    }
