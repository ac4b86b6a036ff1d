"""Ordering rows of any listing by one of their columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from netwerk_cli.errors import UnknownField

Row = TypeVar("Row", bound=Mapping[str, Any])


def sort(rows: Sequence[Row], by: str | None, known: Sequence[str]) -> list[Row]:
    """Return `rows` ordered by column `by` (`-column` for the other way round); empty values come last.

    Text is compared without regard to capitals. Raises `UnknownField`.
    """
    if by is None:
        return list(rows)
    column = by.removeprefix("-")
    if column not in known:
        raise UnknownField(field=column, known=", ".join(known))
    full = [row for row in rows if row[column] not in (None, "", [])]
    empty = [row for row in rows if row[column] in (None, "", [])]
    return sorted(full, key=lambda row: _key(row[column]), reverse=by.startswith("-")) + empty


def _key(value: Any) -> tuple[float, str]:
    if isinstance(value, (int, float)):
        return (value, "")
    return (0, str(value).casefold())
