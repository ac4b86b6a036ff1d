"""Taking changes back: exactly one, whatever others did since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from netwerk_cli.domain import seats, texts
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.history import Act, Entry, again
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.errors.changes import (
    ChangedSince,
    ChangeNotFound,
    ErasedForGood,
    MailSent,
    NothingToUndo,
    StillNeeded,
)
from netwerk_cli.errors.planning import CapacityBelowSeats, SessionCapBelowSeats
from netwerk_cli.errors.seats import EventFull, OrganisationLimit, SeatsSetAside, SessionFull
from netwerk_cli.records import replace
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.events import refuse_removal
from netwerk_cli.services.mail import SENT
from netwerk_cli.services.owners import Owner
from netwerk_cli.store import View
from netwerk_cli.store.changes import KEPT, ChangeRecord
from netwerk_cli.store.earlier import Earlier, earlier
from netwerk_cli.store.keeping import Undo
from netwerk_cli.store.transactions import Transaction

ERASED, PURGED = "erased", "purged"
"""What the log calls erasing somebody, and taking away what is past its term."""
_NO_ROOM = (
    EventFull,
    SessionFull,
    SeatsSetAside,
    OrganisationLimit,
    CapacityBelowSeats,
    SessionCapBelowSeats,
)
"""Why there is no seat any more for who had one. Nothing here is overruled."""


class Part(NamedTuple):
    """What became of one event or group and some of its people, by code: as they are now; None: taken out.

    `names` says who those are, and `lines` how long the history of each was before: under None that of the owner.
    """

    slug: str
    is_group: bool
    owner: Owner | None
    people: dict[str, Any]
    promoted: tuple[Registration, ...] = ()
    names: Mapping[str, str] = MappingProxyType({})
    lines: Mapping[str | None, int] = MappingProxyType({})


class Undone(NamedTuple):
    """The change that was taken back, and what that came to; `by` is the change that took it back before."""

    change: ChangeRecord
    parts: list[Part]
    by: ChangeRecord | None = None


class Listed(NamedTuple):
    """A change, and the one that took it back, if any did."""

    change: ChangeRecord
    undone_by: ChangeRecord | None


def listing(caller: Caller) -> list[Listed]:
    """Return the changes that are kept, oldest first."""
    found = caller.read().changes()
    return [Listed(change, _undoer(change, found)) for change in found]


def undo(caller: Caller, code: str | None = None, *, reason: str | None = None) -> Undone:
    """Take one change back: that of a code, or the caller's last one. Twice does nothing more.

    Raises:
        ChangeNotFound, NothingToUndo: there is no such change, or it is no longer kept.
        MailSent: it sent mail. ChangedSince: something that it changed was changed since.
        HasRegistrations, HeldWithin, StillNeeded: what it made is in use. The rest as `seats.undo`.
    """
    with caller.change() as transaction:
        found = transaction.changes(_number(code) or 0)
        change = _last(found, texts.signature(caller.by)) if code is None else _named(code, found)
        if change.what in (ERASED, PURGED):
            raise ErasedForGood(change=change.code)
        before = _undoer(change, found)
        if before is not None:
            return Undone(change, [], before)
        if change.what == SENT:
            raise MailSent(change=change.code)
        _refuse_changed(change, found)
        act, last = caller.signed(caller.zone, reason), transaction.last_change()
        if change.kept_as is None:
            parts = [
                _back(caller, transaction, one, reason or change.code, change.number)
                for one in earlier(transaction, change)
            ]
            transaction.record(act, undoes=change.number)
            return Undone(change, parts)
    meant = Undo(change, last)
    caller.store.restore(change.kept_as, act, dry_run=caller.dry_run, undo=meant)
    return Undone(change, [])


# ------------------------------------------------------------ which change
def _number(code: str | None) -> int | None:
    digits = (code or "").strip().lower().removeprefix("c")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 12 else None


def _named(code: str, found: Sequence[ChangeRecord]) -> ChangeRecord:
    number = _number(code)
    for change in found:
        if change.number == number:
            return change
    raise ChangeNotFound(change=code[:20], kept=KEPT)


def _last(found: Sequence[ChangeRecord], by: str) -> ChangeRecord:
    """Return the last change of somebody that stands, and that takes no other one back."""
    for change in reversed(found):
        if change.by == by and change.undoes is None and _undoer(change, found) is None:
            return change
    raise NothingToUndo


def _undoer(change: ChangeRecord, found: Sequence[ChangeRecord]) -> ChangeRecord | None:
    """Return the change that took this one back, and that was not taken back itself."""
    undoers = [one for one in found if one.undoes == change.number and one.number > change.number]
    return next((one for one in reversed(undoers) if _undoer(one, found) is None), None)


def _refuse_changed(change: ChangeRecord, found: Sequence[ChangeRecord]) -> None:
    """Raise `ChangedSince` where a later change that stands did something to the same records."""
    later = [one for one in found if one.number > change.number]
    gone = {one.number for one in later if _undoer(one, found) is not None}
    gone |= {one.number for one in later if one.undoes in gone}
    standing = [one for one in later if one.number not in gone and (change.kept_as or one.builds_on(change))]
    if standing:
        codes = [one.code for one in standing]
        raise ChangedSince(change=change.code, later=", ".join(codes), last=codes[-1])


# ------------------------------------------------------------ taking it back
def _back(caller: Caller, transaction: Transaction, earlier: Earlier, why: str, change: int) -> Part:
    owner: Owner | None = _standing(transaction, earlier)
    act = caller.act(owner or earlier.owner or Event(slug="x", title=""), why)
    if owner is None:
        return _put_back(transaction, earlier, act)
    if earlier.owned and earlier.owner is None:
        return _take_out(transaction, earlier, owner, act)
    if isinstance(owner, Group):
        return _group(transaction, earlier, owner, act)
    return _event(transaction, earlier, owner, act, change)


def _standing(view: View, earlier: Earlier) -> Owner | None:
    if earlier.is_group:
        return view.group(earlier.slug) if earlier.slug in view.group_slugs() else None
    return view.event(earlier.slug) if earlier.slug in view.slugs() else None


def _put_back(transaction: Transaction, earlier: Earlier, act: Act) -> Part:
    """Put back what was taken out, with all its people."""
    assert earlier.owner is not None  # noqa: S101 (what is not there was taken out by this change)
    owner: Owner = again(None, earlier.owner, act)
    if isinstance(owner, Event):  # calendars that lost its sessions follow what is newer
        owner = replace(owner, sessions=tuple(replace(s, sequence=s.sequence + 1) for s in owner.sessions))
    found = {one.code: again(None, one, act) for one in earlier.people.values() if one is not None}
    transaction.put_back(owner, found.values())
    return Part(earlier.slug, earlier.is_group, owner, found, names=_names({}, found.values()))


def _take_out(transaction: Transaction, earlier: Earlier, owner: Owner, act: Act) -> Part:
    """Take out what was made, where nothing hangs on it."""
    if isinstance(owner, Group):
        for event in transaction.events():
            if event.members_of == owner.slug:
                raise StillNeeded(group=owner.slug, event=event.slug)
        transaction.remove_group(owner.slug)
    else:
        refuse_removal(transaction, owner.slug)
        transaction.remove(owner.slug)
    kind = "group" if isinstance(owner, Group) else "event"
    transaction.note(act.entry("removed", {kind: (owner.slug, None)}))
    return Part(earlier.slug, earlier.is_group, None, {})


def _event(transaction: Transaction, earlier: Earlier, event: Event, act: Act, change: int) -> Part:
    registrations = transaction.registrations(event.slug)
    then = earlier.owner if isinstance(earlier.owner, Event) else event
    try:
        outcome, taken = seats.undo(event, registrations, then, earlier.people, act, change=change)
    except _NO_ROOM as err:
        err.advise("Make room first, then take it back: 'netwerk undo {change}'.", change=f"c{change}")
        raise
    transaction.take_out(event.slug, taken)
    transaction.keep(outcome.event, outcome.changed)
    found: dict[str, Any] = {r.code: r for r in outcome.changed if r.number in earlier.people}
    found |= {registrations[number].code: None for number in taken}
    names, lines = _names(registrations, outcome.changed), _lines(event, registrations)
    return Part(event.slug, False, outcome.event, found, outcome.promoted, names, lines)


def _group(transaction: Transaction, earlier: Earlier, group: Group, act: Act) -> Part:
    memberships = transaction.memberships(group.slug)
    after: Group = again(group, earlier.owner, act) if isinstance(earlier.owner, Group) else group
    taken = [number for number, one in earlier.people.items() if one is None]
    if taken:
        entry = act.entry("undone", {"number": (None, max(taken))})
        after = replace(after, history=(*after.history, entry))
    found: dict[str, Any] = {
        one.code: again(memberships.get(number), one, act)
        for number, one in earlier.people.items()
        if one is not None
    }
    transaction.take_out(group.slug, taken)
    transaction.keep_group(after, found.values())
    found |= {memberships[number].code: None for number in taken}
    names, lines = _names(memberships, found.values()), _lines(group, memberships)
    return Part(group.slug, True, after, found, names=names, lines=lines)


def _names(before: Mapping[int, Any], after: Iterable[Any]) -> dict[str, str]:
    """Return who people are, by code: as they are called now, or were before they were taken out."""
    return {one.code: one.name for one in (*before.values(), *after) if one is not None}


def _lines(owner: Owner, people: Mapping[int, Any]) -> dict[str | None, int]:
    return {None: len(owner.history), **{one.code: len(one.history) for one in people.values()}}


def entries(part: Part) -> list[tuple[str | None, Entry]]:
    """Return the line of history that says what taking back changed, of each record that is still there, by code."""
    records: list[tuple[str | None, Any]] = [(None, part.owner), *part.people.items()]
    return [
        (code, record.history[-1])
        for code, record in records
        if record is not None and len(record.history) > part.lines.get(code, 0)
    ]


def touched(change: ChangeRecord) -> list[str]:
    """Return what a change did something to: `kickoff` for an event or group, `kickoff r1` for one of its people."""
    letters = {"registrations": "r", "memberships": "m"}
    found = []
    for table, numbers in change.records.items():
        kind, _, slug = table.partition(":")
        if kind in letters:
            found += [f"{slug} {letters[kind]}{number}" for number in numbers]
        elif slug:
            found.append(slug)
    return found
