"""Making the tables of a database, once, whoever else is at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netwerk_cli.errors.databases import ConnectionLost, DatabaseExists, StoreUnreachable
from netwerk_cli.store import schema
from netwerk_cli.store.postgres import tables, writing
from netwerk_cli.wording import Wording

if TYPE_CHECKING:
    from netwerk_cli.store.postgres.store import PostgresStore

_OLDEST = 14
"""Earlier ones get no repairs any more (PostgreSQL, versioning policy)."""


def create(store: PostgresStore, store_id: str, *, dry_run: bool = False) -> None:
    """Make the tables, with nothing in them. Raises `DatabaseExists`, and as `PostgresStore.read`."""
    if exists(store):
        raise DatabaseExists(path=store.named)
    if dry_run:
        return
    make(store, store_id)
    try:
        store.link.ask("commit")
    except ConnectionLost:  # it may have been done all the same
        if not exists(store) or store.read().store_id != store_id:
            raise


def exists(store: PostgresStore) -> bool:
    """Whether there is anything of netwerk in the database."""
    found = store.link.ask("select to_regclass('netwerk.meta')::text")
    return found[0][0] is not None


def make(store: PostgresStore, store_id: str) -> None:
    """Make the tables in a transaction that is left open; who makes them at the same time waits."""
    meta = {"schema": schema.version(), "store_id": store_id, "generation": 1}
    store.link.ask("begin; select pg_advisory_xact_lock(hashtext('netwerk'))")
    if exists(store):
        raise DatabaseExists(path=store.named)
    _refuse_unfit(store)
    store.link.ask(tables.MAKE)
    statement = "insert into netwerk.meta (layout, document) values (%s, %s)"
    store.link.ask(statement, tables.LAYOUT, writing.text(meta))


def _refuse_unfit(store: PostgresStore) -> None:
    """Refuse a database in which not everything can be kept. Raises `StoreUnreachable`."""
    ((encoding, version),) = store.link.ask(
        "select current_setting('server_encoding'), current_setting('server_version_num')::int / 10000"
    )
    if encoding != "UTF8":
        raise StoreUnreachable(path=store.named, problem=Wording("it does not keep texts in UTF-8"))
    if version < _OLDEST:
        problem = Wording("its server is older than PostgreSQL {version}", version=_OLDEST)
        raise StoreUnreachable(path=store.named, problem=problem)
