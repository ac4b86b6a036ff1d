"""What is past its term and still there: nothing too early, nothing twice, nothing undated for ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from netwerk_cli.domain import erasing, expiry, purging, seats
from netwerk_cli.domain.attendance import Attendance, State
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group, Membership, MemberStatus
from netwerk_cli.domain.materials import Material, MaterialKind
from netwerk_cli.domain.personal_data import Keeping
from netwerk_cli.domain.purging import Fields, Terms
from netwerk_cli.domain.questions import Question
from netwerk_cli.domain.retention import Length, Retention, Unit
from netwerk_cli.domain.told import How, Message, MessageKind, Told
from tests.builders import ENDS_AT, INSTANT, NOW, Desk, act, an_event, hours

DIET = Question(id="dieet", text="Dieet?", special=True)
BADGE = Question(id="badge", text="Badge?")
PROPOSED = Retention()
WEEK = ENDS_AT + hours(24 * 7)
MONTH = ENDS_AT + hours(24 * 28)
YEAR = datetime.fromisoformat("2025-01-26T16:00:00+01:00")
FOREVER = datetime.fromisoformat("2099-01-01T00:00:00+01:00")


def desk(**fields: object) -> Desk:
    """Ans registered with all that can be said, and was told of it; Bert with a name and an address only."""
    at = Desk(an_event(questions=(DIET, BADGE), **fields))
    said = {"dieet": "vegan", "badge": "Ans"}
    at.register("Ans", organisation="CLB", role="leraar", note="later", answers=said)
    at.register("Bert")
    told = Told(name="Ans", email="ans@example.org", at=NOW, status="confirmed")
    sent = Message(at=NOW, kind=MessageKind.CONFIRMATION, how=How.HAND, email="ans@example.org")
    there = Attendance(state=State.PRESENT, at=NOW, by="organiser", source="lijst van Ans.csv")
    at.keep_one(replace(at[1], told=(told,), messages=(sent,), override="ziek", attendance={"main": there}))
    return at


def due(at: Desk, now: datetime, retention: Retention = PROPOSED) -> dict[int, Fields]:
    terms = purging.of_event(at.event, at.list, retention, now)
    return purging.of_registrations(at.list, at.event.questions, terms)


@pytest.mark.parametrize(
    ("now", "fields"),
    [
        pytest.param(WEEK - INSTANT, {}, id="before a week"),
        pytest.param(WEEK, {1: ("answers.dieet",)}, id="after a week"),
        pytest.param(MONTH - INSTANT, {1: ("answers.dieet",)}, id="before four weeks"),
        pytest.param(
            MONTH, {1: ("note", "override", "source", "answers.dieet", "answers.badge")}, id="after four weeks"
        ),
        pytest.param(
            YEAR,
            {
                1: (
                    "name", "email", "organisation", "role", "note", "override", "by", "source", "told", "messages",
                    "answers.dieet", "answers.badge",
                ),
                2: ("name", "email", "by"),
            },
            id="after a year",
        ),
    ],
)  # fmt: skip
def test_each_field_goes_at_the_end_of_its_own_term(now: datetime, fields: dict[int, Fields]) -> None:
    assert due(desk(), now) == fields


def test_what_went_is_not_due_again() -> None:
    at = desk()
    at.list = {n: erasing.without(one, due(at, FOREVER)[n]) for n, one in at.list.items()}
    assert due(at, FOREVER) == {}
    assert all(erasing.is_nobody(one) for one in at.list.values())


def test_what_was_said_before_is_due_as_well_as_what_is_said_now() -> None:
    at = desk()
    at.kept(seats.edit(at.event, at.list, at[1], at.act("belde"), note=None, answers={}))
    assert at[1].note is None
    assert due(at, WEEK) == {1: ("answers.dieet",)}
    assert {"note", "why", "answers.badge"} <= {*due(at, MONTH)[1]}


def test_an_answer_to_what_is_no_longer_asked_goes_when_special_ones_do() -> None:
    at = desk()
    at.event = replace(at.event, questions=())
    assert due(at, WEEK) == {1: ("answers.dieet", "answers.badge")}


def test_the_terms_of_the_organisation_decide() -> None:
    day = Length(count=1, unit=Unit.DAY)
    terms = Retention(
        general={"details": day}, events={"kickoff": {"answers.badge": Length(count=9, unit=Unit.YEAR)}}
    )
    assert due(desk(), ENDS_AT + hours(24), terms) == {1: ("note", "override", "source")}


def test_an_event_without_a_date_counts_from_its_last_change() -> None:
    at = Desk(an_event(sessions=(), closes_at=None, draft=False))
    at.register("Ans")
    late = datetime.fromisoformat("2025-01-10T09:00:00+01:00")
    assert due(at, late - INSTANT) == {}
    assert due(at, late) == {1: ("name", "email", "by")}


def of_owner(owner: Event | Group, since: datetime | None, now: datetime) -> Fields:
    return purging.of_owner(owner, Terms(PROPOSED, since, "Europe/Brussels", now))


def test_organisers_with_an_address_and_contributors_go_with_the_names() -> None:
    shared = Material(
        id="m1", kind=MaterialKind.QUESTION, title="Wie?", contributor="Ans", answered_by="Bert"
    )
    event = an_event(
        organisers=("CLB", "Ans <ans@example.org>"),
        materials=(shared,),
        history=(act(why="ziek").entry("created"),),
    )
    assert of_owner(event, ENDS_AT, MONTH) == ("why",)
    names = of_owner(event, ENDS_AT, YEAR)
    assert names == ("by", "why", "organisers", "contributor", "answered_by")
    after = erasing.owner_without(event, names)
    assert (after.organisers, after.materials) == (
        ("CLB",),
        (replace(shared, contributor=None, answered_by=None),),
    )
    assert of_owner(after, ENDS_AT, FOREVER) == ()
    assert of_owner(an_event(organisers=("CLB",)), ENDS_AT, FOREVER) == ()


def member(number: int, status: MemberStatus) -> Membership:
    lines = (act(NOW).entry("requested"),)
    name = f"Lid {number}"
    return Membership(
        number=number,
        status=status,
        name=name,
        email=f"l{number}@example.org",
        received_at=NOW,
        note="n",
        history=lines,
    )


def test_who_left_a_group_or_was_never_in_it_is_due_and_no_member_is() -> None:
    people = {n: member(n, status) for n, status in enumerate(MemberStatus, 1)}
    group = Group(slug="gent", title="Gent")
    members = [n for n, one in people.items() if one.joined]
    year = datetime.fromisoformat("2025-01-10T09:00:00+01:00")
    found = purging.of_memberships(people, group, PROPOSED, year)
    assert found == {n: ("name", "email", "note", "by") for n in people if n not in members}
    assert purging.of_memberships(people, group, PROPOSED, NOW) == {}


def test_of_a_group_with_members_nothing_is_due() -> None:
    group = Group(slug="gent", title="Gent", history=(act(NOW).entry("created"),))
    assert of_owner(group, expiry.of_group(group, [member(1, MemberStatus.MEMBER)]), FOREVER) == ()
    assert of_owner(group, expiry.of_group(group, [member(1, MemberStatus.LEFT)]), FOREVER) == ("by",)


def test_terms_that_do_not_run_are_never_over() -> None:
    assert not Terms(PROPOSED, None, "Europe/Brussels", FOREVER).over(Keeping.SPECIAL, "answers.dieet")


def test_somebody_who_was_taken_out_is_due_by_the_day_of_that() -> None:
    terms = Terms(PROPOSED, NOW, "Europe/Brussels", NOW + hours(24 * 28))
    assert purging.of_removed(terms, ["dieet"]) == ("note", "override", "source", "why", "answers.dieet")


def test_a_line_of_the_log_goes_by_its_own_day() -> None:
    line = act(NOW, why="opgeruimd").entry("removed")
    terms = Terms(PROPOSED, NOW, "Europe/Brussels", NOW + hours(24 * 28))
    assert purging.of_line(line, terms) == ("why",)
    assert purging.of_line(erasing.line_without(line, ("why", "by")), terms._replace(now=FOREVER)) == ()


@pytest.mark.parametrize(("now", "people"), [(WEEK - INSTANT, 0), (WEEK, 1), (MONTH, 1), (YEAR, 2)])
def test_it_is_known_how_many_people_something_is_due_of(now: datetime, people: int) -> None:
    at = desk()
    terms = purging.of_event(at.event, at.list, PROPOSED, now)
    assert purging.how_many(at.list.values(), at.event.questions, terms) == people
    left = [erasing.without(one, due(at, now).get(n, ())) for n, one in at.list.items()]
    assert purging.how_many(left, at.event.questions, terms) == 0
