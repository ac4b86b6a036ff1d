"""`netwerk status` at a terminal: a bar of seats for each event, what needs attention, and pressing milestones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.text import Text

from netwerk_cli.cli import tables
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.visible import visible
from netwerk_cli.terms import MILESTONE, headings

_ATTENTION = {
    "over": "over its cap", "full": "full", "waiting": "{waiting} waiting", "pending": "{pending} to approve",
    "closes-soon": "closes within a week", "draft": "draft",
    "milestone-late": "{late:milestone|milestones} late", "milestone-due": "{due:milestone|milestones} due soon",
}  # fmt: skip
_MILESTONE = ("owner", "id", "status", "due_on", "title", "addressed_to")


_BAR = 20


def show(call: Call, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put the dashboard on standard output; where there is no room for the bars, they go first."""
    if not rows:
        call.say("No events.")
        return
    names = [call.words(n) for n in ("event", "seats held", "registration until", "needs attention")]
    cells = [_cells(call, row, bar=_BAR) for row in rows]
    if not tables.fits(names, cells):
        cells = [_cells(call, row, bar=0) for row in rows]
    call.print(tables.table(names, cells, color=call.color))
    _milestones(call, [one for row in rows for one in row["pressing"]])


def _cells(call: Call, row: Mapping[str, Any], *, bar: int) -> list[Text]:
    (closes,) = tables.cells(row, ("closes_at",), call.language)
    return [Text(visible(row["slug"])), _seats(row, bar), closes, _needs(call, row)]


def _milestones(call: Call, pressing: Sequence[Mapping[str, Any]]) -> None:
    if pressing:
        first = sorted(pressing, key=lambda one: str(one["due_on"]))
        said = headings(MILESTONE)
        names = [call.words(said[f]) for f in _MILESTONE]
        cells = [[tables.text(f, one[f], call.language) for f in _MILESTONE] for one in first]
        call.print(f"\n{tables.table(names, cells, color=call.color)}")


def _seats(row: Mapping[str, Any], bar: int) -> Text:
    """Return the seats held, behind a bar of so many columns where there is a cap."""
    held, capacity = row["seats_held"], row["capacity"]
    if held is None:  # a group
        return Text("")
    count = Text(str(held) if capacity is None else f"{held}/{capacity}")
    if not bar:
        return count
    filled = Text(" " * bar) if capacity is None else tables.bar(held, capacity, width=bar)
    return Text.assemble(filled, "  ", count)


def _needs(call: Call, row: Mapping[str, Any]) -> Text:
    late = sum(one["status"] == "late" for one in row["pressing"])
    counts = {"waiting": row["waiting"], "pending": row["pending"], "late": late}
    counts["due"] = len(row["pressing"]) - late
    found = [call.words(_ATTENTION[name], **counts) for name in row["attention"]]
    return Text(", ".join(found), style="yellow")
