"""Put generated data into a new database: fill.py SERVER NAME FILE. Runs in the environment where netwerk is installed.

One row for each record, as `netwerk restore` writes them, a table at a time: a million of them fit in no memory.
"""

from __future__ import annotations

import json
import secrets
import sys
from pathlib import Path

from netwerk_cli.store.postgres import writing
from netwerk_cli.store.postgres.link import Link
from netwerk_cli.store.postgres.store import PostgresStore

PORTION = 40
"""So many tables are written in one round trip."""


def main(server: str, name: str, file: str) -> None:
    """Make the database anew and fill it."""
    keeper = PostgresStore(f"{server}/postgres").link
    keeper.ask(f"drop database if exists {name} with (force)")
    keeper.ask(f"create database {name} encoding 'UTF8' template template0")
    keeper.close()
    store = PostgresStore(f"{server}/{name}")
    store.create("bench")
    store.link.ask("begin")
    _write(store.link, Path(file))
    store.link.ask("commit")
    store.link.ask("vacuum analyze")  # as a server does by itself before long
    store.link.ask("checkpoint")
    store.close()


def _write(link: Link, file: Path) -> None:
    token = secrets.token_hex(16)
    tables: dict[str, dict[int, dict[str, object] | None]] = {}
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(('"event:', '"registrations:')):
                ((table, documents),) = json.loads(f"{{{line.rstrip().rstrip(',')}}}").items()
                tables[table] = {int(number): document for number, document in documents.items()}
            if tables and (len(tables) == PORTION or line.startswith("}")):
                writing.write(link, tables, token)
                tables = {}


if __name__ == "__main__":
    main(*sys.argv[1:])
