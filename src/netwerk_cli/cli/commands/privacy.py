"""`netwerk privacy …`."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli import privacy_record
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.retention_settings import responsible, retention
from netwerk_cli.cli.screen import width
from netwerk_cli.cli.visible import visible
from netwerk_cli.cli.written import Blocks, Style, as_markdown, as_text
from netwerk_cli.errors import BadValue, Wording
from netwerk_cli.services import privacy, values

Format = Annotated[
    str, typer.Option("--format", metavar="|".join(Style), help="How to write it (text); --json is json.")
]


def record(ctx: typer.Context, format: Format = Style.TEXT.value) -> None:
    """
    $ netwerk privacy record
    $ netwerk privacy record --format md --lang nl
    $ netwerk privacy record --json

    The record of processing of article 30 of the GDPR: of each field what it is for, on what ground it is kept, how
    long, in which exports it goes along and how it is erased. Who answers for it, and other terms, are in the settings:
    [privacy] in the config file.
    """
    call = Call(ctx.obj)
    found = privacy_record.Record(responsible(), retention(), privacy.questions(call.caller()))
    if _style(call, format) is Style.JSON:
        call.put(privacy_record.shape(found))
    else:
        _put(call, privacy_record.blocks(call, found), _style(call, format))


def _style(call: Call, format: str) -> Style:
    """Return how something is to be written. Raises `BadValue`."""
    style = values.choice(format, Style, field="--format")
    if call.json and style is Style.MARKDOWN:
        raise BadValue(field="--json", why=Wording("it goes without --format md"))
    return Style.JSON if call.json else style


def _put(call: Call, blocks: Blocks, style: Style) -> None:
    """Put blocks on standard output; text is broken to fit where that is a screen."""
    if style is Style.MARKDOWN:
        call.page(as_markdown(blocks))
    else:
        text = as_text(blocks, room=width() if call.terminal else None)
        call.page(visible(text, lines=True) if call.terminal else text)
