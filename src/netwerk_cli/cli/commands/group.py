"""`netwerk group add`, `list`, `show` and `edit`; what is done about its people is in `membership`."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.changes import ask_before_losing, tell_changes
from netwerk_cli.cli.event_options import AddAudience, AddOrganiser, RemoveAudience, RemoveOrganiser
from netwerk_cli.cli.group_telling import (
    GROUP_HEADINGS,
    GROUP_KEYS,
    GROUP_USUAL,
    MEMBERSHIP_HEADINGS,
    MEMBERSHIP_KEYS,
    MEMBERSHIP_USUAL,
    tell_group,
)
from netwerk_cli.cli.plain import tab_text
from netwerk_cli.exchange.shapes import group_shape, membership_shape
from netwerk_cli.services import groups
from netwerk_cli.services.groups import GroupResult, Typed

Slug = Annotated[str, typer.Argument(metavar="GROUP", help="The group's name.")]
NewSlug = Annotated[str, typer.Argument(metavar="SLUG", help="The group's name, such as opdc-werkgroep.")]
Text = str | None
Title = Annotated[Text, typer.Option("--title", help="What it is called.")]
AccessTo = Annotated[
    Text,
    typer.Option(
        "--access", metavar="open|semi-open|closed", help="How one joins: ask, be approved, be added."
    ),
]
Audience = Annotated[list[str] | None, typer.Option("--audience", help="Who it is for; repeatable.")]
Organiser = Annotated[list[str] | None, typer.Option("--organiser", help="Who organises it; repeatable.")]
Theme = Annotated[Text, typer.Option("--theme", help="What it is about, in a word.")]
Tongue = Annotated[Text, typer.Option("--language", help="The language it is held in.")]
Description = Annotated[Text, typer.Option("--description", help="What it is about, in full.")]
Zone = Annotated[Text, typer.Option("--timezone", metavar="ZONE", help="IANA time zone (Europe/Brussels).")]


def add(
    ctx: typer.Context,
    slug: NewSlug,
    title: Title = None,
    access: AccessTo = None,
    audience: Audience = None,
    organiser: Organiser = None,
    theme: Theme = None,
    language: Tongue = None,
    description: Description = None,
    timezone: Zone = None,
) -> None:
    """Create a working group.

    Open: whoever asks is a member at once. Semi-open, the default: a moderator or you approve. Closed: people are
    added with 'netwerk group admit'. Events and groups share their names.
    """
    call = Call(ctx.obj)
    typed = Typed(
        title=title,
        access=access,
        audience=tuple(audience or ()),
        organiser=tuple(organiser or ()),
        theme=theme,
        language=language,
        description=description,
        timezone=timezone,
    )
    _tell_group(
        call, "group.add", groups.add(call.caller(), slug, typed), "Created group '{group}': {title}."
    )


def list_(ctx: typer.Context) -> None:
    """List groups."""
    call = Call(ctx.obj)
    rows = [
        group_shape(group, groups.tally(people), call.now) for group, people in groups.listing(call.caller())
    ]
    call.rows(
        rows,
        GROUP_KEYS,
        GROUP_USUAL,
        headings=GROUP_HEADINGS,
        nothing="No groups. Create one with 'netwerk group add'.",
    )


def show(ctx: typer.Context, group: Slug) -> None:
    """Show one group, its members, materials and milestones.

    Who asked to join is listed too; who left, withdrew or was declined is not.
    """
    call = Call(ctx.obj)
    found, people = groups.show(call.caller(), group)
    shape = group_shape(found, groups.tally(people), call.now)
    rows = [membership_shape(found, m) for m in people.values() if m.active]
    if call.json:
        call.put({**shape, "memberships": rows})
        return
    call.card(shape, GROUP_HEADINGS)
    if not call.terminal:
        for row in rows:
            call.print("\t".join(("membership", *(tab_text(row[part]) for part in MEMBERSHIP_USUAL))))
        return
    if rows:
        call.print("")
        call.rows(rows, MEMBERSHIP_KEYS, MEMBERSHIP_USUAL, headings=MEMBERSHIP_HEADINGS, nothing="Nobody.")


def edit(
    ctx: typer.Context,
    group: Slug,
    title: Title = None,
    access: AccessTo = None,
    audience: Audience = None,
    add_audience: AddAudience = None,
    remove_audience: RemoveAudience = None,
    organiser: Organiser = None,
    add_organiser: AddOrganiser = None,
    remove_organiser: RemoveOrganiser = None,
    theme: Theme = None,
    language: Tongue = None,
    description: Description = None,
    timezone: Zone = None,
) -> None:
    """Change a group.

    An empty value takes a field away: --theme ''. Requests that await approval stay so, whatever the access becomes.
    """
    call = Call(ctx.obj)
    typed = Typed(
        title=title,
        access=access,
        audience=tuple(audience or ()),
        add_audience=tuple(add_audience or ()),
        remove_audience=tuple(remove_audience or ()),
        organiser=tuple(organiser or ()),
        add_organiser=tuple(add_organiser or ()),
        remove_organiser=tuple(remove_organiser or ()),
        theme=theme,
        language=language,
        description=description,
        timezone=timezone,
    )
    if call.asks and (audience or organiser):
        trial = groups.edit(call.caller()._replace(dry_run=True), group, typed)
        ask_before_losing(call, trial.before, trial.group)
    _tell_group(call, "group.edit", groups.edit(call.caller(), group, typed), "Changed group '{group}'.")


def _tell_group(call: Call, action: str, result: GroupResult, done: str) -> None:
    """Say what became of a group, and what an edit changed; with --json the result object."""
    group, more = result.group, dict[str, object]()
    call.say(done if result.changed else "Nothing changed.", group=group.slug, title=group.title)
    if action == "group.edit":
        more["changes"] = tell_changes(call, result.before, group)
    tell_group(call, group, result.tally)
    call.result(action, changed=result.changed, group=group_shape(group, result.tally, call.now), **more)
