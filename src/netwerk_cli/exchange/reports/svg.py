"""The parts of pictures, written by hand: no library, the same bytes each time, and any text is only ever text."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import NamedTuple

_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold (§2.2)."""

STYLE = (
    ".nw{font:14px system-ui,sans-serif;fill:#1b1b1b;background:#fff;color-scheme:light dark}"
    ".nw .a{fill:#1f5fa8}.nw .b{fill:#8fb4dc}.nw .o{fill:#b3261e}.nw .r{fill:#e7ecf2}"
    ".nw .l{stroke:#1f5fa8;stroke-width:2.5;fill:none}.nw .f{fill:#1f5fa8;fill-opacity:.12}"
    ".nw .m{stroke:#5b6470;stroke-width:2;stroke-dasharray:2 4;fill:none}"
    ".nw .c{stroke:#b3261e;stroke-width:2;stroke-dasharray:8 4;fill:none}"
    ".nw .d{stroke:#6b4a00;stroke-width:2;stroke-dasharray:3 3;fill:none}"
    ".nw .g{stroke:#d5dae0;stroke-width:1}.nw .s{fill:#4a5260;font-size:12px}.nw .h{font-weight:600}"
    ".nw .ct{fill:#b3261e}.nw .dt{fill:#6b4a00}"
    "@media (prefers-color-scheme:dark){.nw{fill:#f1f1f1;background:#16181c}.nw .a{fill:#7fb2ee}.nw .b{fill:#3f6796}"
    ".nw .o{fill:#ff8a80}.nw .r{fill:#2b3038}.nw .l{stroke:#7fb2ee}.nw .f{fill:#7fb2ee}.nw .m{stroke:#a9b2bf}"
    ".nw .c{stroke:#ff8a80}.nw .d{stroke:#e0b95c}.nw .g{stroke:#3a4049}.nw .s{fill:#b8c0cc}"
    ".nw .ct{fill:#ff8a80}.nw .dt{fill:#e0b95c}}"
    "@media print{.nw{fill:#000;background:none}.nw .a{fill:#1f5fa8}.nw .b{fill:#8fb4dc}.nw .o{fill:#b3261e}"
    ".nw .r{fill:#e7ecf2}.nw .l{stroke:#1f5fa8}.nw .f{fill:#1f5fa8}.nw .m{stroke:#5b6470}.nw .c{stroke:#b3261e}"
    ".nw .d{stroke:#6b4a00}.nw .g{stroke:#d5dae0}.nw .s{fill:#333}.nw .ct{fill:#b3261e}.nw .dt{fill:#6b4a00}}"
)
"""How pictures look: on a light and a dark screen, and on paper. On a page it stands once, for all of them."""


class Picture(NamedTuple):
    """A picture without its frame: how large it is, what it is called, what it says, and its parts."""

    width: int
    height: int
    title: str
    says: str
    parts: Sequence[str]


def framed(picture: Picture, id: str, *, alone: bool) -> str:
    """Return a picture as an `svg` element; `alone` as a document that needs nothing else."""
    size = f'viewBox="0 0 {picture.width} {picture.height}" width="{picture.width}" height="{picture.height}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size}' if alone else f"<svg {size}"
    style = f"<style>{STYLE}</style>\n" if alone else ""
    body = "\n".join(picture.parts)
    return (
        f'{head} class="nw" role="img" aria-labelledby="{id}-t {id}-d">\n{style}'
        f'<title id="{id}-t">{text(picture.title)}</title>\n<desc id="{id}-d">{text(picture.says)}</desc>\n'
        f"{body}\n</svg>\n"
    )


def stacked(pictures: Sequence[Picture], title: str) -> Picture:
    """Return pictures as one, below each other."""
    parts, top = list[str](), 0
    for one in pictures:
        parts += [f'<g transform="translate(0 {top})">', *one.parts, "</g>"]
        top += one.height
    width = max((one.width for one in pictures), default=1)
    return Picture(width, max(top, 1), title, " ".join(one.says for one in pictures), parts)


def text(said: str) -> str:
    """Return a text as it stands in HTML and in XML."""
    return html.escape(_NOT_XML.sub("\ufffd", said))


def label(x: float, y: float, said: str, *, kind: str = "", anchor: str = "start") -> str:
    """Return a text at a place; it begins, ends or has its middle there."""
    more = f' class="{kind}"' if kind else ""
    side = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{number(x)}" y="{number(y)}"{more}{side}>{text(said)}</text>'


def box(x: float, y: float, wide: float, high: float, kind: str) -> str:
    """Return a filled rectangle; nothing where it is empty."""
    if wide <= 0:
        return ""
    place = f'x="{number(x)}" y="{number(y)}" width="{number(wide)}" height="{number(high)}"'
    return f'<rect {place} rx="2" class="{kind}"/>'


def line(x: float, y: float, to_x: float, to_y: float, kind: str) -> str:
    """Return a straight line."""
    place = f'x1="{number(x)}" y1="{number(y)}" x2="{number(to_x)}" y2="{number(to_y)}"'
    return f'<line {place} class="{kind}"/>'


def path(points: Sequence[tuple[float, float]], kind: str, *, closed: bool = False) -> str:
    """Return a line through points; `closed` it is an area."""
    steps = " ".join(f"{number(x)} {number(y)}" for x, y in points)
    return f'<path d="M{steps}{"Z" if closed else ""}" class="{kind}"/>'


def number(value: float) -> str:
    """Return a length, the same on every machine: a tenth is more than any screen shows."""
    return f"{value:.1f}".removesuffix(".0")


def shortened(said: str, most: int) -> str:
    """Return a text of so many signs at most: its end stays, which is where editions differ."""
    said = " ".join(said.split())
    if len(said) <= most:
        return said
    behind = most // 3
    return f"{said[: most - behind - 1].rstrip()}…{said[-behind:].lstrip()}"
