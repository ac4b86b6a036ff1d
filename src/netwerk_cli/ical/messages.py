"""One session sent to one person: an invitation, or its withdrawal (iTIP, RFC 5546 §3.2.2 and §3.2.5).

Each message holds one VEVENT: Outlook looks at the first only, and iTIP wants one UID in a message.
"""

from icalendar import Event as VEvent

from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.invitations import Method, off_at, turns
from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.ical.calendars import enclosed
from netwerk_cli.ical.values import address
from netwerk_cli.ical.vevents import Origin, session_vevent


def partstat(status: Status) -> str:
    """Return how somebody takes part (RFC 5545 §3.2.12): who asked for a seat wants to come, with or without one."""
    match status:
        case Status.CONFIRMED:
            return "ACCEPTED"
        case Status.PENDING | Status.WAITING:
            return "TENTATIVE"
        case Status.DECLINED | Status.CANCELLED:
            return "DECLINED"


def request(event: Event, session: Session, person: Registration, origin: Origin) -> bytes:
    """Return an invitation of one person to a session."""
    return enclosed([_vevent(event, session, person, origin)], method=Method.REQUEST)


def cancel(event: Event, session: Session, person: Registration, origin: Origin) -> bytes:
    """Return what takes a session out of somebody's calendar.

    Of a session that is on it takes out this person only, and says nothing of its STATUS (RFC 5546 §3.2.5).
    """
    vevent = _vevent(event, session, person, origin)
    if off_at(event, session) is None:
        del vevent["STATUS"]
    return enclosed([vevent], method=Method.CANCEL)


def _vevent(event: Event, session: Session, person: Registration, origin: Origin) -> VEvent:
    number = turns(person, session)
    vevent = session_vevent(event, session, origin, told=person.history, turns=number, scheduling=True)
    partly = person.status is Status.CONFIRMED and person.awaits(session.id)
    attendee = address(
        person.email,
        person.name,
        ROLE="REQ-PARTICIPANT",
        PARTSTAT=partstat(Status.WAITING if partly else person.status),
        RSVP="FALSE",
        CUTYPE="INDIVIDUAL",
    )
    vevent.add("ATTENDEE", attendee)
    return vevent
