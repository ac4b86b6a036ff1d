"""The columns of attendee lists: those that are always there, and those that are when they have something to say."""

from __future__ import annotations

from collections.abc import Iterable

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
