"""`netwerk mail`: who does not know yet what is so, recording that they do, and what every change ends with."""

from __future__ import annotations

import json

import pytest

from tests.cli.calling import NOW, Ended, Netwerk, said, without_clock

HOUR = "2024-01-10T10:00:00+01:00"


def due(netwerk: Netwerk, *words: str) -> list[tuple[str, str]]:
    """Return the code and the kind of message of those who are to hear something."""
    return [(row["code"], row["kind"]) for row in netwerk("mail", "due", *words, "--json").json]


def last_line(netwerk: Netwerk, *words: str) -> str:
    """Return what a call ends with."""
    code, _, err = netwerk.raw(*words)
    assert code == 0
    return without_clock(err.decode(), netwerk.now, untold=True).splitlines()[-1]


@pytest.fixture
def full(kickoff: Netwerk) -> Netwerk:
    """Return a kick-off with two seats, for which Cas waits."""
    return kickoff.done("event", "edit", "kickoff", "--capacity", "2").register("Ans", "Bea", "Cas")


@pytest.fixture
def told(full: Netwerk) -> Netwerk:
    """Return the same, when everybody knows."""
    return full.done("mail", "told", "kickoff").at(HOUR)


# ------------------------------------------------------------------ due and told
def test_due_is_a_row_for_each_with_kind_and_reason(full: Netwerk) -> None:
    first = full("mail", "due", "--json").json[0]
    assert first == {
        "code": "r1",
        "event": "kickoff",
        "name": "Ans Voorbeeld",
        "email": "ans@example.org",
        "kind": "confirmation",
        "why": ["status"],
        "since": NOW,
        "status": "confirmed",
        "position": None,
        "told_at": None,
    }
    assert full("mail", "due", "kickoff").lines[2] == [
        "r3", "kickoff", "Cas Voorbeeld", "cas@example.org", "waiting", "status", NOW,
    ]  # fmt: skip
    assert full("mail", "due", "--fields", "code,position", "--sort", "-code").lines[0] == ["r3", "1"]


def test_due_is_narrowed_to_people_and_kinds_and_to_addresses(full: Netwerk) -> None:
    assert due(full, "kickoff", "bea@example.org", "r3") == [("r2", "confirmation"), ("r3", "waiting")]
    assert due(full, "--kind", "waiting") == [("r3", "waiting")]
    assert due(full, "--kind", "bevestiging", "--lang", "nl") == [
        ("r1", "confirmation"),
        ("r2", "confirmation"),
    ]
    assert full("mail", "due", "kickoff", "--bcc-list") == Ended(
        0, "ans@example.org, bea@example.org, cas@example.org\n"
    )
    assert full("mail", "due", "nergens").code == 3
    assert full("mail", "due", "kickoff", "niemand").code == 3
    assert full("mail", "due", "--kind", "letter").code == 2


def test_told_records_it_once_and_undo_takes_it_back(full: Netwerk) -> None:
    words = ("mail", "told", "kickoff", "r1", "--json")
    first = full(*words).json
    assert (first["action"], first["changed"], first["change"]) == ("mail.told", True, "c6")
    assert [row["code"] for row in first["told"]] == ["r1"]
    second = full(*words).json
    assert (second["changed"], second["told"], second["change"]) == (False, [], None)
    assert due(full) == [("r2", "confirmation"), ("r3", "waiting")]
    full.done("undo")
    assert due(full) == [("r1", "confirmation"), ("r2", "confirmation"), ("r3", "waiting")]


def test_told_can_be_tried_first(full: Netwerk) -> None:
    before = full.files()
    assert full("mail", "told", "kickoff", "-n") == Ended(
        0, "", said("3 people count as told now.", "This was a dry run: nothing was changed.")
    )
    assert full.files() == before


def test_list_is_of_every_message(told: Netwerk) -> None:
    told.done("registration", "cancel", "kickoff", "r1").done("mail", "told", "kickoff", "r1")
    assert told("mail", "list").lines == [
        [NOW, "kickoff", "r1", "ans@example.org", "confirmation", "hand"],
        [NOW, "kickoff", "r2", "bea@example.org", "confirmation", "hand"],
        [NOW, "kickoff", "r3", "cas@example.org", "waiting", "hand"],
        [HOUR, "kickoff", "r1", "ans@example.org", "cancelled", "hand"],
    ]
    assert len(told("mail", "list", "kickoff", "--json", "--limit", "1").json) == 1


# ------------------------------------------------------- whatever changed it
def test_a_cancellation_with_who_moved_up_is_told_to_both(told: Netwerk) -> None:
    told.done("registration", "cancel", "kickoff", "r1")
    assert due(told) == [("r1", "cancelled"), ("r3", "promoted")]


def test_taking_a_change_back_is_no_way_to_forget_anybody(told: Netwerk) -> None:
    told.done("registration", "cancel", "kickoff", "r1").done("mail", "told", "kickoff")
    told.done("undo", "c7")
    assert due(told) == [("r1", "confirmation"), ("r3", "waiting")]


def test_what_was_told_is_not_taken_away_unseen(told: Netwerk) -> None:
    refused = told.error("undo", "c3")
    assert (refused["exit_code"], refused["details"]["later"]) == (5, "c6")
    assert due(told) == []


def test_a_list_that_is_read_tells_nobody_twice(told: Netwerk) -> None:
    path = told.folder / "lijst.csv"
    path.write_text(
        "name,email\nDora Proef,dora@example.org\nAns Voorbeeld,ans@example.org\n", encoding="utf-8"
    )
    told.done("import", "registrations", "kickoff", str(path))
    assert due(told) == [("r4", "waiting")]


def test_a_dossier_that_moves_the_event_is_told_to_all(told: Netwerk) -> None:
    path = told.folder / "kickoff.toml"
    told.done("export", "dossier", "kickoff", "-o", str(path))
    path.write_text(path.read_text("utf-8").replace("2024-01-26T", "2024-01-27T"), encoding="utf-8")
    told.done("apply", str(path))
    assert due(told) == [("r1", "changed"), ("r2", "changed"), ("r3", "changed")]


def test_a_reminder_goes_by_the_terms_of_the_event(told: Netwerk) -> None:
    told.done("event", "edit", "kickoff", "--remind", "2 dagen voor 12u")
    shape = told("event", "show", "kickoff", "--json").json
    assert shape["remind_before"] == {"days": 2, "minutes": 0, "at": "12:00"}
    assert due(told.at("2024-01-24T11:59:00+01:00")) == []
    assert due(told.at("2024-01-24T12:00:00+01:00")) == [("r1", "reminder"), ("r2", "reminder")]
    assert told("event", "edit", "kickoff", "--remind", "morgen").code == 2
    told.done("event", "edit", "kickoff", "--remind", "none")
    assert due(told) == []


# ------------------------------------------------------------- what is said of it
def test_every_change_ends_with_who_does_not_know_yet(told: Netwerk) -> None:
    assert last_line(told, "event", "edit", "kickoff", "--location", "Gent") == (
        "3 people don't know yet: netwerk mail due kickoff"
    )
    assert last_line(told, "mail", "told", "kickoff", "r1", "r2") == (
        "1 person doesn't know yet: netwerk mail due kickoff"
    )
    assert last_line(told, "mail", "told", "kickoff", "--lang", "nl") == "1 persoon geldt nu als verwittigd."
    assert last_line(told, "registration", "cancel", "kickoff", "r1", "--lang", "nl") == (
        "2 mensen weten het nog niet: netwerk mail due kickoff"
    )
    assert last_line(told, "event", "edit", "kickoff", "--theme", "Zorg", "-n") == (
        "This was a dry run: nothing was changed."
    )


def test_status_says_so_too(told: Netwerk) -> None:
    assert json.loads(told("status", "--json").out)[0]["attention"] == ["full", "waiting", "closes-soon"]
    told.done("event", "edit", "kickoff", "--location", "Gent")
    attention = told("status", "--json").json[0]["attention"]
    assert attention == ["full", "waiting", "closes-soon", "untold"]


def test_nobody_to_tell_is_said_on_a_screen_and_an_empty_list_elsewhere(told: Netwerk) -> None:
    assert told("mail", "due") == Ended(0)
    assert told("mail", "due", "--json").json == []
    assert told("mail", "told", "kickoff") == Ended(0, "", said("They had been told already."))
