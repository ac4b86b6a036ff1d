"""Workbooks (XLSX) as rows of text; the only importer of python-calamine.

A workbook is a zip of XML: before it is opened, its true size is known, and that no cell lies so far out that a
table up to it would not fit in memory; the reader would take the whole program down.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time

from netwerk_cli.errors.files import BadFile
from netwerk_cli.exchange.tables import Row, Sheet
from netwerk_cli.wording import Wording

_LARGEST = 200_000_000  # bytes of XML; a form of fifty thousand rows has a tenth of it
_CHUNK = 1_048_576
_FAR = re.compile(rb'\br="(?:(?:[A-Z]{3,}|[J-Z][A-Z])[0-9]+|[A-Z]+[0-9]{6,})"[^<>]*[^/<>]>')
"""A cell that holds something beyond column IZ or row 99,999."""
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError)


def read(data: bytes, source: str) -> list[Sheet]:
    """Return the sheets that can be seen, each with its name and rows. Raises `BadFile`."""
    _check(data, source)
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    found: list[Sheet] = []
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for about in book.sheets_metadata:
            if about.visible == SheetVisibleEnum.Visible and about.typ == SheetTypeEnum.WorkSheet:
                rows = book.get_sheet_by_name(about.name).iter_rows()
                found.append((about.name, list(_rows(rows))))
    except (CalamineError, *_BROKEN) as err:
        raise BadFile(path=source, why=_DAMAGED) from err
    return found


_DAMAGED = Wording("it is a workbook that cannot be read; save it anew as .xlsx or CSV")
_HUGE = Wording("it is larger than a workbook of a form can be; save the list alone as .xlsx or CSV")


def _check(data: bytes, source: str) -> None:
    """Refuse what is no workbook of a form: broken, unpacking to more than it says, or with cells far out."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(one.file_size for one in packed.infolist()) > _LARGEST:
                raise BadFile(path=source, why=_HUGE)
            for one in packed.infolist():
                with packed.open(one) as part:
                    kept = b""
                    while chunk := part.read(_CHUNK):
                        if one.filename.startswith("xl/worksheets/") and _FAR.search(kept + chunk):
                            raise BadFile(path=source, why=_HUGE)
                        kept = chunk[-200:]
    except _BROKEN as err:
        raise BadFile(path=source, why=_DAMAGED) from err


def _rows(rows: Iterable[Sequence[object]]) -> Iterator[Row]:
    for number, cells in enumerate(rows, 1):
        yield Row(number, number, tuple(map(_text, cells)))


def _text(value: object) -> str:
    """Return a cell as text: whole numbers without a fraction, dates as ISO 8601 with a T, so that they are known."""
    match value:
        case str():
            return value
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
        case datetime():
            return value.isoformat()
        case date():
            return f"{value.isoformat()}T00:00:00"
        case time():
            return value.isoformat("minutes") if not value.second else value.isoformat("seconds")
    return str(value)
