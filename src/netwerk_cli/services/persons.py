"""Everything about one person, over all events and groups."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial
from itertools import islice
from typing import NamedTuple

from netwerk_cli.domain import attending, matching, seats
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group, Membership
from netwerk_cli.domain.people import same_address
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.errors.lookup import AmbiguousPerson, PersonUnknown
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.registrations import Placed
from netwerk_cli.store import View

Fits = Callable[[str, str], bool]
"""Whether a name and an address are those of somebody who is looked for."""


class Place(NamedTuple):
    """Somebody on the list of an event or group, as `matching` sees people; the code says on which."""

    owner: Event | Group
    record: Registration | Membership
    position: int | None = None
    recorded: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The name on this list."""
        return self.record.name

    @property
    def email(self) -> str:
        """The address on this list."""
        return self.record.email

    @property
    def code(self) -> str:
        """The list and the code on it."""
        return f"{self.owner.slug} {self.record.code}"

    @property
    def active(self) -> bool:
        """Whether the person is on this list now."""
        return self.record.active


class Person(NamedTuple):
    """Somebody, and where they are or were: name and address as they were last given."""

    name: str
    email: str
    registrations: tuple[tuple[Event, Placed], ...]
    memberships: tuple[tuple[Group, Membership], ...]


def everything(caller: Caller, text: str) -> Person:
    """Return everything about the person that an address, a name or part of one fits; every event and group is asked.

    Raises:
        AmbiguousPerson: the name fits several addresses. PersonUnknown: nobody answers to it.
    """
    view = caller.read()
    address = same_address(text) if "@" in text else address_of(view, text)
    among = None if address is None else view.documents.lists_with(address)
    places = [*_places(view, caller, lambda _, email: same_address(email) == address, among)]
    if "@" not in text:
        places = [one for one in places if not _shared(one.owner) or matching.fits(one.name, text)]
    if not places:
        near = [*islice(_places(view, None, partial(matching.is_near, text)), matching.SUGGESTED)]
        raise PersonUnknown(nearest=matching.suggestion(near)).among(matching.listed(near))
    last = max(places, key=lambda one: (one.active, one.record.received_at))
    found = sorted(places, key=lambda one: one.record.received_at)
    return Person(
        name=last.name,
        email=last.email,
        registrations=tuple(
            (one.owner, Placed(one.record, one.position, one.recorded))
            for one in found
            if isinstance(one.owner, Event) and isinstance(one.record, Registration)
        ),
        memberships=tuple(
            (one.owner, one.record)
            for one in found
            if isinstance(one.owner, Group) and isinstance(one.record, Membership)
        ),
    )


def _shared(owner: Event | Group) -> bool:
    return isinstance(owner, Event) and owner.shared_addresses


def address_of(view: View, text: str) -> str | None:
    """Return the address of the one person that a name fits, None where it fits nobody. Raises `AmbiguousPerson`."""
    best, addresses = len(matching.FITS), dict[str, None]()
    for name, email in (one for slug in (*view.slugs(), *view.group_slugs()) for one in view.people(slug)):
        how = matching.fits(name, text)
        if 0 < how < best:
            best, addresses = how, {}
        if how == best:
            addresses[same_address(email)] = None
    if len(addresses) > 1:
        first = {*islice(addresses, matching.LISTED)}
        places = _places(view, None, lambda _, email: same_address(email) in first)
        found = {same_address(one.email): one for one in places}
        listed = matching.listed(found.values())
        raise AmbiguousPerson(count=len(addresses), matches=[*listed]).among(listed)
    return next(iter(addresses), None)


def _places(
    view: View, caller: Caller | None, fits: Fits, among: Collection[str] | None = None
) -> Iterator[Place]:
    """Yield everybody who fits; a list on which nobody does is not decoded. Places in queues only for a `caller`.

    `among` are the events and groups on whose lists they are, where that is known.
    """

    def is_on(slug: str) -> bool:
        return slug in among if among is not None else any(fits(*one) for one in view.people(slug))

    for slug in filter(is_on, view.slugs()):
        event, people = view.event(slug), view.registrations(slug)
        found = [r for r in people.values() if fits(r.name, r.email)]
        waits = caller is not None and any(r.waits for r in found)
        book = seats.Book(event, people, caller.now) if waits and caller is not None else None
        recorded = attending.recorded_in(people)
        yield from (Place(event, r, book.position(r) if book else None, recorded) for r in found)
    for slug in filter(is_on, view.group_slugs()):
        group = view.group(slug)
        yield from (Place(group, m) for m in view.memberships(slug).values() if fits(m.name, m.email))
