"""What is past its term goes for good, from all that netwerk keeps; counts and reports stay as they were."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.cli.calling import Netwerk
from tests.cli.terminal import needs_terminals, on_terminal

DIET, MENU = "dieet=Dieetwensen?; special", "menu=Menu?; choice: vis | vlees; special"
PHOTO = "foto=Mag u op de foto?; yes-no"
DAY, WEEK = "2024-01-27T09:00:00+01:00", "2024-02-02T16:00:00+01:00"
MONTH, YEAR = "2024-02-23T16:00:00+01:00", "2025-01-26T16:00:00+01:00"


@pytest.fixture
def held(kickoff: Netwerk) -> Netwerk:
    """The kick-off took place: An was there, Bo was not, and both had said all that can be said."""
    kickoff.done("event", "edit", "kickoff", "--question", DIET, "--question", MENU, "--question", PHOTO)
    kickoff.done("event", "edit", "kickoff", "--organiser", "Zita Proef <zita@example.org>")
    for name, email, diet in (
        ("An Schaap", "an@example.org", "notenvrij"),
        ("Bo Linde", "bo@example.org", "zonder lactose"),
    ):
        said = (f"dieet={diet}", "menu=vis", "foto=nee")
        kickoff.done(
            "registration", "add", "kickoff", "--name", name, "--email", email, "--organisation", "CLB Voorbeeld",
            "--role", "zorgleraar", "--note", "komt met de bus", *(word for one in said for word in ("--answer", one)),
        )  # fmt: skip
    kickoff.done("registration", "edit", "kickoff", "r1", "--note", "komt te voet", "--reason", "belde zelf")
    kickoff.done("material", "add", "kickoff", "--title", "Verslag", "--contributor", "An Schaap")
    kickoff.done("mail", "told", "kickoff")
    kickoff.at("2024-01-26T17:00:00+01:00")
    kickoff.done("attendance", "record", "kickoff", "r1")
    return kickoff.done("attendance", "record", "kickoff", "r2", "--as", "absent")


def report(netwerk: Netwerk, by: str) -> list[Any]:
    said = json.loads(netwerk("report", "kickoff", "--by", by, "--format", "json", "--min-group", "1").out)
    return [said["events"], said["by"], said["questions"]]


BY = ("organisation", "role", "question:menu", "question:foto")


def test_nothing_is_said_or_touched_where_nothing_is_due(held: Netwerk) -> None:
    before = held.at(DAY).files()
    ended = held("privacy", "purge")
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    assert held("privacy", "purge", "--json").json["purged"] == []
    assert held.files() == before


def test_a_dry_run_lists_what_would_go_and_touches_nothing(held: Netwerk) -> None:
    before = held.at(MONTH).files()
    ended = held("privacy", "purge", "--dry-run")
    assert ended.err == (
        "Past its term in 'kickoff': note (2), why (1), dieet (2), menu (2), foto (2).\n"
        "This was a dry run: nothing was changed.\n"
    )
    assert held.files() == before


@pytest.mark.parametrize(
    ("now", "gone", "left"),
    [
        pytest.param(
            WEEK, [], ["komt te voet", "komt met de bus", "belde zelf", "an@example.org"], id="a week"
        ),
        pytest.param(
            MONTH,
            ["komt te voet", "komt met de bus", "belde zelf"],
            ["an@example.org", "zita@"],
            id="a month",
        ),
        pytest.param(
            YEAR,
            ["an@example.org", "An Schaap", "bo@", "Linde", "zita@", "komt", "belde"],
            [],
            id="a year",
        ),
    ],
)
def test_it_goes_from_lists_histories_changes_and_earlier_states(
    held: Netwerk, now: str, gone: list[str], left: list[str]
) -> None:
    assert held.at(now)("privacy", "purge").code == 0
    text = held.everywhere()
    assert "notenvrij" not in text
    assert [one for one in gone if one in text] == []
    assert [one for one in left if one not in text] == []
    assert held("doctor").code == 0
    assert held("privacy", "purge").err == ""


@pytest.mark.parametrize("now", [WEEK, MONTH, YEAR])
def test_reports_and_counts_stay_as_they_were(held: Netwerk, now: str) -> None:
    before = [report(held.at(now), by) for by in BY]
    seats = held("event", "show", "kickoff", "--json").json["seats_held"]
    held.done("privacy", "purge")
    assert [report(held, by) for by in BY] == before
    assert held("event", "show", "kickoff", "--json").json["seats_held"] == seats
    assert [one["state"] for one in held("attendance", "list", "kickoff", "--json").json] == [
        "present",
        "absent",
    ]


def test_it_says_to_a_script_what_went(held: Netwerk) -> None:
    said = held.at(WEEK)("privacy", "purge", "--json").json
    assert (said["action"], said["changed"], said["unread"]) == ("privacy.purge", True, [])
    assert said["purged"] == [
        {"event": "kickoff", "group": None, "people": 2, "fields": {"answers.dieet": 2, "answers.menu": 2}}
    ]
    assert re.fullmatch(r"c[0-9]+", said["change"])


def test_it_cannot_be_taken_back(held: Netwerk) -> None:
    change = held.at(WEEK)("privacy", "purge", "--json").json["change"]
    ended = held("undo", change)
    assert (ended.code, ended.out) == (3, "")
    held.done("undo", "c7")
    assert "notenvrij" not in held.everywhere()


@pytest.mark.of_a_file
def test_an_earlier_state_that_is_put_back_holds_it_no_more(held: Netwerk) -> None:
    held.at(YEAR).done("privacy", "purge")
    kept = held("backup", "--list", "--json").json[0]["generation"]
    held.done("restore", str(kept), "--yes")
    assert "an@example.org" not in held.db.read_text(encoding="utf-8")


DIETS = "Past its term in 'kickoff': dieet (2), menu (2).\n"


def test_terms_of_the_settings_decide(held: Netwerk) -> None:
    (held.folder / "config.toml").write_text(
        '[privacy.events.kickoff]\nspecial = "1 day"\n', encoding="utf-8"
    )
    assert held.at("2024-01-27T15:59:00+01:00")("privacy", "purge").err == ""
    assert (
        held.at("2024-01-27T16:00:00+01:00")("privacy", "purge").err
        == "Past its term in 'kickoff': dieet (2), menu (2).\n"
    )


def test_who_is_on_the_list_of_what_has_no_date_is_withdrawn(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "later", "--title", "Later", "--no-draft", "--capacity", "1")
    for name in ("An", "Bo"):
        netwerk.done("registration", "add", "later", "--name", name, "--email", f"{name.lower()}@example.org")
    netwerk.at("2025-01-10T09:00:00+01:00").done("privacy", "purge")
    people = netwerk("registration", "list", "later", "--all", "--json").json
    assert [(one["name"], one["status"]) for one in people] == [("…", "cancelled")] * 2
    assert netwerk("mail", "due", "later").out == ""
    assert netwerk("doctor").code == 0


def test_who_left_a_group_goes_and_who_is_in_it_stays(netwerk: Netwerk) -> None:
    netwerk.done("group", "add", "gent", "--title", "Gent")
    for name in ("An", "Bo"):
        netwerk.done("group", "admit", "gent", "--name", name, "--email", f"{name.lower()}@example.org")
    netwerk.done("group", "request", "gent", "--name", "Cas", "--email", "cas@example.org")
    netwerk.done("group", "leave", "gent", "m2")
    netwerk.at("2025-02-10T09:00:00+01:00").done("privacy", "purge")
    members = netwerk("group", "members", "gent", "--status", "member,left,withdrawn", "--json").json
    assert [(one["code"], one["name"], one["status"]) for one in members] == [
        ("m1", "An", "member"),
        ("m2", "…", "left"),
        ("m3", "…", "withdrawn"),
    ]


def test_somebody_whose_registration_was_undone_goes_too(kickoff: Netwerk) -> None:
    kickoff.done("registration", "add", "kickoff", "--name", "An Schaap", "--email", "an@example.org")
    kickoff.done("undo")
    assert "an@example.org" in kickoff.everywhere()
    kickoff.at(YEAR).done("privacy", "purge")
    assert "an@example.org" not in kickoff.everywhere()


def test_status_names_what_is_due_within_a_month_once_it_is_over(held: Netwerk) -> None:
    assert "personal-data" not in held.at("2024-01-25T09:00:00+01:00")("status", "--json").out
    (one,) = held.at(DAY)("status", "--json").json
    assert (one["slug"], one["status"], one["attention"]) == ("kickoff", "past", ["personal-data"])
    held.at(MONTH).done("privacy", "purge")
    assert held("status", "--json").json == []


def test_purging_again_and_again_ends(held: Netwerk) -> None:
    for year in range(2025, 2030):
        held.at(f"{year}-03-01T09:00:00+01:00").done("privacy", "purge")
    assert held("privacy", "purge", "--dry-run").err == ""
    assert held.at("2040-01-01T09:00:00+01:00")("privacy", "purge", "--dry-run").err == ""


@needs_terminals
def test_whoever_looks_is_told_that_nothing_is_due(held: Netwerk) -> None:
    shown = on_terminal(held.at(DAY), "privacy", "purge", columns=80)
    assert (shown.code, shown.lines) == (0, ["Nothing is past its term."])


def test_a_list_that_differs_between_earlier_states_is_cleared_in_each(held: Netwerk) -> None:
    held.done(
        "event", "add", "later", "--starts", "1 maart 2024 9u", "--duration", "1u"
    )  # two states hold the same
    held.done("registration", "edit", "kickoff", "r2", "--note", "komt op de fiets")
    held.done("event", "edit", "later", "--title", "Later")
    assert held.everywhere().count("komt op de fiets") > 1
    held.at(MONTH).done("privacy", "purge")
    kept = held.everywhere()
    assert [
        said for said in ("op de fiets", "met de bus", "te voet", "notenvrij", "lactose") if said in kept
    ] == []


def test_who_shared_something_goes_from_what_was_taken_back_too(held: Netwerk) -> None:
    held.done("material", "edit", "kickoff", "m1", "--title", "Het verslag").done("undo")
    held.done("material", "remove", "kickoff", "m1").done("undo")
    held.at(YEAR).done("privacy", "purge")
    assert "An Schaap" not in held.everywhere()


@needs_terminals
def test_at_a_terminal_it_asks_first(held: Netwerk) -> None:
    shown = on_terminal(held.at(WEEK), "privacy", "purge", columns=100, keys=b"n\n")
    assert shown.code == 1
    assert "Past its term in 'kickoff': dieet (2), menu (2)." in shown.lines
    assert "notenvrij" in held.everywhere()
