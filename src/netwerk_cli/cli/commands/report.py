"""`netwerk report`."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Annotated

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.delivering import Output, deliver
from netwerk_cli.cli.language import word
from netwerk_cli.cli.languages import speech
from netwerk_cli.cli.list_options import Excel
from netwerk_cli.cli.options import Text
from netwerk_cli.cli.plain import parts, tab_line, whole_number
from netwerk_cli.cli.vocabulary import understood
from netwerk_cli.domain.attendee_lists import By
from netwerk_cli.domain.questions import YesNo
from netwerk_cli.domain.registrations import Status
from netwerk_cli.domain.reports import Report
from netwerk_cli.errors import BadValue
from netwerk_cli.exchange import listed
from netwerk_cli.exchange.listed import Layout, Spoken
from netwerk_cli.exchange.reports import FORMATS
from netwerk_cli.exchange.reports.shapes import report_rows, report_shape
from netwerk_cli.exchange.reports.speaking import Speaker
from netwerk_cli.services import reports
from netwerk_cli.terms import REPORT, headings, names
from netwerk_cli.wording import Wording

OTHERS = 5
"""The fewest people of whom a file for others tells."""


def report(
    ctx: typer.Context,
    events: Annotated[list[str], typer.Argument(metavar="EVENT...", help="The names of one or more events.")],
    by: Annotated[
        list[str] | None,
        typer.Option(
            "--by",
            metavar="audience|organisation|role|session|question:ID",
            help="What people are counted by; repeatable. Default: all that tells them apart.",
        ),
    ] = None,
    format: Annotated[
        Text,
        typer.Option("--format", metavar="|".join(FORMATS), help="The format. Default: that of -o, or text."),
    ] = None,
    output: Output = None,
    excel: Excel = False,
    min_group: Annotated[
        Text,
        typer.Option(
            "--min-group",
            metavar="N",
            help="Hide groups of fewer people, and what they would follow from (files: 5; here: 1, none).",
        ),
    ] = None,
) -> None:
    """
    $ netwerk report kickoff
    $ netwerk report kickoff --by organisation --format csv
    $ netwerk report lezing kickoff --json

    Seats, who waited and moved up, who cancelled, who came; per group, over time against the cap and the closing, and
    beside the last edition as long before its closing: the event whose name differs in its number only, as
    kickoff-2023 does from kickoff-2024, or else an earlier one that is named before it.

    What you read here (on a screen, in a pipe, with --json) has every number. A file is for others: groups of fewer
    than five people are '< 5' in it, and so many others are hidden that none can be worked out. Answers to special
    questions are counted only when the question is named.
    """
    call = Call(ctx.obj)
    form = _format(call, format, output)
    if excel and form != "csv":
        raise BadValue(field="--excel", why=Wording("it goes with --format csv"))
    for_others = format not in (None, "text") or output not in (None, "-")
    least = _least(min_group) if min_group is not None else OTHERS if for_others else 1
    asked = [_named(one, call) for one in parts(by)]
    found = reports.report(call.caller(), events, asked, least=least)
    if form is None:
        for row in report_rows(found):
            call.print(tab_line([*row.values()]))
    elif call.json and output in (None, "-"):
        call.put(report_shape(found, call.now))
    elif form == "text" and output in (None, "-"):
        from netwerk_cli.cli.report_telling import told

        call.page(told(call, found, _speaker(call, found)))
    else:
        deliver(call, _written(call, found, form, excel=excel), output, binary=form == "xlsx")


def _format(call: Call, typed: str | None, output: str | None) -> str | None:
    """Return the format: as typed, as the file is called, or text; None for lines for scripts, in a pipe.

    Raises:
        BadValue: there is no such format, or --json says another.
    """
    if typed is not None and typed not in FORMATS:
        raise BadValue(field="--format", why=Wording("choose from {known}", known=", ".join(FORMATS)))
    if call.json:
        if typed not in (None, "json"):
            raise BadValue(field="--format", why=Wording("--json says another format"))
        return "json"
    if typed is not None:
        return typed
    if output in (None, "-"):
        return "text" if call.terminal else None
    suffix = PurePath(str(output)).suffix.removeprefix(".").lower()
    return suffix if suffix in FORMATS else "text"


def _least(typed: str) -> int:
    """Read the least number of people in a group. Raises `BadValue`."""
    least = whole_number(typed, field="--min-group")
    if least in (0, 2):
        why = Wording("it is 1, which hides nothing, or 3 or more: '< 2' would say that it is one")
        raise BadValue(field="--min-group", why=why)
    return least


def _named(typed: str, call: Call) -> str:
    """Return what to count by as services know it; what stands before the colon may be in the reader's language."""
    by, colon, about = typed.partition(":")
    return f"{understood(by, By, call.language)}{colon}{about}"


def _speaker(call: Call, found: Report) -> Speaker:
    """Return who tells a report in the language of the reader."""
    rows = {
        "event": call.words("event"),
        "total": call.words("total"),
        "day": call.words("day"),
        "last-edition": call.words("last edition"),
    }
    rows |= {one.value: word(one, call.language) for one in (*By, *YesNo)}
    rows |= {one.by: one.question.text for one in found.divisions if one.question is not None}
    said = {column: call.words(heading) for column, heading in headings(REPORT).items()}
    said["cancelled"] = word(Status.CANCELLED, call.language)  # of people, not of events
    decimal = {".": speech(call.language).decimal}
    spoken = Spoken(headings=said, words=rows | decimal, sheet=call.words("Report"), language=call.language)
    return Speaker(call.words, spoken)


def _written(call: Call, found: Report, form: str, *, excel: bool) -> bytes:
    """Return a report as the bytes of a file."""
    speaker = _speaker(call, found)
    match form:
        case "json":
            return (json.dumps(report_shape(found, call.now), ensure_ascii=False, indent=1) + "\n").encode()
        case "text":
            from netwerk_cli.cli.report_telling import told

            return f"{told(call, found, speaker)}\n".encode(errors="backslashreplace")
        case "html" | "svg":
            from netwerk_cli.exchange.reports import page

            return page.to_html(found, call.now, speaker) if form == "html" else page.to_svg(found, speaker)
    spoken = speaker.spoken
    capitals = {column: said[:1].upper() + said[1:] for column, said in spoken.headings.items()}
    zone = found.events[0].event.timezone
    layout = Layout(names(REPORT), zone, spoken._replace(headings=capitals), title=spoken.sheet)
    kind = listed.FORMATS[form]
    write = kind.excel if excel and kind.excel is not None else kind.write
    return write(report_rows(found), layout)
