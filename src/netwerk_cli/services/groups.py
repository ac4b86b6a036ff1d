"""Groups: add, list, show, edit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from netwerk_cli.domain import groups as rules
from netwerk_cli.domain import moments, people
from netwerk_cli.domain.groups import Access, Group, Membership, MemberStatus
from netwerk_cli.domain.memberships import Memberships
from netwerk_cli.errors import BadValue, Wording
from netwerk_cli.services import lists
from netwerk_cli.services.caller import Caller

Tally = Mapping[MemberStatus, int]
"""How many memberships of a group are in each state."""


class Typed(NamedTuple):
    """The options of `group add` and `group edit` as typed. None: not given. Empty: no longer set."""

    title: str | None = None
    access: str | None = None
    audience: tuple[str, ...] = ()
    add_audience: tuple[str, ...] = ()
    remove_audience: tuple[str, ...] = ()
    organiser: tuple[str, ...] = ()
    add_organiser: tuple[str, ...] = ()
    remove_organiser: tuple[str, ...] = ()
    theme: str | None = None
    language: str | None = None
    description: str | None = None
    timezone: str | None = None


class GroupResult(NamedTuple):
    """What a command did to a group, with the counts of its people."""

    group: Group
    tally: Tally
    changed: bool
    before: Group | None = None


def fields(typed: Typed, group: Group) -> dict[str, object]:
    """Return the fields of `group` that `typed` sets. Raises `Usage`: the first thing that is off."""
    found: dict[str, object] = {}
    if typed.title is not None:
        found["title"] = people.line(typed.title, field="--title")
    if typed.access is not None:
        found["access"] = _access(typed.access)
    if typed.timezone is not None:
        found["timezone"] = str(moments.zone(typed.timezone).key)
    for name in ("theme", "language"):
        text = getattr(typed, name)
        if text is not None:
            found[name] = people.line(text, field=f"--{name}") if text.strip() else None
    if typed.description is not None:
        found["description"] = people.text(typed.description, field="--description") or None
    return found | lists.fields(typed, group)


def _access(text: str) -> Access:
    try:
        return Access(text)
    except ValueError as err:
        raise BadValue(field="--access", why=Wording("choose from {known}", known=", ".join(Access))) from err


def tally(memberships: Memberships) -> Tally:
    """Count memberships by state."""
    return Counter(m.status for m in memberships.values())


def add(caller: Caller, slug: str, typed: Typed) -> GroupResult:
    """Create a group; its name stands in for a title that was not given."""
    blank = Group(slug=slug, title=slug, timezone=caller.zone)
    group = rules.create(replace(blank, **fields(typed, blank)), caller.act(blank))  # type: ignore[arg-type]
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


def edit(caller: Caller, slug: str, typed: Typed) -> GroupResult:
    """Change a group. Requests that await approval stay so, whatever the access becomes."""
    with caller.change() as transaction:
        group = transaction.group(slug)
        after = rules.amend(group, caller.act(group), **fields(typed, group))
        if after != group:
            transaction.keep_group(after)
        counts = tally(transaction.memberships(slug))
    return GroupResult(group=after, tally=counts, changed=after != group, before=group)
