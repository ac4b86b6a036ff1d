"""What our pages take from the program: complete and up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs import pages, reference
from netwerk_cli.cli.app import build

COMMANDS = (pages.ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
README = (pages.ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", pages.all_pages(), ids=lambda path: path.name)
def test_the_generated_parts_of_a_page_are_up_to_date(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert pages.refreshed(text) == text, "run 'python3 dev.py docs'"


@pytest.mark.parametrize("typed", reference.every_command())
def test_every_command_is_documented(typed: str) -> None:
    assert f"### netwerk {typed}\n" in COMMANDS


@pytest.mark.parametrize("typed", reference.every_command())
def test_every_option_has_a_help_text(typed: str) -> None:
    built = build(*reference.every_command()[typed])
    assert [parameter.name for parameter in built.params if not getattr(parameter, "help", None)] == []


def test_every_error_code_is_documented_with_its_exit_code() -> None:
    known = {(kind.code, kind.exit_code) for kind in reference.every_error()}
    rows = COMMANDS.partition("## Error codes")[2].split("\n")
    documented = {
        tuple(cell.strip(" `") for cell in row.split("|")[1:3]) for row in rows if row.startswith("| `")
    }
    assert documented == {(code, str(exit_code)) for code, exit_code in known}


@pytest.mark.parametrize("page", [README, COMMANDS], ids=["README", "commands"])
def test_every_exit_code_is_documented(page: str) -> None:
    codes = {0, 141} | {kind.exit_code for kind in reference.every_error()}
    table = page.partition("<!-- generated: exit codes -->")[2].partition("<!-- end")[0]
    documented = [row.split("|")[1].strip() for row in table.split("\n") if row.startswith("|")]
    assert documented[2:] == [str(code) for code in sorted(codes)]


def test_a_generated_part_without_an_end_is_noticed() -> None:
    with pytest.raises(ValueError, match="has no end"):
        pages.refreshed("<!-- generated: states -->\n")
