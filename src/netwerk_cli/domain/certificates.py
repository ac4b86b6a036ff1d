"""Who is certified to have been there, for how many hours, and the codes by which that can be checked.

A code is made with a secret of the event, so that nobody can guess another; it holds for as long as the secret is kept.
What it stands for is worked out anew whenever it is checked.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from netwerk_cli.domain.attendance import State, attends
from netwerk_cli.domain.erasing import is_nobody
from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.finding_people import former
from netwerk_cli.domain.history import Entry
from netwerk_cli.domain.net_hours import counted_minutes
from netwerk_cli.domain.people import same_address
from netwerk_cli.domain.registrations import Registration, Registrations

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Base 32 without the letters that look like others (Crockford, "Base 32")."""
_LOOK_ALIKE = str.maketrans("OIL", "011")
_GROUP, _PERSON = 4, 12
"""How many signs of a code stand for the event, and how many for one of its people: 60 bits that nobody guesses."""


class Attended(NamedTuple):
    """A session that somebody was in, and the minutes of it that count; None where its hours are not known."""

    session: Session
    minutes: int | None


class Certificate(NamedTuple):
    """What is certified of somebody. It is `whole` where they were in every session that they have a seat in."""

    registration: Registration
    attended: tuple[Attended, ...]
    whole: bool

    @property
    def minutes(self) -> int | None:
        """The minutes that count, None where of no session they are known."""
        known = [one.minutes for one in self.attended if one.minutes is not None]
        return sum(known) if known else None


def certificate(event: Event, registration: Registration, only: str | None = None) -> Certificate | None:
    """Return what is certified of somebody, of one session or of all; None for who was in none, or is erased."""
    if event.cancelled_at is not None or not registration.active or is_nobody(registration):
        return None
    own = [s for s in event.sessions if s.cancelled_at is None and attends(registration, s.id)]
    there = {session: one for session, one in registration.attendance.items() if one.state is State.PRESENT}
    attended = tuple(
        Attended(s, counted_minutes(event, s, there[s.id]))
        for s in own
        if s.id in there and only in (None, s.id)
    )
    if not attended:
        return None
    return Certificate(registration, attended, whole=len(attended) == len(own))


# ------------------------------------------------------------------------ codes
class Meant(NamedTuple):
    """Whom a code means: a registration, and the entry with which it went to a substitute since, if it did."""

    registration: Registration
    handed_over: Entry | None = None


def code(key: str, registration: Registration) -> str:
    """Return the code of somebody's certificate, in groups of four; a substitute gets another one."""
    signs = _of_event(key) + _of_person(key, registration.number, registration.email)
    return "-".join(signs[at : at + _GROUP] for at in range(0, len(signs), _GROUP))


def read(typed: str) -> str | None:
    """Return the signs of a code, however it is typed; None where it cannot be one."""
    signs = "".join(filter(str.isalnum, typed.upper())).translate(_LOOK_ALIKE)
    return signs if len(signs) == _GROUP + _PERSON and set(signs) <= set(_SIGNS) else None


def is_of(key: str, signs: str) -> bool:
    """Whether a code may be one of the event with this secret."""
    return hmac.compare_digest(_of_event(key), signs[:_GROUP])


def meant(key: str, people: Registrations, signs: str) -> Meant | None:
    """Return whom a code means, also by an address that was corrected since; None where it means nobody."""
    for registration in people.values():
        if hmac.compare_digest(_of_person(key, registration.number, registration.email), signs[_GROUP:]):
            return Meant(registration)
    for one in former(people):
        if hmac.compare_digest(_of_person(key, one.number, one.email), signs[_GROUP:]):
            return Meant(people[one.number], _handing_over(people[one.number], one.entry))
    return None


def _handing_over(registration: Registration, since: Entry) -> Entry | None:
    """Return the entry with which a registration first went to a substitute since one; None where it did not."""
    later = registration.history[registration.history.index(since) :]
    return next((entry for entry in later if entry.what == "substituted"), None)


def changed_at(registration: Registration) -> datetime:
    """Return when it was last changed whether somebody was there."""
    told = (e.at for e in reversed(registration.history) if e.changes.keys() & {"status", "attendance"})
    return next(told, registration.received_at)


def _of_event(key: str) -> str:
    return "".join(_drawn(key, "event", _GROUP))


def _of_person(key: str, number: int, email: str) -> str:
    return "".join(_drawn(key, f"{number}/{same_address(email)}", _PERSON))


def _drawn(key: str, said: str, count: int) -> Iterator[str]:
    """Yield signs that only who knows the secret can work out (RFC 2104)."""
    number = int.from_bytes(hmac.digest(key.encode(), said.encode(), "sha256"), "big")
    for _ in range(count):
        number, rest = divmod(number, len(_SIGNS))
        yield _SIGNS[rest]
