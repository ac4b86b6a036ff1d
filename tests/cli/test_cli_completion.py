"""What TAB offers: what fits at that place, in the reader's language, and nothing that a shell would run."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from typing import Any

import pytest

from docs.reference import every_command
from netwerk_cli.cli.app import build
from netwerk_cli.cli.commands.completion import SCRIPTS
from netwerk_cli.domain.attendee_lists import By
from netwerk_cli.domain.events import Status as EventStatus
from netwerk_cli.exchange.listed import FORMATS
from netwerk_cli.exchange.reports import FORMATS as REPORTS
from tests.cli.calling import PROGRAM, Ended, Netwerk, said

COMMANDS = every_command()
STATES = ["concept", "nog-niet-open", "open", "vol", "afgesloten", "geannuleerd", "voorbij"]


@pytest.mark.parametrize("shell", SCRIPTS)
def test_completion_prints_the_script(fresh: Netwerk, shell: str) -> None:
    assert fresh("completion", shell) == Ended(0, SCRIPTS[shell])


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script_is_understood_by_its_shell(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell} here")
    done = subprocess.run([shell, "-n"], input=SCRIPTS[shell].encode(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_completion_of_an_unknown_shell(fresh: Netwerk) -> None:
    assert fresh("completion", "ksh") == Ended(
        2,
        "",
        said(
            "Error: SHELL: choose from bash, zsh, fish, powershell.",
            "See 'SHELL' in the help of this command.",
        ),
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["ev"], ["event"]),
        (["event", "sh"], ["show"]),
        (["event", "show", "ki"], ["kickoff"]),
        (["event", "show", "x"], []),
        (["registration", "cancel", "kickoff", "r"], ["r1", "r2"]),
        (["registration", "add", "--name", "event", "ki"], ["kickoff"]),
        (["--json", "event", "show", "ki"], ["kickoff"]),
        (["event", "add", "x", "--when-full", ""], ["waiting-list", "close"]),
        (["event", "list", "--status", "open,ca"], ["open,cancelled"]),
        (["registration", "add", "kickoff", "--session", "main,ma"], ["main,main"]),
        (["export", "attendees", "kickoff", "--format", "x"], ["xlsx"]),
        (["export", "attendees", "kickoff", "--format", ""], [*FORMATS]),
        (["export", "ics", "kickoff", "ki"], ["kickoff"]),
        (["report", "kickoff", "ki"], ["kickoff"]),
        (["report", "kickoff", "--format", ""], [*REPORTS]),
        (["report", "kickoff", "--by", ""], [*By]),
        (["report", "kickoff", "--by", "role,se"], ["role,session"]),
        (["event", "cancel", "kickoff", "--rea"], ["--reason"]),
        (["completion", "z"], ["zsh"]),
        (["completion", "bash", ""], []),
        (["session", "edit", "kickoff", ""], ["main"]),
        (["session", "cancel", "kickoff", "m"], ["main"]),
        (["session", "add", "kickoff", ""], []),
        (["session", "edit", "kickoff", "main", ""], []),
        (["event", "copy", "kickoff", ""], []),
        (["event", "show", "kickoff", ""], []),
        (["waitlist", "list", "kickoff", ""], []),
        (["waitlist", "promote", "kickoff", ""], ["r1", "r2"]),
        (["export", "attendees", "kickoff", ""], []),
        (["registration", "list", "kickoff", ""], []),
        (["explain", "kickoff", ""], ["r1", "r2"]),
        (["log", "kickoff", ""], []),
        (["registration", "add", "kickoff", "--session", ""], ["main"]),
        (["registration", "add", "weg", "--session", ""], []),
        (["session", "add", "kickoff", "x", "--within", ""], ["kickoff"]),
        (["registration", "list", "kickoff", "--status", "c"], ["confirmed", "cancelled"]),
        (["event", "list", "--status", "p"], ["past"]),
        (["milestone", "list", "--status", "l"], ["late"]),
        (["group", "members", "x", "--status", "m"], ["member"]),
        (["event", "list", "--sort", "sl"], ["slug"]),
        (["event", "list", "--sort", "-sl"], ["-slug"]),
        (["event", "list", "--fields", "slug,tit"], ["slug,title"]),
        (["registration", "list", "kickoff", "--fields", "em"], ["email"]),
        (["config", "--fields", ""], []),
        (["event", "list", "--status=pa"], ["--status=past"]),
        (["event", "list", "--status", "=", "pa"], ["past"]),
        (["event", "list", "--lang", "="], ["nl", "en"]),
        (["event", "list", "--status", "=", "past", "--lang", "="], ["nl", "en"]),
        (["event", "show", "--lang=nl", ""], ["kickoff"]),
        (["event", "add", "x", "--title", ""], []),
        (["nonsense", "x"], []),
        (["event", "list", "--lang", "nl", "--status", ""], STATES),
        (["event", "list", "--lang=nl", "--status=ge"], ["--status=geannuleerd"]),
        (["registration", "list", "kickoff", "--lang", "nl", "--status", "g"], ["goed-te-keuren"]),
        (["event", "add", "x", "--lang", "nl", "--when-full", ""], ["wachtlijst", "sluiten"]),
        (["group", "add", "x", "--lang", "nl", "--access", "d"], ["dicht"]),
        (["event", "list", "--lang", "nl", "--fields", "titel,inschrijven-t"], ["titel,inschrijven-tot"]),
        (["event", "list", "--lang", "nl", "--sort", "status,-ti"], ["status,-titel", "status,-tijdzone"]),
        (["event", "list", "--sort", "status,-ti"], ["status,-title", "status,-timezone"]),
        (["event", "edit", "kickoff", "--remove-audience", ""], ["CLB’s", "Ouders (Gent)"]),
        (["registration", "add", "kickoff", "--audience", "C"], ["CLB’s"]),
        (["registration", "add", "--audience", ""], []),
        (["log", "--event", ""], ["kickoff"]),
        (["undo", "c"], ["c1", "c2", "c3", "c4"]),
        (["export", "dossier", "kickoff", "k"], ["kickoff"]),
        ([""], None),
    ],
)
def test_tab_offers(
    kickoff: Netwerk, capsys: pytest.CaptureFixture[str], words: list[str], found: list[str] | None
) -> None:
    from netwerk_cli.cli.complete import complete

    kickoff.register("Ans", "Bea")
    kickoff.done("event", "edit", "kickoff", "--audience", "CLB’s", "--audience", "Ouders (Gent)")
    assert complete(words) == 0
    out, err = capsys.readouterr()
    assert err == ""
    if found is not None:
        assert out.split("\n")[:-1] == found


def takes_files(parameter: Any) -> bool:
    return bool({"FILE", "DIR"} & set(re.findall("[A-Z]+", parameter.metavar or "")))


@pytest.mark.usefixtures("kickoff")
@pytest.mark.parametrize("name", COMMANDS)
def test_tab_leaves_files_to_the_shell_where_a_file_is_meant_and_nowhere_else(
    capsys: pytest.CaptureFixture[str], name: str
) -> None:
    from netwerk_cli.cli.complete import FILES, complete

    parameters = [p for p in build(*COMMANDS[name]).params if not getattr(p, "is_flag", False)]
    asked = [(p, [*name.split(), option, ""]) for p in parameters for option in p.opts if option[0] == "-"]
    asked += [(p, [*name.split(), ""]) for p in parameters if p.param_type_name == "argument"][:1]
    for parameter, words in asked:
        complete(words)
        assert (capsys.readouterr().out == f"{FILES}\n") == takes_files(parameter), words


@pytest.mark.parametrize("option", ["status", "when-full", "promote", "access", "kind"])
def test_what_tab_offers_to_a_dutch_reader_is_taken(
    kickoff: Netwerk, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    from netwerk_cli.cli.complete import complete

    kickoff.done("group", "add", "kring", "--title", "Kring").done(
        "material", "add", "kring", "--title", "Boek", "--url", "https://example.org/"
    )
    command = {
        "status": ("registration", "list", "kickoff"),
        "access": ("group", "edit", "kring"),
        "kind": ("material", "edit", "kring", "m1"),
    }.get(option, ("event", "edit", "kickoff"))
    complete([*command, "--lang", "nl", f"--{option}", ""])
    offered = capsys.readouterr().out.split()
    assert offered
    assert [kickoff(*command, "--lang", "nl", f"--{option}", one).code for one in offered] == [0] * len(
        offered
    )


def test_tab_never_complains(fresh: Netwerk, capsys: pytest.CaptureFixture[str]) -> None:
    from netwerk_cli.cli.complete import complete

    assert complete(["event", "show", "k"]) == 0
    fresh.db.write_text("[broken")
    assert complete(["event", "show", "k"]) == 0
    (fresh.folder / "config.toml").write_text("[broken")
    assert complete(["event", "show", "k"]) == 0
    assert capsys.readouterr() == ("", "")


HOSTILE = [
    "x;touch${IFS}pwned", "*", "$(touch pwned)", "`touch pwned`", "a b", "a\tb", "\x1b]52;c;eA==\x07", "-rf", "--force",
    "Kickoff", "a\nb", "a&b", "a|b", ">pwned", "~", "'", '"', "\\", "a" * 81, "a--b", "\u202ea", "{a,b}", "!!", "#a",
]  # fmt: skip


@pytest.mark.parametrize("kind", ["event", "group"])
@pytest.mark.parametrize(
    "command", [["event", "show"], ["group", "show"], ["material", "list"], ["export", "ics"]]
)
def test_tab_offers_names_only(
    kickoff: Netwerk, capsys: pytest.CaptureFixture[str], kind: str, command: list[str]
) -> None:
    from netwerk_cli.cli.complete import complete

    document = json.loads(kickoff.db.read_text())
    for name in HOSTILE:
        document[f"{kind}:{name}"] = {"1": {"slug": name, "title": name, "history": []}}
    kickoff.db.write_text(json.dumps(document))
    complete([*command, ""])
    assert set(capsys.readouterr().out.split("\n")) <= {"kickoff", ""}


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["event", "show", ""], ["kickoff"]),
        (["event", "list", "--status", "=", "pa"], ["past"]),
        (["event", "list", "--status", "="], [*EventStatus]),
        (["session", "edit", "kickoff", ""], ["main"]),
        (["event", "edit", "kickoff", "--audience", "Ou"], ["Ouders\\ \\(Gent\\)"]),
    ],
)
def test_bash_puts_nothing_on_the_line_that_it_would_run(
    kickoff: Netwerk, typed: list[str], offered: list[str]
) -> None:
    kickoff.done("event", "edit", "kickoff", "--audience", "Ouders (Gent)", "--audience", "Ou$(touch pwned)")
    document = json.loads(kickoff.db.read_text())
    for name in HOSTILE:
        document[f"event:{name}"] = {"1": {"slug": name, "title": name, "history": []}}
    kickoff.db.write_text(json.dumps(document))
    words = " ".join(map(shlex.quote, ["netwerk", *typed]))
    program = " ".join(map(shlex.quote, PROGRAM))
    script = f"""netwerk() {{ {program} "$@"; }}
{SCRIPTS["bash"]}
COMP_WORDS=({words}); COMP_CWORD={len(typed)}; _netwerk
for one in "${{COMPREPLY[@]}}"; do printf '%s\\n' "$one"; done"""
    done = subprocess.run(
        ["bash", "-c", script], env=kickoff.environment(), cwd=kickoff.folder, capture_output=True, check=True
    )
    assert done.stdout.decode().splitlines() == offered
    assert not (kickoff.folder / "pwned").exists()
