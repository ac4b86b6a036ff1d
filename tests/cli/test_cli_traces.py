"""Looking for somebody in all that netwerk keeps, and in files of one's own."""

from __future__ import annotations

import pytest

from tests.cli.calling import Ended, Netwerk, said


@pytest.fixture
def desk(kickoff: Netwerk) -> Netwerk:
    """A kick-off with two people."""
    for name, email in (("Jan De Mock", "jan@example.org"), ("Zoë Proef", "zoe@example.org")):
        kickoff.done("registration", "add", "kickoff", "--name", name, "--email", email)
    return kickoff


@pytest.mark.of_a_file
def test_who_is_nowhere_is_not_found(desk: Netwerk) -> None:
    assert desk("privacy", "check", "--for", "an@example.org") == Ended(
        0, "", said("Not found; looked into 4 files.")
    )


def test_somebody_is_found_by_name_under_their_address_too(desk: Netwerk) -> None:
    found = desk.error("privacy", "check", "--for", "zoë proef")
    places = {(one["table"], one["kind"], one["times"]) for one in found["details"]["traces"]}
    assert found["code"] == "traces_found"
    assert places == {("registrations:kickoff", "name", 1), ("registrations:kickoff", "address", 1)}


@pytest.mark.of_a_file
def test_an_earlier_state_is_looked_into(desk: Netwerk) -> None:
    desk.done("registration", "edit", "kickoff", "r2", "--name", "Zoë Nep", "--email", "nep@example.org")
    desk.done("event", "edit", "kickoff", "--title", "Begin")
    found = desk.error("privacy", "check", "--for", "zoe@example.org")
    tables = {one["table"] for one in found["details"]["traces"]}
    assert tables == {"registrations:kickoff", "changes:1"}


def test_a_file_is_said_with_the_line_and_without_what_else_stands_there(desk: Netwerk) -> None:
    (desk.folder / "lijst.csv").write_text("Naam\nAns Nep\nZoë Proef;geheim\n", encoding="utf-8")
    ended = desk("privacy", "check", str(desk.folder / "lijst.csv"), "--for", "zoe@example.org")
    assert ended == Ended(
        8,
        "",
        said(
            f"{desk.folder / 'lijst.csv'}, line 3: name, 1 time.",
            "Error: Found in 1 place.",
            "Each line above says where; what it is in is for you to clean or remove.",
        ),
    )


def test_what_cannot_be_looked_into_is_named_and_is_a_finding(desk: Netwerk) -> None:
    (desk.folder / "kopie.age").write_bytes(b"age-encryption.org/v1\n")
    ended = desk("privacy", "check", str(desk.folder / "kopie.age"), "--for", "zoe@example.org")
    assert ended == Ended(
        8,
        "",
        said(
            f"{desk.folder / 'kopie.age'}: could not be looked into: it is encrypted.",
            "Error: Not found, but 1 place could not be looked into.",
            "Each line above says why; look into those by hand.",
        ),
    )


def test_a_damaged_data_file_is_looked_into_all_the_same(desk: Netwerk) -> None:
    desk.db.write_text("{ kapot zoe@example.org", encoding="utf-8")
    found = desk.error("privacy", "check", "--for", "zoe@example.org")
    assert {one["path"] for one in found["details"]["traces"]} >= {str(desk.db)}


@pytest.mark.parametrize(
    ("words", "code"), [(("--for", "."), 2), (("nergens.csv", "--for", "zoe"), 3), ((), 2)]
)
def test_what_cannot_be_looked_for_or_in_is_refused(desk: Netwerk, words: tuple[str, ...], code: int) -> None:
    assert desk("privacy", "check", *words).code == code
