"""What is to become of the data file: a view that collects changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any

from tinydb.table import Document

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group, Membership
from netwerk_cli.domain.history import Entry, given_numbers
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.errors import GroupExists, SlugExists, SlugRetired, StoreDamaged, Wording
from netwerk_cli.store import codec, schema, shapes, values
from netwerk_cli.store.source import Piece
from netwerk_cli.store.views import (
    EVENT,
    GROUP,
    LOG,
    MEMBERSHIPS,
    META,
    REGISTRATIONS,
    RETIRED,
    View,
    positive,
)


class Transaction(View):
    """A view that can be changed. What was kept reaches the file in one write, at the end, or not at all."""

    def add(self, event: Event) -> None:
        """Keep a new event. Raises `SlugExists`, `SlugRetired`, `GroupExists` when the name is, or once was, in use."""
        self._refuse_taken(event.slug)
        self.keep(event)

    def add_group(self, group: Group) -> None:
        """Keep a new group. Raises as `add`: events and groups share their names."""
        self._refuse_taken(group.slug)
        self.keep_group(group)

    def _refuse_taken(self, slug: str) -> None:
        if GROUP + slug in self.tables:
            raise GroupExists(group=slug)
        if EVENT + slug in self.tables:
            raise SlugExists(event=slug)
        if slug in self.retired():
            raise SlugRetired(event=slug)

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
            positive(generation)
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
