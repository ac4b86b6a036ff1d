"""Who mail and invitations come from: the address that answers go to."""

from __future__ import annotations

from netwerk_cli.domain import texts
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group
from netwerk_cli.errors import BadValue
from netwerk_cli.records import record


@record
class Sender:
    """An address, and the name that stands beside it."""

    email: str
    name: str | None = None


def read(text: str, *, field: str) -> Sender:
    """Read `Naam <naam@example.org>`, or an address alone. Raises `BadValue`."""
    cleaned = texts.line(text, field=field)
    before, opened, behind = cleaned.rpartition("<")
    if not opened or not behind.endswith(">"):
        return Sender(email=texts.email(cleaned, field=field))
    return Sender(email=texts.email(behind[:-1], field=field), name=before.strip(' "') or None)


def sender_of(owner: Event | Group, configured: Sender | None) -> Sender | None:
    """Return who mail and invitations of an event or group come from.

    That is the address of the settings, else the first organiser who is written with one; None where there is none.
    An address of the settings without a name gets that of the first organiser.
    """
    if configured is not None:
        own = next(iter(owner.organisers), None)
        return configured if configured.name else Sender(email=configured.email, name=own)
    for organiser in owner.organisers:
        if "@" in organiser:
            try:
                return read(organiser, field="--organiser")
            except BadValue:
                continue
    return None
