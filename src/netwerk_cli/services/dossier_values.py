"""Reading the values of a dossier with what reads the options of the commands; what is off is noted with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any

from netwerk_cli.dates import read_due, read_when
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.slugs import check_slug
from netwerk_cli.errors import BadDate, BadValue, NetwerkError, Usage
from netwerk_cli.errors.dossiers import NamedTwice
from netwerk_cli.exchange.dossiers import Dossier, Fault, Table
from netwerk_cli.services.values import Fields
from netwerk_cli.wording import Wording

_DATED = frozenset({"starts", "ends", "opens", "closes", "until", "due", "on", "done"})
_LATER = timedelta(days=500)

Read = Callable[[Any], Fields]
"""What turns the value of a key into fields, or raises `Usage`."""


class Notes:
    """The faults and warnings about one dossier. `act` says when it is read, and by whom."""

    def __init__(self, dossier: Dossier, act: Act) -> None:
        self.dossier, self.act = dossier, act
        self.faults: list[Fault] = []
        self.warnings: list[Fault] = []

    def note(self, line: int, problem: NetwerkError) -> None:
        """Note what is off on a line."""
        self.faults.append(Fault(self.dossier.path, line, problem))

    def warn(self, line: int, problem: Wording) -> None:
        """Note what looks odd on a line."""
        self.warnings.append(Fault(self.dossier.path, line, problem))

    def each(self, table: Table, readers: Mapping[str, Read]) -> Fields:
        """Return the fields of the keys that are given; what is off with one stops no other."""
        found: Fields = {}
        for key, read in readers.items():
            if key in table.given:
                value, line = table.given[key]
                with self.watching(table, key):
                    found |= read(value)
                    if key in _DATED and isinstance(value, str) and drifts(value, self.act.at):
                        problem = Wording("'{text}' will mean another day later; write the year.", text=value)
                        self.warn(line, problem)
        return found

    @contextmanager
    def watching(self, table: Table, *keys: str) -> Iterator[None]:
        """Note what is off at the one of `keys` that it is about, else at the first of them that is given."""
        try:
            yield
        except Usage as err:
            about = [
                key for key in keys if key in table.given and _is_about(err, key, table.given[key].value)
            ]
            key = next((key for key in (*about, *keys) if key in table.given), keys[0])
            field = str(err.facts.get("field")).removeprefix("--")
            named = field if field in keys else key
            problem = (
                BadValue(field=named, why=_english(err.facts["why"])) if isinstance(err, BadValue) else err
            )
            self.note(table.line_of(key), problem)

    def slug(self, key: str) -> Read:
        """Return what reads a name."""
        field = {"members-of": "members_of"}.get(key, key)
        return lambda value: {field: check_slug(value, field=key)}

    def refuse_twins(self, tables: Sequence[Table]) -> None:
        """Note parts under an id that an earlier one has."""
        first: dict[object, int] = {}
        for table in tables:
            if "id" not in table.given:
                continue
            id, line = table.given["id"]
            if id in first:
                self.note(line, NamedTwice(name=str(id)[:60], first=first[id], path=self.dossier.path))
            first.setdefault(id, line)


def _english(why: object) -> object:
    """Return why a value is off with its choices as dossiers have them, whatever the language of the sentence."""
    known = why.facts.get("known") if isinstance(why, Wording) else None
    return Wording("choose from {known}", known=str(known)) if isinstance(known, Wording) else why


def drifts(value: str, now: datetime) -> bool:
    """Whether a typed date depends on the day on which it is read: a dossier is read again later."""
    for read in (read_when, read_due):
        found = [_meant(read, value, at) for at in (now, now + _LATER)]
        if found[0] is not None and found[0] != found[1]:
            return True
    return False


def _meant(read: Callable[..., object], value: str, now: datetime) -> object:
    try:
        return read(value, zone="UTC", now=now)
    except BadDate:
        return None


def _is_about(err: Usage, key: str, value: object) -> bool:
    """Whether a complaint is about this key, or about what it holds."""
    if isinstance(err, BadDate):
        return err.facts["text"] == text(value)
    return err.facts.get("field") == f"--{key}"


def typed(value: object) -> Any:
    """Return a value as the options of a command have it."""
    if isinstance(value, list):
        return tuple(value)
    return value if isinstance(value, bool) else text(value)


def text(value: object) -> str:
    """Return a value as it would be typed."""
    return value.isoformat() if isinstance(value, date) else str(value)
