"""Accreditations as they are typed, and what is none."""

from __future__ import annotations

import pytest

from netwerk_cli.domain import accreditations
from netwerk_cli.domain.accreditations import Accreditation, read
from netwerk_cli.errors import BadValue


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (
            "Registerplein=123456; 3 points",
            Accreditation(body="Registerplein", reference="123456", points="3"),
        ),
        (" V&VN = ID 98 ; 2,5 punten", Accreditation(body="V&VN", reference="ID 98", points="2.5")),
        ("SKJ; 1 punt", Accreditation(body="SKJ", points="1")),
        ("SKJ=1=2", Accreditation(body="SKJ", reference="1=2")),
        ("SKJ=1;10", Accreditation(body="SKJ", reference="1", points="10")),
        ("SKJ=1; 02.50", Accreditation(body="SKJ", reference="1", points="2.5")),
        ("SKJ=1; 2.0", Accreditation(body="SKJ", reference="1", points="2")),
    ],
)
def test_number_and_points_may_be_left_out(typed: str, meant: Accreditation) -> None:
    assert read(typed) == meant
    assert read(str(meant)) == meant


@pytest.mark.parametrize(
    "typed", ["", "=12", "; 3", "SKJ; veel", "SKJ; 3 uur", "SKJ; -1", "SKJ; 3; 4", "SKJ; 1.234"]
)
def test_anything_else_is_refused(typed: str) -> None:
    with pytest.raises(BadValue):
        read(typed)


def test_one_body_may_have_two_numbers_and_not_the_same_twice() -> None:
    accreditations.check([read("SKJ=1"), read("SKJ=2")])
    with pytest.raises(BadValue, match="an accreditation is named twice"):
        accreditations.check([read("SKJ=1; 3"), read("skj=1")])
    with pytest.raises(BadValue, match="at most 20 accreditations"):
        accreditations.check([read(f"SKJ={number}") for number in range(21)])
