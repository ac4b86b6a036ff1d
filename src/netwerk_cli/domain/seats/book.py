"""The list of one event while it is worked on: people, seats, queues and addresses, kept as they change.

Every rule asks a book. One that is asked about a single person makes it from the list as it stands; a list of
requests goes through one book, so that the thousandth costs what the first does.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime
from functools import cached_property

from netwerk_cli.domain.attendance import attends
from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.finding_people import Former, former
from netwerk_cli.domain.history import next_number
from netwerk_cli.domain.people import same_address, same_name, same_person
from netwerk_cli.domain.registrations import Place, Registration, Registrations, Status
from netwerk_cli.domain.seats.ledger import Ledger, Pool, State, given_until, seats_held
from netwerk_cli.errors import Conflict
from netwerk_cli.errors.seats import AlreadyRegistered, OtherName


class Book:
    """An event and its list at a moment. What is put in changes the book, nothing else.

    What it counts is counted when it is first asked for, and kept up from then on: a question about one person does
    not pay for what a list of requests needs.
    """

    def __init__(self, event: Event, registrations: Registrations, now: datetime) -> None:
        self.event = event
        self.now = now
        self.people = dict(registrations)
        self.highest = next_number(event.history, registrations) - 1
        self.turn = max((r.turn for r in registrations.values()), default=0)
        self.unsettled = True
        """Whether somebody may be able to move up: at first, and after every change but that of a newcomer."""
        self._queues: dict[Pool, list[Place]] = {}
        self._state: State | None = None

    def put(self, registration: Registration) -> None:
        """Put a registration on the list, instead of the one of its number."""
        old = self.people.get(registration.number)
        if old is not None:
            self._count(old, -1)
            self.unsettled |= old.active
        self.people[registration.number] = registration
        self.highest, self.turn = max(self.highest, registration.number), max(self.turn, registration.turn)
        self._count(registration, 1)
        if "_numbers" in self.__dict__ and (old is None or self._key(old) != self._key(registration)):
            self._numbers[self._key(registration)].append(registration.number)
        if old is not None:
            self.__dict__.pop("_former", None)

    def _count(self, registration: Registration, by: int) -> None:
        """Count a registration in, or (`by` -1) out."""
        # Out of the queues before the seat is free, into them after it is taken: what somebody claims hangs on which
        # pools are full.
        in_line = registration.waits and "line" in self.__dict__
        if in_line and by < 0:
            del self.line[registration.number]
            self._claim(registration, by)
        if registration.seated and "ledger" in self.__dict__:
            (self.ledger.seat if by > 0 else self.ledger.unseat)(registration)
        if in_line and by > 0:
            self.line[registration.number] = registration
            self._claim(registration, by)
        if "of_organisation" in self.__dict__ and registration.counted:
            self.of_organisation[same_address(registration.organisation or "")] += by

    @cached_property
    def ledger(self) -> Ledger:
        """The seats of the event, and who holds them."""
        return Ledger(self.event, self.people, self.now)

    @property
    def held(self) -> int:
        """How many seats of the event are held; the ledger is not made for that."""
        return self.ledger.held[None] if "ledger" in self.__dict__ else seats_held(self.people)

    @cached_property
    def line(self) -> dict[int, Registration]:
        """Who waits for something, by number."""
        return {number: r for number, r in self.people.items() if r.waits}

    # ------------------------------------------------------------------- people
    def _key(self, registration: Registration) -> str:
        return self.key(registration.name, registration.email)

    def key(self, name: str, email: str) -> str:
        """Return under what somebody counts as the same person."""
        return same_person(name, email, shared_addresses=self.event.shared_addresses)

    @cached_property
    def _numbers(self) -> defaultdict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for registration in self.people.values():
            found[self._key(registration)].append(registration.number)
        return found

    def same_as(self, name: str, email: str, *, but: int | None = None) -> Registration | None:
        """Return the registration of the same person, `but` for one number: an active one, else the latest."""
        key = self.key(name, email)
        # A number stays under the addresses it once had, which may be somebody else's by now.
        mine = (self.people[number] for number in self._numbers.get(key, ()) if number != but)
        return max((r for r in mine if self._key(r) == key), key=lambda r: (r.active, r.turn), default=None)

    @cached_property
    def _former(self) -> dict[str, Former]:
        found: dict[str, Former] = {}
        for one in former(self.people):
            key = self.key(one.name, one.email)
            if key == self._key(self.people[one.number]):
                continue  # written otherwise, and still the same person
            if key not in found or found[key].entry.at < one.entry.at:
                found[key] = one
        return found

    def formerly(self, name: str, email: str) -> Former | None:
        """Return where somebody stood who was corrected or substituted since, the latest."""
        return self._former.get(self.key(name, email))

    def is_other(self, subject: Registration, name: str) -> bool:
        """Whether somebody was never called `name` here."""
        former = (str(entry.changes["name"][0]) for entry in subject.history if "name" in entry.changes)
        return same_name(name) not in {same_name(one) for one in (subject.name, *former)}

    def occupied(self, subject: Registration, name: str) -> Conflict:
        """Return why nobody called `name` can stand beside `subject`, whose address it is: they are it, or another."""
        event, code, status = self.event.slug, subject.code, subject.status
        if self.is_other(subject, name):
            return OtherName(event=event, registration=code, status=status)
        return AlreadyRegistered(event=event, registration=code, status=status)

    @cached_property
    def of_organisation(self) -> Counter[str]:
        """How many who have a seat or wait for one are of each organisation, by its `same_address`."""
        return Counter(same_address(r.organisation or "") for r in self.people.values() if r.counted)

    # ------------------------------------------------------------------- queues
    def queues(self) -> dict[Pool, list[Place]]:
        """Return the places of those who have a claim to each pool, the first in front."""
        if self._state != self.ledger.state:
            self._state, found = self.ledger.state, defaultdict[Pool, list[Place]](list)
            for waiting in self.line.values():
                for pool in self.claim(waiting):
                    found[pool].append(waiting.place(pool))
            for places in found.values():
                places.sort()
            self._queues = dict(found)
        return self._queues

    def _claim(self, waiting: Registration, by: int) -> None:
        """Put somebody into the queues as they stand, or take them out; else they are made anew when wanted."""
        if self._state is None or self._state != self.ledger.state:
            self._state = None
            return
        for pool in self.claim(waiting):
            places, place = self._queues.setdefault(pool, []), waiting.place(pool)
            if by > 0:
                insort(places, place)
            else:
                del places[bisect_left(places, place)]

    def claim(self, waiting: Registration) -> list[Pool]:
        """Return the pools that somebody waits for and can still get a seat in."""
        if not self.may_move(waiting):
            return []
        return [pool for pool in self.ledger.claim(waiting) if pool not in self.gone]

    def claimed(self, pools: Iterable[Pool]) -> int:
        """Return how many people have a claim to one of these pools, by the longest queue."""
        queues = self.queues()
        return max(len(queues.get(pool, ())) for pool in pools)

    def ahead(self, waiting: Registration) -> int:
        """Return how many people stand before somebody who waits, in the longest queue that it waits in."""
        queues, claim = self.queues(), self.claim(waiting)
        if not claim:  # nothing to be had, so no queue to stand in: then the order in which they asked
            return sum(
                1 for r in self.line.values() if r.status is Status.WAITING and r.place() < waiting.place()
            )
        return max(bisect_left(queues.get(pool, []), waiting.place(pool)) for pool in claim)

    def position(self, registration: Registration) -> int | None:
        """Return the place on the waiting list, counted from 1; None for who does not wait."""
        return self.ahead(registration) + 1 if registration.status is Status.WAITING else None

    def last_asked(self, session: str | None = None) -> datetime | None:
        """Return when the last of those asked who wait for one session, or for anything."""
        if session is not None:
            wanting = (r for r in self.line.values() if r.awaits(session))
            return max((r.place(session)[0] for r in wanting), default=None)
        return max(
            (moment for r in self.line.values() for moment in (r.received_at, *r.waits_since.values())),
            default=None,
        )

    # ----------------------------------------------------------------- closing
    @cached_property
    def closing(self) -> datetime | None:
        """The moment from which requests are late."""
        return self.event.closing

    def become(self, event: Event) -> None:
        """Take the event as it is since it closed itself."""
        if event is not self.event:
            self.event = event
            self.__dict__.pop("closing", None)

    # ----------------------------------------------------------------- sessions
    @cached_property
    def ends(self) -> dict[str, datetime | None]:
        """Until when seats are given in each session; None where that is not known."""
        return {session.id: given_until(self.event, session) for session in self.event.sessions}

    @cached_property
    def gone(self) -> frozenset[str]:
        """The sessions in which no seat is given any more."""
        return frozenset(id for id, end in self.ends.items() if end is not None and end <= self.now)

    @cached_property
    def is_over(self) -> bool:
        """Whether no seat of the event itself is given any more."""
        end = given_until(self.event)
        return end is not None and end <= self.now

    @cached_property
    def overlapping(self) -> list[tuple[Session, Session]]:
        """The sessions that take place at the same time, two by two."""
        return self.event.overlapping

    @cached_property
    def choosing(self) -> bool:
        """Whether who registers has to choose sessions."""
        return self.event.choosing

    def clash(self, who: Registration, session: str) -> str | None:
        """Return a session that somebody has a seat in by name, and that takes place at the same time as this one."""
        for one, other in self.overlapping if who.sessions else ():
            beside = {one.id: other.id, other.id: one.id}.get(session)
            if beside is not None and attends(who, beside):
                return beside
        return None

    def may_move(self, waiting: Registration) -> bool:
        """Whether there is still something to wait for: a session that takes place and has not started."""
        if waiting.seated:
            return True  # each session has an end of its own
        if self.is_over:
            return False
        shut = self.gone | self.ledger.off
        mine = [s.id for s in self.event.sessions if waiting.is_for(s.id)]
        return any(id not in shut for id in mine) or not (mine or waiting.sessions)
