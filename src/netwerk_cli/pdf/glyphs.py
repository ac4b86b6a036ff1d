"""Which signs a font has: the `cmap` table of TrueType and OpenType files (ISO/IEC 14496-22, 5.2.1).

What no font has stops the making of a tagged PDF, so it is looked up before.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

INSTEAD = "\N{WHITE VERTICAL RECTANGLE}"
"""What stands for a sign that cannot be printed."""
_ALIKE = str.maketrans({"\N{NON-BREAKING HYPHEN}": "-", "\N{NARROW NO-BREAK SPACE}": "\N{NO-BREAK SPACE}"})


class NotAFont(ValueError):
    """Bytes in which no table of signs can be found."""


def signs(font: bytes) -> set[int]:
    """Return the code points that a font, or any font of a collection, has a glyph for. Raises `NotAFont`."""
    try:
        return {point for table in _tables(font) for point in _points(font, table)}
    except (struct.error, IndexError) as err:
        raise NotAFont from err


def _tables(font: bytes) -> Iterator[int]:
    """Yield where each table of code points of Unicode begins."""
    starts = [0]
    if font[:4] == b"ttcf":
        (count,) = struct.unpack_from(">I", font, 8)
        starts = list(struct.unpack_from(f">{min(count, 64)}I", font, 12))
    for start in starts:
        (count,) = struct.unpack_from(">H", font, start + 4)
        for at in range(start + 12, start + 12 + 16 * count, 16):
            tag, _, begin, _ = struct.unpack_from(">4sIII", font, at)
            if tag == b"cmap":
                (subtables,) = struct.unpack_from(">H", font, begin + 2)
                for one in range(begin + 4, begin + 4 + 8 * subtables, 8):
                    platform, encoding, offset = struct.unpack_from(">HHI", font, one)
                    if platform == 0 or (platform, encoding) in ((3, 1), (3, 10)):
                        yield begin + offset


def _points(font: bytes, table: int) -> Iterator[int]:
    (form,) = struct.unpack_from(">H", font, table)
    if form == 4:
        yield from _in_segments(font, table)
    elif form == 12:
        (groups,) = struct.unpack_from(">I", font, table + 12)
        for at in range(table + 16, table + 16 + 12 * min(groups, 0x10000), 12):
            first, last, _ = struct.unpack_from(">III", font, at)
            yield from range(first, min(last, 0x10FFFF) + 1)


def _in_segments(font: bytes, table: int) -> Iterator[int]:
    """Yield the code points of a table of format 4, in which a glyph is found by a segment's shift or offset."""
    (doubled,) = struct.unpack_from(">H", font, table + 6)
    count = doubled // 2
    columns = [table + 14, table + 16 + doubled, table + 16 + 2 * doubled, table + 16 + 3 * doubled]
    lasts, firsts, shifts, offsets = (struct.unpack_from(f">{count}H", font, at) for at in columns)
    for number, (first, last, shift, offset) in enumerate(zip(firsts, lasts, shifts, offsets, strict=True)):
        for point in range(first, min(last, 0xFFFE) + 1):
            if offset:
                place = columns[3] + 2 * number + offset + 2 * (point - first)
                (glyph,) = struct.unpack_from(">H", font, place)
                if not glyph:
                    continue
                point_glyph = glyph + shift
            else:
                point_glyph = point + shift
            if point_glyph & 0xFFFF:
                yield point


class Printable:
    """What a number of fonts can print between them."""

    def __init__(self, fonts: Iterable[Collection[int]]) -> None:
        self._fonts = [frozenset(one) for one in fonts]
        self._every = frozenset().union(*self._fonts)
        self.text = lru_cache(maxsize=4096)(self._text)

    def _text(self, text: str) -> tuple[str, bool]:
        """Return a text as it is printed, and whether all of it could be: a sign and its accents are of one font."""
        said = unicodedata.normalize("NFC", text).translate(_ALIKE)
        if all(ord(sign) in self._every for sign in said) and not any(map(unicodedata.combining, said)):
            return said, True
        parts = [part if self._has(part) else INSTEAD for part in _clusters(said)]
        return "".join(parts), INSTEAD not in parts

    def _has(self, cluster: str) -> bool:
        needed = {ord(sign) for sign in cluster if not _is_silent(sign)}
        return any(needed <= font for font in self._fonts)


def _clusters(text: str) -> Iterator[str]:
    """Yield each sign with the accents on it."""
    held = ""
    for sign in text:
        if held and not (unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me")):
            yield held
            held = ""
        held += sign
    if held:
        yield held


def _is_silent(sign: str) -> bool:
    """Whether a sign shows nothing, so that no font needs it."""
    return unicodedata.category(sign) in ("Cc", "Cf", "Zs", "Zl", "Zp") or "\ufe00" <= sign <= "\ufe0f"
