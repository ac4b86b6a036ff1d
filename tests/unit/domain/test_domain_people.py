"""Rule 17: who counts as the same person."""

from __future__ import annotations

import unicodedata

import pytest

from netwerk_cli.domain import people

COMPOSED, DECOMPOSED = (unicodedata.normalize(form, "Zoë@example.org") for form in ("NFC", "NFD"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("an@example.org", "AN@Example.Org", id="case"),
        pytest.param("an@example.org", " an@example.org\t", id="blanks"),
        pytest.param("an@example.org", "\u00a0an@example.org\u202f", id="no-break spaces"),
        pytest.param(COMPOSED, DECOMPOSED, id="composed and decomposed"),
        pytest.param(COMPOSED.upper(), DECOMPOSED, id="composed and decomposed in other case"),
        pytest.param("an@example.org", "\uff41\uff4e@example.org", id="wide letters"),
        pytest.param("straße@example.org", "STRASSE@example.org", id="sharp s"),
        pytest.param("\u1d2cn@example.org", "an@example.org", id="a raised capital"),
        pytest.param("J\u030c\u0327@example.org", "j\u030c\u0327@example.org", id="two marks on a letter"),
    ],
)
def test_addresses_that_differ_only_in_form_are_the_same(one: str, other: str) -> None:
    assert people.same_address(one) == people.same_address(other)


@pytest.mark.parametrize(
    "other", ["an+x@example.org", "a.n@example.org", "an@example.com", "zoe@example.org"]
)
def test_other_addresses_are_other_people(other: str) -> None:
    assert people.same_address(other) not in {
        people.same_address("an@example.org"),
        people.same_address(COMPOSED),
    }


def test_the_name_says_nothing_while_addresses_are_not_shared() -> None:
    keys = {people.same_person(name, "an@example.org", shared_addresses=False) for name in ("An", "Bo")}
    assert keys == {"an@example.org"}


def test_name_and_address_decide_where_addresses_are_shared() -> None:
    keys = [
        people.same_person(name, "An@example.org", shared_addresses=True)
        for name in ("An  Voorbeeld", " an voorbeeld", "AN\u00a0VOORBEELD", "Bo Voorbeeld")
    ]
    assert keys == ["an@example.org\nan voorbeeld"] * 3 + ["an@example.org\nbo voorbeeld"]
