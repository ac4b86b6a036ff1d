"""Finding people as people talk: by name, by part of one, by what looks like it."""

from __future__ import annotations

import pytest

from tests.cli.calling import Ended, Netwerk, said
from tests.cli.terminal import needs_terminals, on_terminal


@pytest.fixture
def desk(kickoff: Netwerk) -> Netwerk:
    """A kick-off with three people, two of whom are called Jan."""
    for name, email in (("Jan De Mock", "jan@example.org"), ("Jan Verzonnen", "jv@example.org")):
        kickoff.done("registration", "add", "kickoff", "--name", name, "--email", email)
    return kickoff.done("registration", "add", "kickoff", "--name", "Zoë Proef", "--email", "zp@example.org")


# ---------------------------------------------------------------- a person by name
def test_part_of_a_name_is_enough_where_it_fits_one(desk: Netwerk) -> None:
    assert desk("registration", "cancel", "kickoff", "zoe").code == 0
    assert desk.statuses() == {"r1": "confirmed", "r2": "confirmed", "r3": "cancelled"}


def test_a_name_that_fits_several_changes_nothing_and_lists_codes(desk: Netwerk) -> None:
    assert desk("registration", "cancel", "kickoff", "jan") == Ended(
        4, "", said("Error: That fits several registrations of 'kickoff': r1, r2.", "Name one by its code.")
    )
    error = desk.error("registration", "cancel", "kickoff", "jan")
    assert (error["code"], error["details"]) == ("ambiguous", {"event": "kickoff", "matches": ["r1", "r2"]})
    assert set(desk.statuses().values()) == {"confirmed"}


@needs_terminals
def test_who_looks_on_sees_the_names_to_choose_from(desk: Netwerk) -> None:
    assert on_terminal(desk, "registration", "cancel", "kickoff", "jan", columns=80).lines == [
        "Error: That fits several registrations of 'kickoff': r1, r2.",
        "  r1  Jan De Mock",
        "  r2  Jan Verzonnen",
        "Name one by its code.",
    ]


@pytest.mark.parametrize(
    "command", [("explain",), ("log",), ("registration", "show"), ("waitlist", "promote")]
)
def test_a_near_miss_suggests_a_code_everywhere(desk: Netwerk, command: tuple[str, ...]) -> None:
    hint = "Did you mean r2? List them with 'netwerk registration list kickoff'."
    assert desk.error(*command, "kickoff", "Verzonnnen")["hint"] == hint


def test_people_of_a_group_answer_to_their_name(netwerk: Netwerk) -> None:
    netwerk.done("group", "add", "opdc")
    for name in ("Jan De Mock", "Jan Verzonnen"):
        email = f"{name.split()[-1].lower()}@example.org"
        netwerk.done("group", "request", "opdc", "--name", name, "--email", email)
    assert netwerk("group", "approve", "opdc", "verzonnen", "jan").code == 8
    assert netwerk("group", "members", "opdc", "--fields", "code,status").lines == [
        ["m1", "requested"],
        ["m2", "member"],
    ]
    assert netwerk.error("group", "leave", "opdc", "jan")["code"] == "ambiguous"
