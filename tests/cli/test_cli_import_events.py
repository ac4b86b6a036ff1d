"""`import events`: the calendar of another program, again and again, as an organiser sees it."""

from __future__ import annotations

import pytest

from tests.cli.calling import Ended, Netwerk, said

OUTLOOK_ZONE = """\
BEGIN:VTIMEZONE
TZID:Romance Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""
STUDIEDAG = """\
UID:040000008200E00074C5B7101A82E008
SUMMARY:Studiedag: één en ander
DTSTART;TZID=Romance Standard Time:20240308T130000
DTEND;TZID=Romance Standard Time:20240308T170000
LOCATION:Zaal Nergens
DESCRIPTION:Breng mee:\\n- koffie\\n- een idee
ORGANIZER;CN="Testine Nepstra":mailto:testine@example.org
ATTENDEE;CN=Ans:mailto:ans@example.org
ATTENDEE;CN=Bea:mailto:bea@example.org
SEQUENCE:2
DTSTAMP:20240101T100000Z
X-MICROSOFT-SKYPETEAMSMEETINGURL:https://example.org/teams
"""


def vevent(lines: str) -> str:
    return f"BEGIN:VEVENT\n{lines.strip()}\nEND:VEVENT\n"


def calendar(*entries: str, head: str = "") -> str:
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//example.org//NL\n{head}"
    return (text + "".join(map(vevent, entries)) + "END:VCALENDAR\n").replace("\n", "\r\n")


def put(desk: Netwerk, text: str | bytes, name: str = "agenda.ics") -> str:
    path = desk.folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(path)


def read(desk: Netwerk, text: str | bytes, *more: str) -> dict[str, object]:
    ended = desk("import", "events", put(desk, text), "--json", *more)
    result: dict[str, object] = ended.error["details"] if ended.code == 8 else ended.json
    return result


def counts(result: dict[str, object]) -> dict[str, int]:
    assert isinstance(result["counts"], dict)
    return {kind: count for kind, count in result["counts"].items() if count}


def sessions(desk: Netwerk, event: str) -> list[list[str]]:
    return desk("session", "list", event, "--fields", "id,starts_at,ends_at").lines


def test_an_event_of_outlook_becomes_a_draft(netwerk: Netwerk) -> None:
    path = put(netwerk, calendar(STUDIEDAG, head=OUTLOOK_ZONE))
    slug = "studiedag-een-en-ander-2024-03-08"
    assert netwerk("import", "events", path) == Ended(
        0,
        "",
        said(
            f"'{slug}': Studiedag: één en ander, Friday 8 March 2024 at 13:00.",
            "2 people are invited in it; nobody is registered by that.",
            "1 event read: 1 draft made.",
            "Publish a draft with 'netwerk event open EVENT'.",
        ),
    )
    shown = netwerk("event", "show", slug, "--json").json
    assert {key: shown[key] for key in ("status", "timezone", "starts_at", "ends_at", "location", "online_url")} == {
        "status": "draft", "timezone": "Europe/Brussels", "starts_at": "2024-03-08T13:00:00+01:00",
        "ends_at": "2024-03-08T17:00:00+01:00", "location": "Zaal Nergens", "online_url": "https://example.org/teams",
    }  # fmt: skip
    assert shown["description"] == "Breng mee:\n- koffie\n- een idee"
    assert shown["organisers"] == ["Testine Nepstra"]
    assert netwerk("registration", "list", slug).out == ""


def test_reading_the_same_file_again_changes_nothing(netwerk: Netwerk) -> None:
    text = calendar(STUDIEDAG, head=OUTLOOK_ZONE)
    read(netwerk, text)
    before = netwerk.stored()
    again = read(netwerk, text.replace("20240101T100000Z", "20240102T100000Z").replace("ATTENDEE", "X-LEFT"))
    assert (counts(again), again["changed"], again["rows"]) == ({"unchanged": 1}, False, [])
    assert netwerk.stored() == before


def test_result_for_scripts(netwerk: Netwerk) -> None:
    assert read(netwerk, calendar(STUDIEDAG, head=OUTLOOK_ZONE)) == {
        "action": "import.events",
        "changed": True,
        "dry_run": False,
        "read": 1,
        "counts": {"created": 1, "updated": 0, "unchanged": 0, "differs": 0, "cancelled": 0, "refused": 0},
        "rows": [
            {
                "row": 1, "outcome": "created", "event": "studiedag-een-en-ander-2024-03-08",
                "title": "Studiedag: één en ander", "sessions": 1, "limited": False, "attendees": 2, "message": None,
                "changes": [],
            }
        ],
        "warnings": [],
        "change": "c1",
    }  # fmt: skip


def test_a_draft_that_nobody_touched_follows_its_calendar(netwerk: Netwerk) -> None:
    text = calendar(STUDIEDAG, head=OUTLOOK_ZONE)
    read(netwerk, text)
    moved = text.replace("20240308", "20240315").replace("Zaal Nergens", "Zaal Ergens")
    ended = netwerk("import", "events", put(netwerk, moved))
    assert (ended.code, ended.err.splitlines()) == (
        0,
        [
            "'studiedag-een-en-ander-2024-03-08' is as the calendar has it now.",
            "location: Zaal Nergens → Zaal Ergens",
            "starts: Friday 8 March 2024 at 13:00 → Friday 15 March 2024 at 13:00",
            "ends: Friday 8 March 2024 at 17:00 → Friday 15 March 2024 at 17:00",
            "1 event read: 1 corrected.",
        ],
    )
    netwerk.done("undo")
    assert (
        netwerk("event", "show", "studiedag-een-en-ander-2024-03-08", "--json").json["location"]
        == "Zaal Nergens"
    )


@pytest.mark.parametrize("touched", ["edited", "published"])
def test_what_was_touched_here_is_only_told(netwerk: Netwerk, touched: str) -> None:
    text, slug = calendar(STUDIEDAG, head=OUTLOOK_ZONE), "studiedag-een-en-ander-2024-03-08"
    read(netwerk, text)
    if touched == "edited":
        netwerk.done("event", "edit", slug, "--capacity", "20")
    else:
        netwerk.done("event", "open", slug)
    result = read(netwerk, text.replace("Zaal Nergens", "Zaal Ergens"))
    assert (counts(result), result["changed"]) == ({"differs": 1}, True)
    assert isinstance(result["rows"], list)
    assert result["rows"][0]["changes"] == [
        {"field": "location", "old": "Zaal Nergens", "new": "Zaal Ergens"}
    ]
    assert netwerk("event", "show", slug, "--json").json["location"] == "Zaal Nergens"
    assert counts(read(netwerk, text.replace("Zaal Nergens", "Zaal Ergens"))) == {"unchanged": 1}


WEEKLY = """\
UID:weekly@example.com
SUMMARY:Intervisie
DTSTART;TZID=Europe/Brussels:20240318T100000
DURATION:PT1H30M
RRULE:FREQ=WEEKLY;COUNT=4
EXDATE;TZID=Europe/Brussels:20240325T100000
RDATE;TZID=Europe/Brussels:20240410T140000
"""
MOVED = """\
UID:weekly@example.com
RECURRENCE-ID;TZID=Europe/Brussels:20240401T100000
SUMMARY:Intervisie
DTSTART;TZID=Europe/Brussels:20240402T110000
DTEND;TZID=Europe/Brussels:20240402T120000
LOCATION:Elders
"""


def test_a_repeated_event_becomes_one_event_with_sessions_across_the_change_of_the_clocks(
    netwerk: Netwerk,
) -> None:
    result = read(netwerk, calendar(WEEKLY, MOVED))
    assert counts(result) == {"created": 1}
    assert sessions(netwerk, "intervisie-2024-03-18") == [
        ["2024-03-18", "2024-03-18T10:00:00+01:00", "2024-03-18T11:30:00+01:00"],
        ["2024-04-01", "2024-04-02T11:00:00+02:00", "2024-04-02T12:00:00+02:00"],
        ["2024-04-08", "2024-04-08T10:00:00+02:00", "2024-04-08T11:30:00+02:00"],
        ["2024-04-10", "2024-04-10T14:00:00+02:00", "2024-04-10T15:30:00+02:00"],
    ]


def test_a_single_time_that_is_off_is_no_session(netwerk: Netwerk) -> None:
    off = MOVED + "STATUS:CANCELLED\n"
    read(netwerk, calendar(WEEKLY, off))
    assert [row[0] for row in sessions(netwerk, "intervisie-2024-03-18")] == [
        "2024-03-18",
        "2024-04-08",
        "2024-04-10",
    ]


@pytest.mark.parametrize(
    ("rule", "first", "last", "count"),
    [
        pytest.param(
            "FREQ=WEEKLY", "2024-03-18", "2025-03-17", 53, id="without an end: a year from the first"
        ),
        pytest.param("FREQ=DAILY;COUNT=500", "2024-03-18", "2024-10-03", 200, id="more than fit"),
        pytest.param(
            "FREQ=DAILY;UNTIL=20240320T090000Z", "2024-03-18", "2024-03-20", 3, id="until an instant"
        ),
        pytest.param(
            "FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", "2024-03-18", "2024-04-26", 3, id="the first is no Friday"
        ),
    ],
)
def test_recurrences_go_up_to_a_limit(netwerk: Netwerk, rule: str, first: str, last: str, count: int) -> None:
    entry = WEEKLY.replace("FREQ=WEEKLY;COUNT=4", rule).split("EXDATE")[0]
    result = read(netwerk, calendar(entry))
    found = sessions(netwerk, "intervisie-2024-03-18")
    assert (found[0][0], found[-1][0], len(found)) == (first, last, count)
    assert isinstance(result["rows"], list)
    assert result["rows"][0]["limited"] is (count > 50)
    netwerk.at("2024-06-01T12:00:00+02:00")
    assert counts(read(netwerk, calendar(entry))) == {"unchanged": 1}  # whatever the day on which it is read


def test_what_repeats_for_ever_since_long_has_sessions_from_today_on(netwerk: Netwerk) -> None:
    entry = WEEKLY.replace("20240318", "20150105").replace(";COUNT=4", "").split("EXDATE")[0]
    read(netwerk, calendar(entry))
    found = sessions(netwerk, "intervisie-2015-01-05")
    assert (found[0][0], found[-1][0], len(found)) == ("2024-01-15", "2025-01-06", 52)


GOOGLE = "X-WR-CALNAME:Overleg\nX-WR-TIMEZONE:Europe/Amsterdam\n"


def test_times_of_google_in_utc_are_told_in_the_zone_of_the_calendar(netwerk: Netwerk) -> None:
    entry = "UID:a@google.com\nSUMMARY:Overleg\nDTSTART:20240708T120000Z\nDTEND:20240708T130000Z"
    read(netwerk, calendar(entry, head=GOOGLE))
    shown = netwerk("event", "show", "overleg-2024-07-08", "--json").json
    assert (shown["timezone"], shown["starts_at"]) == ("Europe/Amsterdam", "2024-07-08T14:00:00+02:00")


@pytest.mark.parametrize(
    ("times", "starts", "ends"),
    [
        pytest.param("DTSTART;VALUE=DATE:20240501\nDTEND;VALUE=DATE:20240502", "2024-05-01", None, id="a day"),
        pytest.param("DTSTART;VALUE=DATE:20240501", "2024-05-01", None, id="a day without an end"),
        pytest.param(
            "DTSTART;VALUE=DATE:20240501\nDTEND;VALUE=DATE:20240504", "2024-05-01", "2024-05-03", id="three days"
        ),
        pytest.param("DTSTART;VALUE=DATE:20240501\nDURATION:P2D", "2024-05-01", "2024-05-02", id="two days long"),
        pytest.param("DTSTART:20240501T090000", "2024-05-01T09:00:00+02:00", None, id="no zone, no end"),
        pytest.param(
            "DTSTART;TZID=/citadel.org/20240101_1/Europe/London:20240501T090000",
            "2024-05-01T09:00:00+01:00", None, id="a zone in the name of a zone",
        ),
        pytest.param(
            "DTSTART;TZID=GMT Standard Time:20240501T090000", "2024-05-01T09:00:00+01:00", None, id="of Windows"
        ),
        pytest.param(
            "DTSTART;TZID=W. Europe Standard Time:20240501T090000", "2024-05-01T09:00:00+02:00", None, id="as here"
        ),
    ],
)  # fmt: skip
def test_days_and_zones(netwerk: Netwerk, times: str, starts: str, ends: str | None) -> None:
    read(netwerk, calendar(f"UID:1\nSUMMARY:Dag\n{times}"))
    shown = netwerk("event", "show", "dag-2024-05-01", "--json").json
    assert (shown["starts_at"], shown["ends_at"]) == (starts, ends)


def test_a_zone_that_the_file_describes_itself(netwerk: Netwerk) -> None:
    own = (
        OUTLOOK_ZONE.replace("Romance Standard Time", "Aangepast")
        .replace("+0200", "+0500")
        .replace("+0100", "+0400")
    )
    entry = "UID:1\nSUMMARY:Ver\nDTSTART;TZID=Aangepast:20240308T130000"
    read(netwerk, calendar(entry, head=own))
    shown = netwerk("event", "show", "ver-2024-03-08", "--json").json
    assert (shown["timezone"], shown["starts_at"]) == ("Europe/Brussels", "2024-03-08T10:00:00+01:00")


def test_what_cannot_be_read_is_told_and_the_rest_is_read(netwerk: Netwerk) -> None:
    entries = (
        STUDIEDAG,
        "UID:2\nDTSTART:20240308T130000",
        "UID:3\nSUMMARY:Zonder begin",
        "UID:4\nSUMMARY:Kapot\nDTSTART:2024-03-08",
        "UID:5\nSUMMARY:Nergens\nDTSTART;TZID=Nergens/Plek:20240308T130000",
        "UID:6\nSUMMARY:Elk uur\nDTSTART:20240308T130000\nRRULE:FREQ=HOURLY",
        "UID:7\nSUMMARY:Achterom\nDTSTART:20240308T130000\nDTEND:20240308T120000",
        "UID:9\nSUMMARY:Ver weg\nDTSTART:99991231T130000\nRRULE:FREQ=DAILY;COUNT=3",
        "UID:8\nSUMMARY:Afgelast\nDTSTART:20240308T130000\nSTATUS:CANCELLED",
    )
    ended = netwerk("import", "events", put(netwerk, calendar(*entries, head=OUTLOOK_ZONE)))
    assert (ended.code, ended.out) == (8, "")
    assert ended.err.splitlines()[2:-3] == [
        "Event 2 (–): SUMMARY: it has no title.",
        "Event 3 (Zonder begin): DTSTART: it has no start.",
        "Event 4 (Kapot): VEVENT: it cannot be read.",
        "Event 5 (Nergens): DTSTART: the time zone 'Nergens/Plek' is not known.",
        "Event 6 (Elk uur): RRULE: sessions repeat daily at most.",
        "Event 7 (Achterom): DTEND: it ends before it starts.",
        "Event 8 (Ver weg): DTSTART: it lies too far away.",
        "Event 9 (Afgelast): The calendar says that it is off.",
        "9 events read: 1 draft made, 1 cancelled, 7 refused.",
    ]
    assert len(netwerk("event", "list", "--all").lines) == 1


def test_a_dry_run_touches_nothing_and_undo_takes_all_back(netwerk: Netwerk) -> None:
    path, before = put(netwerk, calendar(STUDIEDAG, WEEKLY, head=OUTLOOK_ZONE)), netwerk.files()
    assert counts(netwerk("import", "events", path, "-n", "--json").json) == {"created": 2}
    assert netwerk.files() == before
    netwerk.done("import", "events", path).done("undo")
    assert netwerk("event", "list", "--all").out == ""


def test_a_draft_that_was_removed_here_stays_away(netwerk: Netwerk) -> None:
    text = calendar(STUDIEDAG, head=OUTLOOK_ZONE)
    read(netwerk, text)
    netwerk.done("event", "remove", "studiedag-een-en-ander-2024-03-08", "--yes")
    again = read(netwerk, text)
    assert (counts(again), again["changed"]) == ({"unchanged": 1}, False)
    assert isinstance(again["rows"], list)
    assert (
        again["rows"][0]["message"]
        == "'studiedag-een-en-ander-2024-03-08' was removed here and is not made again."
    )


def test_our_own_calendar_brings_nothing_new_here(kickoff: Netwerk) -> None:
    text = kickoff("export", "ics", "kickoff", "--deadlines").out
    assert counts(read(kickoff, text)) == {"unchanged": 1}  # and when registration closes is no event
    assert text.count("BEGIN:VEVENT") == 2
    elsewhere = text.replace(".kickoff@", ".kickoff@x")
    assert counts(read(kickoff, elsewhere)) == {"created": 1}


def test_two_events_of_one_name_and_day_get_names_of_their_own(netwerk: Netwerk) -> None:
    first, second = (f"UID:{uid}\nSUMMARY:Overleg\nDTSTART:20240501T{uid}0000" for uid in ("09", "14"))
    read(netwerk, calendar(first, second))
    assert sorted(netwerk("event", "list", "--all", "--fields", "slug").lines) == [
        ["overleg-2024-05-01"], ["overleg-2024-05-01-2"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(b"", "it is no calendar (.ics)", id="empty"),
        pytest.param(b"naam;e-mail\r\n", "it is no calendar (.ics)", id="a list"),
        pytest.param(b"\x00\x01\x02" * 20, "it is neither a text nor a workbook", id="bytes"),
        pytest.param(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "there is no event in it", id="no event"),
        pytest.param(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "it breaks off before its end", id="cut off"),
        pytest.param(
            b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 5_001 + b"END:VCALENDAR\r\n",
            "it has more than 5000 entries", id="endless",
        ),
        pytest.param(b"x", "it has more than 20 MB", id="too large"),
    ],
)  # fmt: skip
def test_what_is_no_calendar_is_refused_in_one_sentence(netwerk: Netwerk, data: bytes, why: str) -> None:
    before = netwerk.stored()
    ended = netwerk("import", "events", put(netwerk, data if data != b"x" else data * 20_000_001, "x.ics"))
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.splitlines()[0] == f"Error: {netwerk.folder / 'x.ics'} cannot be read: {why}."
    assert netwerk.stored() == before


def test_a_calendar_in_another_encoding_is_read(netwerk: Netwerk) -> None:
    text = calendar(STUDIEDAG, head=OUTLOOK_ZONE)
    for encoding in ("cp1252", "utf-16", "utf-8-sig"):
        assert counts(read(netwerk, text.encode(encoding))) in ({"created": 1}, {"unchanged": 1})
    assert netwerk("event", "list", "--all", "--fields", "title").lines == [["Studiedag: één en ander"]]
