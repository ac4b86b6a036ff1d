"""Dossiers that are proposed: keys with the words they came from above them; what is unsure is a comment.

`apply` reads what is written here as any dossier, so a proposal that nobody confirmed must not be a key.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from netwerk_cli.exchange.dossiers.writing import value_text

_WIDTH = 110  # characters of a line of comment


class Proposal(NamedTuple):
    """One key and its value, with what to say above it; without `sure` it is a comment itself."""

    key: str
    value: object
    remarks: tuple[str, ...] = ()
    sure: bool = True


class Proposed(NamedTuple):
    """A table of a dossier: its heading, what is said above that, its keys, and what is said below them."""

    heading: str
    proposals: Sequence[Proposal]
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


def written(above: Sequence[str], tables: Sequence[Proposed]) -> bytes:
    """Return a dossier with a comment for everything that somebody has to look at."""
    parts = ["\n".join(_comments(above))] if above else []
    parts += ["\n".join(_lines(table)) for table in tables]
    return ("\n\n".join(parts) + "\n").encode()


def _lines(table: Proposed) -> Iterator[str]:
    yield from _comments(table.above)
    yield table.heading
    for one in table.proposals:
        yield from _comments(one.remarks)
        statement = f"{one.key} = {value_text(one.key, one.value)}"
        yield from statement.split("\n") if one.sure else (f"# {line}" for line in statement.split("\n"))
    yield from _comments(table.below)


def _comments(remarks: Sequence[str]) -> Iterator[str]:
    """Yield remarks as lines of comment, broken between words; nothing in them can end a comment."""
    for remark in remarks:
        line = "#"
        for word in "".join(c if c.isprintable() else " " for c in remark).split():
            if len(line) + 1 + len(word) > _WIDTH and line != "#":
                yield line
                line = "#  "
            line = f"{line} {word}"
        yield line
