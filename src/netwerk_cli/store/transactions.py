"""What is to become of what is kept: a view that collects changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group, Membership
from netwerk_cli.domain.history import Act, Entry
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.errors.planning import GroupExists, SlugExists, SlugRetired
from netwerk_cli.records import replace
from netwerk_cli.store import codec, schema, values
from netwerk_cli.store.changes import ChangeRecord
from netwerk_cli.store.damage import damaged
from netwerk_cli.store.deltas import delta
from netwerk_cli.store.documents import Document
from netwerk_cli.store.erasures import Erasure
from netwerk_cli.store.seam import (
    ERASED,
    EVENT,
    GROUP,
    LOG,
    MEMBERSHIPS,
    META,
    REGISTRATIONS,
    RETIRED,
    WRITTEN,
    Documents,
    Touched,
)
from netwerk_cli.store.views import View, positive
from netwerk_cli.store.written import Written, latest
from netwerk_cli.wording import Wording

_FOLLOWS = frozenset({"promoted", "closed"})  # because of something else that was done in the same change


class Transaction(View):
    """A view that can be changed. What was kept reaches the store in one write, at the end, or not at all."""

    def __init__(self, documents: Documents) -> None:
        """Look at `documents`. Raises as `View`."""
        super().__init__(documents)
        self._number: int | None = None
        self._before: dict[str, dict[int, dict[str, Any] | None]] = {}
        self._done: list[tuple[str, str | None]] = []
        self._events: dict[str, Event] = {}
        self._people: dict[str, dict[int, Registration]] = {}
        self._overwritten: dict[str, dict[int, dict[str, Any] | None]] = {}
        self.noted: Callable[[], Sequence[Written]] = tuple
        """Takes what was noted as written elsewhere, for this change to keep."""
        self.took = False
        self.forgets = False
        """Whether the state before is not kept."""
        self.recorded: Touched = {}
        """Where the record of this change is, once it was made."""

    @property
    def change_number(self) -> int:
        """The number of this change, given when it is first asked for."""
        if self._number is None:
            self._number = self.documents.next_change(self.last_change())
        return self._number

    @change_number.setter
    def change_number(self, number: int) -> None:
        self._number = number

    def touched(self) -> list[str]:
        """Return the names of events and groups that something was done to, themselves or somebody on their list."""
        names = (table.partition(":") for table, before in self._before.items() if before)
        kinds = (EVENT, REGISTRATIONS, GROUP, MEMBERSHIPS)
        found = dict.fromkeys(slug for kind, colon, slug in names if kind + colon in kinds)
        return [slug for slug in found if EVENT + slug in self.documents or GROUP + slug in self.documents]

    def event(self, slug: str) -> Event:
        """Return one event, as `View.event`."""
        found = self._events[slug] = super().event(slug)
        return found

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
        if GROUP + slug in self.documents:
            raise GroupExists(group=slug)
        if EVENT + slug in self.documents:
            raise SlugExists(event=slug)
        if slug in self.retired():
            raise SlugRetired(event=slug)

    def keep(self, event: Event, registrations: Iterable[Registration] = ()) -> None:
        """Keep an event and those of its registrations that changed. What does not differ is not written."""
        if self._events.pop(event.slug, None) is not event:
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
        self._take_out((MEMBERSHIPS if GROUP + slug in self.documents else REGISTRATIONS) + slug, numbers)

    def _take_out(self, name: str, numbers: Iterable[int]) -> None:
        taken = list(numbers)
        if taken:
            with self._damage(name):
                self._remember(name, taken)
                self.documents.drop(name, taken)

    def keep_group(self, group: Group, memberships: Iterable[Membership] = ()) -> None:
        """Keep a group and those of its memberships that changed. What does not differ is not written."""
        self._put(GROUP + group.slug, self._encoded({1: group}))
        self._put(MEMBERSHIPS + group.slug, self._encoded({m.number: m for m in memberships}))

    def _encoded(self, records: Mapping[int, object]) -> dict[int, Document]:
        """Return the documents of records by number. Raises `StoreDamaged` where a count has no successor."""
        try:
            return {number: codec.encode(record) for number, record in records.items()}
        except values.TooHigh as err:
            raise damaged(self.named, Wording("a number in it is so high that none can follow")) from err

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
                self.documents.drop(table)
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

    def record(
        self, act: Act, *, what: str | None = None, undoes: int | None = None, kept_as: int | None = None
    ) -> None:
        """Note what was done since the file was read as one change, which can be taken back, signed with `act`.

        `what` it is called is, where nothing is said, what was done first.
        """
        done = [*self._done, ("edited", None)]
        first, why = next((one for one in done[:-1] if one[0] not in _FOLLOWS), done[0])
        found: dict[str, dict[str, object]] = {}
        for table, before in self._before.items():
            if before:
                present = self._present(table)
                found[table] = {str(n): delta(old, present.get(n)) for n, old in before.items()}
        change = ChangeRecord(
            number=self.change_number,
            at=act.at,
            by=act.by,
            what=what or first,
            why=why,
            records=found,
            undoes=undoes,
            kept_as=kept_as,
        )
        table = self.documents.put_change(change.number, codec.encode(change))
        self.recorded = {table: {change.number: None}}

    @property
    def replaced(self) -> Touched:
        """What was put or taken out, and what it was before."""
        found: dict[str, dict[int, Mapping[str, Any] | None]] = {}
        for some in (self._before, self._overwritten, self.recorded):
            for name, before in some.items():
                found.setdefault(name, {}).update(before)
        return found

    def keep_erasures(self, erasures: Iterable[Erasure]) -> None:
        """Keep who was erased."""
        self.overwrite(ERASED, {n: codec.encode(one) for n, one in enumerate(erasures, 1)})

    def take_over(self) -> None:
        """Keep what was noted as written elsewhere since the last change."""
        noted, self.noted = self.noted(), tuple
        if noted:
            self.keep_written(latest(self.written(), noted))
            self.took = True

    def keep_written(self, written: Iterable[Written]) -> None:
        """Keep what was written elsewhere."""
        self.drop(WRITTEN)
        self.overwrite(WRITTEN, {n: codec.encode(one) for n, one in enumerate(written, 1)})

    def overwrite(self, name: str, documents: Mapping[int, Document]) -> None:
        """Put documents in the place of others, which nothing remembers: no undo, no line of history."""
        if not documents:
            return
        with self._damage(name):
            present, before = self._present(name), self._overwritten.setdefault(name, {})
            for number in documents.keys() - before.keys() - self.recorded.get(name, {}).keys():
                before[number] = dict(present[number]) if number in present else None
            self.documents.put(name, documents)
            self._people.pop(name.removeprefix(REGISTRATIONS), None)

    def modernise(self) -> None:
        """Say that the documents are of the present schema, as they are since they were read."""
        self.overwrite(META, {1: {**self._single(META), "schema": schema.version()}})

    def drop(self, name: str) -> None:
        """Take a table out, which nothing remembers."""
        if name in self.documents:
            self.documents.drop(name)

    def number(self, generation: int) -> None:
        """Write the present schema and this generation into the file's own record. Raises `StoreDamaged`."""
        with self._damage():
            positive(generation)
        meta = {**self._single(META), "schema": schema.version(), "generation": generation}
        self._put(META, {1: {**meta, "changes": self.change_number}})

    def _put(self, name: str, documents: dict[int, Document], *, again: bool = False) -> None:
        """Put documents into a table; the lines of history that are new get the number of this change.

        Of what is put there `again`, only the last line is new.
        """
        if not documents:
            return
        with self._damage(name):
            present = self._present(name)
            for number, document in documents.items():
                self._number_lines(document, present.get(number), again=again)
            differing = {n: d for n, d in documents.items() if present.get(n) != d}
            self._remember(name, differing)
            if differing:
                self.documents.put(name, differing)

    def _number_lines(self, document: Document, present: Mapping[str, Any] | None, *, again: bool) -> None:
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
        for number in (n for n in numbers if n not in before):
            before[number] = dict(present[number]) if number in present else None
