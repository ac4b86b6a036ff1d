"""When the term of what is kept of people is over: from which moment it counts, and until when."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.figures import ANSWER
from netwerk_cli.domain.groups import Group, Membership
from netwerk_cli.domain.history import Entry
from netwerk_cli.domain.moments import end_of
from netwerk_cli.domain.personal_data import ENTRIES, Keeping
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.domain.retention import ENDING


def of_event(event: Event, people: Iterable[Registration]) -> datetime | None:
    """Return the moment from which the terms of an event count: the end of its last session.

    Where that is not known, since it has no session or one without a date, it is the last change to the event or to
    anybody on its list, or the end of its last dated session where that is later. None where nothing is known at all.
    """
    if event.over_at is not None:
        return event.over_at
    ends = [end_of(event.ends_at, event.timezone)] if event.ends_at is not None else []
    return max(
        (*ends, *_changed(event.history), *(at for r in people for at in _changed(r.history))), default=None
    )


def of_membership(membership: Membership) -> datetime | None:
    """Return the moment from which the terms of a membership count: its last change; None while somebody is in.

    A request that nobody decided about counts from when it came.
    """
    if membership.joined:
        return None
    return max((membership.received_at, *_changed(membership.history)))


def of_group(group: Group, people: Iterable[Membership]) -> datetime | None:
    """Return the moment from which the terms of a group count: the last change to it or to anybody in it.

    None while it has members: it is not over.
    """
    found = [*people]
    if any(one.joined for one in found):
        return None
    return max((*_changed(group.history), *(at for m in found for at in _changed(m.history))), default=None)


def _changed(history: Iterable[Entry]) -> Iterator[datetime]:
    return (entry.at for entry in history)


def held(record: Registration | Membership, special: Collection[str] = ()) -> Iterator[tuple[Keeping, str]]:
    """Yield what a record holds that has a term, in the order of the table: the kind, and the field or `answers.ID`.

    `special` are the ids of the questions whose answers are.
    """
    for one in ENTRIES:
        if one.record != type(record).__name__ or one.erased not in ENDING:
            continue
        if one.field != "answers":
            if getattr(record, one.field):
                yield one.keeping, one.field
        elif isinstance(record, Registration):
            yield from (
                (one.keeping, f"{ANSWER}{id}") for id in record.answers if (id in special) is one.special
            )
