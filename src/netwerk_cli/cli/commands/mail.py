"""`netwerk mail …`."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.languages import held_in
from netwerk_cli.cli.listings import DUE, MESSAGES
from netwerk_cli.cli.options import WHOM, Text, WhomOrAll
from netwerk_cli.cli.options import Event as EventName
from netwerk_cli.cli.settings import config_path, sender, typed_path
from netwerk_cli.errors import BadValue, Wording
from netwerk_cli.exchange.shapes import due_shape, message_shape
from netwerk_cli.services import letters, mail
from netwerk_cli.services.calendars import Message, put_all
from netwerk_cli.services.mail import Wanted

EventArgument = Annotated[Text, typer.Argument(metavar="[EVENT]", help="Only this event.")]
Kind = Annotated[
    Text,
    typer.Option("--kind", metavar="KIND", help="Only messages of this kind, such as waiting or changed."),
]

BccList = Annotated[bool, typer.Option("--bcc-list", help="Only their addresses, on one line.")]


def due(
    ctx: typer.Context,
    event: EventArgument = None,
    person: WhomOrAll = None,
    kind: Kind = None,
    bcc_list: BccList = False,
) -> None:
    """
    $ netwerk mail due
    $ netwerk mail due kickoff --kind waiting
    $ netwerk mail due kickoff --bcc-list

    Whoever was last told something else than what is so now, whatever changed it; of what is over, nobody. 'netwerk
    mail told' records that they heard by other means.
    """
    call = Call(ctx.obj)
    found = mail.due(call.caller(), Wanted(event, tuple(person or ()), kind))
    if bcc_list:
        call.print(", ".join(mail.addresses(found)))
        return
    call.rows([due_shape(*one) for one in found], *DUE, nothing="Everybody has been told.")


def told(
    ctx: typer.Context,
    event: EventName,
    person: Annotated[list[str] | None, typer.Argument(metavar="[PERSON]...", help=WHOM)] = None,
    kind: Kind = None,
) -> None:
    """
    $ netwerk mail told kickoff
    $ netwerk mail told kickoff r1 r2

    Without a person: everybody of the event who is to hear something. Recording it twice changes nothing.
    """
    call = Call(ctx.obj)
    result = mail.told(call.caller(), Wanted(event, tuple(person or ()), kind))
    if result.told:
        call.say("{count:person counts|people count} as told now.", count=len(result.told))
    else:
        call.say("They had been told already.")
    rows = [due_shape(result.event, one) for one in result.told]
    call.result("mail.told", changed=bool(result.told), event=result.event.slug, told=rows)


def list_(ctx: typer.Context, event: EventArgument = None) -> None:
    """
    $ netwerk mail list
    $ netwerk mail list kickoff --sort -at

    By which means: mail, or by hand, as 'netwerk mail told' recorded.
    """
    call = Call(ctx.obj)
    rows = [message_shape(*one) for one in mail.listing(call.caller(), event)]
    call.rows(rows, *MESSAGES, nothing="Nobody was told anything yet.", newest=True)


def write(
    ctx: typer.Context,
    event: EventArgument = None,
    person: Annotated[list[str] | None, typer.Argument(metavar="[PERSON]...", help=WHOM)] = None,
    output: Annotated[
        Text,
        typer.Option("-o", "--output", metavar="DIR", help="The folder; it is made where it is not there."),
    ] = None,
    kind: Kind = None,
    preview: Annotated[
        bool, typer.Option("--preview", help="Show the first message, and write none.")
    ] = False,
    bcc_list: BccList = False,
) -> None:
    """
    $ netwerk mail write kickoff -o uit
    $ netwerk mail write kickoff r1 --preview
    $ netwerk mail write --kind waiting -o uit

    A file EVENT.CODE.eml each, as text and HTML, with what changes in their calendar. A mail program opens it as a
    draft; nothing is recorded, so say 'netwerk mail told' when they are sent. Templates of your own: docs/mail.md.
    """
    if (output is not None) + preview + bcc_list != 1:
        raise BadValue(field="--output", why=Wording("give one of -o, --preview and --bcc-list"))
    call = Call(ctx.obj)
    wanted = Wanted(event, tuple(person or ()), kind)
    if bcc_list:
        call.print(", ".join(mail.addresses(mail.due(call.caller(), wanted))))
        return
    found = letters.written(call.caller(), wanted, _office(call))
    if not preview:
        _deliver(call, found, str(output))
    elif found:
        _show(call, found)
    else:
        call.say("Everybody has been told.")


def _office(call: Call) -> letters.Office:
    return letters.Office(
        sender=sender(call.settings["mail_from"]),
        templates=typed_path(call.settings["mail_templates"].value),
        language=lambda event: held_in(event.language, call.language),
    )


def _deliver(call: Call, found: list[letters.Written], folder: str) -> None:
    """Write messages to a folder; say where one is still to be addressed."""
    files = [Message(one.file, one.data) for one in found]
    written = put_all(call.caller(), typed_path(folder), files)
    call.say("{count:message|messages} in {path}.", count=len(files), path=folder)
    if any(one.sender is None for one in found):
        call.warn(
            "No address to send them from is known: set mail_from = 'Naam <naam@example.org>' in {path}.",
            path=str(config_path()),
        )
    rows = [
        {**due_shape(one.event, one.due), "subject": one.letter.subject, "file": one.file} for one in found
    ]
    call.result("mail.write", changed=written > 0, path=folder, messages=rows)


def _show(call: Call, found: list[letters.Written]) -> None:
    first = found[0]
    if call.json:
        letter = {"email": first.due.now.email, **first.letter._asdict()}
        call.put({**due_shape(first.event, first.due), **letter})
        return
    call.tell(f"{first.due.now.name} <{first.due.now.email}>")
    call.tell(first.letter.subject)
    call.print("")
    for line in first.letter.text.split("\n"):
        call.tell(line)
    if len(found) > 1:
        call.say("The first of {count:message|messages}.", count=len(found))
