"""What is written for a person to read or to keep: headings, and below each lines with a label, as text or Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from netwerk_cli.cli.screen import wrapped
from netwerk_cli.exchange.listed import in_markdown


class Style(StrEnum):
    """How it is written: for eyes, for a page of one's own, or for a script."""

    TEXT = "text"
    MARKDOWN = "md"
    JSON = "json"


class Block(NamedTuple):
    """A heading of some level, from 1, and lines: a label and what it says; without a label a paragraph."""

    level: int
    heading: str
    lines: tuple[tuple[str, str], ...] = ()


Blocks = Iterable[Block]


def as_text(blocks: Blocks, *, room: int | None = None) -> str:
    """Return blocks as text; broken to fit where there is a `room`."""
    return "\n".join(_text_lines(blocks, room)).strip("\n")


def _text_lines(blocks: Blocks, room: int | None) -> Iterator[str]:
    for block in blocks:
        indent = "  " * max(0, block.level - 2)
        yield ""
        lines = [f"{indent}{block.heading}"]
        if block.level == 1:
            lines.append("=" * len(block.heading))
        for label, said in block.lines:
            first, *more = said.split("\n")
            lines.append(f"{indent}  {label}: {first}" if label else f"{indent}  {first}")
            lines += [f"{indent}    {line}" for line in more]
        for line in lines:
            yield line if room is None else wrapped(line, room=room, hang=2)


def as_markdown(blocks: Blocks) -> str:
    """Return blocks as Markdown (CommonMark); what was typed means nothing in it."""
    return "\n".join(_marked_lines(blocks)).strip("\n")


def _marked_lines(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        yield f"\n{'#' * block.level} {in_markdown(block.heading)}\n"
        for label, said in block.lines:
            yield f"- **{in_markdown(label)}**: {in_markdown(said)}" if label else f"{in_markdown(said)}\n"
