"""Which of the registrations of an event a list is of."""

from __future__ import annotations

from typing import NamedTuple

from netwerk_cli.domain.matching import folded
from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.services import values

_LOOKED_IN = ("name", "email", "organisation", "role", "note")


class Which(NamedTuple):
    """What is asked of a registration to be listed; nothing: that it is on the list.

    Who was cancelled or declined is listed with `everybody`, or where that `status` is asked for. `session` narrows
    to who has or waits for a seat in it, `find` to who has that text in what was said about them.
    """

    status: tuple[str, ...] = ()
    session: str | None = None
    organisation: str | None = None
    audience: str | None = None
    find: str | None = None
    everybody: bool = False

    def check(self) -> None:
        """Refuse a state that there is not. Raises `BadValue`."""
        for status in self.status:
            values.choice(status, Status, field="--status")

    def takes(self, registration: Registration) -> bool:
        """Whether a registration is listed."""
        r = registration
        return (
            (r.status in self.status if self.status else self.everybody or r.active)
            and (self.session is None or r.is_for(self.session))
            and _same(self.organisation, r.organisation)
            and _same(self.audience, r.audience)
            and (self.find is None or self._is_found(r))
        )

    def _is_found(self, registration: Registration) -> bool:
        wanted = folded(self.find or "")
        return any(wanted in folded(getattr(registration, name) or "") for name in _LOOKED_IN)


def _same(wanted: str | None, said: str | None) -> bool:
    return wanted is None or folded(wanted) == folded(said or "")
