"""What a value in a document may be. Each reader returns the value, or raises `TypeError` or `ValueError`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from netwerk_cli.domain.moments import Moment, from_text

HIGHEST = 2**31 - 1
"""The highest count (RFC 5545 §3.3.8, INTEGER)."""


class TooHigh(ValueError):
    """A count beyond the highest: nobody counts that far, but a file from elsewhere can make us try."""


def text(value: Any) -> str:
    """Return a text."""
    if not isinstance(value, str):
        raise TypeError("not a text")
    if not value.isascii():
        value.encode()  # half a surrogate pair is no text
    return value


def flag(value: Any) -> bool:
    """Return true or false."""
    if not isinstance(value, bool):
        raise TypeError("not true or false")
    return value


def count(value: Any) -> int:
    """Return a whole number from 0 to the highest that calendars know. Raises `TooHigh`, too."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError("not a count")
    if value > HIGHEST:
        raise TooHigh("too high a count")
    return value


def moment(value: Any) -> Moment:
    """Return an instant, or a date where no time was given."""
    if not isinstance(value, str):
        raise TypeError("not a text")
    found = from_text(value)
    if not 1 < found.year < 9999:  # no rule or zone may run off the calendar
        raise ValueError("not a year of ours")
    return found


def instant(value: Any) -> datetime:
    """Return an instant with an offset."""
    found = moment(value)
    if not isinstance(found, datetime):
        raise TypeError("a date where a time should be")
    return found


def day(value: Any) -> date:
    """Return a date."""
    found = moment(value)
    if isinstance(found, datetime):
        raise TypeError("a time where a date should be")
    return found


def plain(value: Any) -> object:
    """Let a value pass as a history may hold it: text, number, true, false, null, or lists and objects of these."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {text(name): plain(item) for name, item in value.items()}
    if isinstance(value, str):
        return text(value)
    if value is not None and not isinstance(value, int):
        raise TypeError("not a plain value")
    return value


def delta(value: Any) -> dict[str, Any] | None:
    """Return what a change did to a document, as `deltas` has it."""
    if value is None:
        return None
    if not isinstance(value, dict) or ("was" in value) == ("set" in value):
        raise TypeError("not what a change did")
    return value
