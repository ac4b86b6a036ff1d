"""`netwerk registration …` and `netwerk waitlist …`: what an organiser sees of every verb."""

from __future__ import annotations

import pytest

from tests.cli.calling import NOW, Ended, Netwerk, registration, said

WAITING = {"status": "waiting", "position": 1}


@pytest.fixture
def full(kickoff: Netwerk) -> Netwerk:
    """A kick-off with three seats held and one person waiting."""
    return kickoff.register("Ans", "Bea", "Cas", "Dirk")


@pytest.fixture
def approval(kickoff: Netwerk) -> Netwerk:
    """A kick-off that approves, with one registration."""
    return kickoff.done("event", "edit", "kickoff", "--approval").register("Ans")


def test_add_says_where_somebody_stands(kickoff: Netwerk) -> None:
    words = ("registration", "add", "kickoff", "--name", "Ans Voorbeeld", "--email", "ans@example.org")
    assert kickoff(*words) == Ended(
        0, "", said("Ans Voorbeeld (r1) has a seat at 'kickoff'.", "2 seats are free.")
    )


def test_add_in_json(kickoff: Netwerk) -> None:
    ended = kickoff(
        *("registration", "add", "kickoff", "--name", "Ans Voorbeeld", "--email", "ans@example.org"),
        *("--organisation", "Stad Voorbeeld", "--role", "archivaris", "--audience", "musea"),
        *("--session", "main", "--note", "eet niet", "--received-at", "2024-01-09 10:00", "--json"),
    )
    assert ended.json == {
        "action": "registration.add",
        "changed": True,
        "dry_run": False,
        "warnings": [],
        "registration": registration(
            "r1",
            "Ans",
            organisation="Stad Voorbeeld",
            role="archivaris",
            audience="musea",
            sessions=["main"],
            note="eet niet",
            received_at="2024-01-09T10:00:00+01:00",
        ),
        "promoted": [],
        "change": "c2",
    }


def test_add_when_full_waits(full: Netwerk) -> None:
    assert full("registration", "add", "kickoff", "--name", "Eef", "--email", "eef@example.org") == Ended(
        0, "", said("Eef (r5) is number 2 on the waiting list of 'kickoff'.", "0 seats are free.")
    )


def test_add_when_full_is_refused_on_request(full: Netwerk) -> None:
    words = ("--name", "Eef", "--email", "eef@example.org", "--no-waiting-list")
    assert full("registration", "add", "kickoff", *words) == Ended(
        5,
        "",
        said(
            "Error: 'kickoff' is full: 3 of 3 seats are held.",
            "Wait for a seat, raise the cap, or overrule with --force --reason.",
        ),
    )


def test_add_by_force_shows_the_reason(full: Netwerk) -> None:
    words = ("--name", "Eef", "--email", "eef@example.org", "--force", "--reason", "Spreker")
    assert full("registration", "add", "kickoff", *words) == Ended(
        0,
        "",
        said("Eef (r5) has a seat at 'kickoff'.", "A rule was set aside: Spreker", "0 seats are free."),
    )
    assert full("registration", "list", "kickoff", "--fields", "code,override", "--sort", "override").lines[
        0
    ] == [
        "r5",
        "Spreker",
    ]
    assert full("export", "attendees", "kickoff", "--fields", "code,override").out.endswith("r5,Spreker\n")


@pytest.mark.parametrize(
    "words",
    [
        ("cancel", "kickoff", "r5"),
        ("cancel", "kickoff", "r5", "--reason", "Spreker"),
        ("edit", "kickoff", "r5", "--note", "vegetarisch"),
        ("edit", "kickoff", "r5", "--note", "vegetarisch", "--force", "--reason", "on request"),
        ("choose", "kickoff", "r5"),
    ],
)
def test_an_old_exception_is_not_told_as_one_of_this_command(full: Netwerk, words: tuple[str, ...]) -> None:
    full.done(
        *("registration", "add", "kickoff", "--name", "Eef", "--email", "eef@example.org"),
        *("--force", "--reason", "Spreker"),
    )
    ended = full("registration", *words)
    assert (ended.code, "A rule was set aside" in ended.err) == (0, False)
    assert full("registration", "show", "kickoff", "r5", "--json").json["override"] == "Spreker"


def test_every_exception_is_told_by_the_command_that_made_it(full: Netwerk) -> None:
    full.done(
        *("registration", "add", "kickoff", "--name", "Eef", "--email", "eef@example.org"),
        *("--force", "--reason", "Spreker"),
    ).done("registration", "cancel", "kickoff", "r5")
    again = full("registration", "reinstate", "kickoff", "r5", "--force", "--reason", "Toch gast")
    assert "A rule was set aside: Toch gast" in again.err.splitlines()


def test_registering_twice_is_a_conflict_that_changes_nothing(full: Netwerk) -> None:
    before = full.files()
    words = ("--name", "ans voorbeeld", "--email", "  ANS@Example.org ")
    assert full("registration", "add", "kickoff", *words) == Ended(
        4,
        "",
        said(
            "Error: This person is already registered for 'kickoff' as r1 (confirmed).",
            "See 'netwerk registration show kickoff r1'.",
        ),
    )
    assert full.files() == before


def test_a_shared_address_is_never_taken_for_the_same_person(full: Netwerk) -> None:
    before = full.files()
    hint = (
        "For somebody else: give an own address, or 'netwerk event edit kickoff --shared-addresses'; else "
        "'netwerk registration edit kickoff r1 --name NAME'."
    )
    other = said("Error: r1 of 'kickoff' has the same address and another name.", hint)
    words = ("--name", "Iemand Anders", "--email", "ans@example.org")
    assert full("registration", "add", "kickoff", *words) == Ended(4, "", other)
    assert full("registration", "substitute", "kickoff", "r2", *words) == Ended(4, "", other)
    assert full.files() == before
    once = full.done("registration", "edit", "kickoff", "r1", "--name", "Ans Getrouwd")
    assert once.error("registration", "add", "kickoff", "--name", "Ans Voorbeeld", *words[2:])["message"] == (
        "This person is already registered for 'kickoff' as r1 (confirmed)."
    )


def test_states_with_commas_between_them_are_never_taken_for_one(full: Netwerk) -> None:
    full.done("registration", "cancel", "kickoff", "r2").register("Eef")
    both = full(
        "registration", "list", "kickoff", "--status", "waiting, cancelled", "--fields", "code,status"
    )
    assert both.lines == [["r2", "cancelled"], ["r5", "waiting"]]
    dutch = ("--lang", "nl", "--status", "wachtlijst,uitgeschreven", "--fields", "code,status")
    assert full("registration", "list", "kickoff", *dutch) == both
    assert full.error("registration", "list", "kickoff", "--status", "waiting,x")["code"] == "usage"


def test_list_in_a_pipe(full: Netwerk) -> None:
    assert full("registration", "list", "kickoff") == Ended(
        0,
        said(
            f"r1\tAns Voorbeeld\tans@example.org\t\tconfirmed\t\t{NOW}",
            f"r2\tBea Voorbeeld\tbea@example.org\t\tconfirmed\t\t{NOW}",
            f"r3\tCas Voorbeeld\tcas@example.org\t\tconfirmed\t\t{NOW}",
            f"r4\tDirk Voorbeeld\tdirk@example.org\t\twaiting\t1\t{NOW}",
        ),
    )


def test_list_in_json(full: Netwerk) -> None:
    assert full("registration", "list", "kickoff", "--json").json == [
        registration("r1", "Ans"),
        registration("r2", "Bea"),
        registration("r3", "Cas"),
        registration("r4", "Dirk", **WAITING),
    ]


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (["--status", "waiting"], ["r4"]),
        (["--status", "waiting", "--status", "confirmed", "--limit", "2"], ["r1", "r2"]),
        (["--organisation", " STAD voorbeeld"], ["r2"]),
        (["--session", "main", "--sort", "-name"], ["r4", "r3", "r2", "r1"]),
        (["--as-of", "2024-01-10 08:59"], []),
    ],
)
def test_list_filters(full: Netwerk, options: list[str], codes: list[str]) -> None:
    full.done("registration", "edit", "kickoff", "r2", "--organisation", "Stad Voorbeeld")
    assert full("registration", "list", "kickoff", "--fields", "code", *options) == Ended(0, said(*codes))


def test_list_as_of_an_earlier_moment(full: Netwerk) -> None:
    full.at("2024-01-11T09:00:00+01:00").done("registration", "cancel", "kickoff", "r1")
    words = ("registration", "list", "kickoff", "--fields", "code,status", "--as-of")
    assert full(*words, "2024-01-10 12:00").lines == [
        ["r1", "confirmed"],
        ["r2", "confirmed"],
        ["r3", "confirmed"],
        ["r4", "waiting"],
    ]
    assert full(*words, "2024-01-11 09:00").lines[0] == ["r2", "confirmed"]
    assert full(*words, "2024-01-11 09:00", "--all").lines[0] == ["r1", "cancelled"]


@pytest.mark.parametrize("who", ["r4", "R4", "dirk@example.org", " DIRK@EXAMPLE.ORG"])
def test_show_by_code_or_address(full: Netwerk, who: str) -> None:
    assert full("registration", "show", "kickoff", who, "--json").json == {
        **registration("r4", "Dirk", **WAITING),
        "history": [
            {
                "at": NOW,
                "by": "ans",
                "event": "kickoff",
                "registration": "r4",
                "what": "registered",
                "why": None,
                "changes": {"status": [None, "waiting"]},
                "group": None,
                "membership": None,
                "change": "c5",
            }
        ],
    }


def test_show_in_a_pipe(full: Netwerk) -> None:
    lines = full("registration", "show", "kickoff", "r4").lines
    assert [line[0] for line in lines] == [*registration("r4", "Dirk"), "history"]
    assert lines[-1] == ["history", NOW, "registered", "ans", ""]


def test_edit_corrects_and_takes_away(full: Netwerk) -> None:
    words = ("registration", "edit", "kickoff", "r1")
    full.done(*words, "--note", "vegetarisch", "--email", "ans.v@example.org", "--reason", "Zelf gemeld")
    shown = full("registration", "show", "kickoff", "r1", "--json").json
    assert (shown["note"], shown["email"]) == ("vegetarisch", "ans.v@example.org")
    assert full(*words, "--note", "") == Ended(
        0, "", said("Ans Voorbeeld (r1) has a seat at 'kickoff'.", "r1 note: vegetarisch → (nothing)")
    )
    assert full("registration", "show", "kickoff", "r1", "--json").json["note"] is None


def test_edit_to_the_same_changes_nothing(full: Netwerk) -> None:
    before = full.files()
    assert full("registration", "edit", "kickoff", "r1", "--name", "Ans Voorbeeld") == Ended(
        0, "", said("Nothing changed.", "Ans Voorbeeld (r1) has a seat at 'kickoff'.")
    )
    assert full.files() == before


def test_edit_to_somebody_elses_address_is_a_conflict(full: Netwerk) -> None:
    assert full.error("registration", "edit", "kickoff", "r1", "--email", "bea@example.org")["details"] == {
        "event": "kickoff",
        "registration": "r2",
        "status": "confirmed",
    }


def test_cancel_says_who_moved_up(full: Netwerk) -> None:
    assert full("registration", "cancel", "kickoff", "ans@example.org", "--reason", "Ziek") == Ended(
        0,
        "",
        said(
            "Ans Voorbeeld (r1) is cancelled for 'kickoff'.",
            "Dirk Voorbeeld (r4) moved up from the waiting list.",
        ),
    )
    assert full.statuses() == {"r1": "cancelled", "r2": "confirmed", "r3": "confirmed", "r4": "confirmed"}


def test_cancel_in_json_and_again(full: Netwerk) -> None:
    assert full("registration", "cancel", "kickoff", "r1", "--json").json == {
        "action": "registration.cancel",
        "changed": True,
        "dry_run": False,
        "warnings": [],
        "registration": registration("r1", "Ans", status="cancelled"),
        "promoted": [registration("r4", "Dirk")],
        "change": "c6",
    }
    before = full.files()
    assert full("registration", "cancel", "kickoff", "r1", "--json").json == {
        "action": "registration.cancel",
        "changed": False,
        "dry_run": False,
        "warnings": [],
        "registration": registration("r1", "Ans", status="cancelled"),
        "promoted": [],
        "change": None,
    }
    assert full.files() == before


def test_registering_again_after_a_cancellation_goes_to_the_end(full: Netwerk) -> None:
    full.register("Eef").done("registration", "cancel", "kickoff", "r4")
    ended = full("registration", "add", "kickoff", "--name", "Dirk Voorbeeld", "--email", "dirk@example.org")
    assert ended == Ended(
        0, "", said("Dirk Voorbeeld (r4) is number 2 on the waiting list of 'kickoff'.", "0 seats are free.")
    )


def test_approval_holds_a_seat(approval: Netwerk) -> None:
    assert approval("registration", "show", "kickoff", "r1", "--json").json["status"] == "pending"
    shown = approval("event", "show", "kickoff", "--json").json
    assert [shown[key] for key in ("seats_held", "confirmed", "pending", "free")] == [1, 0, 1, 2]


def test_approve_confirms_and_twice_is_refused(approval: Netwerk) -> None:
    assert approval("registration", "approve", "kickoff", "r1") == Ended(
        0, "", said("Ans Voorbeeld (r1) has a seat at 'kickoff'.")
    )
    assert approval("registration", "approve", "kickoff", "r1") == Ended(
        5,
        "",
        said(
            "Error: r1 of 'kickoff' does not await approval: it is confirmed.",
            "See 'netwerk registration list kickoff --status pending'.",
        ),
    )


def test_decline_frees_the_seat(approval: Netwerk) -> None:
    approval.done("event", "edit", "kickoff", "--capacity", "1").register("Bea")
    assert approval("registration", "decline", "kickoff", "r1", "--reason", "Geen lid") == Ended(
        0,
        "",
        said(
            "Ans Voorbeeld (r1) is declined for 'kickoff'.",
            "Bea Voorbeeld (r2) moved up from the waiting list.",
        ),
    )
    assert approval.statuses() == {"r1": "declined", "r2": "pending"}


def test_substitute_keeps_the_seat_and_both_names(full: Netwerk) -> None:
    words = ("--name", "Eef Voorbeeld", "--email", "eef@example.org", "--reason", "Ziek")
    assert full("registration", "substitute", "kickoff", "r1", *words, "--json").json == {
        "action": "registration.substitute",
        "changed": True,
        "dry_run": False,
        "warnings": [],
        "registration": registration("r1", "Eef"),
        "promoted": [],
        "change": "c6",
        "changes": [
            {"field": "name", "old": "Ans Voorbeeld", "new": "Eef Voorbeeld"},
            {"field": "email", "old": "ans@example.org", "new": "eef@example.org"},
        ],
    }
    history = full("registration", "show", "kickoff", "r1", "--json").json["history"]
    assert (history[-1]["what"], history[-1]["why"], history[-1]["changes"]["name"]) == (
        "substituted",
        "Ziek",
        ["Ans Voorbeeld", "Eef Voorbeeld"],
    )


def test_substitute_for_somebody_who_withdrew_is_refused(full: Netwerk) -> None:
    full.done("registration", "cancel", "kickoff", "r1")
    words = ("--name", "Eef", "--email", "eef@example.org")
    assert full("registration", "substitute", "kickoff", "r1", *words) == Ended(
        5,
        "",
        said(
            "Error: r1 of 'kickoff' is cancelled.",
            "Register the person again with 'netwerk registration add kickoff'.",
        ),
    )


# ----------------------------------------------------------- the waiting list
def test_waitlist_in_the_order_of_the_queue(full: Netwerk) -> None:
    full.done(
        *("registration", "add", "kickoff", "--name", "Eef Voorbeeld", "--email", "eef@example.org"),
        *("--received-at", "2024-01-09 12:00"),
    )
    assert full("waitlist", "list", "kickoff") == Ended(
        0,
        said(
            "1\tr5\tEef Voorbeeld\teef@example.org\t\t2024-01-09T12:00:00+01:00",
            f"2\tr4\tDirk Voorbeeld\tdirk@example.org\t\t{NOW}",
        ),
    )
    assert full("waitlist", "list", "kickoff", "--json").json == [
        registration("r5", "Eef", status="waiting", position=1, received_at="2024-01-09T12:00:00+01:00"),
        registration("r4", "Dirk", status="waiting", position=2),
    ]


def test_promote_by_hand_in_order(full: Netwerk) -> None:
    full.done("event", "edit", "kickoff", "--promote", "manual").register("Eef", "Fien")
    full.done("event", "edit", "kickoff", "--capacity", "5")
    assert full.statuses()["r4"] == "waiting"
    assert full("waitlist", "promote", "kickoff", "--count", "2") == Ended(
        0,
        "",
        said(
            "Dirk Voorbeeld (r4) moved up from the waiting list.",
            "Eef Voorbeeld (r5) moved up from the waiting list.",
        ),
    )
    assert full("waitlist", "promote", "kickoff") == Ended(
        5,
        "",
        said(
            "Error: 'kickoff' is full: 5 of 5 seats are held.",
            "Wait for a seat, raise the cap, or overrule with --force --reason.",
        ),
    )


def test_promote_past_the_queue_needs_force(full: Netwerk) -> None:
    full.done("event", "edit", "kickoff", "--promote", "manual").register("Eef")
    full.done("event", "edit", "kickoff", "--capacity", "4")
    assert full("waitlist", "promote", "kickoff", "r5") == Ended(
        5,
        "",
        said(
            "Error: r5 is number 2 on the waiting list of 'kickoff'; 1 asked earlier.",
            "Promote in order with --count, or overrule with --force --reason.",
        ),
    )
    words = ("waitlist", "promote", "kickoff", "r5", "--force", "--reason", "Spreker", "--json")
    assert full(*words).json == {
        "action": "waitlist.promote",
        "changed": True,
        "dry_run": False,
        "warnings": [],
        "promoted": [registration("r5", "Eef", override="Spreker")],
        "change": "c9",
    }


def test_promote_when_nobody_waits(kickoff: Netwerk) -> None:
    assert kickoff("waitlist", "promote", "kickoff") == Ended(0, "", said("Nobody waits."))
    assert kickoff("waitlist", "promote", "kickoff", "--json").json["changed"] is False


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["--count", "0"], "--count: at least one person moves up."),
        (["--count", "-1"], "--count: it is a whole number from 0."),
        (["r4", "--count", "1"], "--count: it goes without a person."),
    ],
)
def test_promote_with_an_odd_count_is_refused(full: Netwerk, words: list[str], problem: str) -> None:
    assert full("waitlist", "promote", "kickoff", *words) == Ended(
        2, "", said(f"Error: {problem}", "See '--count' in the help of this command.")
    )


def test_several_people_on_one_address(kickoff: Netwerk) -> None:
    kickoff.done("event", "edit", "kickoff", "--shared-addresses")
    for name in ("Ans", "Bea"):
        kickoff.done("registration", "add", "kickoff", "--name", name, "--email", "balie@example.org")
    assert kickoff("registration", "cancel", "kickoff", "balie@example.org") == Ended(
        4,
        "",
        said(
            "Error: That fits several registrations of 'kickoff': r1, r2.",
            "Name one by its code.",
        ),
    )


def test_a_cancellation_never_says_that_the_last_seat_was_taken(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "kickoff", "--no-draft", "--capacity", "1", "--when-full", "close")
    netwerk.register("Ans")
    ended = netwerk("registration", "cancel", "kickoff", "r1")
    assert ended == Ended(
        0,
        "",
        said(
            "Ans Voorbeeld (r1) is cancelled for 'kickoff'.",
            "1 seat is free; registration stays closed. Reopen with 'netwerk event reopen kickoff'.",
        ),
    )


# --------------------------------------------------------------------- marks
def test_who_gives_up_a_seat_after_the_start_never_looks_like_who_did_in_time(kickoff: Netwerk) -> None:
    kickoff.register("Ans", "Bea").done("registration", "cancel", "kickoff", "r1")
    kickoff.at("2024-01-26T09:30:00+01:00")
    late = kickoff("registration", "cancel", "kickoff", "r2")
    assert "That is late: it had started." in late.err
    kickoff.done("event", "edit", "kickoff", "--starts", "2024-02-26 09:30")
    listed = kickoff("registration", "list", "kickoff", "--all", "--fields", "code,marks")
    assert listed.lines == [["r1", ""], ["r2", "late"]]
    shown = kickoff("registration", "show", "kickoff", "r2", "--json").json
    assert (shown["marks"], shown["history"][-1]["what"]) == (["late"], "cancelled late")
    kickoff.done("registration", "reinstate", "kickoff", "r2")
    assert kickoff("registration", "show", "kickoff", "r2", "--json").json["marks"] == []


def test_who_only_waited_is_never_late(full: Netwerk) -> None:
    full.at("2024-01-26T09:30:00+01:00").done("registration", "cancel", "kickoff", "r4")
    assert full("registration", "show", "kickoff", "r4", "--json").json["marks"] == []


def test_who_was_declined_and_asked_again_never_looks_new(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "kickoff", "--approval", "--no-draft").register("Ans")
    netwerk.done("registration", "decline", "kickoff", "r1").at("2024-01-11T09:00:00+01:00").register("Ans")
    assert netwerk("registration", "list", "kickoff", "--fields", "status,marks").lines == [
        ["pending", "asked-again"]
    ]
