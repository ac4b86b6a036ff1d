"""Which sessions stand in whose calendar."""

from datetime import timedelta

import pytest

from netwerk_cli.domain import lifecycle, senders
from netwerk_cli.domain.invitations import KEPT, invited, shown, turns, withdrawn
from netwerk_cli.domain.senders import Sender
from netwerk_cli.errors import BadValue
from tests.builders import INSTANT, NOW, Desk, a_session, act, an_event, evenings, turned


def test_what_is_off_is_shown_for_four_weeks() -> None:
    event = lifecycle.cancel(lifecycle.create(an_event(), act()), act())
    assert shown(event, NOW + KEPT - INSTANT) == list(event.sessions)
    assert shown(event, NOW + KEPT) == []


def test_four_weeks_count_from_when_a_session_was_called_off_first() -> None:
    desk = Desk(evenings(None, None))
    turned(desk, "d1")
    desk.now += timedelta(weeks=2)
    event = lifecycle.cancel(desk.event, desk.act())
    assert [s.id for s in shown(event, NOW + KEPT)] == ["d2"]


def test_a_session_without_a_date_is_in_no_calendar() -> None:
    desk = Desk(an_event(sessions=(a_session(starts_at=None, ends_at=None),), closes_at=None))
    desk.fill("Ans")
    assert (shown(desk.event, NOW), invited(desk.event, desk[1])) == ([], [])
    desk.cancel(1)
    assert withdrawn(desk.event, desk[1]) == []


def test_somebody_is_invited_to_what_they_chose() -> None:
    desk = Desk(evenings(None, None))
    desk.register("Ans", sessions=("d2",))
    assert [s.id for s in invited(desk.event, desk[1])] == ["d2"]
    assert withdrawn(desk.event, desk[1]) == []


def test_who_drops_a_session_loses_that_one_only() -> None:
    desk = Desk(evenings(None, None))
    desk.register("Ans", sessions=("d1", "d2"))
    desk.choose(1, "d2")
    assert [s.id for s in invited(desk.event, desk[1])] == ["d2"]
    assert [s.id for s in withdrawn(desk.event, desk[1])] == ["d1"]


def test_who_is_cancelled_loses_what_they_had_and_nothing_else() -> None:
    desk = Desk(evenings(None, None))
    desk.register("Ans", sessions=("d1",))
    desk.cancel(1)
    assert invited(desk.event, desk[1]) == []
    assert [s.id for s in withdrawn(desk.event, desk[1])] == ["d1"]


def test_a_session_that_is_off_goes_for_who_still_has_a_place() -> None:
    desk = Desk(evenings(None, None)).fill("Ans")
    turned(desk, "d1")
    assert [s.id for s in invited(desk.event, desk[1])] == ["d2"]
    assert [s.id for s in withdrawn(desk.event, desk[1])] == ["d1"]


def test_coming_back_is_numbered_higher_than_leaving() -> None:
    desk = Desk().fill("Ans")
    session = desk.event.sessions[0]
    seen = [turns(desk[1], session)]
    desk.cancel(1)
    seen.append(turns(desk[1], session))
    desk.reinstate(1)
    seen.append(turns(desk[1], session))
    assert seen == [0, 1, 2]


def test_moving_up_is_no_coming_back() -> None:
    desk = Desk(an_event(capacity=1)).fill("Ans", "Bea")
    desk.cancel(1)
    assert turns(desk[2], desk.event.sessions[0]) == 0


# ------------------------------------------------------------------ who it comes from
@pytest.mark.parametrize(
    ("typed", "sender"),
    [
        pytest.param("a@example.org", Sender(email="a@example.org"), id="an address"),
        pytest.param(" <a@example.org> ", Sender(email="a@example.org"), id="an address in brackets"),
        pytest.param(
            '"Bos, Ans" <a@example.org>', Sender(email="a@example.org", name="Bos, Ans"), id="with a name"
        ),
    ],
)
def test_a_sender_is_read(typed: str, sender: Sender) -> None:
    assert senders.read(typed, field="x") == sender


@pytest.mark.parametrize(
    "typed", ["", "Ans", "Ans <a@example.org", "Ans <ans>", "a@example.org, b@example.org"]
)
def test_what_is_no_sender_is_refused(typed: str) -> None:
    with pytest.raises(BadValue):
        senders.read(typed, field="x")


def test_mail_comes_from_the_settings_then_from_the_organiser_with_an_address() -> None:
    event = an_event(organisers=("CLB @ Gent", "Bea <bea@example.org>"))
    bea, ans = Sender(email="bea@example.org", name="Bea"), Sender(email="ans@example.org", name="Ans")
    assert senders.sender_of(event, None) == bea
    assert senders.sender_of(event, ans) == ans
    assert senders.sender_of(event, Sender(email="n@example.org")) == Sender(
        email="n@example.org", name="CLB @ Gent"
    )
    assert senders.sender_of(an_event(), None) is None
