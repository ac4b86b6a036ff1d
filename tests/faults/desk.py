"""A process that registers people in a database, and says whom: python desk.py ADDRESS EVENT NAME COUNT."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime

from netwerk_cli.domain import seats
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.seats import Request
from netwerk_cli.errors import NetwerkError
from netwerk_cli.store import store_at

ACT = Act(at=datetime(2024, 1, 10, 9, tzinfo=UTC), by="organiser")


def main(address: str, slug: str, name: str, count: str) -> None:
    store = store_at(address, lock_timeout_s=20)
    for number in range(int(count)):
        who = f"{name}{number}"
        try:
            with store.change(ACT, slug) as transaction:
                event, people = transaction.event(slug), transaction.registrations(slug)
                request = Request(name=f"{who} Voorbeeld", email=f"{who}@example.org", received_at=ACT.at)
                outcome = seats.register(event, people, request, ACT)
                transaction.keep(outcome.event, outcome.changed)
        except NetwerkError:
            time.sleep(0.3)
        else:
            print(who, flush=True)  # noqa: T201 (the parent reads it)


main(*sys.argv[1:])
