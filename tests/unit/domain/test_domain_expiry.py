"""From when terms count: nothing that has no date is kept for ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from netwerk_cli.domain import expiry
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group, Membership, MemberStatus
from netwerk_cli.domain.personal_data import Keeping
from netwerk_cli.domain.questions import Question
from netwerk_cli.domain.registrations import Registration
from tests.builders import ENDS_AT, NOW, STARTS_AT, Desk, a_session, act, an_event, hours

LATER = NOW + hours(24 * 90)


def of(event: Event, *people: Registration) -> datetime | None:
    return expiry.of_event(event, people)


def test_terms_of_an_event_count_from_the_end_of_its_last_session() -> None:
    last = a_session("dag-2", starts_at=STARTS_AT + hours(24), ends_at=ENDS_AT + hours(24))
    assert of(an_event(sessions=(last, a_session("dag-1")))) == ENDS_AT + hours(24)


def test_a_session_without_an_end_lasts_until_the_end_of_its_day() -> None:
    assert of(an_event(sessions=(a_session(ends_at=None),))) == datetime.fromisoformat(
        "2024-01-27T00:00:00+01:00"
    )
    day = a_session(starts_at=date(2024, 1, 26), ends_at=None)
    assert of(an_event(sessions=(day,))) == datetime.fromisoformat("2024-01-27T00:00:00+01:00")


def test_terms_of_a_cancelled_event_count_from_the_end_it_would_have_had() -> None:
    assert of(an_event(cancelled_at=NOW)) == ENDS_AT


@pytest.mark.parametrize("sessions", [(), (a_session(starts_at=None, ends_at=None),)])
def test_without_a_date_they_count_from_the_last_change_to_the_event_or_to_anybody(
    sessions: tuple[()],
) -> None:
    at = Desk(an_event(sessions=sessions, closes_at=None, draft=False))
    assert of(at.event) == NOW
    at.now = LATER
    at.register("Ans")
    assert of(at.event, at[1]) == LATER


def test_where_one_session_has_no_date_they_count_from_the_last_that_has_one_if_that_is_later() -> None:
    unknown = a_session("dag-2", starts_at=None, ends_at=None)
    event = Desk(an_event(sessions=(a_session("dag-1"), unknown))).event
    assert of(event) == ENDS_AT
    changed = replace(event, history=(*event.history, act(LATER).entry("edited")))
    assert of(changed) == LATER


def member(status: MemberStatus, *moments: datetime) -> Membership:
    lines = tuple(act(at).entry("edited") for at in moments)
    return Membership(
        number=1, status=status, name="A", email="a@example.org", received_at=NOW, history=lines
    )


def test_a_member_is_kept_for_as_long_as_they_are_one() -> None:
    assert expiry.of_membership(member(MemberStatus.MEMBER, NOW)) is None


@pytest.mark.parametrize("status", [one for one in MemberStatus if one is not MemberStatus.MEMBER])
def test_who_left_or_never_got_in_counts_from_the_last_change(status: MemberStatus) -> None:
    assert expiry.of_membership(member(status, NOW, LATER)) == LATER
    assert expiry.of_membership(member(status)) == NOW


def test_a_group_without_members_counts_from_the_last_change_to_it_or_to_anybody_in_it() -> None:
    group = Group(slug="gent", title="Gent", history=(act(NOW).entry("created"),))
    assert expiry.of_group(group, ()) == NOW
    assert expiry.of_group(group, [member(MemberStatus.LEFT, LATER)]) == LATER
    assert (
        expiry.of_group(group, [member(MemberStatus.LEFT, LATER), member(MemberStatus.MEMBER, NOW)]) is None
    )


def test_what_somebody_said_is_held_by_kind_and_answers_by_whether_the_question_is_special() -> None:
    asked = (Question(id="dieet", text="Dieet?", special=True), Question(id="badge", text="Badge?"))
    at = Desk(an_event(questions=asked))
    at.register("Ans", answers={"dieet": "vegan", "badge": "Ans"}, organisation="CLB", note="later")
    assert [*expiry.held(at[1], {"dieet"})] == [
        (Keeping.PEOPLE, "name"),
        (Keeping.PEOPLE, "email"),
        (Keeping.PEOPLE, "organisation"),
        (Keeping.DETAILS, "note"),
        (Keeping.DETAILS, "answers.badge"),
        (Keeping.SPECIAL, "answers.dieet"),
    ]
