"""A report for a person at a terminal: figures with bars, days, the edition before, and groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.text import Text

from netwerk_cli.cli import tables
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.clocks import speak_of
from netwerk_cli.cli.language import short
from netwerk_cli.cli.screen import width, wrapped
from netwerk_cli.cli.tables import Column
from netwerk_cli.cli.visible import visible
from netwerk_cli.domain.over_time import Point
from netwerk_cli.domain.reports import Division, Group, Report, Told
from netwerk_cli.exchange.reports.shapes import figures_shape
from netwerk_cli.exchange.reports.speaking import Speaker, same_time, telling

Row = dict[str, Any]

_BAR, _SMALL_BAR, _NARROW = 20, 10, 70
_MOST_DAYS = 12
_RANKS = {
    "registered": 1, "confirmed": 3, "seats_held": 3, "present": 2, "no_show": 4, "no_show_rate": 2, "cancelled": 4,
    "waiting": 4, "waited": 5, "moved_up": 6, "declined": 6, "excused": 6, "pending": 5, "capacity": 3, "people": 7,
}  # fmt: skip
"""How much each figure of a group matters where room is short."""


def told(call: Call, report: Report, speaker: Speaker) -> str:
    """Return a report as text for the screen, 80 columns where there is none."""
    return "\n\n".join(_Telling(call, report, speaker).parts())


class _Telling:
    """One report, as it is told."""

    def __init__(self, call: Call, report: Report, speaker: Speaker) -> None:
        self.call, self.report, self.speaker = call, report, speaker
        self.least = report.least
        self.bar = _BAR if width() >= _NARROW else _SMALL_BAR

    def parts(self) -> Iterator[str]:
        """Yield the parts, with a blank line between them."""
        events = self.report.events
        if len(events) == 1:
            yield self._head(events[0])
            yield self._figures(events[0])
        else:
            yield self._together()
        for one in events:
            if one.points:
                yield self._days(one, named=len(events) > 1)
            if one.beside is not None:
                yield self._editions(one)
        yield from (self._division(one) for one in self.report.divisions)
        if self.least > 1:
            yield self._line(
                "Groups of fewer than {least} people are hidden, and so is what they would follow from.",
                least=self.least,
            )

    # ------------------------------------------------------------------- events
    def _head(self, one: Told) -> str:
        event, words = one.event, self.call.words
        speak_of(event.timezone)
        lines = [self._bold(event.title)]
        if event.starts_at is not None:
            lines.append(self._wrapped(words("Start: {starts}.", starts=event.starts_at)))
        if event.closing is not None:
            lines.append(self._wrapped(words("Closing: {closes}.", closes=event.closing)))
        return "\n".join(lines)

    def _figures(self, one: Told) -> str:
        """Return each figure with a bar: of all who asked, seats of the cap."""
        row = figures_shape(one.figures, one.veil, self.least, one.event.capacity)
        names = [name for name in telling([row]) if name != "capacity"]
        whole = row["registered"] if isinstance(row["registered"], int) else 0
        lines = []
        for name in names:
            value, of = row[name], whole
            said = self.speaker.cell(value)
            if (
                name == ("seats_held" if "seats_held" in names else "confirmed")
                and row["capacity"] is not None
            ):
                of, said = row["capacity"], f"{said}/{row['capacity']}"
            lines.append((self._heading(name), self._bar(value, of), said))
        if one.no_seat:
            lines.append((self.call.words("without a seat"), Text(" " * self.bar), str(one.no_seat)))
        return self._barred(lines)

    def _together(self) -> str:
        """Return the figures of several events, one a row, with their total."""
        rows, names = [], []
        for one in self.report.events:
            rows.append(figures_shape(one.figures, one.veil, self.least, one.event.capacity))
            names.append(one.event.slug)
        if self.report.total is not None:
            rows.append(figures_shape(self.report.total, self.report.total_veil, self.least))
            names.append(self.call.words("Total"))
        bars = [
            self._bar(row["seats_held"], row["capacity"])
            if row["capacity"] is not None
            else Text(" " * self.bar)
            for row in rows
        ]
        return self._table(self.call.words("event"), names, bars, rows)

    def _days(self, one: Told, *, named: bool) -> str:
        """Return how many had asked by some days, against the cap, as far as it is in sight."""
        points = _some(one.points)
        highest = max(points[-1].registered, one.event.capacity or 0, 1)
        lines = []
        for point in points:
            day = short(point.on, self.call.language, year=self.call.now.year)
            lines.append((day, tables.bar(point.registered, highest, width=self.bar), self._said(point)))
        head = one.event.slug if named else self.call.words("Registrations over time")
        cap = one.event.capacity
        more = "" if cap is None else f" ({self.call.words('cap {count}', count=cap)})"
        return f"{self._bold(f'{head}{more}')}\n{self._barred(lines)}"

    def _said(self, point: Point) -> str:
        listed = (
            ""
            if point.on_list == point.registered
            else self.call.words("{count} on the list", count=point.on_list)
        )
        left = point.days_before_closing
        closing = ""
        if left == 0:
            closing = self.call.words("closing")
        elif left is not None and left > 0:
            closing = self.call.words("{count:day|days} to go", count=left)
        return "  ".join(filter(None, (str(point.registered), listed, closing)))

    def _editions(self, one: Told) -> str:
        held = one.beside
        assert held is not None  # noqa: S101 (the caller looked)
        highest = max(held.here.registered, held.there.registered, 1)
        lines = [
            (
                event.slug,
                tables.bar(point.registered, highest, width=self.bar),
                self.call.words(
                    "{registered} registered, {on_list} on the list",
                    registered=point.registered,
                    on_list=point.on_list,
                ),
            )
            for event, point in ((one.event, held.here), (held.event, held.there))
        ]
        return f"{self._bold(same_time(held, self.call.words))}\n{self._barred(lines)}"

    # ------------------------------------------------------------------- groups
    def _division(self, division: Division) -> str:
        head = self._bold(self.speaker.title(division))
        if division.withheld:
            return f"{head}\n{self._line('There are too few people to tell groups apart.')}"
        if not division.groups:
            return f"{head}\n{self._line('Nobody.')}"
        groups = division.groups
        rows = [figures_shape(one.figures, one.veil, self.least, one.capacity) for one in groups]
        names = [self.speaker.name(division, one) for one in groups]
        return f"{head}\n{self._table(self.call.words('group'), names, self._group_bars(groups), rows)}"

    def _group_bars(self, groups: Sequence[Group]) -> list[Text]:
        shown = [0 if one.veil is not None else one.figures.registered for one in groups]
        highest = max(*shown, 1)
        return [tables.bar(count, highest, width=_SMALL_BAR) for count in shown]

    # -------------------------------------------------------------------- parts
    def _table(self, name: str, names: Sequence[str], bars: Sequence[Text], rows: Sequence[Row]) -> str:
        columns = [Column(name, [Text(visible(one)) for one in names], 1, "cut")]
        if any(bar.plain.strip() for bar in bars):
            columns.append(Column("", bars, 4))
        for field in telling(rows):
            cells = [Text(self.speaker.cell(row[field])) for row in rows]
            columns.append(Column(self._heading(field), cells, _RANKS[field], named=True))
        return tables.listing(columns, color=self.call.color)

    def _barred(self, lines: Sequence[tuple[str, Text, str]]) -> str:
        """Return lines of a name, a bar and a number, each beside the others; a name too long has a line of its own."""
        names = [visible(name) for name, _, _ in lines]
        wide = max(map(len, names))
        beside = wide + 2 + self.bar + 2 + max(len(said) for *_, said in lines) <= width()
        heads = [f"{name.ljust(wide)}  " if beside else f"{name}\n  " for name in names]
        told = Text("\n").join(
            Text.assemble(head, bar, "  ", said) for head, (_, bar, said) in zip(heads, lines, strict=True)
        )
        return tables.rendered(told, color=self.call.color, soft_wrap=True)

    def _bar(self, value: object, of: object) -> Text:
        """Return a bar of a count out of another; blank for what is none, such as a share or what is hidden."""
        if not isinstance(value, int) or not isinstance(of, int):
            return Text(" " * self.bar)
        return tables.bar(value, max(of, 1), width=self.bar)

    def _heading(self, field: str) -> str:
        return self.speaker.heading(field)

    def _bold(self, said: str) -> str:
        return tables.rendered(Text(visible(said), style="bold"), color=self.call.color)

    def _line(self, template: str, **facts: object) -> str:
        return self._wrapped(self.call.words(template, **facts))

    def _wrapped(self, said: str) -> str:
        return wrapped(visible(said))


def _some(points: Sequence[Point]) -> list[Point]:
    """Return as many points as there is room for, as evenly over the days as can be; the last is among them."""
    first, last = points[0].on, points[-1].on
    span = max((last - first).days, 1)
    chosen: dict[int, Point] = {}
    for point in points:  # the last of each stretch
        chosen[((point.on - first).days * (_MOST_DAYS - 1)) // span] = point
    return list(chosen.values())
