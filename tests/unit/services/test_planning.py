"""A plan says every key that differs, in the words of the dossier, and nothing of what is no term."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.materials import Milestone
from netwerk_cli.domain.set_asides import SetAside
from netwerk_cli.services.planning import Change, changes, planned
from tests.builders import CLOSES_AT, ENDS_AT, STARTS_AT, a_session, act, an_event


def differing(before: Event | Group, **fields: object) -> list[Change]:
    return list(changes(before, replace(before, **fields)))  # type: ignore[arg-type]


def test_a_term_is_named_as_the_dossier_names_it() -> None:
    later = CLOSES_AT + timedelta(hours=1)
    assert differing(an_event(), closes_at=later, online_url="https://example.org") == [
        Change("online", None, "https://example.org"),
        Change("closes", "2024-01-16T16:00:00+01:00", "2024-01-16T17:00:00+01:00"),
    ]


def test_the_time_of_a_lone_session_is_that_of_the_event() -> None:
    moved = a_session(starts_at=STARTS_AT + timedelta(hours=1))
    assert differing(an_event(), sessions=(moved,)) == [
        Change("starts", "2024-01-26T09:30:00+01:00", "2024-01-26T10:30:00+01:00")
    ]


def test_parts_are_named_by_id_when_they_come_go_and_change() -> None:
    before = an_event(
        sessions=(a_session("a"), a_session("b")), milestones=(Milestone(id="m1", title="Plan"),)
    )
    after = replace(
        before, sessions=(a_session("b", capacity=3), Session(id="c", title="C")),
        milestones=(Milestone(id="m1", title="Stappenplan"),),
    )  # fmt: skip
    assert list(changes(before, after)) == [
        Change("session.a.starts", STARTS_AT.isoformat(), None),
        Change("session.a.ends", ENDS_AT.isoformat(), None),
        Change("session.b.capacity", None, 3),
        Change("session.c.title", None, "C"),
        Change("milestone.m1.title", "Plan", "Stappenplan"),
    ]


def test_another_order_is_a_change() -> None:
    a, b = a_session("a"), a_session("b")
    assert differing(an_event(sessions=(a, b)), sessions=(b, a)) == [Change("sessions", "a, b", "b, a")]


def test_seats_set_aside_are_shown_as_they_are_typed() -> None:
    aside = SetAside(audience="CLB's", seats=2, until=CLOSES_AT)
    assert differing(an_event(), set_asides=(aside,)) == [
        Change("set-aside", [], ["CLB's=2 until 2024-01-16T16:00:00+01:00"])
    ]


def test_history_and_closings_are_no_terms() -> None:
    event = an_event()
    assert (
        planned(event, replace(event, history=(act().entry("x"),), closed_at=CLOSES_AT)).action == "unchanged"
    )


def test_a_group_that_was_not_there_is_created() -> None:
    assert planned(None, Group(slug="g", title="G"))[::2] == ("created", ())
