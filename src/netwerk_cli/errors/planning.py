"""What cannot be said of an event, its sessions and questions, or a group."""

from __future__ import annotations

from netwerk_cli.errors import Conflict, NotFound, Refused, Usage


class EndBeforeStart(Usage):
    """An interval that ends before or when it starts."""

    sentence = "The end ({ends_at}) is not after the start ({starts_at})."
    hint = "Check --starts, --ends and --duration."


class ClosingBeforeOpening(Usage):
    """Registration that would close before it opens."""

    sentence = "Registration would close ({closes_at}) before it opens ({opens_at})."
    hint = "Check --opens and --closes."


class ClosingPassed(Usage):
    """Reopening an event whose closing time lies behind us."""

    sentence = "The closing time of '{event}' has passed ({closes_at})."
    hint = "Give a new one with --closes."


class EditSession(Usage):
    """A time given for a whole event that has several sessions."""

    sentence = "'{event}' has {count:session|sessions}, so its time cannot be set as a whole."
    hint = "Change one session: netwerk session edit {event} SESSION --starts WHEN."


class NothingDated(NotFound):
    """A calendar without an entry: none of the sessions has a date yet."""

    sentence = "There is no session with a date to put in a calendar."
    hint = "Give the event a date with 'netwerk event edit EVENT --starts WHEN'."


class SlugExists(Conflict):
    """The slug is taken."""

    code = "slug_exists"
    sentence = "'{event}' exists already."
    hint = "Choose another name, or change that event with 'netwerk event edit {event}'."


class SlugRetired(Conflict):
    """The slug was taken once: slugs are never reused."""

    code = "slug_exists"
    sentence = "There was an event '{event}', which was taken out; names are never reused."
    hint = "Choose another name."


class GroupExists(Conflict):
    """The slug is taken by a group: events and groups share their names, and none is reused."""

    code = "slug_exists"
    sentence = "There is a group '{group}' already, and a name stands for one thing only."
    hint = "Choose another name, or change that group with 'netwerk group edit {group}'."


class SessionExists(Conflict):
    """The event has a session of that name."""

    code = "session_exists"
    sentence = "'{event}' has a session '{session}' already."
    hint = "Choose another name, or change it with 'netwerk session edit {event} {session}'."


class CapacityBelowSeats(Refused):
    """A cap lower than the seats that are held."""

    code = "capacity_below_seats"
    sentence = "{seats_held:seat is|seats are} held at '{event}', more than the new cap of {capacity}."
    hint = "Cancel registrations first, or overrule with --force --reason: everybody keeps the seat."


class SessionCapBelowSeats(Refused):
    """A cap of a session lower than the seats that are held in it."""

    code = "capacity_below_seats"
    sentence = (
        "{seats_held:seat is|seats are} held in '{session}' of '{event}', more than its cap of {capacity}."
    )
    hint = (
        "Choose other sessions for people first, or overrule with --force --reason: everybody keeps the seat."
    )


class SessionTaken(Refused):
    """A session that people chose is cancelled, not removed."""

    code = "has_registrations"
    sentence = "{count:person has|people have} chosen session '{session}' of '{event}'."
    hint = "Cancel it with 'netwerk session cancel {event} {session}': the record stays."


class HeldWithin(Refused):
    """An event during which sessions of other events take place."""

    code = "has_sessions_within"
    sentence = (
        "{count:session of another event lies|sessions of other events lie} within '{event}': {sessions}."
    )
    hint = "Take that back first: 'netwerk session edit {first} --within \"\"'."


class QuestionAnswered(Refused):
    """A question goes with all that was answered to it, which takes a yes."""

    code = "question_answered"
    sentence = "{count:person has|people have} answered '{question}' of '{event}'; without the question that is gone."
    hint = "To go on all the same: 'netwerk event edit {event} --remove-question {first} --yes'."


class HasRegistrations(Refused):
    """An event with people on its list is cancelled, not removed."""

    code = "has_registrations"
    sentence = "'{event}' has {count:registration|registrations}, which would be lost."
    hint = "Cancel it with 'netwerk event cancel {event}': the record stays."
