"""Small groups are hidden, and nobody can work them out from the total and the others."""

from __future__ import annotations

from itertools import product

import pytest

from netwerk_cli.domain.small_groups import Size, Veil, veils

SMALL, BESIDE = Veil.SMALL, Veil.BESIDE


def hidden(*numbers: int, least: int = 5, total_known: bool = True) -> list[Veil | None] | None:
    return veils([Size(number, number) for number in numbers], least, total_known=total_known)


def test_where_all_groups_are_large_none_is_hidden() -> None:
    assert hidden(5, 9, 100) == [None, None, None]


def test_groups_of_nobody_are_shown() -> None:
    assert hidden(0, 9) == [None, None]


def test_beside_one_small_group_the_next_smallest_is_hidden() -> None:
    assert hidden(20, 3, 9, 12) == [None, SMALL, BESIDE, None]


def test_two_small_groups_hide_each_other() -> None:
    assert hidden(20, 3, 1) == [None, SMALL, SMALL]


@pytest.mark.parametrize(
    "small",
    [pytest.param((1, 1), id="as few as there are groups"), pytest.param((4, 4), id="as many as can be")],
)
def test_two_small_groups_that_follow_from_their_sum_need_another(small: tuple[int, int]) -> None:
    assert hidden(*small, 30, 8) == [SMALL, SMALL, None, BESIDE]


def test_a_group_of_just_the_least_hides_nothing_so_the_next_is_hidden_too() -> None:
    assert hidden(1, 5, 5, 7) == [SMALL, BESIDE, BESIDE, BESIDE]


def test_where_hiding_all_would_not_do_that_is_said() -> None:
    assert hidden(1, 5) is None
    assert hidden(1, 1) is None
    assert hidden(3) is None


def test_where_nobody_knows_the_total_the_small_ones_only_are_hidden() -> None:
    assert hidden(1, 5, total_known=False) == [SMALL, None]


def test_a_least_of_one_hides_nothing() -> None:
    assert hidden(1, 2, 3, least=1) == [None, None, None]


def test_a_group_of_few_people_who_registered_often_is_small() -> None:
    assert veils([Size(2, 8), Size(9, 9), Size(30, 30)], 5) == [SMALL, BESIDE, None]


def test_no_small_group_can_be_worked_out_by_trying_every_table_that_fits() -> None:
    least, most = 3, 7
    for size in (1, 2, 3):
        for numbers in product(range(most), repeat=size):
            found = hidden(*numbers, least=least)
            if found is None or not any(found):
                continue
            fits = [
                other
                for other in product(range(most + 3), repeat=size)
                if sum(other) == sum(numbers)
                and all(
                    a == b if veil is None else (0 < a < least) == (0 < b < least) and a > 0
                    for a, b, veil in zip(other, numbers, found, strict=True)
                )
            ]
            for at, veil in enumerate(found):
                assert veil is None or len({other[at] for other in fits}) > 1, (numbers, found)
