"""How long things are kept: by the calendar, by what the organisation says, else as is proposed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from netwerk_cli.domain.personal_data import Keeping
from netwerk_cli.domain.retention import KEYS, PROPOSED, Length, Retention, Unit, check_key, length
from netwerk_cli.errors import BadValue
from tests.builders import ENDS_AT, refused

ZONE = "Europe/Brussels"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("7 days", "7 days"),
        ("7 dagen", "7 days"),
        ("1  Week", "1 week"),
        ("4 weken", "4 weeks"),
        ("6 maanden", "6 months"),
        ("1 jaar", "1 year"),
        ("0 days", "0 days"),
        ("30 years", "30 years"),
    ],
)
def test_a_term_is_read_in_both_languages(typed: str, read: str) -> None:
    assert str(length(typed, name="privacy.people")) == read


@pytest.mark.parametrize(
    "typed", ["", "7", "days", "a week", "-1 days", "1.5 years", "7 days 2 weeks", "7 min"]
)
def test_what_is_no_term_is_refused(typed: str) -> None:
    found, facts = refused(lambda: length(typed, name="privacy.people"))
    assert (found, facts["field"]) == (BadValue, "privacy.people")
    assert facts["why"] == "write a term as 7 days, 4 weeks, 6 months or 1 year"


@pytest.mark.parametrize("typed", ["31 years", "9999 weeks", "400 months"])
def test_nothing_is_kept_so_to_say_for_ever(typed: str) -> None:
    _, facts = refused(lambda: length(typed, name="privacy.people"))
    assert facts["why"] == "nothing is kept for more than 30 years"


@pytest.mark.parametrize(
    ("count", "unit", "later"),
    [
        pytest.param(7, Unit.DAY, "2024-02-02T16:00:00+01:00", id="days"),
        pytest.param(4, Unit.WEEK, "2024-02-23T16:00:00+01:00", id="weeks"),
        pytest.param(1, Unit.MONTH, "2024-02-26T16:00:00+01:00", id="months"),
        pytest.param(1, Unit.YEAR, "2025-01-26T16:00:00+01:00", id="years"),
        pytest.param(13, Unit.MONTH, "2025-02-26T16:00:00+01:00", id="more months than a year"),
    ],
)
def test_a_term_counts_by_the_calendar(count: int, unit: Unit, later: str) -> None:
    found = Length(count=count, unit=unit).after(ENDS_AT, ZONE)
    assert found == datetime.fromisoformat(later)


def test_a_month_later_is_the_last_day_of_a_shorter_month() -> None:
    winter = timezone(timedelta(hours=1))
    start = datetime(2024, 1, 31, 12, tzinfo=winter)
    assert Length(count=1, unit=Unit.MONTH).after(start, ZONE) == datetime(2024, 2, 29, 12, tzinfo=winter)


def test_a_term_beyond_the_calendar_ends_with_it() -> None:
    start = datetime(9999, 12, 1, tzinfo=UTC)
    assert Length(count=1, unit=Unit.YEAR).after(start, ZONE) > start


def test_what_the_organisation_says_of_one_field_goes_before_what_it_says_of_its_kind() -> None:
    day, week = Length(count=1, unit=Unit.DAY), Length(count=1, unit=Unit.WEEK)
    terms = Retention(general={"details": week, "note": day, "answers.foto": PROPOSED[Keeping.PEOPLE]})
    assert terms.of(Keeping.DETAILS, "note") == day
    assert terms.of(Keeping.DETAILS, "why") == week
    assert terms.of(Keeping.DETAILS, "answers.foto") == PROPOSED[Keeping.PEOPLE]
    assert terms.of(Keeping.SPECIAL, "answers.dieet") == PROPOSED[Keeping.SPECIAL]


def test_what_it_says_of_an_event_goes_before_what_it_says_of_all() -> None:
    day, week = Length(count=1, unit=Unit.DAY), Length(count=1, unit=Unit.WEEK)
    terms = Retention(general={"note": day}, events={"kickoff": {"details": week}})
    assert terms.of(Keeping.DETAILS, "note", "kickoff") == week
    assert terms.of(Keeping.DETAILS, "note", "studiedag") == day


def test_the_proposal_is_a_week_for_needs_four_for_particulars_and_a_year_for_names() -> None:
    assert {key: str(term) for key, term in PROPOSED.items()} == {
        "special": "7 days",
        "details": "4 weeks",
        "people": "1 year",
    }


@pytest.mark.parametrize("key", ["counts", "status", "answers", "answers.", "colour"])
def test_only_what_has_a_term_can_get_another(key: str) -> None:
    found, facts = refused(lambda: check_key(key, name=f"privacy.{key}"))
    assert (found, facts["field"]) == (BadValue, f"privacy.{key}")


def test_every_kind_and_field_with_a_term_and_every_question_can_get_another() -> None:
    for key in (*KEYS, "answers.foto"):
        check_key(key, name=key)
    assert {"special", "details", "people", "name", "email", "note", "organisation"} <= {*KEYS}
