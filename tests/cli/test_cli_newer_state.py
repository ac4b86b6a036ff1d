"""What was changed after a dossier was exported is not set back in silence."""

from __future__ import annotations

import re

import pytest

from tests.cli.calling import Netwerk, said
from tests.cli.terminal import needs_terminals, on_terminal

QUESTION = "would be lost, so nothing was done."


@pytest.fixture
def desk(kickoff: Netwerk, monkeypatch: pytest.MonkeyPatch) -> Netwerk:
    """A kick-off and a group, each with an exported dossier."""
    monkeypatch.chdir(kickoff.folder)
    kickoff.done("group", "add", "kring", "--title", "Kring")
    kickoff.done("event", "add", "ander", "--title", "Ander")
    return exported(kickoff, "kickoff", "kring")


def exported(netwerk: Netwerk, *slugs: str) -> Netwerk:
    for slug in slugs:
        netwerk.done("export", "dossier", slug, "-o", f"{slug}.toml")
    return netwerk


def text(netwerk: Netwerk, slug: str = "kickoff") -> str:
    return (netwerk.folder / f"{slug}.toml").read_text(encoding="utf-8")


def rewrite(netwerk: Netwerk, old: str, new: str, slug: str = "kickoff") -> None:
    assert old in text(netwerk, slug)
    (netwerk.folder / f"{slug}.toml").write_text(text(netwerk, slug).replace(old, new), encoding="utf-8")


def test_an_older_dossier_never_sets_back_what_a_colleague_changed(desk: Netwerk) -> None:
    desk.done("event", "edit", "kickoff", "--location", "Leuven", "--capacity", "30")
    before = desk.files()
    ended = desk("apply", "kickoff.toml")
    assert (ended.code, ended.out) == (5, "")
    assert ended.err == said(
        "kickoff.toml: kickoff location: Leuven → (nothing); changed since.",
        "kickoff.toml: kickoff capacity: 30 → 3; changed since.",
        f"Error: 2 values changed since the dossier was exported {QUESTION}",
        "See how it is now with 'netwerk export dossier kickoff' and edit that, or go ahead with --yes.",
    )
    assert desk.files() == before
    error = desk.error("apply", "kickoff.toml")
    assert error["code"] == "dossier_outdated"
    assert error["details"]["lost"][1] == {
        "path": "kickoff.toml", "slug": "kickoff", "field": "capacity", "current": 30, "dossier": 3,
    }  # fmt: skip


def test_yes_sets_it_back(desk: Netwerk) -> None:
    desk.done("event", "edit", "kickoff", "--capacity", "30").done("apply", "kickoff.toml", "--yes")
    assert desk("event", "show", "kickoff", "--json").json["capacity"] == 3


def test_a_dry_run_shows_what_would_be_lost_and_touches_nothing(desk: Netwerk) -> None:
    desk.done("event", "edit", "kickoff", "--capacity", "30")
    before = desk.files()
    dry = desk("apply", "kickoff.toml", "-n")
    assert (dry.code, dry.out) == (0, "changed\tevent\tkickoff\tcapacity\t30\t3\n")
    assert "kickoff.toml: kickoff capacity: 30 → 3; changed since." in dry.err.splitlines()
    assert [one["field"] for one in desk("apply", "kickoff.toml", "-n", "--json").json["lost"]] == [
        "capacity"
    ]
    assert desk.files() == before


def test_a_dossier_of_the_present_state_asks_nothing(desk: Netwerk) -> None:
    rewrite(desk, "capacity = 3", "capacity = 4")
    desk.done("apply", "kickoff.toml")
    before = desk.files()
    assert desk("apply", "kickoff.toml").out == "unchanged\tevent\tkickoff\t\t\t\n"
    assert desk.files() == before


def test_who_edits_the_same_file_again_is_not_asked_about_their_own_change(desk: Netwerk) -> None:
    for capacity in (4, 5):
        rewrite(desk, f"capacity = {capacity - 1}", f"capacity = {capacity}")
        desk.done("apply", "kickoff.toml")
    assert desk("event", "show", "kickoff", "--json").json["capacity"] == 5


def test_a_value_that_a_colleague_changed_meanwhile_is_not_overwritten_either(desk: Netwerk) -> None:
    desk.signing_as("bob")
    desk.done("event", "edit", "kickoff", "--capacity", "30")
    desk.signing_as("ans")
    rewrite(desk, "capacity = 3", "capacity = 40")
    assert desk.error("apply", "kickoff.toml")["details"]["count"] == 1


def test_a_change_that_was_taken_back_and_one_of_another_event_lose_nothing(desk: Netwerk) -> None:
    desk.done("event", "edit", "kickoff", "--capacity", "30").done(
        "event", "edit", "kickoff", "--capacity", "3"
    )
    desk.done("event", "edit", "ander", "--location", "Gent").register("Ans")
    rewrite(desk, 'title = "Kick-off"', 'title = "De kick-off"')
    desk.done("apply", "kickoff.toml")


def test_what_was_said_of_other_fields_since_stays(desk: Netwerk) -> None:
    """A dossier that was edited by hand after somebody changed another field still sets that one back."""
    desk.done("event", "edit", "kickoff", "--location", "Leuven")
    rewrite(desk, "capacity = 3", "capacity = 4")
    assert [one["field"] for one in desk.error("apply", "kickoff.toml")["details"]["lost"]] == ["location"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (("session", "add", "kickoff", "extra", "--starts", "2024-02-01"), "session.extra.starts"),
        (("session", "edit", "kickoff", "main", "--starts", "26/01/2024 10u"), "starts"),
        (("material", "add", "kickoff", "--title", "Nieuw"), "material.m1.title"),
        (("milestone", "add", "kickoff", "--title", "Nieuw"), "milestone.m1.title"),
        (("event", "edit", "kickoff", "--audience", "CLB's"), "audiences"),
        (("event", "edit", "kickoff", "--draft"), "draft"),
        (("event", "edit", "kickoff", "--set-aside", "CLB=1 until 2024-01-12 12:00"), "set-aside"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value[:2]),
)
def test_every_kind_of_change_is_kept(desk: Netwerk, change: tuple[str, ...], field: str) -> None:
    desk.done(*change)
    lost = [one["field"] for one in desk.error("apply", "kickoff.toml")["details"]["lost"]]
    assert field in lost


def test_a_session_that_was_put_back_on_is_not_called_off_again(desk: Netwerk) -> None:
    desk.done("session", "add", "kickoff", "extra", "--starts", "2024-02-01")
    desk.done("session", "cancel", "kickoff", "extra")
    exported(desk, "kickoff")
    desk.at("2024-01-11T09:00:00+01:00").done("session", "reopen", "kickoff", "extra")
    lost = desk.error("apply", "kickoff.toml")["details"]["lost"]
    assert [one["field"] for one in lost] == ["session.extra.cancelled"]


def test_publishing_is_not_taken_back(desk: Netwerk) -> None:
    desk.done("event", "edit", "kickoff", "--draft")
    exported(desk, "kickoff").done("event", "open", "kickoff")
    assert [one["field"] for one in desk.error("apply", "kickoff.toml")["details"]["lost"]] == ["draft"]


def test_of_several_dossiers_all_or_none_is_applied(desk: Netwerk) -> None:
    desk.done("event", "edit", "kickoff", "--capacity", "30").done(
        "group", "edit", "kring", "--theme", "zorg"
    )
    (desk.folder / "nieuw.toml").write_text('[event]\nslug = "nieuw"\n')
    before = desk.files()
    lost = desk.error("apply", "nieuw.toml", "kickoff.toml", "kring.toml")["details"]["lost"]
    assert [(one["slug"], one["field"]) for one in lost] == [("kickoff", "capacity"), ("kring", "theme")]
    assert desk.files() == before


def test_without_the_comment_it_is_applied_as_it_stands(desk: Netwerk) -> None:
    desk.done("event", "edit", "kickoff", "--capacity", "30")
    rewrite(desk, text(desk).splitlines()[0], "")
    desk.done("apply", "kickoff.toml")
    assert desk("event", "show", "kickoff", "--json").json["capacity"] == 3


def test_after_a_restore_the_same_number_is_another_state(desk: Netwerk) -> None:
    desk.done("backup", "toen.json")
    desk.done("event", "edit", "kickoff", "--capacity", "30")
    exported(desk, "kickoff").done("restore", "toen.json", "--yes")
    desk.done("event", "edit", "kickoff", "--location", "Leuven")
    lost = desk.error("apply", "kickoff.toml")["details"]["lost"]
    assert [one["field"] for one in lost] == ["location", "capacity"]


def test_a_new_export_brings_the_state_in_the_file_up_to_date(desk: Netwerk) -> None:
    first = text(desk).splitlines()[0]
    desk.done("event", "close", "kickoff")
    exported(desk, "kickoff")
    second = text(desk).splitlines()[0]
    assert re.fullmatch(r"# netwerk: state 1-[0-9a-f]{8}", first)
    assert re.fullmatch(r"# netwerk: state 2-[0-9a-f]{8}", second)
    assert text(desk).count("# netwerk") == 1


@needs_terminals
@pytest.mark.parametrize(("keys", "code", "capacity"), [(b"y\n", 0, 3), (b"n\n", 1, 30)])
def test_on_a_terminal_it_asks(desk: Netwerk, keys: bytes, code: int, capacity: int) -> None:
    desk.done("event", "edit", "kickoff", "--capacity", "30")
    shown = on_terminal(desk, "apply", "kickoff.toml", columns=120, keys=keys)
    assert shown.code == code
    assert "Apply all the same, and lose 1 value? [y/N]" in shown.screen
    assert desk("event", "show", "kickoff", "--json").json["capacity"] == capacity
