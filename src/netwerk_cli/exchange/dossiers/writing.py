"""Records → dossiers, written in one order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import tomlkit
from tomlkit.items import Item, String, StringType, Table, Trivia

from netwerk_cli.dates import read_due
from netwerk_cli.domain.accreditations import Accreditation
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.leads import Lead
from netwerk_cli.domain.materials import Milestone
from netwerk_cli.domain.moments import Moment, in_zone, localise
from netwerk_cli.domain.set_asides import SetAside
from netwerk_cli.errors import BadDate
from netwerk_cli.exchange.dossiers.keys import HEADS, PART_FIELDS, PARTS, fields_of
from netwerk_cli.exchange.dossiers.marks import mark_of

Values = dict[str, Any]
"""The keys of one table in the order in which they are written, without those that hold their default."""

MAIN = "main"
_TEXTS = frozenset({"description", "text"})
_WIDTH = 100
_BREAK = re.compile(r"(?<=\S) (?=\S)")


# --------------------------------------------------------- records to values
def head_of(record: Event | Group, *, apart: bool = False) -> tuple[str, Values]:
    """Return the name and the values of the table that describes the event or group itself.

    The time of a lone session goes with the event, unless its sessions are written `apart`.
    """
    name = "event" if isinstance(record, Event) else "group"
    values = _values(record, fields_of(name), record.timezone)
    if isinstance(record, Event) and not apart and _plain(record):
        values |= _values(record.sessions[0], {"starts_at": "starts", "ends_at": "ends"}, record.timezone)
    if isinstance(record, Event):
        leads = {"opens": record.opens_before, "closes": record.closes_before}
        values |= {key: str(lead) for key, lead in leads.items() if lead is not None}
    values["timezone"] = record.timezone
    return name, {key: values[key] for key in HEADS[name] if key in values}


def parts_of(record: Event | Group, *, apart: bool = False) -> dict[str, dict[str, Values]]:
    """Return the values of the sessions, materials and milestones by id, in their order."""
    found: dict[str, dict[str, Values]] = {}
    for name, field in PART_FIELDS.items():
        parts = getattr(record, field, ())
        if name == "session" and isinstance(record, Event) and not apart and _plain(record):
            parts = ()
        found[name] = {part.id: _part(name, part, record.timezone) for part in parts}
    return found


def _plain(event: Event) -> bool:
    """Whether the event has one session that says nothing but when it is: that goes with the event itself."""
    if len(event.sessions) != 1:
        return False
    only = event.sessions[0]
    told = _values(only, fields_of("session"), event.timezone)
    return only.id == MAIN and only.starts_at is not None and set(told) <= {"id", "starts", "ends"}


def _part(name: str, part: Any, zone: str) -> Values:
    values = _values(part, fields_of(name), zone)
    if name == "session":
        values |= {"to-be-announced": True} if part.starts_at is None else {}
        values |= {"cancelled": True} if part.cancelled_at is not None else {}
    if name == "milestone" and part.season is not None:
        values |= _due(part, zone)
    return {key: values[key] for key in PARTS[name] if key in values}


def _due(milestone: Milestone, zone: str) -> Values:
    """Return by when something is due in one key where the words say the day as well, else in two."""
    try:
        due = read_due(str(milestone.season), zone=zone, now=datetime(2000, 1, 1, tzinfo=UTC))
    except BadDate:
        return {}
    said = (due.on, due.period) == (milestone.due_on, milestone.season)
    return {"due": milestone.season, "season": None} if said else {}


def _values(record: Any, fields: Mapping[str, str], zone: str) -> Values:
    """Return what a record says, by key; what holds its default says nothing."""
    blank = {name: field.default for name, field in type(record).__dataclass_fields__.items()}
    return {
        key: _value(getattr(record, field), zone)
        for field, key in fields.items()
        if field in blank and getattr(record, field) != blank[field]
    }


def _value(value: object, zone: str) -> object:
    match value:
        case SetAside():
            return {"audience": value.audience, "seats": value.seats, "until": _moment(value.until, zone)}
        case tuple():
            return [_value(item, zone) for item in value]
        case date():
            return _moment(value, zone)
        case str() | Lead() | Accreditation():
            return str(value)
    return value


def _moment(moment: Moment, zone: str) -> Moment:
    """Return a time as the clocks of `zone` show it, without an offset unless it is needed to tell two hours apart."""
    if not isinstance(moment, datetime):
        return moment
    there = in_zone(moment, zone)
    naive = there.replace(tzinfo=None)
    try:
        if localise(naive, zone, text="") == moment:
            return naive
    except BadDate:
        pass
    offset = there.utcoffset()
    return there if offset is not None and not offset.total_seconds() % 60 else moment.astimezone(UTC)


# -------------------------------------------------------------- written anew
def formatted(record: Event | Group) -> bytes:
    """Return the dossier of an event or group."""
    document = tomlkit.document()
    document.add(tomlkit.comment(str(mark_of(record.history)).removeprefix("# ")))
    name, values = head_of(record)
    document.add(name, _table(values))
    for part, tables in parts_of(record).items():
        if tables:
            array = tomlkit.aot()
            for values in tables.values():
                array.append(_table(values))
            document.add(part, array)
    return document.as_string().encode()


def block(name: str, values: Values) -> str:
    """Return one table of an array of tables, with its heading."""
    document, array = tomlkit.document(), tomlkit.aot()
    array.append(_table(values))
    return document.add(name, array).as_string()


def value_text(key: str, value: object) -> str:
    """Return a value as it stands behind its key."""
    return _item(key, value).as_string()


def _table(values: Values) -> Table:
    table = tomlkit.table()
    for key, value in values.items():
        if value is not None:
            table.add(key, _item(key, value))
    return table


def _item(key: str, value: object) -> Item:
    """Return a value as TOML: long texts and lists over several lines."""
    if isinstance(value, str) and key in _TEXTS and ("\n" in value or len(value) > _WIDTH):
        return _long(value)
    if isinstance(value, list):
        array = tomlkit.array()
        for one in value:
            array.append(_element(one))
        return array.multiline(len(array.as_string()) > _WIDTH or any(isinstance(v, dict) for v in value))
    return _element(value)


def _element(value: object) -> Item:
    if isinstance(value, list):
        return _item("", value)
    if not isinstance(value, dict):
        return tomlkit.item(value)
    table = tomlkit.inline_table()
    table.update({key: _element(one) for key, one in value.items() if one is not None})
    return table


def _long(text: str) -> String:
    """Return a text as a multi-line string, its long lines folded with a backslash, which TOML takes out again."""
    lines = (_folded(tomlkit.string(line).as_string()[1:-1]) for line in text.split("\n"))
    return String(StringType.MLB, text, "\n" + "\n".join(lines), Trivia())


def _folded(line: str) -> str:
    pieces, rest = [], line
    while len(rest) > _WIDTH:
        spaces = [found.end() for found in _BREAK.finditer(rest)]
        end = max((at for at in spaces if at <= _WIDTH), default=min(spaces, default=None))
        if end is None:
            break
        pieces.append(rest[:end] + "\\\n")
        rest = rest[end:]
    return "".join(pieces) + rest
