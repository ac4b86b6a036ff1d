"""Who is meant by a name, a part of one, or nearly one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netwerk_cli.domain import finding_people, matching, memberships
from netwerk_cli.domain.groups import Membership, MemberStatus
from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.errors.lookup import Ambiguous, HandedOver, MemberNotFound, PersonNotFound
from netwerk_cli.errors.members import AmbiguousMember
from tests.builders import NOW, Desk, refused

NAMES = ("Ensor De Mock", "Zoë van den Voorbeeld", "Anneke d’Proef", "Ann", "Jo-Ann Verzonnen")


def a_list(*names: str, **more: Status) -> dict[int, Registration]:
    """Return registrations of these names, the address made of the first word; `r2=...` sets a state."""
    return {
        number: Registration(
            number=number,
            status=more.get(f"r{number}", Status.CONFIRMED),
            name=name,
            email=f"{name.split()[0].lower()}{number}@example.org",
            received_at=NOW,
            turn=number,
        )
        for number, name in enumerate(names, 1)
    }


def found(list_: dict[int, Registration], person: str) -> str:
    return finding_people.find(list_, person, event="kickoff").code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        pytest.param("ENSOR DE MOCK", "r1", id="whole, in capitals"),
        pytest.param(" ensor  de mock ", "r1", id="blanks"),
        pytest.param("Mock", "r1", id="the last word"),
        pytest.param("ensor mock", "r1", id="words left out"),
        pytest.param("zoe", "r2", id="without the accent"),
        pytest.param("Zoe\u0308 van den", "r2", id="the accent as a sign of its own"),
        pytest.param("voorb", "r2", id="the beginning of a word"),
        pytest.param("d'proef", "r3", id="a straight apostrophe"),
        pytest.param("roef", "r3", id="within a word"),
        pytest.param("Ann", "r4", id="a whole name before parts of others"),
        pytest.param("jo\u2011ann", "r5", id="another hyphen"),
        pytest.param("\uff25\uff4e\uff53\uff4f\uff52", "r1", id="full width"),
    ],
)
def test_a_name_or_part_of_one_finds_who_it_fits(typed: str, code: str) -> None:
    assert found(a_list(*NAMES), typed) == code


def test_a_part_that_fits_several_is_never_guessed() -> None:
    list_ = a_list("Jan De Mock", "Jan Verzonnen", "Piet Proef")
    kind, facts = refused(lambda: found(list_, "jan"))
    assert (kind, facts) == (Ambiguous, {"event": "kickoff", "matches": ["r1", "r2"]})


def test_the_names_to_choose_from_are_no_fact_of_the_error() -> None:
    with pytest.raises(Ambiguous) as caught:
        found(a_list("Jan De Mock", "Jan Verzonnen"), "jan")
    assert caught.value.people == {"r1": "Jan De Mock", "r2": "Jan Verzonnen"}
    assert "Mock" not in f"{caught.value}{caught.value.facts}"


def test_who_is_on_the_list_goes_before_who_was_cancelled() -> None:
    list_ = a_list("Jan De Mock", "Jan Verzonnen", r1=Status.CANCELLED)
    assert found(list_, "jan") == "r2"
    assert found(list_, "de mock") == "r1"
    list_ = a_list("Jan De Mock", "Jan Verzonnen", r1=Status.CANCELLED, r2=Status.DECLINED)
    assert refused(lambda: found(list_, "jan"))[0] is Ambiguous


def test_two_letters_in_the_middle_of_a_word_find_nobody() -> None:
    assert refused(lambda: found(a_list("Jan De Mock"), "an"))[0] is PersonNotFound


@pytest.mark.parametrize(
    "typed", ["ensro", "Ensor De Mok", "ensor1@exmaple.org", "nsor1@example.org", "ensor11@example.org"]
)
def test_a_near_miss_is_suggested_and_never_taken(typed: str) -> None:
    kind, facts = refused(lambda: found(a_list(*NAMES), typed))
    assert (kind, facts["nearest"]) == (PersonNotFound, "Did you mean r1? ")


@pytest.mark.parametrize("typed", ["", "?", "Onbekend", "x@example.com", "r9"])
def test_what_is_near_nobody_suggests_nobody(typed: str) -> None:
    assert refused(lambda: found(a_list(*NAMES), typed)) == (
        PersonNotFound,
        {"event": "kickoff", "nearest": ""},
    )


def test_the_name_of_who_was_substituted_says_that_the_seat_was_handed_over() -> None:
    desk = Desk().fill("Ans")
    desk.substitute(1, "Bo")
    for typed in ("Ans Voorbeeld", "ans@example.org"):
        kind, facts = refused(lambda typed=typed: found(desk.list, typed))  # type: ignore[misc]
        assert (kind, facts["registration"]) == (HandedOver, "r1")


def test_members_are_found_by_name_as_well() -> None:
    one = Membership(
        number=1, status=MemberStatus.MEMBER, name="Jan De Mock", email="jan@example.org", received_at=NOW
    )
    list_ = {1: one, 2: replace(one, number=2, name="Jan Verzonnen", email="j@example.org")}
    assert memberships.find(list_, "verz", group="opdc") is list_[2]
    kind, facts = refused(lambda: memberships.find(list_, "jan", group="opdc"))
    assert (kind, facts) == (AmbiguousMember, {"group": "opdc", "matches": ["m1", "m2"]})
    kind, facts = refused(lambda: memberships.find(list_, "verzonnne", group="opdc"))
    assert (kind, facts) == (MemberNotFound, {"group": "opdc", "nearest": "Did you mean m2? "})


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("proef", "proef", False),
        ("proef", "proeff", True),
        ("proef", "roef", True),
        ("proef", "prooef", True),
        ("proef", "praef", True),
        ("proef", "poref", True),
        ("proef", "preof", True),
        ("proef", "feorp", False),
        ("proef", "prfoe", False),
        ("aab", "aba", True),
        ("aa", "aaa", True),
        ("", "a", True),
        ("ab", "cd", False),
    ],
)
def test_one_letter_off_is_one_slip_of_the_fingers(one: str, other: str, near: bool) -> None:
    assert matching.one_off(one, other) is near
    assert matching.one_off(other, one) is near
