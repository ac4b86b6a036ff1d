"""Attendance as it comes in: reports of Teams and Zoom, and lists that were kept by hand, as rows of who was there.

A report has several tables below each other. What counts is the one with a row for each time that somebody came; of
whom only the first and the last moment are known, the length that is stated says how much lies between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from netwerk_cli.domain.attendance import State
from netwerk_cli.errors.files import BadFile
from netwerk_cli.exchange import attendance_headings as held
from netwerk_cli.exchange import tables, workbooks
from netwerk_cli.exchange.attendance_headings import Columns, Holds, plain
from netwerk_cli.wording import Wording

_SECTION = re.compile(r"\s*(\d{1,2})\.\s+\S.*", re.DOTALL)
_CODE = re.compile(r"[rR][1-9]\d{0,8}")
_ADDRESS = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_TELEPHONE = re.compile(r"[+\d][\d\s().*/-]{5,}")
_YES = frozenset({
    "yes", "ja", "y", "j", "x", "v", "1", "true", "waar", "oui", "✓", "✔", "present", "aanwezig", "attended", "joined",
    "deelgenomen",
})  # fmt: skip
_PEOPLE = 2
"""The section of a Teams report with a row a person."""
_EXCUSED = frozenset({"excused", "verontschuldigd", "afgemeld"})


class Seen(NamedTuple):
    """One row: who, and what it says of them; moments and lengths as they were written."""

    row: int
    name: str
    email: str
    code: str
    came: str
    left: str
    lasted: str
    action: str
    state: State | None


class Report(NamedTuple):
    """The rows of a report. Of one that is `whole`, each row has the first and last moment of a person.

    `guessed` says that its headings are in a language nobody here knows.
    """

    source: str
    rows: list[Seen]
    whole: bool
    guessed: bool


class _Block(NamedTuple):
    """A table within a file: the number of its section (0: none), its heading and what that says, and its rows."""

    section: int
    heading: tuple[str, ...]
    columns: Columns | None
    rows: list[tables.Row]


def read(data: bytes, source: str) -> Report:
    """Return the rows of a report or list. Raises `BadFile`, `BadInput`."""
    if len(data) > tables.LARGEST:
        raise BadFile(
            path=source, why=Wording("it has more than {count} MB", count=tables.LARGEST // 1_000_000)
        )
    best: Report | None = None
    for rows in _sheets(data, source):
        found = _report(source, [*_blocks(rows)])
        if best is None or len(found.rows) > len(best.rows):
            best = found
    if best is None or not best.rows:
        raise BadFile(path=source, why=Wording("nobody stands in it"))
    return best


def _sheets(data: bytes, source: str) -> list[list[tables.Row]]:
    if data[:4] == b"PK\x03\x04":
        return [rows for _, rows in workbooks.read(data, source)]
    text, _ = tables.decoded(data, source)
    named = re.match(r'"?sep=(.)"?\r?\n', text, re.IGNORECASE)
    body = text[named.end() :] if named else text
    return [list(tables.lines(body, named[1] if named else _delimiter(body), source))]


def _delimiter(body: str) -> str:
    """Return what stands between the cells: in half of the lines, and never within what a comma stands within."""
    filled = [line for line in body.splitlines() if line.strip()]
    usual = (one for one in ("\t", ";") if 2 * sum(one in line for line in filled) >= len(filled))
    return next(usual, ",")


# ------------------------------------------------------------------------ tables
def _blocks(rows: Sequence[tables.Row]) -> Iterator[_Block]:
    """Yield the tables of a file, each with its heading; rows that are in none are a table without one."""
    block, section, fresh = _Block(0, (), None, []), 0, False
    for row in rows:
        filled = [cell for cell in row.cells if cell.strip()]
        if not filled:
            continue
        title = _SECTION.fullmatch(filled[0]) if len(filled) == 1 else None
        if title:
            yield block
            section, fresh = int(title[1]), True
            block = _Block(section, (), None, [])
            continue
        columns = held.named(row.cells)
        if columns is not None or fresh:
            yield block
            block = _Block(section, row.cells, columns, [])
        else:
            block.rows.append(row)
        fresh = False
    yield block


def _report(source: str, blocks: Sequence[_Block]) -> Report:
    """Return the rows of the tables that count: of sections that have numbers one of them, else all with a heading."""
    full = [block for block in blocks if block.rows]
    timed = {block.section: block for block in full if block.section > 1 and _has_moments(block)}
    named = [block for block in full if block.columns is not None]
    chosen = [timed.get(3) or timed[min(timed)]] if timed else named or full[-1:]
    known = [_completed(block) for block in chosen]
    return Report(
        source,
        [row for block in known for row in _rows(block)],
        whole=any(
            (timed and block.section == _PEOPLE) or held.is_first_and_last(block.heading, block.columns or {})
            for block in known
        ),
        guessed=any(one.columns != block.columns for one, block in zip(known, chosen, strict=True)),
    )


def _has_moments(block: _Block) -> bool:
    return any(held.STAMP.fullmatch(plain(cell)) for row in block.rows for cell in row.cells)


def _completed(block: _Block) -> _Block:
    """Return a table with what its values say of columns that its heading does not tell."""
    columns = block.columns or {}
    told = columns.keys() & {Holds.CAME, Holds.MOMENT} and columns.keys() & {
        Holds.NAME,
        Holds.GIVEN,
        Holds.FAMILY,
    }
    if told or not _has_moments(block):
        return block
    rows = block.rows
    if not block.heading and not any(held.STAMP.fullmatch(plain(cell)) for cell in rows[0].cells):
        rows = rows[1:]  # a heading that nobody here knows
    return block._replace(
        columns={**held.by_value(block.heading, [r.cells for r in rows]), **columns}, rows=rows
    )


# -------------------------------------------------------------------------- rows
def _rows(block: _Block) -> Iterator[Seen]:
    columns = block.columns
    for row in block.rows:
        said = _bare(row.cells) if columns is None else _said(row.cells, columns)
        if said.get(Holds.WAITED, "").casefold() in _YES:
            continue  # who waits to be let in is not there
        name = said.get(Holds.NAME) or plain(f"{said.get(Holds.GIVEN, '')} {said.get(Holds.FAMILY, '')}")
        email, code = said.get(Holds.EMAIL, ""), said.get(Holds.CODE, "")
        if not (name or email or code):
            continue
        yield Seen(
            row=row.number,
            name=name,
            email=email if _ADDRESS.fullmatch(email) else "",
            code=code.lower() if _CODE.fullmatch(code) else "",
            came=said.get(Holds.CAME) or said.get(Holds.MOMENT, ""),
            left=said.get(Holds.LEFT, ""),
            lasted=said.get(Holds.LASTED, ""),
            action=said.get(Holds.ACTION, ""),
            state=_state(said, columns or {}),
        )


def _said(cells: Sequence[str], columns: Columns) -> dict[Holds, str]:
    return {holds: plain(cells[at]) for holds, at in columns.items() if at < len(cells)}


def _bare(cells: Sequence[str]) -> dict[Holds, str]:
    """Return what a row without a heading says: an address, a code, and the rest for a name (`Nepstra, Testine`)."""
    found: dict[Holds, str] = {}
    texts = list[str]()
    for cell in filter(None, map(plain, cells)):
        if _ADDRESS.fullmatch(cell):
            found.setdefault(Holds.EMAIL, cell)
        elif _CODE.fullmatch(cell):
            found.setdefault(Holds.CODE, cell)
        else:
            texts.append(cell)
    return {**found, Holds.NAME: ", ".join(texts)}


def _state(said: Mapping[Holds, str], columns: Columns) -> State | None:
    """Return what a row says of somebody's presence; None where there is no such column."""
    if Holds.STATE not in columns:
        return None
    word = said.get(Holds.STATE, "").casefold().strip(" .!")
    if word in _EXCUSED:
        return State.EXCUSED
    return State.PRESENT if word in _YES else State.ABSENT


# ------------------------------------------------------------------------- names
_BEHIND = re.compile(r"\(([^()]*)\)")
_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]")


def names(text: str) -> tuple[str, ...]:
    """Return the names that a row may mean, the likeliest first.

    What stands behind it in brackets is a note (*Guest*), a device, or the name somebody gave at first; what stands
    in quotes within it is a nickname.
    """
    bare = plain(_BEHIND.sub(" ", text))
    inside = [plain(one) for one in _BEHIND.findall(text)]
    found = (plain(text), bare, plain(_QUOTED.sub(" ", bare)), *inside, bare.partition(",")[0])
    return tuple(dict.fromkeys(one for one in found if one))


def is_telephone(name: str) -> bool:
    """Whether somebody is only known by a telephone number, which is not kept."""
    return bool(_TELEPHONE.fullmatch(plain(_BEHIND.sub(" ", name))))
