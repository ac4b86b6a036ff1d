"""What is kept of people past its term: of people on lists, of events and groups, of lines of the log."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from netwerk_cli.domain import erasing, expiry
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.figures import ANSWER
from netwerk_cli.domain.groups import Group, Membership
from netwerk_cli.domain.history import Entry
from netwerk_cli.domain.personal_data import ENTRIES, Keeping
from netwerk_cli.domain.questions import Question, as_mapping
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.domain.retention import ENDING, Retention

Fields = tuple[str, ...]
"""Names that `erasing.without`, `owner_without` and `line_without` understand."""
_WITH_THE_ADDRESS = ("told", "messages")
_LINES = ("Entry",)


class Terms(NamedTuple):
    """The terms that run from a moment in a zone, of an event where there is one; `now` decides which are over."""

    retention: Retention
    since: datetime | None
    zone: str
    now: datetime
    event: str | None = None

    def over(self, keeping: Keeping, field: str) -> bool:
        """Whether the term of a field is over."""
        if self.since is None:
            return False
        return self.retention.of(keeping, field, self.event).after(self.since, self.zone) <= self.now

    def fields(self, *records: str) -> Fields:
        """Return the fields of some records of which the term is over; answers are told apart by who has them."""
        found = (
            one.field
            for one in ENTRIES
            if one.record in records
            and one.erased in ENDING
            and one.field != erasing.ANSWERS
            and self.over(one.keeping, one.field)
        )
        return tuple(dict.fromkeys(found))


def of_event(event: Event, people: Mapping[int, Registration], retention: Retention, now: datetime) -> Terms:
    """Return the terms that run for an event and its list."""
    return Terms(retention, expiry.of_event(event, people.values()), event.timezone, now, event.slug)


def of_registrations(
    people: Mapping[int, Registration], questions: Iterable[Question], terms: Terms
) -> dict[int, Fields]:
    """Return by number what is past its term and still there, in a registration or its history."""
    plain = {one.id for one in questions if not one.special}
    fields = terms.fields("Registration", "Attendance", *_LINES)
    if terms.since is None or terms.since > terms.now:
        return {}
    found = {n: _of_registration(one, fields, plain, terms) for n, one in people.items()}
    return {n: names for n, names in found.items() if names}


def _of_registration(one: Registration, fields: Fields, plain: Collection[str], terms: Terms) -> Fields:
    names = [*fields, *(_WITH_THE_ADDRESS if "email" in fields else ())]
    # What is no longer asked may have been anything: it goes as soon as what is special does.
    for id in _answered(one):
        keeping = Keeping.DETAILS if id in plain else Keeping.SPECIAL
        names += [f"{ANSWER}{id}"] if terms.over(keeping, f"{ANSWER}{id}") else []
    return still_there(one, names, erasing.said)


def _answered(one: Registration) -> dict[str, None]:
    """Return the questions that somebody answered, now or before."""
    pairs = (line.changes[erasing.ANSWERS] for line in one.history if erasing.ANSWERS in line.changes)
    sides = (as_mapping(side) for pair in pairs for side in pair)
    return dict.fromkeys((*one.answers, *(id for side in sides for id in side)))


def of_memberships(
    people: Mapping[int, Membership], group: Group, retention: Retention, now: datetime
) -> dict[int, Fields]:
    """Return by number what is past its term and still there, of who is no member."""
    found = {}
    for number, one in people.items():
        terms = Terms(retention, expiry.of_membership(one), group.timezone, now)
        fields = terms.fields("Membership", *_LINES)
        fields += _WITH_THE_ADDRESS if "email" in fields else ()
        names = still_there(one, fields, erasing.said)
        if names:
            found[number] = names
    return found


def how_many(people: Iterable[Registration | Membership], questions: Iterable[Question], terms: Terms) -> int:
    """Return how many people say something now that is past its term; their past is not looked into."""
    due = {*terms.fields("Registration", "Membership")}
    special = {one.id for one in questions if one.special}
    due |= {f"{ANSWER}{id}" for id in special if terms.over(Keeping.SPECIAL, f"{ANSWER}{id}")}
    plain = {one.id for one in questions} - special
    due |= {f"{ANSWER}{id}" for id in plain if terms.over(Keeping.DETAILS, f"{ANSWER}{id}")}
    if not due:
        return 0
    known = (one for one in people if not erasing.is_nobody(one))
    return sum(any(_says(one, name) for _, name in expiry.held(one, special) if name in due) for one in known)


def _says(one: Registration | Membership, name: str) -> bool:
    return name != "override" or getattr(one, name) != erasing.NOBODY


def of_owner(owner: Event | Group, terms: Terms) -> Fields:
    """Return what is past its term and still there of who organises something, and in its history."""
    return still_there(owner, terms.fields(type(owner).__name__, "Material", *_LINES), erasing.said_of_owner)


def of_line(line: Entry, terms: Terms) -> Fields:
    """Return what is past its term and still there in a line of the log."""
    return still_there(line, terms.fields(*_LINES), erasing.said_in_line)


def of_removed(terms: Terms, ids: Iterable[str]) -> Fields:
    """Return what is past its term of somebody who was taken out, as far as a change that can be undone knows them."""
    names = terms.fields("Registration", "Membership", "Attendance", *_LINES)
    answers = tuple(f"{ANSWER}{id}" for id in ids if terms.over(Keeping.SPECIAL, f"{ANSWER}{id}"))
    return (*names, *(_WITH_THE_ADDRESS if "email" in names else ()), *answers)


def still_there(record: Any, names: Iterable[str], said: Callable[[Any, Collection[str]], object]) -> Fields:
    """Return those of some fields that say something yet: `said` tells what would become of the record without them."""
    found = tuple(dict.fromkeys(names))
    if not found or not said(record, found):
        return ()
    return tuple(name for name in found if said(record, (name,)))
