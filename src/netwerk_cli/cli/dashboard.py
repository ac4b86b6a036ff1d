"""`netwerk status` at a terminal: a bar of seats for each event, what needs attention, and pressing milestones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from netwerk_cli.cli import tables
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.parts import MILESTONE_HEADINGS
from netwerk_cli.cli.visible import visible

_ATTENTION = {
    "over": "over its cap", "full": "full", "waiting": "{waiting} waiting", "pending": "{pending} to approve",
    "closes-soon": "closes within a week", "draft": "draft",
    "milestone-late": "{late:milestone|milestones} late", "milestone-due": "{due:milestone|milestones} due soon",
}  # fmt: skip
_MILESTONE = ("owner", "id", "status", "due_on", "title", "addressed_to")


def show(call: Call, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put the dashboard on standard output."""
    if not rows:
        call.say("No events.")
        return
    wide = tables.width() >= 90
    if not wide:
        _narrow(call, rows)
        return
    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    drawn.add_column(Text(call.words("event")), min_width=max(len(row["slug"]) for row in rows))
    for name in ("seats held", "", "registration until", "needs attention"):
        drawn.add_column(Text(call.words(name)) if name else Text(""), overflow="fold")
    for row in rows:
        drawn.add_row(
            Text(visible(row["slug"])),
            *_seats(row, 20),
            Text(tables.cell("closes_at", row["closes_at"], call.language)),
            _needs(call, row),
        )
    call.print(tables.rendered(drawn, color=call.color))
    _milestones(call, [one for row in rows for one in row["pressing"]])


def _narrow(call: Call, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put the dashboard on a narrow terminal: no bars, and a block for each event where the columns do not fit."""
    names = ("event", "seats held", "registration until", "needs attention")
    cells = [
        [
            Text(visible(row["slug"])),
            _seats(row, 0)[1],
            tables.text("closes_at", row["closes_at"], call.language),
            _needs(call, row),
        ]
        for row in rows
    ]
    call.print(tables.table([call.words(name) for name in names], cells, color=call.color))
    _milestones(call, [one for row in rows for one in row["pressing"]])


def _milestones(call: Call, pressing: Sequence[Mapping[str, Any]]) -> None:
    if pressing:
        first = sorted(pressing, key=lambda one: str(one["due_on"]))
        names = [call.words(MILESTONE_HEADINGS.get(f, f.replace("_", " "))) for f in _MILESTONE]
        cells = [[tables.text(f, one[f], call.language) for f in _MILESTONE] for one in first]
        call.print(f"\n{tables.table(names, cells, color=call.color)}")


def _seats(row: Mapping[str, Any], width: int) -> tuple[Text, Text]:
    if row["capacity"] is None:
        return Text(""), Text("" if row["seats_held"] is None else str(row["seats_held"]))
    return tables.bar(row["seats_held"], row["capacity"], width=width), Text(
        f"{row['seats_held']}/{row['capacity']}"
    )


def _needs(call: Call, row: Mapping[str, Any]) -> Text:
    late = sum(one["status"] == "late" for one in row["pressing"])
    counts = {"waiting": row["waiting"], "pending": row["pending"], "late": late}
    counts["due"] = len(row["pressing"]) - late
    found = [call.words(_ATTENTION[name], **counts) for name in row["attention"]]
    return Text(", ".join(found), style="yellow")
