"""`netwerk export …`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from netwerk_cli import causes, disk
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.delivering import Output, deliver
from netwerk_cli.cli.list_options import Blank, Excel, Fields, Format, Profile, Sort, Text, Typed, put
from netwerk_cli.cli.listings import EVENTS, MEMBERSHIPS, WAITLIST
from netwerk_cli.cli.options import Event, Group
from netwerk_cli.cli.settings import typed_path
from netwerk_cli.domain.attendee_lists import Split
from netwerk_cli.errors import BadValue, InputOutput
from netwerk_cli.exchange.shapes import event_shape, membership_shape, registration_shape
from netwerk_cli.services import agenda, attendee_lists, exports, memberships, registrations, waitlist
from netwerk_cli.services.attendee_lists import Asked, Part
from netwerk_cli.services.choosing import Which
from netwerk_cli.services.exports import Wanted
from netwerk_cli.terms import EVENT, MEMBERSHIP, REGISTRATION, names
from netwerk_cli.wording import Wording

_CONFIRMED = ("confirmed",)


def attendees(
    ctx: typer.Context,
    event: Event,
    output: Annotated[
        Text,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE|-|DIR",
            help="Where to; default: standard output. With --split a folder.",
        ),
    ] = None,
    format: Format = None,
    excel: Excel = False,
    fields: Fields = None,
    status: Annotated[
        list[str] | None,
        typer.Option("--status", help="Which states (confirmed); repeatable, or with commas."),
    ] = None,
    session: Annotated[Text, typer.Option("--session", help="Only who has a seat in this session.")] = None,
    sort: Sort = None,
    as_of: Annotated[
        Text, typer.Option("--as-of", metavar="WHEN", help="As the list was at that moment.")
    ] = None,
    since: Annotated[
        Text,
        typer.Option(
            "--since",
            metavar="WHEN|last",
            help="Only who was added, changed or cancelled since; exit 9: nobody.",
        ),
    ] = None,
    split: Annotated[
        Text,
        typer.Option(
            "--split", metavar="|".join(Split), help="A file for each of these, in the folder of -o."
        ),
    ] = None,
    blank: Blank = None,
    profile: Profile = None,
) -> None:
    """
    $ netwerk export attendees kickoff
    $ netwerk export attendees kickoff --excel -o deelnemers.csv
    $ netwerk export attendees kickoff --sort family_name --blank Handtekening

    Names, codes and phone numbers come out as they went in; --excel guards what Excel would take for a formula.
    --since adds a column 'change'; 'last' is the last time that it was asked for so, with the same --profile.
    """
    call = Call(ctx.obj)
    typed = Typed(format, excel, fields, sort, blank or (), status or (), session).with_profile(profile)
    by_name = typed.fields or typed.sort
    known = (*REGISTRATION, *registrations.asked(call.caller(), event)) if by_name else REGISTRATION
    wanted = typed.wanted(call, known, call.words("Attendees"))
    if split is not None and output in (None, "-"):
        raise BadValue(field="--output", why=Wording("name a folder"))
    which = Which(status=tuple(typed.status) or _CONFIRMED, session=typed.session)
    asked = Asked(
        which,
        as_of=as_of,
        since=since,
        split=split,
        profile=profile or "",
        nobody=call.words("no organisation"),
    )

    def deliver_parts(parts: Sequence[Part]) -> None:
        if split is None:
            put(call, parts[0].data, output, wanted)
        else:
            _put_all(call, event, parts, str(output), wanted)

    attendee_lists.write_lists(call.caller(), event, wanted, asked, deliver_parts)


def _put_all(call: Call, event: str, parts: Sequence[Part], folder: str, wanted: Wanted) -> None:
    """Write the files of a list into a folder, each named after its event and what it is of."""
    where = typed_path(folder)
    _make_folder(where)
    for part in parts:
        target = where / f"{event}-{part.name}.{wanted.format}"
        changed = exports.put_changed(call.caller(), target, part.data)
        told = "Wrote {path}." if changed else "{path} says this already; it was left as it is."
        call.say(told, path=str(target))


def members(
    ctx: typer.Context,
    group: Group,
    output: Output = None,
    format: Format = None,
    excel: Excel = False,
    fields: Fields = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            "--status", help="Which states (who is a member, or asked to be); repeatable, or with commas."
        ),
    ] = None,
    sort: Sort = None,
    blank: Blank = None,
    profile: Profile = None,
) -> None:
    """
    $ netwerk export members netwerk-gent
    $ netwerk export members netwerk-gent --format md --sort family_name
    """
    call = Call(ctx.obj)
    typed = Typed(format, excel, fields, sort, blank or (), status or ()).with_profile(profile)
    wanted = typed.wanted(call, MEMBERSHIP, call.words("Members"))
    found, people = memberships.listing(call.caller(), group, status=tuple(typed.status))
    data = exports.rendered(
        [membership_shape(found, one) for one in people],
        wanted,
        known=names(MEMBERSHIP),
        usual=(*MEMBERSHIPS.usual, "note"),
        zone=found.timezone,
        title=found.title,
    )
    put(call, data, output, wanted)


def waiting_list(
    ctx: typer.Context,
    event: Event,
    output: Output = None,
    format: Format = None,
    excel: Excel = False,
    fields: Fields = None,
    sort: Sort = None,
    blank: Blank = None,
    profile: Profile = None,
) -> None:
    """
    $ netwerk export waiting-list kickoff
    $ netwerk export waiting-list kickoff --format html -o wachtlijst.html

    In the order in which they move up.
    """
    call = Call(ctx.obj)
    typed = Typed(format, excel, fields, sort, blank or ()).with_profile(profile)
    wanted = typed.wanted(call, REGISTRATION, call.words("Waiting list"))
    found, placed = waitlist.listing(call.caller(), event)
    data = exports.rendered(
        [registration_shape(found, p.registration, p.position) for p in placed],
        wanted,
        known=names(REGISTRATION),
        usual=(*WAITLIST.usual, "role", "audience", "sessions", "waits_for", "note"),
        zone=found.timezone,
        title=found.title,
    )
    put(call, data, output, wanted)


def events(
    ctx: typer.Context,
    output: Output = None,
    format: Format = None,
    excel: Excel = False,
    fields: Fields = None,
    status: Annotated[
        list[str] | None, typer.Option("--status", help="Only in this state; repeatable, or with commas.")
    ] = None,
    since: Annotated[
        Text, typer.Option("--from", metavar="WHEN", help="Only what is not over by then.")
    ] = None,
    until: Annotated[Text, typer.Option("--to", metavar="WHEN", help="Only what starts by then.")] = None,
    theme: Annotated[Text, typer.Option("--theme", help="Only on this theme.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Past and cancelled events too.")] = False,
    sort: Sort = None,
    blank: Blank = None,
    profile: Profile = None,
) -> None:
    """
    $ netwerk export events
    $ netwerk export events --all --format xlsx -o bijeenkomsten.xlsx
    """
    call = Call(ctx.obj)
    typed = Typed(format, excel, fields, sort, blank or (), status or ()).with_profile(profile)
    wanted = typed.wanted(call, EVENT, call.words("Events"))
    selection = agenda.Selection(status=tuple(typed.status), since=since, until=until, theme=theme, all=every)
    found = agenda.listing(call.caller(), selection)
    data = exports.rendered(
        [event_shape(event, tally, call.now) for event, tally in found],
        wanted,
        known=names(EVENT),
        usual=(*EVENTS.usual, "ends_at", "location", "online_url", "confirmed", "pending", "free", "audiences",
               "organisers", "cost", "theme"),
        zone=call.zone,
        title=call.words("Events"),
    )  # fmt: skip
    put(call, data, output, wanted)


def dossier(
    ctx: typer.Context,
    slug: Annotated[
        list[str] | None, typer.Argument(metavar="[SLUG]...", help="The names of events and groups.")
    ] = None,
    output: Annotated[
        Text,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE|-|DIR",
            help="Where to; default: standard output. Of several a folder.",
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All events and groups.")] = False,
) -> None:
    """
    $ netwerk export dossier kickoff
    $ netwerk export dossier kickoff -o kickoff.toml
    $ netwerk export dossier --all -o dossiers

    'netwerk apply' after it changes nothing. A file that is a dossier of the same thing keeps its comments and order.
    In a folder each is called after its event or group, as in kickoff.toml.
    """
    from netwerk_cli.services import owners

    call = Call(ctx.obj)
    names = [*dict.fromkeys(slug or ())]
    if bool(names) == every:
        raise BadValue(field="SLUG", why=Wording("name one or more events and groups, or give --all"))
    if every:
        names = [one.slug for one in owners.listing(call.caller().read())]
    where = None if output in (None, "-") else typed_path(str(output))
    several = every or len(names) > 1 or (where is not None and os.path.isdir(where))  # noqa: PTH112 (as below)
    if several and where is None:
        raise BadValue(field="--output", why=Wording("name a folder"))
    if where is None or not several:
        deliver(call, _dossier(call, names[0], output), output)
        return
    written = [(one, where / f"{one}.toml") for one in names]
    data = [
        _dossier(call, one, str(target)) for one, target in written
    ]  # all are readable before one is written
    _make_folder(where)
    for (_, target), one in zip(written, data, strict=True):
        deliver(call, one, str(target))


def _dossier(call: Call, slug: str, output: str | None) -> bytes:
    """Return the dossier of an event or group, as it is to be in a file that may be there."""
    from netwerk_cli.cli.faults import telling_faults
    from netwerk_cli.services import dossiers
    from netwerk_cli.services.dossier_reading import Source

    present = None
    if output is not None and output != "-":
        call.caller().guard(typed_path(output))
        if os.path.isfile(typed_path(output)):  # noqa: PTH113 (Path's raises where it may not look)
            present = Source(output, call.input(output))
    with telling_faults(call):
        return dossiers.export(call.caller(), slug, present)


def _make_folder(where: Path) -> None:
    try:
        disk.make_folder(where)
    except OSError as err:
        raise InputOutput(path=str(where), problem=causes.system(err)) from err
