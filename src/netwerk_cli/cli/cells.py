"""What stands in the cell of a table or behind a name on a card: a value as a person reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from rich.text import Text

from netwerk_cli.cli.clocks import speak_of
from netwerk_cli.cli.language import Language, say, short, word
from netwerk_cli.cli.listings import NAMED, NARROWING, Listing
from netwerk_cli.cli.tables import Column, listing, table
from netwerk_cli.cli.visible import visible
from netwerk_cli.cli.vocabulary import words_of
from netwerk_cli.domain.moments import from_text
from netwerk_cli.services.sorting import is_moment
from netwerk_cli.terms import WORDS, Terms, headings

_STYLES = {
    "open": "green", "confirmed": "green", "full": "yellow", "waiting": "yellow", "pending": "yellow",
    "upcoming": "cyan", "draft": "cyan", "closed": "magenta", "cancelled": "red", "declined": "red", "past": "dim",
    "late": "red", "done": "dim", "present": "green", "absent": "red", "excused": "yellow", "unknown": "dim",
}  # fmt: skip

_COUNTED = frozenset({"opens_before", "closes_before", "remind_before"})
_PAIRS = ("/", " ")


Row = Mapping[str, Any]


class Reader(NamedTuple):
    """Who reads: in what language, in which year, which dates need not name, and about which terms."""

    language: Language
    year: int
    known: Terms


def drawn(rows: Sequence[Row], kind: Listing, fields: Sequence[str], reader: Reader, *, color: bool) -> str:
    """Return rows as a table of the `fields` somebody asked for, else as a listing of what has room."""
    said = headings(kind.known)
    if fields or kind.shown is None:
        return table(_asked(rows, fields or kind.usual, said, reader), color=color)
    return listing(columns(rows, kind.shown, said, reader), below=_below(rows, kind, reader), color=color)


def _below(rows: Sequence[Row], kind: Listing, reader: Reader) -> list[Text]:
    """Return what stands below each row, nothing where it has nothing to say."""
    return [_under(kind, row, reader) if row[kind.below] else Text() for row in rows] if kind.below else []


def _under(kind: Listing, row: Row, reader: Reader) -> Text:
    value = text(kind.below, row[kind.below], reader, row)
    if kind.below == "details":  # of a change, which says what it is
        return value
    return Text.assemble(say(headings(kind.known)[kind.below], reader.language), ": ", value)


def _asked(
    rows: Sequence[Row], fields: Sequence[str], said: Mapping[str, str], reader: Reader
) -> list[Column]:
    """Return the columns somebody asked for, all of them: texts are folded where room is short."""
    found = columns(rows, dict.fromkeys(fields, 1), said, reader)
    return [
        one._replace(narrowing="never" if is_moment(field) else "fold")
        for one, field in zip(found, fields, strict=True)
    ]


def columns(
    rows: Sequence[Row], shown: Mapping[str, int], said: Mapping[str, str], reader: Reader
) -> list[Column]:
    """Return the columns of a listing as it is shown: each with its rank, some of them two in one."""
    return [_column(rows, name, rank, said, reader) for name, rank in shown.items()]


def _column(rows: Sequence[Row], name: str, rank: int, said: Mapping[str, str], reader: Reader) -> Column:
    sign = next((sign for sign in _PAIRS if sign in name), None)
    fields = name.split(sign)
    found = [_values(row, fields, said, reader) for row in rows]
    above = [
        one for one in fields if sign != "/" and any(row[one] not in (None, False, True) for row in rows)
    ]
    return Column(
        " ".join(say(said[one], reader.language) for one in above or fields[:1]),
        [Text(sign or "").join(filter(None, halves)) for halves in found],
        rank,
        NARROWING.get(fields[0], "never"),
        named=name in NAMED or (is_moment(fields[0]) and name != "at"),
    )


def _values(row: Row, fields: Sequence[str], said: Mapping[str, str], reader: Reader) -> list[Text]:
    """Return what shares a cell: of two values, one that is so or not is called by its name."""
    speak_in(row)
    values = {field: row[field] for field in fields}
    if len(fields) > 1:
        values |= {field: say(said[field], reader.language) for field in fields if values[field] is True}
    return [text(field, value, reader, row) for field, value in values.items()]


def speak_in(row: Row) -> None:
    """Tell times of the zone that a row is in."""
    if "timezone" in row:
        speak_of(row["timezone"])


def text(field: str, value: object, reader: Reader, row: Row) -> Text:
    """Return the value of a column of a row as a person reads it, in the colour of what it says."""
    if field == "starts_at" and value is None:
        return Text(say("to be announced", reader.language), style="dim")
    of = words_of(field, row, reader.known)
    if of is None and field not in WORDS:
        return Text(cell(field, value, reader))
    words = value if isinstance(value, (list, tuple)) else [value] if value is not None else []
    if field == "attendance" and isinstance(value, str):  # each state behind its session
        parts = (one.rpartition(": ") for one in value.split(", "))
        said = ", ".join(before + sign + word(one, reader.language, of) for before, sign, one in parts)
    else:
        said = ", ".join(
            word(one if isinstance(one, StrEnum) else str(one), reader.language, of) for one in words
        )
    return Text(visible(said), style=_STYLES.get(str(value), ""))


def cell(field: str, value: object, reader: Reader) -> str:
    """Return the value of a column as a person reads it: moments in words, nothing that steers a terminal."""
    return visible(_plain(field, value, reader), lines=True)


def _plain(field: str, value: object, reader: Reader) -> str:
    if isinstance(value, str) and is_moment(field):
        return _short(from_text(value), reader)
    if isinstance(value, (date, datetime)):
        return _short(value, reader)
    if isinstance(value, list) and field in _PARTS:
        return ", ".join(_PARTS[field](one, reader) for one in value)
    if isinstance(value, dict) and field in _COUNTED:
        return _before_start(value, reader.language)
    if isinstance(value, bool):
        return "✓" if value else ""
    if isinstance(value, (list, tuple)):
        return ", ".join(str(item) for item in value)
    if isinstance(value, dict):
        nothing = say("(nothing)", reader.language)
        sides = (
            (name, [nothing if one is None else str(one) for one in pair]) for name, pair in value.items()
        )
        return "; ".join(f"{name}: {' → '.join(pair)}" for name, pair in sides)
    return "" if value is None else str(value)


def _aside(one: Mapping[str, Any], reader: Reader) -> str:
    until = _short(from_text(one["until"]), reader)
    return say("{seats:seat|seats} for {audience} until {until}", reader.language, {**one, "until": until})


def _accredited(one: Mapping[str, Any], reader: Reader) -> str:
    named = " ".join(filter(None, (one["body"], one["number"])))
    points = say("points: {points}", reader.language, {"points": str(one["points"])})
    return named if one["points"] is None else f"{named} ({points})"


_PARTS: Mapping[str, Callable[[Mapping[str, Any], Reader], str]] = {
    "set_asides": _aside,
    "accreditations": _accredited,
}
"""What says each of the parts that a column holds, given as scripts see them."""


def _before_start(value: Mapping[str, Any], language: Language) -> str:
    if value["minutes"]:
        return say("{count:minute|minutes} before the start", language, {"count": value["minutes"]})
    told = say("{count:day|days} before the start", language, {"count": value["days"]})
    return f"{told} {value['at']}" if value["at"] else told


def _short(moment: date | None, reader: Reader) -> str:
    return short(moment, reader.language, year=reader.year)
