"""Taking changes back as an organiser does, and the log that shows them."""

from __future__ import annotations

import json

import pytest

from tests.cli.calling import Netwerk
from tests.cli.terminal import needs_terminals, on_terminal

FORCED = ("--force", "--reason", "kleine zaal")
LATER = "2024-01-10T10:00:00+01:00"


def statuses(netwerk: Netwerk) -> dict[str, str]:
    rows = netwerk("registration", "list", "kickoff", "--all", "--json").json
    return {row["code"]: row["status"] for row in rows}


@pytest.fixture
def full(kickoff: Netwerk) -> Netwerk:
    """Return an event of two seats, for which three people registered; the last change is c5."""
    kickoff.done("event", "edit", "kickoff", "--capacity", "2")
    return kickoff.register("Ans", "Bea", "Cas")


def test_a_wrong_cancellation_is_taken_back_with_all_that_came_of_it(full: Netwerk) -> None:
    before = full("registration", "list", "kickoff", "--json").json
    full.done("registration", "cancel", "kickoff", "r1", "--reason", "ziek")
    assert statuses(full) == {"r1": "cancelled", "r2": "confirmed", "r3": "confirmed"}
    result = full("undo", "--json").json
    assert (result["action"], result["undone"], result["change"]) == ("undo", "c6", "c7")
    assert result["records"] == ["kickoff r1", "kickoff r3"]
    assert full("registration", "list", "kickoff", "--json").json == before


def test_what_was_taken_back_is_said_of_each_person(full: Netwerk) -> None:
    full.done("registration", "cancel", "kickoff", "r1")
    ended = full("undo")
    assert (
        "Took back c6: cancelled (kickoff r1, kickoff r3), by ans on Wednesday 10 January 2024" in ended.err
    )
    assert "kickoff r1 (Ans Voorbeeld) status: cancelled → confirmed" in ended.err
    dutch = full("--lang", "nl", "undo", "c7")
    assert "kickoff r3 (Cas Voorbeeld) status: wachtlijst → bevestigd" in dutch.err


def test_a_change_that_was_built_on_is_not_taken_back(full: Netwerk) -> None:
    full.done("registration", "edit", "kickoff", "r1", "--note", "rolstoel")
    full.done("registration", "cancel", "kickoff", "r1")
    before = full.files()
    error = full("undo", "c6", "--json").error
    assert (error["code"], error["exit_code"], error["details"]["later"]) == ("changed_since", 5, "c7")
    assert "netwerk undo c7" in error["hint"]
    assert full.files() == before
    full.done("undo").done("undo")
    assert full("registration", "show", "kickoff", "r1", "--json").json["note"] is None


def test_a_seat_that_is_somebody_elses_now_is_not_given_back(full: Netwerk) -> None:
    full.done("registration", "cancel", "kickoff", "r3").done("registration", "cancel", "kickoff", "r2")
    full.register("Dirk")
    error = full("undo", "c7", "--json").error
    assert (error["code"], error["hint"]) == (
        "event_full",
        "Make room first, then take it back: 'netwerk undo c7'.",
    )
    assert statuses(full)["r2"] == "cancelled"


def test_a_cap_that_was_put_below_the_seats_by_force_is_put_back_as_long_as_nobody_else_sits(
    full: Netwerk,
) -> None:
    full.done("event", "edit", "kickoff", "--capacity", "1", *FORCED)
    full.done("undo")
    for change, capacity in (("c7", 1), ("c8", 2), ("c9", 1)):
        full.done("undo", change)
        assert full("event", "show", "kickoff", "--json").json["capacity"] == capacity
    full.done("event", "edit", "kickoff", "--capacity", "4")
    assert statuses(full)["r3"] == "confirmed"
    full.done("undo")
    assert statuses(full) == {"r1": "confirmed", "r2": "confirmed", "r3": "waiting"}
    full.done("event", "edit", "kickoff", "--capacity", "4")
    full.register("Dirk")
    before = full.db.read_bytes()
    ended = full("undo", "c13", "--json")
    assert (ended.code, ended.error["code"]) == (5, "capacity_below_seats")
    assert full.db.read_bytes() == before


def test_who_gave_up_a_seat_is_back_beside_who_got_one_beyond_the_cap(full: Netwerk) -> None:
    full.done("registration", "cancel", "kickoff", "r3")
    full.done("registration", "add", "kickoff", "--name", "Eva", "--email", "eva@example.org", *FORCED)
    full.done("registration", "cancel", "kickoff", "r1").done("undo")
    assert statuses(full) == {"r1": "confirmed", "r2": "confirmed", "r3": "cancelled", "r4": "confirmed"}
    full.done("registration", "cancel", "kickoff", "r1")
    full.done("event", "edit", "kickoff", "--capacity", "1", *FORCED)
    assert full("undo", "c10", "--json").error["code"] == "event_full"
    full.done("event", "edit", "kickoff", "--capacity", "2", "--theme", "zorg").done("undo", "c10")
    assert statuses(full)["r1"] == "confirmed"


def test_a_cap_that_is_lower_since_has_no_room_for_who_gave_up_a_seat(full: Netwerk) -> None:
    full.done("registration", "cancel", "kickoff", "r3").done("registration", "cancel", "kickoff", "r2")
    full.done("event", "edit", "kickoff", "--capacity", "1")
    assert full("undo", "c7", "--json").error["code"] == "event_full"
    assert statuses(full) == {"r1": "confirmed", "r2": "cancelled", "r3": "cancelled"}


def test_a_cap_below_the_seats_is_not_put_back_where_somebody_moved_up_since(full: Netwerk) -> None:
    full.done("event", "edit", "kickoff", "--capacity", "1", *FORCED)
    full.done("event", "edit", "kickoff", "--capacity", "2").done("registration", "cancel", "kickoff", "r1")
    assert statuses(full) == {"r1": "cancelled", "r2": "confirmed", "r3": "confirmed"}
    assert full("undo", "c7", "--json").error["code"] == "capacity_below_seats"


@pytest.mark.parametrize("done", ["a cap raised", "a seat given up"])
def test_a_session_that_is_off_has_no_more_seats_for_it(netwerk: Netwerk, done: str) -> None:
    netwerk.done("event", "add", "reeks", "--title", "Reeks")
    netwerk.done("session", "add", "reeks", "s1", "--starts", "2024-02-01 10:00")
    netwerk.done("session", "add", "reeks", "s2", "--starts", "2024-02-02 10:00", "--capacity", "2")
    netwerk.register("Ans", "Bo", event="reeks").done("session", "cancel", "reeks", "s2", "--yes")
    if done == "a cap raised":
        netwerk.done("session", "edit", "reeks", "s2", "--capacity", "10")
    else:
        netwerk.done("registration", "cancel", "reeks", "r2")
    netwerk.register("Cas", event="reeks")
    assert netwerk("undo", "c7", "--json").error["exit_code"] == 5


@pytest.mark.parametrize("limit", ["--capacity", "--organisation-limit"])
def test_a_seat_given_beyond_another_rule_is_no_seat_beyond_the_cap(kickoff: Netwerk, limit: str) -> None:
    kickoff.done("event", "edit", "kickoff", limit, "1").done("event", "close", "kickoff")
    add = ("registration", "add", "kickoff", "--organisation", "School", "--name")
    kickoff.done(*add, "Ans", "--email", "ans@example.org", *FORCED)
    kickoff.done("event", "reopen", "kickoff").done("registration", "cancel", "kickoff", "r1")
    kickoff.done(*add, "Bo", "--email", "bo@example.org")
    assert kickoff("undo", "c6", "--json").error["exit_code"] == 5


def test_people_of_an_organisation_beyond_its_limit_are_back_together(kickoff: Netwerk) -> None:
    limit = ("event", "edit", "kickoff", "--capacity", "none", "--organisation-limit")
    kickoff.done(*limit, "2")
    add = ("registration", "add", "kickoff", "--organisation", "School", "--name")
    for name, beyond in (("ans", ()), ("bo", ()), ("cas", FORCED)):
        kickoff.done(*add, name, "--email", f"{name}@example.org", *beyond)
    kickoff.done("registration", "cancel", "kickoff", "r1").done("undo")
    assert statuses(kickoff) == {"r1": "confirmed", "r2": "confirmed", "r3": "confirmed"}
    kickoff.done("registration", "cancel", "kickoff", "r1")
    kickoff.done(*add, "dirk", "--email", "dirk@example.org", *FORCED)
    kickoff.done("registration", "cancel", "kickoff", "r4").done(*limit, "1")
    assert kickoff("undo", "c8", "--json").error["code"] == "organisation_limit"
    kickoff.done(*limit, "2").done("undo", "c8")
    assert statuses(kickoff) == {"r1": "confirmed", "r2": "confirmed", "r3": "confirmed", "r4": "cancelled"}


def test_who_is_beyond_a_cap_or_a_limit_since_is_in_the_way_of_nobody_else(full: Netwerk) -> None:
    for number in (1, 2):
        full.done("registration", "edit", "kickoff", f"r{number}", "--organisation", "School")
    full.done("registration", "cancel", "kickoff", "r3")
    full.done("event", "edit", "kickoff", "--capacity", "1", "--organisation-limit", "1", *FORCED)
    full.done("undo", "c8")
    assert statuses(full) == {"r1": "confirmed", "r2": "confirmed", "r3": "waiting"}


def test_a_cap_of_a_session_is_put_back_whoever_came_to_another(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "reeks", "--title", "Reeks", "--sessions", "choose")
    for number in (1, 2):
        netwerk.done(
            "session", "add", "reeks", f"s{number}", "--starts", f"2024-02-0{number} 10:00", "--capacity", "1"
        )
    add = ("registration", "add", "reeks", "--session")
    netwerk.done(*add, "s1", "--name", "Ans", "--email", "ans@example.org")
    netwerk.done("session", "edit", "reeks", "s1", "--capacity", "0", *FORCED)
    netwerk.done("session", "edit", "reeks", "s1", "--capacity", "2")
    netwerk.done(*add, "s2", "--name", "Bo", "--email", "bo@example.org")
    netwerk.done("undo", "c6").done("undo", "c8")
    netwerk.done("registration", "choose", "reeks", "r2", "--session", "s1")
    error = netwerk("undo", "c6", "--json").error
    assert (error["code"], error["details"]["session"]) == ("capacity_below_seats", "s1")


def test_what_others_did_to_other_people_stays(full: Netwerk) -> None:
    full.done("registration", "edit", "kickoff", "r1", "--note", "rolstoel")
    full.signing_as("bea")
    full.done("registration", "edit", "kickoff", "r2", "--note", "vegan")
    full.signing_as("ans")
    assert full("undo", "--json").json["undone"] == "c6", "the last change of the caller"
    notes = [row["note"] for row in full("registration", "list", "kickoff", "--json").json]
    assert notes == [None, "vegan", None]


def test_undo_again_goes_further_back_and_an_undo_can_be_taken_back(full: Netwerk) -> None:
    for note in ("een", "twee"):
        full.done("registration", "edit", "kickoff", "r1", "--note", note)
    assert [full("undo", "--json").json["undone"] for _ in range(2)] == ["c7", "c6"]
    full.done("undo", "c9")
    assert full("registration", "show", "kickoff", "r1", "--json").json["note"] == "een"


def test_taking_back_twice_changes_nothing_more(full: Netwerk) -> None:
    full.done("registration", "cancel", "kickoff", "r1").done("undo")
    before = full.files()
    result = full("undo", "c6", "--json").json
    assert (result["changed"], result["change"]) == (False, None)
    assert full.files() == before


def test_a_removed_event_is_there_again_with_its_name(kickoff: Netwerk) -> None:
    kickoff.done("event", "add", "zomer", "--title", "Zomerschool", "--starts", "2024-07-01 10:00")
    before = kickoff("event", "show", "zomer", "--json").json
    kickoff.done("event", "remove", "zomer", "--yes")
    kickoff.done("event", "edit", "kickoff", "--title", "Iets anders")
    log = kickoff("log", "--json").json
    assert [(row["event"], row["by"]) for row in log if row["what"] == "removed"] == [("zomer", "ans")]
    kickoff.done("undo", "c3")
    assert kickoff("event", "show", "zomer", "--json").json == before
    kickoff.register("Ans").done(
        "registration", "add", "zomer", "--name", "Ans", "--email", "ans@example.org"
    )
    assert kickoff("doctor").code == 0


def test_a_list_that_was_read_by_mistake_is_one_change(kickoff: Netwerk) -> None:
    lines = "name,email\n" + "".join(f"Naam {n},n{n}@example.org\n" for n in range(20))
    (kickoff.folder / "lijst.csv").write_text(lines)
    kickoff.done("registration", "add", "kickoff", "--from", str(kickoff.folder / "lijst.csv"))
    assert kickoff("undo", "--json").json["undone"] == "c2"
    assert kickoff("registration", "list", "kickoff", "--all", "--json").json == []
    kickoff.register("Ans")
    assert list(statuses(kickoff)) == ["r21"], "a code was given again"


def test_an_event_with_people_is_not_taken_out_with_them(full: Netwerk) -> None:
    assert full("undo", "c1", "--json").error["code"] == "changed_since"
    assert full("event", "show", "kickoff").code == 0


def test_a_group_that_an_event_is_for_stays(kickoff: Netwerk) -> None:
    kickoff.done("group", "add", "opdc").done("event", "edit", "kickoff", "--members-of", "opdc")
    assert kickoff("undo", "c2", "--json").error["code"] == "still_needed"
    kickoff.done("undo", "c3").done("undo", "c2")
    assert kickoff("group", "show", "opdc").code == 3


def test_an_applied_dossier_is_one_change(kickoff: Netwerk) -> None:
    dossier = kickoff.folder / "a.toml"
    dossier.write_text('[event]\nslug = "kickoff"\ntitle = "Anders"\n\n[[material]]\ntitle = "Reader"\n')
    before = kickoff("event", "show", "kickoff", "--json").json
    kickoff.done("apply", str(dossier), "--yes")
    kickoff.done("undo")
    assert kickoff("event", "show", "kickoff", "--json").json == before


@pytest.mark.of_a_file
def test_a_restore_is_taken_back_until_something_is_changed(full: Netwerk) -> None:
    full.done("restore", "2", "--yes")
    after = full("log", "--json").json[-1]
    assert (after["what"], after["change"]) == ("restored", "c6")
    full.done("undo", "--reason", "  verkeerde stand ")
    assert statuses(full) == {"r1": "confirmed", "r2": "confirmed", "r3": "waiting"}
    assert full("log", "--json").json[-1]["why"] == "verkeerde stand"
    full.done("restore", "5", "--yes").done("event", "edit", "kickoff", "--title", "Later")
    assert full("undo", "c8", "--json").error["code"] == "changed_since"


@pytest.mark.of_a_file
def test_undo_after_a_restore_was_taken_back_goes_further_back(full: Netwerk) -> None:
    full.done("restore", "2", "--yes").done("undo")
    assert full("undo", "--json").json["undone"] == "c5"
    assert statuses(full) == {"r1": "confirmed", "r2": "confirmed"}


@pytest.mark.parametrize("typed", ["c99", "r1", "", "c", "c0", "123456789012345"])
def test_a_change_that_is_not_there_is_not_found(full: Netwerk, typed: str) -> None:
    assert full("undo", typed).code == 3


def test_nothing_of_yours_to_take_back_is_said(full: Netwerk) -> None:
    full.signing_as("zoë")
    assert full("undo").code == 3


def test_the_list_of_changes_says_what_was_taken_back(full: Netwerk) -> None:
    full.done("registration", "cancel", "kickoff", "r1", "--reason", "ziek").done("undo")
    rows = full("undo", "--list", "--json")
    newest = full("undo", "--list", "--limit", "2", "--fields", "change")
    assert newest.lines == [[row["change"]] for row in rows.json[-2:]]
    for words in (("undo", "--limit", "2"), ("backup", "--fields", "size"), ("undo", "--sort", "at")):
        assert full.error(*words)["message"] == f"{words[1]}: it goes with --list."
    found = json.loads(rows.out)
    assert [row["change"] for row in found] == [f"c{number}" for number in range(1, 8)]
    assert found[5] | {"at": None} == {
        "change": "c6",
        "at": None,
        "by": "ans",
        "what": "cancelled",
        "why": "ziek",
        "records": ["kickoff r1", "kickoff r3"],
        "undone_by": "c7",
    }


# ------------------------------------------------------------------------ log
def test_the_log_shows_the_newest_last_and_limits_to_the_newest(full: Netwerk) -> None:
    rows = full("log", "--json", "--limit", "2").json
    assert [(row["what"], row["registration"], row["change"]) for row in rows] == [
        ("registered", "r2", "c4"),
        ("registered", "r3", "c5"),
    ]
    ordered = full("log", "--json", "--sort", "-change").json
    assert full("log", "--json", "--sort", "-change", "--limit", "2").json == ordered[:2]


def test_the_log_is_narrowed_to_who_what_and_when(full: Netwerk) -> None:
    full.at(LATER)
    full.signing_as("bea")
    full.done("registration", "cancel", "kickoff", "r1")
    assert {row["change"] for row in full("log", "--by", "bea", "--json").json} == {"c6"}
    assert {row["change"] for row in full("log", "--since", LATER, "--json").json} == {"c6"}
    assert [row["registration"] for row in full("log", "--what", "cancelled", "--json").json] == ["r1"]
    assert full("log", "--event", "kickoff", "--json").json == full("log", "kickoff", "--json").json


def test_what_was_made_and_taken_out_again_stays_in_the_log(kickoff: Netwerk) -> None:
    kickoff.register("Ans").done("undo")
    rows = kickoff("log", "--json").json
    assert [(row["change"], row["what"]) for row in rows] == [
        ("c1", "created"),
        ("c2", "registered"),
        ("c3", "undone"),
    ]


@needs_terminals
def test_on_a_terminal_each_change_is_a_line_with_old_and_new(full: Netwerk) -> None:
    full.done("event", "edit", "kickoff", "--location", "Gent")
    lines = on_terminal(full, "log", columns=120).screen.splitlines()
    assert sum("kickoff" in line for line in lines) == 6
    assert any(line.startswith("c6") and "location: (nothing) → Gent" in line for line in lines)


def test_no_material_or_milestone_is_taken_back_in_words_of_a_program(kickoff: Netwerk) -> None:
    kickoff.done("group", "add", "kring")
    for owner in ("kickoff", "kring"):
        kickoff.done(
            "material", "add", owner, "--kind", "question", "--title", "Hoe?", "--contributor", "An Nep"
        )
        kickoff.done("material", "answer", owner, "m1", "--text", "zo")
        assert f"{owner} material m1 answer: zo → (nothing)" in kickoff("undo").err.splitlines()
        kickoff.done("milestone", "add", owner, "--title", "Plan")
        kickoff.done("milestone", "edit", owner, "m1", "--title", "Het plan")
        assert f"{owner} milestone m1 title: Het plan → Plan" in kickoff("undo").err.splitlines()
        kickoff.done("material", "remove", owner, "m1")
        assert f"{owner} material m1 title: (nothing) → Hoe?" in kickoff("undo").err.splitlines()
        assert "(id=" not in kickoff("log", owner, "--json").out


def test_what_is_there_again_is_no_news_to_who_heard_of_it(kickoff: Netwerk) -> None:
    kickoff.done("group", "add", "kring", "--access", "open")
    kickoff.done("group", "request", "kring", "--name", "An Nep", "--email", "an@example.org")
    kickoff.at("2024-01-10T13:00:00+01:00").done("material", "add", "kring", "--title", "Gids")
    assert len(kickoff("mail", "due", "kring", "--json").json) == 1
    kickoff.done("mail", "told", "kring")
    kickoff.done("material", "remove", "kring", "m1").done("undo")
    assert kickoff("mail", "due", "kring", "--json").json == []


def test_what_was_taken_back_before_is_never_told_again(kickoff: Netwerk) -> None:
    kickoff.done("registration", "add", "kickoff", "--name", "An Nep", "--email", "an@example.org")
    kickoff.done("event", "edit", "kickoff", "--location", "Gent", "--remind", "2 days before").done("undo")
    kickoff.done("registration", "edit", "kickoff", "r1", "--role", "docent")
    assert kickoff("undo").err.splitlines()[1:] == ["kickoff r1 (An Nep) role: docent → (nothing)"]


def test_nothing_that_netwerk_notes_for_itself_is_told_as_a_change(kickoff: Netwerk) -> None:
    kickoff.done("registration", "add", "kickoff", "--name", "An Nep", "--email", "an@example.org")
    kickoff.done("export", "attendees", "kickoff", "--since", "last", "-o", str(kickoff.folder / "nieuw.csv"))
    assert not [line for line in kickoff("undo").err.splitlines() if "→" in line]
    kickoff.at("2024-01-27T09:00:00+01:00").done("attendance", "record", "kickoff", "r1")
    kickoff.done("export", "certificates", "kickoff", "-o", str(kickoff.folder / "attesten.pdf"))
    assert not [line for line in kickoff("undo").err.splitlines() if "→" in line]
    assert "certificate_key" not in kickoff("log", "--json").out
    kickoff.at("2024-01-12T09:00:00+01:00").done("event", "close", "kickoff")
    shown = kickoff("undo", "--lang", "nl").err
    assert "kickoff afgesloten op: vrijdag 12 januari 2024 om 09:00 → (niets)" in shown.splitlines()
