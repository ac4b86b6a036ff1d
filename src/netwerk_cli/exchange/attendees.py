"""The attendee list as a file: CSV for scripts, CSV for Excel, JSON, XLSX. Each is a function and a line in `FORMATS`.

CSV follows RFC 4180 quoting. The dialect for Excel is what a double click in Dutch or Belgian Excel expects, and
guards formulas with a leading apostrophe (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from netwerk_cli.domain.moments import in_zone
from netwerk_cli.domain.questions import Questions
from netwerk_cli.domain.registrations import Registration
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


ATTENDED = ("attendance", "minutes", "no_show")
"""Columns that say whether and how long somebody was there."""


def more_fields(people: Iterable[Registration]) -> tuple[str, ...]:
    """Return the columns that a list has where somebody on it gives them something to say."""
    found = [*people]
    attended = any(one.attendance for one in found)
    return (
        *(("no_seat",) if any(one.no_seat for one in found) else ()),
        *(ATTENDED if attended else ()),
    )


def asked_fields(questions: Questions) -> tuple[str, ...]:
    """Return the columns of questions in a list, without what is special: that is asked for by name."""
    return tuple(one.id for one in questions if not one.special)


_GUARDED = ("=", "+", "-", "@", "\t", "\r")

Row = Mapping[str, Any]


class Spoken(NamedTuple):
    """What a list for people says in their language: above each column, for a word of ours, and on its sheet."""

    headings: Mapping[str, str] = MappingProxyType({})
    words: Mapping[str, str] = MappingProxyType({})
    sheet: str = "netwerk"


class Layout(NamedTuple):
    """How a list is written: its columns, and for people the clocks of its times and how it speaks.

    `questions` are those of the event by id, each with its text, and `yes_no` those that are answered with yes or no.
    """

    fields: Sequence[str]
    zone: str
    spoken: Spoken
    questions: Mapping[str, str] = MappingProxyType({})
    yes_no: Collection[str] = ()

    def heading(self, field: str) -> str:
        """Return what stands above a column for people: of an answer, the question."""
        return self.questions.get(field) or self.spoken.headings[field]


class Format(NamedTuple):
    """A kind of file: what writes it, whether it is `binary`, and what writes its dialect for Excel, if it has one."""

    write: Callable[[Sequence[Row], Layout], bytes]
    binary: bool = False
    excel: Callable[[Sequence[Row], Layout], bytes] | None = None


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {said}" for name, said in value.items() if said is not None)
    return ", ".join(value) if isinstance(value, (list, tuple)) else str(value)


def to_csv(rows: Sequence[Row], layout: Layout) -> bytes:
    """Return comma-separated UTF-8 with LF, values byte for byte."""
    lines = ([_text(row[field]) for field in layout.fields] for row in rows)
    return _csv([list(layout.fields), *lines], delimiter=",", end="\n").encode()


def to_excel_csv(rows: Sequence[Row], layout: Layout) -> bytes:
    """Return semicolon-separated UTF-8 with byte order mark and CRLF, local times, formulas guarded."""
    heading = [_guarded(layout.heading(field)) for field in layout.fields]
    lines = ([_guarded(_shown(row, field, layout)) for field in layout.fields] for row in rows)
    return _csv([heading, *lines], delimiter=";", end="\r\n").encode("utf-8-sig")


def to_json(rows: Sequence[Row], layout: Layout) -> bytes:
    """Return a JSON array of objects, text as it is."""
    objects = [{field: row[field] for field in layout.fields} for row in rows]
    return (json.dumps(objects, ensure_ascii=False, indent=1) + "\n").encode()


def to_xlsx(rows: Sequence[Row], layout: Layout) -> bytes:
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
        sheet = book.add_worksheet(layout.spoken.sheet)
        bold = book.add_format({"bold": True})
        for column, field in enumerate(layout.fields):
            sheet.write_string(0, column, layout.heading(field), bold)
            for index, row in enumerate(rows, 1):
                sheet.write_string(index, column, _shown(row, field, layout)[:32767])
        sheet.freeze_panes(1, 0)
        sheet.autofit()
    return file.getvalue()


FORMATS: Mapping[str, Format] = {
    "csv": Format(to_csv, excel=to_excel_csv),
    "xlsx": Format(to_xlsx, binary=True),
    "json": Format(to_json),
}
"""What `export attendees --format` can be: the help, the reference and completion take it from here."""


def _shown(row: Row, field: str, layout: Layout) -> str:
    """Return a value as a person reads it."""
    if field == "received_at":
        return local(row[field], layout.zone)
    if isinstance(row[field], bool):
        return layout.spoken.words.get("yes", "yes") if row[field] else ""
    if field in layout.yes_no:
        return layout.spoken.words.get(row[field], row[field]) if row[field] else ""
    said = layout.spoken.words
    if field == "attendance" and row[field]:
        parts = (one.rpartition(": ") for one in row[field].split(", "))
        return ", ".join(before + sign + said.get(state, state) for before, sign, state in parts)
    if field in ("status", "marks"):
        return ", ".join(said.get(one, one) for one in ([row[field]] if field == "status" else row[field]))
    return _text(row[field])


def local(received_at: str, zone: str) -> str:
    """Return a stored moment as `16/01/2024 16:00` on the clocks of `zone`."""
    return in_zone(datetime.fromisoformat(received_at), zone).strftime("%d/%m/%Y %H:%M")


def _guarded(text: str) -> str:
    """Return a text that Excel takes for none of its formulas; one quote comes off again, so that all come back."""
    return f"'{text}" if text.lstrip("'").startswith(_GUARDED) else text


def _csv(lines: Sequence[Sequence[str]], *, delimiter: str, end: str) -> str:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, lineterminator=end).writerows(lines)
    return file.getvalue()
