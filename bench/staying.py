"""A desk that stays: one process that registers several people, one by one, when it is told to begin.

    staying.py PLACE EVENT COUNT NAME

It says that it is ready, waits for a line, and then says how many seconds its slowest change took.
"""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime

from netwerk_cli.services import registering
from netwerk_cli.services.caller import Caller
from netwerk_cli.store import store_at

NOW = datetime(2030, 1, 10, 9, tzinfo=UTC)
PATIENCE_S = 120.0


def main(place: str, event: str, count: str, name: str) -> None:
    """Register `count` people called after `name`, each through a store of its own, as commands do."""
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    slowest = 0.0
    for number in range(int(count)):
        started = time.perf_counter()
        store = store_at(place, lock_timeout_s=PATIENCE_S)
        who = {"name": f"{name} {number}", "email": f"{name}.{number}@example.org"}
        registering.add(Caller(store=store, now=NOW, by="bench", zone="Europe/Brussels"), event, who)
        store.close()
        slowest = max(slowest, time.perf_counter() - started)
    sys.stdout.write(f"{slowest}\n")


main(*sys.argv[1:])
