"""A report as one page, or as pictures alone. The page asks for nothing from anywhere, and prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import count
from typing import Any

from netwerk_cli.domain.moments import in_zone
from netwerk_cli.domain.over_time import Beside
from netwerk_cli.domain.reports import Division, Report, Told
from netwerk_cli.exchange.reports import pictures
from netwerk_cli.exchange.reports.shapes import figures_shape
from netwerk_cli.exchange.reports.speaking import Speaker, telling
from netwerk_cli.exchange.reports.svg import STYLE, Picture, framed, stacked, text

_PAGE = (
    ":root{color-scheme:light dark}*{box-sizing:border-box}"
    "body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;padding:1rem;max-width:72rem;"
    "color:#1b1b1b;background:#fff}"
    "h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0}h2{font-size:1.2rem;margin:2rem 0 .5rem}"
    "figure{margin:1rem 0}figure,.t{overflow-x:auto}"
    "figure svg{display:block;max-width:100%;min-width:34rem;height:auto}"
    "table{border-collapse:collapse;font-size:.9rem}"
    "th,td{padding:.3rem .45rem;border-bottom:1px solid #d5dae0;text-align:left}"
    "thead th{vertical-align:bottom;hyphens:auto}tbody th{min-width:10rem}"
    "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}"
    ".q{color:#4a5260}p{margin:.3rem 0}"
    "@media (prefers-color-scheme:dark){body{color:#f1f1f1;background:#16181c}th,td{border-color:#3a4049}"
    ".q{color:#b8c0cc}}"
    "@media print{@page{size:A4 landscape;margin:12mm}"
    "body{padding:0;max-width:none;font-size:10pt;color:#000;background:none}"
    "figure,.t{overflow:visible}figure svg{min-width:0}table{font-size:8pt}th,td{padding:.1rem .25rem}"
    "tbody th{min-width:0}tr,figure{break-inside:avoid}h2{break-after:avoid}"
    "thead{display:table-header-group}.q{color:#333}}"
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_NAME = "group"

Row = dict[str, Any]


def to_html(report: Report, now: datetime, speaker: Speaker) -> bytes:
    """Return a report as one page with pictures."""
    words, ids = speaker.words, count(1)
    title = _title(report, speaker)
    body = "".join(_sections(report, speaker, ids))
    hidden = f'<p class="q">{text(_hidden(report, speaker))}</p>\n' if report.least > 1 else ""
    made = words("Made on {now}.", now=in_zone(now, report.events[0].event.timezone))
    return (
        f'<!DOCTYPE html>\n<html lang="{text(speaker.spoken.language)}">\n<head>\n<meta charset="UTF-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{text(title)}</title>\n'
        f"<style>{_PAGE}{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{text(title)}</h1>\n"
        f'<p class="q">{text(made)}</p>\n{hidden}{body}</main>\n</body>\n</html>\n'
    ).encode(errors="xmlcharrefreplace")


def to_svg(report: Report, speaker: Speaker) -> bytes:
    """Return the pictures of a report below each other, as one that stands alone."""
    whole = stacked([*_pictures(report, speaker)], _title(report, speaker))
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + framed(whole, "r", alone=True)).encode(
        errors="xmlcharrefreplace"
    )


def _pictures(report: Report, speaker: Speaker) -> Iterator[Picture]:
    several = len(report.events) > 1
    if several and (picture := pictures.of_events(report.events, report.least, speaker.words)):
        yield picture
    for told in report.events:
        yield from _over_time(told, speaker, named=several)
    for division in report.divisions:
        yield from _of_groups(division, report, speaker)


def _over_time(told: Told, speaker: Speaker, *, named: bool) -> Iterator[Picture]:
    if (picture := pictures.over_time(told, speaker.words, named=named)) is not None:
        yield picture
    if told.beside is not None and (held := pictures.of_editions(told, told.beside, speaker.words)):
        yield held


def _of_groups(division: Division, report: Report, speaker: Speaker) -> Iterator[Picture]:
    names = [speaker.name(division, group) for group in division.groups]
    title = speaker.title(division)
    picture = pictures.of_groups(division, title, names, report.least, speaker.words)
    if picture is not None:
        yield picture


def _title(report: Report, speaker: Speaker) -> str:
    if len(report.events) == 1:
        return speaker.words("Report: {event}", event=report.events[0].event.title)
    return speaker.words("Report of {count:event|events}", count=len(report.events))


def _hidden(report: Report, speaker: Speaker) -> str:
    return speaker.words(
        "Groups of fewer than {least} people are hidden, and so is what they would follow from.",
        least=report.least,
    )


# -------------------------------------------------------------------- sections
def _sections(report: Report, speaker: Speaker, ids: Iterator[int]) -> Iterator[str]:
    if len(report.events) == 1:
        yield from _single(report.events[0], report.least, speaker, ids)
    else:
        yield from _together(report, speaker, ids)
    for told in report.events:
        named = len(report.events) > 1
        found = [*_over_time(told, speaker, named=named)]
        if found or told.beside is not None:
            yield _heading(told.event.title if named else speaker.words("Over time"))
            yield from (_figure(one, ids) for one in found)
        if told.beside is not None:
            yield _editions(told, told.beside, speaker, ids)
    for division in report.divisions:
        yield from _division(division, report, speaker, ids)


def _single(told: Told, least: int, speaker: Speaker, ids: Iterator[int]) -> Iterator[str]:
    """Yield the figures of one event, below each other."""
    event, words = told.event, speaker.words
    parts = []
    if event.starts_at is not None:
        parts.append(words("Start: {starts}.", starts=event.starts_at))
    if event.closing is not None:
        parts.append(words("Closing: {closes}.", closes=event.closing))
    if parts:
        yield f"<p>{text(' '.join(parts))}</p>\n"
    row = figures_shape(told.figures, told.veil, least, event.capacity)
    rows = "".join(
        f'<tr><th scope="row">{text(_capital(speaker.heading(name)))}</th>'
        f'<td class="n">{text(speaker.cell(row[name]))}</td></tr>\n'
        for name in telling([row])
    )
    yield _heading(words("Figures"))
    yield _scrolling(f"<table>\n<tbody>\n{rows}</tbody>\n</table>\n", words("Figures"), ids)


def _together(report: Report, speaker: Speaker, ids: Iterator[int]) -> Iterator[str]:
    """Yield the figures of several events, one a row, with their total."""
    words, least = speaker.words, report.least
    rows = [
        {_NAME: one.event.title, **figures_shape(one.figures, one.veil, least, one.event.capacity)}
        for one in report.events
    ]
    if report.total is not None:
        rows.append({_NAME: words("Total"), **figures_shape(report.total, report.total_veil, least)})
    yield _heading(words("Figures"))
    yield _table(rows, words("event"), words("Figures"), speaker, ids)
    if (picture := pictures.of_events(report.events, least, words)) is not None:
        yield _figure(picture, ids)


def _editions(told: Told, held: Beside, speaker: Speaker, ids: Iterator[int]) -> str:
    """Return this edition and the one before it, as long before their closing."""
    words = speaker.words
    rows = [
        {_NAME: event.title, "day": speaker.day(point.on), "registered": point.registered,
         "on_list": point.on_list}
        for event, point in ((told.event, held.here), (held.event, held.there))
    ]  # fmt: skip
    return _table(rows, words("edition"), words("Beside the last edition"), speaker, ids,
                  fields=("day", "registered", "on_list"))  # fmt: skip


def _division(division: Division, report: Report, speaker: Speaker, ids: Iterator[int]) -> Iterator[str]:
    title = speaker.title(division)
    yield _heading(title)
    if division.withheld:
        yield f"<p>{text(speaker.words('There are too few people to tell groups apart.'))}</p>\n"
        return
    if not division.groups:
        yield f"<p>{text(speaker.words('Nobody.'))}</p>\n"
        return
    yield from (_figure(one, ids) for one in _of_groups(division, report, speaker))
    rows = [
        {
            _NAME: speaker.name(division, group),
            **figures_shape(group.figures, group.veil, report.least, group.capacity),
        }
        for group in division.groups
    ]
    yield _table(rows, speaker.words("group"), title, speaker, ids)


# ----------------------------------------------------------------------- parts
def _heading(said: str) -> str:
    return f"<h2>{text(said)}</h2>\n"


def _figure(picture: Picture, ids: Iterator[int]) -> str:
    """Return a picture that can be scrolled where the screen is smaller than it can be read at."""
    id = f"p{next(ids)}"
    frame = framed(picture, id, alone=False)
    return f'<figure tabindex="0" role="group" aria-labelledby="{id}-t">\n{frame}</figure>\n'


def _table(
    rows: Sequence[Row],
    name: str,
    title: str,
    speaker: Speaker,
    ids: Iterator[int],
    fields: Sequence[str] | None = None,
) -> str:
    columns = telling(rows) if fields is None else fields
    heads = "".join(
        f'<th scope="col" class="n">{text(_capital(speaker.heading(one)))}</th>' for one in columns
    )
    lines = "".join(
        f'<tr><th scope="row">{text(row[_NAME])}</th>'
        + "".join(f'<td class="n">{text(speaker.cell(row[one]))}</td>' for one in columns)
        + "</tr>\n"
        for row in rows
    )
    head = f'<thead>\n<tr><th scope="col">{text(_capital(name))}</th>{heads}</tr>\n</thead>\n'
    return _scrolling(f"<table>\n{head}<tbody>\n{lines}</tbody>\n</table>\n", title, ids)


def _scrolling(table: str, title: str, ids: Iterator[int]) -> str:
    """Return a table in a region that can be scrolled by keys where the screen is too small for it."""
    label = f"{title} ({next(ids)})"
    return f'<div class="t" role="group" tabindex="0" aria-label="{text(label)}">\n{table}</div>\n'


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]
