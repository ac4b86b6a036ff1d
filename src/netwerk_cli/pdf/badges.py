"""Badges on sheets of labels: a name as large as it can be, and a code that `attendance check-in` reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from textwrap import wrap
from typing import Any

from netwerk_cli.domain.family_names import pieces
from netwerk_cli.pdf.codes import Codes
from netwerk_cli.pdf.labels import PAGE, Sheet
from netwerk_cli.pdf.papers import About, Paper, Person, Speech
from netwerk_cli.pdf.typesetting import Typesetter

_MOST_LINES, _LONGEST = 4, 60


def make(about: About, people: Sequence[Person], sheet: Sheet, speech: Speech, *, border: bool) -> Paper:
    """Return badges, in the order of the people. Raises as `Typesetter`."""
    press, codes = Typesetter(speech.fonts), Codes()
    unprinted: dict[str, str] = {}
    badges: list[dict[str, Any]] = []
    for one in people:
        name, whole = press.printable.text(one.name)
        lines = [press.printable.text(line) for line in one.more if line]
        if not (whole and all(fits for _, fits in lines)):
            unprinted[one.code] = one.name
        badges.append({
            "code": one.code,
            "name": [*ways(name)] if whole else [],
            "lines": [said for said, _ in lines],
            "drawn": codes.svg(f"{about.slug}/{one.code}".upper()),
        })  # fmt: skip
    said = {
        "title": speech.words("Badges: {title}", title=about.title),
        "language": speech.language,
        "event": press.printable.text(about.title)[0],
        "page": PAGE,
        "sheet": {name.replace("_", "-"): size for name, size in asdict(sheet).items()},
        "border": border,
        "badges": badges,
    }
    return Paper(press.pages("badges", said, at=about.at), len(badges), unprinted)


def ways(name: str) -> Iterator[list[str]]:
    """Yield a name on one line, on two and on more, each way with its longest line as short as it can be.

    One with a word so long that nobody could read it on a line breaks anywhere.
    """
    parts = pieces(name)
    if max(map(len, parts), default=0) > _LONGEST:
        yield wrap(name, max(_LONGEST // 2, len(name) // _MOST_LINES + 1))
        return
    for count in range(1, min(len(parts), _MOST_LINES) + 1):
        yield _divided(parts, count)


def _divided(parts: Sequence[str], count: int) -> list[str]:
    """Return parts on so many lines; of equal ways the one with the most on the last line: family names are long."""
    if count == 1:
        return [" ".join(parts)]
    found = (
        [" ".join(parts[:at]), *_divided(parts[at:], count - 1)] for at in range(1, len(parts) - count + 2)
    )
    return min(found, key=lambda lines: max(map(len, lines)))
