"""Events and groups as what materials and milestones belong to: both answer to a slug, unique among all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group, Membership
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.errors.lookup import OwnerNotFound
from netwerk_cli.records import record
from netwerk_cli.services.caller import Caller
from netwerk_cli.store import View
from netwerk_cli.wording import nearest

if TYPE_CHECKING:
    from netwerk_cli.store.transactions import Transaction

Owner = Event | Group
Person = Registration | Membership


@record
class Changed:
    """An event or group before and after a change."""

    before: Owner
    after: Owner

    @property
    def changed(self) -> bool:
        """Whether it differs."""
        return self.before != self.after


def find(view: View, slug: str) -> Owner:
    """Return the event or group of this name. Raises `OwnerNotFound`."""
    if (found := standing(view, slug)) is not None:
        return found
    raise OwnerNotFound(owner=slug, nearest=nearest(slug, [*view.slugs(), *view.group_slugs()]))


def standing(view: View, slug: str) -> Owner | None:
    """Return the event or group of this name; None where there is none any more."""
    if slug in view.slugs():
        return view.event(slug)
    return view.group(slug) if slug in view.group_slugs() else None


def listing(view: View, slug: str | None = None) -> list[Owner]:
    """Return one event or group, or all events and then all groups, in the order in which they were made."""
    return [find(view, slug)] if slug is not None else [*view.events(), *view.groups()]


def change(caller: Caller, slug: str, ask: Callable[[Owner, Act], Owner]) -> Changed:
    """Ask the rules about an event or group as it is now, and keep what comes of it."""
    with caller.change(slug) as transaction:
        before = find(transaction, slug)
        found = Changed(before=before, after=ask(before, caller.act(before)))
        if found.changed:
            keep(transaction, found.after)
    return found


def people(view: View, owner: Owner) -> Mapping[int, Person]:
    """Return the people of an event or group by number."""
    return view.registrations(owner.slug) if isinstance(owner, Event) else view.memberships(owner.slug)


def keep(transaction: Transaction, owner: Owner, people: Iterable[Person] = ()) -> None:
    """Keep an event or group, and those of its people that changed."""
    if isinstance(owner, Event):
        transaction.keep(owner, [one for one in people if isinstance(one, Registration)])
    else:
        transaction.keep_group(owner, [one for one in people if isinstance(one, Membership)])
