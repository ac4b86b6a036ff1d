"""Sheets of labels: those of makers, those that are measured, and those that cannot be."""

from __future__ import annotations

import pytest

from netwerk_cli.errors import BadValue
from netwerk_cli.pdf.labels import PAGE, SHEETS, Sheet, moved, read


@pytest.mark.parametrize("name", SHEETS)
def test_every_label_of_a_maker_lies_on_the_page(name: str) -> None:
    sheet = read(name.lower())
    right = sheet.left + (sheet.across - 1) * sheet.step_x + sheet.width
    bottom = sheet.top + (sheet.down - 1) * sheet.step_y + sheet.height
    assert (right, bottom) == (min(right, PAGE[0]), min(bottom, PAGE[1]))


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_that_is_measured_has_as_many_labels_as_its_maker_says(name: str) -> None:
    one = SHEETS[name]
    typed = f"{one.width}x{one.height}+{one.left}+{one.top}/{one.step_x}x{one.step_y}"
    assert read(typed) == one


def test_sizes_may_have_a_comma_and_capitals() -> None:
    assert read("99,1X67,7+4,7+13/101,6x67,7") == SHEETS["L7165"]


def test_the_usual_sheet_is_taken_where_none_is_named() -> None:
    assert read(None) == SHEETS["L4785"]


def test_a_label_as_large_as_the_page_is_one() -> None:
    assert read("210x297+0+0/210x297") == Sheet(210, 297, 0, 0, 210, 297, 1, 1)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        pytest.param(
            "L9999", "there is no sheet 'L9999'; choose from L4785, C32011, 32015, L7165", id="name"
        ),
        pytest.param("80x50", "there is no sheet '80x50'", id="half of it"),
        pytest.param("80x50+140+13/95x55", "no label fits on a page of 210x297 mm", id="too far right"),
        pytest.param("80x50+18+250/95x55", "no label fits on a page of 210x297 mm", id="too low"),
        pytest.param("80x50+18+13/79x55", "the labels would lie over each other", id="side by side"),
        pytest.param("80x50+18+13/95x49", "the labels would lie over each other", id="below each other"),
        pytest.param("29x50+18+13/95x55", "a label of 29x50 mm is too small to read", id="narrow"),
        pytest.param("80x14+18+13/95x55", "a label of 80x14 mm is too small to read", id="low"),
        pytest.param("80x50+18+13/0x0", "the labels would lie over each other", id="no step"),
    ],
)
def test_what_is_no_sheet_is_refused_with_the_reason(typed: str, why: str) -> None:
    with pytest.raises(BadValue) as refused:
        read(typed)
    assert str(refused.value).startswith(f"--sheet: {why}")


def test_everything_can_be_printed_a_little_to_the_right_and_down() -> None:
    assert moved(SHEETS["L4785"], "1,5;-2") == Sheet(80, 50, 19.5, 11, 95, 55, 2, 5)
    assert moved(SHEETS["L4785"], "1.5,-2") == Sheet(80, 50, 19.5, 11, 95, 55, 2, 5)
    assert moved(SHEETS["L4785"], None) == SHEETS["L4785"]


@pytest.mark.parametrize("typed", ["", "1", "x,y", "51,0", "0,-51"])
def test_no_printer_shifts_by_anything_else(typed: str) -> None:
    with pytest.raises(BadValue):
        moved(SHEETS["L4785"], typed)
