"""What a restored state takes over from the one it replaces, so that no code and no name is given to another."""

from __future__ import annotations

from dataclasses import replace

from netwerk_cli.domain.history import Entry, given_numbers
from netwerk_cli.store.transactions import Transaction
from netwerk_cli.store.views import MEMBERSHIPS, REGISTRATIONS, View


def succeed(restored: Transaction, replaced: View | None, entry: Entry) -> None:
    """Let numbers and names in `restored` go on where `replaced` was, and write `entry` into its log.

    What cannot be read of the replaced state has nothing to take over.
    """
    restored.change_number = max(view.last_change() for view in (restored, replaced) if view) + 1
    restored.keep_log([*(replaced.log() if replaced else ()), *restored.log()], entry)
    if replaced is None:
        return
    events, groups = set(restored.slugs()), set(restored.group_slugs())
    removed = restored.retired()
    names = {*replaced.slugs(), *replaced.group_slugs(), *replaced.retired()} - events - groups
    for slug in sorted(names):
        restored.retire(slug, max(highest(replaced, slug), removed.get(slug, 0)))
    for slug in sorted(events | groups):
        own, other = highest(restored, slug), highest(replaced, slug)
        if other > own:
            mark = replace(entry, changes={"number": (own, other)})
            if slug in events:
                event = restored.event(slug)
                restored.keep(replace(event, history=(*event.history, mark)))
            else:
                group = restored.group(slug)
                restored.keep_group(replace(group, history=(*group.history, mark)))


def highest(view: View, slug: str) -> int:
    """Return the highest number that was ever given in an event or group, removed or not; 0 where none was."""
    if slug in view.slugs():
        numbers, history = view.numbers(REGISTRATIONS + slug), view.event(slug).history
    elif slug in view.group_slugs():
        numbers, history = view.numbers(MEMBERSHIPS + slug), view.group(slug).history
    else:
        return view.retired().get(slug, 0)
    return max((*numbers, *given_numbers(history)), default=0)
