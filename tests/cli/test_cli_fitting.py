"""Which columns of a listing find room, and how wide they become."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from netwerk_cli.cli.fitting import DESIGN, GAP, MATTERS, Size, fit, fit_all

CODE = Size(1, "code", (4, 4))
TITLE = Size(2, "title", (60, 12), 8, "cut")
DATE = Size(2, "starts", (15, 14))
PLACE = Size(7, "location", (16, 8), 8, "cut")
ADDRESS = Size(2, "e-mail", (20, 22, 24, 26, 70), 70, "hide")


def test_everything_has_its_full_width_where_there_is_room() -> None:
    assert fit([CODE, TITLE, DATE, PLACE], 120) == {0: 4, 1: 60, 2: 15, 3: 16}


def test_what_matters_least_goes_before_a_title_is_cut_to_a_stump() -> None:
    wide = Size(2, "seats", (40,))
    assert fit([CODE, TITLE, DATE, wide, PLACE], 90) == {0: 4, 1: 25, 2: 15, 3: 40}


def test_a_title_is_cut_before_what_matters_goes() -> None:
    wide = Size(3, "sessions", (45,))
    assert fit([CODE, TITLE, DATE, wide], 80) == {0: 4, 1: 10, 2: 15, 3: 45}


def test_what_matters_goes_before_what_never_goes() -> None:
    wide = Size(3, "sessions", (70,))
    assert fit([CODE, TITLE, DATE, wide], 80) == {0: 4, 1: 57, 2: 15}


def test_what_has_no_room_takes_it_from_nobody_behind_it() -> None:
    wide = Size(2, "address", (90,))
    assert fit([CODE, wide, DATE], 80) == {0: 4, 2: 15}


def test_rows_are_blocks_where_what_never_goes_has_no_room() -> None:
    assert fit([Size(1, "event", (90,)), DATE], 80) is None


def test_rows_of_a_small_screen_are_blocks_before_anything_that_matters_goes() -> None:
    wide = Size(3, "seats", (30,))
    assert fit([CODE, TITLE, wide], 60) == {0: 4, 1: 22, 2: 30}
    assert fit([CODE, TITLE, wide], 57) is None


def test_a_heading_is_folded_before_a_value_is_cut() -> None:
    seats = Size(1, "registration until", (12,))
    assert fit([TITLE, seats], 74) == {0: 60, 1: 12}


def test_one_long_address_does_not_cost_the_others_their_place() -> None:
    name = Size(1, "name", (30, 18), 10, "cut")
    assert fit([CODE, name, ADDRESS], 80) == {0: 4, 1: 20, 2: 52}
    assert fit([CODE, name, Size(2, "e-mail", (75, 76), 76, "hide")], 80) == {0: 4, 1: 30}


def test_no_column_that_was_asked_for_is_left_out() -> None:
    text = Size(1, "note", (300,), 12, "fold")
    assert fit_all([CODE, text, PLACE], 60) == {0: 4, 1: 36, 2: 16}
    assert fit_all([CODE, text, DATE], 30) is None


NARROWING = st.sampled_from(["never", "cut", "fold", "hide"])
VALUES = st.lists(st.integers(0, 90), min_size=1, max_size=6)
SIZES = st.lists(
    st.builds(Size, st.integers(1, 9), st.text("ab c", max_size=20), VALUES, st.just(0), NARROWING)
)


@given(SIZES, st.integers(20, 200))
def test_no_table_is_wider_than_its_screen_and_nothing_is_cut_that_must_not_be(
    sizes: list[Size], room: int
) -> None:
    widths = fit(sizes, room)
    if not widths:
        return
    assert sum(widths.values()) + GAP * (len(widths) - 1) <= room
    for at, size in enumerate(sizes):
        assert size.rank > 1 or at in widths
        assert room >= DESIGN or size.rank > MATTERS or at in widths
        assert at not in widths or size.narrowing != "never" or widths[at] >= max(size.values)
