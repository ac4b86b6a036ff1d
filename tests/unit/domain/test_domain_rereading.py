"""A list that is read again and again: what was decided here stays, what the source corrects is corrected."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from netwerk_cli.domain import seats
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.people import same_name
from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.domain.seats.rereading import Reading, settled_kind
from netwerk_cli.domain.seats.rows import Kind, Line, Taken, Ways
from netwerk_cli.errors import NetwerkError
from netwerk_cli.errors.seats import AlreadyRegistered, EventClosed, OldNews, OtherName, StandsBefore

NOON = datetime.fromisoformat("2024-01-10T12:00:00+01:00")
MINUTE = timedelta(minutes=1)
EVENT = Event(slug="kickoff", title="Kick-off", draft=False, closes_at=NOON + timedelta(hours=2))


class Desk:
    """An event with its list, and lists that are read into it at later and later moments."""

    def __init__(self, event: Event = EVENT) -> None:
        self.event, self.people = event, dict[int, Registration]()
        self.now = NOON + timedelta(hours=3)

    def read(self, *lines: Line, ways: Ways | None = None) -> list[Taken]:
        self.now += timedelta(hours=1)
        book = seats.Book(self.event, self.people, self.now)
        reading = Reading(book, Act(at=self.now, by="ans"), ways or Ways(), lines)
        taken = [reading.take(line) for line in lines]
        self.event, self.people = book.event, book.people
        return [settled_kind(one, book) for one in taken]

    def kinds(self, *lines: Line, **more: Any) -> list[str]:
        return [str(one.kind) for one in self.read(*lines, **more)]

    def do(self, outcome: seats.Outcome) -> None:
        self.event = outcome.event
        self.people |= {r.number: r for r in outcome.changed}

    def act(self) -> Act:
        self.now += timedelta(hours=1)
        return Act(at=self.now, by="bea")

    def cancel(self, number: int) -> None:
        self.do(seats.cancel(self.event, self.people, self.people[number], self.act()))

    def edit(self, number: int, **fields: object) -> None:
        self.do(seats.edit(self.event, self.people, self.people[number], self.act(), **fields))  # type: ignore[arg-type]

    def substitute(self, number: int, **fields: object) -> None:
        self.do(seats.substitute(self.event, self.people, self.people[number], self.act(), **fields))  # type: ignore[arg-type]


def line(
    name: str = "Ans Voorbeeld",
    email: str = "ans@example.org",
    *,
    at: timedelta | None = timedelta(),
    row: int = 2,
    exact: timedelta = timedelta(seconds=1),
    **more: Any,
) -> Line:
    """Return a row of somebody who asked `at` after noon; None for a list that does not say when."""
    given = {name: more.pop(name) for name in ("number", "withdrawn", "sessions") if name in more}
    fields = {"name": name, "email": email, **more}
    request = seats.Request(
        name=name,
        email=email,
        received_at=NOON + timedelta(hours=1) if at is None else NOON + at,
        organisation=more.get("organisation"),
        dated=at is not None,
        more={key: value for key, value in more.items() if key != "organisation"},
    )
    return Line(row=row, request=request, fields=fields, exact=exact, **given)


def refusal(taken: Taken) -> type[NetwerkError] | None:
    return None if taken.refusal is None else type(taken.refusal)


@pytest.mark.parametrize("at", [timedelta(), None], ids=["dated", "undated"])
def test_same_row_again_changes_nothing(at: timedelta | None) -> None:
    desk = Desk()
    assert desk.kinds(line(at=at)) == ["confirmed"]
    before = dict(desk.people)
    assert desk.read(line(at=at)) == [Taken(Kind.UNCHANGED, 1)]
    assert desk.people == before


def test_row_that_shows_minutes_only_is_the_same_row() -> None:
    desk = Desk()
    desk.read(line(at=timedelta(seconds=42)))
    assert desk.kinds(line(at=timedelta(), exact=MINUTE)) == ["unchanged"]
    assert desk.kinds(line(at=MINUTE, exact=MINUTE)) == ["duplicate"]


def test_second_row_of_a_person_is_a_duplicate_of_the_first() -> None:
    desk = Desk()
    taken = desk.read(line(), line(at=MINUTE, row=3, name="Voorbeeld, Ans", email=" ANS@example.org"))
    assert [(one.kind, refusal(one)) for one in taken] == [
        (Kind.CONFIRMED, None),
        (Kind.DUPLICATE, StandsBefore),
    ]
    assert desk.people.keys() == {1}


def test_somebody_who_was_registered_by_hand_at_another_moment_is_reported() -> None:
    desk = Desk()
    desk.read(line())
    (taken,) = desk.read(line(at=MINUTE))
    assert (taken.kind, refusal(taken)) == (Kind.DUPLICATE, AlreadyRegistered)


@pytest.mark.parametrize("at", [MINUTE, None], ids=["dated", "undated"])
def test_other_name_on_the_same_address_gets_no_place_by_itself(at: timedelta | None) -> None:
    desk = Desk()
    desk.read(line(at=None))
    (taken,) = desk.read(line(name="Bea Voorbeeld", at=at))
    assert (taken.kind, refusal(taken)) == (Kind.OTHER_NAME, OtherName)
    assert [r.name for r in desk.people.values()] == ["Ans Voorbeeld"]


def test_other_name_on_a_shared_address_is_somebody_else() -> None:
    desk = Desk(replace(EVENT, shared_addresses=True))
    assert desk.kinds(line(), line(name="Bea Voorbeeld", row=3)) == ["confirmed", "confirmed"]


def test_late_row_gets_no_place_and_its_second_is_a_duplicate() -> None:
    desk = Desk()
    taken = desk.read(line(at=timedelta(hours=2)), line(at=timedelta(hours=2, minutes=1), row=3))
    assert [(one.kind, refusal(one)) for one in taken] == [
        (Kind.LATE, EventClosed),
        (Kind.DUPLICATE, StandsBefore),
    ]
    assert not desk.people


def test_row_at_the_last_second_is_in_time() -> None:
    assert Desk().kinds(line(at=timedelta(hours=2) - timedelta(microseconds=1))) == ["confirmed"]


def test_who_is_refused_a_place_on_the_waiting_list_is_counted_as_refused() -> None:
    desk = Desk(replace(EVENT, capacity=1))
    rows = (line(), line("Bea", "bea@example.org", at=MINUTE, row=3))
    assert desk.kinds(*rows, ways=Ways(waiting_list=False)) == ["confirmed", "refused"]
    assert desk.kinds(*rows) == ["unchanged", "waiting"]


# ------------------------------------------------------------------ corrections
def test_corrected_row_corrects_that_registration_only() -> None:
    desk = Desk()
    desk.read(line(organisation="CLB"), line("Bea", "bea@example.org", at=MINUTE, row=3))
    bea = desk.people[2]
    corrected = line(name="Ans Voorbeeldsen", organisation="CLB Oost")
    assert desk.kinds(corrected, line("Bea", "bea@example.org", at=MINUTE, row=3)) == ["updated", "unchanged"]
    assert (desk.people[1].name, desk.people[1].organisation) == ("Ans Voorbeeldsen", "CLB Oost")
    assert desk.people[2] is bea
    assert desk.kinds(corrected) == ["unchanged"]


def test_corrected_address_is_known_by_name_and_moment() -> None:
    desk = Desk()
    desk.read(line(email="ans@exmaple.org"))
    assert desk.kinds(line()) == ["updated"]
    assert [r.email for r in desk.people.values()] == ["ans@example.org"]


def test_empty_cell_takes_nothing_away() -> None:
    desk = Desk()
    desk.read(line(organisation="CLB"))
    assert desk.kinds(line(organisation=None)) == ["unchanged"]


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("organisation", "CLB", "CLB Oost"),
        ("email", "ans@example.org", "ans@example.com"),
        ("name", "Ans", "Ansje"),
    ],
)
@pytest.mark.parametrize("at", [timedelta(), None], ids=["dated", "undated"])
def test_what_was_corrected_here_is_not_set_back(
    field: str, old: str, new: str, at: timedelta | None
) -> None:
    desk = Desk()
    row = line(at=at, **{field: old})  # type: ignore[arg-type]
    desk.read(row)
    desk.edit(1, **{field: new})
    assert desk.kinds(row) == ["unchanged"]
    assert getattr(desk.people[1], field) == new


def test_registration_that_the_list_names_by_its_code_is_corrected_under_another_address() -> None:
    desk = Desk()
    desk.read(line())
    assert desk.kinds(line(email="anders@example.org", at=None, number=1)) == ["updated"]
    assert desk.kinds(line("Wie Anders", "wie@example.org", at=None, number=1)) == ["confirmed"]


def test_correction_that_no_rule_allows_is_refused() -> None:
    desk = Desk(replace(EVENT, organisation_limit=1))
    rows = [line(organisation="CLB"), line("Bea", "bea@example.org", at=MINUTE, row=3, organisation="School")]
    desk.read(*rows)
    assert desk.kinds(line("Bea", "bea@example.org", at=MINUTE, organisation="CLB")) == ["refused"]
    assert desk.people[2].organisation == "School"


# ------------------------------------------------------ cancelled and replaced
def test_person_cancelled_here_stays_so() -> None:
    desk = Desk()
    desk.read(line())
    desk.cancel(1)
    (taken,) = desk.read(line())
    assert (taken.kind, taken.number, refusal(taken)) == (Kind.UNCHANGED, 1, OldNews)
    assert desk.people[1].status is Status.CANCELLED


def test_newer_request_of_a_person_cancelled_here_counts_once() -> None:
    desk = Desk(replace(EVENT, closes_at=None))
    desk.read(line())
    desk.cancel(1)
    newer = line(at=desk.now - NOON + MINUTE, row=3)
    assert desk.kinds(line(), newer) == ["unchanged", "confirmed"]
    before = desk.people[1]
    assert desk.read(line(), newer) == [Taken(Kind.UNCHANGED, 1)] * 2
    assert desk.people[1] is before


def test_person_replaced_here_does_not_come_back() -> None:
    desk = Desk()
    desk.read(line())
    desk.substitute(1, name="Bea", email="bea@example.org")
    (taken,) = desk.read(line())
    assert (taken.kind, refusal(taken)) == (Kind.UNCHANGED, OldNews)
    assert [(r.name, r.status) for r in desk.people.values()] == [("Bea", Status.CONFIRMED)]


def test_row_that_the_source_cancelled_cancels_and_lets_the_next_move_up() -> None:
    desk = Desk(replace(EVENT, capacity=1))
    bea = line("Bea", "bea@example.org", at=MINUTE, row=3)
    assert desk.kinds(line(), bea) == ["confirmed", "waiting"]
    assert desk.kinds(line(withdrawn=True), bea) == ["cancelled", "unchanged"]
    assert {r.name: r.status for r in desk.people.values()} == {
        "Ans Voorbeeld": Status.CANCELLED,
        "Bea": Status.CONFIRMED,
    }
    assert desk.read(line(withdrawn=True))[0] == Taken(Kind.UNCHANGED, 1)


def test_row_that_was_cancelled_before_it_was_read_takes_no_place() -> None:
    desk = Desk()
    assert desk.kinds(line(withdrawn=True)) == ["cancelled"]
    assert not desk.people


def test_cancelled_row_leaves_a_later_request_of_the_person_alone() -> None:
    desk = Desk()
    rows = line(withdrawn=True), line(at=MINUTE, row=3)
    assert desk.kinds(*rows) == ["cancelled", "confirmed"]
    assert desk.kinds(*rows) == ["cancelled", "unchanged"]


@pytest.mark.parametrize("at", [timedelta(), None], ids=["dated", "undated"])
def test_one_cancelled_ticket_of_two_cancels_nobody(at: timedelta | None) -> None:
    desk = Desk()
    rows = line(at=at, withdrawn=True), line(at=at, row=3)
    assert desk.kinds(*rows) == ["cancelled", "confirmed"]
    assert desk.kinds(*rows) == ["cancelled", "unchanged"]


def test_later_request_counts_when_the_source_cancelled_the_first() -> None:
    desk = Desk()
    desk.read(line())
    assert desk.kinds(line(withdrawn=True), line(at=MINUTE, row=3)) == ["cancelled", "confirmed"]
    assert desk.people[1].status is Status.CONFIRMED


def test_person_put_back_here_is_not_cancelled_by_the_same_row_again() -> None:
    desk = Desk()
    desk.read(line())
    desk.read(line(withdrawn=True))
    desk.do(seats.reinstate(desk.event, desk.people, desk.people[1], desk.act()))
    assert desk.kinds(line(withdrawn=True)) == ["unchanged"]
    assert desk.people[1].status is Status.CONFIRMED


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("van den Nepstra, Testine", "Testine van den Nepstra", True),
        ("Renée Proef", "Renee  proef", True),
        ("’t Hof, Çalig", "Çalig 't Hof", True),
        ("Ans Voorbeeld", "Bea Voorbeeld", False),
    ],
)
def test_names_are_alike_in_whatever_order_they_are_written(one: str, other: str, alike: bool) -> None:
    assert (same_name(one) == same_name(other)) is alike
