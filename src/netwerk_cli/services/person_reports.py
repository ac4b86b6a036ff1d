"""All that is kept of one person (article 15 of the GDPR): on lists, in histories, in what they shared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from netwerk_cli.domain import expiry, questions, turns
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group, Membership
from netwerk_cli.domain.history import Entry
from netwerk_cli.domain.materials import Material
from netwerk_cli.domain.people import same_address, same_name
from netwerk_cli.domain.personal_data import Keeping
from netwerk_cli.domain.questions import as_mapping
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.domain.retention import Retention
from netwerk_cli.errors.lookup import PersonUnknown
from netwerk_cli.records import replace
from netwerk_cli.services import persons
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.owners import Owner
from netwerk_cli.services.persons import Person
from netwerk_cli.services.registrations import Placed
from netwerk_cli.store import View


class Until(NamedTuple):
    """Until when what is kept of somebody on one list is kept: by field; None while no term runs."""

    field: str
    at: datetime | None


class Stay(NamedTuple):
    """A registration with all that is kept of it; of its past what is of this person, see `turns`."""

    event: Event
    placed: Placed
    until: tuple[Until, ...]


class Membered(NamedTuple):
    """A membership with all that is kept of it."""

    group: Group
    membership: Membership
    until: tuple[Until, ...]


class Former(NamedTuple):
    """A registration that is somebody else's by now, with that of its past which is of this person."""

    event: Event
    registration: Registration


class Report(NamedTuple):
    """All that is kept of one person. `organises` are the events and groups that name them as an organiser."""

    name: str
    email: str
    stays: tuple[Stay, ...]
    memberships: tuple[Membered, ...]
    former: tuple[Former, ...]
    materials: tuple[tuple[Owner, Material], ...]
    organises: tuple[Owner, ...]


def report(caller: Caller, text: str, retention: Retention) -> Report:
    """Return all that is kept of the person that an address, a name or part of one fits.

    Raises:
        AmbiguousPerson: the name fits several addresses. PersonUnknown: nobody answers to it, not even in a history.
    """
    view = caller.read()
    found, unknown = _on_lists(caller, text)
    former = tuple(_former(view, found))
    if unknown is not None and not former:
        raise unknown
    owners: list[Owner] = [*view.events(), *view.groups()]
    return Report(
        name=found.name,
        email=found.email,
        stays=tuple(_stay(view, event, placed, retention) for event, placed in found.registrations),
        memberships=tuple(_membered(group, one, retention) for group, one in found.memberships),
        former=former,
        materials=tuple((o, m) for o in owners for m in o.materials if _shared(m, found)),
        organises=tuple(o for o in owners if any(_names(text, found) for text in o.organisers)),
    )


def _on_lists(caller: Caller, text: str) -> tuple[Person, PersonUnknown | None]:
    """Return somebody as they are on lists; of an address that is on none, that it is not, and the address."""
    try:
        return persons.everything(caller, text), None
    except PersonUnknown as unknown:
        if "@" not in text:
            raise
        return Person(name="", email=text.strip(), registrations=(), memberships=()), unknown


# --------------------------------------------------------------------- how long
def _stay(view: View, event: Event, placed: Placed, retention: Retention) -> Stay:
    since = expiry.of_event(event, view.registrations(event.slug).values())
    special = {one.id for one in event.questions if one.special}
    held = expiry.held(placed.registration, special)
    own = placed._replace(registration=turns.of(placed.registration, placed.registration.email))
    return Stay(event, own, _until(retention, held, since, event.timezone, event.slug))


def _membered(group: Group, one: Membership, retention: Retention) -> Membered:
    since = expiry.of_membership(one)
    return Membered(group, one, _until(retention, expiry.held(one), since, group.timezone))


def _until(
    retention: Retention,
    held: Iterable[tuple[Keeping, str]],
    since: datetime | None,
    zone: str,
    event: str | None = None,
) -> tuple[Until, ...]:
    return tuple(
        Until(name, None if since is None else retention.of(keeping, name, event).after(since, zone))
        for keeping, name in held
    )


# -------------------------------------------------------------------- elsewhere
def _former(view: View, person: Person) -> Iterator[Former]:
    """Yield registrations that this person had before somebody else took them over."""
    own = {(event.slug, p.registration.number) for event, p in person.registrations}
    for slug in view.slugs():
        for one in view.registrations(slug).values():
            past = turns.of(one, person.email)
            if (slug, one.number) not in own and past.history:
                yield Former(view.event(slug), past)


def _shared(material: Material, person: Person) -> bool:
    return any(_names(text, person) for text in (material.contributor, material.answered_by) if text)


def _names(text: str, person: Person) -> bool:
    """Whether a text is the name of somebody, or holds their address."""
    if same_address(person.email) in same_address(text):
        return True
    return bool(person.name) and same_name(text) == same_name(person.name)


def whole(entry: Entry) -> Entry:
    """Return a line of history with each answer apart, special or not: it is shown to whom it is about."""
    if "answers" not in entry.changes:
        return entry
    before, after = (as_mapping(side) for side in entry.changes["answers"])
    plain = tuple(questions.Question(id=id, text=id) for id in {**before, **after})
    return questions.told(plain, entry) if plain else replace(entry, changes={})
