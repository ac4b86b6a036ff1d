"""All that is kept of one person, as they get it: in words, as JSON, as a file to hand over."""

from __future__ import annotations

import json
import os

import pytest

from tests.cli.calling import Netwerk

DIET = "dieet=Dieetwensen?; choice: vegan | halal; special"
PHOTO = "foto=Mag u op de foto?; yes-no"


@pytest.fixture
def desk(kickoff: Netwerk) -> Netwerk:
    """An is registered with answers, belongs to a group and shared a report; Bo handed the seat to Cas."""
    kickoff.done("event", "edit", "kickoff", "--question", DIET, "--question", PHOTO)
    kickoff.done(
        "registration", "add", "kickoff", "--name", "An Schaap", "--email", "an@example.org",
        "--organisation", "CLB Voorbeeld", "--note", "komt later", "--answer", "dieet=vegan", "--answer", "foto=nee",
    )  # fmt: skip
    kickoff.done("registration", "edit", "kickoff", "r1", "--answer", "dieet=halal")
    kickoff.done("registration", "add", "kickoff", "--name", "Bo Linde", "--email", "bo@example.org")
    kickoff.done(
        "registration", "substitute", "kickoff", "r2", "--name", "Cas Berg", "--email", "cas@example.org"
    )
    kickoff.done("mail", "told", "kickoff", "r1")
    kickoff.done("group", "add", "gent", "--title", "Netwerk Gent")
    kickoff.done("group", "admit", "gent", "--name", "An Schaap", "--email", "an@example.org")
    kickoff.done("material", "add", "gent", "--title", "Verslag", "--contributor", "Schaap, An")
    return kickoff.done("event", "edit", "kickoff", "--organiser", "An Schaap <an@example.org>")


WORDS = """\
What is kept of An Schaap <an@example.org>
==========================================
  made on: Wednesday 10 January 2024 at 09:00
  why, and how long: as the record of processing says; the dates below are those on which terms end

Kick-off (kickoff)
  starts: Friday 26 January 2024 at 09:30
  code: r1
  name: An Schaap
  e-mail: an@example.org
  organisation: CLB Voorbeeld
  status: confirmed
  received: Wed 10 Jan 9:00
  note: komt later
  Dieetwensen?: halal
  Mag u op de foto?: no

  What was told and sent
    Wednesday 10 January 2024 at 09:00: last told: confirmed (main)
    Wednesday 10 January 2024 at 09:00: confirmation · hand · an@example.org

  What happened
    Wednesday 10 January 2024 at 09:00: registered, by ans
    Wednesday 10 January 2024 at 09:00: edited, by ans; dieet: vegan → halal
    Wednesday 10 January 2024 at 09:00: told, by ans

  Kept until
    name: Sunday 26 January 2025 at 16:00
    e-mail: Sunday 26 January 2025 at 16:00
    organisation: Sunday 26 January 2025 at 16:00
    note: Friday 23 February 2024 at 16:00
    foto: Friday 23 February 2024 at 16:00
    dieet: Friday 2 February 2024 at 16:00

Netwerk Gent (gent)
  code: m1
  name: An Schaap
  e-mail: an@example.org
  status: member
  received: Wed 10 Jan 9:00
  since: Wed 10 Jan 9:00
  by: ans

  What happened
    Wednesday 10 January 2024 at 09:00: admitted, by ans

  Kept until
    name: for as long as it lasts
    e-mail: for as long as it lasts

Shared or answered
  gent m1: Verslag

Named as an organiser of
  Kick-off (kickoff)

What you can ask for
  You can have this corrected or erased, object to its use, take a consent back, and complain to the supervisory \
authority. Ask whoever gave you this.
"""


def test_a_person_reads_all_that_is_kept_of_them(desk: Netwerk) -> None:
    assert desk("privacy", "report", "an@example.org").out == WORDS
    assert desk("privacy", "report", "Schaap").out == WORDS


def test_it_reads_in_dutch(desk: Netwerk) -> None:
    text = desk("privacy", "report", "an@example.org", "--lang", "nl").out
    assert text.startswith("Wat er wordt bewaard van An Schaap <an@example.org>\n")
    assert "  Mag u op de foto?: nee\n" in text
    assert "    woensdag 10 januari 2024 om 09:00: gewijzigd, door ans; dieet: vegan → halal\n" in text


def test_a_script_gets_the_same_with_special_answers(desk: Netwerk) -> None:
    said = json.loads(desk("privacy", "report", "an@example.org", "--json").out)
    (one,) = said["registrations"]
    assert one["answers"] == {"dieet": "halal", "foto": "no"}
    assert one["questions"] == {"dieet": "Dieetwensen?", "foto": "Mag u op de foto?"}
    assert [line["changes"] for line in one["history"]] == [
        {"status": [None, "confirmed"]},
        {"answers.dieet": ["vegan", "halal"]},
        {},
    ]
    assert [message["email"] for message in one["messages"]] == ["an@example.org"]
    assert one["kept_until"]["answers.dieet"] == "2024-02-02T16:00:00+01:00"
    assert [one["group"] for one in said["memberships"]] == ["gent"]
    assert [one["title"] for one in said["materials"]] == ["Verslag"]
    assert (said["former"], said["organises"]) == ([], ["kickoff"])


def test_who_handed_a_seat_on_finds_it_without_who_has_it_now(desk: Netwerk) -> None:
    said = desk("privacy", "report", "bo@example.org").out
    assert "Kick-off, since handed to somebody else (kickoff r2)\n" in said
    assert "name: Bo Linde → …; e-mail: bo@example.org → …" in said
    assert "Cas" not in said
    assert "Bo Linde" not in desk("privacy", "report", "cas@example.org").out


def test_terms_of_the_settings_decide_until_when(desk: Netwerk, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk.folder / "c.toml").write_text(
        '[privacy]\ncontact = "fg@example.org"\nspecial = "1 dag"\n', encoding="utf-8"
    )
    monkeypatch.setenv("NETWERK_CONFIG", str(desk.folder / "c.toml"))
    text = desk("privacy", "report", "an@example.org").out
    assert "  contact: fg@example.org\n" in text
    assert "    dieet: Saturday 27 January 2024 at 16:00\n" in text


def test_nobody_and_several_people_are_refused(desk: Netwerk) -> None:
    assert desk("privacy", "report", "zed@example.org").code == 3
    desk.done("registration", "add", "kickoff", "--name", "An Steen", "--email", "an.steen@example.org")
    ended = desk("privacy", "report", "an", "--json")
    assert (ended.code, ended.out, ended.error["code"]) == (4, "", "ambiguous")
    assert desk("privacy", "export", "an", "-o", str(desk.folder / "an.json")).code == 4
    assert not (desk.folder / "an.json").exists()


def test_the_name_of_the_file_decides_how_it_is_written(desk: Netwerk) -> None:
    for name in ("an.json", "an.txt", "an.md"):
        desk.done("privacy", "export", "an@example.org", "-o", str(desk.folder / name))
    written = {path.name: path.read_text(encoding="utf-8") for path in desk.folder.glob("an.*")}
    report = desk("privacy", "report", "an@example.org", "--json").out
    assert json.loads(written["an.json"]) == json.loads(report)
    assert written["an.txt"] == WORDS
    assert written["an.md"].startswith("# What is kept of An Schaap \\<an@example.org\\>\n\n- **made on**: ")
    assert desk("privacy", "export", "an@example.org", "--format", "text").out == WORDS


@pytest.mark.of_a_file
def test_it_is_written_over_nothing_of_ours(desk: Netwerk) -> None:
    ended = desk("privacy", "export", "an@example.org", "-o", os.environ["NETWERK_DB"])
    assert (ended.code, ended.out) == (4, "")
