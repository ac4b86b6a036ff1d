"""A list that is read again and again: what each of its rows comes to, through the same gate as all else.

A row that says what it said before changes nothing; one that was corrected corrects its registration; one that the
source withdrew withdraws it. What was decided here since (cancelled, substituted, corrected by hand) stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from netwerk_cli.domain.history import Act
from netwerk_cli.domain.people import same_address, same_name
from netwerk_cli.domain.questions import former
from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.domain.seats.book import Book
from netwerk_cli.domain.seats.changing import withdraw
from netwerk_cli.domain.seats.correcting import correct
from netwerk_cli.domain.seats.registering import enter
from netwerk_cli.domain.seats.rows import Kind, Line, Taken, Ways
from netwerk_cli.errors import Conflict, Refused, Usage
from netwerk_cli.errors.seats import (
    AlreadyRegistered,
    EventClosed,
    OldNews,
    OtherName,
    OtherSessions,
    StandsBefore,
)


class Reading:
    """A book while a list is read into it."""

    def __init__(self, book: Book, act: Act, ways: Ways, lines: Iterable[Line]) -> None:
        """Look at who is in the book and in the list.

        `rows` and `away` say which row each registration or address had, `stands` who asks at which moments.
        """
        self.book, self.act, self.ways = book, act, ways
        self.stands: defaultdict[str, set[datetime]] = defaultdict(set)
        for line in lines:
            if not line.withdrawn:
                self.stands[self._key(line)].add(line.request.received_at)
        self.rows: dict[int, int] = {}
        self.away: dict[str, int] = {}
        self.gone: set[int] = set()
        self.moments: set[tuple[int, datetime]] = set()
        self.known = book.highest

    def take(self, line: Line) -> Taken:
        """Put a row into the book, and return what it comes to."""
        subject = self._subject(line)
        if line.withdrawn:
            return self._withdrawn(line, subject)
        if subject is None:
            return self._new(line, subject)
        if subject.active and subject.number in self.rows:
            if (subject.number, line.request.received_at) not in self.moments and _is_same_row(subject, line):
                return Taken(Kind.UNCHANGED, subject.number)  # an earlier request of who asked anew since
            return self._again(line, subject, self.rows[subject.number])
        if not subject.active:
            other = same_name(subject.name) != same_name(line.request.name)
            return self._again(line, subject) if other else self._new(line, subject)
        if not _is_same_row(subject, line) or (not line.request.dated and self._is_other(subject, line)):
            return self._again(line, subject)
        return self._corrected(line, subject)

    # ---------------------------------------------------------------- who it is
    @cached_property
    def _asked(self) -> dict[tuple[str, datetime], int]:
        """Who was there before this list, by name and the minute in which they asked."""
        there = (r for r in self.book.people.values() if r.number <= self.known)
        return {(same_name(r.name), _minute(at)): r.number for r in there for at in _moments(r)}

    def _subject(self, line: Line) -> Registration | None:
        """Return whom a row is about: by code, by address, or as who asked at that moment under another address."""
        request, people = line.request, self.book.people
        coded = people.get(line.number or 0)
        if coded is not None and (
            same_address(coded.email) == same_address(request.email)
            or same_name(coded.name) == same_name(request.name)
        ):
            return coded
        same = self.book.same_as(request.name, request.email)
        if same is not None:
            return same
        former = self.book.formerly(request.name, request.email)
        if former is not None and former.entry.what != "substituted":
            if not request.dated or request.received_at < former.entry.at:
                return people[former.number]
        elif former is None and request.dated and line.exact < timedelta(days=1):
            number = self._asked.get((same_name(request.name), _minute(request.received_at)))
            found = people.get(number or 0)
            # Whose own row is in the list has no other one.
            return (
                found
                if found is not None and self.book.key(found.name, found.email) not in self.stands
                else None
            )
        return None

    def _is_other(self, subject: Registration, line: Line) -> bool:
        return self.book.is_other(subject, line.request.name)

    def _key(self, line: Line) -> str:
        return self.book.key(line.request.name, line.request.email)

    def _stands(self, line: Line) -> bool:
        """Whether another row of the list says that the same request is not off: one of two tickets is."""
        moments = self.stands.get(self._key(line), ())
        return line.request.received_at in moments if line.request.dated else bool(moments)

    def _has(self, subject: Registration, line: Line) -> None:
        self.rows[subject.number] = line.row
        self.moments.add((subject.number, line.request.received_at))

    # ---------------------------------------------------------- what comes of it
    def _new(self, line: Line, earlier: Registration | None) -> Taken:
        key = self._key(line)
        if key in self.away:
            return Taken(Kind.DUPLICATE, refusal=StandsBefore(row=self.away[key]))
        revive = self.ways.revive or (earlier is not None and earlier.number in self.gone)
        ways = self.ways
        try:
            outcome = enter(
                self.book,
                line.request,
                self.act,
                waiting_list=ways.waiting_list,
                partial=ways.partial,
                revive=revive,
            )
        except OldNews as refusal:
            number = None if earlier is None else earlier.number
            return Taken(Kind.UNCHANGED, number, refusal=refusal)
        except AlreadyRegistered as refusal:
            return Taken(Kind.DUPLICATE, refusal=refusal)
        except (Usage, Conflict, Refused) as refusal:
            self.away[key] = line.row
            return Taken(Kind.LATE if isinstance(refusal, EventClosed) else Kind.REFUSED, refusal=refusal)
        subject = outcome.subject
        assert subject is not None  # noqa: S101 (whoever enters is the subject)
        self._has(subject, line)
        return Taken(entered(subject), subject.number, outcome)

    def _again(self, line: Line, subject: Registration, row: int | None = None) -> Taken:
        """Return that somebody is there already, or that the address is somebody else's."""
        refusal = self.book.occupied(subject, line.request.name)
        if isinstance(refusal, OtherName):
            return Taken(Kind.OTHER_NAME, subject.number, refusal=refusal)
        if row is not None:
            return Taken(Kind.DUPLICATE, subject.number, refusal=StandsBefore(row=row))
        return Taken(Kind.DUPLICATE, subject.number, refusal=refusal)

    def _withdrawn(self, line: Line, subject: Registration | None) -> Taken:
        if (
            subject is None
            or self._stands(line)
            or not _is_same_row(subject, line)
            or subject.number in self.rows
        ):
            return Taken(Kind.CANCELLED)
        self._has(subject, line)
        if not subject.active:
            return Taken(Kind.UNCHANGED, subject.number)
        back = next((e for e in reversed(subject.history) if e.what in ("reinstated", "revived")), None)
        if back is not None:  # it was off before, and put back on here
            refusal = AlreadyRegistered(
                event=self.book.event.slug, registration=subject.code, status=subject.status
            )
            return Taken(Kind.UNCHANGED, subject.number, refusal=refusal)
        del self.rows[subject.number]
        self.gone.add(subject.number)
        return Taken(Kind.CANCELLED, subject.number, withdraw(self.book, subject, self.act), before=subject)

    def _corrected(self, line: Line, subject: Registration) -> Taken:
        """Correct what the row says otherwise than ever before: what was corrected here is not set back."""
        fields: dict[str, Any] = {
            name: value
            for name, value in line.fields.items()
            if value not in (None, getattr(subject, name), *_former(subject, name))
        }
        if same_address(line.request.email) == same_address(subject.email):
            fields.pop("email", None)
        answers = {
            id: said
            for id, said in line.request.answers.items()
            if said not in (subject.answers.get(id), *former(subject.history, id))
        }
        if answers:
            fields["answers"] = {**subject.answers, **answers}
        self._has(subject, line)
        if line.sessions and set(line.sessions) not in _sessions(self.book, subject):
            refusal = OtherSessions(event=self.book.event.slug, registration=subject.code)
            return Taken(Kind.REFUSED, subject.number, refusal=refusal)
        if not fields:
            return Taken(Kind.UNCHANGED, subject.number)
        try:
            outcome = correct(self.book, subject, self.act, member=line.request.member, **fields)
        except (Usage, Conflict, Refused) as refusal:
            return Taken(Kind.REFUSED, subject.number, refusal=refusal)
        return Taken(Kind.UPDATED, subject.number, outcome, before=subject)


def _is_same_row(subject: Registration, line: Line) -> bool:
    """Whether a row asked when a registration did, or at an earlier moment that it once had."""
    if not line.request.dated:
        return True
    at = line.request.received_at
    return any(timedelta() <= moment - at < line.exact for moment in _moments(subject))


def _moments(subject: Registration) -> Iterator[datetime]:
    yield subject.received_at
    yield from (datetime.fromisoformat(str(old)) for old in _former(subject, "received_at"))


def _former(subject: Registration, name: str) -> Iterator[object]:
    """Yield what a field held before it was changed."""
    return (entry.changes[name][0] for entry in subject.history if name in entry.changes)


def _sessions(book: Book, subject: Registration) -> tuple[set[str], set[str]]:
    """Return the sessions that were chosen, and those in which there is a seat, as lists that leave have them."""
    mine = (session.id for session in book.event.sessions if subject.is_for(session.id))
    return set(subject.sessions), set(mine) - set(subject.waits_for)


def _minute(at: datetime) -> datetime:
    """Return the minute of a moment: all that some lists show of it."""
    return at.replace(second=0, microsecond=0)


def settled_kind(taken: Taken, book: Book) -> Taken:
    """Return what a row came to when all rows are in: who waited may have moved up since."""
    placed = taken.kind in (Kind.CONFIRMED, Kind.PENDING, Kind.WAITING)
    if not placed or taken.number is None or book.people[taken.number].status is Status.CANCELLED:
        return taken
    return taken._replace(kind=entered(book.people[taken.number]))


def entered(subject: Registration) -> Kind:
    """Return what somebody who was put on the list came to."""
    return Kind.NO_SEAT if subject.no_seat else Kind(subject.status)
