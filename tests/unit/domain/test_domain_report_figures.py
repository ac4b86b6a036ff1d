"""What became of people, in figures."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import timedelta

import pytest

from netwerk_cli.domain import attending, history, lifecycle
from netwerk_cli.domain.attendance import State
from netwerk_cli.domain.attending import Said
from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.domain.report_figures import Figures, attendees, figures, life, total
from tests.builders import NOW, STARTS_AT, Desk, act, an_event, evenings


def told(desk: Desk, session: str | None = None) -> dict[str, int]:
    """Return the figures that are not zero, without how many people there are."""
    found = asdict(figures(attendees(desk.event, desk.list), session))
    return {name: count for name, count in found.items() if count and name != "people"}


def record(desk: Desk, number: int, state: State, session: int = 0) -> Registration:
    where = desk.event.sessions[session]
    return desk.keep_one(attending.record(desk.event, desk.list[number], where, Said(state), act(STARTS_AT)))


def test_everybody_who_asked_is_counted_once_and_by_what_they_are_now() -> None:
    desk = Desk(an_event(capacity=2)).fill("Ans", "Bo", "Cas", "Dirk")
    desk.decline(4)
    assert told(desk) == {"registered": 4, "confirmed": 2, "waiting": 1, "declined": 1, "waited": 2}


def test_who_moves_up_waited_and_got_a_seat() -> None:
    desk = Desk(an_event(capacity=1)).fill("Ans", "Bo")
    desk.cancel(1)
    assert told(desk) == {"registered": 2, "confirmed": 1, "cancelled": 1, "waited": 1, "moved_up": 1}


def test_who_awaits_approval_holds_a_seat() -> None:
    desk = Desk(an_event(approval=True)).fill("Ans", "Bo")
    desk.approve(1)
    found = figures(attendees(desk.event, desk.list))
    assert (found.confirmed, found.pending, found.seats_held) == (1, 1, 2)


def test_moving_up_counts_for_who_cancelled_later() -> None:
    desk = Desk(an_event(capacity=1)).fill("Ans", "Bo")
    desk.cancel(1)
    desk.cancel(2)
    assert told(desk) == {"registered": 2, "cancelled": 2, "waited": 1, "moved_up": 1}


def test_moving_up_that_was_undone_is_none() -> None:
    desk = Desk(an_event(capacity=1)).fill("Ans", "Bo")
    before = dict(desk.list)
    desk.cancel(1)
    for number in (1, 2):
        desk.keep_one(history.again(desk.list[number], before[number], desk.act()))
    assert told(desk) == {"registered": 2, "confirmed": 1, "waiting": 1, "waited": 1}


def test_a_seat_for_who_cancelled_and_came_back_is_no_moving_up() -> None:
    desk = Desk(an_event(capacity=1)).fill("Ans", "Bo")
    desk.cancel(2)
    desk.amend(capacity=5)
    desk.register("Bo")
    assert told(desk) == {"registered": 2, "confirmed": 2, "waited": 1}


def test_who_takes_no_seat_is_in_no_figure() -> None:
    desk = Desk(an_event(capacity=1))
    desk.register("Spreker", no_seat=True)
    record(desk, 1, State.PRESENT)
    assert told(desk) == {}


def test_a_no_show_had_a_seat_was_not_excused_and_was_not_there() -> None:
    desk = Desk(an_event(capacity=4)).fill("Ans", "Bo", "Cas", "Dirk", "Wacht")
    record(desk, 1, State.PRESENT)
    record(desk, 2, State.EXCUSED)
    record(desk, 3, State.ABSENT)
    found = figures(attendees(desk.event, desk.list))
    assert (found.present, found.excused, found.no_show) == (1, 1, 2)
    assert found.no_show_rate == 0.6667


def test_without_attendance_there_is_no_rate() -> None:
    desk = Desk().fill("Ans")
    assert figures(attendees(desk.event, desk.list)).no_show_rate is None


def test_who_was_in_one_session_of_several_was_there() -> None:
    desk = Desk(evenings(None, None)).fill("Ans", "Bo")
    record(desk, 1, State.PRESENT, 0)
    record(desk, 1, State.ABSENT, 1)
    record(desk, 2, State.ABSENT, 1)
    assert (told(desk)["present"], told(desk)["no_show"]) == (1, 1)
    assert (told(desk, "d1")["present"], told(desk, "d1")["no_show"]) == (1, 1)
    assert told(desk, "d2")["no_show"] == 2


# --------------------------------------------------------------------- sessions
def test_a_session_counts_who_is_for_it() -> None:
    desk = Desk(evenings(None, None))
    desk.register("Ans", sessions=("d1",))
    desk.register("Bo", sessions=("d1", "d2"))
    desk.cancel(2)
    assert told(desk, "d1") == {"registered": 2, "confirmed": 1, "cancelled": 1}
    assert told(desk, "d2") == {"registered": 1, "cancelled": 1}


def test_who_has_a_seat_and_waits_for_one_more_session_waits_in_that_one() -> None:
    desk = Desk(evenings(None, 1))
    desk.register("Ans", sessions=("d2",))
    desk.register("Bo", sessions=("d1", "d2"), partial=True)
    assert told(desk, "d1") == {"registered": 1, "confirmed": 1}
    assert told(desk, "d2") == {"registered": 2, "confirmed": 1, "waiting": 1, "waited": 1}
    desk.cancel(1)
    assert told(desk, "d2") == {
        "registered": 2, "confirmed": 1, "waited": 1, "moved_up": 1, "cancelled": 1,
    }  # fmt: skip


def test_who_is_excused_from_a_session_gave_that_seat_up() -> None:
    desk = Desk(evenings(None, None)).fill("Ans")
    desk.excuse(1, "d2")
    assert told(desk, "d2") == {"registered": 1, "cancelled": 1, "excused": 1}


# ----------------------------------------------------------------------- people
def test_who_registers_for_two_events_is_one_person() -> None:
    one, other = Desk().fill("Ans", "Bo"), Desk(an_event(slug="tweede")).fill("Ans")
    people = [*attendees(one.event, one.list), *attendees(other.event, other.list)]
    assert (figures(people).people, figures(people).registered) == (2, 3)


def test_figures_add_up() -> None:
    parts = [Figures(people=2, registered=2, no_show=1), Figures(people=1, registered=3, present=2)]
    assert total(parts, people=2) == Figures(people=2, registered=5, no_show=1, present=2)


# ------------------------------------------------------------------------- life
def test_a_life_says_who_was_on_the_list_when() -> None:
    desk = Desk().fill("Ans")
    desk.now = NOW + timedelta(days=2)
    desk.cancel(1)
    found = life(desk.list[1])
    moments = [NOW - timedelta(seconds=1), NOW, NOW + timedelta(days=1), NOW + timedelta(days=2)]
    assert [found.on_list(at) for at in moments] == [False, True, True, False]
    assert [turn for _, turn in found.turns()] == [1, -1]


def test_who_was_revived_asked_the_first_time() -> None:
    desk = Desk().fill("Ans")
    desk.now = NOW + timedelta(days=2)
    desk.cancel(1)
    desk.now = NOW + timedelta(days=3)
    desk.register("Ans")
    found = life(desk.list[1])
    assert found.asked_at == NOW
    assert found.on_list(NOW + timedelta(days=1))
    assert not found.on_list(NOW + timedelta(days=2, hours=1))
    assert found.on_list(NOW + timedelta(days=3))


@pytest.mark.parametrize("status", [Status.CONFIRMED, Status.CANCELLED])
def test_a_history_that_says_nothing_of_states_leaves_the_state_of_now(status: Status) -> None:
    one = replace(
        Desk().fill("Ans").list[1], status=status, history=lifecycle.create(an_event(), act()).history
    )
    assert life(one).path == ((NOW, status),)
