"""An announcement as JSON: the facts, and where in the text each was found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from netwerk_cli.announce.facts import Announcement, Found, Session
from netwerk_cli.domain.events import WhenFull

_MOST = 200  # characters of the words that are quoted


class Quote(NamedTuple):
    """The words that state a fact, on one line, and the line on which they begin."""

    line: int
    words: str


def quote(text: str, start: int, end: int) -> Quote | None:
    """Return the words of the page from one position to another, whole words only; None where there are none."""
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start += 1
    said = " ".join(text[start:end].split()).rstrip(" .,;:")
    if not said:
        return None
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return Quote(text.count("\n", 0, start) + 1, said if len(said) <= _MOST else f"{said[: _MOST - 1]}…")


def shape(of: Announcement, source: str | None) -> dict[str, Any]:
    """Return an announcement as scripts get it. What the text does not state is null or empty."""
    empty = of.kind is None
    return {
        "source": source,
        "published": _plain(_value(of.published)),
        "title": _value(of.title),
        "kind": of.kind,
        "sessions": [
            {"title": one.title, "start": _plain(one.start), "end": _plain(one.end)} for one in of.sessions
        ],
        "timezone": None if empty else of.timezone.value,
        "location": _value(of.location),
        "online": _value(of.online),
        "capacity": _value(of.capacity),
        "closes": _plain(_value(of.closes)),
        "audiences": [one.value for one in of.audiences],
        "organisers": [one.value for one in of.organisers],
        "cost": _value(of.cost),
        "warnings": [str(one) for one in of.warnings],
        "signup": _value(of.signup),
        "when_full": str(WhenFull.CLOSE) if of.closes_when_full else None,
        "access": _value(of.access),
        "materials": [
            {"title": one.value.title, "kind": str(one.value.kind), "url": one.value.url}
            for one in of.materials
        ],
        "notes": [str(one.value) for one in of.notes],
        "unsure": [name for name, one in _found(of) if not one.sure],
        "found": _places(of),
    }


_SINGLE = (
    "published",
    "title",
    "timezone",
    "location",
    "online",
    "capacity",
    "closes",
    "cost",
    "signup",
    "access",
)
_SEVERAL = ("audiences", "organisers", "materials", "notes")


def _found(of: Announcement) -> Iterator[tuple[str, Found[Any]]]:
    """Yield each fact by the name of its field."""
    for name in _SINGLE:
        if (one := getattr(of, name)) is not None and of.kind is not None:
            yield name, one
    if of.closes_when_full is not None:
        yield "when_full", of.closes_when_full
    for name in _SEVERAL:
        for one in getattr(of, name):
            yield name, one


def _places(of: Announcement) -> Mapping[str, list[dict[str, Any]]]:
    """Return for each field the lines and words that state it."""
    places: dict[str, list[dict[str, Any]]] = {}
    spans = [(name, one.start, one.end) for name, one in _found(of)]
    spans += [("sessions", *session.at) for session in of.sessions]
    for name, start, end in spans:
        said = quote(of.text, start, end)
        if said is not None and said._asdict() not in places.setdefault(name, []):
            places[name].append(said._asdict())
    return {name: said for name, said in places.items() if said}


def _value(found: Found[Any] | None) -> Any:
    return None if found is None else found.value


def _plain(moment: date | None) -> str | None:
    return None if moment is None else moment.isoformat()


def session_quote(of: Announcement, session: Session) -> Quote | None:
    """Return the words that state when a session is."""
    return quote(of.text, *session.at)
