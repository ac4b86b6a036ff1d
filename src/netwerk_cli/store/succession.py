"""What a restored state takes over from the one it replaces, so that no code and no name is given to another."""

from __future__ import annotations

from netwerk_cli.domain.history import Entry
from netwerk_cli.domain.materials import NUMBERS
from netwerk_cli.records import replace
from netwerk_cli.store.codec import Retired
from netwerk_cli.store.transactions import Transaction
from netwerk_cli.store.views import View

_TOLD = {
    "last_number": "number",
    "last_material": NUMBERS["materials"],
    "last_milestone": NUMBERS["milestones"],
}
"""By which name a line of history tells each of the highest numbers."""


def succeed(restored: Transaction, replaced: View | None, entry: Entry) -> None:
    """Let numbers and names in `restored` go on where `replaced` was, and write `entry` into its log.

    What cannot be read of the replaced state has nothing to take over.
    """
    restored.change_number = max(view.last_change() for view in (restored, replaced) if view) + 1
    restored.keep_log([*(replaced.log() if replaced else ()), *restored.log()], entry)
    if replaced is None:
        return
    events, groups = set(restored.slugs()), set(restored.group_slugs())
    names = {*replaced.slugs(), *replaced.group_slugs(), *replaced.retired()} - events - groups
    for slug in sorted(names):
        own = restored.given(slug)
        last = {name: other for name, (_, other) in _higher(own, replaced.given(slug)).items()}
        restored.retire(replace(own, **last))  # type: ignore[arg-type]
    for slug in sorted(events | groups):
        higher = _higher(restored.given(slug), replaced.given(slug))
        if higher:
            mark = replace(entry, changes={_TOLD[name]: pair for name, pair in higher.items()})
            if slug in events:
                event = restored.event(slug)
                restored.keep(replace(event, history=(*event.history, mark)))
            else:
                group = restored.group(slug)
                restored.keep_group(replace(group, history=(*group.history, mark)))


def _higher(own: Retired, other: Retired) -> dict[str, tuple[int, int]]:
    """Return what was given in `own` and what in `other`, where that is more."""
    pairs = {name: (getattr(own, name), getattr(other, name)) for name in _TOLD}
    return {name: (was, now) for name, (was, now) in pairs.items() if now > was}
