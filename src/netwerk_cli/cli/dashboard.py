"""`netwerk status` at a terminal: a bar of seats for each event, what needs attention, and pressing milestones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from rich.text import Text

from netwerk_cli.cli import cells, fitting, tables
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.screen import width
from netwerk_cli.cli.tables import Column
from netwerk_cli.terms import EVENT, MILESTONE, headings

_ATTENTION = {
    "over": "over its cap", "full": "full", "waiting": "{waiting} waiting", "pending": "{pending} to approve",
    "closes-soon": "closes within a week", "draft": "draft", "undated": "{undated:session|sessions} without a date",
    "untold": "{untold} to be told", "uncertain": "{unsure:mail|mails} uncertain",
    "milestone-late": "{late:milestone|milestones} late", "milestone-due": "{due:milestone|milestones} due soon",
    "personal-data": "personal data of {past_term:person|people} past its term within a month",
    "open-questions": "{questions:open question|open questions}",
}  # fmt: skip
_MILESTONE = {"owner": 1, "id": 2, "status": 1, "due_on": 1, "title": 1, "addressed_to": 4}

_BARS = (20, 10, 5, 0)
"""How long the bars can be: they make room for all else, before what needs attention goes below its event."""

Rows = Sequence[Mapping[str, Any]]


def show(call: Call, rows: Rows) -> None:
    """Put the dashboard on standard output; where there is no room for the bars, they shrink, then go."""
    if not rows:
        call.say("No events.")
        return
    needs = [_needs(call, row) for row in rows]
    beside = [Column(call.words("needs attention"), needs, 1)]
    capped = any(row["capacity"] is not None for row in rows)
    events = [_columns(call, rows, bar=bar) for bar in (_BARS if capped else (0,))]
    for one, more in product((beside, []), events):
        if fitting.has_room([column.size() for column in (*more, *one)], width()):
            break
    call.page(tables.listing([*more, *one], below=[] if one else needs, color=call.color))
    _milestones(call, [one for row in rows for one in row["pressing"]])


def _columns(call: Call, rows: Rows, *, bar: int) -> list[Column]:
    said, reader = headings(EVENT), call.reader(EVENT)
    slug, status, closes = cells.columns(rows, {"slug": 1, "status": 1, "closes_at": 1}, said, reader)
    return [slug, status, Column(call.words("seats held"), [_seats(row, bar) for row in rows], 1), closes]


def _milestones(call: Call, pressing: Rows) -> None:
    if pressing:
        first = sorted(pressing, key=lambda one: str(one["due_on"]))
        columns = cells.columns(first, _MILESTONE, headings(MILESTONE), call.reader(MILESTONE))
        call.page(f"\n{tables.listing(columns, color=call.color)}")


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
    """Return what needs attention, save what the state of the event says already."""
    late = sum(one["status"] == "late" for one in row["pressing"])
    counts = {"waiting": row["waiting"], "pending": row["pending"], "late": late}
    counts |= {name: row[name] for name in ("untold", "unsure", "past_term")}
    counts |= {
        "undated": row["undated"],
        "due": len(row["pressing"]) - late,
        "questions": row["open_questions"],
    }
    found = [call.words(_ATTENTION[name], **counts) for name in row["attention"] if name != row["status"]]
    return Text(", ".join(found), style="yellow")
