"""Lists to sign at the door: who is expected, and lines for who walks in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from netwerk_cli.pdf.papers import About, Paper, Person, Speech
from netwerk_cli.pdf.typesetting import Typesetter

_UPRIGHT = 5
"""How many columns fit on a page that is higher than wide."""
_NAME, _BLANK = 1.6, 1.3
"""How wide these columns are; the others by what is in them, between a narrow one (yes, no) and a wide one."""
_NARROW, _WIDE = 0.5, 1.5
_TEXT, _WORD = 20, 11
"""How long a text, on two lines, and a word are that a column of width 1 holds."""


class Part(NamedTuple):
    """One list, on pages of its own: of the event, or of a session; `lines` say when and where."""

    title: str
    lines: Sequence[str]
    people: Sequence[Person]


class Columns(NamedTuple):
    """What is above the columns: of what is said, and of those to write in; `name` is which one holds the name."""

    said: Sequence[str]
    blank: Sequence[str]
    name: int | None


def make(about: About, parts: Sequence[Part], columns: Columns, walk_ins: int, speech: Speech) -> Paper:
    """Return lists to sign, each with empty lines for `walk_ins` behind it. Raises as `Typesetter`."""
    press, words = Typesetter(speech.fonts), speech.words
    unprinted: dict[str, str] = {}

    def printed(text: str) -> str:
        return press.printable.text(text)[0]

    def row(person: Person) -> dict[str, Any]:
        cells = [press.printable.text(cell) for cell in person.more]
        if not all(whole for _, whole in cells):
            unprinted[person.code] = person.name
        said = [None if at == columns.name and not whole else text for at, (text, whole) in enumerate(cells)]
        return {"code": person.code, "cells": said}

    headings = [*columns.said, *columns.blank]
    said = {
        "title": words("Sign-in sheet: {title}", title=about.title),
        "language": speech.language,
        "code": words("code").capitalize(),
        "name": columns.name,
        "page": words("page"),
        "footer": printed(words("{title}; as the list was on {at}", title=about.title, at=about.at)),
        "landscape": len(headings) > _UPRIGHT,
        "headings": [printed(one) for one in headings],
        "widths": [
            *(
                _NAME
                if at == columns.name
                else _width(said, [one.more[at] for p in parts for one in p.people])
                for at, said in enumerate(columns.said)
            ),
            *(_BLANK for _ in columns.blank),
        ],
        "parts": [
            {
                "title": printed(part.title),
                "lines": [printed(line) for line in part.lines],
                "rows": [row(one) for one in part.people],
                "walk-ins": walk_ins,
            }
            for part in parts
        ],
    }
    count = len({one.code for part in parts for one in part.people})
    return Paper(press.pages("sign-in-sheet", said, at=about.at), count, unprinted)


def _width(heading: str, cells: Sequence[str]) -> float:
    """Return how wide a column is, by the longest text in it and the longest word."""
    text = max((len(cell) for cell in cells), default=0)
    word = max((len(word) for said in (heading, *cells) for word in said.split()), default=0)
    return min(_WIDE, max(_NARROW, text / _TEXT, word / _WORD))
