"""Attendance as an organiser meets it: recording, the door, letting in, lists, and taking it back."""

from __future__ import annotations

import pytest

from tests.cli.calling import Ended, Netwerk, registration, said

PEOPLE = ("Ans", "Bo", "Cas")
RECORD, LIST, DOOR = ("attendance", "record"), ("attendance", "list"), ("attendance", "check-in")
STARTS = "2024-01-26T09:30:00+01:00"


@pytest.fixture
def day(kickoff: Netwerk) -> Netwerk:
    """The kick-off with everybody it has room for, at the hour that it starts."""
    return kickoff.register(*PEOPLE).at(STARTS)


def row(code: str, name: str, state: str = "unknown", **more: object) -> dict[str, object]:
    """Return a row of an attendance list as JSON shows it."""
    usual: dict[str, object] = {
        "event": "kickoff",
        "code": code,
        "name": f"{name} Voorbeeld",
        "email": f"{name.lower()}@example.org",
        "organisation": None,
        "session": "main",
        "state": state,
        "minutes": None,
        "source": None,
        "at": None,
        "by": None,
        "no_show": False,
        "pictures": None,
    }
    recorded = {} if state == "unknown" else {"source": "hand", "at": STARTS, "by": "ans"}
    return usual | recorded | more


def counts(desk: Netwerk) -> dict[str, int]:
    states = [one["state"] for one in desk(*LIST, "kickoff", "--json").json]
    return {state: states.count(state) for state in dict.fromkeys(states)}


def test_somebody_is_recorded_as_present(day: Netwerk) -> None:
    assert day(*RECORD, "kickoff", "r1") == Ended(
        0,
        "",
        said(
            "Ans Voorbeeld (r1) is present.",
            "Session 'main': 1 present, 0 absent, 0 excused, 2 still to come.",
        ),
    )
    assert day(*LIST, "kickoff", "--json").json == [
        row("r1", "Ans", "present"),
        row("r2", "Bo", no_show=True),
        row("r3", "Cas", no_show=True),
    ]


def test_several_people_get_an_answer_each_and_one_change(day: Netwerk) -> None:
    ended = day(*RECORD, "kickoff", "r1", "bo@example.org", "--as", "excused", "--json")
    assert ended.json == {
        "action": "attendance.record",
        "changed": True,
        "dry_run": False,
        "changed_count": 2,
        "skipped_count": 0,
        "event": "kickoff",
        "session": "main",
        "counts": {"present": 0, "absent": 0, "excused": 2, "unknown": 1, "no_show": 0},
        "results": [
            {
                "person": "r1", "changed": True, "error": None, "message": None,
                "attendance": row("r1", "Ans", "excused"),
            },
            {
                "person": "bo@example.org", "changed": True, "error": None, "message": None,
                "attendance": row("r2", "Bo", "excused"),
            },
        ],
        "warnings": [],
        "change": "c5",
    }  # fmt: skip
    day.done("undo", "c5", "--yes")
    assert counts(day) == {"unknown": 3}


def test_who_cannot_be_recorded_stops_no_other(day: Netwerk) -> None:
    day.done("registration", "cancel", "kickoff", "r2")
    ended = day(*RECORD, "kickoff", "r1", "r2", "r9", "--json")
    answers = ended.error["details"]["results"]
    assert ended.code == 8
    assert [one["error"] for one in answers] == [None, "no_seat_in_session", "not_found"]
    assert counts(day) == {"present": 1, "unknown": 1}


@pytest.mark.parametrize(("who", "code"), [("r9", "not_found"), ("voorbeeld", "ambiguous")])
def test_one_person_who_is_not_found_is_refused_at_once(day: Netwerk, who: str, code: str) -> None:
    assert day(*RECORD, "kickoff", who, "--json").error["code"] == code


def test_everybody_but_some_is_recorded_and_who_is_excused_stays_so(day: Netwerk) -> None:
    day.done(*RECORD, "kickoff", "r3", "--as", "excused")
    ended = day(*RECORD, "kickoff", "Bo", "--all-but")
    assert ended.err == said(
        "Ans Voorbeeld (r1) is present.",
        "1 person stays excused.",
        "Session 'main': 1 present, 0 absent, 1 excused, 1 still to come.",
    )


def test_the_people_of_a_file_are_recorded(day: Netwerk) -> None:
    (day.folder / "er-waren.txt").write_text("r1\n\ncas@example.org\n", "utf-8")
    day.done(*RECORD, "kickoff", "--from", str(day.folder / "er-waren.txt"), "--minutes", "90")
    assert [line[:6] for line in day(*LIST, "kickoff").lines] == [
        ["r1", "Ans Voorbeeld", "", "main", "present", "90"],
        ["r2", "Bo Voorbeeld", "", "main", "unknown", ""],
        ["r3", "Cas Voorbeeld", "", "main", "present", "90"],
    ]


def test_a_dry_run_records_nothing(day: Netwerk) -> None:
    before = day.files()
    assert day(*RECORD, "kickoff", "r1", "--dry-run", "--json").json["changed"] is True
    assert day.files() == before


def test_what_was_recorded_can_be_taken_back(day: Netwerk) -> None:
    day.done(*RECORD, "kickoff", "r1")
    day.done(*RECORD, "kickoff", "r1", "--as", "unknown")
    assert counts(day) == {"unknown": 3}


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(("--as", "late", "r1"), id="no such state"),
        pytest.param((), id="nobody named"),
        pytest.param(("r1", "--minutes", "-1"), id="fewer than no minutes"),
        pytest.param(("r1", "--minutes", "5", "--as", "absent"), id="minutes of who was not there"),
        pytest.param(("r1", "--name", "Dee"), id="a name without walking in"),
        pytest.param(("--walk-in", "--name", "Dee"), id="walking in without an address"),
    ],
)
def test_what_makes_no_sense_is_refused(day: Netwerk, options: tuple[str, ...]) -> None:
    assert day(*RECORD, "kickoff", *options, "--json").error["exit_code"] == 2


def test_recording_before_the_day_is_worth_a_warning(kickoff: Netwerk) -> None:
    kickoff.register("Ans")
    assert (
        "Session 'main' starts on Friday 26 January 2024 at 09:30." in kickoff(*RECORD, "kickoff", "r1").err
    )


# ------------------------------------------------------------------- at the door
def test_the_door_says_who_it_was_and_how_many_are_still_to_come(day: Netwerk) -> None:
    ended = day(*DOOR, "kickoff", stdin="r1\ncas@example.org\n\nkickoff/r2\nr1\n")
    assert ended == Ended(
        0,
        "r1\tAns Voorbeeld\t\tmain\tpresent\n"
        "r3\tCas Voorbeeld\t\tmain\tpresent\n"
        "r2\tBo Voorbeeld\t\tmain\tpresent\n"
        "r1\tAns Voorbeeld\t\tmain\tpresent\n",
        said(
            "Ans Voorbeeld (r1) is present.", "2 people are still to come.",
            "Cas Voorbeeld (r3) is present.", "1 person is still to come.",
            "Bo Voorbeeld (r2) is present.", "Nobody is still to come.",
            "Ans Voorbeeld (r1) was recorded as present before.", "Nobody is still to come.",
            "Session 'main': 3 present, 0 absent, 0 excused, 0 still to come.",
        ),
    )  # fmt: skip
    assert [one["source"] for one in day(*LIST, "kickoff", "--json").json] == ["check-in"] * 3


def test_a_line_that_names_nobody_stops_no_other(day: Netwerk) -> None:
    ended = day(*DOOR, "kickoff", "--json", stdin="nobody\nvoorbeeld\nander/r1\nAns\n")
    details = ended.error["details"]
    assert (ended.code, details["changed"]) == (8, 1)
    assert [one["error"] for one in details["results"]] == ["not_found", "ambiguous", "usage", None]
    assert counts(day) == {"present": 1, "unknown": 2}


def test_each_person_at_the_door_is_a_change_of_its_own(day: Netwerk) -> None:
    assert day(*DOOR, "kickoff", "--json", stdin="r1\nr2\n").json["change"] == "c6"
    day.done("undo", "c5", "--yes")
    assert counts(day) == {"unknown": 2, "present": 1}


# -------------------------------------------------------------------- walking in
WALK_IN = (*RECORD, "kickoff", "--walk-in", "--name", "Dee Voorbeeld", "--email", "dee@example.org")


def test_who_was_not_registered_is_let_in_and_recorded_in_one_step(day: Netwerk) -> None:
    day.done("event", "edit", "kickoff", "--capacity", "4")
    assert day(*WALK_IN).err == said(
        "Dee Voorbeeld (r4) is present.",
        "Session 'main': 1 present, 0 absent, 0 excused, 3 still to come.",
    )
    day.done("undo", "--yes")
    assert counts(day) == {"unknown": 3}


def test_without_a_free_seat_letting_in_takes_a_reason_that_stays_visible(day: Netwerk) -> None:
    assert day(*WALK_IN, "--json").error["code"] == "event_full"
    day.done(*WALK_IN, "--reason", "kwam van ver")
    listed = day("registration", "list", "kickoff", "--json").json
    assert [one["override"] for one in listed] == [None, None, None, "kwam van ver"]


# ------------------------------------------------------------------------- lists
def test_lists_and_exports_say_who_was_there_once_that_is_recorded(day: Netwerk) -> None:
    before = day("export", "attendees", "kickoff").out.splitlines()[0]
    day.done(*RECORD, "kickoff", "r1", "--minutes", "95")
    day.done(*RECORD, "kickoff", "r2", "--as", "excused")
    assert day("registration", "list", "kickoff", "--json").json == [
        registration("r1", "Ans", attendance="present", minutes=95),
        registration("r2", "Bo", attendance="excused"),
        registration("r3", "Cas", no_show=True),
    ]
    rows = day("export", "attendees", "kickoff").out.splitlines()
    assert rows[0] == f"{before},attendance,minutes,no_show"
    assert [line.split(",")[-3:] for line in rows[1:]] == [
        ["present", "95", "false"],
        ["excused", "", "false"],
        ["", "", "true"],
    ]
    excel = day("export", "attendees", "kickoff", "--excel", "--lang", "nl").out.splitlines()
    assert [line.split(";")[-3:] for line in excel] == [
        ["Aanwezigheid", "Minuten", "Niet komen opdagen"],
        ["aanwezig", "95", ""],
        ["verontschuldigd", "", ""],
        ["", "", "ja"],
    ]


def test_a_list_is_narrowed_to_a_state_also_in_dutch(day: Netwerk) -> None:
    day.done(*RECORD, "kickoff", "r2")
    assert [line[0] for line in day(*LIST, "kickoff", "--as", "unknown").lines] == ["r1", "r3"]
    assert [line[0] for line in day(*LIST, "kickoff", "--as", "aanwezig", "--lang", "nl").lines] == ["r2"]


def test_person_and_explain_say_it_too(day: Netwerk) -> None:
    day.done(*RECORD, "kickoff", "r1", "--minutes", "95")
    assert day("person", "ans@example.org").lines[1][-3:] == ["present", "95", "false"]
    assert (
        "+ r1 was recorded in session main as present (95 minutes), from hand.\n"
        in day("explain", "kickoff", "r1").out
    )
    assert (
        "- r2 is a no-show in session main: a seat, not excused and not present.\n"
        in day("explain", "kickoff", "r2").out
    )


def test_of_a_series_each_session_is_recorded_apart(netwerk: Netwerk) -> None:
    desk = netwerk.done("event", "add", "reeks", "--title", "Reeks")
    for number in (1, 2):
        desk.done(
            "session",
            "add",
            "reeks",
            f"d{number}",
            "--starts",
            f"2024-02-0{number} 10:00",
            "--duration",
            "1h",
        )
    desk.done("registration", "add", "reeks", "--name", "Ans Voorbeeld", "--email", "ans@example.org")
    desk.done("registration", "add", "reeks", "--name", "Bo Voorbeeld", "--email", "bo@example.org")
    assert desk(*RECORD, "reeks", "r1", "--json").error["message"] == (
        "'reeks' has several sessions, and it is not clear which one is meant."
    )
    desk.at("2024-02-01T09:50:00+01:00")
    desk.done(*RECORD, "reeks", "r1")
    desk.done("registration", "excuse", "reeks", "r2", "--session", "d2")
    assert [line[:5] for line in desk(*LIST, "reeks").lines] == [
        ["r1", "Ans Voorbeeld", "", "d1", "present"],
        ["r2", "Bo Voorbeeld", "", "d1", "unknown"],
        ["r1", "Ans Voorbeeld", "", "d2", "unknown"],
        ["r2", "Bo Voorbeeld", "", "d2", "excused"],
    ]
    listed = desk("registration", "list", "reeks", "--json").json
    assert [one["attendance"] for one in listed] == ["d1: present", "d2: excused"]


def test_attendance_of_a_file_of_before_is_unknown(kickoff: Netwerk) -> None:
    kickoff.register("Ans")
    assert kickoff(*LIST, "kickoff", "--json").json == [row("r1", "Ans")]
