"""Rule 25: the whole chain of rules, for whoever asks now and for somebody on the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from netwerk_cli.domain import lifecycle
from netwerk_cli.domain.events import ClosedBy, Promotion, WhenFull
from netwerk_cli.domain.explaining import Step, explain_event
from netwerk_cli.domain.explaining_people import explain_person
from netwerk_cli.domain.registrations import Status
from netwerk_cli.domain.set_asides import SetAside
from tests.builders import (
    CLOSES_AT,
    INSTANT,
    NOW,
    STARTS_AT,
    Desk,
    a_session,
    act,
    an_event,
    at_the_time_of,
    evenings,
    hours,
    partly,
    turned,
)

UNTIL = NOW + hours(24)
UNDER_THE_CAP = (
    "{seats_held} of {capacity:seat is|seats are} held"
    " ({confirmed} confirmed, {pending} pending); {free} free."
)
ASIDE = SetAside(audience="CLB", seats=1, until=UNTIL)


def step(rule: str, passed: bool, sentence: str, **facts: object) -> Step:
    return Step(rule=rule, passed=passed, sentence=sentence, facts=facts)


def explained(desk: Desk, rule: str) -> list[Step]:
    """Return what one rule says to whoever asks now."""
    return [one for one in explain_event(desk.event, desk.list, desk.now)[1] if one.rule == rule]


def of(desk: Desk, number: int, rule: str) -> list[Step]:
    """Return what one rule says about somebody on the list."""
    return [
        one for one in explain_person(desk.event, desk.list, desk[number], desk.now)[1] if one.rule == rule
    ]


# ------------------------------------------------------------------ whoever asks now
def test_the_chain_of_an_open_event_comes_in_a_fixed_order() -> None:
    event = an_event(opens_at=NOW, capacity=3, members_of="opdc", set_asides=(ASIDE,))
    desk = Desk(event).fill("Ans")
    verdict, steps = explain_event(desk.event, desk.list, desk.now)
    assert (verdict, steps) == (
        "confirmed",
        [
            step("opening", True, "Registration opened on {opens_at}.", opens_at=NOW),
            step("closing", True, "Registration is open until {closes_at}.", closes_at=CLOSES_AT),
            step(
                "members",
                True,
                "Only members of '{group}' can register; what follows is about one of them.",
                group="opdc",
            ),
            step(
                "seats",
                True,
                UNDER_THE_CAP,
                seats_held=1,
                confirmed=1,
                pending=0,
                capacity=3,
                free=2,
                over=0,
            ),
            step(
                "set aside",
                True,
                "{seats:seat is|seats are} for {audience} until {until}; {free} free for others.",
                seats=1,
                audience="CLB",
                until=UNTIL,
                free=1,
            ),
            step(
                "queue",
                True,
                "{waiting:person waits|people wait}; they move up by themselves, in the order in which they asked.",
                waiting=0,
            ),
            step("verdict", True, "Somebody who asks now gets a seat."),
        ],
    )


@pytest.mark.parametrize(
    ("fields", "rule", "expected"),
    [
        pytest.param(
            {"cancelled_at": NOW},
            "cancelled",
            step("cancelled", False, "The event was cancelled on {cancelled_at}.", cancelled_at=NOW),
            id="called off",
        ),
        pytest.param(
            {"draft": True},
            "draft",
            step("draft", False, "The event is a draft: registration is not open yet."),
            id="a draft",
        ),
        pytest.param(
            {"opens_at": NOW + INSTANT},
            "opening",
            step("opening", False, "Registration opens on {opens_at}.", opens_at=NOW + INSTANT),
            id="a microsecond before the opening",
        ),
        pytest.param(
            {"opens_at": NOW},
            "opening",
            step("opening", True, "Registration opened on {opens_at}.", opens_at=NOW),
            id="at the opening",
        ),
        pytest.param(
            {"closes_at": NOW},
            "closing",
            step("closing", False, "Registration closed at its closing time, {closes_at}.", closes_at=NOW),
            id="at the closing time",
        ),
        pytest.param(
            {"closed_at": NOW, "closed_by": ClosedBy.ORGANISER},
            "closing",
            step("closing", False, "Registration was closed by the organiser on {closes_at}.", closes_at=NOW),
            id="closed by hand",
        ),
        pytest.param(
            {"closed_at": NOW, "closed_by": ClosedBy.FULL},
            "closing",
            step(
                "closing",
                False,
                "Registration closed itself when the last seat was taken, on {closes_at}.",
                closes_at=NOW,
            ),
            id="closed itself",
        ),
        pytest.param(
            {"closes_at": None, "sessions": (a_session(starts_at=None, ends_at=None),)},
            "closing",
            step("closing", True, "Registration has no closing time."),
            id="no closing time",
        ),
        pytest.param(
            {"approval": True},
            "verdict",
            step("verdict", True, "Somebody who asks now gets a seat and awaits approval."),
            id="approval",
        ),
    ],
)
def test_every_link_says_what_it_looked_at(fields: dict[str, Any], rule: str, expected: Step) -> None:
    desk = Desk()
    desk.event = an_event(**fields)
    assert explained(desk, rule) == [expected]


def test_nothing_is_said_of_what_is_not_there() -> None:
    _, steps = explain_event(an_event(), {}, NOW)
    assert [one.rule for one in steps] == ["closing", "seats", "queue", "verdict"]


@pytest.mark.parametrize(
    ("capacity", "held", "passed", "sentence", "more"),
    [
        pytest.param(
            None,
            2,
            True,
            "There is no cap; {seats_held:seat is|seats are} held ({confirmed} confirmed, {pending} pending).",
            {},
            id="no cap",
        ),
        pytest.param(3, 2, True, UNDER_THE_CAP, {"capacity": 3, "free": 1, "over": 0}, id="the last seat"),
        pytest.param(
            2,
            2,
            False,
            UNDER_THE_CAP,
            {"capacity": 2, "free": 0, "over": 0},
            id="full",
        ),
        pytest.param(
            1,
            2,
            False,
            "{seats_held:seat is|seats are} held under a cap of {capacity}: {over} over; nobody is promoted.",
            {"capacity": 1, "free": 0, "over": 1},
            id="over the cap",
        ),
    ],
)
def test_seats_are_counted_with_those_who_await_approval(
    capacity: int | None, held: int, passed: bool, sentence: str, more: dict[str, object]
) -> None:
    desk = Desk(an_event(approval=True)).fill("Ans", "Bo", "Cas")
    desk.approve(1)
    desk.cancel(3)
    desk.event = replace(desk.event, capacity=capacity)
    facts = {"seats_held": held, "confirmed": 1, "pending": 1, **more}
    assert explained(desk, "seats") == [step("seats", passed, sentence, **facts)]


def test_seats_of_sessions_with_a_cap_that_take_place_are_counted() -> None:
    desk = Desk(evenings(2, None, 1, 5)).fill("Ans")
    turned(desk, "d4")
    sentence = "Session {session}: {seats_held} of {capacity:seat is|seats are} held."
    assert explained(desk, "session") == [
        step("session", True, sentence, session="d1", seats_held=1, capacity=2),
        step("session", False, sentence, session="d3", seats_held=1, capacity=1),
    ]


def test_seats_set_aside_are_told_until_they_are_released() -> None:
    desk = Desk(an_event(capacity=2, set_asides=(ASIDE,))).fill("Ans")
    assert [(one.passed, one.facts["free"]) for one in explained(desk, "set aside")] == [(False, 0)]
    desk.now = UNTIL - INSTANT
    assert len(explained(desk, "set aside")) == 1
    desk.now = UNTIL
    assert explained(desk, "set aside") == []
    desk.event, desk.now = replace(desk.event, capacity=None), NOW
    assert explained(desk, "set aside") == []


def test_only_what_is_still_set_aside_is_told() -> None:
    later = SetAside(audience="PBD", seats=1, until=UNTIL + hours(1))
    desk = Desk(an_event(capacity=3, set_asides=(ASIDE, later)))
    desk.now = UNTIL
    assert [one.facts["audience"] for one in explained(desk, "set aside")] == ["PBD"]


def _over(desk: Desk) -> None:
    desk.now = STARTS_AT


def _off(desk: Desk) -> None:
    desk.event = lifecycle.cancel(desk.event, act())


def _manual(desk: Desk) -> None:
    desk.event = replace(desk.event, promotion=Promotion.MANUAL)


@pytest.mark.parametrize(
    ("change", "tail"),
    [
        (lambda _: None, "they move up by themselves, in the order in which they asked."),
        (_manual, "they move up when the organiser promotes them."),
        (_over, "the waiting list no longer moves."),
        (_off, "the waiting list no longer moves."),
    ],
)
def test_the_queue_is_told_with_how_it_moves(change: Callable[[Desk], None], tail: str) -> None:
    desk = Desk(an_event(capacity=1)).fill("Ans", "Bo", "Cas")
    change(desk)
    sentence = "{waiting:person waits|people wait}; " + tail
    assert explained(desk, "queue") == [step("queue", False, sentence, waiting=2)]


def test_who_can_move_up_since_seats_were_released_is_counted() -> None:
    desk = Desk(an_event(capacity=2, set_asides=(ASIDE,))).fill("Ans", "Bo")
    assert explained(desk, "released") == []
    desk.now = UNTIL
    sentence = "{count:person|people} can move up; 'netwerk close-due' or the next change does it."
    assert explained(desk, "released") == [step("released", True, sentence, count=1)]


def test_who_asks_now_is_told_the_place_in_the_queue() -> None:
    desk = Desk(an_event(capacity=1)).fill("Ans", "Bo")
    verdict, steps = explain_event(desk.event, desk.list, desk.now)
    expected = step("verdict", False, "Somebody who asks now waits, as number {position}.", position=2)
    assert (verdict, steps[-1]) == ("waiting", expected)


def test_who_asks_now_is_told_the_refusal() -> None:
    desk = Desk(an_event(capacity=1, when_full=WhenFull.CLOSE)).fill("Ans")
    desk.now += hours(1)
    desk.reopen()
    verdict, steps = explain_event(desk.event, desk.list, desk.now)
    facts = {"event": "kickoff", "seats_held": 1, "capacity": 1}
    assert (verdict, steps[-1].rule, steps[-1].passed, steps[-1].facts) == (
        "event_full",
        "verdict",
        False,
        facts,
    )
    assert "{capacity" in steps[-1].sentence


# ------------------------------------------------------------------ somebody on the list
def test_a_seat_is_told_with_since_when() -> None:
    desk = Desk(an_event(approval=True)).fill("Ans")
    facts = {"registration": "r1", "received_at": NOW, "since": NOW}
    request = step("request", True, "{registration} was received on {received_at}.", **facts)
    pending = step(
        "verdict", True, "{registration} holds a seat and awaits approval, since {since}.", **facts
    )
    verdict, steps = explain_person(desk.event, desk.list, desk[1], desk.now)
    assert (verdict, [one.rule for one in steps]) == ("pending", ["closing", "seats", "request", "verdict"])
    assert steps[2:] == [request, pending]
    desk.now = NOW + hours(1)
    desk.approve(1)
    desk.now = NOW + hours(2)
    desk.edit(1, role="coach")
    facts["since"] = NOW + hours(1)
    confirmed = step("verdict", True, "{registration} holds a seat, since {since}.", **facts)
    assert (of(desk, 1, "verdict"), of(desk, 1, "declined")) == ([confirmed], [])


def test_since_when_is_the_request_where_there_is_no_history() -> None:
    desk = Desk().fill("Ans")
    desk.keep_one(replace(desk[1], history=()))
    desk.now += hours(1)
    assert of(desk, 1, "verdict")[0].facts["since"] == NOW


def test_who_was_declined_is_told_so_and_also_after_asking_again() -> None:
    desk = Desk(an_event(approval=True)).fill("Ans")
    declined_at = desk.now
    desk.decline(1)
    facts = {"registration": "r1", "received_at": NOW, "since": declined_at}
    declined = step("verdict", False, "{registration} was declined on {since}.", **facts)
    assert (of(desk, 1, "verdict"), of(desk, 1, "declined")) == ([declined], [])
    desk.now += hours(1)
    desk.register("Ans")
    desk.edit(1, role="coach")
    facts = {"registration": "r1", "received_at": desk.now, "since": desk.now, "declined_at": declined_at}
    again = step("declined", False, "{registration} was declined on {declined_at}, and asked again.", **facts)
    assert of(desk, 1, "declined") == [again]
    desk.now += hours(1)
    desk.decline(1)
    desk.register("Ans", revive=True)
    assert [one.facts["declined_at"] for one in of(desk, 1, "declined")] == [desk.now]


def test_who_is_off_is_told_since_when() -> None:
    desk = Desk().fill("Ans")
    desk.cancel(1)
    assert [(one.passed, one.sentence) for one in of(desk, 1, "verdict")] == [
        (False, "{registration} was cancelled on {since}.")
    ]


def test_a_rule_that_was_set_aside_is_told_with_its_reason() -> None:
    desk = Desk(an_event(capacity=0))
    desk.register("Ans", force=True, why="The speaker.")
    told = of(desk, 1, "override")
    assert [(one.passed, one.sentence, one.facts["reason"]) for one in told] == [
        (True, "A rule was set aside for {registration}: {reason}.", "The speaker")
    ]
    assert set(told[0].facts) == {"registration", "received_at", "since", "reason"}


def test_what_somebody_still_waits_for_is_told() -> None:
    desk = partly(Desk(evenings(1, 1, None)), "Ans", "Bo")
    told = [one for one in of(desk, 2, "session") if "registration" in one.facts]
    assert [(one.passed, one.sentence, one.facts["sessions"]) for one in told] == [
        (False, "{registration} waits for a seat in: {sessions}.", "d1, d2")
    ]
    assert set(told[0].facts) == {"registration", "received_at", "since", "sessions"}
    assert [one for one in of(desk, 1, "session") if "registration" in one.facts] == []


def waiting(desk: Desk, number: int, **more: object) -> dict[str, object]:
    """Return what is told of somebody's place, with what more is."""
    position = desk.queue().index(number) + 1
    facts = {"registration": f"r{number}", "position": position, "ahead": position - 1, "event": "kickoff"}
    return {**facts, "waiting": len(desk.queue()), **more}


def test_who_waits_is_told_the_place_and_what_has_to_happen() -> None:
    desk = Desk(an_event(capacity=2)).fill("Ans", "Bo", "Cas", "Dirk", "Eef")
    desk.amend(capacity=1, force=True, why="a smaller room")
    place = step(
        "queue",
        False,
        "{registration} is number {position} of {waiting} on the waiting list.",
        **waiting(desk, 4),
    )
    change = step(
        "change",
        False,
        "To move up: {seats:seat|seats} must free, or the cap rise to {capacity}.",
        **waiting(desk, 4, seats=3, capacity=4),
    )
    verdict, steps = explain_person(desk.event, desk.list, desk[4], desk.now)
    assert (verdict, steps[-2:]) == ("waiting", [place, change])
    assert of(desk, 4, "verdict") == []
    desk.amend(capacity=4, promotion=Promotion.MANUAL)
    assert [one.sentence for one in of(desk, 5, "change")] == [
        "To move up: an organiser runs 'netwerk waitlist promote {event} --count {position}'."
    ]
    assert (of(desk, 5, "change")[0].passed, of(desk, 5, "change")[0].facts) == (False, waiting(desk, 5))


def test_who_waits_for_a_full_session_is_told_which() -> None:
    desk = Desk(evenings(1, None))
    for name in ("Ans", "Bo", "Cas"):
        desk.register(name, sessions=("d1",))
    change = step(
        "change",
        False,
        "To move up: {seats:seat|seats} must free in session {session}.",
        **waiting(desk, 3, seats=2, session="d1"),
    )
    assert of(desk, 3, "change") == [change]


def test_who_waits_for_a_full_event_is_told_that_and_no_full_session() -> None:
    desk = Desk(evenings(1, 1, capacity=1)).fill("Ans", "Bo")
    assert [one.facts["capacity"] for one in of(desk, 2, "change")] == [2]


def test_who_waits_beside_seats_set_aside_is_told_for_whom_and_until_when() -> None:
    asides = tuple(
        SetAside(audience=name, seats=1, until=NOW + hours(n))
        for n, name in enumerate(("past", "PBD", "CLB"))
    )
    desk = Desk(an_event(capacity=3, set_asides=asides)).fill("Ans")
    desk.now = NOW
    desk.register("Bo")
    change = step(
        "change",
        False,
        "To move up: the free seats are for {audiences} until {until}.",
        **waiting(desk, 2, audiences="PBD, CLB", until=NOW + hours(1)),
    )
    assert of(desk, 2, "change") == [change]


def test_who_waits_behind_others_only_is_told_so() -> None:
    desk = Desk(evenings(1, 1))
    desk.register("Ans", sessions=("d1",))
    desk.register("Bo", sessions=("d2",))
    desk.list = {2: replace(desk[2], status=Status.WAITING, history=())}
    change = step("change", False, "To move up: those who asked earlier go first.", **waiting(desk, 2))
    assert of(desk, 2, "change") == [change]


def test_who_waits_for_what_has_ended_is_told_so() -> None:
    desk = Desk(an_event(capacity=1)).fill("Ans", "Bo")
    desk.now = STARTS_AT
    told = of(desk, 2, "change")
    assert [(one.passed, one.facts["starts_at"]) for one in told] == [(False, STARTS_AT)]
    assert told[0].facts == waiting(desk, 2, starts_at=STARTS_AT)
    desk.event = replace(desk.event, cancelled_at=NOW)
    change = step("change", False, "The waiting list no longer moves.", **waiting(desk, 2))
    assert of(desk, 2, "change") == [change]


def test_who_waits_for_two_things_at_once_is_told_so() -> None:
    desk = Desk(evenings(1, 1)).fill("Ans")
    desk.register("Bo", sessions=("d1", "d2"))
    d1, d2 = desk.event.sessions
    desk.amend(sessions=(d1, *at_the_time_of(d1, d2)))
    facts = waiting(desk, 2, session="d1", other="d2")
    assert [one.facts for one in of(desk, 2, "change")] == [facts]


def test_the_place_is_that_in_the_queue_of_what_somebody_waits_for() -> None:
    desk = Desk(evenings(1, 1))
    for name, session in (("Ans", "d1"), ("Bo", "d2"), ("Cas", "d1"), ("Dirk", "d2"), ("Eef", "d2")):
        desk.register(name, sessions=(session,))
    facts = of(desk, 5, "queue")[0].facts
    assert [facts[name] for name in ("position", "ahead", "waiting")] == [2, 1, 3]


def test_states_and_closings_are_told_of_a_person_too() -> None:
    desk = Desk(an_event(capacity=1)).fill("Ans")
    desk.event = replace(desk.event, cancelled_at=NOW, closed_at=NOW, closed_by=ClosedBy.ORGANISER)
    _, steps = explain_person(desk.event, desk.list, desk[1], desk.now)
    assert [one.rule for one in steps] == ["cancelled", "closing", "seats", "request", "verdict"]
    assert isinstance(steps[0].facts["cancelled_at"], datetime)
