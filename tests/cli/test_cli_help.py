"""The pages of `--help`: examples that work, each thing said once, and all of it in the reader's language."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from docs import examples
from docs.reference import every_command
from netwerk_cli.cli import helping
from netwerk_cli.cli.app import build, root
from netwerk_cli.cli.languages import LANGUAGES
from netwerk_cli.cli.registry import NOUNS
from netwerk_cli.terms import EVENT, GROUP, SESSION
from tests.cli.calling import Netwerk, said

COMMANDS = every_command()
BUILT = {"": root(), **{typed: build(*found) for typed, found in COMMANDS.items()}}
EXAMPLES = {example: typed for typed, built in BUILT.items() for example in helping.told(built)[0]}
EXITS = {
    "netwerk init": 4,
    "netwerk certificate check 7Q2M-X0KD-93TB-5FWA": 3,
    "netwerk certificate check 7q2mx0kd93tb5fwa --json": 3,
}
"""Examples that end otherwise than with 0 on the small store: it is there already, and no certificate has that code."""


@pytest.fixture(scope="module")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store for which the examples are written."""
    folder = tmp_path_factory.mktemp("examples")
    with pytest.MonkeyPatch.context() as patch:
        netwerk = Netwerk(folder, patch).at(examples.NOW)
        patch.chdir(folder)
        examples.made(folder, lambda words: netwerk(*words).code)
    return folder


@pytest.fixture
def copy(small_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Netwerk:
    """A copy of that store, to try one example on."""
    shutil.copytree(small_store, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return Netwerk(tmp_path, monkeypatch).at(examples.NOW)


@pytest.mark.parametrize("example", EXAMPLES)
def test_no_example_fails_on_the_small_store(example: str, copy: Netwerk) -> None:
    if example.startswith("netwerk demo"):
        pytest.skip("the demo has tests of its own")
    ended = copy(*shlex.split(example)[1:], "--no-input")
    assert ended.code == EXITS.get(example, 0), ended.err


@pytest.mark.parametrize("typed", BUILT)
def test_no_command_goes_without_two_or_three_examples_of_its_own(typed: str) -> None:
    found, _ = helping.told(BUILT[typed])
    assert 2 <= len(found) <= 3
    assert all(example.startswith(f"netwerk {typed}".rstrip()) for example in found)


@pytest.mark.parametrize("example", EXAMPLES)
def test_no_example_is_broken_on_a_screen_of_eighty_columns_or_by_a_shell_of_windows(example: str) -> None:
    assert len(f"  {example}") <= 80
    assert "'" not in example


@pytest.mark.parametrize("typed", COMMANDS)
def test_the_docstring_does_not_repeat_the_sentence_of_the_registry(typed: str) -> None:
    assert COMMANDS[typed][1].help not in (BUILT[typed].help or "")


# ------------------------------------------------------------------- the pages
def test_a_page_has_usage_sentence_examples_explanation_arguments_and_options_in_this_order(
    netwerk: Netwerk,
) -> None:
    assert netwerk("event", "open", "--help") == (
        0,
        said(
            "Usage: netwerk event open [OPTIONS] SLUG",
            "",
            "  Publish a draft, or open registration now.",
            "",
            "Examples:",
            "  netwerk event open zomerschool",
            "  netwerk event open zomerschool --dry-run",
            "",
            "  A draft keeps a later opening that was planned; a second 'open' brings it",
            "  forward to now.",
            "",
            "Arguments:",
            "  SLUG  The event's name, such as kickoff-2024.  [required]",
            "",
            "Options:",
            "  -n, --dry-run  Show what would happen; touch nothing.",
            "  --json         Answer in JSON.",
            "  -q, --quiet    Do not say what was done.",
            "  -y, --yes      Go ahead without a question.",
            "",
            "  The options of every command are in 'netwerk --help'.",
        ),
        "",
    )


def test_a_dutch_page_has_no_english_in_it(netwerk: Netwerk) -> None:
    assert netwerk("event", "open", "--help", "--lang", "nl") == (
        0,
        said(
            "Gebruik: netwerk event open [OPTIES] NAAM",
            "",
            "  Publiceer een concept, of open de inschrijving nu.",
            "",
            "Voorbeelden:",
            "  netwerk event open zomerschool",
            "  netwerk event open zomerschool --dry-run",
            "",
            "  Een concept houdt de latere opening die gepland was; een tweede 'open'",
            "  vervroegt die tot nu.",
            "",
            "Argumenten:",
            "  NAAM  De naam van de bijeenkomst, zoals kickoff-2024.  [verplicht]",
            "",
            "Opties:",
            "  -n, --dry-run  Toon wat er zou gebeuren; wijzig niets.",
            "  --json         Antwoord in JSON.",
            "  -q, --quiet    Zeg niet wat er is gedaan.",
            "  -y, --yes      Ga door zonder vraag.",
            "",
            "  De algemene opties staan in 'netwerk --help'.",
        ),
        "",
    )


@pytest.mark.parametrize(
    "words",
    [
        ("--lang", "nl", "export", "attendees", "--help"),
        ("export", "attendees", "--help", "--lang=nl"),
        ("export", "attendees", "--format", "--lang", "--help", "--lang", "nl"),
    ],
)
def test_the_language_may_be_asked_for_before_or_behind_help(
    netwerk: Netwerk, words: tuple[str, ...]
) -> None:
    ended = netwerk(*words)
    assert ended.out.startswith("Gebruik: netwerk export attendees [OPTIES] BIJEENKOMST\n")
    assert "Het bestandsformaat. Standaard: csv." in ended.out


def test_choices_are_shown_as_they_are_typed(netwerk: Netwerk) -> None:
    assert "--access open|halfopen|dicht" in netwerk("group", "add", "--help", "--lang", "nl").out
    assert "--when-full wachtlijst|sluiten" in netwerk("event", "add", "--help", "--lang", "nl").out


def test_a_choice_that_is_usual_is_shown_as_it_is_typed_and_no_empty_one(netwerk: Netwerk) -> None:
    page = " ".join(netwerk("import", "registrations", "--help", "--lang", "nl").out.split())
    assert "[standaard: wachten]" in page
    assert "[standaard: ]" not in page
    assert "--color auto|always|never" in netwerk("--help", "--lang", "nl").out


def test_a_dutch_locale_gets_a_dutch_page(netwerk: Netwerk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "nl_BE.UTF-8")
    assert netwerk("--help").out.startswith("Gebruik: netwerk [OPTIES] OPDRACHT [ARGUMENTEN]...\n")
    assert netwerk().out == netwerk("--help").out


def test_the_options_of_every_command_stand_on_the_first_page_only(netwerk: Netwerk) -> None:
    assert all(option in netwerk("--help").out for option in ("--db", "--lang", "--debug", "--version"))
    for words in (("event",), ("event", "add"), ("status",)):
        page = netwerk(*words, "--help").out
        assert "--lang " not in page
        assert page.endswith("The options of every command are in 'netwerk --help'.\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_wider_than_eighty_columns(language: str, netwerk: Netwerk) -> None:
    netwerk.patch.setenv("COLUMNS", "80")
    pages = ["", *NOUNS, *COMMANDS]
    wide = {line for p in pages for line in netwerk(*p.split(), "--help", "--lang", language).out.split("\n")}
    assert [line for line in wide if len(line) > 80] == []


def test_the_page_of_apply_lists_every_key_of_a_dossier(netwerk: Netwerk) -> None:
    page = " ".join(netwerk("apply", "--help").out.split())
    chapters = page.partition("Keys of a dossier:")[2]
    for head, table in (("[event]", EVENT), ("[group]", GROUP), ("[[session]]", SESSION)):
        listed = chapters.partition(f"{head} ")[2].partition(" [")[0].split(", ")
        assert set(listed) == {term.key for term in table if term.key}


def test_a_broken_setting_does_not_keep_anybody_from_the_help(netwerk: Netwerk) -> None:
    (netwerk.folder / "config.toml").write_text("lang = 3\n[", encoding="utf-8")
    assert netwerk("event", "--help").code == 0
