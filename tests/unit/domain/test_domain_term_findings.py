"""What doctor finds in the terms of events: nothing in those that the rules made."""

from __future__ import annotations

from datetime import date

import pytest

from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.set_asides import SetAside
from netwerk_cli.domain.term_findings import audit_names, audit_references, audit_terms, audit_title
from tests.builders import CLOSES_AT, ENDS_AT, STARTS_AT, a_session, an_event, hours

ASIDE = SetAside(audience="CLB", seats=3, until=CLOSES_AT)


def codes(**fields: object) -> list[tuple[str, str]]:
    return [(finding.code, finding.where) for finding in audit_terms(an_event(**fields))]


def session(**fields: object) -> dict[str, object]:
    return {"sessions": (a_session("a", **fields),)}


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"opens_at": CLOSES_AT - hours(1), "closes_at": CLOSES_AT},
        {"capacity": 3, "set_asides": (ASIDE,)},
        {"capacity": None, "set_asides": (ASIDE,)},
        session(starts_at=STARTS_AT, ends_at=ENDS_AT),
        session(starts_at=date(2024, 1, 26), ends_at=date(2024, 1, 26)),
        session(starts_at=STARTS_AT, ends_at=None),
        session(starts_at=None, ends_at=None),
        session(starts_at=None, ends_at=ENDS_AT),
        {"opens_at": STARTS_AT, "closes_at": None} | session(starts_at=None, ends_at=None),
    ],
)
def test_terms_that_the_rules_allow_have_nothing_to_find(fields: dict[str, object]) -> None:
    assert codes(**fields) == []


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        (session(starts_at=ENDS_AT, ends_at=STARTS_AT), ("ends_before_start", "kickoff a")),
        (session(starts_at=STARTS_AT, ends_at=STARTS_AT), ("ends_before_start", "kickoff a")),
        (
            session(starts_at=date(2024, 1, 27), ends_at=date(2024, 1, 26)),
            ("ends_before_start", "kickoff a"),
        ),
        ({"opens_at": CLOSES_AT, "closes_at": CLOSES_AT}, ("closes_before_opening", "kickoff")),
        ({"opens_at": STARTS_AT, "closes_at": None}, ("closes_before_opening", "kickoff")),
        ({"capacity": 2, "set_asides": (ASIDE,)}, ("set_aside_above_capacity", "kickoff")),
        ({"title": " "}, ("title_odd", "kickoff")),
        ({"title": "Kick\x1boff"}, ("title_odd", "kickoff")),
    ],
)
def test_terms_that_contradict_themselves_are_found(
    fields: dict[str, object], found: tuple[str, str]
) -> None:
    assert codes(**fields) == [found]


def test_the_title_of_a_group_is_looked_at_too() -> None:
    owners = Group(slug="g", title=""), an_event(title="")
    found = [(finding.where, str(finding.hint)) for owner in owners for finding in audit_title(owner)]
    assert found == [
        ("g", "Give it another: netwerk group edit g --title …."),
        ("kickoff", "Give it another: netwerk event edit kickoff --title …."),
    ]


def test_a_session_within_an_event_that_is_not_there_is_found() -> None:
    event = an_event(sessions=(a_session("a", within="sym"), a_session("b", within="kickoff")))
    found = audit_references(event, ["kickoff"], [])
    assert [(finding.code, finding.where) for finding in found] == [("within_unknown", "kickoff a")]
    assert list(audit_references(event, ["kickoff", "sym"], [])) == []


def test_an_event_for_a_group_that_is_not_there_is_found() -> None:
    event = an_event(members_of="wg")
    assert [finding.code for finding in audit_references(event, [], [])] == ["group_unknown"]
    assert list(audit_references(event, [], ["wg"])) == []


def test_a_name_in_use_twice_or_again_is_found() -> None:
    found = audit_names(["z", "a", "b", "c"], ["z", "b", "d"], {"c", "d", "e"})
    assert [(finding.code, finding.where) for finding in found] == [
        ("name_twice", "b"),
        ("name_twice", "z"),
        ("name_retired", "c"),
        ("name_retired", "d"),
    ]
