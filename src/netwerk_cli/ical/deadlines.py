"""Days to remember: until when one can register, and what has to be delivered by when.

They are VEVENTs that take up no time, because Outlook and Google Calendar ignore a VTODO.
"""

from datetime import timedelta

from icalendar import Event as VEvent

from netwerk_cli.domain.events import Event, off_at
from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.materials import Milestone, Owner
from netwerk_cli.ical.timezones import wire_time
from netwerk_cli.ical.values import Text
from netwerk_cli.ical.vevents import Origin, add_organisers, dated_vevent

_LASTS = timedelta(minutes=15)
_DAY = timedelta(days=1)


def deadline_vevent(event: Event, summary: str, origin: Origin, *, scheduling: bool = False) -> VEvent | None:
    """Return the quarter of an hour before registration closes; None where that is the start of the event, or never.

    Its SEQUENCE counts how often the closing moved.
    """
    if event.closes_at is None:
        return None
    vevent = dated_vevent(event, f"closing.{event.slug}@{origin.store_id}", summary)
    off = event.cancelled_at is not None or all(off_at(event, s) is not None for s in event.sessions)
    _fill(vevent, "CANCELLED" if off else "CONFIRMED", _moves(event, "closes_at"))
    add_organisers(vevent, event, origin, scheduling=scheduling)
    vevent.add("DTSTART", wire_time(event.closes_at - _LASTS, event.timezone))
    vevent.add("DTEND", wire_time(event.closes_at, event.timezone))
    return vevent


def milestone_vevent(
    owner: Event | Group, milestone: Milestone, origin: Origin, *, scheduling: bool = False
) -> VEvent | None:
    """Return the last day in time for a milestone; None without one, and when it was delivered."""
    if milestone.due_on is None or milestone.done_at is not None:
        return None
    vevent = dated_vevent(owner, f"{milestone.id}.milestone.{owner.slug}@{origin.store_id}", milestone.title)
    _fill(vevent, "CONFIRMED", _moves(owner, f"milestones.{milestone.id}.due_on"))
    if milestone.addressed_to:
        vevent.add("DESCRIPTION", Text(milestone.addressed_to))
    add_organisers(vevent, owner, origin, scheduling=scheduling)
    vevent.add("DTSTART", milestone.due_on)
    vevent.add("DTEND", milestone.due_on + _DAY)
    return vevent


def _fill(vevent: VEvent, status: str, sequence: int) -> None:
    vevent.add("STATUS", Text(status))
    vevent.add("SEQUENCE", sequence)
    vevent.add("TRANSP", Text("TRANSPARENT"))


def _moves(owner: Owner, name: str) -> int:
    """Return how often a field was changed to something else since it was first said."""
    changes = (entry.changes[name] for entry in owner.history if name in entry.changes)
    return sum(old is not None for old, _ in changes)
