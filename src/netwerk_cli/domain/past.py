"""Registrations as they were at an earlier moment, made again from what their history says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from itertools import takewhile
from typing import Any

from netwerk_cli.domain.attendance import Attendance
from netwerk_cli.domain.attendance import kept as attendance
from netwerk_cli.domain.history import Entry
from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.records import replace


def as_of(registrations: Iterable[Registration], moment: datetime) -> list[Registration]:
    """Return the registrations as they were at `moment`: its state, name and the rest, by undoing later history."""
    return _as_kept(registrations, lambda entry: entry.at <= moment)


def as_of_change(registrations: Iterable[Registration], number: int) -> list[Registration]:
    """Return the registrations as they were after the change of a number, however soon the next one came."""
    return _as_kept(registrations, lambda entry: entry.change <= number)


def _as_kept(registrations: Iterable[Registration], known: Callable[[Entry], bool]) -> list[Registration]:
    return [past for r in registrations if (past := _undone(r, known)) is not None]


def _undone(registration: Registration, known: Callable[[Entry], bool]) -> Registration | None:
    kept = tuple(takewhile(known, registration.history))
    if not kept:
        return None
    before = {
        name: old for e in reversed(registration.history[len(kept) :]) for name, (old, _) in e.changes.items()
    }
    return replace(registration, history=kept, **restored(before))  # type: ignore[arg-type]


def restored(kept: Mapping[str, object]) -> dict[str, object]:
    """Return fields as they were, from their plain values in a line of history."""
    return {name: _READ[name](value) if name in _READ else value for name, value in kept.items()}


def _instants(pairs: Any) -> dict[str, datetime]:
    return {session: datetime.fromisoformat(at) for session, at in pairs}


def _attendance(pairs: Any) -> dict[str, Attendance]:
    return {session: attendance(said) for session, said in pairs}


_READ: Mapping[str, Callable[[Any], object]] = {
    "status": Status,
    "received_at": datetime.fromisoformat,
    "waits_since": _instants,
    "answers": dict,
    "attendance": _attendance,
    "sessions": tuple,
    "without": tuple,
    "waits_for": tuple,
}
