"""`event edit` and `group edit` say what they changed; lists grow and shrink by name; slips of the pen are named."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import netwerk_cli
from tests.cli.calling import Ended, Netwerk, said
from tests.cli.terminal import needs_terminals, on_terminal


@pytest.fixture
def listed(kickoff: Netwerk) -> Netwerk:
    """A kick-off for three audiences, and a group for two."""
    audiences = [word for name in ("CLB’s", "leerkrachten", "ouders") for word in ("--audience", name)]
    kickoff.done("event", "edit", "kickoff", *audiences, "--organiser", "De kring")
    return kickoff.done("group", "add", "kring", "--audience", "CLB’s", "--audience", "ouders")


def audiences(netwerk: Netwerk) -> list[str]:
    found: list[str] = netwerk("event", "show", "kickoff", "--json").json["audiences"]
    return found


def test_an_edit_says_what_was_there_and_what_is_there_now(listed: Netwerk) -> None:
    told = listed(
        "event", "edit", "kickoff", "--audience", "kabinet", "--starts", "2 februari 2024 9u30",
        "--location", "Gent", "--approval",
    ).err.splitlines()  # fmt: skip
    assert told[:6] == [
        "Changed 'kickoff'.",
        "location: (nothing) → Gent",
        "approval: no → yes",
        "audiences: 3 → 1 (kabinet)",
        "starts: Friday 26 January 2024 at 09:30 → Friday 2 February 2024 at 09:30",
        "ends: Friday 26 January 2024 at 16:00 → Friday 2 February 2024 at 16:00",
    ]


def test_an_edit_says_so_in_dutch(listed: Netwerk) -> None:
    told = listed("event", "edit", "kickoff", "--audience", "kabinet", "--lang", "nl").err.splitlines()
    assert told[1] == "doelgroepen: 3 → 1 (kabinet)"


def test_seats_that_are_set_aside_are_told_as_they_are_shown(listed: Netwerk) -> None:
    listed.done("event", "edit", "kickoff", "--set-aside", "ouders=1 until 12 januari 2024 12u")
    again = ("event", "edit", "kickoff", "--set-aside", "ouders=2 until 13 januari 2024 12u", "--lang", "nl")
    told = listed(*again).err.splitlines()[1]
    assert told == (
        "voorbehouden: 1 plaats voor ouders tot vr 12 jan 12:00 → 2 plaatsen voor ouders tot za 13 jan 12:00"
    )


def test_scripts_get_the_changes(listed: Netwerk) -> None:
    done = listed("group", "edit", "kring", "--theme", "zorg", "--json").json
    assert done["changes"] == [{"field": "theme", "old": None, "new": "zorg"}]
    assert listed("group", "edit", "kring", "--theme", "zorg", "--json").json["changes"] == []


def test_one_audience_is_added_or_taken_out_without_naming_the_others(listed: Netwerk) -> None:
    listed.done("event", "edit", "kickoff", "--add-audience", "kabinet", "--remove-audience", "clb's")
    assert audiences(listed) == ["leerkrachten", "ouders", "kabinet"]
    listed.done("event", "edit", "kickoff", "--add-organiser", "Gent", "--remove-organiser", "De kring")
    assert listed("event", "show", "kickoff", "--json").json["organisers"] == ["Gent"]
    listed.done("group", "edit", "kring", "--remove-audience", "ouders", "--add-organiser", "Gent")
    group = listed("group", "show", "kring", "--json").json
    assert (group["audiences"], group["organisers"]) == (["CLB’s"], ["Gent"])


def test_what_is_not_in_the_list_cannot_be_taken_out(listed: Netwerk) -> None:
    before = listed.files()
    assert listed("event", "edit", "kickoff", "--remove-audience", "kabinet") == Ended(
        2,
        "",
        said(
            "Error: --remove-audience: it is not one of CLB’s, leerkrachten, ouders.",
            "See '--remove-audience' in the help of this command.",
        ),
    )
    assert listed.files() == before


@needs_terminals
@pytest.mark.parametrize("owner", ["event", "group"])
def test_on_a_terminal_no_list_shrinks_unasked(listed: Netwerk, owner: str) -> None:
    slug = {"event": "kickoff", "group": "kring"}[owner]
    before = listed.files()
    shown = on_terminal(listed, owner, "edit", slug, "--audience", "CLB’s", columns=120, keys=b"n\n")
    assert shown.code == 1
    assert "→ 1, without " in shown.screen
    assert listed.files() == before


@needs_terminals
def test_on_a_terminal_a_list_that_grows_is_not_asked_about(listed: Netwerk) -> None:
    shown = on_terminal(listed, "event", "edit", "kickoff", "--add-audience", "kabinet", columns=120)
    assert shown.code == 0


# ---------------------------------------------------------- slips of the pen
def test_seats_are_never_kept_for_a_mistyped_audience_in_silence(listed: Netwerk) -> None:
    warning = "Careful: seats are set aside for 'CBL', which is not an audience of the event."
    edited = listed("event", "edit", "kickoff", "--set-aside", "CBL=1 until 2024-01-12 12:00")
    assert warning in edited.err.splitlines()
    added = listed(
        "event", "add", "nieuw", "--audience", "CLB", "--set-aside", "CBL=1 until 2024-01-12 12:00"
    )
    assert warning in added.err.splitlines()
    dossier = (
        '[event]\nslug = "dossier"\naudiences = ["clb"]\n'
        'set-aside = [\n  {audience = "CLB", seats = 1, until = 2024-01-12T12:00:00},\n'
        '  {audience = "CBL", seats = 1, until = 2024-01-12T12:00:00},\n]\n'
    )
    assert listed("apply", "-", stdin=dossier).err.splitlines()[0] == f"-:6: {warning}"


def test_seats_for_an_audience_that_is_listed_are_not_worth_a_word(listed: Netwerk) -> None:
    edited = listed("event", "edit", "kickoff", "--set-aside", "OUDERS=1 until 2024-01-12 12:00")
    assert "Careful" not in edited.err


@pytest.mark.parametrize("slug", ["kickof", "kickofff", "kicckoff", "kikcoff", "kickaff"])
def test_a_dossier_one_letter_off_does_not_make_a_second_event_in_silence(
    kickoff: Netwerk, slug: str
) -> None:
    ended = kickoff("apply", "-", stdin=f'[event]\nslug = "{slug}"\n')
    assert ended.err.splitlines()[0] == f"-:2: Careful: this makes '{slug}', and there is 'kickoff'."


@pytest.mark.parametrize("slug", ["kickoff", "kickoff-2", "kick", "kickoff2", "kfcikof"])
def test_a_name_that_is_meant_is_not_warned_about(kickoff: Netwerk, slug: str) -> None:
    assert "Careful" not in kickoff("apply", "-n", "-", stdin=f'[event]\nslug = "{slug}"\n').err


# ------------------------------------------------------------------- removing
def test_an_event_that_a_session_lies_within_is_not_taken_out(kickoff: Netwerk) -> None:
    kickoff.done("event", "add", "werkgroep", "--no-draft")
    kickoff.done("session", "add", "werkgroep", "m1", "--starts", "26/01/2024 10u", "--within", "kickoff")
    before = kickoff.files()
    assert kickoff("event", "remove", "kickoff", "--yes") == Ended(
        5,
        "",
        said(
            "Error: 1 session of another event lies within 'kickoff': werkgroep m1.",
            "Take that back first: 'netwerk session edit werkgroep m1 --within \"\"'.",
        ),
    )
    assert kickoff.error("event", "remove", "kickoff", "--yes")["code"] == "has_sessions_within"
    assert kickoff.files() == before
    kickoff.done("session", "edit", "werkgroep", "m1", "--within", "")
    kickoff.done("event", "remove", "kickoff", "--yes")
    exported = kickoff("export", "dossier", "werkgroep").out
    assert kickoff("apply", "-", stdin=exported).out == "unchanged\tevent\twerkgroep\t\t\t\n"


# --------------------------------------------------------------------- warnings
WARNED: dict[str, tuple[tuple[str, ...], str]] = {
    "an audience that the event does not have": (
        (
            "event",
            "add",
            "x",
            "--no-draft",
            "--audience",
            "CLB",
            "--set-aside",
            "CBL=1 until 2024-01-12 12:00",
        ),
        "Careful: seats are set aside for 'CBL', which is not an audience of the event.",
    ),
    "the same in a later change": (
        ("event", "edit", "kickoff", "--audience", "CLB", "--set-aside", "CBL=1 until 2024-01-12 12:00"),
        "Careful: seats are set aside for 'CBL', which is not an audience of the event.",
    ),
    "a cap of a session above the event's": (
        ("session", "edit", "kickoff", "main", "--capacity", "4"),
        "Careful: its cap of 4 is above the event's 3.",
    ),
    "a cap below the seats held": (
        ("event", "edit", "kickoff", "--capacity", "1", "--force", "--reason", "Zaal"),
        "2 seats are held under a cap of 1: 1 over.",
    ),
    "a milestone that is late when it is made": (
        ("milestone", "add", "kickoff", "--title", "Plan", "--due", "2021-11-30"),
        "It is late: it was due by Tuesday 30 November 2021.",
    ),
    "registration that closed itself": (
        ("registration", "add", "vol", "--name", "Eef", "--email", "eef@example.org"),
        "That was the last seat: registration is closed.",
    ),
}


@pytest.mark.parametrize(("words", "problem"), WARNED.values(), ids=WARNED)
def test_what_a_change_warns_a_person_of_it_tells_a_script_too(
    kickoff: Netwerk, words: tuple[str, ...], problem: str
) -> None:
    kickoff.register("Ans", "Bea").done(
        "event", "add", "vol", "--no-draft", "--capacity", "1", "--when-full", "close"
    )
    assert kickoff(*words, "--json").json["warnings"] == [
        {"code": None, "path": None, "line": None, "problem": problem}
    ]


def test_a_script_is_not_warned_of_a_change_that_is_meant(kickoff: Netwerk) -> None:
    assert kickoff("event", "edit", "kickoff", "--capacity", "9", "--json").json["warnings"] == []


def test_every_sentence_that_begins_with_careful_is_a_warning_to_scripts_too() -> None:
    sources = Path(netwerk_cli.__file__).parent.glob("cli/**/*.py")
    said = [
        call
        for source in sources
        for call in ast.walk(ast.parse(source.read_bytes()))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "say"
        for argument in call.args
        if isinstance(argument, ast.Constant) and str(argument.value).startswith("Careful")
    ]
    assert said == []


def test_a_group_is_never_looked_for_among_the_events_only(kickoff: Netwerk) -> None:
    assert kickoff("log", "nergens").err.startswith("Error: There is no event or group 'nergens'.\n")
