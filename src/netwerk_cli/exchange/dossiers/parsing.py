"""Bytes → description: what a dossier says, key by key with its line, and everything that is off in its form."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import NamedTuple

from netwerk_cli import causes
from netwerk_cli.errors import NetwerkError
from netwerk_cli.errors.dossiers import DossierTooLarge, KeyMissing, NotToml, OneThing, UnknownKey, WrongType
from netwerk_cli.exchange.dossiers import limits, marks
from netwerk_cli.exchange.dossiers.keys import HEADS, NEEDED, PARTS, SET_ASIDE, TABLES, TEXTS, Form
from netwerk_cli.exchange.dossiers.positions import Path, lines_of
from netwerk_cli.wording import Wording, closest


class Fault(NamedTuple):
    """Something off in a dossier: where it stands, and what it is."""

    path: str
    line: int
    problem: NetwerkError | Wording


class Given(NamedTuple):
    """A value as the file has it, and the line of its key."""

    value: object
    line: int


class Table(NamedTuple):
    """One table of a dossier: its name, its line, and the keys that it gives."""

    name: str
    line: int
    given: Mapping[str, Given]

    def line_of(self, *keys: str) -> int:
        """Return the line of the first of `keys` that is given, else that of the table."""
        return next((self.given[key].line for key in keys if key in self.given), self.line)


class Dossier(NamedTuple):
    """What one file describes: an event or a group, the parts that belong to it, and the state it was taken from."""

    path: str
    head: Table
    parts: Mapping[str, tuple[Table, ...]]
    set_asides: tuple[Table, ...] = ()
    mark: marks.Mark | None = None


def parse(path: str, data: bytes) -> tuple[Dossier | None, list[Fault]]:
    """Return what a dossier says and everything that is off in its form; no dossier where it is none at all."""
    try:
        limits.refuse_bytes(data)
        text = data.decode("utf-8-sig")
    except DossierTooLarge as err:
        return None, [Fault(path, 1, err)]
    except UnicodeDecodeError as err:
        line = data.count(b"\n", 0, err.start) + 1
        return None, [Fault(path, line, NotToml(problem=Wording("it is not UTF-8 text")))]
    if (deep := limits.deep_key(text)) is not None:
        return None, [Fault(path, text.count("\n", 0, deep) + 1, limits.too_deep())]
    try:
        raw = tomllib.loads(text)
        limits.refuse_tables(raw)
        lines = lines_of(text.replace("\r\n", "\n"))
    except DossierTooLarge as err:
        return None, [Fault(path, 1, err)]
    except (ValueError, RecursionError) as err:  # a number may have too many digits, an array too many levels
        return None, [_not_toml(path, text, err)]
    dossier, faults = _Form(path, raw, lines).dossier()
    return dossier and dossier._replace(mark=marks.read(text)), faults


def _not_toml(path: str, text: str, err: Exception) -> Fault:
    problem, line = causes.toml(err)
    return Fault(path, line or text.rstrip().count("\n") + 1, NotToml(problem=problem))


class _Form:
    """Checks the form of one dossier: which tables and keys it has, and the types of their values."""

    def __init__(self, path: str, raw: Mapping[str, object], lines: Mapping[Path, int]) -> None:
        self.path, self.raw, self.lines = path, raw, lines
        self.faults: list[Fault] = []

    def dossier(self) -> tuple[Dossier | None, list[Fault]]:
        """Return the description and the faults."""
        heads = [name for name in HEADS if name in self.raw]
        if len(heads) != 1:
            line = self.line((heads[-1],)) if heads else 1
            self.faults.append(Fault(self.path, line, OneThing()))
        known = {**{name: HEADS[name] for name in heads}, **PARTS}
        if heads == ["group"]:
            del known["session"], known["question"]
        self.unknown(self.raw, known, (), within=Wording("a dossier"))
        if len(heads) != 1:
            return None, self._sorted()
        if not isinstance(self.raw[heads[0]], dict):
            self.fault((heads[0],), WrongType(key=heads[0], wanted=Wording("one table")))
            return None, self._sorted()
        head = self.table(heads[0], HEADS[heads[0]], (heads[0],), self.raw[heads[0]])
        parts = {
            name: self.tables(name, PARTS[name], (name,), self.raw.get(name))
            for name in PARTS
            if name in known
        }
        asides = head.given["set-aside"].value if "set-aside" in head.given else None
        within = self.tables("event.set-aside", SET_ASIDE, ("event", "set-aside"), asides)
        return Dossier(self.path, head, parts, within), self._sorted()

    def _sorted(self) -> list[Fault]:
        return sorted(self.faults, key=lambda fault: fault.line)

    def tables(self, name: str, keys: Mapping[str, Form], path: Path, raw: object) -> tuple[Table, ...]:
        """Return the tables of an array."""
        if raw is None:
            return ()
        if not isinstance(raw, list) or not all(isinstance(one, dict) for one in raw):
            self.fault(path, WrongType(key=name, wanted=TABLES.wanted))
            return ()
        return tuple(self.table(name, keys, (*path, number), one) for number, one in enumerate(raw))

    def table(self, name: str, keys: Mapping[str, Form], path: Path, raw: object) -> Table:
        """Return the keys of one table that are known and have a value of the right type."""
        values: Mapping[str, object] = raw if isinstance(raw, dict) else {}
        self.unknown(values, keys, path, within=f"[{name}]")
        for key in NEEDED[name]:
            if key not in values:
                self.fault(path, KeyMissing(table=name, key=key))
        given = {}
        for key, value in values.items():
            if key not in keys:
                continue
            if _fits(value, keys[key]):
                given[key] = Given(value, self.line((*path, key)))
            else:
                self.fault((*path, key), WrongType(key=key, wanted=keys[key].wanted))
        return Table(name, self.line(path), given)

    def unknown(
        self, values: Mapping[str, object], keys: Mapping[str, object], path: Path, *, within: str
    ) -> None:
        """Note every key that is not among `keys`, with the nearest one that is."""
        for key in values:
            if key not in keys:
                match = closest(key, keys)
                nearest = Wording("; the nearest is '{match}'", match=match) if match else ""
                self.fault((*path, key), UnknownKey(within=within, key=key[:60], nearest=nearest))

    def fault(self, path: Path, problem: NetwerkError) -> None:
        """Note what is off with the key or table at `path`."""
        self.faults.append(Fault(self.path, self.line(path), problem))

    def line(self, path: Path) -> int:
        """Return the line of a key or table, or of what it stands in."""
        while path and path not in self.lines:
            below = [line for known, line in self.lines.items() if known[: len(path)] == path]
            if below:
                return min(below)
            path = path[:-1]
        return self.lines.get(path, 1)


def _fits(value: object, form: Form) -> bool:
    if isinstance(value, bool):
        return bool in form.types
    if form is TEXTS:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return isinstance(value, form.types)
