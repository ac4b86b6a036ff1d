"""`netwerk import attendance`: what becomes of a report or a list."""

from __future__ import annotations

import pytest

from tests.cli.calling import Netwerk, said

IMPORT, LIST = ("import", "attendance"), ("attendance", "list")
AFTER = "2024-01-26T17:00:00+01:00"
HEADING = "Naam;Van;Tot;E-mail"
DAY = "26/1/2024"
ROWS = (  # the session is from 9.30 to 16.00
    f"Ans Voorbeeld;{DAY} 9:15;{DAY} 16:05;ANS@example.org",
    f"Voorbeeld, Bo (External);{DAY} 9:30;{DAY} 12:44;",
    f"Dee Passant;{DAY} 10:00;{DAY} 11:00;dee@example.org",
    f"+32 2 000 00 00;{DAY} 10:00;{DAY} 11:00;",
)


@pytest.fixture
def day(kickoff: Netwerk) -> Netwerk:
    """The kick-off after its end: three people had a seat, one was excused, one waits."""
    kickoff.register("Ans", "Bo", "Cas", "Els").at(AFTER)
    return put(kickoff, *ROWS)


def put(desk: Netwerk, *rows: str, name: str = "verslag.csv", heading: str = HEADING) -> Netwerk:
    (desk.folder / name).write_text("\n".join((heading, *rows)) + "\n", "utf-8")
    return desk


def take(desk: Netwerk, *options: str, name: str = "verslag.csv") -> tuple[str, ...]:
    return (*IMPORT, "kickoff", str(desk.folder / name), *options)


def states(desk: Netwerk) -> dict[str, tuple[str, int | None]]:
    return {one["code"]: (one["state"], one["minutes"]) for one in desk(*LIST, "kickoff", "--json").json}


def test_a_report_says_who_was_there_who_was_not_and_who_has_no_seat(day: Netwerk) -> None:
    done = day(*take(day, "--json")).json
    assert {
        key: done[key] for key in ("action", "changed", "session", "read", "days", "present_from_minutes")
    } == {
        "action": "import.attendance",
        "changed": True,
        "session": "main",
        "read": 4,
        "days": ["2024-01-26"],
        "present_from_minutes": 195,
    }
    assert done["counts"] == {
        "present": 1, "absent": 2, "excused": 0, "unknown": 0, "no_show": 2, "not_registered": 2,
    }  # fmt: skip
    assert [
        (one["code"], one["state"], one["minutes"], one["source"], one["matched_by"]) for one in done["rows"]
    ] == [
        ("r1", "present", 390, "verslag.csv", "email"),
        ("r2", "absent", 194, "verslag.csv", "name"),
        ("r3", "absent", 0, "verslag.csv", None),
    ]
    assert done["not_registered"] == [
        {
            "name": "Dee Passant", "email": "dee@example.org", "minutes": 60, "telephone": False,
            "registration": None, "status": None,
        },
        {
            "name": None, "email": None, "minutes": 60, "telephone": True, "registration": None, "status": None,
        },
    ]  # fmt: skip
    assert "000 00 00" not in day.db.read_text("utf-8")
    day.done("undo", "--yes")
    assert states(day) == {"r1": ("unknown", None), "r2": ("unknown", None), "r3": ("unknown", None)}


def test_a_person_reads_what_was_recorded_and_assumed(day: Netwerk) -> None:
    assert day(*take(day)).err == said(
        "Present is who was in the session for 195 minutes or more (--present-from).",
        "Dee Passant was there, and is not registered (60 minutes).",
        "A telephone number was there, and is not registered (60 minutes).",
        "Session 'main': 1 present, 2 absent, 0 excused; 3 changed.",
    )


def test_the_same_report_again_changes_nothing(day: Netwerk) -> None:
    day.done(*take(day))
    before = day.stored()
    again = day(*take(day, "--json")).json
    assert (again["changed"], again["change"], day.stored()) == (False, None, before)


@pytest.mark.parametrize(
    ("least", "state"),
    [("50%", "absent"), ("49%", "present"), ("194m", "present"), ("3u15", "absent"), ("0%", "present")],
)
def test_from_how_long_somebody_was_there_is_asked_for(day: Netwerk, least: str, state: str) -> None:
    day.done(*take(day, "--present-from", least))
    assert states(day)["r2"] == (state, 194)


@pytest.mark.parametrize("least", ["101%", "half", "60", "-5m", ""])
def test_a_threshold_that_is_none_is_refused(day: Netwerk, least: str) -> None:
    assert day.error(*take(day), "--present-from", least)["exit_code"] == 2


def test_a_report_of_another_day_is_refused_with_both_dates(day: Netwerk) -> None:
    put(day, *(row.replace("26/1", "19/1") for row in ROWS))
    before = day.files()
    error = day.error(*take(day))
    assert (error["code"], error["exit_code"]) == ("report_of_another_day", 5)
    assert error["message"] == (
        "verslag.csv is a report of Friday 19 January 2024; session 'main' of 'kickoff' is on Friday 26 January 2024."
    )
    assert day.files() == before


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        pytest.param(ROWS[2:], "report_of_nobody", id="nobody with a seat"),
        pytest.param(
            [f"Ans Voorbeeld;{DAY} 17:00;{DAY} 18:00;"], "report_of_another_time", id="of the evening"
        ),
        pytest.param([], "usage", id="nobody at all"),
    ],
)
def test_a_report_that_is_not_of_this_session_records_nothing(
    day: Netwerk, rows: list[str], code: str
) -> None:
    put(day, *rows)
    assert day.error(*take(day))["code"] == code
    assert states(day)["r3"] == ("unknown", None)


def test_a_report_takes_nobodys_presence_that_is_known_otherwise(day: Netwerk) -> None:
    day.done("attendance", "record", "kickoff", "r3")
    day.done("attendance", "record", "kickoff", "r2", "--as", "excused")
    day.done(*take(day))
    assert states(day) == {"r1": ("present", 390), "r2": ("excused", None), "r3": ("present", None)}


def test_a_corrected_report_corrects(day: Netwerk) -> None:
    day.done(*take(day))
    put(day, ROWS[1].replace("12:44", "16:00"))
    day.done(*take(day))
    assert states(day) == {"r1": ("absent", 0), "r2": ("present", 390), "r3": ("absent", 0)}


def test_who_waits_is_named_with_where_they_stand(day: Netwerk) -> None:
    put(day, ROWS[0], f"Els Voorbeeld;{DAY} 9:30;{DAY} 16:00;els@example.org")
    assert "Els Voorbeeld was there without a place in the session: r4 is waiting.\n" in day(*take(day)).err
    assert day.statuses()["r4"] == "waiting"


def test_a_name_that_fits_two_people_fits_nobody(day: Netwerk) -> None:
    day.done("registration", "edit", "kickoff", "r3", "--name", "Ans Voorbeeld")
    put(day, f"Ans Voorbeeld;{DAY} 9:30;{DAY} 16:00;", ROWS[1])
    day.done(*take(day))
    assert [states(day)[code][0] for code in ("r1", "r3")] == ["absent", "absent"]


def test_a_list_by_hand_is_taken_by_its_word(day: Netwerk) -> None:
    put(day, "ans@example.org;ja", "Bo Voorbeeld;nee", "r3;verontschuldigd", heading="Wie;Aanwezig")
    put(day, "r1;;ja", ";Bo Voorbeeld;", heading="code;naam;aanwezig", name="lijst.csv")
    day.done(*take(day, name="lijst.csv"))
    assert states(day) == {"r1": ("present", None), "r2": ("absent", 0), "r3": ("absent", 0)}


def test_the_session_of_a_series_is_that_of_the_day_of_the_report(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "kickoff", "--title", "Reeks")
    for session, when in (
        ("een", "2024-01-26 09:30"),
        ("twee", "2024-02-02 09:30"),
        ("drie", "2024-02-02 13:30"),
    ):
        netwerk.done("session", "add", "kickoff", session, "--starts", when, "--duration", "2h")
    netwerk.register("Ans").at("2024-02-03T09:00:00+01:00")
    put(netwerk, ROWS[0])
    assert netwerk(*take(netwerk, "--json")).json["session"] == "een"
    put(netwerk, "Ans Voorbeeld;2/2/2024 13:35;2/2/2024 15:30;")
    assert netwerk(*take(netwerk, "--json")).json["session"] == "drie"
    put(netwerk, "Ans Voorbeeld;2/2/2024 9:35;2/2/2024 15:30;")
    assert netwerk.error(*take(netwerk))["message"] == (
        "'kickoff' has several sessions, and it is not clear which one is meant."
    )
    assert netwerk(*take(netwerk, "--session", "twee", "--json")).json["rows"][0]["minutes"] == 115


def test_without_an_end_a_share_of_the_session_means_nothing(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "kickoff", "--title", "Kick-off", "--starts", "2024-01-26 09:30")
    put(netwerk.register("Ans").at(AFTER), ROWS[0])
    assert netwerk.error(*take(netwerk), "--present-from", "50%")["exit_code"] == 2
    netwerk.done(*take(netwerk))
    assert states(netwerk) == {"r1": ("present", 395)}
