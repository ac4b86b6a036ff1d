"""Reports of Teams and Zoom, and lists by hand: who was there, from when to when, in any of their shapes."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta
from typing import Any

import pytest
import xlsxwriter

from netwerk_cli.domain.attendance import State, whole_minutes, within
from netwerk_cli.errors.files import BadFile
from netwerk_cli.exchange import attendance_moments, attendance_reports
from netwerk_cli.exchange.attendance_moments import Timed
from netwerk_cli.exchange.attendance_reports import Report

ZONE = "Europe/Brussels"
DAY = date(2024, 4, 12)
NOW = datetime.fromisoformat("2024-04-13T10:00:00+02:00")
MORNING = (
    datetime.fromisoformat("2024-04-12T09:00:00+02:00"),
    datetime.fromisoformat("2024-04-12T11:00:00+02:00"),
)

JOINS = (  # name, address, from, to
    ("Testine van den Nepstra", "testine@example.org", "08:58:03", "11:00:41"),
    ("Zoë Proef'tje (External)", "zoe@example.com", "09:20:00", "09:45:30"),
    ("Zoë Proef'tje (External)", "zoe@example.com", "09:50:00", "11:02:00"),
    ("Dubbel Apparaat", "dubbel@example.com", "09:00:00", "10:30:00"),
    ("Dubbel Apparaat", "dubbel@example.com", "09:40:00", "11:00:00"),
    ("Kort Even", "kort@example.com", "09:05:00", "09:09:59"),
    ("Nep, Komma de", "", "10:00:00", "10:59:30"),
)
MINUTES = {
    "Testine van den Nepstra": 120,
    "Zoë Proef'tje": 95,
    "Dubbel Apparaat": 120,
    "Kort Even": 4,
    "Nep, Komma de": 59,
}

WRITTEN = {  # how programs write a moment
    "us": "{m}/{d}/{y2}, {h12}:{min}:{s} {half}",
    "us, narrow blank": "{m}/{d}/{y}, {h12}:{min}:{s}\u202f{half}",
    "us, zeros": "{m:02}/{d:02}/{y} {h12:02}:{min}:{s} {half}",
    "british": "{d:02}/{m:02}/{y}, {h:02}:{min}:{s}",
    "dutch": "{d}-{m}-{y} {h:02}:{min}:{s}",
    "flemish": "{d}/{m:02}/{y} {h}:{min}:{s}",
    "polish": "{d:02}.{m:02}.{y}, {h:02}:{min}:{s}",
    "iso": "{y}-{m:02}-{d:02} {h:02}:{min}:{s}",
    "iso, T": "{y}-{m:02}-{d:02}T{h:02}:{min}:{s}",
    "month in words": "Apr {d}, {y} {h12:02}:{min}:{s} {half}",
    "dutch words": "{d} apr. {y} {h}:{min}:{s}",
    "dots": "{d}-{m}-{y} {h:02}.{min}.{s}",
}


def written(clock: str, how: str, day: date = DAY) -> str:
    hour, minute, second = clock.split(":")
    h = int(hour)
    return WRITTEN[how].format(
        d=day.day, m=day.month, y=day.year, y2=day.year % 100, h=h, h12=h % 12 or 12, min=minute, s=second,
        half="PM" if h >= 12 else "AM",
    )  # fmt: skip


def activities(heading: str, how: str, *, sign: str = "\t", day: date = DAY) -> str:
    """Return a table with a row a join: name, from, to, length, address, role."""

    def cell(text: str) -> str:
        return f'"{text}"' if sign in text else text

    rows = (
        sign.join(
            map(cell, (name, written(a, how, day), written(b, how, day), "1h 2m 3s", email, "Attendee"))
        )
        for name, email, a, b in JOINS
    )
    return "\r\n".join((heading.replace("\t", sign), *rows)) + "\r\n"


TEAMS = "Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole"
TEAMS_NL = "Naam\tDeelnametijd\tTijd van verlaten\tDuur\tE-mailadres\tRol"


def teams(how: str, heading: str = TEAMS, *, day: date = DAY) -> str:
    """Return a Teams report: what the meeting was, who was there in all, and who joined when."""
    begin, end = written("08:30:00", how, day), written("11:12:30", how, day)
    return (
        f'1. Summary\r\nMeeting title\t"Een titel met\nnog een regel"\r\nAttended participants\t5\r\n'
        f"Start time\t{begin}\r\nEnd time\t{end}\r\nMeeting duration\t2h 42m 30s\r\n\r\n"
        "2. Participants\r\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\r\n"
        f"Zoë Proef'tje (External)\t{written('09:20:00', how, day)}\t{written('11:02:00', how, day)}\t1h 37m 30s\t\t"
        "iemand@example.net\tAttendee\r\n\r\n"
        f"3. In-Meeting Activities\r\n{activities(heading, how, day=day)}\r\n"
        f"4. Engagement\r\nName\tEngagement Type\tTime\r\nKort Even\tUnmute\t{written('09:06:00', how, day)}\r\n"
    )


def read(data: bytes | str, *, days: tuple[date, ...] = (DAY,)) -> tuple[Report, Timed]:
    report = attendance_reports.read(data if isinstance(data, bytes) else data.encode(), "verslag.csv")
    return report, attendance_moments.timed(report, days, ZONE, NOW)


def minutes(report: Report, times: Timed) -> dict[str, int]:
    """Return the minutes of each name within the morning."""
    rows: dict[str, list[Any]] = {}
    for one in report.rows:
        name = attendance_reports.names(one.name)[1:2] or (one.name,)
        rows.setdefault(name[0] if "(" in one.name else one.name, []).append(one)
    return {
        name: whole_minutes(within(attendance_moments.stays(ones, times), MORNING))
        for name, ones in rows.items()
    }


@pytest.mark.parametrize("how", WRITTEN)
def test_a_teams_report_has_the_same_minutes_however_it_writes_moments(how: str) -> None:
    report, times = read(teams(how).encode("utf-16"))
    assert minutes(report, times) == MINUTES
    assert (report.whole, report.guessed, times.days) == (False, False, (DAY,))


@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-16-le", "utf-8", "utf-8-sig", pytest.param("cp1252", id="windows")]
)
def test_a_report_is_read_in_any_encoding(encoding: str) -> None:
    assert minutes(*read(teams("dutch").encode(encoding))) == MINUTES


@pytest.mark.parametrize(
    "heading", [TEAMS_NL, "Imię i nazwisko\tGodzina wejścia\tGodzina wyjścia\tCzas\tAdres\tRola"]
)
def test_a_teams_report_in_another_language_is_read_by_its_sections(heading: str) -> None:
    report, times = read(teams("polish", heading).encode("utf-16"))
    assert (minutes(report, times), report.guessed) == (MINUTES, heading != TEAMS_NL)


def test_only_the_day_of_the_session_tells_the_order_of_day_and_month() -> None:
    ambiguous = teams("us, zeros").replace(" AM", "").replace(" PM", "")
    assert read(ambiguous)[1].days == (DAY,)
    assert read(ambiguous, days=(date(2024, 12, 4),))[1].days == (date(2024, 12, 4),)
    assert read(teams("us"), days=(date(2024, 5, 20),))[1].days == (DAY,)


def test_without_a_row_for_each_join_the_stated_length_counts() -> None:
    report, times = read(teams("us").partition("3. In")[0].encode("utf-16"))
    assert report.whole
    assert [(one.name, one.email) for one in report.rows] == [("Zoë Proef'tje (External)", "")]
    assert attendance_moments.lasted(report.rows) == timedelta(hours=1, minutes=37, seconds=30)
    assert times.until == datetime.fromisoformat("2024-04-12T11:02:00+02:00")


LIST_2020 = [
    ("Te Vroeg", "Joined", "08:30:00"), ("Te Vroeg", "Left", "08:55:00"),
    ("Sam Ple", "Joined", "09:00:00"),
    ("Dubbel Apparaat", "Joined", "09:00:00"), ("Dubbel Apparaat", "Joined", "09:40:00"),
    ("Zoë Proef'tje", "Joined before", "09:20:00"), ("Zoë Proef'tje", "Left", "09:45:30"),
    ("Zoë Proef'tje", "Joined", "09:50:00"), ("Dubbel Apparaat", "Left", "10:30:00"),
    ("Dubbel Apparaat", "Left", "11:00:00"), ("Zoë Proef'tje", "Left", "11:02:00"),
]  # fmt: skip
IN_2020 = {"Te Vroeg": 0, "Sam Ple": 120, "Dubbel Apparaat": 120, "Zoë Proef'tje": 95}


@pytest.mark.parametrize(
    ("heading", "joined", "left"),
    [
        pytest.param("Full Name\tUser Action\tTimestamp", "Joined", "Left", id="english"),
        pytest.param("Volledige naam\tGebruikersactie\tTijdstempel", "Deelgenomen", "Verlaten", id="dutch"),
        pytest.param("Imię i nazwisko\tAkcja\tSygnatura", "Dołączył", "Opuścił", id="unknown"),
    ],
)
def test_a_list_of_joining_and_leaving_says_who_was_still_there(heading: str, joined: str, left: str) -> None:
    words = {"Joined": joined, "Left": left, "Joined before": f"{joined} x"}
    rows = (f"{name}\t{words[action]}\t{written(at, 'us')}" for name, action, at in LIST_2020)
    report, times = read("\n".join((heading, *rows)).encode("utf-16"))
    assert minutes(report, times) == IN_2020
    assert attendance_moments.still_there(report, times) == 1


ZOOM = "Name (Original Name)\tJoin Time\tLeave Time\tDuration (Minutes)\tUser Email\tGuest"
ZOOM_NL = (
    "Naam (oorspronkelijke naam)\tTijdstip van deelname\tTijdstip van vertrek\tDuur (minuten)\tE-mail\tGast"
)
MEETING = (
    "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,\n"
    "{},Webinar,{},{},h@example.org,9,9,\n\n"
)


@pytest.mark.parametrize("heading", [ZOOM, ZOOM_NL])
@pytest.mark.parametrize("how", ["us, zeros", "flemish", "iso"])
def test_a_zoom_report_is_of_its_participants_and_not_of_the_meeting(heading: str, how: str) -> None:
    meeting = MEETING.format("000 0000", written("08:30:00", how), written("11:12:30", how))
    report, times = read(meeting + activities(heading, how, sign=","))
    assert minutes(report, times) == MINUTES


def test_who_waits_to_be_let_in_is_not_there() -> None:
    heading = "Name,Email,Join time,Leave time,In waiting room"
    rows = "Kort Even,k@example.org,2024-04-12 09:00:00,2024-04-12 09:30:00,{}"
    report, times = read("\n".join((heading, rows.format("Yes"), rows.replace("09:3", "09:1").format("No"))))
    assert minutes(report, times) == {"Kort Even": 10}


def test_a_webinar_report_has_tables_below_each_other_and_who_did_not_come() -> None:
    report, times = read(
        'Attendee Report\nTopic,Webinar ID,Actual Start Time\nWebinar,0,"Apr 12, 2024 8:30 AM"\n'
        "Host Details,\nAttended,User Name (Original Name),Email,Join Time,Leave Time\n"
        'Yes,Gast Heer,h@example.org,"Apr 12, 2024 08:45:00 AM","Apr 12, 2024 11:12:00 AM"\n'
        "Attendee Details,\nAttended,User Name (Original Name),First Name,Last Name,Email,Join Time,Leave Time\n"
        'Yes,Kort Even,Kort,Even,k@example.org,"Apr 12, 2024 09:05:00 AM","Apr 12, 2024 09:10:00 AM"\n'
        "No,--,Niet,Gekomen,weg@example.org,--,--\n"
    )
    assert [(one.email, one.state) for one in report.rows] == [
        ("h@example.org", State.PRESENT),
        ("k@example.org", State.PRESENT),
        ("weg@example.org", State.ABSENT),
    ]
    assert minutes(report, times) == {"Gast Heer": 120, "Kort Even": 5, "--": 0}
    assert not report.whole


def test_a_report_of_totals_has_no_day() -> None:
    report, times = read(
        "Name (Original Name),User Email,Total Duration (Minutes),Guest\nKort Even,k@example.org,98,Yes\n"
    )
    assert (times.days, attendance_moments.lasted(report.rows)) == ((), timedelta(minutes=98))


# --------------------------------------------------------------- lists by hand
def test_a_list_by_hand_says_who_was_there() -> None:
    report, _ = read(
        "Aanwezigheidslijst 12 april;;\n;;\nNaam;E-mail;Aanwezig\nAns Voorbeeld;;ja\nBo Voorbeeld;bo@example.org;\n"
        "Cas Voorbeeld;;Verontschuldigd\n"
    )
    assert [(one.name, one.email, one.state) for one in report.rows] == [
        ("Ans Voorbeeld", "", State.PRESENT),
        ("Bo Voorbeeld", "bo@example.org", State.ABSENT),
        ("Cas Voorbeeld", "", State.EXCUSED),
    ]


def test_a_list_without_a_heading_is_of_names_addresses_and_codes() -> None:
    report, _ = read("Testine van den Nepstra\nbo@example.org\nR3\nNep, Komma de\n")
    assert [(one.name, one.email, one.code) for one in report.rows] == [
        ("Testine van den Nepstra", "", ""),
        ("", "bo@example.org", ""),
        ("", "", "r3"),
        ("Nep, Komma de", "", ""),
    ]


def test_times_by_hand_are_of_the_day_of_the_session() -> None:
    report, times = read("Naam;Van;Tot\nAns Voorbeeld;8:58;9u30\nBo Voorbeeld;10.00;11:30\n")
    assert minutes(report, times) == {"Ans Voorbeeld": 30, "Bo Voorbeeld": 60}


def test_a_list_in_a_workbook_is_read_as_well() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        sheet.write_row(0, 0, ["Naam", "Van", "Tot"])
        sheet.write(1, 0, "Ans Voorbeeld")
        sheet.write_datetime(1, 1, datetime(2024, 4, 12, 9, 15), day)  # noqa: DTZ001 (a cell has no zone)
        sheet.write_datetime(1, 2, datetime(2024, 4, 12, 10, 0), day)  # noqa: DTZ001
    assert minutes(*read(file.getvalue())) == {"Ans Voorbeeld": 45}


@pytest.mark.parametrize("data", [b"", b"\n\n", b"naam;aanwezig\n", b"\x89PNG\r\n\x1a\n\0\0\0"])
def test_a_file_in_which_nobody_stands_is_refused(data: bytes) -> None:
    with pytest.raises(BadFile):
        read(data)


# ----------------------------------------------------------- names and lengths
@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Zoë Proef'tje (External)", "Zoë Proef'tje"),
        ('Sam "Proef" Ple', "Sam Ple"),
        ("Dubbel Apparaat (iPhone)", "Dubbel Apparaat"),
        ("tablet (Testine van den Nepstra)", "Testine van den Nepstra"),
        ("Nep, Komma de", "Nep, Komma de"),
    ],
)
def test_what_stands_behind_a_name_is_no_part_of_it(text: str, meant: str) -> None:
    assert meant in attendance_reports.names(text)


def test_a_telephone_number_is_no_name() -> None:
    known = [" 32000000000 (Unverified)", "+32 (0)2 000 00 00", "Kort Even", "Zaal 12"]
    assert [attendance_reports.is_telephone(one) for one in known] == [True, True, False, False]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2h 27m 20s", 8840), ("2 u 27 m 20 s", 8840), ("2 uur 27 min. 20 sek.", 8840),
        ("2 godz. 27 min 20 sek.", 8840),
        ("2 Std. 27 Min. 20 Sek.", 8840), ("02:27:20", 8840), ("PT2H27M20S", 8840), ("4m 59s", 299), ("1u 30m", 5400),
        ("25m", 1500), ("1 uur", 3600), ("98", 5880), ("1:45", 6300), ("", None), ("--", None), ("12 x", None),
    ],
)  # fmt: skip
def test_a_length_is_read_in_any_notation(text: str, seconds: int | None) -> None:
    found = attendance_moments.span(text)
    assert (None if found is None else found.total_seconds()) == seconds
