"""The table of commands, the functions behind it, what TAB knows of it, and the errors with their templates."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import netwerk_cli
from docs.reference import every_error
from netwerk_cli import errors
from netwerk_cli.cli import complete
from netwerk_cli.cli.app import build, root
from netwerk_cli.cli.registry import NOUNS, TOP

COMMANDS = {name: (name, command) for name, command in TOP.items()}
COMMANDS |= {f"{noun} {verb}": (verb, c) for noun, (_, verbs) in NOUNS.items() for verb, c in verbs.items()}
KINDS = {
    "change": {"-n", "--dry-run", "--json", "-q", "--quiet", "-y", "--yes"},
    "list": {"--json", "--fields", "--sort", "--limit"},
    "either": {"-n", "--dry-run", "--json", "-q", "--quiet", "-y", "--yes", "--fields", "--sort", "--limit"},
    "show": {"--json"},
    "write": set[str](),
}
GLOBAL = {
    "--db",
    "--lang",
    "--no-input",
    "--lock-timeout",
    "--color",
    "--debug",
    "-h",
    "--help",
    "-V",
    "--version",
}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_builds_with_the_options_of_its_kind(name: str) -> None:
    verb, command = COMMANDS[name]
    parameters = build(verb, command).params
    names = [
        option for p in parameters if p.param_type_name == "option" for option in (*p.opts, *p.secondary_opts)
    ]
    assert len(names) == len(set(names)), "an option stands there twice"
    assert KINDS[command.kind] | GLOBAL <= set(names)
    assert all(getattr(p, "help", None) for p in parameters if p.param_type_name == "option")


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_one_sentence(name: str) -> None:
    help_ = COMMANDS[name][1].help
    assert help_[0].isupper()
    assert help_.endswith((".", ")."))
    assert len(help_) <= 80


def test_tab_knows_which_options_take_no_value() -> None:
    flags = set()
    for verb, command in COMMANDS.values():
        for p in [*build(verb, command).params, *root().params]:
            if p.param_type_name == "option" and getattr(p, "is_flag", False):
                flags |= {*p.opts, *p.secondary_opts}
    assert set(complete.FLAGS) == flags


def test_contract_lists_these_commands() -> None:
    assert {
        "init",
        "demo",
        "status",
        "close-due",
        "explain",
        "log",
        "doctor",
        "backup",
        "restore",
        "config",
    } <= set(TOP)
    assert {"event", "registration", "waitlist", "export"} <= set(NOUNS)
    assert {"add", "list", "show", "edit", "copy", "open", "close", "reopen", "cancel", "remove"} == set(
        NOUNS["event"][1]
    )
    assert {"add", "list", "show", "edit", "cancel", "approve", "decline", "substitute"} <= set(
        NOUNS["registration"][1]
    )
    assert {"add", "repeat"} <= set(NOUNS["session"][1])


CONTRACT = {
    "event add": "--title --starts --ends --duration --location --online --capacity --opens --closes --when-full "
    "--promote --approval --audience --organiser --cost --theme --language --timezone --description --draft",
    "event list": "--status --from --to --theme --all",
    "event cancel": "--reason",
    "registration add": "--name --email --organisation --role --audience --session --note --received-at "
    "--no-waiting-list --force --reason",
    "registration list": "--status --session --organisation --as-of",
    "waitlist promote": "--count",
    "session add": "--title --starts --ends --duration --capacity --location --online --within --to-be-announced",
    "close-due": "--export-dir --agenda --json",
    "export agenda": "-o",
    "export attendees": "-o --format --excel --fields --status --sort --as-of",
    "export ics": "-o --all --drafts --group --for --method --all-attendees --feed",
    "material add": "--title --kind --url --text --contributor --on",
    "milestone add": "--title --due --addressed-to",
    "milestone list": "--status",
}
"""The options that the documented contract promises for these commands."""


@pytest.mark.parametrize("name", CONTRACT)
def test_command_has_the_options_of_the_contract(name: str) -> None:
    verb, command = COMMANDS[name]
    parameters = build(verb, command).params
    assert set(CONTRACT[name].split()) <= {option for p in parameters for option in p.opts}


# --------------------------------------------------------------------- errors
RAISABLE = {kind.__name__: kind for kind in every_error()}
FAMILIES = {1: errors.Failed, 2: errors.Usage, 3: errors.NotFound, 4: errors.Conflict, 5: errors.Refused}
FAMILIES |= {
    6: errors.StoreFault,
    7: errors.StoreBusy,
    8: errors.Findings,
    9: errors.NothingNew,
    130: errors.Interrupted,
}


def facts_in(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("name", RAISABLE)
def test_every_error_has_code_exit_code_sentence_and_hint(name: str) -> None:
    kind = RAISABLE[name]
    assert kind.code.replace("_", "").isalpha()
    assert kind.exit_code in FAMILIES
    assert issubclass(kind, FAMILIES[kind.exit_code])
    assert kind.sentence.endswith((".", "{problem}", "{question}"))
    assert kind.hint.endswith(".")
    assert kind.__doc__


def raises() -> Iterator[tuple[str, str, set[str] | None]]:
    """Yield where each error is made, which, and the names of its facts; None where they are not written out."""
    top = Path(netwerk_cli.__file__).parent
    for path in sorted(top.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            where = f"{path.relative_to(top)}:{getattr(node, 'lineno', 0)}"
            match node:
                case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in RAISABLE:
                    written = {word.arg for word in node.keywords if word.arg}
                    yield where, name, None if len(written) < len(node.keywords) else written
                case ast.Raise(exc=ast.Name(id=name) | ast.Attribute(attr=name)) if name in RAISABLE:
                    yield where, name, set()
                case ast.Tuple(elts=[_, ast.Name(id=name), _]) if (
                    name in RAISABLE
                ):  # a row of a table of them
                    yield where, name, None


RAISES = list(raises())


def test_errors_are_found_where_they_are_raised() -> None:
    assert len(RAISES) > 50


@pytest.mark.parametrize(("where", "name", "facts"), RAISES, ids=[f"{w} {n}" for w, n, _ in RAISES])
def test_error_is_raised_with_every_fact_it_tells(where: str, name: str, facts: set[str] | None) -> None:
    kind = RAISABLE[name]
    if facts is None:
        pytest.skip("its facts are passed on as a mapping")
    needed = facts_in(kind.sentence) | facts_in(kind.hint)
    assert needed <= facts, f"{where} forgets {needed - facts}"


def test_every_error_is_raised_somewhere() -> None:
    assert set(RAISABLE) - {name for _, name, _ in RAISES} == UNUSED


UNUSED: set[str] = set()
"""Errors for which the call is still to be refused."""


@pytest.mark.parametrize("name", RAISABLE)
def test_error_renders_in_both_languages(name: str) -> None:
    from netwerk_cli.cli import language

    kind = RAISABLE[name]
    err = kind(**dict.fromkeys(facts_in(kind.sentence) | facts_in(kind.hint), 2))
    for spoken in ("en", "nl"):
        for text in (language.sentence(err, spoken), language.hint(err, spoken)):
            assert text
            assert "{" not in text
    assert str(err) == language.sentence(err, "en")
