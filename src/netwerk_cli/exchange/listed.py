"""Lists as files: CSV for scripts, CSV for Excel, XLSX, JSON, JSON lines, HTML, Markdown.

Each is a function and a line in `FORMATS`. CSV follows RFC 4180 quoting. The dialect for Excel is what a double click
in Dutch or Belgian Excel expects, and guards formulas with a leading apostrophe (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import html
import io
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from netwerk_cli.domain.moments import from_text, in_zone

_GUARDED = ("=", "+", "-", "@", "\t", "\r")
_MOMENTS = ("_at", "_on", "since", "day")
_WORDS = frozenset({"status", "marks", "change", "access", "by"})
"""Columns whose values are words of ours, which a person reads in their own language."""
_LONGEST = 32_767
"""How many characters fit in a cell of a workbook."""

Row = Mapping[str, Any]


class Spoken(NamedTuple):
    """What a list for people says in their language: above each column, for a word of ours, and on its sheet."""

    headings: Mapping[str, str] = MappingProxyType({})
    words: Mapping[str, str] = MappingProxyType({})
    sheet: str = "netwerk"
    language: str = "en"


class Layout(NamedTuple):
    """How a list is written: its columns, and for people the clocks of its times and how it speaks.

    `blanks` are the titles of empty columns, to write in on paper; `title` is what the list is of. `questions` are
    those of an event by id, each with its text, and `yes_no` those that are answered with yes or no.
    """

    fields: Sequence[str]
    zone: str
    spoken: Spoken
    blanks: Sequence[str] = ()
    title: str = ""
    questions: Mapping[str, str] = MappingProxyType({})
    yes_no: Collection[str] = ()

    def headings(self) -> list[str]:
        """Return what a person reads above each column."""
        said = self.spoken.headings
        return [*(self.questions.get(one) or said.get(one, one) for one in self.fields), *self.blanks]


class Format(NamedTuple):
    """A kind of file: what writes it, whether it is `binary`, and what writes its dialect for Excel, if it has one."""

    write: Callable[[Sequence[Row], Layout], bytes]
    binary: bool = False
    excel: Callable[[Sequence[Row], Layout], bytes] | None = None


# --------------------------------------------------------------------- for scripts
def to_csv(rows: Sequence[Row], layout: Layout) -> bytes:
    """Return comma-separated UTF-8 with LF, values byte for byte."""
    empty = [""] * len(layout.blanks)
    lines = ([*(_text(row[field]) for field in layout.fields), *empty] for row in rows)
    return _csv([[*layout.fields, *layout.blanks], *lines], delimiter=",", end="\n").encode()


def to_json(rows: Sequence[Row], layout: Layout) -> bytes:
    """Return a JSON array of objects, text as it is."""
    objects = [_object(row, layout) for row in rows]
    return (json.dumps(objects, ensure_ascii=False, indent=1) + "\n").encode()


def to_json_lines(rows: Sequence[Row], layout: Layout) -> bytes:
    """Return a JSON object a line, text as it is."""
    return "".join(json.dumps(_object(row, layout), ensure_ascii=False) + "\n" for row in rows).encode()


def _object(row: Row, layout: Layout) -> dict[str, Any]:
    return {**dict.fromkeys(layout.blanks), **{field: row[field] for field in layout.fields}}


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping) and "id" in value:  # part of an event
        return str(value["id"])
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {_text(said)}" for name, said in value.items() if said is not None)
    return ", ".join(map(_text, value)) if isinstance(value, (list, tuple)) else str(value)


def _csv(lines: Sequence[Sequence[str]], *, delimiter: str, end: str) -> str:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, lineterminator=end).writerows(lines)
    return file.getvalue()


# ---------------------------------------------------------------------- for people
def to_excel_csv(rows: Sequence[Row], layout: Layout) -> bytes:
    """Return semicolon-separated UTF-8 with byte order mark and CRLF, local times, formulas guarded."""
    lines = ([_guarded(cell) for cell in cells] for cells in _cells(rows, layout))
    return _csv([[_guarded(one) for one in layout.headings()], *lines], delimiter=";", end="\r\n").encode(
        "utf-8-sig"
    )


def to_xlsx(rows: Sequence[Row], layout: Layout) -> bytes:
    """Return a workbook with text as text, moments as dates and counts as numbers: nothing is a formula or a link.

    Columns are as wide as what is in them, and the heading stays in sight and filters.
    """
    import xlsxwriter

    file = io.BytesIO()
    inert = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    headings = layout.headings()
    with xlsxwriter.Workbook(file, inert) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001 (a file property without a zone)
        sheet = book.add_worksheet(layout.spoken.sheet)
        formats = {
            datetime: book.add_format({"num_format": "dd/mm/yyyy hh:mm"}),
            date: book.add_format({"num_format": "dd/mm/yyyy"}),
        }
        for column, heading in enumerate(headings):
            sheet.write_string(0, column, heading[:_LONGEST], book.add_format({"bold": True}))
        for index, row in enumerate(rows, 1):
            for column, field in enumerate(layout.fields):
                value = _value(row, field, layout)
                if isinstance(value, str):
                    sheet.write_string(index, column, value[:_LONGEST])
                elif isinstance(value, (int, float)):
                    sheet.write_number(index, column, value)
                else:
                    sheet.write_datetime(index, column, value, formats[type(value)])
        sheet.freeze_panes(1, 0)
        if headings:
            sheet.autofilter(0, 0, len(rows), len(headings) - 1)
        sheet.autofit()
    return file.getvalue()


def to_html(rows: Sequence[Row], layout: Layout) -> bytes:
    """Return a page with one table, to read, to print or to paste into a message; it asks for nothing from anywhere."""
    language, title = html.escape(layout.spoken.language), html.escape(layout.title or layout.spoken.sheet)
    heading = "".join(f'<th scope="col">{html.escape(said)}</th>' for said in layout.headings())
    blank = "<td></td>" * len(layout.blanks)
    body = "".join(
        f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in cells[: len(layout.fields)])}{blank}</tr>\n"
        for cells in _cells(rows, layout)
    )
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<table>\n"
        f"<thead>\n<tr>{heading}</tr>\n</thead>\n<tbody>\n{body}</tbody>\n</table>\n</main>\n</body>\n</html>\n"
    ).encode(errors="xmlcharrefreplace")


_STYLE = (
    ":root{color-scheme:light dark}body{font-family:system-ui,sans-serif;margin:1rem}"
    "main{overflow-x:auto}table{border-collapse:collapse}"
    "th,td{border:1px solid;padding:.3rem .6rem;text-align:left;vertical-align:top;white-space:pre-line}"
    "thead{display:table-header-group}tr{break-inside:avoid}"
    "@media print{@page{margin:12mm}body{margin:0;font-size:10pt}}"
)


def to_markdown(rows: Sequence[Row], layout: Layout) -> bytes:
    """Return a table of GitHub Flavored Markdown."""
    headings = layout.headings()
    lines = [headings, ["---"] * len(headings), *_cells(rows, layout)]
    return "".join(f"| {' | '.join(map(in_markdown, line))} |\n" for line in lines).encode(errors="replace")


_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\|`*_<>[]"} | {"\n": "<br>"})


def in_markdown(text: str) -> str:
    """Return a text as it stands in Markdown, in which no sign of it means anything."""
    return text if text == "---" else text.translate(_SIGNS)


def _cells(rows: Sequence[Row], layout: Layout) -> list[list[str]]:
    """Return the cells of all rows as a person reads them, blank columns last."""
    empty = [""] * len(layout.blanks)
    return [[*(shown(row, field, layout) for field in layout.fields), *empty] for row in rows]


def _guarded(text: str) -> str:
    """Return a text that Excel takes for none of its formulas; one quote comes off again, so that all come back."""
    return f"'{text}" if text.lstrip("'").startswith(_GUARDED) else text


# -------------------------------------------------------------------------- values
def shown(row: Row, field: str, layout: Layout) -> str:
    """Return a value as a person reads it."""
    value, said = row[field], layout.spoken.words
    if isinstance(value, bool):
        return said.get("yes", "yes") if value else ""
    if field in layout.questions:
        return said.get(value, value) if value and field in layout.yes_no else value or ""
    if value and field.endswith(_MOMENTS):
        return local(value, layout.zone)
    if isinstance(value, float):
        return str(value).replace(".", said.get(".", "."))
    if field == "attendance" and value:
        parts = (one.rpartition(": ") for one in value.split(", "))
        return ", ".join(before + sign + said.get(state, state) for before, sign, state in parts)
    if field in _WORDS and value:
        return ", ".join(said.get(one, one) for one in ([value] if isinstance(value, str) else value))
    return _text(value)


def _value(row: Row, field: str, layout: Layout) -> str | float | date:
    """Return a value as a workbook has it: a moment to the second, without its zone, which no cell can hold."""
    value = row[field]
    if value and field.endswith(_MOMENTS) and field not in layout.questions:
        moment = from_text(value)
        if not isinstance(moment, datetime):
            return moment
        # A cell counts days: of less than a second it would round to another moment.
        return in_zone(moment, layout.zone).replace(tzinfo=None, microsecond=0)
    return value if type(value) in (int, float) else shown(row, field, layout)


def local(moment: str, zone: str) -> str:
    """Return a stored moment as `16/01/2024 16:00` on the clocks of `zone`, a day as `16/01/2024`."""
    found = from_text(moment)
    if isinstance(found, datetime):
        return in_zone(found, zone).strftime("%d/%m/%Y %H:%M")
    return found.strftime("%d/%m/%Y")


FORMATS: Mapping[str, Format] = {
    "csv": Format(to_csv, excel=to_excel_csv),
    "xlsx": Format(to_xlsx, binary=True),
    "json": Format(to_json),
    "jsonl": Format(to_json_lines),
    "html": Format(to_html),
    "md": Format(to_markdown),
}
"""What `--format` of the exports of lists can be: the help, the reference and completion take it from here."""
