"""The rows of a list as what the rules judge: who asks for what, when, and what they answered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from netwerk_cli.domain import moments, seats
from netwerk_cli.domain import questions as rules
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.seats.rows import Kind, Line, Taken
from netwerk_cli.errors import BadValue, NotFound, Usage
from netwerk_cli.errors.files import NoAddress
from netwerk_cli.exchange.answers import Answer
from netwerk_cli.exchange.columns import Columns
from netwerk_cli.services import questions, values
from netwerk_cli.services.registrations import chosen, is_member
from netwerk_cli.terms import PERSON

_SEEN = ("name", "email", "organisation", "audience", "no_seat")
"""The particulars of a person that rules look at."""


class Maker:
    """Makes of each answer the line that the rules judge."""

    def __init__(
        self,
        event: Event,
        columns: Columns,
        now: datetime,
        members: frozenset[str] | None,
        *,
        no_seat: bool,
    ) -> None:
        self.no_seat = no_seat
        self.asked = [one for one in event.questions if one.id in columns.asked]
        self.event, self.now, self.members = event, moments.in_zone(now, event.timezone), members
        self.local = columns.notation.zone == event.timezone
        self.read = [
            (term, values.READERS[term.kind])
            for term in PERSON
            if term.column in columns.at and term.column != "no_seat"
        ]
        self.more = tuple(term.field for term in PERSON if term.field not in _SEEN)

    def line(self, answer: Answer) -> Line | Taken:
        """Return the line, or what the row comes to because nobody can be registered by it."""
        if not visible(answer.fields.get("email", "")):
            return Taken(Kind.NO_ADDRESS, refusal=NoAddress())
        try:
            person = {term.field: read(answer.fields[term.column], term) for term, read in self.read}
            sessions = chosen(self.event, answer.sessions) if answer.sessions else ()
            said = {one.id: rules.answer(one, answer.given[one.id]) for one in self.asked}
        except (Usage, NotFound) as err:
            bad = isinstance(err, BadValue) and err.facts.get("field") == "--email"
            return Taken(Kind.BAD_ADDRESS if bad else Kind.REFUSED, refusal=err)
        if answer.problem is not None:
            return Taken(Kind.REFUSED, refusal=answer.problem)
        return self._line(answer, person, sessions, questions.merged({}, said))

    def _line(
        self,
        answer: Answer,
        person: dict[str, Any],
        sessions: tuple[str, ...],
        said: Mapping[str, str],
    ) -> Line:
        stamp = answer.received
        at = self.now if stamp is None else stamp.at
        no_seat = True if self.no_seat else answer.no_seat
        if no_seat is not None:
            person["no_seat"] = no_seat
        seen: dict[str, Any] = {name: person.get(name) for name in _SEEN} | {"no_seat": bool(no_seat)}
        request = seats.Request(
            received_at=at if self.local else moments.in_zone(at, self.event.timezone),
            sessions=sessions,
            member=is_member(str(person["email"]), self.members),
            dated=stamp is not None,
            more={name: person.get(name) for name in self.more},
            answers=said,
            must_answer=False,  # the form asked; who comes by it is not turned away for what it left open
            **seen,
        )
        return Line(
            row=answer.row.number,
            request=request,
            fields=person,
            exact=timedelta() if stamp is None else stamp.exact,
            number=number_in(answer.code, "r"),
            withdrawn=answer.withdrawn,
            sessions=None if answer.sessions is None else sessions,
        )


def visible(text: str) -> bool:
    """Whether there is something in a cell that can be seen."""
    return bool(text.strip().strip("\u200b\ufeff").strip())


def number_in(code: str | None, letter: str) -> int | None:
    """Return the number in a code such as `r17`; None where it is none of that letter."""
    found = re.fullmatch(rf"{letter}([0-9]{{1,11}})", code or "", re.IGNORECASE)
    return None if found is None else int(found[1])
