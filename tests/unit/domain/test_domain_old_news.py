"""Rule 18: requests that are older than what happened since, and taking a cancellation back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netwerk_cli.domain import seats
from netwerk_cli.domain.registrations import Status
from netwerk_cli.errors import ReasonNeeded
from netwerk_cli.errors.seats import AlreadyRegistered, EventFull, OldNews, StillActive
from netwerk_cli.wording import Wording
from tests.builders import INSTANT, NOW, Desk, a_request, act, an_event, hours, refused

CONFIRMED, WAITING, CANCELLED, DECLINED = Status.CONFIRMED, Status.WAITING, Status.CANCELLED, Status.DECLINED


def a_desk_that_cancelled(*, declined: bool = False) -> Desk:
    """Return a desk at which Ans asked at NOW, and was taken off the list an hour later."""
    desk = Desk(an_event(approval=declined))
    desk.register("Ans")
    desk.now += hours(1)
    desk.decline(1) if declined else desk.cancel(1)
    desk.now += hours(1)
    return desk


@pytest.mark.parametrize(
    ("declined", "status"),
    [pytest.param(False, CANCELLED, id="cancelled"), pytest.param(True, DECLINED, id="declined")],
)
def test_a_request_older_than_the_end_of_a_registration_brings_nobody_back(
    declined: bool, status: Status
) -> None:
    desk = a_desk_that_cancelled(declined=declined)
    facts = {"event": "kickoff", "registration": "r1", "status": status, "since": NOW + hours(1)}
    for asked in (NOW, NOW + hours(1) - INSTANT):
        assert refused(lambda asked=asked: desk.register("Ans", received_at=asked)) == (OldNews, facts)  # type: ignore[misc]
    assert desk[1].status is status


@pytest.mark.parametrize(
    "asked", [pytest.param(NOW + hours(1), id="at that moment"), pytest.param(NOW + hours(2), id="later")]
)
def test_a_request_that_is_not_older_revives(asked: object) -> None:
    desk = a_desk_that_cancelled()
    desk.register("Ans", received_at=asked)
    assert desk[1].status is CONFIRMED


def test_an_older_request_counts_when_the_organiser_says_so() -> None:
    desk = a_desk_that_cancelled()
    desk.register("Ans", received_at=NOW, revive=True)
    assert desk[1].status is CONFIRMED


def test_a_list_that_does_not_say_when_brings_nobody_back() -> None:
    desk = a_desk_that_cancelled()
    request = a_request("Ans", desk.now, dated=False)
    assert refused(lambda: seats.register(desk.event, desk.list, request, desk.act()))[0] is OldNews


def test_an_older_request_gives_who_was_substituted_no_second_seat() -> None:
    desk = Desk().fill("Ans")
    desk.substitute(1, "Bo")
    since = desk.now
    desk.now += hours(1)
    facts = {"event": "kickoff", "registration": "r1", "status": "substituted", "since": since}
    assert refused(lambda: desk.register("Ans", received_at=NOW)) == (OldNews, facts)
    desk.register("Ans")
    assert desk[2].status is CONFIRMED


def test_an_older_request_under_a_corrected_address_makes_no_second_registration() -> None:
    desk = Desk().fill("Ans")
    desk.edit(1, email="ans.voorbeeld@example.org")
    desk.now += hours(1)
    facts = {"event": "kickoff", "registration": "r1", "status": CONFIRMED}
    assert refused(lambda: desk.register("Ans", received_at=NOW)) == (AlreadyRegistered, facts)


# ------------------------------------------------------------------- taking back
def test_a_cancellation_taken_back_leaves_everything_as_it_was() -> None:
    desk = Desk(an_event(capacity=2)).fill("Ans", "Bo", "Cas")
    before = desk[3]
    desk.cancel(3)
    desk.register("Dirk")
    desk.reinstate(3)
    after = desk[3]
    assert (after.status, after.place(), desk.queue()) == (WAITING, before.place(), [3, 4])
    assert after.history[-1].what == "reinstated"


def test_a_seat_that_was_given_away_is_not_taken_back_without_a_reason() -> None:
    desk = Desk(an_event(capacity=1)).fill("Ans", "Bo")
    desk.cancel(1)
    assert desk[2].status is CONFIRMED
    assert refused(lambda: desk.reinstate(1))[0] is EventFull
    assert refused(lambda: desk.reinstate(1, force=True))[0] is ReasonNeeded
    desk.reinstate(1, force=True, why="cancelled by mistake")
    assert desk.statuses() == {1: CONFIRMED, 2: CONFIRMED}
    assert desk[1].override == "cancelled by mistake"


def test_a_refusal_taken_back_awaits_approval_again() -> None:
    desk = a_desk_that_cancelled(declined=True)
    desk.reinstate(1)
    assert desk[1].status is Status.PENDING


def test_there_is_nothing_to_take_back_of_who_is_on_the_list() -> None:
    desk = Desk().fill("Ans")
    facts = {"event": "kickoff", "registration": "r1", "status": CONFIRMED}
    assert refused(lambda: desk.reinstate(1)) == (StillActive, facts)


def test_nobody_is_on_the_list_twice_after_taking_a_cancellation_back() -> None:
    desk = Desk().fill("Ans", "Bo")
    desk.cancel(1)
    desk.substitute(2, "Ans")
    assert refused(lambda: desk.reinstate(1))[0] is AlreadyRegistered


def test_reinstating_twice_is_told_and_changes_nothing() -> None:
    desk = a_desk_that_cancelled()
    desk.reinstate(1)
    assert refused(lambda: seats.reinstate(desk.event, desk.list, desk[1], act()))[0] is StillActive


def test_a_name_that_was_corrected_later_makes_no_request_old() -> None:
    desk = a_desk_that_cancelled()
    asked = desk.now
    desk.now += hours(1)
    desk.edit(1, name="Ans de Voorbeeld")
    desk.now += hours(1)
    desk.register("Ans", received_at=asked)
    assert desk[1].status is CONFIRMED


def test_a_cancellation_without_history_is_taken_back_to_the_queue() -> None:
    desk = Desk().fill("Ans")
    desk.keep_one(replace(desk[1], status=CANCELLED, history=()))
    desk.reinstate(1)
    assert [entry.what for entry in desk[1].history] == ["reinstated", "promoted"]


def test_a_list_that_does_not_say_when_gives_who_was_substituted_no_second_seat() -> None:
    desk = Desk().fill("Ans")
    desk.substitute(1, "Bo")
    handed = desk.now
    desk.now += hours(1)
    facts = {
        "event": "kickoff",
        "registration": "r1",
        "status": Wording("substituted"),
        "since": handed,
    }
    assert refused(lambda: desk.register("Ans", dated=False)) == (OldNews, facts)


def test_an_older_request_of_who_was_corrected_and_left_is_old_news() -> None:
    desk = Desk().fill("Ans")
    desk.edit(1, email="ans.proef@example.org")
    desk.now += hours(1)
    desk.cancel(1)
    facts = {"event": "kickoff", "registration": "r1", "status": Status.CANCELLED, "since": desk.now}
    assert refused(lambda: desk.register("Ans", received_at=NOW)) == (OldNews, facts)
