"""Why somebody gets no seat, or their registration stays as it is."""

from __future__ import annotations

from netwerk_cli.errors import Conflict, Refused, Usage


class InTheFuture(Usage):
    """A request cannot have been received later than now."""

    sentence = "The request cannot have been received in the future ({received_at})."
    hint = "Check --received-at and the clock of this machine."


class SessionNotNamed(Usage):
    """An event with several sessions, of which it does not say itself which one is meant."""

    sentence = "'{event}' has several sessions, and it is not clear which one is meant."
    hint = "Name one with --session; it has: {known}."


class AlreadyRegistered(Conflict):
    """The same person has an active registration for the event."""

    code = "already_registered"
    sentence = "This person is already registered for '{event}' as {registration} ({status})."
    hint = "See 'netwerk registration show {event} {registration}'."


class StandsBefore(Conflict):
    """The same person has an earlier row in the same list."""

    code = "already_registered"
    sentence = "The same person stands in row {row}."
    hint = "The row that was handed in first counts."


class OtherName(Conflict):
    """The address belongs to somebody of another name."""

    code = "already_registered"
    sentence = "{registration} of '{event}' has the same address and another name."
    hint = (
        "For somebody else: give an own address, or 'netwerk event edit {event} --shared-addresses'; "
        "else 'netwerk registration edit {event} {registration} --name NAME'."
    )


class OtherSessions(Conflict):
    """A list that has other sessions for somebody who is registered."""

    code = "other_sessions"
    sentence = "{registration} of '{event}' is for other sessions; a list changes those of newcomers only."
    hint = "Change them with 'netwerk registration choose {event} {registration} --session SESSION'."


class OldNews(Conflict):
    """The request is older than what happened to the person since: cancelled, declined, or substituted."""

    code = "old_news"
    sentence = "{registration} of '{event}' is {status} since {since}; an older request changes nothing."
    hint = (
        "See 'netwerk registration show {event} {registration}'; --revive registers the person all the same."
    )


class StillActive(Conflict):
    """There is no cancellation or refusal to take back."""

    code = "still_active"
    sentence = "{registration} of '{event}' is {status}: there is nothing to take back."
    hint = "See 'netwerk registration show {event} {registration}'."


class EventFull(Refused):
    """Every seat is held."""

    code = "event_full"
    sentence = "'{event}' is full: {seats_held} of {capacity:seat is|seats are} held."
    hint = "Wait for a seat, raise the cap, or overrule with --force --reason."


class EventFullForGood(EventFull):
    """Every seat is held, and the terms say that nobody waits."""

    hint = (
        "Let people wait with 'netwerk event edit {event} --when-full waiting-list', raise the cap, "
        "or overrule with --force --reason."
    )


class SeatsClaimed(Refused):
    """Seats are free, but people who asked earlier wait for them."""

    code = "event_full"
    sentence = "The free seats of '{event}' are for the {waiting:person who waits|people who wait} for them."
    hint = "Promote them with 'netwerk waitlist promote {event}', or overrule with --force --reason."


class SessionFull(Refused):
    """Every seat of a chosen session is held."""

    code = "session_full"
    sentence = "Session '{session}' of '{event}' is full: {seats_held} of {capacity:seat is|seats are} held."
    hint = "Choose other sessions, wait for a seat, or overrule with --force --reason."


class SeatsSetAside(Refused):
    """The seats that are free are kept for an audience."""

    code = "event_full"
    sentence = "The free seats of '{event}' are set aside for {audiences} until {until}."
    hint = "Wait for a seat, name the audience with --audience, or overrule with --force --reason."


class SessionCancelled(Refused):
    """A chosen session is off."""

    code = "session_cancelled"
    sentence = "Session '{session}' of '{event}' was cancelled on {cancelled_at}."
    hint = "Choose other sessions: netwerk session list {event}."


class SessionStarted(Refused):
    """No seat is given any more in a session that has started."""

    code = "event_started"
    sentence = "Session '{session}' of '{event}' started on {starts_at}; no seat in it is given any more."
    hint = "Choose other sessions: netwerk session list {event}."


class SessionsNotChosen(Refused):
    """The terms ask who registers to choose sessions, and none was named."""

    code = "sessions_not_chosen"
    sentence = "Who registers for '{event}' chooses sessions: {known}."
    hint = "Name each with --session, or let naming none mean all: netwerk event edit {event} --sessions all."


class SessionsOverlap(Refused):
    """Two chosen sessions take place at the same time."""

    code = "sessions_overlap"
    sentence = "Sessions '{session}' and '{other}' of '{event}' take place at the same time."
    hint = "Choose one of the two."


class OrganisationLimit(Refused):
    """The organisation has as many registrations as one organisation may have."""

    code = "organisation_limit"
    sentence = "That organisation has {count:registration|registrations} for '{event}' already; the limit is {limit}."
    hint = "Register somebody from another organisation, or overrule with --force --reason."


class AnswerMissing(Refused):
    """A question that has to be answered was not."""

    code = "answer_missing"
    sentence = "'{event}' asks '{text}', which has to be answered."
    hint = "Answer it with --answer '{question}=…', or overrule with --force --reason."


class EventClosed(Refused):
    """The request came at or after the closing."""

    code = "event_closed"
    sentence = "Registration for '{event}' closed on {closes_at}."
    hint = "Reopen it with 'netwerk event reopen {event}', or overrule with --force --reason."


class EventNotOpen(Refused):
    """The request came before the opening."""

    code = "event_not_open"
    sentence = "Registration for '{event}' opens on {opens_at}."
    hint = "Open it now with 'netwerk event open {event}', or overrule with --force --reason."


class EventIsDraft(Refused):
    """The event is a draft: registration has not been announced."""

    code = "event_not_open"
    sentence = "'{event}' is a draft: registration is not open yet."
    hint = "Publish it with 'netwerk event open {event}', or overrule with --force --reason."


class EventCancelled(Refused):
    """The event is off."""

    code = "event_cancelled"
    sentence = "'{event}' was cancelled on {cancelled_at}."
    hint = "Nothing can be registered or promoted; 'netwerk event reopen {event}' puts it back on."


class EventStarted(Refused):
    """Nobody is promoted once the last session has started and registration has closed."""

    code = "event_started"
    sentence = "'{event}' started on {starts_at}; the waiting list no longer moves."
    hint = "See who waited: netwerk waitlist list {event}."


class NotAMember(Refused):
    """The event is for members of a group."""

    code = "not_a_member"
    sentence = "'{event}' is for members of '{group}' only."
    hint = "Add the person to the group, or overrule with --force --reason."


class SubstituteNotAMember(Refused):
    """The event is for members of a group, and a substitute is to be one too."""

    code = "not_a_member"
    sentence = "'{event}' is for members of '{group}' only, and the substitute is not one of them."
    hint = "Add the person to the group first: netwerk group admit {group} --name NAME --email EMAIL."


class NotPending(Refused):
    """Only a registration that awaits approval can be approved or declined."""

    code = "not_pending"
    sentence = "{registration} of '{event}' does not await approval: it is {status}."
    hint = "See 'netwerk registration list {event} --status pending'."


class NotWaiting(Refused):
    """Only somebody on the waiting list can be promoted."""

    code = "not_waiting"
    sentence = "{registration} of '{event}' is not on the waiting list: it is {status}."
    hint = "See 'netwerk waitlist list {event}'."


class NotActive(Refused):
    """A cancelled or declined registration cannot be changed or handed over."""

    code = "not_active"
    sentence = "{registration} of '{event}' is {status}."
    hint = "Register the person again with 'netwerk registration add {event}'."


class NoSeatInSession(Refused):
    """Attendance is recorded of who has a place in the session: it gives nobody one."""

    code = "no_seat_in_session"
    sentence = "{registration} of '{event}' has no place in session '{session}' ({status})."
    hint = "Whoever came all the same is let in with 'netwerk attendance record {event} --walk-in'."


class NotNextInQueue(Refused):
    """Promoting somebody past people who asked earlier."""

    code = "not_next"
    sentence = "{registration} is number {position} on the waiting list of '{event}'; {ahead} asked earlier."
    hint = "Promote in order with --count, or overrule with --force --reason."
