"""Whom somebody means by a code, an address or a name, and under which names a registration stood before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from netwerk_cli.domain import matching
from netwerk_cli.domain.history import Entry, changing
from netwerk_cli.domain.people import same_address
from netwerk_cli.domain.registrations import Registration, Registrations
from netwerk_cli.errors.lookup import Ambiguous, HandedOver, PersonNotFound


def find(
    registrations: Registrations, person: str, *, event: str, shared_addresses: bool = False
) -> Registration:
    """Return the registration that `person` (a code such as r17, an e-mail address, a name or part of one) names.

    Active registrations go before cancelled and declined ones, later ones of an address before earlier.

    Raises:
        PersonNotFound: nobody answers to it. HandedOver: somebody did, until a substitute took over.
        Ambiguous: several active registrations share the address (where addresses may be shared, any several), or
        the name fits several people.
    """
    wanted = person.strip()
    if wanted[1:].isascii() and wanted[1:].isdigit() and len(wanted) < 12:
        found = registrations.get(int(wanted[1:]))
        if found is not None and found.code == wanted.lower():
            return found
    address = same_address(wanted)
    matches = [r for r in registrations.values() if same_address(r.email) == address]
    active = [r for r in matches if r.active]
    several = matches if shared_addresses else active
    if matches and len(several) < 2:
        return (active or sorted(matches, key=lambda r: r.turn))[-1]
    several = several or matching.named(registrations.values(), wanted)
    if len(several) == 1:
        return several[0]
    if several:
        raise Ambiguous(event=event, matches=[r.code for r in several]).among(matching.listed(several))
    _refuse_handed_over(registrations, wanted, event)
    near = matching.near(registrations.values(), wanted)
    raise PersonNotFound(event=event, nearest=matching.suggestion(near)).among(matching.listed(near))


def _refuse_handed_over(registrations: Registrations, wanted: str, event: str) -> None:
    """Raise `HandedOver` for the name or address of somebody whose registration went to a substitute."""
    keys = same_address(wanted), matching.folded(wanted)
    left = (
        one
        for one in former(registrations)
        if same_address(one.email) == keys[0] or matching.folded(one.name) == keys[1]
    )
    last = max(left, key=lambda one: one.entry.at, default=None)
    if last is not None and last.entry.what == "substituted":
        raise HandedOver(event=event, registration=last.code, at=last.entry.at)


class Former(NamedTuple):
    """Under which name and address a registration stood until a line of its history."""

    number: int
    name: str
    email: str
    entry: Entry

    @property
    def code(self) -> str:
        """The code of the registration."""
        return f"r{self.number}"


_CALLED = frozenset({"name", "email"})


def former(registrations: Registrations) -> Iterator[Former]:
    """Yield the names and addresses that registrations no longer have, the oldest of each last."""
    for r in registrations.values():
        name, email = r.name, r.email
        for entry in changing(r.history, _CALLED):
            name = str(entry.changes.get("name", (name,))[0])
            email = str(entry.changes.get("email", (email,))[0])
            yield Former(r.number, name, email, entry)
