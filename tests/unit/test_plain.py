"""Values as a tab-separated line has them."""

from __future__ import annotations

import pytest

from netwerk_cli.cli.plain import tab_line
from netwerk_cli.domain.registrations import Status


@pytest.mark.parametrize(
    ("values", "line"),
    [
        (("r1", "Ans Voorbeeld", 3), "r1\tAns Voorbeeld\t3"),
        (("a\tb", "c\nd", "e\rf", "g\\n"), "a\\tb\tc\\nd\te\\rf\tg\\\\n"),
        (("plain", "g\\n"), "plain\tg\\\\n"),
        ((None, True, False, Status.WAITING), "\ttrue\tfalse\twaiting"),
        ((["a", 1, None], ("b\\", "c\td"), []), "a, 1, \tb\\\\, c\\td\t"),
        (({"text": 'a "b"\\'}, "x\ty"), '{"text": "a \\"b\\"\\\\"}\tx\\ty'),
        ((), ""),
    ],
)
def test_a_value_is_in_its_column_whatever_it_holds(values: tuple[object, ...], line: str) -> None:
    assert tab_line(values) == line
