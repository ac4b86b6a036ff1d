"""Taking a change back goes through the gate: everybody is where they were, or nothing happens."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeVar

from netwerk_cli.domain import lifecycle, seats
from netwerk_cli.domain.events import Event, Promotion
from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.domain.set_asides import SetAside
from netwerk_cli.errors.planning import CapacityBelowSeats, SessionCapBelowSeats
from netwerk_cli.errors.seats import (
    AlreadyRegistered,
    EventFull,
    OrganisationLimit,
    SeatsSetAside,
    SessionFull,
)
from netwerk_cli.records import replace
from tests.builders import ENDS_AT, STARTS_AT, Desk, a_session, an_event, refused

Recorded = TypeVar("Recorded", Event, Registration)


def undo(desk: Desk, event: Event, people: dict[int, Registration], *numbers: int) -> seats.Outcome:
    """Put an event and some registrations back as they were at a moment; none there means that it was not."""
    back = {number: people.get(number) for number in numbers}
    now = {number: _numbered(r, people.get(number)) for number, r in desk.list.items()}
    outcome, taken = seats.undo(_numbered(desk.event, event), now, event, back, desk.act("c1"), change=2)
    desk.keep(outcome)
    for number in taken:
        del desk.list[number]
    return outcome


def _numbered(now: Recorded, then: Recorded | None) -> Recorded:
    """Return a record with what was done to it until that moment by change 1, and since by change 2."""
    known = len(then.history) if then is not None else 0
    lines = (replace(line, change=1 if n < known else 2) for n, line in enumerate(now.history))
    return replace(now, history=tuple(lines))


def held(desk: Desk) -> tuple[Event, dict[int, Registration]]:
    return desk.event, dict(desk.list)


def test_who_cancelled_sits_and_who_moved_up_waits_again() -> None:
    desk = Desk(an_event(capacity=1)).fill("Ans", "Bo", "Cas")
    before = held(desk)
    desk.cancel(1)
    outcome = undo(desk, *before, 1, 2)
    assert [r.status for r in desk.list.values()] == [Status.CONFIRMED, Status.WAITING, Status.WAITING]
    assert [r.place() for r in desk.list.values()] == [r.place() for r in before[1].values()]
    assert [r.history[-1].what for r in outcome.changed] == ["undone", "undone"]
    assert outcome.changed[0].history[-1].changes == {"status": ("cancelled", "confirmed")}
    assert outcome.promoted == ()


def test_a_seat_that_somebody_else_took_since_is_not_taken_away() -> None:
    desk = Desk(an_event(capacity=1)).fill("Ans")
    before = held(desk)
    desk.cancel(1)
    desk.fill("Bo")
    kind, facts = refused(lambda: undo(desk, *before, 1))
    assert (kind, facts["seats_held"]) == (EventFull, 2)


def test_a_session_that_filled_since_is_not_overfilled() -> None:
    desk = Desk(
        an_event(sessions=(a_session(), a_session("b", capacity=1, starts_at=ENDS_AT, ends_at=None)))
    ).fill("Ans")
    before = held(desk)
    desk.cancel(1)
    desk.fill("Bo")
    assert refused(lambda: undo(desk, *before, 1))[0] is SessionFull


def test_seats_set_aside_since_are_kept() -> None:
    desk = Desk(an_event(capacity=2, audiences=("clb",))).fill("Ans")
    before = held(desk)
    desk.cancel(1)
    aside = SetAside(audience="clb", seats=1, until=desk.now + timedelta(days=2))
    desk.amend(set_asides=(aside,))
    desk.fill("Bo")
    kind, _ = refused(lambda: undo(desk, desk.event, before[1], 1))
    assert kind is SeatsSetAside


def test_somebody_who_is_on_the_list_again_is_not_on_it_twice() -> None:
    desk = Desk(an_event()).fill("Ans", "Bo")
    before = held(desk)
    desk.edit(1, email="anders@example.org", name="Dirk Voorbeeld")
    desk.register("Ans", name="Ans Voorbeeld", email="ans@example.org")
    assert refused(lambda: undo(desk, *before, 1))[0] is AlreadyRegistered


def test_an_organisation_does_not_go_beyond_its_limit() -> None:
    desk = Desk(an_event(organisation_limit=1))
    desk.register("Ans", organisation="School")
    before = held(desk)
    desk.cancel(1)
    desk.register("Bo", organisation="School")
    assert refused(lambda: undo(desk, *before, 1))[0] is OrganisationLimit


def test_a_cap_is_not_put_back_below_the_seats_held() -> None:
    desk = Desk(an_event(capacity=1)).fill("Ans")
    before = held(desk)
    desk.amend(capacity=2)
    desk.fill("Bo")
    kind, facts = refused(lambda: undo(desk, *before))
    assert (kind, facts["capacity"], facts["seats_held"]) == (CapacityBelowSeats, 1, 2)


def test_a_cap_of_a_session_is_not_put_back_below_its_seats() -> None:
    desk = Desk(an_event(sessions=(a_session(capacity=1),))).fill("Ans")
    before = held(desk)
    desk.amend(sessions=(a_session(capacity=2),))
    desk.fill("Bo")
    assert refused(lambda: undo(desk, *before))[0] is SessionCapBelowSeats


def test_a_seat_beyond_the_cap_that_was_given_by_force_is_given_back() -> None:
    desk = Desk(an_event(capacity=1)).fill("Ans")
    desk.register("Bo", force=True, why="spreker")
    before = held(desk)
    desk.cancel(2)
    undo(desk, *before, 2)
    assert desk[2].status is Status.CONFIRMED


def test_who_stays_beyond_the_cap_makes_no_room_for_who_comes_back() -> None:
    desk = Desk(an_event(capacity=2)).fill("Ans", "Bo")
    desk.register("Cas", force=True, why="spreker")
    before = held(desk)
    desk.edit(3, note="vegetarisch")
    desk.cancel(2)
    desk.cancel(1)
    desk.fill("Dirk")
    assert desk[4].status is Status.CONFIRMED
    assert refused(lambda: undo(desk, *before, 2, 3))[0] is EventFull


def test_a_seat_beyond_the_limit_of_an_organisation_is_given_back_too() -> None:
    desk = Desk(an_event(organisation_limit=1))
    desk.register("Ans", organisation="School")
    desk.register("Bo", organisation="School", force=True, why="spreker")
    before = held(desk)
    desk.cancel(2)
    undo(desk, *before, 2)
    assert desk[2].status is Status.CONFIRMED


def test_who_waits_moves_up_when_a_registration_is_taken_out() -> None:
    desk = Desk(an_event(capacity=1)).fill("Ans", "Bo")
    outcome = undo(desk, desk.event, {}, 1)
    assert list(desk.list) == [2]
    assert [r.number for r in outcome.promoted] == [2]


def test_nobody_moves_up_by_itself_while_that_is_done_by_hand() -> None:
    desk = Desk(an_event(capacity=1, promotion=Promotion.MANUAL)).fill("Ans", "Bo")
    outcome = undo(desk, desk.event, {}, 1)
    assert outcome.promoted == ()


def test_the_number_of_a_registration_that_is_taken_out_is_not_given_again() -> None:
    desk = Desk(an_event()).fill("Ans", "Bo")
    undo(desk, desk.event, {}, 2)
    desk.fill("Cas")
    assert list(desk.list) == [1, 3]


def test_a_session_put_back_has_a_higher_sequence_than_it_ever_had() -> None:
    desk = Desk(an_event())
    before = held(desk)
    moved = a_session(starts_at=STARTS_AT + timedelta(hours=1))
    desk.amend(sessions=(moved,))
    undo(desk, *before)
    assert desk.event.sessions[0].starts_at == before[0].sessions[0].starts_at
    assert desk.event.sessions[0].sequence == 2


def test_an_event_put_back_on_tells_calendars_so() -> None:
    desk = Desk(an_event())
    before = held(desk)
    desk.keep(seats.Outcome(event=lifecycle.cancel(desk.event, desk.act())))
    undo(desk, *before)
    assert (desk.event.cancelled_at, desk.event.sessions[0].sequence) == (None, 2)


def test_nothing_is_changed_where_nothing_differs() -> None:
    desk = Desk(an_event()).fill("Ans")
    outcome = undo(desk, desk.event, dict(desk.list), 1)
    assert (outcome.changed, outcome.event.history[-1].what) == ((), "created")
