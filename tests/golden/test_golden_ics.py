"""The bytes of a calendar stay as they are, and vobject reads in them what was meant."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject

from netwerk_cli.domain.events import Event, Session, WhenFull
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.lifecycle import cancel, create
from tests.calendars import calendar

FILES = Path(__file__).parent / "files"
STORE_ID = "3f2a9c41d07b4e58.netwerk"
BRUSSELS, AMSTERDAM = ZoneInfo("Europe/Brussels"), ZoneInfo("Europe/Amsterdam")
CURACAO = ZoneInfo("America/Curacao")


def act(*moment: int) -> Act:
    return Act(at=datetime(*moment, tzinfo=BRUSSELS), by="griet")  # type: ignore[arg-type, misc]


def kick_off() -> Event:
    event = Event(
        slug="kickoff-2024",
        title="Kick-off onderwijs en welzijn",
        location="Brussel",
        capacity=250,
        closes_at=datetime(2024, 1, 16, 16, tzinfo=BRUSSELS),
        when_full=WhenFull.CLOSE,
        organisers=("Departement Onderwijs, Brussel", "Departement Welzijn"),
        theme="Samenwerking",
        description="Startschot voor alle regio's.\nOnthaal vanaf 9 uur; lunch inbegrepen.",
        sessions=(
            Session(
                id="main",
                starts_at=datetime(2024, 1, 26, 9, 30, tzinfo=BRUSSELS),
                ends_at=datetime(2024, 1, 26, 16, tzinfo=BRUSSELS),
            ),
        ),
    )
    return create(event, act(2023, 12, 18, 10, 15))


def series() -> Event:
    days = enumerate([(10, 29), (10, 30), (11, 3)], 1)
    dated = [
        Session(
            id=f"sessie-{number}",
            title=f"Inspiratiesessie {number}",
            starts_at=datetime(2020, *day, 10, 30, tzinfo=AMSTERDAM),
            ends_at=datetime(2020, *day, 11, 30, tzinfo=AMSTERDAM),
        )
        for number, day in days
    ]
    event = Event(
        slug="expeditie-dichtbij",
        title="Expeditie Dichtbij",
        timezone="Europe/Amsterdam",
        online_url="https://meet.example.org/dichtbij?room=1,2;lang=nl",
        sessions=(*dated, Session(id="reflectie", title="Reflectie, datum volgt")),
    )
    return create(event, act(2020, 9, 1, 9, 0))


def all_day() -> Event:
    event = Event(
        slug="netwerkdag",
        title="Netwerkdag",
        location="'s-Gravenhage",
        timezone="Europe/Amsterdam",
        sessions=(Session(id="main", starts_at=date(2024, 6, 5)),),
    )
    return create(event, act(2024, 3, 1, 12, 0))


def cancelled() -> Event:
    event = Event(
        slug="webinar-2023",
        title="Webinar kleinschalig wonen [/b] Zoë 🎉 a,b;c\\n",
        timezone="Europe/Amsterdam",
        online_url="https://meet.example.org/webinar",
        sessions=(
            Session(
                id="main",
                starts_at=datetime(2023, 4, 12, 9, tzinfo=AMSTERDAM),
                ends_at=datetime(2023, 4, 12, 11, tzinfo=AMSTERDAM),
            ),
        ),
    )
    return cancel(create(event, act(2023, 3, 1, 12, 0)), act(2023, 4, 3, 17, 5))


def overseas_draft() -> Event:
    event = Event(
        slug="curacao",
        title="Kennismaking Willemstad",
        timezone="America/Curacao",
        location="Willemstad",
        closes_at=datetime(2024, 9, 2, 12, tzinfo=CURACAO),
        draft=True,
        sessions=(Session(id="main", starts_at=datetime(2024, 9, 9, 19, tzinfo=CURACAO)),),
    )
    return create(event, act(2024, 6, 3, 8, 0))


CALENDARS = {
    "kickoff": calendar([kick_off()], store_id=STORE_ID),
    "series-across-the-clock-change": calendar([series()], store_id=STORE_ID),
    "all-day": calendar([all_day()], store_id=STORE_ID),
    "cancelled": calendar([cancelled()], store_id=STORE_ID),
    "draft-overseas": calendar([overseas_draft()], store_id=STORE_ID),
    "everything": calendar([series(), all_day(), kick_off(), cancelled()], store_id=STORE_ID),
}


def golden(name: str) -> bytes:
    return (FILES / f"{name}.ics").read_bytes()


def read(name: str) -> list[Any]:
    """Return the VEVENTs of a golden file, in order, as vobject reads them."""
    return list(vobject.readOne(golden(name).decode()).vevent_list)


@pytest.mark.parametrize("name", CALENDARS)
def test_the_bytes_stay(name: str) -> None:
    assert CALENDARS[name] == golden(name)


def test_no_golden_calendar_is_left_over() -> None:
    assert {path.stem for path in FILES.glob("*.ics")} == set(CALENDARS)


@pytest.mark.parametrize("name", CALENDARS)
def test_lines_end_in_crlf_and_hold_75_octets_at_most(name: str) -> None:
    *lines, last = golden(name).split(b"\r\n")
    assert last == b""
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(len(line) for line in lines) <= 75


def test_the_kick_off_is_read_back() -> None:
    (vevent,) = read("kickoff")
    assert vevent.dtstart.value == datetime(2024, 1, 26, 9, 30, tzinfo=BRUSSELS)
    assert vevent.dtend.value == datetime(2024, 1, 26, 16, tzinfo=BRUSSELS)
    assert vevent.dtstart.value.utcoffset() == timedelta(hours=1)
    assert vevent.dtstart.params["X-VOBJ-ORIGINAL-TZID"] == ["Europe/Brussels"]
    assert vevent.summary.value == "Kick-off onderwijs en welzijn"
    assert vevent.location.value == "Brussel"
    assert vevent.description.value == "Startschot voor alle regio's.\nOnthaal vanaf 9 uur; lunch inbegrepen."
    assert [c.value for c in vevent.contact_list] == ["Departement Onderwijs, Brussel", "Departement Welzijn"]
    assert vevent.categories.value == ["Samenwerking"]
    assert vevent.status.value == "CONFIRMED"
    assert vevent.dtstamp.value == datetime(2023, 12, 18, 10, 15, tzinfo=BRUSSELS)


def test_the_series_keeps_its_wall_clock_times_across_the_clock_change() -> None:
    vevents = read("series-across-the-clock-change")
    assert [(v.dtstart.value, v.dtend.value) for v in vevents] == [
        (datetime(2020, *day, 10, 30, tzinfo=AMSTERDAM), datetime(2020, *day, 11, 30, tzinfo=AMSTERDAM))
        for day in ((10, 29), (10, 30), (11, 3))
    ]
    assert [v.summary.value for v in vevents] == [
        "Expeditie Dichtbij: Inspiratiesessie 1",
        "Expeditie Dichtbij: Inspiratiesessie 2",
        "Expeditie Dichtbij: Inspiratiesessie 3",
    ]
    assert {v.location.value for v in vevents} == {"https://meet.example.org/dichtbij?room=1,2;lang=nl"}


def test_the_sessions_of_a_series_are_tied_to_the_first() -> None:
    first, *others = read("series-across-the-clock-change")
    assert "related-to" not in first.contents
    assert [v.contents["related-to"][0].value for v in others] == [first.uid.value, first.uid.value]
    assert {v.contents["related-to"][0].reltype_param for v in others} == {"SIBLING"}


def test_the_address_of_an_online_session_is_a_conference() -> None:
    conference = b"CONFERENCE;VALUE=URI:https://meet.example.org/dichtbij?room=1,2;lang=nl"
    assert golden("series-across-the-clock-change").split(b"\r\n").count(conference) == 3


def test_a_day_is_read_back_as_a_day() -> None:
    (vevent,) = read("all-day")
    assert vevent.dtstart.value == date(2024, 6, 5)
    assert vevent.dtend.value == date(2024, 6, 6)
    assert type(vevent.dtstart.value) is date
    assert vevent.summary.value == "Netwerkdag"
    assert vevent.location.value == "'s-Gravenhage"


def test_a_day_carries_no_time_zone_along() -> None:
    assert b"VTIMEZONE" not in golden("all-day")


def test_the_cancelled_event_is_read_back_as_cancelled() -> None:
    (vevent,) = read("cancelled")
    assert vevent.status.value == "CANCELLED"
    assert vevent.sequence.value == "1"
    assert vevent.dtstart.value == datetime(2023, 4, 12, 9, tzinfo=AMSTERDAM)
    assert vevent.dtend.value == datetime(2023, 4, 12, 11, tzinfo=AMSTERDAM)
    assert vevent.summary.value == "Webinar kleinschalig wonen [/b] Zoë 🎉 a,b;c\\n"
    assert vevent.location.value == "https://meet.example.org/webinar"
    assert vevent.created.value == datetime(2023, 3, 1, 12, tzinfo=BRUSSELS)
    assert vevent.dtstamp.value == datetime(2023, 4, 3, 17, 5, tzinfo=BRUSSELS)


def test_the_draft_overseas_is_read_back_in_utc() -> None:
    (vevent,) = read("draft-overseas")
    assert vevent.status.value == "TENTATIVE"
    assert vevent.dtstart.value == datetime(2024, 9, 9, 19, tzinfo=CURACAO)
    assert "dtend" not in vevent.contents
    assert vevent.location.value == "Willemstad"


def test_everything_is_sorted_by_start() -> None:
    assert [v.uid.value.split("@")[0] for v in read("everything")] == [
        "sessie-1.expeditie-dichtbij",
        "sessie-2.expeditie-dichtbij",
        "sessie-3.expeditie-dichtbij",
        "main.webinar-2023",
        "main.kickoff-2024",
        "main.netwerkdag",
    ]


def test_the_order_in_which_events_come_does_not_matter() -> None:
    events = [kick_off(), cancelled(), all_day(), series()]
    assert calendar(events, store_id=STORE_ID) == golden("everything")


def test_the_seats_of_an_event_leave_its_calendar_alone() -> None:
    assert calendar([replace(kick_off(), capacity=10)], store_id=STORE_ID) == golden("kickoff")
