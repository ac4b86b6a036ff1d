"""Which column of a list holds what: by what was said of it, its heading, and what stands in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from netwerk_cli.errors import LEFT_OUT, BadFile, BadValue, ColumnMissing, NoSuchColumn, Wording
from netwerk_cli.exchange import headings, stamps
from netwerk_cli.exchange.stamps import Notation
from netwerk_cli.exchange.tables import Table

Said = Mapping[str, str]
"""What was said of columns: by heading, a meaning with, behind it, the order of dates and a zone."""

_LOOKS_LIKE = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_DATED = re.compile(r".*\d.*\D.*\d.*|[2-9]\d{4}(?:[.,]\d+)?|1\d{9}(?:\d{3})?", re.DOTALL)
_CODE = re.compile(r"[rm][1-9]\d{0,8}")
_OF_OTHERS = re.compile(r"leidinggevende|collega|manager|contact|directi|secretari|order|bestel|buyer|koper")
_OF_ATTENDEES = re.compile(r"attendee|deelnemer|participant")
_FEW = 200
"""How many rows show what is in a column."""


class Columns(NamedTuple):
    """The columns of each meaning, the notation of moments, and what is said of it all.

    `mapping` has the meaning of each heading that is read, `unread` the other headings, `said` what is worth keeping
    for the next file, and `asked` the questions that are answered.
    """

    at: Mapping[str, tuple[int, ...]]
    notation: Notation
    mapping: Mapping[str, str]
    unread: tuple[str, ...]
    said: Said
    asked: tuple[str, ...] = ()


class _Finder:
    """A table while its columns are found."""

    def __init__(self, table: Table, said: Mapping[str, str], asked: Mapping[str, str]) -> None:
        self.table = table
        self.said = said
        self.asked = frozenset(asked.values())
        few = table.rows[:: max(1, len(table.rows) // _FEW)]
        width = range(len(table.heading))
        self.few = [[text for row in few if (text := row.cells[at].strip())] for at in width]
        self.rows = len(few)
        self.by_name: defaultdict[str, list[int]] = defaultdict(list)
        for at, heading in enumerate(table.heading):
            name = headings.folded(heading)
            meaning = (
                said.get(name)
                or asked.get(name)
                or asked.get(headings.plain(heading))
                or headings.meaning(heading)
            )
            if meaning and heading:
                self.by_name[meaning].append(at)

    def share(self, at: int, pattern: re.Pattern[str] | None = None) -> float:
        """Return in what part of the rows a column is filled, or filled with what looks like `pattern`."""
        few = self.few[at]
        return (len(few) if pattern is None else sum(bool(pattern.fullmatch(t)) for t in few)) / self.rows

    def best(self, meaning: str) -> int | None:
        """Return the column of a meaning: one that is filled, of attendees rather than of who ordered for them."""
        found = self.by_name.get(meaning, ())
        return min(found, key=lambda at: (self.share(at) == 0, *self._rank(at)), default=None)

    def _rank(self, at: int) -> tuple[bool, bool, int, int]:
        heading = self.table.heading[at]
        name = headings.folded(heading)
        attendees = bool(_OF_ATTENDEES.search(name))
        return name not in self.said, not attendees, headings.turn(heading), at

    def email(self) -> int | None:
        """Return the column of addresses: one that holds them goes before one that is only called so."""
        named = self.by_name.get("email", [])
        shares = {at: self.share(at, _LOOKS_LIKE) for at in range(len(self.table.heading))}
        said = [at for at in named if headings.folded(self.table.heading[at]) in self.said]
        most = max(shares.values(), default=0)
        usable = said or [at for at in named if shares[at] > 0 and shares[at] >= most / 2]
        if usable:
            return min(usable, key=self._rank)
        ignored = {at for one in (headings.IGNORE, *self.asked) for at in self.by_name.get(one, ())}
        by_value = [at for at, share in shares.items() if share > 0.5 and at not in ignored]
        own = [at for at in by_value if not _OF_OTHERS.search(headings.folded(self.table.heading[at]))]
        return min(own or by_value, key=lambda at: (-shares[at], at), default=named[0] if named else None)

    def name(self) -> dict[str, int]:
        """Return the columns of a name: of the whole, or of its parts. "Naam" beside "Voornaam" is the family's."""
        whole, given = self.best("name"), self.best("given_name")
        given = self.best("initials") if given is None else given
        family, prefix = self.best("family_name"), self.best("name_prefix")
        if given is not None and family is None and whole is not None and not self._holds(whole, given):
            family, whole = whole, None
        parts = {"given_name": given, "name_prefix": prefix, "family_name": family}
        found = {part: at for part, at in parts.items() if at is not None}
        filled = max((self.share(at) for part, at in found.items() if part != "name_prefix"), default=0)
        numbered = whole is not None and all(text.isdigit() for text in self.few[whole])
        if whole is not None and (not filled or (self.share(whole) >= filled and not numbered)):
            return {"name": whole}
        account = self.best("account")
        return found if filled or account is None else {"name": account}

    def _holds(self, whole: int, given: int) -> bool:
        """Whether a column of names holds the given names as well."""
        filled = [row.cells for row in self.table.rows[:_FEW] if row.cells[given].strip()]
        held = sum(cells[given].strip().casefold() in cells[whole].casefold() for cells in filled)
        return bool(filled) and held > len(filled) / 2

    def received(self) -> dict[str, int]:
        """Return the column of when somebody asked, or those of the day and the time."""
        at, day, time = self._moment(), self._dated("received_on"), self._dated("received_time")
        if at is not None:
            return {"received_at": at}
        if day is None:
            return {}
        return {"received_on": day} | ({} if time is None else {"received_time": time})

    def _moment(self) -> int | None:
        """Return the column of moments: one that was said, one that holds them, or one that is only called so."""
        found = self.by_name.get("received_at", [])
        said = [at for at in found if headings.folded(self.table.heading[at]) in self.said]
        held = [at for at in found if self._holds_days(at)]
        called = [at for at in found if headings.is_known(self.table.heading[at])]
        return min(said or held or called, key=self._rank, default=None)

    def _holds_days(self, at: int) -> bool:
        """Whether most of a column is numbers with signs between them."""
        few = self.few[at]
        return sum(bool(_DATED.fullmatch(text)) for text in few) * 2 > len(few)

    def _dated(self, meaning: str) -> int | None:
        """Return the column of a meaning whose heading can say other things too, if it holds numbers with signs."""
        at = self.best(meaning)
        if at is None or headings.folded(self.table.heading[at]) in self.said:
            return at
        return at if self._holds_days(at) else None

    def unheaded(self) -> dict[str, int]:
        """Return the columns of a list without a heading: its addresses, and the name before them.

        In our own tab-separated lists the organisation stands behind, the code in front, the moment last.
        """
        email = self.email()
        if email is None:
            return {}
        found, width = {"email": email}, len(self.few)
        if email > 0 or width == 2:
            found["name"] = email - 1 if email > 0 else 1
        if self.table.dialect.delimiter == "\t" and email + 1 < width:
            found["organisation"] = email + 1
            if self.share(0, _CODE) == 1:
                found["code"] = 0
            if self.few[-1] and all("T" in text and text[:4].isdigit() for text in self.few[-1]):
                found["received_at"] = width - 1
        return found


_SINGLE = (
    "organisation",
    "role",
    "audience",
    "no_seat",
    "note",
    "sessions",
    "status",
    "is_cancelled",
    "is_draft",
    "code",
)


def choose(
    table: Table,
    said: Said,
    *,
    typed: Said,
    zone: str,
    now: datetime,
    without: Collection[str] = (),
    questions: Mapping[str, str] = MappingProxyType({}),
) -> Columns:
    """Return which columns hold what. `said` was kept from earlier files, `typed` is said now.

    `without` are meanings that nothing can be done with; `questions` are those that a column can answer, by id, each
    with its text.

    Raises:
        NoSuchColumn: what was typed is about a column that the file does not have.
        BadValue: what was typed is no meaning. ColumnMissing: there are no addresses, or no names.
        BadFile: two columns are called alike, and one of them is to be read.
        TwoNotations, DaysUndecided: the days cannot be read.
    """
    names = {headings.folded(heading): heading for heading in table.heading}
    for heading in typed:
        if headings.folded(heading) not in names:
            raise NoSuchColumn(
                path=table.source, column=heading, known=", ".join(filter(None, table.heading))
            )
    known_fields = (*headings.MEANINGS, *questions)
    said = {heading: text for heading, text in said.items() if _is_known(text, known_fields)}
    kept = {
        headings.folded(heading): _parsed(heading, text, known_fields)
        for heading, text in {**said, **typed}.items()
    }
    asked = {headings.folded(name): id for id, text in questions.items() for name in (text, id)}
    finder = _Finder(table, {name: meaning for name, (meaning, _, _) in kept.items() if name in names}, asked)
    found = {one: at for one, at in _found(finder).items() if one not in without}
    for meaning, field in (("email", "email"), ("name", "name")):
        if not found.keys() & ({meaning} if meaning == "email" else {"name", "given_name", "family_name"}):
            known = (
                filter(None, table.heading) if finder.by_name else (LEFT_OUT,)
            )  # it may be a row of people
            raise ColumnMissing(path=table.source, field=field, known=", ".join(known))
    _refuse_alike(table, found)
    columns = [found[one] for one in ("received_at", "received_on") if one in found]
    ours = "code" in found and finder.share(found["code"], _CODE) == 1
    notation = _notation(table, columns, kept, zone, now, european=ours or table.dialect.european)
    read = {table.heading[at]: meaning for meaning, at in sorted(found.items(), key=lambda one: one[1])}
    unread = (heading for heading in table.heading if heading and heading not in read)
    at: dict[str, tuple[int, ...]] = {meaning: (column,) for meaning, column in found.items()}
    parts = tuple(found[one] for one in ("given_name", "name_prefix", "family_name") if one in found)
    at |= {"name": parts} if parts else {}
    if columns and "received_time" in found:
        at["received_at"] = (found["received_on"], found["received_time"])
    elif columns:
        at["received_at"] = (columns[0],)
    answered = tuple(id for id in questions if id in found)
    return Columns(at, notation, read, tuple(unread), {**said, **typed}, answered)


def to_keep(table: Table, columns: Columns) -> list[str]:
    """Return the headings of what a list holds beside what is read: no column that is empty, or that a form adds."""
    found = []
    for at, heading in enumerate(table.heading):
        name = headings.folded(heading)
        ignored = any(headings.folded(one) == name for one in columns.said)
        if (
            heading not in columns.unread
            or ignored
            or headings.meaning(heading)
            or headings.is_technical(heading)
        ):
            continue
        if name and any(row.cells[at].strip() for row in table.rows):
            found.append(heading)
    return list(dict.fromkeys(found))


def _found(finder: _Finder) -> dict[str, int]:
    unheaded = {} if finder.table.headed else finder.unheaded()
    email = finder.email()
    found = {**finder.name(), **({} if email is None else {"email": email}), **finder.received()}
    found |= {one: at for one in (*_SINGLE, *sorted(finder.asked)) if (at := finder.best(one)) is not None}
    return {**unheaded, **found}


def _refuse_alike(table: Table, found: Mapping[str, int]) -> None:
    read = {headings.folded(table.heading[at]) for at in found.values()}
    seen: set[str] = set()
    for heading in filter(None, table.heading):
        name = headings.folded(heading)
        if name in seen and name in read:
            raise BadFile(path=table.source, why=Wording("two columns are called '{column}'", column=heading))
        seen.add(name)


def _notation(
    table: Table,
    columns: Sequence[int],
    kept: Mapping[str, tuple[str, str | None, str | None]],
    zone: str,
    now: datetime,
    *,
    european: bool,
) -> Notation:
    """Return how the moments are written: as was said, as the heading states, else as they show.

    Lists of `european` countries have the day first, and ours do: they are those with our codes.
    """
    if not columns:
        return Notation(zone)
    heading = table.heading[columns[0]]
    _, order, stated = kept.get(headings.folded(heading), ("", None, None))
    if order is None:
        values = [(row.number, text) for row in table.rows if (text := row.cells[columns[0]].strip())]
        order = stamps.order(
            values,
            now=now,
            european=european,
            column=heading,
            source=table.source,
        )
    return Notation(stated or headings.zone(heading) or zone, order)


def _is_known(text: str, known: Collection[str]) -> bool:
    """Whether what was kept of a column still says something: a question may be asked no more."""
    word = next(iter(text.split()), "")
    return word in known or headings.meaning(word) is not None


def _parsed(heading: str, text: str, fields: Collection[str]) -> tuple[str, str | None, str | None]:
    """Return the meaning, order and zone that were said of a column: `received_at day-first UTC`."""
    words = text.split()
    order = next((word for word in words if word in (stamps.DAY_FIRST, stamps.MONTH_FIRST)), None)
    words = [word for word in words if word != order]
    meaning = headings.meaning(words[0]) if words else None
    meaning = words[0] if words and words[0] in fields else meaning
    if meaning is None or len(words) > 2:
        known = ", ".join(fields)
        raise BadValue(
            field="--map", why=Wording("'{column}' can be one of {known}", column=heading, known=known)
        )
    zone = None
    if len(words) == 2:
        from netwerk_cli.domain import moments

        zone = str(moments.zone(headings.zone_named(words[1])).key)
    return meaning, order, zone


def maps(texts: Sequence[str]) -> Said:
    """Return what was typed as COLUMN=FIELD. Raises `BadValue`."""
    found: dict[str, str] = {}
    for text in texts:
        heading, sign, meaning = text.rpartition("=")
        if not sign or not heading.strip():
            raise BadValue(field="--map", why=Wording("write it as COLUMN=FIELD"))
        asked = meaning.split() if len(meaning.split()) == 1 else []  # it may be a question of the event
        _parsed(heading.strip(), meaning, (*headings.MEANINGS, *asked))
        found[heading.strip()] = meaning.strip()
    return found
