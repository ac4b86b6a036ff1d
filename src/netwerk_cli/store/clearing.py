"""Taking fields that are past their term out of a file: of people, events, groups, the log, what was changed.

What people of whom a field goes had said stays in the figures of their event, here as in an earlier state.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from netwerk_cli.domain import attending, counting, erasing
from netwerk_cli.domain.figures import ANSWER
from netwerk_cli.domain.history import Entry
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.store import codec
from netwerk_cli.store.damage import damage
from netwerk_cli.store.documents import Document
from netwerk_cli.store.seam import CHANGES, EVENT, REGISTRATIONS
from netwerk_cli.store.transactions import Transaction

Names = Mapping[str, Iterable[str]]
"""Fields by the number of a record, as a document has it."""


Cleared = dict[tuple[str, str | None, str | None], tuple[dict[int, Document], dict[int, Document]]]
"""What became of an event and its list, by its slug and both as they were written."""


def clear(transaction: Transaction, fields: Mapping[str, Names], known: Cleared | None = None) -> None:
    """Take fields out of records, by table and number, wherever the file says something of them.

    `known` is what came of lists in other states of the file, most of which hold the same.
    """
    known = {} if known is None else known
    for table, numbers in fields.items():
        if table not in transaction.documents:
            continue
        kind, colon, slug = table.partition(":")
        match kind + colon:
            case "registrations:":
                _registrations(transaction, slug, numbers, known)
            case "memberships:":
                _put(transaction, table, transaction.memberships(slug), numbers, erasing.without)
            case "event:":
                _put(transaction, table, {1: transaction.event(slug)}, numbers, erasing.owner_without)
            case "group:":
                _put(transaction, table, {1: transaction.group(slug)}, numbers, erasing.owner_without)
            case "log":
                log = dict(enumerate(transaction.log(), 1))
                _put(transaction, table, log, numbers, erasing.line_without)
    _clear_changes(transaction, fields)


def _registrations(transaction: Transaction, slug: str, numbers: Names, known: Cleared) -> None:
    key = slug, transaction.documents.text(EVENT + slug), transaction.documents.text(REGISTRATIONS + slug)
    cleared = known.get(key) or _cleared(transaction, slug, numbers)
    if None not in key:
        known[key] = cleared
    transaction.overwrite(EVENT + slug, cleared[0])
    transaction.overwrite(REGISTRATIONS + slug, cleared[1])


def _cleared(
    transaction: Transaction, slug: str, numbers: Names
) -> tuple[dict[int, Document], dict[int, Document]]:
    """Return the event without the fields of its people but with these counted, and the people who differ."""
    event, people = transaction.event(slug), transaction.registrations(slug)
    recorded, counted = attending.recorded_in(people), dict[int, Registration]()
    for number in sorted(map(int, numbers)):
        if number in people:
            names = {*numbers[str(number)]}
            event, counted[number] = counting.kept(event, people[number], recorded, names)
    found = {n: erasing.without(one, {*numbers[str(n)]}) for n, one in counted.items()}
    return {1: codec.encode(event)}, _differing(found, people)


def _put(
    transaction: Transaction, table: str, records: Mapping[int, Any], numbers: Names, without: Any
) -> None:
    found = {n: without(one, {*numbers[str(n)]}) for n, one in records.items() if str(n) in numbers}
    transaction.overwrite(table, _differing(found, records))


def _differing(found: Mapping[int, Any], before: Mapping[int, Any]) -> dict[int, Document]:
    return {n: codec.encode(one) for n, one in found.items() if one is not before[n]}


# ------------------------------------------------------------- what was changed
def tables_of_changes(transaction: Transaction) -> list[str]:
    """Return the names of the tables of changes."""
    return [name for name in transaction.documents if name.startswith(CHANGES)]


def present(transaction: Transaction, table: str) -> dict[int, Document]:
    """Return the documents of a table by number. Raises `StoreDamaged`."""
    with damage(transaction.named, table):
        return dict(transaction.documents.present(table))


def _clear_changes(transaction: Transaction, fields: Mapping[str, Names]) -> None:
    own = fields.get(CHANGES, {})
    for name in tables_of_changes(transaction):
        found = {}
        for number, document in present(transaction, name).items():
            after = _change_without(document, fields, {*own.get(str(number), ())})
            if after != document:
                found[number] = after
        transaction.overwrite(name, found)


def _change_without(document: Document, fields: Mapping[str, Names], own: set[str]) -> Document:
    records, gone = dict[str, Any](), {*own}
    for table, numbers in document.get("records", {}).items():
        records[table] = dict(numbers)
        for number in numbers.keys() & fields.get(table, {}).keys():
            names = {*fields[table][number]}
            records[table][number] = _delta_without(numbers[number], names)
            gone |= names & {erasing.WHY}
    after = {**document, "records": records} if records else dict(document)
    after |= {"by": erasing.NOBODY} if erasing.BY in gone else {}
    return {name: value for name, value in after.items() if name != "why" or erasing.WHY not in gone}


def _delta_without(delta: Any, names: set[str]) -> Any:
    """Return what a change did to a record without some fields of it; a name or an address are not put back."""
    if not isinstance(delta, dict):
        return delta
    if names & {"name", "email"} and "was" in delta:
        return None
    return {
        how: _parts_without(values, names)
        if how == "parts"
        else {n: _value_without(n, v, names) for n, v in values.items() if n not in names}
        for how, values in delta.items()
    }


def _value_without(name: str, value: Any, names: set[str]) -> Any:
    if name in ("materials", "milestones"):
        return _parts_without(value, names)
    if name == "history" and isinstance(value, list):
        return [_line_without(line, names) for line in value]
    if name != erasing.ANSWERS or not isinstance(value, dict):
        return value
    return {id: said for id, said in value.items() if f"{ANSWER}{id}" not in names}


def _parts_without(value: Any, names: set[str]) -> Any:
    """Return parts of an event or group without some fields, however deep these are."""
    if isinstance(value, list):
        return [_parts_without(one, names) for one in value]
    if not isinstance(value, dict):
        return value
    return {name: _parts_without(one, names) for name, one in value.items() if name not in names}


def _line_without(line: Document, names: set[str]) -> Document:
    return codec.encode(erasing.line_without(codec.decode(Entry, line), names))
