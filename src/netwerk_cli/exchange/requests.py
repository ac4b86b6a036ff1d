"""Requests as lines of a file: CSV with a heading row, or one JSON object a line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from functools import partial

from netwerk_cli import causes, terms
from netwerk_cli.errors import LEFT_OUT, BadInput, Wording, quoted

FIELDS = (*terms.names(terms.PERSON), "received_at", "sessions")
_NEEDED = tuple(term.column for term in terms.PERSON if term.needed)
_LIST = ", ".join(FIELDS)

Line = tuple[int, dict[str, str]]
"""The number of a line in its file, from 1, and what it says by field."""


def read(data: bytes, *, source: str) -> list[Line]:
    """Return the requests in `data`, UTF-8 with or without byte order mark; blank lines are passed over.

    Raises:
        BadInput: not text, not one of the two formats, an unknown or a missing column, a value that is no text.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as err:
        raise BadInput(
            path=source, line=data[: err.start].count(b"\n") + 1, why=Wording("it is not UTF-8 text")
        ) from err
    lines = _json(text, source) if text.lstrip().startswith("{") else _csv(text, source)
    return [(number, fields) for number, fields in lines if any(fields.values())]


def _json(text: str, source: str) -> Iterator[Line]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line, object_pairs_hook=partial(_once, source, number))
        except (ValueError, RecursionError) as err:
            raise BadInput(path=source, line=number, why=Wording("it is not a JSON object")) from err
        if not isinstance(found, dict):
            raise BadInput(path=source, line=number, why=Wording("it is not a JSON object"))
        _check(list(found), source, number)
        yield (
            number,
            {key: _text(value, source, number, key) for key, value in found.items() if value is not None},
        )


def _once(source: str, number: int, pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return an object of JSON. Raises `BadInput` where a key stands twice: which of the two is meant?"""
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise BadInput(path=source, line=number, why=_not_one(name))
        found[name] = value
    return found


def _not_one(name: str) -> Wording:
    """Say that a name is no field; without a heading row it could be a person's, which is not quoted."""
    shown = name[:40] if quoted(name.replace(";", ""), name=True) != LEFT_OUT else LEFT_OUT
    return Wording("'{field}' is not one of {known}, once", field=shown, known=_LIST)


def _text(value: object, source: str, number: int, key: str) -> str:
    if isinstance(value, list) and key == "sessions" and all(isinstance(item, str) for item in value):
        return ",".join(value)
    if isinstance(value, str):
        return value
    raise BadInput(path=source, line=number, why=Wording("'{field}' is not a text", field=key))


def _csv(text: str, source: str) -> Iterator[Line]:
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        heading = [name.strip() for name in next(rows, [])]
        _check(heading, source, 1)
        for row in rows:
            if len(row) > len(heading):
                raise BadInput(
                    path=source,
                    line=rows.line_num,
                    why=Wording("it has more values than the heading has names"),
                )
            yield rows.line_num, dict(zip(heading, row, strict=False))
    except csv.Error as err:
        raise BadInput(
            path=source,
            line=rows.line_num,
            why=Wording("it cannot be read as CSV ({problem})", problem=causes.csv(err)),
        ) from err


def _check(names: Sequence[str], source: str, number: int) -> None:
    """Refuse a name that no field has, a name given twice, and the lack of a name or an address."""
    for name in names:
        if name not in FIELDS or names.count(name) > 1:
            raise BadInput(path=source, line=number, why=_not_one(name))
    for name in _NEEDED:
        if name not in names:
            raise BadInput(path=source, line=number, why=Wording("'{field}' is missing", field=name))
