"""Texts that were made to run away with a pattern: each ends, and long ones soon."""

from __future__ import annotations

import pytest

from netwerk_cli import announce

PIECES = (
    "1", "1 ", "1.", " ", "(", ")", ".", "-", "\n", "a", "aB", "A ", "€ 1 ", "1 mei ", "1 mei 2020\n", "9u", "Waar: ",
    "organiseert ", "voor ", "in A van B ", "maximaal 1 ", "tot ", "a, ", "http://a ", "a@", "> a ", "[",
)  # fmt: skip
LENGTH = 20_000


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_a_long_run_of_anything_ends(piece: str) -> None:
    text = "Studiedag\n\n" + piece * (LENGTH // len(piece))
    assert announce.read(text).text.startswith("Studiedag")
