"""The keys of a dossier: which there are in each table, what each holds, and which field of a record it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from netwerk_cli.errors import Wording


class Kind(NamedTuple):
    """What a key may hold: types as `tomllib` gives them, and how to say so."""

    types: tuple[type, ...]
    wanted: Wording


TEXT = Kind((str,), Wording("a text"))
COUNT = Kind((int, str), Wording("a whole number, or the text none"))
FLAG = Kind((bool,), Wording("true or false"))
TEXTS = Kind((list,), Wording("a list of texts"))
MOMENT = Kind((date, str), Wording("a date, a time with its date, or a text that says so"))
DONE = Kind((bool, date, str), Wording("true, false, or the moment at which it was done"))
TABLES = Kind((list,), Wording("a list of tables"))

_TIMES = {"starts": MOMENT, "ends": MOMENT, "duration": TEXT}

EVENT: Mapping[str, Kind] = {
    "slug": TEXT, "title": TEXT, "theme": TEXT, "language": TEXT, "draft": FLAG,
    "timezone": TEXT, **_TIMES, "location": TEXT, "online": TEXT,
    "capacity": COUNT, "opens": MOMENT, "closes": MOMENT, "when-full": TEXT, "promote": TEXT, "approval": FLAG,
    "members-of": TEXT, "organisation-limit": COUNT, "set-aside": TABLES, "shared-addresses": FLAG,
    "audiences": TEXTS, "organisers": TEXTS, "cost": TEXT, "description": TEXT,
}  # fmt: skip
GROUP: Mapping[str, Kind] = {
    "slug": TEXT, "title": TEXT, "access": TEXT, "theme": TEXT, "language": TEXT, "timezone": TEXT,
    "audiences": TEXTS, "organisers": TEXTS, "description": TEXT,
}  # fmt: skip
SET_ASIDE: Mapping[str, Kind] = {"audience": TEXT, "seats": COUNT, "until": MOMENT}
SESSION: Mapping[str, Kind] = {
    "id": TEXT, "title": TEXT, **_TIMES, "to-be-announced": FLAG, "location": TEXT, "online": TEXT,
    "capacity": COUNT, "within": TEXT, "description": TEXT, "cancelled": FLAG,
}  # fmt: skip
MATERIAL: Mapping[str, Kind] = {
    "id": TEXT, "title": TEXT, "kind": TEXT, "url": TEXT, "text": TEXT, "contributor": TEXT, "on": MOMENT,
}  # fmt: skip
MILESTONE: Mapping[str, Kind] = {
    "id": TEXT, "title": TEXT, "due": MOMENT, "season": TEXT, "addressed-to": TEXT, "done": DONE,
}  # fmt: skip

HEADS = {"event": EVENT, "group": GROUP}
"""What a dossier can describe; it has one of these tables."""

PARTS = {"session": SESSION, "material": MATERIAL, "milestone": MILESTONE}
"""What belongs to it, in arrays of tables. A group has no sessions."""

NEEDED = {
    "event": ("slug",), "group": ("slug",), "session": ("id",), "material": ("title",), "milestone": ("title",),
    "event.set-aside": ("audience", "seats", "until"),
}  # fmt: skip

FIELD_OF: Mapping[str, str] = {
    "online": "online_url", "opens": "opens_at", "closes": "closes_at", "when-full": "when_full",
    "promote": "promotion", "members-of": "members_of", "organisation-limit": "organisation_limit",
    "set-aside": "set_asides", "shared-addresses": "shared_addresses", "starts": "starts_at", "ends": "ends_at",
    "cancelled": "cancelled_at", "due": "due_on", "addressed-to": "addressed_to", "done": "done_at",
}  # fmt: skip
"""The field of a record that a key stands for, where the two differ in name."""

PART_FIELDS = {"session": "sessions", "material": "materials", "milestone": "milestones"}
"""The field of an event or group that holds its parts."""

_WITHOUT_FIELD = frozenset({"duration", "to-be-announced"})
_KEY_OF = {field: key for key, field in FIELD_OF.items()}


def key_of(field: str) -> str:
    """Return the key that stands for a field of a record."""
    return _KEY_OF.get(field, field)


def fields_of(keys: Mapping[str, Kind]) -> dict[str, str]:
    """Return the fields that the keys of a table stand for, each with its key."""
    return {FIELD_OF.get(key, key): key for key in keys if key not in _WITHOUT_FIELD}
