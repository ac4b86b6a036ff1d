"""Whose row it is: the people of an attendance report beside those on the list of an event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from netwerk_cli.domain import attending
from netwerk_cli.domain.attendance import State
from netwerk_cli.domain.people import same_address, same_name
from netwerk_cli.domain.registrations import Registration, Registrations
from netwerk_cli.exchange import attendance_reports
from netwerk_cli.exchange.attendance_reports import Report, Seen

Rows = list[Seen]
Matched = dict[int, tuple[Rows, str]]
"""The rows of each registration by number, and by what the first of them was matched."""


class _Index:
    """Who is on the list of an event, by address and by name: first who has a place in the session."""

    def __init__(self, people: Registrations, session: str) -> None:
        self.people, self.session = people, session
        self.by_address: defaultdict[str, list[Registration]] = defaultdict(list)
        self.by_name: defaultdict[str, list[Registration]] = defaultdict(list)
        for r in people.values():
            self.by_address[same_address(r.email)].append(r)
            self.by_name[same_name(r.name)].append(r)

    def match(self, row: Seen) -> tuple[Registration, str] | None:
        """Return the one whom a row is about and by what, also without a place; None where nobody fits, or several."""
        if row.code:
            one = self.people.get(int(row.code[1:]))
            return None if one is None else (one, "code")
        names = [same_name(name) for name in attendance_reports.names(row.name)]
        here = self.by_address.get(same_address(row.email), []) if row.email else []
        if here:
            one = self._only(here) or self._only([r for r in here if same_name(r.name) in names])
            return None if one is None else (one, "email")
        for name in names:
            if name and self.by_name.get(name):
                one = self._only(self.by_name[name])
                return None if one is None else (one, "name")
        return None

    def _only(self, found: Sequence[Registration]) -> Registration | None:
        placed = [r for r in found if attending.is_expected(r, self.session)]
        for some in (placed, [] if placed else list(found)):
            if len(some) == 1:
                return some[0]
        return None


def matched(report: Report, people: Registrations, session: str) -> tuple[Matched, dict[str, Rows]]:
    """Return the rows of who has a place in a session, and those of everybody else by who they are."""
    index = _Index(people, session)
    found: Matched = {}
    outside: defaultdict[str, Rows] = defaultdict(list)
    for row in report.rows:
        match = index.match(row)
        if match is not None and attending.is_expected(match[0], session):
            found.setdefault(match[0].number, ([], match[1]))[0].append(row)
        elif match is not None:
            outside[match[0].code].append(row)
        else:
            outside[same_address(row.email) or same_name(row.name) or row.code].append(row)
    return found, dict(outside)


def outsiders(
    outside: Mapping[str, Rows], people: Registrations
) -> Iterator[tuple[Registration | None, Rows]]:
    """Yield who was there without a place in the session: their registration, if they have one, and their rows."""
    codes = {r.code: r for r in people.values()}
    for key, rows in outside.items():
        if any(row.state in (None, State.PRESENT) for row in rows):
            yield codes.get(key), rows
