"""Tables and bars for a person at a terminal: the only module that draws with rich."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from rich import box
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from netwerk_cli.cli import fitting
from netwerk_cli.cli.fitting import Narrowing, Size
from netwerk_cli.cli.screen import width, wrapped
from netwerk_cli.cli.visible import visible

Side = Literal["left", "right"]

INDENT = 2
"""How far to the right a block goes on, and what is below a row."""
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_NUMBER = re.compile(r"\d[\d/]*|\d+[.,]\d%|[<≥] \d+|…")
_TITLE = 20
"""What is left of a line for a title to begin on it."""


class Column(NamedTuple):
    """A column of a listing: its heading, its cells, how much it matters, and what is done where room is short.

    In a block the cells of one that is `named` stand behind the heading, as numbers always do.
    """

    name: str
    cells: Sequence[Text]
    rank: int
    narrowing: Narrowing = "never"
    named: bool = False

    def size(self) -> fitting.Size:
        """Return what there has to be room for."""
        words = (cell_len(word) for cell in self.cells for word in cell.plain.split())
        longest = max(words, default=0) if self.narrowing == "fold" else 0
        return Size(self.rank, self.name, [cell.cell_len for cell in self.cells], longest, self.narrowing)


def listing(columns: Sequence[Column], *, below: Sequence[Text] = (), color: bool) -> str:
    """Return rows as a table, each on a line as far as the width of the terminal allows, else as a block each.

    Columns without a value are left out, then those that matter least; titles and names end in an ellipsis before
    a column goes that does matter. What is `below` a row stands behind it all the same where there is room for it.
    """
    told = [one._replace(cells=list(map(_flat, one.cells))) for one in columns if any(one.cells)]
    below = list(map(_flat, below))
    widths = fitting.fit([column.size() for column in told], width())
    if widths is None:
        inside = [column for column in told if column.rank <= fitting.IN_BLOCK]
        blocks = [_block(inside, row, below[row : row + 1]) for row in range(len(told[0].cells))]
        return rendered(Text("\n").join(blocks), color=color, soft_wrap=True)
    lines = rendered(_lined([(told[at], wide) for at, wide in widths.items()]), color=color).split("\n")
    across = sum(widths.values()) + fitting.GAP * len(widths)
    heading = len(lines) - len(told[0].cells)
    for at, more in reversed([(at, more) for at, more in enumerate(below, heading) if more]):
        if across + more.cell_len <= width():
            space = " " * (across - cell_len(_COLOUR.sub("", lines[at])))
            lines[at] = f"{lines[at]}{space}{rendered(more, color=color)}"
        else:
            under = [Text.assemble(" " * INDENT, line) for line in _parted(more, width() - INDENT)]
            lines[at + 1 : at + 1] = [rendered(line, color=color, soft_wrap=True) for line in under]
    return "\n".join(lines)


def _flat(cell: Text) -> Text:
    """Return a value on one line."""
    return Text(cell.plain.replace("\n", " "), cell.style) if "\n" in cell.plain else cell


def _lined(columns: Sequence[tuple[Column, int]]) -> Table:
    """Return a table of columns that are so wide."""
    names = [wrapped(column.name, room=wide) for column, wide in columns]
    lowest = max(name.count("\n") for name in names)
    drawn = _grid()
    for name, (column, wide) in zip(names, columns, strict=True):
        side: Side = "right" if _counts(column.cells) else "left"
        drawn.add_column(
            Text("\n" * (lowest - name.count("\n")) + name),
            justify=side,
            width=wide,
            no_wrap=column.narrowing != "fold",
            overflow="ellipsis" if column.narrowing == "cut" else "fold",
        )
    for row in zip(*(_hidden(column, wide) for column, wide in columns), strict=True):
        drawn.add_row(*row)
    return drawn


def _hidden(column: Column, wide: int) -> Sequence[Text]:
    """Return the cells of a column, with an ellipsis for what is not to be shown by halves."""
    if column.narrowing != "hide":
        return column.cells
    return [cell if cell.cell_len <= wide else Text("…") for cell in column.cells]


def _grid() -> Table:
    return Table(
        box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, collapse_padding=True, header_style="bold"
    )


def _counts(cells: Sequence[Text]) -> bool:
    """Whether a column holds numbers, pairs of them, or shares, and nothing else."""
    return all(_NUMBER.fullmatch(cell.plain) or not cell for cell in cells)


def _block(columns: Sequence[Column], row: int, below: Sequence[Text]) -> Text:
    """Return one row in as few lines as it needs: what never goes, then the rest further to the right."""
    pieces = [(column, _piece(column, column.cells[row])) for column in columns if column.cells[row]]
    first = [piece for piece in pieces if piece[0].rank == 1]
    rest = [piece for piece in pieces if piece[0].rank != 1]
    if rest and rest[0][0].narrowing == "cut":
        first.append(rest.pop(0))
    first[0][1].stylize("bold")
    room = width() - INDENT
    under = [line for text in filter(None, below) for line in _parted(text, room)]
    return Text("\n" + " " * INDENT).join([*_lines(first, "  ", room), *_lines(rest, " · ", room), *under])


def _parted(text: Text, room: int) -> list[Text]:
    """Return a text in lines, each with as many of its parts as there is room for: a semicolon ends a part."""
    *parts, last = text.plain.split("; ")
    lines: list[str] = []
    for part in (*(f"{part};" for part in parts), last):
        if lines and cell_len(lines[-1]) + 1 + cell_len(part) <= room:
            lines[-1] += f" {part}"
        else:
            lines.append(part)
    return [line for one in lines for line in _wrapped(Text(one, text.style), room)]


def _wrapped(text: Text, room: int) -> list[Text]:
    return [Text(line, text.style) for line in wrapped(text.plain, room=room).split("\n")]


def _piece(column: Column, cell: Text) -> Text:
    """Return a value as it stands in a block: behind its heading where it does not speak for itself."""
    return Text.assemble(column.name, " ", cell) if column.named or _counts(column.cells) else cell.copy()


def _lines(pieces: Sequence[tuple[Column, Text]], between: str, room: int) -> Iterator[Text]:
    """Yield pieces beside each other, as many as there is room for.

    What is too long for a line stands on one of its own: titles end in an ellipsis, what can be folded goes on below.
    """
    line = Text()
    for column, piece in pieces:
        left = room - line.cell_len - len(between) if line else room
        if line and piece.cell_len > left and (column.narrowing != "cut" or left < _TITLE):
            yield line
            line, left = Text(), room
        if column.narrowing == "fold":
            *over, piece = piece.wrap(Console(), room)
            yield from over
        elif column.narrowing == "cut":
            piece.truncate(left, overflow="ellipsis")
        line = Text.assemble(line, between, piece) if line else piece
    if line:
        yield line


def table(columns: Sequence[Column], *, color: bool) -> str:
    """Return a table of all columns, for the width of the terminal; cells are folded, never cut.

    Words are kept whole: where that leaves too little room, every row becomes a block of names and values under its
    first value.
    """
    widths = fitting.fit_all([column.size() for column in columns], width())
    rows = list(zip(*(column.cells for column in columns), strict=True))
    if widths is None:
        names = [column.name for column in columns]
        return "\n\n".join(_card(names, row, color=color) for row in rows)
    drawn = _grid()
    for at, wide in widths.items():
        side: Side = "right" if _counts(columns[at].cells) else "left"
        drawn.add_column(Text(columns[at].name), justify=side, overflow="fold", width=wide)
    for row in rows:
        drawn.add_row(*row)
    return rendered(drawn, color=color)


def _card(names: Sequence[str], row: Sequence[Text], *, color: bool) -> str:
    """Return one row as its first value, however long, and the others beside their names."""
    name = row[0].copy()
    name.stylize("bold")
    fields = {n: text for n, text in zip(names[1:], row[1:], strict=True) if text}
    return f"{rendered(name, color=color, soft_wrap=True)}\n{card(fields, color=color)}"


def card(fields: Mapping[str, Text | str], *, color: bool) -> str:
    """Return names and values in two columns; long values go on beside their name, long addresses below it."""
    named = {visible(name): value for name, value in fields.items()}
    side = max(map(cell_len, named), default=0) + INDENT
    lines = (line for name, value in named.items() for line in _beside(name, value, side))
    return rendered(Text("\n").join(lines), color=color, soft_wrap=True)


def _beside(name: str, value: Text | str, side: int) -> Iterator[Text]:
    """Yield a value in lines between words, the first of which has its name."""
    text = value if isinstance(value, Text) else Text(visible(value, lines=True))
    head = Text.assemble((name, "bold"), " " * (side - cell_len(name)))
    if any(cell_len(word) > width() - side for word in text.plain.split()):
        yield head
        head, side = Text(" " * INDENT), INDENT
    for line in _wrapped(text, width() - side):
        yield Text.assemble(head, line)
        head = Text(" " * side)


def rendered(thing: RenderableType, *, color: bool, soft_wrap: bool = False) -> str:
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
