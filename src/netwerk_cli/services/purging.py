"""Taking away what of people is past its term, for cron: any number of times, all of it in one change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from netwerk_cli.domain import expiry, memberships, moments, purging, seats
from netwerk_cli.domain.erasing import NOBODY
from netwerk_cli.domain.groups import MemberStatus
from netwerk_cli.domain.purging import Fields, Terms
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.domain.retention import Retention
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.owners import Owner
from netwerk_cli.services.undoing import ERASED, PURGED
from netwerk_cli.store import View, forgetting
from netwerk_cli.store.changes import ChangeRecord
from netwerk_cli.store.erasures import Order
from netwerk_cli.store.transactions import Transaction

SOON = timedelta(days=30)
"""How long before a term is over it asks for attention."""
_CHANGES, _LOG = "changes:", "log"
_ACCOUNTS = frozenset({ERASED, PURGED})
"""Who erased and purged stays: it shows that it was done, and would else have to be purged for ever."""

Due = dict[str, dict[str, Fields]]
"""What is past its term: by table and number of a record, as an order for the store has it."""


class Purged(NamedTuple):
    """What goes of one event or group, or of the log and of changes where there is none: how often each field does."""

    owner: Owner | None
    fields: Mapping[str, int]
    people: int


def purge(caller: Caller, retention: Retention) -> list[Purged]:
    """Take away what is past its term, here and in the earlier states, and return what that was.

    Nothing is touched where nothing is due. Who is still on the list of something that is not over is withdrawn first.
    """
    view = caller.read()
    if next(_each_due(view, caller, retention), None) is None:
        return []
    if caller.dry_run:
        return _told(view, _due(view, caller, retention))
    with caller.change() as transaction:
        due = _due(transaction, caller, retention)
        done = _told(transaction, due)
        if due:
            act = caller.signed(caller.zone)
            _withdraw(caller, transaction, due)
            transaction.note(act.entry(PURGED))
            transaction.record(act)
            forgetting.erase(transaction, Order(change=transaction.change_number, fields=due))
    return done


def soon(caller: Caller, view: View, retention: Retention) -> dict[str, int]:
    """Return of how many people something is past its term within a month, by the name of the event or group.

    What is not over yet needs no attention.
    """
    found, until = dict[str, int](), caller.now + SOON
    for event in view.events():
        if event.over_at is not None and event.over_at <= caller.now:
            terms = Terms(retention, event.over_at, event.timezone, until, event.slug)
            people = view.registrations(event.slug) if terms.fields("Registration") or event.questions else {}
            found[event.slug] = purging.how_many(people.values(), event.questions, terms)
        elif event.over_at is None:
            people = view.registrations(event.slug)
            terms = purging.of_event(event, people, retention, until)
            found[event.slug] = purging.how_many(people.values(), event.questions, terms)
    for group in view.groups():
        members = view.memberships(group.slug).values()
        found[group.slug] = sum(
            purging.how_many([one], (), Terms(retention, expiry.of_membership(one), group.timezone, until))
            for one in members
        )
    return {slug: count for slug, count in found.items() if count}


# -------------------------------------------------------------------- what is due
def _due(view: View, caller: Caller, retention: Retention) -> Due:
    found: Due = {}
    for table, number, names in _each_due(view, caller, retention):
        of = found.setdefault(table, {})
        of[number] = tuple(dict.fromkeys((*of.get(number, ()), *names)))
    return found


def _each_due(view: View, caller: Caller, retention: Retention) -> Iterator[tuple[str, str, Fields]]:
    """Yield the table and number of each record of which something is past its term, and what; some twice."""
    for table, fields in _of_records(view, caller, retention):
        yield from ((table, str(number), names) for number, names in fields.items() if names)
    yield from _of_changes(view, caller, retention)


def _of_records(
    view: View, caller: Caller, retention: Retention
) -> Iterator[tuple[str, Mapping[int, Fields]]]:
    now = caller.now
    for slug in view.slugs():
        event, people = view.event(slug), view.registrations(slug)
        terms = purging.of_event(event, people, retention, now)
        yield f"registrations:{slug}", purging.of_registrations(people, event.questions, terms)
        yield f"event:{slug}", {1: purging.of_owner(event, terms)}
    for slug in view.group_slugs():
        group, members = view.group(slug), view.memberships(slug)
        since = expiry.of_group(group, members.values())
        yield f"memberships:{slug}", purging.of_memberships(members, group, retention, now)
        yield f"group:{slug}", {1: purging.of_owner(group, Terms(retention, since, group.timezone, now))}
    lines = {n: one for n, one in enumerate(view.log(), 1) if one.what not in _ACCOUNTS}
    yield _LOG, {n: purging.of_line(one, _monthly(caller, retention, one.at)) for n, one in lines.items()}


def _terms(caller: Caller, retention: Retention, since: datetime) -> Terms:
    return Terms(retention, since, caller.zone, caller.now)


def _monthly(caller: Caller, retention: Retention, since: datetime) -> Terms:
    """Return terms that count from the end of a month: what happens each day goes together."""
    local = moments.in_zone(since, caller.zone)
    first = (local.replace(day=1) + timedelta(days=32)).replace(
        day=1, hour=0, minute=0, second=0, microsecond=0
    )
    return _terms(caller, retention, first)


def _of_changes(view: View, caller: Caller, retention: Retention) -> Iterator[tuple[str, str, Fields]]:
    """Yield what changes that can be undone say: who did it and why, and of people who are on no list any more."""
    here = {table: {*map(str, view.numbers(table))} for table in _tables(view)}
    for change in view.changes():
        found = [(_CHANGES, str(change.number), _of_change(change, _monthly(caller, retention, change.at)))]
        terms = _terms(caller, retention, change.at)
        for table, deltas in change.records.items():
            if table.partition(":")[0] in ("registrations", "memberships"):
                gone = ((n, delta) for n, delta in deltas.items() if n not in here.get(table, ()))
                found += [(table, number, _of_removed(delta, terms)) for number, delta in gone]
        yield from (one for one in found if one[2])


def _of_change(change: ChangeRecord, terms: Terms) -> Fields:
    if change.what in _ACCOUNTS:
        return ()
    said = {"by": change.by, "why": change.why}
    return tuple(name for name in terms.fields("ChangeRecord") if said[name] not in (None, NOBODY))


def _tables(view: View) -> Iterator[str]:
    yield from (f"registrations:{slug}" for slug in view.slugs())
    yield from (f"memberships:{slug}" for slug in view.group_slugs())


def _of_removed(delta: object, terms: Terms) -> Fields:
    """Return what a change knows past its term of somebody who was taken out."""
    if not isinstance(delta, dict):
        return ()
    said = {**delta.get("set", {}), **delta.get("was", {})}
    return tuple(
        name
        for name in purging.of_removed(terms, said.get("answers") or ())
        if name in said or name.removeprefix("answers.") in (said.get("answers") or ())
    )


def _told(view: View, due: Due) -> list[Purged]:
    """Return what is due of each event and group, in their order, then of all else."""
    owners: dict[str, Owner] = {event.slug: event for event in view.events()}
    owners |= {group.slug: group for group in view.groups()}
    counts: dict[str, Counter[str]] = {}
    people = Counter[str]()
    for table, numbers in due.items():
        kind, _, slug = table.partition(":")
        slug = slug if slug in owners else ""
        counts.setdefault(slug, Counter()).update(name for names in numbers.values() for name in names)
        people[slug] += len(numbers) if kind in ("registrations", "memberships") else 0
    order = sorted(counts, key=[*owners, ""].index)
    return [Purged(owners.get(slug), dict(counts[slug]), people[slug]) for slug in order]


# -------------------------------------------------------------------- withdrawing
def _withdraw(caller: Caller, transaction: Transaction, due: Due) -> None:
    """Withdraw whose name goes from what is not over: nobody can come, or decide, who is not known any more."""
    for table, numbers in due.items():
        kind, _, slug = table.partition(":")
        gone = {int(number) for number, names in numbers.items() if "email" in names}
        if kind == "registrations" and slug in transaction.slugs():
            _cancel(caller, transaction, slug, gone)
        elif kind == "memberships" and slug in transaction.group_slugs():
            group, act = transaction.group(slug), caller.act(transaction.group(slug))
            asked = [m for n, m in transaction.memberships(slug).items() if n in gone]
            waiting = [m for m in asked if m.status is MemberStatus.REQUESTED]
            transaction.keep_group(group, [memberships.withdraw(group, m, act) for m in waiting])


def _cancel(caller: Caller, transaction: Transaction, slug: str, gone: set[int]) -> None:
    event, act = transaction.event(slug), caller.act(transaction.event(slug))
    if event.over_at is not None and event.over_at <= act.at:
        return
    people = transaction.registrations(slug)
    leaving = [one for n, one in people.items() if n in gone and one.active]
    for one in sorted(leaving, key=_seated):  # who waits goes first, so that nobody moves up for a moment
        outcome = seats.cancel(transaction.event(slug), transaction.registrations(slug), one, act)
        transaction.keep(outcome.event, outcome.changed)


def _seated(one: Registration) -> bool:
    return one.seated
