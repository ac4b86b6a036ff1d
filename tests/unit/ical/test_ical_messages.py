"""What the people of a session share is written once, and changes nothing of what each of them gets."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from netwerk_cli import ical
from netwerk_cli.domain import lifecycle
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.domain.senders import Sender
from tests.builders import Desk, a_session, act, an_event

ORIGIN = ical.Origin("store", Sender(email="netwerk@example.org", name="Netwerk Gent"))
LONG = 'Zeer lange naam van iemand uit \'s-Gravenhage – één van velen; "de" derde'


def people() -> tuple[Event, list[Registration]]:
    """Return an event with somebody who has a seat, who left and came back, whose name is long, and who waits."""
    desk = Desk(an_event(capacity=3, description="SEQUENCE: 9\nDTSTAMP:\nATTENDEE;x"))
    desk.fill("Ans", "Bo").register(LONG, email="lang@example.org")
    for _ in range(3):
        desk.now += timedelta(hours=1)
        desk.cancel(2)
        desk.register("Bo")
    desk.register("Dirk")
    return desk.event, list(desk.list.values())


def alone(event: Event, person: Registration, method: str) -> bytes:
    write: Any = getattr(ical, method)
    return bytes(write(event, event.sessions[0], person, ORIGIN))


@pytest.mark.parametrize("method", ["request", "cancel"])
def test_who_gets_a_message_behind_others_gets_what_they_would_get_first(method: str) -> None:
    event, registrations = people()
    write = getattr(ical.Invitations(ORIGIN), method)
    for person in [*registrations, *reversed(registrations)]:
        assert write(event, event.sessions[0], person) == alone(event, person, method)


def test_what_changed_since_the_first_message_is_in_the_next() -> None:
    event, (ans, *_) = people()
    invitations = ical.Invitations(ORIGIN)
    first = invitations.request(event, event.sessions[0], ans)
    moved = replace(event, sessions=(a_session(location="Gent", sequence=1),))
    off = lifecycle.cancel(event, act())
    assert first == alone(event, ans, "request")
    assert invitations.request(moved, moved.sessions[0], ans) == alone(moved, ans, "request")
    assert b"\r\nSTATUS" not in invitations.cancel(event, event.sessions[0], ans)
    assert invitations.cancel(off, off.sessions[0], ans) == alone(off, ans, "cancel")
    assert b"\r\nSTATUS:CANCELLED" in alone(off, ans, "cancel")


def test_an_event_and_a_person_without_a_history_are_dated_before_all_else() -> None:
    event, (ans, bo, *_) = people()
    bare, nobody = replace(event, history=()), replace(ans, history=())
    invitations = ical.Invitations(ORIGIN)
    assert b"\r\nDTSTAMP:19700101T000000Z\r\n" in invitations.request(bare, bare.sessions[0], nobody)
    assert b"\r\nCREATED:" not in invitations.request(bare, bare.sessions[0], nobody)
    assert invitations.request(bare, bare.sessions[0], bo) == alone(bare, bo, "request")
    assert b"\r\nCREATED:" in alone(bare, bo, "request")
