"""What looks like something that is on the list, and what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerk_cli.domain.likeness import Familiar, slip
from netwerk_cli.domain.likeness_findings import audit_likeness
from netwerk_cli.domain.registrations import Registration, Status
from tests.builders import ENDS_AT, NOW, an_event

STIJN = Registration(
    number=13,
    status=Status.CONFIRMED,
    name="Stijn Schijnaert",
    email="stijn.schijnaert@example.org",
    received_at=NOW,
    turn=13,
    organisation="CLB Nergenshuizen",
    audience="CLB’s",
)


@pytest.mark.parametrize(
    ("one", "other", "slipped"),
    [
        pytest.param("stijn@example.org", "stijn@exmaple.org", True, id="letters that changed places"),
        pytest.param("schijnaert@example.org", "schijnaart@example.org", True, id="another letter"),
        pytest.param("schijnaert@example.org", "schijnert@example.org", True, id="one too few"),
        pytest.param("a@example.org", "a@exampl.org", True, id="in the domain, however short the name"),
        pytest.param("lid11@example.org", "lid12@example.org", False, id="numbers"),
        pytest.param("j.proef@example.org", "p.proef@example.org", False, id="initials"),
        pytest.param("ans@example.org", "ann@example.org", False, id="too short"),
        pytest.param("stijn@example.org", "stijn@example.org", False, id="the same"),
        pytest.param("stijn@example.org", "stein@example.com", False, id="two letters"),
    ],
)
def test_a_slip_is_one_letter_and_no_number_or_initial(one: str, other: str, slipped: bool) -> None:
    assert slip(one, other) is slipped
    assert slip(other, one) is slipped


def codes(name: str, email: str, *people: Registration) -> list[str]:
    one, all_ = (
        [o.code for o in Familiar(people or (STIJN,), many=many).person(name, email)]
        for many in (False, True)
    )
    assert one == all_
    return one


def test_one_name_under_two_addresses_is_noticed_once() -> None:
    assert codes("STIJN  schijnaert", "stijn.schijnaert@exmaple.org") == ["name_twice"]
    assert codes("Stijn Schijnaert", "Stijn.Schijnaert@Example.org") == []


def test_an_address_one_letter_off_is_noticed_under_another_name() -> None:
    assert codes("S. Schijnaert", "stijn.schijnaart@example.org") == ["address_near"]


def test_who_left_the_list_looks_like_nobody() -> None:
    gone = replace(STIJN, status=Status.CANCELLED)
    assert codes("Stijn Schijnaert", "ander@example.org", gone) == []


@pytest.mark.parametrize(
    ("typed", "codes", "written"),
    [
        pytest.param("CLB Nergenshuizen", [], "CLB Nergenshuizen", id="the same"),
        pytest.param(
            "Clb  nergenshuizen", ["organisation_written"], "CLB Nergenshuizen", id="case and blanks"
        ),
        pytest.param("CLB-Nergenshuizen", ["organisation_near"], "CLB-Nergenshuizen", id="another sign"),
        pytest.param("CLB Nergenshuisen", ["organisation_near"], "CLB Nergenshuisen", id="another letter"),
        pytest.param("Stad Verzonnen", [], "Stad Verzonnen", id="another one"),
    ],
)
def test_an_organisation_keeps_its_first_spelling(typed: str, codes: list[str], written: str) -> None:
    known = Familiar([STIJN])
    assert [one.code for one in known.terms({"organisation": typed})] == codes
    assert known.organisation(typed) == written


@pytest.mark.parametrize(
    ("typed", "codes", "written"),
    [
        pytest.param("CLB’s", [], "CLB’s", id="as the event has it"),
        pytest.param("clb's", ["audience_written"], "CLB’s", id="another apostrophe"),
        pytest.param("kabinet", ["audience_unknown"], "kabinet", id="none of the event"),
    ],
)
def test_an_audience_is_written_as_the_event_has_it(typed: str, codes: list[str], written: str) -> None:
    known = Familiar([], ["CLB’s", "scholen"])
    assert [one.code for one in known.terms({"audience": typed})] == codes
    assert known.audience(typed) == written
    assert [*Familiar([]).terms({"audience": typed})] == []


# ------------------------------------------------------------------------ doctor
def found(*people: Registration, now: object = NOW, **event: object) -> list[tuple[str, str, bool]]:
    list_ = {one.number: one for one in people}
    findings = audit_likeness(an_event(audiences=("CLB’s",), **event), list_, now)  # type: ignore[arg-type]
    return [(one.code, one.where, one.note) for one in findings]


def test_doctor_finds_who_may_have_two_seats() -> None:
    namesake = replace(STIJN, number=14, email="s@example.com")
    assert found(STIJN, namesake) == [("name_twice", "kickoff r13 r14", True)]
    near = replace(STIJN, number=14, name="S.", email="stijn.schijnaer@example.org")
    assert found(STIJN, near) == [("address_near", "kickoff r13 r14", True)]
    assert found(STIJN, replace(near, status=Status.CANCELLED)) == []


def test_doctor_names_a_few_of_many_namesakes() -> None:
    many = [replace(STIJN, number=n, email=f"{n}@example.com") for n in range(1, 10)]
    codes = [code for code, _, _ in found(*many)]
    assert codes == ["name_twice"] * 5 + ["likeness_more"]


def test_doctor_leaves_what_is_over_or_off_alone() -> None:
    namesake = replace(STIJN, number=14, email="s@example.com")
    assert found(STIJN, namesake, now=ENDS_AT) == []
    assert found(STIJN, namesake, cancelled_at=NOW) == []


def test_doctor_notes_spellings_and_strange_audiences() -> None:
    other = replace(STIJN, number=14, name="B", email="b@example.org", organisation="clb nergenshuizen")
    assert found(STIJN, other) == [("organisation_twice", "kickoff r13 r14", True)]
    strange = replace(STIJN, number=14, name="B", email="b@example.org", audience="kabinet")
    assert found(STIJN, strange) == [("audience_unknown", "kickoff r14", True)]


@given(
    st.lists(st.text(alphabet="abl.10", min_size=1, max_size=7), min_size=1, max_size=12),
    st.sampled_from(["example.org", "exmaple.org", "example.com"]),
)
def test_whoever_is_indexed_is_found_as_whoever_is_compared(names: list[str], domain: str) -> None:
    people = [
        replace(STIJN, number=number, email=f"{name}@{domain if number % 3 else 'example.org'}")
        for number, name in enumerate(names, 1)
    ]
    one, many = Familiar(people), Familiar(people, many=True)
    for person in people:
        found = {near.code for near in one.near("Iemand Anders", person.email)}
        assert {near.code for near in many.near("Iemand Anders", person.email)} == found
