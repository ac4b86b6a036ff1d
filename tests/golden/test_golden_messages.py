"""Invitations, withdrawals, feeds and hard texts stay the same bytes; vobject and ical read in them what was meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event as ReadEvent

from netwerk_cli import ical
from netwerk_cli.domain import lifecycle
from netwerk_cli.domain.events import Session
from netwerk_cli.domain.history import Entry
from netwerk_cli.domain.invitations import Method, shown
from netwerk_cli.domain.materials import Milestone
from netwerk_cli.domain.senders import Sender
from tests.builders import NOW, Desk, a_session, act, an_event

FILES = Path(__file__).parent / "files" / "messages"
ORIGIN = ical.Origin("3f2a9c41d07b4e58.netwerk", Sender(email="netwerk@example.org", name="Netwerk Gent"))
SPRING, AUTUMN = (datetime.fromisoformat(at) for at in ("2024-03-30T22:00+01:00", "2024-10-26T23:30+02:00"))
LONG = "".join(f"Punt {n} – één «vraag» over wonen, zorg; \t" for n in range(1, 126))[:5000]


def numbered(history: Sequence[Entry], first: int = 1) -> tuple[Entry, ...]:
    """Return lines of history as the file numbers them: each is a change of its own."""
    return tuple(replace(entry, change=first + n) for n, entry in enumerate(history))


def desk() -> Desk:
    """Return a meeting of two sessions with An on its list, as the file has it."""
    sessions = (a_session(), a_session("avond", title="Avond", starts_at=date(2024, 1, 27), ends_at=None))
    found = Desk(an_event(sessions=sessions, session_choice=None, location="Gent", organisers=("CLB",)))
    found.register('Än "de" Schaap, jr; x:y', received_at=NOW, email="an@example.org")
    found.now += timedelta(hours=1)
    return found


def person(found: Desk) -> Any:
    return replace(found[1], history=numbered(found[1].history, 2))


def invited() -> bytes:
    found = desk()
    return ical.request(found.event, found.event.sessions[0], person(found), ORIGIN)


def withdrawn() -> bytes:
    found = desk()
    found.cancel(1)
    return ical.cancel(found.event, found.event.sessions[0], person(found), ORIGIN)


def called_off() -> bytes:
    found = desk()
    event = lifecycle.cancel(found.event, found.act())
    return ical.cancel(event, event.sessions[1], person(found), ORIGIN)


def nobody() -> bytes:
    """Return the invitation of somebody who waits, by an organiser of whom no address is known."""
    found = desk()
    waiting = replace(person(found), status="waiting")
    return ical.request(found.event, found.event.sessions[0], waiting, ORIGIN._replace(sender=None))


def hard() -> bytes:
    """Return texts with what readers stumble over, on nights on which the clocks change."""
    nights = tuple(
        Session(id=f"n{n}", title="Nacht", starts_at=start, ends_at=start + timedelta(hours=9))
        for n, start in enumerate((SPRING, AUTUMN), 1)
    )
    title = "é" * 31 + "—🎉" * 20 + "\x07\x1b[2J\x00 C:\\Nieuw"
    event = lifecycle.create(an_event(title=title, description=LONG, sessions=nights), act())
    return ical.enclosed([ical.session_vevent(event, s, ORIGIN) for s in event.sessions])


def feed() -> bytes:
    found = desk().event
    event = replace(found, milestones=(Milestone(id="m1", title="Verslag", due_on=date(2024, 2, 1)),))
    days = [
        ical.deadline_vevent(event, "Inschrijven tot: Kick-off", ORIGIN),
        ical.milestone_vevent(event, event.milestones[0], ORIGIN),
    ]
    entries = [ical.session_vevent(event, s, ORIGIN) for s in shown(event, NOW)]
    look = ical.Feed("feed.all@3f2a", "Netwerk", "teal", timedelta(hours=12))
    return ical.enclosed([*entries, *(day for day in days if day is not None)], feed=look)


def empty() -> bytes:
    look = ical.Feed("feed.all@3f2a", "Netwerk", "teal", timedelta(minutes=90))
    return ical.enclosed([], feed=look)


MAKERS: dict[str, Callable[[], bytes]] = {
    made.__name__: made for made in (invited, withdrawn, called_off, nobody, hard, feed, empty)
}


def golden(name: str) -> bytes:
    return (FILES / f"{name}.ics").read_bytes()


def vevent(name: str) -> Any:
    return vobject.readOne(golden(name).decode()).vevent


def read(name: str) -> list[ReadEvent]:
    (found,) = IcsCalendarStream.from_ics(golden(name).decode()).calendars
    return found.events


@pytest.mark.parametrize("name", MAKERS)
def test_the_bytes_stay(name: str) -> None:
    assert MAKERS[name]() == golden(name)


@pytest.mark.parametrize("name", MAKERS)
def test_lines_end_in_crlf_and_hold_75_octets_of_whole_characters(name: str) -> None:
    *lines, last = golden(name).split(b"\r\n")
    assert last == b""
    assert max(map(len, lines)) <= 75
    assert all(line.decode().isprintable() or "\t" in line.decode() for line in lines)


def test_no_golden_message_is_left_over() -> None:
    assert {path.stem for path in FILES.glob("*.ics")} == set(MAKERS)


METHODS = {"invited": "REQUEST", "nobody": "REQUEST", "withdrawn": "CANCEL", "called_off": "CANCEL"}


@pytest.mark.parametrize("name", METHODS)
def test_a_message_is_one_entry_for_one_person_with_its_method(name: str) -> None:
    message = vobject.readOne(golden(name).decode())
    assert message.method.value == METHODS[name]
    (entry,) = message.vevent_list
    (attendee,) = entry.attendee_list
    assert attendee.value == "mailto:an@example.org"
    (again,) = read(name)
    assert [one.uri for one in again.attendees] == ["mailto:an@example.org"]


def test_an_invitation_is_accepted_and_comes_from_the_organiser() -> None:
    (entry,) = read("invited")
    (attendee,) = entry.attendees
    assert (attendee.common_name, attendee.status) == ('Än "de" Schaap, jr; x:y Voorbeeld', "ACCEPTED")
    assert entry.organizer is not None
    assert (entry.organizer.uri, entry.organizer.common_name) == (
        "mailto:netwerk@example.org",
        "Netwerk Gent",
    )
    assert (entry.status, entry.sequence) == ("CONFIRMED", 0)


def test_who_withdraws_is_taken_out_with_a_higher_number_later_and_without_a_status() -> None:
    before, after = vevent("invited"), vevent("withdrawn")
    assert "status" not in after.contents
    assert int(after.sequence.value) > int(before.sequence.value)
    assert after.dtstamp.value > before.dtstamp.value
    assert after.uid.value == before.uid.value


def test_what_is_called_off_says_so_with_a_higher_number() -> None:
    entry = vevent("called_off")
    assert (entry.status.value, entry.sequence.value) == ("CANCELLED", "1")
    assert entry.dtstart.value == date(2024, 1, 27)


def test_an_organiser_without_an_address_has_one_that_no_mail_goes_to() -> None:
    (entry,) = read("nobody")
    assert entry.organizer is not None
    assert (entry.organizer.uri, entry.organizer.common_name) == ("invalid:nomail", "CLB")
    assert [one.status for one in entry.attendees] == ["TENTATIVE"]


def test_hard_texts_are_read_back_whole() -> None:
    for entry, again in zip(vobject.readOne(golden("hard").decode()).vevent_list, read("hard"), strict=True):
        said = "é" * 31 + "—🎉" * 20 + "[2J C:\\Nieuw: Nacht"
        assert (entry.summary.value, again.summary) == (said, said)
        assert (entry.description.value, again.description) == (LONG, LONG)


def test_nights_of_a_clock_change_last_as_long_as_they_do() -> None:
    nights = [(entry.start_datetime, entry.end_datetime) for entry in read("hard")]
    spans = [(start.astimezone(UTC), end.astimezone(UTC)) for start, end in nights]
    assert spans == [
        (at.astimezone(UTC), (at + timedelta(hours=9)).astimezone(UTC)) for at in (SPRING, AUTUMN)
    ]


def test_a_feed_says_what_it_is_called_and_holds_the_days_to_remember() -> None:
    text = golden("feed").decode()
    for line in (
        "uid:feed.all@3f2a", "NAME:Netwerk", "X-WR-CALNAME:Netwerk", "COLOR:teal",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H",
    ):  # fmt: skip
        assert text.split("\r\n").count(line) == 1
    spans = {entry.summary: (entry.dtstart, entry.dtend) for entry in read("feed")}
    assert spans["Verslag"] == (date(2024, 2, 1), date(2024, 2, 2))
    start, end = spans["Inschrijven tot: Kick-off"]
    assert end == datetime(2024, 1, 16, 15, tzinfo=UTC)
    assert start is not None
    assert end - start == timedelta(minutes=15)


def test_a_feed_of_nothing_is_a_calendar_all_the_same() -> None:
    assert read("empty") == []
    assert b"BEGIN:VTIMEZONE" in golden("empty")
    assert b"PT1H30M" in golden("empty")


def test_methods_are_those_of_itip() -> None:
    assert [one.value for one in Method] == ["publish", "request", "cancel"]
