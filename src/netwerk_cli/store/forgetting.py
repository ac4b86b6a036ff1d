"""Taking a person, or some fields, out of all tables of a file: lists, histories, change records, words of others.

Nothing that is taken out here is remembered for an undo, and no line of history says whom it was about.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any, NamedTuple

from netwerk_cli.domain import attending, erasing, seats
from netwerk_cli.domain.groups import Membership
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.mentioning import STRUCK, Mentions, Term, even, terms_of
from netwerk_cli.domain.people import Whom, same_address, whom
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.records import replace
from netwerk_cli.store import clearing, codec
from netwerk_cli.store.erasures import Erasure, Order, united
from netwerk_cli.store.seam import CHANGES, ERASING, EVENT, GROUP, LOG, MEMBERSHIPS, OF_NOBODY, REGISTRATIONS
from netwerk_cli.store.transactions import Transaction
from netwerk_cli.store.views import View
from netwerk_cli.store.written import latest

Changes = dict[tuple[str, str], frozenset[int] | None]
"""By table and number of a record, the changes that say something of a person; None for all of them."""
_PEOPLE = (REGISTRATIONS, MEMBERSHIPS)


class _Record(NamedTuple):
    """Somebody on a list, and the list."""

    table: str
    record: Registration | Membership
    shared: bool

    @property
    def key(self) -> tuple[str, str]:
        return self.table, str(self.record.number)


def erase(transaction: Transaction, order: Order, erasure: Erasure | None = None) -> None:
    """Take out what an order says, here now and in the earlier states once this is written; note who was erased.

    The state before is not kept. The rest of the change has to be recorded before.
    """
    transaction.take_over()
    forget(transaction, order)
    if erasure is not None:
        transaction.keep_erasures([*transaction.erasures(), erasure])
    number = len(transaction.orders()) + 1
    transaction.overwrite(ERASING, {number: codec.encode(order)})
    transaction.forgets = True


def again(restored: Transaction, replaced: View | None) -> None:
    """Erase from a state that is put back whoever was erased since; the list of them goes along."""
    known = united(restored.erasures(), replaced.erasures() if replaced else ())
    for one in known:
        forget_person(restored, one.who(), one.change, one.event)
    restored.keep_erasures(known)
    if replaced is not None:
        restored.keep_written(latest(restored.written(), replaced.written()))


def withdraw_nobody(transaction: Transaction, act: Act) -> None:
    """Withdraw whoever was erased from what is not over, in a state that is put back: the seat frees."""
    for slug in transaction.slugs():
        event, people = transaction.event(slug), transaction.registrations(slug)
        left = [r for r in people.values() if r.active and erasing.is_nobody(r)]
        if not left or (event.over_at is not None and event.over_at <= act.at):
            continue
        for one in left:
            outcome = seats.cancel(transaction.event(slug), transaction.registrations(slug), one, act)
            transaction.keep(outcome.event, outcome.changed)


def forget(transaction: Transaction, order: Order, known: clearing.Cleared | None = None) -> None:
    """Take out of a file what an order says; what is not there changes nothing. `known` is as for `clear`."""
    if order.fields:
        clearing.clear(transaction, order.fields, known)
        return
    who = whom(order.places, several=order.several)
    forget_person(transaction, who, order.change, order.event, order.places)


Task = tuple[Order, clearing.Cleared]
"""An order, and what came of it in the states before."""


def forget_all(state: Transaction, data: Transaction, orders: Iterable[Task]) -> None:
    """Take out of an earlier state what `data` orders, and let it know who was erased. Raises `StoreDamaged`."""
    for order, known in orders:
        forget(state, order, known)
    state.keep_erasures(united(state.erasures(), data.erasures()))
    state.modernise()


def forget_person(
    transaction: Transaction,
    who: Whom,
    until: int,
    slug: str | None = None,
    known: Iterable[tuple[str, str]] = (),
) -> None:
    """Take a person out of a file, of one event only where `slug` says which.

    What was first written by a later change than `until` is of somebody who came again. `known` are names and addresses
    that are theirs whether or not they are on a list.
    """
    known = [*known]
    sought = Mentions(terms_of((name for name, _ in known), (email for _, email in known)))
    records, elsewhere = _records(transaction, slug, sought)
    places, others = {*known}, {*elsewhere}
    for one in records:
        again = _came_again(one.record, until)
        for name, email in erasing.names_in(one.record):
            theirs = who.is_(name, email, shared=one.shared) and not again
            (places if theirs else others).add((name, email))
    gone: Changes = {}
    for one in records:
        if not _came_again(one.record, until):
            _forget_in(transaction, one, who, gone)
    strike = _Strike(places, others)
    _forget_changes(transaction, gone, strike, slug)
    if slug is None:
        _forget_names_of_files(transaction, strike)
    _strike_all(transaction, strike, slug)


def _came_again(record: Registration | Membership, until: int) -> bool:
    return bool(record.history) and record.history[0].change > until


def _records(
    transaction: Transaction, slug: str | None, sought: Mentions
) -> tuple[list[_Record], list[tuple[str, str]]]:
    """Return whoever is on a list that may mention somebody, and the names and addresses on all others.

    Where nothing is known to look for, each list may.
    """
    found: list[_Record] = []
    elsewhere: list[tuple[str, str]] = []
    events = transaction.slugs()
    for name in events if slug is None else [slug] if slug in events else []:
        if not may_mention(transaction, REGISTRATIONS + name, sought):
            elsewhere += transaction.people(name)
            continue
        shared = transaction.event(name).shared_addresses
        people = transaction.registrations(name)
        found += [_Record(REGISTRATIONS + name, r, shared) for r in people.values()]
    for name in transaction.group_slugs() if slug is None else []:
        if not may_mention(transaction, MEMBERSHIPS + name, sought):
            elsewhere += transaction.people(name)
            continue
        members = transaction.memberships(name)
        found += [_Record(MEMBERSHIPS + name, m, False) for m in members.values()]
    return found, elsewhere


def may_mention(view: View, table: str, sought: Mentions) -> bool:
    """Whether a table can mention somebody; it can where that is not known without decoding it, or nobody is sought."""
    text = view.documents.text(table) if sought else None
    return text is None or sought.may_be_in(text)


def _forget_in(transaction: Transaction, one: _Record, who: Whom, gone: Changes) -> None:
    """Take a person out of a record that is, or was, theirs; note which changes say something of them."""
    record = one.record
    if not who.is_(record.name, record.email, shared=one.shared):
        after: Registration | Membership = (
            erasing.forgotten(record, who, shared=one.shared)
            if isinstance(record, Registration)
            else erasing.forgotten(record, who)
        )
        if after != record:
            gone[one.key] = erasing.changes_of(record, who, shared=one.shared)
            _put(transaction, one.table, {record.number: after})
        return
    gone[one.key] = None
    if isinstance(record, Registration):
        slug = one.table.removeprefix(REGISTRATIONS)
        recorded = attending.recorded_in(transaction.registrations(slug))
        event, record = erasing.anonymous(transaction.event(slug), record, recorded)
        _put(transaction, EVENT + slug, {1: event})
    else:
        record = erasing.without(record, erasing.everything_of(record))
    _put(transaction, one.table, {record.number: record})


def _put(transaction: Transaction, table: str, records: Mapping[int, object]) -> None:
    transaction.overwrite(table, {number: codec.encode(one) for number, one in records.items()})


# ------------------------------------------------------------- what was changed
def _forget_changes(transaction: Transaction, gone: Changes, strike: _Strike, slug: str | None) -> None:
    """Take out of the change records what each change did to somebody, so that no undo brings them back."""
    for name in clearing.tables_of_changes(transaction):
        text = transaction.documents.text(name)
        if (
            text is not None
            and not strike.any.may_be_in(text)
            and not any(f'"{of}"' in text for of, _ in gone)
        ):
            continue
        for number, document in clearing.present(transaction, name).items():
            after = _change(document, number, gone, strike, slug)
            if after != document:
                transaction.overwrite(name, {number: after})


def _change(
    document: Mapping[str, Any], number: int, gone: Changes, strike: _Strike, slug: str | None
) -> dict[str, Any]:
    records, theirs = {}, False
    for table, numbers in document.get("records", {}).items():
        left = {n: d for n, d in numbers.items() if not _is_gone(gone, table, n, number)}
        theirs = theirs or len(left) < len(numbers)
        if slug is None or table.partition(":")[2] == slug:
            left = erasing.struck(left, strike)
        if left:
            records[table] = left
    after = {
        name: value for name, value in document.items() if name != "records" and (name != "why" or not theirs)
    }
    after |= {"records": records} if records else {}
    return erasing.struck(after, strike) if slug is None else after


def _is_gone(gone: Changes, table: str, number: str, change: int) -> bool:
    if (table, number) not in gone:
        return False
    of = gone[table, number]
    return of is None or change in of


# ---------------------------------------------------------------- other words
class _Strike:
    """Takes somebody out of a text: addresses and names, but for those that others have as well.

    A name of one word may be another word, too: it goes only where it is all that a text says.
    """

    def __init__(self, places: set[tuple[str, str]], others: set[tuple[str, str]]) -> None:
        terms = terms_of((name for name, _ in places), (email for _, email in places))
        theirs = tuple(one for one in terms if not _is_of(one, others))
        self.any = Mentions(theirs)
        self._whole = {even(one.text.strip()) for one in theirs}
        self._mentions = Mentions(tuple(one for one in theirs if one.is_address or len(one.text.split()) > 1))

    def __call__(self, text: str) -> str:
        return STRUCK if even(text.strip()) in self._whole else self._mentions.struck(text)


def _is_of(term: Term, others: set[tuple[str, str]]) -> bool:
    if term.is_address:
        return same_address(term.text) in {same_address(email) for _, email in others}
    mentions, names = Mentions((term,)), (name for name, _ in others)
    if "@" in term.text or erasing.NOBODY in term.text:
        return erasing.NOBODY in term.text or any(map(mentions.within, names))
    return mentions.within("\n@\n".join(names))  # no name reaches across that, nor begins or ends differently


def _forget_names_of_files(transaction: Transaction, strike: _Strike) -> None:
    """Where a file was called after somebody, only the folder that it lies in is remembered."""
    written = transaction.written()
    named = latest(replace(one, path=_unnamed(one.path, strike)) for one in written)
    if {one.path for one in named} != {one.path for one in written}:
        transaction.keep_written(named)


def _unnamed(path: str, strike: _Strike) -> str:
    while strike.any.within(path) or strike.any.within(PurePath(path).stem):
        path = str(PurePath(path).parent)
    return path


def _strike_all(transaction: Transaction, strike: _Strike, slug: str | None) -> None:
    """Take mentions out of what people wrote anywhere: texts of events and groups, notes, reasons, who did what."""
    for name in list(transaction.documents):
        kind, colon, of = name.partition(":")
        ours = kind + colon
        if name in OF_NOBODY or ours == CHANGES or (slug is not None and of != slug):
            continue
        if not may_mention(transaction, name, strike.any):
            continue
        free = ours not in (EVENT, GROUP, *_PEOPLE) and name != LOG
        present = clearing.present(transaction, name)
        found = {n: erasing.struck(d, strike, free=free) for n, d in present.items()}
        transaction.overwrite(name, {n: d for n, d in found.items() if d != present[n]})
