"""The documents of a database: read when they are asked for, changed in memory, written in one go."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping

from netwerk_cli.domain.registrations import Status, Tally
from netwerk_cli.store import schema
from netwerk_cli.store.damage import Malformed, damage
from netwerk_cli.store.documents import Document
from netwerk_cli.store.file.layout import Tables
from netwerk_cli.store.postgres import tables
from netwerk_cli.store.postgres.link import Rows
from netwerk_cli.store.seam import CHANGES, EVENT, GROUP, MEMBERSHIPS, META, REGISTRATIONS, RETIRED

Ask = Callable[..., Rows]
Table = dict[int, Document]

_OWNERS = {EVENT: "event", GROUP: "group"}
_PEOPLE = {REGISTRATIONS: EVENT, MEMBERSHIPS: GROUP}
_MOST = 256
"""Of so many events or groups at most the people are fetched at once."""


class PostgresDocuments:
    """What the database holds; `ask` runs a statement in the transaction that this is a view of.

    Who asks for a second table of a kind is going to ask for more: ever more of them are fetched at a time.
    `pending` is what is to be written: by table and number a document, or None where it goes. Only what is `held`
    may be, or anything with `holds_all`; who only `tries` writes nothing in the end.
    """

    def __init__(self, named: str, ask: Ask, look: Rows) -> None:
        """Begin with the rows of `tables.LOOK`, and those of `tables.OWNED` for one that is held."""
        self.named, self._ask = named, ask
        self._tables: dict[str, Table] = {}
        self._slugs: dict[str, list[str]] | None = None
        self._others: list[str] | None = None
        self._tallies: dict[str, Tally] = {}
        self._called: dict[str, list[tuple[str, str]]] | None = None
        self._misses: dict[str, int] = {}
        self.pending: dict[str, dict[int, Document | None]] = {}
        self.held: str | None = None
        self.holds_all = self.tries = False
        self.schema, self.server_at = 0, 0.0
        with damage(named):
            self._begin(look)

    def _begin(self, look: Rows) -> None:
        last = 0
        for kind, slug, number, text, at in sorted(look, key=lambda row: (str(row[0]), int(row[2]))):
            match kind:
                case "meta":
                    self._tables[META] = {1: _read(text)}
                    self.server_at = float(at)
                case "change":
                    last = int(number)
                case "person":
                    self._people(slug)[int(number)] = _read(text)
                case _:
                    self._tables[f"{kind}:{slug}"] = {int(number): _read(text)}
                    self._people(slug)
        meta = self._tables[META][1]
        self.schema = int(meta["schema"])
        if last:
            meta["changes"] = max(last, meta.get("changes", 0))

    def _people(self, slug: str) -> Table:
        kind = MEMBERSHIPS if GROUP + slug in self._tables else REGISTRATIONS
        return self._tables.setdefault(kind + slug, {})

    # ------------------------------------------------------------------ names
    @property
    def dirty(self) -> bool:
        """Whether anything was put or dropped."""
        return bool(self.pending)

    def __contains__(self, table: object) -> bool:
        if table in self._tables:
            return bool(self._tables[str(table)])
        kind, slug = _parts(str(table))
        if kind not in _OWNERS:
            return table in self._listed()
        other = self._tables.get((GROUP if kind == EVENT else EVENT) + slug)
        return not other and slug in self.slugs(kind)  # no event and group have one name

    def __iter__(self) -> Iterator[str]:
        yield from self._listed()

    def _listed(self) -> list[str]:
        found = [META]
        for kind in (EVENT, GROUP):
            people = REGISTRATIONS if kind == EVENT else MEMBERSHIPS
            for slug in self.slugs(kind):
                found += [kind + slug, people + slug]
        known = set(found)
        found += [one for one in (*self._other_names(), *self._tables) if one not in known]
        found = list(dict.fromkeys(found))
        return [name for name in found if self._tables.get(name, True)]

    def slugs(self, kind: str) -> list[str]:
        """Return what follows `kind` in the names of tables that begin so."""
        if kind not in _OWNERS:
            return [name.removeprefix(kind) for name in self._listed() if name.startswith(kind)]
        kept = [slug for slug in self._owners()[kind] if self._tables.get(kind + slug, True)]
        made = (
            name.removeprefix(kind) for name, table in self._tables.items() if name.startswith(kind) and table
        )
        return [*kept, *(slug for slug in made if slug not in set(kept))]

    def _owners(self) -> dict[str, list[str]]:
        """Return the names of events and of groups, in order."""
        if self._slugs is None:
            self._slugs = {kind: [] for kind in _OWNERS}
            for kind, slug in self._ask(
                "select kind, slug from netwerk.owner where kind <> 'retired' order by position"
            ):
                self._slugs[f"{kind}:"].append(slug)
        return self._slugs

    def _other_names(self) -> list[str]:
        """Return the names of all other tables that there are. Goes through everybody on a list."""
        if self._others is None:
            self._others = [name for (name,) in self._ask(tables.OTHERS)]
        return self._others

    # ---------------------------------------------------------------- reading
    def present(self, table: str) -> Table:
        """Return the documents of a table by number; none where there is no such table."""
        return dict(self._loaded(table))

    def release(self, table: str) -> None:
        """Forget what was fetched of a table, where nothing was changed: not by an older schema either."""
        if not self.dirty and self.schema == schema.version():
            self._tables.pop(table, None)

    def _fetch(self, table: str) -> None:
        kind, slug = _parts(table)
        if self._slugs is not None and kind in _OWNERS and slug not in self._slugs[kind]:
            self._tables |= {table: {}, (REGISTRATIONS if kind == EVENT else MEMBERSHIPS) + slug: {}}
            return
        with damage(self.named, table):
            if kind in _OWNERS:
                self._fetch_owners(kind, slug)
            elif kind in _PEOPLE:
                self._fetch_people(kind, slug)
            elif table == RETIRED:
                self._keep(table, self._ask(tables.RETIRED))
            elif kind == CHANGES:
                rows = "select number, document::text from netwerk.change where number >= %s order by number"
                self._keep(table, self._ask(rows, int(slug)))
            else:
                rows = "select number, document::text from netwerk.other where name = %s order by number"
                self._keep(table, self._ask(rows, table))

    def _keep(self, table: str, rows: Rows) -> None:
        self._tables[table] = {int(number): _read(text) for number, text in rows}

    def _fetch_owners(self, kind: str, slug: str) -> None:
        wanted = self._next(kind, kind, slug)
        self._tables |= {kind + one: self._tables.get(kind + one, {}) for one in wanted}
        for one, number, text in self._ask(
            "select slug, number, document::text from netwerk.owner where kind = %s and slug = any(%s)",
            _OWNERS[kind],
            wanted,
        ):
            self._tables[kind + one] = {int(number): _read(text)}

    def _fetch_people(self, kind: str, slug: str) -> None:
        wanted = self._next(kind, _PEOPLE[kind], slug)
        self._tables |= {kind + one: {} for one in wanted}
        for one, number, text in self._ask(
            "select owner, number, document::text from netwerk.person where owner = any(%s) order by owner, number",
            wanted,
        ):
            self._tables[kind + one][int(number)] = _read(text)

    def _next(self, kind: str, of: str, slug: str) -> list[str]:
        """Return whose tables to fetch when that of `slug` is wanted: those that follow it are likely to be, too."""
        count = self._misses[kind] = self._misses.get(kind, 0) + 1
        if count == 1:
            return [slug]
        known = self.slugs(of)
        begin = known.index(slug) if slug in known else 0
        following = [
            one for one in known[begin : begin + min(2**count, _MOST)] if kind + one not in self._tables
        ]
        return list(dict.fromkeys([slug, *following]))

    def tally(self, table: str) -> Tally | None:
        """Return how many registrations are in each state, unless they were fetched."""
        if table in self._tables:
            return None
        slug = _parts(table)[1]
        if slug not in self._tallies:
            self._count(slug)
        return self._tallies.get(slug, Tally())

    def _count(self, slug: str) -> None:
        """Count the states of one event the first time, and of all the others the second time."""
        which, alone = ("owner = %s", True) if not self._tallies else ("%s <> ''", False)
        found = {slug: Tally()} if alone else {one: Tally() for one in self.slugs(EVENT)}
        for one, status, no_seat, count in self._ask(
            f"select owner, status, no_seat, count(*) from netwerk.person where {which}"  # noqa: S608 (ours)
            " group by owner, status, no_seat",
            slug,
        ):
            if (tally := found.get(one)) is None:  # of a group, whose members have states of their own
                continue
            with damage(self.named, REGISTRATIONS + one):
                counted = Tally.counting({(Status(status), bool(no_seat)): int(count)})
            tally.update(counted)
            tally.no_seat += counted.no_seat
        self._tallies |= found

    def people(self, table: str) -> list[tuple[str, str]] | None:
        """Return names and addresses, unless they were fetched; those of everybody are, when one list is asked for."""
        if table in self._tables:
            return None
        if self._called is None:
            self._called = {}
            for owner, name, email in self._ask(
                "select owner, document ->> 'name', document ->> 'email' from netwerk.person order by owner, number"
            ):
                self._called.setdefault(owner, []).append((name, email))
        return self._called.get(_parts(table)[1], [])

    def lists_with(self, address: str) -> list[str] | None:
        """Return on which lists somebody has an address, as far as it was kept before."""
        found = self._ask("select distinct owner from netwerk.person where address = %s", address)
        return [str(owner) for (owner,) in found]

    def text(self, table: str) -> str | None:  # noqa: ARG002 (no table is one text)
        """Return nothing: a table is not written as one."""
        return None

    def migrate(self, found: int) -> None:
        """Bring documents of schema `found` to the present one; that is no reason to write."""
        if found < schema.version():
            whole = Tables({name: {str(n): d for n, d in self.present(name).items()} for name in self})
            schema.migrate(whole, found)
            self._tables = {name: {int(n): d for n, d in table.items()} for name, table in whole.items()}

    # --------------------------------------------------------------- changing
    def put(self, table: str, documents: Mapping[int, Document]) -> None:
        """Make these the documents of their numbers."""
        self._require(table)
        present = self._loaded(table)
        for number, document in documents.items():
            present[number] = dict(document)
            self.pending.setdefault(table, {})[number] = present[number]

    def drop(self, table: str, numbers: Iterable[int] | None = None) -> None:
        """Take documents out; all where no number is given."""
        self._require(table)
        present = self._loaded(table)
        for number in [*present] if numbers is None else [*numbers]:
            if present.pop(number, None) is not None:
                self.pending.setdefault(table, {})[number] = None

    def _loaded(self, table: str) -> Table:
        if table not in self._tables:
            self._fetch(table)
        return self._tables[table]

    def _require(self, table: str) -> None:
        """Refuse to write what nobody holds: that would be a mistake of ours, and lose what others do."""
        kind, slug = _parts(table)
        if self.holds_all or (slug and slug == self.held and kind in (*_OWNERS, *_PEOPLE)):
            return
        raise RuntimeError(f"{kind or table} is not what this change is about")

    def next_change(self, last: int) -> int:
        """Return the number of this change: never one that was given before, and higher than those of what it holds."""
        if self.tries:
            return last + 1
        return int(self._ask("select nextval('netwerk.change_number')")[0][0])

    def put_change(self, number: int, document: Document) -> str:
        """Put the record of this change behind the earlier ones, and return in which table."""
        table = f"{CHANGES}{number}"
        self._tables[table] = {number: document}
        self.pending[table] = {number: document}
        return table


def _parts(table: str) -> tuple[str, str]:
    kind, colon, slug = table.partition(":")
    return kind + colon, slug


def _read(text: str) -> Document:
    found = json.loads(text)
    if not isinstance(found, dict):
        raise Malformed("a table holds something other than numbered documents")
    return found
