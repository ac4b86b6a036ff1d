"""`netwerk mail send`, `mail retry` and `mail bounced`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from netwerk_cli import causes
from netwerk_cli.cli import bounces_telling, sending_telling
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.commands.mail import Kind, office
from netwerk_cli.cli.options import WHOM, Text
from netwerk_cli.cli.plain import whole_number
from netwerk_cli.cli.settings import typed_path
from netwerk_cli.errors import InputOutput
from netwerk_cli.services import bounces, sending
from netwerk_cli.services.mail import Wanted

OfEvent = Annotated[Text, typer.Argument(metavar="[EVENT]", help="Only this event or group.")]
Persons = Annotated[list[str] | None, typer.Argument(metavar="[PERSON]...", help=WHOM)]
Limit = Annotated[
    Text, typer.Option("--limit", metavar="N", help="At most N messages, the first that are due.")
]

_MOST = 20_000_000
"""Bytes of a file with reports that are looked at."""


def send(
    ctx: typer.Context,
    event: OfEvent = None,
    person: Persons = None,
    kind: Kind = None,
    limit: Limit = None,
) -> None:
    """
    $ netwerk mail send kickoff --dry-run
    $ netwerk mail send kickoff r1 --dry-run
    $ netwerk mail send --kind reminder --limit 20 --dry-run

    To everybody who is to be told something, a message each, over the server that the settings name: docs/mail.md.
    On a terminal it asks first. What was sent is recorded, and is never sent twice by itself; 'netwerk undo' does not
    take it back. Exit 8 says that some did not go. An address that was refused, or gave mail back, is left out until it
    is corrected or its person is named.
    """
    call = Call(ctx.obj)
    wanted, writes = Wanted(slug=event, persons=tuple(person or ()), kind=kind), office(call)
    most = None if limit is None else whole_number(limit, field="--limit")
    plan = sending.planned(call.caller(), wanted, writes, most=most)
    sending_telling.send(call, plan, writes, "mail.send")


def retry(ctx: typer.Context, event: OfEvent = None, person: Persons = None, kind: Kind = None) -> None:
    """
    $ netwerk mail retry --dry-run
    $ netwerk mail retry kickoff r2 --dry-run

    What was on its way when netwerk was killed, or the connection broke: 'netwerk mail list' calls it uncertain. Some
    of them may have arrived. If you know that they did, say 'netwerk mail told' instead.
    """
    call = Call(ctx.obj)
    wanted, writes = Wanted(slug=event, persons=tuple(person or ()), kind=kind), office(call)
    plan = sending.planned(call.caller(), wanted, writes, again=True)
    sending_telling.send(call, plan, writes, "mail.retry")


def bounced(
    ctx: typer.Context,
    source: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|DIR...", help="Messages as files, or folders of them; - is standard input."
        ),
    ],
) -> None:
    """
    $ netwerk mail bounced terug --dry-run
    $ netwerk mail bounced terug/melding.eml

    Save what your mailbox got back as files (.eml, mbox) and name them here, again and again. Of a message that came
    back, its person is to be told anew, which waits until you correct the address.
    """
    call = Call(ctx.obj)
    found = bounces.read(call.caller(), ((name, call.input(name, _MOST)) for name in _files(source)))
    bounces_telling.tell(call, found)


def _files(sources: list[str]) -> Iterator[str]:
    """Yield the files that were named, and those in folders that were, also where a mail program keeps two parts."""
    for source in sources:
        path = typed_path(source)
        if source == "-" or not path.is_dir():
            yield source
            continue
        try:
            for folder in (path, path / "new", path / "cur"):
                yield from sorted(map(str, filter(Path.is_file, folder.iterdir() if folder.is_dir() else ())))
        except OSError as err:
            raise InputOutput(path=source, problem=causes.system(err)) from err
