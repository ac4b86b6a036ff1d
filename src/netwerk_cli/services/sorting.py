"""Ordering rows of any listing by one of their columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone
from typing import Any, TypeVar

from netwerk_cli.domain.family_names import Names, family_key
from netwerk_cli.errors import UnknownField
from netwerk_cli.terms import FAMILY_NAME

Row = TypeVar("Row", bound=Mapping[str, Any])

_NUMBER = "0*([0-9]+)"
_EARLIEST = timezone(timedelta(hours=14))


def sort(
    rows: Sequence[Row], by: str | None, known: Sequence[str], *, names: Names | None = None
) -> list[Row]:
    """Return `rows` ordered by columns `by`, such as `organisation,-name`; `-` is the other way round.

    Rows of people can be ordered by family name, in the way that `names` says. Moments are compared as instants,
    numbers within text as numbers (r2 before r10), text without regard to capitals and accents. Empty values come
    last. Raises `UnknownField`.
    """
    columns = [] if by is None else [column.strip() for column in by.split(",")]
    for column in columns:
        if column.removeprefix("-") not in (*known, *([FAMILY_NAME] if names else [])):
            raise UnknownField(field=column.removeprefix("-"), known=", ".join(known))
    found = list(rows)
    for column in reversed(columns):
        name = column.removeprefix("-")
        if names and name == FAMILY_NAME:
            ways = ((family_key(row["name"] or "", names), row) for row in found)
            pairs = sorted(ways, key=lambda one: _key("name", one[0]), reverse=column != name)
            found = [row for _, row in pairs]
            continue
        full = [row for row in found if row[name] not in (None, "", [])]
        empty = [row for row in found if row[name] in (None, "", [])]
        found = sorted(full, key=lambda row: _key(name, row[name]), reverse=column != name) + empty
    return found


def is_moment(column: str) -> bool:
    """Whether a column holds moments or days."""
    return column in ("at", "on", "since") or column.endswith(("_at", "_on"))


def _key(column: str, value: Any) -> tuple[object, ...]:
    if isinstance(value, (int, float)):
        return (value,)
    text = str(value)
    if is_moment(column):
        moment = datetime.fromisoformat(text)  # a day begins as early as a day can
        return ((moment if moment.tzinfo else moment.replace(tzinfo=_EARLIEST)).timestamp(),)
    folded = "".join(
        c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c)
    )
    parts = re.split(_NUMBER, folded)
    natural = ((0, len(part), part) if index % 2 else (1, part) for index, part in enumerate(parts))
    return (*natural, (1, text))
