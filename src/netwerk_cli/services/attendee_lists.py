"""Attendee lists that leave: of everybody, of each session or organisation, or of what changed since a moment."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import count
from typing import Any, NamedTuple

from netwerk_cli.domain import attending, lifecycle, past, seats
from netwerk_cli.domain.attendee_lists import Difference, Split
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.matching import folded
from netwerk_cli.domain.registrations import Registration, Registrations
from netwerk_cli.errors import BadValue, NothingNew
from netwerk_cli.exchange import shapes
from netwerk_cli.services import exports
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.choosing import Which
from netwerk_cli.services.exports import Wanted
from netwerk_cli.services.registrations import chosen, instant
from netwerk_cli.services.values import choice
from netwerk_cli.wording import Wording

LAST = "last"
"""What is typed for the moment at which the changes were last asked for so."""
Row = dict[str, Any]


class Asked(NamedTuple):
    """Who is on the lists: as of a moment, changed since one, in one file or several.

    What was last given is remembered under the name of the `profile`. `nobody` is what who has no organisation is of.
    """

    which: Which
    as_of: str | None = None
    since: str | None = None
    split: str | None = None
    profile: str = ""
    nobody: str = "no organisation"


class Part(NamedTuple):
    """One file: what it is called behind the event, empty where it is the only one, and its bytes."""

    name: str
    data: bytes


def write_lists(
    caller: Caller, slug: str, wanted: Wanted, asked: Asked, deliver: Callable[[Sequence[Part]], None]
) -> None:
    """Hand the lists that were asked for to `deliver`; what changed since `last` is noted once they are written.

    Raises:
        EventNotFound, SessionNotFound, BadValue, UnknownField.
        NothingNew: nothing changed since the moment that was named.
    """
    wanted.check()
    asked.which.check()
    if asked.since is not None and asked.since.strip() == LAST:
        with caller.change(slug) as transaction:
            event, people = transaction.event(slug), transaction.registrations(slug)
            number = event.exported.get(asked.profile)
            before = [] if number is None else past.as_of_change(people.values(), number)
            since = _Since(_by_number(before), Wording("the last time"))
            deliver(_parts(caller, event, people, wanted, asked, since))
            given = {**event.exported, asked.profile: transaction.change_number}
            act = caller.act(event)
            transaction.keep(lifecycle.amend(event, act, what="changes exported", exported=given))
        return
    view = caller.read()
    event, people = view.event(slug), view.registrations(slug)
    if asked.since is None:
        deliver(_parts(caller, event, people, wanted, asked, None))
        return
    moment = _moment(asked.since, event, caller, "--since")
    since = _Since(_by_number(past.as_of(people.values(), moment)), moment)
    deliver(_parts(caller, event, people, wanted, asked, since))


class _Since(NamedTuple):
    """Who was on the list at a moment, and what that moment is called."""

    people: Registrations
    said: object


def _parts(
    caller: Caller,
    event: Event,
    people: Registrations,
    wanted: Wanted,
    asked: Asked,
    since: _Since | None,
) -> list[Part]:
    if asked.as_of is not None:
        people = _by_number(past.as_of(people.values(), _moment(asked.as_of, event, caller, "--as-of")))
    lists = _Lists(caller, event, people, wanted, None if since is None else since.people)
    if asked.split is None:
        found = [("", "", lists.rows(asked.which))]
    elif choice(asked.split, Split, field="--split") is Split.SESSION:
        found = [*_by_session(lists, asked.which)]
    else:
        found = [*_by_organisation(lists.rows(asked.which), asked.nobody)]
    if since is not None:
        found = [one for one in found if one[2]]
        if not found:
            raise NothingNew(event=event.slug, since=since.said)
    return [Part(name, lists.written(rows, title)) for name, title, rows in found]


def _moment(text: str, event: Event, caller: Caller, field: str) -> datetime:
    moment = instant(text, event, caller)
    if moment > caller.now:
        raise BadValue(field=field, why=Wording("{at} lies in the future", at=moment))
    return moment


def _by_number(people: Iterable[Registration]) -> Registrations:
    return {r.number: r for r in people}


class _Lists:
    """The people of an event as rows, each with what happened to them where a moment was named."""

    def __init__(
        self, caller: Caller, event: Event, people: Registrations, wanted: Wanted, since: Registrations | None
    ) -> None:
        self.event, self.wanted = event, wanted
        self.now = Shapes(event, people, caller.now)
        self.before = None if since is None else Shapes(event, since, caller.now)
        self.usual = exports.usual_fields(event, [*people.values()])

    def rows(self, which: Which) -> list[Row]:
        """Return who is on the list; of a moment, who was added, changed or is no longer on it."""
        if which.session is not None:
            chosen(self.event, (which.session,))
        now = self.now.of(which)
        if self.before is None:
            return list(now.values())
        return [*self._changes(now, self.before.of(which))]

    def _changes(self, now: Mapping[int, Row], before: Mapping[int, Row]) -> Iterator[Row]:
        looked_at = self.wanted.fields or self.usual
        for number in sorted({*now, *before}):
            here, then = now.get(number), before.get(number)
            if here is None:
                yield {"change": str(Difference.CANCELLED), **(self.now.one(number) or then or {})}
            elif then is None:
                yield {"change": str(Difference.ADDED), **here}
            elif any(here[field] != then[field] for field in looked_at):
                yield {"change": str(Difference.CHANGED), **here}

    def written(self, rows: Sequence[Row], title: str) -> bytes:
        """Return rows as a file; the same columns in all of them."""
        return exports.rendered(
            rows,
            self.wanted,
            known=(*exports.known_fields(self.event), *(("change",) if self.before else ())),
            usual=self.usual,
            about=self.event,
            title=" – ".join(filter(None, (self.event.title, title))),
        )


class Shapes:
    """The registrations of an event at a moment, as attendee lists show them."""

    def __init__(self, event: Event, people: Registrations, now: datetime) -> None:
        self.event, self.people = event, people
        self.book = seats.Book(event, people, now)
        self.recorded = attending.recorded_in(people)

    def of(self, which: Which) -> dict[int, Row]:
        """Return who is on a list; of one session, who has that seat: not who waits for it."""
        found = (r for r in self.people.values() if which.takes(r) and not _waits_for(r, which.session))
        return {r.number: self._shape(r) for r in found}

    def one(self, number: int) -> Row | None:
        """Return somebody, whether on a list or not; None where there is nobody of that number."""
        registration = self.people.get(number)
        return None if registration is None else self._shape(registration)

    def _shape(self, registration: Registration) -> Row:
        position = self.book.position(registration)
        shape = shapes.attendee_shape(self.event, registration, position, self.recorded)
        return shape | shapes.answered_shape(self.event, registration)


def _waits_for(registration: Registration, session: str | None) -> bool:
    return session is not None and registration.seated and session in registration.waits_for


# ---------------------------------------------------------------- several files
def _by_session(lists: _Lists, which: Which) -> Iterator[tuple[str, str, list[Row]]]:
    """Yield the list of each session that is on, with its name and title."""
    for session in lists.event.sessions:
        if session.cancelled_at is None and which.session in (None, session.id):
            yield session.id, session.title or session.id, lists.rows(which._replace(session=session.id))


def _by_organisation(rows: Sequence[Row], nobody: str) -> Iterator[tuple[str, str, list[Row]]]:
    """Yield the list of each organisation, however its name is written, with a name for its file.

    `nobody` is what the list of who has none is called.
    """
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[folded(row["organisation"] or "")].append(row)
    used = set[str]()
    for key in sorted(found):
        own = found[key]
        base = _file_name(key) or _file_name(nobody) or "-"
        names = (f"{base}{'' if number == 1 else f'-{number}'}" for number in count(1))
        name = next(one for one in names if one not in used)
        used.add(name)
        yield name, own[0]["organisation"] or nobody, own


def _file_name(text: str) -> str:
    """Return a text as part of the name of a file, on any system."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
