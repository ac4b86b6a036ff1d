"""What is kept as events, groups and their people. Records are built when they are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from functools import partial
from typing import TYPE_CHECKING, Any

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group, Membership
from netwerk_cli.domain.history import Entry, next_number
from netwerk_cli.domain.materials import last_number
from netwerk_cli.domain.registrations import Registration, Registrations, Status, Tally
from netwerk_cli.errors.lookup import EventNotFound, GroupNotFound
from netwerk_cli.store import codec, schema
from netwerk_cli.store.damage import Malformed, damage, newer
from netwerk_cli.store.seam import (
    CHANGES,
    ERASED,
    ERASING,
    EVENT,
    GROUP,
    LOG,
    MEMBERSHIPS,
    META,
    REGISTRATIONS,
    RETIRED,
    WRITTEN,
    Documents,
)
from netwerk_cli.wording import nearest

if TYPE_CHECKING:
    from netwerk_cli.store.changes import ChangeRecord
    from netwerk_cli.store.erasures import Erasure, Order
    from netwerk_cli.store.written import Written


class View:
    """What was kept at one moment. Records are built when they are asked for."""

    def __init__(self, documents: Documents) -> None:
        """Look at `documents`. Raises `StoreDamaged`, `StoreNewer`."""
        self.documents = documents
        self.named = documents.named
        with self._damage():
            self.schema = positive(self._single(META).get("schema"))
        if self.schema > schema.version():
            raise newer(self.named, self.schema, schema.version())
        with self._damage():
            documents.migrate(self.schema)
            self.meta = self._single(META)
            self.generation = positive(self.meta.get("generation"))
            self.store_id = _name(self.meta.get("store_id"))

    def slugs(self) -> list[str]:
        """Return the slugs of all events, in the order in which they were made."""
        return self.documents.slugs(EVENT)

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
            read = codec.decoder(Event, partial(self._damage, EVENT + slug))
            event = read(self._single(EVENT + slug), None)
            if event.slug != slug:
                raise Malformed("an event under another event's name")
            return event

    def registrations(self, slug: str) -> dict[int, Registration]:
        """Return the registrations of one event by number, lowest first.

        Their histories are read when they are looked at, and raise `StoreDamaged` then.
        """
        return self._registrations(slug)

    def let_go(self, slug: str) -> None:
        """Forget what was read of the people of one event: who goes through all events need not hold all lists."""
        self.documents.release(REGISTRATIONS + slug)

    def _registrations(self, slug: str, known: Registrations | None = None) -> dict[int, Registration]:
        """Return the registrations of one event; those that are `known` need not be read."""
        table, known = REGISTRATIONS + slug, known or {}
        with self._damage(table):
            documents = self._present(table)
            read = codec.decoder(Registration, partial(self._damage, table))
            return {n: known[n] if n in known else read(documents[n], n) for n in sorted(documents)}

    def tally(self, slug: str) -> Tally:
        """Return how many registrations of one event are in each state, without building records."""
        with self._damage(REGISTRATIONS + slug):
            counted = self.documents.tally(REGISTRATIONS + slug)
            if counted is not None:
                return counted
            documents = self._present(REGISTRATIONS + slug).values()
            return Tally.counting((Status(one["status"]), bool(one.get("no_seat"))) for one in documents)

    def people(self, slug: str) -> list[tuple[str, str]]:
        """Return the names and addresses on the list of one event or group, without building records."""
        table = (MEMBERSHIPS if GROUP + slug in self.documents else REGISTRATIONS) + slug
        with self._damage(table):
            found = self.documents.people(table)
            if found is not None:
                return found
            return [(str(d["name"]), str(d["email"])) for d in self._present(table).values()]

    def group_slugs(self) -> list[str]:
        """Return the slugs of all groups, in the order in which they were made."""
        return self.documents.slugs(GROUP)

    def is_group(self, slug: str) -> bool:
        """Whether there is a group of that name: asked of one, not of all."""
        return GROUP + slug in self.documents

    def groups(self) -> list[Group]:
        """Return all groups, in the order in which they were made."""
        return [self.group(slug) for slug in self.group_slugs()]

    def group(self, slug: str) -> Group:
        """Return one group.

        Raises:
            GroupNotFound: there is none of that name; names the nearest.
        """
        if GROUP + slug not in self.documents:
            raise GroupNotFound(group=slug, nearest=nearest(slug, self.group_slugs()))
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

    def given(self, slug: str) -> codec.Retired:
        """Return the highest numbers that were ever given under a name, whether or not it is in use."""
        record: Event | Group
        if slug in self.slugs():
            record, numbers = self.event(slug), self.numbers(REGISTRATIONS + slug)
        elif slug in self.group_slugs():
            record, numbers = self.group(slug), self.numbers(MEMBERSHIPS + slug)
        else:
            return self.retired().get(slug, codec.Retired(slug=slug))
        return codec.Retired(
            slug=slug,
            last_number=next_number(record.history, numbers) - 1,
            last_material=last_number(record, "materials"),
            last_milestone=last_number(record, "milestones"),
        )

    def retired(self) -> dict[str, codec.Retired]:
        """Return what is known of the names that are never used again."""
        with self._damage(RETIRED):
            found = [codec.decode(codec.Retired, document) for document in self._present(RETIRED).values()]
            return {one.slug: one for one in found}

    def log(self) -> list[Entry]:
        """Return what was done to the file as a whole, oldest first."""
        with self._damage(LOG):
            return [codec.decode(Entry, document) for _, document in sorted(self._present(LOG).items())]

    def erasures(self) -> list[Erasure]:
        """Return who was erased, as nobody can tell, oldest first."""
        from netwerk_cli.store.erasures import Erasure

        with self._damage(ERASED):
            return [codec.decode(Erasure, one) for _, one in sorted(self._present(ERASED).items())]

    def orders(self) -> list[Order]:
        """Return what is still to be taken out of the earlier states: an erasure is under way, or was broken off."""
        from netwerk_cli.store.erasures import Order

        with self._damage(ERASING):
            return [codec.decode(Order, one) for _, one in sorted(self._present(ERASING).items())]

    def written(self) -> list[Written]:
        """Return what was written elsewhere, oldest first."""
        from netwerk_cli.store.written import Written

        with self._damage(WRITTEN):
            return [codec.decode(Written, one) for _, one in sorted(self._present(WRITTEN).items())]

    def last_change(self) -> int:
        """Return the number of the last change; 0 where none was recorded yet."""
        with self._damage():
            return positive(self.meta["changes"]) if "changes" in self.meta else 0

    def changes(self, since: int = 0) -> list[ChangeRecord]:
        """Return the changes that are kept from number `since` on, oldest first."""
        from netwerk_cli.store import changes

        firsts = changes.tables(self.documents)
        begin = max((first for first in firsts if first <= since), default=0)
        found: list[ChangeRecord] = []
        for name in (f"{CHANGES}{first}" for first in firsts if first >= begin):
            with self._damage(name):
                documents = self._present(name)
                found += [codec.decode(changes.ChangeRecord, documents[n], n) for n in sorted(documents)]
        return [change for change in found if change.number >= since]

    def numbers(self, table: str) -> list[int]:
        """Return the numbers of the documents in a table."""
        with self._damage(table):
            return list(self._present(table))

    def _present(self, name: str) -> Mapping[int, dict[str, Any]]:
        """Return the documents of a table by number; none when there is no such table."""
        return self.documents.present(name)

    def _single(self, name: str) -> dict[str, Any]:
        """Return the document of a table that has one only."""
        documents = self._present(name)
        if list(documents) != [1]:
            raise Malformed("table {table} does not hold one record", table=name)
        return documents[1]

    def _require(self, slug: str) -> None:
        if EVENT + slug not in self.documents:
            raise EventNotFound(event=slug, nearest=nearest(slug, self.slugs()))

    def _damage(self, table: str | None = None) -> AbstractContextManager[None]:
        """Turn what cannot be decoded into `StoreDamaged`."""
        return damage(self.named, table)


def positive(value: object) -> int:
    """Return a schema or generation. Raises `Malformed`."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 10**12:
        raise Malformed("it does not say which version of the data file it is")
    return value


def _name(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise Malformed("it does not say which store it is")
    return value
