"""Who counts as the same person."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection
from functools import lru_cache

from netwerk_cli.records import record

NOWHERE = "@erased.invalid"
"""Behind the code of who was erased it makes an address that nobody has (RFC 2606 §2)."""


@lru_cache(maxsize=100_000)
def same_address(value: str) -> str:
    """Return the key under which addresses count as the same: trimmed, normalised (NFKC), case-folded."""
    if value.isascii():
        return value.strip().lower()  # the same, sooner
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", value.strip()).casefold())


def same_person(name: str, address: str, *, shared_addresses: bool) -> str:
    """Return the key of a person within one event: the address, or name and address where addresses are shared."""
    key = same_address(address)
    return f"{key}\n{' '.join(same_address(name).split())}" if shared_addresses else key


def same_name(name: str) -> str:
    """Return the key under which names count as written alike: "Nepstra, Testine" and "Testine Nepstra"."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(sorted(letters.split()))


@record
class Whom:
    """Who is to be erased: by address, and where several people share one by name and address (`same_person`)."""

    addresses: Callable[[str], bool]
    people: Callable[[str, str], bool]

    def is_(self, name: str, email: str, *, shared: bool) -> bool:
        """Whether a name and an address are theirs."""
        return self.people(name, email) or (not shared and self.addresses(email))


def whom(places: Collection[tuple[str, str]], *, several: Collection[tuple[str, str]] = ()) -> Whom:
    """Return who answers to these names and addresses; `several` are others who share an address with them."""
    emails = {same_address(email) for _, email in places}
    keys = {same_person(name, email, shared_addresses=True) for name, email in places}
    shared = {same_address(email) for _, email in several}
    return Whom(
        addresses=lambda email: same_address(email) in emails and same_address(email) not in shared,
        people=lambda name, email: same_person(name, email, shared_addresses=True) in keys,
    )
