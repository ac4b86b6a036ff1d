"""`netwerk mail …`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.languages import held_in
from netwerk_cli.cli.listings import DUE, MESSAGES
from netwerk_cli.cli.options import WHOM, Text, WhomOrAll
from netwerk_cli.cli.settings import config_path, sender, typed_path
from netwerk_cli.errors import BadValue
from netwerk_cli.exchange.owed_shapes import due_shape, message_shape, news_shape, owed_shape
from netwerk_cli.records import record
from netwerk_cli.services import mail, news
from netwerk_cli.services.mail import Wanted
from netwerk_cli.wording import Wording

if TYPE_CHECKING:
    from netwerk_cli import mail as messages
    from netwerk_cli.services import letters
    from netwerk_cli.services.calendars import Message

EventArgument = Annotated[Text, typer.Argument(metavar="[EVENT]", help="Only this event or group.")]
Owned = Annotated[str, typer.Argument(metavar="EVENT", help="The name of the event or group.")]
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

    Whoever was last told something else than what is so now, whatever changed it; of what is over, nobody. Of a group
    its members, where something is new or was answered. 'netwerk mail told' records that they heard by other means.
    """
    from netwerk_cli.services import letters

    call = Call(ctx.obj)
    wanted = Wanted(slug=event, persons=tuple(person or ()), kind=kind)
    if bcc_list:
        call.print(_addresses(call, wanted))
        return
    whole = call.columns(DUE) is None
    rows = (owed_shape(*one, whole=whole) for one in letters.due(call.caller(), wanted))
    call.rows(rows, DUE, nothing="Everybody has been told.")


def _addresses(call: Call, wanted: Wanted) -> str:
    """Return the addresses of whoever is to be told something, on one line."""
    from netwerk_cli.services import letters

    return ", ".join(dict.fromkeys(one.email for _, one in letters.due(call.caller(), wanted)))


def told(
    ctx: typer.Context,
    event: Owned,
    person: Annotated[list[str] | None, typer.Argument(metavar="[PERSON]...", help=WHOM)] = None,
    kind: Kind = None,
) -> None:
    """
    $ netwerk mail told kickoff
    $ netwerk mail told kickoff r1 r2

    Without a person: everybody of the event who is to hear something. Recording it twice changes nothing.
    """
    call = Call(ctx.obj)
    wanted = Wanted(slug=event, persons=tuple(person or ()), kind=kind)
    if news.of_a_group(call.caller(), event):
        group, heard = news.told(call.caller(), wanted)
        rows = [news_shape(group, one) for one in heard]
    else:
        found, those = mail.told(call.caller(), wanted)
        rows = [due_shape(found, one) for one in those]
    if rows:
        call.say("{count:person counts|people count} as told now.", count=len(rows))
    else:
        call.say("They had been told already.")
    call.result("mail.told", changed=bool(rows), event=event, told=rows)


def list_(ctx: typer.Context, event: EventArgument = None) -> None:
    """
    $ netwerk mail list
    $ netwerk mail list kickoff --sort -at

    By which means: mail, or by hand, as 'netwerk mail told' recorded.
    """
    from netwerk_cli.services import letters

    call = Call(ctx.obj)
    rows = [message_shape(*one) for one in letters.listing(call.caller(), event)]
    call.rows(rows, MESSAGES, nothing="Nobody was told anything yet.", newest=True)


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
    wanted = Wanted(slug=event, persons=tuple(person or ()), kind=kind)
    if bcc_list:
        call.print(_addresses(call, wanted))
        return
    found = _written(call, wanted)
    if not preview:
        _deliver(call, found, str(output))
    elif found:
        _show(call, found)
    else:
        call.say("Everybody has been told.")


@record
class _One:
    """One message: who it is to, as a row, the letter, and the file; whether somebody else has to address it."""

    row: dict[str, Any]
    letter: messages.Letter
    file: Message
    unsigned: bool


def office(call: Call) -> letters.Office:
    """Return who writes, by the settings."""
    from netwerk_cli.services import letters

    return letters.Office(
        sender=sender(call.settings["mail_from"]),
        templates=typed_path(call.settings["mail_templates"].value),
        language=lambda event: held_in(event.language, call.language),
    )


def _written(call: Call, wanted: Wanted) -> list[_One]:
    """Return the messages that there are to write."""
    from netwerk_cli.services import letters
    from netwerk_cli.services.calendars import Message

    by = office(call)
    return [
        _One(
            row=owed_shape(one.owner, one.due),
            letter=one.letter,
            file=Message(one.file, one.data),
            unsigned=one.sender is None,
        )
        for one in letters.written(call.caller(), wanted, by)
    ]


def _deliver(call: Call, found: list[_One], folder: str) -> None:
    """Write messages to a folder; say where one is still to be addressed."""
    from netwerk_cli.services.calendars import put_all

    files = [one.file for one in found]
    written = put_all(call.caller(), typed_path(folder), files)
    call.say("{count:message|messages} in {path}.", count=len(files), path=folder)
    if any(one.unsigned for one in found):
        call.warn(
            "No address to send them from is known: set mail_from = 'Naam <naam@example.org>' in {path}.",
            path=str(config_path()),
        )
    rows = [{**one.row, "subject": one.letter.subject, "file": one.file.file} for one in found]
    call.result("mail.write", changed=written > 0, path=folder, messages=rows)


def _show(call: Call, found: list[_One]) -> None:
    first = found[0]
    if call.json:
        call.put({**first.row, **first.letter._asdict()})
        return
    call.tell(f"{first.row['name']} <{first.row['email']}>")
    call.tell(first.letter.subject)
    call.print("")
    for line in first.letter.text.split("\n"):
        call.tell(line)
    if len(found) > 1:
        call.say("The first of {count:message|messages}.", count=len(found))
