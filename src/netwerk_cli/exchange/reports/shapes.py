"""A report as scripts and tables see it. A hidden figure is a text, `< 5`, and never a number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from netwerk_cli.domain import events as rules
from netwerk_cli.domain.history import plain
from netwerk_cli.domain.over_time import Beside, Point
from netwerk_cli.domain.questions import HIDDEN
from netwerk_cli.domain.report_figures import COUNTS, Figures
from netwerk_cli.domain.reports import Division, Group, Report, Told
from netwerk_cli.domain.small_groups import Veil
from netwerk_cli.terms import FIGURES, REPORT, names

Shape = dict[str, Any]


def figures_shape(found: Figures, veil: Veil | None, least: int, capacity: int | None = None) -> Shape:
    """Return figures by column; of hidden ones how many there are at most or at least, and no more than that."""
    shape: Shape = dict.fromkeys(names(FIGURES)) | {"capacity": capacity}
    if veil is None:
        counts = {name: getattr(found, name) for name in ("people", *COUNTS, "seats_held", "no_show_rate")}
        return shape | counts
    few = found.registered < least
    shape |= dict.fromkeys((*COUNTS, "seats_held"), f"< {least}" if few else HIDDEN)
    return shape | {
        "registered": f"< {least}" if few else f"≥ {least}",
        "people": f"< {least}" if found.people < least else f"≥ {least}",
    }


def report_shape(report: Report, now: datetime) -> Shape:
    """Return a report as one object: its events, their total, and what was counted by."""
    total, least = report.total, report.least
    return {
        "made_at": plain(now),
        "min_group": least,
        "events": [_event(one, least, now) for one in report.events],
        "total": None if total is None else figures_shape(total, report.total_veil, least),
        "by": {one.by: [_group(group, least) for group in one.groups] for one in report.divisions},
        "questions": {one.by: one.question.text for one in report.divisions if one.question is not None},
        "withheld": [one.by for one in report.divisions if one.withheld],
    }


def _event(told: Told, least: int, now: datetime) -> Shape:
    event, counted = told.event, told.figures
    free = rules.free_seats(event, counted.seats_held)
    return {
        "event": event.slug,
        "title": event.title,
        "status": str(rules.status(event, now, free=free)),
        "timezone": event.timezone,
        "starts_at": plain(event.starts_at),
        "opens_at": plain(event.opens_at),
        "closes_at": plain(event.closing),
        **figures_shape(counted, told.veil, least, event.capacity),
        "no_seat": told.no_seat,
        "timeline": [_point(one) for one in told.points],
        "last_edition": None if told.beside is None else _beside(told.beside),
    }


def _point(point: Point) -> Shape:
    return {
        "on": plain(point.on),
        "days_before_closing": point.days_before_closing,
        "registered": point.registered,
        "on_list": point.on_list,
    }


def _beside(beside: Beside) -> Shape:
    """Return both editions at the same time, and what became of the earlier one."""
    other = beside.event
    return {
        "event": other.slug,
        "title": other.title,
        "days_before_closing": beside.here.days_before_closing,
        "this": _point(beside.here),
        "last": _point(beside.there),
        "figures": figures_shape(beside.figures, None, 1, other.capacity),
    }


def _group(group: Group, least: int) -> Shape:
    return {
        "group": group.label,
        "event": group.event,
        "title": group.title,
        **figures_shape(group.figures, group.veil, least, group.capacity),
    }


# ------------------------------------------------------------------------ rows
def report_rows(report: Report) -> list[Shape]:
    """Return a report as rows of one table, what each is counted by in the first column: event, total, a group, day."""
    return [*_rows(report)]


def _rows(report: Report) -> Iterator[Shape]:
    least = report.least
    for told in report.events:
        yield _row(
            "event",
            event=told.event.slug,
            title=told.event.title,
            **figures_shape(told.figures, told.veil, least, told.event.capacity),
        )
        if told.beside is not None:
            yield _row("last-edition", event=told.event.slug, group=told.beside.event.slug,
                       title=told.beside.event.title, **_point_cells(told.beside.there))  # fmt: skip
    if report.total is not None:
        yield _row("total", **figures_shape(report.total, report.total_veil, least))
    for division in report.divisions:
        yield from _division(division, least)
    for told in report.events:
        for point in told.points:
            yield _row("day", event=told.event.slug, **_point_cells(point))


def _division(division: Division, least: int) -> Iterator[Shape]:
    for group in division.groups:
        yield _row(
            division.by,
            event=group.event,
            group=group.label,
            title=group.title,
            **figures_shape(group.figures, group.veil, least, group.capacity),
        )


def _point_cells(point: Point) -> Shape:
    shape = _point(point)
    return {"day": shape.pop("on"), **shape}


def _row(by: str, **cells: object) -> Shape:
    return {**dict.fromkeys(names(REPORT)), "by": by, **cells}
