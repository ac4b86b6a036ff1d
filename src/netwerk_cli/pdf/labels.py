"""Sheets of labels: where on an A4 page each label lies, in millimetres."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from netwerk_cli.errors import BadValue
from netwerk_cli.wording import Wording

PAGE = (210.0, 297.0)
"""Width and height of A4 (ISO 216)."""
SMALLEST = (30.0, 15.0)
"""Below this nobody reads a name, and no scanner the code beside it."""
_FURTHEST = 50.0
_SIZE = re.compile(
    r"(\d+(?:[.,]\d+)?)x(\d+(?:[.,]\d+)?)\+(\d+(?:[.,]\d+)?)\+(\d+(?:[.,]\d+)?)"
    r"/(\d+(?:[.,]\d+)?)x(\d+(?:[.,]\d+)?)",
    re.ASCII | re.IGNORECASE,
)
_OFFSET = re.compile(r"([+-]?\d+(?:[.,]\d+)?)\s*[,;]\s*([+-]?\d+(?:[.,]\d+)?)", re.ASCII)
_ROUNDING = 0.05
"""By how much the sizes that a maker prints may add up to more than the page."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The labels of a page: the size of one, where the first begins, and from one to the next."""

    width: float
    height: float
    left: float
    top: float
    step_x: float
    step_y: float
    across: int
    down: int

    @property
    def count(self) -> int:
        """How many labels there are on a page."""
        return self.across * self.down


USUAL = "L4785"
SHEETS: Mapping[str, Sheet] = {
    "L4785": Sheet(80, 50, 18, 13, 95, 55, 2, 5),
    "C32011": Sheet(85, 54, 15, 13.5, 95, 54, 2, 5),
    "32015": Sheet(85, 54, 17, 31.5, 91, 60, 2, 4),
    "L7165": Sheet(99.1, 67.7, 4.7, 13, 101.6, 67.7, 2, 4),
}
"""Sheets by the number that is printed on their box, as their makers measure them."""


def read(text: str | None) -> Sheet:
    """Return the sheet of a name or of sizes such as `80x50+18+13/95x55`; the usual one where nothing is said.

    Raises:
        BadValue: there is no such sheet, or it fits no page; the reason names those there are.
    """
    words = (text or USUAL).strip()
    known = {name.casefold(): sheet for name, sheet in SHEETS.items()}
    if words.casefold() in known:
        return known[words.casefold()]
    sizes = _SIZE.fullmatch(words.replace(" ", ""))
    if sizes is None:
        raise _refused(
            Wording(
                "there is no sheet '{name}'; choose from {known}, or give sizes in mm as WxH+X+Y/DXxDY: "
                "label, where the first begins, from one to the next",
                name=words[:40],
                known=", ".join(SHEETS),
            )
        )
    return _measured(*(float(one.replace(",", ".")) for one in sizes.groups()))


def _measured(width: float, height: float, left: float, top: float, step_x: float, step_y: float) -> Sheet:
    """Return the sheet of these sizes, with as many labels as the page holds."""
    if width < SMALLEST[0] or height < SMALLEST[1]:
        why = Wording(
            "a label of {width}x{height} mm is too small to read; the least is {least} mm",
            width=_plain(width),
            height=_plain(height),
            least="x".join(map(_plain, SMALLEST)),
        )
        raise _refused(why)
    if step_x < width or step_y < height:
        raise _refused(Wording("the labels would lie over each other: the next one begins before one ends"))
    across, down = _fitting(PAGE[0] - left, width, step_x), _fitting(PAGE[1] - top, height, step_y)
    if not across or not down:
        raise _refused(Wording("no label fits on a page of {page} mm", page="x".join(map(_plain, PAGE))))
    return Sheet(width, height, left, top, step_x, step_y, across, down)


def _fitting(room: float, size: float, step: float) -> int:
    return int((room - size + _ROUNDING) // step + 1) if room + _ROUNDING >= size else 0


def moved(sheet: Sheet, offset: str | None) -> Sheet:
    """Return the sheet with everything a little to the right and down (`1.5,-2` mm): printers shift.

    Raises:
        BadValue: it is no such pair, or further than any printer shifts.
    """
    if offset is None:
        return sheet
    found = _OFFSET.fullmatch(offset.strip())
    right, down = (float(one.replace(",", ".")) for one in found.groups()) if found else (_FURTHEST + 1, 0.0)
    if max(abs(right), abs(down)) > _FURTHEST:
        why = Wording("write it as X,Y: at most {most} mm to the right and down", most=_plain(_FURTHEST))
        raise BadValue(field="--offset", why=why)
    return replace(sheet, left=sheet.left + right, top=sheet.top + down)


def _refused(why: Wording) -> BadValue:
    return BadValue(field="--sheet", why=why)


def _plain(millimetres: float) -> str:
    return f"{millimetres:g}"
