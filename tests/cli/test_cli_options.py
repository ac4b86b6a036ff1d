"""Options that every command shares: where they stand, which counts, and what --dry-run, --quiet and --help do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from netwerk_cli import __version__
from netwerk_cli.cli.registry import NOUNS, TOP
from tests.cli.calling import KICKOFF, NOW, Ended, Netwerk, Once, address, said

ALL = [[name] for name in TOP] + [[noun, verb] for noun, (_, verbs) in NOUNS.items() for verb in verbs]
DATA = Path(__file__).parents[2] / "data"
PERSON = ("--name", "Eef Voorbeeld", "--email", "eef@example.org")
CHANGES: dict[str, tuple[str, ...]] = {
    "event add": ("event", "add", "borrel", "--starts", "2024-02-01 17:00"),
    "event edit": ("event", "edit", "kickoff", "--capacity", "4"),
    "event copy": ("event", "copy", "kickoff", "later"),
    "event open": ("event", "open", "concept"),
    "event close": ("event", "close", "kickoff"),
    "event reopen": ("event", "reopen", "dicht"),
    "event cancel": ("event", "cancel", "kickoff", "--yes"),
    "event remove": ("event", "remove", "dicht", "--yes"),
    "registration add": ("registration", "add", "kickoff", *PERSON),
    "registration edit": ("registration", "edit", "kickoff", "r1", "--note", "anders"),
    "registration cancel": ("registration", "cancel", "kickoff", "r1"),
    "registration approve": ("registration", "approve", "kickoff", "r3"),
    "registration decline": ("registration", "decline", "kickoff", "r3"),
    "registration substitute": ("registration", "substitute", "kickoff", "r1", *PERSON),
    "registration choose": ("registration", "choose", "kickoff", "r1", "--session", "extra"),
    "registration reinstate": ("registration", "reinstate", "terug", "r1"),
    "registration excuse": ("registration", "excuse", "kickoff", "r1", "--session", "extra"),
    "session add": ("session", "add", "kickoff", "nog-een", "--to-be-announced"),
    "session edit": ("session", "edit", "kickoff", "extra", "--title", "Extra"),
    "session cancel": ("session", "cancel", "kickoff", "extra"),
    "session reopen": ("session", "reopen", "kickoff", "af"),
    "session remove": ("session", "remove", "kickoff", "af"),
    "session repeat": (
        "session",
        "repeat",
        "kickoff",
        "--starts",
        "2024-02-01 10:00",
        "--every",
        "week",
        "--count",
        "2",
    ),
    "material add": ("material", "add", "kickoff", "--title", "Handreiking"),
    "material edit": ("material", "edit", "kickoff", "m1", "--kind", "question"),
    "material answer": ("material", "answer", "kickoff", "m2", "--text", "In Gent"),
    "material remove": ("material", "remove", "kickoff", "m1"),
    "milestone add": ("milestone", "add", "kickoff", "--title", "Verslag"),
    "milestone edit": ("milestone", "edit", "kickoff", "m1", "--due", "najaar 2024"),
    "milestone done": ("milestone", "done", "kickoff", "m1"),
    "milestone reopen": ("milestone", "reopen", "kickoff", "m2"),
    "milestone remove": ("milestone", "remove", "kickoff", "m1"),
    "group add": ("group", "add", "tweede"),
    "group edit": ("group", "edit", "opdc", "--access", "open"),
    "group request": ("group", "request", "opdc", *PERSON),
    "group admit": ("group", "admit", "opdc", *PERSON),
    "group approve": ("group", "approve", "opdc", "m2"),
    "group decline": ("group", "decline", "opdc", "--all"),
    "group withdraw": ("group", "withdraw", "opdc", "m2"),
    "group leave": ("group", "leave", "opdc", "m1"),
    "group correct": ("group", "correct", "opdc", "m1", "--email", "ada.vos@example.org"),
    "group moderator": ("group", "moderator", "opdc", "m1"),
    "waitlist promote": ("waitlist", "promote", "kickoff", "--force", "--reason", "Spreker"),
    "apply": ("apply", str(DATA / "symposium-pleegzorg-2020.toml")),
    "import registrations": (
        "import",
        "registrations",
        "kickoff",
        str(DATA / "kickoff-2024-formulier.csv"),
    ),
    "import members": ("import", "members", "opdc", str(DATA / "kickoff-2024-formulier.csv")),
    "import events": ("import", "events", str(DATA / "intervisie-2024-agenda.ics")),
    "mail write": ("mail", "write", "kickoff", "-o", "uit"),
    "import attendance": (
        "import",
        "attendance",
        "kickoff",
        str(DATA / "kickoff-2024-aanwezigheid.csv"),
        "--session",
        "main",
    ),
    "attendance record": ("attendance", "record", "kickoff", "r1", "--session", "main"),
    "attendance check-in": ("attendance", "check-in", "kickoff", "--session", "main"),
    "mail told": ("mail", "told", "kickoff", "r1"),
    "close-due": ("close-due",),
    "export agenda": ("export", "agenda", "-o", "agenda"),
    "privacy erase": ("privacy", "erase", "ans@example.org", "--yes"),
    "privacy purge": ("privacy", "purge", "--yes"),
    "undo": ("undo",),
    "backup": ("backup",),
    "restore": ("restore", "kopie.json", "--yes"),
}
"""A call of each changing command that has something to change."""

STDIN = {"attendance check-in": "r1\n"}
"""What is typed to those that read it."""


def _busied(netwerk: Netwerk) -> Netwerk:
    kickoff = netwerk.done("init").done("event", "add", *KICKOFF, "--capacity", "3")
    kickoff.register("Ans", "Bea")
    kickoff.done("material", "add", "kickoff", "--title", "Programma")
    kickoff.done("milestone", "add", "kickoff", "--title", "Plan")
    kickoff.done("milestone", "add", "kickoff", "--title", "Gehaald")
    kickoff.done("milestone", "done", "kickoff", "m2")
    kickoff.done("event", "edit", "kickoff", "--approval").register("Cas", "Dirk")
    kickoff.done("material", "add", "kickoff", "--kind", "question", "--title", "Waar?")
    kickoff.done("event", "add", "concept", "--draft").done("event", "add", "dicht", "--no-draft")
    kickoff.done("event", "close", "dicht").done("event", "add", "terug", "--no-draft")
    kickoff.done("registration", "add", "terug", *PERSON).done("registration", "cancel", "terug", "r1")
    kickoff.done("backup", str(kickoff.folder / "kopie.json")).done("group", "add", "opdc")
    for verb, name in (("admit", "Ans"), ("request", "Bea")):
        kickoff.done("group", verb, "opdc", "--name", name, "--email", address(name))
    kickoff.done("session", "add", "kickoff", "extra", "--starts", "2024-01-27 10:00")
    kickoff.done("session", "add", "kickoff", "af", "--starts", "2024-01-28 10:00")
    kickoff.done("session", "cancel", "kickoff", "af")
    kickoff.done("event", "add", "voorbij", "--starts", "2024-01-09 10:00", "--ends", "2024-01-09 11:00")
    kickoff.done("event", "add", "vroeger", "--starts", "2022-01-09 10:00")
    kickoff.done("registration", "add", "vroeger", *PERSON, "--force", "--reason", "was er")
    return kickoff


@pytest.fixture
def busy(fresh: Netwerk, once: Once) -> Netwerk:
    """A desk at which every changing command has something to do."""
    busy = once(fresh, _busied)
    busy.patch.chdir(busy.folder)
    return busy


def test_every_changing_command_is_here() -> None:
    changing = {name for name, command in TOP.items() if command.kind in ("change", "either")}
    changing |= {
        f"{n} {v}" for n, (_, verbs) in NOUNS.items() for v, c in verbs.items() if c.kind == "change"
    }
    mailing = {"mail send", "mail retry", "mail bounced"}  # they need a server, and have tests of their own
    assert changing == {*CHANGES, *mailing, "init"}


@pytest.mark.parametrize("name", CHANGES)
def test_dry_run_answers_alike_and_touches_nothing(busy: Netwerk, name: str) -> None:
    lock = busy.folder / ".netwerk.json.lock"
    lock.unlink(missing_ok=busy.database is not None)
    before = busy.kept()
    dry = busy(*CHANGES[name], "--dry-run", "--json", stdin=STDIN.get(name, "")).json
    told = busy(*CHANGES[name], "-n", stdin=STDIN.get(name, ""))
    assert busy.kept() == before
    assert not lock.exists()
    wet = busy(*CHANGES[name], "--json", stdin=STDIN.get(name, "")).json
    assert (dry.pop("dry_run"), wet.pop("dry_run")) == (True, False)
    assert dry.pop("change") is None
    assert (wet.pop("change") is None) == (name in ("backup", "export agenda", "mail write"))
    if name == "backup":
        assert (dry.pop("changed"), wet.pop("changed")) == (False, True)
    assert dry == wet
    assert (told.code, bool(told.out)) == (
        0,
        name in ("apply", "attendance check-in"),
    )  # a plan, and a line a person
    assert told.err.endswith("This was a dry run: nothing was changed.\n")


@pytest.mark.parametrize("name", CHANGES)
def test_change_begins_its_result_alike(busy: Netwerk, name: str) -> None:
    result = busy(*CHANGES[name], "--json", stdin=STDIN.get(name, "")).json
    assert list(result)[:3] == ["action", "changed", "dry_run"]
    assert all(list(warning) == ["code", "path", "line", "problem"] for warning in result["warnings"])
    assert (result["action"], result["changed"]) == (name.replace(" ", "."), True)


@pytest.mark.parametrize("name", CHANGES)
def test_quiet_says_nothing(busy: Netwerk, name: str) -> None:
    assert busy(*CHANGES[name], "-q", stdin=STDIN.get(name, "")) == Ended(0)


def test_dry_run_of_init(fresh: Netwerk) -> None:
    target = fresh.folder / "a" / "netwerk.json"
    assert fresh("init", "--db", str(target), "--dry-run") == Ended(
        0, "", said(f"Created {target}.", "This was a dry run: nothing was changed.")
    )
    assert fresh.files() == {}


@pytest.mark.parametrize("words", [("event", "show", "weg"), ("registration", "cancel", "kickoff", "r9")])
def test_quiet_does_not_hush_errors(busy: Netwerk, words: tuple[str, ...]) -> None:
    quiet = ("-q",) if words[1] != "show" else ()
    assert busy(*words, *quiet).code == 3
    assert busy(*words, *quiet).err.startswith("Error: ")


# ------------------------------------------------------ before and after the command
@pytest.mark.parametrize(
    "words",
    [
        ["--db", "{db}", "event", "list"],
        ["event", "--db", "{db}", "list"],
        ["event", "list", "--db", "{db}"],
        ["event", "list", "--db={db}"],
        ["--db", "/nowhere.json", "event", "list", "--db", "{db}"],
    ],
)
def test_global_options_stand_anywhere(kickoff: Netwerk, words: list[str]) -> None:
    kickoff.patch.delenv("NETWERK_DB")
    ended = kickoff(*(word.format(db=kickoff.db) for word in words))
    assert (ended.code, ended.lines[0][0]) == (0, "kickoff")


@pytest.mark.parametrize(
    "words", [["--lang", "nl", "event", "show", "weg"], ["event", "show", "weg", "--lang", "nl"]]
)
def test_language_of_a_complaint(kickoff: Netwerk, words: list[str]) -> None:
    assert kickoff(*words).err.startswith("Fout: ")


# -------------------------------------------------------------------- precedence
def source(netwerk: Netwerk, setting: str, *options: str) -> tuple[str, str]:
    rows = netwerk("config", *options, "--json").json
    return next((row["value"], row["source"]) for row in rows if row["setting"] == setting)


def test_option_goes_before_environment_before_config_before_default(fresh: Netwerk) -> None:
    assert source(fresh, "lang") == ("en", "default")
    (fresh.folder / "config.toml").write_text('lang = "nl"\ndb = "/from/config.json"\n')
    assert source(fresh, "lang") == ("nl", "config")
    fresh.patch.setenv("NETWERK_LANG", "en")
    assert source(fresh, "lang") == ("en", "environment")
    assert source(fresh, "lang", "--lang", "nl") == ("nl", "option")
    assert source(fresh, "db", "--db", "/from/option.json") == ("/from/option.json", "option")
    assert source(fresh, "db") == (str(fresh.db), "environment")
    fresh.patch.delenv("NETWERK_DB")
    assert source(fresh, "db") == ("/from/config.json", "config")


@pytest.mark.skipif(os.name != "posix", reason="the folders of another platform")
def test_default_data_file_is_the_platforms(fresh: Netwerk, tmp_path: Path) -> None:
    fresh.patch.delenv("NETWERK_DB")
    fresh.patch.setenv("XDG_DATA_HOME", str(tmp_path))
    value, origin = source(fresh, "db")
    assert (Path(value).name, origin) == ("netwerk.json", "default")


@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({"LANG": "nl_BE.UTF-8"}, "nl"),
        ({"LANG": "nl_BE.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "nl_NL"}, "nl"),
        ({"LANG": "fr_BE.UTF-8"}, "en"),
    ],
)
def test_language_is_the_locales(fresh: Netwerk, environment: dict[str, str], found: str) -> None:
    for name, value in environment.items():
        fresh.patch.setenv(name, value)
    assert source(fresh, "lang") == (found, "default")


@pytest.mark.parametrize(
    ("environment", "config", "found"),
    [
        ({}, "", ("auto", "default")),
        ({}, "always", ("always", "config")),
        ({"NO_COLOR": "1"}, "always", ("never", "environment")),
        ({"FORCE_COLOR": "1"}, "never", ("always", "environment")),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, "", ("never", "environment")),
        ({"NO_COLOR": ""}, "", ("auto", "default")),
    ],
)
def test_colour_is_set_by_the_usual_variables(
    fresh: Netwerk, environment: dict[str, str], config: str, found: tuple[str, str]
) -> None:
    for name, value in environment.items():
        fresh.patch.setenv(name, value)
    if config:
        (fresh.folder / "config.toml").write_text(f'color = "{config}"\n')
    assert source(fresh, "color") == found


def test_timezone_of_the_config_is_that_of_new_events(fresh: Netwerk) -> None:
    (fresh.folder / "config.toml").write_text('timezone = "America/New_York"\n')
    fresh.done("init").done("event", "add", "kickoff", "--starts", "2024-01-26 9:30")
    shown = fresh("event", "show", "kickoff", "--json").json
    assert (shown["timezone"], shown["starts_at"]) == ("America/New_York", "2024-01-26T09:30:00-05:00")


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["--lang", "fr"], "--lang: choose from nl, en."),
        (["--color", "maybe"], "--color: choose from auto, always, never."),
        (["--lock-timeout", "soon"], "--lock-timeout: it is a number of seconds from 0 to 86400."),
        (["--lock-timeout", "-1"], "--lock-timeout: it is a number of seconds from 0 to 86400."),
        (["--lock-timeout", "nan"], "--lock-timeout: it is a number of seconds from 0 to 86400."),
    ],
)
def test_odd_setting_is_refused(netwerk: Netwerk, words: list[str], problem: str) -> None:
    assert netwerk(*words, "event", "list") == Ended(
        2, "", said(f"Error: {problem}", f"See '{words[0]}' in the help of this command.")
    )


# ------------------------------------------------------------------------- the clock
def test_set_clock_is_announced(kickoff: Netwerk) -> None:
    assert kickoff.raw("event", "list")[2] == f"NETWERK_NOW: {NOW}\n".encode()
    assert kickoff.raw("event", "show", "weg", "--json")[2].startswith(f"NETWERK_NOW: {NOW}\n{{".encode())


def test_true_clock_is_not(kickoff: Netwerk) -> None:
    kickoff.patch.delenv("NETWERK_NOW")
    assert kickoff.raw("event", "list", "--all")[2] == b""


@pytest.mark.parametrize("now", ["yesterday", "2024-13-01", "16:00"])
def test_odd_clock_is_refused(kickoff: Netwerk, now: str) -> None:
    ended = kickoff.at(now)("event", "list")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("Error: NETWERK_NOW: ")


def test_clock_without_offset_is_local(kickoff: Netwerk) -> None:
    kickoff.patch.setenv("NETWERK_NOW", "2024-01-16T15:59:59")
    assert kickoff.raw("event", "show", "kickoff")[2] == b"NETWERK_NOW: 2024-01-16T15:59:59+01:00\n"


# ------------------------------------------------------------------- help and version
@pytest.mark.parametrize("words", [["--version"], ["-V"], ["event", "--version"], ["event", "list", "-V"]])
def test_version(fresh: Netwerk, words: list[str]) -> None:
    assert fresh(*words) == Ended(0, f"{__version__}\n")


@pytest.mark.parametrize("option", ["--help", "-h"])
@pytest.mark.parametrize(
    "words", [[], ["event"], ["registration"], ["waitlist"], ["export"], *ALL], ids=" ".join
)
def test_help_is_plain_text_on_standard_output(fresh: Netwerk, words: list[str], option: str) -> None:
    if words == ["demo"]:
        pytest.importorskip("netwerk_cli.cli.commands.demo")
    ended = fresh(*words, option)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(f"Usage: {' '.join(['netwerk', *words])} [OPTIONS]")
    assert ended.out.replace("\n", "").isprintable()
    shared = (
        "Show this message and exit."
        if not words
        else "The options of every command are in 'netwerk --help'."
    )
    assert ended.out.count(shared) == 1
    assert not any(mark in ended.out for mark in ("{", "<str>"))


def test_no_words_at_all_is_help(fresh: Netwerk) -> None:
    assert fresh() == fresh("--help")


def test_help_needs_no_data_file_and_no_clock(fresh: Netwerk) -> None:
    assert fresh.raw("event", "list", "--help")[2] == b""
    assert fresh.files() == {}


def test_help_lists_the_commands_of_a_noun(fresh: Netwerk) -> None:
    lines = fresh("event", "--help").out.split("Commands:\n")[1].split("\n\n")[0].splitlines()
    assert [line.split()[0] for line in lines] == list(NOUNS["event"][1])
