"""Which column of a list holds what: by what was said of it, its heading, and what stands in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from netwerk_cli.errors import LEFT_OUT, BadValue
from netwerk_cli.errors.files import BadFile, ColumnMissing, NoSuchColumn
from netwerk_cli.exchange import headings, stamps
from netwerk_cli.exchange.column_finding import CODE, Finder
from netwerk_cli.exchange.stamps import Notation
from netwerk_cli.exchange.tables import Table
from netwerk_cli.wording import Wording

Said = Mapping[str, str]
"""What was said of columns: by heading, a meaning with, behind it, the order of dates and a zone."""


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


_SINGLE = (
    "organisation", "role", "audience", "no_seat", "note", "sessions", "status", "is_cancelled", "is_draft", "code",
)  # fmt: skip


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
    finder = Finder(table, {name: meaning for name, (meaning, _, _) in kept.items() if name in names}, asked)
    found = {one: at for one, at in _found(finder).items() if one not in without}
    _require_people(finder, found)
    _refuse_alike(table, found)
    columns = [found[one] for one in ("received_at", "received_on") if one in found]
    ours = "code" in found and finder.share(found["code"], CODE) == 1
    notation = _notation(table, columns, kept, zone, now, european=ours or table.dialect.european)
    read = {table.heading[at]: meaning for meaning, at in sorted(found.items(), key=lambda one: one[1])}
    unread = (heading for heading in table.heading if heading and heading not in read)
    answered = tuple(id for id in questions if id in found)
    return Columns(_places(found), notation, read, tuple(unread), {**said, **typed}, answered)


def _require_people(finder: Finder, found: Mapping[str, int]) -> None:
    for field, meanings in (("email", {"email"}), ("name", {"name", "given_name", "family_name"})):
        if not found.keys() & meanings:
            # what stands where the headings are may be a row of people
            known = filter(None, finder.table.heading) if finder.by_name else (LEFT_OUT,)
            raise ColumnMissing(path=finder.table.source, field=field, known=", ".join(known))


def _places(found: Mapping[str, int]) -> dict[str, tuple[int, ...]]:
    """Return the columns that each meaning is read from: a name, and a moment, may be in several."""
    at: dict[str, tuple[int, ...]] = {meaning: (column,) for meaning, column in found.items()}
    parts = tuple(found[one] for one in ("given_name", "name_prefix", "family_name") if one in found)
    at |= {"name": parts} if parts else {}
    if "received_at" not in found and "received_on" in found:
        day, time = found["received_on"], found.get("received_time")
        at["received_at"] = (day,) if time is None else (day, time)
    return at


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


def _found(finder: Finder) -> dict[str, int]:
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
