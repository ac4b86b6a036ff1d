"""Calendar files that come in: what becomes of each event in them, in one step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import count
from typing import NamedTuple

from netwerk_cli import ical
from netwerk_cli.domain import calendar_entries, lifecycle, moments
from netwerk_cli.domain.calendar_entries import Entry, Planned
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import Act
from netwerk_cli.errors import BadValue, NetwerkError, Refused, Usage
from netwerk_cli.errors.files import BadFile
from netwerk_cli.exchange import tables
from netwerk_cli.services import planning
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.planning import Change
from netwerk_cli.store.transactions import Transaction
from netwerk_cli.wording import Wording

_READ_AGAIN = "calendar read again"


class Kind(StrEnum):
    """What an event of a calendar comes to."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    DIFFERS = "differs"
    CANCELLED = "cancelled"
    REFUSED = "refused"


class Read(NamedTuple):
    """One event of the file: what it is called there and here, what it came to, and why not, if not.

    `attendees` are named in the file, and registered by nobody. `changes` are what it says otherwise than before.
    """

    number: int
    title: str
    kind: Kind
    event: Event | None = None
    refusal: NetwerkError | None = None
    note: Wording | None = None
    changes: tuple[Change, ...] = ()
    attendees: int = 0
    limited: bool = False


class Done(NamedTuple):
    """What became of a file: its events in order, and whether anything changed."""

    rows: list[Read]
    changed: bool


def events(caller: Caller, data: bytes, source: str) -> Done:
    """Make a draft of each event in a calendar file, in one step; one that cannot be read stops no other.

    What was read before changes nothing. What the file says otherwise since is taken over by a draft that nobody
    touched here, and otherwise told.

    Raises:
        BadFile: it is too large, or no calendar.
    """
    if len(data) > tables.LARGEST:
        raise BadFile(
            path=source, why=Wording("it has more than {count} MB", count=tables.LARGEST // 1_000_000)
        )
    text, _ = tables.decoded(data, source)
    entries = ical.read(text, source, zone=caller.zone)
    with caller.change() as transaction:
        desk = _Desk(caller, transaction)
        rows = [desk.take(number, group) for number, group in enumerate(_grouped(entries), 1)]
    return Done(rows, any(row.kind in (Kind.CREATED, Kind.UPDATED, Kind.DIFFERS) for row in rows))


def _grouped(found: Sequence[Entry | ical.Unusable]) -> Iterator[list[Entry] | ical.Unusable]:
    """Yield the entries of each UID together, in the order of the file."""
    together: dict[str, list[Entry]] = {}
    for one in found:
        if isinstance(one, Entry):
            together.setdefault(one.uid, []).append(one)
    for one in found:
        if not isinstance(one, Entry):
            yield one
        elif (group := together.pop(one.uid, None)) is not None:
            yield group


class _Desk:
    """The data file while a calendar is read into it."""

    def __init__(self, caller: Caller, transaction: Transaction) -> None:
        self.caller, self.transaction = caller, transaction
        self.known = {event.calendar_uid: event for event in transaction.events() if event.calendar_uid}
        self.taken = {*transaction.slugs(), *transaction.group_slugs()}
        self.retired = frozenset(transaction.retired())

    def take(self, number: int, found: list[Entry] | ical.Unusable) -> Read:
        """Return what one event of the file comes to, and keep it."""
        if isinstance(found, ical.Unusable):
            return Read(number, found.title, Kind.REFUSED, refusal=found.why)
        title = found[0].title
        try:
            return self._take(number, found)
        except (Usage, Refused) as refusal:
            return Read(number, title, Kind.REFUSED, refusal=refusal)
        except (OverflowError, ValueError):  # in the first and the last years that there are
            far = BadValue(field="DTSTART", why=Wording("it lies too far away"))
            return Read(number, title, Kind.REFUSED, refusal=far)

    def _take(self, number: int, found: list[Entry]) -> Read:
        ours = self._ours(found[0].uid)
        if ours is not None:
            return Read(number, found[0].title, Kind.UNCHANGED, ours)
        plan = calendar_entries.planned(found, moments.in_zone(self.caller.now, found[0].zone))
        read = Read(number, plan.entry.title, Kind.UNCHANGED, attendees=plan.attendees, limited=plan.limited)
        before = self.known.get(plan.entry.uid)
        if before is not None:
            return self._again(read, plan, before)
        if plan.entry.cancelled:
            return read._replace(kind=Kind.CANCELLED)
        return self._new(read, plan)

    def _ours(self, uid: str) -> Event | None:
        """Return the event of this data file of which `export ics` wrote an entry."""
        name, _, where = uid.rpartition("@")
        slug = name.rpartition(".")[2]
        found = where == self.transaction.store_id and slug in self.transaction.slugs()
        return self.transaction.event(slug) if found else None

    def _new(self, read: Read, plan: Planned) -> Read:
        name = calendar_entries.slug(plan.entry.title, plan.entry.starts)
        if name in self.retired:
            return read._replace(
                note=Wording("'{event}' was removed here and is not made again.", event=name)
            )
        if name in self.taken and name in self.transaction.slugs():
            present = self.transaction.event(name)
            if present.calendar_uid is None:
                return read._replace(event=present)
        slug = next(one for one in _names(name) if one not in self.taken and one not in self.retired)
        event = self._event(slug, plan)
        self.transaction.add(event)
        self.taken.add(slug)
        self.known[plan.entry.uid] = event
        return read._replace(kind=Kind.CREATED, event=event)

    def _event(self, slug: str, plan: Planned) -> Event:
        entry = plan.entry
        blank = Event(slug=slug, title=entry.title, timezone=entry.zone)
        event = Event(
            slug=slug,
            title=entry.title,
            timezone=entry.zone,
            location=entry.location,
            online_url=entry.online_url,
            organisers=(entry.organiser,) if entry.organiser else (),
            theme=entry.theme,
            description=entry.description,
            calendar_uid=entry.uid,
            calendar_digest=plan.digest,
            draft=True,
            sessions=plan.sessions,
        )
        return lifecycle.create(event, self.caller.act(blank))

    def _again(self, read: Read, plan: Planned, before: Event) -> Read:
        """Return what becomes of an event that was read before: nothing where the file says the same."""
        if plan.digest == before.calendar_digest:
            return read._replace(event=before)
        fresh = self._event(before.slug, plan)
        act = self.caller.act(before)
        changes = tuple(planning.changes(before, fresh))
        if plan.entry.cancelled and before.cancelled_at is None:
            off = Wording(
                "The calendar says that it is off: 'netwerk event cancel {event}'.", event=before.slug
            )
            self._keep(before, act, calendar_digest=plan.digest)
            return read._replace(kind=Kind.DIFFERS, event=before, note=off)
        found = tuple(one for one in changes if one.field in _SAID or one.field.startswith("session"))
        if not found:
            return read._replace(event=before)
        if not self._untouched(before):
            self._keep(before, act, calendar_digest=plan.digest)
            told = Wording("It was changed or announced here since: nothing is taken over.")
            return read._replace(kind=Kind.DIFFERS, event=before, note=told, changes=found)
        same = ("title", "location", "online_url", "organisers", "theme", "description", "timezone")
        fields = {name: getattr(fresh, name) for name in (*same, "calendar_digest", "sessions")}
        after = self._keep(before, act, **fields)
        return read._replace(kind=Kind.UPDATED, event=after, changes=found)

    def _keep(self, before: Event, act: Act, **fields: object) -> Event:
        after = lifecycle.amend(before, act, what=_READ_AGAIN, **fields)
        self.transaction.keep(after)
        self.known[str(after.calendar_uid)] = after
        return after

    def _untouched(self, event: Event) -> bool:
        """Whether an event is as the calendar made it: a draft that nobody edited or is registered for."""
        entries = {entry.what for entry in event.history}
        return (
            event.is_draft
            and entries <= {"created", _READ_AGAIN}
            and not self.transaction.tally(event.slug).total()
        )


_SAID = frozenset({
    "title", "starts", "ends", "location", "online", "theme", "description", "organisers", "timezone", "sessions",
})  # fmt: skip
"""What a calendar says of an event, as the keys of its dossier have it."""


def _names(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in count(2))
