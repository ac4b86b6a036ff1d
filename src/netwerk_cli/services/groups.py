"""Groups: add, list, show, edit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from netwerk_cli import terms
from netwerk_cli.domain import groups as rules
from netwerk_cli.domain.groups import Group, Membership, Memberships, MemberStatus
from netwerk_cli.records import replace
from netwerk_cli.services import values
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.values import Fields
from netwerk_cli.terms import Given

Tally = Mapping[MemberStatus, int]
"""How many memberships of a group are in each state."""


class GroupResult(NamedTuple):
    """What a command did to a group, with the counts of its people."""

    group: Group
    tally: Tally
    changed: bool
    before: Group | None = None


def fields(given: Given, group: Group) -> Fields:
    """Return the fields of `group` that were `given`. Raises `Usage`: the first thing that is off."""
    return values.fields(terms.GROUP, given, group)


def tally(memberships: Memberships) -> Tally:
    """Count memberships by state."""
    return Counter(m.status for m in memberships.values())


def add(caller: Caller, slug: str, given: Given) -> GroupResult:
    """Create a group; its name stands in for a title that was not given."""
    blank = Group(slug=slug, title=slug, timezone=caller.zone)
    group = rules.create(replace(blank, **fields(given, blank)), caller.act(blank))  # type: ignore[arg-type]
    with caller.change() as transaction:
        transaction.add_group(group)
    return GroupResult(group=group, tally={}, changed=True)


def listing(caller: Caller) -> list[tuple[Group, Memberships]]:
    """Return all groups with their memberships, by name."""
    view = caller.read()
    return [(view.group(slug), view.memberships(slug)) for slug in sorted(view.group_slugs())]


def show(caller: Caller, slug: str) -> tuple[Group, dict[int, Membership]]:
    """Return one group with its memberships."""
    view = caller.read()
    return view.group(slug), view.memberships(slug)


def edit(caller: Caller, slug: str, given: Given) -> GroupResult:
    """Change a group. Requests that await approval stay so, whatever the access becomes."""
    with caller.change(slug) as transaction:
        group = transaction.group(slug)
        after = rules.amend(group, caller.act(group), **fields(given, group))
        if after != group:
            transaction.keep_group(after)
        counts = tally(transaction.memberships(slug))
    return GroupResult(group=after, tally=counts, changed=after != group, before=group)
