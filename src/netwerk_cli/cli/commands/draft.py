"""`netwerk draft`: read an announcement and propose a dossier."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.options import Text


def draft(
    ctx: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE|-", help="Text, HTML, .docx, .eml or PDF; - is standard input.")
    ],
    published: Annotated[
        Text,
        typer.Option("--published", metavar="DATE", help="The day it came out; settles a missing year."),
    ] = None,
    update: Annotated[
        Text,
        typer.Option("--update", metavar="SLUG", help="Compare it with this event or group as it is."),
    ] = None,
    output: Annotated[
        Text, typer.Option("-o", "--output", metavar="FILE|-", help="Where to; default: standard output.")
    ] = None,
) -> None:
    """
    $ netwerk draft aankondiging.txt
    $ netwerk draft aankondiging.txt --published "2 januari 2024" -o lezing.toml
    $ netwerk draft aankondiging.txt --update lezing

    The text is Dutch, as it is copied from a web page. Each key has the words that it came from above it; what is
    unsure is a comment, and what the text does not state is left out. On a screen a summary names the lines. With
    --update the dossier is that of the event as it is with what the text says otherwise.
    """
    from netwerk_cli.cli import drafting

    drafting.draft(Call(ctx.obj), file, drafting.Asked(published, update, output))
