"""Why a change is not taken back."""

from __future__ import annotations

from netwerk_cli.errors import NotFound, Refused


class ChangeNotFound(NotFound):
    """No change of that code is kept; `kept` is how many are, at least."""

    code = "not_found"
    sentence = "There is no change '{change}' that can be taken back."
    hint = "The last {kept} are kept; see them with 'netwerk undo --list'."


class NothingToUndo(NotFound):
    """The caller changed nothing that is not taken back yet."""

    code = "not_found"
    sentence = "There is no change of yours that is not taken back yet."
    hint = "Name one of somebody else's; see them with 'netwerk undo --list'."


class ErasedForGood(NotFound):
    """What an erasure took out is nowhere any more."""

    code = "not_found"
    sentence = "{change} erased somebody, which cannot be taken back."
    hint = "Register them again, or take back another change; see 'netwerk undo --list'."


class ChangedSince(Refused):
    """Exactly one change is taken back; what was built on it has to go first."""

    code = "changed_since"
    sentence = "{change} cannot be taken back: what it did was changed again since, by {later}."
    hint = "Take back {last} first, with 'netwerk undo {last}', or look with 'netwerk undo --list'."


class MailSent(Refused):
    """Undoing a change that sent mail."""

    code = "mail_sent"
    sentence = "{change} sent mail, and that cannot be taken back."
    hint = "See 'netwerk mail list' for what was sent, and 'netwerk undo --list' for another change."


class StillNeeded(Refused):
    """A group that events are for cannot go."""

    code = "still_needed"
    sentence = "Group '{group}' cannot be taken out: '{event}' is for its members."
    hint = "Change that first, with 'netwerk event edit {event} --members-of none'."
