"""Certificates of who was there: a page each, with a code that `certificate check` answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from netwerk_cli.pdf.codes import Codes
from netwerk_cli.pdf.papers import About, Paper, Person, Speech, Words
from netwerk_cli.pdf.typesetting import Typesetter


class Line(NamedTuple):
    """A session that somebody was in: its title where there are several, when, and where."""

    title: str
    when: str
    where: str


class Accredited(NamedTuple):
    """One accreditation: of whom, under which number, and for how many points; empty where that is not stated."""

    body: str
    number: str
    points: str


class Page(NamedTuple):
    """One certificate: whose, of which sessions, for how many hours, and its code."""

    person: Person
    lines: Sequence[Line]
    hours: str
    accredited: Sequence[Accredited]
    code: str


def make(about: About, organisers: Sequence[str], pages: Sequence[Page], speech: Speech) -> Paper:
    """Return certificates, in the order of the pages. Raises as `Typesetter`."""
    press, codes, words = Typesetter(speech.fonts), Codes(), speech.words
    unprinted: dict[str, str] = {}

    def printed(text: str) -> str:
        return press.printable.text(text)[0]

    def page(one: Page) -> dict[str, Any]:
        person = one.person
        name, whole = press.printable.text(person.name)
        more = [press.printable.text(text) for text in person.more]
        if not (whole and all(fits for _, fits in more)):
            unprinted[person.code] = person.name
        return {
            "name": name if whole else None,
            "organisation": more[0][0],
            "lines": [[printed(part) for part in line] for line in one.lines],
            "hours": one.hours,
            "accredited": [[printed(part) for part in row] for row in one.accredited],
            "code": one.code,
            "drawn": codes.svg(one.code),
        }

    said = {
        "title": words("Certificates: {title}", title=about.title),
        "language": speech.language,
        "event": printed(about.title),
        "organisers": [printed(one) for one in organisers],
        "words": _said(words),
        "pages": [page(one) for one in pages],
    }
    return Paper(press.pages("certificates", said, at=about.at), len(pages), unprinted)


def _said(words: Words) -> dict[str, str]:
    return {
        "heading": words("Certificate of attendance"),
        "attended": words("attended"),
        "hours": words("Net, without breaks:"),
        "body": words("Accredited by"),
        "number": words("Number"),
        "points": words("Points"),
        "organised": words("Organised by"),
        "signature": words("Signature"),
        "check": words("Whether this certificate is genuine, the organiser can say by its code:"),
    }
