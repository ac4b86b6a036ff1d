"""What a field of a document may hold. Each reader returns the value, or raises `TypeError` or `ValueError`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

from netwerk_cli.domain.lifecycle import check_slug
from netwerk_cli.domain.moments import DEFAULT_ZONE, Moment, from_text, zone
from netwerk_cli.errors import NetwerkError

Item = TypeVar("Item")


def text(value: Any) -> str:
    """Return a text, or raise `TypeError` or `ValueError`."""
    if not isinstance(value, str):
        raise TypeError("not a text")
    value.encode()  # half a surrogate pair is no text
    return value


def slug(value: Any) -> str:
    """Return a name of an event, group or session, or raise `TypeError` or `ValueError`."""
    try:
        return check_slug(text(value))
    except NetwerkError as err:
        raise ValueError("not a slug") from err


def timezone(value: Any) -> str:
    """Return an IANA time zone, or raise `TypeError` or `ValueError`."""
    if value != DEFAULT_ZONE:
        try:
            zone(text(value))
        except NetwerkError as err:
            raise ValueError("not a time zone") from err
    return str(value)


def flag(value: Any) -> bool:
    """Return true or false, or raise `TypeError` or `ValueError`."""
    if not isinstance(value, bool):
        raise TypeError("not true or false")
    return value


def count(value: Any) -> int:
    """Return a whole number from 0, or raise `TypeError` or `ValueError`."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 10**12:
        raise ValueError("not a count")
    return value


def moment(value: Any) -> Moment:
    """Return an instant, or a date where no time was given, or raise `TypeError` or `ValueError`."""
    found = from_text(text(value))
    if not 1 < found.year < 9999:  # no rule or zone may run off the calendar
        raise ValueError("not a year of ours")
    return found


def instant(value: Any) -> datetime:
    """Return an instant with an offset, or raise `TypeError` or `ValueError`."""
    found = moment(value)
    if not isinstance(found, datetime):
        raise TypeError("a date where a time should be")
    return found


def day(value: Any) -> date:
    """Return a date, or raise `TypeError` or `ValueError`."""
    found = moment(value)
    if isinstance(found, datetime):
        raise TypeError("a time where a date should be")
    return found


def list_of(read: Callable[[Any], Item]) -> Callable[[Any], tuple[Item, ...]]:
    """Return a reader of lists whose items `read` reads."""

    def read_all(value: Any) -> tuple[Item, ...]:
        if not isinstance(value, list):
            raise TypeError("not a list")
        return tuple(read(item) for item in value)

    return read_all


def instants(value: Any) -> dict[str, datetime]:
    """Return moments by name, or raise `TypeError` or `ValueError`."""
    if not isinstance(value, dict):
        raise TypeError("not an object")
    return {slug(name): instant(moment) for name, moment in value.items()}


def changes(value: Any) -> dict[str, tuple[object, object]]:
    """Return what a line of history changed: old and new value by field, or raise `TypeError` or `ValueError`."""
    if not isinstance(value, dict):
        raise TypeError("not an object")
    found: dict[str, tuple[object, object]] = {}
    for name, pair in value.items():
        old, new = list_of(json_value)(pair)
        found[text(name)] = (old, new)
    return found


def json_value(value: Any) -> object:
    """Let a value pass as a history may hold it: text, number, true, false, null, or a list of these."""
    if isinstance(value, list):
        return [json_value(item) for item in value]
    if isinstance(value, str):
        return text(value)
    if value is not None and not isinstance(value, int):
        raise TypeError("not a plain value")
    return value
