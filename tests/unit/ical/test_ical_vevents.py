"""What a session says of itself in a calendar."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.lifecycle import amend, cancel, create, reopen
from netwerk_cli.domain.materials import Material, MaterialKind, Milestone
from netwerk_cli.domain.moments import Moment
from tests.calendars import calendar

CREATED = Act(at=datetime(2024, 1, 2, 9, tzinfo=UTC), by="griet")
LATER = Act(at=datetime(2024, 1, 3, 9, 0, 0, 999_999, tzinfo=UTC), by="griet")
HERE = ZoneInfo("Europe/Brussels")
TEN, NOON = datetime(2024, 5, 2, 10, tzinfo=HERE), datetime(2024, 5, 2, 12, tzinfo=HERE)
CLOSES_AT = datetime(2024, 4, 25, 16, tzinfo=HERE)


def session(number: int = 1, starts_at: Moment | None = TEN, **fields: object) -> Session:
    return Session(id=f"s{number}", starts_at=starts_at, **fields)  # type: ignore[arg-type]


def event(*sessions: Session, **fields: object) -> Event:
    bare = Event(slug="dag", title="Dag", sessions=sessions or (session(),))
    return create(replace(bare, **fields), CREATED)  # type: ignore[arg-type]


def blocks(*events: Event) -> list[list[str]]:
    """Return the unfolded lines of every VEVENT in the calendar of `events`."""
    text = calendar(events, store_id="3f2a.netwerk").decode()
    unfolded = text.replace("\r\n ", "")
    return [part.split("\r\nEND:VEVENT")[0].split("\r\n")[1:] for part in unfolded.split("BEGIN:VEVENT")[1:]]


def lines(subject: Event, *names: str) -> list[str]:
    """Return the lines of the first VEVENT of `subject` that hold one of the properties `names`."""
    return [line for line in blocks(subject)[0] if line.replace(";", ":").split(":")[0] in names]


def test_a_bare_session_has_these_lines_and_no_others() -> None:
    assert blocks(event()) == [
        [
            "SUMMARY:Dag",
            "DTSTART;TZID=Europe/Brussels:20240502T100000",
            "DTSTAMP:20240102T090000Z",
            "UID:s1.dag@3f2a.netwerk",
            "SEQUENCE:0",
            "CREATED:20240102T090000Z",
            "LAST-MODIFIED:20240102T090000Z",
            "STATUS:CONFIRMED",
            "TRANSP:OPAQUE",
        ]
    ]


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "written"),
    [
        pytest.param(
            TEN,
            NOON,
            [
                "DTSTART;TZID=Europe/Brussels:20240502T100000",
                "DTEND;TZID=Europe/Brussels:20240502T120000",
            ],
            id="from a time to a time",
        ),
        pytest.param(TEN, None, ["DTSTART;TZID=Europe/Brussels:20240502T100000"], id="end not known"),
        pytest.param(
            TEN.astimezone(UTC),
            datetime.fromisoformat("2024-05-02T12:00:00+02:00"),
            [
                "DTSTART;TZID=Europe/Brussels:20240502T100000",
                "DTEND;TZID=Europe/Brussels:20240502T120000",
            ],
            id="whatever offset the moment was stored with",
        ),
        pytest.param(
            date(2024, 5, 2),
            None,
            ["DTSTART;VALUE=DATE:20240502", "DTEND;VALUE=DATE:20240503"],
            id="a day",
        ),
        pytest.param(
            date(2024, 5, 2),
            date(2024, 5, 4),
            ["DTSTART;VALUE=DATE:20240502", "DTEND;VALUE=DATE:20240505"],
            id="a span of days ends the day after",
        ),
        pytest.param(
            datetime(2024, 10, 27, 1, 30, tzinfo=HERE),
            datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=HERE),
            ["DTSTART;TZID=Europe/Brussels:20241027T013000", "DTEND:20241027T013000Z"],
            id="until the second half past two of the autumn change",
        ),
    ],
)
def test_start_and_end_are_written(starts_at: Moment, ends_at: Moment | None, written: list[str]) -> None:
    assert lines(event(session(1, starts_at, ends_at=ends_at)), "DTSTART", "DTEND") == written


def test_an_event_without_a_history_is_dated_before_every_change() -> None:
    subject = replace(event(), history=())
    assert lines(subject, "DTSTAMP", "CREATED", "LAST-MODIFIED") == ["DTSTAMP:19700101T000000Z"]


def test_a_session_to_be_announced_yields_nothing() -> None:
    assert blocks(event(session(1, None))) == []


def test_zones_are_sorted_and_written_once() -> None:
    events = [event(timezone=name) for name in ("Europe/Paris", "Europe/Amsterdam", "Europe/Paris", "UTC")]
    written = calendar(events, store_id="x.netwerk").decode().splitlines()
    assert [line for line in written if line.startswith("TZID:")] == [
        "TZID:Europe/Amsterdam",
        "TZID:Europe/Paris",
    ]


# ------------------------------------------------------------------ summary


@pytest.mark.parametrize(
    ("sessions", "summary"),
    [
        pytest.param([session(1, title="Ochtend")], "Dag", id="one session is the event"),
        pytest.param([session(1, title="Ochtend"), session(2)], "Dag: Ochtend", id="a session of a series"),
        pytest.param([session(1), session(2)], "Dag", id="a session without a title"),
        pytest.param([session(1, title="Dag"), session(2)], "Dag", id="a session called like the event"),
    ],
)
def test_the_summary_names_event_and_session(sessions: list[Session], summary: str) -> None:
    assert lines(event(*sessions), "SUMMARY") == [f"SUMMARY:{summary}"]


# -------------------------------------------------------------------- place

URL, OTHER = "https://example.org/a", "https://example.org/b"


@pytest.mark.parametrize(
    ("own", "common", "written"),
    [
        pytest.param({}, {}, [], id="nowhere yet"),
        pytest.param({}, {"location": "Gent"}, ["LOCATION:Gent"], id="the place of the event"),
        pytest.param(
            {"location": "Aalst"}, {"location": "Gent"}, ["LOCATION:Aalst"], id="its own place goes first"
        ),
        pytest.param(
            {},
            {"online_url": URL},
            [
                f"CONFERENCE;VALUE=URI:{URL}",
                f"DESCRIPTION:Online: {URL}",
                f"LOCATION:{URL}",
                f"URL:{URL}",
            ],
            id="online only",
        ),
        pytest.param(
            {"online_url": OTHER},
            {"online_url": URL, "location": "Gent", "description": "Welkom"},
            [
                f"CONFERENCE;VALUE=URI:{OTHER}",
                rf"DESCRIPTION:Welkom\n\nOnline: {OTHER}",
                "LOCATION:Gent",
                f"URL:{OTHER}",
            ],
            id="a place and an address of its own",
        ),
        pytest.param(
            {},
            {"online_url": "Teams, link volgt"},
            [r"DESCRIPTION:Online: Teams\, link volgt", r"LOCATION:Teams\, link volgt"],
            id="no address yet",
        ),
        pytest.param({}, {"description": "Welkom"}, ["DESCRIPTION:Welkom"], id="a description alone"),
        pytest.param(
            {"description": "Breng je plan mee"},
            {"description": "Welkom"},
            [r"DESCRIPTION:Breng je plan mee\n\nWelkom"],
            id="what is said of the session goes first",
        ),
    ],
)
def test_place_and_address(own: dict[str, str], common: dict[str, str], written: list[str]) -> None:
    subject = event(session(**own), **common)  # type: ignore[arg-type]
    assert lines(subject, "CONFERENCE", "DESCRIPTION", "LOCATION", "URL") == written


def test_every_session_attaches_the_materials_that_have_an_address() -> None:
    link = Material(id="m1", kind=MaterialKind.LINK, title="Brief", url="https://example.org/brief,é")
    paper = Material(id="m2", kind=MaterialKind.DOCUMENT, title="Op papier")
    subject = event(session(), session(2, NOON), materials=(link, paper))
    attached = [[line for line in block if line.startswith("ATTACH")] for block in blocks(subject)]
    assert attached == [["ATTACH:https://example.org/brief,%C3%A9"]] * 2


def test_milestones_are_left_out() -> None:
    subject = event(milestones=(Milestone(id="m1", title="Verslag", due_on=date(2024, 6, 1)),))
    assert blocks(subject) == blocks(event())


def test_organisers_are_contacts_and_the_theme_a_category() -> None:
    subject = event(organisers=("Griet, Gent", "Joris"), theme="Wonen, zorg")
    assert lines(subject, "CATEGORIES", "CONTACT", "ORGANIZER") == [
        r"CATEGORIES:Wonen\, zorg",
        r"CONTACT:Griet\, Gent",
        "CONTACT:Joris",
    ]


def test_a_text_cannot_bring_in_a_line_of_its_own() -> None:
    hostile = "x\r\nATTENDEE:mailto:mallory@example.org\r\nEND:VEVENT"
    subject = event(title=hostile, location=hostile, theme=hostile, organisers=(hostile,), online_url=hostile)
    written = calendar([subject], store_id="3f2a.netwerk").decode()
    assert not any(line.startswith("ATTENDEE") for line in written.splitlines())
    assert written.splitlines().count("END:VEVENT") == 1


# --------------------------------------------------------- state and history


@pytest.mark.parametrize("minutes", [-525600, -2, 0, 2])
def test_a_correction_is_dated_after_what_it_corrects_whatever_the_clock_says(minutes: int) -> None:
    version, stamps = amend(event(), LATER, location="Gent"), []
    for place in ("Brugge", "Leuven"):
        stamps.append(dates(version))
        at = LATER.at + timedelta(minutes=minutes)
        version = amend(version, Act(at=at, by="an"), location=place)
    stamps.append(dates(version))
    assert sorted({one["DTSTAMP"] for one in stamps}) == [one["DTSTAMP"] for one in stamps]
    assert all(one["CREATED"] <= one["LAST-MODIFIED"] == one["DTSTAMP"] for one in stamps)
    assert {one["SEQUENCE"] for one in stamps} == {"0"}


def dates(subject: Event) -> dict[str, str]:
    found = lines(subject, "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE")
    return dict(line.split(":", 1) for line in found)


def test_a_move_raises_the_sequence_and_keeps_the_uid() -> None:
    moved = amend(event(), LATER, sessions=(session(1, NOON),))
    assert lines(moved, "UID", "SEQUENCE", "DTSTAMP", "CREATED", "LAST-MODIFIED") == [
        "DTSTAMP:20240103T090000Z",
        "UID:s1.dag@3f2a.netwerk",
        "SEQUENCE:1",
        "CREATED:20240102T090000Z",
        "LAST-MODIFIED:20240103T090000Z",
    ]


@pytest.mark.parametrize(
    ("subject", "written"),
    [
        pytest.param(event(), ["SEQUENCE:0", "STATUS:CONFIRMED"], id="confirmed"),
        pytest.param(event(draft=True), ["SEQUENCE:0", "STATUS:TENTATIVE"], id="a draft"),
        pytest.param(cancel(event(), LATER), ["SEQUENCE:1", "STATUS:CANCELLED"], id="cancelled"),
        pytest.param(
            cancel(event(draft=True), LATER), ["SEQUENCE:1", "STATUS:CANCELLED"], id="a cancelled draft"
        ),
        pytest.param(
            reopen(cancel(event(), LATER), LATER), ["SEQUENCE:2", "STATUS:CONFIRMED"], id="put back on"
        ),
    ],
)
def test_the_status_follows_the_event(subject: Event, written: list[str]) -> None:
    assert lines(subject, "SEQUENCE", "STATUS") == written


def test_sessions_refer_to_the_first_in_the_list_that_has_a_date() -> None:
    subject = event(session(1, None), session(2, NOON), session(3, TEN))
    assert [[line for line in block if line.startswith(("UID", "RELATED"))] for block in blocks(subject)] == [
        ["UID:s3.dag@3f2a.netwerk", "RELATED-TO;RELTYPE=SIBLING:s2.dag@3f2a.netwerk"],
        ["UID:s2.dag@3f2a.netwerk"],
    ]


def test_sessions_that_start_together_are_sorted_by_uid() -> None:
    assert [block[3] for block in blocks(event(session(2), session(1)))] == [
        "UID:s1.dag@3f2a.netwerk",
        "UID:s2.dag@3f2a.netwerk",
    ]
