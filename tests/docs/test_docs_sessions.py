"""The sessions in our pages: played again, they print what is printed there."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs import consoles, pages

RECORDED = [path for path in pages.all_pages() if "```console\n" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.name)
def test_a_recorded_session_is_what_the_program_prints(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert consoles.played(text) == text, "run 'python3 dev.py docs' and look at the difference"


def test_the_readme_and_the_page_for_scripts_have_sessions() -> None:
    assert {"README.md", "scripting.md"} <= {path.name for path in RECORDED}


@pytest.mark.parametrize(
    ("recorded", "shown", "fitting"),
    [
        pytest.param([], [], True, id="silence"),
        pytest.param(["a"], ["a"], True, id="the same"),
        pytest.param(["a"], ["b"], False, id="another line"),
        pytest.param(["a"], [], False, id="a line too few"),
        pytest.param([], ["a"], False, id="a line too many"),
        pytest.param(["a", "…", "d"], ["a", "b", "c", "d"], True, id="lines left out"),
        pytest.param(["a", "…"], ["a"], True, id="no line left out"),
        pytest.param(["a", "…"], ["b", "a"], False, id="left out at the other end"),
        pytest.param(["Wrote … bytes."], ["Wrote 12 bytes."], True, id="text left out"),
        pytest.param(["Wrote … bytes."], ["Wrote 12 lines."], False, id="text left out, another end"),
    ],
)
def test_an_answer_fits_what_was_recorded(recorded: list[str], shown: list[str], fitting: bool) -> None:
    assert consoles.fits(recorded, shown) is fitting


def test_a_wrong_answer_in_a_session_is_noticed() -> None:
    page = "```console\n$ netwerk --version\n0.0.0\n$ echo $?\n0\n```\n"
    assert consoles.played(page) != page


def test_a_command_that_cannot_be_played_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot play 'rm -r"):
        consoles.played("```console\n$ rm -r /\n```\n")
