"""Lists as they come in: bytes into rows of text with their numbers, whatever program wrote them.

CSV and TSV in any of the usual encodings and delimiters, workbooks, and JSON. What is in a cell stays what it is;
only a workbook's numbers and dates become text. Nothing is guessed by `csv.Sniffer`: the heading decides.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from netwerk_cli import causes
from netwerk_cli.errors.files import BadFile, BadInput
from netwerk_cli.exchange import decoding, headings
from netwerk_cli.wording import Wording

LARGEST = 20_000_000
"""The size of the largest list in bytes: about fifty thousand rows of a form."""

_MOST_ROWS = 100_000
_DELIMITERS = (";", ",", "\t", "|")
_LOOKS = 25
"""In how many rows a heading is looked for: above it there may be a title."""
_ADDRESS = re.compile(r"\s*[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+\s*")
_IDS = re.compile(r"(?:[a-z]+_id|question-id-\d+|[a-z]+_at)")


class Row(NamedTuple):
    """A row under the heading: its number as a spreadsheet shows it, the line of the file it ends on, its cells."""

    number: int
    line: int
    cells: tuple[str, ...]


class Dialect(NamedTuple):
    """How a file is written, so that some of its rows can be written alike.

    What is `european` writes the day before the month: a semicolon is of such a country.
    """

    kind: str = "csv"
    delimiter: str = ","
    encoding: str = "utf-8"
    end: str = "\n"
    european: bool = False


class Table(NamedTuple):
    """A heading with the rows under it. Where the file has no heading, columns are called by their number."""

    source: str
    heading: tuple[str, ...]
    rows: list[Row]
    dialect: Dialect
    sheet: str | None = None
    headed: bool = True


def read(data: bytes, *, source: str, known: Sequence[str] = ()) -> Table:
    """Return the table in `data`. `known` are headings that were named: they count as understood.

    Raises:
        BadFile, BadInput: it is too large, empty, locked, broken, no table, or a row does not fit its heading.
    """
    if len(data) > LARGEST:
        raise BadFile(path=source, why=Wording("it has more than {count} MB", count=LARGEST // 1_000_000))
    from netwerk_cli.exchange import notices, objects, workbooks

    if data[:4] == b"PK\x03\x04":
        return _best(source, Dialect(kind="xlsx"), workbooks.read(data, source), known)
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise BadFile(path=source, why=_LOCKED if locked else _OLD)
    if notices.is_notice(data):
        return notices.read(data, source)
    text, encoding = decoded(data, source)
    if not text.strip():
        raise BadFile(path=source, why=Wording("it is empty"))
    if re.match(r"\s*<(?:!doctype\s+html|html)\b", text, re.IGNORECASE):
        raise BadFile(
            path=source, why=Wording("it is a web page and no list, perhaps one that asks to sign in")
        )
    if text.lstrip()[0] in "[{":
        return objects.read(text, source)
    return _csv(text, source, encoding, known)


_LOCKED = Wording("it is locked with a password; save it without one")
_OLD = Wording("it is an old workbook (.xls); save it as .xlsx or CSV")


# ------------------------------------------------------------------------ text
def decoded(data: bytes, source: str) -> tuple[str, str]:
    """Return the text, and in which encoding it was. Raises `BadFile`."""
    found = decoding.text_of(data)
    if found is None:
        raise BadFile(path=source, why=Wording("it is neither a text nor a workbook"))
    return found


# ------------------------------------------------------------------------- CSV
def _csv(text: str, source: str, encoding: str, known: Sequence[str]) -> Table:
    named = re.match(r'"?sep=(.)"?\r?\n', text, re.IGNORECASE)
    skipped = 0 if named is None else 1
    body = text if named is None else text[named.end() :]
    choices = _DELIMITERS if named is None else (named[1],)
    delimiter = max(choices, key=lambda one: _fit(body, one, known))
    if named is not None and _fit(body, delimiter, known)[1] < 2:  # it says so, and is not so
        delimiter = max((delimiter, *_DELIMITERS), key=lambda one: _fit(body, one, known))
    rows = list(lines(body, delimiter, source, skipped))
    if delimiter == "\t":
        rows = [row._replace(cells=tuple(map(_untabbed, row.cells))) for row in rows]
    end = "\r\n" if "\r\n" in text else "\n"
    dialect = Dialect("csv", delimiter, encoding, end, european=delimiter == ";")
    return _best(source, dialect, [("", rows)], known)._replace(sheet=None)


def _fit(text: str, delimiter: str, known: Sequence[str]) -> tuple[int, int]:
    """Return how well a delimiter fits: how much of a heading is understood, and how many cells that has."""
    found = []
    with_few = io.StringIO(text[:65_536], newline="")
    try:
        for _, cells in zip(range(_LOOKS), csv.reader(with_few, delimiter=delimiter), strict=False):
            found.append(cells)
    except csv.Error:
        return (-1, 0)
    if not found:
        return (0, 0)
    understood = [_understood(cells, known) for cells in found]
    best = max(range(len(found)), key=lambda at: (understood[at], -at))
    return understood[best], len(found[best])


def lines(text: str, delimiter: str, source: str, skipped: int = 0) -> Iterator[Row]:
    """Yield the rows of delimited text with their numbers. Raises `BadInput`."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1 + skipped
    try:
        for number, cells in enumerate(reader, 1 + skipped):
            yield Row(number, reader.line_num + skipped, tuple(cells))
            begins = reader.line_num + 1 + skipped
    except csv.Error as err:
        why = Wording("it cannot be read as CSV ({problem})", problem=causes.csv(err))
        raise BadInput(path=source, line=begins, why=why) from err


_TABBED = {"\\t": "\t", "\\n": "\n", "\\r": "\r", "\\\\": "\\"}


def _untabbed(cell: str) -> str:
    """Return a cell of our own tab-separated lines, in which a tab is `\\t`."""
    return re.sub(r"\\[tnr\\]", lambda found: _TABBED[found[0]], cell) if "\\" in cell else cell


# ------------------------------------------------------------------- headings
Sheet = tuple[str, list[Row]]


def _best(source: str, dialect: Dialect, sheets: Sequence[Sheet], known: Sequence[str]) -> Table:
    """Return the sheet whose heading is understood best as a table; blank rows are left out."""
    filled = [(name, [r for r in rows if any(cell.strip() for cell in r.cells)]) for name, rows in sheets]
    filled = [(name, rows) for name, rows in filled if rows]
    if not filled:
        raise BadFile(path=source, why=Wording("it is empty"))

    def heading(rows: list[Row]) -> tuple[int, int]:
        """Return how much of a heading is understood, and where it stands."""
        few = [_understood(row.cells, known) for row in rows[:_LOOKS]]
        best = max(range(len(few)), key=lambda at: (few[at], -at))
        return few[best], best

    name, rows = max(filled, key=lambda one: (heading(one[1])[0], len(one[1]) > 1))
    understood, at = heading(rows)
    if not understood and any(_ADDRESS.fullmatch(cell) for cell in rows[0].cells):
        width = max(len(row.cells) for row in rows)
        named = tuple(str(number) for number in range(1, width + 1))
        return _checked(Table(source, named, rows, dialect, name, headed=False))
    above = tuple(" ".join(cell.split()) for cell in rows[at].cells)
    while above and not above[-1]:
        above = above[:-1]
    body = rows[at + 1 :]
    if body and sum(bool(_IDS.fullmatch(cell.strip())) for cell in body[0].cells) > len(above) // 2:
        body = body[1:]  # a form's own names for its questions
    return _checked(Table(source, above, body, dialect, name if len(sheets) > 1 else None))


def _understood(cells: Sequence[str], known: Sequence[str]) -> int:
    """Return how many cells of a row are headings that say something; an address says that it is none."""
    if any(_ADDRESS.fullmatch(cell) for cell in cells):
        return 0
    named = {headings.folded(name) for name in known}
    found = {
        headings.meaning(cell) or (headings.folded(cell) if headings.folded(cell) in named else None)
        for cell in cells
        if 0 < len(cell.strip()) < 300
    }
    return len(found - {None})


def _checked(table: Table) -> Table:
    """Return the table with as many cells in each row as in its heading. Raises `BadInput`, `BadFile`."""
    width, rows = len(table.heading), []
    if not table.rows:
        raise BadFile(path=table.source, why=Wording("there is no row under its heading"))
    if len(table.rows) > _MOST_ROWS:
        raise BadFile(path=table.source, why=Wording("it has more than {count:row|rows}", count=_MOST_ROWS))
    for row in table.rows:
        if any(cell.strip() for cell in row.cells[width:]):
            why = Wording("it has more values than the heading has names")
            raise BadInput(path=table.source, line=row.number, why=why)
        cells = row.cells[:width] + ("",) * (width - len(row.cells))
        rows.append(row._replace(cells=cells))
    return table._replace(rows=rows)


# --------------------------------------------------------------------- writing
def write(table: Table, rows: Sequence[Row]) -> bytes:
    """Return some rows of a table as a file of their own, with its heading, delimiter and encoding.

    Rows of a workbook become CSV that Excel opens.
    """
    dialect = table.dialect
    if dialect.kind == "json":
        found = [dict(zip(table.heading, row.cells, strict=True)) for row in rows]
        return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode(errors="backslashreplace")
    if dialect.kind == "xlsx":
        dialect = Dialect("csv", ";", "utf-8-sig", "\r\n")
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=dialect.delimiter, lineterminator=dialect.end)
    writer.writerows([*([table.heading] if table.headed else []), *(row.cells for row in rows)])
    return file.getvalue().encode(dialect.encoding)
