"""Who was erased: digests from which nobody can be told, and by which a state that is put back is erased again.

A digest is keyed with a salt that lies beside it. Whoever has the file and guesses an address can find out whether it
was erased; a slow digest would not end that, since the addresses of all who are on the lists have to be compared with
it. While an erasure is under way, what is looked for in the earlier states lies in the file too, so that the next
change can finish what a killed one began.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from netwerk_cli.domain.people import Whom, same_address, same_person
from netwerk_cli.domain.slugs import Slug
from netwerk_cli.records import field, record

_LENGTH = 32


@record
class Erasure:
    """One person who was erased, from one event or from all: digests of their addresses, and with their names.

    What was first written by a later change than `change` is of somebody who came again.
    """

    at: datetime
    change: int
    salt: str
    keys: tuple[str, ...]
    event: Slug | None = None

    def who(self) -> Whom:
        """Return whom it erased."""
        return Whom(
            addresses=lambda email: digest(self.salt, same_address(email)) in self.keys,
            people=lambda name, email: _of_both(self.salt, name, email) in self.keys,
        )


@record
class Order:
    """What is to be gone from the file and its earlier states: a person, or `fields` by table and number of a record.

    `places` are the names and addresses of the person, `several` those of others who share one of these.
    """

    change: int
    places: tuple[tuple[str, str], ...] = ()
    several: tuple[tuple[str, str], ...] = ()
    event: Slug | None = None
    fields: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)


def digest(salt: str, key: str) -> str:
    """Return the digest of an address, or of a name and an address (HMAC, RFC 2104, with SHA-256)."""
    import hmac  # loads OpenSSL, for what is asked where somebody was erased

    return hmac.digest(salt.encode(), key.encode(), "sha256").hex()[:_LENGTH]


def _of_both(salt: str, name: str, email: str) -> str:
    return digest(salt, same_person(name, email, shared_addresses=True))


def keys_of(salt: str, order: Order) -> tuple[str, ...]:
    """Return the digests of a person: of each address that is theirs alone, and of each name with its address."""
    shared = {same_address(email) for _, email in order.several}
    alone = {same_address(email) for _, email in order.places} - shared
    both = (_of_both(salt, name, email) for name, email in order.places)
    return tuple(sorted({*(digest(salt, one) for one in alone), *both}))


def united(*lists: Iterable[Erasure]) -> list[Erasure]:
    """Return all erasures once, the oldest first."""
    found = dict.fromkeys(one for some in lists for one in some)
    return sorted(found, key=lambda one: (one.at, one.change))
