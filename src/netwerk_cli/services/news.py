"""Members of groups who are to hear of something new: who, recording that they did, and which messages there were."""

from __future__ import annotations

from collections.abc import Callable

from netwerk_cli.domain import news
from netwerk_cli.domain.groups import Group, Membership, Memberships
from netwerk_cli.domain.news import News
from netwerk_cli.domain.told import How, Message, MessageKind
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.mail import Wanted
from netwerk_cli.store import View

Rule = Callable[[Group, Memberships], list[News]]
"""What says who is to hear what."""


def of_a_group(caller: Caller, slug: str | None) -> bool:
    """Whether a name is that of a group."""
    return slug is not None and slug in caller.read().group_slugs()


def due(view: View, wanted: Wanted) -> list[tuple[Group, News]]:
    """Return which members are to hear what, group by group; of an event, nobody.

    Raises:
        MemberNotFound, AmbiguousMember: a person of the group that was named. BadValue: there is no such kind.
    """
    return _each(view, wanted, news.due)


def uncertain(view: View, wanted: Wanted) -> list[tuple[Group, News]]:
    """Return what to say again to members of whom it is uncertain whether they heard it. Raises as `due`."""
    return _each(view, wanted, news.again)


def _each(view: View, wanted: Wanted, rule: Rule) -> list[tuple[Group, News]]:
    if wanted.slug is None:
        groups = view.groups() if not wanted.persons else []
    else:
        groups = [view.group(wanted.slug)] if wanted.slug in view.group_slugs() else []
    return [(group, one) for group in groups for one in _of(group, view, wanted, rule)]


def _of(group: Group, view: View, wanted: Wanted, rule: Rule) -> list[News]:
    people = view.memberships(group.slug)
    found = rule(group, people)
    if wanted.message_kind not in (None, MessageKind.MATERIAL):
        return []
    if not wanted.persons:
        return found
    from netwerk_cli.domain import memberships

    numbers = {memberships.find(people, person, group=group.slug).number for person in wanted.persons}
    return [one for one in found if one.membership.number in numbers]


def told(caller: Caller, wanted: Wanted) -> tuple[Group, list[News]]:
    """Record that members know now what there is; who knows it for certain is left as they are. Raises as `due`."""
    with caller.change() as transaction:
        group = transaction.group(str(wanted.slug))
        found = [one for rule in (news.due, news.again) for one in _of(group, transaction, wanted, rule)]
        if found:
            transaction.keep_group(group, [*news.tell(group, found, caller.act(group), How.HAND)])
    first = {one.membership.number: one for one in reversed(found)}
    return group, [one for one in found if one is first[one.membership.number]]


def listing(view: View, slug: str | None = None) -> list[tuple[Group, Membership, Message]]:
    """Return every message to members, of one group or of all; of an event, none."""
    slugs = [one for one in view.group_slugs() if slug in (None, one)]
    return [
        (view.group(one), m, message)
        for one in slugs
        for m in view.memberships(one).values()
        for message in m.messages
    ]
