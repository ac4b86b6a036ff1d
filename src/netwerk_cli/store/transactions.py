"""What is to become of the data file: a view that collects changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from tinydb.table import Document

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group, Membership
from netwerk_cli.domain.history import Act, Entry
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.errors import GroupExists, SlugExists, SlugRetired, StoreDamaged, Wording
from netwerk_cli.store import changes, codec, documents, schema, values
from netwerk_cli.store.changes import ChangeRecord
from netwerk_cli.store.deltas import delta
from netwerk_cli.store.file.layout import Touched
from netwerk_cli.store.file.source import Piece, Source
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

_FOLLOWS = frozenset({"promoted", "closed"})
"""What is done because of something else that was done in the same change."""


class Transaction(View):
    """A view that can be changed. What was kept reaches the file in one write, at the end, or not at all."""

    def __init__(self, path: Path, data: Source) -> None:
        """Look at `data`, read from `path`. Raises as `View`."""
        super().__init__(path, data)
        self.change_number = self.last_change() + 1
        self._before: dict[str, dict[int, dict[str, Any] | None]] = {}
        self._done: list[tuple[str, str | None]] = []
        self._people: dict[str, dict[int, Registration]] = {}
        self.recorded: Touched = {}
        """Where the record of this change is, once it was made."""

    def touched(self) -> list[str]:
        """Return the names of the events that something was done to, themselves or somebody on their list."""
        names = (table.partition(":") for table, before in self._before.items() if before)
        found = [slug for kind, colon, slug in names if kind + colon in (EVENT, REGISTRATIONS)]
        return [slug for slug in dict.fromkeys(found) if EVENT + slug in self.tables]

    def registrations(self, slug: str) -> dict[int, Registration]:
        """Return the registrations of one event by number, lowest first; those that were read before are not again."""
        changed = self._before.get(REGISTRATIONS + slug, {})
        # What was not changed here is what the file held when it was read, and that stays as it is.
        known = {n: r for n, r in self._people.get(slug, {}).items() if n not in changed}
        found = self._people[slug] = self._registrations(slug, known)
        return dict(found)

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

    def put_back(self, owner: Event | Group, people: Iterable[Registration | Membership]) -> None:
        """Keep an event or group that was taken out, and all its people; each says that in its last line."""
        is_event = isinstance(owner, Event)
        self._put((EVENT if is_event else GROUP) + owner.slug, self._encoded({1: owner}), again=True)
        table = (REGISTRATIONS if is_event else MEMBERSHIPS) + owner.slug
        self._put(table, self._encoded({one.number: one for one in people}), again=True)
        present = self._present(RETIRED)
        self._take_out(RETIRED, [n for n, d in present.items() if d.get("slug") == owner.slug])

    def take_out(self, slug: str, numbers: Iterable[int]) -> None:
        """Take registrations, or memberships of a group, out; the numbers are not given again."""
        self._take_out((MEMBERSHIPS if GROUP + slug in self.tables else REGISTRATIONS) + slug, numbers)

    def _take_out(self, name: str, numbers: Iterable[int]) -> None:
        taken = list(numbers)
        if taken:
            with self._damage(name):
                self._remember(name, taken)
                self._db.table(name).remove(doc_ids=taken)
                if not self._present(name):
                    self._db.drop_table(name)

    def keep_group(self, group: Group, memberships: Iterable[Membership] = ()) -> None:
        """Keep a group and those of its memberships that changed. What does not differ is not written."""
        self._put(GROUP + group.slug, self._encoded({1: group}))
        self._put(MEMBERSHIPS + group.slug, self._encoded({m.number: m for m in memberships}))

    def _encoded(self, records: Mapping[int, object]) -> dict[int, documents.Document]:
        """Return the documents of records by number. Raises `StoreDamaged` where a count has no successor."""
        try:
            return {number: codec.encode(record) for number, record in records.items()}
        except values.TooHigh as err:
            problem = Wording("a number in it is so high that none can follow")
            raise StoreDamaged(path=str(self.path), problem=problem) from err

    def remove(self, slug: str) -> None:
        """Take an event out with its registrations; its name stays taken. Raises `EventNotFound`."""
        self._require(slug)
        self._drop(slug, EVENT + slug, REGISTRATIONS + slug)

    def remove_group(self, slug: str) -> None:
        """Take a group out with its memberships; its name stays taken. Raises `GroupNotFound`."""
        self.group(slug)
        self._drop(slug, GROUP + slug, MEMBERSHIPS + slug)

    def _drop(self, slug: str, owner: str, people: str) -> None:
        given = self.given(slug)
        for table, taken in ((owner, [1]), (people, self.numbers(people))):
            with self._damage(table):
                self._remember(table, taken)
                self._db.drop_table(table)
        self.retire(given)

    def retire(self, given: codec.Retired) -> None:
        """Never let a name be used again, nor any number up to the last that was given under it."""
        with self._damage(RETIRED):
            present = self._present(RETIRED)
            free = next(n for n in range(1, len(present) + 2) if n not in present)
            number = next((n for n, d in present.items() if d.get("slug") == given.slug), free)
        self._put(RETIRED, self._encoded({number: given}))

    def keep_log(self, earlier: Iterable[Entry], entry: Entry) -> None:
        """Keep what was done to the file as a whole: each of the earlier lines once, in order, then a new one."""
        lines: list[Entry] = []
        for line in sorted(earlier, key=lambda one: one.at):
            if line not in lines:
                lines.append(line)
        self._put(LOG, self._encoded(dict(enumerate([*lines, self._signed(entry)], 1))))

    def note(self, entry: Entry) -> None:
        """Keep a line about the file as a whole, such as what was taken out of it."""
        self.keep_log(self.log(), entry)

    def _signed(self, entry: Entry) -> Entry:
        self._done.append((entry.what, entry.why))
        return replace(entry, change=self.change_number)

    def record(self, act: Act, *, undoes: int | None = None, kept_as: int | None = None) -> None:
        """Note what was done since the file was read as one change, which can be taken back, signed with `act`."""
        done = [*self._done, ("edited", None)]
        what, why = next((one for one in done[:-1] if one[0] not in _FOLLOWS), done[0])
        found: dict[str, dict[str, object]] = {}
        for table, before in self._before.items():
            if before:
                present = self._present(table)
                found[table] = {str(n): delta(old, present.get(n)) for n, old in before.items()}
        change = ChangeRecord(
            number=self.change_number,
            at=act.at,
            by=act.by,
            what=what,
            why=why,
            records=found,
            undoes=undoes,
            kept_as=kept_as,
        )
        firsts = changes.tables(self.tables)
        if not firsts or self._is_full(f"{changes.TABLE}{firsts[-1]}"):
            firsts.append(change.number)
        for gone in changes.outlived(firsts, change.number):
            self._db.drop_table(f"{changes.TABLE}{gone}")
        table = f"{changes.TABLE}{firsts[-1]}"
        self._db.table(table).insert(Document(codec.encode(change), doc_id=change.number))
        self.recorded = {table: {change.number: None}}

    def _is_full(self, table: str) -> bool:
        raw = self.tables.raw(table) or b""
        with self._damage(table):
            return changes.is_full(len(self._present(table)), len(raw))

    def number(self, generation: int) -> None:
        """Write the present schema and this generation into the file's own record. Raises `StoreDamaged`."""
        with self._damage():
            positive(generation)
        self._put(
            META,
            {
                1: {
                    **self._single(META),
                    "schema": schema.version(),
                    "generation": generation,
                    "changes": self.change_number,
                }
            },
        )

    def pieces(self) -> list[Piece]:
        """Return the whole file as it is to be written, piece by piece: what nobody touched is not copied."""
        with self._damage():
            return self.tables.pieces({**self._before, **self.recorded})

    def to_bytes(self) -> bytes:
        """Return the whole file as it is to be written."""
        with self._damage():
            return self.tables.to_bytes()

    def _put(self, name: str, documents: dict[int, documents.Document], *, again: bool = False) -> None:
        """Put documents into a table; the lines of history that are new get the number of this change.

        Of what is put there `again`, only the last line is new.
        """
        if not documents:
            return
        with self._damage(name):
            present = self._present(name)
            for number, document in documents.items():
                self._number_lines(document, present.get(number), again=again)
            changed = {
                number: d for number, d in documents.items() if number in present and present[number] != d
            }
            added = [Document(d, doc_id=number) for number, d in documents.items() if number not in present]
            self._remember(name, [*changed, *(document.doc_id for document in added)])
            table = self._db.table(name)
            if changed:
                successors = iter(changed.values())
                table.update(lambda document: _become(document, next(successors)), doc_ids=list(changed))
            if added:
                table.insert_multiple(added)

    def _number_lines(
        self, document: documents.Document, present: Mapping[str, Any] | None, *, again: bool
    ) -> None:
        """Give the new lines of a history the number of this change; the others keep theirs."""
        lines, known = document.get("history", []), (present or {}).get("history", [])
        for line, kept in zip(lines, known, strict=False):
            if "change" in kept:
                line["change"] = kept["change"]
        for line in lines[-1:] if again else lines[len(known) :]:
            line["change"] = self.change_number
            self._done.append((line["what"], line.get("why")))

    def _remember(self, name: str, numbers: Iterable[int]) -> None:
        """Note what documents were before the change, the first time that they are touched."""
        if name in (META, LOG):
            return
        before, present = self._before.setdefault(name, {}), self._present(name)
        for number in numbers:
            if number not in before:
                before[number] = dict(present[number]) if number in present else None


def _become(present: MutableMapping[str, Any], document: documents.Document) -> None:
    present.clear()
    present.update(document)
