"""Tables, bars and colours for a person at a terminal; the only module that imports rich."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from netwerk_cli.cli.clocks import speak_of
from netwerk_cli.cli.language import say, short, translated
from netwerk_cli.cli.visible import visible
from netwerk_cli.domain.moments import from_text
from netwerk_cli.services.sorting import is_moment
from netwerk_cli.terms import WORDS

_STYLES = {
    "open": "green", "confirmed": "green", "full": "yellow", "waiting": "yellow", "pending": "yellow",
    "upcoming": "cyan", "draft": "cyan", "closed": "magenta", "cancelled": "red", "declined": "red", "past": "dim",
    "late": "red", "done": "dim",
}  # fmt: skip

_GAP, _ADDRESS = 2, 12
"""Columns between two columns, and what an e-mail address may be folded to."""


_COUNTED = frozenset({"opens_before", "closes_before"})


def cells(row: Mapping[str, Any], fields: Sequence[str], language: str) -> list[Text]:
    """Return the values of some columns as a person reads them; times are of the zone that the row is in."""
    if "timezone" in row:
        speak_of(row["timezone"])
    return [text(field, row[field], language) for field in fields]


def text(field: str, value: object, language: str) -> Text:
    """Return the value of a column as a person reads it, in the colour of what it says."""
    if field not in WORDS:
        return Text(cell(field, value, language))
    words = value if isinstance(value, (list, tuple)) else [value] if value is not None else []
    said = ", ".join(translated(str(word), language) for word in words)
    return Text(visible(said), style=_STYLES.get(str(value), ""))


def cell(field: str, value: object, language: str) -> str:
    """Return the value of a column as a person reads it: moments in words, nothing that steers a terminal."""
    return visible(_plain(field, value, language), lines=True)


def _plain(field: str, value: object, language: str) -> str:
    if isinstance(value, str) and is_moment(field):
        return short(from_text(value), language)
    if isinstance(value, (date, datetime)):
        return short(value, language)
    if field == "set_asides" and isinstance(value, list):
        return ", ".join(
            say("{seats:seat|seats} for {audience} until {until}", language, {**one, "until": until})
            for one in value
            for until in [short(from_text(one["until"]), language)]
        )
    if isinstance(value, dict) and field in _COUNTED:
        return _before_start(value, language)
    if isinstance(value, bool):
        return "✓" if value else ""
    if isinstance(value, (list, tuple)):
        return ", ".join(str(item) for item in value)
    return "" if value is None else str(value)


def _before_start(value: Mapping[str, Any], language: str) -> str:
    if value["minutes"]:
        return say("{count:minute|minutes} before the start", language, {"count": value["minutes"]})
    told = say("{count:day|days} before the start", language, {"count": value["days"]})
    return f"{told} {value['at']}" if value["at"] else told


def table(names: Sequence[str], cells: Sequence[Sequence[Text]], *, color: bool) -> str:
    """Return a table as text for the width of the terminal; cells are folded, never cut.

    Words, names of events among them, are kept whole: where that leaves too little room, every row becomes a
    block of names and values under its first value.
    """
    widths = _widths(names, cells)
    if widths is None:
        return "\n\n".join(_block(names, row, color=color) for row in cells)
    drawn = Table(
        box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, collapse_padding=True, header_style="bold"
    )
    for column, name in enumerate(names):
        numbers = bool(cells) and all(row[column].plain.isdigit() or not row[column] for row in cells)
        side: Literal["left", "right"] = "right" if numbers else "left"
        drawn.add_column(Text(name), justify=side, overflow="fold", width=widths[column])
    for row in cells:
        drawn.add_row(*row)
    return rendered(drawn, color=color)


def _block(names: Sequence[str], row: Sequence[Text], *, color: bool) -> str:
    """Return one row as its first value, however long, and the others beside their names."""
    name = row[0].copy()
    name.stylize("bold")
    fields = {n: text for n, text in zip(names[1:], row[1:], strict=True) if text}
    return f"{rendered(name, color=color, soft_wrap=True)}\n{card(fields, color=color)}"


def fits(names: Sequence[str], cells: Sequence[Sequence[Text]]) -> bool:
    """Whether a table has room for every row on a line of its own."""
    return _across(_natural(_columns(names, cells))) <= width()


def _columns(names: Sequence[str], cells: Sequence[Sequence[Text]]) -> list[tuple[str, ...]]:
    return list(zip(names, *([text.plain for text in row] for row in cells), strict=True))


def _natural(columns: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(cell_len, column)) for column in columns]


def _across(widths: Sequence[int]) -> int:
    return sum(widths) + _GAP * (len(widths) - 1)


def _widths(names: Sequence[str], cells: Sequence[Sequence[Text]]) -> list[int] | None:
    """Return how wide each column is to be, the widest ones narrowed first, or None where words would not fit."""
    columns = _columns(names, cells)
    widths = _natural(columns)
    floors = [max(_floor(word) for text in column for word in (text.split() or [""])) for column in columns]
    if _across(floors) > width():
        return None
    while _across(widths) > width():
        spare = [wide - floor for wide, floor in zip(widths, floors, strict=True)]
        widest = max(range(len(widths)), key=lambda i: widths[i] if spare[i] else 0)
        widths[widest] -= 1
    return widths


def _floor(word: str) -> int:
    """Return how narrow a column with this word may be: only an e-mail address is ever broken in two."""
    return min(cell_len(word), _ADDRESS) if "@" in word else cell_len(word)


def card(fields: Mapping[str, Text | str], *, color: bool) -> str:
    """Return names and values in two columns; long values are folded beside their name."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", overflow="fold")
    grid.add_column(overflow="fold")
    for name, value in fields.items():
        grid.add_row(
            Text(visible(name)), value if isinstance(value, Text) else Text(visible(value, lines=True))
        )
    return rendered(grid, color=color)


def rendered(thing: object, *, color: bool, soft_wrap: bool = False) -> str:
    """Return anything rich can draw as text, without a line feed at the end."""
    file = io.StringIO()
    console = Console(
        file=file,
        force_terminal=color,
        no_color=not color,
        highlight=False,
        emoji=False,
        markup=False,
        color_system="standard" if color else None,
        width=width(),
    )
    console.print(thing, soft_wrap=soft_wrap)
    return "\n".join(line.rstrip() for line in file.getvalue().rstrip("\n").split("\n"))


def bar(held: int, capacity: int, *, width: int = 20) -> Text:
    """Return seats as a bar: held seats filled, red above the cap."""
    filled = width if capacity == 0 else min(width, round(width * held / capacity))
    style = "red" if held > capacity else "yellow" if held == capacity else "green"
    return Text.assemble(("█" * filled, style), ("░" * (width - filled), "dim"))


def width() -> int:
    """Return how many columns the terminal has, or is to be taken to have: nothing can be read in less than 20."""
    columns = Console().width
    return max(20, columns) if columns else 80
