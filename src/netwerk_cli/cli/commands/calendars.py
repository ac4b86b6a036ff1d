"""`netwerk export ics`."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.delivering import Output, deliver, deliver_changed
from netwerk_cli.cli.language import say
from netwerk_cli.cli.languages import held_in
from netwerk_cli.cli.options import WHO, Text
from netwerk_cli.cli.settings import sender, typed_path
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.invitations import Method
from netwerk_cli.domain.senders import Sender
from netwerk_cli.errors import BadValue
from netwerk_cli.services import calendars, values
from netwerk_cli.services.calendars import Chosen, Look, Message, Wanted
from netwerk_cli.wording import Wording


def ics(
    ctx: typer.Context,
    event: Annotated[list[str] | None, typer.Argument(metavar="[EVENT]...", help="Events by name.")] = None,
    output: Output = None,
    every: Annotated[bool, typer.Option("--all", help="All events that are published.")] = False,
    group: Annotated[
        Text, typer.Option("--group", metavar="GROUP", help="The published events for members of a group.")
    ] = None,
    drafts: Annotated[bool, typer.Option("--drafts", help="With --all or --group: drafts too.")] = False,
    person: Annotated[Text, typer.Option("--for", metavar="PERSON", help=WHO)] = None,
    method: Annotated[
        Text,
        typer.Option("--method", metavar="|".join(Method), help="What it is for; with --for: request."),
    ] = None,
    folder: Annotated[
        Text,
        typer.Option(
            "--all-attendees", metavar="DIR", help="A file for everybody with a seat and each session."
        ),
    ] = None,
    deadlines: Annotated[bool, typer.Option("--deadlines", help="When registration closes, too.")] = False,
    milestones: Annotated[
        bool, typer.Option("--milestones", help="What is to be delivered by a day, too.")
    ] = False,
    feed: Annotated[bool, typer.Option("--feed", help="A calendar to subscribe to.")] = False,
    name: Annotated[Text, typer.Option("--name", help="What the feed is called.")] = None,
    colour: Annotated[Text, typer.Option("--colour", metavar="NAME", help="Its colour (teal).")] = None,
    refresh: Annotated[
        Text, typer.Option("--refresh", metavar="LENGTH", help="How often calendars look again (12h).")
    ] = None,
) -> None:
    """
    $ netwerk export ics kickoff reeks -o agenda.ics
    $ netwerk export ics --all --feed -o agenda.ics
    $ netwerk export ics kickoff --for r1 --method request -o uitnodiging.ics

    RFC 5545, one entry a session; entries keep their identity, so that a later file updates an earlier one. What is
    off stays for four weeks as cancelled. The setting mail_from is the ORGANIZER, which answers go to.

    A feed is written only when its content changed. What is for one person is one file a session: where there are
    several, -o is a folder. --method cancel takes out what somebody has no place in any more.
    """
    _require_one_choice(event, group, every=every, drafts=drafts)
    wanted = None if method is None else values.choice(method, Method, field="--method")
    sending = (person or folder) is not None and wanted is not Method.PUBLISH
    _require_fitting(
        {
            "--feed": feed, "--deadlines": deadlines, "--milestones": milestones,
        },
        person=person, folder=folder, output=output, method=wanted, sending=sending,
    )  # fmt: skip
    if not feed:
        for option, given in {"--name": name, "--colour": colour, "--refresh": refresh}.items():
            if given is not None:
                raise BadValue(field=option, why=Wording("it goes with --feed"))
    call = Call(ctx.obj)
    chosen = Chosen(tuple(event or ()), group, drafts)
    by = sender(call.settings["mail_from"])
    if sending:
        _send(call, chosen, person, wanted or Method.REQUEST, by, folder or output)
        return
    typed = {key: given for key, given in (("colour", colour), ("refresh", refresh)) if given is not None}
    look = Look(usual=call.words("Meetings"), name=name, **typed) if feed else None
    says = _closing(call) if deadlines else None
    data = calendars.published(call.caller(), chosen, Wanted(wanted, person, says, milestones, look), by)
    (deliver_changed if feed else deliver)(call, data, output)


def _require_one_choice(event: list[str] | None, group: Text, *, every: bool, drafts: bool) -> None:
    if bool(event) + every + (group is not None) != 1:
        why = Wording("name one or more events, or give --all or --group")
        raise BadValue(field="EVENT", why=why)
    if drafts and event:
        raise BadValue(field="--drafts", why=Wording("it goes with --all or --group"))


def _require_fitting(
    public: dict[str, bool], *, person: Text, folder: Text, output: Text, method: Method | None, sending: bool
) -> None:
    """Refuse options that do not go together. Raises `BadValue`."""
    if person is not None and folder is not None:
        raise BadValue(field="--all-attendees", why=Wording("give either --for or --all-attendees"))
    if folder is not None and (output is not None or method is Method.PUBLISH):
        why = Wording("it is a folder by itself, for --method request or cancel")
        raise BadValue(field="--all-attendees", why=why)
    if method not in (None, Method.PUBLISH) and not sending:
        raise BadValue(field="--method", why=Wording("say whom it is for with --for or --all-attendees"))
    for option, given in public.items():
        if given and sending:
            why = Wording("it is for a calendar that is published, not for one that is sent to somebody")
            raise BadValue(field=option, why=why)


def _closing(call: Call) -> calendars.Says:
    def says(event: Event) -> str:
        return say(
            "Registration closes: {title}", held_in(event.language, call.language), {"title": event.title}
        )

    return says


def _send(call: Call, chosen: Chosen, person: Text, method: Method, by: Sender | None, target: Text) -> None:
    """Deliver what is for one person, or for everybody."""
    if person is None:
        messages = calendars.for_everybody(call.caller(), chosen, method, by)
        _fill(call, str(target), messages)
        return
    messages = calendars.for_person(call.caller(), chosen, person, method, by)
    if target is not None and target != "-" and (typed_path(target).is_dir() or target.endswith(("/", "\\"))):
        _fill(call, target, messages)
    elif target in (None, "-") or len(messages) == 1:
        deliver(call, b"".join(one.data for one in messages), target)
    else:
        why = Wording("these are {count} messages, a file each; name a folder", count=len(messages))
        raise BadValue(field="--output", why=why)


def _fill(call: Call, folder: str, messages: list[Message]) -> None:
    written = calendars.put_all(call.caller(), typed_path(folder), messages)
    call.say(
        "{count:message|messages} in {path}, of which {written} new or changed.",
        count=len(messages), path=folder, written=written,
    )  # fmt: skip
