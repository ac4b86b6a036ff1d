"""`netwerk status` at a terminal: a bar of seats for each event, and what needs attention."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from netwerk_cli.cli import tables
from netwerk_cli.cli.call import Call

_ATTENTION = {
    "over": "over its cap", "full": "full", "waiting": "{waiting} waiting", "pending": "{pending} to approve",
    "closes-soon": "closes within a week", "draft": "draft",
}  # fmt: skip


def show(call: Call, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put the dashboard on standard output."""
    if not rows:
        call.say("No events.")
        return
    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    wide = tables.width() >= 90
    drawn.add_column(Text(call.words("event")), min_width=max(len(row["slug"]) for row in rows))
    for name in ("seats held", "", "registration until" if wide else "", "needs attention"):
        drawn.add_column(Text(call.words(name)) if name else Text(""), overflow="fold")
    for row in rows:
        drawn.add_row(
            Text(row["slug"]),
            *_seats(row, 20 if wide else 10),
            Text(tables.cell(row["closes_at"], call.language) if wide else ""),
            _needs(call, row),
        )
    call.print(tables.rendered(drawn, color=call.color))


def _seats(row: Mapping[str, Any], width: int) -> tuple[Text, Text]:
    if row["capacity"] is None:
        return Text(""), Text(str(row["seats_held"]))
    return tables.bar(row["seats_held"], row["capacity"], width=width), Text(
        f"{row['seats_held']}/{row['capacity']}"
    )


def _needs(call: Call, row: Mapping[str, Any]) -> Text:
    found = [
        call.words(_ATTENTION[name], waiting=row["waiting"], pending=row["pending"])
        for name in row["attention"]
    ]
    return Text(", ".join(found), style="yellow")
