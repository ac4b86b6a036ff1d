"""Milestones of an event or group: add, list, edit, done, reopen, remove."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from netwerk_cli import terms
from netwerk_cli.dates import read_due
from netwerk_cli.domain import materials as rules
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.materials import Milestone, MilestoneStatus
from netwerk_cli.services import owners, values
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.owners import Owner
from netwerk_cli.services.values import Fields, choice
from netwerk_cli.terms import Given


class MilestoneResult(NamedTuple):
    """What a command did to a milestone, and whose it is; `before` as that was."""

    owner: Owner
    milestone: Milestone
    changed: bool
    before: Owner


def add(caller: Caller, slug: str, given: Given) -> MilestoneResult:
    """Add a milestone to an event or group."""

    def ask(owner: Owner, act: Act) -> Owner:
        return rules.add_milestone(owner, act, **fields(given, owner, caller.now))

    changed = owners.change(caller, slug, ask)
    return MilestoneResult(changed.after, changed.after.milestones[-1], changed.changed, changed.before)


def edit(caller: Caller, slug: str, id: str, given: Given) -> MilestoneResult:
    """Change one milestone."""

    def ask(owner: Owner, act: Act) -> Owner:
        rules.milestone(owner, id)
        return rules.edit_milestone(owner, act, id, **fields(given, owner, caller.now))

    return _change(caller, slug, id, ask)


def done(caller: Caller, slug: str, id: str) -> MilestoneResult:
    """Record that a milestone was delivered now."""
    return _change(caller, slug, id, lambda owner, act: rules.finish_milestone(owner, act, id))


def reopen(caller: Caller, slug: str, id: str) -> MilestoneResult:
    """Record that a milestone has to be delivered after all."""
    return _change(caller, slug, id, lambda owner, act: rules.reopen_milestone(owner, act, id))


def remove(caller: Caller, slug: str, id: str) -> MilestoneResult:
    """Take one milestone out; its id is never given again, and the history keeps what it was."""
    changed = owners.change(caller, slug, lambda owner, act: rules.remove_milestone(owner, act, id))
    return MilestoneResult(
        changed.after, rules.milestone(changed.before, id), changed.changed, changed.before
    )


def listing(
    caller: Caller, slug: str | None = None, *, status: tuple[str, ...] = ()
) -> list[tuple[Owner, Milestone]]:
    """Return the milestones of one event or group, or all there are, in the order in which they are due."""
    wanted = {choice(one, MilestoneStatus, field="--status") for one in status} or set(MilestoneStatus)
    found = [
        (owner, milestone)
        for owner in owners.listing(caller.read(), slug)
        for milestone in owner.milestones
        if rules.milestone_status(owner, milestone, caller.now) in wanted
    ]
    return sorted(found, key=lambda pair: pair[1].due_on or date.max)


def _change(caller: Caller, slug: str, id: str, ask: Callable[[Owner, Act], Owner]) -> MilestoneResult:
    changed = owners.change(caller, slug, ask)
    return MilestoneResult(changed.after, rules.milestone(changed.after, id), changed.changed, changed.before)


def fields(given: Given, owner: Owner, now: datetime) -> Fields:
    """Return the fields of a milestone that were `given`. Raises `Usage`: the first thing that is off."""
    found = values.fields(terms.MILESTONE, given, None)
    if "due" in given:
        due = read_due(given["due"], zone=owner.timezone, now=now) if given["due"].strip() else None
        found |= {"due_on": due.on if due else None, "season": due.period if due else None}
    return found
