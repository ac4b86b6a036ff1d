"""`init`, `status`, `log`, `doctor`, `backup`, `restore`, `config`, `completion`."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from tests.cli.calling import NOW, Ended, Netwerk, event, said

EXISTS = "Use it as it is, or choose another place with --db FILE."


# ----------------------------------------------------------------------- init
def test_init_makes_a_file_for_its_owner_only(fresh: Netwerk) -> None:
    assert fresh("init") == Ended(0, "", said(f"Created {fresh.db}."))
    assert fresh.db.stat().st_mode & 0o777 == 0o600


def test_init_in_json(fresh: Netwerk) -> None:
    assert fresh("init", "--json").json == {
        "action": "init",
        "changed": True,
        "dry_run": False,
        "warnings": [],
        "path": str(fresh.db),
        "change": None,
    }


def test_init_makes_the_folders_too(fresh: Netwerk) -> None:
    target = fresh.folder / "a" / "b" / "netwerk.json"
    assert fresh("--db", str(target), "init").code == 0
    assert target.is_file()


def test_init_twice_is_a_conflict(netwerk: Netwerk) -> None:
    before = netwerk.files()
    assert netwerk("init") == Ended(4, "", said(f"Error: There is a file at {netwerk.db} already.", EXISTS))
    assert netwerk.files() == before


# --------------------------------------------------------------- status and log
def test_status_says_what_needs_attention(kickoff: Netwerk) -> None:
    kickoff.register("Ans", "Bea", "Cas", "Dirk").done("event", "add", "concept", "--draft")
    assert kickoff("status") == Ended(
        0,
        said(
            "kickoff\tfull\t3\t3\t1\t0\t2024-01-16T16:00:00+01:00\tfull, waiting, closes-soon, untold",
            "concept\tdraft\t0\t\t0\t0\t\tdraft",
        ),
    )


def test_status_in_json_is_an_event_with_attention(kickoff: Netwerk) -> None:
    assert kickoff("status", "--json").json == [event() | {"attention": ["closes-soon"]}]
    assert kickoff("status", "--fields", "slug,attention") == Ended(0, "kickoff\tcloses-soon\n")


def test_log_tells_when_who_what_and_why(kickoff: Netwerk) -> None:
    kickoff.register("Ans").at("2024-01-11T10:00:00+01:00")
    kickoff.signing_as("bea")
    kickoff.done("registration", "cancel", "kickoff", "r1", "--reason", "Ziek")
    assert kickoff("log") == Ended(
        0,
        said(
            f"{NOW}\tans\tkickoff\t\tcreated\t",
            f"{NOW}\tans\tkickoff\tr1\tregistered\t",
            "2024-01-11T10:00:00+01:00\tbea\tkickoff\tr1\tcancelled\tZiek",
        ),
    )
    assert kickoff("log", "kickoff", "r1", "--limit", "1", "--json").json == [
        {
            "at": "2024-01-11T10:00:00+01:00",
            "by": "bea",
            "event": "kickoff",
            "registration": "r1",
            "what": "cancelled",
            "why": "Ziek",
            "changes": {"status": ["confirmed", "cancelled"]},
            "group": None,
            "membership": None,
            "change": "c3",
        }
    ]


def test_listings_of_nothing_are_empty(netwerk: Netwerk) -> None:
    for words in (["event", "list"], ["status"], ["log"], ["backup", "--list"]):
        assert netwerk(*words) == Ended(0)
        assert netwerk(*words, "--json") == Ended(0, "[]\n")


# --------------------------------------------------------------------- doctor
def test_doctor_of_a_sound_file(kickoff: Netwerk) -> None:
    assert kickoff("doctor") == Ended(0, "", said("No findings."))
    assert kickoff("doctor", "--json").json == {"findings": []}


def test_doctor_reports_findings(kickoff: Netwerk) -> None:
    kickoff.register("Ans", "Bea", "Cas")
    data = kickoff.db.read_bytes()
    kickoff.db.write_bytes(data.replace(b'"capacity":3', b'"capacity":2'))
    problem = "3 seats are held of 2, and no override says why."
    todo = "See who holds one: netwerk registration list kickoff --status confirmed."
    assert kickoff("doctor") == Ended(
        8,
        "",
        said(
            "Findings",
            f"kickoff: {problem} {todo}",
            "Error: 1 finding.",
            "Each line says what to do about it.",
        ),
    )
    assert kickoff.error("doctor") == {
        "code": "findings",
        "exit_code": 8,
        "message": "1 finding.",
        "hint": "Each line says what to do about it.",
        "details": {
            "count": 1,
            "findings": [
                {
                    "code": "over_capacity",
                    "where": "kickoff",
                    "problem": problem,
                    "hint": todo,
                    "note": False,
                }
            ],
        },
    }


# --------------------------------------------------------- backup and restore
def test_backup_beside_the_data_file(kickoff: Netwerk) -> None:
    target = kickoff.folder / "netwerk-20240110-090000.json"
    size = kickoff.db.stat().st_size
    assert kickoff("backup") == Ended(0, "", said(f"Wrote {target} ({size} bytes)."))
    assert target.read_bytes() == kickoff.stored()
    assert target.stat().st_mode & 0o777 == 0o600


def test_backup_never_overwrites(kickoff: Netwerk) -> None:
    target = kickoff.folder / "kopie.json"
    target.write_text("mine")
    assert kickoff("backup", str(target)) == Ended(
        4, "", said(f"Error: There is a file at {target} already.", "Choose another name.")
    )
    assert target.read_text() == "mine"


def test_backup_in_json(kickoff: Netwerk) -> None:
    target = str(kickoff.folder / "kopie.json")
    assert kickoff("backup", target, "--json").json == {
        "action": "backup",
        "changed": True,
        "dry_run": False,
        "warnings": [],
        "path": target,
        "size": kickoff.db.stat().st_size,
        "change": None,
    }


@pytest.mark.of_a_file
def test_backup_list_shows_the_kept_generations(kickoff: Netwerk) -> None:
    kickoff.register("Ans")
    rows = kickoff("backup", "--list", "--json").json
    assert [list(row)[:4] for row in rows] == [["generation", "written_at", "size", "path"]] * 2
    made = [[row[name] for name in list(row)[4:]] for row in rows]
    assert made == [["c1", "ans", "created", 1, 0], [None, None, None, 0, 0]]
    assert [row["generation"] for row in rows] == [2, 1]
    assert [line[0] for line in kickoff("backup", "--list").lines] == ["2", "1"]


def test_backup_list_goes_without_a_file(kickoff: Netwerk) -> None:
    assert kickoff("backup", "--list", "x.json") == Ended(
        2, "", said("Error: --list: it goes without a file.", "See '--list' in the help of this command.")
    )


@pytest.mark.of_a_file
def test_restore_a_generation_and_undo_it(kickoff: Netwerk) -> None:
    kickoff.register("Ans", "Bea")
    assert kickoff("restore", "2", "--yes") == Ended(
        0,
        "",
        said(
            "Lost with it: registered (kickoff r1), c2, by ans on Wednesday 10 January 2024 at 09:00.",
            "Lost with it: registered (kickoff r2), c3, by ans on Wednesday 10 January 2024 at 09:00.",
            "Put back 2: 1 event, 0 registrations.",
            "What was there is kept as generation 4.",
        ),
    )
    assert kickoff("registration", "list", "kickoff") == Ended(0)
    assert kickoff("restore", "4", "--yes", "--json").json == {
        "action": "restore",
        "changed": True,
        "dry_run": False,
        "warnings": [],
        "kept_as": 5,
        "lost": ["c4"],
        "events": 1,
        "registrations": 2,
        "change": "c5",
    }


@pytest.mark.of_a_file
def test_a_restore_stands_in_the_log(kickoff: Netwerk) -> None:
    kickoff.done("restore", "1", "--yes")
    assert kickoff("log", "--json").json == [
        {
            "at": NOW,
            "by": "ans",
            "event": None,
            "registration": None,
            "what": "restored",
            "why": None,
            "changes": {},
            "group": None,
            "membership": None,
            "change": "c2",
        }
    ]


@pytest.mark.parametrize("promote", ["auto", "manual"])
@pytest.mark.parametrize(
    ("status", "chosen", "awaited"),
    [
        pytest.param("confirmed", [], ["gone"], id="the whole event, waiting for the rest"),
        pytest.param("confirmed", ["b"], ["gone"], id="another session, waiting for one more"),
        pytest.param("confirmed", ["gone", "b"], [], id="both sessions"),
        pytest.param("waiting", ["gone", "b"], [], id="waiting for both"),
        pytest.param("waiting", ["gone"], [], id="waiting for that one only"),
    ],
)
def test_following_doctor_about_a_session_that_is_gone_leaves_nothing_to_find(
    kickoff: Netwerk, promote: str, status: str, chosen: list[str], awaited: list[str]
) -> None:
    kickoff.done("session", "add", "kickoff", "b", "--starts", "2024-01-26 19:00", "--duration", "1h")
    kickoff.done("event", "edit", "kickoff", "--promote", promote).register("Ans")
    tree = json.loads(kickoff.db.read_bytes())
    state = {"status": status, "sessions": chosen, "waits_for": awaited}
    tree["registrations:kickoff"]["1"] |= {name: value for name, value in state.items() if value}
    tree["registrations:kickoff"]["1"]["history"][0]["changes"]["status"] = [None, status]
    kickoff.db.write_text(json.dumps(tree))
    first = True
    while (found := kickoff("doctor", "--json")).code:
        findings = json.loads(found.err)["error"]["details"]["findings"]
        hint = next(one["hint"] for one in findings if one["code"] == "session_unknown" or not first)
        words = shlex.split(hint.partition("netwerk ")[2].rstrip(".").replace("SESSION", "b"))
        assert kickoff(*words).code == 0, hint
        assert first or "registration" not in words
        first = False
    assert not first
    person = kickoff("registration", "show", "kickoff", "r1", "--json").json
    assert "gone" not in [*person["sessions"], *person["waits_for"]]
    assert "promoted" not in [entry["what"] for entry in person["history"][:-1]]


def test_doctor_keeps_notes_and_findings_apart(kickoff: Netwerk) -> None:
    tree = json.loads(kickoff.db.read_bytes()) | {"mine": {}}
    tree["event:kickoff"]["1"]["title"] = " "
    kickoff.db.write_bytes(json.dumps(tree, indent=1).encode())
    told = kickoff("doctor").err.splitlines()
    assert [line for line in told if ":" not in line and "." not in line] == ["Findings", "Notes"]
    assert told.index("Findings") < told.index("Notes")
    assert told[1].startswith("kickoff: Its title is empty")
    assert told[3].startswith("mine: This table is not one of netwerk's.")


def test_restore_a_backup_where_there_is_no_data_file(kickoff: Netwerk, tmp_path: Path) -> None:
    kickoff.register("Ans").done("backup", str(tmp_path / "kopie.json"))
    kickoff.db.unlink()
    assert kickoff("restore", str(tmp_path / "kopie.json"), "--yes") == Ended(
        0, "", said(f"Put back {tmp_path}/kopie.json: 1 event, 1 registration.")
    )
    assert kickoff.statuses() == {"r1": "confirmed"}


@pytest.mark.of_a_file
def test_restore_needs_an_answer(kickoff: Netwerk) -> None:
    before = kickoff.files()
    assert kickoff("restore", "1") == Ended(
        2,
        "",
        said(
            "Lost with it: created (kickoff), c1, by ans on Wednesday 10 January 2024 at 09:00.",
            "Error: This needs a confirmation, and there is no terminal to ask on: "
            "Put all that is kept back to generation 1?",
            "Add --yes to go ahead, or --dry-run to see what would happen.",
        ),
    )
    assert kickoff.files() == before


def test_restore_of_what_is_not_there_asks_nothing(kickoff: Netwerk) -> None:
    assert kickoff("restore", "99") == Ended(
        3,
        "",
        said("Error: Generation 99 is not kept.", "List the kept ones with 'netwerk backup --list'."),
    )
    assert kickoff("restore", "weg.json") == Ended(
        3, "", said("Error: There is no file 'weg.json'.", "Check the path.")
    )


def test_restore_of_something_else_is_refused(kickoff: Netwerk) -> None:
    other = kickoff.folder / "brief.txt"
    other.write_text("Beste allemaal")
    before = kickoff.stored()
    ended = kickoff("restore", str(other), "--yes")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"Error: '{other}' is not a usable backup: ")
    assert kickoff.stored() == before


# --------------------------------------------------------------------- config
SERVER = {"mail_host": "", "mail_port": "", "mail_security": "", "mail_user": "", "mail_password_command": "",
          "mail_token_command": "", "mail_per_minute": "30", "fonts": ""}  # fmt: skip


def test_config_shows_where_each_setting_comes_from(netwerk: Netwerk) -> None:
    (netwerk.folder / "config.toml").write_text('color = "never"\nlock_timeout = 3\n')
    rows = netwerk("config", "--lang", "nl", "--json").json
    assert rows == [
        {"setting": "lang", "value": "nl", "source": "option"},
        {"setting": "color", "value": "never", "source": "config"},
        {"setting": "lock_timeout", "value": "3", "source": "config"},
        {"setting": "timezone", "value": "Europe/Brussels", "source": "default"},
        {"setting": "sort_names", "value": "auto", "source": "default"},
        {"setting": "mail_from", "value": "", "source": "default"},
        {"setting": "mail_templates", "value": str(netwerk.folder / "mail"), "source": "default"},
        *({"setting": name, "value": value, "source": "default"} for name, value in SERVER.items()),
        {"setting": "db", "value": str(netwerk.db), "source": "environment"},
        {
            "setting": "config_file",
            "value": str(netwerk.folder / "config.toml"),
            "source": rows[-1]["source"],
        },
    ]


@pytest.mark.parametrize(
    "text",
    ["db = ", 'colour = "never"', "\x00", "db = 'a'\ndb = 'b'"],
    ids=["not TOML", "unknown", "binary", "twice"],
)
def test_unusable_config_file_is_refused(netwerk: Netwerk, text: str) -> None:
    (netwerk.folder / "config.toml").write_text(text)
    ended = netwerk("event", "list")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"Error: The config file {netwerk.folder}/config.toml cannot be used: ")
    assert ended.err.endswith("\nIt has lines such as db = '/path/to/netwerk.json' or lang = 'nl'.\n")
