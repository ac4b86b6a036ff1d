"""Erasing a person: withdrawn from what is not over, then gone from all that netwerk keeps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from netwerk_cli.domain import erasing, matching, memberships, seats
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.finding_people import find
from netwerk_cli.domain.groups import Group, Membership, MemberStatus
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.mentioning import Mentions, Term, terms_of
from netwerk_cli.domain.people import same_address, same_person
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.errors.lookup import AmbiguousPerson, PersonUnknown
from netwerk_cli.exchange.traces import Looked, look
from netwerk_cli.services import persons, traces
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.undoing import ERASED
from netwerk_cli.store import View, forgetting
from netwerk_cli.store.erasures import Erasure, Order, keys_of
from netwerk_cli.store.seam import MEMBERSHIPS, REGISTRATIONS
from netwerk_cli.store.transactions import Transaction
from netwerk_cli.store.written import Written
from netwerk_cli.wording import Wording

Called = tuple[str, str]
"""A name and an address."""


class Left(NamedTuple):
    """A list that somebody is erased from, and how they stood on it before."""

    owner: Event | Group
    record: Registration | Membership
    withdrawn: bool


class Result(NamedTuple):
    """Where somebody was erased, under their last name, and who moved up because of it.

    `terms` are what they are called."""

    name: str
    email: str
    left: tuple[Left, ...]
    promoted: tuple[tuple[Event, Registration], ...]
    terms: tuple[Term, ...]


class _Somebody(NamedTuple):
    """A person: what they are called, others who share an address with them, and the lists that they are on."""

    places: tuple[Called, ...]
    several: tuple[Called, ...]
    here: tuple[tuple[Event | Group, Registration | Membership], ...]


class _On(NamedTuple):
    """One name and address on a list; `now` says whether they have the record still."""

    owner: Event | Group
    record: Registration | Membership
    called: Called
    now: bool

    @property
    def shared(self) -> bool:
        return isinstance(self.owner, Event) and self.owner.shared_addresses


def erase(
    caller: Caller, person: str, *, event: str | None = None, reason: str | None = None, salt: str
) -> Result:
    """Erase the person that an address, a name or part of one fits, from everything or from one event.

    With an event a code will do as well. `salt` keys the digests by which a state that is put back is erased again.

    Raises:
        AmbiguousPerson, Ambiguous: it fits several people. PersonUnknown, PersonNotFound: it fits nobody.
    """
    with caller.change() as transaction:
        who = _found(caller, transaction, person, event)
        act = caller.signed(caller.zone, reason)
        transaction.note(act.entry(ERASED))
        promoted: list[tuple[Event, Registration]] = []
        left = [_withdrawn(caller, transaction, *one, promoted, reason) for one in who.here]
        transaction.record(act)
        order = Order(change=transaction.change_number, places=who.places, several=who.several, event=event)
        known = transaction.erasures()
        key = known[-1].salt if known else salt
        if not caller.dry_run:  # what it comes to is known, and taking it out of every text takes long
            forgetting.erase(
                transaction,
                order,
                Erasure(at=act.at, change=order.change, salt=key, keys=keys_of(key, order), event=event),
            )
    name, email = who.places[0]
    terms = terms_of((name for name, _ in who.places), (email for _, email in who.places))
    return Result(name, email, tuple(left), tuple(promoted), terms)


# ------------------------------------------------------------- withdrawing
def _withdrawn(
    caller: Caller,
    transaction: Transaction,
    owner: Event | Group,
    record: Registration | Membership,
    promoted: list[tuple[Event, Registration]],
    reason: str | None,
) -> Left:
    """Withdraw somebody from a list where it is not over; whoever moves up is `promoted`."""
    act = caller.act(owner, reason)
    if isinstance(owner, Group) and isinstance(record, Membership):
        after = _gone(owner, record, act)
        transaction.keep_group(owner, [after])
        return Left(owner, record, after is not record)
    assert isinstance(owner, Event) and isinstance(record, Registration)  # noqa: S101, PT018 (the other pair)
    if not record.active or (owner.over_at is not None and owner.over_at <= act.at):
        return Left(owner, record, False)
    slug = owner.slug
    outcome = seats.cancel(transaction.event(slug), transaction.registrations(slug), record, act)
    transaction.keep(outcome.event, outcome.changed)
    promoted += [(outcome.event, r) for r in outcome.promoted]
    return Left(owner, record, True)


def _gone(group: Group, membership: Membership, act: Act) -> Membership:
    match membership.status:
        case MemberStatus.MEMBER:
            return memberships.leave(group, membership, act)
        case MemberStatus.REQUESTED:
            return memberships.withdraw(group, membership, act)
        case MemberStatus.LEFT | MemberStatus.WITHDRAWN | MemberStatus.DECLINED:
            return membership


# ----------------------------------------------------------------- finding
def _found(caller: Caller, view: View, person: str, slug: str | None) -> _Somebody:
    """Return whom a text means. Raises as `erase`."""
    if slug is None:
        address, names = _address(caller, view, person), None
        everybody = [*_everybody(view, slug, address)]
    else:
        everybody = [*_everybody(view, slug)]
        event = view.event(slug)
        one = _in_event(everybody, person) or _by_code(event, view, person)
        address, names = same_address(one[1]), {one[0]} if event.shared_addresses else None
    same = [one for one in everybody if same_address(one.called[1]) == address]
    if names is None and "@" not in person:
        names = {one.called[0] for one in same if matching.fits(one.called[0], person)}
    theirs = [one for one in same if not one.shared or names is None or _is_called(one.called[0], names)]
    if not theirs:  # what is left of somebody who was erased
        raise PersonUnknown(nearest="")
    _refuse_several(theirs)
    places = dict.fromkeys(one.called for one in sorted(theirs, key=_order, reverse=True))
    others = dict.fromkeys(one.called for one in same if one not in theirs)
    here = tuple((one.owner, one.record) for one in theirs if one.now)
    return _Somebody(tuple(places), tuple(others), here)


def _order(one: _On) -> tuple[bool, bool, float]:
    return one.now, one.record.active, one.record.received_at.timestamp()


def _is_called(name: str, names: set[str]) -> bool:
    keys = {same_person(one, "", shared_addresses=True) for one in names}
    return same_person(name, "", shared_addresses=True) in keys


def _everybody(view: View, slug: str | None, address: str | None = None) -> Iterator[_On]:
    """Yield who is or was on which list; of lists that do not mention `address`, where it is given, nobody."""
    sought = Mentions(terms_of((), () if address is None else [address]))
    for name in view.slugs() if slug is None else [slug]:
        if forgetting.may_mention(view, REGISTRATIONS + name, sought):
            event = view.event(name)
            for r in view.registrations(name).values():
                yield from _called(event, r)
    for name in view.group_slugs() if slug is None else []:
        if forgetting.may_mention(view, MEMBERSHIPS + name, sought):
            group = view.group(name)
            for m in view.memberships(name).values():
                yield from _called(group, m)


def _called(owner: Event | Group, record: Registration | Membership) -> Iterator[_On]:
    if not erasing.is_nobody(record):
        yield _On(owner, record, (record.name, record.email), True)
    own = same_address(record.email)
    for name, email in erasing.names_in(record):
        if same_address(email) != own:
            yield _On(owner, record, (name, email), False)


def _address(caller: Caller, view: View, person: str) -> str:
    if "@" in person:
        address = same_address(person)
        if not any(same_address(one.called[1]) == address for one in _everybody(view, None, address)):
            persons.everything(caller, person)  # which says who is nearly meant
        return address
    found = persons.address_of(view, person)
    if found is not None:
        return found
    everybody = [*_everybody(view, None)]
    former = {same_address(one.called[1]) for one in everybody if matching.fits(one.called[0], person)}
    if len(former) > 1:
        raise AmbiguousPerson(count=len(former), matches=_codes(everybody, former))
    if not former:
        return same_address(persons.everything(caller, person).email)  # which says who is nearly meant
    return former.pop()


def _codes(everybody: list[_On], addresses: set[str]) -> list[str]:
    codes = (
        f"{one.owner.slug} {one.record.code}" for one in everybody if same_address(one.called[1]) in addresses
    )
    return [*islice(dict.fromkeys(codes), matching.LISTED)]


def _in_event(everybody: list[_On], person: str) -> Called | None:
    """Return who had a registration of an event before somebody else, where that is whom a text means exactly."""
    key = same_address(person)
    gone = {one.called for one in everybody if not one.now and key in map(same_address, one.called)}
    here = {one.called for one in everybody if one.now and key in map(same_address, one.called)}
    return gone.pop() if len(gone) == 1 and not here else None


def _by_code(event: Event, view: View, person: str) -> Called:
    found = find(
        view.registrations(event.slug), person, event=event.slug, shared_addresses=event.shared_addresses
    )
    return found.name, found.email


def _refuse_several(theirs: list[_On]) -> None:
    """Raise `AmbiguousPerson` where an address is shared by several people of one list."""
    names = {same_person(one.called[0], "", shared_addresses=True): one for one in theirs if one.shared}
    if len(names) > 1:
        codes = [f"{one.owner.slug} {one.record.code}" for one in names.values()]
        raise AmbiguousPerson(count=len(names), matches=codes).among(
            {code: one.called[0] for code, one in zip(codes, names.values(), strict=True)}
        )


# ---------------------------------------------------------- what is elsewhere
GONE = Wording("it is not there any more")


class Elsewhere(NamedTuple):
    """A file or folder that netwerk wrote and does not clean: what it is, when, and what is in it.

    `holds` says whether the person is found in it: None where it is not there, or cannot be looked into (`why`).
    """

    path: str
    kind: str
    at: datetime
    holds: bool | None
    why: str | None = None


def elsewhere(caller: Caller, terms: tuple[Term, ...]) -> tuple[Elsewhere, ...]:
    """Return what netwerk wrote and no erasure reaches: backups, exports, calendars, messages; the oldest first."""
    return tuple(_looked_into(one, Mentions(terms)) for one in caller.store.written())


def _looked_into(one: Written, mentions: Mentions) -> Elsewhere:
    if not traces.is_there(Path(one.path)):
        return Elsewhere(one.path, one.kind, one.at, None, GONE)
    looked = Looked()
    look(Path(one.path), mentions, looked)
    why = looked.unread[0].why if looked.unread else None
    return Elsewhere(one.path, one.kind, one.at, True if looked.traces else None if why else False, why)
