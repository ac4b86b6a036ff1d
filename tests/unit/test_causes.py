"""What the system and Python's readers complain of reaches nobody in their own English."""

from __future__ import annotations

import csv
import errno
import os
import tomllib

import pytest

from netwerk_cli import causes
from netwerk_cli.wording import Wording


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOENT, "it is not there"),
        (errno.EISDIR, "it is a folder"),
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "access is denied"),
    ],
)
def test_a_known_problem_of_the_system_is_never_in_its_words(code: int, said: str) -> None:
    found = causes.system(OSError(code, os.strerror(code)))
    assert found == said
    assert isinstance(found, Wording)


def test_a_problem_that_is_not_known_is_not_lost() -> None:
    assert causes.system(OSError(99_999, "the moon is full")) == "the moon is full"
    assert causes.system(TimeoutError()) == "TimeoutError"


NOT_TOML = [
    "a", "a=", "a = tru", "a = 1\na = 2", "[a]\n[a]", 'a="x', "a='x", "a=[1", "a=[1,", "a={b=1", "=3", "a=1 2",
    "[a", "[[a]", "a.b=1\n[a]\nb=2", 'a="\\q"', 'a = "x\ny"', f"a={'9' * 5000}", "a=2024-13-01", "[a]\nb=1\n[a.b]\n",
    "a={b=1,b=2}", "a={b=1}\na.c=1", "a=[1]\n[[a]]", 'a="\\ud800"', "a='\r'", "a=1\n[=]", "a=2024-02-30",
]  # fmt: skip


@pytest.mark.parametrize("text", NOT_TOML)
def test_no_complaint_about_toml_is_in_the_words_of_its_reader(text: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 (what is said is what is tested)
        tomllib.loads(text)
    problem, _ = causes.toml(caught.value)
    assert isinstance(problem, Wording)


def test_a_complaint_about_toml_says_its_line_unless_that_is_the_last() -> None:
    for text, told in (
        ("a=1\na=2\nb=3", ("a key is there twice", 2)),
        ("a", ("behind a key stands no =", None)),
    ):
        with pytest.raises(tomllib.TOMLDecodeError) as caught:
            tomllib.loads(text)
        assert causes.toml(caught.value) == told


def test_no_complaint_about_csv_is_in_the_words_of_its_reader() -> None:
    for line in (f'"{"x" * 200_000}"', "a\rb", '"a'):
        with pytest.raises(csv.Error) as caught:
            list(csv.reader([line], strict=True))
        assert isinstance(causes.csv(caught.value), Wording)
