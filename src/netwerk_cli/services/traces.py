"""Looking for somebody everywhere that something of them may be left: the proof that erasing them worked."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from netwerk_cli.domain import matching
from netwerk_cli.domain.mentioning import Mentions, Term, terms_of
from netwerk_cli.domain.people import same_address
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.errors import BadValue, FileMissing, NetwerkError
from netwerk_cli.exchange.traces import Looked, look, look_at
from netwerk_cli.services import persons
from netwerk_cli.services.caller import Caller
from netwerk_cli.wording import Wording

_LEAST = 2
"""How many letters or digits there have to be in what is looked for."""


class Checked(NamedTuple):
    """What was looked for, how many addresses and names that were, and what came of it."""

    addresses: int
    names: int
    looked: Looked


def check(caller: Caller, wanted: str, places: Sequence[Path] = ()) -> Checked:
    """Look for a person, or for a text, in files and folders; by default in all that netwerk keeps and knows of.

    Where the text is the name or address of one person, their other names and addresses are looked for, too. A data
    file that cannot be read is looked into all the same.

    Raises:
        BadValue: there is too little to look for.
        FileMissing: something that was named is not there.
    """
    if len(re.findall(r"\w", wanted)) < _LEAST:
        raise BadValue(field="--for", why=Wording("a name or an address is wanted"))
    for place in places:
        if not place.is_symlink() and not _exists(place):
            raise FileMissing(path=str(place))
    terms = known_as(caller, wanted)
    looked, mentions = Looked(), Mentions(terms)
    for place in places or _known(caller):
        look(place, mentions, looked)
    for name, data in () if places else caller.store.copies():
        look_at(name, data, mentions, looked)
    addresses = sum(term.is_address for term in terms)
    return Checked(addresses, len(terms) - addresses, looked)


def _known(caller: Caller) -> Iterator[Path]:
    """Yield where something of people may lie that netwerk keeps, or wrote and that is still there."""
    yield from (ours := caller.store.places())
    with contextlib.suppress(NetwerkError):  # a data file that cannot be read, which is looked into as it is
        for one in caller.store.written():
            if Path(one.path) not in ours and is_there(Path(one.path)):
                yield Path(one.path)


def is_there(path: Path) -> bool:
    """Whether something lies there, as far as may be known: in a folder that may not be looked into it may."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return True  # it is there, and may not be looked at, which is said


def known_as(caller: Caller, wanted: str) -> tuple[Term, ...]:
    """Return a text as what to look for, and what else the one person is called whose address or whole name it is."""
    typed = wanted.strip()
    names, addresses = ([], [typed]) if "@" in typed else ([typed], [])
    try:
        found = persons.everything(caller, wanted)
    except NetwerkError:  # nobody or several, or a data file that cannot be read
        return terms_of(names, addresses)
    if names and matching.fits(found.name, typed) != 1:
        return terms_of(names, addresses)
    people = [(found.name, found.email), *_called(found)]
    return terms_of([*names, *(n for n, _ in people)], [*addresses, *(e for _, e in people)])


def _called(found: persons.Person) -> Iterator[tuple[str, str]]:
    """Yield the names and addresses under which somebody is and was told something."""
    for _, placed in found.registrations:
        yield placed.registration.name, placed.registration.email
        yield from _told(placed.registration)
    for _, membership in found.memberships:
        yield membership.name, membership.email


def _told(registration: Registration) -> Iterator[tuple[str, str]]:
    key = same_address(registration.email)
    yield from ((one.name, one.email) for one in registration.told if same_address(one.email) == key)
