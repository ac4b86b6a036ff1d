"""A dossier changed in place: what does not differ keeps every byte, its comments, its order and its line ends.

The text is cut into pieces, one for each table. The comment lines right above a heading and right below the last key
belong to the table, and come and go with it; what has an empty line on both sides belongs to nobody and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group
from netwerk_cli.exchange.dossiers import marks
from netwerk_cli.exchange.dossiers.keys import PART_FIELDS
from netwerk_cli.exchange.dossiers.positions import Form, Path, spots
from netwerk_cli.exchange.dossiers.writing import Values, block, head_of, parts_of, value_text

_BOM = "\ufeff"
_TIMES = frozenset({"starts", "ends", "duration", "to-be-announced"})
_DUE = frozenset({"due", "season"})
_COMMENTS_BELOW = re.compile(r"(?:[ \t]*#[^\n]*(?:\n|$))*")
_BLANKS = re.compile(r"(?:[ \t\r]*\n)*")


@dataclass(eq=False)
class _Piece:
    """One table: its text, where in that its statements have their value, and what lies before the next one.

    New tables go above it, behind it, or behind what lies there.
    """

    path: Path
    text: str = ""
    statements: dict[Path, tuple[int, int, int]] = field(default_factory=dict)
    gap: str = ""
    above: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)
    last: list[str] = field(default_factory=list)


def rewritten(data: bytes, said: Event | Group, record: Event | Group) -> bytes:
    """Return the dossier `data`, which says `said`, changed to say `record`."""
    text = data.decode("utf-8")
    bom, text = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
    document = _Document(text)
    document.change(said, record)
    return (bom + document.marked(str(marks.mark_of(record.history)))).encode()


class _Document:
    """The pieces of a dossier; the first holds what stands above all headings."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.end_of_line = "\r\n" if re.match(r"[^\n]*\r\n", text) else "\n"
        self.pieces = list(_cut(text))
        self.changed = self.dropped = False

    def change(self, said: Event | Group, record: Event | Group) -> None:
        """Change what differs."""
        apart = bool(self._slots("session")) or ("session",) in self.pieces[0].statements
        name, old = head_of(said, apart=apart)
        new = head_of(record, apart=apart)[1]
        before, after = parts_of(said, apart=apart), parts_of(record, apart=apart)
        self.changed = old != new or any(
            list(before[p].items()) != list(after[p].items()) for p in PART_FIELDS
        )
        if not self.changed:
            return
        if old.get("set-aside") != new.get("set-aside"):
            self._drop([piece for piece in self.pieces if piece.path[:2] == (name, "set-aside")])
        self._head(name, old, new)
        for part in PART_FIELDS:
            self._parts(part, before[part], after[part])

    def marked(self, mark: str) -> str:
        """Return the text with the mark of its state; a dossier without one in which nothing changed gets none."""
        text = self._joined() if self.changed else self.text
        if found := marks.place(text):
            return text[: found.start()] + mark + text[found.end(found.lastindex or 0) :]
        return mark + self.end_of_line + text if self.changed else text

    def _joined(self) -> str:
        out: list[str] = []
        for piece in self.pieces:
            for table in piece.above:
                self._apart(out, table)
            if piece.above:
                out.append(self.end_of_line)
            out.append(piece.text)
            for table in piece.behind:
                self._apart(out, table)
            out.append(piece.gap)
            for table in piece.last:
                self._apart(out, table)
        text = "".join(out)
        ends_in_a_table = any(out[-1:]) or not self.dropped
        return text if ends_in_a_table else text.rstrip(" \t\r\n") + self.end_of_line

    def _apart(self, out: list[str], table: str) -> None:
        """Add a new table, with an empty line above it."""
        said = next((text for text in reversed(out) if text), "")
        if said and not said.endswith("\n"):
            out.append(self.end_of_line)
        if said.strip():
            out.append(self.end_of_line)
        out.append(table)

    # ------------------------------------------------------------------ tables
    def _head(self, name: str, old: Values, new: Values) -> None:
        piece = next((piece for piece in self.pieces if piece.path == (name,)), self.pieces[0])
        if (name,) in piece.statements:  # a table between braces
            self._set(piece, {(name,): new} if old != new else {})
        else:
            changes: dict[Path, object] = {(name, key): v for key, v in _differing(old, new).items()}
            self._set(piece, changes, prefix="" if piece.path else f"{name}.")

    def _parts(self, part: str, old: Mapping[str, Values], new: Mapping[str, Values]) -> None:
        """Change the tables of one kind: each in place, new ones behind the one that goes before them."""
        if (part,) in self.pieces[0].statements:
            if list(old.items()) != list(new.items()):
                self._set(self.pieces[0], {(part,): list(new.values()) or None})
            return
        slots = self._slots(part)
        tables = dict(zip(old, slots, strict=True))
        order, kept = [id for id in new if id in tables], [tables[id] for id in old if id in new]
        for id in order:
            piece = tables[id]
            self._set(piece, {(*piece.path, key): v for key, v in _differing(old[id], new[id]).items()})
        if [tables[id] for id in order] != kept:
            for place, text in zip(kept, [self._closed(tables[id].text) for id in order], strict=True):
                place.text = text
        self._drop([tables[id] for id in old if id not in new])
        behind = slots[-1].behind if slots else self.pieces[-1].last
        here, places = kept[0].above if kept else behind, iter(kept)
        for id, values in new.items():
            if id in tables:
                here = next(places).behind
            else:
                here.append(self._ended(block(part, values)))

    def _slots(self, part: str) -> list[_Piece]:
        return [piece for piece in self.pieces if piece.path[:1] == (part,)]

    def _drop(self, gone: list[_Piece]) -> None:
        """Take tables out with their own comments and the empty lines behind them."""
        for piece in gone:
            blanks = _BLANKS.match(piece.gap)
            piece.text, piece.gap = "", piece.gap[blanks.end() :] if blanks else piece.gap
        self.dropped = self.dropped or self.pieces[-1] in gone

    # -------------------------------------------------------------------- keys
    def _set(self, piece: _Piece, changes: Mapping[Path, object], prefix: str = "") -> None:
        """Write the values that differ into a table; None takes a key out with its line."""
        text, added, edits = piece.text, "", []
        for path, value in changes.items():
            found = piece.statements.get(path)
            if value is None and found is None:
                continue
            shown = "" if value is None else value_text(str(path[-1]), value)
            if found is None:
                added += f"{prefix}{path[-1]} = {shown}\n"
            elif value is None:
                edits.append((text.rfind("\n", 0, found[0]) + 1, _line_end(text, found[2]), ""))
            else:
                edits.append((found[1], found[2], self._ended(shown)))
        if added:
            end = _line_end(text, max((end for _, _, end in piece.statements.values()), default=len(text)))
            apart = "" if end == 0 or text[end - 1] == "\n" else self.end_of_line
            edits.append((end, end, apart + self._ended(added)))
        for start, end, new in sorted(edits, reverse=True):
            text = text[:start] + new + text[end:]
        piece.text = text

    def _closed(self, text: str) -> str:
        return text if text.endswith("\n") else text + self.end_of_line

    def _ended(self, text: str) -> str:
        return text.replace("\n", self.end_of_line)


def _differing(old: Values, new: Values) -> Values:
    """Return the keys that differ, with their new value or None, in the order in which they are written."""
    keys = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
    for together in (_TIMES, _DUE):
        keys |= together if keys & together else set()
    ordered = [*(key for key in new if key in keys), *(key for key in sorted(keys) if key not in new)]
    return {key: new.get(key) for key in ordered}


def _line_end(text: str, at: int) -> int:
    """Return where the line ends that `at` is on, its line feed included."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _cut(text: str) -> Iterator[_Piece]:
    """Yield the pieces of a dossier."""
    found = [_Piece(())]
    tops, ends = [0], [0]
    mark = marks.place(text)
    floor = _line_end(text, mark.end()) if mark else 0
    statements: list[list[tuple[Path, int, int, int]]] = [[]]
    for spot in spots(text):
        if spot.form is Form.HEADING:
            found.append(_Piece(spot.path))
            tops.append(_top(text, spot.start, max(floor, ends[-1])))
            ends.append(_line_end(text, spot.end))
            statements.append([])
        elif spot.form is Form.STATEMENT:
            statements[-1].append((spot.path, spot.start, spot.value, spot.end))
            ends[-1] = _line_end(text, spot.end)
    for number, piece in enumerate(found):
        top, after = tops[number], tops[number + 1] if number + 1 < len(found) else len(text)
        end = ends[number]
        if number:
            below = _COMMENTS_BELOW.match(text, end, after)
            end = below.end() if below else end
        piece.text, piece.gap = text[top:end], text[end:after]
        piece.statements = {
            p: (start - top, value - top, e - top) for p, start, value, e in statements[number]
        }
        yield piece


def _top(text: str, heading: int, floor: int) -> int:
    """Return where the comment lines right above a heading begin."""
    top = text.rfind("\n", 0, heading) + 1
    while top > floor:
        above = text.rfind("\n", floor, top - 1) + 1 or floor
        if not text[above:top].lstrip(" \t").startswith("#"):
            break
        top = above
    return top
