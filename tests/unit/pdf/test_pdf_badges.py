"""How a name is divided over the lines of a badge."""

from __future__ import annotations

import pytest

from netwerk_cli.pdf.badges import ways


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Nep", [["Nep"]]),
        ("Jan van der Berg", [["Jan van der Berg"], ["Jan", "van der Berg"]]),
        ("Ana van 't Verzinsel", [["Ana van 't Verzinsel"], ["Ana", "van 't Verzinsel"]]),
        (
            "Annelies Verstraete-Van den Bossche",
            [["Annelies Verstraete-Van den Bossche"], ["Annelies", "Verstraete-Van den Bossche"]],
        ),
        ("Anna Maria Jans", [["Anna Maria Jans"], ["Anna", "Maria Jans"], ["Anna", "Maria", "Jans"]]),
        ("Vries, Jan de", [["Vries, Jan de"], ["Vries,", "Jan de"], ["Vries,", "Jan", "de"]]),
    ],
)
def test_a_prefix_is_on_the_line_of_its_family_name(name: str, lines: list[list[str]]) -> None:
    assert list(ways(name)) == lines


def test_a_word_that_is_too_long_for_a_line_breaks() -> None:
    assert list(ways("W" * 60)) == [["W" * 60]]
    assert list(ways("Aa " + "W" * 61)) == [["Aa " + "W" * 27, "W" * 30, "W" * 4]]
    assert list(ways("W" * 150)) == [["W" * 38] * 3 + ["W" * 36]]


def test_a_long_name_stands_on_at_most_four_lines() -> None:
    found = list(ways("Een Twee Drie Vier Vijf Zes Zeven"))
    assert [len(lines) for lines in found] == [1, 2, 3, 4]
    assert found[3] == ["Een", "Twee Drie", "Vier Vijf", "Zes Zeven"]
