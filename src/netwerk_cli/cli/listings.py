"""What each listing shows: in a pipe always the same columns, on a screen as many as it has room for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from netwerk_cli import terms
from netwerk_cli.domain.told import How, MessageKind, Outcome, Why
from netwerk_cli.records import record, replace
from netwerk_cli.terms import Terms, columns, only

if TYPE_CHECKING:
    from netwerk_cli.cli.fitting import Narrowing


@record
class Listing:
    """The columns there are, those in a pipe, and those on a screen with their ranks.

    A column of rank 1 is never left out, and the highest rank goes first. Up to 3 they matter: for them titles and
    names are cut; up to 5 they are in the block that a row becomes on a small screen. `a/b` stands for two columns
    of numbers in one, `a b` for two of words, of which the second may be empty. What is `below` stands behind its
    row, or under it.
    """

    known: Terms
    usual: Sequence[str]
    shown: Mapping[str, int] | None = None
    below: str = ""


_KIND = tuple(replace(term, choices=MessageKind) for term in columns("kind", kind="message"))
_WHY = tuple(replace(term, choices=Why, heading="what is new") for term in columns("why"))
_HOW = tuple(replace(term, choices=How) for term in columns("how"))
_OUTCOME = tuple(replace(term, choices=Outcome) for term in columns("outcome"))
_ATTEMPT = tuple(replace(term, choices=Outcome) for term in columns("attempt", attempt="last attempt"))

EVENTS = Listing(
    known=terms.EVENT,
    usual=("slug", "title", "status", "starts_at", "capacity", "seats_held", "waiting", "closes_at"),
    shown={"slug": 1, "title": 3, "status": 1, "starts_at": 2, "location": 7, "seats_held/capacity": 2, "waiting": 6,
     "closes_at": 4, "theme": 8},
)  # fmt: skip
STATUS = Listing(
    known=(*terms.EVENT, *columns("attention")),
    usual=("slug", "status", "seats_held", "capacity", "waiting", "pending", "closes_at", "attention"),
)
SESSIONS = Listing(
    known=terms.SESSION,
    usual=("id", "title", "starts_at", "ends_at", "location", "capacity", "seats_held", "waiting", "cancelled_at"),
    shown={"id": 1, "title": 2, "starts_at": 1, "ends_at": 6, "location": 5, "within": 7, "seats_held/capacity": 2,
     "waiting": 4, "cancelled_at": 3},
)  # fmt: skip
REGISTRATIONS = Listing(
    known=terms.REGISTRATION,
    usual=("code", "name", "email", "organisation", "status", "position", "received_at"),
    shown={"code": 1, "name": 1, "email": 2, "organisation": 4, "role": 7, "audience": 8, "status position": 1,
     "attendance no_show": 3, "minutes": 5, "no_seat": 4, "marks": 4, "received_at": 6, "sessions": 9,
     "note": 10},
    below="override",
)  # fmt: skip
ATTENDANCES = Listing(
    known=terms.ATTENDANCE,
    usual=("code", "name", "organisation", "session", "state", "minutes", "source"),
    shown={"code": 1, "name": 1, "organisation": 4, "session": 3, "state no_show": 1, "minutes": 2, "source": 5,
     "by": 7, "at": 6},
)  # fmt: skip
OF_A_PERSON = {
    "registration": Listing(
        known=terms.REGISTRATION,
        usual=("event", "code", "status", "position", "sessions", "received_at"),
        shown={"event": 1, "code": 1, "status position": 1, "organisation": 5, "role": 6, "sessions": 4, "note": 7,
         "received_at": 3, "attendance no_show": 2, "minutes": 3},
    ),
    "membership": Listing(
        known=terms.MEMBERSHIP,
        usual=("group", "code", "organisation", "status", "moderator", "since"),
        shown={"group": 1, "code": 1, "status moderator": 1, "organisation": 4, "role": 5, "since": 3},
    ),
    "history": Listing(
        known=columns("at", "event", "group", "what", "by", "why"),
        usual=("at", "event", "group", "what", "by", "why"),
        shown={"at": 1, "event": 1, "group": 2, "what": 1, "by": 4, "why": 3},
    ),
}  # fmt: skip
"""What is shown of one person, over all events and groups."""
WAITLIST = Listing(
    known=terms.REGISTRATION,
    usual=("position", "code", "name", "email", "organisation", "received_at"),
    shown={
        "position": 1,
        "code": 1,
        "name": 1,
        "email": 2,
        "organisation": 4,
        "received_at": 6,
        "waits_for": 3,
    },
)
DUE = Listing(
    known=(*columns("code", "event", "name", "email", email="e-mail"), *_KIND, *_WHY, *columns("since"),
     *only(terms.REGISTRATION, "status"), *columns("position", "told_at", "group", "materials", position="place",
              told_at="last told"), *_ATTEMPT),
    usual=("code", "event", "name", "email", "kind", "why", "since"),
    shown={"event": 1, "code": 1, "name": 1, "email": 3, "kind": 1, "why": 2, "attempt": 3, "status position": 4,
           "since": 5, "told_at": 6},
)  # fmt: skip
MESSAGES = Listing(
    known=(
        *columns("at", "event", "code", "email", email="e-mail"),
        *_KIND,
        *_HOW,
        *_OUTCOME,
        *columns("reply", reply="what the server said"),
    ),
    usual=("at", "event", "code", "email", "kind", "how", "outcome"),
    shown={"at": 1, "event": 1, "code": 1, "email": 3, "kind": 1, "how outcome": 2, "reply": 4},
)
GROUPS = Listing(
    known=terms.GROUP,
    usual=("slug", "title", "access", "members", "requested"),
    shown={"slug": 1, "title": 2, "access": 4, "members": 2, "requested": 3, "theme": 6},
)
MEMBERSHIPS = Listing(
    known=terms.MEMBERSHIP,
    usual=("code", "name", "email", "organisation", "status", "moderator", "since"),
    shown={"code": 1, "name": 1, "email": 2, "organisation": 4, "role": 7, "status moderator": 1, "since": 6},
)
MATERIALS = Listing(
    known=terms.MATERIAL,
    usual=("owner", "id", "kind", "title", "url", "contributor", "on"),
    shown={"owner": 1, "id": 1, "kind": 4, "title": 1, "url": 2, "contributor": 6, "on": 5, "answer": 3},
)
MILESTONES = Listing(
    known=terms.MILESTONE,
    usual=("owner", "id", "status", "due_on", "season", "title", "addressed_to"),
    shown={"owner": 1, "id": 1, "status": 1, "due_on": 1, "season": 6, "title": 1, "addressed_to": 4},
)
LOG = Listing(
    known=columns(
        "at", "by", "event", "registration", "what", "why", "changes", "group", "membership", "change"
    ),
    usual=("at", "by", "event", "registration", "what", "why"),
)
CHANGES = Listing(
    known=columns("change", "at", "by", "about", "people", "what", "details"),
    usual=("change", "at", "by", "about", "people", "what", "details"),
    shown={"change": 1, "at": 1, "by": 4, "about": 1, "people": 1, "what": 1},
    below="details",
)
HISTORY = Listing(
    known=columns("at", "what", "by", "why", "details"),
    usual=("at", "what", "by", "why"),
    shown={"at": 1, "what": 1, "by": 3},
    below="details",
)
PLAN = Listing(
    known=columns("action", "kind", "slug", "field", "old", "new", slug="name"),
    usual=("action", "kind", "slug", "field", "old", "new"),
    shown={"action": 1, "kind": 4, "slug": 1, "field": 1, "old": 1, "new": 1},
)
DRAFT = Listing(
    known=columns("field", "value", "line", "words", field="read"),
    usual=("field", "value", "line", "words"),
    shown={"field": 1, "value": 1, "line": 1, "words": 1},
)
DIFFERENCES = Listing(
    known=columns("field", "old", "new", "line", "words"),
    usual=("field", "old", "new", "line", "words"),
    shown={"field": 1, "old": 1, "new": 1, "line": 1, "words": 1},
)
UNDOABLE = Listing(
    known=columns("change", "at", "by", "what", "why", "records", "undone_by"),
    usual=("change", "at", "by", "what", "why", "records", "undone_by"),
    shown={"change": 1, "at": 1, "by": 4, "what": 1, "records": 2, "why": 5, "undone_by": 3},
)
GENERATIONS = Listing(
    known=columns(
        "generation", "written_at", "size", "path", "change", "by", "what", "events", "registrations"
    ),
    usual=("generation", "written_at", "size", "path", "change", "by", "what", "events", "registrations"),
    shown={
        "generation": 1,
        "written_at": 1,
        "change": 4,
        "by": 3,
        "what": 1,
        "events": 2,
        "registrations": 2,
    },
)
SETTINGS = Listing(
    known=columns("setting", "value", "source"),
    usual=("setting", "value", "source"),
    shown={"setting": 1, "value": 1, "source": 2},
)

_CUT = (
    "title", "name", "organisation", "role", "audience", "location", "theme", "note", "why", "contributor",
    "addressed_to", "by", "records", "people", "what", "answer",
)  # fmt: skip
NARROWING: Mapping[str, Narrowing] = {
    **dict.fromkeys(_CUT, "cut"),
    **dict.fromkeys(("value", "old", "new", "words"), "fold"),
    **dict.fromkeys(("email", "url", "path"), "hide"),
}
"""What is done to the values of columns where room is short; of the others, nothing."""
NAMED = frozenset({"old", "new"})
"""Columns whose values stand behind their heading in a block, as numbers and dates do."""
