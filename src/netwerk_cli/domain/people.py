"""Who counts as the same person."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

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
