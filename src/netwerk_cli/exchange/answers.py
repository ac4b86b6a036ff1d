"""The rows of a list as answers: who asks, when, and whether the source says that it is off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from netwerk_cli import terms
from netwerk_cli.domain.questions import WAYS, YesNo
from netwerk_cli.errors import BadDate, NetwerkError
from netwerk_cli.errors.files import Unfinished
from netwerk_cli.exchange import headings, stamps
from netwerk_cli.exchange.columns import Columns
from netwerk_cli.exchange.stamps import Stamp
from netwerk_cli.exchange.tables import Row, Table

OWN = frozenset(terms.names(terms.REGISTRATION))
FIELDS = tuple(term.column for term in terms.PERSON)
_TEXTS = tuple(term.column for term in terms.PERSON if term.kind is not terms.Kind.FLAG)

_WITHDRAWN = re.compile(
    r"(?:(?:is |deelname |inschrijving |registration )?(?:cancell?ed|geannuleerd|gecanceld|gecancelled|afgemeld|"
    r"afgezegd|uitgeschreven|ingetrokken|withdrawn|deleted|verwijderd|refunded|terugbetaald|declined|afgewezen|"
    r"expired|verlopen|vertrokken|left)(?: (?:by|door|op|on|paid|betaald)\b.*)?"
    r"|annulatie|annulering|cancellation|"
    r"not attending|not going|neemt niet deel|komt niet|gaat niet|niet aanwezig)"
)
_UNFINISHED = frozenset({
    "partial", "started", "draft", "concept", "incomplete", "abandoned", "onvolledig", "in progress", "niet voltooid",
})  # fmt: skip
_YES = WAYS[YesNo.YES]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_GUARD = re.compile(r"'+[=+\-@\t\r]")
_SENT = frozenset({"submitdate", "date submitted", "datum ingediend", "submit date"})
"""Headings of a moment that stays empty while somebody is still answering."""


class Answer(NamedTuple):
    """One row: what it says of a person by field, when it was handed in, and what is `given` as answer by question.

    `problem` is why it cannot be read. Of an answer that is `withdrawn` the source says that it is off.
    """

    row: Row
    fields: dict[str, str]
    received: Stamp | None
    problem: NetwerkError | None = None
    withdrawn: bool = False
    code: str | None = None
    sessions: tuple[str, ...] | None = None
    no_seat: bool | None = None
    given: Mapping[str, str] = MappingProxyType({})


def read(table: Table, columns: Columns, *, now: datetime) -> list[Answer]:
    """Return the answers in a table, in its order."""
    return list(_Reader(table, columns, now).answers())


def _is_guarded(table: Table, columns: Columns) -> bool:
    """Whether an apostrophe before a sign of a formula is a guard, and no part of what was typed.

    Our list for scripts guards nothing. A list that Excel opened may be kept as a workbook, its guards included; one
    with a cell that wants a guard and has none was not guarded.
    """
    if table.dialect.kind == "csv":
        plain = table.dialect.delimiter == "," and table.dialect.encoding == "utf-8"
        return not (plain and OWN.union(columns.asked).issuperset(table.heading))
    return table.dialect.kind == "xlsx" and not any(
        cell.startswith(_FORMULA) for row in table.rows for cell in row.cells
    )


class _Reader:
    """A table whose columns are known."""

    def __init__(self, table: Table, columns: Columns, now: datetime) -> None:
        self.table, self.columns, self.now = table, columns, now
        self.at = columns.at
        self.guarded = _is_guarded(table, columns)
        moment = table.heading[self.at["received_at"][0]] if "received_at" in self.at else ""
        self.sent = headings.plain(moment) in _SENT
        self.fields = [field for field in _TEXTS if field in self.at]

    def answers(self) -> Iterator[Answer]:
        """Yield the answer of each row."""
        for row in self.table.rows:
            received, problem = self._received(row)
            status = headings.folded(self._text(row, "status")) if "status" in self.at else ""
            drafted = "is_draft" in self.at and self._is_yes(row, "is_draft")
            if drafted or status in _UNFINISHED or (self.sent and not self._moment(row)):
                problem = Unfinished()
            yield Answer(
                row=row,
                fields={field: self._text(row, field) for field in self.fields},
                received=received,
                problem=problem,
                withdrawn=_WITHDRAWN.fullmatch(status) is not None or self._is_off(row),
                code=self._text(row, "code").strip() or None if "code" in self.at else None,
                sessions=self._sessions(row) if "sessions" in self.at else None,
                no_seat=self._is_yes(row, "no_seat") if "no_seat" in self.at else None,
                given={id: self._text(row, id) for id in self.columns.asked},
            )

    def _is_off(self, row: Row) -> bool:
        """Whether a column for it says that a row is cancelled: yes, or since when."""
        text = self._text(row, "is_cancelled") if "is_cancelled" in self.at else ""
        return headings.folded(text) in _YES or sum(sign.isdigit() for sign in text) > 3

    def _is_yes(self, row: Row, meaning: str) -> bool:
        return headings.folded(self._text(row, meaning)) in _YES

    def _sessions(self, row: Row) -> tuple[str, ...]:
        return tuple(filter(None, map(str.strip, self._text(row, "sessions").split(","))))

    def _text(self, row: Row, meaning: str) -> str:
        """Return what a row says of something; parts of a name one behind the other."""
        places = self.at[meaning]
        if len(places) > 1:
            return " ".join(filter(None, (self._unguarded(row.cells[at]).strip() for at in places)))
        return self._unguarded(row.cells[places[0]])

    def _unguarded(self, cell: str) -> str:
        return cell[1:] if self.guarded and cell[:1] == "'" and _GUARD.match(cell) else cell

    def _moment(self, row: Row) -> str:
        """Return what a row says of when it was handed in."""
        cells: Sequence[str] = [row.cells[at].strip() for at in self.at.get("received_at", ())]
        return stamps.combined(*cells) if len(cells) == 2 else "".join(cells)

    def _received(self, row: Row) -> tuple[Stamp | None, NetwerkError | None]:
        text = self._moment(row)
        if not text:
            return None, None
        try:
            stamp = stamps.read(text, self.columns.notation, now=self.now)
        except BadDate as err:
            if any(sign.isdigit() for sign in text):
                return None, err
            from netwerk_cli.dates import unquoted

            return None, unquoted(err)
        return (None, None) if stamps.is_no_moment(stamp) else (stamp, None)


def better_address(value: str) -> str | None:
    """Return the address that was probably meant, where a slip of the pen or of a program is plain to see."""
    text = value.strip().removeprefix("mailto:")
    within = re.search(r"<([^<>\s]+@[^<>\s]+)>", text)
    text = re.sub(r"\s+", "", within[1] if within else text).strip("<>()[],;:.\"'")
    text = re.sub(r"\((?:at|apenstaart)\)|\[at\]", "@", text)
    local, _, domain = text.rpartition("@")
    domain = domain.replace(",", ".").replace(";", ".").replace("..", ".")
    found = f"{local}@{domain}"
    if (
        found == value
        or local.count("@")
        or not re.fullmatch(r"[^\s@,;<>()]+@[^\s@,;<>()]+\.[a-z]{2,}", found)
    ):
        return None
    return found
