"""What was named is not there, or could be one of several."""

from __future__ import annotations

from netwerk_cli.errors import Conflict, NotFound


class EventNotFound(NotFound):
    """No event has this slug; `nearest` is a sentence that names a close one, or empty."""

    sentence = "There is no event '{event}'."
    hint = "{nearest}List them with 'netwerk event list --all'."


class PersonNotFound(NotFound):
    """Nobody is registered for the event with this code, address or name; `nearest` names close ones, or is empty."""

    sentence = "Nobody with that code, e-mail address or name is registered for '{event}'."
    hint = "{nearest}List them with 'netwerk registration list {event}'."


class PersonUnknown(NotFound):
    """Nobody in the data file has this address or name; `nearest` as for `PersonNotFound`."""

    sentence = "Nobody with that e-mail address or name is on any list."
    hint = "{nearest}Part of a name is enough; 'netwerk registration list EVENT --all' lists everybody of an event."


class HandedOver(NotFound):
    """The address belonged to somebody whose registration was handed to a substitute."""

    sentence = "{registration} of '{event}' was handed to somebody else on {at}."
    hint = "See 'netwerk registration show {event} {registration}'."


class SessionNotFound(NotFound):
    """The event has no session of this name."""

    sentence = "'{event}' has no session '{session}'."
    hint = "It has: {known}."


class QuestionNotFound(NotFound):
    """The event asks no such question; `nearest` is a sentence that offers the one that was meant, or empty."""

    sentence = "'{event}' asks no question '{question}'."
    hint = "{nearest}It asks: {known}."


class OwnerNotFound(NotFound):
    """Neither an event nor a group has this slug; `nearest` as for `EventNotFound`."""

    sentence = "There is no event or group '{owner}'."
    hint = "{nearest}List them with 'netwerk event list --all' and 'netwerk group list'."


class MaterialNotFound(NotFound):
    """The event or group has no material under this id; `known` is a sentence that names those it has, or empty."""

    sentence = "'{owner}' has no material '{id}'."
    hint = "{known}Add one with 'netwerk material add {owner}'."


class MilestoneNotFound(NotFound):
    """The event or group has no milestone under this id; `known` as for `MaterialNotFound`."""

    sentence = "'{owner}' has no milestone '{id}'."
    hint = "{known}Add one with 'netwerk milestone add {owner}'."


class GroupNotFound(NotFound):
    """No group has this slug; `nearest` as for `EventNotFound`."""

    sentence = "There is no group '{group}'."
    hint = "{nearest}List them with 'netwerk group list'."


class MemberNotFound(NotFound):
    """Nobody with this code, address or name is, was or asked to be in the group; `nearest` as for `PersonNotFound`."""

    sentence = "Nobody with that code, e-mail address or name is on the list of '{group}'."
    hint = "{nearest}List them with 'netwerk group members {group}'."


class Ambiguous(Conflict):
    """More than one registration answers to the address or the name."""

    code = "ambiguous"
    sentence = "That fits several registrations of '{event}': {matches}."
    hint = "Name one by its code."


class AmbiguousPerson(Ambiguous):
    """A name that fits several people; `matches` has a list and a code of the first of them."""

    sentence = "That fits {count:person|people}: {matches}."
    hint = "Name one by e-mail address, or give more of the name."
