"""`netwerk group add`, `list`, `show` and `edit`; what is done about its people is in `membership`."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.changes import ask_before_losing, tell_changes
from netwerk_cli.cli.group_telling import tell_group
from netwerk_cli.cli.listings import GROUPS, MEMBERSHIPS
from netwerk_cli.cli.options import Group, takes
from netwerk_cli.cli.plain import tab_line
from netwerk_cli.exchange.shapes import group_shape, membership_shape
from netwerk_cli.services import agenda, groups
from netwerk_cli.services.groups import GroupResult
from netwerk_cli.terms import GROUP, Given

NewSlug = Annotated[str, typer.Argument(metavar="SLUG", help="The group's name, such as opdc-werkgroep.")]


@takes(GROUP)
def add(ctx: typer.Context, slug: NewSlug, given: Given) -> None:
    """
    $ netwerk group add werkgroep --title "Werkgroep Pleegzorg" --access open
    $ netwerk group add stuurgroep --access closed --organiser "Ans Vos"

    Open: whoever asks is a member at once. Semi-open, the default: a moderator or you approve. Closed: people are
    added with 'netwerk group admit'. Events and groups share their names.
    """
    call = Call(ctx.obj)
    _tell_group(
        call, "group.add", groups.add(call.caller(), slug, given), "Created group '{group}': {title}."
    )


def list_(ctx: typer.Context) -> None:
    """
    $ netwerk group list
    $ netwerk group list --fields slug,members,requested
    """
    call = Call(ctx.obj)
    rows = [
        group_shape(group, groups.tally(people), call.now) for group, people in groups.listing(call.caller())
    ]
    call.rows(
        rows,
        GROUPS,
        nothing="No groups. Create one with 'netwerk group add'.",
    )


def show(ctx: typer.Context, group: Group) -> None:
    """
    $ netwerk group show netwerk-gent
    $ netwerk group show netwerk-gent --json

    Who asked to join is listed too; who left, withdrew or was declined is not.
    """
    call = Call(ctx.obj)
    found, people = groups.show(call.caller(), group)
    shape = group_shape(found, groups.tally(people), call.now)
    rows = [membership_shape(found, m) for m in people.values() if m.active]
    if call.json:
        call.put({**shape, "memberships": rows})
        return
    call.card(shape, GROUP)
    if not call.terminal:
        for row in rows:
            call.print(tab_line(("membership", *(row[part] for part in MEMBERSHIPS.usual))))
        return
    if rows:
        call.print("")
        call.rows(rows, MEMBERSHIPS, nothing="Nobody.")
    meetings = [event.slug for event in agenda.meetings(call.caller(), group)]
    if meetings:
        call.say("Its members can register for: {events}.", events=", ".join(meetings))


@takes(GROUP, editing=True)
def edit(ctx: typer.Context, group: Group, given: Given) -> None:
    """
    $ netwerk group edit netwerk-gent --access closed
    $ netwerk group edit netwerk-gent --theme "passend onderwijs"

    An empty value takes a field away: --theme ''. Requests that await approval stay so, whatever the access becomes.
    """
    call = Call(ctx.obj)
    if call.asks and given.keys() & {"audience", "organiser"}:
        trial = groups.edit(call.caller(trial=True), group, given)
        ask_before_losing(call, trial.before, trial.group)
    _tell_group(call, "group.edit", groups.edit(call.caller(), group, given), "Changed group '{group}'.")


def _tell_group(call: Call, action: str, result: GroupResult, done: str) -> None:
    """Say what became of a group, and what an edit changed; with --json the result object."""
    group, more = result.group, dict[str, object]()
    call.say(done if result.changed else "Nothing changed.", group=group.slug, title=group.title)
    if action == "group.edit":
        more["changes"] = tell_changes(call, result.before, group)
    tell_group(call, group, result.tally)
    call.result(action, changed=result.changed, group=group_shape(group, result.tally, call.now), **more)
