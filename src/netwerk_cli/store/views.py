"""The data file as events, groups and their people: a `View` reads them, a `Transaction` also collects changes."""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any, cast

from tinydb import TinyDB
from tinydb.table import Document

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group, Membership
from netwerk_cli.domain.history import Entry, given_numbers
from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.errors import (
    EventNotFound,
    GroupExists,
    GroupNotFound,
    SlugExists,
    StoreDamaged,
    StoreNewer,
    Wording,
)
from netwerk_cli.store import codec, schema, shapes, values
from netwerk_cli.store.files import translated
from netwerk_cli.store.layout import Malformed, parse
from netwerk_cli.store.source import Piece, Source
from netwerk_cli.store.storage import TablesStorage

EVENT, REGISTRATIONS, META, RETIRED, LOG = "event:", "registrations:", "meta", "retired", "log"
GROUP, MEMBERSHIPS = "group:", "memberships:"
_MALFORMED = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


class View:
    """What the data file held at one moment. Records are built when they are asked for."""

    def __init__(self, path: Path, data: Source) -> None:
        """Look at `data`, read from `path`. Raises `StoreDamaged`, `StoreNewer`."""
        self.path = path
        with self._damage():
            self.tables = parse(data)
            self._db = TinyDB(self.tables, storage=TablesStorage)
            self.schema = _positive(self._single(META).get("schema"))
        if self.schema > schema.version():
            raise StoreNewer(path=str(path), found=self.schema, known=schema.version())
        with self._damage():
            schema.migrate(self.tables, self.schema)
            self.meta = self._single(META)
            self.generation = _positive(self.meta.get("generation"))
            self.store_id = _name(self.meta.get("store_id"))

    def slugs(self) -> list[str]:
        """Return the slugs of all events, in the order in which they were made."""
        return [name.removeprefix(EVENT) for name in self.tables if name.startswith(EVENT)]

    def events(self) -> list[Event]:
        """Return all events, in the order in which they were made."""
        return [self.event(slug) for slug in self.slugs()]

    def event(self, slug: str) -> Event:
        """Return one event.

        Raises:
            EventNotFound: there is none of that name; names the nearest.
        """
        self._require(slug)
        with self._damage(EVENT + slug):
            event = codec.decode(Event, self._single(EVENT + slug))
            if event.slug != slug:
                raise Malformed("an event under another event's name")
            return event

    def registrations(self, slug: str) -> dict[int, Registration]:
        """Return the registrations of one event by number, lowest first."""
        with self._damage(REGISTRATIONS + slug):
            documents = self._present(REGISTRATIONS + slug)
            return {n: codec.decode(Registration, documents[n], n) for n in sorted(documents)}

    def tally(self, slug: str) -> Counter[Status]:
        """Return how many registrations of one event are in each state, without building records."""
        with self._damage(REGISTRATIONS + slug):
            raw = self.tables.raw(REGISTRATIONS + slug)
            counted = None if raw is None else codec.tally(raw)
            if counted is not None:
                return counted
            return Counter(
                Status(document["status"]) for document in self._present(REGISTRATIONS + slug).values()
            )

    def group_slugs(self) -> list[str]:
        """Return the slugs of all groups, in the order in which they were made."""
        return [name.removeprefix(GROUP) for name in self.tables if name.startswith(GROUP)]

    def groups(self) -> list[Group]:
        """Return all groups, in the order in which they were made."""
        return [self.group(slug) for slug in self.group_slugs()]

    def group(self, slug: str) -> Group:
        """Return one group.

        Raises:
            GroupNotFound: there is none of that name; names the nearest.
        """
        if GROUP + slug not in self.tables:
            raise GroupNotFound(group=slug, nearest=_nearest(slug, self.group_slugs()))
        with self._damage(GROUP + slug):
            group = codec.decode(Group, self._single(GROUP + slug))
            if group.slug != slug:
                raise Malformed("a group under another group's name")
            return group

    def memberships(self, slug: str) -> dict[int, Membership]:
        """Return the memberships of one group by number, lowest first."""
        with self._damage(MEMBERSHIPS + slug):
            documents = self._present(MEMBERSHIPS + slug)
            return {n: codec.decode(Membership, documents[n], n) for n in sorted(documents)}

    def retired(self) -> dict[str, int]:
        """Return the names that are never used again, each with the highest number that was given under it."""
        with self._damage(RETIRED):
            found = [codec.decode(codec.Retired, document) for document in self._present(RETIRED).values()]
            return {one.slug: one.last_number for one in found}

    def log(self) -> list[Entry]:
        """Return what was done to the file as a whole, oldest first."""
        with self._damage(LOG):
            return [codec.decode(Entry, document) for _, document in sorted(self._present(LOG).items())]

    def numbers(self, table: str) -> list[int]:
        """Return the numbers of the documents in a table."""
        with self._damage(table):
            return list(self._present(table))

    def faults(self) -> Iterator[tuple[str, Wording]]:
        """Decode every table; yield the name of each that is damaged, and what is wrong with it."""
        for name in list(self.tables):
            try:
                self._decode(name)
            except StoreDamaged as err:
                yield name, cast(Wording, err.facts["problem"])

    def _decode(self, name: str) -> None:
        kind, colon, slug = name.partition(":")
        readers: dict[str, Callable[[str], object]] = {
            EVENT: self.event,
            REGISTRATIONS: self.registrations,
            GROUP: self.group,
            MEMBERSHIPS: self.memberships,
            RETIRED: lambda _: self.retired(),
            LOG: lambda _: self.log(),
        }
        if (read := readers.get(kind + colon)) is not None:
            read(slug)
            return
        with self._damage(name):
            self._present(name)

    def _present(self, name: str) -> dict[int, dict[str, Any]]:
        """Return the documents of a table by number; none when there is no such table."""
        return {int(number): document for number, document in self.tables.get(name, {}).items()}

    def _single(self, name: str) -> dict[str, Any]:
        """Return the document of a table that has one only."""
        documents = self._present(name)
        if list(documents) != [1]:
            raise Malformed("table {table} does not hold one record", table=name)
        return documents[1]

    def _require(self, slug: str) -> None:
        if EVENT + slug not in self.tables:
            raise EventNotFound(event=slug, nearest=_nearest(slug, self.slugs()))

    @contextlib.contextmanager
    def _damage(self, table: str | None = None) -> Iterator[None]:
        """Turn what cannot be decoded into `StoreDamaged`, and what cannot be read into its answer."""
        try:
            with translated(self.path):
                yield
        except _MALFORMED as err:
            problem = _problem(err)
            if table:
                problem = Wording("{problem} (table {table})", problem=problem, table=table)
            raise StoreDamaged(path=str(self.path), problem=problem) from err


class Transaction(View):
    """A view that can be changed. What was kept reaches the file in one write, at the end, or not at all."""

    def add(self, event: Event) -> None:
        """Keep a new event. Raises `SlugExists`, `GroupExists` when the name is, or once was, in use."""
        self._refuse_taken(event.slug)
        self.keep(event)

    def add_group(self, group: Group) -> None:
        """Keep a new group. Raises as `add`: events and groups share their names."""
        self._refuse_taken(group.slug)
        self.keep_group(group)

    def _refuse_taken(self, slug: str) -> None:
        if GROUP + slug in self.tables:
            raise GroupExists(group=slug)
        if EVENT + slug in self.tables or slug in self.retired():
            raise SlugExists(event=slug)

    def keep(self, event: Event, registrations: Iterable[Registration] = ()) -> None:
        """Keep an event and those of its registrations that changed. What does not differ is not written."""
        self._put(EVENT + event.slug, self._encoded({1: event}))
        self._put(REGISTRATIONS + event.slug, self._encoded({r.number: r for r in registrations}))

    def keep_group(self, group: Group, memberships: Iterable[Membership] = ()) -> None:
        """Keep a group and those of its memberships that changed. What does not differ is not written."""
        self._put(GROUP + group.slug, self._encoded({1: group}))
        self._put(MEMBERSHIPS + group.slug, self._encoded({m.number: m for m in memberships}))

    def _encoded(self, records: Mapping[int, object]) -> dict[int, shapes.Document]:
        """Return the documents of records by number. Raises `StoreDamaged` where a count has no successor."""
        try:
            return {number: codec.encode(record) for number, record in records.items()}
        except values.TooHigh as err:
            problem = Wording("a number in it is so high that none can follow")
            raise StoreDamaged(path=str(self.path), problem=problem) from err

    def remove(self, slug: str) -> None:
        """Take an event out with its registrations; its name stays taken. Raises `EventNotFound`."""
        self._require(slug)
        given = (*self.numbers(REGISTRATIONS + slug), *given_numbers(self.event(slug).history))
        self._db.drop_table(EVENT + slug)
        self._db.drop_table(REGISTRATIONS + slug)
        self.retire(slug, max(given, default=0))

    def retire(self, slug: str, last_number: int) -> None:
        """Never let a name be used again, nor any number up to the last that was given under it."""
        with self._damage(RETIRED):
            present = self._present(RETIRED)
            free = next(n for n in range(1, len(present) + 2) if n not in present)
            number = next((n for n, d in present.items() if d.get("slug") == slug), free)
        self._put(RETIRED, self._encoded({number: codec.Retired(slug=slug, last_number=last_number)}))

    def keep_log(self, earlier: Iterable[Entry], entry: Entry) -> None:
        """Keep what was done to the file as a whole: each of the earlier lines once, in order, then a new one."""
        lines: list[Entry] = []
        for line in sorted(earlier, key=lambda one: one.at):
            if line not in lines:
                lines.append(line)
        self._put(LOG, self._encoded(dict(enumerate([*lines, entry], 1))))

    def number(self, generation: int) -> None:
        """Write the present schema and this generation into the file's own record. Raises `StoreDamaged`."""
        with self._damage():
            _positive(generation)
        self._put(META, {1: {**self._single(META), "schema": schema.version(), "generation": generation}})

    def pieces(self) -> list[Piece]:
        """Return the whole file as it is to be written, piece by piece: what nobody touched is not copied."""
        with self._damage():
            return self.tables.pieces()

    def to_bytes(self) -> bytes:
        """Return the whole file as it is to be written."""
        with self._damage():
            return self.tables.to_bytes()

    def _put(self, name: str, documents: dict[int, shapes.Document]) -> None:
        if not documents:
            return
        with self._damage(name):
            present = self._present(name)
            changed = {
                number: d for number, d in documents.items() if number in present and present[number] != d
            }
            added = [Document(d, doc_id=number) for number, d in documents.items() if number not in present]
            table = self._db.table(name)
            if changed:
                successors = iter(changed.values())
                table.update(lambda document: _become(document, next(successors)), doc_ids=list(changed))
            if added:
                table.insert_multiple(added)


def _become(present: MutableMapping[str, Any], document: shapes.Document) -> None:
    present.clear()
    present.update(document)


def _positive(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 10**12:
        raise Malformed("it does not say which version of the data file it is")
    return value


def _name(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise Malformed("it does not say which store it is")
    return value


def _problem(err: BaseException) -> Wording:
    """Say what is wrong without quoting the data, which is personal."""
    match err:
        case Malformed():
            return err.problem
        case UnicodeDecodeError():
            return Wording("it is not UTF-8 text")
        case json.JSONDecodeError():
            return Wording("it is not valid JSON near character {position}", position=err.pos)
        case RecursionError():
            return Wording("it is nested too deeply")
    return Wording("a record is incomplete or malformed")


def _nearest(slug: str, slugs: Iterable[str]) -> str:
    from difflib import get_close_matches

    match = get_close_matches(slug, list(slugs), n=1)
    return Wording("Did you mean '{match}'? ", match=match[0]) if match else ""
