"""The main job in small: a kick-off of three places, from the first registration to the final list."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.calling import KICKOFF, NOW, Ended, Netwerk, address, event, registration, said

HEADING = "code,name,email,organisation,role,audience,status,sessions,received_at,note\n"
CLOSED = "Registration for 'kickoff' closed on Tuesday 16 January 2024 at 16:00; 0 confirmed."
LATE = "2024-01-17T08:00:00+01:00"


def adding(name: str) -> tuple[str, ...]:
    return ("registration", "add", "kickoff", "--name", name, "--email", address(name))


# ---------------------------------------------------------------- the closing time
@pytest.mark.parametrize("machine", ["UTC", "Asia/Tokyo"])
@pytest.mark.parametrize(
    ("now", "ended"),
    [
        pytest.param(
            "2024-01-16T15:59:59+01:00",
            Ended(0, "", said("Ans (r1) has a seat at 'kickoff'.", "2 seats are free.")),
            id="a second before",
        ),
        pytest.param(
            "2024-01-16T15:00:00+00:00",
            Ended(
                5,
                "",
                said(
                    "Error: Registration for 'kickoff' closed on Tuesday 16 January 2024 at 16:00.",
                    "Reopen it with 'netwerk event reopen kickoff', or overrule with --force --reason.",
                ),
            ),
            id="on the stroke",
        ),
    ],
)
def test_closing_time_is_the_events_not_the_machines(
    kickoff: Netwerk, machine: str, now: str, ended: Ended
) -> None:
    kickoff.at(now)
    assert kickoff.process(*adding("Ans"), env={"TZ": machine}) == ended


@pytest.mark.parametrize("machine", ["UTC", "Asia/Tokyo"])
def test_typed_closing_time_is_local_to_the_event(netwerk: Netwerk, machine: str) -> None:
    called = netwerk.process("event", "add", *KICKOFF, "--capacity", "3", "--json", env={"TZ": machine})
    assert called.json["event"] == event()


def test_request_that_came_in_time_is_taken_after_the_closing(kickoff: Netwerk) -> None:
    kickoff.at(LATE)
    assert kickoff(*adding("Ans")).code == 5
    assert kickoff(*adding("Ans"), "--received-at", "2024-01-16 15:59:59") == Ended(
        0, "", said("Ans (r1) has a seat at 'kickoff'.", "2 seats are free.")
    )
    assert kickoff(*adding("Bea"), "--received-at", "2024-01-16 16:00").code == 5


# ------------------------------------------------------------------- the cap
def test_event_that_closes_when_full(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", *KICKOFF, "--capacity", "3", "--when-full", "close").register("Ans", "Bea")
    assert netwerk(*adding("Cas")) == Ended(
        0,
        "",
        said(
            "Cas (r3) has a seat at 'kickoff'.",
            "That was the last seat: registration is closed.",
            "0 seats are free.",
        ),
    )
    assert netwerk("event", "show", "kickoff", "--json").json == event(
        status="closed",
        when_full="close",
        seats_held=3,
        confirmed=3,
        free=0,
        closed_at=NOW,
        closed_by="full",
    )
    assert netwerk.error(*adding("Dirk")) == {
        "code": "event_full",
        "exit_code": 5,
        "message": "'kickoff' is full: 3 of 3 seats are held.",
        "hint": "Let people wait with 'netwerk event edit kickoff --when-full waiting-list', raise the cap, or "
        "overrule with --force --reason.",
        "details": {"event": "kickoff", "seats_held": 3, "capacity": 3},
    }
    netwerk.done("registration", "cancel", "kickoff", "r1")  # a seat that frees does not reopen it
    assert netwerk.error(*adding("Dirk"))["code"] == "event_closed"
    netwerk.done("event", "reopen", "kickoff").done(*adding("Dirk"))
    assert netwerk.statuses() == {"r1": "cancelled", "r2": "confirmed", "r3": "confirmed", "r4": "confirmed"}


def test_waiting_list_moves_up_after_the_closing_and_stops_at_the_start(kickoff: Netwerk) -> None:
    kickoff.register("Ans", "Bea", "Cas", "Dirk", "Eef")
    kickoff.at(LATE).done("registration", "cancel", "kickoff", "r1")
    assert kickoff.statuses()["r4"] == "confirmed"
    kickoff.at("2024-01-26T09:30:00+01:00").done("registration", "cancel", "kickoff", "r2")
    assert kickoff.statuses()["r5"] == "waiting"
    assert kickoff("waitlist", "promote", "kickoff") == Ended(
        5,
        "",
        said(
            "Error: 'kickoff' started on Friday 26 January 2024 at 09:30; the waiting list no longer moves.",
            "See who waited: netwerk waitlist list kickoff.",
        ),
    )


def test_newcomer_does_not_overtake_the_queue(kickoff: Netwerk) -> None:
    kickoff.done("event", "edit", "kickoff", "--promote", "manual").register("Ans", "Bea", "Cas", "Dirk")
    kickoff.done("registration", "cancel", "kickoff", "r1")
    assert kickoff(*adding("Eef")) == Ended(
        0, "", said("Eef (r5) is number 2 on the waiting list of 'kickoff'.", "1 seat is free.")
    )
    assert kickoff(*adding("Fien"), "--no-waiting-list") == Ended(
        5,
        "",
        said(
            "Error: The free seats of 'kickoff' are for the 2 people who wait for them.",
            "Promote them with 'netwerk waitlist promote kickoff', or overrule with --force --reason.",
        ),
    )


def test_seats_over_a_lowered_cap_are_given_back_first(kickoff: Netwerk) -> None:
    kickoff.register("Ans", "Bea", "Cas", "Dirk")
    kickoff.done("event", "edit", "kickoff", "--capacity", "2", "--force", "--reason", "Kleinere zaal")
    assert kickoff("registration", "cancel", "kickoff", "r1", "--json").json["promoted"] == []
    assert kickoff("registration", "cancel", "kickoff", "r2", "--json").json["promoted"] == [
        registration("r4", "Dirk")
    ]


# ----------------------------------------------------------------- explaining
def test_explain_names_the_chain_of_rules(kickoff: Netwerk) -> None:
    kickoff.register("Ans")
    assert kickoff("explain", "kickoff") == Ended(
        0,
        said(
            "+ Registration is open until Tuesday 16 January 2024 at 16:00.",
            "+ 1 of 3 seats are held (1 confirmed, 0 pending); 2 free.",
            "+ 0 people wait; they move up by themselves, in the order in which they asked.",
            "+ Somebody who asks now gets a seat.",
        ),
    )


def test_explain_a_person_in_json(kickoff: Netwerk) -> None:
    kickoff.register("Ans", "Bea", "Cas", "Dirk")
    explained = kickoff("explain", "kickoff", "dirk@example.org", "--json").json
    assert list(explained) == ["event", "registration", "verdict", "steps"]
    assert [explained[key] for key in ("event", "registration", "verdict")] == ["kickoff", "r4", "waiting"]
    assert {tuple(step) for step in explained["steps"]} == {("rule", "passed", "text", "facts")}
    assert explained["steps"][-1] == {
        "rule": "change",
        "passed": False,
        "text": "To move up: 1 seat must free, or the cap rise to 4.",
        "facts": {
            "registration": "r4",
            "position": 1,
            "ahead": 0,
            "event": "kickoff",
            "waiting": 1,
            "seats": 1,
            "capacity": 4,
        },
    }


@pytest.mark.parametrize(
    ("now", "verdict"),
    [("2024-01-16T15:59:59+01:00", "confirmed"), ("2024-01-16T16:00:00+01:00", "event_closed")],
)
def test_explain_gives_the_verdict_of_the_gate(kickoff: Netwerk, now: str, verdict: str) -> None:
    assert kickoff.at(now)("explain", "kickoff", "--json").json["verdict"] == verdict


# ------------------------------------------------------------------ close-due
def test_close_due_is_silent_when_nothing_is_due(kickoff: Netwerk) -> None:
    before = kickoff.files()
    assert kickoff("close-due") == Ended(0)
    assert kickoff("close-due", "--json").json == {
        "action": "close-due",
        "changed": False,
        "dry_run": False,
        "warnings": [],
        "promoted": [],
        "closed": [],
        "lists": [],
        "agenda": None,
        "change": None,
    }
    assert kickoff.files() == before


def test_close_due_says_what_it_closed_once(kickoff: Netwerk) -> None:
    kickoff.at(LATE)
    assert kickoff("close-due") == Ended(0, "", said(CLOSED))
    before = kickoff.files()
    assert kickoff("close-due") == Ended(0)
    assert kickoff.files() == before


def test_close_due_in_json(kickoff: Netwerk) -> None:
    kickoff.register("Ans").at(LATE)
    (kickoff.folder / "lijsten").mkdir()
    folder = kickoff.folder / "lijsten"
    assert kickoff("close-due", "--export-dir", str(folder), "--json").json == {
        "action": "close-due",
        "changed": True,
        "dry_run": False,
        "warnings": [],
        "promoted": [],
        "closed": [
            event(
                status="closed",
                seats_held=1,
                confirmed=1,
                free=2,
                closed_at="2024-01-16T16:00:00+01:00",
                closed_by="due",
            )
            | {"file": str(folder / "kickoff.csv")}
        ],
        "lists": [{"event": "kickoff", "file": str(folder / "kickoff.csv")}],
        "agenda": None,
        "change": "c3",
    }


def test_close_due_writes_the_final_list(kickoff: Netwerk) -> None:
    kickoff.register("Ans", "Bea", "Cas", "Dirk").at(LATE)
    folder = kickoff.folder / "lijsten"
    folder.mkdir()
    assert kickoff("close-due", "--export-dir", str(folder)) == Ended(
        0, "", said(CLOSED.replace("0 confirmed", "3 confirmed"), f"Wrote {folder}/kickoff.csv.")
    )
    assert [path.name for path in folder.iterdir()] == ["kickoff.csv"]
    written = folder / "kickoff.csv"
    rows = [f"r{n},{who} Voorbeeld,{address(who)},,,,confirmed,,{NOW},\n" for n, who in
            enumerate(("Ans", "Bea", "Cas"), 1)]  # fmt: skip
    assert written.read_bytes().decode() == HEADING + "".join(rows)
    assert written.stat().st_mode & 0o777 == 0o600


@pytest.fixture
def lists(kickoff: Netwerk) -> Path:
    """A folder for final lists."""
    folder = kickoff.folder / "lijsten"
    folder.mkdir()
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("how", ["by hand", "full", "due, and recorded without a list"])
def test_event_gets_its_final_list_however_it_closed(kickoff: Netwerk, lists: Path, how: str) -> None:
    if how == "full":
        kickoff.done("event", "edit", "kickoff", "--when-full", "close")
    kickoff.register("Ans", "Bea", "Cas")
    if how == "by hand":
        kickoff.done("event", "close", "kickoff")
    if how.startswith("due"):
        kickoff.at(LATE).done("close-due")
    written = Ended(0, "", said(f"Wrote {lists}/kickoff.csv."))
    assert kickoff("close-due", "--export-dir", str(lists)) == written
    assert len((lists / "kickoff.csv").read_text().splitlines()) == 4
    (lists / "kickoff.csv").unlink()
    assert kickoff("close-due", "--export-dir", str(lists)) == Ended(0)
    assert names(lists) == []


@pytest.mark.parametrize("why", ["open", "a draft", "called off"])
def test_event_that_is_not_closed_gets_no_final_list(kickoff: Netwerk, lists: Path, why: str) -> None:
    if why == "a draft":
        kickoff.done("event", "edit", "kickoff", "--draft").at(LATE)
    if why == "called off":
        kickoff.done("event", "cancel", "kickoff", "-y").at(LATE)
    assert kickoff("close-due", "--export-dir", str(lists)) == Ended(0)
    assert names(lists) == []


def test_final_list_never_replaces_one_that_differs(kickoff: Netwerk, lists: Path) -> None:
    kickoff.register("Ans").at(LATE)
    (lists / "kickoff.csv").write_text("mine")
    ended = kickoff("close-due", "--export-dir", str(lists))
    assert ended.err.splitlines()[-1] == f"Wrote {lists}/kickoff-2.csv."
    assert (lists / "kickoff.csv").read_text() == "mine"
    assert "Ans Voorbeeld" in (lists / "kickoff-2.csv").read_text()


def test_final_list_that_was_written_but_not_recorded_is_recorded(kickoff: Netwerk, lists: Path) -> None:
    kickoff.register("Ans").at(LATE)
    before = kickoff.db.read_bytes()
    kickoff.done("close-due", "--export-dir", str(lists))
    kickoff.db.write_bytes(before)  # as a kill leaves it, between the list and the record
    kickoff.done("close-due", "--export-dir", str(lists))
    assert names(lists) == ["kickoff.csv"]
    assert kickoff("close-due", "--export-dir", str(lists)) == Ended(0)


def test_event_that_was_opened_again_gets_another_final_list(kickoff: Netwerk, lists: Path) -> None:
    kickoff.register("Ans").done("event", "close", "kickoff")
    kickoff.done("close-due", "--export-dir", str(lists))
    kickoff.at("2024-01-11T12:00:00+01:00").done("event", "reopen", "kickoff").register("Bea")
    assert kickoff("close-due", "--export-dir", str(lists)) == Ended(0)
    kickoff.at(LATE).done("close-due", "--export-dir", str(lists))
    assert names(lists) == ["kickoff-2.csv", "kickoff.csv"]


def test_close_due_closes_each_event_on_its_own(kickoff: Netwerk) -> None:
    kickoff.done("event", "copy", "kickoff", "later", "--starts", "2024-03-01 9:30")
    kickoff.done("event", "open", "later").done("event", "add", "borrel")
    kickoff.at(LATE)
    assert [one["slug"] for one in kickoff("close-due", "--json").json["closed"]] == ["kickoff"]


@pytest.mark.parametrize("kind", ["missing", "a file"])
def test_close_due_records_nothing_when_a_list_cannot_be_written(kickoff: Netwerk, kind: str) -> None:
    kickoff.register("Ans").at(LATE)
    folder = kickoff.folder / "lijsten"
    if kind == "a file":
        folder.write_text("in the way")
    before = kickoff.files()
    assert kickoff("close-due", "--export-dir", str(folder)) == Ended(
        1,
        "",
        said(
            f"Error: {folder} could not be read or written: there is no such folder.",
            "Check the path, free space and permissions; nothing was changed.",
        ),
    )
    assert kickoff.files() == before


def test_close_due_records_nothing_when_the_target_is_in_the_way(kickoff: Netwerk) -> None:
    kickoff.register("Ans").at(LATE)
    (kickoff.folder / "lijsten" / "kickoff.csv").mkdir(parents=True)
    before = kickoff.stored()
    ended = kickoff("close-due", "--export-dir", str(kickoff.folder / "lijsten"))
    assert (ended.code, ended.out) == (1, "")
    assert kickoff.stored() == before
    assert [path.name for path in (kickoff.folder / "lijsten").iterdir()] == ["kickoff.csv"]


@pytest.mark.skipif(os.name != "posix", reason="a folder without rights, as POSIX has them")
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write anywhere")
def test_close_due_records_nothing_in_a_folder_without_rights(kickoff: Netwerk) -> None:
    kickoff.at(LATE)
    folder = kickoff.folder / "lijsten"
    folder.mkdir(mode=0o500)
    before = kickoff.stored()
    assert kickoff("close-due", "--export-dir", str(folder)).code == 1
    assert kickoff.stored() == before


def test_close_due_dry_run_writes_no_list(kickoff: Netwerk) -> None:
    kickoff.at(LATE)
    folder = kickoff.folder / "lijsten"
    folder.mkdir()
    before = kickoff.files()
    ended = kickoff("close-due", "--export-dir", str(folder), "--dry-run", "--json")
    assert ended.json["closed"][0]["file"] == str(folder / "kickoff.csv")
    assert kickoff.files() == before


def test_late_cron_job_lets_nobody_in(kickoff: Netwerk) -> None:
    kickoff.at("2024-01-16T16:00:00+01:00")
    assert kickoff.error(*adding("Ans"))["details"] == {
        "event": "kickoff",
        "closes_at": "2024-01-16T16:00:00+01:00",
    }


# ------------------------------------------------------------------ the whole
def test_whole_story_as_a_script_runs_it(fresh: Netwerk) -> None:
    """Every call is a process of its own, as from a shell."""
    assert fresh.process("init").code == 0
    assert fresh.process("event", "add", *KICKOFF, "--capacity", "3").code == 0
    for name in ("Ans", "Bea", "Cas", "Dirk"):
        assert fresh.process(*adding(name)).code == 0
    assert fresh.process("registration", "cancel", "kickoff", "r2").err == said(
        "Bea (r2) is cancelled for 'kickoff'.", "Dirk (r4) moved up from the waiting list."
    )
    fresh.at(LATE)
    folder = fresh.folder / "lijsten"
    folder.mkdir()
    assert fresh.process("close-due", "--export-dir", "lijsten", "--quiet") == Ended(0)
    assert [line.split(",")[0] for line in (folder / "kickoff.csv").read_text().splitlines()] == [
        "code",
        "r1",
        "r3",
        "r4",
    ]
    assert fresh.process("doctor") == Ended(0, "", said("No findings."))
