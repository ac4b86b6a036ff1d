"""Which events there are, with the counts of their registrations."""

from __future__ import annotations

from netwerk_cli.domain import events as rules
from netwerk_cli.domain import moments
from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.materials import pressing
from netwerk_cli.domain.people import same_address
from netwerk_cli.domain.registrations import Tally
from netwerk_cli.records import record
from netwerk_cli.services.caller import Caller
from netwerk_cli.store import View


@record
class Selection:
    """Which events a listing shows. `since` and `until` are typed dates; past and cancelled ones only with
    `all`, or where their `status` is asked for.

    With `pressing`, past ones are shown too when a milestone of theirs is late or nearly due.
    """

    status: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    theme: str | None = None
    all: bool = False
    pressing: bool = False


def listing(caller: Caller, selection: Selection) -> list[tuple[Event, Tally]]:
    """Return the selected events with their counts, the earliest start first, undated ones last."""
    wanted = _wanted(selection)
    view = caller.read()
    since, until = _range(selection, caller)
    found = []
    for event in view.events():
        if selection.theme is not None and same_address(event.theme or "") != same_address(selection.theme):
            continue
        if not _between(event, since, until, caller.zone):
            continue
        if not (selection.all or wanted) and _gone(event, selection, caller):
            continue
        found.append((event, view.tally(event.slug)))
    if wanted:
        found = [(e, t) for e, t in found if _status(e, t, caller) in wanted]
    return sorted(
        found, key=lambda pair: (pair[0].started_at is None, pair[0].started_at or caller.now, pair[0].slug)
    )


def _range(selection: Selection, caller: Caller) -> tuple[moments.Moment | None, moments.Moment | None]:
    """Return both typed dates. Without a year the first looks back, and the second follows it, or today."""
    since = until = None
    if selection.since is None and selection.until is None:
        return since, until
    from netwerk_cli.dates import read_moment, read_past_moment

    if selection.since is not None:
        since = read_past_moment(selection.since, zone=caller.zone, now=caller.now)
    if selection.until is not None:
        until = read_moment(selection.until, zone=caller.zone, now=caller.now, since=since)
    return since, until


def _wanted(selection: Selection) -> set[rules.Status]:
    if not selection.status:
        return set()
    from netwerk_cli.services.values import choice  # with it come the rules of all that can be typed

    return {choice(one, rules.Status, field="--status") for one in selection.status}


def _between(event: Event, since: moments.Moment | None, until: moments.Moment | None, zone: str) -> bool:
    """Whether an event is not over by the first moment and starts by the second; one without a date is neither."""
    if since is not None:
        over = event.over_at or event.started_at
        if over is None or over <= moments.start_of(since, zone):
            return False
    if until is not None:
        started = event.started_at
        return started is not None and started < moments.end_of(until, zone)
    return True


def _gone(event: Event, selection: Selection, caller: Caller) -> bool:
    state = rules.status(event, caller.now, free=None)
    if state is rules.Status.PAST:
        return not (selection.pressing and pressing(event, caller.now))
    return state is rules.Status.CANCELLED


def _status(event: Event, counts: Tally, caller: Caller) -> rules.Status:
    return rules.status(event, caller.now, free=rules.free_seats(event, counts.held))


def show(caller: Caller, slug: str) -> tuple[Event, Tally]:
    """Return one event with its counts."""
    view = caller.read()
    return view.event(slug), view.tally(slug)


def held_within(view: View, slug: str) -> list[tuple[Event, Session]]:
    """Return the sessions of other events that take place within an event, with their events."""
    others = (other for other in view.events() if other.slug != slug)
    return [(other, session) for other in others for session in other.sessions if session.within == slug]


def hosted(caller: Caller, slug: str) -> list[tuple[Event, Session]]:
    """Return, as `held_within`, what takes place within an event."""
    return held_within(caller.read(), slug)


def meetings(caller: Caller, group: str) -> list[Event]:
    """Return the events for members of a group that are neither over nor cancelled, the earliest first."""
    return [event for event, _ in listing(caller, Selection()) if event.members_of == group]
