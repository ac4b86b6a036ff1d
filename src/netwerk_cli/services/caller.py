"""Who calls, when, on which file: everything a use case takes from outside."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from netwerk_cli.domain import moments, texts
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.history import Act
from netwerk_cli.records import record
from netwerk_cli.store import Store, View

if TYPE_CHECKING:
    from netwerk_cli.store.transactions import Transaction


@record
class Caller:
    """The outside of a use case. `now` is an aware instant, `zone` the IANA zone for new events.

    `config` is where settings are read from.
    """

    store: Store
    now: datetime
    by: str
    zone: str
    dry_run: bool = False
    config: Path | None = None

    def act(self, to: Event | Group, why: str | None = None) -> Act:
        """Return the signature for what is done now to an event or a group, at the time its clocks show.

        Raises:
            BadValue: the reason is empty, too long or not text.
        """
        return self.signed(to.timezone, why)

    def signed(self, zone: str, why: str | None = None) -> Act:
        """Return the signature for what is done now to the file as a whole. Raises as `act`."""
        return Act(
            at=moments.in_zone(self.now, zone),
            by=texts.signature(self.by),
            why=None if why is None else texts.line(why, field="--reason"),
        )

    def guard(self, target: Path) -> None:
        """Refuse a place for a result where something of ours lies. Raises `TargetInUse`."""
        self.store.guard(target, config=self.config)

    def read(self) -> View:
        """Return what the data file holds."""
        return self.store.read()

    @contextlib.contextmanager
    def change(self, about: str | None = None) -> Iterator[Transaction]:
        """Hold the event or group of that name for a change, or everything; with `dry_run` it is only looked at."""
        with self.store.change(self.signed(self.zone), about, dry_run=self.dry_run) as transaction:
            yield transaction
