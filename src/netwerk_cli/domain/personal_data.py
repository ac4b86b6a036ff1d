"""Everything that is kept of people: why, on what ground, how long, in which exports, and how it is erased.

The one table behind `privacy record`, `report`, `export`, `erase` and `purge`. Each field of each record that is kept
stands in `ENTRIES`, or in `IMPERSONAL` where it says nothing of a person; a test compares them with the records.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Keeping(StrEnum):
    """How long something is kept: each of these has a term of its own, which the organisation sets."""

    SPECIAL = "special"
    DETAILS = "details"
    PEOPLE = "people"
    COUNTS = "counts"


class Purpose(StrEnum):
    """What something is kept for."""

    SEATS = "giving seats and keeping the list"
    TELLING = "telling people what is true of them"
    NEEDS = "meeting needs on the day"
    ATTENDANCE = "recording who was there"
    ACCOUNT = "showing what was done, by whom and why"
    GROUPS = "working together in groups"
    ANNOUNCING = "announcing what takes place"
    FIGURES = "reporting figures"


class Ground(StrEnum):
    """On what ground it is kept: article 6(1) of the GDPR, for special data article 9(2) too."""

    INTEREST = "legitimate interest, article 6(1)(f)"
    CONSENT = "explicit consent, articles 6(1)(a) and 9(2)(a)"
    DUTY = "accountability, articles 5(2) and 6(1)(c)"


class Erased(StrEnum):
    """What becomes of a value when a person is erased, or when its term is over.

    COUNTED: the value goes, and how many said it stays. STAYS: it says of nobody once the others are gone. PARTS: as
    the entries of its parts say. MENTIONS: words of the organiser, out of which a name and an address are taken when
    that person is erased; no term ends them.
    """

    DROPPED = "dropped"
    REPLACED = "replaced"
    COUNTED = "kept as a count"
    STAYS = "stays without the name"
    PARTS = "part by part"
    MENTIONS = "mentions taken out"


class Place(StrEnum):
    """Where it lies."""

    DATA = "data file"
    CHANGES = "change records"
    KEPT = "kept states"
    BACKUPS = "backups"
    OUTBOX = "messages written"
    EXPORTS = "exports"
    CALENDARS = "calendars"
    LISTS = "lists that were read"


CLEANED = frozenset({Place.DATA, Place.CHANGES, Place.KEPT})
"""The places that erasing and purging clean; the others they name, as far as is known where they are."""


class Entry(NamedTuple):
    """What the table says of one field. `exports` are the words behind `netwerk export`, and mail.

    Of answers there are two: those to `special` questions, and the others.
    """

    record: str
    field: str
    keeping: Keeping
    purpose: Purpose
    ground: Ground
    erased: Erased
    special: bool = False
    exports: tuple[str, ...] = ()


def _of(
    record: str,
    fields: str,
    keeping: Keeping,
    purpose: Purpose,
    erased: Erased,
    *exports: str,
    ground: Ground = Ground.INTEREST,
) -> tuple[Entry, ...]:
    """Return the entries of fields, which blanks part, of one record."""
    return tuple(
        Entry(record, field, keeping, purpose, ground, erased, exports=exports) for field in fields.split()
    )


_LISTS = ("attendees", "waiting-list", "sign-in-sheet", "badges")
_WHOLE = ("events", "dossier", "ics", "agenda")

ENTRIES: tuple[Entry, ...] = (
    # --- who registers
    *_of("Registration", "name email", Keeping.PEOPLE, Purpose.SEATS, Erased.REPLACED, *_LISTS, "certificates",
         "ics", "mail"),
    *_of("Registration", "organisation", Keeping.PEOPLE, Purpose.SEATS, Erased.COUNTED, *_LISTS, "certificates"),
    *_of("Registration", "role", Keeping.PEOPLE, Purpose.SEATS, Erased.COUNTED, *_LISTS),
    *_of("Registration", "audience", Keeping.COUNTS, Purpose.FIGURES, Erased.STAYS, *_LISTS),
    *_of("Registration", "note", Keeping.DETAILS, Purpose.NEEDS, Erased.DROPPED, *_LISTS),
    *_of("Registration", "answers", Keeping.DETAILS, Purpose.NEEDS, Erased.COUNTED, *_LISTS),
    Entry(
        "Registration", "answers", Keeping.SPECIAL, Purpose.NEEDS, Ground.CONSENT, Erased.COUNTED, special=True,
        exports=_LISTS,
    ),
    *_of(
        "Registration", "override", Keeping.DETAILS, Purpose.ACCOUNT, Erased.REPLACED, *_LISTS, ground=Ground.DUTY
    ),
    *_of("Registration", "status sessions", Keeping.COUNTS, Purpose.SEATS, Erased.STAYS, *_LISTS, "mail"),
    *_of(
        "Registration", "number no_seat without waits_for received_at", Keeping.COUNTS, Purpose.SEATS,
        Erased.STAYS, *_LISTS,
    ),
    *_of("Registration", "waits_since turn erased", Keeping.COUNTS, Purpose.SEATS, Erased.STAYS),
    *_of("Registration", "attendance", Keeping.COUNTS, Purpose.ATTENDANCE, Erased.PARTS, *_LISTS,
         "certificates"),
    *_of("Registration", "told messages", Keeping.PEOPLE, Purpose.TELLING, Erased.PARTS),
    *_of(
        "Registration", "history", Keeping.PEOPLE, Purpose.ACCOUNT, Erased.PARTS, ground=Ground.DUTY
    ),
    *_of("Attendance", "state minutes", Keeping.COUNTS, Purpose.ATTENDANCE, Erased.STAYS, *_LISTS, "certificates"),
    *_of("Attendance", "at", Keeping.COUNTS, Purpose.ATTENDANCE, Erased.STAYS),
    *_of("Attendance", "by", Keeping.PEOPLE, Purpose.ACCOUNT, Erased.REPLACED, ground=Ground.DUTY),
    *_of("Attendance", "source", Keeping.DETAILS, Purpose.ATTENDANCE, Erased.REPLACED),
    *_of("Told", "name email", Keeping.PEOPLE, Purpose.TELLING, Erased.REPLACED),
    *_of("Told", "at status position sessions outcome", Keeping.COUNTS, Purpose.TELLING, Erased.STAYS),
    *_of("ToldSession", "id sequence starts_at ends_at location online_url waits", Keeping.COUNTS,
         Purpose.TELLING, Erased.STAYS),
    *_of("Message", "email", Keeping.PEOPLE, Purpose.TELLING, Erased.REPLACED),
    *_of("Message", "reply before", Keeping.PEOPLE, Purpose.TELLING, Erased.DROPPED),
    *_of("Message", "at kind how outcome changes", Keeping.COUNTS, Purpose.TELLING, Erased.STAYS),
    # --- who belongs to a group
    *_of("Membership", "name email", Keeping.PEOPLE, Purpose.GROUPS, Erased.REPLACED, "members", "ics",
         "mail"),
    *_of("Membership", "organisation role", Keeping.PEOPLE, Purpose.GROUPS, Erased.DROPPED, "members"),
    *_of("Membership", "note", Keeping.DETAILS, Purpose.GROUPS, Erased.DROPPED, "members"),
    *_of("Membership", "told", Keeping.COUNTS, Purpose.TELLING, Erased.STAYS),
    *_of("Membership", "messages", Keeping.PEOPLE, Purpose.TELLING, Erased.PARTS),
    *_of("Membership", "number status received_at moderator", Keeping.COUNTS, Purpose.GROUPS, Erased.STAYS,
         "members"),
    *_of("Membership", "history", Keeping.PEOPLE, Purpose.ACCOUNT, Erased.PARTS, ground=Ground.DUTY),
    # --- what happened, and by whom
    *_of("Entry", "at what change", Keeping.COUNTS, Purpose.ACCOUNT, Erased.STAYS, ground=Ground.DUTY),
    *_of("Entry", "by", Keeping.PEOPLE, Purpose.ACCOUNT, Erased.REPLACED, ground=Ground.DUTY),
    *_of("Entry", "why", Keeping.DETAILS, Purpose.ACCOUNT, Erased.DROPPED, ground=Ground.DUTY),
    *_of("Entry", "changes", Keeping.PEOPLE, Purpose.ACCOUNT, Erased.PARTS, ground=Ground.DUTY),
    *_of("ChangeRecord", "number at what undoes kept_as", Keeping.COUNTS, Purpose.ACCOUNT, Erased.STAYS,
         ground=Ground.DUTY),
    *_of("ChangeRecord", "by", Keeping.PEOPLE, Purpose.ACCOUNT, Erased.REPLACED, ground=Ground.DUTY),
    *_of("ChangeRecord", "why", Keeping.DETAILS, Purpose.ACCOUNT, Erased.DROPPED, ground=Ground.DUTY),
    *_of("ChangeRecord", "records", Keeping.PEOPLE, Purpose.ACCOUNT, Erased.PARTS, ground=Ground.DUTY),
    # --- who was erased
    *_of("Erasure", "keys", Keeping.COUNTS, Purpose.ACCOUNT, Erased.STAYS, ground=Ground.DUTY),
    *_of("Order", "places several", Keeping.PEOPLE, Purpose.ACCOUNT, Erased.DROPPED, ground=Ground.DUTY),
    *_of("Written", "path", Keeping.COUNTS, Purpose.ACCOUNT, Erased.MENTIONS, ground=Ground.DUTY),
    # --- who organises and contributes
    *_of("Event", "organisers", Keeping.PEOPLE, Purpose.ANNOUNCING, Erased.DROPPED, *_WHOLE, "mail"),
    *_of("Event", "title location online_url cost theme description", Keeping.COUNTS, Purpose.ANNOUNCING,
         Erased.MENTIONS, *_WHOLE, "mail"),
    *_of("Event", "audiences", Keeping.COUNTS, Purpose.ANNOUNCING, Erased.MENTIONS, *_WHOLE),
    *_of("Event", "questions materials milestones sessions", Keeping.COUNTS, Purpose.ANNOUNCING, Erased.PARTS,
         "dossier"),
    *_of("Event", "history", Keeping.PEOPLE, Purpose.ACCOUNT, Erased.PARTS, ground=Ground.DUTY),
    *_of("Event", "figures", Keeping.COUNTS, Purpose.FIGURES, Erased.PARTS),
    *_of("Figure", "by value counts", Keeping.COUNTS, Purpose.FIGURES, Erased.STAYS),
    *_of("Session", "title location online_url description", Keeping.COUNTS, Purpose.ANNOUNCING,
         Erased.MENTIONS, "dossier", "ics", "agenda", "mail"),
    *_of("Question", "text choices", Keeping.COUNTS, Purpose.ANNOUNCING, Erased.MENTIONS, "dossier"),
    *_of("Group", "organisers", Keeping.PEOPLE, Purpose.ANNOUNCING, Erased.DROPPED, "dossier"),
    *_of("Group", "title theme description audiences", Keeping.COUNTS, Purpose.ANNOUNCING, Erased.MENTIONS,
         "dossier"),
    *_of("Group", "materials milestones", Keeping.COUNTS, Purpose.GROUPS, Erased.PARTS, "dossier"),
    *_of("Group", "history", Keeping.PEOPLE, Purpose.ACCOUNT, Erased.PARTS, ground=Ground.DUTY),
    *_of("Material", "contributor answered_by", Keeping.PEOPLE, Purpose.GROUPS, Erased.DROPPED, "dossier"),
    *_of("Material", "title url", Keeping.COUNTS, Purpose.GROUPS, Erased.MENTIONS, "dossier", "ics", "agenda", "mail"),
    *_of("Material", "text answer", Keeping.COUNTS, Purpose.GROUPS, Erased.MENTIONS, "dossier", "mail"),
    *_of("Milestone", "title season addressed_to", Keeping.COUNTS, Purpose.GROUPS, Erased.MENTIONS, "dossier"),
)  # fmt: skip

IMPERSONAL: Mapping[str, tuple[str, ...]] = {
    "Event": (
        "slug", "timezone", "capacity", "opens_at", "closes_at", "opens_before", "closes_before", "when_full",
        "promotion", "session_choice", "approval", "members_of", "organisation_limit", "set_asides",
        "shared_addresses", "remind_before", "language", "import_columns", "calendar_uid", "calendar_digest",
        "exported", "certificate_key", "accreditations", "break_minutes", "draft", "closed_at", "closed_by",
        "cancelled_at",
    ),
    "Session": ("id", "starts_at", "ends_at", "capacity", "break_minutes", "within", "cancelled_at", "sequence"),
    "Accreditation": ("body", "reference", "points"),
    "SetAside": ("audience", "seats", "until"),
    "Lead": ("days", "minutes", "clock_s"),
    "Question": ("id", "kind", "required", "special"),
    "Group": ("slug", "access", "timezone", "language", "import_columns"),
    "Material": ("id", "kind", "on"),
    "Milestone": ("id", "due_on", "done_at"),
    "Erasure": ("at", "change", "salt", "event"),
    "Written": ("kind", "at"),
    "Order": ("change", "event", "fields"),
    "Retired": ("slug", "last_number", "last_material", "last_milestone"),
}  # fmt: skip
"""Fields that say nothing of a person, by record."""


def entry(record: str, field: str, *, special: bool = False) -> Entry | None:
    """Return what the table says of a field; None for one that says nothing of a person."""
    return _BY_NAME.get((record, field, special))


_BY_NAME = {(one.record, one.field, one.special): one for one in ENTRIES}


def erased(record: str, *how: Erased) -> tuple[str, ...]:
    """Return the fields of a record of which a value is erased in one of these ways, in the order of the table."""
    return tuple(dict.fromkeys(one.field for one in ENTRIES if one.record == record and one.erased in how))


def kept_for(record: str, keeping: Keeping) -> tuple[Entry, ...]:
    """Return the entries of a record that are kept under one term."""
    return tuple(one for one in ENTRIES if one.record == record and one.keeping is keeping)
