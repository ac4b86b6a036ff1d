"""Events and groups as what materials and milestones belong to: both answer to a slug, unique among all."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.history import Act
from netwerk_cli.errors import OwnerNotFound, nearest
from netwerk_cli.services.caller import Caller
from netwerk_cli.store import Transaction, View

Owner = Event | Group


class Changed(NamedTuple):
    """An event or group before and after a change."""

    before: Owner
    after: Owner

    @property
    def changed(self) -> bool:
        """Whether it differs."""
        return self.before != self.after


def find(view: View, slug: str) -> Owner:
    """Return the event or group of this name. Raises `OwnerNotFound`."""
    if slug in view.slugs():
        return view.event(slug)
    if slug in view.group_slugs():
        return view.group(slug)
    raise OwnerNotFound(owner=slug, nearest=nearest(slug, [*view.slugs(), *view.group_slugs()]))


def listing(view: View, slug: str | None = None) -> list[Owner]:
    """Return one event or group, or all events and then all groups, in the order in which they were made."""
    return [find(view, slug)] if slug is not None else [*view.events(), *view.groups()]


def change(caller: Caller, slug: str, ask: Callable[[Owner, Act], Owner]) -> Changed:
    """Ask the rules about an event or group as it is now, and keep what comes of it."""
    with caller.change(slug) as transaction:
        before = find(transaction, slug)
        found = Changed(before, ask(before, caller.act(before)))
        if found.changed:
            _keep(transaction, found.after)
    return found


def _keep(transaction: Transaction, owner: Owner) -> None:
    if isinstance(owner, Event):
        transaction.keep(owner)
    else:
        transaction.keep_group(owner)
