"""Somebody who is erased is gone from everything, for good, and what is over still counts them."""

from __future__ import annotations

import json

import pytest

from netwerk_cli.store.file.lock import locked
from tests.cli.calling import Ended, Netwerk, said

AFTER = "2024-01-12T12:00:00+01:00"
ZOE = ("--name", "Zoë Proef", "--email", "zoe@example.org")
JAN = ("--name", "Jan De Mock", "--email", "jan@example.org")


@pytest.fixture
def desk(kickoff: Netwerk) -> Netwerk:
    """Zoë with a seat where Jan waits, at what is over, in a group, and in the words of others."""
    kickoff.done("event", "edit", "kickoff", "--capacity", "1", "--organiser", "Zoë Proef")
    kickoff.done(
        "registration", "add", "kickoff", *ZOE, "--organisation", "Praktijk Zoë Proef", "--note", "vegan"
    )
    kickoff.done("registration", "add", "kickoff", *JAN, "--note", "komt met zoe@example.org")
    kickoff.done(
        "event", "add", "oud", "--title", "Oud", "--starts", "11 januari 2024 9u", "--duration", "1u"
    )
    kickoff.done("registration", "add", "oud", *ZOE)
    kickoff.done("registration", "add", "oud", *JAN)
    kickoff.done("group", "add", "kring", "--title", "Kring", "--access", "open")
    kickoff.done("group", "request", "kring", *ZOE)
    return kickoff.at(AFTER)


def nowhere(netwerk: Netwerk, *terms: str) -> None:
    for term in terms or ("zoe@example.org", "Zoë Proef"):
        ended = netwerk("privacy", "check", "--for", term)
        assert ended.code == 0, ended.err


def test_somebody_is_withdrawn_first_and_then_gone_everywhere(desk: Netwerk) -> None:
    assert desk("privacy", "erase", "zoe@example.org", "--yes") == Ended(
        0,
        "",
        said(
            "Withdrawn from 'kickoff' first: r1.",
            "Withdrawn from 'kring' first: m1.",
            "Jan De Mock (r2) moved up from the waiting list.",
            "Erased from 3 lists, and from all that was kept of it.",
        ),
    )
    nowhere(desk)
    assert desk.statuses() == {"r1": "cancelled", "r2": "confirmed"}


def test_the_result_says_which_lists_and_who_moved_up(desk: Netwerk) -> None:
    done = desk("privacy", "erase", "zoë proef", "--yes", "--json").json
    assert (done["action"], done["change"], done["unread"]) == ("privacy.erase", "c10", [])
    assert done["lists"] == [
        {"owner": "kickoff", "code": "r1", "status": "confirmed", "withdrawn": True},
        {"owner": "oud", "code": "r1", "status": "confirmed", "withdrawn": False},
        {"owner": "kring", "code": "m1", "status": "member", "withdrawn": True},
    ]
    assert [one["code"] for one in done["promoted"]] == ["r2"]


def test_what_is_over_keeps_its_counts(desk: Netwerk) -> None:
    before = desk("event", "show", "oud", "--json").json
    desk.done("privacy", "erase", "zoe@example.org", "--yes")
    assert desk("event", "show", "oud", "--json").json == before


def test_the_log_says_that_somebody_was_erased_and_not_who(desk: Netwerk) -> None:
    desk.done("privacy", "erase", "zoe@example.org", "--yes", "--reason", "Zoë Proef vroeg het")
    lines = [one for one in desk("log", "--json").json if one["what"] == "erased"]
    assert [(one["why"], one["event"], one["registration"]) for one in lines] == [("… vroeg het", None, None)]


def test_a_dry_run_says_the_same_and_touches_nothing(desk: Netwerk) -> None:
    before = desk.files()
    dry = desk("privacy", "erase", "zoe@example.org", "--dry-run", "--json").json
    assert desk.files() == before
    done = desk("privacy", "erase", "zoe@example.org", "--yes", "--json").json
    assert {**dry, "dry_run": False, "change": done["change"]} == done


def test_without_a_yes_nothing_happens(desk: Netwerk) -> None:
    before = desk.files()
    assert desk("privacy", "erase", "zoe@example.org").code == 2
    assert desk.files() == before


def test_a_name_that_fits_several_people_is_listed_and_nobody_is_erased(desk: Netwerk) -> None:
    desk.done("registration", "add", "kickoff", "--name", "Zoë Proef", "--email", "zp@example.org")
    before = desk.files()
    error = desk.error("privacy", "erase", "zoë proef", "--yes")
    assert (error["code"], error["details"]["count"]) == ("ambiguous", 2)
    assert desk.files() == before


def test_who_shares_an_address_is_not_erased_with_another(desk: Netwerk) -> None:
    desk.done("event", "add", "samen", "--title", "Samen", "--starts", "1 maart 9u", "--shared-addresses")
    for name in ("Zoë Proef", "Ans Nep"):
        desk.done("registration", "add", "samen", "--name", name, "--email", "zoe@example.org")
    assert desk.error("privacy", "erase", "zoe@example.org", "--yes")["code"] == "ambiguous"
    desk.done("privacy", "erase", "Zoë Proef", "--yes")
    rows = desk("registration", "list", "samen", "--all", "--json").json
    assert [(one["name"], one["email"]) for one in rows] == [
        ("…", "r1@erased.invalid"),
        ("Ans Nep", "zoe@example.org"),
    ]
    nowhere(desk, "Zoë Proef")


def test_somebody_unknown_is_said_to_be_so(desk: Netwerk) -> None:
    assert desk("privacy", "erase", "nergens@example.org", "--yes").code == 3


def test_erasing_twice_finds_nobody(desk: Netwerk) -> None:
    desk.done("privacy", "erase", "zoe@example.org", "--yes")
    for who in ("zoe@example.org", "r1@erased.invalid", "…"):
        assert desk("privacy", "erase", who, "--yes").code in (3, 4)
    assert desk("privacy", "erase", "r1", "--event", "oud", "--yes").code == 3


def test_from_one_event_somebody_goes_by_code_and_stays_elsewhere(desk: Netwerk) -> None:
    desk.done("privacy", "erase", "r1", "--event", "oud", "--yes")
    assert [one["name"] for one in desk("registration", "list", "oud", "--json").json] == ["…", "Jan De Mock"]
    assert desk.statuses() == {"r1": "confirmed", "r2": "waiting"}
    tables = {
        one["table"] for one in desk.error("privacy", "check", "--for", "Zoë Proef")["details"]["traces"]
    }
    assert not {one for one in tables if one and one.endswith(":oud")}


def test_who_handed_a_seat_over_is_erased_from_its_history(desk: Netwerk) -> None:
    desk.done(
        "registration", "substitute", "kickoff", "r1", "--name", "Ans Nep", "--email", "ans@example.org"
    )
    desk.done("privacy", "erase", "zoe@example.org", "--yes")
    nowhere(desk)
    assert desk("registration", "show", "kickoff", "r1", "--json").json["name"] == "Ans Nep"


# ------------------------------------------------------------- not brought back
def test_no_undo_brings_somebody_back(desk: Netwerk) -> None:
    desk.done("registration", "edit", "oud", "r1", "--note", "rolstoel")
    desk.done("privacy", "erase", "zoe@example.org", "--yes")
    assert desk.error("undo")["message"] == "c11 erased somebody, which cannot be taken back."
    for number in range(11, 0, -1):
        desk("undo", f"c{number}", "--yes")
        nowhere(desk)


def test_a_backup_that_is_put_back_is_erased_again_and_the_seat_is_free(desk: Netwerk) -> None:
    desk.done("backup", str(desk.folder / "kopie.json"))
    desk.done("privacy", "erase", "zoe@example.org", "--yes")
    desk.done("restore", str(desk.folder / "kopie.json"), "--yes")
    (desk.folder / "kopie.json").unlink()
    nowhere(desk)
    assert desk.statuses() == {"r1": "cancelled", "r2": "confirmed"}
    assert desk("doctor").code == 0
    desk.done("undo", "--yes")
    nowhere(desk)


def test_an_earlier_state_that_is_put_back_holds_nobody(desk: Netwerk) -> None:
    desk.done("privacy", "erase", "zoe@example.org", "--yes")
    for one in desk("backup", "--list", "--json").json[:2]:
        desk.done("restore", str(one["generation"]), "--yes")
        nowhere(desk)


def test_who_registers_again_afterwards_is_somebody_new(desk: Netwerk) -> None:
    desk.done("privacy", "erase", "zoe@example.org", "--yes")
    desk.done("registration", "add", "kickoff", *ZOE)
    desk.done("backup", str(desk.folder / "kopie.json"))
    desk.done("event", "edit", "kickoff", "--title", "Anders")
    desk.done("restore", str(desk.folder / "kopie.json"), "--yes")
    assert desk("registration", "show", "kickoff", "r3", "--json").json["email"] == "zoe@example.org"
    desk.done("privacy", "erase", "zoe@example.org", "--yes")
    (desk.folder / "kopie.json").unlink()
    nowhere(desk)


def test_nobody_is_told_anything_who_was_erased(desk: Netwerk) -> None:
    desk.done("privacy", "erase", "zoe@example.org", "--yes")
    assert {one["email"] for one in desk("mail", "due", "--json").json} == {"jan@example.org"}


def test_nobody_stays_in_an_earlier_state_at_the_start_of_a_line(desk: Netwerk) -> None:
    said = "Vraag het aan:\nZoë Proef\nof aan:\nzoe@example.org\n"
    desk.done("event", "add", "open", "--starts", "1 maart 2024 9u", "--description", said)
    desk.done("registration", "add", "open", *JAN)
    for number in range(6):
        desk.done("event", "edit", "oud", "--title", f"Oud {number}")
    desk.done("privacy", "erase", "zoe@example.org", "--yes")
    nowhere(desk)


@pytest.mark.of_a_file
def test_nobody_stays_in_a_file_whose_letters_another_tool_escaped(desk: Netwerk) -> None:
    desk.done(
        "event", "add", "open", "--starts", "1 maart 2024 9u", "--description", "Vraag het aan Zoë Proef."
    )
    for number in range(6):
        desk.done("event", "edit", "oud", "--title", f"Oud {number}")
    for path in (desk.folder / "netwerk.json.generations").iterdir():
        path.write_text(path.read_text(encoding="utf-8").replace("Zoë", "Zo\\u00eb"), encoding="utf-8")
    desk.done("privacy", "erase", "zoe@example.org", "--yes")
    nowhere(desk)


def test_no_state_is_lost_or_made_by_erasing(desk: Netwerk) -> None:
    before = [one["generation"] for one in desk("backup", "--list", "--json").json]
    desk.done("privacy", "erase", "zoe@example.org", "--yes")
    assert [one["generation"] for one in desk("backup", "--list", "--json").json] == before
    assert desk("doctor").code == 0


@pytest.mark.of_a_file
def test_an_earlier_state_that_cannot_be_read_is_named(desk: Netwerk) -> None:
    kept = sorted((desk.folder / "netwerk.json.generations").iterdir())[0]
    kept.write_text("{ kapot Zoë Proef", encoding="utf-8")
    done = desk.error("privacy", "erase", "zoe@example.org", "--yes")
    assert done["details"]["unread"] == [str(kept)]


# --------------------------------------------------------- what is not reached
def test_what_netwerk_wrote_elsewhere_is_named_where_it_still_holds_somebody(desk: Netwerk) -> None:
    places = {name: desk.folder / name for name in ("lijst.xlsx", "zonder.csv", "weg.csv", "kopie.json")}
    desk.done("export", "attendees", "oud", "-o", str(places["lijst.xlsx"]))
    desk.done("export", "attendees", "oud", "-o", str(places["zonder.csv"]), "--fields", "code")
    desk.done("export", "attendees", "oud", "-o", str(places["weg.csv"]))
    desk.done("backup", str(places["kopie.json"]))
    places["weg.csv"].unlink()
    done = desk("privacy", "erase", "zoe@example.org", "--yes", "--json").json
    found = {one["path"]: (one["kind"], one["holds"], one["why"]) for one in done["elsewhere"]}
    assert found == {
        str(places["lijst.xlsx"]): ("export attendees", True, None),
        str(places["zonder.csv"]): ("export attendees", False, None),
        str(places["weg.csv"]): ("export attendees", None, "it is not there any more"),
        str(places["kopie.json"]): ("backup", True, None),
    }
    assert {one["written_at"] for one in done["elsewhere"]} == {AFTER}
    traces = desk.error("privacy", "check", "--for", "zoe@example.org")["details"]["traces"]
    assert {one["path"] for one in traces} == {str(places["lijst.xlsx"]), str(places["kopie.json"])}


def test_a_file_that_is_called_after_somebody_is_remembered_by_its_folder(desk: Netwerk) -> None:
    folder = desk.folder / "agenda's"
    folder.mkdir()
    desk.done("export", "attendees", "oud", "-o", str(folder / "zoe@example.org.csv"))
    done = desk("privacy", "erase", "zoe@example.org", "--yes", "--json").json
    assert [(one["path"], one["holds"]) for one in done["elsewhere"]] == [(str(folder), True)]
    assert b"zoe@example.org" not in desk.db.read_bytes()


@pytest.mark.of_a_file
def test_writing_a_list_changes_nothing_and_the_next_change_remembers_it(desk: Netwerk) -> None:
    before, target = desk.stored(), str(desk.folder / "lijst.csv")
    desk.done("export", "attendees", "oud", "-o", target).done("export", "attendees", "oud", "-o", target)
    assert desk.stored() == before
    assert len((desk.folder / ".netwerk.json.written").read_bytes().splitlines()) == 1
    desk.done("event", "edit", "kickoff", "--title", "Anders")
    assert not [*desk.folder.glob(".netwerk.json.written*")]
    assert list(json.loads(desk.db.read_bytes())["written"].values()) == [
        {"path": target, "kind": "export attendees", "at": AFTER}
    ]
    assert desk("doctor").code == 0


@pytest.mark.of_a_file
def test_a_list_is_written_where_that_cannot_be_noted(desk: Netwerk) -> None:
    (desk.folder / ".netwerk.json.written").mkdir()
    ended = desk("export", "attendees", "oud", "-o", str(desk.folder / "lijst.csv"))
    assert ended.code == 0
    assert ended.err.endswith("It could not be noted that this was written; keep in mind where it is.\n")


@pytest.mark.of_a_file
def test_an_encrypted_backup_is_named_and_is_a_finding(desk: Netwerk) -> None:
    (desk.folder / "netwerk-20240101-120000.json.age").write_bytes(b"age-encryption.org/v1\n")
    error = desk.error("privacy", "erase", "zoe@example.org", "--yes")
    assert (error["code"], error["exit_code"]) == ("places_unread", 8)
    assert error["details"]["unread"] == [str(desk.folder / "netwerk-20240101-120000.json.age")]
    assert desk.statuses() == {"r1": "cancelled", "r2": "confirmed"}


def test_nothing_is_erased_while_another_holds_the_file(desk: Netwerk) -> None:
    before = desk.stored()
    with locked(desk.db, timeout_s=1):
        assert desk("privacy", "erase", "zoe@example.org", "--yes", "--lock-timeout", "0").code == 7
    assert desk.stored() == before


def test_nobody_who_was_erased_is_invited(desk: Netwerk) -> None:
    desk.done("privacy", "erase", "zoe@example.org", "--yes")
    desk.done("export", "ics", "oud", "--all-attendees", str(desk.folder / "uit"))
    assert [path.name for path in (desk.folder / "uit").iterdir()] == ["oud.r2.main.ics"]
