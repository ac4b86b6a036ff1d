"""The version of the file's schema, and the steps from each earlier version to the next.

An older file is brought up to date in memory when it is read, and written in the new shape with the next
change; reading alone never changes it. `docs/file-format.md` describes the present version.
"""

from __future__ import annotations

from collections.abc import Callable

from netwerk_cli.store.layout import Tables

Step = Callable[[Tables], None]

STEPS: tuple[Step, ...] = ()
"""Step n (counted from 1) turns schema n into schema n + 1, in place."""


def version() -> int:
    """Return the version that this program writes, and the newest it reads."""
    return len(STEPS) + 1


def migrate(tables: Tables, found: int) -> None:
    """Bring `tables` from schema `found` to the present one; bringing up to date is no reason to write."""
    for step in STEPS[found - 1 :]:
        step(tables)
    tables.dirty = False
