"""`netwerk export dossier`: the whole text, and a file that is rewritten with its comments."""

from __future__ import annotations

import re

import pytest

from tests.cli.calling import Ended, Netwerk, said

MINE = """\
# Mijn dossier.
[event] # de bijeenkomst
slug = "kickoff"   # nooit meer wijzigen
title = "Kick-off"
starts = "26 januari 2024 van 9u30 tot 16u" # zoals aangekondigd
capacity = 3 # de kleine zaal

# Wat je leest:
[[material]] # het rapport
title = "Rapport"

# en daarna
[[material]]
title = "Vraag"
kind = "question"
"""


@pytest.fixture
def mine(netwerk: Netwerk) -> Netwerk:
    """An event from a dossier with comments."""
    path = netwerk.folder / "mine.toml"
    path.write_text(MINE, encoding="utf-8")
    return netwerk.done("apply", str(path))


def rewritten(netwerk: Netwerk) -> str:
    """Return the file after an export onto it, without the line that says which state it was taken from."""
    path = netwerk.folder / "mine.toml"
    ended = netwerk("export", "dossier", "kickoff", "-o", str(path))
    size = len(path.read_bytes())
    assert ended == Ended(0, "", said(f"Wrote {path} ({size} bytes)."))
    assert netwerk("apply", str(path)).out == "unchanged\tevent\tkickoff\t\t\t\n"
    return without_state(path.read_text(encoding="utf-8"))


def without_state(text: str) -> str:
    return re.sub(r"\A# netwerk: state \d+-[0-9a-f]{8}\n", "", text)


def test_it_prints_everything_that_is_not_a_default(kickoff: Netwerk) -> None:
    kickoff.done(
        "event", "edit", "kickoff", "--set-aside", "CLB's=2 until 2024-01-12 12:00", "--audience", "CLB's",
        "--description", "Regel 1\nRegel 2", "--cost", "25 euro", "--approval",
    ).done(
        "session", "add", "kickoff", "extra", "--starts", "2024-10-27T02:30:00+02:00", "--capacity", "2"
    ).done("session", "cancel", "kickoff", "extra").done(
        "milestone", "add", "kickoff", "--title", "Verslag", "--due", "Q1 2024"
    ).done("milestone", "done", "kickoff", "m1")  # fmt: skip
    assert without_state(kickoff("export", "dossier", "kickoff").out) == (
        """\

[event]
slug = "kickoff"
title = "Kick-off"
timezone = "Europe/Brussels"
capacity = 3
closes = 2024-01-16T16:00:00
approval = true
set-aside = [
    {audience = "CLB's", seats = 2, until = 2024-01-12T12:00:00},
]
audiences = ["CLB's"]
cost = "25 euro"
description = \"\"\"
Regel 1
Regel 2\"\"\"

[[session]]
id = "main"
starts = 2024-01-26T09:30:00
ends = 2024-01-26T16:00:00

[[session]]
id = "extra"
starts = 2024-10-27T02:30:00+02:00
capacity = 2
cancelled = true

[[milestone]]
id = "m1"
title = "Verslag"
due = "Q1 2024"
done = 2024-01-10T09:00:00
"""
    )


def test_an_unknown_name_is_not_found(kickoff: Netwerk) -> None:
    error = kickoff("export", "dossier", "kickof")
    assert error.code == 3
    assert "Did you mean 'kickoff'?" in error.err


def test_a_file_that_says_it_already_keeps_every_byte(mine: Netwerk) -> None:
    assert rewritten(mine) == MINE


def test_what_differs_is_changed_in_place_and_what_is_new_comes_behind_the_last_key(mine: Netwerk) -> None:
    mine.done("event", "edit", "kickoff", "--capacity", "5", "--location", "Brussel")
    mine.done("material", "add", "kickoff", "--title", "Handreiking")
    assert rewritten(mine) == (
        MINE.replace("capacity = 3 # de", 'capacity = 5 # de').replace(
            "kleine zaal\n", 'kleine zaal\nlocation = "Brussel"\n'
        )
        + '\n[[material]]\nid = "m3"\ntitle = "Handreiking"\nkind = "document"\n'
    )  # fmt: skip


def test_a_time_that_moved_is_written_anew_as_a_whole(mine: Netwerk) -> None:
    mine.done("event", "edit", "kickoff", "--ends", "2024-01-26 17:00")
    assert rewritten(mine) == MINE.replace(
        '"26 januari 2024 van 9u30 tot 16u" # zoals aangekondigd', "2024-01-26T09:30:00 # zoals aangekondigd"
    ).replace("kleine zaal\n", "kleine zaal\nends = 2024-01-26T17:00:00\n")


def test_what_is_gone_is_taken_out_with_its_own_comments(mine: Netwerk) -> None:
    mine.done("event", "edit", "kickoff", "--capacity", "none").done("material", "remove", "kickoff", "m2")
    text = rewritten(mine)
    assert "capacity" not in text
    assert "Vraag" not in text
    assert "# Mijn dossier." in text
    assert "# het rapport" in text


def test_a_file_that_is_something_else_is_not_overwritten(mine: Netwerk) -> None:
    for name, text in {"other.toml": '[event]\nslug = "ander"\n', "notes.toml": "Beste lezer,\n"}.items():
        path = mine.folder / name
        path.write_text(text)
        assert mine("export", "dossier", "kickoff", "-o", str(path)) == Ended(
            4,
            "",
            said(
                f"Error: {path} is not a dossier of 'kickoff', and is not overwritten.",
                "Choose another file, or take that one away first.",
            ),
        )
        assert path.read_text() == text


def test_a_dossier_with_faults_is_not_rewritten(mine: Netwerk) -> None:
    path = mine.folder / "mine.toml"
    path.write_text(MINE.replace("capacity", "capaciteit"))
    ended = mine("export", "dossier", "kickoff", "-o", str(path))
    assert ended.code == 2
    assert ended.err.splitlines()[0].startswith(f"{path}:6: There is no key 'capaciteit'")


def test_a_group_has_a_dossier_too(netwerk: Netwerk) -> None:
    netwerk.done("group", "add", "kring", "--title", "Kring", "--access", "open")
    assert without_state(netwerk("export", "dossier", "kring").out) == (
        '\n[group]\nslug = "kring"\ntitle = "Kring"\naccess = "open"\ntimezone = "Europe/Brussels"\n'
    )


def test_no_event_or_group_is_left_out_of_a_folder_of_dossiers(kickoff: Netwerk) -> None:
    kickoff.done("group", "add", "kring", "--title", "Kring")
    folder = kickoff.folder / "dossiers"
    ended = kickoff("export", "dossier", "--all", "-o", str(folder))
    assert (ended.code, ended.out) == (0, "")
    assert sorted(path.name for path in folder.iterdir()) == ["kickoff.toml", "kring.toml"]
    written = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert written["kring.toml"].decode() == kickoff("export", "dossier", "kring").out
    kickoff.done("export", "dossier", "kring", "kickoff", "-o", str(folder))
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == written
    assert kickoff("apply", *(str(path) for path in folder.iterdir()), "--json").json["changed"] is False


def test_one_file_never_takes_several_dossiers(kickoff: Netwerk) -> None:
    kickoff.done("group", "add", "kring", "--title", "Kring")
    for words in (("--all",), ("kickoff", "kring")):
        assert kickoff("export", "dossier", *words).err == said(
            "Error: --output: name a folder.", "See '--output' in the help of this command."
        )
    assert kickoff("export", "dossier").code == 2
    assert kickoff("export", "dossier", "kickoff", "--all", "-o", str(kickoff.folder)).code == 2


def test_where_one_dossier_cannot_be_written_none_is(kickoff: Netwerk) -> None:
    kickoff.done("group", "add", "kring", "--title", "Kring")
    folder = kickoff.folder / "dossiers"
    folder.mkdir()
    (folder / "kring.toml").write_text("mijn lijstje", encoding="utf-8")
    assert kickoff("export", "dossier", "--all", "-o", str(folder)).code != 0
    assert [path.name for path in folder.iterdir()] == ["kring.toml"]
