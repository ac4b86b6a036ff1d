"""The keys of a dossier: which there are in each table, what each holds, and which field of a record it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from netwerk_cli import terms
from netwerk_cli.terms import Kind, Terms
from netwerk_cli.wording import Wording


class Form(NamedTuple):
    """What a key may hold: types as `tomllib` gives them, and how to say so."""

    types: tuple[type, ...]
    wanted: Wording


TEXT = Form((str,), Wording("a text"))
COUNT = Form((int, str), Wording("a whole number, or the text none"))
FLAG = Form((bool,), Wording("true or false"))
TEXTS = Form((list,), Wording("a list of texts"))
MOMENT = Form((date, str), Wording("a date, a time with its date, or a text that says so"))
DONE = Form((bool, date, str), Wording("true, false, or the moment at which it was done"))
TABLES = Form((list,), Wording("a list of tables"))

_FORMS: Mapping[Kind, Form] = {
    Kind.COUNT: COUNT, Kind.FLAG: FLAG, Kind.UNDATED: FLAG, Kind.TEXTS: TEXTS, Kind.DONE: DONE, Kind.ASIDES: TABLES,
    Kind.ACCREDITED: TEXTS,
    Kind.START: MOMENT, Kind.END: MOMENT, Kind.MOMENT: MOMENT, Kind.DAY: MOMENT, Kind.DUE: MOMENT,
}  # fmt: skip
"""What terms of a kind hold; the others are texts."""

_FIRST = ("id", "slug", "title", "access", "theme", "language", "draft", "timezone")
"""The keys that a dossier begins with; the rest stands in the order of the terms."""


def _keys(known: Terms) -> Mapping[str, Form]:
    found = {term.key: _FORMS.get(term.kind, TEXT) for term in known if term.key}
    return {key: found[key] for key in (*_FIRST, *found) if key in found}


EVENT = _keys(terms.EVENT)
GROUP = _keys(terms.GROUP)
SESSION = _keys(terms.SESSION)
QUESTION = _keys(terms.QUESTION)
MATERIAL = _keys(terms.MATERIAL)
MILESTONE = _keys(terms.MILESTONE)
SET_ASIDE: Mapping[str, Form] = {"audience": TEXT, "seats": COUNT, "until": MOMENT}

HEADS = {"event": EVENT, "group": GROUP}
"""What a dossier can describe; it has one of these tables."""

PARTS = {"session": SESSION, "question": QUESTION, "material": MATERIAL, "milestone": MILESTONE}
"""What belongs to it, in arrays of tables. A group has no sessions and asks no questions."""

NEEDED = {
    "event": ("slug",), "group": ("slug",), "session": ("id",), "question": ("id", "text"), "material": ("title",),
    "milestone": ("title",), "event.set-aside": ("audience", "seats", "until"),
}  # fmt: skip

TERMS: Mapping[str, Terms] = {
    "event": terms.EVENT, "group": terms.GROUP, "session": terms.SESSION, "question": terms.QUESTION,
    "material": terms.MATERIAL, "milestone": terms.MILESTONE,
}  # fmt: skip
"""What the keys of each table stand for."""

PART_FIELDS = {
    "session": "sessions",
    "question": "questions",
    "material": "materials",
    "milestone": "milestones",
}
"""The field of an event or group that holds its parts."""

_KEY_OF = {term.field: term.key for known in TERMS.values() for term in known if term.key}


def key_of(field: str) -> str:
    """Return the key that stands for a field of a record."""
    return _KEY_OF.get(field, field)


def fields_of(table: str) -> dict[str, str]:
    """Return the fields that the keys of a table stand for, each with its key."""
    return {term.field: term.key for term in TERMS[table] if term.key}
