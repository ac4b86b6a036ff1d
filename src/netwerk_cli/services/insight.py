"""What is going on and why: status, explain, log."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import timedelta
from typing import NamedTuple

from netwerk_cli.dates import read_instant
from netwerk_cli.domain import events as rules
from netwerk_cli.domain import finding_people, memberships, texts
from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.explaining import Asker, Step, explain_event
from netwerk_cli.domain.explaining_people import explain_person
from netwerk_cli.domain.groups import Group, Membership
from netwerk_cli.domain.history import Entry
from netwerk_cli.domain.materials import Milestone, MilestoneStatus, milestone_status, pressing, unanswered
from netwerk_cli.domain.registrations import Registration, Status, Tally
from netwerk_cli.domain.retention import Retention
from netwerk_cli.errors import BadValue, NotFound
from netwerk_cli.services import owners, purging
from netwerk_cli.services.agenda import Selection, listing
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.mail import unsure_of
from netwerk_cli.services.owners import Owner
from netwerk_cli.services.untold import waiting_to_hear
from netwerk_cli.store import View

SOON = timedelta(days=7)


class Overview(NamedTuple):
    """An event or group on the dashboard, and what about it needs attention.

    `attention` holds any of: over, full, waiting, pending, closes-soon, draft, undated, untold, uncertain,
    milestone-late, milestone-due, open-questions, personal-data; `pressing` the milestones of which it speaks,
    `untold` is how many do not know yet what is so, of `unsure` nobody knows, and of `past_term` something is past its
    term within a month. The tally of a group counts requests to join.
    """

    owner: Owner
    tally: Tally
    attention: tuple[str, ...]
    pressing: tuple[Milestone, ...]
    untold: int = 0
    unsure: int = 0
    past_term: int = 0


def status(caller: Caller, retention: Retention) -> list[Overview]:
    """Return every event that is not over, the earliest first, and whatever else has pressing milestones.

    So is an event or group with something of people that is past its term within a month.
    """
    view, found = caller.read(), list[Overview]()
    soon = purging.soon(caller, view, retention)
    for event, tally in listing(caller, Selection(pressing=True)):
        untold = sum(waiting_to_hear(caller, view, [event.slug]).values())
        unsure = unsure_of(event, view, caller.now)
        mail = {"untold": untold, "uncertain": unsure}
        attention = [*_attention(event, tally, caller), *(name for name, count in mail.items() if count)]
        found.append(_overview(event, tally, attention, caller)._replace(untold=untold, unsure=unsure))
    shown = {one.owner.slug for one in found}
    over = (view.event(slug) for slug in view.slugs() if slug in soon and slug not in shown)
    found += [_overview(event, view.tally(event.slug), [], caller) for event in over]
    found += [_group_overview(group, view, caller) for group in view.groups()]
    found = [_with_terms(one, soon.get(one.owner.slug, 0)) for one in found]
    return [one for one in found if isinstance(one.owner, Event) or one.attention]


def _with_terms(one: Overview, past_term: int) -> Overview:
    attention = (*one.attention, *(["personal-data"] if past_term else []))
    return one._replace(attention=attention, past_term=past_term)


def _group_overview(group: Group, view: View, caller: Caller) -> Overview:
    count = len(memberships.requested(view.memberships(group.slug)))
    untold = sum(waiting_to_hear(caller, view, [group.slug]).values())
    unsure = unsure_of(group, view, caller.now)
    words = {"pending": count, "untold": untold, "uncertain": unsure}
    attention = [word for word, several in words.items() if several]
    tally = Tally({Status.PENDING: count} if count else {})
    return _overview(group, tally, attention, caller)._replace(untold=untold, unsure=unsure)


def _overview(owner: Owner, tally: Tally, attention: list[str], caller: Caller) -> Overview:
    due = [] if isinstance(owner, Event) and owner.cancelled_at is not None else pressing(owner, caller.now)
    late = [m for m in due if milestone_status(owner, m, caller.now) is MilestoneStatus.LATE]
    asked = unanswered(owner) if not (isinstance(owner, Event) and owner.cancelled_at) else []
    words = {
        "milestone-late": bool(late),
        "milestone-due": len(late) < len(due),
        "open-questions": bool(asked),
    }
    attention = [*attention, *(name for name, holds in words.items() if holds)]
    return Overview(owner=owner, tally=tally, attention=tuple(attention), pressing=tuple(due))


def _attention(event: Event, tally: Tally, caller: Caller) -> list[str]:
    free = rules.free_seats(event, tally.held)
    state = rules.status(event, caller.now, free=free)
    found = {
        "over": event.capacity is not None and tally.held > event.capacity,
        "full": free == 0,
        "waiting": tally[Status.WAITING] > 0,
        "pending": tally[Status.PENDING] > 0,
        "closes-soon": state in (rules.Status.OPEN, rules.Status.FULL)
        and event.deadline is not None
        and event.deadline - caller.now <= SOON,
        "draft": event.is_draft,
        "undated": event.cancelled_at is None and bool(undated(event)),
    }
    return [name for name, holds in found.items() if holds]


def undated(event: Event) -> list[Session]:
    """Return the sessions that are to be announced."""
    return [s for s in event.sessions if s.starts_at is None and s.cancelled_at is None]


def explain(
    caller: Caller, slug: str, person: str | None = None
) -> tuple[Event, Registration | None, str, list[Step]]:
    """Return the event, the registration asked about, the verdict and the chain of rules behind it.

    Of an address that is not on the list, it is what a request from there would get.
    """
    view = caller.read()
    event, people = view.event(slug), view.registrations(slug)
    if person is None:
        verdict, steps = explain_event(event, people, caller.now)
        return event, None, verdict, steps
    try:
        subject = finding_people.find(people, person, event=slug)
    except NotFound as missing:
        verdict, steps = explain_event(event, people, caller.now, _asker(view, event, person, missing))
        return event, None, verdict, steps
    verdict, steps = explain_person(event, people, subject, caller.now)
    return event, subject, verdict, steps


def _asker(view: View, event: Event, person: str, missing: NotFound) -> Asker:
    """Return somebody by an address that is not on the list; of anything else, that nobody answers to it."""
    try:
        address = texts.email(person)
    except BadValue:
        raise missing from None
    group = event.members_of
    known = view.memberships(group) if group is not None and group in view.group_slugs() else {}
    return Asker(address, memberships.same_as(known, address))


Logged = tuple[Owner | None, Registration | Membership | None, Entry]
"""A line of history: of the file as a whole, of an event or group, or of one of its people."""


class Wanted(NamedTuple):
    """Which lines of history: since when, by whom, what was done, in one of several words. None: whichever."""

    since: str | None = None
    by: str | None = None
    what: tuple[str, ...] | None = None


def log(
    caller: Caller, slug: str | None = None, person: str | None = None, wanted: Wanted | None = None
) -> list[Logged]:
    """Return what happened, oldest first: everywhere, to one event or group, or to one of its people.

    What was taken out is told of everywhere, and where its name is asked for.
    """
    view, wanted = caller.read(), wanted or Wanted()
    if slug is not None and person is not None:
        owner, subject = _person(view, slug, person)
        lines: list[Logged] = [(owner, subject, entry) for entry in subject.history]
    else:
        lines = [(None, None, entry) for entry in view.log() if slug is None or _names(entry, slug)]
        if slug is None or not lines or slug in (*view.slugs(), *view.group_slugs()):
            names = (
                [owners.find(view, slug).slug] if slug is not None else [*view.slugs(), *view.group_slugs()]
            )
            lines += [line for name in names for line in _lines(view, name)]
    if slug is None:
        lines += [(None, None, entry) for entry in _gone(view, {line[2].change for line in lines})]
    since = None if wanted.since is None else read_instant(wanted.since, zone=caller.zone, now=caller.now)
    kept = (
        line
        for line in lines
        if (since is None or line[2].at >= since)
        and wanted.by in (None, line[2].by)
        and (wanted.what is None or line[2].what in wanted.what)
    )
    return sorted(kept, key=lambda line: (line[2].at, line[2].change))


def _gone(view: View, told: Collection[int]) -> Iterator[Entry]:
    """Yield a line for each change that is kept and of which no record tells any more: they were taken out."""
    for change in view.changes():
        if change.number not in told:
            kind, _, slug = next(iter(change.records), "").partition(":")
            about = {"group" if kind in ("group", "memberships") else "event": (slug, None)} if slug else {}
            yield Entry(
                at=change.at,
                by=change.by,
                what=change.what,
                why=change.why,
                changes=about,
                change=change.number,
            )


def _names(entry: Entry, slug: str) -> bool:
    """Whether a line about the file as a whole is about what was once called this."""
    return any(entry.changes.get(kind, ("",))[0] == slug for kind in ("event", "group"))


def _person(view: View, slug: str, person: str) -> tuple[Owner, Registration | Membership]:
    if slug in view.group_slugs():
        return view.group(slug), memberships.find(view.memberships(slug), person, group=slug)
    return view.event(slug), finding_people.find(view.registrations(slug), person, event=slug)


def _lines(view: View, slug: str) -> Iterator[Logged]:
    is_group = slug in view.group_slugs()
    owner: Owner = view.group(slug) if is_group else view.event(slug)
    people: Mapping[int, Registration | Membership] = (
        view.memberships(slug) if is_group else view.registrations(slug)
    )
    yield from ((owner, None, entry) for entry in owner.history)
    yield from ((owner, one, entry) for one in people.values() for entry in one.history)
