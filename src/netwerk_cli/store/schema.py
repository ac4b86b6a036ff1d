"""The version of the file's schema, and the steps from each earlier version to the next.

An older file is brought up to date in memory when it is read, and written in the new shape with the next
change; reading alone never changes it. `docs/file-format.md` describes the present version.
"""

from __future__ import annotations

from collections.abc import Callable

from netwerk_cli.store.file.layout import Tables

Step = Callable[[Tables], None]


def _places_by_session(tables: Tables) -> None:
    """Since when somebody waits is kept by session: in schema 1 there was one moment for all of them.

    What the history said of that moment goes: no list of the past depends on it.
    """
    for name in [name for name in tables if name.startswith("registrations:")]:
        raw = tables.raw(name)
        if raw is not None and b'"waits_since"' not in raw:
            continue  # most tables, which stay undecoded
        for document in tables[name].values():
            since = document.get("waits_since")
            if isinstance(since, str):
                waited = document.get("waits_for") or document.get("sessions") or ()
                document["waits_since"] = dict.fromkeys(waited, since)
            for entry in document.get("history", ()):
                entry.get("changes", {}).pop("waits_since", None)


def _changes(tables: Tables) -> None:
    """Changes are counted from here on: there is nothing to do about earlier ones."""


def _announced(tables: Tables) -> None:
    """What has no session is a draft by itself from here on; what was announced so before stays announced."""
    for name in [name for name in tables if name.startswith("event:")]:
        raw = tables.raw(name)
        if raw is not None and (b'"sessions"' in raw or b'"draft"' in raw):
            continue  # most tables, which stay undecoded
        for document in tables[name].values():
            if not document.get("sessions"):
                document.setdefault("draft", False)


STEPS: tuple[Step, ...] = (_places_by_session, _changes, _announced)
"""Step n (counted from 1) turns schema n into schema n + 1, in place."""


def version() -> int:
    """Return the version that this program writes, and the newest it reads."""
    return len(STEPS) + 1


def migrate(tables: Tables, found: int) -> None:
    """Bring `tables` from schema `found` to the present one; bringing up to date is no reason to write."""
    for step in STEPS[found - 1 :]:
        step(tables)
        tables.rewritten()
    tables.dirty = False
