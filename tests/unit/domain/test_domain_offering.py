"""What a newcomer can have."""

from __future__ import annotations

from netwerk_cli.domain import seats
from netwerk_cli.domain.events import Promotion, SessionChoice
from netwerk_cli.domain.seats import Offer
from netwerk_cli.domain.set_asides import SetAside
from tests.builders import CLOSES_AT, NOW, Desk, a_session, an_event, hours


def offered(desk: Desk) -> Offer:
    return seats.offer(desk.event, desk.list, desk.now)


def test_without_a_cap_there_is_no_number() -> None:
    assert offered(Desk().fill("Ans")) == Offer(None, {})


def test_what_is_free_is_left_and_never_less_than_nothing() -> None:
    desk = Desk(an_event(capacity=2)).fill("Ans")
    assert offered(desk) == Offer(1, {})
    desk.register("Bea")
    desk.register("Cas", force=True, why="spreker")
    assert offered(desk) == Offer(0, {})


def test_a_seat_that_somebody_waits_for_is_not_left() -> None:
    desk = Desk(an_event(capacity=1, promotion=Promotion.MANUAL)).fill("Ans", "Bea")
    desk.keep(seats.cancel(desk.event, desk.list, desk[1], desk.act()))
    assert offered(desk) == Offer(0, {})


def test_seats_that_are_set_aside_are_for_others_until_they_are_released() -> None:
    aside = SetAside(audience="scholen", seats=3, until=CLOSES_AT)
    desk = Desk(an_event(capacity=5, audiences=("scholen",), set_asides=(aside,))).fill("Ans")
    assert offered(desk) == Offer(1, {})
    desk.now = CLOSES_AT
    assert offered(desk) == Offer(4, {})


def test_who_takes_all_sessions_needs_a_seat_in_the_fullest() -> None:
    sessions = (a_session("een", capacity=1), a_session("twee", capacity=4, **later(24)))
    assert offered(Desk(an_event(capacity=9, sessions=sessions)).fill("Ans")) == Offer(
        0, {"een": 0, "twee": 3}
    )


def test_who_chooses_needs_a_seat_in_one_of_them() -> None:
    sessions = (a_session("een", capacity=1), a_session("twee", capacity=4, **later(24)))
    desk = Desk(an_event(capacity=9, sessions=sessions, session_choice=SessionChoice.CHOOSE))
    desk.register("Ans", sessions=("een",))
    assert offered(desk) == Offer(4, {"een": 0, "twee": 4})


def test_a_session_that_is_off_keeps_nobody_out() -> None:
    sessions = (a_session("een", capacity=0, cancelled_at=NOW), a_session("twee", capacity=4, **later(24)))
    assert offered(Desk(an_event(sessions=sessions))) == Offer(4, {"een": 0, "twee": 4})


def later(number: float) -> dict[str, object]:
    first = a_session()
    assert first.starts_at is not None
    assert first.ends_at is not None
    return {"starts_at": first.starts_at + hours(number), "ends_at": first.ends_at + hours(number)}
