"""QR codes (ISO/IEC 18004) as SVG; the only importer of segno, which comes with the extra `pdf`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_DARK = re.compile(b"\1+")


class Codes:
    """What draws QR codes of one kind of text, such as the badges of an event.

    The mask is chosen for the first of them: trying all eight for each takes as long as all the rest.
    """

    def __init__(self) -> None:
        self._mask: int | None = None

    def svg(self, text: str) -> str:
        """Return the code of a text, one unit a module, without the quiet zone around it.

        Capitals, digits and `-./:` take the least room.
        """
        import segno

        code = segno.make_qr(text, error="m", boost_error=False, mask=self._mask)
        self._mask = code.mask
        rows = [bytes(row) for row in code.matrix]
        drawn = "".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in _runs(rows))
        size = len(rows)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path d="{drawn}"/></svg>'
        )


def _runs(rows: Sequence[bytes]) -> Iterator[tuple[int, int, int]]:
    """Yield the dark modules that stand side by side: where they begin, in which row, and how many."""
    for y, row in enumerate(rows):
        for run in _DARK.finditer(row):
            yield run.start(), y, run.end() - run.start()
