"""A database for a run of the tests with `--store postgresql`: emptied for each of them."""

from __future__ import annotations

from typing import Any, NamedTuple

from netwerk_cli.store.postgres import tables

_TABLES = {
    "meta": "layout, document::text",
    "owner": "kind, slug, number, document::text",
    "person": "owner, number, address, document::text",
    "change": "number, token::text, document::text",
    "other": "name, number, document::text",
    "kept": "number, written_at, content",
}


class Left(NamedTuple):
    """What a story left in the database."""

    rows: dict[str, list[tuple[Any, ...]]]
    number: int


class Database:
    """A database of the server that the tests use."""

    def __init__(self, server: str, name: str = "netwerk_tests") -> None:
        import psycopg2

        self.name = name
        self.address = f"{server}/{name}"
        keeper = psycopg2.connect(f"{server}/postgres")
        keeper.autocommit = True
        with keeper.cursor() as cursor:
            cursor.execute(f"drop database if exists {name} with (force)")
            cursor.execute(f"create database {name}")
        keeper.close()

        self._connection: Any = None
        self._roles: set[str] = set()

    def role(self, name: str) -> str:
        """Return the name of a role that may do all that is done here, once it is there."""
        if name not in self._roles:
            self._roles.add(name)
            quoted = '"{}"'.format(name.replace('"', '""'))
            ((known,),) = self.run("select exists (select from pg_roles where rolname = %s)", name)
            if not known:
                self.run(f"create role {quoted} superuser login")
        return name

    def run(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Run statements in one transaction, and return the rows of the last."""
        import psycopg2

        if self._connection is None:
            self._connection = psycopg2.connect(self.address)
            self._connection.autocommit = True
        with self._connection.cursor() as cursor:
            cursor.execute(statement, values or None)
            return list(cursor.fetchall()) if cursor.description else []

    def close(self) -> None:
        """Let go of the server; who asks again calls it anew."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _there(self) -> tuple[bool, bool]:
        """Whether the tables are there, and whether there are others that can take their place."""
        ((made, spare),) = self.run(
            "select to_regnamespace('netwerk') is not null, to_regnamespace('spare') is not null"
        )
        return made, spare

    def clear(self) -> None:
        """Take everything away: the tables are put aside, which costs less than making them again."""
        made, spare = self._there()
        if made:
            self.run("drop schema netwerk cascade" if spare else "alter schema netwerk rename to spare")

    def left(self) -> Left | None:
        """Return what is in the database; None where nothing was made."""
        if not self._there()[0]:
            return None
        rows = {
            name: self.run(f"select {columns} from netwerk.{name} order by 1")
            for name, columns in _TABLES.items()
        }
        rows["owner"] = self.run(f"select {_TABLES['owner']} from netwerk.owner order by position")
        last, called = self.run("select last_value, is_called from netwerk.change_number")[0]
        return Left(rows, last if called else 0)

    def put(self, left: Left | None) -> None:
        """Make that what is in the database, after `clear`."""
        if left is None:
            return
        text = "alter schema spare rename to netwerk;" if self._there()[1] else tables.MAKE
        values: list[object] = []
        text += tables.EMPTY + "delete from netwerk.meta; delete from netwerk.kept;"
        for name, rows in left.rows.items():
            columns = _TABLES[name].replace("::text", "")
            for row in rows:
                text += f"insert into netwerk.{name} ({columns}) values ({', '.join(['%s'] * len(row))});"
                values += row
        self.run(
            text + "select setval('netwerk.change_number', greatest(%s, 1), %s)",
            *values,
            left.number,
            left.number > 0,
        )
