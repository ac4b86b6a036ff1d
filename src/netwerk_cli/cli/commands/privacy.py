"""`netwerk privacy …`."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from netwerk_cli.cli import person_report, privacy_record
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.delivering import Output, deliver
from netwerk_cli.cli.purge_telling import purged_shape, tell_due
from netwerk_cli.cli.retention_settings import responsible, retention
from netwerk_cli.cli.screen import width
from netwerk_cli.cli.visible import visible
from netwerk_cli.cli.written import Blocks, Style, as_markdown, as_text
from netwerk_cli.errors import BadValue
from netwerk_cli.services import person_reports, privacy, purging, values
from netwerk_cli.wording import Wording

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


Person = Annotated[str, typer.Argument(metavar="EMAIL|NAME", help="An e-mail address, or (part of) a name.")]


def report(ctx: typer.Context, person: Person) -> None:
    """
    $ netwerk privacy report an@example.org
    $ netwerk privacy report "Dina Vos" --json

    All that is kept of one person, over all events and groups, with what happened, what was told and sent, and until
    when it is kept: what article 15 of the GDPR lets everybody ask for. Answers to special questions are in it. A name
    that fits several people is refused with the list (exit 4).
    """
    call = Call(ctx.obj)
    found = person_reports.report(call.caller(), person, retention())
    if call.json:
        call.put(person_report.shape(found, responsible()))
    else:
        _put(call, person_report.blocks(call, found, responsible()), Style.TEXT)


def export(
    ctx: typer.Context,
    person: Person,
    output: Output = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="|".join(Style), help="Default: by the name of the file, else json."
        ),
    ] = None,
) -> None:
    """
    $ netwerk privacy export an@example.org -o an.json
    $ netwerk privacy export "Dina Vos" -o dina.md --lang nl

    The same as 'privacy report', to hand to the person: as JSON for another program (article 20 of the GDPR), or in
    words, as text or Markdown. What you write holds personal data: take it away once it was handed over.
    """
    call = Call(ctx.obj)
    style = values.choice(format, Style, field="--format") if format else _by_name(output)
    found = person_reports.report(call.caller(), person, retention())
    if style is Style.JSON:
        text = json.dumps(person_report.shape(found, responsible()), ensure_ascii=False, indent=2)
    elif style is Style.MARKDOWN:
        text = as_markdown(person_report.blocks(call, found, responsible()))
    else:
        text = as_text(person_report.blocks(call, found, responsible()))
    deliver(call, f"{text}\n".encode(errors="backslashreplace"), output)


def _by_name(output: str | None) -> Style:
    """Return how a file of this name is to be written."""
    ending = (output or "").rpartition(".")[2].lower()
    return {"txt": Style.TEXT, "md": Style.MARKDOWN}.get(ending, Style.JSON)


def purge(ctx: typer.Context) -> None:
    """
    $ netwerk privacy purge --dry-run
    $ netwerk privacy purge

    Exit 0 when nothing is due, which only a terminal is told. Terms count from the end of the last session; where
    there is no date, from the last change. What is past its term goes from lists, histories, changes that can be undone
    and earlier states, all in one change, which cannot be taken back; counts, and the figures of 'report', stay. The
    terms are in the settings, see 'netwerk privacy record'. At a terminal it asks first.
    """
    call = Call(ctx.obj)
    terms = retention()
    if call.asks and not call.dry_run:
        due = purging.purge(call.caller(trial=True), terms)
        tell_due(call, due)
        if due:
            call.confirm("This cannot be taken back. Go on?")
            purging.purge(call.caller(), terms)
    else:
        due = purging.purge(call.caller(), terms)
        tell_due(call, due)
    unread = call.store().unswept
    for path in unread:
        call.warn(
            "{path}: cannot be read, so it may still hold what is past its term; remove it.", path=str(path)
        )
    if not due and call.terminal and not call.json:
        call.say("Nothing is past its term.")
    if due or call.json:
        call.result(
            "privacy.purge",
            changed=bool(due),
            purged=[purged_shape(one) for one in due],
            unread=[str(path) for path in unread],
        )


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
