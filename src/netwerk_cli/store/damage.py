"""What cannot be read: the answer to it names the table, and quotes no data, which is personal."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator

from netwerk_cli.errors.stores import StoreDamaged, StoreNewer
from netwerk_cli.wording import Wording

_MALFORMED = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


class Malformed(ValueError):
    """Not something we write. The message is one clause in English and quotes no data, which is personal."""

    def __init__(self, template: str, **facts: object) -> None:
        self.problem = Wording(template, **facts)
        super().__init__(self.problem)


def is_address(place: str) -> bool:
    """Whether a place is the address of a database, and no file."""
    return place.startswith(("postgresql:", "postgres:"))


def damaged(named: str, problem: object) -> StoreDamaged:
    """Return that the store of that name cannot be read."""
    if is_address(named):
        from netwerk_cli.errors.databases import DatabaseDamaged

        return DatabaseDamaged(path=named, problem=problem)
    return StoreDamaged(path=named, problem=problem)


def newer(named: str, found: int, known: int) -> StoreNewer:
    """Return that a later netwerk wrote the store of that name: schema `found`, and we `known`."""
    if is_address(named):
        from netwerk_cli.errors.databases import DatabaseNewer

        return DatabaseNewer(path=named, found=found, known=known)
    return StoreNewer(path=named, found=found, known=known)


@contextlib.contextmanager
def damage(named: str, table: str | None = None) -> Iterator[None]:
    """Turn what cannot be decoded, in a table of the store of that name, into `StoreDamaged`."""
    try:
        yield
    except _MALFORMED as err:
        problem = _problem(err)
        if table:
            problem = Wording("{problem} (table {table})", problem=problem, table=table)
        raise damaged(named, problem) from err


def _problem(err: BaseException) -> Wording:
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
