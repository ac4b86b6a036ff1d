"""`netwerk undo`."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.answering import require_list
from netwerk_cli.cli.call import Call, Row
from netwerk_cli.cli.changes import deed, tell_entry
from netwerk_cli.cli.language import word
from netwerk_cli.cli.listings import UNDOABLE
from netwerk_cli.cli.options import Reason, Text
from netwerk_cli.cli.telling import tell_promoted
from netwerk_cli.domain import questions
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.moments import in_zone
from netwerk_cli.errors import BadValue
from netwerk_cli.exchange.shapes import registration_shape
from netwerk_cli.services import undoing
from netwerk_cli.services.undoing import Listed, Undone
from netwerk_cli.wording import Wording

_MANY = 5


def undo(
    ctx: typer.Context,
    change: Annotated[
        Text,
        typer.Argument(metavar="[CHANGE]", help="A code such as c123. Default: the last change of yours."),
    ] = None,
    every: Annotated[bool, typer.Option("--list", help="List the changes that are kept instead.")] = False,
    reason: Reason = None,
) -> None:
    """
    $ netwerk undo --dry-run
    $ netwerk undo c3 --reason "verkeerde persoon"
    $ netwerk undo --list --limit 10

    Everything that the change did is as it was before: whoever moved up waits again, what was taken out is there
    again. Where something that it changed was changed since, nothing happens, and the answer says what has to be
    taken back first. Taking back is a change too, and can be taken back. The last thousand changes are kept.
    """
    call = Call(ctx.obj)
    if every:
        if change is not None:
            raise BadValue(field="--list", why=Wording("it goes without a change"))
        rows = [_row(one, call) for one in undoing.listing(call.caller())]
        call.rows(rows, UNDOABLE, nothing="No change is kept yet.", newest=True)
        return
    require_list(call)
    _tell(call, undoing.undo(call.caller(), change, reason=reason))


def _row(one: Listed, call: Call) -> Row:
    change = one.change
    return {
        "change": change.code,
        "at": in_zone(change.at, call.zone).isoformat(),
        "by": change.by,
        "what": deed(change),
        "why": change.why,
        "records": undoing.touched(change),
        "undone_by": one.undone_by.code if one.undone_by else None,
    }


def _tell(call: Call, result: Undone) -> None:
    """Say what was taken back, and of each record what it says now."""
    change = result.change
    facts = {"change": change.code, "by": change.by, "at": in_zone(change.at, call.zone)}
    if result.by is not None:
        call.say(
            "Nothing changed: {change} was taken back already, by {by} with {undo}.",
            change=change.code,
            by=result.by.by,
            undo=result.by.code,
        )
    else:
        records = undoing.touched(change)
        named = ", ".join(records[:_MANY] + ["…"] * (len(records) > _MANY))
        call.say(
            "Took back {change}: {what} ({records}), by {by} on {at}.",
            what=word(deed(change), call.language),
            records=named,
            **facts,
        )
    promoted = []
    for part in result.parts:
        if part.owner is None:
            call.say("'{slug}' is no more.", slug=part.slug)
        for code, record in part.people.items():
            if record is None:
                call.say("{slug} {code} ({name}) is out.", slug=part.slug, code=code, name=part.names[code])
        for one, entry in undoing.entries(part):
            who = f"{one} ({part.names[one]})" if one else None
            asked = part.owner.questions if isinstance(part.owner, Event) else ()
            tell_entry(call, " ".join(filter(None, (part.slug, who))), questions.told(asked, entry))
        if isinstance(part.owner, Event):
            tell_promoted(call, part.owner, part.promoted)
            promoted += [registration_shape(part.owner, r, None) for r in part.promoted]
    call.result(
        "undo",
        changed=result.by is None,
        undone=change.code,
        records=undoing.touched(change),
        promoted=promoted,
    )
