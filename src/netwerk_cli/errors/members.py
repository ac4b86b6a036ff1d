"""Why somebody is or becomes no member of a group."""

from __future__ import annotations

from netwerk_cli.errors import Conflict, Refused
from netwerk_cli.errors.lookup import Ambiguous


class AlreadyMember(Conflict):
    """The same person is a member of the group."""

    code = "already_member"
    sentence = "This person is a member of '{group}' already, as {membership}."
    hint = "See 'netwerk group members {group}'."


class OtherMember(Conflict):
    """The address belongs to a member of another name."""

    code = "already_member"
    sentence = "{membership} of '{group}' has the same address and another name."
    hint = "For somebody else: give an own address."


class OldRequest(Conflict):
    """Who stands in a list left the group, or was declined, after the row was written."""

    code = "old_news"
    sentence = "{membership} of '{group}': {status} since {since}; an older row changes nothing."
    hint = "'netwerk group admit {group}' takes the person in all the same."


class AlreadyRequested(Conflict):
    """The same person asked to become a member, and awaits the answer."""

    code = "already_requested"
    sentence = "This person asked to join '{group}' already, as {membership}, and awaits approval."
    hint = "Decide with 'netwerk group approve {group} {membership}' or 'netwerk group decline {group} {membership}'."


class AmbiguousMember(Ambiguous):
    """More than one person in a group answers to the name."""

    sentence = "That fits several people in '{group}': {matches}."


class GroupClosed(Refused):
    """Nobody can ask to join a closed group."""

    code = "group_closed"
    sentence = "'{group}' is a closed group: nobody can ask to join it."
    hint = "Whoever leads it adds people: netwerk group admit {group} --name NAME --email EMAIL."


class NotRequested(Refused):
    """Only a request can be approved, declined or withdrawn."""

    code = "not_pending"
    sentence = "{membership} of '{group}' does not await approval: the state is {status}."
    hint = "See 'netwerk group members {group} --status requested'."


class NotInGroup(Refused):
    """Only a member can leave, or be a moderator."""

    code = "not_a_member"
    sentence = "{membership} is not a member of '{group}': the state is {status}."
    hint = "See 'netwerk group members {group} --status member'."


class NotAModerator(Refused):
    """Only a moderator of the group, or the organiser, decides on a request."""

    code = "not_a_moderator"
    sentence = "{membership} is not a moderator of '{group}', and cannot decide who joins."
    hint = "Name a moderator with --by, or leave it out to decide as the organiser."


class OwnRequest(Refused):
    """Nobody decides on their own request."""

    code = "own_request"
    sentence = "{membership} of '{group}' cannot decide on a request of their own."
    hint = "Let another moderator decide with --by, or leave it out to decide as the organiser."
