"""Times that move: what an organiser sees of an event or a session on another day."""

from __future__ import annotations

import pytest

from tests.cli.calling import Netwerk


def times(netwerk: Netwerk, slug: str) -> tuple[object, object]:
    shown = netwerk("event", "show", slug, "--json").json
    return shown["starts_at"], shown["ends_at"]


@pytest.mark.parametrize(
    ("starts", "ends", "moved", "expected"),
    [
        pytest.param(
            "2024-02-10 10:00",
            "2024-02-10 12:00",
            "17 februari 2024",
            ("2024-02-17T10:00:00+01:00", "2024-02-17T12:00:00+01:00"),
            id="a day only keeps the hours",
        ),
        pytest.param(
            "2024-03-29 09:00",
            "2024-04-01 17:00",
            "2024-04-05 09:00",
            ("2024-04-05T09:00:00+02:00", "2024-04-08T17:00:00+02:00"),
            id="an end keeps its wall clock",
        ),
        pytest.param(
            "2024-04-05 18:00",
            "2024-04-07 16:00",
            "2024-03-29 18:00",
            ("2024-03-29T18:00:00+01:00", "2024-03-31T16:00:00+02:00"),
            id="and so it does the other way",
        ),
        pytest.param(
            "2024-12-26",
            "2024-12-27",
            "2025-01-02",
            ("2025-01-02", "2025-01-03"),
            id="days stay as many days",
        ),
    ],
)
def test_an_event_that_moves_never_loses_its_hours_or_its_end(
    netwerk: Netwerk, starts: str, ends: str, moved: str, expected: tuple[str, str]
) -> None:
    netwerk.done("event", "add", "a", "--starts", starts, "--ends", ends)
    netwerk.done("event", "edit", "a", "--starts", moved)
    assert times(netwerk, "a") == expected


@pytest.mark.parametrize(
    ("duration", "end"), [("2d", "2024-04-01T09:00:00+02:00"), ("48h", "2024-04-01T10:00:00+02:00")]
)
def test_days_are_counted_by_the_calendar_and_hours_by_the_clock(
    netwerk: Netwerk, duration: str, end: str
) -> None:
    netwerk.done("event", "add", "a", "--starts", "2024-03-30 09:00", "--duration", duration)
    assert times(netwerk, "a") == ("2024-03-30T09:00:00+01:00", end)


def test_another_zone_never_moves_the_clock(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "a", "--starts", "2024-02-10 10:00", "--closes", "2024-02-01 12:00")
    edited = netwerk("event", "edit", "a", "--timezone", "Europe/London")
    assert "Its times stay as they are on the clock, now that of Europe/London." in edited.err
    assert times(netwerk, "a") == ("2024-02-10T10:00:00+00:00", None)
    assert netwerk("event", "show", "a", "--json").json["closes_at"] == "2024-02-01T12:00:00+00:00"
    assert "SEQUENCE:1" in netwerk("export", "ics", "a").out
    netwerk.done("event", "copy", "a", "b", "--starts", "2024-03-10 10:00")
    assert times(netwerk, "b") == ("2024-03-10T10:00:00+00:00", None)


def test_publishing_never_throws_a_planned_opening_away(netwerk: Netwerk) -> None:
    netwerk.done(
        "event", "add", "a", "--starts", "2024-03-23 10:00", "--opens", "2024-03-01 09:00", "--draft"
    )
    opened = netwerk("event", "open", "a")
    assert "Published 'a'." in opened.err
    assert "Registration opens on Friday 1 March 2024 at 09:00." in opened.err
    assert netwerk("event", "show", "a", "--json").json["status"] == "upcoming"


def test_an_event_whose_only_session_is_off_never_stays_open(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "a", "--starts", "2024-02-10 10:00")
    told = netwerk("session", "cancel", "a", "main").err
    assert "Registration closed on" in told
    assert "It starts on" not in told
    add = ("registration", "add", "a", "--name", "Ans", "--email", "ans@example.org")
    assert netwerk.error(*add)["code"] == "event_closed"
    netwerk.at("2024-03-10T10:00:00+01:00")
    assert netwerk("event", "show", "a", "--json").json["status"] == "past"


def test_nobody_registers_for_an_event_that_is_over(netwerk: Netwerk) -> None:
    span = ("--starts", "2024-03-10 10:00", "--duration", "2h")
    netwerk.done("event", "add", "a", *span, "--closes", "2024-03-08 12:00")
    netwerk.done("event", "edit", "a", "--starts", "2024-02-20 10:00")
    netwerk.at("2024-02-21T10:00:00+01:00")
    add = ("registration", "add", "a", "--name", "Ans", "--email", "ans@example.org")
    assert netwerk.error(*add)["code"] == "event_closed"


def test_putting_an_event_back_on_never_opens_what_was_closed(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "a", "--starts", "2024-02-10 10:00")
    netwerk.done("event", "close", "a").done("event", "cancel", "a", "-y").done("event", "reopen", "a")
    assert netwerk("event", "show", "a", "--json").json["status"] == "closed"


def test_sessions_without_an_end_never_overlap_later_ones(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "s")
    netwerk.done("session", "add", "s", "am", "--starts", "2024-02-10 09:00")
    netwerk.done("session", "add", "s", "pm", "--starts", "2024-02-10 14:00")
    add = ("registration", "add", "s", "--name", "Ans", "--email", "ans@example.org")
    netwerk.done(*add, "--session", "am", "--session", "pm")


# ----------------------------------------------------- moments that look back
@pytest.fixture
def left(netwerk: Netwerk) -> Netwerk:
    """A list on which somebody stood from 10 to 12 January."""
    netwerk.done("event", "add", "kickoff", "--no-draft").register("An")
    return netwerk.at("2024-01-12T09:00:00+01:00").done("registration", "cancel", "kickoff", "r1")


@pytest.mark.parametrize(
    "words", [("registration", "list"), ("export", "attendees")], ids=["a list", "an export"]
)
def test_a_past_list_is_never_that_of_a_moment_that_is_still_to_come(
    left: Netwerk, words: tuple[str, str]
) -> None:
    as_of = (*words, "kickoff", "--fields", "code", "--as-of")
    assert "r1" in left(*as_of, "11 januari 16:00").out
    assert "r1" in left(*as_of, "donderdag 11 januari 16:00").out
    for later in ("2024-01-13 16:00", "12 januari 16:00"):
        refused = left(*as_of, later)
        assert (refused.code, refused.out) == (2, "")
        assert "lies in the future" in refused.err


def test_a_request_that_was_received_lately_is_never_taken_for_one_of_next_year(left: Netwerk) -> None:
    words = ("registration", "add", "kickoff", "--name", "Bo Boon", "--email", "bo@example.org", "--json")
    added = left(*words, "--received-at", "donderdag 11 januari 10:00").json
    assert added["registration"]["received_at"] == "2024-01-11T10:00:00+01:00"
    line = '{"name": "Cy Claes", "email": "cy@example.org", "received_at": "11 januari 11:00"}\n'
    left("registration", "add", "kickoff", "--from", "-", stdin=line)
    assert left("registration", "show", "kickoff", "cy@example.org", "--json").json["received_at"] == (
        "2024-01-11T11:00:00+01:00"
    )


def test_a_range_of_events_without_years_is_never_empty_for_being_typed_late(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "kickoff", "--starts", "2024-01-26 09:30")
    netwerk("event", "add", "spring", "--starts", "2024-04-02 09:30")
    words = ("event", "list", "--fields", "slug")
    assert netwerk(*words, "--from", "1 januari").lines == [["kickoff"], ["spring"]]
    assert netwerk(*words, "--from", "1 januari", "--to", "31 maart").lines == [["kickoff"]]
    assert netwerk(*words, "--to", "31 maart").lines == [["kickoff"]]
    assert netwerk(*words, "--from", "1 maart", "--to", "1 februari").lines == [["kickoff"]]


# --------------------------------------------- closings and openings of an event
def test_a_closing_without_a_year_never_lies_a_year_after_its_event(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "kickoff", "--starts", "2024-02-10 10:00", "--duration", "2h")
    error = netwerk.error("event", "edit", "kickoff", "--closes", "9 januari 12:00")
    assert "that is Tuesday 9 January 2024 at 12:00, which has passed" in error["message"]
    for option in ("--closes", "--opens"):
        error = netwerk.error("event", "edit", "kickoff", option, "10 februari 11:00")
        assert "that is Saturday 10 February 2024 at 11:00, after the start" in error["message"]
    error = netwerk.error("event", "edit", "kickoff", "--set-aside", "CLB=2 until 9 januari 12:00")
    assert "that is Tuesday 9 January 2024 at 12:00, which has passed" in error["message"]
    netwerk.done("event", "edit", "kickoff", "--closes", "9 februari 12:00")
    assert netwerk("event", "show", "kickoff", "--json").json["closes_at"] == "2024-02-09T12:00:00+01:00"


def test_the_bound_of_a_series_is_never_its_first_evening(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "series")
    for day in ("10", "17", "24"):
        netwerk.done("session", "add", "series", f"day-{day}", "--starts", f"2024-02-{day} 10:00")
    netwerk.done("event", "edit", "series", "--closes", "16 februari 12:00")
    assert netwerk("event", "show", "series", "--json").json["closes_at"] == "2024-02-16T12:00:00+01:00"


def test_a_dossier_without_years_is_never_refused_for_what_stands_already(netwerk: Netwerk) -> None:
    file = netwerk.folder / "kickoff.toml"
    lines = ('[event]\nslug = "kickoff"\nstarts = 2024-02-10T10:00:00', 'opens = "11 januari 09:00"')
    file.write_text("\n".join((*lines, 'closes = "9 februari 12:00"\n')), encoding="utf-8")
    netwerk.done("apply", str(file))
    netwerk.at("2024-02-09T13:00:00+01:00")
    assert netwerk("apply", str(file), "--json").json["changed"] is False


# ------------------------------------------------- closings and a start that moves
@pytest.fixture
def march(netwerk: Netwerk) -> Netwerk:
    """An event on 10 March whose registration closes two days before, at noon."""
    start = ("--starts", "2024-03-10 10:00", "--duration", "2h")
    return netwerk.done("event", "add", "march", *start, "--closes", "2 days before 12:00")


def closing(netwerk: Netwerk, slug: str) -> object:
    return netwerk("event", "show", slug, "--json").json["closes_at"]


def test_an_event_that_is_moved_earlier_never_stays_open_after_it_is_over(march: Netwerk) -> None:
    edited = march("event", "edit", "march", "--starts", "2024-02-20 10:00")
    assert closing(march, "march") == "2024-02-18T12:00:00+01:00"
    assert "registration until: Friday 8 March 2024 at 12:00 → Sunday 18 February 2024 at 12:00" in edited.err
    march.done("session", "edit", "march", "main", "--starts", "2024-02-21 10:00")
    assert closing(march, "march") == "2024-02-19T12:00:00+01:00"
    march.done("event", "copy", "march", "april", "--starts", "2024-04-10 09:00")
    assert closing(march, "april") == "2024-04-08T12:00:00+02:00"
    march.done("event", "edit", "april", "--starts", "2024-04-11 09:00")
    assert closing(march, "april") == "2024-04-09T12:00:00+02:00"


def test_a_closing_that_moves_along_never_gets_lost_in_a_dossier(march: Netwerk) -> None:
    file = march.folder / "march.toml"
    march.done("export", "dossier", "march", "-o", str(file))
    text = file.read_text(encoding="utf-8")
    assert 'closes = "2 days before 12:00"' in text
    assert march("apply", str(file), "--json").json["changed"] is False
    file.write_text(text.replace("2024-03-10", "2024-02-20"), encoding="utf-8")
    march.done("apply", str(file))
    assert closing(march, "march") == "2024-02-18T12:00:00+01:00"
    assert march("apply", str(file), "--json").json["changed"] is False
    march.done("event", "edit", "march", "--closes", "2024-02-18 12:00")
    assert march("apply", str(file), "--dry-run", "--json").json["plan"][0]["changes"] == [
        {"field": "closes", "old": "2024-02-18T12:00:00+01:00", "new": "2 days before 12:00"}
    ]


LATE = "Careful: registration closes on Friday 8 March 2024 at 12:00, after the start on {}."


def test_a_closing_is_never_left_after_the_start_in_silence(march: Netwerk) -> None:
    fixed = march("event", "edit", "march", "--closes", "2024-03-08 12:00")
    assert "counted back from the start → Friday 8 March 2024 at 12:00" in fixed.err
    moved = march("event", "edit", "march", "--starts", "2024-02-20 10:00")
    assert LATE.format("Tuesday 20 February 2024 at 10:00") in moved.err
    assert "Careful" not in march("event", "edit", "march", "--title", "Lente").err
    moved = march("session", "edit", "march", "main", "--starts", "2024-02-21 10:00", "--json")
    assert [one["problem"] for one in moved.json["warnings"]] == [
        LATE.format("Wednesday 21 February 2024 at 10:00")
    ]
    file = march.folder / "march.toml"
    march.done("export", "dossier", "march", "-o", str(file))
    file.write_text(file.read_text(encoding="utf-8").replace("2024-02-21T", "2024-02-22T"), encoding="utf-8")
    assert LATE.format("Thursday 22 February 2024 at 10:00") in march("apply", str(file)).err
    march.at("2024-03-01T12:00:00+01:00")
    assert "closes_after_end" in march("doctor", "--json").out


def test_a_default_never_closes_registration_in_silence(netwerk: Netwerk) -> None:
    added = netwerk("event", "add", "today", "--starts", "2024-01-10 08:00", "--duration", "5h")
    assert (
        "Registration closed on Wednesday 10 January 2024 at 08:00, at the start: no closing was given."
        in added.err
    )
