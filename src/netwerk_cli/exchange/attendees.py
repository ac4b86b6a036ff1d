"""The attendee list as a file: CSV for scripts, CSV for Excel, JSON, XLSX. Every writer returns bytes.

CSV follows RFC 4180 quoting. The dialect for Excel is what a double click in Dutch or Belgian Excel expects, and
guards formulas with a leading apostrophe (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from netwerk_cli.domain.moments import in_zone
from netwerk_cli.terms import REGISTRATION, names

FIELDS = (
    "code",
    "name",
    "email",
    "organisation",
    "role",
    "audience",
    "status",
    "sessions",
    "received_at",
    "note",
)
MORE_FIELDS = tuple(name for name in names(REGISTRATION) if name not in FIELDS)
"""Columns that are there when asked for by name."""

Headings = Mapping[str, str]
"""What stands above each column in a file for people."""

_GUARDED = ("=", "+", "-", "@", "\t", "\r")

Row = Mapping[str, Any]


def _text(value: Any) -> str:
    if value is None:
        return ""
    return ", ".join(value) if isinstance(value, (list, tuple)) else str(value)


def to_csv(rows: Sequence[Row], fields: Sequence[str]) -> bytes:
    """Return comma-separated UTF-8 with LF, values byte for byte."""
    return _csv(
        [list(fields), *([_text(row[f]) for f in fields] for row in rows)], delimiter=",", end="\n"
    ).encode()


def to_excel_csv(rows: Sequence[Row], fields: Sequence[str], *, zone: str, headings: Headings) -> bytes:
    """Return semicolon-separated UTF-8 with byte order mark and CRLF, local times, formulas guarded."""
    heading = [headings[field] for field in fields]
    lines = [
        [_guarded(local(row[f], zone) if f == "received_at" else _text(row[f])) for f in fields]
        for row in rows
    ]
    return _csv([heading, *lines], delimiter=";", end="\r\n").encode("utf-8-sig")


def to_json(rows: Sequence[Row], fields: Sequence[str]) -> bytes:
    """Return a JSON array of objects, text as it is."""
    return (
        json.dumps([{f: row[f] for f in fields} for row in rows], ensure_ascii=False, indent=1) + "\n"
    ).encode()


def to_xlsx(rows: Sequence[Row], fields: Sequence[str], *, zone: str, headings: Headings) -> bytes:
    """Return a workbook in which every value is text: nothing is taken for a formula, a number or a link."""
    import xlsxwriter

    file = io.BytesIO()
    inert = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(file, inert) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001 (a file property without a zone)
        sheet = book.add_worksheet("netwerk")
        bold = book.add_format({"bold": True})
        for column, field in enumerate(fields):
            sheet.write_string(0, column, headings[field], bold)
            for index, row in enumerate(rows, 1):
                text = local(row[field], zone) if field == "received_at" else _text(row[field])
                sheet.write_string(index, column, text[:32767])
        sheet.freeze_panes(1, 0)
        sheet.autofit()
    return file.getvalue()


FORMATS: Mapping[str, Callable[..., bytes]] = {"csv": to_csv, "json": to_json, "xlsx": to_xlsx}
"""Formats by name; `to_excel_csv` is the dialect of csv that `--excel` asks for."""


def local(received_at: str, zone: str) -> str:
    """Return a stored moment as `16/01/2024 16:00` on the clocks of `zone`."""
    return in_zone(datetime.fromisoformat(received_at), zone).strftime("%d/%m/%Y %H:%M")


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(_GUARDED) else text


def _csv(lines: Sequence[Sequence[str]], *, delimiter: str, end: str) -> str:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, lineterminator=end).writerows(lines)
    return file.getvalue()
