"""`netwerk mail …`."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.listings import DUE, MESSAGES
from netwerk_cli.cli.options import WHOM, Text, WhomOrAll
from netwerk_cli.cli.options import Event as EventName
from netwerk_cli.exchange.shapes import due_shape, message_shape
from netwerk_cli.services import mail
from netwerk_cli.services.mail import Wanted

EventArgument = Annotated[Text, typer.Argument(metavar="[EVENT]", help="Only this event.")]
Kind = Annotated[
    Text,
    typer.Option("--kind", metavar="KIND", help="Only messages of this kind, such as waiting or changed."),
]


def due(
    ctx: typer.Context,
    event: EventArgument = None,
    person: WhomOrAll = None,
    kind: Kind = None,
    bcc_list: Annotated[bool, typer.Option("--bcc-list", help="Only their addresses, on one line.")] = False,
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
