"""What was typed about anything, read by the kind of its term.

What depends on the record that it is about (times, seats set aside) is read by the service of that record.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from netwerk_cli.domain import lifecycle, moments, texts
from netwerk_cli.errors import BadValue
from netwerk_cli.services import lists
from netwerk_cli.terms import Given, Kind, Term, Terms
from netwerk_cli.wording import Wording, listed

Fields = dict[str, object]
Choice = TypeVar("Choice", bound=StrEnum)


def fields(known: Terms, given: Given, present: object) -> Fields:
    """Return the fields that `given` sets of those that say it all themselves; `present` has the lists as they are.

    Raises:
        Usage: the first thing that is off, in the order of the terms.
    """
    found: Fields = {
        term.field: READERS[term.kind](given[term.typed], term)
        for term in known
        if term.kind in READERS and term.option and term.typed in given
    }
    return found | lists.fields(known, given, present)


def _line(text: str, term: Term) -> str | None:
    return texts.line(text, field=term.flag) if term.needed or text.strip() else None


def _text(text: str, term: Term) -> str | None:
    return texts.text(text, field=term.flag) or None


def _link(text: str, term: Term) -> str | None:
    return link(text, field=term.flag) if text.strip() else None


def _count(text: str, term: Term) -> int | None:
    return count(text, field=term.flag)


def _name(text: str, term: Term) -> str | None:  # noqa: ARG001 (a reader's shape)
    return None if is_empty(text) else text.strip()


def _choice(text: str, term: Term) -> object:
    return None if term.choices is None else choice(text, term.choices, field=term.flag)


def _lead(text: str, term: Term) -> object:
    from netwerk_cli.dates import read_lead

    return None if is_empty(text) else read_lead(text, field=term.flag)


READERS: Mapping[Kind, Callable[[Any, Term], object]] = {
    Kind.LINE: _line,
    Kind.TEXT: _text,
    Kind.LINK: _link,
    Kind.COUNT: _count,
    Kind.NAME: _name,
    Kind.CHOICE: _choice,
    Kind.LEAD: _lead,
    Kind.EMAIL: lambda text, _: texts.email(text),
    Kind.ZONE: lambda name, _: str(moments.zone(name).key),
    Kind.FLAG: lambda flag, _: flag,
}


def count(text: str, *, field: str) -> int | None:
    """Read a cap: a whole number from 0, or `none`."""
    if text.strip().lower() in ("none", "geen"):
        return None
    if not (text.strip().isascii() and text.strip().isdigit() and len(text.strip()) < 20):
        raise BadValue(
            field=field, why=Wording("'{text}' is not a whole number from 0, or none", text=text[:40])
        )
    number = int(text)
    lifecycle.check_capacity(number)
    return number


def link(text: str, *, field: str) -> str:
    """Return a web address as given. Raises `BadValue` without `http://` or `https://`."""
    address = texts.line(text, field=field)
    if not address.startswith(("https://", "http://")) or any(c.isspace() for c in address):
        raise BadValue(field=field, why=Wording("it is not a link such as https://example.org/room"))
    return address


def choice(text: str, kind: type[Choice], *, field: str) -> Choice:
    """Return the member of `kind` that `text` names."""
    try:
        return kind(text)
    except ValueError as err:
        raise BadValue(field=field, why=Wording("choose from {known}", known=listed(kind))) from err


def is_empty(text: str) -> bool:
    """Whether what was typed takes a value away."""
    return text.strip().lower() in ("", "none", "geen")
