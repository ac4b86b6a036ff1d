"""Who is to be told what: the difference between what they know and what is so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from netwerk_cli.domain import lifecycle, reminders, untold
from netwerk_cli.domain.leads import Lead
from netwerk_cli.domain.told import How, MessageKind, Why
from tests.builders import (
    ENDS_AT,
    INSTANT,
    NOW,
    STARTS_AT,
    Desk,
    a_session,
    an_event,
    evenings,
    hours,
    turned,
)


class Office(Desk):
    """A desk at which people are told things."""

    def due(self) -> list[tuple[str, str, list[str]]]:
        """Return the code, kind and reasons of everybody who is to be told something."""
        found = untold.due(self.event, self.list, self.now)
        assert untold.count(self.event, self.list, self.now) == len(found)
        return [(one.registration.code, str(one.kind), [*map(str, one.why)]) for one in found]

    def tell(self, *numbers: int) -> Office:
        """Tell people what is so, everybody where none are named, and go on a minute later."""
        found = untold.due(self.event, self.list, self.now)
        chosen = [one for one in found if not numbers or one.registration.number in numbers]
        self.list |= {r.number: r for r in untold.tell(chosen, self.act(), How.HAND)}
        self.now += timedelta(minutes=1)
        return self

    def move(self, by: timedelta, id: str = "main") -> None:
        """Move a session."""
        sessions = []
        for s in self.event.sessions:
            assert isinstance(s.starts_at, datetime)
            assert isinstance(s.ends_at, datetime)
            moved = replace(s, starts_at=s.starts_at + by, ends_at=s.ends_at + by)
            sessions.append(moved if s.id == id else s)
        self.amend(sessions=tuple(sessions))


def office(*names: str, **fields: Any) -> Office:
    found = Office(an_event(**fields))
    found.fill(*names)
    return found


def told(*names: str, **fields: Any) -> Office:
    return office(*names, **fields).tell()


# ------------------------------------------------------------------- for the first time
def test_who_registered_hears_where_they_stand() -> None:
    desk = office("Ans", "Bea", capacity=1)
    assert desk.due() == [("r1", "confirmation", ["status"]), ("r2", "waiting", ["status"])]
    desk = office("Ans", approval=True)
    assert desk.due() == [("r1", "pending", ["status"])]
    desk.decline(1)
    assert desk.due() == [("r1", "declined", ["status"])]


def test_who_withdrew_before_hearing_anything_hears_nothing() -> None:
    desk = office("Ans")
    desk.cancel(1)
    assert desk.due() == []


def test_an_event_that_is_off_is_told_to_those_who_heard_nothing_yet() -> None:
    desk = office("Ans", "Bea")
    desk.cancel(2)
    desk.event = lifecycle.cancel(desk.event, desk.act())
    assert desk.due() == [("r1", "cancelled", ["status"])]


def known(desk: Office) -> list[tuple[str, int | None, list[tuple[str, bool]]]]:
    """Return what each who is to hear something would be told: state, place, and sessions with whether they wait."""
    found = untold.due(desk.event, desk.list, desk.now)
    return [
        (str(one.now.status), one.now.position, [(s.id, s.waits) for s in one.now.sessions]) for one in found
    ]


def test_everybody_hears_of_the_sessions_that_they_are_for_and_who_waits_where() -> None:
    desk = Office(evenings(1, None, None))
    desk.register("Ans")
    desk.register("Bo", sessions=("d2", "d3"))
    desk.register("Cas", without=("d1", "d2"))
    desk.register("Dirk", partial=True)
    desk.register("Els")
    whole = [("d1", False), ("d2", False), ("d3", False)]
    assert known(desk) == [
        ("confirmed", None, whole),
        ("confirmed", None, [("d2", False), ("d3", False)]),
        ("confirmed", None, [("d3", False)]),
        ("confirmed", None, [("d1", True), ("d2", False), ("d3", False)]),
        ("waiting", 2, whole),
    ]


def test_where_all_sessions_are_off_everybody_hears_that_it_is_off_and_nobody_a_place() -> None:
    desk = Office(evenings(1))
    desk.fill("Ans", "Bo")
    turned(desk, "d1")
    assert known(desk) == [("cancelled", None, []), ("cancelled", None, [])]


def test_an_event_without_sessions_is_not_off() -> None:
    desk = office("Ans", sessions=(), closes_at=None, draft=False)
    assert known(desk) == [("confirmed", None, [])]


def test_who_was_declined_is_told_that_and_no_session_also_when_the_event_is_off() -> None:
    desk = office("Ans", approval=True)
    desk.decline(1)
    assert known(desk) == [("declined", None, [])]
    desk.event = lifecycle.cancel(desk.event, desk.act())
    assert known(desk) == [("declined", None, [])]


def test_of_a_draft_nobody_new_hears_anything() -> None:
    desk = office("Ans")
    desk.event = replace(desk.event, draft=True)
    assert desk.due() == []


def test_telling_twice_changes_nothing() -> None:
    desk = told("Ans", "Bea", capacity=1)
    assert desk.due() == []
    before = dict(desk.list)
    desk.tell()
    assert desk.list == before


def test_what_somebody_was_told_is_a_line_of_history_and_a_message() -> None:
    desk = told("Ans")
    assert [entry.what for entry in desk[1].history] == ["registered", "told"]
    (message,) = desk[1].messages
    assert (message.kind, message.how, message.email) == (
        MessageKind.CONFIRMATION, How.HAND, "ans@example.org",
    )  # fmt: skip


# ------------------------------------------------------------------- what changed since
def test_each_change_of_state_has_its_kind() -> None:
    desk = told("Ans", "Bea", "Cas", capacity=1)
    desk.cancel(1)
    assert desk.due() == [
        ("r1", "cancelled", ["status"]), ("r2", "promoted", ["status"]), ("r3", "waiting", ["position"]),
    ]  # fmt: skip
    desk.tell()
    desk.decline(3)
    assert desk.due() == [("r3", "declined", ["status"])]
    desk.reinstate(3)
    assert desk.due() == []
    desk.tell().reinstate(1, why="toch", force=True)
    assert desk.due() == [("r1", "confirmation", ["status"])]


def test_approval_is_a_confirmation() -> None:
    desk = told("Ans", approval=True)
    desk.approve(1)
    assert desk.due() == [("r1", "confirmation", ["status"])]


def test_several_changes_are_one_message_from_what_somebody_knows() -> None:
    desk = told("Ans", "Bea", capacity=1)
    desk.move(hours(24))
    desk.move(hours(24))
    desk.cancel(1)
    assert desk.due()[1] == ("r2", "promoted", ["status", "sessions"])
    one = untold.due(desk.event, desk.list, desk.now)[1]
    assert one.before is not None
    assert (one.before.sessions[0].starts_at, one.now.sessions[0].starts_at) == (
        STARTS_AT, STARTS_AT + hours(48),
    )  # fmt: skip


def test_what_moved_and_moved_back_is_told_to_nobody() -> None:
    desk = told("Ans")
    desk.move(hours(24))
    assert desk.due() == [("r1", "changed", ["sessions"])]
    desk.move(-hours(24))
    assert desk.due() == []


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        pytest.param({"location": "Gent"}, [("r1", "changed", ["place"])], id="another place"),
        pytest.param(
            {"online_url": "https://example.org/x"}, [("r1", "changed", ["place"])], id="another link"
        ),
        pytest.param({"title": "Aftrap", "description": "Anders gezegd"}, [], id="a corrected text"),
        pytest.param({"capacity": 5}, [], id="another cap"),
    ],
)
def test_what_matters_to_who_comes_is_told(fields: dict[str, Any], due: list[object]) -> None:
    desk = told("Ans")
    desk.amend(**fields)
    assert desk.due() == due


def test_a_session_that_is_off_is_a_change_for_who_keeps_another() -> None:
    desk = Office(evenings(None, None))
    desk.fill("Ans")
    desk.register("Bea", sessions=("d1",))
    desk.tell()
    turned(desk, "d1")
    assert desk.due() == [("r1", "changed", ["sessions"]), ("r2", "cancelled", ["status"])]
    desk.tell()
    turned(desk, "d1")
    assert desk.due() == [("r1", "changed", ["sessions"]), ("r2", "confirmation", ["status"])]


def test_a_seat_in_one_more_session_is_moving_up() -> None:
    desk = Office(evenings(1, None))
    desk.register("Ans", sessions=("d1",))
    desk.register("Bea", sessions=("d1", "d2"), partial=True)
    desk.tell()
    desk.cancel(1)
    assert desk.due() == [("r1", "cancelled", ["status"]), ("r2", "promoted", ["sessions"])]


def test_a_date_that_is_known_now_is_told() -> None:
    desk = told("Ans", sessions=(a_session(starts_at=None, ends_at=None),), closes_at=None)
    desk.amend(sessions=(a_session(),))
    assert desk.due() == [("r1", "changed", ["sessions"])]


def test_what_is_over_is_told_to_nobody() -> None:
    desk = Office(evenings(None, None))
    desk.fill("Ans")
    desk.tell()
    desk.move(hours(1), "d1")
    desk.now = NOW + hours(26)
    assert desk.due() == []  # the first evening is over
    desk.move(hours(1), "d2")
    assert desk.due() == [("r1", "changed", ["sessions"])]
    desk.now = NOW + hours(50)
    assert desk.due() == []  # and the second


def test_an_event_ends_being_told_of_at_its_very_end() -> None:
    desk = office("Ans", closes_at=None)
    desk.now = ENDS_AT - INSTANT
    assert desk.due() == [("r1", "confirmation", ["status"])]
    desk.now = ENDS_AT
    assert desk.due() == []


# ------------------------------------------------------------------- somebody else
def test_a_substitute_is_confirmed_and_who_went_hears_that_it_is_so() -> None:
    desk = told("Ans")
    desk.substitute(1, "Bea")
    assert desk.due() == [("r1", "confirmation", ["status"]), ("r1", "cancelled", ["status"])]
    found = untold.due(desk.event, desk.list, desk.now)
    assert [one.now.email for one in found] == ["bea@example.org", "ans@example.org"]
    assert desk.tell().due() == []
    desk.cancel(1)
    assert desk.due() == [("r1", "cancelled", ["status"])]


def test_who_was_never_told_hears_nothing_of_their_substitute() -> None:
    desk = office("Ans")
    desk.substitute(1, "Bea")
    assert desk.due() == [("r1", "confirmation", ["status"])]


def test_a_corrected_name_is_told_to_nobody_and_a_corrected_address_to_that_address() -> None:
    desk = told("Ans")
    desk.edit(1, name="Ans Voorbeeldt")
    assert desk.due() == []
    desk.edit(1, email="ans.voorbeeldt@example.org")
    assert desk.due() == [("r1", "confirmation", ["status"])]
    assert desk.tell().due() == []


# ------------------------------------------------------------------- reminders
REMINDS = {"remind_before": Lead(days=2)}


def test_a_reminder_is_due_from_its_moment_until_the_start() -> None:
    desk = told("Ans", **REMINDS)
    desk.now = STARTS_AT - hours(48) - INSTANT
    assert desk.due() == []
    desk.now = STARTS_AT - hours(48)
    assert desk.due() == [("r1", "reminder", ["reminder"])]
    desk.now = STARTS_AT
    assert desk.due() == []


def test_who_heard_anything_since_needs_no_reminder_and_gets_one_only() -> None:
    desk = told("Ans", "Bea", **REMINDS)
    desk.now = STARTS_AT - hours(40)
    desk.cap("main", 5)
    assert desk.tell(1).due() == [("r2", "reminder", ["reminder"])]
    assert desk.tell().due() == []


def test_who_waits_is_not_reminded() -> None:
    desk = told("Ans", "Bea", capacity=1, **REMINDS)
    desk.now = STARTS_AT - hours(40)
    assert desk.due() == [("r1", "reminder", ["reminder"])]


def test_every_evening_of_a_series_is_reminded_of() -> None:
    desk = Office(replace(evenings(None, None, None), remind_before=Lead(minutes=60)))
    desk.fill("Ans")
    seen = []
    for number in (1, 2, 3):
        desk.tell().now = NOW + hours(24 * number) - timedelta(minutes=30)
        seen.append(desk.due())
    assert seen == [[("r1", "reminder", ["reminder"])]] * 3


def test_a_day_is_reminded_of_from_its_midnight() -> None:
    day = a_session(starts_at=date(2024, 1, 26), ends_at=None)
    desk = told("Ans", sessions=(day,), closes_at=None, **REMINDS)
    known = reminders.remind_at(desk.event, desk[1].told[0].sessions[0])
    assert known.isoformat() == "2024-01-24T00:00:00+01:00"


# ------------------------------------------------------------------- words
def test_the_kind_that_weighs_most_names_the_message() -> None:
    assert [str(kind) for kind in MessageKind] == [
        "cancelled", "declined", "promoted", "confirmation", "pending", "waiting", "changed", "reminder",
        "material",
    ]  # fmt: skip
    assert [str(why) for why in Why] == [
        "status", "position", "sessions", "place", "reminder", "material", "answer", "bounced",
    ]  # fmt: skip


def test_since_when_is_that_of_the_first_change_after_they_heard() -> None:
    desk = told("Ans")
    desk.now = NOW + hours(5)
    desk.move(hours(24))
    desk.now = NOW + hours(6)
    desk.move(hours(24))
    assert [one.since for one in untold.due(desk.event, desk.list, desk.now)] == [NOW + hours(5)]
